package py

import (
	"errors"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/numfmt"
)

func formatInt(n int64) string { return strconv.FormatInt(n, 10) }

// intRepr is int.__repr__.
func intRepr(t *Thread, v Value) (Value, *Exc) {
	if n, ok := smallInt(v); ok {
		return newASCII(formatInt(n)).Value(), nil
	}
	x, limit := bigOf(v), t.interp.MaxStrDigits()
	var s string
	var err error
	if x.BitLen() < 3*longDigits {
		s, err = numfmt.IntToString(x, limit)
	} else if exc := t.Abandonable(func() { s, err = numfmt.IntToString(x, limit) }); exc != nil {
		return Value{}, exc
	}
	if err != nil {
		return Value{}, t.ValueErr("%s", err.Error())
	}
	return newASCII(s).Value(), nil
}

// IntText is int.__repr__ of an int of any kind.
func IntText(t *Thread, v Value) (string, *Exc) {
	r, err := intRepr(t, v)
	if err != nil {
		return "", err
	}
	return asStr(r).s, nil
}

// longDigits is the number of digits from which on the conversion between int
// and text takes so long that it must be possible to interrupt it.
const longDigits = 1 << 18

// ParseIntText is int(text, base) for the text of a str or of bytes; obj is
// what the error message shows. base is 0 or 2 to 36.
func (t *Thread) ParseIntText(text string, base int, obj Value) (Value, *Exc) {
	var n int64
	var b *big.Int
	var err error
	limit := t.interp.MaxStrDigits()
	if len(text) < longDigits || limit != 0 && len(text) > 4*limit {
		n, b, err = numfmt.ParseInt(text, base, limit)
	} else {
		text := strings.Clone(text) // the memory of a bytearray may change
		if exc := t.Abandonable(func() { n, b, err = numfmt.ParseInt(text, base, limit) }); exc != nil {
			return Value{}, exc
		}
	}
	if err == nil {
		if b != nil {
			return NewBig(b), nil
		}
		return Int64(n), nil
	}
	var over *numfmt.LimitError
	if errors.As(err, &over) {
		return Value{}, t.ValueErr("%s", over.Error())
	}
	r, exc := t.Repr(obj)
	if exc != nil {
		return Value{}, exc
	}
	const shown = 200
	if r.n > shown {
		r = r.substr(0, shown)
	}
	return Value{}, t.ValueErr("invalid literal for int() with base %d: %s", base, r.s)
}

// intFromText converts a str, bytes or bytearray; ok is false for other types.
func (t *Thread) intFromText(v Value, base int) (r Value, ok bool, err *Exc) {
	switch {
	case v.p.typ.flags&FlagStrSubclass != 0:
		r, err = t.ParseIntText(numfmt.ASCIINumber(asStr(v).s), base, v)
	case v.p.typ.flags&FlagBytesSubclass != 0:
		r, err = t.ParseIntText(string(asBytes(v).b), base, v)
	case v.p.typ.flags&FlagByteArraySubclass != 0:
		b, e := t.Buffer(v, BufSimple)
		if e != nil {
			return Value{}, true, e
		}
		text := string(b.Data)
		b.Release()
		r, err = t.ParseIntText(text, base, v)
	default:
		return Value{}, false, nil
	}
	return r, true, err
}

// IntFrom is int(v): an exact int.
func (t *Thread) IntFrom(v Value) (Value, *Exc) {
	if v.p == &intTag || v.p.shape == shBigInt {
		return v, nil
	}
	if f := v.p.typ.slots.ToInt; f != nil {
		r, err := f(t, v)
		if err != nil {
			return Value{}, err
		}
		if r.p == &intTag || r.p.shape == shBigInt {
			return r, nil
		}
		if !IsInt(r) {
			return Value{}, t.TypeErr("__int__ returned non-int (type %s)", r.p.typ.name)
		}
		if err := t.Warn(DeprecationWarning, 1, "__int__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.", r.p.typ.name); err != nil {
			return Value{}, err
		}
		return exactInt(r), nil
	}
	if v.p.typ.slots.Index != nil {
		return t.Index(v)
	}
	if r, found, err := t.callSpecial(v, InternStr("__trunc__")); found {
		if err != nil {
			return Value{}, err
		}
		if err := t.Warn(DeprecationWarning, 1, "The delegation of int() to __trunc__ is deprecated."); err != nil {
			return Value{}, err
		}
		if IsInt(r) {
			return exactInt(r), nil
		}
		if r.p.typ.slots.Index == nil {
			return Value{}, t.TypeErr("__trunc__ returned non-Integral (type %s)", r.p.typ.name)
		}
		return t.Index(r)
	}
	if r, ok, err := t.intFromText(v, 10); ok {
		return r, err
	}
	if v.p.typ.slots.Buffer != nil {
		b, err := t.Buffer(v, BufSimple)
		if err != nil {
			return Value{}, err
		}
		data := append([]byte(nil), b.Data...)
		b.Release()
		return t.ParseIntText(string(data), 10, NewBytes(data).Value())
	}
	return Value{}, t.TypeErr("int() argument must be a string, a bytes-like object or a real number, not '%s'", v.p.typ.name)
}

// intNew is int.__new__.
func intNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	pos := args.Pos()
	if len(pos)+args.NumKw() > 2 {
		return Value{}, t.TypeErr("int expected at most 2 arguments, got %d", len(pos)+args.NumKw())
	}
	var x, base Value
	if len(pos) > 0 {
		x = pos[0]
	}
	if len(pos) > 1 {
		base = pos[1]
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if k.s != "base" {
			return Value{}, t.UnexpectedKeyword("int()", k.s, "base")
		}
		base = v
	}
	r, err := t.intFromArgs(x, base)
	if err != nil || cls == IntType {
		return r, err
	}
	o := allocFor[Int](cls)
	if r.p == &intTag {
		o.small = r.int()
	} else {
		o.big = asIntObj(r).big
	}
	return Value{&o.Header, 0}, nil
}

func (t *Thread) intFromArgs(x, base Value) (Value, *Exc) {
	if base.p == nil {
		if x.p == nil {
			return Int64(0), nil
		}
		return t.IntFrom(x)
	}
	if x.p == nil {
		return Value{}, t.TypeErr("int() missing string argument")
	}
	b, err := t.AsIndexClamped(base)
	if err != nil {
		return Value{}, err
	}
	if b != 0 && b < 2 || b > 36 {
		return Value{}, t.ValueErr("int() base must be >= 2 and <= 36, or 0")
	}
	r, ok, err := t.intFromText(x, b)
	if !ok {
		return Value{}, t.TypeErr("int() can't convert non-string with explicit base")
	}
	return r, err
}

// AsSize converts an argument as CPython's Argument Clinic does for Py_ssize_t.
func (t *Thread) AsSize(v Value) (int, *Exc) {
	if v.p == &intTag {
		return int(v.b), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(x.b), nil
}

// byteOrder reads a byteorder argument: true for little.
func (t *Thread) byteOrder(fn string, v Value) (little bool, err *Exc) {
	if v.p == nil {
		return false, nil
	}
	s, ok := ToStr(v)
	switch {
	case !ok && v.IsNone():
		return false, t.TypeErr("%s() argument 'byteorder' must be str, not None", fn)
	case !ok:
		return false, t.TypeErr("%s() argument 'byteorder' must be str, not %s", fn, v.p.typ.name)
	case s.s == "little":
		return true, nil
	case s.s == "big":
		return false, nil
	}
	return false, t.ValueErr("byteorder must be either 'little' or 'big'")
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intToBytes(t *Thread, v Value, a []Value) (Value, *Exc) {
	n := 1
	var err *Exc
	if a[0].p != nil {
		if n, err = t.AsSize(a[0]); err != nil {
			return Value{}, err
		}
	}
	little, err := t.byteOrder("to_bytes", a[1])
	if err != nil {
		return Value{}, err
	}
	signed := false
	if a[2].p != nil {
		if signed, err = t.Truth(a[2]); err != nil {
			return Value{}, err
		}
	}
	if n < 0 {
		return Value{}, t.ValueErr("length argument must be non-negative")
	}
	if n > maxShiftBits/8 || t.full(n) {
		return Value{}, t.MemoryErr()
	}
	out, exc := t.IntBytes(v, n, little, signed)
	if exc != nil {
		return Value{}, exc
	}
	return NewBytes(out).Value(), nil
}

// IntBytes writes an int into n bytes, two's complement when signed.
func (t *Thread) IntBytes(v Value, n int, little, signed bool) ([]byte, *Exc) {
	out := make([]byte, n)
	if x, ok := smallInt(v); ok {
		if x < 0 && !signed {
			return nil, t.Raise(OverflowError, "can't convert negative int to unsigned")
		}
		need := bits.Len64(uint64(x ^ x>>63))
		if signed {
			need++
		}
		if need > n*8 && !(n == 0 && (x == 0 || x == -1)) {
			return nil, t.Raise(OverflowError, "int too big to convert")
		}
		for i := n - 1; i >= 0; i-- {
			out[i] = byte(x)
			x >>= 8
		}
	} else {
		b := bigOf(v)
		switch {
		case b.Sign() > 0:
			need := b.BitLen()
			if signed {
				need++
			}
			if need > n*8 {
				return nil, t.Raise(OverflowError, "int too big to convert")
			}
			b.FillBytes(out)
		case !signed:
			return nil, t.Raise(OverflowError, "can't convert negative int to unsigned")
		default:
			c := new(big.Int).Not(b)
			if c.BitLen()+1 > n*8 {
				return nil, t.Raise(OverflowError, "int too big to convert")
			}
			c.FillBytes(out)
			for i := range out {
				out[i] = ^out[i]
			}
		}
	}
	if little {
		reverseBytes(out)
	}
	return out, nil
}

// IntFromBytes reads an int from bytes, two's complement when signed.
func IntFromBytes(b []byte, little, signed bool) Value {
	if len(b) <= 8 {
		var x uint64
		if little {
			for i := len(b) - 1; i >= 0; i-- {
				x = x<<8 | uint64(b[i])
			}
		} else {
			for _, c := range b {
				x = x<<8 | uint64(c)
			}
		}
		if signed && len(b) > 0 {
			s := 64 - 8*len(b)
			return Int64(int64(x<<s) >> s)
		}
		if int64(x) < 0 {
			return NewBig(new(big.Int).SetUint64(x))
		}
		return Int64(int64(x))
	}
	c := append([]byte(nil), b...)
	if little {
		reverseBytes(c)
	}
	if signed && c[0] >= 0x80 {
		for i := range c {
			c[i] = ^c[i]
		}
		r := new(big.Int).SetBytes(c)
		return NewBig(r.Not(r))
	}
	return NewBig(new(big.Int).SetBytes(c))
}

// bytesOfObject is PyObject_Bytes: the bytes of a bytes-like object, of an
// iterable of ints, or what __bytes__ returns.
func (t *Thread) bytesOfObject(v Value) ([]byte, *Exc) {
	if v.p.shape == shBytes {
		return asBytes(v).b, nil
	}
	if r, found, err := t.callSpecial(v, InternStr("__bytes__")); found {
		if err != nil {
			return nil, err
		}
		b, ok := ToBytes(r)
		if !ok {
			return nil, t.TypeErr("__bytes__ returned non-bytes (type %s)", r.p.typ.name)
		}
		return b.b, nil
	}
	s := &v.p.typ.slots
	switch {
	case s.Buffer != nil:
		b, err := t.Buffer(v, BufSimple)
		if err != nil {
			return nil, err
		}
		data := append([]byte(nil), b.Data...)
		b.Release()
		return data, nil
	case v.p.typ.flags&FlagStrSubclass == 0 && (s.Iter != nil || s.Item != nil || s.GetItem != nil):
		var out []byte
		err := t.Each(v, func(x Value) *Exc {
			n, err := t.AsIndexClamped(x)
			if err != nil {
				return err
			}
			if n < 0 || n > 255 {
				return t.ValueErr("bytes must be in range(0, 256)")
			}
			out = append(out, byte(n))
			return nil
		})
		return out, err
	}
	return nil, t.TypeErr("cannot convert '%s' object to bytes", v.p.typ.name)
}

func intFromBytes(t *Thread, cls Value, a []Value) (Value, *Exc) {
	little, err := t.byteOrder("from_bytes", a[1])
	if err != nil {
		return Value{}, err
	}
	signed := false
	if a[2].p != nil {
		if signed, err = t.Truth(a[2]); err != nil {
			return Value{}, err
		}
	}
	b, err := t.bytesOfObject(a[0])
	if err != nil {
		return Value{}, err
	}
	r := IntFromBytes(b, little, signed)
	if tp, ok := ToType(cls); ok && tp == IntType {
		return r, nil
	}
	return t.Call(cls, r)
}

// intRound is int.__round__: to a power of ten, half to even.
func intRound(t *Thread, v Value, a []Value) (Value, *Exc) {
	if a[0].p == nil {
		return exactInt(v), nil
	}
	nd, err := t.Index(a[0])
	if err != nil {
		return Value{}, err
	}
	d, fits := smallInt(nd)
	if fits && d >= 0 || !fits && bigOf(nd).Sign() >= 0 {
		return exactInt(v), nil
	}
	x := bigOf(v)
	// 10**k beyond twice the value leaves nothing of it.
	if !fits || float64(-d)*3.3219280948873 > float64(x.BitLen())+8 {
		return Int64(0), nil
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(-d), nil)
	q, r := floorDivMod(x, p)
	c := new(big.Int).Lsh(r, 1).Cmp(p)
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return NewBig(q.Mul(q, p)), nil
}

func intSelf(t *Thread, v Value) (Value, *Exc) { return exactInt(v), nil }

func bitCount(b *big.Int) int {
	n := 0
	for _, w := range b.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}

const boolInvertWarning = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

func boolOp(op BinaryOp, f func(a, b uint64) uint64) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		if a.p == &boolTag && b.p == &boolTag {
			return Value{&boolTag, f(a.b, b.b)}, nil
		}
		return intSlots.Binary[op](t, a, b)
	}
}

var intMethods = []MethodSpec{
	{Name: "conjugate", Fn: Fn0(intSelf), Doc: "Returns self, the complex conjugate of any int."},
	{Name: "bit_length", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		if n, ok := smallInt(v); ok {
			if n < 0 {
				n = -n
			}
			return IntOf(bits.Len64(uint64(n))), nil
		}
		return IntOf(bigOf(v).BitLen()), nil
	}), Doc: "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6"},
	{Name: "bit_count", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		if n, ok := smallInt(v); ok {
			if n < 0 {
				n = -n
			}
			return IntOf(bits.OnesCount64(uint64(n))), nil
		}
		return IntOf(bitCount(bigOf(v))), nil
	}), Doc: "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count."},
	{Name: "to_bytes", Sig: "length=1, byteorder='big', *, signed=False", Fn: FnSig(intToBytes), Doc: "Return an array of bytes representing an integer.\n\nlength is the number of bytes, byteorder 'big' or 'little'; signed allows\nnegative integers, in two's complement."},
	{Name: "from_bytes", Sig: "bytes, byteorder='big', *, signed=False", Class: true, Fn: FnSig(intFromBytes), Doc: "Return the integer represented by the given array of bytes.\n\nbyteorder is 'big' or 'little'; signed means two's complement."},
	{Name: "as_integer_ratio", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		return NewTuple(exactInt(v), Int64(1)).Value(), nil
	}), Doc: "Return a pair of integers, whose ratio is equal to the original int."},
	{Name: "is_integer", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return True, nil }), Doc: "Returns True. Exists for duck type compatibility with float.is_integer."},
	{Name: "__trunc__", Fn: Fn0(intSelf), Doc: "Truncating an Integral returns itself."},
	{Name: "__floor__", Fn: Fn0(intSelf), Doc: "Flooring an Integral returns itself."},
	{Name: "__ceil__", Fn: Fn0(intSelf), Doc: "Ceiling of an Integral returns itself."},
	{Name: "__round__", Sig: "ndigits=<unrepresentable>, /", Fn: FnSig(intRound), Doc: "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer."},
	{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return NewTuple(exactInt(v)).Value(), nil })},
	{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		const digitBits = 30
		n := bigOf(v).BitLen()
		return IntOf(24 + 4*max((n+digitBits-1)/digitBits, 1)), nil
	}), Doc: "Returns size in memory, in bytes."},
	{Name: "__format__", Sig: "format_spec, /", Fn: dunderFormat((*Thread).formatIntSpec), Doc: "Convert to a string according to format_spec."},
}

func init() {
	RegisterType(TypeSpec{
		Type: IntType, Name: "int", shape: shInt,
		Flags: FlagBaseType | FlagIntSubclass | FlagMatchSelf, Layout: LayoutOf[Int](),
		Doc:     "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 without arguments.\nA number is converted by its __int__(), which truncates floats towards zero.\nA str, bytes or bytearray holds an integer literal in the given base, 2 to\n36; base 0 takes the base from the literal's prefix.\n>>> int('0b100', base=0)\n4",
		Slots:   intTypeSlots(),
		Methods: intMethods,
		GetSet: []GetSetSpec{
			{Name: "real", Get: intSelf, Doc: "the real part of a complex number"},
			{Name: "imag", Get: func(t *Thread, v Value) (Value, *Exc) { return Int64(0), nil }, Doc: "the imaginary part of a complex number"},
			{Name: "numerator", Get: intSelf, Doc: "the numerator of a rational number in lowest terms"},
			{Name: "denominator", Get: func(t *Thread, v Value) (Value, *Exc) { return Int64(1), nil }, Doc: "the denominator of a rational number in lowest terms"},
		},
	})
	RegisterType(TypeSpec{
		Type: BoolType, Name: "bool", Sig: "object=False, /", shape: shBool, Base: IntType,
		Doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if args.NumKw() > 0 {
					return Value{}, t.TypeErr("bool() takes no keyword arguments")
				}
				if err := args.Count(t, "bool", 0, 1); err != nil {
					return Value{}, err
				}
				if args.Len() == 0 {
					return False, nil
				}
				b, err := t.Truth(args.vals[0])
				return Bool(b), err
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				if v.b != 0 {
					return InternStr("True").Value(), nil
				}
				return InternStr("False").Value(), nil
			},
			Invert: func(t *Thread, v Value) (Value, *Exc) {
				if err := t.Warn(DeprecationWarning, 1, boolInvertWarning); err != nil {
					return Value{}, err
				}
				return Int64(^v.int()), nil
			},
			Binary: [numBinaryOps]BinaryFunc{
				OpAnd: boolOp(OpAnd, func(a, b uint64) uint64 { return a & b }),
				OpOr:  boolOp(OpOr, func(a, b uint64) uint64 { return a | b }),
				OpXor: boolOp(OpXor, func(a, b uint64) uint64 { return a ^ b }),
			},
		},
	})
}

func intTypeSlots() Slots {
	s := intSlots
	s.New = intNew
	s.Repr = intRepr
	return s
}

// AsCInt converts an argument as CPython does for a C int.
func (t *Thread) AsCInt(v Value) (int, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag || x.int() != int64(int32(x.int())) {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C int")
	}
	return int(x.b), nil
}
