// Package heapq is the _heapq module: heaps in lists. The items move as in
// Lib/heapq.py, so that ties come out in the same order.
package heapq

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

// heap is a list seen as a heap: the first item is the least, or the greatest
// when op is CmpGT. n is the length that the list must keep meanwhile.
type heap struct {
	t   *py.Thread
	l   *py.List
	max bool
	n   int
}

func (h *heap) changed() exc {
	return h.t.Raise(py.RuntimeError, "list changed size during iteration")
}

// before tells whether a belongs above b.
func (h *heap) before(a, b value) (bool, exc) {
	if h.max {
		a, b = b, a
	}
	less, err := h.t.CompareBool(a, b, py.CmpLT)
	if err == nil && h.l.Len(h.t) != h.n {
		err = h.changed()
	}
	return less, err
}

func (h *heap) get(i int) (value, exc) {
	v := h.l.Get(h.t, i)
	if v.IsNil() {
		return v, h.changed()
	}
	return v, nil
}

// swap exchanges two items.
func (h *heap) swap(i, j int) exc {
	a, err := h.get(i)
	if err != nil {
		return err
	}
	b, err := h.get(j)
	if err != nil {
		return err
	}
	h.l.Set(h.t, i, b)
	h.l.Set(h.t, j, a)
	return nil
}

// down moves the item at pos towards start while it belongs above its parent.
func (h *heap) down(start, pos int) exc {
	item, err := h.get(pos)
	if err != nil {
		return err
	}
	for pos > start {
		parent := (pos - 1) >> 1
		p, err := h.get(parent)
		if err != nil {
			return err
		}
		up, err := h.before(item, p)
		if err != nil {
			return err
		}
		if !up {
			break
		}
		// The comparison may have changed the items.
		if err := h.swap(parent, pos); err != nil {
			return err
		}
		if item, err = h.get(parent); err != nil {
			return err
		}
		pos = parent
	}
	return nil
}

// up moves the item at pos to a leaf along the smaller children, then down to
// where it belongs.
func (h *heap) up(pos int) exc {
	start := pos
	for limit := h.n >> 1; pos < limit; {
		child := 2*pos + 1
		if child+1 < h.n {
			a, err := h.get(child)
			if err != nil {
				return err
			}
			b, err := h.get(child + 1)
			if err != nil {
				return err
			}
			left, err := h.before(a, b)
			if err != nil {
				return err
			}
			if !left {
				child++
			}
		}
		if err := h.swap(child, pos); err != nil {
			return err
		}
		pos = child
	}
	return h.down(start, pos)
}

func (h *heap) heapify() exc {
	for i := h.n/2 - 1; i >= 0; i-- {
		if err := h.up(i); err != nil {
			return err
		}
	}
	return nil
}

func newHeap(t *py.Thread, l *py.List, max bool) *heap {
	return &heap{t: t, l: l, max: max, n: l.Len(t)}
}

// Push adds an item to a heap.
func Push(t *py.Thread, l *py.List, item value) exc {
	l.Append(t, item)
	h := newHeap(t, l, false)
	return h.down(0, h.n-1)
}

// Pop removes the least item of a heap.
func Pop(t *py.Thread, l *py.List) (value, exc) { return pop(t, l, false) }

func pop(t *py.Thread, l *py.List, max bool) (value, exc) {
	last, ok := l.Pop(t, -1)
	if !ok {
		return value{}, t.Raise(py.IndexError, "index out of range")
	}
	top := l.Get(t, 0)
	if top.IsNil() {
		return last, nil
	}
	l.Set(t, 0, last)
	return top, newHeap(t, l, max).up(0)
}

func replace(t *py.Thread, l *py.List, item value, max bool) (value, exc) {
	top := l.Get(t, 0)
	if top.IsNil() {
		return value{}, t.Raise(py.IndexError, "index out of range")
	}
	l.Set(t, 0, item)
	return top, newHeap(t, l, max).up(0)
}

// kindOf is what an argument error calls a value.
func kindOf(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name()
}

func one(name, doc string, f func(t *py.Thread, l *py.List) (value, exc)) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "heap, /", Doc: doc, Fn: py.Fn1(func(t *py.Thread, _, v value) (value, exc) {
		l, ok := py.ToList(v)
		if !ok {
			return value{}, t.TypeErr("%s() argument must be list, not %s", name, kindOf(v))
		}
		return f(t, l)
	})}
}

func two(name, doc string, f func(t *py.Thread, l *py.List, item value) (value, exc)) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "heap, item, /", Doc: doc, Fn: py.FnRaw(func(t *py.Thread, _ value, args py.Args) (value, exc) {
		if args.NumKw() > 0 {
			return value{}, t.TypeErr("_heapq.%s() takes no keyword arguments", name)
		}
		a := args.Pos()
		if len(a) != 2 {
			return value{}, t.TypeErr("%s expected 2 arguments, got %d", name, len(a))
		}
		l, ok := py.ToList(a[0])
		if !ok {
			return value{}, t.TypeErr("%s() argument 1 must be list, not %s", name, kindOf(a[0]))
		}
		return f(t, l, a[1])
	})}
}

func init() { py.RegisterPackage(registerHeapq, "_heapq") }

func registerHeapq() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_heapq",
		Doc:  "Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for\nall k, counting elements from 0.  For the sake of comparison,\nnon-existing elements are considered to be infinite.  The interesting\nproperty of a heap is that a[0] is always its smallest element.",
		Methods: []py.MethodSpec{
			two("heappush", "Push item onto heap, maintaining the heap invariant.", func(t *py.Thread, l *py.List, item value) (value, exc) {
				return py.None, Push(t, l, item)
			}),
			two("heappushpop", "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop().", func(t *py.Thread, l *py.List, item value) (value, exc) {
				top := l.Get(t, 0)
				if top.IsNil() {
					return item, nil
				}
				less, err := t.CompareBool(top, item, py.CmpLT)
				if err != nil {
					return value{}, err
				}
				if !less {
					return item, nil
				}
				return replace(t, l, item, false)
			}),
			one("heappop", "Pop the smallest item off the heap, maintaining the heap invariant.", func(t *py.Thread, l *py.List) (value, exc) { return pop(t, l, false) }),
			two("heapreplace", "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the value\nreturned may be larger than item!  That constrains reasonable uses of\nthis routine unless written as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)", func(t *py.Thread, l *py.List, item value) (value, exc) { return replace(t, l, item, false) }),
			one("heapify", "Transform list into a heap, in-place, in O(len(heap)) time.", func(t *py.Thread, l *py.List) (value, exc) {
				return py.None, newHeap(t, l, false).heapify()
			}),
			one("_heappop_max", "Maxheap variant of heappop.", func(t *py.Thread, l *py.List) (value, exc) { return pop(t, l, true) }),
			two("_heapreplace_max", "Maxheap variant of heapreplace.", func(t *py.Thread, l *py.List, item value) (value, exc) { return replace(t, l, item, true) }),
			one("_heapify_max", "Maxheap variant of heapify.", func(t *py.Thread, l *py.List) (value, exc) {
				return py.None, newHeap(t, l, true).heapify()
			}),
		},
		Init: func(t *py.Thread, m *py.Module) exc {
			m.Set("__about__", py.NewStr("Heap queues\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for all k,\ncounting elements from 0: a tree in which each item is at most as great as\nthose below it.").Value())
			return nil
		},
	})
}
