//go:build !race

package py

// unlock lets go of a lock word that is held. Only the holder writes the word
// then, and an amd64 processor makes stores visible in the order of the
// program: an increment that is not atomic is enough.
func (h *Header) unlock() { h.lock++ }

func storeWord(p *uint32, v uint32) { *p = v }

func storePointer[T any](p **T, v *T) { *p = v }

func loadPointer[T any](p **T) *T { return *p }
