package compile

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/coachwhip/coachwhip/internal/symtab"
)

// TestErrors compares errors and warnings with those recorded from CPython by
// testdata/gen_errors.py.
func TestErrors(t *testing.T) {
	data, err := os.ReadFile("testdata/errors.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Src      string
		Error    []any
		Warnings [][]any
		Strict   []any
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, k := range cases {
		_, warnings, err := compileSource([]byte(k.Src), Options{Filename: "t"})
		var got []any
		switch e := err.(type) {
		case nil:
		case *symtab.Error:
			got = []any{e.Kind, e.Msg, e.Pos.Line, e.Pos.Col + 1, e.Pos.EndLine, e.Pos.EndCol + 1}
			if e.NoEnd {
				got[4], got[5] = e.Pos.Line, nil
			}
		default:
			continue // the parser found it
		}
		if fmt.Sprint(k.Error) != fmt.Sprint(got) {
			t.Errorf("%q:\nwant %v\n got %v", k.Src, k.Error, got)
			continue
		}
		var ws [][]any
		for _, w := range warnings {
			ws = append(ws, []any{w.Msg, w.Pos.Line})
		}
		if fmt.Sprint(k.Warnings) != fmt.Sprint(ws) {
			t.Errorf("%q:\nwant %v\n got %v", k.Src, k.Warnings, ws)
		} else if len(ws) > 0 {
			p := warnings[0].Pos
			if s := fmt.Sprint([]any{p.Line, p.Col + 1, p.EndLine, p.EndCol + 1}); s != fmt.Sprint(k.Strict[2:]) {
				t.Errorf("%q: warning at %v, want %v", k.Src, s, k.Strict[2:])
			}
		}
	}
}
