package itertools

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// groupBy groups neighbouring items with equal keys.
type groupBy struct {
	py.Header
	it, fn   value
	target   value // key of the group given last
	key, val value // of the item read last
	current  *grouper
}

// grouper gives the items of one group.
type grouper struct {
	py.Header
	parent *groupBy
	target value
}

var (
	groupByType = new(py.Type)
	grouperType = new(py.Type)
	groupBySig  = py.ParseSignature("iterable, key=None")
)

func asGroupBy(v value) *groupBy { return (*groupBy)(v.Ptr()) }
func asGrouper(v value) *grouper { return (*grouper)(v.Ptr()) }

// step reads the next item; ok is false at the end.
func (g *groupBy) step(t *py.Thread) (ok bool, err exc) {
	x, err := t.Next(g.it)
	if err != nil || x.IsNil() {
		return false, err
	}
	k := x
	if !g.fn.IsNone() {
		if k, err = t.Call(g.fn, x); err != nil {
			return false, err
		}
	}
	g.val, g.key = x, k
	return true, nil
}

func newGrouper(g *groupBy, target value) value {
	r := &grouper{parent: g, target: target}
	r.InitHeader(grouperType)
	g.current = r
	return py.FromHeader(&r.Header)
}

func groupByNext(t *py.Thread, v value) (value, exc) {
	g := asGroupBy(v)
	g.current = nil
	for {
		if !g.key.IsNil() {
			if g.target.IsNil() {
				break
			}
			same, err := t.Equal(g.target, g.key)
			if err != nil {
				return value{}, err
			}
			if !same {
				break
			}
		}
		ok, err := g.step(t)
		if err != nil || !ok {
			return value{}, err
		}
	}
	key := g.key
	g.target = key
	return tuple(key, newGrouper(g, key)), nil
}

func grouperNext(t *py.Thread, v value) (value, exc) {
	r := asGrouper(v)
	g := r.parent
	if t.Guard(&g.Header) {
		defer t.Unguard()
	}
	if g.current != r {
		return value{}, nil
	}
	if g.val.IsNil() {
		ok, err := g.step(t)
		if err != nil || !ok {
			return value{}, err
		}
	}
	same, err := t.Equal(r.target, g.key)
	if err != nil || !same {
		return value{}, err
	}
	x := g.val
	g.val = value{}
	return x, nil
}

func registerGroup() {
	register(iterSpec{typ: groupByType, name: "groupby", sig: "iterable, key=None", layout: py.LayoutOf[groupBy](), next: groupByNext,
		doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			var a [2]value
			if err := groupBySig.Bind(t, "groupby", args, a[:]); err != nil {
				return value{}, err
			}
			it, err := t.Iter(a[0])
			if err != nil {
				return value{}, err
			}
			g := py.AllocFor[groupBy](t, cls)
			g.it, g.fn = it, a[1]
			if g.fn.IsNil() {
				g.fn = py.None
			}
			return py.FromHeader(&g.Header), nil
		},
		reduce: func(t *py.Thread, v value) (value, exc) {
			g := asGroupBy(v)
			if g.target.IsNil() || g.key.IsNil() || g.val.IsNil() {
				return reduced(v, tuple(g.it, g.fn)), nil
			}
			return reduced(v, tuple(g.it, g.fn), tuple(g.val, g.target, g.key)), nil
		},
		setState: func(t *py.Thread, v, state value) exc {
			s, err := stateTuple(t, state, 3, 3)
			if err != nil {
				return err
			}
			g := asGroupBy(v)
			g.val, g.target, g.key = s[0], s[1], s[2]
			return nil
		}})
	register(iterSpec{typ: grouperType, name: "_grouper", noBase: true, layout: py.LayoutOf[grouper](), next: grouperNext,
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			a, err := positional(t, cls, grouperType, args, 2)
			if err != nil {
				return value{}, err
			}
			if !py.IsInstance(a[0], groupByType) {
				return value{}, t.TypeErr("_grouper() argument 1 must be itertools.groupby, not %s", a[0].Type().Name())
			}
			if t.Guard(&asGroupBy(a[0]).Header) {
				defer t.Unguard()
			}
			return newGrouper(asGroupBy(a[0]), a[1]), nil
		},
		reduce: func(t *py.Thread, v value) (value, exc) {
			r := asGrouper(v)
			if t.Guard(&r.parent.Header) {
				defer t.Unguard()
			}
			if r.parent.current != r {
				return tuple(t.Builtin("iter"), tuple(tuple())), nil
			}
			return reduced(v, tuple(py.FromHeader(&r.parent.Header), r.target)), nil
		}})
}
