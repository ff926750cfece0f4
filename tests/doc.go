// Package tests runs the script tests: every scripts/**/NAME.py is run by
// coachwhip and must print exactly NAME.out, which was recorded from CPython
// 3.13 (scripts/record.py). A file NAME.args beside it gives command-line
// arguments, one a line.
package tests
