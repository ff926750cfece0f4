package py

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// A deadlock is found by looking: a wait without a timeout, and the end of a
// thread, start a timer if it does not run, and when it ends all threads are
// looked at. A program in which nobody waits so pays nothing; one in which many
// do has its threads looked at once a second.
//
// Two looks, a grace apart, must find the same waits under way. Who ends a wait
// says so (wait.woken) before it does anything else; so between the two looks
// each of these threads waited and nobody had told it to go on, which makes the
// first of two findings certain: when it is true of every thread, nothing but
// the outside world can change anything. The second finding is a circle of
// threads of which each waits for a lock that the next one has, or for its end.

// DeadlockMode is what happens when a deadlock is found.
type DeadlockMode uint8

// Modes of the deadlock report.
const (
	DeadlockOff   DeadlockMode = iota
	DeadlockWarn               // it is told on standard error
	DeadlockError              // RuntimeError is raised in the main thread
)

// deadlockGrace is the time for which nothing may have changed.
const deadlockGrace = time.Second

type deadlockWatch struct {
	on    atomic.Bool
	armed atomic.Bool // the timer runs
	// look is called when it is over.
	look func()
	// leaving counts threads that are no longer listed and have yet to wake
	// those that join them.
	leaving atomic.Int32

	mu       sync.Mutex // guards what follows
	mode     DeadlockMode
	grace    time.Duration
	outside  []func() bool
	last     []waiting // every thread, at the last look; nil: not all waited
	swept    []waiting // those for which finalizers ran; see keyOf
	reported []waiting // what was told
	circles  map[*Thread]circle
}

// waiting is a thread in a certain wait.
type waiting struct {
	t    *Thread
	word uint64
}

// circle is a circle of waiting threads, known by the first of them.
type circle struct {
	threads  []waiting
	reported bool
}

// WatchDeadlocks has deadlocks of the interpreter's threads reported. grace is
// how long nothing must have changed; 0 is the usual second.
func (in *Interp) WatchDeadlocks(mode DeadlockMode, grace time.Duration) {
	d := &in.deadlock
	d.mu.Lock()
	defer d.mu.Unlock()
	d.mode = mode
	if d.grace = grace; grace <= 0 {
		d.grace = deadlockGrace
	}
	d.look = in.lookForDeadlock
	d.on.Store(mode != DeadlockOff)
}

// AddWaker names a function that tells whether something outside of the
// interpreter's threads may end their waits, such as a signal handler written in
// Python. It is called from any goroutine, without the GIL.
func (in *Interp) AddWaker(f func() bool) {
	d := &in.deadlock
	d.mu.Lock()
	d.outside = append(d.outside, f)
	d.mu.Unlock()
}

// parked is called when a thread begins a wait without a timeout, or has ended.
func (d *deadlockWatch) parked() {
	if d.on.Load() && !d.armed.Load() {
		d.arm()
	}
}

func (d *deadlockWatch) arm() {
	if d.armed.CompareAndSwap(false, true) {
		time.AfterFunc(d.grace, d.look)
	}
}

// stuck tells whether the thread waits for another one, without a timeout, and
// has not been told to go on.
func (t *Thread) stuck() (waiting, bool) {
	word := t.wait.word.Load()
	k := WaitKind(word & waitKind)
	if !k.onlyThreads() || word&waitTimed != 0 || t.wait.woken.Load() || atomic.LoadUint32(&t.breaker) != 0 || t.asyncExc.Load() != nil {
		return waiting{}, false
	}
	if !t.noGIL && t.gilState.Load() != gilParked {
		return waiting{}, false
	}
	return waiting{t, word &^ waitLooked}, true
}

// waitsFor is the thread that has what t waits for, nil when there is no one.
func (t *Thread) waitsFor(in map[uint64]*Thread) *Thread {
	switch WaitKind(t.wait.word.Load() & waitKind) {
	case WaitJoin:
		return in[t.wait.thread.Load()]
	default:
		if m := t.wait.mutex.Load(); m != nil {
			return m.Owner()
		}
	}
	return nil
}

// lookForDeadlock looks at all threads.
func (in *Interp) lookForDeadlock() {
	d := &in.deadlock
	d.mu.Lock()
	defer d.mu.Unlock()
	// A thread that begins to wait from here on arms the timer again.
	d.armed.Store(false)
	if d.mode == DeadlockOff || in.finalizing.Load() {
		return
	}
	all, some := in.stuckThreads()
	again := d.lookAtAll(in, all)
	if d.lookAtCircles(in, some, again) {
		again = true
	}
	if again {
		d.arm()
	}
}

// stuckThreads returns the threads that are stuck: all of them, or nil if one is
// not; and those that wait for a known thread.
func (in *Interp) stuckThreads() (all, some []waiting) {
	in.threads.mu.Lock()
	defer in.threads.mu.Unlock()
	every := true
	for _, t := range in.threads.all {
		if t == nil {
			continue
		}
		w, ok := t.stuck()
		if !ok {
			every = false
			continue
		}
		if every {
			all = append(all, w)
		}
		if t.wait.mutex.Load() != nil || t.wait.thread.Load() != 0 {
			some = append(some, w)
		}
	}
	if !every {
		all = nil
	}
	return all, some
}

// lookAtAll deals with the case that no thread can go on; it tells whether to
// look again.
func (d *deadlockWatch) lookAtAll(in *Interp, all []waiting) bool {
	last := d.last
	d.last = all
	if all == nil || d.leaving.Load() > 0 || in.hasPending() || slices.Equal(all, d.reported) {
		return false
	}
	for _, f := range d.outside {
		if f() {
			return false
		}
	}
	if k := keyOf(in, all); !slices.Equal(k, d.swept) {
		// The finalizer of an object that nobody has any more, or the callback of
		// a weak reference to it, may end a wait: now is the time for them. The
		// main thread begins its wait anew after that.
		d.swept = k
		in.AddPending(func(t *Thread) *Exc {
			_, err := t.collect(deadlockRounds)
			return err
		})
		return true
	}
	if !slices.Equal(all, last) {
		return true
	}
	d.reported = all
	head := "deadlock: the only thread waits for what only another thread could do"
	if len(all) > 1 {
		head = fmt.Sprintf("deadlock: all %d threads wait for what only one of them could do", len(all))
	}
	d.report(in, head, all)
	return false
}

// deadlockRounds is how often what finalizers set free is collected in turn.
const deadlockRounds = 10

// keyOf is what stays the same when the main thread interrupts its wait and goes
// on with it.
func keyOf(in *Interp, all []waiting) []waiting {
	k := slices.Clone(all)
	for i, w := range k {
		if w.t == in.main {
			k[i].word = w.t.wait.calls.Load()
		}
	}
	return k
}

// lookAtCircles finds threads that wait for each other in a circle; it tells
// whether to look again. later: the report will be about all threads, if that
// proves right at the next look.
func (d *deadlockWatch) lookAtCircles(in *Interp, stuck []waiting, later bool) bool {
	if len(stuck) < 2 {
		d.circles = nil
		return false
	}
	words := make(map[*Thread]uint64, len(stuck))
	ids := make(map[uint64]*Thread, len(stuck))
	for _, w := range stuck {
		words[w.t] = w.word
		ids[w.t.id] = w.t
	}
	found := map[*Thread]circle{}
	seen := make(map[*Thread]int, len(stuck)) // the number of the walk that came by
	for i, w := range stuck {
		t := w.t
		for t != nil && words[t] != 0 && seen[t] == 0 {
			seen[t] = i + 1
			t = t.waitsFor(ids)
		}
		if t == nil || words[t] == 0 || seen[t] != i+1 {
			continue
		}
		var c circle
		for o := t; ; {
			c.threads = append(c.threads, waiting{o, words[o]})
			if o = o.waitsFor(ids); o == t || o == nil || words[o] == 0 || len(c.threads) > len(stuck) {
				break
			}
		}
		// A thread that waits for a lock it took itself may mean it as a signal
		// that another one gives.
		if len(c.threads) < 2 || len(c.threads) > len(stuck) {
			continue
		}
		first := 0
		for i, w := range c.threads {
			if w.t.id < c.threads[first].t.id {
				first = i
			}
		}
		c.threads = append(c.threads[first:], c.threads[:first]...)
		found[c.threads[0].t] = c
	}
	again := false
	for t, c := range found {
		old, ok := d.circles[t]
		switch {
		case !ok || !slices.Equal(old.threads, c.threads):
			again = true
		case old.reported:
			c.reported = true
		case later:
			again = true
		default:
			c.reported = true
			if !covered(c.threads, d.reported) {
				d.report(in, fmt.Sprintf("deadlock: %d threads wait for each other in a circle", len(c.threads)), c.threads)
			}
		}
		found[t] = c
	}
	d.circles = found
	return again
}

// covered tells whether all of a are in b.
func covered(a, b []waiting) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

const (
	maxReported      = 30 // threads of a deadlock that are described
	maxReportedCalls = 30
)

// report tells of a deadlock, unless it has dissolved meanwhile.
func (d *deadlockWatch) report(in *Interp, head string, all []waiting) {
	mode := d.mode
	threads := make([]*Thread, 0, min(len(all), maxReported))
	for _, w := range all[:min(len(all), maxReported)] {
		threads = append(threads, w.t)
	}
	in.NameThreads(in.Threads()[:min(len(in.Threads()), maxDumped)], patience)
	stacks := in.Stacks(nil, threads, maxReportedCalls)
	for i := range stacks {
		if stacks[i].word&^waitLooked != all[i].word {
			return
		}
	}
	var b strings.Builder
	now := time.Now()
	for i := range stacks {
		in.describe(&b, &stacks[i], now)
	}
	if n := len(all) - len(threads); n > 0 {
		fmt.Fprintf(&b, "... and %d more threads\n", n)
	}
	if mode == DeadlockError {
		e := NewExc(RuntimeError, NewStr(head+"\n"+strings.TrimSuffix(b.String(), "\n")).Value())
		in.AddPending(func(*Thread) *Exc { return e })
		return
	}
	in.writeErr("RuntimeWarning: " + head + "\n" + b.String())
}

// writeErr writes to the standard error of the process. What cannot be written
// is lost: there is nobody to be told.
func (in *Interp) writeErr(text string) {
	for p := []byte(text); len(p) > 0; {
		n, err := in.opts.Host.Files.Write(2, p)
		if err != nil && host.Errno(err) != host.EINTR || err == nil && n == 0 {
			return
		}
		p = p[max(n, 0):]
	}
}

// hasPending tells whether calls wait for the main thread.
func (in *Interp) hasPending() bool {
	in.pending.mu.Lock()
	defer in.pending.mu.Unlock()
	return len(in.pending.calls) > 0
}
