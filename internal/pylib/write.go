package pylib

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// File is what goes into an archive. Bytecode may be empty.
type File struct {
	Name     string
	Source   []byte
	Bytecode []byte
}

// BuildArchive packs files; version is CPython's and compiler identifies the
// compiler of the bytecode, 0 when there is none. The same input gives the
// same bytes.
func BuildArchive(files []File, version string, compiler uint64) ([]byte, error) {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	if len(version) > 16 {
		return nil, fmt.Errorf("pylib: version %q is too long", version)
	}
	le := binary.LittleEndian
	var names, blobs, index []byte
	for i, f := range files {
		if f.Name == "" || len(f.Name) > math.MaxUint16 || i > 0 && files[i-1].Name == f.Name {
			return nil, fmt.Errorf("pylib: bad or repeated name %q", f.Name)
		}
		names = append(names, f.Name...)
	}
	start := headerSize + len(files)*entrySize + len(names)
	nameAt := 0
	for _, f := range files {
		var codecs byte
		var places []byte
		for i, raw := range [][]byte{f.Source, f.Bytecode} {
			packed, codec := raw, byte(codecStored)
			if i == 0 {
				if p, err := deflate(raw); err != nil {
					return nil, err
				} else if len(p) < len(raw) {
					packed, codec = p, codecFlate
				}
			}
			codecs |= codec << (4 * i)
			at := start + len(blobs)
			if len(raw) == 0 {
				at = 0
			}
			places = le.AppendUint32(places, uint32(at))
			places = le.AppendUint32(places, uint32(len(packed)))
			places = le.AppendUint32(places, uint32(len(raw)))
			blobs = append(blobs, packed...)
		}
		index = le.AppendUint32(index, uint32(nameAt))
		index = le.AppendUint16(index, uint16(len(f.Name)))
		index = append(index, codecs, 0)
		index = append(index, places...)
		nameAt += len(f.Name)
	}
	if start+len(blobs) > math.MaxUint32 {
		return nil, fmt.Errorf("pylib: %d bytes are too many for one archive", len(blobs))
	}
	out := append(make([]byte, 0, start+len(blobs)), magic...)
	out = le.AppendUint32(out, uint32(len(files)))
	out = le.AppendUint32(out, uint32(len(names)))
	out = le.AppendUint64(out, compiler)
	out = append(out, version...)
	out = append(out, make([]byte, headerSize-len(out))...)
	out = append(out, index...)
	out = append(out, names...)
	return append(out, blobs...), nil
}

func deflate(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
