package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// libSources reads the top level of CPython's library.
func libSources(b *testing.B) ([][]byte, int64) {
	dir := strings.TrimSpace(string(runCPython(b, nil, "-c", "import os; print(os.path.dirname(os.__file__))")))
	files, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil {
		b.Fatal(err)
	}
	var srcs [][]byte
	total := int64(0)
	for _, f := range files {
		s, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		srcs = append(srcs, s)
		total += int64(len(s))
	}
	return srcs, total
}

// BenchmarkParse parses Lib/*.py.
func BenchmarkParse(b *testing.B) {
	srcs, total := libSources(b)
	names := func(string) (string, bool) { return "x", true }
	b.SetBytes(total)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range srcs {
			if _, _, err := Parse(s, Options{LookupName: names}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkTokens only splits Lib/*.py into tokens.
func BenchmarkTokens(b *testing.B) {
	srcs, total := libSources(b)
	texts := make([]string, len(srcs))
	for i, s := range srcs {
		texts[i], _ = normalizeNewlines(string(s), true)
	}
	b.SetBytes(total)
	for b.Loop() {
		for _, s := range texts {
			var lx lexer
			lx.init(s)
			for {
				if k := lx.next().Kind; k == ENDMARKER || k == ERRORTOKEN {
					break
				}
			}
		}
	}
}
