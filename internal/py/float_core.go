package py

import (
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/fmath"
)

// hashFloat is the numeric hash of a float; v serves for NaN.
func hashFloat(f float64, v Value) int64 {
	if math.IsInf(f, 1) {
		return hashInf
	}
	if math.IsInf(f, -1) {
		return -hashInf
	}
	if math.IsNaN(f) {
		return hashPointer(v) ^ int64(v.b>>3&0xffff)
	}
	if f == math.Trunc(f) && math.Abs(f) < 1<<60 {
		return hashInt64(int64(f))
	}
	m, e := math.Frexp(math.Abs(f))
	var x uint64
	for m != 0 {
		x = x<<28&hashModulus | x>>(61-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 61 - 1 - (-1-e)%61
	}
	x = x<<e&hashModulus | x>>(61-e)
	h := int64(x)
	if f < 0 {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

func floatArith(f func(t *Thread, a, b float64) (float64, *Exc)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		x, ok, err := numFloat(t, a)
		if !ok || err != nil {
			return NotImplemented, err
		}
		y, ok, err := numFloat(t, b)
		if !ok || err != nil {
			return NotImplemented, err
		}
		r, err := f(t, x, y)
		return Float64(r), err
	}
}

func floatMod(a, b float64) float64 {
	r := math.Mod(a, b)
	if r != 0 {
		if (b < 0) != (r < 0) {
			r += b
		}
		return r
	}
	return math.Copysign(0, b)
}

func floatFloorDiv(a, b float64) float64 {
	m := math.Mod(a, b)
	d := (a - m) / b
	if m != 0 && (b < 0) != (m < 0) {
		d--
	}
	if d == 0 {
		return math.Copysign(0, a/b)
	}
	f := math.Floor(d)
	if d-f > 0.5 {
		f++
	}
	return f
}

// floatPow is x ** y; a negative base with a fractional exponent is complex.
func floatPow(t *Thread, x, y float64) (Value, *Exc) {
	if x == 0 && y < 0 && !math.IsInf(y, -1) {
		return Value{}, errZeroDiv(t, "0.0 cannot be raised to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && y != math.Floor(y) && !math.IsInf(y, 0) && !math.IsNaN(y) {
		return complexPow(t, complex(x, 0), complex(y, 0))
	}
	r := fmath.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Value{}, NewExc(OverflowError, Int64(34), newASCII("Numerical result out of range").Value())
	}
	return Float64(r), nil
}

var floatSlots = Slots{
	Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
		x := floatOf(a)
		if IsFloat(b) {
			return Bool(cmpFloat(x, floatOf(b), op)), nil
		}
		if !IsInt(b) {
			return NotImplemented, nil
		}
		if n, ok := smallInt(b); ok && n > -1<<53 && n < 1<<53 {
			return Bool(cmpFloat(x, float64(n), op)), nil
		}
		if math.IsNaN(x) {
			return Bool(op == CmpNE), nil
		}
		if math.IsInf(x, 0) {
			return Bool(cmpFloat(x, 0, op)), nil
		}
		return Bool(cmpInt(int64(cmpFloatInt(x, b)), 0, op)), nil
	},
	Hash:    func(t *Thread, v Value) (int64, *Exc) { return hashFloat(floatOf(v), v), nil },
	Bool:    func(t *Thread, v Value) (bool, *Exc) { return floatOf(v) != 0, nil },
	Repr:    floatRepr,
	Neg:     func(t *Thread, v Value) (Value, *Exc) { return Float64(-floatOf(v)), nil },
	Pos:     func(t *Thread, v Value) (Value, *Exc) { return Float64(floatOf(v)), nil },
	Abs:     func(t *Thread, v Value) (Value, *Exc) { return Float64(math.Abs(floatOf(v))), nil },
	ToFloat: func(t *Thread, v Value) (Value, *Exc) { return Float64(floatOf(v)), nil },
	ToInt:   func(t *Thread, v Value) (Value, *Exc) { return floatToInt(t, floatOf(v)) },
	Binary: [numBinaryOps]BinaryFunc{
		OpAdd: floatArith(func(t *Thread, a, b float64) (float64, *Exc) { return a + b, nil }),
		OpSub: floatArith(func(t *Thread, a, b float64) (float64, *Exc) { return a - b, nil }),
		OpMul: floatArith(func(t *Thread, a, b float64) (float64, *Exc) { return a * b, nil }),
		OpDiv: floatArith(func(t *Thread, a, b float64) (float64, *Exc) {
			if b == 0 {
				return 0, errZeroDiv(t, "float division by zero")
			}
			return a / b, nil
		}),
		OpFloorDiv: floatArith(func(t *Thread, a, b float64) (float64, *Exc) {
			if b == 0 {
				return 0, errZeroDiv(t, "float floor division by zero")
			}
			return floatFloorDiv(a, b), nil
		}),
		OpMod: floatArith(func(t *Thread, a, b float64) (float64, *Exc) {
			if b == 0 {
				return 0, errZeroDiv(t, "float modulo by zero")
			}
			return floatMod(a, b), nil
		}),
		OpDivmod: func(t *Thread, a, b Value) (Value, *Exc) {
			x, ok, err := numFloat(t, a)
			if !ok || err != nil {
				return NotImplemented, err
			}
			y, ok, err := numFloat(t, b)
			if !ok || err != nil {
				return NotImplemented, err
			}
			if y == 0 {
				return Value{}, errZeroDiv(t, "float divmod()")
			}
			return NewTuple(Float64(floatFloorDiv(x, y)), Float64(floatMod(x, y))).Value(), nil
		},
		OpPow: func(t *Thread, a, b Value) (Value, *Exc) {
			x, ok, err := numFloat(t, a)
			if !ok || err != nil {
				return NotImplemented, err
			}
			y, ok, err := numFloat(t, b)
			if !ok || err != nil {
				return NotImplemented, err
			}
			return floatPow(t, x, y)
		},
	},
	Pow3: func(t *Thread, a, b, c Value) (Value, *Exc) {
		return Value{}, t.TypeErr("pow() 3rd argument not allowed unless all arguments are integers")
	},
}

// cmpFloatInt compares a finite float with an int of any kind, exactly.
func cmpFloatInt(x float64, v Value) int {
	if n, ok := smallInt(v); ok {
		const edge = 1 << 63
		switch {
		case x >= edge:
			return 1
		case x < -edge:
			return -1
		}
		w := math.Floor(x)
		switch i := int64(w); {
		case i < n:
			return -1
		case i > n || x > w:
			return 1
		}
		return 0
	}
	b := bigOf(v)
	if s := b.Sign(); x < 0 != (s < 0) || math.Abs(x) < 1<<62 {
		return -s
	}
	return new(big.Float).SetFloat64(x).Cmp(new(big.Float).SetInt(b))
}

// floatToInt truncates a float to an int.
func floatToInt(t *Thread, f float64) (Value, *Exc) {
	if math.IsNaN(f) {
		return Value{}, t.ValueErr("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Value{}, t.Raise(OverflowError, "cannot convert float infinity to integer")
	}
	if f > -1<<63 && f < 1<<63 {
		return Int64(int64(f)), nil
	}
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return NewBig(b), nil
}

// IntFromFloat is int(f).
func (t *Thread) IntFromFloat(f float64) (Value, *Exc) { return floatToInt(t, f) }
