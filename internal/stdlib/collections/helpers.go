package collections

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// tupleGetter is the property of a namedtuple field.
type tupleGetter struct {
	py.Header
	index int
	doc   value
}

var tupleGetterType = new(py.Type)

func asGetter(v value) *tupleGetter { return (*tupleGetter)(v.Ptr()) }

func getterNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	if args.NumKw() > 0 {
		return value{}, t.TypeErr("_tuplegetter() takes no keyword arguments")
	}
	a := args.Pos()
	if len(a) != 2 {
		return value{}, t.TypeErr("_tuplegetter expected 2 arguments, got %d", len(a))
	}
	i, err := t.AsSsize(a[0])
	if err != nil {
		return value{}, err
	}
	g := py.AllocFor[tupleGetter](t, cls)
	g.index, g.doc = i, a[1]
	return py.FromHeader(&g.Header), nil
}

func getterGet(t *py.Thread, self, obj, owner value) (value, exc) {
	g := asGetter(self)
	if obj.IsNil() || obj.IsNone() {
		return self, nil
	}
	tup, ok := py.ToTuple(obj)
	if !ok {
		return value{}, t.TypeErr("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, obj.Type().Name())
	}
	if g.index < 0 || g.index >= len(tup.Items()) {
		return value{}, t.Raise(py.IndexError, "tuple index out of range")
	}
	return tup.Items()[g.index], nil
}

func getterRepr(t *py.Thread, v value) (value, exc) {
	g := asGetter(v)
	i, err := t.Repr(py.IntOf(g.index))
	if err != nil {
		return value{}, err
	}
	d, err := t.Repr(g.doc)
	if err != nil {
		return value{}, err
	}
	return py.NewStr(v.Type().BareName() + "(" + i.String() + ", " + d.String() + ")").Value(), nil
}

var (
	strGet     = py.InternStr("get")
	strSetItem = py.InternStr("__setitem__")
)

// countElements counts the items of an iterable into a mapping: directly in a
// dict whose class overrides neither get nor __setitem__, else by these.
func countElements(t *py.Thread, _ value, a []value) (value, exc) {
	m := a[0]
	it, err := t.Iter(a[1])
	if err != nil {
		return value{}, err
	}
	one := py.Int64(1)
	tp := m.Type()
	d, isDict := py.ToDict(m)
	direct := isDict && tp.Lookup(strGet) == py.DictType.Lookup(strGet) && tp.Lookup(strSetItem) == py.DictType.Lookup(strSetItem)
	var get value
	if !direct {
		if get, err = t.GetAttr(m, strGet); err != nil {
			return value{}, err
		}
	}
	for {
		k, err := t.Next(it)
		if err != nil {
			return value{}, err
		}
		if k.IsNil() {
			return py.None, nil
		}
		if direct {
			h, err := t.Hash(k)
			if err != nil {
				return value{}, err
			}
			n, err := d.GetHashed(t, k, h)
			if err != nil {
				return value{}, err
			}
			if n.IsNil() {
				n = one
			} else if n, err = t.Binary(py.OpAdd, n, one); err != nil {
				return value{}, err
			}
			if err := d.SetHashed(t, k, h, n); err != nil {
				return value{}, err
			}
			continue
		}
		n, err := t.Call(get, k, py.Int64(0))
		if err != nil {
			return value{}, err
		}
		if n, err = t.Binary(py.OpAdd, n, one); err != nil {
			return value{}, err
		}
		if err := t.SetItem(m, k, n); err != nil {
			return value{}, err
		}
	}
}

func registerHelpers() {
	py.RegisterType(py.TypeSpec{Type: tupleGetterType, Name: "collections._tuplegetter", Layout: py.LayoutOf[tupleGetter](),
		Slots: py.Slots{New: getterNew, Repr: getterRepr, DescrGet: getterGet,
			DescrSet: func(t *py.Thread, self, obj, val value) exc {
				if val.IsNil() {
					return t.Raise(py.AttributeError, "can't delete attribute")
				}
				return t.Raise(py.AttributeError, "can't set attribute")
			}},
		Methods: []py.MethodSpec{{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
			g := asGetter(v)
			return tuple(v.Type().Value(), tuple(py.IntOf(g.index), g.doc)), nil
		})}},
		Members: []py.GetSetSpec{{Name: "__doc__", Get: func(t *py.Thread, v value) (value, exc) { return asGetter(v).doc, nil },
			Set: func(t *py.Thread, v, d value) exc {
				if d.IsNil() {
					d = py.None
				}
				asGetter(v).doc = d
				return nil
			}}}})
}
