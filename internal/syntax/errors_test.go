package syntax

import (
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
		if got, want := describeError(c, names), wantError(c); got != want {
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

func describeError(c errorCase, names func(string) (string, bool)) string {
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
	_, _, err := ParseString(c.Src, opts)
	if err == nil {
		return "no error"
	}
	out := map[string]any{"type": err.Kind.String(), "msg": err.Msg}
	if !err.NoDetails {
		out["line"], out["col"], out["endLine"], out["endCol"], out["text"] = err.Line, err.Col, err.EndLine, err.EndCol, err.Text
	}
	b, _ := json.Marshal(out)
	return string(b)
}

func wantError(c errorCase) string {
	if c.Type == "" {
		return "no error"
	}
	out := map[string]any{"type": c.Type, "msg": c.Msg}
	if !c.Bare {
		out["line"], out["col"], out["endLine"], out["endCol"], out["text"] = c.Line, c.Col, c.EndLine, c.EndCol, c.Text
	}
	b, _ := json.Marshal(out)
	return string(b)
}
