// Package pylib serves CPython's Python-level standard library: from an
// archive embedded into the program, or, when the program was built without
// it, from a directory found by Locate.
package pylib

import (
	"embed"
	"io/fs"
	"reflect"
	"unsafe"
)

//go:generate go run ./pack

//go:embed archive
var archive embed.FS

const archiveName = "archive/stdlib.bin"

// Open opens the embedded archive; false when the program was built without.
func Open() (*Library, bool) {
	data, ok := embedded()
	if !ok {
		b, err := archive.ReadFile(archiveName)
		if err != nil {
			return nil, false
		}
		data = b
	}
	l, err := OpenArchive(data)
	return l, err == nil
}

// embedded gives the archive where it lies in the program, which package embed
// has no way to ask for: its files only let themselves be copied, and that
// would take longer than all else at start-up. (Embedding into a string does
// not copy, but insists on the file being there.) So it looks into the file;
// should that change with a version of Go, the file is copied.
func embedded() ([]byte, bool) {
	f, err := archive.Open(archiveName)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, false
	}
	return dataOf(f, st.Size())
}

func dataOf(f fs.File, size int64) ([]byte, bool) {
	v := reflect.ValueOf(f)
	for _, name := range [...]string{"f", "data"} {
		if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
			return nil, false
		}
		v = v.Elem().FieldByName(name)
	}
	if v.Kind() != reflect.String || int64(v.Len()) != size || size == 0 {
		return nil, false
	}
	s := v.String()
	return unsafe.Slice(unsafe.StringData(s), len(s)), true
}
