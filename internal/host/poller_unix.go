//go:build linux || darwin

package host

import (
	"sync"
	"sync/atomic"
)

// poller waits for descriptors on behalf of many goroutines: one goroutine of
// its own sits in the system's call. A descriptor is armed for one event at a
// time, so nothing happens for those that nobody waits for, and a number that
// was closed and given out again is noticed when it is armed.
type poller struct {
	mu      sync.Mutex
	started atomic.Bool
	fds     []*watched   // by descriptor
	n       atomic.Int32 // Watches that are on
	pollerOS
}

// watched is a descriptor that was waited for.
type watched struct {
	head  *Watch
	gen   int32 // tells the registrations of one number apart
	known bool  // it was registered, and not closed since, as far as we know
}

func (p *poller) remove(d *watched, w *Watch) {
	p.n.Add(-1)
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		d.head = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	}
	w.prev, w.next, w.on = nil, nil, false
}

// wanted is what the waiters wait for together.
func (d *watched) wanted() (events int16) {
	for w := d.head; w != nil; w = w.next {
		events |= w.Events
	}
	return events
}

// maxWatched bounds the table of descriptors.
const maxWatched = 1 << 20

func (p *poller) watch(w *Watch) error {
	if w.Fd < 0 || w.Fd >= maxWatched {
		return NewError(EBADF)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.start(); err != nil {
		return err
	}
	for w.Fd >= len(p.fds) {
		p.fds = append(p.fds, nil)
	}
	d := p.fds[w.Fd]
	if d == nil {
		d = &watched{}
		p.fds[w.Fd] = d
	}
	if err := p.arm(d, w.Fd, d.wanted()|w.Events); err != nil {
		return err
	}
	p.n.Add(1)
	w.on, w.prev, w.next = true, nil, d.head
	if d.head != nil {
		d.head.prev = w
	}
	d.head = w
	return nil
}

func (p *poller) unwatch(w *Watch) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !w.on {
		return false
	}
	p.remove(p.fds[w.Fd], w)
	return true
}

// ready serves the waiters of a descriptor; p.mu is held.
func (p *poller) ready(fd int, gen int32, events int16) {
	if fd < 0 || fd >= len(p.fds) || p.fds[fd] == nil || p.fds[fd].gen != gen {
		return
	}
	d := p.fds[fd]
	for w := d.head; w != nil; {
		next := w.next
		if events&(w.Events|POLLERR|POLLHUP|POLLNVAL) != 0 {
			p.remove(d, w)
			w.Fire()
		}
		w = next
	}
	if d.head != nil {
		if err := p.arm(d, fd, d.wanted()); err != nil {
			p.fireAll(d) // each finds out for itself what is wrong
		}
	}
}

func (p *poller) fireAll(d *watched) {
	for d.head != nil {
		w := d.head
		p.remove(d, w)
		w.Fire()
	}
}

// closed is told that a descriptor's number stands for nothing, or for
// something else, from now on.
func (p *poller) closed(fd int) {
	if p == nil || !p.started.Load() {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if fd >= 0 && fd < len(p.fds) && p.fds[fd] != nil {
		p.fds[fd].known = false
		p.fireAll(p.fds[fd])
	}
}

func (f realFiles) Watch(w *Watch) error {
	if f.p == nil {
		return noSys()
	}
	return f.p.watch(w)
}

func (f realFiles) Unwatch(w *Watch) bool { return f.p != nil && f.p.unwatch(w) }

func (f realFiles) FireReady() {
	if p := f.p; p != nil && p.n.Load() > 0 {
		p.look()
	}
}
