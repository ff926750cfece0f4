package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
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
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
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
	if n == "utf-8" || strings.HasPrefix(n, "utf-8-") {
		return "utf-8"
	}
	for _, l := range [...]string{"latin-1", "iso-8859-1", "iso-latin-1"} {
		if n == l || strings.HasPrefix(n, l+"-") {
			return "iso-8859-1"
		}
	}
	return name
}

// decodeSource turns the bytes of a source file into text, following the byte
// order mark and the coding declaration. Text in UTF-8 is not checked here:
// as in CPython a wrong byte matters only in a literal or a name.
func decodeSource(src []byte, opts *Options) (text, encoding string, bad *Error) {
	if i := bytes.IndexByte(src, 0); i >= 0 {
		if enc, _ := CodingCookie(src[:i]); opts.FromFile && enc == "" {
			if err := checkFile(bytes.TrimPrefix(src[:i], []byte(bom)), opts); err != nil {
				return "", "", err
			}
		}
		return "", "", nulError(src, i, opts)
	}
	hasBOM := bytes.HasPrefix(src, []byte(bom))
	if hasBOM {
		src = src[len(bom):]
	}
	enc, _ := CodingCookie(src)
	switch {
	case hasBOM && enc != "" && enc != "utf-8":
		return "", "", encodingError("encoding problem: "+enc+" with BOM", opts)
	case enc == "" || enc == "utf-8":
		if opts.FromFile && enc == "" {
			if err := checkFile(src, opts); err != nil {
				return "", "", err
			}
		}
		return string(src), "utf-8", nil
	}
	decode := opts.Decode
	if decode == nil {
		decode = decodeNamed
	}
	s, err := decode(enc, src)
	if err != nil {
		if opts.FromFile {
			return "", "", encodingError("encoding problem: "+enc, opts)
		}
		return "", "", encodingError(err.Error(), opts)
	}
	return s, enc, nil
}

// checkFile demands that a file without a coding declaration is UTF-8.
func checkFile(src []byte, opts *Options) *Error {
	line := 1
	for i := 0; i < len(src); {
		r, w := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && w == 1 {
			return &Error{NoDetails: true, Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, "+
				"but no encoding declared; see https://peps.python.org/pep-0263/ for details", src[i], opts.Filename, line)}
		}
		if r == '\n' {
			line++
		}
		i += w
	}
	return nil
}

func encodingError(msg string, opts *Options) *Error {
	if opts.FromFile {
		return &Error{Msg: msg, NoDetails: true}
	}
	return &Error{Msg: msg, Line: 0, Col: -1, NoText: true, NoEnd: true}
}

// nulError reports a NUL byte at src[i].
func nulError(src []byte, i int, opts *Options) *Error {
	if !opts.FromFile {
		return &Error{Msg: "source code string cannot contain null bytes", NoDetails: true}
	}
	before := string(src[:i])
	start := strings.LastIndexByte(before, '\n') + 1
	line := strings.Count(before, "\n") + 1
	return &Error{Msg: "source code cannot contain null bytes", Line: line, EndLine: line, Text: before[start:]}
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
		if p, ok := strings.CutPrefix(n, "windows-"); ok {
			n = "cp" + p
		}
		if p, ok := strings.CutPrefix(n, "iso8859-"); ok {
			n = "iso-8859-" + p
		}
		e := namedEncoding(n)
		if e == nil {
			return "", UnknownEncodingError(name)
		}
		out, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("'%s' codec can't decode the source: %w", name, err)
		}
		return string(out), nil
	}
}

// namedEncoding finds an encoding by a name that Python knows it by, with
// dashes and in lower case; nil when there is none.
func namedEncoding(n string) encoding.Encoding {
	for _, e := range charmap.All {
		if c, ok := e.(*charmap.Charmap); ok && charmapName(c) == n {
			return c
		}
	}
	switch n {
	case "mac-roman", "macroman", "macintosh":
		return charmap.Macintosh
	case "mac-cyrillic", "maccyrillic":
		return charmap.MacintoshCyrillic
	case "l2", "latin2", "latin-2":
		return charmap.ISO8859_2
	case "l5", "latin5", "latin-5":
		return charmap.ISO8859_9
	case "l9", "latin9", "latin-9", "iso8859-15":
		return charmap.ISO8859_15
	case "euc-jp", "eucjp", "ujis":
		return japanese.EUCJP
	case "shift-jis", "sjis", "s-jis", "shiftjis", "cp932", "932", "ms932", "mskanji":
		return japanese.ShiftJIS
	case "iso-2022-jp", "iso2022-jp", "iso2022jp", "csiso2022jp":
		return japanese.ISO2022JP
	case "euc-kr", "euckr", "cp949", "949", "ms949", "uhc", "ks-c-5601-1987":
		return korean.EUCKR
	case "gbk", "cp936", "936", "ms936", "gb2312", "euc-cn", "euccn":
		return simplifiedchinese.GBK
	case "gb18030", "gb18030-2000":
		return simplifiedchinese.GB18030
	case "hz", "hz-gb-2312", "hzgb":
		return simplifiedchinese.HZGB2312
	case "big5", "big5-tw", "csbig5", "cp950", "950", "ms950":
		return traditionalchinese.Big5
	}
	return nil
}

// charmapName turns "Windows 1252", "ISO 8859-2", "IBM Code Page 437" and
// "KOI8-R" into what Python calls them.
func charmapName(c *charmap.Charmap) string {
	n := strings.ToLower(c.String())
	if p, ok := strings.CutPrefix(n, "windows "); ok {
		return "cp" + p
	}
	if p, ok := strings.CutPrefix(n, "ibm code page "); ok {
		return "cp" + p
	}
	return strings.ReplaceAll(n, " ", "-")
}

// utf8Error words the codec's complaint about the first wrong byte of s, or
// returns "" if there is none.
func utf8Error(s string) string {
	if utf8.ValidString(s) {
		return ""
	}
	pos := 0
	for {
		r, w := utf8.DecodeRuneInString(s[pos:])
		if r == utf8.RuneError && w == 1 {
			break
		}
		pos += w
	}
	n, reason := utf8Fault(s[pos:])
	if n > 1 {
		return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode bytes in position %d-%d: %s", pos, pos+n-1, reason)
	}
	return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", s[pos], pos, reason)
}

// replaceInvalid puts one U+FFFD in place of each wrong sequence.
func replaceInvalid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, w := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && w == 1 {
			w, _ = utf8Fault(s)
		}
		b.WriteRune(r)
		s = s[w:]
	}
	return b.String()
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
