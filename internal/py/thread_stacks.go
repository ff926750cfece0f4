package py

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// Call is one activation of a thread's stack.
type Call struct {
	File, Name *Str
	Line       int
}

// ThreadStack is what a thread is doing.
type ThreadStack struct {
	Thread *Thread
	Calls  []Call // the innermost first
	More   bool   // there are further calls
	Wait   Wait   // what it waits for; Kind is WaitNone when it runs
	// Late tells that the thread did not come to a safe point in time: its
	// stack was read while it ran native code, and may be a little off.
	Late bool

	run     func() // to call with the limit onlyRun
	frame   *Frame // with the limit onlyFrame
	handled *Exc   // the exception being handled, likewise

	word  uint64 // of the wait
	mutex *Mutex
	joins uint64
}

// stackRequest asks a running thread for its stack.
type stackRequest struct {
	max   int
	stack ThreadStack
	done  chan struct{}
}

// answer gives the stack to who asked for it, at a safe point.
func (t *Thread) answer(r *stackRequest) {
	if !t.stackReq.CompareAndSwap(r, nil) {
		return
	}
	t.readStack(&r.stack, r.max)
	close(r.done)
}

// onlyFrame as the limit of a stack asks for its first frame instead of calls.
const onlyFrame = -1

// onlyStale as the limit of a stack asks for nothing but that the thread forgets
// what its registers hold no more.
const onlyStale = -2

// onlyRun as the limit of a stack asks for nothing but a call of run.
const onlyRun = -3

// runOn runs f, which waits for nothing and runs no Python code, while the
// thread o waits, or on it at its next safe point; false: it did not come to
// one in time.
func (in *Interp) runOn(self, o *Thread, f func()) bool {
	return !in.stacks(self, []*Thread{o}, onlyRun, f)[0].Late
}

// readStack reads the frames of t, which is the calling thread or cannot go on.
func (t *Thread) readStack(s *ThreadStack, limit int) {
	if limit == onlyFrame {
		s.frame, s.handled = t.CurrentFrame(0), t.handled
		return
	}
	if limit == onlyStale {
		t.clearStale()
		return
	}
	if limit == onlyRun {
		s.run()
		return
	}
	for fr := t.cur; fr != nil && fr.code != nil; fr = fr.prev {
		if len(s.Calls) == limit {
			s.More = true
			return
		}
		s.Calls = append(s.Calls, Call{fr.code.filename, fr.code.name, fr.code.lineAt(fr.word())})
	}
}

// readWaiting reads the stack of t if it waits; false: it runs.
func (t *Thread) readWaiting(s *ThreadStack, limit int) bool {
	w := &t.wait
	word := w.word.Load()
	if word&waitKind == 0 || word&waitLooked != 0 || !w.word.CompareAndSwap(word, word|waitLooked) {
		return false
	}
	s.Wait = t.Waiting()
	s.word, s.mutex, s.joins = word, w.mutex.Load(), w.thread.Load()
	if WaitKind(word&waitKind) != WaitGIL && !t.noGIL {
		if g := t.gilState.Load(); g == gilQueued || g == gilRetry {
			// What it waited for has come.
			s.Wait.Kind, s.Wait.Obj = WaitGIL, Value{}
		}
	}
	if !t.over.Load() {
		t.readStack(s, limit)
	}
	w.word.And(^uint64(waitLooked))
	return true
}

// clearWaiting has the threads that wait forget what they do not use any more:
// it would keep objects alive.
func (in *Interp) clearWaiting(self *Thread) {
	for _, t := range in.Threads() {
		if t != self {
			var s ThreadStack
			t.readWaiting(&s, onlyStale)
		}
	}
}

// patience is how long a running thread has to come to a safe point.
const patience = 250 * time.Millisecond

// Stacks tells what each of the threads is doing, at most limit calls of each.
// self is the calling thread, nil for a goroutine that is none. A thread that
// runs is asked at its next safe point and goes on at once.
func (in *Interp) Stacks(self *Thread, threads []*Thread, limit int) []ThreadStack {
	return in.stacks(self, threads, limit, nil)
}

func (in *Interp) stacks(self *Thread, threads []*Thread, limit int, run func()) []ThreadStack {
	all := make([]ThreadStack, len(threads))
	for i, t := range threads {
		all[i].run = run
		if t == self {
			// Before others find it waiting, and look at it too.
			t.readStack(&all[i], limit)
			all[i].Thread = t
		}
	}
	if self != nil && self.noGIL {
		// Another thread that wants the same of this one finds it waiting.
		self.beginWait(WaitGIL, nil, false)
		defer self.endWait()
	}
	asked := make([]*stackRequest, len(threads))
	end := time.Now().Add(patience)
	for pause := time.Microsecond; ; pause = min(2*pause, 5*time.Millisecond) {
		left := 0
		for i, t := range threads {
			s := &all[i]
			if s.Thread != nil {
				continue
			}
			if r := asked[i]; r != nil {
				select {
				case <-r.done:
					r.stack.Thread = t
					*s = r.stack
					continue
				default:
				}
			}
			switch {
			case t.over.Load():
			case t.readWaiting(s, limit):
				if r := asked[i]; r != nil {
					t.stackReq.CompareAndSwap(r, nil)
				}
			default:
				if asked[i] == nil {
					if r := (&stackRequest{max: limit, stack: ThreadStack{run: run}, done: make(chan struct{})}); t.stackReq.CompareAndSwap(nil, r) {
						asked[i] = r
						t.SetBreaker()
					}
				}
				left++
				continue
			}
			s.Thread = t
		}
		if left == 0 {
			return all
		}
		if time.Now().After(end) {
			break
		}
		time.Sleep(pause)
	}
	for i, t := range threads {
		s := &all[i]
		if s.Thread != nil {
			continue
		}
		if r := asked[i]; r != nil && !t.stackReq.CompareAndSwap(r, nil) {
			<-r.done // it is answering
			*s = r.stack
		} else {
			s.Late = true
			if limit >= 0 {
				t.peekStack(s, limit)
			}
		}
		s.Thread = t
	}
	return all
}

// threadLabel is what reports call a thread.
type threadLabel struct {
	name   string
	daemon bool
	target Value // what the thread was started with
}

// SetTarget notes what the thread, which is not started yet, is to call, and
// whether it is a daemon: reports take its name from there.
func (t *Thread) SetTarget(f Value, daemon bool) {
	l := &threadLabel{daemon: daemon, target: f}
	l.name = t.targetName(f)
	t.label.Store(l)
}

// targetName is the name of the threading.Thread that f is a method of, else
// that of the function. It runs no Python code.
func (t *Thread) targetName(f Value) string {
	if f.p.typ == MethodType {
		m := asMethod(f)
		if s, ok := ToStr(t.plainAttr(m.self, strThreadName)); ok {
			return s.String()
		}
		f = m.fn
	}
	if f.p.typ == FunctionType {
		return asFunc(f).qualname.String()
	}
	return f.p.typ.name
}

var strThreadName = InternStr("_name")

// plainAttr is an attribute that the object itself has, the zero Value if it
// has none of that name.
func (t *Thread) plainAttr(v Value, name *Str) Value {
	if !t.HasInstAttrs(v) {
		return Value{}
	}
	return t.instGet(v.p, name)
}

// Name is the name of the thread, as far as it is known without asking Python
// code; see NameThreads.
func (t *Thread) Name() string {
	if l := t.label.Load(); l != nil {
		return l.name
	}
	if t == t.interp.main {
		return "MainThread"
	}
	return fmt.Sprintf("thread %d", t.id)
}

// Daemon tells whether the program's end does not wait for the thread.
func (t *Thread) Daemon() bool {
	l := t.label.Load()
	return l != nil && l.daemon
}

// nameThreads looks up the names that threads have now; t holds the GIL, or
// there is none.
func (t *Thread) nameThreads(threads []*Thread) {
	for _, o := range threads {
		l := o.label.Load()
		if l == nil || l.target.p == nil {
			continue
		}
		if name := t.targetName(l.target); name != l.name {
			o.label.Store(&threadLabel{name, l.daemon, l.target})
		}
	}
	if m := t.loadedModule(InternStr("threading")); m.p != nil {
		if mod, ok := ToModule(m); ok {
			if v := mod.dict.getStr(InternStr("_main_thread")); v.p != nil {
				if s, ok := ToStr(t.plainAttr(v, strThreadName)); ok {
					t.interp.main.label.Store(&threadLabel{name: s.String()})
				}
			}
		}
	}
}

// NameThreads brings the names that Name returns up to date, from a goroutine
// that is no Python thread. It waits for the GIL no longer than patience.
func (in *Interp) NameThreads(threads []*Thread, patience time.Duration) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		in.visit(func(t *Thread) { t.nameThreads(threads) })
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
	}
}

// visit runs f, which is quick and waits for nothing, with a thread that holds the
// GIL, on the calling goroutine, which ends with the interpreter. Without a GIL,
// f does not run when one thread is alone: that takes no locks.
func (in *Interp) visit(f func(t *Thread)) {
	t := newThread(in)
	t.segment = make([]Value, smallSegment)
	if t.noGIL = in.opts.NoGIL; !t.noGIL {
		in.gil.acquire(t)
		defer in.gil.release(true)
	} else if t.ft = in.beginVisit(); t.ft {
		t.chooseLoop()
		defer in.endVisit()
	} else {
		return // the only thread takes no locks
	}
	f(t)
}

// peek reads a pointer that its thread may be changing.
func peek[T any](p **T) *T {
	return (*T)(atomic.LoadPointer(pointerTo(p)))
}

// DumpThreads describes what all threads are doing: name, stack, what each waits
// for and who holds that. It may be called from any goroutine that is not a
// Python thread.
func (in *Interp) DumpThreads() string {
	threads := in.Threads()
	rest := 0
	if len(threads) > maxDumped {
		rest = len(threads) - maxDumped
		threads = threads[:maxDumped]
	}
	in.NameThreads(threads, patience)
	stacks := in.Stacks(nil, threads, maxDumpedCalls)
	var b strings.Builder
	now := time.Now()
	for i := range stacks {
		in.describe(&b, &stacks[i], now)
	}
	if rest > 0 {
		fmt.Fprintf(&b, "... and %d more threads\n", rest)
	}
	return b.String()
}

const (
	maxDumped      = 1000
	maxDumpedCalls = 100
)

// describe writes what a thread is doing.
func (in *Interp) describe(b *strings.Builder, s *ThreadStack, now time.Time) {
	t := s.Thread
	fmt.Fprintf(b, "Thread 0x%016x %q", t.id, t.Name())
	if t.Daemon() {
		b.WriteString(" daemon")
	}
	w := s.Wait
	switch {
	case t.over.Load():
		b.WriteString(" has ended\n")
		return
	case s.Late:
		b.WriteString(" runs native code\n")
	case w.Kind == WaitNone:
		b.WriteString(" runs\n")
	default:
		if w.Kind == WaitSleep {
			b.WriteString(" sleeps")
		} else {
			fmt.Fprintf(b, " waits for %s", waitText(in, s))
		}
		if w.Timed {
			b.WriteString(" (with a timeout)")
		}
		if d := now.Sub(w.Since); w.Kind != WaitGIL {
			fmt.Fprintf(b, " since %.1f s", max(d, 0).Seconds())
		}
		b.WriteByte('\n')
		if m := s.mutex; m != nil && w.Kind != WaitGIL {
			in.describeHolder(b, t, m)
		}
	}
	if len(s.Calls) == 0 {
		b.WriteString("  <no Python frame>\n")
	}
	for _, c := range s.Calls {
		fmt.Fprintf(b, "  File \"%s\", line %d in %s\n", c.File, c.Line, c.Name)
	}
	if s.More {
		b.WriteString("  ...\n")
	}
}

// waitText names what a thread waits for.
func waitText(in *Interp, s *ThreadStack) string {
	w := s.Wait
	switch {
	case w.Kind == WaitJoin && s.joins != 0:
		if o := in.ThreadByID(s.joins); o != nil {
			return fmt.Sprintf("the end of thread 0x%016x %q", o.id, o.Name())
		}
		return fmt.Sprintf("the end of thread 0x%016x", s.joins)
	case w.Kind == WaitQueueItem:
		return "an item of " + objectText(w.Obj, "a queue")
	case w.Kind == WaitQueueRoom:
		return "room in " + objectText(w.Obj, "a queue")
	case w.Kind == WaitIO || w.Kind == WaitGIL || w.Obj.p == nil:
		return w.Kind.String()
	}
	return w.Kind.String() + " " + objectText(w.Obj, "")
}

// objectText is what the default repr of an object would be.
func objectText(v Value, none string) string {
	if v.p == nil {
		return none
	}
	return "<" + v.p.typ.name + " object at " + addrText(v) + ">"
}

// describeHolder tells who took a lock, and where.
func (in *Interp) describeHolder(b *strings.Builder, waits *Thread, m *Mutex) {
	o := m.Owner()
	if o == nil {
		return
	}
	who := "itself"
	switch {
	case o == waits:
	case o.over.Load() || !slices.Contains(in.Threads(), o):
		who = fmt.Sprintf("thread 0x%016x %q, which has ended", o.id, o.Name())
	default:
		who = fmt.Sprintf("thread 0x%016x %q", o.id, o.Name())
	}
	fmt.Fprintf(b, "  it was taken by %s", who)
	if file, line, name := m.TakenAt().Where(); file != "" {
		fmt.Fprintf(b, " in %s, File \"%s\", line %d", name, file, line)
	}
	b.WriteByte('\n')
}
