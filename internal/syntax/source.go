package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/ianaindex"
)

// DecodeFunc decodes data by the codec called name. An error with Unknown set
// in it means that there is no such codec.
type DecodeFunc func(name string, data []byte) (string, error)

// UnknownEncodingError is the error of a DecodeFunc for a codec that does not exist.
type UnknownEncodingError string

func (e UnknownEncodingError) Error() string { return "unknown encoding: " + string(e) }

const bom = "\xef\xbb\xbf"

// CodingCookie returns the encoding that a source declares in a comment on
// one of its first two lines (PEP 263), or "". The line is the number of the
// declaring line.
func CodingCookie(src []byte) (name string, line int) {
	rest := src
	for line = 1; line <= 2; line++ {
		l := rest
		if i := indexNewline(rest); i >= 0 {
			l = rest[:i]
			rest = rest[i+1:]
		} else {
			rest = nil
		}
		i := 0
		for i < len(l) && (l[i] == ' ' || l[i] == '\t' || l[i] == '\f') {
			i++
		}
		if i < len(l) && l[i] != '#' {
			if l[i] != '\r' {
				return "", 0
			}
			continue
		}
		if name = cookieIn(string(l[i:])); name != "" {
			return name, line
		}
	}
	return "", 0
}

func indexNewline(b []byte) int {
	for i, c := range b {
		if c == '\n' {
			return i
		}
	}
	return -1
}

func cookieIn(comment string) string {
	for {
		i := strings.Index(comment, "coding")
		if i < 0 {
			return ""
		}
		comment = comment[i+len("coding"):]
		if comment == "" || comment[0] != ':' && comment[0] != '=' {
			continue
		}
		s := strings.TrimLeft(comment[1:], " \t")
		j := 0
		for j < len(s) && (charClass[s[j]]&clsIdent != 0 && s[j] < 128 || s[j] == '-' || s[j] == '.') {
			j++
		}
		if j > 0 {
			return canonicalEncoding(s[:j])
		}
	}
}

// canonicalEncoding gives the spellings of UTF-8 and Latin-1 one name each.
func canonicalEncoding(name string) string {
	n := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	if len(n) > 12 {
		n = n[:12]
	}
	for _, u := range [...]string{"utf-8"} {
		if n == u || strings.HasPrefix(n, u+"-") {
			return "utf-8"
		}
	}
	for _, l := range [...]string{"latin-1", "iso-8859-1", "iso-latin-1"} {
		if n == l || strings.HasPrefix(n, l+"-") {
			return "iso-8859-1"
		}
	}
	return name
}

// decodeSource turns the bytes of a source file into text, following the byte
// order mark and the coding declaration.
func decodeSource(src []byte, opts *Options) (string, string, *Error) {
	if hasNUL(src) {
		return "", "", nulError()
	}
	b := src
	hasBOM := strings.HasPrefix(string(b[:min(3, len(b))]), bom)
	if hasBOM {
		b = b[3:]
	}
	enc, _ := CodingCookie(b)
	switch {
	case hasBOM && enc != "" && enc != "utf-8":
		return "", "", encodingError("encoding problem: " + enc + " with BOM")
	case enc == "" || enc == "utf-8":
		s := string(b)
		if err := checkUTF8(s); err != nil {
			return "", "", err
		}
		return s, "utf-8", nil
	}
	var s string
	var err error
	if opts.Decode != nil {
		s, err = opts.Decode(enc, b)
	} else {
		s, err = decodeNamed(enc, b)
	}
	if err != nil {
		if u, ok := err.(UnknownEncodingError); ok {
			return "", "", encodingError(u.Error())
		}
		return "", "", encodingError("encoding problem: " + enc)
	}
	if err := checkUTF8(s); err != nil {
		return "", "", err
	}
	return s, enc, nil
}

func encodingError(msg string) *Error {
	return &Error{Msg: msg, Line: 0, Col: -1, NoText: true, NoEnd: true}
}

func nulError() *Error {
	return &Error{Msg: "source code string cannot contain null bytes", NoDetails: true}
}

func hasNUL(b []byte) bool {
	for _, c := range b {
		if c == 0 {
			return true
		}
	}
	return false
}

// decodeNamed decodes by a registered character set name.
func decodeNamed(name string, data []byte) (string, error) {
	switch n := strings.ToLower(strings.ReplaceAll(name, "_", "-")); n {
	case "iso-8859-1", "latin1", "l1":
		var b strings.Builder
		for _, c := range data {
			b.WriteRune(rune(c))
		}
		return b.String(), nil
	case "ascii", "us-ascii", "646":
		for i, c := range data {
			if c >= 128 {
				return "", fmt.Errorf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", c, i)
			}
		}
		return string(data), nil
	case "utf8", "u8", "utf-8-sig":
		return string(data), nil
	default:
		e, err := ianaindex.IANA.Encoding(n)
		if err != nil || e == nil {
			if strings.HasPrefix(n, "cp") {
				e, err = ianaindex.IANA.Encoding("windows-" + n[2:])
			}
		}
		if err != nil || e == nil {
			return "", UnknownEncodingError(name)
		}
		out, err := e.NewDecoder().Bytes(data)
		return string(out), err
	}
}

// checkUTF8 reports the first byte that is not UTF-8, in the words of the codec.
func checkUTF8(s string) *Error {
	if utf8.ValidString(s) {
		return nil
	}
	pos, line, lineStart := 0, 1, 0
	for pos < len(s) {
		r, w := utf8.DecodeRuneInString(s[pos:])
		if r == utf8.RuneError && w == 1 {
			break
		}
		if r == '\n' {
			line++
			lineStart = pos + 1
		}
		pos += w
	}
	n, reason := utf8Fault(s[pos:])
	msg := fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", s[pos], pos-lineStart, reason)
	if n > 1 {
		msg = fmt.Sprintf("(unicode error) 'utf-8' codec can't decode bytes in position %d-%d: %s", pos-lineStart, pos-lineStart+n-1, reason)
	}
	text := lineAt(s[lineStart:], 1)
	if lineStart+len(text) < len(s) {
		text += "\n"
	}
	col := runeCount(s[lineStart:pos]) + 1
	return &Error{Msg: msg, Line: line, Col: col, EndLine: line, EndCol: -1, Text: strings.ToValidUTF8(text, "\uFFFD")}
}

// utf8Fault tells how many bytes at the start of s are wrong and why.
func utf8Fault(s string) (int, string) {
	c := s[0]
	want := 0
	switch {
	case c >= 0xC2 && c <= 0xDF:
		want = 2
	case c >= 0xE0 && c <= 0xEF:
		want = 3
	case c >= 0xF0 && c <= 0xF4:
		want = 4
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i < want; i++ {
		if i >= len(s) {
			return i, "unexpected end of data"
		}
		lo, hi := byte(0x80), byte(0xBF)
		if i == 1 {
			switch c {
			case 0xE0:
				lo = 0xA0
			case 0xED:
				hi = 0x9F
			case 0xF0:
				lo = 0x90
			case 0xF4:
				hi = 0x8F
			}
		}
		if s[i] < lo || s[i] > hi {
			return i, "invalid continuation byte"
		}
	}
	return 1, "invalid start byte"
}

// normalizeNewlines turns "\r\n" and "\r" into "\n" and, when final is set,
// ends the last line. It reports whether it added that newline.
func normalizeNewlines(s string, final bool) (string, bool) {
	if strings.IndexByte(s, '\r') >= 0 {
		b := make([]byte, 0, len(s)+1)
		for i := 0; i < len(s); i++ {
			c := s[i]
			if c == '\r' {
				if i+1 < len(s) && s[i+1] == '\n' {
					continue
				}
				c = '\n'
			}
			b = append(b, c)
		}
		s = string(b)
	}
	if final && s != "" && s[len(s)-1] != '\n' {
		return s + "\n", true
	}
	return s, false
}

// SourceText decodes the bytes of a source file as Parse does, with "\n" for
// every kind of line end.
func SourceText(src []byte, opts Options) (string, *Error) {
	s, _, err := decodeSource(src, &opts)
	if err != nil {
		return "", err
	}
	s, _ = normalizeNewlines(s, false)
	return s, nil
}
