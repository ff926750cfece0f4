package py

var strIterM = InternStr("__iter__")

// plainDict returns x as a dict when it can be read directly: a dict, or a
// subclass that iterates as dict does.
func plainDict(x Value) (*Dict, bool) {
	d, ok := ToDict(x)
	if !ok || x.p.shape != shDict && x.p.typ.Lookup(strIterM) != DictType.ns().lookup(strIterM) {
		return nil, false
	}
	return d, true
}

// dictUpdate is d.update(x) for a mapping x.
func (t *Thread) dictUpdate(d *Dict, x Value) *Exc {
	src, ok := plainDict(x)
	if !ok {
		keys, err := t.CallMethod(x, strKeys)
		if err != nil {
			return err
		}
		if keys.p.shape != shList {
			it, err := t.Iter(keys)
			if err != nil {
				if err.Is(TypeError) {
					err = t.TypeErr("%s.keys() returned a non-iterable (type %s)", x.p.typ.name, keys.p.typ.name)
				}
				return err
			}
			items, err := t.Items(it)
			if err != nil {
				return err
			}
			keys = NewList(items).Value()
		}
		return t.Each(keys, func(k Value) *Exc {
			v, err := t.GetItem(x, k)
			if err != nil {
				return err
			}
			return d.Set(t, k, v)
		})
	}
	if src == d || src.size(t) == 0 {
		return nil
	}
	if d.size(t) == 0 {
		c := src.CopyOf(t)
		d.Lock(t)
		if d.used == 0 {
			d.used, d.fill, d.index, d.entries, d.odd = c.used, c.fill, c.index, c.entries, c.odd
			d.mutations++
			d.keysVersion = 0
			d.Unlock(t)
			return nil
		}
		d.Unlock(t)
	}
	if t.ft {
		for _, e := range src.snapshot(t) {
			if err := d.setHashed(t, e.key, e.hash, e.val); err != nil {
				return err
			}
		}
		return nil
	}
	before := src.changes(t)
	for p := 0; ; {
		e, next, ok := src.entryAt(t, p)
		if !ok {
			return nil
		}
		p = next
		if err := d.setHashed(t, e.key, e.hash, e.val); err != nil {
			return err
		}
		if src.changes(t) != before {
			return t.Raise(RuntimeError, "dict mutated during update")
		}
	}
}

// updatePairs is d.update(x) for an iterable of pairs.
func (t *Thread) updatePairs(d *Dict, x Value) *Exc {
	it, err := t.Iter(x)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		item, err := t.Next(it)
		if err != nil || item.p == nil {
			return err
		}
		var pair []Value
		switch item.p.shape {
		case shTuple:
			pair = asTuple(item).items
		case shList:
			pair = asList(item).Snapshot(t)
		default:
			pi, err := t.Iter(item)
			if err != nil {
				if err.Is(TypeError) {
					return t.TypeErr("cannot convert dictionary update sequence element #%d to a sequence", i)
				}
				return err
			}
			for {
				v, err := t.Next(pi)
				if err != nil {
					return err
				}
				if v.p == nil {
					break
				}
				pair = append(pair, v)
				if len(pair) > maxItems {
					return t.MemoryErr()
				}
			}
		}
		if len(pair) != 2 {
			return t.ValueErr("dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		if err := d.Set(t, pair[0], pair[1]); err != nil {
			return err
		}
	}
}

// Update is d.update(x): x a mapping or an iterable of pairs.
func (d *Dict) Update(t *Thread, x Value) *Exc {
	if x.p.shape == shDict {
		return t.dictUpdate(d, x)
	}
	keys, err := t.GetAttrOpt(x, strKeys)
	if err != nil {
		return err
	}
	if keys.p != nil {
		return t.dictUpdate(d, x)
	}
	return t.updatePairs(d, x)
}

// updateArgs is what dict() and update() do with their arguments.
func (t *Thread) updateArgs(d *Dict, name string, args Args) *Exc {
	pos := args.Pos()
	if err := checkCount(t, name, len(pos), 0, 1); err != nil {
		return err
	}
	if len(pos) == 1 {
		if err := d.Update(t, pos[0]); err != nil {
			return err
		}
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if err := d.Set(t, k.Value(), v); err != nil {
			return err
		}
	}
	return nil
}

func dictGetItem(t *Thread, v, k Value) (Value, *Exc) {
	r, err := asDict(v).Get(t, k)
	if err != nil || r.p != nil {
		return r, err
	}
	if v.p.shape != shDict {
		if r, found, err := t.callSpecial(v, strMissing, k); found {
			return r, err
		}
	}
	return Value{}, t.KeyErr(k)
}

func dictSetItem(t *Thread, v, k, val Value) *Exc {
	if val.p != nil {
		return asDict(v).Set(t, k, val)
	}
	old, err := asDict(v).Pop(t, k)
	if err == nil && old.p == nil {
		return t.KeyErr(k)
	}
	return err
}

// dictEqual compares two dicts; both may change meanwhile.
func (t *Thread) dictEqual(a, b *Dict) (bool, *Exc) {
	if a.size(t) != b.size(t) {
		return false, nil
	}
	if err := t.EnterRecursive(" in comparison"); err != nil {
		return false, err
	}
	defer t.LeaveRecursive()
	for p := 0; ; {
		e, next, ok := a.entryAt(t, p)
		if !ok {
			return true, nil
		}
		p = next
		x, err := b.getHashed(t, e.key, e.hash)
		if err != nil || x.p == nil {
			return false, err
		}
		eq, err := t.Equal(e.val, x)
		if err != nil || !eq {
			return false, err
		}
	}
}

func dictRepr(t *Thread, v Value) (Value, *Exc) {
	d := asDict(v)
	if d.size(t) == 0 {
		return newASCII("{}").Value(), nil
	}
	if t.EnterRepr(v) {
		return newASCII("{...}").Value(), nil
	}
	defer t.LeaveRepr(v)
	buf := append(make([]byte, 0, 64), '{')
	cp := 1
	for p := 0; ; {
		e, next, ok := d.entryAt(t, p)
		if !ok {
			break
		}
		p = next
		if cp > 1 {
			buf = append(buf, ", "...)
			cp += 2
		}
		for i, x := range [2]Value{e.key, e.val} {
			s, err := t.Repr(x)
			if err != nil {
				return Value{}, err
			}
			buf = append(buf, s.s...)
			cp += s.n
			if i == 0 {
				buf = append(buf, ": "...)
				cp += 2
			}
		}
	}
	buf = append(buf, '}')
	return newStrCopy(buf, cp+1).Value(), nil
}

func dictFromKeys(t *Thread, cls Value, a []Value) (Value, *Exc) {
	val := orNone(a[1])
	d, err := t.Call(cls)
	if err != nil {
		return Value{}, err
	}
	if s := a[0].p.shape; d.p.shape == shDict && (s == shDict || s == shSet || s == shFrozenSet) {
		err = t.eachHashed(a[0], func(k Value, h uint64) *Exc { return asDict(d).setHashed(t, k, h, val) })
	} else if d.p.shape == shDict {
		err = t.Each(a[0], func(k Value) *Exc { return asDict(d).Set(t, k, val) })
	} else {
		err = t.Each(a[0], func(k Value) *Exc { return t.SetItem(d, k, val) })
	}
	return d, err
}

var (
	dictOr = func(t *Thread, a, b Value) (Value, *Exc) {
		x, ok1 := ToDict(a)
		_, ok2 := ToDict(b)
		if !ok1 || !ok2 {
			return NotImplemented, nil
		}
		d := x.CopyOf(t)
		return d.Value(), t.dictUpdate(d, b)
	}
	dictIOr = func(t *Thread, a, b Value) (Value, *Exc) { return a, asDict(a).Update(t, b) }
)

func init() {
	spec := TypeSpec{
		Type: DictType, Name: "dict", shape: shDict, Flags: FlagBaseType | FlagDictSubclass | FlagMapping | FlagMatchSelf, Layout: LayoutOf[Dict](),
		Doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return AllocFor[Dict](t, cls).Value(), nil
			},
			Init: func(t *Thread, v Value, args Args) *Exc { return t.updateArgs(asDict(v), "dict", args) },
			Repr: dictRepr,
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				x, ok1 := ToDict(a)
				y, ok2 := ToDict(b)
				if !ok1 || !ok2 || op != CmpEQ && op != CmpNE {
					return NotImplemented, nil
				}
				eq, err := t.dictEqual(x, y)
				return Bool(eq == (op == CmpEQ)), err
			},
			Iter:    func(t *Thread, v Value) (Value, *Exc) { return newDictIter(t, asDict(v), DictKeyIterType), nil },
			Len:     func(t *Thread, v Value) (int, *Exc) { return asDict(v).size(t), nil },
			GetItem: dictGetItem,
			SetItem: dictSetItem,
			Contains: func(t *Thread, v, k Value) (bool, *Exc) {
				r, err := asDict(v).Get(t, k)
				return r.p != nil, err
			},
		},
		Methods: dictMethods,
		Attrs:   hashNone,
	}
	spec.Slots.Binary[OpOr] = dictOr
	spec.Slots.InPlace[OpOr] = dictIOr
	RegisterType(spec)
}

var dictMethods = []MethodSpec{
	{Name: "__contains__", Sig: "key, /", Fn: Fn1(func(t *Thread, v, k Value) (Value, *Exc) {
		ok, err := DictType.slots.Contains(t, v, k)
		return Bool(ok), err
	}), Doc: "True if the dictionary has the specified key, else False."},
	{Name: "__getitem__", Sig: "key, /", Fn: Fn1(func(t *Thread, v, k Value) (Value, *Exc) {
		return DictType.slots.GetItem(t, v, k)
	}), Doc: "Return self[key]."},
	genericClassGetItem,
	{Name: "get", Sig: "key, default=None, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		r, err := asDict(v).Get(t, a[0])
		if err != nil || r.p != nil {
			return r, err
		}
		return orNone(a[1]), nil
	}), Doc: "Return the value for key if key is in the dictionary, else default."},
	{Name: "setdefault", Sig: "key, default=None, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		r, _, err := asDict(v).SetDefault(t, a[0], orNone(a[1]))
		return r, err
	}), Doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
	{Name: "pop", Sig: "key, default=<unrepresentable>, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		d := asDict(v)
		if d.size(t) == 0 {
			// An empty dict does not hash the key.
			if a[1].p == nil {
				return Value{}, t.KeyErr(a[0])
			}
			return a[1], nil
		}
		r, err := d.Pop(t, a[0])
		if err != nil || r.p != nil {
			return r, err
		}
		if a[1].p == nil {
			return Value{}, t.KeyErr(a[0])
		}
		return a[1], nil
	}), Doc: "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."},
	{Name: "popitem", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		k, x, ok := asDict(v).PopLast(t)
		if !ok {
			return Value{}, t.Raise(KeyError, "popitem(): dictionary is empty")
		}
		return NewTuple(k, x).Value(), nil
	}), Doc: "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."},
	{Name: "keys", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newDictView(asDict(v), DictKeysType), nil }),
		Doc: "Return a set-like object providing a view on the dict's keys."},
	{Name: "values", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newDictView(asDict(v), DictValuesType), nil }),
		Doc: "Return an object providing a view on the dict's values."},
	{Name: "items", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newDictView(asDict(v), DictItemsType), nil }),
		Doc: "Return a set-like object providing a view on the dict's items."},
	{Name: "update", Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
		return None, t.updateArgs(asDict(v), "update", args)
	}), Doc: "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]"},
	{Name: "fromkeys", Class: true, Sig: "iterable, value=None, /", Fn: FnSig(dictFromKeys),
		Doc: "Create a new dictionary with keys from iterable and values set to value."},
	{Name: "clear", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { asDict(v).ClearAll(t); return None, nil }),
		Doc: "Remove all items from the dict."},
	{Name: "copy", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		d := asDict(v)
		if _, ok := plainDict(v); ok {
			return d.CopyOf(t).Value(), nil
		}
		n := NewDict()
		return n.Value(), t.dictUpdate(n, v)
	}), Doc: "Return a shallow copy of the dict."},
	{Name: "__reversed__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newDictIter(t, asDict(v), DictRevKeyIterType), nil }),
		Doc: "Return a reverse iterator over the dict keys."},
	{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		d := asDict(v)
		if d.used == 0 {
			return Int64(64), nil
		}
		return IntOf(64 + 4*len(d.index) + 40*cap(d.entries)), nil
	}), Doc: "Return the size of the dict in memory, in bytes."},
}

// MappingProxy is a read-only view of a mapping.
type mappingProxy struct {
	Header
	m Value
}

var mappingProxyType = new(Type)

func asProxy(v Value) *mappingProxy { return (*mappingProxy)(v.ptr()) }

// newMappingProxy makes a mappingproxy of v, a mapping.
func newMappingProxy(v Value) Value {
	p := &mappingProxy{m: v}
	p.typ, p.shape = mappingProxyType, mappingProxyType.root.id
	return Value{&p.Header, 0}
}

// isMapping is PyMapping_Check.
func isMapping(v Value) bool { return v.p.typ.slots.GetItem != nil }

// unproxied is the mapping behind a mappingproxy, v itself when it is none.
func unproxied(v Value) Value {
	if v.p.typ == mappingProxyType {
		return asProxy(v).m
	}
	return v
}

// throughProxy does op with the mapping behind a mappingproxy, which may be one
// of a long chain.
func throughProxy[T any](t *Thread, v Value, op func(m Value) (T, *Exc)) (T, *Exc) {
	if err := t.EnterRecursive(" in a mappingproxy"); err != nil {
		var none T
		return none, err
	}
	defer t.LeaveRecursive()
	return op(asProxy(v).m)
}

func proxyMethod(name, sig, doc string) MethodSpec {
	n := InternStr(name)
	if sig == "" {
		return MethodSpec{Name: name, Doc: doc, Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
			return throughProxy(t, v, func(m Value) (Value, *Exc) { return t.CallMethod(m, n) })
		})}
	}
	return MethodSpec{Name: name, Sig: sig, Doc: doc, Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		return throughProxy(t, v, func(m Value) (Value, *Exc) { return t.CallMethod(m, n, a[0], orNone(a[1])) })
	})}
}

var mappingProxySig = ParseSignature("mapping")

func init() {
	spec := TypeSpec{
		Type: mappingProxyType, Name: "mappingproxy", Sig: "mapping", Flags: FlagMapping,
		Doc: "Read-only proxy of a mapping.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				var out [1]Value
				if err := mappingProxySig.Bind(t, "mappingproxy", args, out[:]); err != nil {
					return Value{}, err
				}
				m := out[0]
				if !isMapping(m) || m.p.typ.flags&(FlagListSubclass|FlagTupleSubclass) != 0 {
					return Value{}, t.TypeErr("mappingproxy() argument must be a mapping, not %s", m.p.typ.name)
				}
				return newMappingProxy(m), nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				r, err := t.Repr(asProxy(v).m)
				if err != nil {
					return Value{}, err
				}
				return NewStr("mappingproxy(" + r.s + ")").Value(), nil
			},
			Str: func(t *Thread, v Value) (Value, *Exc) {
				s, err := t.StrOf(asProxy(v).m)
				if err != nil {
					return Value{}, err
				}
				return s.Value(), nil
			},
			Hash: func(t *Thread, v Value) (int64, *Exc) { return throughProxy(t, v, t.Hash) },
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				return t.Compare(asProxy(a).m, b, op)
			},
			Iter: func(t *Thread, v Value) (Value, *Exc) { return throughProxy(t, v, t.Iter) },
			Len:  func(t *Thread, v Value) (int, *Exc) { return throughProxy(t, v, t.Len) },
			GetItem: func(t *Thread, v, k Value) (Value, *Exc) {
				return throughProxy(t, v, func(m Value) (Value, *Exc) { return t.GetItem(m, k) })
			},
			Contains: func(t *Thread, v, k Value) (bool, *Exc) {
				return throughProxy(t, v, func(m Value) (bool, *Exc) { return t.Contains(m, k) })
			},
		},
		Methods: []MethodSpec{
			genericClassGetItem,
			proxyMethod("get", "key, default=None, /", "Return the value for key if key is in the mapping, else default."),
			proxyMethod("keys", "", "D.keys() -> a set-like object providing a view on D's keys"),
			proxyMethod("values", "", "D.values() -> an object providing a view on D's values"),
			proxyMethod("items", "", "D.items() -> a set-like object providing a view on D's items"),
			proxyMethod("copy", "", "D.copy() -> a shallow copy of D"),
			proxyMethod("__reversed__", "", "D.__reversed__() -> reverse iterator"),
		},
	}
	spec.Slots.Binary[OpOr] = func(t *Thread, a, b Value) (Value, *Exc) {
		if err := t.EnterRecursive(" in a mappingproxy"); err != nil {
			return Value{}, err
		}
		defer t.LeaveRecursive()
		return t.Binary(OpOr, unproxied(a), unproxied(b))
	}
	spec.Slots.InPlace[OpOr] = func(t *Thread, a, b Value) (Value, *Exc) {
		return Value{}, t.TypeErr("'|=' is not supported by %s; use '|' instead", a.p.typ.name)
	}
	RegisterType(spec)
}
