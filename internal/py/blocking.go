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
