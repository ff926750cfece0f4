package host

import (
	"runtime"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// pollerOS is an epoll set with a timer in it. Both descriptors stand out of
// the way of a program that counts on getting low numbers.
type pollerOS struct {
	epfd, timerfd int
	goFds         [2]int // the Go runtime's own, see claim; 0: not known

	tmu   sync.Mutex
	heap  []*alarm // the earliest first; four children each
	armed int64    // when the timer rings, 0: never
}

const (
	highFd  = 512 // where the poller's own descriptors begin, if there is room
	timerID = -1
)

// start makes the set and its goroutine, once; p.mu is held.
func (p *poller) start() error {
	if p.started.Load() {
		return nil
	}
	epfd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return wrap(err)
	}
	timerfd, err := unix.TimerfdCreate(unix.CLOCK_MONOTONIC, unix.TFD_CLOEXEC|unix.TFD_NONBLOCK)
	if err != nil {
		unix.Close(epfd)
		return wrap(err)
	}
	p.epfd, p.timerfd = moveUp(epfd), moveUp(timerfd)
	// Edge-triggered: every setting of the timer gives a new edge, and nobody
	// needs to read it.
	ev := unix.EpollEvent{Events: unix.EPOLLIN | unix.EPOLLET&0xffffffff, Fd: timerID}
	if err := unix.EpollCtl(p.epfd, unix.EPOLL_CTL_ADD, p.timerfd, &ev); err != nil {
		unix.Close(p.epfd)
		unix.Close(p.timerfd)
		return wrap(err)
	}
	p.started.Store(true)
	go p.loop(p.epfd)
	return nil
}

func moveUp(fd int) int {
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, highFd)
	if err != nil {
		return fd
	}
	unix.Close(fd)
	return n
}

// owns tells whether fd is one of the poller's own, or the Go runtime's.
func (p *poller) owns(fd int) bool {
	if p == nil {
		return false
	}
	return p.started.Load() && (fd == p.epfd || fd == p.timerfd) || fd > 2 && (fd == p.goFds[0] || fd == p.goFds[1])
}

func (p *poller) loop(epfd int) {
	var events [128]unix.EpollEvent
	for {
		n, err := unix.EpollWait(epfd, events[:], -1)
		if err != nil && err != unix.EINTR {
			// Only a set that is no set any more comes here: who waits finds
			// out by itself.
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
		// Whoever was woken runs here and now, before this thread sleeps in
		// the kernel with them in its queue.
		runtime.Gosched()
	}
}

// serve fires who waits for the events.
func (p *poller) serve(events []unix.EpollEvent) {
	if len(events) == 0 {
		return
	}
	rung := false
	p.mu.Lock()
	for _, ev := range events {
		if ev.Fd == timerID {
			rung = true
			continue
		}
		p.ready(int(ev.Fd), ev.Pad, int16(ev.Events))
	}
	p.mu.Unlock()
	if rung {
		p.ring()
	}
}

// look is one call that does not wait.
func (p *poller) look() {
	var events [16]unix.EpollEvent
	n, _, errno := unix.RawSyscall6(unix.SYS_EPOLL_PWAIT, uintptr(p.epfd), uintptr(unsafe.Pointer(&events)), uintptr(len(events)), 0, 0, 0)
	if errno == 0 {
		p.serve(events[:n])
	}
}

// arm has the set tell once when fd has one of the events; p.mu is held.
func (p *poller) arm(d *watched, fd int, events int16) error {
	ev := unix.EpollEvent{Events: uint32(uint16(events)) | unix.EPOLLONESHOT, Fd: int32(fd), Pad: d.gen}
	if d.known {
		err := unix.EpollCtl(p.epfd, unix.EPOLL_CTL_MOD, fd, &ev)
		if err != unix.ENOENT {
			return wrap(err)
		}
	}
	d.gen++
	ev.Pad = d.gen
	err := unix.EpollCtl(p.epfd, unix.EPOLL_CTL_ADD, fd, &ev)
	if err == unix.EEXIST {
		err = unix.EpollCtl(p.epfd, unix.EPOLL_CTL_MOD, fd, &ev)
	}
	d.known = err == nil
	return wrap(err)
}

// alarm is an Alarm in the poller's heap; tmu guards it.
type alarm struct {
	p    *poller
	fire func()
	at   int64
	pos  int // place in the heap, -1 when not in it
}

// NewAlarm gives an alarm that is as exact as the kernel's timers.
func (c *realClock) NewAlarm(fire func()) Alarm {
	p := c.poller
	if p == nil {
		return &goAlarm{clock: c, fire: fire}
	}
	p.mu.Lock()
	err := p.start()
	p.mu.Unlock()
	if err != nil {
		return &goAlarm{clock: c, fire: fire}
	}
	return &alarm{p: p, fire: fire, pos: -1}
}

func (a *alarm) Set(at int64) {
	p := a.p
	p.tmu.Lock()
	defer p.tmu.Unlock()
	a.at = at
	if a.pos < 0 {
		a.pos = len(p.heap)
		p.heap = append(p.heap, a)
		p.up(a.pos)
	} else {
		p.up(a.pos)
		p.down(a.pos)
	}
	p.armTimer()
}

func (a *alarm) Stop() {
	p := a.p
	p.tmu.Lock()
	defer p.tmu.Unlock()
	if a.pos >= 0 {
		p.take(a.pos)
	}
}

// armTimer sets the timer to the earliest alarm if it would ring later.
func (p *poller) armTimer() {
	if len(p.heap) == 0 {
		return
	}
	at := max(p.heap[0].at, 1)
	if p.armed != 0 && p.armed <= at {
		return
	}
	p.armed = at
	spec := unix.ItimerSpec{Value: unix.NsecToTimespec(at)}
	_, _, errno := unix.RawSyscall6(unix.SYS_TIMERFD_SETTIME, uintptr(p.timerfd), unix.TFD_TIMER_ABSTIME, uintptr(unsafe.Pointer(&spec)), 0, 0, 0)
	if errno != 0 {
		// Somebody closed it under us: a timer of Go's does as well.
		p.armed = 0
		time.AfterFunc(max(time.Duration(at-nowMonotonic()), 0), p.ring)
	}
}

func nowMonotonic() int64 {
	var ts unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts); err != nil {
		return 0
	}
	return ts.Nano()
}

// ring calls those whose time has come.
func (p *poller) ring() {
	p.tmu.Lock()
	defer p.tmu.Unlock()
	p.armed = 0
	now := nowMonotonic()
	for len(p.heap) > 0 && p.heap[0].at <= now {
		a := p.heap[0]
		p.take(0)
		a.fire()
	}
	p.armTimer()
}

// take removes the alarm at i from the heap.
func (p *poller) take(i int) {
	h := p.heap
	last := len(h) - 1
	h[i].pos = -1
	if i != last {
		h[i] = h[last]
		h[i].pos = i
	}
	h[last] = nil
	p.heap = h[:last]
	if i != last {
		p.up(i)
		p.down(i)
	}
}

func (p *poller) up(i int) {
	h := p.heap
	a := h[i]
	for i > 0 {
		parent := (i - 1) / 4
		if h[parent].at <= a.at {
			break
		}
		h[i] = h[parent]
		h[i].pos = i
		i = parent
	}
	h[i] = a
	a.pos = i
}

func (p *poller) down(i int) {
	h := p.heap
	a := h[i]
	for {
		least := -1
		for c := 4*i + 1; c <= 4*i+4 && c < len(h); c++ {
			if least < 0 || h[c].at < h[least].at {
				least = c
			}
		}
		if least < 0 || h[least].at >= a.at {
			break
		}
		h[i] = h[least]
		h[i].pos = i
		i = least
	}
	h[i] = a
	a.pos = i
}

// quick bounds what is copied while the Go scheduler does not know that a
// system call is under way.
const quick = 64 << 10

func now(trap uintptr, fd int, p []byte) (int, error) {
	if len(p) == 0 {
		return 0, errNotSup // says nothing about the descriptor: the plain call does
	}
	iov := unix.Iovec{Base: unsafe.SliceData(p)}
	iov.SetLen(len(p))
	const here = ^uintptr(0) // at the descriptor's position
	var n uintptr
	var errno unix.Errno
	if len(p) <= quick {
		n, _, errno = unix.RawSyscall6(trap, uintptr(fd), uintptr(unsafe.Pointer(&iov)), 1, here, here, unix.RWF_NOWAIT)
	} else {
		n, _, errno = unix.Syscall6(trap, uintptr(fd), uintptr(unsafe.Pointer(&iov)), 1, here, here, unix.RWF_NOWAIT)
	}
	switch errno {
	case 0:
		return int(n), nil
	case unix.EAGAIN:
		return 0, errAgain
	case unix.EOPNOTSUPP, unix.ENOSYS, unix.EINVAL, unix.EPERM, unix.ESPIPE:
		return 0, errNotSup
	}
	return 0, wrap(errno)
}

func (realFiles) ReadNow(fd int, p []byte) (int, error)  { return now(unix.SYS_PREADV2, fd, p) }
func (realFiles) WriteNow(fd int, p []byte) (int, error) { return now(unix.SYS_PWRITEV2, fd, p) }
