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

var goldenDecoders = map[string]func(b []byte, final bool, h DecodeHandler) (string, int, error){
	"utf-8": DecodeUTF8,
	"ascii": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		s, err := DecodeASCII(b, h)
		return s, len(b), err
	},
	"latin-1": func(b []byte, _ bool, h DecodeHandler) (string, int, error) {
		return DecodeLatin1(b), len(b), nil
	},
}

var goldenEncoders = map[string]func(s string, h EncodeHandler) ([]byte, error){
	"utf-8":   EncodeUTF8,
	"ascii":   EncodeASCII,
	"latin-1": EncodeLatin1,
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
				if handler == "namereplace" && LookupEncodeHandler(handler) == nil {
					continue
				}
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
