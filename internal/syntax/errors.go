package syntax

import (
	"fmt"
	"unicode/utf8"
)

// ErrorKind names the Python exception class of an Error.
type ErrorKind uint8

// The exception classes a parse can end with.
const (
	SyntaxError ErrorKind = iota
	IndentationError
	TabError
	IncompleteInputError
	MemoryError
	ValueError
	RecursionError
)

// String returns the name of the Python exception class.
func (k ErrorKind) String() string {
	switch k {
	case IndentationError:
		return "IndentationError"
	case TabError:
		return "TabError"
	case IncompleteInputError:
		return "_IncompleteInputError"
	case MemoryError:
		return "MemoryError"
	case ValueError:
		return "ValueError"
	case RecursionError:
		return "RecursionError"
	}
	return "SyntaxError"
}

// Error is the error of a parse or tokenisation, with the fields of Python's
// SyntaxError. Columns count code points from 1 (0 and -1 occur where the
// reference implementation reports them).
type Error struct {
	Kind ErrorKind
	Msg  string
	// NoDetails: the exception has only a message (args of length 1); Text
	// means nothing, and Line and Col may be set for the tokenizer.
	NoDetails       bool
	Line, Col       int
	EndLine, EndCol int
	Text            string
	NoText          bool // text is None
	NoEnd           bool // end_lineno and end_offset are None
}

// Error formats the error as Python's traceback would start it.
func (e *Error) Error() string {
	if e.NoDetails {
		return e.Kind.String() + ": " + e.Msg
	}
	return fmt.Sprintf("%s: %s (line %d, column %d)", e.Kind, e.Msg, e.Line, e.Col)
}

// Warning is a warning found while parsing; its category is SyntaxWarning.
// The span is what SyntaxError would report if the warning filter turned it
// into an error.
type Warning struct {
	Msg  string
	Line int
	Err  Error
}

// charColumn turns a 1-based byte column in line into a 1-based code point
// column. A column beyond the line's end is cut to one past it.
func charColumn(line string, col int) int {
	if col < 0 {
		return col
	}
	line = replaceInvalid(line)
	if col > len(line)+1 {
		col = len(line) + 1
	}
	extra := 0
	if col > len(line) {
		extra = col - len(line)
		col = len(line)
	}
	return runeCount(line[:col]) + extra
}

// runeCount counts code points, each wrong sequence counting as one.
func runeCount(s string) int {
	if utf8.ValidString(s) {
		return utf8.RuneCountInString(s)
	}
	return utf8.RuneCountInString(replaceInvalid(s))
}
