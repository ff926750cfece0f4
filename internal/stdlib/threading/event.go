package threading

import (
	"fmt"
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// event is a threading.Event. The lock of its condition's queue guards flag.
type event struct {
	py.Header
	ext  py.Ext
	mon  monitor
	flag bool
	made bool // __init__ has run
}

var eventLayout = py.LayoutWithExt(func(e *event) *py.Ext { return &e.ext })

func asEvent(v py.Value) *event { return (*event)(v.Ptr()) }

func (e *event) isSet() bool {
	q := &e.mon.cond.waiters
	q.Lock()
	f := e.flag
	q.Unlock()
	return f
}

func (e *event) put(flag bool) {
	q := &e.mon.cond.waiters
	q.Lock()
	e.flag = flag
	if flag {
		q.WakeN(math.MaxInt)
	}
	q.Unlock()
}

func eventWait(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	e := asEvent(v)
	if !e.made {
		return py.Value{}, missing(t, v)
	}
	q := &e.mon.cond.waiters
	if e.isSet() {
		return py.True, nil
	}
	u, err := timeLimit(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if u.poll {
		return py.Bool(e.isSet()), nil
	}
	q.Lock()
	if e.flag {
		q.Unlock()
		return py.True, nil
	}
	w := q.Push(t)
	got, err := t.Wait(q, w, py.WaitEvent, &e.Header, u.deadline)
	w.Done()
	return py.Bool(got), err
}

func (m *module) eventClass(t *py.Thread) (*py.Type, *py.Exc) {
	set := func(flag bool) py.Fn0 {
		return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if !asEvent(v).made {
				return py.Value{}, missing(t, v)
			}
			asEvent(v).put(flag)
			return py.None, nil
		}
	}
	isSet := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		if !asEvent(v).made {
			return py.Value{}, t.AttrErr(v, py.InternStr("_flag"))
		}
		return py.Bool(asEvent(v).isSet()), nil
	})
	return t.NewClass(&py.ClassSpec{
		Name: "Event", Module: "threading", Layout: eventLayout,
		Doc: "A flag that threads can wait for. It is unset at first.",
		Init: func(t *py.Thread, v py.Value, a []py.Value) *py.Exc {
			e := asEvent(v)
			if e.made {
				e.put(false)
				return nil
			}
			e.mon.setup(m.condition)
			e.made = true
			return nil
		},
		Methods: []py.MethodSpec{
			{Name: "__repr__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				status := "unset"
				if asEvent(v).isSet() {
					status = "set"
				}
				return py.NewStr(fmt.Sprintf("<%s at %p: %s>", t.QualifiedName(v.Type()), v.Ptr(), status)).Value(), nil
			}), Doc: "Return repr(self)."},
			{Name: "__getstate__", Fn: py.Fn0(noPickle), Doc: "Refuse to be pickled: a lock cannot be."},
			{Name: "_at_fork_reinit", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				asEvent(v).mon.mu.Mu.Reset()
				asEvent(v).mon.cond.waiters.Clear()
				return py.None, nil
			})},
			{Name: "is_set", Sig: "", Fn: isSet, Doc: "Tell whether the flag is set."},
			{Name: "isSet", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if err := t.Warn(py.DeprecationWarning, 1, "isSet() is deprecated, use is_set() instead"); err != nil {
					return py.Value{}, err
				}
				return t.CallMethodS(v, "is_set")
			}), Doc: "Tell whether the flag is set: is_set() by its old, deprecated name."},
			{Name: "set", Sig: "", Fn: set(true), Doc: "Set the flag and wake all threads that wait for it."},
			{Name: "clear", Sig: "", Fn: set(false), Doc: "Unset the flag."},
			{Name: "wait", Sig: "timeout=None", Fn: py.FnSig(eventWait), Doc: "Wait until the flag is set, or for timeout seconds at most.\n\nThe result is False when the time was over first, and True otherwise."},
		},
		GetSet: []py.GetSetSpec{
			{Name: "_cond", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if !asEvent(v).made {
					return py.Value{}, missing(t, v)
				}
				return asEvent(v).mon.cond.Value(), nil
			}},
			{Name: "_flag", Get: isSet, Set: func(t *py.Thread, v, val py.Value) *py.Exc {
				if val.IsNil() {
					return t.Raise(py.AttributeError, "cannot delete attribute '_flag'")
				}
				f, err := t.Truth(val)
				if err == nil {
					q := &asEvent(v).mon.cond.waiters
					q.Lock()
					asEvent(v).flag = f
					q.Unlock()
				}
				return err
			}},
		},
	})
}
