// Package collections is the _collections module: deque, defaultdict,
// OrderedDict and the helpers of collections/__init__.py.
package collections

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

func tuple(items ...value) value { return py.NewTuple(items...).Value() }

// defaultDict is a dict that makes missing values.
type defaultDict struct {
	py.Dict
	factory value // None: none
}

var defaultDictType = new(py.Type)

func asDefault(v value) *defaultDict { return (*defaultDict)(v.Ptr()) }

func isDefault(v value) bool {
	return v.Type() == defaultDictType || v.Type().IsSubtype(defaultDictType)
}

func defaultInit(t *py.Thread, v value, args py.Args) exc {
	factory := py.None
	if args.Len() > 0 {
		factory = args.Pos()[0]
		if factory.Type().Slots().Call == nil && !factory.IsNone() {
			return t.TypeErr("first argument must be callable or None")
		}
		args = args.DropFirst()
	}
	asDefault(v).factory = factory
	return py.DictType.Slots().Init(t, v, args)
}

func (d *defaultDict) factoryOrNone() value {
	if d.factory.IsNil() {
		return py.None
	}
	return d.factory
}

// newLike makes a defaultdict of v's class with v's factory and the entries of src.
func newLike(t *py.Thread, v, src value) (value, exc) {
	return t.Call(v.Type().Value(), asDefault(v).factoryOrNone(), src)
}

func defaultRepr(t *py.Thread, v value) (value, exc) {
	base, err := py.DictType.Slots().Repr(t, v)
	if err != nil {
		return value{}, err
	}
	bs, _ := py.ToStr(base)
	f := asDefault(v).factoryOrNone()
	fs := "None"
	if !f.IsNone() {
		if t.EnterRepr(f) {
			fs = "..."
		} else {
			r, err := t.Repr(f)
			t.LeaveRepr(f)
			if err != nil {
				return value{}, err
			}
			fs = r.String()
		}
	}
	return py.NewStr(v.Type().BareName() + "(" + fs + ", " + bs.String() + ")").Value(), nil
}

func defaultOr(t *py.Thread, a, b value) (value, exc) {
	self, other := a, b
	if !isDefault(self) {
		self, other = b, a
	}
	if _, ok := py.ToDict(other); !ok {
		return py.NotImplemented, nil
	}
	r, err := newLike(t, self, a)
	if err != nil {
		return value{}, err
	}
	if d, ok := py.ToDict(r); ok {
		return r, d.Update(t, b)
	}
	return value{}, t.TypeErr("%s() must return a dict, not %s", self.Type().Name(), r.Type().Name())
}

func defaultMissing(t *py.Thread, v, key value) (value, exc) {
	f := asDefault(v).factoryOrNone()
	if f.IsNone() {
		return value{}, t.KeyErr(key)
	}
	x, err := t.Call(f)
	if err != nil {
		return value{}, err
	}
	return x, t.SetItem(v, key, x)
}

func defaultCopy(t *py.Thread, v value) (value, exc) { return newLike(t, v, v) }

func init() {
	py.RegisterPackage(func() {
		registerDefaultdict()
		registerDeque()
		registerHelpers()
		registerOrdereddict()
	}, "_collections")
}

func registerDefaultdict() {
	slots := py.Slots{
		New: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			d := py.AllocFor[defaultDict](t, cls)
			d.factory = py.None
			return d.Value(), nil
		},
		Init: defaultInit, Repr: defaultRepr,
	}
	slots.Binary[py.OpOr] = defaultOr
	py.RegisterType(py.TypeSpec{Type: defaultDictType, Name: "collections.defaultdict", Guarded: true, Base: py.DictType, Flags: py.FlagBaseType, Layout: py.LayoutOf[defaultDict](),
		Doc:   "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
		Slots: slots,
		Methods: []py.MethodSpec{
			py.ClassGetItemSpec(),
			{Name: "__missing__", Fn: py.Fn1(defaultMissing), Doc: "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value"},
			{Name: "copy", Fn: py.Fn0(defaultCopy), Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__copy__", Fn: py.Fn0(defaultCopy), Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
				args := tuple()
				if f := asDefault(v).factoryOrNone(); !f.IsNone() {
					args = tuple(f)
				}
				items, err := t.CallMethodS(v, "items")
				if err != nil {
					return value{}, err
				}
				it, err := t.Iter(items)
				if err != nil {
					return value{}, err
				}
				return tuple(v.Type().Value(), args, py.None, py.None, it), nil
			}), Doc: "Return state information for pickling."},
		},
		Members: []py.GetSetSpec{{Name: "default_factory",
			Get: func(t *py.Thread, v value) (value, exc) { return asDefault(v).factoryOrNone(), nil },
			Set: func(t *py.Thread, v, f value) exc {
				if f.IsNil() {
					f = py.None
				}
				asDefault(v).factory = f
				return nil
			}, Doc: "Factory for default value called by __missing__()."}}})
	py.RegisterModule(py.ModuleSpec{
		Name: "_collections",
		Doc:  "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n",
		Methods: []py.MethodSpec{
			{Name: "_count_elements", Sig: "mapping, iterable, /", Fn: py.FnSig(countElements), Doc: "Count elements in the iterable, updating the mapping"},
		},
		Types: []*py.Type{dequeType, defaultDictType, orderedType, tupleGetterType, dequeIterType, dequeRevIterType},
	})
}
