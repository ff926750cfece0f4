package threading

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/py"
)

// barrier is a threading.Barrier. Its lock guards state and count; the queue's
// lock is taken too where they change, for those who only look.
type barrier struct {
	py.Header
	ext     py.Ext
	mon     monitor
	made    bool
	parties py.Value
	size    int
	action  py.Value
	timeout py.Value
	state   int
	count   int // threads inside
}

// States of a barrier.
const (
	filling   = 0
	draining  = 1 // the threads leave; nobody may enter
	resetting = -1
	broken    = -2
)

var barrierLayout = py.LayoutWithExt(func(b *barrier) *py.Ext { return &b.ext })

func asBarrier(v py.Value) *barrier { return (*barrier)(v.Ptr()) }

func (b *barrier) set(state, count int) {
	q := &b.mon.cond.waiters
	q.Lock()
	b.state, b.count = state, count
	q.Unlock()
}

func (b *barrier) look() (state, count int) {
	q := &b.mon.cond.waiters
	q.Lock()
	defer q.Unlock()
	return b.state, b.count
}

// shatter breaks the barrier.
func (b *barrier) shatter() {
	b.set(broken, b.count)
	b.mon.cond.NotifyAll()
}

// pause waits for a change of state.
func (b *barrier) pause(t *py.Thread, u until) *py.Exc {
	_, err := b.mon.cond.wait(t, u, py.WaitBarrier, &b.Header)
	return err
}

// pass is wait() with the lock held: it returns the thread's number.
func (b *barrier) pass(t *py.Thread, m *module, timeout py.Value) (n int, err *py.Exc) {
	fail := func() *py.Exc { return py.NewExc(m.broken) }
	for b.state == draining || b.state == resetting {
		if err := b.pause(t, forever); err != nil {
			return 0, err
		}
	}
	if b.state < 0 {
		return 0, fail()
	}
	n = b.count
	b.set(b.state, b.count+1)
	if n+1 == b.size {
		err = b.trip(t)
	} else {
		var u until
		if u, err = timeLimit(t, timeout); err == nil {
			err = b.await(t, u, fail)
		}
	}
	b.set(b.state, b.count-1)
	if b.count == 0 && (b.state == resetting || b.state == draining) {
		b.set(filling, 0)
		b.mon.cond.NotifyAll()
	}
	return n, err
}

// trip lets the threads go; the calling one came last.
func (b *barrier) trip(t *py.Thread) *py.Exc {
	if !b.action.IsNone() {
		ok, err := t.Truth(b.action)
		if err == nil && ok {
			_, err = t.Call(b.action)
		}
		if err != nil {
			b.shatter()
			return err
		}
	}
	b.set(draining, b.count)
	b.mon.cond.NotifyAll()
	return nil
}

// await waits for the last thread.
func (b *barrier) await(t *py.Thread, u until, fail func() *py.Exc) *py.Exc {
	for tries := 0; b.state == filling; tries++ {
		if u.poll && tries > 0 || u.deadline > 0 && now(t) >= u.deadline {
			b.shatter()
			return fail()
		}
		if err := b.pause(t, u); err != nil {
			return err
		}
	}
	if b.state < 0 {
		return fail()
	}
	return nil
}

// reset makes the barrier as new; those inside leave with an error.
func (b *barrier) reset() {
	switch {
	case b.count == 0:
		b.set(filling, 0)
	case b.state == filling || b.state == broken:
		b.set(resetting, b.count)
	}
	b.mon.cond.NotifyAll()
}

// locked runs f with the barrier's lock held.
func (b *barrier) locked(t *py.Thread, f func() *py.Exc) *py.Exc {
	if !b.made {
		return missing(t, py.FromHeader(&b.Header))
	}
	if err := b.mon.mu.Acquire(t); err != nil {
		return err
	}
	err := f()
	if e := b.mon.mu.Release(t); e != nil && err == nil {
		err = e // it was interrupted twice while it wanted the lock back
	}
	return err
}

func (m *module) barrierWait(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBarrier(v)
	timeout := a[0]
	if timeout.IsNil() || timeout.IsNone() {
		timeout = b.timeout
	}
	n := 0
	err := b.locked(t, func() (err *py.Exc) {
		n, err = b.pass(t, m, timeout)
		return err
	})
	return py.IntOf(n), err
}

func (m *module) barrierInit(t *py.Thread, v py.Value, a []py.Value) *py.Exc {
	few, err := t.CompareBool(a[0], py.IntOf(1), py.CmpLT)
	if err != nil {
		return err
	}
	if few {
		return t.ValueErr("parties must be > 0")
	}
	n, err := t.AsInt(a[0])
	if err != nil {
		return err
	}
	b := asBarrier(v)
	if !b.made {
		b.mon.setup(m.condition)
	}
	b.parties, b.size, b.action, b.timeout = a[0], n, py.None, py.None
	if !a[1].IsNil() {
		b.action = a[1]
	}
	if !a[2].IsNil() {
		b.timeout = a[2]
	}
	b.set(filling, 0)
	b.made = true
	return nil
}

func (m *module) barrierClass(t *py.Thread) (*py.Type, *py.Exc) {
	get := func(name string, f func(b *barrier) py.Value) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if !asBarrier(v).made {
				return py.Value{}, t.AttrErr(v, py.InternStr(name))
			}
			return f(asBarrier(v)), nil
		}}
	}
	number := func(name, doc string, f func(b *barrier) py.Value) py.GetSetSpec {
		g := get(name, f)
		g.Doc = doc
		return g
	}
	return t.NewClass(&py.ClassSpec{
		Name: "Barrier", Module: "threading", Layout: barrierLayout,
		Doc:     "A point that a fixed number of threads pass together: each waits there for the\nothers.",
		InitSig: "parties, action=None, timeout=None", Init: m.barrierInit,
		InitDoc: "Make a barrier for parties threads.\n\nOne of them calls action, if it is given, before they go on; timeout is for\nevery wait() that has none of its own.",
		Methods: []py.MethodSpec{
			{Name: "__repr__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b := asBarrier(v)
				state, count := b.look()
				status := "broken"
				if state != broken {
					if state != filling {
						count = 0
					}
					status = fmt.Sprintf("waiters=%d/%d", count, b.size)
				}
				return py.NewStr(fmt.Sprintf("<%s at %p: %s>", t.QualifiedName(v.Type()), v.Ptr(), status)).Value(), nil
			}), Doc: "Return repr(self)."},
			{Name: "__getstate__", Fn: py.Fn0(noPickle), Doc: "Refuse to be pickled: a lock cannot be."},
			{Name: "wait", Sig: "timeout=None", Fn: py.FnSig(m.barrierWait), Doc: "Wait until as many threads have come as the barrier is for.\n\nEach gets another number from 0 on as its result. When the time is over, or\nabort() or reset() is called, all get a BrokenBarrierError."},
			{Name: "reset", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b := asBarrier(v)
				return py.None, b.locked(t, func() *py.Exc { b.reset(); return nil })
			}), Doc: "Make the barrier as new. Threads that wait get a BrokenBarrierError."},
			{Name: "abort", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b := asBarrier(v)
				return py.None, b.locked(t, func() *py.Exc { b.shatter(); return nil })
			}), Doc: "Break the barrier. Threads that wait, now or later, get a BrokenBarrierError."},
		},
		GetSet: []py.GetSetSpec{
			number("parties", "The number of threads that the barrier is for.", func(b *barrier) py.Value { return b.parties }),
			number("n_waiting", "The number of threads that wait now.", func(b *barrier) py.Value {
				if state, count := b.look(); state == filling {
					return py.IntOf(count)
				}
				return py.IntOf(0)
			}),
			number("broken", "Whether the barrier is broken.", func(b *barrier) py.Value {
				state, _ := b.look()
				return py.Bool(state == broken)
			}),
			get("_cond", func(b *barrier) py.Value { return b.mon.cond.Value() }),
			get("_parties", func(b *barrier) py.Value { return b.parties }),
			get("_action", func(b *barrier) py.Value { return b.action }),
			get("_timeout", func(b *barrier) py.Value { return b.timeout }),
			get("_count", func(b *barrier) py.Value { _, n := b.look(); return py.IntOf(n) }),
			get("_state", func(b *barrier) py.Value { n, _ := b.look(); return py.IntOf(n) }),
		},
	})
}
