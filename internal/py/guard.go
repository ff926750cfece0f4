package py

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Guards. Most natives with state of their own (iterators, files, queues of
// bytes, contexts) are written for one thread at a time: with a GIL nobody else
// gets in before they call Python code or wait. Without one, a type marked
// Guarded gives them the same: its slots, methods and attributes run with the
// guard of the object held, and the guard is given up where the GIL would be,
// while Python code runs (see run) or the thread waits (see Blocking and Wait).
//
// A thread may hold several guards, of natives that call each other. When it
// finds one taken it gives all of its own up before it waits, so that no two
// threads can wait for each other.
//
// The guard is a bit of the object's lock word. It says nothing about Lock,
// which natives of guarded types may use for what the evaluator touches itself.

const lockGuard = 2

// guard takes the guard of an object and tells whether unguard must follow:
// not when the thread holds it already.
func (t *Thread) guard(h *Header) bool {
	for _, g := range t.guards {
		if g == h {
			return false
		}
	}
	if !h.tryGuard() {
		t.waitGuard(h)
	}
	t.guards = append(t.guards, h)
	return true
}

// Guard takes the guard of an object that belongs to others, in free-threaded
// mode, and tells whether Unguard must follow.
func (t *Thread) Guard(h *Header) bool { return t.ft && t.guard(h) }

// Unguard gives the guard that was taken last back.
func (t *Thread) Unguard() { t.unguard() }

// unguard gives the guard that was taken last back.
func (t *Thread) unguard() {
	n := len(t.guards) - 1
	h := t.guards[n]
	t.guards[n] = nil
	t.guards = t.guards[:n]
	atomic.AndUint32(&h.lock, ^uint32(lockGuard))
}

func (h *Header) tryGuard() bool {
	for {
		w := atomic.LoadUint32(&h.lock)
		if w&lockGuard != 0 {
			return false
		}
		if atomic.CompareAndSwapUint32(&h.lock, w, w|lockGuard) {
			return true
		}
	}
}

// waitGuard takes a guard that was found taken.
func (t *Thread) waitGuard(h *Header) {
	held := t.dropGuards()
	t.takeAll(append(slices.Clone(held), h))
	t.guards = held
}

// dropGuards gives up all guards of the thread, which retakeGuards takes again.
func (t *Thread) dropGuards() []*Header {
	held := t.guards
	if len(held) == 0 {
		return nil
	}
	for _, h := range held {
		atomic.AndUint32(&h.lock, ^uint32(lockGuard))
	}
	t.guards = nil
	return held
}

func (t *Thread) retakeGuards(held []*Header) {
	if len(held) > 0 {
		t.takeAll(held)
		t.guards = held
	}
}

// takeAll takes several guards. Whoever does not get one keeps none while it
// waits for it.
func (t *Thread) takeAll(hs []*Header) {
	for tries := 0; ; tries++ {
		if t.interp.finalizing.Load() && t.interp.finalizer.Load() == t {
			// Whoever holds them has ended.
			for _, h := range hs {
				atomic.OrUint32(&h.lock, lockGuard)
			}
			return
		}
		n := 0
		for n < len(hs) && hs[n].tryGuard() {
			n++
		}
		if n == len(hs) {
			return
		}
		for _, h := range hs[:n] {
			atomic.AndUint32(&h.lock, ^uint32(lockGuard))
		}
		if tries < 100 {
			runtime.Gosched()
		} else {
			time.Sleep(min(time.Duration(tries)*time.Microsecond/10, time.Millisecond))
		}
	}
}

// runUnguarded is run for a thread that holds guards.
func (t *Thread) runUnguarded(fr *frame) (Value, *Exc) {
	held := t.dropGuards()
	v, err := t.runFT(fr)
	t.retakeGuards(held)
	return v, err
}

// guardsOn is set once the guarded types of the process have their guards: from
// the first interpreter without a GIL on.
var guardsOn sync.Once

// addGuards puts the guards around what the specs of the guarded types declare.
// Types that were made already are brought up to date.
func addGuards() {
	booted := TypeType.spec != nil
	for _, s := range specs {
		if s.Guarded {
			s.addGuards()
			if ns := s.Type.names.Load(); ns != nil {
				guardNamespace(s.Type, ns)
			}
		}
	}
	if !booted {
		return
	}
	for _, s := range specs {
		s.Type.slots = s.Slots
	}
	for _, s := range specs {
		finishType(s.Type)
	}
}

// guardNamespace puts guards around the natives in a namespace that was made
// without.
func guardNamespace(tp *Type, ns *Dict) {
	for i := range ns.entries {
		v := ns.entries[i].val
		switch {
		case v.p == nil:
		case v.p.typ == MethodDescrType || v.p.typ == WrapperDescrType:
			f := asNative(v)
			f.f0, f.f1, f.fs, f.fr = guard1(f.f0), guard2(f.f1), guardSig(f.fs), guardRaw(f.fr)
		case v.p.typ == GetSetDescrType || v.p.typ == MemberDescrType:
			asGetSet(v).spec.addGuards()
		}
	}
}

func (g *GetSetSpec) addGuards() {
	g.Get = guard1(g.Get)
	if set := g.Set; set != nil {
		g.Set = func(t *Thread, self, val Value) *Exc {
			if !t.ft || !t.guard(self.p) {
				return set(t, self, val)
			}
			err := set(t, self, val)
			t.unguard()
			return err
		}
	}
}

func (s *TypeSpec) addGuards() {
	s.Methods = slices.Clone(s.Methods)
	for i := range s.Methods {
		m := &s.Methods[i]
		if m.Static || m.Class {
			continue
		}
		switch f := m.Fn.(type) {
		case Fn0:
			m.Fn = guard1(f)
		case Fn1:
			m.Fn = guard2(f)
		case FnSig:
			m.Fn = guardSig(f)
		case FnRaw:
			m.Fn = guardRaw(f)
		}
	}
	s.GetSet, s.Members = slices.Clone(s.GetSet), slices.Clone(s.Members)
	for i := range s.GetSet {
		s.GetSet[i].addGuards()
	}
	for i := range s.Members {
		s.Members[i].addGuards()
	}
	o := &s.Slots
	for _, f := range []*UnaryFunc{&o.Repr, &o.Str, &o.Iter, &o.Next, &o.Neg, &o.Pos, &o.Abs, &o.Invert, &o.ToInt, &o.ToFloat, &o.Index, &o.Await, &o.AIter, &o.ANext} {
		*f = guard1(*f)
	}
	for _, f := range []*BinaryFunc{&o.GetItem, &o.Concat, &o.InPlaceConcat} {
		*f = guardBinary(s.Type, *f)
	}
	for i := range o.Binary {
		o.Binary[i], o.InPlace[i] = guardBinary(s.Type, o.Binary[i]), guardBinary(s.Type, o.InPlace[i])
	}
	o.Repeat, o.InPlaceRepeat = guard2(o.Repeat), guard2(o.InPlaceRepeat)
	o.Item = guard2(o.Item)
	o.Hash, o.Bool, o.Len = guard1(o.Hash), guard1(o.Bool), guard1(o.Len)
	o.Contains = guard2(o.Contains)
	o.Buffer = guard2(o.Buffer)
	o.Call = guardRaw(o.Call)
	if f := o.Init; f != nil {
		o.Init = func(t *Thread, v Value, args Args) *Exc {
			if !t.ft || !t.guard(v.p) {
				return f(t, v, args)
			}
			err := f(t, v, args)
			t.unguard()
			return err
		}
	}
	if f := o.SetItem; f != nil {
		o.SetItem = func(t *Thread, v, k, x Value) *Exc {
			if !t.ft || !t.guard(v.p) {
				return f(t, v, k, x)
			}
			err := f(t, v, k, x)
			t.unguard()
			return err
		}
	}
	if f := o.Compare; f != nil {
		o.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
			n := t.guardOperands(s.Type, a, b)
			r, err := f(t, a, b, op)
			t.unguardN(n)
			return r, err
		}
	}
	if f := o.Send; f != nil {
		o.Send = func(t *Thread, v, arg Value) (Value, bool, *Exc) {
			if !t.ft || !t.guard(v.p) {
				return f(t, v, arg)
			}
			r, done, err := f(t, v, arg)
			t.unguard()
			return r, done, err
		}
	}
}

func guard1[R any](f func(*Thread, Value) (R, *Exc)) func(*Thread, Value) (R, *Exc) {
	if f == nil {
		return nil
	}
	return func(t *Thread, v Value) (R, *Exc) {
		if !t.ft || !t.guard(v.p) {
			return f(t, v)
		}
		r, err := f(t, v)
		t.unguard()
		return r, err
	}
}

func guard2[A, R any](f func(*Thread, Value, A) (R, *Exc)) func(*Thread, Value, A) (R, *Exc) {
	if f == nil {
		return nil
	}
	return func(t *Thread, v Value, a A) (R, *Exc) {
		if !t.ft || !t.guard(v.p) {
			return f(t, v, a)
		}
		r, err := f(t, v, a)
		t.unguard()
		return r, err
	}
}

func guardSig(f FnSig) FnSig { return guard2(f) }
func guardRaw(f FnRaw) FnRaw { return guard2(f) }

// guardBinary guards those operands that are of the guarded type tp.
func guardBinary(tp *Type, f BinaryFunc) BinaryFunc {
	if f == nil {
		return nil
	}
	return func(t *Thread, a, b Value) (Value, *Exc) {
		n := t.guardOperands(tp, a, b)
		r, err := f(t, a, b)
		t.unguardN(n)
		return r, err
	}
}

// guardOperands returns how many guards it took.
func (t *Thread) guardOperands(tp *Type, a, b Value) (n int) {
	if t.ft {
		if IsInstance(a, tp) && t.guard(a.p) {
			n++
		}
		if b.p != nil && IsInstance(b, tp) && t.guard(b.p) {
			n++
		}
	}
	return n
}

func (t *Thread) unguardN(n int) {
	for range n {
		t.unguard()
	}
}
