package cmath

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/fmath"
)

func cAcos(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	nan := math.NaN()
	switch {
	case isFinite(z):
	case math.IsInf(y, 0) && x != x, math.IsInf(x, 0) && y != y:
		if x != x {
			return complex(nan, -y), true
		}
		return complex(nan, math.Inf(1)), true
	case isInf(z):
		return complex(fmath.Atan2(math.Abs(y), x), -signedInf(y)), true
	case x == 0:
		return complex(math.Pi/2, nan), true
	default:
		return complex(nan, nan), true
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		// Split the logarithm so that its argument does not overflow.
		m := fmath.Log(fmath.Hypot(x/2, y/2)) + 2*math.Ln2
		return complex(fmath.Atan2(math.Abs(y), x), math.Copysign(m, -y)), true
	}
	s1, s2 := sqrt(complex(1-x, -y)), sqrt(complex(1+x, y))
	return complex(2*fmath.Atan2(real(s1), real(s2)), fmath.Asinh(real(s2)*imag(s1)-imag(s2)*real(s1))), true
}

func cAcosh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	nan := math.NaN()
	switch {
	case isFinite(z):
	case isInf(z):
		return complex(math.Inf(1), fmath.Atan2(y, x)), true
	default:
		return complex(nan, nan), true
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		return complex(fmath.Log(fmath.Hypot(x/2, y/2))+2*math.Ln2, fmath.Atan2(y, x)), true
	}
	s1, s2 := sqrt(complex(x-1, y)), sqrt(complex(x+1, y))
	return complex(fmath.Asinh(real(s1)*real(s2)+imag(s1)*imag(s2)), 2*fmath.Atan2(imag(s1), real(s2))), true
}

func cAsin(z complex128) (complex128, bool) {
	w, ok := cAsinh(timesI(z))
	return overI(w), ok
}

func cAsinh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	nan := math.NaN()
	switch {
	case isFinite(z):
	case math.IsInf(x, 0):
		if y != y {
			return z, true
		}
		if math.IsInf(y, 0) {
			return complex(x, math.Copysign(math.Pi/4, y)), true
		}
		return complex(x, math.Copysign(0, y)), true
	case math.IsInf(y, 0):
		if x != x {
			return complex(math.Inf(1), nan), true
		}
		return complex(signedInf(x), math.Copysign(math.Pi/2, y)), true
	case y == 0:
		return z, true
	default:
		return complex(nan, nan), true
	}
	if math.Abs(x) > large || math.Abs(y) > large {
		m := fmath.Log(fmath.Hypot(x/2, y/2)) + 2*math.Ln2
		return complex(math.Copysign(m, x), fmath.Atan2(y, math.Abs(x))), true
	}
	s1, s2 := sqrt(complex(1+y, -x)), sqrt(complex(1-y, x))
	return complex(fmath.Asinh(real(s1)*imag(s2)-real(s2)*imag(s1)),
		fmath.Atan2(y, real(s1)*real(s2)-imag(s1)*imag(s2))), true
}

func cAtan(z complex128) (complex128, bool) {
	w, ok := cAtanh(timesI(z))
	return overI(w), ok
}

func cAtanh(z complex128) (complex128, bool) {
	x, y := real(z), imag(z)
	nan := math.NaN()
	switch {
	case isFinite(z):
	case math.IsInf(y, 0):
		if x != x {
			x = 0
		}
		return complex(math.Copysign(0, x), math.Copysign(math.Pi/2, y)), true
	case math.IsInf(x, 0):
		if y != y {
			return complex(math.Copysign(0, x), nan), true
		}
		return complex(math.Copysign(0, x), math.Copysign(math.Pi/2, y)), true
	case x == 0:
		return complex(x, nan), true
	default:
		return complex(nan, nan), true
	}
	if x < 0 || x == 0 && math.Signbit(x) {
		w, ok := cAtanh(-z)
		return -w, ok
	}
	ay := math.Abs(y)
	switch {
	case x > math.Sqrt(large) || ay > math.Sqrt(large):
		h := fmath.Hypot(x/2, ay/2)
		return complex(x/4/h/h, math.Copysign(math.Pi/2, y)), true
	case x == 1 && ay < 0x1p-511:
		if ay == 0 {
			return complex(math.Inf(1), y), false
		}
		return complex(-fmath.Log(math.Sqrt(ay)/math.Sqrt(fmath.Hypot(ay, 2))),
			math.Copysign(fmath.Atan2(2, -ay)/2, y)), true
	}
	return complex(fmath.Log1p(4*x/((1-x)*(1-x)+ay*ay))/4, -fmath.Atan2(-2*y, (1-x)*(1+x)-ay*ay)/2), true
}
