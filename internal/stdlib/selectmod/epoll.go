package selectmod

import (
	"math"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// epoll is an epoll object; fd is -1 when it is closed.
type epoll struct {
	py.Header
	fd int
}

var epollType = new(py.Type)

func asEpoll(v py.Value) *epoll { return (*epoll)(v.Ptr()) }

// Operations and default events of epoll_ctl.
const (
	ctlAdd = 1
	ctlDel = 2
	ctlMod = 3

	epollDefault = host.POLLIN | host.POLLPRI | host.POLLOUT
)

func (e *epoll) check(t *py.Thread) *py.Exc {
	if e.fd < 0 {
		return t.ValueErr("I/O operation on closed epoll object")
	}
	return nil
}

var epollSig = py.ParseSignature("sizehint=-1, flags=0")

func epollNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := epollSig.Bind(t, "epoll", args, a[:]); err != nil {
		return py.Value{}, err
	}
	hint, flags := -1, 0
	var err *py.Exc
	if !a[0].IsNil() {
		if hint, err = t.CInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[1].IsNil() {
		if flags, err = t.CInt(a[1]); err != nil {
			return py.Value{}, err
		}
	}
	if hint != -1 && hint <= 0 {
		return py.Value{}, t.ValueErr("negative sizehint")
	}
	if flags != 0 && flags != host.O_CLOEXEC {
		return py.Value{}, t.Raise(py.OSError, "invalid flags")
	}
	fd, herr := t.Interp().Host().Files.EpollCreate(host.O_CLOEXEC)
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	e := py.AllocFor[epoll](t, cls)
	e.fd = fd
	return py.FromHeader(&e.Header), nil
}

// uint32Arg converts an event mask.
func uint32Arg(t *py.Thread, v py.Value) (uint32, *py.Exc) {
	if v.IsNil() {
		return epollDefault, nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	n := py.BigOf(x)
	if !n.IsInt64() {
		return 0, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
	}
	return uint32(n.Int64()), nil
}

func epollCtl(op int) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.FileDescriptor(a[0])
		if err != nil {
			return py.Value{}, err
		}
		mask := uint32(0)
		if op != ctlDel {
			if mask, err = uint32Arg(t, a[1]); err != nil {
				return py.Value{}, err
			}
		}
		e := asEpoll(v)
		if err := e.check(t); err != nil {
			return py.Value{}, err
		}
		if herr := t.Interp().Host().Files.EpollCtl(e.fd, op, fd, mask); herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return py.None, nil
	}
}

func epollPoll(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	timeout := time.Duration(-1)
	if x := a[0]; !x.IsNil() && !x.IsNone() {
		n, err := t.Duration(x, py.RoundUp)
		if err != nil {
			if err.Is(py.TypeError) {
				return py.Value{}, t.TypeErr("timeout must be an integer or None")
			}
			return py.Value{}, err
		}
		if n >= 0 {
			// The system waits whole milliseconds, rounded up.
			ms := (n + 1e6 - 1) / 1e6
			if ms > math.MaxInt32 {
				return py.Value{}, t.Raise(py.OverflowError, "timeout is too large")
			}
			timeout = time.Duration(ms) * time.Millisecond
		}
	}
	most := -1
	if !a[1].IsNil() {
		var err *py.Exc
		if most, err = t.CInt(a[1]); err != nil {
			return py.Value{}, err
		}
	}
	e := asEpoll(v)
	if err := e.check(t); err != nil {
		return py.Value{}, err
	}
	if most == -1 {
		most = 1023
	} else if most < 1 {
		return py.Value{}, t.ValueErr("maxevents must be greater than 0, got %d", most)
	}
	fs := t.Interp().Host().Files
	events := make([]host.EpollEvent, min(most, 1<<16))
	clock := t.Interp().Host().Clock
	deadline := clock.Monotonic() + int64(timeout)
	for {
		n, herr := fs.EpollWait(e.fd, events)
		if herr == nil && n == 0 && timeout != 0 {
			left := timeout
			if timeout > 0 {
				if left = time.Duration(deadline - clock.Monotonic()); left <= 0 {
					return py.NewList(nil).Value(), nil
				}
			}
			// The set's descriptor is readable when one in it is ready.
			_, perr, exc := t.PollFds([]host.PollFd{{Fd: e.fd, Events: host.POLLIN}}, left)
			if exc != nil {
				return py.Value{}, exc
			}
			if perr != nil {
				return py.Value{}, t.OSErr(perr)
			}
			continue
		}
		if herr != nil {
			if host.Errno(herr) == host.EINTR {
				continue
			}
			return py.Value{}, t.OSErr(herr)
		}
		out := make([]py.Value, n)
		for i, ev := range events[:n] {
			out[i] = py.NewTuple(py.IntOf(ev.Fd), py.Int64(int64(ev.Events))).Value()
		}
		return py.NewList(out).Value(), nil
	}
}

func epollClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	e := asEpoll(v)
	fd := e.fd
	if fd < 0 {
		return py.None, nil
	}
	e.fd = -1
	return py.None, closeFd(t, fd)
}

func registerEpoll() {
	py.RegisterType(py.TypeSpec{
		Type: epollType, Name: "select.epoll", Guarded: true, Flags: py.FlagHasFinalizer,
		Doc: "Returns an epolling object.\n\nsizehint is checked and not used; flags may be EPOLL_CLOEXEC, which is always on.",
		Slots: py.Slots{New: epollNew, Del: func(t *py.Thread, v py.Value) *py.Exc {
			if _, err := epollClose(t, v); err != nil && !err.Is(py.OSError) {
				return err
			}
			return nil // somebody closed the descriptor: then that is done
		}},
		Methods: []py.MethodSpec{
			{Name: "fromfd", Sig: "fd, /", Class: true, Doc: "Create an epoll object from a given control fd.", Fn: py.Fn1(func(t *py.Thread, cls, arg py.Value) (py.Value, *py.Exc) {
				fd, err := t.CInt(arg)
				if err != nil {
					return py.Value{}, err
				}
				tp, _ := py.ToType(cls)
				e := py.AllocFor[epoll](t, tp)
				e.fd = fd
				return py.FromHeader(&e.Header), nil
			})},
			{Name: "close", Fn: py.Fn0(epollClose), Doc: "Close the epoll control file descriptor.\n\nFurther operations on the epoll object will raise an exception."},
			{Name: "fileno", Doc: "Return the epoll control file descriptor.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				e := asEpoll(v)
				return py.IntOf(e.fd), e.check(t)
			})},
			{Name: "register", Sig: "fd, eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT", Fn: epollCtl(ctlAdd), Doc: "Registers a new fd or raises an OSError if the fd is already registered."},
			{Name: "modify", Sig: "fd, eventmask", Fn: epollCtl(ctlMod), Doc: "Modify event mask for a registered file descriptor."},
			{Name: "unregister", Sig: "fd", Fn: epollCtl(ctlDel), Doc: "Remove a registered file descriptor from the epoll object."},
			{Name: "poll", Sig: "timeout=None, maxevents=-1", Fn: py.FnSig(epollPoll), Doc: "Wait for events on the epoll file descriptor.\n\nReturns a list of (fd, events), at most maxevents of them. timeout is in\nseconds; None or a negative number waits for ever."},
			{Name: "__enter__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, asEpoll(v).check(t) })},
			{Name: "__exit__", Sig: "exc_type=None, exc_value=None, exc_tb=None, /", Fn: py.FnSig(func(t *py.Thread, v py.Value, _ []py.Value) (py.Value, *py.Exc) { return epollClose(t, v) })},
		},
		GetSet: []py.GetSetSpec{
			{Name: "closed", Doc: "True if the epoll handler is closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asEpoll(v).fd < 0), nil }},
		},
	})
}
