package threading

import (
	"fmt"
	"math"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
)

// Condition is a threading.Condition. With a Lock or an RLock everything is done
// here; with any other lock its methods are called.
type Condition struct {
	py.Header
	ext     py.Ext
	lock    py.Value // nil before __init__
	mu      *lock.Lock
	rmu     *lock.RLock
	foreign *foreignLock
	methods py.MethodCache
	waiters py.WaitQueue
}

// foreignLock holds the methods that a lock brings for conditions; those it
// does not have are nil.
type foreignLock struct {
	save, restore, owned py.Value
}

var condLayout = py.LayoutWithExt(func(c *Condition) *py.Ext { return &c.ext })

func asCond(v py.Value) *Condition { return (*Condition)(v.Ptr()) }

// ToCondition returns v as a Condition if it is one.
func ToCondition(v py.Value) (*Condition, bool) {
	if py.HasLayout(v, condLayout) {
		return asCond(v), true
	}
	return nil, false
}

// Value returns the condition as a value.
func (c *Condition) Value() py.Value { return py.FromHeader(&c.Header) }

// Setup makes a Condition that is part of another object ready for use: one of
// class cls, with the lock mu.
func (c *Condition) Setup(cls *py.Type, mu *lock.Lock) {
	c.InitHeader(cls)
	c.lock, c.mu = mu.Value(), mu
}

// SetupR is Setup with an RLock.
func (c *Condition) SetupR(cls *py.Type, mu *lock.RLock) {
	c.InitHeader(cls)
	mu.Init()
	c.lock, c.rmu = mu.Value(), mu
}

// Change runs f, which changes or reads what the condition is about, under the
// lock of its queue; f calls no Python code and waits for nothing.
func (c *Condition) Change(f func()) {
	c.waiters.Lock()
	f()
	c.waiters.Unlock()
}

// setLock is what __init__ does.
func (c *Condition) setLock(t *py.Thread, v py.Value) *py.Exc {
	if v.IsNil() || v.IsNone() {
		v = lock.NewR(t)
	}
	c.mu, c.rmu, c.foreign = nil, nil, nil
	if mu, ok := lock.ToLock(v); ok {
		c.mu = mu
	} else if rmu, ok := lock.ToRLock(v); ok {
		c.rmu = rmu
	} else {
		f := &foreignLock{}
		for _, n := range [...]string{"acquire", "release"} {
			if _, err := t.GetAttrS(v, n); err != nil {
				return err
			}
		}
		for _, m := range [...]struct {
			name string
			to   *py.Value
		}{{"_release_save", &f.save}, {"_acquire_restore", &f.restore}, {"_is_owned", &f.owned}} {
			x, err := t.GetAttrOpt(v, py.InternStr(m.name))
			if err != nil {
				return err
			}
			*m.to = x
		}
		c.foreign = f
	}
	c.lock = v
	return nil
}

// ready raises the AttributeError of an object whose __init__ did not run.
func (c *Condition) ready(t *py.Thread) *py.Exc {
	if c.lock.IsNil() {
		return t.AttrErr(c.Value(), py.InternStr("_lock"))
	}
	return nil
}

// owned tells whether the calling thread has the lock, as far as that can be known.
func (c *Condition) owned(t *py.Thread) (bool, *py.Exc) {
	switch {
	case c.mu != nil:
		return c.mu.Mu.Held(), nil
	case c.rmu != nil:
		return c.rmu.Owned(t), nil
	}
	if err := c.ready(t); err != nil {
		return false, err
	}
	if !c.foreign.owned.IsNil() {
		r, err := t.Call(c.foreign.owned)
		if err != nil {
			return false, err
		}
		return t.Truth(r)
	}
	r, err := t.CallMethodS(c.lock, "acquire", py.False)
	if err != nil {
		return false, err
	}
	free, err := t.Truth(r)
	if err != nil || !free {
		return err == nil, err
	}
	_, err = t.CallMethodS(c.lock, "release")
	return false, err
}

// release gives the lock back, wholly; acquire takes it again.
func (c *Condition) release(t *py.Thread) (state py.Value, err *py.Exc) {
	switch {
	case c.mu != nil:
		return py.None, c.mu.Release(t)
	case c.rmu != nil:
		if !c.rmu.Owned(t) {
			return py.Value{}, t.Raise(py.RuntimeError, "cannot release un-acquired lock")
		}
		return py.IntOf(c.rmu.ReleaseAll(t)), nil
	case !c.foreign.save.IsNil():
		return t.Call(c.foreign.save)
	}
	_, err = t.CallMethodS(c.lock, "release")
	return py.None, err
}

func (c *Condition) acquire(t *py.Thread, state py.Value) *py.Exc {
	switch {
	case c.mu != nil:
		return c.mu.Acquire(t)
	case c.rmu != nil:
		n, _ := state.Small()
		return c.rmu.Restore(t, int(n))
	case !c.foreign.restore.IsNil():
		_, err := t.Call(c.foreign.restore, state)
		return err
	}
	_, err := t.CallMethodS(c.lock, "acquire")
	return err
}

// Enter takes the condition's lock.
func (c *Condition) Enter(t *py.Thread) *py.Exc {
	if c.mu != nil {
		return c.mu.Acquire(t)
	}
	if c.rmu != nil {
		return c.rmu.Acquire(t)
	}
	_, err := condEnter(t, c.Value())
	return err
}

// Leave gives the condition's lock back.
func (c *Condition) Leave(t *py.Thread) *py.Exc {
	if c.mu != nil {
		return c.mu.Release(t)
	}
	if c.rmu != nil {
		return c.rmu.Release(t)
	}
	_, err := condExit(t, c.Value(), py.MakeArgs([]py.Value{py.None, py.None, py.None}, nil))
	return err
}

// Limit says how long to wait.
type Limit = until

// TimeLimit turns a timeout in seconds into a Limit; nil and None mean for ever.
func TimeLimit(t *py.Thread, timeout py.Value) (Limit, *py.Exc) { return timeLimit(t, timeout) }

// WaitUntil is Wait with a Limit. The result is false once that is reached.
func (c *Condition) WaitUntil(t *py.Thread, u Limit, k py.WaitKind, obj *py.Header) (bool, *py.Exc) {
	return c.wait(t, u, k, obj)
}

// until is how long to wait: up to deadline, or, with poll, not at all.
type until struct {
	deadline int64
	poll     bool
}

var forever = until{deadline: py.NoDeadline}

// Wait gives the lock back, waits to be notified, and takes the lock again. It
// tells whether there was a notification; one that comes together with an
// exception goes to the next waiter.
func (c *Condition) Wait(t *py.Thread, deadline int64, k py.WaitKind, obj *py.Header) (bool, *py.Exc) {
	return c.wait(t, until{deadline: deadline}, k, obj)
}

func (c *Condition) wait(t *py.Thread, u until, k py.WaitKind, obj *py.Header) (bool, *py.Exc) {
	q := &c.waiters
	q.Lock()
	w := q.Push(t)
	q.Unlock()
	state, err := c.release(t)
	if err != nil {
		q.Lock()
		q.Remove(w)
		q.Unlock()
		return false, err
	}
	q.Lock()
	got := w.Signalled()
	switch {
	case got:
		q.Unlock()
	case u.poll:
		q.Remove(w)
		q.Unlock()
	default:
		got, err = t.Wait(q, w, k, obj, u.deadline)
	}
	w.Done()
	first := err
	err = c.acquire(t, state)
	if err != nil && first == nil && c.foreign == nil {
		// Interrupted once more would be twice; the lock must be held after all.
		first, err = err, c.acquire(t, state)
	}
	if err == nil {
		err = first
	}
	if err != nil && got {
		q.Lock()
		q.WakeN(1)
		q.Unlock()
	}
	return got, err
}

// Notify ends the wait of up to n threads. The caller has the lock.
func (c *Condition) Notify(n int) {
	q := &c.waiters
	q.Lock()
	q.WakeN(n)
	q.Unlock()
}

// NotifyAll ends the wait of all threads. The caller has the lock.
func (c *Condition) NotifyAll() { c.Notify(math.MaxInt) }

// waiting counts the threads that wait.
func (c *Condition) waiting() int {
	c.waiters.Lock()
	defer c.waiters.Unlock()
	return c.waiters.Len()
}

// positive tells whether a timeout is more than 0.
func positive(t *py.Thread, v py.Value) (bool, *py.Exc) {
	if n, ok := v.Small(); ok {
		return n > 0, nil
	}
	return t.CompareBool(v, py.IntOf(0), py.CmpGT)
}

// timeLimit turns a timeout in seconds into a moment; nil and None mean never.
func timeLimit(t *py.Thread, v py.Value) (until, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return forever, nil
	}
	pos, err := positive(t, v)
	if err != nil || !pos {
		return until{poll: true}, err
	}
	d, err := t.Duration(v, py.RoundCeiling)
	if err != nil {
		return until{}, err
	}
	return until{deadline: t.DeadlineIn(time.Duration(d))}, nil
}

// Methods that wait must call when a class or an object overrides them.
var lockNames = []*py.Str{py.InternStr("_is_owned"), py.InternStr("_release_save"), py.InternStr("_acquire_restore")}

var (
	nameWait   = py.InternStr("wait")
	nameNotify = py.InternStr("notify")
)

func (m *module) condWait(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	if !c.methods.Native(v, m.condition, lockNames) {
		return c.waitOverridden(t, a[0])
	}
	ok, err := c.owned(t)
	if err != nil {
		return py.Value{}, err
	}
	if !ok {
		return py.Value{}, t.Raise(py.RuntimeError, "cannot wait on un-acquired lock")
	}
	u, err := timeLimit(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	got, err := c.wait(t, u, py.WaitCondition, &c.Header)
	return py.Bool(got), err
}

// waitOverridden is wait for a class that overrides how the lock is handled.
func (c *Condition) waitOverridden(t *py.Thread, timeout py.Value) (py.Value, *py.Exc) {
	v := c.Value()
	r, err := t.CallMethodS(v, "_is_owned")
	if err != nil {
		return py.Value{}, err
	}
	if ok, err := t.Truth(r); err != nil {
		return py.Value{}, err
	} else if !ok {
		return py.Value{}, t.Raise(py.RuntimeError, "cannot wait on un-acquired lock")
	}
	u, err := timeLimit(t, timeout)
	if err != nil {
		return py.Value{}, err
	}
	own := &Condition{foreign: &foreignLock{}}
	if own.foreign.save, err = t.GetAttrS(v, "_release_save"); err != nil {
		return py.Value{}, err
	}
	if own.foreign.restore, err = t.GetAttrS(v, "_acquire_restore"); err != nil {
		return py.Value{}, err
	}
	q := &c.waiters
	q.Lock()
	w := q.Push(t)
	q.Unlock()
	state, err := own.release(t)
	if err != nil {
		q.Lock()
		q.Remove(w)
		q.Unlock()
		return py.Value{}, err
	}
	q.Lock()
	got := w.Signalled()
	switch {
	case got:
		q.Unlock()
	case u.poll:
		q.Remove(w)
		q.Unlock()
	default:
		got, err = t.Wait(q, w, py.WaitCondition, &c.Header, u.deadline)
	}
	w.Done()
	if e := own.acquire(t, state); e != nil {
		err = e
	}
	if err != nil && got {
		c.Notify(1)
	}
	return py.Bool(got), err
}

func (m *module) condWaitFor(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	timed := !a[1].IsNil() && !a[1].IsNone()
	f, timeout := a[0], a[1]
	r, err := t.Call(f)
	if err != nil {
		return py.Value{}, err
	}
	end, begun := int64(0), false
	for {
		if ok, err := t.Truth(r); err != nil || ok {
			return r, err
		}
		if timed {
			if !begun {
				pos, err := positive(t, timeout)
				if err != nil {
					return py.Value{}, err
				}
				end, begun = now(t), true
				if pos {
					d, err := t.Duration(timeout, py.RoundCeiling)
					if err != nil {
						return py.Value{}, err
					}
					end = t.DeadlineIn(time.Duration(d))
				}
			} else {
				left := end - now(t)
				if end == py.NoDeadline {
					left = math.MaxInt64
				}
				if left <= 0 {
					return r, nil
				}
				timeout = py.Float64(float64(left) / 1e9)
			}
		}
		if py.MethodOwner(v, nameWait) == m.condition && c.methods.Native(v, m.condition, lockNames) {
			_, err = m.condWait(t, v, []py.Value{timeout})
		} else {
			if timeout.IsNil() {
				timeout = py.None
			}
			_, err = t.CallMethod(v, nameWait, timeout)
		}
		if err != nil {
			return py.Value{}, err
		}
		if r, err = t.Call(f); err != nil {
			return py.Value{}, err
		}
	}
}

func now(t *py.Thread) int64 { return t.Interp().Host().Clock.Monotonic() }

// mayNotify raises when the thread does not have the lock.
func (m *module) mayNotify(t *py.Thread, v py.Value) *py.Exc {
	c := asCond(v)
	if err := c.ready(t); err != nil {
		return err
	}
	var ok bool
	var err *py.Exc
	if c.methods.Native(v, m.condition, lockNames) {
		ok, err = c.owned(t)
	} else {
		var r py.Value
		if r, err = t.CallMethodS(v, "_is_owned"); err == nil {
			ok, err = t.Truth(r)
		}
	}
	if err == nil && !ok {
		err = t.Raise(py.RuntimeError, "cannot notify on un-acquired lock")
	}
	return err
}

func (m *module) condNotify(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	if err := m.mayNotify(t, v); err != nil {
		return py.Value{}, err
	}
	n := 1
	if c := asCond(v); !a[0].IsNil() && c.waiting() > 0 {
		some, err := positive(t, a[0])
		if err != nil || !some {
			return py.None, err
		}
		if n, err = t.AsInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	asCond(v).Notify(n)
	return py.None, nil
}

func (m *module) condNotifyAll(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	if py.MethodOwner(v, nameNotify) != m.condition {
		_, err := t.CallMethod(v, nameNotify, py.IntOf(c.waiting()))
		return py.None, err
	}
	if err := m.mayNotify(t, v); err != nil {
		return py.Value{}, err
	}
	c.NotifyAll()
	return py.None, nil
}

// Entering and leaving, acquire and release go to the lock.

func condEnter(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	switch {
	case c.mu != nil:
		return py.True, c.mu.Acquire(t)
	case c.rmu != nil:
		return py.True, c.rmu.Acquire(t)
	}
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	return t.CallMethodS(c.lock, "__enter__")
}

func condExit(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	c := asCond(v)
	switch {
	case c.mu != nil:
		return py.None, c.mu.Release(t)
	case c.rmu != nil:
		return py.None, c.rmu.Release(t)
	}
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	f, err := t.GetAttrS(c.lock, "__exit__")
	if err != nil {
		return py.Value{}, err
	}
	return t.CallArgs(f, args)
}

func condAcquire(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	c := asCond(v)
	if args.Len() == 0 && args.NumKw() == 0 && c.foreign == nil && !c.lock.IsNil() {
		return condEnter(t, v)
	}
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	f, err := t.GetAttrS(c.lock, "acquire")
	if err != nil {
		return py.Value{}, err
	}
	return t.CallArgs(f, args)
}

func condRelease(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	if c.foreign == nil && !c.lock.IsNil() {
		return condExit(t, v, py.Args{})
	}
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	return t.CallMethodS(c.lock, "release")
}

func condRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	if err := c.ready(t); err != nil {
		return py.Value{}, err
	}
	s, err := t.StrOf(c.lock)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewStr(fmt.Sprintf("<Condition(%s, %d)>", s.String(), c.waiting())).Value(), nil
}

// condWaiters lists the identities of the threads that wait.
func condWaiters(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCond(v)
	var ids []py.Value
	c.waiters.Lock()
	for w := c.waiters.First(); w != nil; w = w.Next() {
		ids = append(ids, py.Int64(int64(w.Thread().ID())))
	}
	c.waiters.Unlock()
	return py.NewList(ids).Value(), nil
}

func (m *module) conditionClass(t *py.Thread) (*py.Type, *py.Exc) {
	none := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		c := asCond(v)
		if err := c.ready(t); err != nil {
			return py.Value{}, err
		}
		return c.release(t)
	})
	return t.NewClass(&py.ClassSpec{
		Name: "Condition", Module: "threading", Layout: condLayout,
		Doc:     "A condition variable: threads wait on it until another thread notifies them.\n\nThe lock, a Lock or an RLock, guards what is waited for; without one the\ncondition makes an RLock of its own.",
		InitSig: "lock=None", InitDoc: "Make a condition variable with the given lock, or one of its own.",
		Init: func(t *py.Thread, v py.Value, a []py.Value) *py.Exc { return asCond(v).setLock(t, a[0]) },
		Methods: []py.MethodSpec{
			{Name: "__enter__", Fn: py.Fn0(condEnter), Doc: "Take the lock."},
			{Name: "__exit__", Sig: "*args", Fn: py.FnRaw(condExit), Doc: "Give the lock back."},
			{Name: "__repr__", Fn: py.Fn0(condRepr), Doc: "Return repr(self)."},
			{Name: "__getstate__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if c := asCond(v); !c.lock.IsNil() {
					return py.Value{}, t.TypeErr("cannot pickle '%s' object", c.lock.Type().Name())
				}
				return py.None, nil
			}), Doc: "Refuse to be pickled: a lock cannot be."},
			{Name: "acquire", Fn: py.FnRaw(condAcquire), Doc: "Take the lock: what the lock's own acquire() does."},
			{Name: "release", Fn: py.Fn0(condRelease), Doc: "Give the lock back."},
			{Name: "wait", Sig: "timeout=None", Fn: py.FnSig(m.condWait), Doc: "Give the lock back and wait until notified, or for timeout seconds at most.\n\nThe caller holds the lock, and holds it again afterwards. The result is False\nwhen the time was over first, and True otherwise."},
			{Name: "wait_for", Sig: "predicate, timeout=None", Fn: py.FnSig(m.condWaitFor), Doc: "Wait until predicate() is true, or for timeout seconds at most.\n\nThe result is what predicate() returned last."},
			{Name: "notify", Sig: "n=1", Fn: py.FnSig(m.condNotify), Doc: "Wake up to n of the threads that wait. The caller holds the lock."},
			{Name: "notify_all", Fn: py.Fn0(m.condNotifyAll), Doc: "Wake all threads that wait. The caller holds the lock."},
			{Name: "notifyAll", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if err := t.Warn(py.DeprecationWarning, 1, "notifyAll() is deprecated, use notify_all() instead"); err != nil {
					return py.Value{}, err
				}
				_, err := t.CallMethodS(v, "notify_all")
				return py.None, err
			}), Doc: "Wake all threads that wait: notify_all() by its old, deprecated name."},
			{Name: "_release_save", Fn: none},
			{Name: "_acquire_restore", Sig: "x", Fn: py.Fn1(func(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
				c := asCond(v)
				if err := c.ready(t); err != nil {
					return py.Value{}, err
				}
				return py.None, c.acquire(t, state)
			})},
			{Name: "_is_owned", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				ok, err := asCond(v).owned(t)
				return py.Bool(ok), err
			})},
			{Name: "_at_fork_reinit", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				c := asCond(v)
				if err := c.ready(t); err != nil {
					return py.Value{}, err
				}
				_, err := t.CallMethodS(c.lock, "_at_fork_reinit")
				c.waiters.Clear()
				return py.None, err
			})},
		},
		GetSet: []py.GetSetSpec{
			{Name: "_lock", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return asCond(v).lock, asCond(v).ready(t) },
				Set: func(t *py.Thread, v, val py.Value) *py.Exc {
					if val.IsNil() {
						return t.Raise(py.AttributeError, "cannot delete attribute '_lock'")
					}
					return asCond(v).setLock(t, val)
				}},
			{Name: "_waiters", Get: condWaiters},
		},
	})
}
