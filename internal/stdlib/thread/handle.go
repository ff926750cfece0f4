package thread

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// handle is a _thread._ThreadHandle: it stands for a thread that can be joined.
// The lock of done guards its state.
type handle struct {
	py.Header
	ident atomic.Uint64
	state atomic.Uint32
	done  py.WaitQueue
}

// States of a handle.
const (
	notStarted uint32 = iota
	starting
	running
	ended
)

var handleType = new(py.Type)

func asHandle(v py.Value) *handle { return (*handle)(v.Ptr()) }

// finish marks the thread as over and wakes those that join it.
func (h *handle) finish() {
	h.done.Lock()
	h.state.Store(ended)
	var wake []*py.Waiter
	for w := h.done.Pop(); w != nil; w = h.done.Pop() {
		wake = append(wake, w)
	}
	h.done.Unlock()
	for _, w := range wake {
		w.Wake()
	}
}

// join waits for the thread's end; false: the deadline came first.
func (h *handle) join(t *py.Thread, deadline int64) (bool, *py.Exc) {
	defer t.SetJoining(t.SetJoining(h.ident.Load()))
	h.done.Lock()
	if h.state.Load() == ended {
		h.done.Unlock()
		return true, nil
	}
	w := h.done.Push(t)
	popped, err := t.Wait(&h.done, w, py.WaitJoin, &h.Header, deadline)
	if err != nil || popped {
		return err == nil, err
	}
	return h.state.Load() == ended, nil
}

func handleJoin(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	h := asHandle(v)
	if args.NumKw() > 0 {
		return py.Value{}, t.TypeErr("_ThreadHandle.join() takes no keyword arguments")
	}
	a := args.Pos()
	if len(a) > 1 {
		return py.Value{}, t.TypeErr("join() takes at most 1 argument (%d given)", len(a))
	}
	deadline := py.NoDeadline
	if len(a) == 1 && !a[0].IsNone() {
		d, err := t.Duration(a[0], py.RoundCeiling)
		if err != nil {
			return py.Value{}, err
		}
		if d >= 0 {
			deadline = t.DeadlineIn(time.Duration(d))
		}
	}
	switch s := h.state.Load(); {
	case s == notStarted:
		return py.Value{}, t.Raise(py.RuntimeError, "thread not started")
	case s != ended && h.ident.Load() == t.ID():
		return py.Value{}, t.Raise(py.RuntimeError, "Cannot join current thread")
	}
	_, err := h.join(t, deadline)
	return py.None, err
}

func makeHandle(t *py.Thread, _, id py.Value) (py.Value, *py.Exc) {
	if !py.IsInt(id) {
		return py.Value{}, t.TypeErr("ident must be an integer")
	}
	x, err := t.Index(id)
	if err != nil {
		return py.Value{}, err
	}
	n := py.BigOf(x)
	switch {
	case n.Sign() < 0:
		return py.Value{}, t.Raise(py.OverflowError, "can't convert negative int to unsigned")
	case !n.IsUint64():
		return py.Value{}, t.Raise(py.OverflowError, "int too big to convert")
	}
	h := py.AllocFor[handle](t, handleType)
	h.ident.Store(n.Uint64())
	h.state.Store(running)
	if h.ident.Load() == t.ID() && t != t.Interp().Main() {
		t.AtEnd(func(t *py.Thread) { dropDummy(t, h) })
	}
	return py.FromHeader(&h.Header), nil
}

// dropDummy takes the object that threading made for a thread which it did not
// start, with the handle h, off its list as the thread ends: a finalizer of the
// library does that too, but not before a garbage collection.
func dropDummy(t *py.Thread, h *handle) {
	mods, ok := py.ToDict(t.SysGet("modules"))
	if !ok {
		return
	}
	m := mods.GetStr(t, "threading")
	if m.IsNil() {
		return
	}
	a, err := t.GetAttrS(m, "_active")
	if err != nil {
		return // a module of the program's own
	}
	active, ok := py.ToDict(a)
	if !ok {
		return
	}
	id := py.Int64(int64(t.ID()))
	th, err := active.Get(t, id)
	if err != nil || th.IsNil() {
		return
	}
	if own, err := t.GetAttrS(th, "_handle"); err != nil || own != py.FromHeader(&h.Header) {
		return
	}
	if _, err := active.Pop(t, id); err != nil {
		t.WriteUnraisable(err, "", py.Value{})
	}
}

func handleRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	return py.NewStr(fmt.Sprintf("<_thread._ThreadHandle object: ident=%d>", asHandle(v).ident.Load())).Value(), nil
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: handleType, Name: "_thread._ThreadHandle", Flags: py.FlagWeakref, Layout: py.LayoutOf[handle](),
		Slots: py.Slots{Repr: handleRepr, New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[handle](t, cls).Header), nil
		}},
		GetSet: []py.GetSetSpec{{Name: "ident", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return py.Int64(int64(asHandle(v).ident.Load())), nil
		}}},
		Methods: []py.MethodSpec{
			{Name: "is_done", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.Bool(asHandle(v).state.Load() == ended), nil
			})},
			{Name: "_set_done", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				h := asHandle(v)
				if s := h.state.Load(); s == notStarted || s == starting {
					return py.Value{}, t.Raise(py.RuntimeError, "thread not started")
				}
				h.finish()
				return py.None, nil
			})},
			{Name: "join", Fn: py.FnRaw(handleJoin)},
		},
	})
}
