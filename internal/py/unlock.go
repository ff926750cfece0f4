//go:build !amd64 || race

package py

import "sync/atomic"

// unlock lets go of a lock word that is held.
func (h *Header) unlock() { atomic.AddUint32(&h.lock, 1) }
