package py

import (
	"runtime"
	"slices"
	"sync"
)

// threadSet holds an interpreter's threads in the order in which they started.
type threadSet struct {
	mu       sync.Mutex
	all      []*Thread // nil where one has ended; see Thread.place
	live     int
	visitors int // see beginVisit
}

// Threads lists the interpreter's running threads, the main thread first.
func (in *Interp) Threads() []*Thread {
	in.threads.mu.Lock()
	defer in.threads.mu.Unlock()
	out := make([]*Thread, 0, in.threads.live)
	for _, t := range in.threads.all {
		if t != nil {
			out = append(out, t)
		}
	}
	return out
}

// ThreadByID finds a running thread, nil when there is none.
func (in *Interp) ThreadByID(id uint64) *Thread {
	in.threads.mu.Lock()
	defer in.threads.mu.Unlock()
	for _, t := range in.threads.all {
		if t != nil && t.id == id {
			return t
		}
	}
	return nil
}

func (in *Interp) addThread(t *Thread) {
	in.threads.mu.Lock()
	t.place = len(in.threads.all)
	in.threads.all = append(in.threads.all, t)
	in.threads.live++
	in.threads.mu.Unlock()
}

func (in *Interp) removeThread(t *Thread) {
	in.threads.mu.Lock()
	defer in.threads.mu.Unlock()
	s := &in.threads
	if t.place >= len(s.all) || s.all[t.place] != t {
		return
	}
	s.all[t.place] = nil
	s.live--
	if n := len(s.all); n > 16 && s.live < n/2 || s.live <= 1 {
		s.all = slices.DeleteFunc(s.all, func(t *Thread) bool { return t == nil })
		for i, t := range s.all {
			t.place = i
		}
	}
	if s.live == 1 {
		s.all[0].poke() // see alone
	}
}

// NewThread makes a thread, to be started with Start.
func (t *Thread) NewThread() *Thread {
	nt := newThread(t.interp)
	nt.segment = make([]Value, smallSegment)
	nt.argStack = make([]Value, smallArgStack)
	nt.noGIL, nt.ft = t.noGIL, t.noGIL
	t.ft = t.noGIL // it is no longer alone
	nt.chooseLoop()
	t.chooseLoop()
	nt.limit = t.limit
	nt.sigMask.Store(t.sigMask.Load())
	return nt
}

// alone tells a thread without a GIL that has no other beside it any more: it
// needs no locks until it starts one. It holds none now.
func (t *Thread) alone() {
	in := t.interp
	in.threads.mu.Lock()
	if in.threads.live == 1 && in.threads.visitors == 0 {
		t.ft = false
		t.chooseLoop()
	}
	in.threads.mu.Unlock()
}

// beginVisit announces a goroutine that looks at Python objects without being a
// thread; false: it may not, as the only thread takes no locks.
func (in *Interp) beginVisit() bool {
	in.threads.mu.Lock()
	defer in.threads.mu.Unlock()
	if in.threads.live == 1 && !in.main.ft {
		return false
	}
	in.threads.visitors++
	return true
}

func (in *Interp) endVisit() {
	in.threads.mu.Lock()
	in.threads.visitors--
	in.threads.mu.Unlock()
	in.main.poke()
}

// Start runs body in the thread, which NewThread made; body runs Python code
// with it and handles what that raises. Start returns at once. ended runs when
// the thread is over, without the GIL, and also when the interpreter's end cuts
// body short.
func (t *Thread) Start(body, ended func(t *Thread)) {
	in := t.interp
	t.beginWait(WaitGIL, nil, false)
	in.addThread(t)
	go func() {
		defer func() {
			t.over.Store(true)
			in.deadlock.leaving.Add(1)
			in.removeThread(t)
			t.tell(ThreadEnded)
			t.drop()
			ended(t)
			in.deadlock.leaving.Add(-1)
			in.deadlock.parked()
		}()
		roomForStack(len(t.segment))
		t.begin()
		body(t)
		t.finish()
	}()
}

// roomForStack has the goroutine's stack grow to what running Python code takes
// anyway, while there is nothing on it yet that must be copied.
//
//go:noinline
func roomForStack(n int) byte {
	var room [1280]byte
	return room[n%len(room)]
}

// begin starts the running of Python code on the calling goroutine.
func (t *Thread) begin() {
	t.tell(ThreadStarted)
	if !t.noGIL {
		t.interp.gil.acquire(t)
		t.tell(GILTaken)
	}
	t.endWait()
	t.leaveIfFinalizing()
}

// finish ends what begin began.
func (t *Thread) finish() {
	if ends := t.extra.atEnd; ends != nil {
		for _, f := range ends {
			f(t)
		}
		t.extra.atEnd = nil
	}
	t.over.Store(true)
	t.unpin()
	if !t.noGIL {
		t.tell(GILReleased)
		t.interp.gil.release(true)
	}
}

// AtEnd has f called on the thread when it ends.
func (t *Thread) AtEnd(f func(t *Thread)) { x := t.ownExtra(); x.atEnd = append(x.atEnd, f) }

// PinSystemThread gives the calling thread a system thread to itself until it
// ends, for what the system counts or keeps by thread. It costs a switch of
// system threads at every wait.
func (t *Thread) PinSystemThread() {
	if !t.pinned {
		t.pinned = true
		runtime.LockOSThread()
	}
}

// unpin undoes PinSystemThread.
func (t *Thread) unpin() {
	if t.pinned {
		t.pinned = false
		runtime.UnlockOSThread()
	}
}

// drop forgets what an ended thread refers to.
func (t *Thread) drop() {
	t.segment, t.segments, t.spare, t.argStack = nil, nil, nil, nil
	t.spareRange, t.spareList, t.spareTuple = nil, nil, nil
	t.base = frame{}
	t.cur = &t.base
	t.handled, t.context = nil, Value{}
	t.dropLocals()
}

// leaveIfFinalizing ends the calling goroutine when the interpreter is ending
// and another thread does that. The thread holds no lock but the GIL.
func (t *Thread) leaveIfFinalizing() {
	in := t.interp
	if !in.finalizing.Load() || in.finalizer.Load() == t {
		return
	}
	if !t.noGIL {
		in.gil.release(true)
	}
	runtime.Goexit()
}

// endOthers lets the other threads, which are daemons, end at their next safe
// point or when they would wait.
func (t *Thread) endOthers() {
	in := t.interp
	in.finalizer.Store(t)
	in.finalizing.Store(true)
	t.unpin()
	for _, o := range in.Threads() {
		if o != t {
			o.SetBreaker()
		}
	}
}

// FreeThreaded tells whether the thread runs without a GIL.
func (t *Thread) FreeThreaded() bool { return t.noGIL }

// SetAsyncExc has an exception raised in the thread at its next safe point.
func (t *Thread) SetAsyncExc(e *Exc) {
	t.asyncExc.Store(e)
	t.SetBreaker()
}

// SwitchInterval is the time in nanoseconds after which a thread that waits for
// the GIL asks for it.
func (in *Interp) SwitchInterval() int64 { return in.gil.interval.Load() }

// SetSwitchInterval changes the switch interval, in nanoseconds.
func (in *Interp) SetSwitchInterval(ns int64) { in.gil.interval.Store(max(ns, 1)) }

// Finalizing tells whether the interpreter is ending.
func (in *Interp) Finalizing() bool { return in.finalizing.Load() }
