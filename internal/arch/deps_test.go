package arch

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/coachwhip/coachwhip"

// layers maps each package (or tree, with a final "/") to those of our packages
// that it may import. A package that is not listed fails the test.
var layers = map[string][]string{
	"internal/wtf8":        {},
	"internal/unidata":     {"internal/wtf8"},
	"internal/unidata/gen": {},
	"internal/codec":       {"internal/wtf8", "internal/unidata"},
	"internal/numfmt":      {},
	"internal/fmath":       {},
	"internal/sre":         {},
	"internal/host":        {},
	"internal/syntax":      {},
	"internal/symtab":      {"internal/bytecode", "internal/syntax"},
	"internal/bytecode":    {},
	"internal/compile":     {"internal/bytecode", "internal/symtab", "internal/syntax"},
	"internal/pylib":       {"internal/host"},
	"internal/pylib/pack":  {"internal/pylib", "internal/bytecode", "internal/compile", "internal/syntax", "internal/host", "internal/unidata"},
	"internal/py": {"internal/bytecode", "internal/codec", "internal/compile", "internal/fmath", "internal/host", "internal/numfmt",
		"internal/symtab", "internal/syntax", "internal/unidata", "internal/wtf8"},
	"internal/stdlib": {"internal/py", "internal/stdlib/"},
	"internal/stdlib/": {"internal/py", "internal/bytecode", "internal/codec", "internal/compile", "internal/fmath", "internal/host", "internal/numfmt", "internal/sre", "internal/symtab",
		"internal/syntax", "internal/unidata", "internal/wtf8", "internal/stdlib/"},
	"internal/cli":  {"internal/host", "internal/py", "internal/pylib", "internal/repl", "internal/stdlib", "internal/syntax"},
	"internal/repl": {"internal/host", "internal/py", "internal/syntax", "internal/unidata"},
	"internal/arch": {},
	"cmd/coachwhip": {"internal/cli"},
	"conformance":   {},
	"tests":         {},
	"tests/scripts": {},
	"cmd/":          {"internal/"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pkgs []pkg
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for dec.More() {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	return pkgs
}

func allowed(name string) ([]string, bool) {
	if l, ok := layers[name]; ok {
		return l, true
	}
	for tree, l := range layers {
		if strings.HasSuffix(tree, "/") && strings.HasPrefix(name, tree) {
			return l, true
		}
	}
	return nil, false
}

// TestImportDirection holds the import direction of ARCHITECTURE.md.
func TestImportDirection(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		may, ok := allowed(name)
		if !ok {
			t.Errorf("package %s is in no layer", name)
			continue
		}
	imports:
		for _, i := range p.Imports {
			dep, ours := strings.CutPrefix(i, module+"/")
			if !ours {
				continue
			}
			for _, m := range may {
				if dep == m || strings.HasSuffix(m, "/") && strings.HasPrefix(dep, m) {
					continue imports
				}
			}
			t.Errorf("%s must not import %s", name, dep)
		}
	}
}

// TestSystemAccess holds that only internal/host reaches the operating system.
func TestSystemAccess(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		if name == "internal/host" || name == "internal/pylib/pack" || name == "cmd/coachwhip" {
			continue
		}
		for _, i := range p.Imports {
			switch i {
			case "os", "net", "os/exec", "syscall":
				t.Errorf("%s imports %s; only internal/host may", name, i)
			}
		}
	}
}
