package py

import (
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/numfmt"
)

func floatRepr(t *Thread, v Value) (Value, *Exc) {
	return newASCII(numfmt.ReprFloat(floatOf(v))).Value(), nil
}

// FloatOf returns the value of a float (subclasses included); v is one.
func FloatOf(v Value) float64 { return floatOf(v) }

// FloatFrom is float(v).
func (t *Thread) FloatFrom(v Value) (float64, *Exc) {
	switch {
	case v.p == &floatTag:
		return v.float(), nil
	case v.p == &intTag:
		return float64(v.int()), nil
	case v.p.typ.flags&FlagStrSubclass != 0 && v.p.typ.slots.ToFloat == nil:
		return t.parseFloat(numfmt.ASCIINumber(asStr(v).s), v)
	}
	s := &v.p.typ.slots
	if s.ToFloat != nil {
		return t.floatBySlot(v)
	}
	if s.Index != nil || v.p.typ.flags&FlagFloatSubclass != 0 {
		return t.AsFloat(v)
	}
	if b, ok := ToBytes(v); ok {
		return t.parseFloat(string(b.b), v)
	}
	if s.Buffer != nil {
		b, err := t.Buffer(v, BufSimple)
		if err != nil {
			return 0, err
		}
		text := string(b.Data)
		b.Release()
		return t.parseFloat(text, v)
	}
	return 0, t.TypeErr("float() argument must be a string or a real number, not '%s'", v.p.typ.name)
}

func (t *Thread) parseFloat(text string, obj Value) (float64, *Exc) {
	if f, ok := numfmt.ParseFloat(text); ok {
		return f, nil
	}
	r, err := t.Repr(obj)
	if err != nil {
		return 0, err
	}
	return 0, t.ValueErr("could not convert string to float: %s", r.s)
}

// newFloatOf makes a float of class cls.
func newFloatOf(cls *Type, f float64) Value {
	if cls == FloatType {
		return Float64(f)
	}
	o := allocFor[Float](cls)
	o.f = f
	return Value{&o.Header, 0}
}

func floatNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if args.NumKw() > 0 && ownsInit(cls) {
		return Value{}, t.TypeErr("float() takes no keyword arguments")
	}
	if err := checkCount(t, "float", len(args.Pos()), 0, 1); err != nil {
		return Value{}, err
	}
	if len(args.Pos()) == 0 {
		return newFloatOf(cls, 0), nil
	}
	f, err := t.FloatFrom(args.vals[0])
	if err != nil {
		return Value{}, err
	}
	return newFloatOf(cls, f), nil
}

func floatSelf(t *Thread, v Value) (Value, *Exc) { return Float64(floatOf(v)), nil }

func floatRound(t *Thread, v Value, a []Value) (Value, *Exc) {
	f := floatOf(v)
	if a[0].p == nil || a[0].IsNone() {
		return floatToInt(t, math.RoundToEven(f))
	}
	nd, err := t.AsIndexClamped(a[0])
	if err != nil {
		return Value{}, err
	}
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 {
		return Float64(f), nil
	}
	r, e := numfmt.RoundFloat(f, nd)
	if e != nil {
		return Value{}, t.fmtErr(e)
	}
	return Float64(r), nil
}

func floatRatio(t *Thread, v Value) (Value, *Exc) {
	f := floatOf(v)
	if math.IsInf(f, 0) {
		return Value{}, t.Raise(OverflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return Value{}, t.ValueErr("cannot convert NaN to integer ratio")
	}
	if f == math.Trunc(f) && math.Abs(f) < 1<<62 {
		return NewTuple(Int64(int64(f)), Int64(1)).Value(), nil
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple(NewBig(new(big.Int).Set(r.Num())), NewBig(new(big.Int).Set(r.Denom()))).Value(), nil
}

func floatFromHex(t *Thread, cls, x Value) (Value, *Exc) {
	s, ok := ToStr(x)
	if !ok {
		return Value{}, t.TypeErr("bad argument type for built-in operation")
	}
	if !s.ASCII() {
		if _, err := t.Encode(s, "", ""); err != nil {
			return Value{}, err
		}
	}
	f, e := numfmt.ParseFloatHex(s.s)
	if e != nil {
		return Value{}, t.fmtErr(e)
	}
	if tp, ok := ToType(cls); ok && tp == FloatType {
		return Float64(f), nil
	}
	return t.Call(cls, Float64(f))
}

// toIntBy makes a method that rounds by f and gives an int.
func toIntBy(f func(float64) float64) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) { return floatToInt(t, f(floatOf(v))) }
}

var floatMethods = []MethodSpec{
	{Name: "conjugate", Fn: Fn0(floatSelf), Doc: "Return self, the complex conjugate of any float."},
	{Name: "__trunc__", Fn: toIntBy(math.Trunc), Doc: "Return the Integral closest to x between 0 and x."},
	{Name: "__floor__", Fn: toIntBy(math.Floor), Doc: "Return the floor as an Integral."},
	{Name: "__ceil__", Fn: toIntBy(math.Ceil), Doc: "Return the ceiling as an Integral."},
	{Name: "__round__", Sig: "ndigits=None, /", Fn: FnSig(floatRound), Doc: "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits)."},
	{Name: "as_integer_ratio", Fn: Fn0(floatRatio), Doc: "Return a pair of integers, whose ratio is exactly equal to the original float.\n\nThe ratio is in lowest terms and has a positive denominator."},
	{Name: "fromhex", Sig: "string, /", Class: true, Fn: Fn1(floatFromHex), Doc: "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375"},
	{Name: "hex", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newASCII(numfmt.FloatHex(floatOf(v))).Value(), nil }), Doc: "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'"},
	{Name: "is_integer", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		f := floatOf(v)
		return Bool(f == math.Floor(f) && !math.IsInf(f, 0)), nil
	}), Doc: "Return True if the float is an integer."},
	{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return NewTuple(Float64(floatOf(v))).Value(), nil })},
	{Name: "__getformat__", Sig: "typestr, /", Class: true, Fn: Fn1(func(t *Thread, cls, x Value) (Value, *Exc) {
		s, err := t.argStr("__getformat__", 0, x)
		if err != nil {
			return Value{}, err
		}
		if s.s != "double" && s.s != "float" {
			return Value{}, t.ValueErr("__getformat__() argument 1 must be 'double' or 'float'")
		}
		return InternStr("IEEE, little-endian").Value(), nil
	}), Doc: "Tell the format of C's 'double' or 'float' (for Python's test suite)."},
	{Name: "__format__", Sig: "format_spec, /", Fn: dunderFormat((*Thread).formatFloatSpec), Doc: "Formats the float according to format_spec."},
}

func init() {
	s := floatSlots
	s.New = floatNew
	RegisterType(TypeSpec{
		Type: FloatType, Name: "float", Sig: "x=0, /", shape: shFloat,
		Flags: FlagBaseType | FlagFloatSubclass | FlagMatchSelf, Layout: LayoutOf[Float](),
		Doc:     "Convert a string or number to a floating-point number, if possible.",
		Slots:   s,
		Methods: floatMethods,
		GetSet: []GetSetSpec{
			{Name: "real", Get: floatSelf, Doc: "the real part of a complex number"},
			{Name: "imag", Get: func(t *Thread, v Value) (Value, *Exc) { return Float64(0), nil }, Doc: "the imaginary part of a complex number"},
		},
	})
}

// The limits of float, for sys.float_info.
const (
	FloatMax     = math.MaxFloat64
	FloatMin     = 0x1p-1022
	FloatEpsilon = 0x1p-52
)

// FloatInfo returns the values of sys.float_info, in order: max, max_exp,
// max_10_exp, min, min_exp, min_10_exp, dig, mant_dig, epsilon, radix, rounds.
func FloatInfo() []Value {
	return []Value{Float64(FloatMax), Int64(1024), Int64(308), Float64(FloatMin), Int64(-1021), Int64(-307),
		Int64(15), Int64(53), Float64(FloatEpsilon), Int64(2), Int64(1)}
}

// IntInfo returns the values of sys.int_info: bits_per_digit, sizeof_digit,
// default_max_str_digits, str_digits_check_threshold.
func IntInfo() []Value {
	return []Value{Int64(30), Int64(4), Int64(defaultMaxStrDigits), Int64(MinStrDigitsLimit)}
}

// MinStrDigitsLimit is the least limit other than 0 (none) that
// sys.set_int_max_str_digits accepts.
const MinStrDigitsLimit = 640

// HashInfo returns the values of sys.hash_info: width, modulus, inf, nan, imag,
// algorithm, hash_bits, seed_bits, cutoff.
func HashInfo() []Value {
	return []Value{Int64(64), Int64(hashModulus), Int64(hashInf), Int64(0), Int64(hashImag), InternStr("siphash13").Value(),
		Int64(64), Int64(128), Int64(0)}
}

const (
	hashInf  = 314159
	hashImag = 1000003
)
