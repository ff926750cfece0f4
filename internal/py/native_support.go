package py

import (
	"sync/atomic"
	"time"
)

// What native modules outside of the core need of strings and threads.

// SubBytes returns the n code points in the bytes from a to b of s.String().
func (s *Str) SubBytes(a, b, n int) *Str { return s.bytesAt(a, b, n) }

// Exact returns s as an exact str.
func (s *Str) Exact() *Str { return exactStr(s) }

// CharStr is the str of one code point.
func CharStr(r rune) *Str { return charStr(r) }

// ReprText is repr of an exact str.
func ReprText(s *Str) *Str { return reprText(s) }

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(v Value) Value { return newMappingProxy(v) }

// SizeArg converts an argument that CPython declares as Py_ssize_t.
func (t *Thread) SizeArg(v Value) (int, *Exc) {
	if v.p == &intTag {
		return int(v.b), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(x.b), nil
}

// CIntArg converts an argument that CPython declares as int.
func (t *Thread) CIntArg(v Value) (int, *Exc) { return t.asCInt(v) }

// StrArg checks that argument i (0: the only one) of a function is a str.
func (t *Thread) StrArg(fn string, i int, v Value) (*Str, *Exc) { return t.argStr(fn, i, v) }

// ArgTypeName is how argument errors name the type of v.
func ArgTypeName(v Value) string { return argTypeName(v) }

// SliceIndexArg converts an optional start or stop argument, clamped.
func (t *Thread) SliceIndexArg(v Value, def int) (int, *Exc) { return t.sliceIndex(v, def) }

// HexOf is the hex method of bytes-like types with its optional arguments.
func (t *Thread) HexOf(b []byte, sep, perSep Value) (Value, *Exc) { return t.hexOf(b, sep, perSep) }

// IsBytesLike tells whether v exports a buffer.
func IsBytesLike(v Value) bool { return isBytesLike(v) }

// IsCallable tells whether v can be called.
func IsCallable(v Value) bool {
	return v.p.shape == shFunction || v.p.shape == shMethod || v.p.typ.slots.Call != nil
}

// InterruptCheck returns a function for long native loops to call now and
// then: it does what a safe point does (signals, handing the GIL on) and tells
// whether that raised an exception, which TakeInterrupt then returns.
func (t *Thread) InterruptCheck() func() bool {
	if t.interruptCheck == nil {
		t.interruptCheck = func() bool {
			if atomic.LoadUint32(&t.breaker) == 0 {
				return false
			}
			if err := t.safePoint(); err != nil {
				t.interruptExc = err
				return true
			}
			return false
		}
	}
	return t.interruptCheck
}

// Abandonable runs f on a goroutine of its own and waits for it, for work that
// takes long and cannot be interrupted. An exception (of a signal handler, say)
// ends the wait, but not f: it must touch nothing that others may change, and
// what it makes counts only when there is no exception.
func (t *Thread) Abandonable(f func()) *Exc {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return nil
		case <-tick.C:
			if err := t.Poll(); err != nil {
				return err
			}
		}
	}
}

// TakeInterrupt returns the exception that an InterruptCheck noticed.
func (t *Thread) TakeInterrupt() *Exc {
	e := t.interruptExc
	t.interruptExc = nil
	if e == nil {
		e = NewExc(KeyboardInterrupt)
	}
	return e
}

// Reserve makes room for n entries in a dict that has none yet.
func (d *Dict) Reserve(t *Thread, n int) {
	d.Lock(t)
	if d.used == 0 && len(d.entries) == 0 && n > 4 {
		d.grow(n)
	}
	d.Unlock(t)
}

// expect makes room for n more entries in a small dict, so that it need not
// grow step by step.
func (d *Dict) expect(t *Thread, n int) {
	if n <= 4 || n > 1000 {
		return
	}
	d.Lock(t)
	if d.used < 8 && d.used == len(d.entries) && cap(d.entries) < d.used+n {
		d.grow(d.used + n)
	}
	d.Unlock(t)
}

// AppendAll adds a copy of items at the end.
func (l *List) AppendAll(t *Thread, items []Value) {
	l.Lock(t)
	if n := len(l.items) + len(items); n < growCheck || n <= cap(l.items) || t.roomOrDue(n*5/4) {
		l.items = append(l.items, items...)
	}
	l.Unlock(t)
}

// UpdateInstAttrs gives v the attributes in d as v.__dict__ would take them,
// without making that dict. It tells whether it did: v must be an ordinary
// instance of a class made in Python, and the names of type str.
func (t *Thread) UpdateInstAttrs(v Value, d *Dict) bool {
	tp := v.p.typ
	if tp.flags&FlagHasDict == 0 || tp.flags&(FlagHasGetattr|FlagTypeSubclass) != 0 || tp.flags&FlagHeap == 0 || tp.extOff == 0 {
		return false
	}
	if x := tp.Lookup(strDict); x.p == nil || x.p.typ.slots.DescrSet == nil || x.p.typ.flags&FlagHeap != 0 || x.p.typ == PropertyType {
		return false
	}
	var buf [16]dictEntry
	entries := buf[:0]
	d.Lock(t)
	for i := range d.entries {
		if d.entries[i].key.p != nil {
			entries = append(entries, d.entries[i])
		}
	}
	d.Unlock(t)
	for i := range entries {
		if entries[i].key.p.shape != shStr {
			return false
		}
	}
	for i := range entries {
		t.instSet(v.p, internOf(asStr(entries[i].key)), entries[i].val)
	}
	return true
}

// TextSignatureOf is the __text_signature__ that instances of a native type
// with a call slot show.
func TextSignatureOf(sig string) GetSetSpec {
	return GetSetSpec{Name: "__text_signature__", Get: func(*Thread, Value) (Value, *Exc) { return NewStr(sig).Value(), nil }}
}

// KeptDictSpec is the __dict__ of a native type whose instances always have
// one: it can be replaced but not deleted.
func KeptDictSpec() GetSetSpec {
	g := instDictSpec
	g.Set = func(t *Thread, self, v Value) *Exc {
		if v.p == nil {
			return t.TypeErr("cannot delete __dict__")
		}
		return instDictSpec.Set(t, self, v)
	}
	return g
}
