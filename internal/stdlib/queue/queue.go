// Package queue is the native module _queue, with SimpleQueue, and the native
// part of the library's module queue: Queue, LifoQueue and PriorityQueue take
// the place of the classes written in Python.
package queue

import (
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/collections"
	"github.com/coachwhip/coachwhip/internal/stdlib/heapq"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
	"github.com/coachwhip/coachwhip/internal/stdlib/threading"
)

// queue is a queue.Queue. It is made of the same parts as in Python: a lock,
// three conditions that share it and a container; a program may use them, put
// others in their place, or override the methods that use the container.
type queue struct {
	py.Header
	ext py.Ext

	// The lock and the conditions in use, nil before __init__, and the ones that
	// __init__ makes.
	mutex                      *lock.Lock
	notEmpty, notFull, allDone *threading.Condition
	ownMutex                   lock.Lock
	own                        [3]threading.Condition

	hooks   py.MethodCache
	kind    *py.Type // whose container methods are in use when none is overridden
	maxsize py.Value
	limit   int64 // maxsize, if it is a small int; 0 or less: none
	small   bool

	items py.Value // the attribute queue
	deque *collections.Deque
	list  *py.List

	unfinished atomic.Int64
	shutdown   atomic.Bool
}

var layout = py.LayoutWithExt(func(q *queue) *py.Ext { return &q.ext })

func asQueue(v py.Value) *queue { return (*queue)(v.Ptr()) }

func (q *queue) value() py.Value { return py.FromHeader(&q.Header) }

// module is what the classes of one execution of the module queue share.
type module struct {
	fifo, lifo, heap      *py.Type
	full, empty, shutdown *py.Type // Full, Empty, ShutDown
	condition             *py.Type
}

var (
	nameInit  = py.InternStr("_init")
	nameQSize = py.InternStr("_qsize")
	namePut   = py.InternStr("_put")
	nameGet   = py.InternStr("_get")
	hookNames = []*py.Str{nameQSize, namePut, nameGet}
)

// native tells whether the container's own methods are in use.
func (q *queue) native() bool { return q.hooks.Native(q.value(), q.kind, hookNames) }

func (q *queue) setItems(v py.Value) {
	q.items = v
	q.deque, _ = collections.ToDeque(v)
	q.list = nil
	if v.Type() == py.ListType {
		q.list, _ = py.ToList(v)
	}
}

func (q *queue) setMax(v py.Value) {
	q.maxsize = v
	q.limit, q.small = v.Small()
}

// bounded tells whether maxsize is more than 0; reached, whether n items are as
// many as that.
func (q *queue) bounded(t *py.Thread) (bool, *py.Exc) {
	if q.small {
		return q.limit > 0, nil
	}
	return t.CompareBool(q.maxsize, py.IntOf(0), py.CmpGT)
}

func (q *queue) reached(t *py.Thread, n int) (bool, *py.Exc) {
	if q.small {
		return int64(n) >= q.limit, nil
	}
	return t.CompareBool(py.IntOf(n), q.maxsize, py.CmpGE)
}

// The container's own methods.

func (q *queue) count(t *py.Thread) (int, *py.Exc) {
	switch {
	case q.deque != nil:
		return q.deque.Len(t), nil
	case q.list != nil:
		return q.list.Len(t), nil
	case q.items.IsNil():
		return 0, t.AttrErr(q.value(), py.InternStr("queue"))
	}
	return t.Len(q.items)
}

func (q *queue) add(t *py.Thread, m *module, kind *py.Type, v py.Value) *py.Exc {
	if kind == m.heap {
		l, ok := py.ToList(q.items)
		if !ok {
			return t.TypeErr("heappush() argument 1 must be list, not %s", q.items.Type().Name())
		}
		return heapq.Push(t, l, v)
	}
	switch {
	case q.deque != nil:
		return q.deque.Append(t, v)
	case q.list != nil:
		q.list.Append(t, v)
	default:
		_, err := t.CallMethodS(q.items, "append", v)
		return err
	}
	return nil
}

func (q *queue) remove(t *py.Thread, m *module, kind *py.Type) (py.Value, *py.Exc) {
	switch {
	case kind == m.heap:
		l, ok := py.ToList(q.items)
		if !ok {
			return py.Value{}, t.TypeErr("heappop() argument must be list, not %s", q.items.Type().Name())
		}
		return heapq.Pop(t, l)
	case kind == m.lifo:
		if q.list != nil {
			if v, ok := q.list.Pop(t, -1); ok {
				return v, nil
			}
		}
		return t.CallMethodS(q.items, "pop")
	}
	if q.deque != nil {
		if v, ok := q.deque.PopLeft(t); ok {
			return v, nil
		}
	}
	return t.CallMethodS(q.items, "popleft")
}

// The methods of the container, overridden or not.

func (q *queue) size(t *py.Thread) (int, *py.Exc) {
	if q.native() {
		return q.count(t)
	}
	v, err := t.CallMethod(q.value(), nameQSize)
	if err != nil {
		return 0, err
	}
	return t.AsInt(v)
}

func (q *queue) store(t *py.Thread, m *module, v py.Value) *py.Exc {
	if q.native() {
		return q.add(t, m, q.kind, v)
	}
	_, err := t.CallMethod(q.value(), namePut, v)
	return err
}

func (q *queue) take(t *py.Thread, m *module) (py.Value, *py.Exc) {
	if q.native() {
		return q.remove(t, m, q.kind)
	}
	return t.CallMethod(q.value(), nameGet)
}

// enter takes the lock through a condition, which is nil before __init__.
func (q *queue) enter(t *py.Thread, c *threading.Condition, name string) *py.Exc {
	if c == nil {
		return t.AttrErr(q.value(), py.InternStr(name))
	}
	return c.Enter(t)
}

// leave gives the lock back; an error that there is already comes first.
func leave(t *py.Thread, c *threading.Condition, err *py.Exc) *py.Exc {
	if e := c.Leave(t); err == nil {
		err = e
	}
	return err
}

// waiting is how put and get wait.
type waiting struct {
	block   bool
	timed   bool
	timeout py.Value
	end     int64 // in nanoseconds of the monotonic clock, once begin has run
}

// bindWait reads the arguments block and timeout.
func bindWait(t *py.Thread, block, timeout py.Value) (w waiting, err *py.Exc) {
	w.block = true
	if !block.IsNil() {
		if w.block, err = t.Truth(block); err != nil {
			return w, err
		}
	}
	w.timeout = timeout
	w.timed = w.block && !timeout.IsNil() && !timeout.IsNone()
	return w, nil
}

// begin checks the timeout.
func (w *waiting) begin(t *py.Thread) *py.Exc {
	w.end = py.NoDeadline
	if !w.timed {
		return nil
	}
	neg, err := t.CompareBool(w.timeout, py.IntOf(0), py.CmpLT)
	if err != nil {
		return err
	}
	if neg {
		return t.ValueErr("'timeout' must be a non-negative number")
	}
	return nil
}

// pause waits once; over tells that the time is over.
func (w *waiting) pause(t *py.Thread, c *threading.Condition, k py.WaitKind, obj *py.Header) (over bool, err *py.Exc) {
	if w.timed && w.end == py.NoDeadline {
		d, err := t.Duration(w.timeout, py.RoundCeiling)
		if err != nil {
			return false, err
		}
		w.end = t.DeadlineIn(time.Duration(d))
		if d <= 0 {
			return true, nil
		}
	} else if w.timed && t.Interp().Host().Clock.Monotonic() >= w.end {
		return true, nil
	}
	_, err = c.Wait(t, w.end, k, obj)
	return false, err
}

func (m *module) put(t *py.Thread, q *queue, item, block, timeout py.Value) *py.Exc {
	w, err := bindWait(t, block, timeout)
	if err != nil {
		return err
	}
	c := q.notFull
	if err := q.enter(t, c, "not_full"); err != nil {
		return err
	}
	err = m.putLocked(t, q, item, &w)
	return leave(t, c, err)
}

func (m *module) putLocked(t *py.Thread, q *queue, item py.Value, w *waiting) *py.Exc {
	if q.shutdown.Load() {
		return py.NewExc(m.shutdown)
	}
	limited, err := q.bounded(t)
	if err != nil {
		return err
	}
	if limited {
		if err := w.begin(t); err != nil {
			return err
		}
		for {
			n, err := q.size(t)
			if err != nil {
				return err
			}
			over, err := q.reached(t, n)
			if err != nil {
				return err
			}
			if !over {
				break
			}
			if !w.block {
				return py.NewExc(m.full)
			}
			if over, err = w.pause(t, q.notFull, py.WaitQueueRoom, &q.Header); err != nil {
				return err
			}
			if over {
				return py.NewExc(m.full)
			}
			if q.shutdown.Load() {
				return py.NewExc(m.shutdown)
			}
		}
	}
	if err := q.store(t, m, item); err != nil {
		return err
	}
	q.unfinished.Add(1)
	q.notEmpty.Notify(1)
	return nil
}

func (m *module) get(t *py.Thread, q *queue, block, timeout py.Value) (py.Value, *py.Exc) {
	w, err := bindWait(t, block, timeout)
	if err != nil {
		return py.Value{}, err
	}
	c := q.notEmpty
	if err := q.enter(t, c, "not_empty"); err != nil {
		return py.Value{}, err
	}
	v, err := m.getLocked(t, q, &w)
	if err = leave(t, c, err); err != nil {
		return py.Value{}, err
	}
	return v, nil
}

func (m *module) getLocked(t *py.Thread, q *queue, w *waiting) (py.Value, *py.Exc) {
	for first := true; ; first = false {
		n, err := q.size(t)
		if err != nil {
			return py.Value{}, err
		}
		if first {
			if n == 0 && q.shutdown.Load() {
				return py.Value{}, py.NewExc(m.shutdown)
			}
			if err := w.begin(t); err != nil {
				return py.Value{}, err
			}
		}
		if n != 0 {
			break
		}
		if !w.block {
			return py.Value{}, py.NewExc(m.empty)
		}
		if !first && q.shutdown.Load() {
			return py.Value{}, py.NewExc(m.shutdown)
		}
		over, err := w.pause(t, q.notEmpty, py.WaitQueueItem, &q.Header)
		if err != nil {
			return py.Value{}, err
		}
		if over {
			return py.Value{}, py.NewExc(m.empty)
		}
	}
	v, err := q.take(t, m)
	if err != nil {
		return py.Value{}, err
	}
	q.notFull.Notify(1)
	return v, nil
}

func (m *module) taskDone(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	q := asQueue(v)
	c := q.allDone
	if err := q.enter(t, c, "all_tasks_done"); err != nil {
		return py.Value{}, err
	}
	var err *py.Exc
	n := q.unfinished.Load() - 1
	switch {
	case n < 0:
		err = t.ValueErr("task_done() called too many times")
	case n == 0:
		c.NotifyAll()
	}
	if err == nil {
		q.unfinished.Store(n)
	}
	return py.None, leave(t, c, err)
}

func (m *module) join(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	q := asQueue(v)
	c := q.allDone
	if err := q.enter(t, c, "all_tasks_done"); err != nil {
		return py.Value{}, err
	}
	var err *py.Exc
	for err == nil && q.unfinished.Load() != 0 {
		_, err = c.Wait(t, py.NoDeadline, py.WaitCondition, &q.Header)
	}
	return py.None, leave(t, c, err)
}

func (m *module) shutDown(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	q := asQueue(v)
	now := false
	if !a[0].IsNil() {
		var err *py.Exc
		if now, err = t.Truth(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if err := q.enterMutex(t); err != nil {
		return py.Value{}, err
	}
	q.shutdown.Store(true)
	var err *py.Exc
	if now {
		err = m.drain(t, q)
	}
	if err == nil {
		q.notEmpty.NotifyAll()
		q.notFull.NotifyAll()
	}
	if e := q.mutex.Release(t); err == nil {
		err = e
	}
	return py.None, err
}

// drain removes all items, whose tasks count as done.
func (m *module) drain(t *py.Thread, q *queue) *py.Exc {
	for {
		n, err := q.size(t)
		if err != nil {
			return err
		}
		if n == 0 {
			q.allDone.NotifyAll()
			return nil
		}
		if _, err := q.take(t, m); err != nil {
			return err
		}
		if q.unfinished.Load() > 0 {
			q.unfinished.Add(-1)
		}
	}
}

func (q *queue) enterMutex(t *py.Thread) *py.Exc {
	if q.mutex == nil {
		return t.AttrErr(q.value(), py.InternStr("mutex"))
	}
	return q.mutex.Acquire(t)
}

// look asks for the size with the lock held.
func (q *queue) look(t *py.Thread) (int, *py.Exc) {
	if err := q.enterMutex(t); err != nil {
		return 0, err
	}
	n, err := q.size(t)
	if e := q.mutex.Release(t); err == nil {
		err = e
	}
	return n, err
}
