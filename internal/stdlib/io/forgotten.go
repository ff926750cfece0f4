package io

import (
	"weak"

	"github.com/coachwhip/coachwhip/internal/py"
)

// keeper is a stream that keeps text before it writes it.
type keeper[T any] interface {
	*T
	// keeps tells whether it has some; the stream's lock is held.
	keeps() bool
	mutex() *py.Mutex
}

func (b *buffered) keeps() bool      { return len(b.wbuf) > 0 }
func (b *buffered) mutex() *py.Mutex { return &b.lock }
func (w *textIO) keeps() bool        { return len(w.pending) > 0 }
func (w *textIO) mutex() *py.Mutex   { return &w.lock.Mutex }

// writeBuffer is a py.WriteBuffer.
type writeBuffer[T any, P keeper[T]] struct{ p weak.Pointer[T] }

func (k writeBuffer[T, P]) Gone() bool { return k.p.Value() == nil }

func (k writeBuffer[T, P]) Holds(t *py.Thread) bool {
	s := P(k.p.Value())
	if s == nil || !s.mutex().TryLock(t) {
		return false
	}
	defer s.mutex().Unlock()
	return s.keeps()
}

// noteBuffer has the interpreter know of a stream that keeps what is to be
// written to raw: whoever looks at the file should find it.
func noteBuffer[T any, P keeper[T]](t *py.Thread, s P, raw py.Value) {
	b := writeBuffer[T, P]{weak.Make((*T)(s))}
	switch tp := raw.Type(); {
	case tp == FileIOType:
		if f := asFile(raw); f.counted {
			t.Interp().AddWriteBuffer(f.dev, f.ino, b)
		}
	case tp.Flags()&py.FlagHeap != 0:
		t.Interp().AddWriteBuffer(0, 0, b)
	}
}
