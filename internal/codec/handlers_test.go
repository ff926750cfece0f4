package codec

import (
	"reflect"
	"testing"
)

// TestOddRanges gives the handlers errors as Python code may make them; the results
// are those of CPython's handlers.
func TestOddRanges(t *testing.T) {
	for _, c := range []struct {
		handler    string
		in         string
		start, end int
		text       string
		pos        int
	}{
		{"replace", "abc", -5, 10, "???", 3},
		{"replace", "abc", 1, 2, "?", 2},
		{"ignore", "abc", 0, 99, "", 3},
		{"backslashreplace", "aéb", 1, 99, `\xe9\x62`, 3},
		{"xmlcharrefreplace", "a€b", 1, 2, "&#8364;", 2},
		{"namereplace", "a€\u0378", 1, 3, `\N{EURO SIGN}\u0378`, 3},
	} {
		rep, pos, err := LookupEncodeHandler(c.handler)(&EncodeError{Encoding: "ascii", Object: c.in, Start: c.start, End: c.end})
		if err != nil || !reflect.DeepEqual(rep, Replacement{Text: c.text}) || pos != c.pos {
			t.Errorf("%+v: %q, %d, %v", c, rep.Text, pos, err)
		}
	}
	for _, c := range []struct {
		handler    string
		in         string
		start, end int
		text       string
		pos        int
	}{
		{"replace", "abc", -5, 10, "\uFFFD", 3},
		{"ignore", "abc", 0, 99, "", 3},
		{"backslashreplace", "ab\xff", 1, 99, `\x62\xff`, 3},
		{"surrogateescape", "a\xff\xfeb", 1, 99, "\xed\xb3\xbf\xed\xb3\xbe", 3},
	} {
		text, pos, err := LookupDecodeHandler(c.handler)(&DecodeError{Encoding: "ascii", Input: []byte(c.in), Start: c.start, End: c.end})
		if err != nil || text != c.text || pos != c.pos {
			t.Errorf("%+v: %q, %d, %v", c, text, pos, err)
		}
	}
	for _, name := range []string{"ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "strict", "xmlcharrefreplace", "namereplace"} {
		for start := -3; start < 4; start++ {
			for end := -3; end < 5; end++ {
				for _, in := range []string{"", "a", "é€"} {
					for _, enc := range []string{"utf-8", "utf-16-be", "UTF_32", "ascii", "", "utf"} {
						LookupDecodeHandler(name)(&DecodeError{Encoding: enc, Input: []byte(in), Start: start, End: end})
						LookupEncodeHandler(name)(&EncodeError{Encoding: enc, Object: in, Start: start, End: end})
						_ = (&EncodeError{Encoding: enc, Object: in, Start: start, End: end}).Error()
						_ = (&DecodeError{Encoding: enc, Input: []byte(in), Start: start, End: end}).Error()
					}
				}
			}
		}
	}
	if _, _, err := LookupDecodeHandler("namereplace")(&DecodeError{}); err == nil ||
		err.Error() != "don't know how to handle UnicodeDecodeError in error callback" {
		t.Error(err)
	}
}
