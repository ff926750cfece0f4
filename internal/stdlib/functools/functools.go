// Package functools is the _functools module.
package functools

import (
	"slices"

	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

func tuple(items ...value) value { return py.NewTuple(items...).Value() }

func callable(v value) bool { return v.Type().Slots().Call != nil }

// partial is functools.partial. Its parts change only by __setstate__.
type partial struct {
	py.Header
	ext  py.Ext
	fn   value
	args *py.Tuple
	kw   *py.Dict
}

var partialType = new(py.Type)

func asPartial(v value) *partial { return (*partial)(v.Ptr()) }

func partialNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	pos := args.Pos()
	if len(pos) == 0 {
		return value{}, t.TypeErr("type 'partial' takes at least one argument")
	}
	fn := pos[0]
	var before []value
	kw := py.NewDict()
	// A partial of a partial becomes one, unless the inner one carries
	// attributes or calls in a way of its own.
	if tp := fn.Type(); py.IsInstance(fn, partialType) && (tp == partialType || tp.Lookup(strCall) == partialType.Lookup(strCall)) && !t.HasInstAttrs(fn) {
		p := asPartial(fn)
		fn, before = p.fn, p.args.Items()
		kw = p.kw.CopyOf(t)
	}
	if !callable(fn) {
		return value{}, t.TypeErr("the first argument must be callable")
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if err := kw.Set(t, k.Value(), v); err != nil {
			return value{}, err
		}
	}
	p := py.AllocFor[partial](t, cls)
	p.fn, p.kw = fn, kw
	p.args = py.NewTupleKeep(slices.Concat(before, pos[1:]))
	return py.FromHeader(&p.Header), nil
}

var strCall = py.InternStr("__call__")

func partialCall(t *py.Thread, v value, args py.Args) (value, exc) {
	p := asPartial(v)
	fn, before, kw := p.fn, p.args.Items(), p.kw
	if kw.Len() == 0 {
		if len(before) == 0 {
			return t.CallArgs(fn, args)
		}
		var buf [8]value
		vals := append(append(buf[:0], before...), args.All()...)
		return t.CallArgs(fn, py.MakeArgs(vals, args.KwNames()))
	}
	pos := slices.Concat(before, args.Pos())
	if n := args.NumKw(); n > 0 {
		kw = kw.CopyOf(t)
		for i := 0; i < n; i++ {
			k, v := args.Kw(i)
			if err := kw.Set(t, k.Value(), v); err != nil {
				return value{}, err
			}
		}
	}
	return t.CallKw(fn, pos, kw)
}

func partialRepr(t *py.Thread, v value) (value, exc) {
	if t.EnterRepr(v) {
		return py.NewStr("...").Value(), nil
	}
	defer t.LeaveRepr(v)
	p := asPartial(v)
	tp := v.Type().Value()
	mod, err := t.GetAttrS(tp, "__module__")
	if err != nil {
		return value{}, err
	}
	name, err := t.GetAttrS(tp, "__qualname__")
	if err != nil {
		return value{}, err
	}
	ms, err := t.StrOf(mod)
	if err != nil {
		return value{}, err
	}
	ns, err := t.StrOf(name)
	if err != nil {
		return value{}, err
	}
	args, kw := p.args.Items(), p.kw
	f, err := t.Repr(p.fn)
	if err != nil {
		return value{}, err
	}
	s := ms.String() + "." + ns.String() + "(" + f.String()
	for _, a := range args {
		r, err := t.Repr(a)
		if err != nil {
			return value{}, err
		}
		s += ", " + r.String()
	}
	for pos := 0; ; {
		k, x, next, ok := kw.EntryAt(t, pos)
		if !ok {
			break
		}
		pos = next
		ks, err := t.StrOf(k)
		if err != nil {
			return value{}, err
		}
		r, err := t.Repr(x)
		if err != nil {
			return value{}, err
		}
		s += ", " + ks.String() + "=" + r.String()
	}
	return py.NewStr(s + ")").Value(), nil
}

func partialReduce(t *py.Thread, v value) (value, exc) {
	p := asPartial(v)
	dict := py.None
	if t.HasInstAttrs(v) {
		dict = t.InstDict(v).Value()
	}
	return tuple(v.Type().Value(), tuple(p.fn), tuple(p.fn, p.args.Value(), p.kw.Value(), dict)), nil
}

func partialSetState(t *py.Thread, v, state value) (value, exc) {
	bad := func() (value, exc) { return value{}, t.TypeErr("invalid partial state") }
	tup, ok := py.ToTuple(state)
	if !ok || len(tup.Items()) != 4 {
		return bad()
	}
	s := tup.Items()
	args, ok := py.ToTuple(s[1])
	if !callable(s[0]) || !ok {
		return bad()
	}
	kw := py.NewDict()
	if !s[2].IsNone() {
		d, ok := py.ToDict(s[2])
		if !ok {
			return bad()
		}
		kw = d
		if s[2].Type() != py.DictType {
			kw = d.CopyOf(t)
		}
	}
	if args.Value().Type() != py.TupleType {
		args = py.NewTuple(args.Items()...)
	}
	p := asPartial(v)
	p.fn, p.args, p.kw = s[0], args, kw
	if s[3].IsNone() {
		t.SetInstDict(v, py.NewDict())
	} else {
		d, ok := py.ToDict(s[3])
		if !ok {
			return value{}, t.TypeErr("__dict__ must be set to a dictionary, not a '%s'", s[3].Type().Name())
		}
		t.SetInstDict(v, d)
	}
	return py.None, nil
}

// reduce is functools.reduce.
func reduce(t *py.Thread, _ value, args py.Args) (value, exc) {
	if args.NumKw() > 0 {
		return value{}, t.TypeErr("reduce() takes no keyword arguments")
	}
	a := args.Pos()
	switch {
	case len(a) < 2:
		return value{}, t.TypeErr("reduce expected at least 2 arguments, got %d", len(a))
	case len(a) > 3:
		return value{}, t.TypeErr("reduce expected at most 3 arguments, got %d", len(a))
	}
	fn := a[0]
	var acc value
	if len(a) == 3 {
		acc = a[2]
	}
	it, err := t.Iter(a[1])
	if err != nil {
		if err.Is(py.TypeError) {
			return value{}, t.TypeErr("reduce() arg 2 must support iteration")
		}
		return value{}, err
	}
	for {
		x, err := t.Next(it)
		if err != nil {
			return value{}, err
		}
		if x.IsNil() {
			break
		}
		if acc.IsNil() {
			acc = x
			continue
		}
		if acc, err = t.Call(fn, acc, x); err != nil {
			return value{}, err
		}
	}
	if acc.IsNil() {
		return value{}, t.TypeErr("reduce() of empty iterable with no initial value")
	}
	return acc, nil
}

// keyWrapper is what cmp_to_key returns: a maker of keys that compare by cmp,
// and each of those keys.
type keyWrapper struct {
	py.Header
	cmp, obj value
}

var (
	keyWrapperType = new(py.Type)
	keySig         = py.ParseSignature("obj")
)

func asKey(v value) *keyWrapper { return (*keyWrapper)(v.Ptr()) }

func newKey(cmp, obj value) value {
	k := &keyWrapper{cmp: cmp, obj: obj}
	k.InitHeader(keyWrapperType)
	return py.FromHeader(&k.Header)
}

func keyCompare(t *py.Thread, a, b value, op py.CompareOp) (value, exc) {
	if b.Type() != keyWrapperType || a.Type() != keyWrapperType {
		return value{}, t.TypeErr("other argument must be K instance")
	}
	x, y := asKey(a), asKey(b)
	if x.obj.IsNil() || y.obj.IsNil() {
		return value{}, t.Raise(py.AttributeError, "object")
	}
	r, err := t.Call(x.cmp, x.obj, y.obj)
	if err != nil {
		return value{}, err
	}
	return t.Compare(r, py.Int64(0), op)
}

func init() {
	py.RegisterPackage(func() {
		registerFunctools()
		registerLruCache()
	}, "_functools")
}

func registerFunctools() {
	py.RegisterType(py.TypeSpec{Type: partialType, Name: "functools.partial", Guarded: true, Flags: py.FlagBaseType | py.FlagHasDict | py.FlagWeakref, Sig: "func, /, *args, **keywords",
		Layout: py.LayoutWithExt(func(p *partial) *py.Ext { return &p.ext }),
		Doc:    "Create a new function with partial application of the given arguments and keywords.",
		Slots: py.Slots{New: partialNew, Call: partialCall, Repr: partialRepr,
			DescrGet: func(t *py.Thread, self, obj, owner value) (value, exc) {
				if obj.IsNil() || obj.IsNone() {
					return self, nil
				}
				if err := t.Warn(py.FutureWarning, 1, "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior"); err != nil {
					return value{}, err
				}
				return self, nil
			}},
		Methods: []py.MethodSpec{
			{Name: "__reduce__", Fn: py.Fn0(partialReduce)},
			{Name: "__setstate__", Fn: py.Fn1(partialSetState)},
			py.ClassGetItemSpec(),
		},
		GetSet: []py.GetSetSpec{py.KeptDictSpec()},
		Members: []py.GetSetSpec{
			{Name: "func", Get: func(t *py.Thread, v value) (value, exc) { return asPartial(v).fn, nil }, Doc: "function object to use in future partial calls"},
			{Name: "args", Get: func(t *py.Thread, v value) (value, exc) { return asPartial(v).args.Value(), nil }, Doc: "tuple of arguments to future partial calls"},
			{Name: "keywords", Get: func(t *py.Thread, v value) (value, exc) { return asPartial(v).kw.Value(), nil }, Doc: "dictionary of keyword arguments to future partial calls"},
		}})
	py.RegisterType(py.TypeSpec{Type: keyWrapperType, Name: "functools.KeyWrapper", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Compare: keyCompare,
			Call: func(t *py.Thread, v value, args py.Args) (value, exc) {
				var a [1]value
				if args.Len() == 0 && args.KwNamed("obj").IsNil() {
					return value{}, t.TypeErr("K() missing required argument 'obj' (pos 1)")
				}
				if err := keySig.Bind(t, "K", args, a[:]); err != nil {
					return value{}, err
				}
				return newKey(asKey(v).cmp, a[0]), nil
			}},
		Members: []py.GetSetSpec{{Name: "obj", Get: func(t *py.Thread, v value) (value, exc) {
			if o := asKey(v).obj; !o.IsNil() {
				return o, nil
			}
			return py.None, nil
		}, Set: func(t *py.Thread, v, val value) exc {
			asKey(v).obj = val
			return nil
		}, Doc: "Value wrapped by a key function."}},
		GetSet: []py.GetSetSpec{py.TextSignatureOf("(obj)")}})
	py.RegisterModule(py.ModuleSpec{
		Name: "_functools",
		Doc:  "Tools that operate on functions.",
		Methods: []py.MethodSpec{
			{Name: "reduce", Fn: py.FnRaw(reduce), Doc: "reduce(function, iterable[, initial], /) -> value\n\nApply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis effectively reduces the iterable to a single value.  If initial is present,\nit is placed before the items of the iterable in the calculation, and serves as\na default when the iterable is empty.\n\nFor example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5)."},
			{Name: "cmp_to_key", Sig: "mycmp", Fn: py.FnSig(func(t *py.Thread, _ value, a []value) (value, exc) {
				return newKey(a[0], value{}), nil
			}), Doc: "Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects."},
		},
		Types: []*py.Type{partialType, lruCacheType},
	})
}
