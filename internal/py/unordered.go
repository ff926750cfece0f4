package py

import "sync/atomic"

// Words that are read without order. What is written here is one machine word
// that other threads may read at the same time with a plain load, once: the old
// value and the new one are both right for them, and what else they read by it
// is checked by the lock or the version of the object. An atomic load would be
// the same instruction; to write that at each of the hundreds of places that ask
// for the type or the shape of an object would help nobody. The functions are
// kept from the race detector, so that it reports all others (RATIONALE.md,
// "What the race detector is not shown").

// setShape changes the shape of an object whose lock is held.
//
//go:norace
func (h *Header) setShape(s uint32) { storeWord(&h.shape, s) }

// setType changes the class of an object whose lock is held.
//
//go:norace
func (h *Header) setType(tp *Type) { storePointer(&h.typ, tp) }

// setPointer replaces a pointer in an object: a function's code or defaults, an
// exception's traceback.
//
//go:norace
func setPointer[T any](p **T, v *T) { storePointer(p, v) }

// setFlag replaces a flag in an object.
//
//go:norace
func setFlag(p *bool, v bool) {
	if *p != v {
		*p = v
	}
}

// setState changes the state of a generator that the thread has claimed.
//
//go:norace
func (g *Generator) setState(s genState) { g.state = s }

// setSlots changes the slots of a class and what follows from them, word by
// word. A reader loads a slot once and calls what it got.
//
//go:norace
func (tp *Type) setSlots(s *Slots, flags TypeFlags, get, set bool) {
	tp.setFlags(flags)
	if get != tp.genericGet {
		tp.genericGet = get
	}
	if set != tp.genericSet {
		tp.genericSet = set
	}
	tp.slots = *s
}

// setFlags changes the flags of a class.
//
//go:norace
func (tp *Type) setFlags(f TypeFlags) {
	if f != tp.flags {
		tp.flags = f
	}
}

// poke has the thread look up at its next safe point.
//
//go:norace
func (t *Thread) poke() {
	if raceEnabled {
		t.breaker = 1
		return
	}
	atomic.StoreUint32(&t.breaker, 1)
}
