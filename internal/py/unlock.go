//go:build !amd64 || race

package py

import "sync/atomic"

// unlock lets go of a lock word that is held.
func (h *Header) unlock() { atomic.AddUint32(&h.lock, 1) }

// setShape changes the shape of an object whose lock is held.
func (h *Header) setShape(s uint32) { atomic.StoreUint32(&h.shape, s) }
