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
