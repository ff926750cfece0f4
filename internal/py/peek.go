package py

import (
	"sync/atomic"
	"unsafe"
)

// Reading without a lock. A writer holds the object's lock word (see lock.go),
// whose version moves on when it lets go. A reader notes the word, reads, and
// has what it read if the word is the same afterwards. Until it knows, it
// trusts nothing: it follows a pointer only after it has checked that it and
// the length beside it belong together. All loads are atomic, so that neither
// the compiler nor the processor changes their order; on amd64 that is free.
//
// What a Value holds is two words, which only this way are read as one.

// peekTries is how often a reader tries before it takes the lock.
const peekTries = 4

// word returns the lock word to check a read against; ok is false while a
// writer is at work.
func (h *Header) word() (w uint32, ok bool) {
	w = atomic.LoadUint32(&h.lock)
	return w, w&lockHeld == 0 && !raceEnabled
}

// same tells whether nothing was written since word returned w.
func (h *Header) same(w uint32) bool { return atomic.LoadUint32(&h.lock) == w }

// loadValue reads the two words of a value that may change meanwhile.
func loadValue(a *Value) Value {
	p := (*Header)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(&a.p))))
	return Value{p, atomic.LoadUint64(&a.b)}
}

// loadSlice reads the address and the length of a slice that may change
// meanwhile: they belong together only if nothing was written.
func loadSlice[T any](s *[]T) (p unsafe.Pointer, n int) {
	w := (*[3]uintptr)(unsafe.Pointer(s))
	p = atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(s)))
	return p, int(atomic.LoadUintptr(&w[1]))
}

// peekSlot reads the value at a, which belongs to object h.
func (t *Thread) peekSlot(h *Header, a *Value) Value {
	for range peekTries {
		if w, ok := h.word(); ok {
			if v := loadValue(a); h.same(w) {
				return v
			}
		}
	}
	h.Lock(t)
	v := *a
	h.Unlock(t)
	return v
}

// putSlot replaces the value at a, which belongs to object h.
func (t *Thread) putSlot(h *Header, a *Value, v Value) {
	h.Lock(t)
	*a = v
	h.Unlock(t)
}

// load reads a cell; the zero Value when it is empty.
func (c *Cell) load(t *Thread) Value {
	if !t.ft {
		return c.v
	}
	return t.peekSlot(&c.Header, &c.v)
}

// set writes a cell.
func (c *Cell) set(t *Thread, v Value) {
	t.putSlot(&c.Header, &c.v, v)
}

// at returns item i, which counts from the end when it is negative; the zero
// Value when there is none.
func (l *List) at(i int) Value {
	if w, ok := l.word(); ok {
		p, n := loadSlice(&l.items)
		if l.same(w) {
			j := i
			if j < 0 {
				j += n
			}
			if uint(j) >= uint(n) {
				return Value{}
			}
			if v := loadValue((*Value)(unsafe.Add(p, uintptr(j)*valueSize))); l.same(w) {
				return v
			}
		}
	}
	return l.lockedAt(i)
}

func (l *List) lockedAt(i int) Value {
	l.lockNow()
	defer l.unlock()
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) < uint(len(l.items)) {
		return l.items[i]
	}
	return Value{}
}

// setAt replaces item i, which counts from the end when it is negative, and
// tells whether there is one.
func (l *List) setAt(i int, v Value) bool {
	l.lockNow()
	if i < 0 {
		i += len(l.items)
	}
	ok := uint(i) < uint(len(l.items))
	if ok {
		store(&l.items[i], v)
	}
	l.unlock()
	return ok
}

// peek looks a key up without the dict's lock. ok is false when that did not
// work: somebody writes, or Python code has to compare keys.
func (d *Dict) peek(k Value, h uint64) (v Value, ok bool) {
	w, ok := d.word()
	if !ok {
		return Value{}, false
	}
	idx, n := loadSlice(&d.index)
	ents, m := loadSlice(&d.entries)
	if !d.same(w) {
		return Value{}, false
	}
	if n == 0 {
		return Value{}, true
	}
	mask := uint64(n - 1)
	i := mixHash(h) & mask
	for range n {
		j := atomic.LoadInt32((*int32)(unsafe.Add(idx, i*4)))
		if j == dictFree {
			return Value{}, d.same(w)
		}
		if j >= 0 {
			if int(j) >= m {
				return Value{}, false
			}
			e := (*dictEntry)(unsafe.Add(ents, uintptr(j)*unsafe.Sizeof(dictEntry{})))
			if atomic.LoadUint64(&e.hash) == h {
				ek := loadValue(&e.key)
				switch {
				case ek == k && k.p != &floatTag:
				case ek.p == nil || ek.p == &intTag && k.p == &intTag:
					goto next
				case ek.p.shape == shStr && k.p.shape == shStr:
					if asStr(ek).s != asStr(k).s {
						goto next
					}
				default:
					return Value{}, false
				}
				v = loadValue(&e.val)
				return v, d.same(w)
			}
		}
	next:
		i = (i + 1) & mask
	}
	return Value{}, false
}

// lookup returns the value of an exact str key, the zero Value if absent. It
// needs no lock, in either mode.
func (d *Dict) lookup(k *Str) Value {
	h := k.hashOf()
	for range peekTries {
		if v, ok := d.peek(k.Value(), h); ok {
			return v
		}
	}
	d.lockNow()
	v := d.getStr(k)
	d.unlock()
	return v
}

// globalAt returns the value of entry i of a namespace whose keys have the
// version that a cache remembers; ok is false when they changed.
func (d *Dict) globalAt(version, i uint32) (v Value, ok bool) {
	w, ok := d.word()
	if !ok || atomic.LoadUint32(&d.keysVersion) != version {
		return Value{}, false
	}
	p, n := loadSlice(&d.entries)
	if !d.same(w) || int(i) >= n {
		return Value{}, false
	}
	v = loadValue(&(*dictEntry)(unsafe.Add(p, uintptr(i)*unsafe.Sizeof(dictEntry{}))).val)
	return v, d.same(w)
}

// cachedGlobal reads a global by the two cache words at pc; the zero Value when
// they do not hold.
func (f *Function) cachedGlobal(pc unsafe.Pointer) Value {
	w := atomic.LoadUint64((*uint64)(pc))
	if w>>32 == 0 {
		return Value{}
	}
	if i := uint32(w); i != fromBuiltins {
		if v, ok := f.globals.globalAt(uint32(w>>32), i); ok {
			return v
		}
		return Value{}
	}
	if raceEnabled || atomic.LoadUint32(&f.globals.keysVersion) != uint32(w>>32) {
		return Value{}
	}
	w = atomic.LoadUint64((*uint64)(unsafe.Add(pc, 8)))
	if v, ok := f.builtins.globalAt(uint32(w>>32), uint32(w)); ok {
		return v
	}
	return Value{}
}

// storeSlot replaces the value of the inline slot at off of an object that has
// the shape; false: it has not.
func (t *Thread) storeSlot(h *Header, shape uint32, off uintptr, v Value) bool {
	h.lockNow()
	ok := h.shape == shape
	if ok {
		store((*Value)(unsafe.Add(unsafe.Pointer(h), off)), v)
	}
	h.unlock()
	return ok
}

// addSlot gives an object of one shape its next attribute, at off, and the next
// shape; false: it has not that shape any more.
func (t *Thread) addSlot(h *Header, shape, next uint32, off uintptr, v Value) bool {
	h.lockNow()
	ok := h.shape == shape
	if ok {
		*(*Value)(unsafe.Add(unsafe.Pointer(h), off)) = v
		h.setShape(next)
	}
	h.unlock()
	return ok
}

// nextOf advances a list iterator that may be shared: the zero Value at the end.
func (it *listIter) nextOf(t *Thread) Value {
	if it.own {
		l := it.list
		if l == nil {
			return Value{}
		}
		v := l.at(it.pos)
		if it.pos++; v.p == nil {
			it.list = nil
		}
		return v
	}
	it.Lock(t)
	l, i := it.list, it.pos
	it.pos++
	it.Unlock(t)
	if l == nil {
		return Value{}
	}
	v := l.at(i)
	if v.p == nil {
		it.Lock(t)
		it.list = nil
		it.Unlock(t)
	}
	return v
}
