package py

import (
	"runtime"
	"sync"
	"time"
	"unsafe"
	"weak"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// Finalization: __del__, generators that are forgotten while they are
// suspended, coroutines that were never awaited. The garbage collector finds
// such objects and hands them to its finalizer goroutine, which queues the
// work for a Python thread. An object that is part of a reference cycle is not
// finalized: Go's collector keeps such cycles alive.

// finalizerSet knows the objects that wait for their finalizer, and those that
// had it and live on.
type finalizerSet struct {
	mu   sync.Mutex
	live map[weakKey]watched
	had  map[weakKey]struct{}
	seq  uint64     // number of the last object that was added
	done *sync.Cond // signalled when a finalizer has been handed on
}

// watched tells what to do with an object when it is gone.
type watched struct {
	seq  uint64
	need func(v Value) bool
	run  func(t *Thread, v Value)
}

// add notes that an object waits for its finalizer; it tells whether that is new.
func (s *finalizerSet) add(k weakKey, w watched) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live == nil {
		s.live, s.had = map[weakKey]watched{}, map[weakKey]struct{}{}
		s.done = sync.NewCond(&s.mu)
	}
	if _, known := s.live[k]; known {
		return false
	}
	s.seq++
	w.seq = s.seq
	s.live[k] = w
	return true
}

func (s *finalizerSet) remove(k weakKey) {
	s.mu.Lock()
	delete(s.live, k)
	s.done.Broadcast()
	s.mu.Unlock()
}

// take removes an object that is finalized now; it tells whether it was there.
func (s *finalizerSet) take(v Value) bool {
	k := weak.Make(v.p)
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.live[k]
	delete(s.live, k)
	return ok
}

// finalized tells whether the object's __del__ has run already.
func (s *finalizerSet) finalized(v Value) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.had[weak.Make(v.p)]
	return ok
}

// dead counts the objects that the collector has given up but whose finalizer
// has not been handed on yet.
func (s *finalizerSet) dead() int {
	n := 0
	for k := range s.live {
		if k.Value() == nil {
			n++
		}
	}
	return n
}

// wait waits until every object that the collector has given up is handed on.
func (s *finalizerSet) wait() {
	s.mu.Lock()
	defer s.mu.Unlock()
	deadline := time.Now().Add(2 * time.Second)
	for s.dead() > 0 && time.Now().Before(deadline) {
		// The finalizer goroutine may have handed it on between two looks.
		stop := time.AfterFunc(50*time.Millisecond, s.done.Broadcast)
		s.done.Wait()
		stop.Stop()
	}
}

// forget drops the marks of objects that are gone.
func (s *finalizerSet) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k := range s.had {
		if k.Value() == nil {
			delete(s.had, k)
		}
	}
}

// watch arranges that run is called with the object at h on a Python thread
// when nothing refers to it any more, if need then still says so (nil: always).
// need runs on another goroutine, when nobody else can see the object.
func (in *Interp) watch(h *Header, need func(v Value) bool, run func(t *Thread, v Value)) {
	key := weak.Make(h)
	if !in.runtime.finalizers.add(key, watched{need: need, run: run}) {
		return
	}
	owner := weak.Make(in) // a finalizer must not keep its interpreter alive
	runtime.SetFinalizer(h, func(h *Header) {
		in := owner.Value()
		if in == nil {
			return
		}
		if v := (Value{h, 0}); need == nil || need(v) {
			in.addFinalization(func(t *Thread) *Exc {
				run(t, v)
				return nil
			})
		}
		in.runtime.finalizers.remove(key)
	})
}

// watchFinalizer arranges that __del__ of the object is called.
func (in *Interp) watchFinalizer(h *Header) { in.watch(h, nil, runDel) }

// runDel calls __del__; what it raises is reported and forgotten.
func runDel(t *Thread, v Value) {
	del := v.p.typ.slots.Del
	if del == nil {
		return
	}
	set := &t.interp.runtime.finalizers
	set.mu.Lock()
	set.had[weak.Make(v.p)] = struct{}{}
	set.mu.Unlock()
	if err := del(t, v); err != nil {
		obj := v.p.typ.Lookup(strDel)
		if obj.p == nil {
			obj = v
		}
		t.WriteUnraisable(err, "", obj)
	}
}

// watchGenerator arranges that a generator is closed, or an async generator
// given to its finalizer hook, when it is forgotten.
func (in *Interp) watchGenerator(g *Generator) {
	if g.watched {
		return
	}
	g.watched = true
	in.watch(&g.Header, func(v Value) bool { return asGen(v).state != genDone }, func(t *Thread, v Value) { t.finalizeGen(asGen(v)) })
}

// unwatchGenerator takes that back when the generator has ended: Go's collector
// would keep it alive once more, for ever if it is part of a cycle.
func (in *Interp) unwatchGenerator(g *Generator) {
	g.watched = false
	runtime.SetFinalizer(&g.Header, nil)
	in.runtime.finalizers.remove(weak.Make(&g.Header))
}

// finalizeGen ends a generator that is forgotten (PEP 342, PEP 525).
func (t *Thread) finalizeGen(g *Generator) {
	v := Value{&g.Header, 0}
	switch {
	case g.state == genDone || g.state == genRunning:
		return
	case g.typ == AsyncGenType && g.finalizer().p != nil && !g.closed:
		if _, err := t.Call(g.finalizer(), v); err != nil {
			t.WriteUnraisable(err, "", v)
		}
		return
	case g.typ == CoroutineType && g.state == genCreated:
		t.warnUnawaited(g)
		g.discard(t)
		return
	}
	if err := t.genClose(g); err != nil {
		t.WriteUnraisable(err, "", v)
	}
}

func genDel(t *Thread, v Value) *Exc {
	t.finalizeGen(asGen(v))
	return nil
}

// warnUnawaited issues the warning about a coroutine that was never awaited.
func (t *Thread) warnUnawaited(g *Generator) {
	v := Value{&g.Header, 0}
	if m, ok := ToModule(t.loadedModule(InternStr("warnings"))); ok {
		if f := m.dict.GetStr(t, "_warn_unawaited_coroutine"); f.p != nil {
			_, err := t.Call(f, v)
			if err != nil {
				t.WriteUnraisable(err, "", v)
			}
			if err == nil || err.Is(RuntimeWarning) {
				return
			}
		}
	}
	_, name := g.names()
	if err := t.Warn(RuntimeWarning, 1, "coroutine '%s' was never awaited", name.s); err != nil {
		t.WriteUnraisable(err, "", v)
	}
}

// watchStep arranges the warning about an asend(), athrow() or aclose() that
// was never awaited.
func (in *Interp) watchStep(s *asyncGenStep) {
	in.watch(&s.Header, func(v Value) bool { return asStep(v).state == awaitNew }, func(t *Thread, v Value) { stepDel(t, v) })
}

func stepDel(t *Thread, v Value) *Exc {
	s := asStep(v)
	if s.state != awaitNew {
		return nil
	}
	_, name := s.gen.names()
	if err := t.Warn(RuntimeWarning, 1, "coroutine method '%s' of '%s' was never awaited", stepNames[s.kind], name.s); err != nil {
		t.WriteUnraisable(err, "", v)
	}
	return nil
}

// clearStale wipes the registers that no activation of the thread uses any
// more: those above the top of the stack, and in each activation those above
// the window of the call that it is making. What was left there would keep
// objects alive.
func (t *Thread) clearStale() {
	var callee *frame
	for fr := t.cur; fr != nil && fr.code != nil; fr = fr.prev {
		fr.code.forget()
		fr.clearDead(callee)
		callee = fr
	}
	fr := t.cur
	for fr.gen != nil {
		fr = fr.prev
	}
	begin := uintptr(unsafe.Pointer(unsafe.SliceData(t.segment)))
	off := (uintptr(t.top(fr)) - begin) / valueSize
	if off < uintptr(len(t.segment)) {
		clear(t.segment[off:])
	}
	// Frames that are not in use keep pointers too.
	for f := t.cur.next; f != nil; f = f.next {
		f.code, f.gen, f.init, f.handled, f.obj = nil, nil, Value{}, nil, nil
		f.pc, f.regs = nil, nil
	}
}

// clearDead wipes the temporaries of an activation above the window of the
// call it is making; callee is the activation above it, nil for none.
func (fr *frame) clearDead(callee *frame) {
	w := fr.word()
	if w < 0 || w >= len(fr.code.instrs) {
		return
	}
	ins := fr.code.instrs[w]
	from := uintptr(uint16(ins>>16)) / valueSize
	switch bytecode.Op(ins) {
	case bytecode.Call, bytecode.CallMethod, bytecode.CallKw, bytecode.CallMethodKw:
		from += 1 + uintptr(uint16(ins>>32))
	case bytecode.CallEx:
		from += 3
	case bytecode.ImportName:
		from += 2
	default:
		return
	}
	to := uintptr(fr.code.nregs)
	if fr.gen != nil {
		to = min(to, uintptr(len(fr.gen.regs)-1))
	}
	if callee != nil && callee.gen == nil {
		start, end := uintptr(fr.regs), uintptr(fr.regs)+to*valueSize
		switch at := uintptr(callee.regs) - valueSize; {
		case at >= start && at < end:
			// The callee's window lies over the arguments.
			to = (at - start) / valueSize
		case callee.kind == frameCall || callee.kind == frameInit:
			// The arguments have been copied to the callee.
			from = uintptr(uint16(ins>>16)) / valueSize
		}
	}
	if from < to {
		clear(unsafe.Slice((*Value)(unsafe.Add(fr.regs, from*valueSize)), to-from))
	}
}

// Collecting tells whether the thread is in gc.collect().
func (t *Thread) Collecting() bool { return t.interp.collecting.Load() == t }

// collect runs the garbage collector at most rounds times, or until it finds nothing more to finalize,
// and what the finalizers and weak reference callbacks queued. It returns how
// many of them ran.
func (t *Thread) collect(rounds int) (int, *Exc) {
	n := 0
	in := t.interp
	defer in.runtime.finalizers.forget()
	in.clearWaiting(t)
	in.collecting.Store(t)
	defer in.collecting.CompareAndSwap(t, nil)
	for round := 0; round < rounds; round++ {
		t.clearStale()
		runtime.GC()
		in.runtime.finalizers.wait()
		in.runtime.weak.sweep(in)
		ran := in.pendingCount()
		if err := in.runPending(t); err != nil {
			return n, err
		}
		if ran == 0 || in.pendingCount() == ran {
			break // nothing left, or nothing that may run inside a finalizer
		}
		n += ran
	}
	return n, nil
}

func (in *Interp) pendingCount() int {
	in.pending.mu.Lock()
	defer in.pending.mu.Unlock()
	return len(in.pending.calls)
}
