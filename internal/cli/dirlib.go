package cli

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// dirLibrary is a library found as a directory of source files.
type dirLibrary struct {
	h   *host.Host
	dir string
}

func (l dirLibrary) Source(name string) ([]byte, bool) {
	b, err := os.ReadFile(filepath.Join(l.dir, filepath.FromSlash(name)))
	return b, err == nil
}

func (l dirLibrary) Bytecode(string) ([]byte, bool) { return nil, false }

func (l dirLibrary) Exists(name string) bool {
	st, err := os.Stat(filepath.Join(l.dir, filepath.FromSlash(name)))
	return err == nil && st.Mode().IsRegular()
}

func (l dirLibrary) IsDir(name string) bool {
	st, err := os.Stat(filepath.Join(l.dir, filepath.FromSlash(name)))
	return err == nil && st.IsDir()
}

func (l dirLibrary) TopLevel() []string {
	entries, err := os.ReadDir(l.dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if n, ok := strings.CutSuffix(e.Name(), ".py"); ok || e.IsDir() {
			names = append(names, n)
		}
	}
	return names
}
