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

// Hypot is C's hypot.
func Hypot(x, y float64) float64 { return math.Hypot(x, y) }

// Log1p is C's log1p.
func Log1p(x float64) float64 { return math.Log1p(x) }

// Expm1 is C's expm1.
func Expm1(x float64) float64 { return math.Expm1(x) }

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
