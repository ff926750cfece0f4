// Package cmath is the cmath module: elementary functions of complex numbers,
// with the branch cuts and special values of C99's annex G.
package cmath

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/fmath"
	"github.com/coachwhip/coachwhip/internal/py"
)

func domainErr(t *py.Thread) *py.Exc { return t.ValueErr("math domain error") }
func rangeErr(t *py.Thread) *py.Exc  { return t.Raise(py.OverflowError, "math range error") }

func finite(x float64) bool { return x-x == 0 }

func isFinite(z complex128) bool { return finite(real(z)) && finite(imag(z)) }
func isInf(z complex128) bool    { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }
func isNaN(z complex128) bool    { return real(z) != real(z) || imag(z) != imag(z) }

// fn makes a function of one complex number. f tells by its second result that
// the argument is outside of the domain; an infinite result of a finite
// argument is an overflow.
func fn(name, doc string, f func(z complex128) (complex128, bool)) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "z, /", Doc: doc, Fn: func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		z, err := t.AsComplex(v)
		if err != nil {
			return py.Value{}, err
		}
		w, ok := f(z)
		if !ok {
			return py.Value{}, domainErr(t)
		}
		if isFinite(z) && !isFinite(w) {
			return py.Value{}, rangeErr(t)
		}
		return py.NewComplex(w), nil
	}}
}

func test(name, doc string, f func(z complex128) bool) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "z, /", Doc: doc, Fn: func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		z, err := t.AsComplex(v)
		if err != nil {
			return py.Value{}, err
		}
		return py.Bool(f(z)), nil
	}}
}

// log is log(z[, base]).
func log(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	z, err := t.AsComplex(a[0])
	if err != nil {
		return py.Value{}, err
	}
	w, ok := cLog(z)
	if !a[1].IsNil() {
		b, err := t.AsComplex(a[1])
		if err != nil {
			return py.Value{}, err
		}
		lb, okb := cLog(b)
		q, okq := py.ComplexDiv(w, lb)
		w, ok = q, ok && okb && okq
	}
	if !ok {
		return py.Value{}, domainErr(t)
	}
	return py.NewComplex(w), nil
}

func phase(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	z, err := t.AsComplex(v)
	if err != nil {
		return py.Value{}, err
	}
	return py.Float64(fmath.Atan2(imag(z), real(z))), nil
}

func polar(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	z, err := t.AsComplex(v)
	if err != nil {
		return py.Value{}, err
	}
	r := fmath.Hypot(real(z), imag(z))
	if isFinite(z) && !finite(r) {
		return py.Value{}, rangeErr(t)
	}
	return py.NewTuple(py.Float64(r), py.Float64(fmath.Atan2(imag(z), real(z)))).Value(), nil
}

func rect(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	r, err := t.AsFloat(a[0])
	if err != nil {
		return py.Value{}, err
	}
	phi, err := t.AsFloat(a[1])
	if err != nil {
		return py.Value{}, err
	}
	w, ok := cRect(r, phi)
	if !ok {
		return py.Value{}, domainErr(t)
	}
	return py.NewComplex(w), nil
}

func isClose(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, err := t.AsComplex(a[0])
	if err != nil {
		return py.Value{}, err
	}
	y, err := t.AsComplex(a[1])
	if err != nil {
		return py.Value{}, err
	}
	rel, abs := 1e-9, 0.0
	if !a[2].IsNil() {
		if rel, err = t.AsFloat(a[2]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[3].IsNil() {
		if abs, err = t.AsFloat(a[3]); err != nil {
			return py.Value{}, err
		}
	}
	if rel < 0 || abs < 0 {
		return py.Value{}, t.ValueErr("tolerances must be non-negative")
	}
	if x == y {
		return py.True, nil
	}
	if isInf(x) || isInf(y) {
		return py.False, nil
	}
	d := size(x - y)
	return py.Bool(d <= rel*size(y) || d <= rel*size(x) || d <= abs), nil
}

func size(z complex128) float64 { return fmath.Hypot(real(z), imag(z)) }

func init() { py.RegisterPackage(registerCmath, "cmath") }

func registerCmath() {
	py.RegisterModule(py.ModuleSpec{
		Name: "cmath",
		Doc:  "Mathematical functions of complex numbers.",
		Methods: []py.MethodSpec{
			fn("acos", "Return the arc cosine of z.", cAcos),
			fn("acosh", "Return the inverse hyperbolic cosine of z.", cAcosh),
			fn("asin", "Return the arc sine of z.", cAsin),
			fn("asinh", "Return the inverse hyperbolic sine of z.", cAsinh),
			fn("atan", "Return the arc tangent of z.", cAtan),
			fn("atanh", "Return the inverse hyperbolic tangent of z.", cAtanh),
			fn("cos", "Return the cosine of z.", cCos),
			fn("cosh", "Return the hyperbolic cosine of z.", cCosh),
			fn("exp", "Return e raised to the power z.", cExp),
			{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Fn: isClose, Doc: "Determine whether two complex numbers are close in value.\n\nrel_tol is the greatest difference relative to the larger of them, abs_tol an\nabsolute one. NaN is not close to anything; infinities only to themselves."},
			test("isfinite", "Tell whether both parts of z are finite.", isFinite),
			test("isinf", "Tell whether a part of z is infinite.", isInf),
			test("isnan", "Tell whether a part of z is not a number.", isNaN),
			{Name: "log", Sig: "z, base=<unrepresentable>, /", Fn: log, Doc: "log(z[, base]) -> the logarithm of z to the given base, e if there is none."},
			fn("log10", "Return the base-10 logarithm of z.", func(z complex128) (complex128, bool) {
				w, ok := cLog(z)
				return complex(real(w)/math.Ln10, imag(w)/math.Ln10), ok
			}),
			{Name: "phase", Sig: "z, /", Fn: phase, Doc: "Return the argument of z, the angle of its polar coordinates."},
			{Name: "polar", Sig: "z, /", Fn: polar, Doc: "Return the polar coordinates of z: its absolute value and its phase."},
			{Name: "rect", Sig: "r, phi, /", Fn: rect, Doc: "Return the complex number with these polar coordinates."},
			fn("sin", "Return the sine of z.", cSin),
			fn("sinh", "Return the hyperbolic sine of z.", cSinh),
			fn("sqrt", "Return the square root of z.", cSqrt),
			fn("tan", "Return the tangent of z.", cTan),
			fn("tanh", "Return the hyperbolic tangent of z.", cTanh),
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			inf, nan := math.Inf(1), math.NaN()
			m.Set("pi", py.Float64(math.Pi))
			m.Set("e", py.Float64(math.E))
			m.Set("tau", py.Float64(2*math.Pi))
			m.Set("inf", py.Float64(inf))
			m.Set("nan", py.Float64(nan))
			m.Set("infj", py.NewComplex(complex(0, inf)))
			m.Set("nanj", py.NewComplex(complex(0, nan)))
			return nil
		},
	})
}
