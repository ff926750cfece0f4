package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// TestGolden compares disassemblies with the .dis files beside the sources;
// COACHWHIP_UPDATE=1 writes them anew. COACHWHIP_DUMP names a file to
// disassemble to standard output instead.
func TestGolden(t *testing.T) {
	if name := os.Getenv("COACHWHIP_DUMP"); name != "" {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code, _, err := compileSource(src, Options{Filename: name})
		if err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString(bytecode.Dump(code))
		return
	}
	files, err := filepath.Glob("testdata/golden/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		code, _, err := compileSource(src, Options{Filename: filepath.Base(f)})
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if err := bytecode.Verify(code); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		got := bytecode.Dump(code)
		dis := strings.TrimSuffix(f, ".py") + ".dis"
		if os.Getenv("COACHWHIP_UPDATE") != "" {
			if err := os.WriteFile(dis, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(dis)
		if err != nil {
			t.Error(err)
			continue
		}
		if got != string(want) {
			g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
			for i := range g {
				if i >= len(w) || g[i] != w[i] {
					old := ""
					if i < len(w) {
						old = w[i]
					}
					t.Errorf("%s line %d:\nwant %s\n got %s", dis, i+1, old, g[i])
					break
				}
			}
		}
	}
}
