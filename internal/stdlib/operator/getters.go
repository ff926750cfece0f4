package operator

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// attrGetter fetches attributes by dotted names.
type attrGetter struct {
	py.Header
	names []value // as given
	paths [][]*py.Str
}

// itemGetter fetches items by keys.
type itemGetter struct {
	py.Header
	keys []value
}

// methodCaller calls a method with fixed arguments.
type methodCaller struct {
	py.Header
	name *py.Str
	args []value // positional values, then those of kw
	kw   *py.Tuple
}

var (
	attrGetterType   = new(py.Type)
	itemGetterType   = new(py.Type)
	methodCallerType = new(py.Type)
)

func asAttr(v value) *attrGetter     { return (*attrGetter)(v.Ptr()) }
func asItem(v value) *itemGetter     { return (*itemGetter)(v.Ptr()) }
func asCaller(v value) *methodCaller { return (*methodCaller)(v.Ptr()) }

// oneArg returns the one argument of a call of a getter.
func oneArg(t *py.Thread, name string, args py.Args) (value, exc) {
	if args.NumKw() > 0 {
		return value{}, t.TypeErr("%s() takes no keyword arguments", name)
	}
	a := args.Pos()
	if len(a) != 1 {
		return value{}, t.TypeErr("%s expected 1 argument, got %d", name, len(a))
	}
	return a[0], nil
}

// someArgs returns the arguments of the construction of a getter.
func someArgs(t *py.Thread, name string, args py.Args) ([]value, exc) {
	if args.NumKw() > 0 {
		return nil, t.TypeErr("%s() takes no keyword arguments", name)
	}
	if args.Len() == 0 {
		return nil, t.TypeErr("%s expected 1 argument, got 0", name)
	}
	return append([]value(nil), args.Pos()...), nil
}

func attrNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	names, err := someArgs(t, "attrgetter", args)
	if err != nil {
		return value{}, err
	}
	paths := make([][]*py.Str, len(names))
	for i, n := range names {
		s, ok := py.ToStr(n)
		if !ok {
			return value{}, t.TypeErr("attribute name must be a string")
		}
		for _, part := range strings.Split(s.String(), ".") {
			paths[i] = append(paths[i], py.InternStr(part))
		}
	}
	g := py.AllocFor[attrGetter](t, cls)
	g.names, g.paths = names, paths
	return py.FromHeader(&g.Header), nil
}

func attrCall(t *py.Thread, v value, args py.Args) (value, exc) {
	obj, err := oneArg(t, "attrgetter", args)
	if err != nil {
		return value{}, err
	}
	get := func(path []*py.Str) (value, exc) {
		x := obj
		for _, name := range path {
			var err exc
			if x, err = t.GetAttr(x, name); err != nil {
				return value{}, err
			}
		}
		return x, nil
	}
	g := asAttr(v)
	if len(g.paths) == 1 {
		return get(g.paths[0])
	}
	out := make([]value, len(g.paths))
	for i, p := range g.paths {
		if out[i], err = get(p); err != nil {
			return value{}, err
		}
	}
	return py.NewTupleKeep(out).Value(), nil
}

func itemCall(t *py.Thread, v value, args py.Args) (value, exc) {
	obj, err := oneArg(t, "itemgetter", args)
	if err != nil {
		return value{}, err
	}
	g := asItem(v)
	if len(g.keys) == 1 {
		return t.GetItem(obj, g.keys[0])
	}
	res := py.AllocTuple(len(g.keys))
	for i, out := 0, res.Items(); i < len(out); i++ {
		if out[i], err = t.GetItem(obj, g.keys[i]); err != nil {
			return value{}, err
		}
	}
	return res.Value(), nil
}

func callerNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	pos := args.Pos()
	if len(pos) == 0 {
		return value{}, t.TypeErr("methodcaller needs at least one argument, the method name")
	}
	s, ok := py.ToStr(pos[0])
	if !ok {
		return value{}, t.TypeErr("method name must be a string")
	}
	c := py.AllocFor[methodCaller](t, cls)
	c.name = py.InternStr(s.String())
	c.args = append(c.args, pos[1:]...)
	if n := args.NumKw(); n > 0 {
		names := make([]value, n)
		for i := range names {
			k, x := args.Kw(i)
			names[i] = k.Value()
			c.args = append(c.args, x)
		}
		c.kw = py.NewTupleKeep(names)
	}
	return py.FromHeader(&c.Header), nil
}

func callerCall(t *py.Thread, v value, args py.Args) (value, exc) {
	obj, err := oneArg(t, "methodcaller", args)
	if err != nil {
		return value{}, err
	}
	c := asCaller(v)
	f, self, err := t.LoadMethod(obj, c.name)
	if err != nil {
		return value{}, err
	}
	a := py.MakeArgs(c.args, c.kw)
	if !self.IsNil() {
		a = a.Prepend(self)
	}
	return t.CallArgs(f, a)
}

// split returns the positional arguments and the keywords.
func (c *methodCaller) split() py.Args { return py.MakeArgs(c.args, c.kw) }

func callerReduce(t *py.Thread, v value) (value, exc) {
	c := asCaller(v)
	a := c.split()
	pos := a.Pos()
	tp := v.Type().Value()
	if c.kw == nil {
		return tuple(tp, tuple(append([]value{c.name.Value()}, pos...)...)), nil
	}
	m, err := t.ImportModule("functools")
	if err != nil {
		return value{}, err
	}
	partial, err := t.GetAttrS(m, "partial")
	if err != nil {
		return value{}, err
	}
	f, err := t.CallKw(partial, []value{tp, c.name.Value()}, a.KwDict(t))
	if err != nil {
		return value{}, err
	}
	return tuple(f, tuple(pos...)), nil
}

func tuple(items ...value) value { return py.NewTuple(items...).Value() }

// reprCall is "type(args, k=v)" with the recursion mark of these classes.
func reprCall(t *py.Thread, v value, a py.Args) (value, exc) {
	name := v.Type().Name()
	if v.Type().Flags()&py.FlagHeap != 0 {
		name = t.QualifiedName(v.Type())
	}
	if t.EnterRepr(v) {
		return py.NewStr(name + "(...)").Value(), nil
	}
	defer t.LeaveRepr(v)
	s := name + "("
	for i, x := range a.Pos() {
		r, err := t.Repr(x)
		if err != nil {
			return value{}, err
		}
		if i > 0 {
			s += ", "
		}
		s += r.String()
	}
	for i := 0; i < a.NumKw(); i++ {
		k, x := a.Kw(i)
		r, err := t.Repr(x)
		if err != nil {
			return value{}, err
		}
		s += ", " + k.String() + "=" + r.String()
	}
	return py.NewStr(s + ")").Value(), nil
}

func registerGetters() {
	reduce := func(f func(t *py.Thread, v value) (value, exc)) []py.MethodSpec {
		return []py.MethodSpec{{Name: "__reduce__", Fn: py.Fn0(f), Doc: "Return state information for pickling."}}
	}
	py.RegisterType(py.TypeSpec{Type: attrGetterType, Name: "operator.attrgetter", Layout: py.LayoutOf[attrGetter](), Sig: "attr, /, *attrs",
		Doc: "Return a callable object that fetches the given attribute(s) from its operand.\n\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
		Slots: py.Slots{New: attrNew, Call: attrCall, Repr: func(t *py.Thread, v value) (value, exc) {
			return reprCall(t, v, py.Pos(asAttr(v).names...))
		}},
		Methods: reduce(func(t *py.Thread, v value) (value, exc) {
			return tuple(v.Type().Value(), tuple(asAttr(v).names...)), nil
		}), GetSet: []py.GetSetSpec{py.TextSignatureOf("(obj, /)")}})
	py.RegisterType(py.TypeSpec{Type: itemGetterType, Name: "operator.itemgetter", Layout: py.LayoutOf[itemGetter](), Sig: "item, /, *items",
		Doc: "Return a callable object that fetches the given item(s) from its operand.\n\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
				keys, err := someArgs(t, "itemgetter", args)
				if err != nil {
					return value{}, err
				}
				g := py.AllocFor[itemGetter](t, cls)
				g.keys = keys
				return py.FromHeader(&g.Header), nil
			},
			Call: itemCall, Repr: func(t *py.Thread, v value) (value, exc) { return reprCall(t, v, py.Pos(asItem(v).keys...)) }},
		Methods: reduce(func(t *py.Thread, v value) (value, exc) {
			return tuple(v.Type().Value(), tuple(asItem(v).keys...)), nil
		}), GetSet: []py.GetSetSpec{py.TextSignatureOf("(obj, /)")}})
	py.RegisterType(py.TypeSpec{Type: methodCallerType, Name: "operator.methodcaller", Layout: py.LayoutOf[methodCaller](), Sig: "name, /, *args, **kwargs",
		Doc: "Return a callable object that calls the given method on its operand.\n\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
		Slots: py.Slots{New: callerNew, Call: callerCall, Repr: func(t *py.Thread, v value) (value, exc) {
			a := asCaller(v).split()
			return reprCall(t, v, a.Prepend(asCaller(v).name.Value()))
		}},
		Methods: reduce(callerReduce), GetSet: []py.GetSetSpec{py.TextSignatureOf("(obj, /)")}})
}
