package futures

import "github.com/coachwhip/coachwhip/internal/py"

func init() {
	py.RegisterNativePart("concurrent.futures._base", func(t *py.Thread, ns *py.Dict) *py.Exc {
		m := &module{ns: ns}
		cond, err := t.GetAttrS(ns.GetStr(t, "threading"), "Condition")
		if err != nil {
			return err
		}
		var ok bool
		if m.condition, ok = py.ToType(cond); !ok {
			return t.TypeErr("threading.Condition is not a class")
		}
		if m.future, err = m.class(t); err != nil {
			return err
		}
		ns.SetStr(t, "Future", m.future.Value())
		return nil
	})
}

func (m *module) init(t *py.Thread, v py.Value, _ []py.Value) *py.Exc {
	f := asFuture(v)
	if !f.made {
		f.cond.SetupR(m.condition, &f.lock)
		f.made = true
	}
	f.set(pending, py.None, py.None)
	f.cond.Change(func() { f.waiters, f.callbacks = nil, nil })
	return nil
}

func (m *module) class(t *py.Thread) (*py.Type, *py.Exc) {
	is := func(test func(f *future) bool) py.Fn0 {
		return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			f := asFuture(v)
			r := false
			err := f.locked(t, func() *py.Exc { r = test(f); return nil })
			return py.Bool(r), err
		}
	}
	field := func(name string, at func(f *future) *py.Value) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			f := asFuture(v)
			x := f.look(at(f))
			if x.IsNil() {
				return x, t.AttrErr(v, py.InternStr(name))
			}
			return x, nil
		}, Set: func(t *py.Thread, v, x py.Value) *py.Exc {
			if x.IsNil() {
				return t.Raise(py.AttributeError, "cannot delete attribute '%s'", name)
			}
			if s, ok := py.ToStr(x); ok {
				x = py.InternStr(s.String()).Value() // states are compared by identity
			}
			f := asFuture(v)
			f.cond.Change(func() { *at(f) = x })
			return nil
		}}
	}
	listField := func(name string, at func(f *future) **py.List) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			f := asFuture(v)
			if !f.made {
				return py.Value{}, t.AttrErr(v, py.InternStr(name))
			}
			return list(f, at(f)).Value(), nil
		}, Set: func(t *py.Thread, v, x py.Value) *py.Exc {
			if x.IsNil() {
				return t.Raise(py.AttributeError, "cannot delete attribute '%s'", name)
			}
			l, ok := py.ToList(x)
			if !ok {
				return t.TypeErr("%s must be a list, not %s", name, x.Type().Name())
			}
			f := asFuture(v)
			f.cond.Change(func() { *at(f) = l })
			return nil
		}}
	}
	return t.NewClass(&py.ClassSpec{
		Name: "Future", Module: "concurrent.futures._base", Layout: layout,
		Doc:  "What a call that runs elsewhere will return or raise.",
		Init: m.init, InitDoc: "Make a pending future. Executors do that.",
		Methods: []py.MethodSpec{
			py.ClassGetItemSpec(),
			{Name: "__repr__", Fn: py.Fn0(m.repr), Doc: "Return repr(self)."},
			{Name: "__getstate__", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.Value{}, t.TypeErr("cannot pickle '_thread.RLock' object")
			}), Doc: "Refuse to be pickled: a lock cannot be."},
			{Name: "_invoke_callbacks", Fn: py.Fn0(m.invokeAll)},
			{Name: "cancel", Fn: py.Fn0(m.cancel), Doc: "Cancel the call unless it runs or is over, and tell whether it is cancelled."},
			{Name: "cancelled", Fn: is((*future).isCancelled), Doc: "Tell whether the call was cancelled."},
			{Name: "running", Fn: is(func(f *future) bool { return f.state == running }), Doc: "Tell whether the call runs now."},
			{Name: "done", Fn: is((*future).over), Doc: "Tell whether the call was cancelled or is over."},
			{Name: "result", Sig: "timeout=None", Doc: "Return what the call returned, or raise what it raised, waiting for its end.\n\nTimeoutError says that it did not end within timeout seconds, CancelledError\nthat it was cancelled.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				f := asFuture(v)
				return m.outcome(t, f, a[0], func() (py.Value, *py.Exc) { return f.get(t) })
			})},
			{Name: "exception", Sig: "timeout=None", Doc: "Return the exception that the call raised, None if it returned, waiting for its\nend as result() does.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				f := asFuture(v)
				return m.outcome(t, f, a[0], func() (py.Value, *py.Exc) { return f.exception, nil })
			})},
			{Name: "add_done_callback", Sig: "fn", Doc: "Have fn(future) called when the call is over or cancelled; at once if it is.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, m.addCallback(t, asFuture(v), a[0])
			})},
			{Name: "set_running_or_notify_cancel", Fn: py.Fn0(m.start), Doc: "Mark the call as running; False when it was cancelled and must not run.\n\nFor executors only."},
			{Name: "set_result", Sig: "result", Doc: "Set what the call returned. For executors only.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, m.finish(t, asFuture(v), a[0], py.Value{}, "add_result")
			})},
			{Name: "set_exception", Sig: "exception", Doc: "Set what the call raised. For executors only.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, m.finish(t, asFuture(v), py.Value{}, a[0], "add_exception")
			})},
		},
		GetSet: []py.GetSetSpec{
			field("_state", func(f *future) *py.Value { return &f.state }),
			field("_result", func(f *future) *py.Value { return &f.result }),
			field("_exception", func(f *future) *py.Value { return &f.exception }),
			listField("_waiters", func(f *future) **py.List { return &f.waiters }),
			listField("_done_callbacks", func(f *future) **py.List { return &f.callbacks }),
			{Name: "_condition", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if !asFuture(v).made {
					return py.Value{}, t.AttrErr(v, py.InternStr("_condition"))
				}
				return asFuture(v).cond.Value(), nil
			}},
		},
	})
}
