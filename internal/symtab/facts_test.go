package symtab

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/syntax"
)

type tableFacts struct {
	Name     string
	Type     int
	Line     int
	Nested   bool
	Symbols  map[string]uint32
	VarNames []string
	Children []*tableFacts
}

// TestFacts compares symbol tables with CPython's, over its library.
func TestFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	exe := os.Getenv("COACHWHIP_CPYTHON")
	if exe == "" {
		var err error
		if exe, err = exec.LookPath("python3.13"); err != nil {
			t.Skip("no python3.13")
		}
	}
	out, err := exec.Command(exe, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Skip("python3.13 does not run")
	}
	lib := strings.TrimSpace(string(out))
	if dir := os.Getenv("COACHWHIP_FACTS_DIR"); dir != "" {
		lib = dir
	}
	var files []string
	filepath.WalkDir(lib, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".py") && !strings.Contains(path, "lib2to3") && !strings.Contains(path, "site-packages") {
			files = append(files, path)
		}
		return nil
	})
	cmd := exec.Command(exe, "testdata/symfacts.py")
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n") + "\n")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	r := bufio.NewReaderSize(pipe, 1<<20)
	n := 0
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			break
		}
		var f struct {
			File  string
			Table *tableFacts
		}
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		mod, _, perr := syntax.Parse(src, syntax.Options{Filename: f.File, LookupName: func(string) (string, bool) { return "x", true }})
		if perr != nil {
			continue // the parser's own tests tell
		}
		table, serr := Build(mod, 0)
		if serr != nil {
			t.Errorf("%s: %v", f.File, serr)
			continue
		}
		n++
		compareTable(t, filepath.Base(f.File), f.Table, table.Top)
	}
	t.Logf("%d files", n)
}

func compareTable(t *testing.T, where string, want *tableFacts, got *Scope) {
	where += "/" + want.Name
	if want.Name != got.Name || want.Type != int(got.Kind) || want.Nested != got.Nested {
		t.Errorf("%s line %d: want %s %d %t, got %s %d %t", where, want.Line, want.Name, want.Type, want.Nested, got.Name, got.Kind, got.Nested)
		return
	}
	if int(got.Pos.Line) != want.Line {
		t.Errorf("%s: want line %d, got %d", where, want.Line, got.Pos.Line)
	}
	if fmt.Sprint(want.VarNames) != fmt.Sprint(got.VarNames) {
		t.Errorf("%s line %d: want variables %v, got %v", where, want.Line, want.VarNames, got.VarNames)
	}
	have := map[string]uint32{}
	for _, s := range got.Symbols {
		have[s.Name] = s.Number()
	}
	var names []string
	for n := range want.Symbols {
		names = append(names, n)
	}
	for n := range have {
		if _, ok := want.Symbols[n]; !ok {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	for _, n := range names {
		if want.Symbols[n] != have[n] {
			t.Errorf("%s line %d: %s: want %#x, got %#x", where, want.Line, n, want.Symbols[n], have[n])
		}
	}
	if len(want.Children) != len(got.Children) {
		t.Errorf("%s line %d: want %d children, got %d", where, want.Line, len(want.Children), len(got.Children))
		return
	}
	for i, c := range want.Children {
		compareTable(t, where, c, got.Children[i])
	}
}
