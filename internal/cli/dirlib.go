package cli

import (
	"path"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
)

// dirLibrary is a library found as a directory of source files.
type dirLibrary struct {
	h   *host.Host
	dir string
}

func (l dirLibrary) Source(name string) ([]byte, bool) {
	b, err := readFile(l.h, path.Join(l.dir, name))
	return b, err == nil
}

func (l dirLibrary) Bytecode(string) ([]byte, bool) { return nil, false }

func (l dirLibrary) Packed() bool { return false }

func (l dirLibrary) Exists(name string) bool { return isFile(l.h, path.Join(l.dir, name)) }

func (l dirLibrary) IsDir(name string) bool { return isDir(l.h, path.Join(l.dir, name)) }

func (l dirLibrary) TopLevel() []string {
	entries, err := l.h.Files.ReadDir(l.dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if n, ok := strings.CutSuffix(e.Name, ".py"); ok || isDir(l.h, path.Join(l.dir, e.Name)) {
			names = append(names, n)
		}
	}
	return names
}
