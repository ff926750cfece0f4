package py

import (
	"slices"
	"sync"
	"sync/atomic"
	"weak"
)

// Local holds a dict for every thread that asks for one: the attributes of a
// thread-local object. A thread's dict goes when the thread ends, and all of
// them go with the object, as nothing else refers to them. The zero Local is
// empty.
//
// A thread finds its dict without a lock: only the thread itself puts its entry
// in and takes it out, and a table that is replaced keeps its entries.
type Local struct {
	mu    sync.Mutex
	table atomic.Pointer[localTable]
	live  int // entries of threads
	used  int // those, and the places of removed ones
}

// localTable is an open hash table over the numbers of threads; its size is a
// power of two, and a place is free at any time.
type localTable []atomic.Pointer[localEntry]

// localEntry is a thread's dict; thread 0 marks an entry that was removed.
type localEntry struct {
	thread uint64
	dict   *Dict
}

// find returns the place of a thread's entry or of the free one that ends the
// search for it.
func (lt localTable) find(id uint64) *atomic.Pointer[localEntry] {
	mask := uint64(len(lt) - 1)
	for i := id & mask; ; i = (i + 1) & mask {
		if e := lt[i].Load(); e == nil || e.thread == id {
			return &lt[i]
		}
	}
}

// Get returns the thread's dict, nil when it has none.
func (l *Local) Get(t *Thread) *Dict {
	lt := l.table.Load()
	if lt == nil {
		return nil
	}
	if e := lt.find(t.id).Load(); e != nil {
		return e.dict
	}
	return nil
}

// Set gives the thread, which has none, a dict.
func (l *Local) Set(t *Thread, d *Dict) {
	l.mu.Lock()
	lt := l.table.Load()
	if lt == nil || (l.used+1)*4 > len(*lt)*3 {
		size := 4
		for size < (l.live+1)*2 {
			size *= 2
		}
		grown := make(localTable, size)
		if lt != nil {
			for i := range *lt {
				if e := (*lt)[i].Load(); e != nil && e.thread != 0 {
					grown.find(e.thread).Store(e)
				}
			}
		}
		l.used = l.live
		lt = &grown
		l.table.Store(lt)
	}
	lt.find(t.id).Store(&localEntry{t.id, d})
	l.live++
	l.used++
	l.mu.Unlock()
	t.noteLocal(l)
}

// Drop forgets the thread's dict.
func (l *Local) Drop(t *Thread) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if lt := l.table.Load(); lt != nil {
		if p := lt.find(t.id); p.Load() != nil {
			p.Store(&localEntry{})
			l.live--
		}
	}
}

// noteLocal remembers that the thread has a dict in l, without keeping l alive.
func (t *Thread) noteLocal(l *Local) {
	x := t.ownExtra()
	if len(x.locals) == cap(x.locals) {
		x.locals = slices.DeleteFunc(x.locals, func(w weak.Pointer[Local]) bool { return w.Value() == nil })
		if len(x.locals)*2 > cap(x.locals) {
			x.locals = slices.Grow(x.locals, len(x.locals)+1)
		}
	}
	x.locals = append(x.locals, weak.Make(l))
}

// dropLocals takes the ended thread's dicts out of all thread-local objects.
func (t *Thread) dropLocals() {
	for _, w := range t.extra.locals {
		if l := w.Value(); l != nil {
			l.Drop(t)
		}
	}
	if t.extra.locals != nil {
		t.extra.locals = nil
	}
}

// GetAttrIn is object.__getattribute__ for an object whose own attributes are
// in d.
func (t *Thread) GetAttrIn(v Value, name *Str, d *Dict) (Value, *Exc) {
	tp := v.p.typ
	x := tp.Lookup(name)
	var get func(*Thread, Value, Value, Value) (Value, *Exc)
	if x.p != nil {
		get = x.p.typ.slots.DescrGet
		if get != nil && x.p.typ.slots.DescrSet != nil {
			return get(t, x, v, tp.Value())
		}
	}
	if r, err := d.Get(t, name.Value()); err != nil || r.p != nil {
		return r, err
	}
	if get != nil {
		return get(t, x, v, tp.Value())
	}
	if x.p == nil {
		return Value{}, t.AttrErr(v, name)
	}
	return x, nil
}

// SetAttrIn is object.__setattr__, and __delattr__ for a nil val, for an object
// whose own attributes are in d.
func (t *Thread) SetAttrIn(v Value, name *Str, val Value, d *Dict) *Exc {
	if x := v.p.typ.Lookup(name); x.p != nil {
		if set := x.p.typ.slots.DescrSet; set != nil {
			return set(t, x, v, val)
		}
	}
	if val.p != nil {
		return d.Set(t, name.Value(), val)
	}
	old, err := d.Pop(t, name.Value())
	if err == nil && old.p == nil {
		err = t.AttrErr(v, name)
	}
	return err
}
