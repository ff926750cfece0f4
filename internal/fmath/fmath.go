// Package fmath holds the elementary functions that Python's numbers and the
// math module are made of, with the accuracy that CPython's users see from a
// good C library.
package fmath

import "math"

// Hypot is C's hypot.
func Hypot(x, y float64) float64 { return math.Hypot(x, y) }

// Log1p is C's log1p.
func Log1p(x float64) float64 { return math.Log1p(x) }

// Expm1 is C's expm1.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Asinh is C's asinh.
func Asinh(x float64) float64 { return math.Asinh(x) }

// Acosh is C's acosh.
func Acosh(x float64) float64 { return math.Acosh(x) }

// Atanh is C's atanh.
func Atanh(x float64) float64 { return math.Atanh(x) }
