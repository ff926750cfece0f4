package collections

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// deque is a double-ended queue: a ring of a power of two slots. Its fields
// are touched under its lock, which is never held while Python code runs;
// state counts structural changes, by which loops notice them.
type deque struct {
	py.Header
	ring   []value
	head   int // slot of the first item
	n      int
	maxLen int // -1: none
	state  uint64
}

// dequeIter iterates a deque in either direction; its class tells which.
type dequeIter struct {
	py.Header
	d     *deque
	pos   int // index of the next item
	left  int
	state uint64
}

var (
	dequeType        = new(py.Type)
	dequeIterType    = new(py.Type)
	dequeRevIterType = new(py.Type)
	dequeSig         = py.ParseSignature("iterable=(), maxlen=None")
)

// maxDeque bounds the number of items, as lists are bounded.
const maxDeque = 1 << 30

func asDeque(v value) *deque { return (*deque)(v.Ptr()) }

func (d *deque) value() value { return py.FromHeader(&d.Header) }

// toDeque returns v as a deque if it is one.
func toDeque(v value) (*deque, bool) {
	if v.Type() == dequeType || v.Type().IsSubtype(dequeType) {
		return asDeque(v), true
	}
	return nil, false
}

// The lower-case primitives expect the lock to be held.

func (d *deque) slot(i int) *value { return &d.ring[(d.head+i)&(len(d.ring)-1)] }

func (d *deque) grow() {
	ring := make([]value, max(8, 2*len(d.ring)))
	d.copyTo(ring)
	d.ring, d.head = ring, 0
}

func (d *deque) copyTo(dst []value) {
	if d.n == 0 {
		return
	}
	end := d.head + d.n
	if end <= len(d.ring) {
		copy(dst, d.ring[d.head:end])
		return
	}
	k := copy(dst, d.ring[d.head:])
	copy(dst[k:], d.ring[:end-len(d.ring)])
}

func (d *deque) pushBack(v value) {
	if d.n == len(d.ring) {
		d.grow()
	}
	*d.slot(d.n) = v
	d.n++
	d.state++
	if d.maxLen >= 0 && d.n > d.maxLen {
		d.popFront()
	}
}

func (d *deque) pushFront(v value) {
	if d.n == len(d.ring) {
		d.grow()
	}
	d.head = (d.head - 1) & (len(d.ring) - 1)
	d.ring[d.head] = v
	d.n++
	d.state++
	if d.maxLen >= 0 && d.n > d.maxLen {
		d.popBack()
	}
}

func (d *deque) popFront() value {
	v := d.ring[d.head]
	d.ring[d.head] = value{}
	d.head = (d.head + 1) & (len(d.ring) - 1)
	d.n--
	d.state++
	d.shrink()
	return v
}

func (d *deque) popBack() value {
	p := d.slot(d.n - 1)
	v := *p
	*p = value{}
	d.n--
	d.state++
	d.shrink()
	return v
}

// shrink gives memory back when most of the ring is unused.
func (d *deque) shrink() {
	if len(d.ring) > 64 && d.n < len(d.ring)/8 {
		ring := make([]value, len(d.ring)/4)
		d.copyTo(ring)
		d.ring, d.head = ring, 0
	}
}

// removeAt deletes item i.
func (d *deque) removeAt(i int) {
	for ; i < d.n-1; i++ {
		*d.slot(i) = *d.slot(i + 1)
	}
	d.popBack()
}

func (d *deque) insertAt(i int, v value) {
	d.pushBack(v)
	for j := d.n - 1; j > i; j-- {
		*d.slot(j) = *d.slot(j - 1)
	}
	*d.slot(i) = v
}

func (d *deque) rotate(k int) {
	if d.n < 2 {
		return
	}
	k %= d.n
	if k < 0 {
		k += d.n
	}
	if k > d.n/2 {
		for k = d.n - k; k > 0; k-- {
			v := d.ring[d.head]
			d.ring[d.head] = value{}
			d.head = (d.head + 1) & (len(d.ring) - 1)
			*d.slot(d.n - 1) = v
		}
	} else {
		for ; k > 0; k-- {
			p := d.slot(d.n - 1)
			v := *p
			*p = value{}
			d.head = (d.head - 1) & (len(d.ring) - 1)
			d.ring[d.head] = v
		}
	}
	d.state++
}

// items returns a copy of the items.
func (d *deque) items(t *py.Thread) []value {
	d.Lock(t)
	defer d.Unlock(t)
	out := make([]value, d.n)
	d.copyTo(out)
	return out
}

func (d *deque) length(t *py.Thread) int {
	d.Lock(t)
	n := d.n
	d.Unlock(t)
	return n
}

// get returns item i and the state, the zero Value when there is none.
func (d *deque) get(t *py.Thread, i int) (v value, state uint64) {
	d.Lock(t)
	if i >= 0 && i < d.n {
		v = *d.slot(i)
	}
	state = d.state
	d.Unlock(t)
	return v, state
}

func (d *deque) append(t *py.Thread, v value) exc {
	d.Lock(t)
	defer d.Unlock(t)
	if err := d.roomToGrow(t); err != nil {
		return err
	}
	d.pushBack(v)
	return nil
}

func (d *deque) appendLeft(t *py.Thread, v value) exc {
	d.Lock(t)
	defer d.Unlock(t)
	if err := d.roomToGrow(t); err != nil {
		return err
	}
	d.pushFront(v)
	return nil
}

// roomToGrow is a MemoryError when there is no memory for a larger ring.
func (d *deque) roomToGrow(t *py.Thread) exc {
	if n := len(d.ring); d.n == n && n >= 1<<18 {
		return t.RoomFor(32 * n)
	}
	return nil
}

func (d *deque) clear(t *py.Thread) {
	d.Lock(t)
	if d.n > 0 {
		d.ring, d.head, d.n = nil, 0, 0
		d.state++
	}
	d.Unlock(t)
}

// replace puts new items into the deque; the ones beyond maxLen fall out in front.
func (d *deque) replace(t *py.Thread, items []value) {
	if d.maxLen >= 0 && len(items) > d.maxLen {
		items = items[len(items)-d.maxLen:]
	}
	size := 8
	for size < len(items) {
		size *= 2
	}
	ring := make([]value, size)
	copy(ring, items)
	d.Lock(t)
	d.ring, d.head, d.n = ring, 0, len(items)
	d.state++
	d.Unlock(t)
}

// extend adds the items of an iterable at the end, or one by one in front.
func (d *deque) extend(t *py.Thread, v value, left bool) exc {
	if o, ok := toDeque(v); ok && o == d {
		v = py.NewList(d.items(t)).Value()
	}
	return t.Each(v, func(x value) exc {
		if left {
			return d.appendLeft(t, x)
		}
		return d.append(t, x)
	})
}

func dequeInit(t *py.Thread, v value, args py.Args) exc {
	var a [2]value
	if err := dequeSig.Bind(t, "deque", args, a[:]); err != nil {
		return err
	}
	maxLen := -1
	if !a[1].IsNil() && !a[1].IsNone() {
		if !py.IsInt(a[1]) {
			return t.TypeErr("an integer is required")
		}
		n, err := t.AsSsize(a[1])
		if err != nil {
			return err
		}
		if n < 0 {
			return t.ValueErr("maxlen must be non-negative")
		}
		maxLen = n
	}
	d := asDeque(v)
	d.Lock(t)
	d.maxLen = maxLen
	d.Unlock(t)
	d.clear(t)
	if a[0].IsNil() {
		return nil
	}
	return d.extend(t, a[0], false)
}

// copyOf is d.copy(): of the same class, by its constructor.
func copyOf(t *py.Thread, v value) (value, exc) {
	d := asDeque(v)
	if v.Type() == dequeType {
		c := newDeque(d.maxLen)
		c.replace(t, d.items(t))
		return c.value(), nil
	}
	var r value
	var err exc
	if d.maxLen < 0 {
		r, err = t.Call(v.Type().Value(), v)
	} else {
		r, err = t.Call(v.Type().Value(), v, py.IntOf(d.maxLen))
	}
	if err != nil {
		return value{}, err
	}
	if _, ok := toDeque(r); !ok {
		return value{}, t.TypeErr("%s() must return a deque, not %s", v.Type().Name(), r.Type().Name())
	}
	return r, nil
}

func newDeque(maxLen int) *deque {
	d := &deque{maxLen: maxLen}
	d.InitHeader(dequeType)
	return d
}

func dequeConcat(t *py.Thread, a, b value) (value, exc) {
	o, ok := toDeque(b)
	if !ok {
		return value{}, t.TypeErr("can only concatenate deque (not \"%s\") to deque", b.Type().Name())
	}
	r, err := copyOf(t, a)
	if err != nil {
		return value{}, err
	}
	return r, asDeque(r).extend(t, o.value(), false)
}

func (d *deque) repeat(t *py.Thread, n int) exc {
	items := d.items(t)
	if n <= 0 || len(items) == 0 {
		d.clear(t)
		return nil
	}
	if n == 1 {
		return nil
	}
	limit := maxDeque
	if d.maxLen >= 0 && len(items) > 0 {
		// Only the last maxLen items stay.
		if most := d.maxLen/len(items) + 2; n > most {
			n = most
		}
	}
	if n > limit/len(items) || t.RoomFor(16*n*len(items)) != nil {
		return t.MemoryErr()
	}
	out := make([]value, 0, n*len(items))
	for ; n > 0; n-- {
		out = append(out, items...)
	}
	d.replace(t, out)
	return nil
}

func dequeIndex(t *py.Thread, key value) (int, exc) {
	if i, ok := key.Small(); ok {
		return int(i), nil
	}
	if key.Type().Slots().Index == nil {
		return 0, t.TypeErr("sequence index must be integer, not '%s'", key.Type().Name())
	}
	x, err := t.Index(key)
	if err != nil {
		return 0, err
	}
	i, ok := x.Small()
	if !ok {
		return 0, t.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", key.Type().Name())
	}
	return int(i), nil
}

func dequeItem(t *py.Thread, v value, i int) (value, exc) {
	d := asDeque(v)
	d.Lock(t)
	defer d.Unlock(t)
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return value{}, t.Raise(py.IndexError, "deque index out of range")
	}
	return *d.slot(i), nil
}

func dequeSetItem(t *py.Thread, v, key, val value) exc {
	i, err := dequeIndex(t, key)
	if err != nil {
		return err
	}
	d := asDeque(v)
	d.Lock(t)
	defer d.Unlock(t)
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return t.Raise(py.IndexError, "deque index out of range")
	}
	if val.IsNil() {
		d.removeAt(i)
	} else {
		*d.slot(i) = val
	}
	return nil
}

func mutated(t *py.Thread) exc {
	return t.Raise(py.RuntimeError, "deque mutated during iteration")
}

// find returns the first index in [lo, hi) of an item equal to x, or -1. A
// change of the deque meanwhile raises what changed tells.
func (d *deque) find(t *py.Thread, x value, lo, hi int, changed func() exc) (int, exc) {
	_, state := d.get(t, 0)
	for i := lo; i < hi; i++ {
		v, now := d.get(t, i)
		if now != state {
			return -1, changed()
		}
		if v.IsNil() {
			break
		}
		eq, err := t.Equal(v, x)
		if err != nil {
			return -1, err
		}
		if eq {
			if _, now := d.get(t, 0); now != state {
				return i, changed()
			}
			return i, nil
		}
	}
	if _, now := d.get(t, 0); now != state {
		return -1, changed()
	}
	return -1, nil
}

func dequeContains(t *py.Thread, v, x value) (bool, exc) {
	i, err := asDeque(v).find(t, x, 0, math.MaxInt, func() exc { return mutated(t) })
	return i >= 0, err
}

func dequeCompare(t *py.Thread, a, b value, op py.CompareOp) (value, exc) {
	x, ok1 := toDeque(a)
	y, ok2 := toDeque(b)
	if !ok1 || !ok2 {
		return py.NotImplemented, nil
	}
	n, m := x.length(t), y.length(t)
	if a == b {
		return py.Bool(op == py.CmpEQ || op == py.CmpLE || op == py.CmpGE), nil
	}
	if n != m && (op == py.CmpEQ || op == py.CmpNE) {
		return py.Bool(op == py.CmpNE), nil
	}
	ia, err := t.Iter(a)
	if err != nil {
		return value{}, err
	}
	ib, err := t.Iter(b)
	if err != nil {
		return value{}, err
	}
	for {
		p, err := t.Next(ia)
		if err != nil {
			return value{}, err
		}
		q, err := t.Next(ib)
		if err != nil {
			return value{}, err
		}
		if p.IsNil() || q.IsNil() {
			rank := func(v value) int64 {
				if v.IsNil() {
					return 0
				}
				return 1
			}
			return t.Compare(py.Int64(rank(p)), py.Int64(rank(q)), op)
		}
		eq, err := t.Equal(p, q)
		if err != nil {
			return value{}, err
		}
		if !eq {
			switch op {
			case py.CmpEQ:
				return py.False, nil
			case py.CmpNE:
				return py.True, nil
			}
			return t.Compare(p, q, op)
		}
	}
}

func dequeRepr(t *py.Thread, v value) (value, exc) {
	if t.EnterRepr(v) {
		return py.NewStr("[...]").Value(), nil
	}
	defer t.LeaveRepr(v)
	r, err := t.Repr(py.NewList(asDeque(v).items(t)).Value())
	if err != nil {
		return value{}, err
	}
	s := v.Type().BareName() + "(" + r.String()
	if n := asDeque(v).maxLen; n >= 0 {
		m, err := t.Repr(py.IntOf(n))
		if err != nil {
			return value{}, err
		}
		s += ", maxlen=" + m.String()
	}
	return py.NewStr(s + ")").Value(), nil
}

func newDequeIter(t *py.Thread, d *deque, tp *py.Type) value {
	it := &dequeIter{d: d}
	it.InitHeader(tp)
	d.Lock(t)
	it.left, it.state = d.n, d.state
	if tp == dequeRevIterType {
		it.pos = d.n - 1
	}
	d.Unlock(t)
	return py.FromHeader(&it.Header)
}

func dequeIterNext(step int) py.UnaryFunc {
	return func(t *py.Thread, v value) (value, exc) {
		it := (*dequeIter)(v.Ptr())
		x, state := it.d.get(t, it.pos)
		if state != it.state {
			it.left = 0
			return value{}, mutated(t)
		}
		if it.left <= 0 {
			return value{}, nil
		}
		it.pos += step
		it.left--
		return x, nil
	}
}

// dequeIterNew makes an iterator that has index items behind it already.
func dequeIterNew(tp *py.Type, step int) func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	return func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
		a := args.Pos()
		if len(a) < 1 {
			return value{}, t.TypeErr("function takes at least 1 argument (0 given)")
		}
		if len(a) > 2 {
			return value{}, t.TypeErr("function takes at most 2 arguments (%d given)", len(a))
		}
		d, ok := toDeque(a[0])
		if !ok {
			return value{}, t.TypeErr("argument 1 must be collections.deque, not %s", a[0].Type().Name())
		}
		n := 0
		if len(a) == 2 {
			var err exc
			if n, err = t.AsSsize(a[1]); err != nil {
				return value{}, err
			}
		}
		it := newDequeIter(t, d, tp)
		p := (*dequeIter)(it.Ptr())
		n = min(max(n, 0), p.left)
		p.pos += step * n
		p.left -= n
		return it, nil
	}
}

func registerDeque() {
	slots := py.Slots{
		New: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			d := py.AllocFor[deque](t, cls)
			d.maxLen = -1
			return d.value(), nil
		},
		Init: dequeInit, Repr: dequeRepr, Compare: dequeCompare,
		Iter: func(t *py.Thread, v value) (value, exc) { return newDequeIter(t, asDeque(v), dequeIterType), nil },
		Len:  func(t *py.Thread, v value) (int, exc) { return asDeque(v).length(t), nil },
		GetItem: func(t *py.Thread, v, key value) (value, exc) {
			i, err := dequeIndex(t, key)
			if err != nil {
				return value{}, err
			}
			return dequeItem(t, v, i)
		},
		SetItem: dequeSetItem, Item: dequeItem, Contains: dequeContains,
		Concat: dequeConcat,
		Repeat: func(t *py.Thread, v value, n int) (value, exc) {
			r, err := copyOf(t, v)
			if err != nil {
				return value{}, err
			}
			return r, asDeque(r).repeat(t, n)
		},
		InPlaceConcat: func(t *py.Thread, a, b value) (value, exc) { return a, asDeque(a).extend(t, b, false) },
		InPlaceRepeat: func(t *py.Thread, v value, n int) (value, exc) { return v, asDeque(v).repeat(t, n) },
	}
	py.RegisterType(py.TypeSpec{Type: dequeType, Name: "collections.deque", Guarded: true, Flags: py.FlagBaseType | py.FlagSequence | py.FlagWeakref, Layout: py.LayoutOf[deque](), Sig: "[iterable[, maxlen]]",
		Doc:   "A list-like sequence optimized for data accesses near its endpoints.",
		Slots: slots, Methods: dequeMethods,
		Attrs: func() map[string]value { return map[string]value{"__hash__": py.None} },
		GetSet: []py.GetSetSpec{{Name: "maxlen", Get: func(t *py.Thread, v value) (value, exc) {
			if n := asDeque(v).maxLen; n >= 0 {
				return py.IntOf(n), nil
			}
			return py.None, nil
		}, Doc: "maximum size of a deque or None if unbounded"}}})
	for _, it := range []struct {
		tp   *py.Type
		name string
		step int
	}{{dequeIterType, "collections._deque_iterator", 1}, {dequeRevIterType, "collections._deque_reverse_iterator", -1}} {
		py.RegisterType(py.TypeSpec{Type: it.tp, Name: it.name, Guarded: true, Layout: py.LayoutOf[dequeIter](),
			Slots: py.Slots{New: dequeIterNew(it.tp, it.step), Iter: py.IterSelf, Next: dequeIterNext(it.step)},
			Methods: []py.MethodSpec{
				{Name: "__length_hint__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
					return py.IntOf((*dequeIter)(v.Ptr()).left), nil
				}), Doc: "Private method returning an estimate of len(list(it))."},
				{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
					p := (*dequeIter)(v.Ptr())
					return tuple(v.Type().Value(), tuple(p.d.value(), py.IntOf(p.d.length(t)-p.left))), nil
				}), Doc: "Return state information for pickling."},
			}})
	}
}

var dequeMethods = []py.MethodSpec{
	py.ClassGetItemSpec(),
	{Name: "append", Sig: "item, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) { return py.None, asDeque(v).append(t, x) }),
		Doc: "Add an element to the right side of the deque."},
	{Name: "appendleft", Sig: "item, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) { return py.None, asDeque(v).appendLeft(t, x) }),
		Doc: "Add an element to the left side of the deque."},
	{Name: "clear", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { asDeque(v).clear(t); return py.None, nil }),
		Doc: "Remove all elements from the deque."},
	{Name: "__copy__", Fn: py.Fn0(copyOf), Doc: "Return a shallow copy of a deque."},
	{Name: "copy", Fn: py.Fn0(copyOf), Doc: "Return a shallow copy of a deque."},
	{Name: "count", Sig: "value, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) {
		d := asDeque(v)
		_, state := d.get(t, 0)
		n := 0
		for i := 0; ; i++ {
			y, now := d.get(t, i)
			if now != state {
				return value{}, mutated(t)
			}
			if y.IsNil() {
				return py.IntOf(n), nil
			}
			eq, err := t.Equal(y, x)
			if err != nil {
				return value{}, err
			}
			if eq {
				n++
			}
		}
	}), Doc: "Return number of occurrences of value."},
	{Name: "extend", Sig: "iterable, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) { return py.None, asDeque(v).extend(t, x, false) }),
		Doc: "Extend the right side of the deque with elements from the iterable."},
	{Name: "extendleft", Sig: "iterable, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) { return py.None, asDeque(v).extend(t, x, true) }),
		Doc: "Extend the left side of the deque with elements from the iterable."},
	{Name: "index", Sig: "value, [start, [stop]]", Fn: py.FnRaw(func(t *py.Thread, v value, args py.Args) (value, exc) {
		if err := args.Count(t, "index", 1, 3); err != nil {
			return value{}, err
		}
		a := append(args.Pos()[:args.Len():args.Len()], value{}, value{})
		lo, err := t.SearchBound(a[1], 0)
		if err != nil {
			return value{}, err
		}
		hi, err := t.SearchBound(a[2], math.MaxInt)
		if err != nil {
			return value{}, err
		}
		d := asDeque(v)
		n := d.length(t)
		if lo < 0 {
			lo = max(lo+n, 0)
		}
		if hi < 0 {
			hi = max(hi+n, 0)
		}
		i, err := d.find(t, a[0], lo, min(hi, n), func() exc { return mutated(t) })
		if err != nil {
			return value{}, err
		}
		if i < 0 {
			return value{}, notIn(t, a[0])
		}
		return py.IntOf(i), nil
	}), Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
	{Name: "insert", Sig: "index, value, /", Fn: py.FnSig(func(t *py.Thread, v value, a []value) (value, exc) {
		i, err := t.AsSsize(a[0])
		if err != nil {
			return value{}, err
		}
		d := asDeque(v)
		d.Lock(t)
		defer d.Unlock(t)
		if d.maxLen >= 0 && d.n >= d.maxLen {
			return value{}, t.Raise(py.IndexError, "deque already at its maximum size")
		}
		if i < 0 {
			i = max(i+d.n, 0)
		}
		if err := d.roomToGrow(t); err != nil {
			return value{}, err
		}
		d.insertAt(min(i, d.n), a[1])
		return py.None, nil
	}), Doc: "Insert value before index."},
	{Name: "pop", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		d := asDeque(v)
		d.Lock(t)
		defer d.Unlock(t)
		if d.n == 0 {
			return value{}, t.Raise(py.IndexError, "pop from an empty deque")
		}
		return d.popBack(), nil
	}), Doc: "Remove and return the rightmost element."},
	{Name: "popleft", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		d := asDeque(v)
		d.Lock(t)
		defer d.Unlock(t)
		if d.n == 0 {
			return value{}, t.Raise(py.IndexError, "pop from an empty deque")
		}
		return d.popFront(), nil
	}), Doc: "Remove and return the leftmost element."},
	{Name: "remove", Sig: "value, /", Fn: py.Fn1(func(t *py.Thread, v, x value) (value, exc) {
		d := asDeque(v)
		i, err := d.find(t, x, 0, math.MaxInt, func() exc {
			return t.Raise(py.IndexError, "deque mutated during remove().")
		})
		if err != nil {
			return value{}, err
		}
		if i < 0 {
			return value{}, notIn(t, x)
		}
		d.Lock(t)
		if i < d.n {
			d.removeAt(i)
		}
		d.Unlock(t)
		return py.None, nil
	}), Doc: "Remove first occurrence of value."},
	{Name: "reverse", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		d := asDeque(v)
		d.Lock(t)
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			a, b := d.slot(i), d.slot(j)
			*a, *b = *b, *a
		}
		d.Unlock(t)
		return py.None, nil
	}), Doc: "Reverse *IN PLACE*."},
	{Name: "rotate", Sig: "n=1, /", Fn: py.FnSig(func(t *py.Thread, v value, a []value) (value, exc) {
		k := 1
		if !a[0].IsNil() {
			var err exc
			if k, err = t.AsSsize(a[0]); err != nil {
				return value{}, err
			}
		}
		d := asDeque(v)
		d.Lock(t)
		d.rotate(k)
		d.Unlock(t)
		return py.None, nil
	}), Doc: "Rotate the deque n steps to the right.  If n is negative, rotates left."},
	{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		d := asDeque(v)
		state, err := t.CallMethodS(v, "__getstate__")
		if err != nil {
			return value{}, err
		}
		it, err := t.Iter(v)
		if err != nil {
			return value{}, err
		}
		args := tuple()
		if d.maxLen >= 0 {
			args = tuple(tuple(), py.IntOf(d.maxLen))
		}
		return tuple(v.Type().Value(), args, state, it), nil
	}), Doc: "Return state information for pickling."},
	{Name: "__reversed__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		return newDequeIter(t, asDeque(v), dequeRevIterType), nil
	}), Doc: "Return a reverse iterator over the deque."},
	{Name: "__sizeof__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
		d := asDeque(v)
		return py.IntOf(136 + 8*64*(d.length(t)/64+1) + 16), nil
	}), Doc: "Return the size of the deque in memory, in bytes."},
}

func notIn(t *py.Thread, x value) exc {
	r, err := t.Repr(x)
	if err != nil {
		return err
	}
	return t.ValueErr("%s is not in deque", r.String())
}
