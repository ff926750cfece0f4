package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Int is an int that is not unboxed: beyond 64 bits, or an instance of a
// subclass (whose value is small when big is nil).
type Int struct {
	Header
	small int64
	big   *big.Int
}

// IntType, BoolType and FloatType are int, bool and float.
var (
	IntType   = new(Type)
	BoolType  = new(Type)
	FloatType = new(Type)
)

// Float is an instance of a subclass of float.
type Float struct {
	Header
	f float64
}

func asIntObj(v Value) *Int { return (*Int)(v.ptr()) }

// NewBig makes an int from b, which it keeps when it does not fit 64 bits.
func NewBig(b *big.Int) Value {
	if b.IsInt64() {
		return Int64(b.Int64())
	}
	i := &Int{big: b}
	i.typ, i.shape = IntType, shBigInt
	return Value{&i.Header, 0}
}

// bigOf returns the value of an int of any kind (bool and subclasses
// included). The caller does not change it.
func bigOf(v Value) *big.Int {
	if v.p == &intTag || v.p == &boolTag {
		return big.NewInt(int64(v.b))
	}
	i := asIntObj(v)
	if i.big == nil {
		return big.NewInt(i.small)
	}
	return i.big
}

// BigOf is bigOf for native modules; v is an int.
func BigOf(v Value) *big.Int { return bigOf(v) }

// smallInt returns the value of an int of any kind when it fits 64 bits.
func smallInt(v Value) (int64, bool) {
	if v.p == &intTag || v.p == &boolTag {
		return int64(v.b), true
	}
	i := asIntObj(v)
	return i.small, i.big == nil
}

// IsInt tells whether v is an int (bool and subclasses included).
func IsInt(v Value) bool { return v.p.typ.flags&FlagIntSubclass != 0 }

// exactInt turns an int of any kind into an exact int.
func exactInt(v Value) Value {
	if v.p == &intTag || v.p.shape == shBigInt {
		return v
	}
	if n, ok := smallInt(v); ok {
		return Int64(n)
	}
	return NewBig(asIntObj(v).big)
}

// IsFloat tells whether v is a float (subclasses included).
func IsFloat(v Value) bool { return v.p.typ.flags&FlagFloatSubclass != 0 }

// floatOf returns the value of a float of any kind.
func floatOf(v Value) float64 {
	if v.p == &floatTag {
		return v.float()
	}
	return (*Float)(v.ptr()).f
}

// intToFloat converts an int of any kind to the nearest float.
func intToFloat(t *Thread, v Value) (float64, *Exc) {
	if n, ok := smallInt(v); ok {
		return float64(n), nil
	}
	f, _ := new(big.Float).SetInt(asIntObj(v).big).Float64()
	if math.IsInf(f, 0) {
		return 0, t.Raise(OverflowError, "int too large to convert to float")
	}
	return f, nil
}

// numFloat converts an operand of float arithmetic; ok is false for what is no
// int or float.
func numFloat(t *Thread, v Value) (f float64, ok bool, err *Exc) {
	switch {
	case v.p == &floatTag:
		return v.float(), true, nil
	case v.p == &intTag || v.p == &boolTag:
		return float64(v.int()), true, nil
	case v.p.typ.flags&FlagFloatSubclass != 0:
		return floatOf(v), true, nil
	case v.p.typ.flags&FlagIntSubclass != 0:
		f, err := intToFloat(t, v)
		return f, true, err
	}
	return 0, false, nil
}

func bothInts(a, b Value) bool {
	return a.p.typ.flags&b.p.typ.flags&FlagIntSubclass != 0
}

// intArith makes an int slot: small is the fast way (ok false when the result
// does not fit), slow the general one.
func intArith(small func(a, b int64) (int64, bool), slow func(t *Thread, a, b *big.Int) (*big.Int, *Exc)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		if !bothInts(a, b) {
			return NotImplemented, nil
		}
		if x, ok := smallInt(a); ok {
			if y, ok := smallInt(b); ok {
				if r, ok := small(x, y); ok {
					return Int64(r), nil
				}
			}
		}
		r, err := slow(t, bigOf(a), bigOf(b))
		if err != nil {
			return Value{}, err
		}
		return NewBig(r), nil
	}
}

// cmpIntValues compares two ints of any kind, at least one of them big.
func cmpIntValues(a, b Value) int {
	if _, ok := smallInt(a); ok {
		return -bigOf(b).Sign()
	}
	if _, ok := smallInt(b); ok {
		return bigOf(a).Sign()
	}
	return bigOf(a).Cmp(bigOf(b))
}

func errZeroDiv(t *Thread, msg string) *Exc { return t.Raise(ZeroDivisionError, "%s", msg) }

// floorDivMod is Python's divmod of big ints, b not 0.
func floorDivMod(a, b *big.Int) (*big.Int, *big.Int) {
	q, r := new(big.Int), new(big.Int)
	q.QuoRem(a, b, r)
	if r.Sign() != 0 && (r.Sign() < 0) != (b.Sign() < 0) {
		r.Add(r, b)
		q.Sub(q, big.NewInt(1))
	}
	return q, r
}

// maxShiftBits bounds the size of an int that a shift or power may make: what
// would not fit into memory is a MemoryError at once.
const maxShiftBits = 1 << 34

var intSlots = Slots{
	Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
		if !bothInts(a, b) {
			return NotImplemented, nil
		}
		if x, ok := smallInt(a); ok {
			if y, ok := smallInt(b); ok {
				return Bool(cmpInt(x, y, op)), nil
			}
		}
		return Bool(cmpInt(int64(cmpIntValues(a, b)), 0, op)), nil
	},
	Hash: func(t *Thread, v Value) (int64, *Exc) {
		if n, ok := smallInt(v); ok {
			return hashInt64(n), nil
		}
		return hashBig(bigOf(v)), nil
	},
	Bool: func(t *Thread, v Value) (bool, *Exc) {
		n, ok := smallInt(v)
		return !ok || n != 0, nil
	},
	ToInt: func(t *Thread, v Value) (Value, *Exc) { return exactInt(v), nil },
	Index: func(t *Thread, v Value) (Value, *Exc) { return exactInt(v), nil },
	Pos:   func(t *Thread, v Value) (Value, *Exc) { return exactInt(v), nil },
	ToFloat: func(t *Thread, v Value) (Value, *Exc) {
		f, err := intToFloat(t, v)
		return Float64(f), err
	},
	Neg: func(t *Thread, v Value) (Value, *Exc) {
		if n, ok := smallInt(v); ok && n != math.MinInt64 {
			return Int64(-n), nil
		}
		return NewBig(new(big.Int).Neg(bigOf(v))), nil
	},
	Abs: func(t *Thread, v Value) (Value, *Exc) {
		if n, ok := smallInt(v); ok && n != math.MinInt64 {
			return Int64(max(n, -n)), nil
		}
		return NewBig(new(big.Int).Abs(bigOf(v))), nil
	},
	Invert: func(t *Thread, v Value) (Value, *Exc) {
		if n, ok := smallInt(v); ok {
			return Int64(^n), nil
		}
		return NewBig(new(big.Int).Not(bigOf(v))), nil
	},
	Binary: [numBinaryOps]BinaryFunc{
		OpAdd: intArith(func(a, b int64) (int64, bool) { c := a + b; return c, (a^c)&(b^c) >= 0 },
			func(t *Thread, a, b *big.Int) (*big.Int, *Exc) { return new(big.Int).Add(a, b), nil }),
		OpSub: intArith(func(a, b int64) (int64, bool) { c := a - b; return c, (a^b)&(a^c) >= 0 },
			func(t *Thread, a, b *big.Int) (*big.Int, *Exc) { return new(big.Int).Sub(a, b), nil }),
		OpMul: intArith(mul64, func(t *Thread, a, b *big.Int) (*big.Int, *Exc) {
			return t.bigMul(a, b)
		}),
		OpFloorDiv: intArith(func(a, b int64) (int64, bool) {
			if b > 0 {
				return floorDiv(a, b), true
			}
			return 0, false
		}, func(t *Thread, a, b *big.Int) (*big.Int, *Exc) {
			if b.Sign() == 0 {
				return nil, errZeroDiv(t, "integer division or modulo by zero")
			}
			q, _, err := t.bigDivMod(a, b)
			return q, err
		}),
		OpMod: intArith(func(a, b int64) (int64, bool) {
			if b > 0 {
				return floorMod(a, b), true
			}
			return 0, false
		}, func(t *Thread, a, b *big.Int) (*big.Int, *Exc) {
			if b.Sign() == 0 {
				return nil, errZeroDiv(t, "integer modulo by zero")
			}
			_, r, err := t.bigDivMod(a, b)
			return r, err
		}),
		OpDiv: func(t *Thread, a, b Value) (Value, *Exc) {
			if !bothInts(a, b) {
				return NotImplemented, nil
			}
			return intTrueDiv(t, a, b)
		},
		OpDivmod: func(t *Thread, a, b Value) (Value, *Exc) {
			if !bothInts(a, b) {
				return NotImplemented, nil
			}
			if m, ok := smallInt(a); ok {
				if n, ok := smallInt(b); ok && n > 0 {
					return NewTuple(Int64(floorDiv(m, n)), Int64(floorMod(m, n))).Value(), nil
				}
			}
			x, y := bigOf(a), bigOf(b)
			if y.Sign() == 0 {
				return Value{}, errZeroDiv(t, "integer division or modulo by zero")
			}
			q, r, err := t.bigDivMod(x, y)
			if err != nil {
				return Value{}, err
			}
			return NewTuple(NewBig(q), NewBig(r)).Value(), nil
		},
		OpPow: func(t *Thread, a, b Value) (Value, *Exc) {
			if !bothInts(a, b) {
				return NotImplemented, nil
			}
			return intPow(t, a, b)
		},
		OpLShift: intArith(func(a, b int64) (int64, bool) {
			if uint64(b) < 63 && a<<b>>b == a {
				return a << b, true
			}
			return 0, a == 0 && b >= 0
		}, func(t *Thread, a, b *big.Int) (*big.Int, *Exc) {
			if b.Sign() < 0 {
				return nil, t.ValueErr("negative shift count")
			}
			if a.Sign() == 0 {
				return a, nil
			}
			if !b.IsInt64() || b.Int64() > maxShiftBits {
				return nil, t.Raise(OverflowError, "too many digits in integer")
			}
			if t.full((a.BitLen() + int(b.Int64())) / 8) {
				return nil, t.MemoryErr()
			}
			return new(big.Int).Lsh(a, uint(b.Int64())), nil
		}),
		OpRShift: intArith(func(a, b int64) (int64, bool) {
			if b >= 0 {
				return a >> min(uint64(b), 63), true
			}
			return 0, false
		}, func(t *Thread, a, b *big.Int) (*big.Int, *Exc) {
			if b.Sign() < 0 {
				return nil, t.ValueErr("negative shift count")
			}
			if !b.IsInt64() || b.Int64() > int64(a.BitLen()) {
				return big.NewInt(int64(min(a.Sign(), 0))), nil
			}
			return new(big.Int).Rsh(a, uint(b.Int64())), nil
		}),
		OpAnd: intArith(func(a, b int64) (int64, bool) { return a & b, true },
			func(t *Thread, a, b *big.Int) (*big.Int, *Exc) { return new(big.Int).And(a, b), nil }),
		OpOr: intArith(func(a, b int64) (int64, bool) { return a | b, true },
			func(t *Thread, a, b *big.Int) (*big.Int, *Exc) { return new(big.Int).Or(a, b), nil }),
		OpXor: intArith(func(a, b int64) (int64, bool) { return a ^ b, true },
			func(t *Thread, a, b *big.Int) (*big.Int, *Exc) { return new(big.Int).Xor(a, b), nil }),
	},
	Pow3: func(t *Thread, a, b, c Value) (Value, *Exc) {
		if !bothInts(a, b) || !IsInt(c) {
			return NotImplemented, nil
		}
		return intPowMod(t, bigOf(a), bigOf(b), bigOf(c))
	},
}

// intTrueDiv is a / b, correctly rounded.
func intTrueDiv(t *Thread, a, b Value) (Value, *Exc) {
	const exact = 1 << 53
	x, okx := smallInt(a)
	y, oky := smallInt(b)
	if oky && y == 0 {
		return Value{}, errZeroDiv(t, "division by zero")
	}
	if okx && oky && x > -exact && x < exact && y > -exact && y < exact {
		return Float64(float64(x) / float64(y)), nil
	}
	f := divFloat(bigOf(a), bigOf(b))
	if math.IsInf(f, 0) {
		return Value{}, t.Raise(OverflowError, "integer division result too large for a float")
	}
	return Float64(f), nil
}

func intPow(t *Thread, a, b Value) (Value, *Exc) {
	n, ok := smallInt(b)
	if ok && n < 0 || !ok && bigOf(b).Sign() < 0 {
		x, err := intToFloat(t, a)
		if err != nil {
			return Value{}, err
		}
		y, err := intToFloat(t, b)
		if err != nil {
			return Value{}, err
		}
		return floatPow(t, x, y)
	}
	if x, small := smallInt(a); small {
		switch x {
		case 0, 1:
			if ok && n == 0 {
				return Int64(1), nil
			}
			return Int64(x), nil
		case -1:
			if bigOf(b).Bit(0) == 1 {
				return Int64(-1), nil
			}
			return Int64(1), nil
		}
		if ok {
			r, base, e := int64(1), x, n
			fits := true
			for e > 0 && fits {
				if e&1 == 1 {
					r, fits = mul64(r, base)
				}
				if e >>= 1; e > 0 && fits {
					base, fits = mul64(base, base)
				}
			}
			if fits {
				return Int64(r), nil
			}
		}
	}
	x := bigOf(a)
	if !ok || float64(x.BitLen())*float64(n) > maxShiftBits || t.full(int(float64(x.BitLen())*float64(n)/2)) {
		return Value{}, t.MemoryErr()
	}
	r, err := t.bigPow(x, n)
	if err != nil {
		return Value{}, err
	}
	return NewBig(r), nil
}

// intPowMod is pow(a, b, m).
func intPowMod(t *Thread, a, b, m *big.Int) (Value, *Exc) {
	if m.Sign() == 0 {
		return Value{}, t.ValueErr("pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(m)
	if b.Sign() < 0 {
		inv := new(big.Int).ModInverse(new(big.Int).Mod(a, mod), mod)
		if inv == nil {
			if mod.Cmp(big.NewInt(1)) != 0 {
				return Value{}, t.ValueErr("base is not invertible for the given modulus")
			}
			inv = new(big.Int)
		}
		a, b = inv, new(big.Int).Neg(b)
	}
	r, err := t.bigPowMod(a, b, mod)
	if err != nil {
		return Value{}, err
	}
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, m)
	}
	return NewBig(r), nil
}

// hashBig is the numeric hash of a big int.
func hashBig(b *big.Int) int64 {
	m := big.NewInt(hashModulus)
	h := new(big.Int).Mod(new(big.Int).Abs(b), m).Int64()
	if b.Sign() < 0 {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

// SmallInt returns the value of an int of any kind when it fits 64 bits.
func SmallInt(v Value) (int64, bool) { return smallInt(v) }

// mul64 multiplies and tells whether the product fits.
func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	hi -= uint64((a>>63)&b) + uint64((b>>63)&a)
	return int64(lo), int64(hi) == int64(lo)>>63
}
