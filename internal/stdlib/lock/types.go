package lock

import "github.com/coachwhip/coachwhip/internal/py"

func lockAcquire(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	l := asLock(v)
	ok, err := acquire(t, &l.Mu, &l.Header, a[0], a[1])
	return py.Bool(ok), err
}

func lockRelease(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.None, asLock(v).Release(t) }

func rlockAcquire(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	ok, err := asRLock(v).take(t, a[0], a[1])
	return py.Bool(ok), err
}

func rlockRelease(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	return py.None, asRLock(v).Release(t)
}

var acquireSig = py.ParseSignature("blocking=True, timeout=-1")

// enterWith is __enter__ with arguments, which are those of acquire.
func enterWith(t *py.Thread, args py.Args, take func(a []py.Value) (py.Value, *py.Exc)) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := acquireSig.Bind(t, "acquire", args, a[:]); err != nil {
		return py.Value{}, err
	}
	return take(a[:])
}

// ofThread is the __module__ that the classes' namespaces have.
func ofThread() map[string]py.Value {
	return map[string]py.Value{"__module__": py.InternStr("_thread").Value()}
}

func init() {
	exit := py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) { return lockRelease(t, v) })
	rexit := py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) { return rlockRelease(t, v) })
	locked := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asLock(v).Mu.Held()), nil })
	const (
		acquireDoc = "Take the lock. With blocking false or a timeout in seconds it may fail: then the\nresult is False, and True otherwise."
		releaseDoc = "Give the lock back, so that another thread that waits for it can take it."
	)
	py.RegisterType(py.TypeSpec{
		Type: LockType, Name: "_thread.lock", Attrs: ofThread, Flags: py.FlagWeakref, Layout: py.LayoutOf[Lock](),
		Doc: "A lock that one thread at a time can hold. Any thread may release it.",
		Sig: "()",
		Slots: py.Slots{Repr: lockRepr, New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			if args.NumKw() > 0 {
				return py.Value{}, t.TypeErr("lock() takes no keyword arguments")
			}
			if n := args.Len(); n > 0 {
				return py.Value{}, t.TypeErr("lock expected 0 arguments, got %d", n)
			}
			return py.FromHeader(&py.AllocFor[Lock](t, cls).Header), nil
		}},
		Methods: []py.MethodSpec{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(lockAcquire), Doc: acquireDoc},
			{Name: "acquire_lock", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(lockAcquire), Doc: acquireDoc},
			{Name: "release", Fn: py.Fn0(lockRelease), Doc: releaseDoc},
			{Name: "release_lock", Fn: py.Fn0(lockRelease), Doc: releaseDoc},
			{Name: "locked", Fn: locked, Doc: "Tell whether the lock is held."},
			{Name: "locked_lock", Fn: locked, Doc: "Tell whether the lock is held."},
			{Name: "__enter__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
				if len(args.All()) > 0 {
					return enterWith(t, args, func(a []py.Value) (py.Value, *py.Exc) { return lockAcquire(t, v, a) })
				}
				return py.True, asLock(v).Acquire(t)
			}), Doc: "Take the lock."},
			{Name: "__exit__", Sig: "*exc_info", Fn: exit, Doc: releaseDoc},
			{Name: "_at_fork_reinit", Doc: "Make the lock free, whoever holds it.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				asLock(v).Mu.Reset()
				return py.None, nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: RLockType, Name: "_thread.RLock", Attrs: ofThread, Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[RLock](),
		Slots: py.Slots{Repr: rlockRepr, New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[RLock](t, cls).Header), nil
		}},
		Methods: []py.MethodSpec{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", Fn: py.FnSig(rlockAcquire), Doc: acquireDoc},
			{Name: "release", Fn: py.Fn0(rlockRelease), Doc: releaseDoc},
			{Name: "__enter__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
				if len(args.All()) > 0 {
					return enterWith(t, args, func(a []py.Value) (py.Value, *py.Exc) { return rlockAcquire(t, v, a) })
				}
				return py.True, asRLock(v).Acquire(t)
			}), Doc: "Take the lock."},
			{Name: "__exit__", Sig: "*exc_info", Fn: rexit, Doc: releaseDoc},
			{Name: "_is_owned", Doc: "Tell whether the calling thread holds the lock.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.Bool(asRLock(v).Owned(t)), nil
			})},
			{Name: "_recursion_count", Doc: "Tell how often the calling thread has taken the lock.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if l := asRLock(v); l.Owned(t) {
					return py.IntOf(l.count), nil
				}
				return py.IntOf(0), nil
			})},
			{Name: "_release_save", Doc: "Give the lock back entirely; the result is for _acquire_restore.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				l := asRLock(v)
				owner := l.owner.Load()
				if owner == 0 {
					return py.Value{}, t.Raise(py.RuntimeError, "cannot release un-acquired lock")
				}
				return py.NewTuple(py.IntOf(l.ReleaseAll(t)), py.Int64(int64(owner))).Value(), nil
			})},
			{Name: "_acquire_restore", Sig: "state, /", Doc: "Take the lock as often as it was held before _release_save.", Fn: py.Fn1(rlockRestore)},
			{Name: "_at_fork_reinit", Doc: "Make the lock free, whoever holds it.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				l := asRLock(v)
				l.Mu.Reset()
				l.owner.Store(0)
				l.count = 0
				return py.None, nil
			})},
		},
	})
}

func rlockRestore(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
	tup, ok := py.ToTuple(state)
	if !ok {
		return py.Value{}, t.TypeErr("_acquire_restore() argument 1 must be 2-item sequence, not %s", state.Type().Name())
	}
	if n := len(tup.Items()); n != 2 {
		return py.Value{}, t.TypeErr("_acquire_restore() argument 1 must be sequence of length 2, not %d", n)
	}
	n, err := t.AsInt(tup.Items()[0])
	if err != nil {
		return py.Value{}, err
	}
	owner := tup.Items()[1]
	if !py.IsInt(owner) {
		return py.Value{}, t.TypeErr("_acquire_restore() argument 1, item 1 must be int, not %s", owner.Type().Name())
	}
	id, err := t.AsInt(owner)
	if err != nil {
		return py.Value{}, err
	}
	return py.None, asRLock(v).restore(t, n, uint64(id))
}
