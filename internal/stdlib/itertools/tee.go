package itertools

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// linkCells is the number of items in one link of the chain that the branches
// of a tee share. Pickles made by CPython have the same.
const linkCells = 57

// teeData is a link: items read from it so far, and the next link once this
// one is full.
type teeData struct {
	py.Header
	it      value
	n       int
	running bool
	vals    [linkCells]value
	next    *teeData
}

// teeIter is one branch.
type teeIter struct {
	py.Header
	data  *teeData
	index int
}

var (
	teeType     = new(py.Type)
	teeDataType = new(py.Type)
)

func asTee(v value) *teeIter     { return (*teeIter)(v.Ptr()) }
func asTeeData(v value) *teeData { return (*teeData)(v.Ptr()) }

func newTeeData(it value) *teeData {
	d := &teeData{it: it}
	d.InitHeader(teeDataType)
	return d
}

func newTee(d *teeData, index int) value {
	b := &teeIter{data: d, index: index}
	b.InitHeader(teeType)
	return py.FromHeader(&b.Header)
}

// get returns item i of a link, reading it when it is the next.
func (d *teeData) get(t *py.Thread, i int) (value, exc) {
	if i < d.n {
		return d.vals[i], nil
	}
	if d.running {
		return value{}, t.Raise(py.RuntimeError, "cannot re-enter the tee iterator")
	}
	d.running = true
	x, err := t.Next(d.it)
	d.running = false
	if err != nil || x.IsNil() {
		return value{}, err
	}
	if d.n < linkCells {
		d.vals[d.n] = x
		d.n++
	}
	return x, nil
}

// link returns the next link.
func (d *teeData) link(t *py.Thread) *teeData {
	d.Lock(t)
	defer d.Unlock(t)
	if d.next == nil {
		d.next = newTeeData(d.it)
	}
	return d.next
}

func teeNext(t *py.Thread, v value) (value, exc) {
	b := asTee(v)
	d := b.data
	guarded := t.Guard(&d.Header)
	for b.data != d || b.index >= linkCells {
		// This branch has gone on while the thread waited, or it goes on now.
		if b.data == d {
			b.data, b.index = d.link(t), 0
		}
		d = b.data
		if guarded {
			t.Unguard()
		}
		guarded = t.Guard(&d.Header)
	}
	x, err := d.get(t, b.index)
	if guarded {
		t.Unguard()
	}
	if err == nil && !x.IsNil() {
		b.index++
	}
	return x, err
}

// teeOf makes the first branch over an iterable; a branch is copied.
func teeOf(t *py.Thread, iterable value) (value, exc) {
	it, err := t.Iter(iterable)
	if err != nil {
		return value{}, err
	}
	if it.Type() == teeType {
		return newTee(asTee(it).data, asTee(it).index), nil
	}
	return newTee(newTeeData(it), 0), nil
}

var strCopy = py.InternStr("__copy__")

func teeFunc(t *py.Thread, _ value, a []value) (value, exc) {
	n := 2
	if !a[1].IsNil() {
		var err exc
		if n, err = t.AsSsize(a[1]); err != nil {
			return value{}, err
		}
	}
	if n < 0 {
		return value{}, t.ValueErr("n must be >= 0")
	}
	if n > 1<<28 {
		return value{}, t.MemoryErr()
	}
	if n == 0 {
		return tuple(), nil
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return value{}, err
	}
	cp, err := t.GetAttrOpt(it, strCopy)
	if err != nil {
		return value{}, err
	}
	if cp.IsNil() {
		if it, err = teeOf(t, it); err != nil {
			return value{}, err
		}
		if cp, err = t.GetAttr(it, strCopy); err != nil {
			return value{}, err
		}
	}
	out := []value{it}
	for len(out) < n {
		c, err := t.Call(cp)
		if err != nil {
			return value{}, err
		}
		out = append(out, c)
	}
	return py.NewTupleKeep(out).Value(), nil
}

func teeDataNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	a, err := positional(t, cls, teeDataType, args, 3)
	if err != nil {
		return value{}, err
	}
	l, ok := py.ToList(a[1])
	if !ok {
		return value{}, t.TypeErr("_tee_dataobject() argument 2 must be list, not %s", a[1].Type().Name())
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return value{}, err
	}
	vals := l.Snapshot(t)
	if len(vals) > linkCells {
		return value{}, t.ValueErr("Invalid arguments")
	}
	d := newTeeData(it)
	d.n = copy(d.vals[:], vals)
	switch {
	case len(vals) == linkCells && !a[2].IsNone():
		if a[2].Type() != teeDataType {
			return value{}, t.ValueErr("Invalid arguments")
		}
		d.next = asTeeData(a[2])
	case !a[2].IsNone():
		return value{}, t.ValueErr("Invalid arguments")
	}
	return py.FromHeader(&d.Header), nil
}

func registerTee() {
	register(iterSpec{typ: teeType, weakref: true, name: "_tee", sig: "iterable, /", noBase: true, layout: py.LayoutOf[teeIter](), next: teeNext,
		doc: "Iterator wrapped to make it copyable.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			a, err := positional(t, cls, teeType, args, 1)
			if err != nil {
				return value{}, err
			}
			return teeOf(t, a[0])
		},
		methods: []py.MethodSpec{{Name: "__copy__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
			return newTee(asTee(v).data, asTee(v).index), nil
		}), Doc: "Returns an independent iterator."}},
		reduce: func(t *py.Thread, v value) (value, exc) {
			b := asTee(v)
			return reduced(v, tuple(tuple()), tuple(py.FromHeader(&b.data.Header), py.IntOf(b.index))), nil
		},
		setState: func(t *py.Thread, v, state value) exc {
			s, err := stateTuple(t, state, 2, 2)
			if err != nil {
				return err
			}
			if s[0].Type() != teeDataType {
				return t.TypeErr("argument 1 must be itertools._tee_dataobject, not %s", s[0].Type().Name())
			}
			i, err := t.AsInt(s[1])
			if err != nil {
				return err
			}
			d := asTeeData(s[0])
			if i < 0 || i > linkCells || i > d.n {
				return t.ValueErr("Index out of range")
			}
			b := asTee(v)
			b.data, b.index = d, i
			return nil
		}})
	register(iterSpec{typ: teeDataType, name: "_tee_dataobject", noBase: true, layout: py.LayoutOf[teeData](), new: teeDataNew,
		doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
		reduce: func(t *py.Thread, v value) (value, exc) {
			d := asTeeData(v)
			next := py.None
			if d.next != nil {
				next = py.FromHeader(&d.next.Header)
			}
			vals := py.NewList(append([]value(nil), d.vals[:d.n]...))
			return reduced(v, tuple(d.it, vals.Value(), next)), nil
		}})
}
