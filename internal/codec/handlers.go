package codec

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

const hexDigits = "0123456789abcdef"

// appendBackslash appends r as \xNN, \uNNNN or \UNNNNNNNN.
func appendBackslash(b []byte, r rune) []byte {
	digits := 8
	switch {
	case r < 0x100:
		b, digits = append(b, '\\', 'x'), 2
	case r < 0x10000:
		b, digits = append(b, '\\', 'u'), 4
	default:
		b = append(b, '\\', 'U')
	}
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&15])
	}
	return b
}

// LookupDecodeHandler returns the built-in handler of that name, or nil.
func LookupDecodeHandler(name string) DecodeHandler {
	switch name {
	case "strict":
		return StrictDecode
	case "ignore":
		return IgnoreDecode
	case "replace":
		return ReplaceDecode
	case "backslashreplace":
		return BackslashReplaceDecode
	case "surrogateescape":
		return SurrogateEscapeDecode
	case "surrogatepass":
		return SurrogatePassDecode
	case "xmlcharrefreplace", "namereplace":
		return encodeOnly
	}
	return nil
}

// LookupEncodeHandler returns the built-in handler of that name, or nil.
func LookupEncodeHandler(name string) EncodeHandler {
	switch name {
	case "strict":
		return StrictEncode
	case "ignore":
		return IgnoreEncode
	case "replace":
		return ReplaceEncode
	case "backslashreplace":
		return BackslashReplaceEncode
	case "xmlcharrefreplace":
		return XMLCharRefReplaceEncode
	case "namereplace":
		return NameReplaceEncode
	case "surrogateescape":
		return SurrogateEscapeEncode
	case "surrogatepass":
		return SurrogatePassEncode
	}
	return nil
}

// clip returns the error's range cut down to the input: errors made by Python
// code may hold any numbers.
func (e *DecodeError) clip() (start, end int) {
	start = min(max(e.Start, 0), max(len(e.Input)-1, 0))
	end = min(max(e.End, 1), len(e.Input))
	return start, max(start, end)
}

// clip returns the error's range cut down to the text.
func (e *EncodeError) clip() (start, end int) {
	if e.span != "" {
		return e.Start, e.End // made by an encoder
	}
	size, _ := wtf8.CountRunes(e.Object)
	start = min(max(e.Start, 0), max(size-1, 0))
	end = min(max(e.End, 1), size)
	return start, max(start, end)
}

// StrictDecode returns the error itself.
func StrictDecode(e *DecodeError) (string, int, error) {
	c := *e
	return "", 0, &c
}

// IgnoreDecode drops the bytes.
func IgnoreDecode(e *DecodeError) (string, int, error) {
	_, end := e.clip()
	return "", end, nil
}

// ReplaceDecode puts one U+FFFD in place of the bytes.
func ReplaceDecode(e *DecodeError) (string, int, error) {
	_, end := e.clip()
	return "\uFFFD", end, nil
}

// BackslashReplaceDecode writes each byte as \xNN.
func BackslashReplaceDecode(e *DecodeError) (string, int, error) {
	start, end := e.clip()
	var a [64]byte
	b := a[:0]
	for _, c := range e.Input[start:end] {
		b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
	}
	return string(b), end, nil
}

// escapes holds U+DC80..U+DCFF, so that the common case needs no allocation.
var escapes = func() string {
	var b []byte
	for c := rune(0x80); c < 0x100; c++ {
		b = wtf8.AppendRune(b, 0xDC00+c)
	}
	return string(b)
}()

// SurrogateEscapeDecode turns up to four bytes from 0x80 on into U+DC80..U+DCFF.
func SurrogateEscapeDecode(e *DecodeError) (string, int, error) {
	start, end := e.clip()
	if end == start+1 && e.Input[start] >= 0x80 {
		k := 3 * int(e.Input[start]-0x80)
		return escapes[k : k+3], end, nil
	}
	var a [12]byte
	b := a[:0]
	n := 0
	for n < 4 && start+n < end && e.Input[start+n] >= 0x80 {
		b = wtf8.AppendRune(b, 0xDC00+rune(e.Input[start+n]))
		n++
	}
	if n == 0 {
		return StrictDecode(e)
	}
	return string(b), start + n, nil
}

// SurrogatePassDecode lets one surrogate through, in the UTF the error names.
func SurrogatePassDecode(e *DecodeError) (string, int, error) {
	start, _ := e.clip()
	u := parseUTF(e.Encoding)
	b := e.Input[start:]
	var r rune
	size := u.width
	switch {
	case u.width == 0 || len(b) < u.minLen():
		return StrictDecode(e)
	case u.width == 1:
		size = 3
		if b[0]&0xF0 == 0xE0 && b[1]&0xC0 == 0x80 && b[2]&0xC0 == 0x80 {
			r = rune(b[0]&15)<<12 | rune(b[1]&63)<<6 | rune(b[2]&63)
		}
	default:
		v := uint32(0)
		for i := range size {
			if u.big {
				v = v<<8 | uint32(b[i])
			} else {
				v |= uint32(b[i]) << (8 * i)
			}
		}
		if v < 0x10000 {
			r = rune(v)
		}
	}
	if !wtf8.IsSurrogate(r) {
		return StrictDecode(e)
	}
	return wtf8.EncodeRune(r), start + size, nil
}

func encodeOnly(*DecodeError) (string, int, error) {
	return "", 0, &HandlerTypeError{"UnicodeDecodeError"}
}

// StrictEncode returns the error itself.
func StrictEncode(e *EncodeError) (Replacement, int, error) {
	c := *e
	return Replacement{}, 0, &c
}

// IgnoreEncode drops the text.
func IgnoreEncode(e *EncodeError) (Replacement, int, error) {
	_, end := e.clip()
	return Replacement{}, end, nil
}

// ReplaceEncode writes a question mark for each code point.
func ReplaceEncode(e *EncodeError) (Replacement, int, error) {
	start, end := e.clip()
	return Replacement{Text: strings.Repeat("?", end-start)}, end, nil
}

// BackslashReplaceEncode writes \xNN, \uNNNN or \UNNNNNNNN for each code point.
func BackslashReplaceEncode(e *EncodeError) (Replacement, int, error) {
	return eachRune(e, appendBackslash)
}

// XMLCharRefReplaceEncode writes &#NNN; for each code point.
func XMLCharRefReplaceEncode(e *EncodeError) (Replacement, int, error) {
	return eachRune(e, func(b []byte, r rune) []byte {
		return append(strconv.AppendInt(append(b, '&', '#'), int64(r), 10), ';')
	})
}

// NameReplaceEncode writes \N{NAME} for each code point, or a backslash escape if it
// has no name.
func NameReplaceEncode(e *EncodeError) (Replacement, int, error) {
	return eachRune(e, func(b []byte, r rune) []byte {
		name := unidata.Current.Name(r)
		if name == "" {
			return appendBackslash(b, r)
		}
		return append(append(append(b, `\N{`...), name...), '}')
	})
}

func eachRune(e *EncodeError, add func([]byte, rune) []byte) (Replacement, int, error) {
	start, _ := e.clip()
	var b []byte
	n := 0
	for _, r := range wtf8.Runes(e.Span()) {
		b = add(b, r)
		n++
	}
	return Replacement{Text: string(b)}, start + n, nil
}

// SurrogateEscapeEncode turns U+DC80..U+DCFF back into bytes.
func SurrogateEscapeEncode(e *EncodeError) (Replacement, int, error) {
	start, _ := e.clip()
	var b []byte
	n := 0
	for _, r := range wtf8.Runes(e.Span()) {
		if r < 0xDC80 || r > 0xDCFF {
			if n > 0 && e.resumable {
				break
			}
			return StrictEncode(e)
		}
		b = append(b, byte(r))
		n++
	}
	return Replacement{Bytes: b, IsBytes: true}, start + n, nil
}

// SurrogatePassEncode writes surrogates as if they were ordinary code points, in
// the UTF the error names.
func SurrogatePassEncode(e *EncodeError) (Replacement, int, error) {
	u := parseUTF(e.Encoding)
	if u.width == 0 {
		return StrictEncode(e)
	}
	start, _ := e.clip()
	var b []byte
	n := 0
	for _, r := range wtf8.Runes(e.Span()) {
		if !wtf8.IsSurrogate(r) {
			return StrictEncode(e)
		}
		switch {
		case u.width == 1:
			b = wtf8.AppendRune(b, r)
		case u.big:
			b = append(append(b, 0, 0)[:len(b)+u.width-2], byte(r>>8), byte(r))
		default:
			b = append(append(b, byte(r), byte(r>>8)), 0, 0)[:len(b)+u.width]
		}
		n++
	}
	return Replacement{Bytes: b, IsBytes: true}, start + n, nil
}

// utf describes a UTF: bytes per unit (0: not a UTF) and byte order.
type utf struct {
	width int
	big   bool
}

// minLen is the number of bytes a surrogate takes.
func (u utf) minLen() int {
	if u.width == 1 {
		return 3
	}
	return u.width
}

// parseUTF reads an encoding name as the surrogatepass handler does: utf8,
// utf-16, UTF_16_LE, utf32-be and the like.
func parseUTF(name string) utf {
	lower := make([]byte, 0, 12)
	for i := 0; i < len(name) && i < 12; i++ {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		} else if c == '_' {
			c = '-'
		}
		lower = append(lower, c)
	}
	s := string(lower)
	if len(s) < 4 || s[:3] != "utf" {
		return utf{}
	}
	s = s[3:]
	if s[0] == '-' {
		s = s[1:]
	}
	width := 0
	switch {
	case s == "8":
		return utf{width: 1}
	case len(s) >= 2 && s[:2] == "16":
		width = 2
	case len(s) >= 2 && s[:2] == "32":
		width = 4
	default:
		return utf{}
	}
	switch s[2:] {
	case "", "le", "-le":
		return utf{width, false}
	case "be", "-be":
		return utf{width, true}
	}
	return utf{}
}
