package cmath

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/fmath"
)

// The formulas for finite arguments are those of W. Kahan, "Branch cuts for
// complex elementary functions" (1987); arguments so large that a square would
// overflow are scaled. What comes out for infinities and NaN is the table in
// annex G of C99, completed where it leaves a sign open as CPython does.

const (
	large    = math.MaxFloat64 / 4
	smallest = 0x1p-1022 // the smallest normal number
	// logLarge is where exp(x) comes near to overflow.
	logLarge = 708.3964185322641
)

// timesI and overI turn by a right angle; a multiplication would spoil the
// signs of zeros.
func timesI(z complex128) complex128 { return complex(-imag(z), real(z)) }
func overI(z complex128) complex128  { return complex(imag(z), -real(z)) }

func cSqrt(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	switch {
	case math.IsInf(y, 0):
		return complex(math.Inf(1), y), true
	case x != x:
		return complex(x, math.NaN()), true
	case math.IsInf(x, 1):
		if y != y {
			return z, true
		}
		return complex(x, math.Copysign(0, y)), true
	case math.IsInf(x, -1):
		if y != y {
			return complex(y, math.Inf(1)), true
		}
		return complex(0, math.Copysign(math.Inf(1), y)), true
	case y != y:
		return complex(y, y), true
	case x == 0 && y == 0:
		return complex(0, y), true
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var s float64
	if ax < smallest && ay < smallest && (ax > 0 || ay > 0) {
		// Subnormal numbers have too few bits: work at 2**54 times their size.
		ax = ax * 0x1p54
		s = math.Sqrt(ax+fmath.Hypot(ax, ay*0x1p54)) * 0x1p-27 / math.Sqrt2
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+fmath.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if x >= 0 {
		return complex(s, math.Copysign(d, y)), true
	}
	return complex(d, math.Copysign(s, y)), true
}

func sqrt(z complex128) complex128 {
	w, _ := cSqrt(z)
	return w
}

func cLog(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	arg := fmath.Atan2(y, x)
	if !isFinite(z) {
		if isInf(z) {
			return complex(math.Inf(1), arg), true
		}
		return complex(math.NaN(), math.NaN()), true
	}
	ax, ay := math.Abs(x), math.Abs(y)
	switch {
	case ax == 0 && ay == 0:
		return complex(math.Inf(-1), arg), false
	case ax > large || ay > large:
		return complex(fmath.Log(fmath.Hypot(ax/2, ay/2))+math.Ln2, arg), true
	case ax < smallest && ay < smallest:
		return complex(fmath.Log(fmath.Hypot(ax*0x1p53, ay*0x1p53))-53*math.Ln2, arg), true
	}
	h := fmath.Hypot(ax, ay)
	if h < 0.71 || h > 1.73 {
		return complex(fmath.Log(h), arg), true
	}
	// Near the unit circle the logarithm of h**2 - 1 keeps the digits.
	big, small := max(ax, ay), min(ax, ay)
	return complex(fmath.Log1p((big-1)*(big+1)+small*small)/2, arg), true
}

// signedInf is an infinity with the sign of x.
func signedInf(x float64) float64 { return math.Copysign(math.Inf(1), x) }

// cis is r*(cos y + i sin y) of an infinity or zero r and a finite y, whose
// only information is its signs.
func cis(r, y float64) complex128 {
	if y == 0 {
		return complex(r, math.Copysign(r, math.Copysign(1, r)*y))
	}
	return complex(math.Copysign(r, math.Copysign(1, r)*fmath.Cos(y)), math.Copysign(r, math.Copysign(1, r)*fmath.Sin(y)))
}

func cExp(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	if isFinite(z) {
		if y == 0 {
			return complex(fmath.Exp(x), y), true
		}
		if x > logLarge {
			e := fmath.Exp(x - 1)
			return complex(e*fmath.Cos(y)*math.E, e*fmath.Sin(y)*math.E), true
		}
		e := fmath.Exp(x)
		return complex(e*fmath.Cos(y), e*fmath.Sin(y)), true
	}
	switch {
	case math.IsInf(x, -1):
		if finite(y) {
			if y == 0 {
				return complex(0, y), true
			}
			return cis(0, y), true
		}
		return 0, true
	case math.IsInf(x, 1):
		switch {
		case y == 0:
			return complex(x, y), true
		case finite(y):
			return cis(x, y), true
		}
		return complex(x, math.NaN()), y != y
	case x != x && y == 0:
		return z, true
	}
	return complex(math.NaN(), math.NaN()), !math.IsInf(y, 0) || x != x
}

func cCosh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	if isFinite(z) {
		if math.Abs(x) > logLarge {
			near := x - math.Copysign(1, x)
			return complex(fmath.Cos(y)*fmath.Cosh(near)*math.E, fmath.Sin(y)*fmath.Sinh(near)*math.E), true
		}
		return complex(fmath.Cos(y)*fmath.Cosh(x), fmath.Sin(y)*fmath.Sinh(x)), true
	}
	nan := math.NaN()
	switch {
	case math.IsInf(x, 0):
		switch {
		case y == 0:
			return complex(math.Inf(1), math.Copysign(0, x)*math.Copysign(1, y)), true
		case finite(y):
			return complex(signedInf(fmath.Cos(y)), signedInf(math.Copysign(fmath.Sin(y), x)*math.Copysign(1, fmath.Sin(y)))), true
		}
		return complex(math.Inf(1), nan), y != y
	case x != x:
		if y == 0 {
			return complex(nan, 0), true
		}
		return complex(nan, nan), true
	case x == 0: // y is infinite or NaN
		return complex(nan, 0), y != y
	}
	return complex(nan, nan), y != y
}

func cSinh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	if isFinite(z) {
		if math.Abs(x) > logLarge {
			near := x - math.Copysign(1, x)
			return complex(fmath.Cos(y)*fmath.Sinh(near)*math.E, fmath.Sin(y)*fmath.Cosh(near)*math.E), true
		}
		return complex(fmath.Cos(y)*fmath.Sinh(x), fmath.Sin(y)*fmath.Cosh(x)), true
	}
	nan := math.NaN()
	switch {
	case math.IsInf(x, 0):
		switch {
		case y == 0:
			return z, true
		case finite(y):
			c, s := fmath.Cos(y), fmath.Sin(y)
			return complex(signedInf(math.Copysign(1, x)*c), signedInf(s)), true
		}
		return complex(math.Inf(1), nan), y != y
	case x != x:
		if y == 0 {
			return z, true
		}
		return complex(nan, nan), true
	case x == 0:
		return complex(0, nan), y != y
	}
	return complex(nan, nan), y != y
}

func cTanh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	if isFinite(z) {
		if math.Abs(x) > logLarge/2 {
			return complex(math.Copysign(1, x), 4*fmath.Sin(y)*fmath.Cos(y)*fmath.Exp(-2*math.Abs(x))), true
		}
		tx, ty, cx := fmath.Tanh(x), fmath.Tan(y), 1/fmath.Cosh(x)
		d := 1 + (tx*ty)*(tx*ty)
		return complex(tx*(1+ty*ty)/d, ty/d*cx*cx), true
	}
	nan := math.NaN()
	switch {
	case math.IsInf(x, 0):
		if finite(y) {
			return complex(math.Copysign(1, x), math.Copysign(0, fmath.Sin(y)*fmath.Cos(y))), true
		}
		return complex(math.Copysign(1, x), 0), true
	case x != x && y == 0:
		return z, true
	case x == 0 && math.IsInf(y, 0):
		return complex(x, nan), false
	}
	return complex(nan, nan), x != x || y != y
}

// The circular functions are the hyperbolic ones turned by a right angle.

func cCos(z complex128) (complex128, bool) { return cCosh(timesI(z)) }

func cSin(z complex128) (complex128, bool) {
	w, ok := cSinh(timesI(z))
	return overI(w), ok
}

func cTan(z complex128) (complex128, bool) {
	w, ok := cTanh(timesI(z))
	return overI(w), ok
}

func cRect(r, phi float64) (complex128, bool) {
	if finite(r) && finite(phi) {
		if phi == 0 {
			// r*sin(phi) would lose the sign of a zero when r is subnormal.
			return complex(r, r*phi), true
		}
		return complex(r*fmath.Cos(phi), r*fmath.Sin(phi)), true
	}
	nan := math.NaN()
	switch {
	case math.IsInf(r, 0) && finite(phi):
		if phi == 0 {
			return complex(r, math.Copysign(0, r)*math.Copysign(1, phi)), true
		}
		return complex(signedInf(r*fmath.Cos(phi)), signedInf(r*fmath.Sin(phi))), true
	case math.IsInf(r, 0):
		return complex(math.Inf(1), nan), phi != phi
	case r == 0:
		return 0, true
	case r != r && phi == 0:
		return complex(nan, 0), true
	}
	return complex(nan, nan), !math.IsInf(phi, 0) || r != r
}
