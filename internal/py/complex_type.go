package py

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/fmath"
	"github.com/coachwhip/coachwhip/internal/numfmt"
)

// IsComplex tells whether v is a complex (subclasses included).
func IsComplex(v Value) bool { return v.p.typ.layout == ComplexType }

// ComplexOf returns the value of a complex; v is one.
func ComplexOf(v Value) complex128 { return asComplex(v).c }

// numComplex converts an operand of complex arithmetic; ok is false for what
// is no number.
func numComplex(t *Thread, v Value) (c complex128, ok bool, err *Exc) {
	if IsComplex(v) {
		return asComplex(v).c, true, nil
	}
	f, ok, err := numFloat(t, v)
	return complex(f, 0), ok, err
}

func complexArith(f func(t *Thread, a, b complex128) (complex128, *Exc)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		x, ok, err := numComplex(t, a)
		if !ok || err != nil {
			return NotImplemented, err
		}
		y, ok, err := numComplex(t, b)
		if !ok || err != nil {
			return NotImplemented, err
		}
		r, err := f(t, x, y)
		if err != nil {
			return Value{}, err
		}
		return NewComplex(r), nil
	}
}

// The conversions keep the compiler from fusing the products with the sums.
func complexMul(a, b complex128) complex128 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	return complex(float64(ar*br)-float64(ai*bi), float64(ar*bi)+float64(ai*br))
}

// ComplexDiv divides by Smith's method; ok is false for a zero divisor.
func ComplexDiv(a, b complex128) (r complex128, ok bool) {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	switch x, y := math.Abs(br), math.Abs(bi); {
	case x >= y:
		if x == 0 {
			return 0, false
		}
		q := bi / br
		d := br + float64(bi*q)
		return complex((ar+float64(ai*q))/d, (ai-float64(ar*q))/d), true
	case y >= x:
		q := br / bi
		d := float64(br*q) + bi
		return complex((float64(ar*q)+ai)/d, (float64(ai*q)-ar)/d), true
	}
	return complex(math.NaN(), math.NaN()), true
}

// complexPow is a ** b. Small integral exponents multiply, others go through
// polar coordinates.
func complexPow(t *Thread, a, b complex128) (Value, *Exc) {
	const maxInt = 100
	var r complex128
	br, bi := real(b), imag(b)
	switch {
	case bi == 0 && br == math.Floor(br) && math.Abs(br) <= maxInt:
		n := int(br)
		p := complexPowUint(a, uint(max(n, -n)))
		if n > 0 {
			r = p
		} else {
			var ok bool
			if r, ok = ComplexDiv(1, p); !ok {
				return Value{}, errZeroDiv(t, "0.0 to a negative or complex power")
			}
		}
	case a == 0:
		if bi != 0 || br < 0 {
			return Value{}, errZeroDiv(t, "0.0 to a negative or complex power")
		}
		r = 0
	default:
		abs := fmath.Hypot(real(a), imag(a))
		length := fmath.Pow(abs, br)
		at := fmath.Atan2(imag(a), real(a))
		phase := at * br
		if bi != 0 {
			length *= fmath.Exp(-at * bi)
			phase += bi * fmath.Log(abs)
		}
		s, c := fmath.Sin(phase), fmath.Cos(phase)
		r = complex(length*c, length*s)
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return Value{}, t.Raise(OverflowError, "complex exponentiation")
	}
	return NewComplex(r), nil
}

func complexPowUint(x complex128, n uint) complex128 {
	r, p := complex128(1), x
	for mask := uint(1); mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}

// complexSpecial is the value of __complex__; ok is false when v has none.
func (t *Thread) complexSpecial(v Value) (c complex128, ok bool, err *Exc) {
	if v.p.typ == ComplexType {
		return asComplex(v).c, true, nil
	}
	r, found, err := t.callSpecial(v, InternStr("__complex__"))
	if !found || err != nil {
		return 0, found, err
	}
	if !IsComplex(r) {
		return 0, true, t.TypeErr("__complex__ returned non-complex (type %s)", r.p.typ.name)
	}
	if r.p.typ != ComplexType {
		if err := t.Warn(DeprecationWarning, 1, "__complex__ returned non-complex (type %s).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.", r.p.typ.name); err != nil {
			return 0, true, err
		}
	}
	return asComplex(r).c, true, nil
}

// AsComplex converts a number as cmath's functions do: __complex__, __float__, __index__.
func (t *Thread) AsComplex(v Value) (complex128, *Exc) {
	if IsComplex(v) && v.p.typ == ComplexType {
		return asComplex(v).c, nil
	}
	if v.p != &floatTag && v.p != &intTag {
		if c, ok, err := t.complexSpecial(v); ok {
			return c, err
		}
		if IsComplex(v) {
			return asComplex(v).c, nil
		}
	}
	f, err := t.AsFloat(v)
	return complex(f, 0), err
}

func isRealNumber(v Value) bool {
	s := &v.p.typ.slots
	return s.ToFloat != nil || s.Index != nil || IsFloat(v) || IsInt(v) || IsComplex(v)
}

var complexSig = ParseSignature("real=0, imag=0")

func complexNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if n := args.Len() + args.NumKw(); n > 2 {
		return Value{}, t.TypeErr("complex() takes at most 2 arguments (%d given)", n)
	}
	var a [2]Value
	if err := complexSig.Bind(t, "complex", args, a[:]); err != nil {
		return Value{}, err
	}
	re, im := a[0], a[1]
	if re.p == nil {
		re = Int64(0)
	} else if re.p.typ == ComplexType && im.p == nil && cls == ComplexType {
		return re, nil
	}
	if s, ok := ToStr(re); ok {
		if im.p != nil {
			return Value{}, t.TypeErr("complex() can't take second arg if first is a string")
		}
		c, ok := numfmt.ParseComplex(numfmt.ASCIINumber(s.s))
		if !ok {
			return Value{}, t.ValueErr("complex() arg is a malformed string")
		}
		return newComplexOf(cls, c), nil
	}
	if im.p != nil {
		if _, ok := ToStr(im); ok {
			return Value{}, t.TypeErr("complex() second arg can't be a string")
		}
	}
	var cr, ci complex128
	crComplex := false
	c, ok, err := t.complexSpecial(re)
	switch {
	case err != nil:
		return Value{}, err
	case ok:
		cr, crComplex = c, true
	case !isRealNumber(re):
		return Value{}, t.TypeErr("complex() first argument must be a string or a number, not '%s'", re.p.typ.name)
	}
	if im.p != nil && !isRealNumber(im) {
		return Value{}, t.TypeErr("complex() second argument must be a number, not '%s'", im.p.typ.name)
	}
	if !crComplex {
		if IsComplex(re) {
			cr, crComplex = asComplex(re).c, true
		} else {
			f, err := t.FloatFrom(re)
			if err != nil {
				return Value{}, err
			}
			cr = complex(f, 0)
		}
	}
	x, y := real(cr), 0.0
	switch {
	case im.p == nil:
		y = imag(cr)
	case IsComplex(im):
		ci = asComplex(im).c
		x -= imag(ci)
		y = real(ci)
	default:
		if y, err = t.FloatFrom(im); err != nil {
			return Value{}, err
		}
	}
	if im.p != nil && crComplex {
		y += imag(cr)
	}
	return newComplexOf(cls, complex(x, y)), nil
}

func newComplexOf(cls *Type, c complex128) Value {
	o := allocFor[Complex](cls)
	o.c = c
	return Value{&o.Header, 0}
}

func complexCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x := asComplex(a).c
	var eq bool
	switch {
	case IsComplex(b):
		y := asComplex(b).c
		eq = real(x) == real(y) && imag(x) == imag(y)
	case IsFloat(b):
		eq = imag(x) == 0 && real(x) == floatOf(b)
	case IsInt(b):
		eq = imag(x) == 0 && !math.IsNaN(real(x)) && !math.IsInf(real(x), 0) && cmpFloatInt(real(x), b) == 0
	default:
		return NotImplemented, nil
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func complexHash(t *Thread, v Value) (int64, *Exc) {
	c := asComplex(v).c
	h := hashFloat(real(c), v) + hashImag*hashFloat(imag(c), v)
	if h == -1 {
		h = -2
	}
	return h, nil
}

func complexAbs(t *Thread, v Value) (Value, *Exc) {
	c := asComplex(v).c
	r := fmath.Hypot(real(c), imag(c))
	if math.IsInf(r, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
		return Value{}, t.Raise(OverflowError, "absolute value too large")
	}
	return Float64(r), nil
}

func complexExact(t *Thread, v Value) (Value, *Exc) {
	if v.p.typ == ComplexType {
		return v, nil
	}
	return NewComplex(asComplex(v).c), nil
}

func init() {
	RegisterType(TypeSpec{
		Type: ComplexType, Name: "complex", Sig: "real=0, imag=0", Flags: FlagBaseType, Layout: LayoutOf[Complex](),
		Doc: "Create a complex number from a string or numbers.\n\nA string is parsed as a complex number, a number converted to one; real and\nimag give the components.",
		Slots: Slots{
			New: complexNew,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				return newASCII(numfmt.ReprComplex(asComplex(v).c)).Value(), nil
			},
			Hash:    complexHash,
			Compare: complexCompare,
			Bool:    func(t *Thread, v Value) (bool, *Exc) { return asComplex(v).c != 0, nil },
			Neg: func(t *Thread, v Value) (Value, *Exc) {
				c := asComplex(v).c
				return NewComplex(complex(-real(c), -imag(c))), nil
			},
			Pos: complexExact,
			Abs: complexAbs,
			Binary: [numBinaryOps]BinaryFunc{
				OpAdd: complexArith(func(t *Thread, a, b complex128) (complex128, *Exc) { return a + b, nil }),
				OpSub: complexArith(func(t *Thread, a, b complex128) (complex128, *Exc) { return a - b, nil }),
				OpMul: complexArith(func(t *Thread, a, b complex128) (complex128, *Exc) { return complexMul(a, b), nil }),
				OpDiv: complexArith(func(t *Thread, a, b complex128) (complex128, *Exc) {
					r, ok := ComplexDiv(a, b)
					if !ok {
						return 0, errZeroDiv(t, "complex division by zero")
					}
					return r, nil
				}),
				OpPow: func(t *Thread, a, b Value) (Value, *Exc) {
					x, ok, err := numComplex(t, a)
					if !ok || err != nil {
						return NotImplemented, err
					}
					y, ok, err := numComplex(t, b)
					if !ok || err != nil {
						return NotImplemented, err
					}
					return complexPow(t, x, y)
				},
			},
			Pow3: func(t *Thread, a, b, c Value) (Value, *Exc) {
				return Value{}, t.ValueErr("complex modulo")
			},
		},
		Methods: []MethodSpec{
			{Name: "conjugate", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				c := asComplex(v).c
				return NewComplex(complex(real(c), -imag(c))), nil
			}), Doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."},
			{Name: "__complex__", Fn: Fn0(complexExact), Doc: "Convert this value to exact type complex."},
			{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				c := asComplex(v).c
				return NewTuple(Float64(real(c)), Float64(imag(c))).Value(), nil
			})},
			{Name: "__format__", Sig: "format_spec, /", Fn: dunderFormat((*Thread).formatComplexSpec), Doc: "Convert to a string according to format_spec."},
		},
		GetSet: []GetSetSpec{
			{Name: "real", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return Float64(real(asComplex(v).c)), nil }, Doc: "the real part of a complex number"},
			{Name: "imag", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return Float64(imag(asComplex(v).c)), nil }, Doc: "the imaginary part of a complex number"},
		},
	})
}
