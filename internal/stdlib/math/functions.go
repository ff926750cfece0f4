// Package math is the math module.
package math

import (
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/fmath"
	"github.com/coachwhip/coachwhip/internal/py"
)

func domainErr(t *py.Thread) *py.Exc { return t.ValueErr("math domain error") }
func rangeErr(t *py.Thread) *py.Exc  { return t.Raise(py.OverflowError, "math range error") }

// checked turns the special results of a C function into exceptions: a NaN
// that no NaN explains, and an infinity that no infinity explains.
func checked(t *py.Thread, r float64, fromNaN, fromInf, overflows bool) (py.Value, *py.Exc) {
	if math.IsNaN(r) && !fromNaN {
		return py.Value{}, domainErr(t)
	}
	if math.IsInf(r, 0) && !fromInf && !fromNaN {
		if overflows {
			return py.Value{}, rangeErr(t)
		}
		return py.Value{}, domainErr(t)
	}
	return py.Float64(r), nil
}

// fn1 makes a function of one float; overflows tells which error an infinite
// result of a finite argument is.
func fn1(f func(float64) float64, overflows bool) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		x, err := t.AsFloat(v)
		if err != nil {
			return py.Value{}, err
		}
		r := f(x)
		if r-r == 0 { // finite
			return py.Float64(r), nil
		}
		return checked(t, r, math.IsNaN(x), math.IsInf(x, 0), overflows)
	}
}

func twoFloats(t *py.Thread, a []py.Value) (x, y float64, err *py.Exc) {
	if x, err = t.AsFloat(a[0]); err != nil {
		return
	}
	y, err = t.AsFloat(a[1])
	return
}

// fn2 makes a function of two floats with a check of its result.
func fn2(f func(x, y float64) float64) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		x, y, err := twoFloats(t, a)
		if err != nil {
			return py.Value{}, err
		}
		r := f(x, y)
		return checked(t, r, math.IsNaN(x) || math.IsNaN(y), math.IsInf(x, 0) || math.IsInf(y, 0), true)
	}
}

// plain2 makes a function of two floats that cannot fail.
func plain2(f func(x, y float64) float64) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		x, y, err := twoFloats(t, a)
		if err != nil {
			return py.Value{}, err
		}
		return py.Float64(f(x, y)), nil
	}
}

func floatTest(f func(float64) bool) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		x, err := t.AsFloat(v)
		if err != nil {
			return py.Value{}, err
		}
		return py.Bool(f(x)), nil
	}
}

func logBase(x float64, f func(float64) float64) float64 {
	if x == 0 {
		return math.NaN() // CPython reports the pole as a domain error
	}
	return f(x)
}

// logOf computes a logarithm of any number; an int may exceed every float.
func logOf(t *py.Thread, v py.Value, f func(float64) float64) (float64, *py.Exc) {
	if !py.IsInt(v) {
		x, err := t.AsFloat(v)
		if err != nil {
			return 0, err
		}
		r := logBase(x, f)
		if math.IsNaN(r) && !math.IsNaN(x) {
			return 0, domainErr(t)
		}
		return r, nil
	}
	b := py.BigOf(v)
	if b.Sign() <= 0 {
		return 0, domainErr(t)
	}
	if x, err := t.AsFloat(v); err == nil {
		return f(x), nil
	}
	m := new(big.Float)
	e := new(big.Float).SetInt(b).MantExp(m)
	x, _ := m.Float64()
	return f(x) + float64(f(2)*float64(e)), nil
}

func logFn(f func(float64) float64) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		r, err := logOf(t, v, f)
		return py.Float64(r), err
	}
}

func mathLog(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.NoKeywords(t, "math.log()"); err != nil {
		return py.Value{}, err
	}
	if err := args.Count(t, "log", 1, 2); err != nil {
		return py.Value{}, err
	}
	a := args.Pos()
	num, err := logOf(t, a[0], fmath.Log)
	if err != nil || len(a) == 1 {
		return py.Float64(num), err
	}
	den, err := logOf(t, a[1], fmath.Log)
	if err != nil {
		return py.Value{}, err
	}
	return t.Binary(py.OpDiv, py.Float64(num), py.Float64(den))
}

func mathPow(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, y, err := twoFloats(t, a)
	if err != nil {
		return py.Value{}, err
	}
	r := fmath.Pow(x, y)
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0) || math.IsNaN(x) || math.IsNaN(y):
	case math.IsNaN(r), math.IsInf(r, 0) && x == 0:
		return py.Value{}, domainErr(t)
	case math.IsInf(r, 0):
		return py.Value{}, rangeErr(t)
	}
	return py.Float64(r), nil
}

func mathFmod(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, y, err := twoFloats(t, a)
	if err != nil {
		return py.Value{}, err
	}
	r := math.Mod(x, y)
	if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
		return py.Value{}, domainErr(t)
	}
	return py.Float64(r), nil
}

func mathLdexp(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, err := t.AsFloat(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if !py.IsInt(a[1]) {
		return py.Value{}, t.TypeErr("Expected an int as second argument to ldexp.")
	}
	e, err := t.AsIndexClamped(a[1])
	if err != nil {
		return py.Value{}, err
	}
	const far = 5000
	r := math.Ldexp(x, max(min(e, far), -far))
	if math.IsInf(r, 0) && !math.IsInf(x, 0) {
		return py.Value{}, rangeErr(t)
	}
	return py.Float64(r), nil
}

func mathFrexp(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	x, err := t.AsFloat(v)
	if err != nil {
		return py.Value{}, err
	}
	m, e := math.Frexp(x)
	return py.NewTuple(py.Float64(m), py.IntOf(e)).Value(), nil
}

func mathModf(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	x, err := t.AsFloat(v)
	if err != nil {
		return py.Value{}, err
	}
	if math.IsInf(x, 0) {
		return py.NewTuple(py.Float64(math.Copysign(0, x)), py.Float64(x)).Value(), nil
	}
	w := math.Trunc(x)
	return py.NewTuple(py.Float64(math.Copysign(x-w, x)), py.Float64(w)).Value(), nil
}

func mathFma(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, y, err := twoFloats(t, a)
	if err != nil {
		return py.Value{}, err
	}
	z, err := t.AsFloat(a[2])
	if err != nil {
		return py.Value{}, err
	}
	r := math.FMA(x, y, z)
	switch {
	case math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) && !math.IsNaN(z):
		return py.Value{}, t.ValueErr("invalid operation in fma")
	case math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsInf(z, 0):
		return py.Value{}, t.Raise(py.OverflowError, "overflow in fma")
	}
	return py.Float64(r), nil
}

// rounder makes floor or ceil: a special method comes first, a float's is inlined.
func rounder(name string, f func(float64) float64) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		if v.Type() != py.FloatType {
			if r, ok, err := t.CallSpecial(v, name); ok {
				return r, err
			}
		}
		x, err := t.AsFloat(v)
		if err != nil {
			return py.Value{}, err
		}
		return t.IntFromFloat(f(x))
	}
}

func mathTrunc(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	if v.Type() == py.FloatType {
		return t.IntFromFloat(py.FloatOf(v))
	}
	r, ok, err := t.CallSpecial(v, "__trunc__")
	if !ok {
		return py.Value{}, t.TypeErr("type %s doesn't define __trunc__ method", v.Type().Name())
	}
	return r, err
}

func mathIsclose(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	v := [4]float64{2: 1e-9}
	for i := range v {
		if a[i].IsNil() {
			continue
		}
		x, err := t.AsFloat(a[i])
		if err != nil {
			return py.Value{}, err
		}
		v[i] = x
	}
	x, y, rel, abs := v[0], v[1], v[2], v[3]
	if rel < 0 || abs < 0 {
		return py.Value{}, t.ValueErr("tolerances must be non-negative")
	}
	switch {
	case x == y:
		return py.True, nil
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return py.False, nil
	}
	d := math.Abs(y - x)
	return py.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}

// ordered maps floats to integers in the same order, one step apart.
func ordered(f float64) int64 {
	b := int64(math.Float64bits(f))
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

func fromOrdered(n int64) float64 {
	if n < 0 {
		return math.Float64frombits(uint64(math.MinInt64 - n))
	}
	return math.Float64frombits(uint64(n))
}

func mathNextafter(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, y, err := twoFloats(t, a)
	if err != nil {
		return py.Value{}, err
	}
	steps := uint64(1)
	if !a[2].IsNil() && !a[2].IsNone() {
		n, err := t.Index(a[2])
		if err != nil {
			return py.Value{}, err
		}
		b := py.BigOf(n)
		if b.Sign() < 0 {
			return py.Value{}, t.ValueErr("steps must be a non-negative integer")
		}
		steps = math.MaxUint64
		if b.IsUint64() {
			steps = b.Uint64()
		}
	}
	switch {
	case steps == 0:
		return py.Float64(x), nil
	case math.IsNaN(x):
		return py.Float64(x), nil
	case math.IsNaN(y), x == y:
		return py.Float64(y), nil
	}
	if steps == 1 {
		return py.Float64(math.Nextafter(x, y)), nil
	}
	i, j := ordered(x), ordered(y)
	if i < j {
		if uint64(j)-uint64(i) <= steps {
			return py.Float64(y), nil
		}
		r := fromOrdered(i + int64(steps))
		if r == 0 && i < 0 {
			r = math.Copysign(0, -1)
		}
		return py.Float64(r), nil
	}
	if uint64(i)-uint64(j) <= steps {
		return py.Float64(y), nil
	}
	return py.Float64(fromOrdered(i - int64(steps))), nil
}

func ulp(x float64) float64 {
	x = math.Abs(x)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	n := math.Nextafter(x, math.Inf(1))
	if math.IsInf(n, 0) {
		return x - math.Nextafter(x, 0)
	}
	return n - x
}

func init() { py.RegisterPackage(registerFunctions, "math") }

func registerFunctions() {
	rad := math.Pi / 180
	deg := 180 / math.Pi
	funcs := []py.MethodSpec{
		{Name: "acos", Fn: fn1(fmath.Acos, false), Doc: "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi."},
		{Name: "acosh", Fn: fn1(fmath.Acosh, false), Doc: "Return the inverse hyperbolic cosine of x."},
		{Name: "asin", Fn: fn1(fmath.Asin, false), Doc: "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."},
		{Name: "asinh", Fn: fn1(fmath.Asinh, false), Doc: "Return the inverse hyperbolic sine of x."},
		{Name: "atan", Fn: fn1(fmath.Atan, false), Doc: "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."},
		{Name: "atanh", Fn: fn1(fmath.Atanh, false), Doc: "Return the inverse hyperbolic tangent of x."},
		{Name: "cbrt", Fn: fn1(fmath.Cbrt, false), Doc: "Return the cube root of x."},
		{Name: "cos", Fn: fn1(fmath.Cos, false), Doc: "Return the cosine of x (measured in radians)."},
		{Name: "cosh", Fn: fn1(fmath.Cosh, true), Doc: "Return the hyperbolic cosine of x."},
		{Name: "degrees", Fn: plain1(func(x float64) float64 { return x * deg }), Doc: "Convert angle x from radians to degrees."},
		{Name: "erf", Fn: fn1(math.Erf, false), Doc: "Error function at x."},
		{Name: "erfc", Fn: fn1(math.Erfc, false), Doc: "Complementary error function at x."},
		{Name: "exp", Fn: fn1(fmath.Exp, true), Doc: "Return e raised to the power of x."},
		{Name: "exp2", Fn: fn1(fmath.Exp2, true), Doc: "Return 2 raised to the power of x."},
		{Name: "expm1", Fn: fn1(fmath.Expm1, true), Doc: "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x."},
		{Name: "fabs", Fn: fn1(math.Abs, false), Doc: "Return the absolute value of the float x."},
		{Name: "gamma", Fn: fn1E(gamma), Doc: "Gamma function at x."},
		{Name: "lgamma", Fn: fn1E(lgamma), Doc: "Natural logarithm of absolute value of Gamma function at x."},
		{Name: "log1p", Fn: fn1(func(x float64) float64 {
			if x == -1 {
				return math.NaN()
			}
			return fmath.Log1p(x)
		}, false), Doc: "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero."},
		{Name: "radians", Fn: plain1(func(x float64) float64 { return x * rad }), Doc: "Convert angle x from degrees to radians."},
		{Name: "sin", Fn: fn1(fmath.Sin, false), Doc: "Return the sine of x (measured in radians)."},
		{Name: "sinh", Fn: fn1(fmath.Sinh, true), Doc: "Return the hyperbolic sine of x."},
		{Name: "sqrt", Fn: py.Fn1(mathSqrt), Doc: "Return the square root of x."},
		{Name: "tan", Fn: fn1(fmath.Tan, false), Doc: "Return the tangent of x (measured in radians)."},
		{Name: "tanh", Fn: fn1(fmath.Tanh, false), Doc: "Return the hyperbolic tangent of x."},
		{Name: "ulp", Fn: plain1(ulp), Doc: "Return the value of the least significant bit of the float x."},
		{Name: "isfinite", Fn: floatTest(func(x float64) bool { return x-x == 0 }), Doc: "Return True if x is neither an infinity nor a NaN, and False otherwise."},
		{Name: "isinf", Fn: floatTest(func(x float64) bool { return math.IsInf(x, 0) }), Doc: "Return True if x is a positive or negative infinity, and False otherwise."},
		{Name: "isnan", Fn: floatTest(math.IsNaN), Doc: "Return True if x is a NaN (not a number), and False otherwise."},
		{Name: "ceil", Fn: rounder("__ceil__", math.Ceil), Doc: "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x."},
		{Name: "floor", Fn: rounder("__floor__", math.Floor), Doc: "Return the floor of x as an Integral.\n\nThis is the largest integer <= x."},
		{Name: "trunc", Fn: py.Fn1(mathTrunc), Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method."},
		{Name: "frexp", Fn: py.Fn1(mathFrexp), Doc: "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0."},
		{Name: "modf", Fn: py.Fn1(mathModf), Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats."},
		{Name: "log2", Fn: logFn(fmath.Log2), Doc: "Return the base 2 logarithm of x."},
		{Name: "log10", Fn: logFn(fmath.Log10), Doc: "Return the base 10 logarithm of x."},
		{Name: "factorial", Fn: py.Fn1(mathFactorial), Doc: "Find n!.\n\nRaise a ValueError if x is negative or non-integral."},
		{Name: "isqrt", Fn: py.Fn1(mathIsqrt), Doc: "Return the integer part of the square root of the input."},
		{Name: "fsum", Fn: py.Fn1(mathFsum), Doc: "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic."},
	}
	for i := range funcs {
		if funcs[i].Sig == "" {
			funcs[i].Sig = "x, /"
		}
		switch funcs[i].Name {
		case "factorial", "isqrt":
			funcs[i].Sig = "n, /"
		case "fsum":
			funcs[i].Sig = "seq, /"
		}
	}
	funcs = append(funcs,
		py.MethodSpec{Name: "log", Fn: py.FnRaw(mathLog), Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x."},
		py.MethodSpec{Name: "atan2", Sig: "y, x, /", Fn: plain2(fmath.Atan2), Doc: "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered."},
		py.MethodSpec{Name: "copysign", Sig: "x, y, /", Fn: plain2(math.Copysign), Doc: "Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n"},
		py.MethodSpec{Name: "fmod", Sig: "x, y, /", Fn: py.FnSig(mathFmod), Doc: "Return fmod(x, y), according to platform C.\n\nx % y may differ."},
		py.MethodSpec{Name: "remainder", Sig: "x, y, /", Fn: fn2(math.Remainder), Doc: "Difference between x and the closest integer multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\ny, the nearest even value of n is used. The result is always exact."},
		py.MethodSpec{Name: "pow", Sig: "x, y, /", Fn: py.FnSig(mathPow), Doc: "Return x**y (x to the power of y)."},
		py.MethodSpec{Name: "ldexp", Sig: "x, i, /", Fn: py.FnSig(mathLdexp), Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp()."},
		py.MethodSpec{Name: "fma", Sig: "x, y, z, /", Fn: py.FnSig(mathFma), Doc: "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round."},
		py.MethodSpec{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Fn: py.FnSig(mathIsclose), Doc: "Determine whether two floating-point numbers are close in value.\n\nrel_tol is the maximum difference relative to the larger of them, abs_tol an\nabsolute one. NaN is not close to anything; infinities only to themselves."},
		py.MethodSpec{Name: "nextafter", Sig: "x, y, /, *, steps=None", Fn: py.FnSig(mathNextafter), Doc: "Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1."},
		py.MethodSpec{Name: "comb", Sig: "n, k, /", Fn: py.FnSig(mathComb), Doc: "Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n."},
		py.MethodSpec{Name: "perm", Sig: "n, k=None, /", Fn: py.FnSig(mathPerm), Doc: "Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.  Without k it is n!."},
		py.MethodSpec{Name: "gcd", Sig: "*integers", Fn: py.FnRaw(mathGcd), Doc: "Greatest Common Divisor."},
		py.MethodSpec{Name: "lcm", Sig: "*integers", Fn: py.FnRaw(mathLcm), Doc: "Least Common Multiple."},
		py.MethodSpec{Name: "hypot", Fn: py.FnRaw(mathHypot), Doc: "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point."},
		py.MethodSpec{Name: "dist", Sig: "p, q, /", Fn: py.FnSig(mathDist), Doc: "Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension."},
		py.MethodSpec{Name: "prod", Sig: "iterable, /, *, start=1", Fn: py.FnSig(mathProd), Doc: "Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1."},
		py.MethodSpec{Name: "sumprod", Sig: "p, q, /", Fn: py.FnSig(mathSumprod), Doc: "Return the sum of products of values from two iterables p and q."},
	)
	py.RegisterModule(py.ModuleSpec{
		Name:    "math",
		Doc:     "This module provides access to the mathematical functions\ndefined by the C standard.",
		Methods: funcs,
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("pi", py.Float64(math.Pi))
			m.Set("e", py.Float64(math.E))
			m.Set("tau", py.Float64(2*math.Pi))
			m.Set("inf", py.Float64(math.Inf(1)))
			m.Set("nan", py.Float64(math.NaN()))
			return nil
		},
	})
}

// plain1 makes a function of one float that cannot fail.
func plain1(f func(float64) float64) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		x, err := t.AsFloat(v)
		if err != nil {
			return py.Value{}, err
		}
		return py.Float64(f(x)), nil
	}
}

func mathSqrt(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	x, err := t.AsFloat(v)
	if err != nil {
		return py.Value{}, err
	}
	if x < 0 {
		return py.Value{}, domainErr(t)
	}
	return py.Float64(math.Sqrt(x)), nil
}
