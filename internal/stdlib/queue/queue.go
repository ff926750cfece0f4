// Package queue is the native module _queue.
package queue

import (
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// simple is a SimpleQueue. mu guards items, of which those before head are
// taken already; ready has a token while somebody waiting should look again.
type simple struct {
	py.Header
	mu    sync.Mutex
	items []py.Value
	head  int
	ready chan struct{}
}

var (
	simpleType = new(py.Type)
	emptyType  = new(py.Type)
)

func of(v py.Value) *simple { return (*simple)(v.Ptr()) }

func (q *simple) signal() {
	select {
	case q.ready <- struct{}{}:
	default:
	}
}

func (q *simple) put(v py.Value) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.signal()
}

// take gives the oldest item, if there is one.
func (q *simple) take() (v py.Value, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
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
	case q.head > 64 && q.head > n/2:
		q.items = q.items[:copy(q.items, q.items[q.head:])]
		clear(q.items[len(q.items):n])
		q.head = 0
	}
	if q.head < len(q.items) {
		q.signal() // there is more for another one who waits
	}
	return v, true
}

func (q *simple) size() int {
	q.mu.Lock()
	defer q.mu.Unlock()
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
	if v, ok := q.take(); ok {
		return v, nil
	}
	var over <-chan time.Time
	if limit > 0 {
		timer := time.NewTimer(limit)
		defer timer.Stop()
		over = timer.C
	}
	for block && limit != 0 {
		expired, woken := false, false
		t.Blocking(func() {
			select {
			case <-q.ready:
			case <-over:
				expired = true
			case <-t.Wakeup():
				woken = true
			}
		})
		if woken {
			if err := t.RunPending(); err != nil {
				return py.Value{}, err
			}
		}
		if v, ok := q.take(); ok {
			return v, nil
		}
		if expired {
			break
		}
	}
	return py.Value{}, py.NewExc(emptyType)
}

func init() {
	py.RegisterType(py.TypeSpec{Type: emptyType, Name: "_queue.Empty", Base: py.Exception, Flags: py.FlagBaseType, Doc: "Exception raised by Queue.get(block=0)/get_nowait()."})
	put := py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		of(v).put(a[0])
		return py.None, nil
	})
	py.RegisterType(py.TypeSpec{
		Type: simpleType, Name: "_queue.SimpleQueue", Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[simple](),
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
			q := py.AllocFor[simple](t, cls)
			q.ready = make(chan struct{}, 1)
			return py.FromHeader(&q.Header), nil
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
