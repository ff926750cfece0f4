package queue

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/collections"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
	"github.com/coachwhip/coachwhip/internal/stdlib/threading"
)

func init() {
	py.RegisterNativePart("queue", func(t *py.Thread, ns *py.Dict) *py.Exc {
		m := &module{}
		for _, x := range [...]struct {
			name string
			to   **py.Type
		}{{"Full", &m.full}, {"Empty", &m.empty}, {"ShutDown", &m.shutdown}} {
			tp, ok := py.ToType(ns.GetStr(t, x.name))
			if !ok || tp.Flags()&py.FlagExcSubclass == 0 {
				return t.TypeErr("queue.%s is not an exception", x.name)
			}
			*x.to = tp
		}
		cond, err := t.GetAttrS(ns.GetStr(t, "threading"), "Condition")
		if err != nil {
			return err
		}
		var ok bool
		if m.condition, ok = py.ToType(cond); !ok {
			return t.TypeErr("threading.Condition is not a class")
		}
		for _, c := range [...]struct {
			name string
			to   **py.Type
			make func(*py.Thread) (*py.Type, *py.Exc)
		}{{"Queue", &m.fifo, m.fifoClass}, {"PriorityQueue", &m.heap, m.heapClass}, {"LifoQueue", &m.lifo, m.lifoClass}} {
			cls, err := c.make(t)
			if err != nil {
				return err
			}
			*c.to = cls
			ns.SetStr(t, c.name, cls.Value())
		}
		return nil
	})
}

// init is Queue.__init__.
func (m *module) init(t *py.Thread, v py.Value, a []py.Value) *py.Exc {
	q := asQueue(v)
	q.setMax(py.IntOf(0))
	if !a[0].IsNil() {
		q.setMax(a[0])
	}
	owner := py.MethodOwner(v, nameQSize)
	q.kind = nil
	if owner != nil && py.MethodOwner(v, namePut) == owner && py.MethodOwner(v, nameGet) == owner {
		q.kind = owner
	}
	if o := py.MethodOwner(v, nameInit); o != nil && o == owner {
		m.start(q, o)
	} else if _, err := t.CallMethod(v, nameInit, q.maxsize); err != nil {
		return err
	}
	if q.mutex == nil {
		q.ownMutex.Init()
		for i := range q.own {
			q.own[i].Setup(m.condition, &q.ownMutex)
		}
		q.notEmpty, q.notFull, q.allDone = &q.own[0], &q.own[1], &q.own[2]
		q.mutex = &q.ownMutex
	}
	q.unfinished.Store(0)
	q.shutdown.Store(false)
	return nil
}

// start is _init: it makes the container.
func (m *module) start(q *queue, kind *py.Type) {
	if kind == m.fifo {
		q.setItems(collections.NewDeque().Value())
	} else {
		q.setItems(py.NewList(nil).Value())
	}
}

// containerMethods are the methods that use the container, for one of the classes.
func (m *module) containerMethods(kind **py.Type) []py.MethodSpec {
	return []py.MethodSpec{
		{Name: "_init", Sig: "maxsize", Doc: "Make the container.", Fn: py.Fn1(func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) {
			m.start(asQueue(v), *kind)
			return py.None, nil
		})},
		{Name: "_qsize", Doc: "Count the items in the container. The lock is held.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			n, err := asQueue(v).count(t)
			return py.IntOf(n), err
		})},
		{Name: "_put", Sig: "item", Doc: "Add an item to the container. The lock is held.", Fn: py.Fn1(func(t *py.Thread, v, item py.Value) (py.Value, *py.Exc) {
			if asQueue(v).items.IsNil() {
				return py.Value{}, t.AttrErr(v, py.InternStr("queue"))
			}
			return py.None, asQueue(v).add(t, m, *kind, item)
		})},
		{Name: "_get", Doc: "Remove an item from the container. The lock is held.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if asQueue(v).items.IsNil() {
				return py.Value{}, t.AttrErr(v, py.InternStr("queue"))
			}
			return asQueue(v).remove(t, m, *kind)
		})},
	}
}

var (
	nameFullPut = py.InternStr("put")
	nameFullGet = py.InternStr("get")
	blockKw     = py.NewTuple(py.InternStr("block").Value())
)

func (m *module) fifoClass(t *py.Thread) (*py.Type, *py.Exc) {
	const (
		blockDoc = "\n\nWith block false it does not wait; with a timeout it waits that many seconds at\nmost. "
		downDoc  = " ShutDown is raised once the queue is shut down."
	)
	own := []py.MethodSpec{
		py.ClassGetItemSpec(),
		{Name: "__getstate__", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
			return py.Value{}, t.TypeErr("cannot pickle '_thread.lock' object")
		}), Doc: "Refuse to be pickled: a lock cannot be."},
		{Name: "put", Sig: "item, block=True, timeout=None", Doc: "Put an item into the queue, waiting for room if need be." + blockDoc + "When there is still no room, Full is raised." + downDoc, Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
			return py.None, m.put(t, asQueue(v), a[0], a[1], a[2])
		})},
		{Name: "get", Sig: "block=True, timeout=None", Doc: "Remove an item from the queue and return it, waiting for one if need be." + blockDoc + "When there is still none, Empty is raised." + downDoc, Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
			return m.get(t, asQueue(v), a[0], a[1])
		})},
		{Name: "put_nowait", Sig: "item", Doc: "Put an item into the queue if there is room: put(item, block=False).", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
			if py.MethodOwner(v, nameFullPut) == m.fifo {
				return py.None, m.put(t, asQueue(v), a[0], py.False, py.None)
			}
			f, err := t.GetAttr(v, nameFullPut)
			if err != nil {
				return py.Value{}, err
			}
			return t.CallArgs(f, py.MakeArgs([]py.Value{a[0], py.False}, blockKw))
		})},
		{Name: "get_nowait", Doc: "Remove an item from the queue if there is one: get(block=False).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if py.MethodOwner(v, nameFullGet) == m.fifo {
				return m.get(t, asQueue(v), py.False, py.None)
			}
			f, err := t.GetAttr(v, nameFullGet)
			if err != nil {
				return py.Value{}, err
			}
			return t.CallArgs(f, py.MakeArgs([]py.Value{py.False}, blockKw))
		})},
		{Name: "task_done", Fn: py.Fn0(m.taskDone), Doc: "Tell that the work on an item that get() returned is done.\n\nA ValueError says that this was told more often than there were items."},
		{Name: "join", Fn: py.Fn0(m.join), Doc: "Wait until the work on all items that were put into the queue is done."},
		{Name: "shutdown", Sig: "immediate=False", Fn: py.FnSig(m.shutDown), Doc: "Make put() raise ShutDown, and get() once the queue is empty.\n\nWith immediate, what is in the queue is thrown away and counts as done."},
		{Name: "qsize", Doc: "Return the number of items, which may have changed by then.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			n, err := asQueue(v).look(t)
			return py.IntOf(n), err
		})},
		{Name: "empty", Doc: "Tell whether there is no item, which may have changed by then.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			n, err := asQueue(v).look(t)
			return py.Bool(n == 0), err
		})},
		{Name: "full", Doc: "Tell whether there is no room, which may have changed by then.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			q := asQueue(v)
			n, err := q.look(t)
			if err != nil {
				return py.Value{}, err
			}
			limited, err := q.bounded(t)
			if err != nil || !limited {
				return py.False, err
			}
			full, err := q.reached(t, n)
			return py.Bool(full), err
		})},
	}
	return t.NewClass(&py.ClassSpec{
		Name: "Queue", Module: "queue", Layout: layout,
		Doc:     "A queue that threads share: first in, first out.\n\nIt holds maxsize items at most; any number if that is 0 or less.",
		InitSig: "maxsize=0", Init: m.init,
		Methods: append(own, m.containerMethods(&m.fifo)...),
		GetSet:  attributes(),
	})
}

func (m *module) heapClass(t *py.Thread) (*py.Type, *py.Exc) {
	return t.NewClass(&py.ClassSpec{
		Name: "PriorityQueue", Module: "queue", Base: m.fifo,
		Doc:     "A Queue from which the least item comes first.\n\nItems are often tuples of a number and what it is the priority of.",
		Methods: m.containerMethods(&m.heap),
	})
}

func (m *module) lifoClass(t *py.Thread) (*py.Type, *py.Exc) {
	return t.NewClass(&py.ClassSpec{
		Name: "LifoQueue", Module: "queue", Base: m.fifo,
		Doc:     "A Queue from which the last item comes first.",
		Methods: m.containerMethods(&m.lifo),
	})
}

// attributes are the parts of a queue that programs see.
func attributes() []py.GetSetSpec {
	attr := func(name string, get func(q *queue) py.Value, set func(t *py.Thread, q *queue, v py.Value) *py.Exc) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			x := get(asQueue(v))
			if x.IsNil() {
				return py.Value{}, t.AttrErr(v, py.InternStr(name))
			}
			return x, nil
		}, Set: func(t *py.Thread, v, x py.Value) *py.Exc {
			if x.IsNil() {
				return t.Raise(py.AttributeError, "cannot delete attribute '%s'", name)
			}
			return set(t, asQueue(v), x)
		}}
	}
	cond := func(name string, at func(q *queue) **threading.Condition) py.GetSetSpec {
		return attr(name, func(q *queue) py.Value {
			if c := *at(q); c != nil {
				return c.Value()
			}
			return py.Value{}
		}, func(t *py.Thread, q *queue, v py.Value) *py.Exc {
			c, ok := threading.ToCondition(v)
			if !ok {
				return t.TypeErr("%s must be a threading.Condition, not %s", name, v.Type().Name())
			}
			*at(q) = c
			return nil
		})
	}
	return []py.GetSetSpec{
		attr("mutex", func(q *queue) py.Value {
			if q.mutex == nil {
				return py.Value{}
			}
			return q.mutex.Value()
		}, func(t *py.Thread, q *queue, v py.Value) *py.Exc {
			l, ok := lock.ToLock(v)
			if !ok {
				return t.TypeErr("mutex must be a threading.Lock, not %s", v.Type().Name())
			}
			q.mutex = l
			return nil
		}),
		cond("not_empty", func(q *queue) **threading.Condition { return &q.notEmpty }),
		cond("not_full", func(q *queue) **threading.Condition { return &q.notFull }),
		cond("all_tasks_done", func(q *queue) **threading.Condition { return &q.allDone }),
		attr("maxsize", func(q *queue) py.Value { return q.maxsize }, func(_ *py.Thread, q *queue, v py.Value) *py.Exc {
			q.setMax(v)
			return nil
		}),
		attr("queue", func(q *queue) py.Value { return q.items }, func(_ *py.Thread, q *queue, v py.Value) *py.Exc {
			q.setItems(v)
			return nil
		}),
		attr("unfinished_tasks", func(q *queue) py.Value {
			if q.mutex == nil {
				return py.Value{}
			}
			return py.Int64(q.unfinished.Load())
		}, func(t *py.Thread, q *queue, v py.Value) *py.Exc {
			n, err := t.AsInt(v)
			if err == nil {
				q.unfinished.Store(int64(n))
			}
			return err
		}),
		attr("is_shutdown", func(q *queue) py.Value {
			if q.mutex == nil {
				return py.Value{}
			}
			return py.Bool(q.shutdown.Load())
		}, func(t *py.Thread, q *queue, v py.Value) *py.Exc {
			b, err := t.Truth(v)
			if err == nil {
				q.shutdown.Store(b)
			}
			return err
		}),
	}
}
