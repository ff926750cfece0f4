// Package fmath holds the elementary functions that Python's numbers and the
// math module are made of, with the accuracy that CPython's users see from a
// good C library.
package fmath

import "math"

// plain tells that x is neither zero, infinite, a NaN nor so small or large
// that computing in pairs of floats would lose bits.
func plain(x float64) bool {
	a := math.Abs(x)
	return a > 0x1p-400 && a < 0x1p400
}

// Pow is C's pow.
func Pow(x, y float64) float64 {
	switch {
	case math.IsInf(x, 0) || math.IsInf(y, 0) || x != x || y != y || x == 0 || y == 0 || x == 1 || x == -1:
		return math.Pow(x, y)
	case y == 1:
		return x
	case y == 2:
		return x * x
	case y == -1:
		return 1 / x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	}
	sign := 1.0
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		if math.Mod(y, 2) != 0 {
			sign = -1
		}
		x = -x
	}
	if h := y * 2; h == math.Trunc(h) && math.Abs(h) <= 40 && x > 0x1p-18 && x < 0x1p18 {
		n := int(math.Abs(h))
		p := powInt(x, n/2)
		if n&1 != 0 {
			p = p.mul(double{x, 0}.sqrt())
		}
		if h < 0 {
			p = one.div(p)
		}
		return sign * p.hi
	}
	if math.Abs(y) > 0x1p62 {
		return math.Copysign(math.Pow(x, y), sign)
	}
	z := logDouble(double{x, 0}).mulFloat(y)
	return sign * expDouble(z)
}

// Exp is C's exp.
func Exp(x float64) float64 {
	if x != x || math.IsInf(x, 0) || math.Abs(x) < 0x1p-60 {
		return math.Exp(x)
	}
	return expDouble(double{x, 0})
}

// Exp2 is C's exp2.
func Exp2(x float64) float64 {
	if x != x || math.Abs(x) > 1100 || math.Abs(x) < 0x1p-60 {
		return math.Exp2(x)
	}
	if n := math.Trunc(x); n == x {
		return math.Ldexp(1, int(n))
	}
	return expDouble(ln2.mulFloat(x))
}

// Expm1 is C's expm1, which rounds more than once; so does Go's, in the same places.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Log is C's log.
func Log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log(x)
	}
	return logDouble(double{x, 0}).hi
}

// Log2 is C's log2.
func Log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log2(x)
	}
	if f, e := math.Frexp(x); f == 0.5 {
		return float64(e - 1)
	}
	return logDouble(double{x, 0}).div(ln2).hi
}

// Log10 is C's log10.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log10(x)
	}
	return logDouble(double{x, 0}).div(ln10).hi
}

// Log1p is C's log1p, of which the same is true.
func Log1p(x float64) float64 { return math.Log1p(x) }

// Sin is C's sin.
func Sin(x float64) float64 {
	if math.Abs(x) < 0x1p-27 || math.IsInf(x, 0) || x != x {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s.hi
}

// Cos is C's cos.
func Cos(x float64) float64 {
	if math.Abs(x) < 0x1p-28 || math.IsInf(x, 0) || x != x {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c.hi
}

// Tan is C's tan.
func Tan(x float64) float64 {
	if math.Abs(x) < 0x1p-28 || math.IsInf(x, 0) || x != x {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s.div(c).hi
}

// Asin is C's asin.
func Asin(x float64) float64 {
	a := math.Asin(x)
	if !(math.Abs(x) < 1) || math.Abs(x) < 0x1p-28 {
		return a
	}
	return atan2Double(double{x, 0}, one.sub(twoProd(x, x)).sqrt(), a).hi
}

// Acos is C's acos.
func Acos(x float64) float64 {
	a := math.Acos(x)
	if !(math.Abs(x) < 1) {
		return a
	}
	return atan2Double(one.sub(twoProd(x, x)).sqrt(), double{x, 0}, a).hi
}

// Atan is C's atan.
func Atan(x float64) float64 {
	a := math.Atan(x)
	if math.Abs(x) < 0x1p-28 || math.Abs(x) > 0x1p60 || x != x {
		return a
	}
	return atan2Double(double{x, 0}, one, a).hi
}

// Atan2 is C's atan2.
func Atan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	if !plain(x) || !plain(y) {
		return a
	}
	return atan2Double(double{y, 0}, double{x, 0}, a).hi
}

// Hypot is C's hypot.
func Hypot(x, y float64) float64 {
	if !plain(x) || !plain(y) {
		return math.Hypot(x, y)
	}
	return twoProd(x, x).add(twoProd(y, y)).sqrt().hi
}

// Sinh is C's sinh. The hyperbolic functions and their inverses are put
// together from the others with a rounding at each step, as C libraries do
// it: their last bit is what people see.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	if !plain(x) || a < 0x1p-28 {
		return math.Sinh(x)
	}
	t := 0.0
	switch {
	case a < 1:
		t = Expm1(a)
		t = 0.5 * (2*t - t*t/(t+1))
	case a < 22:
		t = Expm1(a)
		t = 0.5 * (t + t/(t+1))
	case a < 709.7:
		t = 0.5 * Exp(a)
	default:
		t = expHalf(a)
	}
	return math.Copysign(t, x)
}

// expHalf is exp(x)/2, which is finite for larger x than exp is.
func expHalf(x float64) float64 {
	if x > 711 {
		return math.Inf(1)
	}
	v, k := expParts(double{x, 0})
	return math.Ldexp(v.hi, k-1)
}

// Cosh is C's cosh.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !plain(x) || a < 0x1p-28:
		return math.Cosh(x)
	case a < 0.5*math.Ln2:
		t := Expm1(a)
		w := 1 + t
		return 1 + t*t/(w+w)
	case a < 22:
		t := Exp(a)
		return 0.5*t + 0.5/t
	case a < 709.7:
		return 0.5 * Exp(a)
	}
	return expHalf(a)
}

// Tanh is C's tanh.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	if !(a < 22) || a < 0x1p-28 {
		return math.Tanh(x)
	}
	if a >= 1 {
		return math.Copysign(1-2/(Expm1(2*a)+2), x)
	}
	t := Expm1(-2 * a)
	return math.Copysign(-t/(t+2), x)
}

// Asinh is C's asinh.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	if !plain(x) || a < 0x1p-28 {
		return math.Asinh(x)
	}
	var w float64
	switch {
	case a > 0x1p28:
		w = Log(a) + math.Ln2
	case a > 2:
		w = Log(2*a + 1/(math.Sqrt(a*a+1)+a))
	default:
		t := a * a
		w = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Acosh is C's acosh.
func Acosh(x float64) float64 {
	switch {
	case !(x > 1) || math.IsInf(x, 1):
		return math.Acosh(x)
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(2*t+t*t))
}

// Atanh is C's atanh.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	if !(a < 1) || a < 0x1p-28 {
		return math.Atanh(x)
	}
	t := a + a
	if a < 0.5 {
		t = 0.5 * Log1p(t+t*a/(1-a))
	} else {
		t = 0.5 * Log1p(t/(1-a))
	}
	return math.Copysign(t, x)
}

// Cbrt is C's cbrt.
func Cbrt(x float64) float64 {
	y := math.Cbrt(x)
	if !plain(x) {
		return y
	}
	sq := twoProd(y, y)
	d := double{x, 0}.sub(sq.mulFloat(y)).div(sq.scale(2).add(sq))
	return d.addFloat(y).hi
}
