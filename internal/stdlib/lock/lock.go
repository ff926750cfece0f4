// Package lock holds the locks of the _thread module. They are in a package of
// their own because other native primitives are made of them.
package lock

import (
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// Lock is a _thread.lock.
type Lock struct {
	py.Header
	Mu py.Mutex
}

// RLock is a _thread.RLock. owner is the thread that holds it, 0 for none;
// count changes only while the lock is held, by the thread that holds it.
type RLock struct {
	py.Header
	Mu    py.Mutex
	owner atomic.Uint64
	count int
}

// The classes of the locks.
var (
	LockType  = new(py.Type)
	RLockType = new(py.Type)
)

func asLock(v py.Value) *Lock   { return (*Lock)(v.Ptr()) }
func asRLock(v py.Value) *RLock { return (*RLock)(v.Ptr()) }

// New makes a Lock.
func New(t *py.Thread) py.Value { return py.FromHeader(&py.AllocFor[Lock](t, LockType).Header) }

// NewR makes an RLock.
func NewR(t *py.Thread) py.Value { return py.FromHeader(&py.AllocFor[RLock](t, RLockType).Header) }

// Init makes a Lock that is part of another object ready for use.
func (l *Lock) Init() { l.InitHeader(LockType) }

// Init makes an RLock that is part of another object ready for use.
func (l *RLock) Init() { l.InitHeader(RLockType) }

// Value returns the lock as a value.
func (l *RLock) Value() py.Value { return py.FromHeader(&l.Header) }

// Value returns the lock as a value.
func (l *Lock) Value() py.Value { return py.FromHeader(&l.Header) }

// ToLock returns v as a Lock if it is one.
func ToLock(v py.Value) (*Lock, bool) {
	if v.Type() == LockType {
		return asLock(v), true
	}
	return nil, false
}

// ToRLock returns v as an RLock if it is one; instances of subclasses, which may
// override methods, do not count.
func ToRLock(v py.Value) (*RLock, bool) {
	if v.Type() == RLockType {
		return asRLock(v), true
	}
	return nil, false
}

// Acquire waits for the lock and takes it.
func (l *Lock) Acquire(t *py.Thread) *py.Exc {
	if l.Mu.TryLock(t) {
		return nil
	}
	_, err := l.Mu.LockUntil(t, py.WaitLock, &l.Header, py.NoDeadline)
	return err
}

// Release gives the lock back.
func (l *Lock) Release(t *py.Thread) *py.Exc {
	if !l.Mu.Unlock() {
		return t.Raise(py.RuntimeError, "release unlocked lock")
	}
	return nil
}

// Acquire waits for the lock and takes it, or takes it once more.
func (l *RLock) Acquire(t *py.Thread) *py.Exc {
	_, err := l.take(t, py.Value{}, py.Value{})
	return err
}

func (l *RLock) take(t *py.Thread, blocking, timeout py.Value) (bool, *py.Exc) {
	if l.owner.Load() == t.ID() {
		if !blocking.IsNil() || !timeout.IsNil() {
			if _, _, err := waitFor(t, blocking, timeout); err != nil {
				return false, err
			}
		}
		l.count++
		return true, nil
	}
	ok, err := acquire(t, &l.Mu, &l.Header, blocking, timeout)
	if ok {
		l.count = 1
		l.owner.Store(t.ID())
	}
	return ok, err
}

// Release takes back one Acquire.
func (l *RLock) Release(t *py.Thread) *py.Exc {
	if !l.Owned(t) {
		return t.Raise(py.RuntimeError, "cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner.Store(0)
		l.Mu.Unlock()
	}
	return nil
}

// Owned tells whether the thread holds the lock.
func (l *RLock) Owned(t *py.Thread) bool { return l.owner.Load() == t.ID() }

// ReleaseAll gives the lock, which the thread holds, back however often it was
// taken, and returns how often.
func (l *RLock) ReleaseAll(t *py.Thread) int {
	n := l.count
	l.count = 0
	l.owner.Store(0)
	l.Mu.Unlock()
	return n
}

// Restore takes the lock as often as ReleaseAll said.
func (l *RLock) Restore(t *py.Thread, n int) *py.Exc { return l.restore(t, n, t.ID()) }

func (l *RLock) restore(t *py.Thread, n int, owner uint64) *py.Exc {
	if _, err := l.Mu.LockUntil(t, py.WaitLock, &l.Header, py.NoDeadline); err != nil {
		return err
	}
	l.count = n
	l.owner.Store(owner)
	return nil
}

// unset is the timeout, in nanoseconds, that means none.
const unset = -int64(time.Second)

// waitFor reads the arguments of acquire.
func waitFor(t *py.Thread, blocking, timeout py.Value) (block bool, wait int64, err *py.Exc) {
	block, wait = true, unset
	if !blocking.IsNil() {
		if block, err = t.Truth(blocking); err != nil {
			return false, 0, err
		}
	}
	if !timeout.IsNil() {
		if wait, err = t.Duration(timeout, py.RoundUp); err != nil {
			return false, 0, err
		}
	}
	switch {
	case !block && wait != unset:
		return false, 0, t.ValueErr("can't specify a timeout for a non-blocking call")
	case wait < 0 && wait != unset:
		return false, 0, t.ValueErr("timeout value must be a non-negative number")
	}
	return block, wait, nil
}

// acquire takes a lock: at once, within a time, or whenever it is free.
func acquire(t *py.Thread, m *py.Mutex, obj *py.Header, blocking, timeout py.Value) (bool, *py.Exc) {
	if blocking.IsNil() && timeout.IsNil() {
		return m.LockUntil(t, py.WaitLock, obj, py.NoDeadline)
	}
	block, wait, err := waitFor(t, blocking, timeout)
	if err != nil {
		return false, err
	}
	if m.TryLock(t) {
		return true, nil
	}
	if !block || wait == 0 {
		return false, nil
	}
	deadline := py.NoDeadline
	if wait > 0 {
		deadline = t.DeadlineIn(time.Duration(wait))
	}
	return m.LockUntil(t, py.WaitLock, obj, deadline)
}
