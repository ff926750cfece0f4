package host

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// pollerOS is a kqueue.
type pollerOS struct{ kq int }

func (p *poller) start() error {
	if p.started.Load() {
		return nil
	}
	kq, err := unix.Kqueue()
	if err != nil {
		return wrap(err)
	}
	unix.CloseOnExec(kq)
	p.kq = kq
	p.started.Store(true)
	go p.loop(kq)
	return nil
}

func (p *poller) owns(fd int) bool { return p != nil && p.started.Load() && fd == p.kq }

func (p *poller) loop(kq int) {
	var events [128]unix.Kevent_t
	for {
		n, err := unix.Kevent(kq, nil, events[:], nil)
		if err != nil && err != unix.EINTR {
			p.mu.Lock()
			for _, d := range p.fds {
				if d != nil {
					p.fireAll(d)
				}
			}
			p.mu.Unlock()
			return
		}
		p.serve(events[:max(n, 0)])
		runtime.Gosched()
	}
}

// serve fires who waits for the events.
func (p *poller) serve(events []unix.Kevent_t) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, ev := range events {
		got := int16(POLLIN)
		if ev.Filter == unix.EVFILT_WRITE {
			got = POLLOUT
		}
		if ev.Flags&unix.EV_EOF != 0 {
			got |= POLLHUP
		}
		if fd := int(ev.Ident); fd < len(p.fds) && p.fds[fd] != nil {
			p.ready(fd, p.fds[fd].gen, got)
		}
	}
}

// look is one call that does not wait.
func (p *poller) look() {
	var events [16]unix.Kevent_t
	var soon unix.Timespec
	if n, err := unix.Kevent(p.kq, nil, events[:], &soon); err == nil && n > 0 {
		p.serve(events[:n])
	}
}

// arm has the queue tell once when fd can be read or written; p.mu is held.
func (p *poller) arm(d *watched, fd int, events int16) error {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return wrap(err)
	}
	if k := st.Mode & unix.S_IFMT; k == unix.S_IFREG || k == unix.S_IFDIR {
		return NewError(EPERM) // always ready
	}
	var changes []unix.Kevent_t
	add := func(filter int) {
		var k unix.Kevent_t
		unix.SetKevent(&k, fd, filter, unix.EV_ADD|unix.EV_ONESHOT)
		changes = append(changes, k)
	}
	if events&(POLLIN|POLLPRI) != 0 {
		add(unix.EVFILT_READ)
	}
	if events&POLLOUT != 0 {
		add(unix.EVFILT_WRITE)
	}
	if len(changes) == 0 {
		return noSys()
	}
	_, err := unix.Kevent(p.kq, changes, nil, nil)
	return wrap(err)
}

// NewAlarm gives an alarm on a timer of Go's.
func (c *realClock) NewAlarm(fire func()) Alarm { return &goAlarm{clock: c, fire: fire} }
