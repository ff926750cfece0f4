package py

import (
	"runtime"
	"sync/atomic"
	"unsafe"
)

// Lock takes the object's lock. With a GIL it does nothing: the GIL is the
// lock. Without one it spins briefly and then yields; no Python code runs and
// no other object lock is taken while it is held, except where two objects are
// locked in address order.
func (h *Header) Lock(t *Thread) {
	if t.ft {
		h.lockNow()
	}
}

// Unlock releases the object's lock and moves its version on, so that a reader
// that took no lock sees that something changed.
func (h *Header) Unlock(t *Thread) {
	if t.ft {
		h.unlock()
	}
}

const lockHeld = 1

// lockBoth takes the locks of two different objects.
func lockBoth(t *Thread, a, b *Header) {
	if uintptr(unsafe.Pointer(a)) > uintptr(unsafe.Pointer(b)) {
		a, b = b, a
	}
	a.Lock(t)
	b.Lock(t)
}

// lockNow takes the lock in either mode.
func (h *Header) lockNow() {
	if w := atomic.LoadUint32(&h.lock); w&lockHeld != 0 || !atomic.CompareAndSwapUint32(&h.lock, w, w|lockHeld) {
		h.lockSlow()
	}
}

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
