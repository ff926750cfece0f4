//go:build !race

package py

// unlock lets go of a lock word that is held. Only the holder writes the word
// then, and an amd64 processor makes stores visible in the order of the
// program: an increment that is not atomic is enough.
func (h *Header) unlock() { h.lock++ }

// setShape changes the shape of an object whose lock is held.
func (h *Header) setShape(s uint32) { h.shape = s }
