package py

import (
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// Blocking runs f, which may wait for the operating system, while other threads
// may run Python code. f touches no Python object that another thread could
// change and runs no Python code.
func (t *Thread) Blocking(f func()) { t.BlockingFor(WaitIO, nil, f) }

// BlockingFor is Blocking, with what the thread waits for.
func (t *Thread) BlockingFor(k WaitKind, obj *Header, f func()) {
	t.beginWait(k, obj, false)
	if t.noGIL {
		f()
		t.tell(WaitEnded)
		t.endWait()
		t.leaveIfFinalizing()
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

func isInterrupted(err error) bool { return host.Errno(err) == host.EINTR }

// wakerPool keeps the wakers of threads that are not polling just now.
type wakerPool struct {
	mu   sync.Mutex
	idle []host.Waker
}

func (p *wakerPool) get(fs host.Files) (host.Waker, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return w, nil
	}
	p.mu.Unlock()
	return fs.NewWaker()
}

// put takes a waker back. One that may still hold a token is as good: the next
// Poll ends early and is made again.
func (p *wakerPool) put(w host.Waker) {
	p.mu.Lock()
	p.idle = append(p.idle, w)
	p.mu.Unlock()
}

// PollFds waits until one of fds is ready, the timeout (negative: none) is over,
// or the thread has something else to do: then the pending calls run, and the
// wait goes on for what is left of the timeout (PEP 475). The exception is what
// one of them raised.
func (t *Thread) PollFds(fds []host.PollFd, timeout time.Duration) (int, error, *Exc) {
	h := t.interp.opts.Host
	if timeout == 0 {
		n, err := h.Files.Poll(fds, 0, nil)
		return n, err, nil
	}
	w, err := t.interp.wakers.get(h.Files)
	if err != nil {
		return 0, err, nil
	}
	defer t.interp.wakers.put(w)
	deadline := h.Clock.Monotonic() + int64(timeout)
	left := timeout
	for {
		var n int
		var err error
		t.Blocking(func() {
			done := make(chan struct{})
			var bridge sync.WaitGroup
			bridge.Go(func() {
				select {
				case <-t.wake:
					w.Wake()
				case <-done:
				}
			})
			n, err = h.Files.Poll(fds, left, w)
			close(done)
			bridge.Wait()
		})
		if err == nil || !isInterrupted(err) {
			return n, err, nil
		}
		if exc := t.RunPending(); exc != nil {
			return 0, nil, exc
		}
		if timeout > 0 {
			left = time.Duration(deadline - h.Clock.Monotonic())
			if left <= 0 {
				n, err := h.Files.Poll(fds, 0, nil)
				return n, err, nil
			}
		}
	}
}

// Sleep waits for a time, running pending calls meanwhile. The exception is what
// one of them raised.
func (t *Thread) Sleep(d time.Duration) *Exc {
	h := t.interp.opts.Host
	deadline := h.Clock.Monotonic() + int64(d)
	for {
		done := false
		t.BlockingFor(WaitSleep, nil, func() { done = h.Clock.Sleep(d, t.wake) })
		if done {
			return nil
		}
		if exc := t.RunPending(); exc != nil {
			return exc
		}
		if d = time.Duration(deadline - h.Clock.Monotonic()); d <= 0 {
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
