package numfmt

import (
	"unicode"
	"unicode/utf8"
)

// decodeRune reads the first code point of s, lone surrogates included. A byte
// that is no part of well-formed WTF-8 comes back as (RuneError, 1).
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED && s[1]&0xE0 == 0xA0 && s[2]&0xC0 == 0x80 {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// appendRune is utf8.AppendRune that keeps lone surrogates.
func appendRune(dst []byte, r rune) []byte {
	if 0xD800 <= r && r <= 0xDFFF {
		return append(dst, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(dst, r)
}

func appendFill(dst []byte, r rune, n int) []byte {
	if r < utf8.RuneSelf {
		for ; n > 0; n-- {
			dst = append(dst, byte(r))
		}
		return dst
	}
	for ; n > 0; n-- {
		dst = appendRune(dst, r)
	}
	return dst
}

// runeLen counts the code points of WTF-8 text.
func runeLen(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// cutRunes returns the first n code points of s.
func cutRunes(s string, n int) string {
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			if n == 0 {
				return s[:i]
			}
			n--
		}
	}
	return s
}

// decimalValue gives the value of a Unicode decimal digit (category Nd), or -1.
func decimalValue(r rune) int {
	if r < utf8.RuneSelf {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	// Every range of Nd is a run of complete sets 0..9.
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			if r >= rune(t.Lo) {
				return int(r-rune(t.Lo)) % 10
			}
			return -1
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r <= rune(t.Hi) {
			if r >= rune(t.Lo) {
				return int(r-rune(t.Lo)) % 10
			}
			return -1
		}
	}
	return -1
}

// ASCIINumber prepares the text of a str for ParseInt, ParseFloat and
// ParseComplex: Unicode decimal digits become ASCII digits, Unicode white
// space becomes a space, and any other code point beyond ASCII becomes '?',
// which no number contains. ASCII text comes back as it is.
func ASCIINumber(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	out := append(make([]byte, 0, len(s)), s[:i]...)
	for i < len(s) {
		r, n := decodeRune(s[i:])
		i += n
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case decimalValue(r) >= 0:
			out = append(out, '0'+byte(decimalValue(r)))
		case unicode.IsSpace(r):
			out = append(out, ' ')
		default:
			out = append(out, '?')
		}
	}
	return string(out)
}

// isSpace is C's isspace in the C locale.
func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func trimSpace(s string) string {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
