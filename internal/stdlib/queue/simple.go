package queue

import (
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// simple is a SimpleQueue. The lock of getters guards items, of which those
// before head are taken already. While threads wait there are no items: one that
// comes goes to the thread that has waited longest.
type simple struct {
	py.Header
	getters py.WaitQueue
	items   []py.Value
	head    int
}

var (
	simpleType = new(py.Type)
	emptyType  = new(py.Type)
)

func of(v py.Value) *simple { return (*simple)(v.Ptr()) }

func (q *simple) put(v py.Value) {
	q.getters.Lock()
	w := q.getters.Pop()
	if w != nil {
		w.Value = v
	} else {
		q.items = append(q.items, v)
	}
	q.getters.Unlock()
	if w != nil {
		w.Wake()
	}
}

// putBack gives an item, which a getter got but could not take, to the next one.
func (q *simple) putBack(v py.Value) {
	q.getters.Lock()
	w := q.getters.Pop()
	switch {
	case w != nil:
		w.Value = v
	case q.head > 0:
		q.head--
		q.items[q.head] = v
	default:
		q.items = append(q.items, py.Value{})
		copy(q.items[1:], q.items)
		q.items[0] = v
	}
	q.getters.Unlock()
	if w != nil {
		w.Wake()
	}
}

// take gives the oldest item, if there is one; getters is locked.
func (q *simple) take() (v py.Value, ok bool) {
	n := len(q.items)
	if q.head == n {
		return v, false
	}
	v = q.items[q.head]
	q.items[q.head] = py.Value{}
	q.head++
	switch {
	case q.head == n:
		q.items, q.head = q.items[:0], 0
		if cap(q.items) > 1024 {
			q.items = nil
		}
	case q.head > 64 && q.head > n/2:
		q.items = q.items[:copy(q.items, q.items[q.head:])]
		clear(q.items[len(q.items):n])
		q.head = 0
	}
	return v, true
}

func (q *simple) size() int {
	q.getters.Lock()
	defer q.getters.Unlock()
	return len(q.items) - q.head
}

func get(t *py.Thread, self py.Value, block bool, timeout py.Value) (py.Value, *py.Exc) {
	q := of(self)
	limit := time.Duration(-1)
	if block && !timeout.IsNil() && !timeout.IsNone() {
		n, err := t.Duration(timeout, py.RoundCeiling)
		if err != nil {
			return py.Value{}, err
		}
		if n < 0 {
			return py.Value{}, t.ValueErr("'timeout' must be a non-negative number")
		}
		limit = time.Duration(n)
	}
	q.getters.Lock()
	if v, ok := q.take(); ok {
		q.getters.Unlock()
		return v, nil
	}
	if !block || limit == 0 {
		q.getters.Unlock()
		return py.Value{}, py.NewExc(emptyType)
	}
	w := q.getters.Push(t)
	deadline := py.NoDeadline
	if limit > 0 {
		deadline = t.DeadlineIn(limit)
	}
	got, err := t.Wait(&q.getters, w, py.WaitQueueItem, &q.Header, deadline)
	v := w.Value
	w.Done()
	switch {
	case err != nil:
		if got {
			q.putBack(v)
		}
		return py.Value{}, err
	case !got:
		return py.Value{}, py.NewExc(emptyType)
	}
	return v, nil
}

func init() {
	py.RegisterType(py.TypeSpec{Type: emptyType, Name: "_queue.Empty", Base: py.Exception, Flags: py.FlagBaseType, Doc: "Exception raised by Queue.get(block=0)/get_nowait()."})
	put := py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		of(v).put(a[0])
		return py.None, nil
	})
	py.RegisterType(py.TypeSpec{
		Type: simpleType, Name: "_queue.SimpleQueue", Sig: "()", Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[simple](),
		Doc: "Simple, unbounded, reentrant FIFO queue.",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			if cls == simpleType {
				if args.NumKw() > 0 {
					return py.Value{}, t.TypeErr("SimpleQueue() takes no keyword arguments")
				}
				if args.Len() > 0 {
					return py.Value{}, t.TypeErr("SimpleQueue() takes no positional arguments")
				}
			}
			return py.FromHeader(&py.AllocFor[simple](t, cls).Header), nil
		}},
		Methods: []py.MethodSpec{
			py.ClassGetItemSpec(),
			{Name: "put", Sig: "item, block=True, timeout=None", Fn: put, Doc: "Put the item on the queue.\n\nThe optional 'block' and 'timeout' arguments are ignored, as this method\nnever blocks.  They are provided for compatibility with the Queue class."},
			{Name: "put_nowait", Sig: "item", Fn: put, Doc: "Put an item into the queue without blocking."},
			{Name: "get", Sig: "block=True, timeout=None", Doc: "Remove and return an item from the queue.\n\nWithout one it waits, at most timeout seconds, or raises Empty at once when\nblock is false.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				block := true
				if !a[0].IsNil() {
					var err *py.Exc
					if block, err = t.Truth(a[0]); err != nil {
						return py.Value{}, err
					}
				}
				return get(t, v, block, a[1])
			})},
			{Name: "get_nowait", Sig: "", Doc: "Remove and return an item from the queue without blocking.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return get(t, v, false, py.Value{})
			})},
			{Name: "empty", Sig: "", Doc: "Return True if the queue is empty, False otherwise (not reliable!).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.Bool(of(v).size() == 0), nil
			})},
			{Name: "qsize", Sig: "", Doc: "Return the approximate size of the queue (not reliable!).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.IntOf(of(v).size()), nil
			})},
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_queue", Doc: "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.",
		Types: []*py.Type{simpleType, emptyType},
	})
}
