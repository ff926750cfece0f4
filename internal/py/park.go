package py

import (
	"sync"
	"sync/atomic"
	"time"
)

// WaitKind says what a thread waits for.
type WaitKind uint32

// Kinds of waits.
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
)

var waitNames = [...]string{"", "lock", "condition", "semaphore", "event", "barrier", "queue item", "queue room",
	"thread", "future", "import lock", "sleep", "I/O", "signal", "process"}

func (k WaitKind) String() string { return waitNames[k] }

// onlyThreads tells whether only another thread can end such a wait.
func (k WaitKind) onlyThreads() bool { return k >= WaitLock && k <= WaitImport }

// wait is what a thread waits for; other threads may read it any time.
type wait struct {
	kind  atomic.Uint32
	obj   atomic.Pointer[Header]
	since atomic.Int64 // Unix nanoseconds
	timed atomic.Bool
}

// Wait describes what a thread waits for.
type Wait struct {
	Kind  WaitKind
	Obj   Value     // the object waited for, the zero Value for none
	Since time.Time // when the wait began
	Timed bool      // it ends by itself
}

// Waiting tells what the thread waits for; Kind is WaitNone when it runs.
func (t *Thread) Waiting() Wait {
	w := Wait{Kind: WaitKind(t.wait.kind.Load())}
	if w.Kind != WaitNone {
		if h := t.wait.obj.Load(); h != nil {
			w.Obj = Value{h, 0}
		}
		w.Since = time.Unix(0, t.wait.since.Load())
		w.Timed = t.wait.timed.Load()
	}
	return w
}

func (t *Thread) beginWait(k WaitKind, obj *Header, timed bool) {
	t.wait.obj.Store(obj)
	t.wait.since.Store(time.Now().UnixNano())
	t.wait.timed.Store(timed)
	t.wait.kind.Store(uint32(k))
}

func (t *Thread) endWait() {
	t.wait.kind.Store(uint32(WaitNone))
	t.wait.obj.Store(nil)
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
	g := &t.interp.gil
	if !t.ft {
		t.gilState.Store(gilParked)
		g.release(true)
	}
	if deadline < 0 {
		<-t.wake
	} else {
		c := t.interp.opts.Host.Clock
		if left := deadline - c.Monotonic(); left <= 0 {
			expired = true
		} else {
			expired = c.Sleep(time.Duration(left), t.wake)
		}
	}
	switch {
	case t.ft:
	case t.gilState.CompareAndSwap(gilParked, gilNone):
		g.acquire(t)
	default:
		g.await(t)
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
	if !t.ft && t.gilState.CompareAndSwap(gilParked, gilQueued) {
		g := &t.interp.gil
		g.mu.Lock()
		g.enqueue(t)
		g.mu.Unlock()
		return
	}
	t.token()
}

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
		w.Value, w.Handed, w.Since = Value{}, false, 0
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
func (w *Waiter) Done() { w.t.spareWaiter = w }

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
	q.mu.Unlock()
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
		}
	}
}
