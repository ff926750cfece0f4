package fcntl

import (
	"encoding/binary"

	"github.com/coachwhip/coachwhip/internal/host"
)

// flockSize is the size of struct flock on 64-bit systems.
const flockSize = 32

// lockFrom reads a struct flock that the program packed.
func lockFrom(b []byte) (*host.Lock, bool) {
	if len(b) != flockSize {
		return nil, false
	}
	e := binary.NativeEndian
	return &host.Lock{
		Type: int(int16(e.Uint16(b))), Whence: int(int16(e.Uint16(b[2:]))),
		Start: int64(e.Uint64(b[8:])), Len: int64(e.Uint64(b[16:])), Pid: int(int32(e.Uint32(b[24:]))),
	}, true
}

// lockBytes writes a lock back into the form of old.
func lockBytes(lk *host.Lock, old []byte) []byte {
	b := append([]byte(nil), old...)
	e := binary.NativeEndian
	e.PutUint16(b, uint16(lk.Type))
	e.PutUint16(b[2:], uint16(lk.Whence))
	e.PutUint64(b[8:], uint64(lk.Start))
	e.PutUint64(b[16:], uint64(lk.Len))
	e.PutUint32(b[24:], uint32(lk.Pid))
	return b
}
