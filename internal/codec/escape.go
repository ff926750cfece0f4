package codec

import (
	"bytes"
	"fmt"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// InvalidEscape is the offset in the input of the first escape sequence that has no
// meaning, counted at the character behind the backslash; -1 if there is none. Python
// warns of it with a DeprecationWarning.
type InvalidEscape int

// Warning returns the text of the warning about input, "" if there is none.
func (e InvalidEscape) Warning(input []byte) string {
	if e < 0 || int(e) >= len(input) {
		return ""
	}
	c := input[e]
	if '4' <= c && c <= '7' && int(e)+3 <= len(input) {
		return fmt.Sprintf("invalid octal escape sequence '\\%s'", input[e:e+3])
	}
	return fmt.Sprintf("invalid escape sequence '\\%s'", DecodeLatin1(input[e:e+1]))
}

func hexValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// simpleEscape returns what a backslash and c stand for, or -1.
func simpleEscape(c byte) rune {
	switch c {
	case '\\', '\'', '"':
		return rune(c)
	case 'a':
		return 7
	case 'b':
		return 8
	case 't':
		return 9
	case 'n':
		return 10
	case 'v':
		return 11
	case 'f':
		return 12
	case 'r':
		return 13
	}
	return -1
}

// octal reads up to three octal digits from b[i:] on.
func octal(b []byte, i int) (v rune, next int) {
	for next = i; next < len(b) && next < i+3 && '0' <= b[next] && b[next] <= '7'; next++ {
		v = v<<3 | rune(b[next]-'0')
	}
	return v, next
}

// hexDigitsAt reads exactly n hexadecimal digits. next is the offset behind the last digit
// found; ok says that all were there, short that the input ended before them.
func hexDigitsAt(b []byte, i, n int) (v uint32, next int, ok, short bool) {
	for next = i; next < i+n; next++ {
		if next >= len(b) {
			return 0, next, false, true
		}
		d := hexValue(b[next])
		if d < 0 {
			return 0, next, false, false
		}
		v = v<<4 | uint32(d)
	}
	return v, next, true, false
}

// latin appends the bytes of b as code points.
func (d *decoder) latin(b []byte) {
	for _, c := range b {
		d.rune(rune(c))
	}
}

// plain appends what precedes the next backslash and returns its offset.
func (d *decoder) plain(i int) int {
	k := bytes.IndexByte(d.in[i:], '\\')
	if k < 0 {
		k = len(d.in) - i
	}
	if wtf8.IsASCIIBytes(d.in[i : i+k]) {
		d.out = append(d.out, d.in[i:i+k]...)
	} else {
		d.latin(d.in[i : i+k])
	}
	return i + k
}

// DecodeUnicodeEscape decodes the escapes of a Python string literal; other bytes are
// Latin-1. Escapes without a meaning stay as they are and the first one is reported.
func DecodeUnicodeEscape(b []byte, final bool, h DecodeHandler) (s string, consumed int, invalid InvalidEscape, err error) {
	d := decoder{in: b, encoding: "unicodeescape", handler: h, out: make([]byte, 0, len(b))}
	invalid = -1
	i := 0
	for {
		if i = d.plain(i); i == len(d.in) {
			break
		}
		next, reason, short := d.unicodeEscape(i, &invalid)
		if reason == "" {
			i = next
			continue
		}
		if short && !final {
			break
		}
		if i, err = d.fail(i, next, reason); err != nil {
			return "", 0, -1, err
		}
	}
	return toString(d.out), i, invalid, nil
}

// unicodeEscape decodes the escape at d.in[i], a backslash. next is the offset behind
// it, or behind the offending bytes if there is a reason to fail; short says that
// more input might help.
func (d *decoder) unicodeEscape(i int, invalid *InvalidEscape) (next int, reason string, short bool) {
	p := i + 1
	if p >= len(d.in) {
		return p, "\\ at end of string", true
	}
	c := d.in[p]
	if r := simpleEscape(c); r >= 0 {
		d.rune(r)
		return p + 1, "", false
	}
	digits := 0
	switch c {
	case '\n':
		return p + 1, "", false
	case '0', '1', '2', '3', '4', '5', '6', '7':
		r, next := octal(d.in, p)
		if r > 0xFF && *invalid < 0 {
			*invalid = InvalidEscape(p)
		}
		d.rune(r)
		return next, "", false
	case 'x':
		digits, reason = 2, "truncated \\xXX escape"
	case 'u':
		digits, reason = 4, "truncated \\uXXXX escape"
	case 'U':
		digits, reason = 8, "truncated \\UXXXXXXXX escape"
	case 'N':
		return d.namedEscape(p + 1)
	default:
		if *invalid < 0 {
			*invalid = InvalidEscape(p)
		}
		d.rune('\\')
		d.rune(rune(c))
		return p + 1, "", false
	}
	v, next, ok, short := hexDigitsAt(d.in, p+1, digits)
	if !ok {
		return next, reason, short
	}
	if v > wtf8.MaxRune {
		return next, "illegal Unicode character", false
	}
	d.rune(rune(v))
	return next, "", false
}

// namedEscape decodes the {name} of \N{name}, which begins at p.
func (d *decoder) namedEscape(p int) (next int, reason string, short bool) {
	const malformed = "malformed \\N character escape"
	if p >= len(d.in) {
		return p, malformed, true
	}
	if d.in[p] != '{' {
		return p, malformed, false
	}
	p++
	k := bytes.IndexByte(d.in[p:], '}')
	switch {
	case k < 0:
		return len(d.in), malformed, true
	case k == 0:
		return p, malformed, false
	}
	next = p + k + 1
	if k > unidata.MaxNameLen {
		return next, "unknown Unicode character name", false
	}
	r, ok := unidata.LookupRune(string(d.in[p : p+k]))
	if !ok {
		return next, "unknown Unicode character name", false
	}
	d.rune(r)
	return next, "", false
}

// DecodeRawUnicodeEscape decodes the escapes \uXXXX and \UXXXXXXXX behind an odd
// number of backslashes; all else is Latin-1.
func DecodeRawUnicodeEscape(b []byte, final bool, h DecodeHandler) (s string, consumed int, err error) {
	d := decoder{in: b, encoding: "rawunicodeescape", handler: h, out: make([]byte, 0, len(b))}
	i := 0
	for {
		if i = d.plain(i); i == len(d.in) {
			break
		}
		if i+1 == len(d.in) {
			if !final {
				break
			}
			d.rune('\\')
			i++
			continue
		}
		digits, reason := 0, ""
		switch d.in[i+1] {
		case 'u':
			digits, reason = 4, "truncated \\uXXXX escape"
		case 'U':
			digits, reason = 8, "truncated \\UXXXXXXXX escape"
		default:
			d.latin(d.in[i : i+2])
			i += 2
			continue
		}
		v, next, ok, short := hexDigitsAt(d.in, i+2, digits)
		if ok && v <= wtf8.MaxRune {
			d.rune(rune(v))
			i = next
			continue
		}
		if short && !final {
			break
		}
		if ok {
			reason = "\\Uxxxxxxxx out of range"
		}
		if i, err = d.fail(i, next, reason); err != nil {
			return "", 0, err
		}
	}
	return toString(d.out), i, nil
}

// EncodeUnicodeEscape writes s as printable ASCII with the escapes of a literal.
func EncodeUnicodeEscape(s string) []byte {
	out := make([]byte, 0, len(s)+8)
	for _, r := range wtf8.Runes(s) {
		switch {
		case r == '\\':
			out = append(out, '\\', '\\')
		case ' ' <= r && r < 0x7F:
			out = append(out, byte(r))
		case r == '\t':
			out = append(out, '\\', 't')
		case r == '\n':
			out = append(out, '\\', 'n')
		case r == '\r':
			out = append(out, '\\', 'r')
		default:
			out = appendBackslash(out, r)
		}
	}
	return out
}

// EncodeRawUnicodeEscape writes s as Latin-1 with \uXXXX and \UXXXXXXXX for the rest.
func EncodeRawUnicodeEscape(s string) []byte {
	out := make([]byte, 0, len(s)+8)
	for _, r := range wtf8.Runes(s) {
		if r < 0x100 {
			out = append(out, byte(r))
		} else {
			out = appendBackslash(out, r)
		}
	}
	return out
}

// EscapeError is the ValueError of a malformed bytes escape.
type EscapeError struct{ Message string }

func (e *EscapeError) Error() string { return e.Message }

// DecodeBytesEscape decodes the escapes of a Python bytes literal. errors is
// "strict", "replace" or "ignore" and counts for malformed \x escapes only.
func DecodeBytesEscape(b []byte, errors string) (out []byte, invalid InvalidEscape, err error) {
	invalid = -1
	out = make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			k := bytes.IndexByte(b[i:], '\\')
			if k < 0 {
				k = len(b) - i
			}
			out = append(out, b[i:i+k]...)
			i += k
			continue
		}
		p := i + 1
		if p >= len(b) {
			return nil, invalid, &EscapeError{"Trailing \\ in string"}
		}
		c := b[p]
		if r := simpleEscape(c); r >= 0 {
			out = append(out, byte(r))
			i = p + 1
			continue
		}
		switch {
		case c == '\n':
			i = p + 1
		case '0' <= c && c <= '7':
			r, next := octal(b, p)
			if r > 0xFF && invalid < 0 {
				invalid = InvalidEscape(p)
			}
			out = append(out, byte(r))
			i = next
		case c == 'x':
			v, next, ok, _ := hexDigitsAt(b, p+1, 2)
			i = next
			if ok {
				out = append(out, byte(v))
				break
			}
			switch errors {
			case "strict":
				return nil, invalid, &EscapeError{fmt.Sprintf("invalid \\x escape at position %d", p-1)}
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return nil, invalid, &EscapeError{"decoding error; unknown error handling code: " + errors}
			}
		default:
			if invalid < 0 {
				invalid = InvalidEscape(p)
			}
			out = append(out, '\\', c)
			i = p + 1
		}
	}
	return out, invalid, nil
}

// EncodeBytesEscape writes b as printable ASCII: repr without the quotes.
func EncodeBytesEscape(b []byte) []byte {
	out := make([]byte, 0, len(b)+8)
	for _, c := range b {
		switch {
		case c == '\'' || c == '\\':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case ' ' <= c && c < 0x7F:
			out = append(out, c)
		default:
			out = append(out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return out
}
