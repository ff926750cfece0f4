package py

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// WaitKind says what a thread waits for.
type WaitKind uint32

// Kinds of waits. WaitLock to WaitImport are waits that only another Python
// thread of this process ends; what a process or the system may end is one of
// the later kinds, or else a deadlock would be reported where there is none.
const (
	WaitNone WaitKind = iota
	WaitLock
	WaitCondition
	WaitSemaphore
	WaitEvent
	WaitBarrier
	WaitQueueItem
	WaitQueueRoom
	WaitJoin
	WaitFuture
	WaitImport
	WaitSleep
	WaitIO
	WaitSignal
	WaitProcess
	WaitGIL
)

var waitNames = [...]string{"", "lock", "condition", "semaphore", "event", "barrier", "queue item", "queue room",
	"thread", "future", "import lock", "sleep", "I/O", "signal", "process", "GIL"}

func (k WaitKind) String() string { return waitNames[k] }

// onlyThreads tells whether only another thread can end such a wait.
func (k WaitKind) onlyThreads() bool { return k >= WaitLock && k <= WaitImport }

// wait is what a thread waits for; other threads may read it any time.
type wait struct {
	// word has the kind, the marks that follow, and the number of the wait.
	word  atomic.Uint64
	obj   atomic.Pointer[Header]
	since atomic.Int64 // see nanos
	// woken is set by who ends the wait, before the thread runs again.
	woken atomic.Bool
	// mutex is the lock that LockUntil waits for, thread the one to be joined;
	// they stay while a pending call runs in the middle of a wait.
	mutex  atomic.Pointer[Mutex]
	thread atomic.Uint64
	n      uint64 // number of waits
	// calls is the number of calls of Wait, in each of which there may be many
	// waits.
	calls atomic.Uint64
}

const (
	waitKind   = 0xff
	waitTimed  = 1 << 8
	waitLooked = 1 << 9 // somebody reads the thread's stack: it must not go on
	waitNumber = 16     // shift of the number
)

// Wait describes what a thread waits for.
type Wait struct {
	Kind  WaitKind
	Obj   Value     // the object waited for, the zero Value for none
	Since time.Time // when the wait began
	Timed bool      // it ends by itself
}

// Waiting tells what the thread waits for; Kind is WaitNone when it runs.
func (t *Thread) Waiting() Wait {
	word := t.wait.word.Load()
	w := Wait{Kind: WaitKind(word & waitKind)}
	if w.Kind != WaitNone {
		if h := t.wait.obj.Load(); h != nil {
			w.Obj = Value{h, 0}
		}
		w.Since = time.Now().Add(-time.Duration(nanos() - t.wait.since.Load()))
		w.Timed = word&waitTimed != 0
	}
	return w
}

// SetJoining notes whose end the thread is about to wait for (0: nobody's),
// for reports, and returns what was noted before: give it back after the wait.
func (t *Thread) SetJoining(id uint64) uint64 { return t.wait.thread.Swap(id) }

// beginWait notes a wait. Until endWait the thread's frames may be read by
// others: it runs no Python code.
func (t *Thread) beginWait(k WaitKind, obj *Header, timed bool) {
	w := &t.wait
	if w.obj.Load() != obj {
		w.obj.Store(obj)
	}
	w.since.Store(nanos())
	w.n++
	word := w.n<<waitNumber | uint64(k)
	if timed {
		word |= waitTimed
	}
	w.word.Store(word)
	if h := t.interp.hook.Load(); h != nil && k != WaitGIL {
		(*h)(t, WaitBegan, t.now())
	}
}

func (t *Thread) endWait() {
	w := &t.wait
	for {
		word := w.word.Load()
		if word&waitLooked == 0 && w.word.CompareAndSwap(word, word&^(1<<waitNumber-1)) {
			break
		}
		runtime.Gosched() // for as long as it takes to read a stack
	}
	w.woken.Store(false)
	if w.obj.Load() != nil {
		w.obj.Store(nil)
	}
}

// NoDeadline is the deadline of a wait without end.
const NoDeadline = int64(-1)

// DeadlineIn returns the deadline, in nanoseconds of the host's monotonic
// clock, of a wait of d; NoDeadline when d is negative.
func (t *Thread) DeadlineIn(d time.Duration) int64 {
	if d < 0 {
		return NoDeadline
	}
	now := t.interp.opts.Host.Clock.Monotonic()
	if end := now + int64(d); end >= now {
		return end
	}
	return NoDeadline
}

// park gives the GIL up and waits until unpark, SetBreaker or the deadline; it
// may also return for no reason. It tells whether the deadline is over.
func (t *Thread) park(k WaitKind, obj *Header, deadline int64) (expired bool) {
	t.beginWait(k, obj, deadline >= 0)
	if deadline < 0 {
		t.interp.deadlock.parked()
	}
	g := &t.interp.gil
	if !t.noGIL {
		t.gilState.Store(gilParked)
		t.tell(GILReleased)
		g.release(true)
	}
	if deadline < 0 {
		<-t.wake
	} else if c := t.interp.opts.Host.Clock; deadline <= c.Monotonic() {
		expired = true
	} else {
		if t.alarm == nil {
			t.alarm = c.NewAlarm(t.unpark)
		}
		t.alarm.Set(deadline)
		<-t.wake
		t.alarm.Stop()
		expired = deadline <= c.Monotonic()
	}
	switch {
	case t.noGIL:
		t.tell(WaitEnded)
	case t.gilState.CompareAndSwap(gilParked, gilNone):
		t.tell(WaitEnded)
		g.acquire(t)
		t.tell(GILTaken)
	default:
		g.await(t)
		if h := t.interp.hook.Load(); h != nil {
			(*h)(t, WaitEnded, t.gilSince.Load())
			(*h)(t, GILTaken, t.now())
		}
	}
	t.endWait()
	t.leaveIfFinalizing()
	return expired
}

// token makes the thread's present or next wait end.
func (t *Thread) token() {
	select {
	case t.wake <- struct{}{}:
	default:
	}
}

// unpark ends the thread's present or next park. With a GIL, a parked thread
// goes straight into the queue for it: it could do nothing else.
func (t *Thread) unpark() {
	t.wait.woken.Store(true)
	if !t.noGIL && t.gilState.CompareAndSwap(gilParked, gilQueued) {
		g := &t.interp.gil
		g.mu.Lock()
		g.enqueue(t, !t.waitsForThread())
		g.mu.Unlock()
		return
	}
	t.token()
}

// waitsForThread tells whether only another thread can end the thread's wait.
func (t *Thread) waitsForThread() bool { return WaitKind(t.wait.word.Load() & waitKind).onlyThreads() }

// WaitQueue holds the threads that wait for a change of some state, in the
// order in which they came. Its lock guards that state too: whoever changes it
// does so between Lock and Unlock. No Python code runs and nothing else is
// waited for meanwhile.
type WaitQueue struct {
	mu         sync.Mutex
	head, tail *Waiter
}

// Waiter is a thread's place in a WaitQueue.
type Waiter struct {
	t          *Thread
	prev, next *Waiter
	queued     bool
	signalled  bool
	vain       uint8 // how often it was woken for a lock that another thread had taken by then
	// Value is handed over by whoever wakes the thread.
	Value Value
	// Handed tells that what was waited for belongs to the waiter already.
	Handed bool
	// Since is for whoever keeps the queue: when the wait began.
	Since int64
}

// Thread returns the waiting thread.
func (w *Waiter) Thread() *Thread { return w.t }

// Lock takes the queue's lock.
func (q *WaitQueue) Lock() { q.mu.Lock() }

// Unlock gives the queue's lock back.
func (q *WaitQueue) Unlock() { q.mu.Unlock() }

// Empty tells whether nobody waits. The queue is locked.
func (q *WaitQueue) Empty() bool { return q.head == nil }

// First returns the waiter that came first, nil for none. The queue is locked.
func (q *WaitQueue) First() *Waiter { return q.head }

// Len counts the waiters. The queue is locked.
func (q *WaitQueue) Len() int {
	n := 0
	for w := q.head; w != nil; w = w.next {
		n++
	}
	return n
}

// Push adds the thread as the last waiter. The queue is locked.
func (q *WaitQueue) Push(t *Thread) *Waiter {
	w := t.spareWaiter
	if w == nil {
		w = &Waiter{t: t}
	} else {
		t.spareWaiter = nil
		w.Handed, w.Since, w.vain = false, 0, 0
	}
	q.add(w, false)
	return w
}

// PushFront adds a waiter, whose wait was ended in vain, as the first one again.
// The queue is locked.
func (q *WaitQueue) PushFront(w *Waiter) { q.add(w, true) }

// Remove takes a waiter out of the queue. The queue is locked.
func (q *WaitQueue) Remove(w *Waiter) { q.remove(w) }

// Signalled tells whether the waiter's wait was ended by Pop or WakeN. The queue
// is locked.
func (w *Waiter) Signalled() bool { return w.signalled }

// Done keeps a waiter that stands in no queue any more for the thread's next
// wait. Whoever popped it may still call Wake: that is harmless.
func (w *Waiter) Done() {
	w.Value = Value{}
	w.t.spareWaiter = w
}

// Next returns the waiter that stands after w in its locked queue, nil for none.
func (w *Waiter) Next() *Waiter { return w.next }

// Clear forgets all waiters, which is right only where their threads are gone: in
// the child after a fork.
func (q *WaitQueue) Clear() {
	q.Lock()
	for w := q.head; w != nil; w = q.head {
		q.remove(w)
	}
	q.Unlock()
}

// WakeN ends the wait of up to n waiters, those that came first. The queue is
// locked. It returns how many there were.
func (q *WaitQueue) WakeN(n int) int {
	for i := range n {
		w := q.Pop()
		if w == nil {
			return i
		}
		w.Wake()
	}
	return n
}

func (q *WaitQueue) add(w *Waiter, front bool) {
	w.signalled, w.queued = false, true
	w.prev, w.next = nil, nil
	switch {
	case q.head == nil:
		q.head, q.tail = w, w
	case front:
		w.next = q.head
		q.head.prev = w
		q.head = w
	default:
		w.prev = q.tail
		q.tail.next = w
		q.tail = w
	}
}

func (q *WaitQueue) remove(w *Waiter) {
	if !w.queued {
		return
	}
	w.queued = false
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		q.head = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	} else {
		q.tail = w.prev
	}
	w.prev, w.next = nil, nil
}

// Pop removes the first waiter, nil for none, whose wait is to end: the caller
// wakes it with Wake once the queue is unlocked. The queue is locked.
func (q *WaitQueue) Pop() *Waiter {
	w := q.head
	if w != nil {
		q.remove(w)
		w.signalled = true
	}
	return w
}

// Wake ends the wait of a waiter that Pop returned.
func (w *Waiter) Wake() { w.t.unpark() }

// Wait waits until w, which stands in the locked queue, is popped, the deadline
// (NoDeadline: none) is over, or a pending call raises. It unlocks the queue.
// popped and an exception may both be true: then the caller passes on what the
// waiter was given.
func (t *Thread) Wait(q *WaitQueue, w *Waiter, k WaitKind, obj *Header, deadline int64) (popped bool, err *Exc) {
	held := t.dropGuards()
	popped, err = t.waitIn(q, w, k, obj, deadline)
	t.retakeGuards(held)
	return popped, err
}

func (t *Thread) waitIn(q *WaitQueue, w *Waiter, k WaitKind, obj *Header, deadline int64) (popped bool, err *Exc) {
	q.mu.Unlock()
	t.wait.calls.Store(t.wait.calls.Load() + 1)
	for {
		expired := false
		if atomic.LoadUint32(&t.breaker) == 0 {
			expired = t.park(k, obj, deadline)
		}
		q.mu.Lock()
		if w.signalled {
			q.mu.Unlock()
			return true, nil
		}
		if expired {
			q.remove(w)
			q.mu.Unlock()
			return false, nil
		}
		q.mu.Unlock()
		if atomic.LoadUint32(&t.breaker) != 0 {
			if err := t.safePoint(); err != nil {
				q.mu.Lock()
				q.remove(w)
				popped := w.signalled
				q.mu.Unlock()
				return popped, err
			}
			// A wake-up may have come while the safe point waited for the GIL,
			// and its token gone there.
			q.mu.Lock()
			if w.signalled {
				q.mu.Unlock()
				return true, nil
			}
			if deadline >= 0 && t.interp.opts.Host.Clock.Monotonic() >= deadline {
				q.remove(w)
				q.mu.Unlock()
				return false, nil
			}
			q.mu.Unlock()
		}
	}
}
