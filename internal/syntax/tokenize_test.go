package syntax

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// tokenRows lists the tokens of src, and the error at the end, as
// testdata/tokens.py does.
func tokenRows(src string, extra bool) [][]any {
	t := NewTokenizer(src, extra)
	rows := [][]any{}
	for {
		tok, more, err := t.Next()
		if err != nil {
			row := []any{err.Kind.String(), err.Msg}
			if !err.NoDetails {
				row = append(row, err.Line, err.Col, err.Text)
				if err.NoEnd {
					row = append(row, nil, nil)
				} else {
					row = append(row, err.EndLine, err.EndCol)
				}
			}
			return append(rows, row)
		}
		if !more {
			return rows
		}
		rows = append(rows, []any{int(tok.Type), tok.String, tok.Line, tok.Col, tok.EndLine, tok.EndCol, tok.SourceLine})
	}
}

func TestTokenizer(t *testing.T) {
	data, err := os.ReadFile("testdata/tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Src    string
		Extra  bool
		Tokens [][]any
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		got, want := tokenRows(c.Src, c.Extra), c.Tokens
		for i := range max(len(got), len(want)) {
			var g, w []byte
			if i < len(got) {
				g, _ = json.Marshal(got[i])
			}
			if i < len(want) {
				w, _ = json.Marshal(want[i])
			}
			if !bytes.Equal(g, w) {
				t.Errorf("%q extra=%v token %d\n got %s\nwant %s", c.Src, c.Extra, i, g, w)
				break
			}
		}
	}
}

// TestLibraryTokens compares the token stream of every library file with CPython's.
func TestLibraryTokens(t *testing.T) {
	if testing.Short() {
		t.Skip("reads CPython's whole library")
	}
	files := libFiles(t)
	out := runCPython(t, []byte(strings.Join(files, "\n")), "testdata/tokens.py", "files")
	sc := bufio.NewScanner(bytes.NewReader(out))
	n := 0
	for sc.Scan() {
		hash, path, _ := strings.Cut(sc.Text(), " ")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		src, _, bad := decodeSource(data, &Options{})
		if bad != nil {
			t.Errorf("%s: %v", path, bad)
			continue
		}
		src, _ = normalizeNewlines(src, false)
		h := sha256.New()
		for _, row := range tokenRows(src, true) {
			for i, v := range row {
				if i > 0 {
					fmt.Fprint(h, "\x01")
				}
				if v == nil {
					v = "None"
				}
				fmt.Fprint(h, v)
			}
			fmt.Fprint(h, "\x02")
		}
		n++
		if got := hex.EncodeToString(h.Sum(nil)[:8]); got != hash {
			t.Errorf("%s: tokens differ", path)
		}
	}
	if n < len(files)*9/10 {
		t.Errorf("only %d of %d files compared", n, len(files))
	}
	t.Logf("%d files", n)
}
