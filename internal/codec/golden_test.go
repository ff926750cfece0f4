package codec

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// call is what a recording handler saw.
type call struct {
	encoding   string
	start, end int
	reason     string
}

type recorder struct{ calls []call }

func (r *recorder) decode(name string) DecodeHandler {
	if h := LookupDecodeHandler(name); h != nil {
		return h
	}
	return func(e *DecodeError) (string, int, error) {
		r.calls = append(r.calls, call{e.Encoding, e.Start, e.End, e.Reason})
		switch name {
		case "rec":
			return "?!", e.End, nil
		case "slow":
			return "<", e.Start + 1, nil
		case "neg":
			if e.End == len(e.Input) {
				return "", e.End, nil
			}
			return ">", e.End - len(e.Input), nil
		case "oob":
			return "", len(e.Input) + 7, nil
		}
		return "", 0, fmt.Errorf("no handler %s", name)
	}
}

func (r *recorder) encode(name string) EncodeHandler {
	if h := LookupEncodeHandler(name); h != nil {
		return h
	}
	return func(e *EncodeError) (Replacement, int, error) {
		r.calls = append(r.calls, call{e.Encoding, e.Start, e.End, e.Reason})
		size, _ := wtf8.CountRunes(e.Object)
		switch name {
		case "rec":
			return Replacement{Text: "?!"}, e.End, nil
		case "slow":
			return Replacement{Text: "<"}, e.Start + 1, nil
		case "neg":
			if e.End == size {
				return Replacement{}, e.End, nil
			}
			return Replacement{Text: ">"}, e.End - size, nil
		case "oob":
			return Replacement{}, size + 7, nil
		case "wide":
			return Replacement{Text: "é€"}, e.End, nil
		case "raw":
			return Replacement{Bytes: []byte("\xfe\xff\xfd"), IsBytes: true}, e.End, nil
		}
		return Replacement{}, 0, fmt.Errorf("no handler %s", name)
	}
}

// outcome is one handler's result in the golden file.
type outcome struct {
	out      string
	consumed int
	calls    []call
}

func (o *outcome) UnmarshalJSON(b []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	if err := json.Unmarshal(raw[0], &o.out); err != nil {
		return err
	}
	if err := json.Unmarshal(raw[1], &o.consumed); err != nil || len(raw) < 3 {
		return err
	}
	var calls [][]any
	if err := json.Unmarshal(raw[2], &calls); err != nil {
		return err
	}
	for _, c := range calls {
		o.calls = append(o.calls, call{c[0].(string), int(c[1].(float64)), int(c[2].(float64)), c[3].(string)})
	}
	return nil
}

type goldenCase struct {
	op, codec, input string
	final            bool
	results          map[string]outcome
}

func (c *goldenCase) UnmarshalJSON(b []byte) error {
	var in string
	if err := json.Unmarshal(b, &[]any{&c.op, &c.codec, &in, &c.final, &c.results}); err != nil {
		return err
	}
	raw, err := hex.DecodeString(in)
	c.input = string(raw)
	return err
}

type decodeFunc = func(b []byte, final bool, h DecodeHandler) (string, int, error)
type encodeFunc = func(s string, h EncodeHandler) ([]byte, error)

func utf16Decoder(order Order) decodeFunc {
	return func(b []byte, final bool, h DecodeHandler) (string, int, error) {
		s, n, _, err := DecodeUTF16(b, order, final, h)
		return s, n, err
	}
}

func utf32Decoder(order Order) decodeFunc {
	return func(b []byte, final bool, h DecodeHandler) (string, int, error) {
		s, n, _, err := DecodeUTF32(b, order, final, h)
		return s, n, err
	}
}

func utf16Encoder(order Order) encodeFunc {
	return func(s string, h EncodeHandler) ([]byte, error) { return EncodeUTF16(s, order, h) }
}

func utf32Encoder(order Order) encodeFunc {
	return func(s string, h EncodeHandler) ([]byte, error) { return EncodeUTF32(s, order, h) }
}

// charmapTable is gen.py's TABLE.
func charmapTable() []rune {
	table := make([]rune, 256)
	for i := range table {
		switch {
		case i < 128:
			table[i] = rune(i)
		case i%7 == 0:
			table[i] = 0xFFFE
		default:
			table[i] = rune(0x400 + i)
		}
	}
	return table
}

var goldenDecoders = map[string]decodeFunc{
	"utf-8": DecodeUTF8,
	"ascii": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		s, err := DecodeASCII(b, h)
		return s, len(b), err
	},
	"latin-1": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		return DecodeLatin1(b), len(b), nil
	},
	"utf-16":    utf16Decoder(DetectOrder),
	"utf-16-le": utf16Decoder(LittleEndian),
	"utf-16-be": utf16Decoder(BigEndian),
	"utf-32":    utf32Decoder(DetectOrder),
	"utf-32-le": utf32Decoder(LittleEndian),
	"utf-32-be": utf32Decoder(BigEndian),
	"utf-7":     DecodeUTF7,
	"unicode_escape": func(b []byte, final bool, h DecodeHandler) (string, int, error) {
		s, n, _, err := DecodeUnicodeEscape(b, final, h)
		return s, n, err
	},
	"raw_unicode_escape": DecodeRawUnicodeEscape,
	"charmap-table": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		s, err := DecodeCharmapTable(b, charmapTable(), h)
		return s, len(b), err
	},
	"charmap-map": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		table := charmapTable()
		s, err := DecodeCharmap(b, func(c byte) (string, bool, error) {
			switch c {
			case 128, 129, 131:
				return "", false, nil
			case 130:
				return "multi€", true, nil
			}
			return wtf8.EncodeRune(table[c]), table[c] != 0xFFFE, nil
		}, h)
		return s, len(b), err
	},
}

var goldenEncoders = map[string]encodeFunc{
	"utf-8":              EncodeUTF8,
	"ascii":              EncodeASCII,
	"latin-1":            EncodeLatin1,
	"utf-16":             utf16Encoder(DetectOrder),
	"utf-16-le":          utf16Encoder(LittleEndian),
	"utf-16-be":          utf16Encoder(BigEndian),
	"utf-32":             utf32Encoder(DetectOrder),
	"utf-32-le":          utf32Encoder(LittleEndian),
	"utf-32-be":          utf32Encoder(BigEndian),
	"utf-7":              func(s string, _ EncodeHandler) ([]byte, error) { return EncodeUTF7(s), nil },
	"unicode_escape":     func(s string, _ EncodeHandler) ([]byte, error) { return EncodeUnicodeEscape(s), nil },
	"raw_unicode_escape": func(s string, _ EncodeHandler) ([]byte, error) { return EncodeRawUnicodeEscape(s), nil },
	"charmap-table": func(s string, h EncodeHandler) ([]byte, error) {
		return EncodeCharmapTable(s, BuildEncodingMap(charmapTable()), h)
	},
	"charmap-map": func(s string, h EncodeHandler) ([]byte, error) {
		return EncodeCharmap(s, func(r rune) ([]byte, bool, error) {
			if r == '€' {
				return []byte("EUR"), true, nil
			}
			return []byte{byte(r)}, 0x20 <= r && r < 0x7F, nil
		}, h)
	},
	"charmap-noquestion": func(s string, h EncodeHandler) ([]byte, error) {
		return EncodeCharmap(s, func(r rune) ([]byte, bool, error) {
			return []byte{byte(r)}, 0x40 <= r && r < 0x7F, nil
		}, h)
	},
}

// TestGolden compares with what testdata/gen.py recorded from CPython. CODEC_GOLDEN
// names a further file to compare with.
func TestGolden(t *testing.T) {
	files := []string{"testdata/golden.json"}
	if f := os.Getenv("CODEC_GOLDEN"); f != "" {
		files = append(files, f)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []goldenCase
		if err := json.Unmarshal(b, &cases); err != nil {
			t.Fatal(err)
		}
		ran := 0
		for _, c := range cases {
			for handler, want := range c.results {
				if got, ok := runGolden(c, handler); ok {
					ran++
					if !reflect.DeepEqual(got, want) {
						t.Errorf("%s %s %q final=%v errors=%s:\n got %s\nwant %s", c.op, c.codec, c.input, c.final, handler, show(got), show(want))
					}
				}
			}
		}
		t.Logf("%s: %d results compared", file, ran)
	}
}

func show(o outcome) string {
	mark, h := "", o.out
	if h != "" && h[0] == '!' {
		mark, h = "error ", h[1:]
	}
	b, _ := hex.DecodeString(h)
	return fmt.Sprintf("%s%q consumed %d calls %v", mark, b, o.consumed, o.calls)
}

func runGolden(c goldenCase, handler string) (o outcome, ok bool) {
	var rec recorder
	var out []byte
	var err error
	n := 0
	switch c.op {
	case "d":
		f := goldenDecoders[c.codec]
		if f == nil {
			return o, false
		}
		var s string
		s, n, err = f([]byte(c.input), c.final, rec.decode(handler))
		out = []byte(s)
	case "e":
		f := goldenEncoders[c.codec]
		if f == nil {
			return o, false
		}
		n, _ = wtf8.CountRunes(c.input)
		out, err = f(c.input, rec.encode(handler))
	case "b":
		n = len(c.input)
		if handler == "encode" {
			out = EncodeBytesEscape([]byte(c.input))
		} else {
			out, _, err = DecodeBytesEscape([]byte(c.input), handler)
		}
	default:
		return o, false
	}
	if err != nil {
		return outcome{"!" + hex.EncodeToString([]byte(err.Error())), 0, rec.calls}, true
	}
	return outcome{hex.EncodeToString(out), n, rec.calls}, true
}

func TestNormalizeEncodingName(t *testing.T) {
	for name, want := range map[string]string{
		"utf-8": "utf-8", "UTF_8": "utf-8", "utf8": "utf-8", "U8": "", "Utf 8": "utf-8", "--utf--8--": "utf-8",
		"utf.8": "", "utf-16": "utf-16", "UTF16": "utf-16", "utf_16_le": "", "utf32": "utf-32", "utf-8-sig": "",
		"ASCII": "ascii", "us-ascii": "ascii", "latin1": "latin-1", "LATIN_1": "latin-1", "latin": "",
		"iso-8859-1": "latin-1", "ISO8859-1": "latin-1", "iso_8859_15": "", "iso8859-15": "", "": "", "é": "", "-": "",
	} {
		if got, ok := NormalizeEncodingName(name); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", name, got, ok, want)
		}
	}
}

func TestInvalidEscapeWarning(t *testing.T) {
	for in, want := range map[string]string{
		`abc\n\x41`: "", `a\q\400`: `invalid escape sequence '\q'`, `\477x`: `invalid octal escape sequence '\477'`,
		"\\\xe9": "invalid escape sequence '\\é'", `\8`: `invalid escape sequence '\8'`, `\377`: "",
	} {
		b := []byte(in)
		_, _, e, err := DecodeUnicodeEscape(b, true, nil)
		if err != nil || e.Warning(b) != want {
			t.Errorf("%q: %q, %v; want %q", in, e.Warning(b), err, want)
		}
		if _, e, err = DecodeBytesEscape(b, "strict"); err != nil || e.Warning(b) != want {
			t.Errorf("bytes %q: %q, %v; want %q", in, e.Warning(b), err, want)
		}
	}
}

func TestUTF16Order(t *testing.T) {
	for in, want := range map[string]Order{"a\x00": DetectOrder, "\xff\xfe": LittleEndian, "\xfe\xff\x00a": BigEndian, "\xff": DetectOrder} {
		if _, _, got, _ := DecodeUTF16([]byte(in), DetectOrder, false, nil); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
	if _, _, got, _ := DecodeUTF32([]byte("\x00\x00\xfe\xff"), DetectOrder, true, nil); got != BigEndian {
		t.Errorf("utf-32: %d", got)
	}
}

// TestHandlerReplacesInput covers a handler that puts other bytes into the error.
func TestHandlerReplacesInput(t *testing.T) {
	s, n, err := DecodeUTF8([]byte("ab\xffcd"), true, func(e *DecodeError) (string, int, error) {
		e.Input = []byte("xyz")
		return "!", 1, nil
	})
	if s != "ab!yz" || n != 3 || err != nil {
		t.Errorf("%q, %d, %v", s, n, err)
	}
}
