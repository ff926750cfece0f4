// Package threading is the native part of the library's module threading:
// Condition, Semaphore, BoundedSemaphore, Event and Barrier take the place of
// the classes written in Python.
package threading

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
)

// module is what the classes of one execution of the module threading share.
type module struct {
	condition, semaphore, bounded, event, barrier *py.Type
	broken                                        *py.Type // BrokenBarrierError
}

// noPickle is __getstate__ of objects that hold a lock.
func noPickle(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	return py.Value{}, t.TypeErr("cannot pickle '_thread.lock' object")
}

// missing is the error of an object whose __init__ did not run.
func missing(t *py.Thread, v py.Value) *py.Exc {
	return t.AttrErr(v, py.InternStr("_cond"))
}

// monitor is the lock and the condition that a primitive is made of. Programs
// see them as its attribute _cond.
type monitor struct {
	mu   lock.Lock
	cond Condition
}

func (m *monitor) setup(cls *py.Type) {
	m.mu.Init()
	m.cond.Setup(cls, &m.mu)
}

func init() {
	py.RegisterNativePart("threading", func(t *py.Thread, ns *py.Dict) *py.Exc {
		m := &module{}
		var ok bool
		if m.broken, ok = py.ToType(ns.GetStr(t, "BrokenBarrierError")); !ok {
			return t.TypeErr("threading.BrokenBarrierError is not a class")
		}
		for _, c := range [...]struct {
			name string
			to   **py.Type
			make func(*py.Thread) (*py.Type, *py.Exc)
		}{
			{"Condition", &m.condition, m.conditionClass},
			{"Semaphore", &m.semaphore, m.semaphoreClass},
			{"BoundedSemaphore", &m.bounded, m.boundedClass},
			{"Event", &m.event, m.eventClass},
			{"Barrier", &m.barrier, m.barrierClass},
		} {
			cls, err := c.make(t)
			if err != nil {
				return err
			}
			*c.to = cls
			ns.SetStr(t, c.name, cls.Value())
		}
		return m.renewMain(t, ns)
	})
}

// renewMain gives the main thread's object, which the module made already, an
// Event of the new class.
func (m *module) renewMain(t *py.Thread, ns *py.Dict) *py.Exc {
	main := ns.GetStr(t, "_main_thread")
	if main.IsNil() {
		return nil
	}
	e, err := t.Call(m.event.Value())
	if err != nil {
		return err
	}
	asEvent(e).flag = true
	return t.SetAttr(main, py.InternStr("_started"), e)
}
