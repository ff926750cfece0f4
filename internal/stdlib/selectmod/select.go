// Package selectmod is the module select (select is a keyword of Go).
package selectmod

import (
	"math"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// fdSetSize is the limit of the C function's descriptor sets.
const fdSetSize = 1024

// waiting is the objects of one of select()'s lists with their descriptors.
type waiting struct {
	objs []py.Value
	fds  []int
}

func toList(t *py.Thread, v py.Value) (w waiting, err *py.Exc) {
	if v.Type().Slots().Iter == nil && v.Type().Slots().GetItem == nil {
		return w, t.TypeErr("arguments 1-3 must be sequences")
	}
	if w.objs, err = t.Items(v); err != nil {
		return w, err
	}
	if len(w.objs) > fdSetSize {
		return w, t.ValueErr("too many file descriptors in select()")
	}
	list, isList := py.ToList(v)
	for i := 0; i < len(w.objs); i++ {
		fd, err := t.FileDescriptor(w.objs[i])
		if err != nil {
			return w, err
		}
		if isList {
			// fileno() may have changed the list.
			w.objs = list.Snapshot(t)
		}
		if i >= len(w.objs) {
			w.objs = w.objs[:i]
			break
		}
		if fd >= fdSetSize {
			return w, t.ValueErr("filedescriptor out of range in select()")
		}
		w.fds = append(w.fds, fd)
	}
	return w, nil
}

func doSelect(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	timeout := time.Duration(-1)
	if v := a[3]; !v.IsNil() && !v.IsNone() {
		n, err := t.Duration(v, py.RoundUp)
		if err != nil {
			if err.Is(py.TypeError) {
				return py.Value{}, t.TypeErr("timeout must be a float or None")
			}
			return py.Value{}, err
		}
		if n < 0 {
			return py.Value{}, t.ValueErr("timeout must be non-negative")
		}
		timeout = time.Duration(n)
	}
	events := [3]int16{host.POLLIN, host.POLLOUT, host.POLLPRI}
	ready := [3]int16{host.POLLIN | host.POLLHUP | host.POLLERR, host.POLLOUT | host.POLLERR, host.POLLPRI}
	var lists [3]waiting
	var fds []host.PollFd
	at := map[int]int{}
	for i := range lists {
		w, err := toList(t, a[i])
		if err != nil {
			return py.Value{}, err
		}
		lists[i] = w
		for _, fd := range w.fds {
			j, ok := at[fd]
			if !ok {
				j = len(fds)
				at[fd] = j
				fds = append(fds, host.PollFd{Fd: fd})
			}
			fds[j].Events |= events[i]
		}
	}
	_, herr, exc := t.PollFds(fds, timeout)
	if exc != nil {
		return py.Value{}, exc
	}
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	var out [3]py.Value
	for i, w := range lists {
		var got []py.Value
		for k, fd := range w.fds {
			r := fds[at[fd]].Revents
			if r&host.POLLNVAL != 0 {
				return py.Value{}, t.OSErrno(host.EBADF)
			}
			if r&ready[i] != 0 {
				got = append(got, w.objs[k])
			}
		}
		out[i] = py.NewList(got).Value()
	}
	return py.NewTuple(out[:]...).Value(), nil
}

// millis converts a timeout in milliseconds, rounded up; None and negative
// numbers stand for no timeout.
func millis(t *py.Thread, v py.Value) (time.Duration, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return -1, nil
	}
	f, ok := 0.0, false
	if py.IsFloat(v) || v.Type().Slots().Index != nil {
		x, err := t.AsFloat(v)
		if err != nil {
			if err.Is(py.OverflowError) {
				return 0, t.Raise(py.OverflowError, "timestamp too large to convert to C PyTime_t")
			}
			return 0, err
		}
		f, ok = x, true
	}
	switch {
	case !ok:
		return 0, t.TypeErr("timeout must be an integer or None")
	case math.IsNaN(f):
		return 0, t.ValueErr("Invalid value NaN (not a number)")
	case math.Abs(f) >= 9.2e12:
		return 0, t.Raise(py.OverflowError, "timestamp too large to convert to C PyTime_t")
	case f < 0:
		return -1, nil
	}
	if f > math.MaxInt32 {
		return 0, t.Raise(py.OverflowError, "timeout is too large")
	}
	return time.Duration(math.Ceil(f)) * time.Millisecond, nil
}

func init() {
	py.RegisterPackage(func() {
		registerEpoll()
		registerPoll()
		registerSelect()
	}, "select")
}

func registerSelect() {
	py.RegisterModule(py.ModuleSpec{
		Name: "select",
		Doc:  "Waiting for descriptors to become ready: select(), poll and epoll objects.\n\nOnly descriptors, or objects with fileno(), can be waited for.",
		Methods: []py.MethodSpec{
			{Name: "select", Sig: "rlist, wlist, xlist, timeout=None, /", Fn: py.FnSig(doSelect), Doc: "Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe lists are of those to read, to write and with an exceptional condition;\nthe result is the parts of them that are ready. timeout is in seconds; None\nwaits for ever, 0 not at all."},
			{Name: "poll", Fn: py.Fn0(newPoll), Doc: "Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("error", py.OSError.Value())
			for _, c := range host.SelectConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			if fd, err := t.Interp().Host().Files.EpollCreate(host.O_CLOEXEC); err == nil {
				m.Set("epoll", epollType.Value())
				return closeFd(t, fd)
			}
			return nil
		},
	})
}

func closeFd(t *py.Thread, fd int) *py.Exc {
	if err := t.Interp().Host().Files.Close(fd); err != nil {
		return t.OSErr(err)
	}
	return nil
}
