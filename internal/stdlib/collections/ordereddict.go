package collections

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// orderedDict is OrderedDict: dict remembers the order of its entries anyway,
// so that this adds methods about the order and the respect for overridden
// methods of subclasses.
type orderedDict struct {
	py.Dict
	ext py.Ext
}

// orderedIter iterates an OrderedDict. d is nil when it has ended.
type orderedIter struct {
	py.Header
	d         *py.Dict
	kind      orderedKind
	reverse   bool
	pos       int
	size      int
	mutations uint32
}

// orderedKind tells what an iterator gives.
type orderedKind uint8

const (
	keysKind orderedKind = iota
	valuesKind
	itemsKind
)

var (
	orderedType       = new(py.Type)
	orderedIterType   = new(py.Type)
	orderedKeysType   = new(py.Type)
	orderedValuesType = new(py.Type)
	orderedItemsType  = new(py.Type)

	strKeys  = py.InternStr("keys")
	strItems = py.InternStr("items")
)

func asDict(v value) *py.Dict { d, _ := py.ToDict(v); return d }

func isOrdered(v value) bool {
	return v.Type() == orderedType || v.Type().IsSubtype(orderedType)
}

// addPairs sets the pairs that an iterable gives.
func addPairs(t *py.Thread, self, pairs value) exc {
	return t.Each(pairs, func(p value) exc {
		it, err := t.Iter(p)
		if err != nil {
			return err
		}
		var kv [2]value
		for i := range kv {
			if kv[i], err = t.Next(it); err != nil {
				return err
			}
			if kv[i].IsNil() {
				s := "s"
				if i == 1 {
					s = ""
				}
				return t.ValueErr("need more than %d value%s to unpack", i, s)
			}
		}
		more, err := t.Next(it)
		if err != nil {
			return err
		}
		if !more.IsNil() {
			return t.ValueErr("too many values to unpack (expected 2)")
		}
		return t.SetItem(self, kv[0], kv[1])
	})
}

// updateFrom is MutableMapping.update with one argument.
func updateFrom(t *py.Thread, self, arg value) exc {
	if arg.Type() == py.DictType {
		d := asDict(arg)
		for pos := 0; ; {
			k, v, next, ok := d.EntryAt(t, pos)
			if !ok {
				return nil
			}
			pos = next
			if err := t.SetItem(self, k, v); err != nil {
				return err
			}
		}
	}
	keys, err := t.GetAttrOpt(arg, strKeys)
	if err != nil {
		return err
	}
	if !keys.IsNil() {
		list, err := t.Call(keys)
		if err != nil {
			return err
		}
		return t.Each(list, func(k value) exc {
			v, err := t.GetItem(arg, k)
			if err != nil {
				return err
			}
			return t.SetItem(self, k, v)
		})
	}
	items, err := t.GetAttrOpt(arg, strItems)
	if err != nil {
		return err
	}
	if !items.IsNil() {
		pairs, err := t.Call(items)
		if err != nil {
			return err
		}
		return addPairs(t, self, pairs)
	}
	return addPairs(t, self, arg)
}

func updateArgs(t *py.Thread, self value, args py.Args) exc {
	if args.Len() == 1 {
		if err := updateFrom(t, self, args.Pos()[0]); err != nil {
			return err
		}
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if err := t.SetItem(self, k.Value(), v); err != nil {
			return err
		}
	}
	return nil
}

func orderedRepr(t *py.Thread, v value) (value, exc) {
	name := v.Type().BareName()
	d := asDict(v)
	if d.Len() == 0 {
		return py.NewStr(name + "()").Value(), nil
	}
	if t.EnterRepr(v) {
		return py.NewStr("...").Value(), nil
	}
	defer t.LeaveRepr(v)
	c := d
	if v.Type() == orderedType {
		c = d.CopyOf(t)
	} else {
		c = py.NewDict()
		items, err := t.CallMethod(v, strItems)
		if err != nil {
			return value{}, err
		}
		if err := c.Update(t, items); err != nil {
			return value{}, err
		}
	}
	r, err := t.Repr(c.Value())
	if err != nil {
		return value{}, err
	}
	return py.NewStr(name + "(" + r.String() + ")").Value(), nil
}

func orderedCompare(t *py.Thread, a, b value, op py.CompareOp) (value, exc) {
	if op != py.CmpEQ && op != py.CmpNE {
		return py.NotImplemented, nil
	}
	r, err := py.DictType.Slots().Compare(t, a, b, py.CmpEQ)
	if err != nil || r == py.NotImplemented {
		return r, err
	}
	eq := r == py.True
	if eq && isOrdered(b) {
		if eq, err = sameOrder(t, asDict(a), asDict(b)); err != nil {
			return value{}, err
		}
	}
	return py.Bool(eq == (op == py.CmpEQ)), nil
}

// sameOrder tells whether two dicts have equal keys in the same order.
func sameOrder(t *py.Thread, a, b *py.Dict) (bool, exc) {
	ma, mb := a.Mutations(), b.Mutations()
	for pa, pb := 0, 0; ; {
		ka, _, na, ok1 := a.EntryAt(t, pa)
		kb, _, nb, ok2 := b.EntryAt(t, pb)
		if !ok1 || !ok2 {
			return ok1 == ok2, nil
		}
		pa, pb = na, nb
		eq, err := t.Equal(ka, kb)
		if err != nil {
			return false, err
		}
		if a.Mutations() != ma || b.Mutations() != mb {
			return false, t.Raise(py.RuntimeError, "OrderedDict mutated during iteration")
		}
		if !eq {
			return false, nil
		}
	}
}

func orderedOr(t *py.Thread, a, b value) (value, exc) {
	self, other := a, b
	if !isOrdered(self) {
		self, other = b, a
	}
	if _, ok := py.ToDict(other); !ok {
		return py.NotImplemented, nil
	}
	r, err := t.Call(self.Type().Value(), a)
	if err != nil {
		return value{}, err
	}
	return r, updateFrom(t, r, b)
}

func orderedCopy(t *py.Thread, v value) (value, exc) {
	d := asDict(v)
	if v.Type() == orderedType {
		r := py.AllocFor[orderedDict](t, orderedType)
		return r.Value(), r.Update(t, d.CopyOf(t).Value())
	}
	r, err := t.Call(v.Type().Value())
	if err != nil {
		return value{}, err
	}
	for pos := 0; ; {
		k, _, next, ok := d.EntryAt(t, pos)
		if !ok {
			return r, nil
		}
		pos = next
		x, err := t.GetItem(v, k)
		if err != nil {
			return value{}, err
		}
		if err := t.SetItem(r, k, x); err != nil {
			return value{}, err
		}
	}
}

// popKey removes a key without asking the methods of a subclass. def nil: a
// missing key is an error.
func popKey(t *py.Thread, v, key, def value) (value, exc) {
	x, err := asDict(v).Pop(t, key)
	if err != nil || !x.IsNil() {
		return x, err
	}
	if def.IsNil() {
		return value{}, t.KeyErrOf(key)
	}
	return def, nil
}

func orderedPopItem(t *py.Thread, v value, a []value) (value, exc) {
	last := true
	if !a[0].IsNil() {
		var err exc
		if last, err = t.Truth(a[0]); err != nil {
			return value{}, err
		}
	}
	d := asDict(v)
	var k value
	var ok bool
	if last {
		k, _, ok = d.Last(t)
	} else {
		k, _, ok = d.First(t)
	}
	if !ok {
		return value{}, t.Raise(py.KeyError, "dictionary is empty")
	}
	x, err := popKey(t, v, k, value{})
	if err != nil {
		return value{}, err
	}
	return tuple(k, x), nil
}

func orderedSetDefault(t *py.Thread, v value, a []value) (value, exc) {
	def := a[1]
	if def.IsNil() {
		def = py.None
	}
	if v.Type() == orderedType {
		x, _, err := asDict(v).SetDefault(t, a[0], def)
		return x, err
	}
	has, err := t.Contains(v, a[0])
	if err != nil {
		return value{}, err
	}
	if has {
		return t.GetItem(v, a[0])
	}
	return def, t.SetItem(v, a[0], def)
}

func newOrderedIter(d *py.Dict, kind orderedKind, reverse bool) value {
	it := &orderedIter{d: d, kind: kind, reverse: reverse, size: d.Len(), mutations: d.Mutations()}
	if reverse {
		it.pos = math.MaxInt
	}
	it.InitHeader(orderedIterType)
	return py.FromHeader(&it.Header)
}

func orderedIterNext(t *py.Thread, v value) (value, exc) {
	it := (*orderedIter)(v.Ptr())
	d := it.d
	if d == nil {
		return value{}, nil
	}
	if d.Mutations() != it.mutations {
		it.d = nil
		return value{}, t.Raise(py.RuntimeError, "OrderedDict mutated during iteration")
	}
	if d.Len() != it.size {
		it.d = nil
		return value{}, t.Raise(py.RuntimeError, "OrderedDict changed size during iteration")
	}
	var k, x value
	var ok bool
	if it.reverse {
		k, x, it.pos, ok = d.EntryBefore(t, it.pos)
	} else {
		k, x, it.pos, ok = d.EntryAt(t, it.pos)
	}
	if !ok {
		it.d = nil
		return value{}, nil
	}
	switch it.kind {
	case keysKind:
		return k, nil
	case valuesKind:
		return x, nil
	}
	return tuple(k, x), nil
}

func registerOrderedView(tp, base *py.Type, name string, kind orderedKind) {
	py.RegisterType(py.TypeSpec{Type: tp, Name: name, Base: base, Flags: py.FlagNoNew,
		Slots: py.Slots{Iter: func(t *py.Thread, v value) (value, exc) { return newOrderedIter(py.DictOfView(v), kind, false), nil }},
		Methods: []py.MethodSpec{{Name: "__reversed__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
			return newOrderedIter(py.DictOfView(v), kind, true), nil
		})}}})
}

func orderedView(name string, tp *py.Type) py.MethodSpec {
	return py.MethodSpec{Name: name, Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { return py.NewDictView(asDict(v), tp), nil })}
}

func registerOrdereddict() {
	registerOrderedView(orderedKeysType, py.DictKeysType, "odict_keys", keysKind)
	registerOrderedView(orderedValuesType, py.DictValuesType, "odict_values", valuesKind)
	registerOrderedView(orderedItemsType, py.DictItemsType, "odict_items", itemsKind)
	py.RegisterType(py.TypeSpec{Type: orderedIterType, Name: "odict_iterator", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Iter: py.IterSelf, Next: orderedIterNext},
		Methods: []py.MethodSpec{{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
			c := *(*orderedIter)(v.Ptr())
			var rest []value
			for {
				x, err := orderedIterNext(t, py.FromHeader(&c.Header))
				if err != nil {
					return value{}, err
				}
				if x.IsNil() {
					break
				}
				rest = append(rest, x)
			}
			return tuple(t.Builtin("iter"), tuple(py.NewList(rest).Value())), nil
		}), Doc: "Return state information for pickling"}}})

	slots := py.Slots{
		New: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			return py.AllocFor[orderedDict](t, cls).Value(), nil
		},
		Init: func(t *py.Thread, v value, args py.Args) exc {
			if n := args.Len(); n > 1 {
				return t.TypeErr("expected at most 1 arguments, got %d", n)
			}
			return updateArgs(t, v, args)
		},
		Repr: orderedRepr, Compare: orderedCompare,
		Iter:    func(t *py.Thread, v value) (value, exc) { return newOrderedIter(asDict(v), keysKind, false), nil },
		SetItem: func(t *py.Thread, v, k, x value) exc { return py.DictType.Slots().SetItem(t, v, k, x) },
	}
	slots.Binary[py.OpOr] = orderedOr
	slots.InPlace[py.OpOr] = func(t *py.Thread, a, b value) (value, exc) { return a, updateFrom(t, a, b) }
	py.RegisterType(py.TypeSpec{Type: orderedType, Name: "collections.OrderedDict", Guarded: true, Base: py.DictType,
		Flags:  py.FlagBaseType | py.FlagHasDict | py.FlagWeakref,
		Layout: py.LayoutWithExt(func(d *orderedDict) *py.Ext { return &d.ext }),
		Doc:    "Dictionary that remembers insertion order",
		Slots:  slots,
		Attrs:  func() map[string]value { return map[string]value{"__hash__": py.None} },
		Methods: []py.MethodSpec{
			{Name: "fromkeys", Class: true, Sig: "iterable, value=None", Fn: py.FnSig(func(t *py.Thread, cls value, a []value) (value, exc) {
				x := a[1]
				if x.IsNil() {
					x = py.None
				}
				d, err := t.Call(cls)
				if err != nil {
					return value{}, err
				}
				return d, t.Each(a[0], func(k value) exc { return t.SetItem(d, k, x) })
			}), Doc: "Create a new ordered dictionary with keys from iterable and values set to value."},
			{Name: "update", Fn: py.FnRaw(func(t *py.Thread, v value, args py.Args) (value, exc) {
				if n := args.Len(); n > 1 {
					return value{}, t.TypeErr("update() takes at most 1 positional argument (%d given)", n)
				}
				return py.None, updateArgs(t, v, args)
			})},
			{Name: "setdefault", Sig: "key, default=None", Fn: py.FnSig(orderedSetDefault),
				Doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
			{Name: "pop", Sig: "key, default=<unrepresentable>", Fn: py.FnSig(func(t *py.Thread, v value, a []value) (value, exc) {
				return popKey(t, v, a[0], a[1])
			}), Doc: "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."},
			{Name: "__sizeof__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
				n, err := t.CallMethodS(py.DictType.Value(), "__sizeof__", v)
				if err != nil {
					return value{}, err
				}
				size, err := t.AsInt(n)
				// CPython adds its table and list of nodes.
				return py.IntOf(size + 48 + 32*asDict(v).Len()), err
			}), Doc: "Return the size of the dictionary in memory, in bytes."},
			{Name: "popitem", Sig: "last=True", Fn: py.FnSig(orderedPopItem),
				Doc: "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false."},
			{Name: "move_to_end", Sig: "key, last=True", Fn: py.FnSig(func(t *py.Thread, v value, a []value) (value, exc) {
				last := true
				if !a[1].IsNil() {
					var err exc
					if last, err = t.Truth(a[1]); err != nil {
						return value{}, err
					}
				}
				if asDict(v).Len() == 0 {
					return value{}, t.KeyErrOf(a[0])
				}
				ok, err := asDict(v).MoveToEnd(t, a[0], last)
				if err == nil && !ok {
					err = t.KeyErrOf(a[0])
				}
				return py.None, err
			}), Doc: "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist."},
			orderedView("keys", orderedKeysType), orderedView("values", orderedValuesType), orderedView("items", orderedItemsType),
			{Name: "clear", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { asDict(v).ClearAll(t); return py.None, nil }),
				Doc: "od.clear() -> None.  Remove all items from od."},
			{Name: "copy", Fn: py.Fn0(orderedCopy), Doc: "od.copy() -> a shallow copy of od"},
			{Name: "__reversed__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { return newOrderedIter(asDict(v), keysKind, true), nil }),
				Doc: "od.__reversed__() <==> reversed(od)"},
			{Name: "__reduce__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
				state, err := t.CallMethodS(v, "__getstate__")
				if err != nil {
					return value{}, err
				}
				items, err := t.CallMethod(v, strItems)
				if err != nil {
					return value{}, err
				}
				it, err := t.Iter(items)
				if err != nil {
					return value{}, err
				}
				return tuple(v.Type().Value(), tuple(), state, py.None, it), nil
			}), Doc: "Return state information for pickling"},
		}})
}
