package pylib

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/klauspost/compress/flate"
)

// The archive is a header, an index sorted by name, the names, and the blobs
// the index points to. All numbers are little-endian; offsets count from the
// start of the archive.
//
//	header  0 magic   8 entry count u32   12 length of names u32
//	       16 compiler fingerprint u64   24 library version, 16 bytes, NUL-padded
//	entry   0 name offset u32 (in names)  4 name length u16  6 codecs u8  7 zero
//	        8 source: offset, packed size, size, each u32
//	       20 bytecode: the same; all zero when there is none
//
// Codecs holds the source's in the low and the bytecode's in the high nibble.
const (
	magic      = "CWPYLIB\x02"
	headerSize = 40
	entrySize  = 32
)

// How a blob is stored. Bytecode is stored as it is: code runs out of the
// archive, and of a module that a program imports most functions are never
// called. Sources are for tracebacks and the like.
const (
	codecStored = 0
	codecFlate  = 1
)

var errDamaged = errors.New("pylib: damaged archive")

// Library is an open archive. It is immutable and may be shared.
type Library struct {
	data  []byte
	index []byte // entries
	names []byte
	count int

	version  string
	compiler uint64
}

// OpenArchive opens an archive, which must not change any more: blobs that are
// stored as they are, are given as parts of it. It parses nothing.
func OpenArchive(data []byte) (*Library, error) {
	if len(data) < headerSize || string(data[:8]) != magic {
		return nil, errDamaged
	}
	le := binary.LittleEndian
	count, names := int64(le.Uint32(data[8:])), int64(le.Uint32(data[12:]))
	start := headerSize + count*entrySize
	if start+names > int64(len(data)) {
		return nil, errDamaged
	}
	version := data[24:40]
	n := 0
	for n < len(version) && version[n] != 0 {
		n++
	}
	return &Library{
		data: data, index: data[headerSize:start], names: data[start : start+names], count: int(count),
		version: string(version[:n]), compiler: le.Uint64(data[16:]),
	}, nil
}

// Version is the version of CPython the library is from.
func (l *Library) Version() string { return l.version }

// Compiler identifies the compiler whose bytecode the archive holds, that with
// which the program was built.
func (l *Library) Compiler() uint64 { return l.compiler }

// Len is the number of files.
func (l *Library) Len() int { return l.count }

func (l *Library) entry(i int) []byte { return l.index[i*entrySize : (i+1)*entrySize] }

// name gives the i-th name, nothing when the index is damaged.
func (l *Library) name(i int) []byte {
	e := l.entry(i)
	off, n := uint64(binary.LittleEndian.Uint32(e)), uint64(binary.LittleEndian.Uint16(e[4:]))
	if off+n > uint64(len(l.names)) {
		return nil
	}
	return l.names[off : off+n]
}

// search gives the index of the first name that is not below name.
func (l *Library) search(name string) int {
	return sort.Search(l.count, func(i int) bool { return string(l.name(i)) >= name })
}

func (l *Library) find(name string) (int, bool) {
	i := l.search(name)
	return i, i < l.count && string(l.name(i)) == name
}

// blob reads the source or the bytecode of entry i.
func (l *Library) blob(i int, bytecode bool) ([]byte, error) {
	e := l.entry(i)
	codec, at := e[6]&15, e[8:20]
	if bytecode {
		codec, at = e[6]>>4, e[20:32]
	}
	le := binary.LittleEndian
	off, packed, size := int64(le.Uint32(at)), int64(le.Uint32(at[4:])), int64(le.Uint32(at[8:]))
	if off+packed > int64(len(l.data)) || codec == codecStored && packed != size {
		return nil, errDamaged
	}
	buf := l.data[off : off+packed : off+packed]
	switch codec {
	case codecStored:
		return buf, nil
	case codecFlate:
		if size > 1100*packed {
			return nil, errDamaged // more than Deflate can do
		}
		out := make([]byte, size)
		r := flate.NewReader(bytes.NewReader(buf))
		if _, err := io.ReadFull(r, out); err != nil {
			return nil, errDamaged
		}
		if n, err := r.Read(make([]byte, 1)); n != 0 || err != io.EOF {
			return nil, errDamaged
		}
		return out, nil
	}
	return nil, errDamaged
}

// Source gives a file by its path in the library, such as "os.py" or
// "asyncio/__init__.py". The bytes must not be changed. False means that there is none, or that the archive
// is damaged, which Verify tells apart.
func (l *Library) Source(name string) ([]byte, bool) {
	i, ok := l.find(name)
	if !ok {
		return nil, false
	}
	b, err := l.blob(i, false)
	return b, err == nil
}

// Bytecode gives the compiled form that was packed for a source file. The bytes
// must not be changed.
func (l *Library) Bytecode(name string) ([]byte, bool) {
	i, ok := l.find(name)
	if !ok || binary.LittleEndian.Uint32(l.entry(i)[28:]) == 0 {
		return nil, false
	}
	b, err := l.blob(i, true)
	return b, err == nil
}

// Exists tells whether there is a file of that name, without reading it.
func (l *Library) Exists(name string) bool {
	_, ok := l.find(name)
	return ok
}

// Size is the length of a file.
func (l *Library) Size(name string) (int, bool) {
	i, ok := l.find(name)
	if !ok {
		return 0, false
	}
	return int(binary.LittleEndian.Uint32(l.entry(i)[16:])), true
}

// IsDir tells whether dir is a directory; "" is the library's root.
func (l *Library) IsDir(dir string) bool {
	if dir == "" {
		return true
	}
	prefix := dir + "/"
	i := l.search(prefix)
	return i < l.count && hasPrefix(l.name(i), prefix)
}

// DirEntry is a name in a directory of the library.
type DirEntry struct {
	Name  string
	IsDir bool
}

// List gives the names in a directory, sorted; nil when there is no such
// directory.
func (l *Library) List(dir string) []DirEntry {
	prefix := ""
	if dir != "" {
		prefix = dir + "/"
	}
	var list []DirEntry
	for i := l.search(prefix); i < l.count; i++ {
		name := l.name(i)
		if !hasPrefix(name, prefix) {
			break
		}
		child := DirEntry{Name: string(name[len(prefix):])}
		for k := range child.Name {
			if child.Name[k] == '/' {
				child = DirEntry{child.Name[:k], true}
				break
			}
		}
		if len(list) == 0 || list[len(list)-1] != child {
			list = append(list, child)
		}
	}
	// Names are sorted as whole paths: "a/b" stands behind "a.py" or before
	// "a_b.py", so directories may be out of place, and split in parts.
	sort.SliceStable(list, func(a, b int) bool { return list[a].Name < list[b].Name })
	out := list[:0]
	for _, e := range list {
		if len(out) == 0 || out[len(out)-1] != e {
			out = append(out, e)
		}
	}
	return out
}

// TopLevel gives the names of the modules and packages at the root.
func (l *Library) TopLevel() []string {
	names := make([]string, 0, l.count)
	last := ""
	for i := range l.count {
		n := l.name(i)
		if k := bytes.IndexByte(n, '/'); k >= 0 {
			n = n[:k]
		} else if k := len(n) - 3; k > 0 && string(n[k:]) == ".py" {
			n = n[:k]
		} else {
			continue
		}
		if string(n) != last {
			last = string(n)
			names = append(names, last)
		}
	}
	return names
}

// Names gives all file names, sorted.
func (l *Library) Names() []string {
	names := make([]string, l.count)
	for i := range names {
		names[i] = string(l.name(i))
	}
	return names
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// Verify reads everything and reports the first damage.
func (l *Library) Verify() error {
	last := ""
	for i := range l.count {
		name := string(l.name(i))
		if name <= last {
			return fmt.Errorf("%w: name %q out of order", errDamaged, name)
		}
		last = name
		for _, bytecode := range []bool{false, true} {
			if _, err := l.blob(i, bytecode); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}
