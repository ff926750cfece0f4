package thread

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
)

// state is what an interpreter knows about the threads this module started.
type state struct {
	count     atomic.Int64 // that run
	mu        sync.Mutex
	joined    map[*handle]struct{} // to be joined when the program ends
	stackSize atomic.Int64
}

var slot = py.NewStateSlot()

func stateOf(t *py.Thread) *state {
	return t.Interp().StateIn(slot, func() any { return &state{joined: map[*handle]struct{}{}} }).(*state)
}

func countOf(t *py.Thread) *atomic.Int64 { return &stateOf(t).count }

// spawn starts a thread that runs call, for f; h, if not nil, is told its identity and end.
func spawn(t *py.Thread, f py.Value, call func(t *py.Thread) *py.Exc, h *handle, daemon bool) *py.Thread {
	s := stateOf(t)
	s.count.Add(1)
	if h != nil && !daemon {
		s.mu.Lock()
		s.joined[h] = struct{}{}
		s.mu.Unlock()
	}
	nt := t.NewThread()
	nt.SetTarget(f, daemon)
	if h != nil {
		h.ident.Store(nt.ID())
		h.state.Store(running)
	}
	nt.Start(func(t *py.Thread) {
		if err := call(t); err != nil && !err.Is(py.SystemExit) {
			what := "" // as where CPython cannot format its message
			if r, rerr := t.Repr(f); rerr == nil {
				what = "Exception ignored in thread started by " + r.String()
			}
			t.WriteUnraisable(err, what, py.Value{})
		}
	}, func(*py.Thread) {
		s.count.Add(-1)
		if h != nil {
			h.finish()
			s.mu.Lock()
			delete(s.joined, h)
			s.mu.Unlock()
		}
	})
	return nt
}

// mayStart raises when no thread can start any more.
func mayStart(t *py.Thread) *py.Exc {
	if t.Interp().Finalizing() {
		return t.Raise(py.PythonFinalizationError, "can't create new thread at interpreter shutdown")
	}
	return nil
}

func startNew(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	a := slices.Clone(args.Pos()) // they outlive the call
	switch {
	case args.NumKw() > 0:
		return py.Value{}, t.TypeErr("start_new_thread() takes no keyword arguments")
	case len(a) < 2:
		return py.Value{}, t.TypeErr("start_new_thread expected at least 2 arguments, got %d", len(a))
	case len(a) > 3:
		return py.Value{}, t.TypeErr("start_new_thread expected at most 3 arguments, got %d", len(a))
	case !py.IsCallable(a[0]):
		return py.Value{}, t.TypeErr("first arg must be callable")
	}
	pos, ok := py.ToTuple(a[1])
	if !ok {
		return py.Value{}, t.TypeErr("2nd arg must be a tuple")
	}
	var kw *py.Dict
	if len(a) == 3 {
		if kw, ok = py.ToDict(a[2]); !ok {
			return py.Value{}, t.TypeErr("optional 3rd arg must be a dictionary")
		}
	}
	if err := mayStart(t); err != nil {
		return py.Value{}, err
	}
	nt := spawn(t, a[0], func(t *py.Thread) *py.Exc {
		_, err := t.CallKw(a[0], pos.Items(), kw)
		return err
	}, nil, true)
	return py.Int64(int64(nt.ID())), nil
}

var joinableSig = py.ParseSignature("function, handle=None, daemon=True")

func startJoinable(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if n := len(args.All()); n > 3 {
		return py.Value{}, t.TypeErr("start_joinable_thread() takes at most 3 arguments (%d given)", n)
	}
	var a [3]py.Value
	if err := joinableSig.Bind(t, "start_joinable_thread", args, a[:]); err != nil {
		return py.Value{}, err
	}
	f := a[0]
	if !py.IsCallable(f) {
		return py.Value{}, t.TypeErr("thread function must be callable")
	}
	daemon := true
	if !a[2].IsNil() {
		d, err := t.Truth(a[2])
		if err != nil {
			return py.Value{}, err
		}
		daemon = d
	}
	var h *handle
	switch {
	case a[1].IsNil() || a[1].IsNone():
		h = py.AllocFor[handle](t, handleType)
	case a[1].Type() == handleType:
		h = asHandle(a[1])
	default:
		return py.Value{}, t.TypeErr("'handle' must be a _ThreadHandle")
	}
	if err := mayStart(t); err != nil {
		return py.Value{}, err
	}
	if !h.state.CompareAndSwap(notStarted, starting) {
		return py.Value{}, t.Raise(py.RuntimeError, "thread already started")
	}
	spawn(t, f, func(t *py.Thread) *py.Exc {
		_, err := t.Call(f)
		return err
	}, h, daemon)
	return py.FromHeader(&h.Header), nil
}

// shutdown joins the threads that are not daemons, as the program ends.
func shutdown(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	s := stateOf(t)
	for {
		var h *handle
		s.mu.Lock()
		for h = range s.joined {
			if h.ident.Load() != t.ID() {
				break
			}
			h = nil
		}
		s.mu.Unlock()
		if h == nil {
			return py.None, nil
		}
		if _, err := h.join(t, py.NoDeadline); err != nil {
			t.WriteUnraisable(err, "", py.Value{})
			return py.None, nil
		}
		s.mu.Lock()
		delete(s.joined, h)
		s.mu.Unlock()
	}
}

// minStack is the smallest stack that CPython gives a thread.
const minStack = 32768

// stackSize is _thread.stack_size: the size is kept, but stacks grow by
// themselves.
func stackSize(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if args.NumKw() > 0 {
		return py.Value{}, t.TypeErr("_thread.stack_size() takes no keyword arguments")
	}
	n := 0
	switch a := args.Pos(); len(a) {
	case 0:
	case 1:
		x, err := t.Index(a[0])
		if err != nil {
			return py.Value{}, err
		}
		if n, err = t.AsInt(x); err != nil {
			return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C ssize_t")
		}
	default:
		return py.Value{}, t.TypeErr("stack_size() takes at most 1 argument (%d given)", len(a))
	}
	s := &stateOf(t).stackSize
	switch {
	case n < 0:
		return py.Value{}, t.ValueErr("size must be 0 or a positive value")
	case n != 0 && n < minStack:
		return py.Value{}, t.ValueErr("size not valid: %d bytes", n)
	}
	return py.IntOf(int(s.Swap(int64(n)))), nil
}
