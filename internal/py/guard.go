package py

import (
	"runtime"
	"slices"
	"sync/atomic"
	"time"
	"unsafe"
)

// Guards. Most natives with state of their own (iterators, files, queues of
// bytes, contexts) are written for one thread at a time: with a GIL nobody else
// gets in before they call Python code or wait. Without one, a type marked
// Guarded gives them the same: its slots, methods and attributes run with the
// guard of the object held, and the guard is given up where the GIL would be,
// while Python code runs (see run) or the thread waits (see Blocking and Wait).
//
// A thread may hold several guards, of natives that call each other. Of threads
// that wait for each other's guards in a circle one gives up those that it holds,
// and waits on without them.
//
// An object finds its guard by its address in a table of the interpreter; that
// two objects may share one only means that they wait for each other.

// guard is a place in the table, on a cache line of its own.
type guard struct {
	owner atomic.Uint64 // the id of the thread that holds it, 0: nobody
	_     [7]uint64
}

const guardBits = 10

// guardOf returns the guard of an object.
func (t *Thread) guardOf(h *Header) *guard {
	return &t.interp.guards[uint64(uintptr(unsafe.Pointer(h)))*0x9E3779B97F4A7C15>>(64-guardBits)]
}

// guard takes the guard of an object and tells whether unguard must follow:
// not when the thread holds it already.
func (t *Thread) guard(h *Header) bool {
	g := t.guardOf(h)
	for _, x := range t.guards {
		if x == g {
			return false
		}
	}
	if !t.tryGuard(g) {
		t.waitGuard(g)
	}
	t.guards = append(t.guards, g)
	return true
}

// Guard takes the guard of an object that belongs to others, in free-threaded
// mode, and tells whether Unguard must follow.
func (t *Thread) Guard(h *Header) bool { return t.noGIL && t.guard(h) }

// Unguard gives the guard that was taken last back.
func (t *Thread) Unguard() { t.unguard() }

// unguard gives the guard that was taken last back.
func (t *Thread) unguard() {
	n := len(t.guards) - 1
	g := t.guards[n]
	t.guards = t.guards[:n]
	g.owner.Store(0)
}

func (t *Thread) tryGuard(g *guard) bool {
	return g.owner.Load() == 0 && g.owner.CompareAndSwap(0, t.id)
}

// guardPatience bounds how long a thread keeps its guards while it waits for
// another one. They are held for the time of a native's own work, so only a
// thread that the system has set aside takes longer than a moment, and that
// should not make others give up theirs: it lets strangers in.
const guardPatience = time.Second

// waitGuard takes a guard that was found taken.
func (t *Thread) waitGuard(g *guard) {
	if len(t.guards) > 0 {
		t.wants.Store(g)
		defer t.wants.Store(nil)
		start := time.Now()
		for tries := 0; time.Since(start) < guardPatience; tries++ {
			if t.tryGuard(g) {
				return
			}
			if tries%8 == 7 && t.mustYield(g) {
				break
			}
			restGuard(tries)
		}
	}
	held := t.dropGuards()
	t.takeAll(append(slices.Clone(held), g))
	t.guards = held
}

// maxGuardCircle bounds the circles that mustYield finds.
const maxGuardCircle = 16

// mustYield tells whether g gets free only if t gives its guards up: t waits for
// g in a circle of threads, of which it is the youngest, or the interpreter
// ends, and the holder perhaps with it.
func (t *Thread) mustYield(g *guard) bool {
	if t.interp.finalizing.Load() {
		return true
	}
	last := t.id
	for range maxGuardCircle {
		id := g.owner.Load()
		if id == t.id {
			return last == t.id
		}
		o := t.interp.ThreadByID(id)
		if o == nil {
			return false
		}
		if g = o.wants.Load(); g == nil {
			return false
		}
		last = max(last, id)
	}
	return false
}

// dropGuards gives up all guards of the thread, which retakeGuards takes again.
func (t *Thread) dropGuards() []*guard {
	held := t.guards
	if len(held) == 0 {
		return nil
	}
	for _, g := range held {
		g.owner.Store(0)
	}
	t.guards = held[len(held):]
	return held
}

func (t *Thread) retakeGuards(held []*guard) {
	if len(held) > 0 {
		t.takeAll(held)
		t.guards = held
	}
}

// takeAll takes several guards. Whoever does not get one keeps none while it
// waits for it.
func (t *Thread) takeAll(gs []*guard) {
	for tries := 0; ; tries++ {
		if t.interp.finalizing.Load() && t.interp.finalizer.Load() == t {
			// Whoever holds them has ended.
			for _, g := range gs {
				g.owner.Store(t.id)
			}
			return
		}
		n := 0
		for n < len(gs) && t.tryGuard(gs[n]) {
			n++
		}
		if n == len(gs) {
			return
		}
		for _, g := range gs[:n] {
			g.owner.Store(0)
		}
		restGuard(tries)
	}
}

// restGuard lets others run before the next try.
func restGuard(tries int) {
	if tries < 100 {
		runtime.Gosched()
	} else {
		time.Sleep(min(time.Duration(tries)*time.Microsecond/10, time.Millisecond))
	}
}

// addGuards puts the guards around what the specs of guarded types declare, in
// a process that has an interpreter without a GIL. Types that were made before
// are brought up to date.
func addGuards() {
	registry.loading.Lock()
	defer registry.loading.Unlock()
	registry.mu.Lock()
	old := registry.guarded
	registry.guarded = true
	made := registry.types[:registry.made:registry.made]
	registry.mu.Unlock()
	if old {
		return
	}
	for _, s := range made {
		if s.Guarded {
			s.addGuards()
			if ns := s.Type.names.Load(); ns != nil {
				guardNamespace(s.Type, ns)
			}
		}
	}
	for _, s := range made {
		s.Type.slots = s.Slots
	}
	for _, s := range made {
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
			if !t.noGIL || !t.guard(self.p) {
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
		if m := &s.Methods[i]; !m.Static && !m.Class {
			m.guard()
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
			if !t.noGIL || !t.guard(v.p) {
				return f(t, v, args)
			}
			err := f(t, v, args)
			t.unguard()
			return err
		}
	}
	if f := o.SetItem; f != nil {
		o.SetItem = func(t *Thread, v, k, x Value) *Exc {
			if !t.noGIL || !t.guard(v.p) {
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
			if !t.noGIL || !t.guard(v.p) {
				return f(t, v, arg)
			}
			r, done, err := f(t, v, arg)
			t.unguard()
			return r, done, err
		}
	}
}

// guard makes the function run with the guard of its first argument held: the
// object, or the module.
func (m *MethodSpec) guard() {
	switch f := m.Fn.(type) {
	case Fn0:
		m.Fn = Fn0(guard1(f))
	case Fn1:
		m.Fn = Fn1(guard2(f))
	case FnSig:
		m.Fn = guardSig(f)
	case FnRaw:
		m.Fn = guardRaw(f)
	}
}

func guard1[R any](f func(*Thread, Value) (R, *Exc)) func(*Thread, Value) (R, *Exc) {
	if f == nil {
		return nil
	}
	return func(t *Thread, v Value) (R, *Exc) {
		if !t.noGIL || !t.guard(v.p) {
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
		if !t.noGIL || !t.guard(v.p) {
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
	if t.noGIL {
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
