package compile

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// cpythonLib finds the library of an installed CPython 3.13, or skips.
func cpythonLib(t testing.TB) string {
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
	return strings.TrimSpace(string(out))
}

// anyName stands for the character names, which do not matter here.
func anyName(string) (string, bool) { return "x", true }

func compileSource(src []byte, opts Options) (*bytecode.Code, []Warning, error) {
	mod, _, perr := syntax.Parse(src, syntax.Options{Filename: opts.Filename, LookupName: anyName})
	if perr != nil {
		return nil, nil, perr
	}
	code, w, err := Compile(mod, opts)
	if err != nil {
		return nil, w, err
	}
	return code, w, nil
}

// TestLibrary compiles every file of CPython's library and tests and verifies
// the result.
func TestLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	lib := cpythonLib(t)
	n := 0
	filepath.WalkDir(lib, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		n++
		code, _, err := compileSource(src, Options{Filename: path})
		switch err := err.(type) {
		case nil:
			if err := bytecode.Verify(code); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		case *syntax.Error:
			if !strings.Contains(path, "bad") && !strings.Contains(path, "lib2to3") && !strings.Contains(path, "encoded_modules") {
				t.Errorf("%s: %v", path, err)
			}
		case *symtab.Error:
			if !strings.Contains(path, "badsyntax") {
				t.Errorf("%s: %v", path, err)
			}
		}
		return nil
	})
	t.Logf("%d files", n)
}
