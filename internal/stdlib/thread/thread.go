// Package thread is the _thread module: threads, locks and thread-local data.
package thread

import (
	"math"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// lock is a _thread.lock.
type lock struct {
	py.Header
	mu py.Mutex
}

// rlock is a _thread.RLock. owner is the thread that holds it, 0 for none;
// count changes only while the lock is held by the thread that changes it.
type rlock struct {
	py.Header
	mu    py.Mutex
	owner atomic.Uint64
	count int
}

var (
	lockType  = new(py.Type)
	rlockType = new(py.Type)
	localType = new(py.Type)
)

func asLock(v py.Value) *lock   { return (*lock)(v.Ptr()) }
func asRLock(v py.Value) *rlock { return (*rlock)(v.Ptr()) }

const timeoutMax = float64(1<<63-1) / 1e9

// acquire takes a lock: at once, within a time, or whenever it is free.
func acquire(t *py.Thread, m *py.Mutex, obj *py.Header, blocking, timeout py.Value) (bool, *py.Exc) {
	if blocking.IsNil() && timeout.IsNil() {
		return m.LockUntil(t, py.WaitLock, obj, py.NoDeadline)
	}
	block, wait := true, -1.0
	if !blocking.IsNil() {
		b, err := t.Truth(blocking)
		if err != nil {
			return false, err
		}
		block = b
	}
	if !timeout.IsNil() {
		f, err := t.AsFloat(timeout)
		if err != nil {
			return false, err
		}
		wait = f
	}
	switch {
	case !block && wait != -1:
		return false, t.ValueErr("can't specify a timeout for a non-blocking call")
	case wait < 0 && wait != -1:
		return false, t.ValueErr("timeout value must be a non-negative number")
	case wait > timeoutMax:
		return false, t.Raise(py.OverflowError, "timeout value is too large")
	}
	if m.TryLock(t) {
		return true, nil
	}
	if !block || wait == 0 {
		return false, nil
	}
	deadline := py.NoDeadline
	if wait > 0 {
		deadline = t.DeadlineIn(time.Duration(math.Ceil(wait * 1e9)))
	}
	return m.LockUntil(t, py.WaitLock, obj, deadline)
}

func newLock(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	return py.FromHeader(&py.AllocFor[lock](t, cls).Header), nil
}

func lockAcquire(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	l := asLock(v)
	ok, err := acquire(t, &l.mu, &l.Header, a[0], a[1])
	return py.Bool(ok), err
}

func lockRelease(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	if !asLock(v).mu.Unlock() {
		return py.Value{}, t.Raise(py.RuntimeError, "release unlocked lock")
	}
	return py.None, nil
}

func rlockAcquire(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	l := asRLock(v)
	if l.owner.Load() == t.ID() {
		l.count++
		return py.True, nil
	}
	ok, err := acquire(t, &l.mu, &l.Header, a[0], a[1])
	if ok {
		l.count = 1
		l.owner.Store(t.ID())
	}
	return py.Bool(ok), err
}

func rlockRelease(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	l := asRLock(v)
	if l.owner.Load() != t.ID() {
		return py.Value{}, t.Raise(py.RuntimeError, "cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner.Store(0)
		l.mu.Unlock()
	}
	return py.None, nil
}

func init() {
	exit := py.FnRaw(func(release func(*py.Thread, py.Value) (py.Value, *py.Exc)) py.FnRaw {
		return func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) { return release(t, v) }
	}(lockRelease))
	rexit := py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) { return rlockRelease(t, v) })
	locked := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asLock(v).mu.Held()), nil })
	py.RegisterType(py.TypeSpec{
		Type: lockType, Name: "_thread.lock", Flags: py.FlagWeakref, Layout: py.LayoutOf[lock](),
		Doc:   "A lock object is a synchronization primitive.",
		Slots: py.Slots{New: newLock, Repr: lockRepr},
		Methods: []py.MethodSpec{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(lockAcquire)},
			{Name: "acquire_lock", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(lockAcquire)},
			{Name: "release", Fn: py.Fn0(lockRelease)},
			{Name: "release_lock", Fn: py.Fn0(lockRelease)},
			{Name: "locked", Fn: locked},
			{Name: "locked_lock", Fn: locked},
			{Name: "__enter__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return lockAcquire(t, v, make([]py.Value, 2)) })},
			{Name: "__exit__", Fn: exit},
			{Name: "_at_fork_reinit", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				asLock(v).mu.Reset()
				return py.None, nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: rlockType, Name: "_thread.RLock", Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[rlock](),
		Slots: py.Slots{Repr: rlockRepr, New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[rlock](t, cls).Header), nil
		}},
		Methods: []py.MethodSpec{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(rlockAcquire)},
			{Name: "release", Fn: py.Fn0(rlockRelease)},
			{Name: "__enter__", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(rlockAcquire)},
			{Name: "__exit__", Fn: rexit},
			{Name: "_is_owned", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				l := asRLock(v)
				return py.Bool(l.owner.Load() == t.ID()), nil
			})},
			{Name: "_recursion_count", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if l := asRLock(v); l.owner.Load() == t.ID() {
					return py.IntOf(l.count), nil
				}
				return py.IntOf(0), nil
			})},
			{Name: "_release_save", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				l := asRLock(v)
				owner := l.owner.Load()
				if owner == 0 {
					return py.Value{}, t.Raise(py.RuntimeError, "cannot release un-acquired lock")
				}
				state := py.NewTuple(py.IntOf(l.count), py.Int64(int64(owner)))
				l.count = 0
				l.owner.Store(0)
				l.mu.Unlock()
				return state.Value(), nil
			})},
			{Name: "_acquire_restore", Fn: py.Fn1(func(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
				tup, ok := py.ToTuple(state)
				if !ok || len(tup.Items()) != 2 {
					return py.Value{}, t.TypeErr("_acquire_restore() argument 1 must be 2-item tuple")
				}
				n, err := t.AsInt(tup.Items()[0])
				if err != nil {
					return py.Value{}, err
				}
				l := asRLock(v)
				if _, err := l.mu.LockUntil(t, py.WaitLock, &l.Header, py.NoDeadline); err != nil {
					return py.Value{}, err
				}
				l.count = n
				l.owner.Store(t.ID())
				return py.None, nil
			})},
			{Name: "_at_fork_reinit", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				l := asRLock(v)
				l.mu.Reset()
				l.owner.Store(0)
				l.count = 0
				return py.None, nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: localType, Name: "_thread._local", Flags: py.FlagBaseType | py.FlagHasDict | py.FlagWeakref, Layout: py.LayoutWithExt(func(l *local) *py.Ext { return &l.ext }),
		Doc: "Thread-local data",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[local](t, cls).Header), nil
		}},
	})
	ident := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Int64(int64(t.ID())), nil })
	py.RegisterModule(py.ModuleSpec{
		Name: "_thread",
		Doc:  "This module provides primitive operations to write multi-threaded programs.",
		Methods: []py.MethodSpec{
			{Name: "allocate_lock", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return newLock(t, lockType, py.Args{}) })},
			{Name: "allocate", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return newLock(t, lockType, py.Args{}) })},
			{Name: "get_ident", Fn: ident},
			{Name: "get_native_id", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.IntOf(t.Interp().Host().Process.Pid()), nil
			})},
			{Name: "_get_main_thread_ident", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.Int64(int64(t.Interp().Main().ID())), nil
			})},
			{Name: "_is_main_interpreter", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.True, nil })},
			{Name: "daemon_threads_allowed", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.True, nil })},
			{Name: "_count", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.IntOf(int(countOf(t).Load())), nil })},
			{Name: "_shutdown", Fn: py.Fn0(shutdown)},
			{Name: "start_new_thread", Fn: py.FnRaw(startNew)},
			{Name: "start_new", Fn: py.FnRaw(startNew)},
			{Name: "start_joinable_thread", Sig: "function, handle=None, daemon=True", Fn: py.FnSig(startJoinable)},
			{Name: "stack_size", Sig: "size=0, /", Fn: py.FnSig(stackSize)},
			{Name: "exit", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Value{}, py.NewExc(py.SystemExit) })},
			{Name: "interrupt_main", Sig: "signum=2, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				t.Interp().AddPending(func(t *py.Thread) *py.Exc { return py.NewExc(py.KeyboardInterrupt) })
				return py.None, nil
			})},
			{Name: "_make_thread_handle", Fn: py.Fn1(makeHandle)},
			{Name: "_excepthook", Sig: "args, /", Fn: py.Fn1(excepthook)},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("LockType", lockType.Value())
			m.Set("lock", lockType.Value())
			m.Set("RLock", rlockType.Value())
			m.Set("_local", localType.Value())
			m.Set("_ThreadHandle", handleType.Value())
			m.Set("_ExceptHookArgs", excArgs.Type.Value())
			m.Set("error", py.RuntimeError.Value())
			m.Set("TIMEOUT_MAX", py.Float64(9223372036.0))
			return nil
		},
	})
}

var excArgs = py.RegisterStructSeq(py.StructSeqSpec{Name: "_thread._ExceptHookArgs", Doc: "Type used to pass arguments to threading.excepthook.",
	Fields: []py.StructSeqField{{Name: "exc_type"}, {Name: "exc_value"}, {Name: "exc_traceback"}, {Name: "thread"}}})

// local is thread-local data; with one thread its attributes are the object's own.
type local struct {
	py.Header
	ext py.Ext
}
