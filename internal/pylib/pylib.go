// Package pylib serves CPython's Python-level standard library: from an
// archive embedded into the program, or, when the program was built without
// it, from a directory found by Locate.
package pylib

import (
	"embed"
	"io"
)

//go:generate go run ./pack

//go:embed archive
var archive embed.FS

// Open opens the embedded archive; false when the program was built without.
func Open() (*Library, bool) {
	f, err := archive.Open("archive/stdlib.bin")
	if err != nil {
		return nil, false
	}
	st, err := f.Stat()
	if err != nil {
		return nil, false
	}
	data, ok := f.(io.ReaderAt)
	if !ok {
		return nil, false
	}
	l, err := OpenArchive(data, st.Size())
	return l, err == nil
}
