// Package tests runs the script tests: every scripts/**/NAME.py is run by
// coachwhip and must print exactly NAME.out, which was recorded from CPython
// 3.13 (scripts/record.py). A file NAME.args beside it gives command-line
// arguments, one a line.
//
// The tour and the benchmark programs are run as well. Fuzz targets run programs,
// patterns and documents inside a world without an operating system; difffuzz
// compares random programs with CPython.
package tests
