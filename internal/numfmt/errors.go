// Package numfmt turns numbers into text and text into numbers the way Python
// 3.13 does: repr of floats, int() and float() parsing, the format
// mini-language (https://docs.python.org/3.13/library/string.html#formatspec),
// printf-style formatting, hexadecimal floats and float rounding.
//
// It knows nothing of Python objects. Text is WTF-8: UTF-8 in which a lone
// surrogate stands as its three-byte form. Locale-dependent formats ('n') use
// the C locale.
package numfmt

import "fmt"

// Names of the Python exception classes that an *Error stands for.
const (
	ValueError    = "ValueError"
	OverflowError = "OverflowError"
	MemoryError   = "MemoryError"
)

// Error is a Python exception: its class name and its message.
type Error struct {
	Class string
	Msg   string
}

func (e *Error) Error() string { return e.Class + ": " + e.Msg }

func valueErrorf(format string, args ...any) *Error {
	return &Error{ValueError, fmt.Sprintf(format, args...)}
}

// maxText bounds what one formatting call may produce. A width or precision
// beyond it is answered with MemoryError, because a failed allocation would
// end the whole process.
const maxText = 1<<31 - 1

func errTooLong() *Error { return &Error{MemoryError, ""} }

// LimitError says that an int's decimal text is longer than the limit in
// force (sys.set_int_max_str_digits). Digits is 0 when it was not counted,
// which is the case for conversion from int to text.
type LimitError struct {
	Limit  int
	Digits int
}

// Error is CPython's message for its ValueError.
func (e *LimitError) Error() string {
	if e.Digits > 0 {
		return fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", e.Limit, e.Digits)
	}
	return fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", e.Limit)
}
