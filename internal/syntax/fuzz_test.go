package syntax

import (
	"encoding/json"
	"os"
	"testing"
	"time"
)

// FuzzParse: no input panics, hangs or takes much memory; parser and
// diagnosis agree on what is correct; the tree can be printed.
func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/errors.json")
	if err != nil {
		f.Fatal(err)
	}
	var cases []errorCase
	if err := json.Unmarshal(data, &cases); err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		if len(c.Src) < 1000 {
			f.Add(c.Src, uint8(testModes[c.Mode]))
		}
	}
	f.Fuzz(func(t *testing.T, src string, mode uint8) {
		if len(src) > 1<<16 {
			return
		}
		start := time.Now()
		opts := Options{Mode: Mode(mode & 3), TypeComments: mode&4 != 0, AllowIncompleteInput: mode&8 != 0,
			DontImplyDedent: mode&16 != 0, BarryAsFLUFL: mode&32 != 0, LookupName: fewNames}
		m, res, err := Parse([]byte(src), opts)
		if res == nil || (m == nil) != (err != nil) {
			t.Fatalf("tree %v, error %v", m, err)
		}
		if err == nil {
			Dump(m, true)
			if e, ok := m.(*Expression); ok {
				Unparse(e.Body)
			}
		} else if err.Msg == "" {
			t.Fatal("error without a message")
		}
		for _, extra := range []bool{false, true} {
			tz := NewTokenizer(src, extra)
			for more := true; more; {
				_, more, _ = tz.Next()
			}
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Fatalf("took %v", d)
		}
	})
}

// TestParserAgreesWithDiagnosis: source that the parser accepts is also
// correct by the grammar that finds the error messages.
func TestParserAgreesWithDiagnosis(t *testing.T) {
	data, err := os.ReadFile("testdata/errors.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []errorCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		mode, ok := testModes[c.Mode]
		if !ok || c.Type != "" {
			continue
		}
		opts := Options{Mode: mode, LookupName: fewNames}
		g := &diag{opts: &opts, memo: make(map[uint64]memoEntry)}
		src, _ := normalizeNewlines(c.Src, mode == Exec)
		g.lx.init(src)
		if !g.start() || g.err != nil {
			t.Errorf("%s %q: the diagnosis rejects it: %v", c.Mode, c.Src, g.err)
		}
	}
}
