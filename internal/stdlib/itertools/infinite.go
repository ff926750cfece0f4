package itertools

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// count gives n, n+step, ...
type count struct {
	py.Header
	n, step value
	fast    bool // n is a small int and step is 1
}

// cycle repeats an iterable from what it saved of it.
type cycle struct {
	py.Header
	it        value // nil once it has ended
	saved     *py.List
	index     int
	firstPass bool // the items of it are saved already
}

// repeat gives one object; left is -1 for ever.
type repeat struct {
	py.Header
	obj  value
	left int
}

var (
	countType  = new(py.Type)
	cycleType  = new(py.Type)
	repeatType = new(py.Type)
	countSig   = py.ParseSignature("start=0, step=1")
	repeatSig  = py.ParseSignature("object, times=0")
)

func asCount(v value) *count   { return (*count)(v.Ptr()) }
func asCycle(v value) *cycle   { return (*cycle)(v.Ptr()) }
func asRepeat(v value) *repeat { return (*repeat)(v.Ptr()) }

func isNumber(v value) bool {
	s := v.Type().Slots()
	return s.Index != nil || s.ToInt != nil || s.ToFloat != nil || py.IsComplex(v)
}

func countNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	var a [2]value
	if err := countSig.Bind(t, "count", args, a[:]); err != nil {
		return value{}, err
	}
	for _, v := range a {
		if !v.IsNil() && !isNumber(v) {
			return value{}, t.TypeErr("a number is required")
		}
	}
	if a[0].IsNil() {
		a[0] = py.Int64(0)
	}
	one := a[1].IsNil()
	if one {
		a[1] = py.Int64(1)
	} else if py.IsInt(a[1]) {
		x, err := t.Index(a[1])
		if err != nil {
			return value{}, err
		}
		one = x == py.Int64(1)
	}
	c := py.AllocFor[count](t, cls)
	c.n, c.step = a[0], a[1]
	if one && py.IsInt(a[0]) {
		x, err := t.Index(a[0])
		if err != nil {
			return value{}, err
		}
		if n, ok := x.Small(); ok && n < math.MaxInt64 {
			c.n, c.step, c.fast = x, py.Int64(1), true
		}
	}
	return py.FromHeader(&c.Header), nil
}

func countNext(t *py.Thread, v value) (value, exc) {
	c := asCount(v)
	n := c.n
	if i, ok := n.Small(); ok && c.fast && i < math.MaxInt64 {
		c.n = py.Int64(i + 1)
		return n, nil
	}
	next, err := t.Binary(py.OpAdd, n, c.step)
	if err != nil {
		return value{}, err
	}
	c.n, c.fast = next, false
	return n, nil
}

// unitStep tells whether the step is the int 1, which repr leaves out.
func (c *count) unitStep() bool { return c.step == py.Int64(1) }

func countRepr(t *py.Thread, v value) (value, exc) {
	c := asCount(v)
	n, err := t.Repr(c.n)
	if err != nil {
		return value{}, err
	}
	name := v.Type().BareName()
	if c.unitStep() {
		return py.NewStr(name + "(" + n.String() + ")").Value(), nil
	}
	s, err := t.Repr(c.step)
	if err != nil {
		return value{}, err
	}
	return py.NewStr(name + "(" + n.String() + ", " + s.String() + ")").Value(), nil
}

func cycleNext(t *py.Thread, v value) (value, exc) {
	c := asCycle(v)
	if it := c.it; !it.IsNil() {
		x, err := t.Next(it)
		if err != nil {
			return value{}, err
		}
		if !x.IsNil() {
			if !c.firstPass {
				c.saved.Append(t, x)
			}
			return x, nil
		}
		c.it = value{}
	}
	x := c.saved.Get(t, c.index)
	if x.IsNil() {
		if c.index == 0 {
			return value{}, nil
		}
		c.index = 0
		if x = c.saved.Get(t, 0); x.IsNil() {
			return x, nil
		}
	}
	if c.index++; c.index >= c.saved.Len(t) {
		c.index = 0
	}
	return x, nil
}

func cycleReduce(t *py.Thread, v value) (value, exc) {
	c := asCycle(v)
	if !c.it.IsNil() {
		return reduced(v, tuple(c.it), tuple(c.saved.Value(), py.Bool(c.firstPass))), nil
	}
	it, err := t.Iter(c.saved.Value())
	if err != nil {
		return value{}, err
	}
	if c.index != 0 {
		if _, err := t.CallMethodS(it, "__setstate__", py.IntOf(c.index)); err != nil {
			return value{}, err
		}
	}
	return reduced(v, tuple(it), tuple(c.saved.Value(), py.True)), nil
}

func registerInfinite() {
	register(iterSpec{typ: countType, name: "count", sig: "start=0, step=1", layout: py.LayoutOf[count](), new: countNew, next: countNext, repr: countRepr,
		doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
		reduce: func(t *py.Thread, v value) (value, exc) {
			c := asCount(v)
			if c.fast {
				return reduced(v, tuple(c.n)), nil
			}
			return reduced(v, tuple(c.n, c.step)), nil
		}})
	register(iterSpec{typ: cycleType, name: "cycle", sig: "iterable, /", layout: py.LayoutOf[cycle](), next: cycleNext, reduce: cycleReduce,
		doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			a, err := positional(t, cls, cycleType, args, 1)
			if err != nil {
				return value{}, err
			}
			it, err := t.Iter(a[0])
			if err != nil {
				return value{}, err
			}
			c := py.AllocFor[cycle](t, cls)
			c.it, c.saved = it, py.NewList(nil)
			return py.FromHeader(&c.Header), nil
		},
		setState: func(t *py.Thread, v, state value) exc {
			s, err := stateTuple(t, state, 2, 2)
			if err != nil {
				return err
			}
			l, ok := py.ToList(s[0])
			if !ok {
				return t.TypeErr("argument 1 must be list, not %s", s[0].Type().Name())
			}
			first, err := t.AsInt(s[1])
			if err != nil {
				return err
			}
			c := asCycle(v)
			c.saved, c.firstPass, c.index = l, first != 0, 0
			return nil
		}})
	register(iterSpec{typ: repeatType, name: "repeat", layout: py.LayoutOf[repeat](),
		doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			var a [2]value
			if err := repeatSig.Bind(t, "repeat", args, a[:]); err != nil {
				return value{}, err
			}
			left := -1
			if !a[1].IsNil() {
				n, err := t.AsSsize(a[1])
				if err != nil {
					return value{}, err
				}
				left = max(n, 0)
			}
			r := py.AllocFor[repeat](t, cls)
			r.obj, r.left = a[0], left
			return py.FromHeader(&r.Header), nil
		},
		next: func(t *py.Thread, v value) (value, exc) {
			r := asRepeat(v)
			if r.left == 0 {
				return value{}, nil
			}
			if r.left > 0 {
				r.left--
			}
			return r.obj, nil
		},
		repr: func(t *py.Thread, v value) (value, exc) {
			r := asRepeat(v)
			o, err := t.Repr(r.obj)
			if err != nil {
				return value{}, err
			}
			s := v.Type().BareName() + "(" + o.String()
			if r.left >= 0 {
				n, err := t.Repr(py.IntOf(r.left))
				if err != nil {
					return value{}, err
				}
				s += ", " + n.String()
			}
			return py.NewStr(s + ")").Value(), nil
		},
		reduce: func(t *py.Thread, v value) (value, exc) {
			r := asRepeat(v)
			if r.left < 0 {
				return reduced(v, tuple(r.obj)), nil
			}
			return reduced(v, tuple(r.obj, py.IntOf(r.left))), nil
		},
		methods: []py.MethodSpec{{Name: "__length_hint__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
			if n := asRepeat(v).left; n >= 0 {
				return py.IntOf(n), nil
			}
			return value{}, t.TypeErr("len() of unsized object")
		}), Doc: "Private method returning an estimate of len(list(it))."}}})
}
