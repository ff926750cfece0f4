package compile

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

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// codeFacts is what testdata/codefacts.py prints of a code object.
type codeFacts struct {
	Name, QualName string
	First          int
	Flags          uint32
	Args           [3]int
	VarNames       []string
	Names          []string
	CellVars       []string
	FreeVars       []string
	Doc            *string
	Lines          []int
	Groups         map[string][][4]int32
	Children       []*codeFacts
}

func cpythonExe(t testing.TB) string {
	exe := os.Getenv("COACHWHIP_CPYTHON")
	if exe == "" {
		var err error
		if exe, err = exec.LookPath("python3.13"); err != nil {
			t.Skip("no python3.13")
		}
	}
	return exe
}

// TestFacts compares what code objects show to Python programs (names,
// variables, flags, positions) with CPython, over its library.
var shownLimit = 12

func TestFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	lib := cpythonLib(t)
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
	cmd := exec.Command(cpythonExe(t), "testdata/codefacts.py")
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n") + "\n")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	counts := map[string]int{}
	shown := map[string]int{}
	r := bufio.NewReaderSize(out, 1<<20)
	n := 0
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			break
		}
		var f struct {
			File string
			Code *codeFacts
		}
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		src, err := os.ReadFile(f.File)
		if err != nil {
			t.Fatal(err)
		}
		code, _, err := compileSource(src, Options{Filename: f.File})
		if err != nil {
			counts["error"]++
			continue
		}
		n++
		compareFacts(f.Code, code, func(what, format string, args ...any) {
			counts[what]++
			if shown[what]++; shown[what] <= shownLimit {
				t.Logf("%s: %s: %s", filepath.Base(f.File), what, fmt.Sprintf(format, args...))
			}
		})
	}
	t.Logf("%d files; differences: %v", n, counts)
}

var groupOf = map[bytecode.Op]string{
	bytecode.Call: "call", bytecode.CallKw: "call", bytecode.CallMethod: "call", bytecode.CallMethodKw: "call", bytecode.CallEx: "call",
	bytecode.LoadAttr: "attr", bytecode.StoreAttr: "attr", bytecode.DeleteAttr: "attr", bytecode.LoadMethod: "attr", bytecode.LoadSuper: "attr",
	bytecode.GetItem: "item", bytecode.SetItem: "item", bytecode.DelItem: "item", bytecode.GetSlice: "item", bytecode.SetSlice: "item",
	bytecode.Raise: "raise", bytecode.GetIter: "iter", bytecode.ForIter: "iter",
	bytecode.ImportName: "import", bytecode.ImportFrom: "import", bytecode.Yield: "yield",
	bytecode.LoadGlobal: "global", bytecode.LoadName: "name", bytecode.StoreName: "name", bytecode.DeleteName: "name", bytecode.StoreGlobal: "name", bytecode.DeleteGlobal: "name",
	bytecode.Unpack: "unpack", bytecode.UnpackEx: "unpack", bytecode.In: "compare", bytecode.JumpIn: "compare",
}

func init() {
	for op := bytecode.Add; op <= bytecode.LShiftI; op++ {
		groupOf[op] = "binop"
	}
	for _, r := range [][2]bytecode.Op{{bytecode.Lt, bytecode.Ge}, {bytecode.JumpLt, bytecode.JumpGe}, {bytecode.JumpLtI, bytecode.JumpGeI}} {
		for op := r[0]; op <= r[1]; op++ {
			groupOf[op] = "compare"
		}
	}
}

func compareFacts(want *codeFacts, got *bytecode.Code, report func(what, format string, args ...any)) {
	diff := func(what string, w, g any) {
		if fmt.Sprint(w) != fmt.Sprint(g) {
			report(what, "%s line %d: want %v, got %v", want.QualName, want.First, w, g)
		}
	}
	diff("name", want.Name, got.Name)
	diff("qualname", want.QualName, got.QualName)
	diff("first", want.First, got.FirstLine)
	diff("flags", fmt.Sprintf("%#x", want.Flags), fmt.Sprintf("%#x", got.Flags&^bytecode.FlagHasDocstring))
	diff("args", want.Args, [3]int{got.ArgCount, got.PosOnlyCount, got.KwOnlyCount})
	if got.Flags&bytecode.FlagOptimized != 0 {
		diff("varnames", want.VarNames, got.VarNames)
	}
	diff("names", want.Names, got.Names[:len(got.Names)-got.ExtraNames])
	diff("cellvars", want.CellVars, got.CellVars)
	diff("freevars", want.FreeVars, got.FreeVars)
	if want.Doc != nil && want.Name != "<module>" {
		diff("doc", fmt.Sprintf("%q", *want.Doc), fmt.Sprintf("%q", got.Consts[0]))
	}
	lines := map[int]bool{}
	groups := map[string]map[[4]int32]bool{}
	for pc := 0; pc < len(got.Instrs); pc += 1 + bytecode.NumCacheWords(bytecode.Op(got.Instrs[pc])) {
		p := got.PosAt(pc)
		if p.Line > 0 {
			lines[int(p.Line)] = true
		}
		g := groupOf[bytecode.Op(got.Instrs[pc])]
		if g == "" {
			continue
		}
		if groups[g] == nil {
			groups[g] = map[[4]int32]bool{}
		}
		groups[g][[4]int32{p.Line, p.EndLine, p.Col, p.EndCol}] = true
	}
	var missing, extra []int
	have := map[int]bool{}
	for _, l := range want.Lines {
		have[l] = true
		if !lines[l] && l != want.First {
			missing = append(missing, l)
		}
	}
	for l := range lines {
		if !have[l] {
			extra = append(extra, l)
		}
	}
	sort.Ints(extra)
	diff("lines missing", []int(nil), missing)
	diff("lines extra", []int(nil), extra)
	for g, list := range want.Groups {
		for _, p := range list {
			if !groups[g][p] {
				report("pos "+g, "%s: no %v; have %v", want.QualName, p, near(groups[g], p[0]))
			}
		}
	}
	used := make([]bool, 0)
	var inner []*bytecode.Code
	for _, k := range got.Consts {
		if c, ok := k.(*bytecode.Code); ok {
			inner = append(inner, c)
			used = append(used, false)
		}
	}
	for _, w := range want.Children {
		found := false
		for i, c := range inner {
			if !used[i] && c.Name == w.Name && c.FirstLine == w.First {
				used[i], found = true, true
				compareFacts(w, c, report)
				break
			}
		}
		if !found {
			report("children", "%s lacks %s line %d", want.QualName, w.Name, w.First)
		}
	}
	for i, c := range inner {
		if !used[i] {
			report("children extra", "%s has %s line %d", want.QualName, c.Name, c.FirstLine)
		}
	}
}

func near(set map[[4]int32]bool, line int32) (out [][4]int32) {
	for p := range set {
		if p[0] == line {
			out = append(out, p)
		}
	}
	return
}
