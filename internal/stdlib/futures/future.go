// Package futures is the native part of the library's module
// concurrent.futures._base: Future takes the place of the class written in
// Python.
package futures

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
	"github.com/coachwhip/coachwhip/internal/stdlib/threading"
)

// future is a concurrent.futures.Future. Its condition's lock guards the rest,
// as in Python: executors and waiters take that lock too. The lock of the
// condition's queue guards each field for those who only look.
type future struct {
	py.Header
	ext  py.Ext
	lock lock.RLock
	cond threading.Condition
	made bool

	state             py.Value
	result, exception py.Value
	waiters           *py.List // nil: empty
	callbacks         *py.List // nil: empty
}

var (
	pending   = py.InternStr("PENDING").Value()
	running   = py.InternStr("RUNNING").Value()
	cancelled = py.InternStr("CANCELLED").Value()
	notified  = py.InternStr("CANCELLED_AND_NOTIFIED").Value()
	finished  = py.InternStr("FINISHED").Value()
)

var layout = py.LayoutWithExt(func(f *future) *py.Ext { return &f.ext })

func asFuture(v py.Value) *future { return (*future)(v.Ptr()) }

func (f *future) value() py.Value { return py.FromHeader(&f.Header) }

func (f *future) isCancelled() bool { return f.state == cancelled || f.state == notified }

func (f *future) over() bool { return f.state == finished || f.isCancelled() }

// set changes the state and, if one is given, result or exception.
func (f *future) set(state, result, exception py.Value) {
	f.cond.Change(func() {
		if !result.IsNil() {
			f.result = result
		}
		if !exception.IsNil() {
			f.exception = exception
		}
		f.state = state
	})
}

func (f *future) look(field *py.Value) (v py.Value) {
	f.cond.Change(func() { v = *field })
	return v
}

// module is what one execution of the module concurrent.futures._base has.
type module struct {
	ns        *py.Dict
	future    *py.Type
	condition *py.Type
}

// locked runs g with the condition's lock held.
func (f *future) locked(t *py.Thread, g func() *py.Exc) *py.Exc {
	if !f.made {
		return t.AttrErr(f.value(), py.InternStr("_condition"))
	}
	if err := f.cond.Enter(t); err != nil {
		return err
	}
	err := g()
	if e := f.cond.Leave(t); err == nil {
		err = e
	}
	return err
}

// newError makes an exception of a class that the module has.
func (m *module) newError(t *py.Thread, name string, args ...py.Value) *py.Exc {
	v, err := t.Call(m.ns.GetStr(t, name), args...)
	if err != nil {
		return err
	}
	if e, ok := py.ToExc(v); ok {
		return e
	}
	return t.TypeErr("exceptions must derive from BaseException")
}

// log calls a method of the module's logger.
func (m *module) log(t *py.Thread, method string, e *py.Exc, args ...py.Value) *py.Exc {
	f, err := t.GetAttrS(m.ns.GetStr(t, "LOGGER"), method)
	if err != nil {
		return err
	}
	kw := py.NewDict()
	if e != nil {
		kw.SetStr(t, "exc_info", e.Value())
	}
	_, err = t.CallKw(f, args, kw)
	return err
}

// invoke runs one callback; an Exception that it raises is logged.
func (m *module) invoke(t *py.Thread, f *future, callback py.Value) *py.Exc {
	_, err := t.Call(callback, f.value())
	if err != nil && err.Is(py.Exception) {
		err = m.log(t, "exception", err, py.NewStr("exception calling callback for %r").Value(), f.value())
	}
	return err
}

func (m *module) invokeAll(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFuture(v)
	for i := 0; ; i++ {
		var l *py.List
		f.cond.Change(func() { l = f.callbacks })
		if l == nil {
			return py.None, nil
		}
		c := l.Get(t, i)
		if c.IsNil() {
			return py.None, nil
		}
		if err := m.invoke(t, f, c); err != nil {
			return py.Value{}, err
		}
	}
}

var nameInvoke = py.InternStr("_invoke_callbacks")

// settled runs the callbacks after the state became final.
func (m *module) settled(t *py.Thread, f *future) *py.Exc {
	var l *py.List
	f.cond.Change(func() { l = f.callbacks })
	if py.MethodOwner(f.value(), nameInvoke) == m.future {
		if l == nil {
			return nil
		}
		_, err := m.invokeAll(t, f.value())
		return err
	}
	_, err := t.CallMethod(f.value(), nameInvoke)
	return err
}

// tell calls a method of everyone who waits for several futures.
func (f *future) tell(t *py.Thread, method string) *py.Exc {
	if f.waiters == nil {
		return nil
	}
	for i := 0; ; i++ {
		w := f.waiters.Get(t, i)
		if w.IsNil() {
			return nil
		}
		if _, err := t.CallMethodS(w, method, f.value()); err != nil {
			return err
		}
	}
}

func (m *module) cancel(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFuture(v)
	done, result := true, py.True
	err := f.locked(t, func() *py.Exc {
		switch {
		case f.state == running || f.state == finished:
			result = py.False
		case f.isCancelled():
		default:
			done = false
			f.set(cancelled, py.Value{}, py.Value{})
			f.cond.NotifyAll()
		}
		return nil
	})
	if err == nil && !done {
		err = m.settled(t, f)
	}
	return result, err
}

// outcome waits for the end and returns what is asked for.
func (m *module) outcome(t *py.Thread, f *future, timeout py.Value, get func() (py.Value, *py.Exc)) (v py.Value, err *py.Exc) {
	err = f.locked(t, func() (err *py.Exc) {
		if !f.over() {
			u, err := threading.TimeLimit(t, timeout)
			if err != nil {
				return err
			}
			for left := true; left && !f.over(); {
				if left, err = f.cond.WaitUntil(t, u, py.WaitFuture, &f.Header); err != nil {
					return err
				}
			}
		}
		switch {
		case f.isCancelled():
			return m.newError(t, "CancelledError")
		case f.state != finished:
			return m.newError(t, "TimeoutError")
		}
		v, err = get()
		return err
	})
	return v, err
}

// value or exception of a finished future.
func (f *future) get(t *py.Thread) (py.Value, *py.Exc) {
	failed, err := t.Truth(f.exception)
	if err != nil {
		return py.Value{}, err
	}
	if !failed {
		return f.result, nil
	}
	x := f.exception
	if cls, ok := py.ToType(x); ok && cls.Flags()&py.FlagExcSubclass != 0 {
		if x, err = t.Call(x); err != nil {
			return py.Value{}, err
		}
	}
	if e, ok := py.ToExc(x); ok {
		return py.Value{}, e
	}
	return py.Value{}, t.TypeErr("exceptions must derive from BaseException")
}

func (m *module) start(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFuture(v)
	result := py.True
	err := f.locked(t, func() *py.Exc {
		switch f.state {
		case pending:
			f.set(running, py.Value{}, py.Value{})
		case cancelled:
			result = py.False
			f.set(notified, py.Value{}, py.Value{})
			return f.tell(t, "add_cancelled")
		default:
			if err := m.log(t, "critical", nil, py.NewStr("Future %s in unexpected state: %s").Value(), py.ID(v), f.state); err != nil {
				return err
			}
			return t.Raise(py.RuntimeError, "Future in unexpected state")
		}
		return nil
	})
	return result, err
}

// finish is set_result and set_exception.
func (m *module) finish(t *py.Thread, f *future, result, exception py.Value, tell string) *py.Exc {
	err := f.locked(t, func() *py.Exc {
		if f.over() {
			r, err := t.Repr(f.value())
			if err != nil {
				return err
			}
			s, err := t.StrOf(f.state)
			if err != nil {
				return err
			}
			return m.newError(t, "InvalidStateError", py.NewStr(s.String()+": "+r.String()).Value())
		}
		f.set(finished, result, exception)
		if err := f.tell(t, tell); err != nil {
			return err
		}
		f.cond.NotifyAll()
		return nil
	})
	if err == nil {
		err = m.settled(t, f)
	}
	return err
}

func (m *module) addCallback(t *py.Thread, f *future, fn py.Value) *py.Exc {
	over := false
	err := f.locked(t, func() *py.Exc {
		if over = f.over(); !over {
			list(f, &f.callbacks).Append(t, fn)
		}
		return nil
	})
	if err == nil && over {
		err = m.invoke(t, f, fn)
	}
	return err
}

// list returns a list of the future's, making it when it is first asked for.
func list(f *future, at **py.List) (l *py.List) {
	f.cond.Change(func() {
		if *at == nil {
			*at = py.NewList(nil)
		}
		l = *at
	})
	return l
}

func (m *module) repr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFuture(v)
	text := ""
	err := f.locked(t, func() *py.Exc {
		name, err := t.GetItem(m.ns.GetStr(t, "_STATE_TO_DESCRIPTION_MAP"), f.state)
		if err != nil {
			return err
		}
		s, err := t.StrOf(name)
		if err != nil {
			return err
		}
		end := ""
		if f.state == finished {
			failed, err := t.Truth(f.exception)
			if err != nil {
				return err
			}
			end = " returned " + f.result.Type().BareName()
			if failed {
				end = " raised " + f.exception.Type().BareName()
			}
		}
		text = fmt.Sprintf("<%s at %p state=%s%s>", v.Type().BareName(), v.Ptr(), s.String(), end)
		return nil
	})
	return py.NewStr(text).Value(), err
}
