package threading

import (
	"fmt"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
)

// semaphore is a threading.Semaphore or BoundedSemaphore. The lock of its
// condition's queue guards value. Once a program has seen _cond, whose lock it
// may hold while it changes the value, that lock is taken for every change too.
type semaphore struct {
	py.Header
	ext     py.Ext
	mon     monitor
	made    bool
	shown   atomic.Bool
	value   int64
	initial int64
}

var semLayout = py.LayoutWithExt(func(s *semaphore) *py.Ext { return &s.ext })

func asSem(v py.Value) *semaphore { return (*semaphore)(v.Ptr()) }

func (s *semaphore) queue() *py.WaitQueue { return &s.mon.cond.waiters }

func (s *semaphore) now() int64 {
	s.queue().Lock()
	n := s.value
	s.queue().Unlock()
	return n
}

// lock takes the lock of _cond if a program may hold it.
func (s *semaphore) lock(t *py.Thread) (bool, *py.Exc) {
	if !s.shown.Load() {
		return false, nil
	}
	return true, s.mon.mu.Acquire(t)
}

// try takes one if there is one.
func (s *semaphore) try(t *py.Thread) (bool, *py.Exc) {
	shown, err := s.lock(t)
	if err != nil {
		return false, err
	}
	q := s.queue()
	q.Lock()
	ok := s.value != 0
	if ok {
		s.value--
	}
	q.Unlock()
	if shown {
		return ok, s.mon.mu.Release(t)
	}
	return ok, nil
}

// acquire takes one, waiting as long as u says.
func (s *semaphore) acquire(t *py.Thread, u until) (bool, *py.Exc) {
	q := s.queue()
	var w *py.Waiter
	for {
		if s.shown.Load() {
			if ok, err := s.try(t); ok || err != nil {
				return ok, err
			}
		}
		q.Lock()
		if s.value != 0 && !s.shown.Load() {
			s.value--
			q.Unlock()
			if w != nil {
				w.Done()
			}
			return true, nil
		}
		if s.value != 0 {
			q.Unlock()
			continue
		}
		if w == nil {
			w = q.Push(t)
		} else {
			q.PushFront(w)
		}
		got, err := t.Wait(q, w, py.WaitSemaphore, &s.Header, u.deadline)
		if err == nil && got {
			continue
		}
		if got { // what it was woken for is for somebody else
			q.Lock()
			if s.value != 0 {
				q.WakeN(1)
			}
			q.Unlock()
		}
		w.Done()
		return false, err
	}
}

func semAcquire(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	s := asSem(v)
	if !s.made {
		return py.Value{}, missing(t, v)
	}
	block := true
	timed := !a[1].IsNil() && !a[1].IsNone()
	if !a[0].IsNil() {
		var err *py.Exc
		if block, err = t.Truth(a[0]); err != nil {
			return py.Value{}, err
		}
		if !block && timed {
			return py.Value{}, t.ValueErr("can't specify timeout for non-blocking acquire")
		}
	}
	if ok, err := s.try(t); ok || err != nil || !block {
		return py.Bool(ok), err
	}
	u := forever
	if timed {
		var err *py.Exc
		if u, err = timeLimit(t, a[1]); err != nil || u.poll {
			return py.False, err
		}
	}
	ok, err := s.acquire(t, u)
	return py.Bool(ok), err
}

// release gives n back; limit is the most there may be then, negative for none.
func (s *semaphore) release(t *py.Thread, a py.Value, bounded bool) *py.Exc {
	if !s.made {
		return missing(t, py.FromHeader(&s.Header))
	}
	n := int64(1)
	if !a.IsNil() {
		i, err := t.AsInt(a)
		if err != nil {
			return err
		}
		n = int64(i)
	}
	if n < 1 {
		return t.ValueErr("n must be one or more")
	}
	shown, err := s.lock(t)
	if err != nil {
		return err
	}
	q := s.queue()
	q.Lock()
	over := bounded && n > s.initial-s.value
	if !over {
		s.value += n
		q.WakeN(int(n))
	}
	q.Unlock()
	if shown {
		if err := s.mon.mu.Release(t); err != nil {
			return err
		}
	}
	if over {
		return t.ValueErr("Semaphore released too many times")
	}
	return nil
}

var nameRelease = py.InternStr("release")

func (m *module) semExit(t *py.Thread, v py.Value, _ py.Args) (py.Value, *py.Exc) {
	switch py.MethodOwner(v, nameRelease) {
	case m.semaphore:
		return py.None, asSem(v).release(t, py.Value{}, false)
	case m.bounded:
		return py.None, asSem(v).release(t, py.Value{}, true)
	}
	_, err := t.CallMethod(v, nameRelease)
	return py.None, err
}

// semInit is __init__ of both classes.
func (m *module) semInit(t *py.Thread, v, value py.Value) *py.Exc {
	n := 1
	if !value.IsNil() {
		neg, err := t.CompareBool(value, py.IntOf(0), py.CmpLT)
		if err != nil {
			return err
		}
		if neg {
			return t.ValueErr("semaphore initial value must be >= 0")
		}
		if n, err = t.AsInt(value); err != nil {
			return err
		}
	}
	s := asSem(v)
	if !s.made {
		s.mon.setup(m.condition)
		s.made = true
	}
	s.queue().Lock()
	s.value = int64(n)
	s.queue().Unlock()
	return nil
}

func semNumber(get func(*semaphore) *int64, name string) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		s := asSem(v)
		if !s.made {
			return py.Value{}, t.AttrErr(v, py.InternStr(name))
		}
		s.queue().Lock()
		n := *get(s)
		s.queue().Unlock()
		return py.Int64(n), nil
	}, Set: func(t *py.Thread, v, val py.Value) *py.Exc {
		if val.IsNil() {
			return t.Raise(py.AttributeError, "cannot delete attribute '%s'", name)
		}
		n, err := t.AsInt(val)
		if err == nil {
			s := asSem(v)
			s.queue().Lock()
			*get(s) = int64(n)
			s.queue().Unlock()
		}
		return err
	}}
}

const releaseDoc = "Add n to the counter and wake up to n threads that wait for it."

func (m *module) semaphoreClass(t *py.Thread) (*py.Type, *py.Exc) {
	const acquireDoc = "Take one from the counter, waiting while it is zero.\n\nWith blocking false, or when timeout seconds are over, the result is False;\nTrue otherwise."
	return t.NewClass(&py.ClassSpec{
		Name: "Semaphore", Module: "threading", Layout: semLayout,
		Doc:     "A counter that acquire() takes from and release() adds to; it is never negative.\n\nIt starts with value.",
		InitSig: "value=1",
		Init:    func(t *py.Thread, v py.Value, a []py.Value) *py.Exc { return m.semInit(t, v, a[0]) },
		Methods: []py.MethodSpec{
			{Name: "__repr__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.NewStr(fmt.Sprintf("<%s at %p: value=%d>", t.QualifiedName(v.Type()), v.Ptr(), asSem(v).now())).Value(), nil
			}), Doc: "Return repr(self)."},
			{Name: "__getstate__", Fn: py.Fn0(noPickle), Doc: "Refuse to be pickled: a lock cannot be."},
			{Name: "acquire", Sig: "blocking=True, timeout=None", Fn: py.FnSig(semAcquire), Doc: acquireDoc},
			{Name: "__enter__", Sig: "blocking=True, timeout=None", Fn: py.FnSig(semAcquire), Doc: acquireDoc},
			{Name: "release", Sig: "n=1", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, asSem(v).release(t, a[0], false)
			}), Doc: releaseDoc},
			{Name: "__exit__", Sig: "t, v, tb", Fn: py.FnRaw(m.semExit), Doc: "Add one to the counter."},
		},
		GetSet: []py.GetSetSpec{
			{Name: "_cond", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asSem(v)
				if !s.made {
					return py.Value{}, missing(t, v)
				}
				s.shown.Store(true)
				return s.mon.cond.Value(), nil
			}},
			semNumber(func(s *semaphore) *int64 { return &s.value }, "_value"),
		},
	})
}

func (m *module) boundedClass(t *py.Thread) (*py.Type, *py.Exc) {
	return t.NewClass(&py.ClassSpec{
		Name: "BoundedSemaphore", Module: "threading", Base: m.semaphore,
		Doc:     "A Semaphore whose counter must not become more than it was at the beginning.",
		InitSig: "value=1",
		Init: func(t *py.Thread, v py.Value, a []py.Value) *py.Exc {
			err := m.semInit(t, v, a[0])
			if err == nil {
				asSem(v).initial = asSem(v).now()
			}
			return err
		},
		Methods: []py.MethodSpec{
			{Name: "__repr__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asSem(v)
				return py.NewStr(fmt.Sprintf("<%s at %p: value=%d/%d>", t.QualifiedName(v.Type()), v.Ptr(), s.now(), s.initial)).Value(), nil
			}), Doc: "Return repr(self)."},
			{Name: "release", Sig: "n=1", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, asSem(v).release(t, a[0], true)
			}), Doc: releaseDoc + "\n\nA ValueError says that it would become more than it was at the beginning."},
		},
		GetSet: []py.GetSetSpec{semNumber(func(s *semaphore) *int64 { return &s.initial }, "_initial_value")},
	})
}
