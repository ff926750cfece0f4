package py

import (
	"runtime"
	"sync/atomic"
)

// Lock takes the object's lock. With a GIL it does nothing: the GIL is the
// lock. Without one it spins briefly and then yields; no Python code runs and
// no other object lock is taken while it is held, except where two objects are
// locked in address order.
func (h *Header) Lock(t *Thread) {
	if t.ft {
		h.lockSlow()
	}
}

// Unlock releases the object's lock and moves its version on, so that a reader
// that took no lock sees that something changed.
func (h *Header) Unlock(t *Thread) {
	if t.ft {
		atomic.AddUint32(&h.lock, 1)
	}
}

const lockHeld = 1

func (h *Header) lockSlow() {
	for i := 0; ; i++ {
		w := atomic.LoadUint32(&h.lock)
		if w&lockHeld == 0 && atomic.CompareAndSwapUint32(&h.lock, w, w|lockHeld) {
			return
		}
		if i > 30 {
			runtime.Gosched()
		}
	}
}
