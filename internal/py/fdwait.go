package py

import (
	"runtime"
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// ioWait is what a thread needs to wait for a descriptor.
type ioWait struct {
	q     WaitQueue
	w     Waiter
	watch host.Watch
}

// fire ends the wait. It may come late and end the next one: whoever waits for
// a descriptor looks again.
func (io *ioWait) fire() {
	io.q.Lock()
	w := io.q.Pop()
	io.q.Unlock()
	if w != nil {
		w.Wake()
	}
}

// beginIO makes the thread ready for fire.
func (t *Thread) beginIO() *ioWait {
	io := t.io
	if io == nil {
		io = &ioWait{}
		io.w.t = t
		io.watch.Fire = io.fire
		t.io = io
	}
	io.q.Lock()
	io.q.add(&io.w, false)
	io.q.Unlock()
	return io
}

// cancel takes back what beginIO did.
func (io *ioWait) cancel() {
	io.q.Lock()
	io.q.remove(&io.w)
	io.q.Unlock()
}

// wait waits for fire.
func (io *ioWait) wait(t *Thread, deadline int64) (fired bool, exc *Exc) {
	io.q.Lock()
	if io.w.signalled {
		io.q.Unlock()
		return true, nil
	}
	return t.Wait(&io.q, &io.w, WaitIO, nil, deadline)
}

// WaitFd waits until fd is ready for one of the events (host.POLLIN,
// host.POLLOUT), was closed or the deadline (NoDeadline: none) is over; ready
// may also be true for no reason, so the caller looks again without waiting.
// The error is EPERM for a descriptor that is always ready. The thread costs no
// thread of the system meanwhile, where the host can watch descriptors.
func (t *Thread) WaitFd(fd int, events int16, deadline int64) (ready bool, err error, exc *Exc) {
	fs := t.interp.opts.Host.Files
	io := t.beginIO()
	io.watch.Fd, io.watch.Events = fd, events
	if err := fs.Watch(&io.watch); err != nil {
		io.cancel()
		if e := host.Errno(err); e == host.EPERM || e == host.EBADF {
			return false, err, nil
		}
		n, err, exc := t.pollBlocking([]host.PollFd{{Fd: fd, Events: events}}, deadline)
		return n > 0, err, exc
	}
	fired, exc := io.wait(t, deadline)
	if !fired {
		fs.Unwatch(&io.watch)
	}
	return fired, nil, exc
}

// manyFds is how many descriptors are rather given to the system at once, from
// a thread of its own, than watched one by one.
const manyFds = 64

// PollFds waits until one of fds is ready, the timeout (negative: none) is over,
// or the thread has something else to do: then the pending calls run, and the
// wait goes on for what is left of the timeout (PEP 475). The exception is what
// one of them raised.
func (t *Thread) PollFds(fds []host.PollFd, timeout time.Duration) (int, error, *Exc) {
	fs := t.interp.opts.Host.Files
	deadline := t.DeadlineIn(timeout)
	n, err := fs.Poll(fds, 0, nil)
	if n > 0 || err != nil || timeout == 0 {
		return n, err, t.Poll()
	}
	if len(fds) > manyFds {
		return t.pollBlocking(fds, deadline)
	}
	var room [4]host.Watch
	watches := room[:0]
	if len(fds) > len(room) {
		watches = make([]host.Watch, 0, len(fds))
	}
	for {
		io := t.beginIO()
		watches = watches[:0]
		var werr error
		for _, f := range fds {
			if f.Fd < 0 {
				continue
			}
			watches = append(watches, host.Watch{Fd: f.Fd, Events: f.Events, Fire: io.watch.Fire})
			if werr = fs.Watch(&watches[len(watches)-1]); werr != nil {
				watches = watches[:len(watches)-1]
				break
			}
		}
		var fired bool
		var exc *Exc
		if werr == nil {
			fired, exc = io.wait(t, deadline)
		} else {
			io.cancel()
		}
		for i := range watches {
			fs.Unwatch(&watches[i])
		}
		if exc != nil {
			return 0, nil, exc
		}
		n, err := fs.Poll(fds, 0, nil)
		switch {
		case n > 0 || err != nil:
			// What is ready may be the wakeup descriptor of a signal, whose
			// handler runs first.
			return n, err, t.Poll()
		case werr != nil:
			return t.pollBlocking(fds, deadline)
		case !fired:
			return 0, nil, nil
		}
	}
}

// ReadFd is the system's read: it waits, unless the descriptor is in
// non-blocking mode, then the error is EAGAIN. Pending calls run meanwhile (PEP
// 475).
func (t *Thread) ReadFd(fd int, p []byte) (n int, err error, exc *Exc) {
	fs := t.interp.opts.Host.Files
	for first := true; ; first = false {
		if len(p) <= quickBytes {
			n, err = fs.ReadNow(fd, p)
		} else {
			t.Blocking(func() { n, err = fs.ReadNow(fd, p) })
		}
		if err == nil {
			return n, nil, nil
		}
		switch e := host.Errno(err); e {
		case host.EINTR:
			if exc := t.RunPending(); exc != nil {
				return 0, nil, exc
			}
		case host.EAGAIN, host.ENOTSUP:
			if first && e == host.EAGAIN && t.letOthersRun() {
				continue
			}
			plain, err, exc := t.waitToTransfer(fs, fd, host.POLLIN, e == host.ENOTSUP)
			if exc != nil || err != nil {
				return 0, err, exc
			}
			if plain {
				err, exc = t.Retry(func() (err error) { n, err = fs.Read(fd, p); return err })
				return n, err, exc
			}
		default:
			return 0, err, nil
		}
	}
}

// WriteFd is the system's write: unless the descriptor is in non-blocking mode,
// it waits until all of p is written. Pending calls run meanwhile (PEP 475).
func (t *Thread) WriteFd(fd int, p []byte) (n int, err error, exc *Exc) {
	fs := t.interp.opts.Host.Files
	done := 0
	for {
		rest := p[done:]
		if len(rest) <= quickBytes {
			n, err = fs.WriteNow(fd, rest)
		} else {
			t.Blocking(func() { n, err = fs.WriteNow(fd, rest) })
		}
		if err == nil {
			if done += n; done == len(p) {
				return done, nil, nil
			}
			err = host.NewError(host.EAGAIN)
		}
		switch e := host.Errno(err); e {
		case host.EINTR:
			if exc := t.RunPending(); exc != nil {
				return 0, nil, exc
			}
		case host.EAGAIN, host.ENOTSUP:
			plain, err, exc := t.waitToTransfer(fs, fd, host.POLLOUT, e == host.ENOTSUP)
			if exc != nil {
				return 0, nil, exc
			}
			if err == nil && plain {
				err, exc = t.Retry(func() (err error) { n, err = fs.Write(fd, p[done:]); return err })
				if err == nil {
					done += n
				}
				if exc != nil || done == 0 {
					return done, err, exc
				}
				return done, nil, nil
			}
			if err != nil {
				if done > 0 {
					return done, nil, nil
				}
				return 0, err, nil
			}
		default:
			if done > 0 {
				return done, nil, nil // the next write will tell
			}
			return 0, err, nil
		}
	}
}

// letOthersRun gives way to the threads that could run, if there are any: one
// of them may do what is waited for, and then no wait has to be set up.
func (t *Thread) letOthersRun() bool {
	if t.noGIL {
		runtime.Gosched()
		return true
	}
	g := &t.interp.gil
	if g.waiting.Load() == 0 {
		return false
	}
	if g.yield(t, false) {
		return true
	}
	// Only busy threads wait. Those that wait for a descriptor may be late in
	// learning that it is ready: it takes a thread of the system's, which may not
	// have a processor.
	t.interp.opts.Host.Files.FireReady()
	return g.yield(t, false)
}

// quickBytes bounds the transfers for which the GIL is kept: they do not wait,
// and take less time than giving it up and getting it back.
const quickBytes = 16 << 10

// waitToTransfer waits after a transfer that could not be made at once. plain
// tells to make it with a plain call, which will hardly wait. The error is
// EAGAIN when the descriptor is in non-blocking mode. unsure: nothing is known
// about the descriptor yet.
func (t *Thread) waitToTransfer(fs host.Files, fd int, events int16, unsure bool) (plain bool, err error, exc *Exc) {
	if unsure {
		one := [1]host.PollFd{{Fd: fd, Events: events}}
		if n, err := fs.Poll(one[:], 0, nil); n > 0 || err != nil {
			return true, nil, nil
		}
	}
	blocking, err := fs.Blocking(fd)
	if err != nil {
		return true, nil, nil // the plain call has the better error
	}
	if !blocking {
		return unsure, errWouldBlock(unsure), nil
	}
	_, err, exc = t.WaitFd(fd, events, NoDeadline)
	if err != nil && exc == nil {
		return true, nil, nil
	}
	return false, nil, exc
}

func errWouldBlock(unsure bool) error {
	if unsure {
		return nil // the plain call says so, or can do it
	}
	return host.NewError(host.EAGAIN)
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

// pollBlocking waits in the system's poll, on a thread of the system's.
func (t *Thread) pollBlocking(fds []host.PollFd, deadline int64) (int, error, *Exc) {
	h := t.interp.opts.Host
	w, err := t.interp.wakers.get(h.Files)
	if err != nil {
		return 0, err, nil
	}
	defer t.interp.wakers.put(w)
	for {
		left := time.Duration(-1)
		if deadline >= 0 {
			if left = time.Duration(deadline - h.Clock.Monotonic()); left <= 0 {
				n, err := h.Files.Poll(fds, 0, nil)
				return n, err, nil
			}
		}
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
	}
}

// RecordLock is the system's fcntl for record locks.
func (t *Thread) RecordLock(fd, cmd int, lk *host.Lock) (err error, exc *Exc) {
	fs := t.interp.opts.Host.Files
	if cmd != host.F_SETLKW {
		return t.Retry(func() error { return fs.FcntlLock(fd, cmd, lk) })
	}
	err, exc = t.Retry(func() error { return fs.FcntlLock(fd, host.F_SETLK, lk) })
	if e := host.Errno(err); exc == nil && (e == host.EAGAIN || e == host.EACCES) {
		wanted, none := *lk, *lk
		none.Type = host.F_UNLCK
		var got error
		exc = t.Detached(func() { got = fs.FcntlLock(fd, cmd, &wanted) }, func() {
			_ = fs.FcntlLock(fd, host.F_SETLK, &none) // it came too late for whoever wanted it
		})
		if exc == nil {
			err = got
		}
	}
	return err, exc
}
