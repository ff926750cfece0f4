package selectmod

import (
	"slices"
	"sync"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// pollObj is a polling object. mu guards it: other threads may register while
// one polls.
type pollObj struct {
	py.Header
	mu      sync.Mutex
	events  map[int]uint16
	polling bool
}

var pollType = new(py.Type)

func asPoll(v py.Value) *pollObj { return (*pollObj)(v.Ptr()) }

func newPoll(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	p := py.AllocFor[pollObj](t, pollType)
	p.events = map[int]uint16{}
	return py.FromHeader(&p.Header), nil
}

// ushort converts an event mask.
func ushort(t *py.Thread, v py.Value) (uint16, *py.Exc) {
	if !py.IsInt(v) {
		return 0, t.TypeErr("an integer is required")
	}
	n := py.BigOf(v)
	switch {
	case n.Sign() < 0:
		return 0, t.ValueErr("value must be positive")
	case !n.IsUint64() || n.Uint64() > 0xffff:
		return 0, t.Raise(py.OverflowError, "Python int too large for C unsigned short")
	}
	return uint16(n.Uint64()), nil
}

func pollRegister(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	mask := uint16(host.POLLIN | host.POLLPRI | host.POLLOUT)
	if !a[1].IsNil() {
		if mask, err = ushort(t, a[1]); err != nil {
			return py.Value{}, err
		}
	}
	p := asPoll(v)
	p.mu.Lock()
	p.events[fd] = mask
	p.mu.Unlock()
	return py.None, nil
}

func pollModify(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(a[0])
	if err != nil {
		return py.Value{}, err
	}
	mask, err := ushort(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	p := asPoll(v)
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.events[fd]; !ok {
		return py.Value{}, t.OSErrno(host.ENOENT)
	}
	p.events[fd] = mask
	return py.None, nil
}

func pollUnregister(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	fd, err := t.FileDescriptor(arg)
	if err != nil {
		return py.Value{}, err
	}
	p := asPoll(v)
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.events[fd]; !ok {
		return py.Value{}, t.KeyErr(py.IntOf(fd))
	}
	delete(p.events, fd)
	return py.None, nil
}

func pollPoll(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	timeout, err := millis(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	p := asPoll(v)
	p.mu.Lock()
	if p.polling {
		p.mu.Unlock()
		return py.Value{}, t.Raise(py.RuntimeError, "concurrent poll() invocation")
	}
	p.polling = true
	fds := make([]host.PollFd, 0, len(p.events))
	for fd, mask := range p.events {
		fds = append(fds, host.PollFd{Fd: fd, Events: int16(mask)})
	}
	p.mu.Unlock()
	slices.SortFunc(fds, func(a, b host.PollFd) int { return a.Fd - b.Fd })
	n, herr, exc := t.PollFds(fds, timeout)
	p.mu.Lock()
	p.polling = false
	p.mu.Unlock()
	if exc != nil {
		return py.Value{}, exc
	}
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	out := make([]py.Value, 0, n)
	for _, f := range fds {
		if f.Revents != 0 {
			out = append(out, py.NewTuple(py.IntOf(f.Fd), py.IntOf(int(uint16(f.Revents)))).Value())
		}
	}
	return py.NewList(out).Value(), nil
}

func registerPoll() {
	py.RegisterType(py.TypeSpec{
		Type: pollType, Name: "select.poll", Guarded: true, Flags: py.FlagNoNew,
		Methods: []py.MethodSpec{
			{Name: "register", Sig: "fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /", Fn: py.FnSig(pollRegister), Doc: "Register a file descriptor with the polling object."},
			{Name: "modify", Sig: "fd, eventmask, /", Fn: py.FnSig(pollModify), Doc: "Modify an already registered file descriptor."},
			{Name: "unregister", Sig: "fd, /", Fn: py.Fn1(pollUnregister), Doc: "Remove a file descriptor being tracked by the polling object."},
			{Name: "poll", Sig: "timeout=None, /", Fn: py.FnSig(pollPoll), Doc: "Polls the set of registered file descriptors.\n\nReturns a list of (fd, events) for those that are ready. timeout is in\nmilliseconds; None waits for ever."},
		},
	})
}
