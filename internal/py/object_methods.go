package py

// Methods of object.

var objectMethods = []MethodSpec{
	{Name: "__format__", Sig: "format_spec, /", Fn: Fn1(func(t *Thread, v, spec Value) (Value, *Exc) {
		s, ok := ToStr(spec)
		if !ok {
			return Value{}, t.TypeErr("__format__() argument must be str, not %s", spec.p.typ.name)
		}
		if s.n > 0 {
			return Value{}, t.TypeErr("unsupported format string passed to %s.__format__", v.p.typ.name)
		}
		r, err := t.StrOf(v)
		if err != nil {
			return Value{}, err
		}
		return r.Value(), nil
	}), Doc: "Default object formatter: str(self) for an empty format_spec."},
	{Name: "__dir__", Sig: "", Fn: Fn0(objectDir), Doc: "Default dir() implementation."},
	{Name: "__sizeof__", Sig: "", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return IntOf(16 + 16*v.p.typ.inline), nil }), Doc: "Size of the object in memory, in bytes."},
	{Name: "__reduce__", Sig: "", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return t.reduceOld(v, 0) }), Doc: "Helper for pickle."},
	{Name: "__reduce_ex__", Sig: "protocol, /", Fn: Fn1(objectReduceEx), Doc: "Helper for pickle."},
	{Name: "__getstate__", Sig: "", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return t.objectState(v) }), Doc: "Helper for pickle."},
	{Name: "__subclasshook__", Class: true, Fn: Fn1(func(t *Thread, cls, sub Value) (Value, *Exc) { return NotImplemented, nil }), Doc: "Abstract classes can override this to customize issubclass()."},
	{Name: "__init_subclass__", Class: true, Fn: Fn0(func(t *Thread, cls Value) (Value, *Exc) { return None, nil }), Doc: "This method is called when a class is subclassed."},
}

func objectDir(t *Thread, v Value) (Value, *Exc) {
	names := NewDict()
	if d, err := t.GetAttrOpt(v, strDict); err != nil {
		return Value{}, err
	} else if src, ok := ToDict(d); ok {
		if err := t.dictUpdate(names, src.Value()); err != nil {
			return Value{}, err
		}
	}
	c, err := t.GetAttrOpt(v, strClass)
	if err != nil {
		return Value{}, err
	}
	if tp, ok := ToType(c); ok {
		l, err := typeDir(t, tp.Value())
		if err != nil {
			return Value{}, err
		}
		for _, k := range asList(l).items {
			if err := names.Set(t, k, None); err != nil {
				return Value{}, err
			}
		}
	}
	return t.DictKeys(names), nil
}

// objectReduceEx is object.__reduce_ex__: an overridden __reduce__ wins.
func objectReduceEx(t *Thread, v, proto Value) (Value, *Exc) {
	n, err := t.AsInt(proto)
	if err != nil {
		return Value{}, err
	}
	if v.p.typ.Lookup(strReduce) != ObjectType.ns().lookup(strReduce) {
		return t.CallMethod(v, strReduce)
	}
	if n >= 2 {
		return t.reduceNewObj(v)
	}
	return t.reduceOld(v, n)
}

// reduceOld is the protocol 0 and 1 form, which copyreg implements.
func (t *Thread) reduceOld(v Value, proto int) (Value, *Exc) {
	m, err := t.ImportModule("copyreg")
	if err != nil {
		return Value{}, err
	}
	return t.CallMethodS(m, "_reduce_ex", v, IntOf(proto))
}

// objectState is the default __getstate__: the __dict__, with the values of
// __slots__ beside it where there are any.
func (t *Thread) objectState(v Value) (Value, *Exc) {
	tp := v.p.typ
	state := None
	if d, err := t.GetAttrOpt(v, strDict); err != nil {
		return Value{}, err
	} else if d.p != nil {
		state = d
		if dd, ok := ToDict(d); ok && dd.Len() == 0 {
			state = None
		}
	}
	if tp.flags&FlagHeap == 0 {
		return state, nil
	}
	names, err := t.slotNames(tp)
	if err != nil {
		return Value{}, err
	}
	slots := NewDict()
	for _, k := range names {
		s, ok := ToStr(k)
		if !ok {
			return Value{}, t.TypeErr("attribute name must be string, not '%s'", k.p.typ.name)
		}
		x, err := t.GetAttrOpt(v, internOf(s))
		if err != nil {
			return Value{}, err
		}
		if x.p != nil {
			if err := slots.Set(t, k, x); err != nil {
				return Value{}, err
			}
		}
	}
	if slots.Len() > 0 {
		return NewTuple(state, slots.Value()).Value(), nil
	}
	return state, nil
}

// slotNames lists the names of a class's __slots__ as copyreg knows them; it
// keeps them in the class's __slotnames__.
func (t *Thread) slotNames(tp *Type) ([]Value, *Exc) {
	names := tp.ns().lookup(strSlotNames)
	if names.p == nil {
		m, err := t.ImportModule("copyreg")
		if err != nil {
			return nil, err
		}
		if names, err = t.CallMethodS(m, "_slotnames", tp.Value()); err != nil {
			return nil, err
		}
		if _, ok := ToList(names); !ok && !names.IsNone() {
			return nil, t.TypeErr("copyreg._slotnames didn't return a list or None")
		}
	}
	if names.IsNone() {
		return nil, nil
	}
	l, ok := ToList(names)
	if !ok {
		return nil, t.TypeErr("%s.__slotnames__ should be a list or None, not %s", tp.name, names.p.typ.name)
	}
	return t.Items(l.Value())
}

// reduceNewObj is the protocol 2 form: copyreg.__newobj__ with the state.
func (t *Thread) reduceNewObj(v Value) (Value, *Exc) {
	tp := v.p.typ
	if tp.slots.New == nil {
		return Value{}, t.TypeErr("cannot pickle '%s' object", tp.name)
	}
	copyreg, err := t.ImportModule("copyreg")
	if err != nil {
		return Value{}, err
	}
	var args []Value
	var kw Value
	hasArgs := true
	if f, err := t.lookupSpecial(v, strGetNewargsEx); err != nil {
		return Value{}, err
	} else if f.p != nil {
		r, err := t.Call(f)
		if err != nil {
			return Value{}, err
		}
		tup, ok := ToTuple(r)
		if !ok {
			return Value{}, t.TypeErr("__getnewargs_ex__ should return a tuple, not '%s'", r.p.typ.name)
		}
		if len(tup.items) != 2 {
			return Value{}, t.ValueErr("__getnewargs_ex__ should return a tuple of length 2, not %d", len(tup.items))
		}
		a, ok := ToTuple(tup.items[0])
		if !ok {
			return Value{}, t.TypeErr("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", tup.items[0].p.typ.name)
		}
		if _, ok := ToDict(tup.items[1]); !ok {
			return Value{}, t.TypeErr("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", tup.items[1].p.typ.name)
		}
		args, kw = a.items, tup.items[1]
	} else if f, err := t.lookupSpecial(v, strGetNewargs); err != nil {
		return Value{}, err
	} else if f.p != nil {
		r, err := t.Call(f)
		if err != nil {
			return Value{}, err
		}
		a, ok := ToTuple(r)
		if !ok {
			return Value{}, t.TypeErr("__getnewargs__ should return a tuple, not '%s'", r.p.typ.name)
		}
		args = a.items
	} else {
		hasArgs = false
	}
	_, isList := ToList(v)
	_, isDict := ToDict(v)
	state := Value{}
	if f := tp.Lookup(strGetState); f == ObjectType.ns().lookup(strGetState) {
		if !hasArgs && !isList && !isDict && !t.picklable(tp) {
			if itemSize(tp) != 0 {
				return Value{}, t.TypeErr("cannot pickle %s objects", tp.name)
			}
			return Value{}, t.TypeErr("cannot pickle '%s' object", tp.name)
		}
		state, err = t.objectState(v)
	} else {
		state, err = t.CallMethod(v, strGetState)
	}
	if err != nil {
		return Value{}, err
	}
	cls, err := t.GetAttr(v, strClass)
	if err != nil {
		return Value{}, err
	}
	var fn, fargs Value
	if kd, ok := ToDict(orNone(kw)); ok && kd.Len() > 0 {
		if fn, err = t.GetAttrS(copyreg, "__newobj_ex__"); err != nil {
			return Value{}, err
		}
		fargs = NewTuple(cls, NewTuple(args...).Value(), kw).Value()
	} else {
		if fn, err = t.GetAttrS(copyreg, "__newobj__"); err != nil {
			return Value{}, err
		}
		fargs = NewTuple(append([]Value{cls}, args...)...).Value()
	}
	items, pairs := None, None
	if isList {
		if items, err = t.Iter(v); err != nil {
			return Value{}, err
		}
	}
	if isDict {
		its, err := t.CallMethodS(v, "items")
		if err != nil {
			return Value{}, err
		}
		if pairs, err = t.Iter(its); err != nil {
			return Value{}, err
		}
	}
	return NewTuple(fn, fargs, state, items, pairs).Value(), nil
}

// picklable tells whether the default reduction keeps all that instances of
// tp are made of: their layout is object's or one that brings its own support.
func (t *Thread) picklable(tp *Type) bool {
	l := tp.layout
	return l == ObjectType && (tp.flags&FlagHeap != 0 || tp == ObjectType) || l.flags&(FlagExcSubclass|FlagTypeSubclass|FlagPlainState) != 0 || l == SimpleNamespaceType
}

// SimpleNamespaceType is types.SimpleNamespace.
var SimpleNamespaceType = new(Type)

// NewNamespace makes a types.SimpleNamespace with the given attributes.
func (t *Thread) NewNamespace(names []string, vals []Value) Value {
	o := &namespaceObj{}
	o.typ, o.shape = SimpleNamespaceType, SimpleNamespaceType.root.id
	d := t.InstDict(Value{&o.Header, 0})
	for i, n := range names {
		d.put(InternStr(n), vals[i])
	}
	return Value{&o.Header, 0}
}

type namespaceObj struct {
	Header
	ext Ext
}

func namespaceInit(t *Thread, self Value, args Args) *Exc {
	pos := args.Pos()
	if len(pos) > 1 {
		return t.TypeErr("SimpleNamespace expected at most 1 argument, got %d", len(pos))
	}
	d := t.InstDict(self)
	if len(pos) == 1 {
		v, err := t.Call(DictType.Value(), pos[0])
		if err != nil {
			return err
		}
		src := asDict(v)
		for p := 0; ; {
			k, x, next, ok := src.EntryAt(t, p)
			if !ok {
				break
			}
			p = next
			s, ok := ToStr(k)
			if !ok {
				return t.TypeErr("keywords must be strings")
			}
			d.put(internOf(s), x)
		}
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		d.put(k, v)
	}
	return nil
}

func namespaceRepr(t *Thread, v Value) (Value, *Exc) {
	name := v.p.typ.BareName()
	if v.p.typ == SimpleNamespaceType {
		name = "namespace"
	}
	if t.EnterRepr(v) {
		return NewStr(name + "(...)").Value(), nil
	}
	defer t.LeaveRepr(v)
	s := name + "("
	d := t.InstDict(v).CopyOf(t)
	first := true
	for p := 0; ; {
		k, x, next, ok := d.EntryAt(t, p)
		if !ok {
			break
		}
		p = next
		ks, ok := ToStr(k)
		if !ok || ks.n == 0 {
			continue
		}
		r, err := t.Repr(x)
		if err != nil {
			return Value{}, err
		}
		if !first {
			s += ", "
		}
		first = false
		s += ks.s + "=" + r.s
	}
	return NewStr(s + ")").Value(), nil
}

func init() {
	RegisterType(TypeSpec{
		Type: SimpleNamespaceType, Name: "types.SimpleNamespace", Sig: "mapping_or_iterable=(), /, **kwargs", Flags: FlagBaseType | FlagHasDict, Layout: LayoutWithExt(func(o *namespaceObj) *Ext { return &o.ext }),
		Doc: "A simple attribute-based namespace.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return Value{&allocFor[namespaceObj](cls).Header, 0}, nil
			},
			Init: namespaceInit, Repr: namespaceRepr,
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if !IsInstance(a, SimpleNamespaceType) || !IsInstance(b, SimpleNamespaceType) {
					return NotImplemented, nil
				}
				return t.Compare(t.InstDict(a).Value(), t.InstDict(b).Value(), op)
			},
		},
		GetSet: []GetSetSpec{{Name: "__dict__", Get: instDictSpec.Get}},
		Methods: []MethodSpec{
			{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return NewTuple(v.p.typ.Value(), emptyTuple.Value(), t.InstDict(v).Value()).Value(), nil
			})},
			{Name: "__replace__", Sig: "**changes", Fn: FnRaw(func(t *Thread, self Value, args Args) (Value, *Exc) {
				if args.Len() > 0 {
					return Value{}, t.TypeErr("__replace__() takes no positional arguments (%d given)", args.Len())
				}
				r, err := t.Call(self.p.typ.Value())
				if err != nil {
					return Value{}, err
				}
				d := t.InstDict(r)
				if err := t.dictUpdate(d, t.InstDict(self).Value()); err != nil {
					return Value{}, err
				}
				for i := 0; i < args.NumKw(); i++ {
					k, v := args.Kw(i)
					d.put(k, v)
				}
				return r, nil
			})},
		},
	})
}
