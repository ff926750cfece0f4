package numfmt

import (
	"fmt"
	"math"
)

// Kind selects the defaults that a format specifier starts from.
type Kind uint8

// The kinds of object that the mini-language formats.
const (
	KindStr Kind = iota
	KindInt
	KindFloat
	KindComplex
)

// Spec is a parsed format specifier:
//
//	[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]
type Spec struct {
	Fill      rune // ' ' unless given
	Align     byte // '<', '>', '^' or '='
	Sign      byte // '+', '-', ' ' or 0 when not given
	Group     byte // ',' or '_' or 0
	NoNegZero bool // "z"
	Alt       bool // "#"
	Width     int  // -1 when not given
	Precision int  // -1 when not given
	Type      rune // 0 when not given and the kind has no default letter
}

func isAlign(r rune) bool { return r == '<' || r == '>' || r == '=' || r == '^' }

// ParseSpec parses spec for an object of the given kind. typeName is the
// object's Python type name, used in messages only. Whether the type letter
// suits the kind is checked when something is formatted with the result.
func ParseSpec(spec string, kind Kind, typeName string) (Spec, error) {
	sp := Spec{Fill: ' ', Align: '>', Width: -1, Precision: -1}
	switch kind {
	case KindStr:
		sp.Align, sp.Type = '<', 's'
	case KindInt:
		sp.Type = 'd'
	}
	if spec == "" {
		return sp, nil
	}
	rest := spec
	fillGiven, alignGiven := false, false
	r, n := decodeRune(rest)
	if n < len(rest) && isAlign(rune(rest[n])) {
		sp.Fill, sp.Align = r, rest[n]
		fillGiven, alignGiven = true, true
		rest = rest[n+1:]
	} else if isAlign(r) {
		sp.Align, alignGiven = rest[0], true
		rest = rest[1:]
	}
	if c := first(rest); c == '+' || c == '-' || c == ' ' {
		sp.Sign = c
		rest = rest[1:]
	}
	if first(rest) == 'z' {
		sp.NoNegZero = true
		rest = rest[1:]
	}
	if first(rest) == '#' {
		sp.Alt = true
		rest = rest[1:]
	}
	if !fillGiven && first(rest) == '0' {
		sp.Fill = '0'
		if !alignGiven && kind != KindStr {
			sp.Align = '='
		}
		rest = rest[1:]
	}
	var err error
	var found bool
	if sp.Width, rest, found, err = decimalNumber(rest); err != nil {
		return sp, err
	} else if !found {
		sp.Width = -1
	}
	if first(rest) == ',' {
		sp.Group = ','
		rest = rest[1:]
	}
	if first(rest) == '_' {
		if sp.Group != 0 {
			return sp, valueErrorf("Cannot specify both ',' and '_'.")
		}
		sp.Group = '_'
		rest = rest[1:]
	}
	if first(rest) == ',' && sp.Group == '_' {
		return sp, valueErrorf("Cannot specify both ',' and '_'.")
	}
	if first(rest) == '.' {
		if sp.Precision, rest, found, err = decimalNumber(rest[1:]); err != nil {
			return sp, err
		} else if !found {
			return sp, valueErrorf("Format specifier missing precision")
		}
	}
	if rest != "" {
		r, n := decodeRune(rest)
		if n != len(rest) {
			return sp, valueErrorf("Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
		sp.Type = r
	}
	if sp.Group != 0 && !groupable(sp.Group, sp.Type) {
		return sp, valueErrorf("Cannot specify '%c' with %s.", sp.Group, quoteType(sp.Type))
	}
	return sp, nil
}

// groupable says whether a thousands separator may stand with the type.
func groupable(group byte, typ rune) bool {
	switch typ {
	case 0, 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
		return true
	case 'b', 'o', 'x', 'X':
		return group == '_'
	}
	return false
}

// groupSize is how many digits stand between two separators; 0 for no grouping.
func (sp *Spec) groupSize() int {
	if sp.Group == 0 {
		return 0
	}
	switch sp.Type {
	case 'b', 'o', 'x', 'X':
		return 4
	}
	return 3
}

func first(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// decimalNumber reads a run of decimal digits, of any script.
func decimalNumber(s string) (v int, rest string, found bool, err error) {
	for s != "" {
		r, n := decodeRune(s)
		d := decimalValue(r)
		if d < 0 {
			break
		}
		if v > (math.MaxInt-d)/10 {
			return 0, s, true, valueErrorf("Too many decimal digits in format string")
		}
		v = v*10 + d
		s, found = s[n:], true
	}
	return v, s, found, nil
}

func quoteType(t rune) string {
	if 32 < t && t < 128 {
		return fmt.Sprintf("'%c'", t)
	}
	return fmt.Sprintf("'\\x%x'", t)
}

func errUnknownType(t rune, typeName string) error {
	return valueErrorf("Unknown format code %s for object of type '%s'", quoteType(t), typeName)
}

// FormatStr formats text: truncation and padding, both in code points.
func (sp *Spec) FormatStr(s, typeName string) (string, error) {
	switch {
	case sp.Type != 's':
		return "", errUnknownType(sp.Type, typeName)
	case sp.Sign == ' ':
		return "", valueErrorf("Space not allowed in string format specifier")
	case sp.Sign != 0:
		return "", valueErrorf("Sign not allowed in string format specifier")
	case sp.NoNegZero:
		return "", valueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case sp.Alt:
		return "", valueErrorf("Alternate form (#) not allowed in string format specifier")
	case sp.Align == '=':
		return "", valueErrorf("'=' alignment not allowed in string format specifier")
	}
	if sp.Width <= 0 && (sp.Precision < 0 || sp.Precision >= len(s)) {
		return s, nil
	}
	if sp.Precision >= 0 {
		s = cutRunes(s, sp.Precision)
	}
	n := runeLen(s)
	if sp.Width <= n {
		return s, nil
	}
	if sp.Width > maxText {
		return "", errTooLong()
	}
	left, right := sp.padding(sp.Width - n)
	dst := make([]byte, 0, len(s)+sp.Width-n)
	dst = appendFill(dst, sp.Fill, left)
	dst = append(dst, s...)
	return string(appendFill(dst, sp.Fill, right)), nil
}

// padding distributes n fill characters left and right of the text.
func (sp *Spec) padding(n int) (left, right int) {
	switch sp.Align {
	case '<':
		return 0, n
	case '^':
		return n / 2, n - n/2
	}
	return n, 0
}

// signByte is the sign shown for a number, or 0.
func signByte(mode byte, negative bool) byte {
	if negative {
		return '-'
	}
	if mode == '+' || mode == ' ' {
		return mode
	}
	return 0
}

// appendNumber lays out sign, prefix, digits (grouped and zero-filled) and the
// rest (decimal point, fraction, exponent, or a word such as inf) in the
// field. restLen counts the code points of rest.
func (sp *Spec) appendNumber(dst []byte, negative bool, prefix string, digits, rest []byte, restLen int) ([]byte, error) {
	if sp.Width > maxText {
		return nil, errTooLong()
	}
	sign := signByte(sp.Sign, negative)
	fixed := len(prefix) + restLen
	if sign != 0 {
		fixed++
	}
	minDigits := 0
	if sp.Fill == '0' && sp.Align == '=' {
		minDigits = sp.Width - fixed
	}
	size := sp.groupSize()
	zeros, grouped := groupPlan(len(digits), minDigits, size)
	pad := sp.Width - fixed - grouped
	left, inner, right := 0, 0, 0
	if pad > 0 {
		if sp.Align == '=' {
			inner = pad
		} else {
			left, right = sp.padding(pad)
		}
	}
	dst = appendFill(dst, sp.Fill, left)
	if sign != 0 {
		dst = append(dst, sign)
	}
	dst = append(dst, prefix...)
	dst = appendFill(dst, sp.Fill, inner)
	dst = appendGrouped(dst, digits, zeros, size, sp.Group)
	dst = append(dst, rest...)
	return appendFill(dst, sp.Fill, right), nil
}

// groupPlan finds how many zeros must lead nd digits so that digits and
// separators together take at least minWidth places, and the places taken. A
// separator never stands first, so the result can be one wider than asked.
func groupPlan(nd, minWidth, size int) (zeros, width int) {
	if nd == 0 {
		return 0, 0
	}
	if size == 0 {
		zeros = max(0, minWidth-nd)
		return zeros, nd + zeros
	}
	total := nd
	if minWidth > nd {
		// Start a little below the answer and step up to it.
		total = max(nd, minWidth-minWidth/(size+1)-1)
		for total+(total-1)/size < minWidth {
			total++
		}
	}
	return total - nd, total + (total-1)/size
}

func appendGrouped(dst, digits []byte, zeros, size int, sep byte) []byte {
	if size == 0 {
		return append(appendFill(dst, '0', zeros), digits...)
	}
	for left := zeros + len(digits); left > 0; left-- {
		if zeros > 0 {
			dst = append(dst, '0')
			zeros--
		} else {
			dst = append(dst, digits[len(digits)-left])
		}
		if left > 1 && (left-1)%size == 0 {
			dst = append(dst, sep)
		}
	}
	return dst
}
