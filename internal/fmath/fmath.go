// Package fmath holds the elementary functions that Python's numbers and the
// math module are made of, with the accuracy that CPython's users see from a
// good C library.
package fmath

import "math"

// Pow is C's pow.
func Pow(x, y float64) float64 { return math.Pow(x, y) }

// Exp is C's exp.
func Exp(x float64) float64 { return math.Exp(x) }

// Log is C's log.
func Log(x float64) float64 { return math.Log(x) }

// Sin is C's sin.
func Sin(x float64) float64 { return math.Sin(x) }

// Cos is C's cos.
func Cos(x float64) float64 { return math.Cos(x) }

// Atan2 is C's atan2.
func Atan2(y, x float64) float64 { return math.Atan2(y, x) }

// Hypot is C's hypot.
func Hypot(x, y float64) float64 { return math.Hypot(x, y) }
