// Package fmath holds the elementary functions that Python's numbers and the
// math module are made of, with the accuracy that CPython's users see from a
// good C library.
package fmath

import "math"

// Sin is C's sin.
func Sin(x float64) float64 { return math.Sin(x) }

// Cos is C's cos.
func Cos(x float64) float64 { return math.Cos(x) }

// Atan2 is C's atan2.
func Atan2(y, x float64) float64 { return math.Atan2(y, x) }

// Hypot is C's hypot.
func Hypot(x, y float64) float64 { return math.Hypot(x, y) }

// Log1p is C's log1p.
func Log1p(x float64) float64 { return math.Log1p(x) }

// Expm1 is C's expm1.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Tan is C's tan.
func Tan(x float64) float64 { return math.Tan(x) }

// Asin is C's asin.
func Asin(x float64) float64 { return math.Asin(x) }

// Acos is C's acos.
func Acos(x float64) float64 { return math.Acos(x) }

// Atan is C's atan.
func Atan(x float64) float64 { return math.Atan(x) }

// Sinh is C's sinh.
func Sinh(x float64) float64 { return math.Sinh(x) }

// Cosh is C's cosh.
func Cosh(x float64) float64 { return math.Cosh(x) }

// Tanh is C's tanh.
func Tanh(x float64) float64 { return math.Tanh(x) }

// Asinh is C's asinh.
func Asinh(x float64) float64 { return math.Asinh(x) }

// Acosh is C's acosh.
func Acosh(x float64) float64 { return math.Acosh(x) }

// Atanh is C's atanh.
func Atanh(x float64) float64 { return math.Atanh(x) }

// Cbrt is C's cbrt.
func Cbrt(x float64) float64 { return math.Cbrt(x) }
