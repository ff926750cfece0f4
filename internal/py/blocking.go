package py

import (
	"sync/atomic"
	"time"
)

// Blocking runs f, which may wait for the operating system, while other threads
// may run Python code. f touches no Python object that another thread could
// change and runs no Python code.
func (t *Thread) Blocking(f func()) { t.BlockingFor(WaitIO, nil, f) }

// BlockingFor is Blocking, with what the thread waits for.
func (t *Thread) BlockingFor(k WaitKind, obj *Header, f func()) {
	t.beginWait(k, obj, false)
	if t.noGIL {
		held := t.dropGuards()
		f()
		t.tell(WaitEnded)
		t.endWait()
		t.leaveIfFinalizing()
		t.retakeGuards(held)
		return
	}
	g := &t.interp.gil
	t.tell(GILReleased)
	g.release(false)
	f()
	t.tell(WaitEnded)
	g.acquire(t)
	t.tell(GILTaken)
	t.endWait()
}

// Detached is Blocking for a call that nothing can wake: on the main thread,
// which signals want to interrupt, it runs on another goroutine. When a pending
// call raises meanwhile, f is left alone, and undo runs after it.
func (t *Thread) Detached(f, undo func()) *Exc {
	if t != t.interp.main {
		t.Blocking(f)
		return nil
	}
	const ended, left = 1, 2
	var state atomic.Uint32
	io := t.beginIO()
	go func() {
		f()
		if state.CompareAndSwap(0, ended) {
			io.fire()
		} else {
			undo()
		}
	}()
	for {
		_, exc := io.wait(t, NoDeadline)
		switch {
		case exc != nil:
			if !state.CompareAndSwap(0, left) {
				undo()
			}
			return exc
		case state.Load() == ended:
			return nil
		}
		t.beginIO()
		if state.Load() == ended {
			io.cancel()
			return nil
		}
	}
}

// Sleep waits for a time, running pending calls meanwhile. The exception is what
// one of them raised.
func (t *Thread) Sleep(d time.Duration) *Exc {
	deadline := t.DeadlineIn(max(d, 0))
	for {
		if atomic.LoadUint32(&t.breaker) != 0 {
			if exc := t.safePoint(); exc != nil {
				return exc
			}
		}
		if t.park(WaitSleep, nil, deadline) {
			return nil
		}
	}
}

// State returns the Go data that a native module keeps in the interpreter under
// its name, made by create when it is first asked for.
func (in *Interp) State(name string, create func() any) any {
	in.stateMu.Lock()
	defer in.stateMu.Unlock()
	s, ok := in.state[name]
	if !ok {
		if in.state == nil {
			in.state = map[string]any{}
		}
		s = create()
		if in.state == nil {
			in.state = map[string]any{}
		}
		in.state[name] = s
	}
	return s
}
