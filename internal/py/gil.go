package py

import (
	"sync"
	"sync/atomic"
	"time"
)

// gil is the lock that a thread holds while it runs Python code, when the
// interpreter has one. A thread that has waited for the switch interval asks
// the holder to give it up at its next safe point; then the one whose turn it is
// gets it. A holder that gives it up because it blocks leaves it open for
// whoever comes first.
//
// A thread that had to be asked when it had the GIL last is busy: it computes
// without pause. The others stand in a queue of their own, which goes first, for
// they mostly need little; so a thread that answers requests does not wait for
// those that compute. But when the busy ones have waited for a share of the
// switch interval, one of them gets the GIL, and keeps it for as long: together
// they have half of the time at least.
type gil struct {
	held    atomic.Uint32
	waiting atomic.Int32 // threads in the queues, or about to be
	drop    atomic.Bool  // the holder is asked to give it up
	holder  atomic.Pointer[Thread]
	// interval is the switch interval in nanoseconds.
	interval atomic.Int64

	mu       sync.Mutex // guards what follows
	ready    threadQueue
	busy     threadQueue // waiting holds both, armed is set while one of them has a thread
	timer    *time.Timer
	armed    bool
	since    int64 // the queues wait since then for one of their threads to get the GIL
	busyLast int64 // until then a busy thread had the GIL, or none waited for it
	fixed    int64 // until then a busy thread keeps it
}

// share is the part of the switch interval for which busy threads may wait for
// others, and then keep the GIL.
func (g *gil) share() int64 { return g.interval.Load() / 4 }

// threadQueue is a queue for the GIL.
type threadQueue struct{ head, tail *Thread }

func (q *threadQueue) push(t *Thread) {
	t.gilNext = nil
	if q.head == nil {
		q.head = t
	} else {
		q.tail.gilNext = t
	}
	q.tail = t
}

func (q *threadQueue) pop() *Thread {
	t := q.head
	q.head = t.gilNext
	t.gilNext = nil
	if q.head == nil {
		q.tail = nil
	}
	return t
}

// remove takes t out of the queue; false: it is not in there.
func (q *threadQueue) remove(t *Thread) bool {
	var before *Thread
	for at := q.head; at != nil; before, at = at, at.gilNext {
		if at != t {
			continue
		}
		if before == nil {
			q.pop()
			return true
		}
		if before.gilNext = t.gilNext; q.tail == t {
			q.tail = before
		}
		t.gilNext = nil
		return true
	}
	return false
}

var started = time.Now()

// nanos is a clock that is cheap to read; its zero means nothing.
func nanos() int64 { return int64(time.Since(started)) }

// What a thread is to the GIL.
const (
	gilNone    uint32 = iota // runs, or waits for something without being parked
	gilParked                // parked: who wakes it may put it into the queue
	gilQueued                // in a queue
	gilRetry                 // in a queue, and the GIL may be free
	gilGranted               // got the GIL from the one before
)

// acquire takes the GIL for t, waiting for it if need be.
func (g *gil) acquire(t *Thread) {
	if g.held.CompareAndSwap(0, 1) {
		g.holder.Store(t)
	} else {
		g.mu.Lock()
		g.enqueue(t, true)
		g.mu.Unlock()
		g.await(t)
	}
	t.leaveIfFinalizing()
}

// enqueue puts t into its queue, or gives it the GIL if that is free; g.mu is
// held. prompt tells that t comes back from the operating system: it asks a busy
// thread that has the GIL for it at once.
func (g *gil) enqueue(t *Thread, prompt bool) {
	if t.interp.hook.Load() != nil {
		t.gilSince.Store(t.now())
	}
	g.waiting.Add(1)
	if g.held.CompareAndSwap(0, 1) {
		g.waiting.Add(-1)
		g.grant(t)
		return
	}
	t.gilState.Store(gilQueued)
	now := nanos()
	if g.ready.head == nil && g.busy.head == nil {
		g.since = now
		if !g.armed {
			g.armed = true
			g.ring(g.interval.Load())
		}
	}
	if t.gilBusy.Load() {
		if g.busy.head == nil {
			g.busyLast = now
		}
		g.busy.push(t)
		return
	}
	g.ready.push(t)
	if prompt {
		if h := g.holder.Load(); h == nil || !h.gilBusy.Load() {
			return
		}
		if now >= g.fixed {
			g.ask()
		} else {
			g.ring(g.fixed - now)
		}
	}
}

// ring sets the timer.
func (g *gil) ring(ns int64) {
	d := max(time.Duration(ns), 10*time.Microsecond)
	if g.timer == nil {
		g.timer = time.AfterFunc(d, g.tick)
	} else {
		g.timer.Reset(d)
	}
}

// ask asks the holder for the GIL.
func (g *gil) ask() {
	g.drop.Store(true)
	if h := g.holder.Load(); h != nil {
		h.poke()
	}
}

// leaveQueue takes t out of its queue; g.mu is held.
func (g *gil) leaveQueue(t *Thread) {
	if g.ready.remove(t) || g.busy.remove(t) {
		g.since = nanos()
		g.waiting.Add(-1)
	}
}

// starving tells whether the busy threads have waited for their share.
func (g *gil) starving() bool {
	return g.busy.head != nil && nanos()-g.busyLast >= g.share()
}

// first is the thread whose turn it is, nil for none; g.mu is held.
func (g *gil) first() *Thread {
	if g.ready.head == nil || g.starving() {
		return g.busy.head
	}
	return g.ready.head
}

// dequeue removes the thread whose turn it is, nil when there is none; g.mu is
// held.
func (g *gil) dequeue() *Thread {
	var t *Thread
	switch {
	case g.ready.head == nil && g.busy.head == nil:
		return nil
	case g.ready.head == nil:
		t = g.busy.pop()
	case g.starving():
		t = g.busy.pop()
		g.fixed = nanos() + g.share()
	default:
		t = g.ready.pop()
	}
	g.since = nanos()
	g.waiting.Add(-1)
	return t
}

// grant makes t, which is not in a queue, the holder of a GIL that is held.
func (g *gil) grant(t *Thread) {
	g.drop.Store(false)
	g.holder.Store(t)
	t.gilState.Store(gilGranted)
	t.token()
}

// await waits until t, which is in the queue, has the GIL.
func (g *gil) await(t *Thread) {
	took := false
	for {
		switch t.gilState.Load() {
		case gilGranted:
			t.gilState.Store(gilNone)
			if took && atomic.LoadUint32(&t.breaker) != 0 {
				t.token() // it was meant for what t waits for next
			}
			return
		case gilRetry:
			g.mu.Lock()
			if t.gilState.Load() == gilRetry {
				if g.held.CompareAndSwap(0, 1) {
					g.leaveQueue(t)
					g.drop.Store(false)
					g.holder.Store(t)
					t.gilState.Store(gilGranted)
				} else {
					t.gilState.Store(gilQueued)
				}
			}
			g.mu.Unlock()
		default:
			<-t.wake
			took = true
		}
	}
}

// release gives the GIL up. direct hands it to the thread that has waited
// longest; otherwise that one is told to try, and the thread that released it
// may be faster.
func (g *gil) release(direct bool) {
	h := g.holder.Load()
	busy := h != nil && h.gilBusy.Load()
	if busy {
		h.gilBusy.Store(false)
	}
	direct = direct || g.drop.Load()
	if direct && g.waiting.Load() > 0 {
		g.mu.Lock()
		if busy {
			g.busyLast = nanos()
		}
		if next := g.dequeue(); next != nil {
			g.grant(next)
			g.mu.Unlock()
			return
		}
		g.mu.Unlock()
	}
	g.holder.Store(nil)
	g.held.Store(0)
	if g.waiting.Load() > 0 {
		g.mu.Lock()
		if h := g.first(); h != nil && g.held.Load() == 0 && h.gilState.CompareAndSwap(gilQueued, gilRetry) {
			h.token()
		}
		g.mu.Unlock()
	}
}

// yield hands the GIL to the thread whose turn it is, if there is one, and takes
// it again when its own turn comes. A thread that is not asked to does so only
// for one that is not busy; yield tells whether it did.
func (g *gil) yield(t *Thread, asked bool) bool {
	g.mu.Lock()
	g.drop.Store(false)
	if g.ready.head == nil && (!asked || g.busy.head == nil) {
		g.mu.Unlock()
		return false
	}
	if t.gilBusy.Load() {
		g.busyLast = nanos()
	}
	t.gilBusy.Store(asked)
	next := g.dequeue()
	t.beginWait(WaitGIL, nil, false)
	t.tell(GILReleased)
	g.grant(next)
	g.enqueue(t, false)
	g.mu.Unlock()
	g.await(t)
	t.tell(GILTaken)
	t.endWait()
	t.leaveIfFinalizing()
	return true
}

// tick runs when somebody may have waited long enough to ask for the GIL.
func (g *gil) tick() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ready.head == nil && g.busy.head == nil {
		g.armed = false
		return
	}
	now, interval := nanos(), g.interval.Load()
	left := interval - (now - g.since)
	h := g.holder.Load()
	switch {
	case left <= 0:
		left = interval
		g.ask()
	case g.ready.head != nil && h != nil && h.gilBusy.Load() && g.fixed != 0:
		// They could not ask while the holder had to have its share.
		if now >= g.fixed {
			g.ask()
		} else {
			left = min(left, g.fixed-now)
		}
	}
	g.ring(left)
}
