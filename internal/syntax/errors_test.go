package syntax

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
)

// errorCase is one record of testdata/errors.json.
type errorCase struct {
	Mode, Src, Type, Msg string
	Bare                 bool
	Dump                 string // hash of the tree's dump, if known
	Warnings             []string
	Line, Col            int
	EndLine, EndCol      *int
	Text                 *string
}

// TestErrors compares class, message, position and text of errors with what
// CPython reported for the same source.
func TestErrors(t *testing.T) {
	path := "testdata/errors.json"
	if p := os.Getenv("SYNTAX_ERROR_CASES"); p != "" {
		path = p
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var cases []errorCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	names := fewNames
	if path != "testdata/errors.json" {
		names = unicodeNames(t)
	}
	bad := 0
	for _, c := range cases {
		got, warned := describeError(c, names)
		want := wantError(c)
		if strings.HasPrefix(got, "no error, ") {
			got += strings.Join(warned, "; ")
			want += strings.Join(c.Warnings, "; ")
		}
		if got != want {
			bad++
			if bad <= 400 {
				src := c.Src
				if len(src) > 300 {
					src = src[:300]
				}
				t.Errorf("%s %q\n got %s\nwant %s", c.Mode, src, got, want)
			}
		}
	}
	t.Logf("%d cases, %d differ", len(cases), bad)
}

var testModes = map[string]Mode{"exec": Exec, "eval": Eval, "single": Single, "func_type": FuncType}

// fewNames knows the character names that the recorded cases use.
func fewNames(n string) (string, bool) {
	if strings.EqualFold(n, "LATIN SMALL LETTER A") {
		return "a", true
	}
	return "", false
}

func describeError(c errorCase, names func(string) (string, bool)) (desc string, warned []string) {
	opts := Options{LookupName: names}
	mode := c.Mode
	switch mode {
	case "codeop":
		mode = "single"
		opts.AllowIncompleteInput = true
		opts.DontImplyDedent = true
	case "types":
		mode = "exec"
		opts.TypeComments = true
	}
	if v, ok := strings.CutPrefix(mode, "3."); ok {
		mode = "exec"
		opts.FeatureVersion, _ = strconv.Atoi(v)
	}
	opts.Mode = testModes[mode]
	m, res, err := ParseString(c.Src, opts)
	for _, w := range res.Warnings {
		warned = append(warned, strconv.Itoa(w.Line)+" "+w.Msg)
	}
	if err == nil {
		if c.Dump != "" {
			sum := sha256.Sum256([]byte(Dump(m, true)))
			return "no error, tree " + hex.EncodeToString(sum[:8]), warned
		}
		return "no error", warned
	}
	out := map[string]any{"type": err.Kind.String(), "msg": err.Msg}
	if !err.NoDetails {
		out["line"], out["col"], out["endLine"], out["endCol"], out["text"] = err.Line, err.Col, err.EndLine, err.EndCol, err.Text
	}
	b, _ := json.Marshal(out)
	return string(b), warned
}

func wantError(c errorCase) string {
	if c.Type == "" {
		if c.Dump != "" {
			return "no error, tree " + c.Dump
		}
		return "no error"
	}
	out := map[string]any{"type": c.Type, "msg": c.Msg}
	if !c.Bare {
		out["line"], out["col"], out["endLine"], out["endCol"], out["text"] = c.Line, c.Col, c.EndLine, c.EndCol, c.Text
	}
	b, _ := json.Marshal(out)
	return string(b)
}

// TestWarningsAsErrors: what a warning reports when the filter turns it into
// an error (recorded from CPython).
func TestWarningsAsErrors(t *testing.T) {
	const escape = `invalid escape sequence '\d'`
	for _, c := range []struct {
		src, msg           string
		l, col, endL, endC int
		text               string
	}{
		{`'\d'`, escape, 1, 1, 1, 5, "'\\d'\n"},
		{`x = '\d' + 1`, escape, 1, 5, 1, 9, "x = '\\d' + 1\n"},
		{`f'\d{x}'`, escape, 1, 8, 1, 9, "f'\\d{x}'\n"},
		{`f'{x:\d}'`, escape, 1, 6, 1, 8, "f'{x:\\d}'\n"},
		{"'''a\n\\d'''", escape, 1, 1, 2, 5, "'''a"},
		{`1if x else y`, "invalid decimal literal", 1, 1, 1, 1, "1if x else y"},
		{`0x1for x in y`, "invalid hexadecimal literal", 1, 4, 1, 4, "0x1for x in y"},
		{`x = '\400'`, `invalid octal escape sequence '\400'`, 1, 5, 1, 11, "x = '\\400'\n"},
		{`f'\{x}'`, `invalid escape sequence '\{'`, 1, 4, 1, 4, "f'\\{x}'"},
		{"f'''a\n\\d{x}b\n'''", escape, 3, 1, 3, 4, "f'''a\n\\d{x}b\n'''\n"},
	} {
		_, r, _ := ParseString(c.src, Options{})
		if len(r.Warnings) != 1 {
			t.Errorf("%q: %d warnings", c.src, len(r.Warnings))
			continue
		}
		w := r.Warnings[0]
		want := Error{Msg: c.msg, Line: c.l, Col: c.col, EndLine: c.endL, EndCol: c.endC, Text: c.text}
		if w.Err != want || w.Msg != c.msg {
			t.Errorf("%q:\n got %+v\nwant %+v", c.src, w.Err, want)
		}
	}
}

func TestBarryAsFLUFL(t *testing.T) {
	opts := Options{BarryAsFLUFL: true}
	if _, _, err := ParseString("1 <> 2", opts); err != nil {
		t.Error(err)
	}
	_, _, err := ParseString("1 != 2", opts)
	if want := "SyntaxError: with Barry as BDFL, use '<>' instead of '!=' (line 1, column 3)"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, _, err := ParseString("1 <> 2", Options{}); err == nil {
		t.Error("<> accepted")
	}
}
