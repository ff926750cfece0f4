package py

import (
	"sync"
	"sync/atomic"
	"time"
)

// gil is the lock that a thread holds while it runs Python code, when the
// interpreter has one. A thread that has waited for the switch interval asks
// the holder to give it up at its next safe point; then the thread that has
// waited longest gets it. A holder that gives it up because it blocks leaves
// it open for whoever comes first.
type gil struct {
	held    atomic.Uint32
	waiting atomic.Int32 // threads in the queue, or about to be
	drop    atomic.Bool  // the holder is asked to give it up
	holder  atomic.Pointer[Thread]
	// interval is the switch interval in nanoseconds.
	interval atomic.Int64

	mu         sync.Mutex // guards what follows
	head, tail *Thread
	timer      *time.Timer
	armed      bool
	since      int64 // the head of the queue waits for its turn since then
	fixed      int64 // until then a busy thread keeps it, having waited for an interval
}

var started = time.Now()

// nanos is a clock that is cheap to read; its zero means nothing.
func nanos() int64 { return int64(time.Since(started)) }

// What a thread is to the GIL.
const (
	gilNone    uint32 = iota // runs, or waits for something without being parked
	gilParked                // parked: who wakes it may put it into the queue
	gilQueued                // in the queue
	gilRetry                 // in the queue, and the GIL may be free
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

// enqueue puts t into the queue, or gives it the GIL if that is free; g.mu is
// held. prompt tells that t comes back from the operating system: it goes before
// the threads that compute without pause, and asks one of them that has the GIL
// for it at once.
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
	t.gilNext = nil
	if t.gilBusy.Load() {
		t.gilQueued = nanos()
	} else if prompt {
		if h := g.holder.Load(); h != nil && h.gilBusy.Load() && nanos() >= g.fixed {
			g.ask()
		}
		if g.before(t) {
			return
		}
	}
	if g.head == nil {
		g.head = t
		g.since = nanos()
		if !g.armed {
			g.armed = true
			d := time.Duration(g.interval.Load())
			if g.timer == nil {
				g.timer = time.AfterFunc(d, g.tick)
			} else {
				g.timer.Reset(d)
			}
		}
	} else {
		g.tail.gilNext = t
	}
	g.tail = t
}

// before puts t before the first busy thread in the queue that has not waited
// for its turn yet; false: there is none.
func (g *gil) before(t *Thread) bool {
	due := nanos() - g.interval.Load()
	for at := &g.head; *at != nil; at = &(*at).gilNext {
		if b := *at; b.gilBusy.Load() && b.gilQueued > due {
			t.gilNext, *at = b, t
			return true
		}
	}
	return false
}

// ask asks the holder for the GIL.
func (g *gil) ask() {
	g.drop.Store(true)
	if h := g.holder.Load(); h != nil {
		atomic.StoreUint32(&h.breaker, 1)
	}
}

// leaveQueue takes t out of the queue; g.mu is held.
func (g *gil) leaveQueue(t *Thread) {
	if g.head == t {
		g.dequeue()
		return
	}
	for q := g.head; q != nil; q = q.gilNext {
		if q.gilNext == t {
			if q.gilNext = t.gilNext; g.tail == t {
				g.tail = q
			}
			t.gilNext = nil
			g.waiting.Add(-1)
			return
		}
	}
}

// dequeue removes the head of the queue, nil when there is none; g.mu is held.
func (g *gil) dequeue() *Thread {
	t := g.head
	if t == nil {
		return nil
	}
	g.head = t.gilNext
	t.gilNext = nil
	if g.head == nil {
		g.tail = nil
	} else {
		g.since = nanos()
	}
	g.waiting.Add(-1)
	return t
}

// grant makes t, which is not in the queue, the holder of a GIL that is held.
func (g *gil) grant(t *Thread) {
	g.drop.Store(false)
	if t.gilBusy.Load() {
		if now, d := nanos(), g.interval.Load(); now-t.gilQueued >= d {
			g.fixed = now + d
		}
	}
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
	if h := g.holder.Load(); h != nil && h.gilBusy.Load() {
		h.gilBusy.Store(false)
	}
	direct = direct || g.drop.Load()
	if direct && g.waiting.Load() > 0 {
		g.mu.Lock()
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
		if h := g.head; h != nil && g.held.Load() == 0 && h.gilState.CompareAndSwap(gilQueued, gilRetry) {
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
	if g.head == nil || !asked && g.head.gilBusy.Load() {
		g.mu.Unlock()
		return false
	}
	next := g.dequeue()
	t.beginWait(WaitGIL, nil, false)
	t.tell(GILReleased)
	t.gilBusy.Store(asked)
	g.grant(next)
	g.enqueue(t, false)
	g.mu.Unlock()
	g.await(t)
	t.tell(GILTaken)
	t.endWait()
	t.leaveIfFinalizing()
	return true
}

// tick runs when the switch interval may be over for the head of the queue.
func (g *gil) tick() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.head == nil {
		g.armed = false
		return
	}
	left := time.Duration(g.interval.Load()) - time.Duration(nanos()-g.since)
	if left <= 0 {
		left = time.Duration(g.interval.Load())
		g.ask()
	}
	g.timer.Reset(max(left, 10*time.Microsecond))
}
