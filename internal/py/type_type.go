package py

import "strings"

func typeRepr(t *Thread, v Value) (Value, *Exc) {
	tp := asType(v)
	if tp.flags&FlagHeap == 0 {
		return NewStr("<class '" + tp.name + "'>").Value(), nil
	}
	return NewStr("<class '" + t.qualifiedName(tp) + "'>").Value(), nil
}

// heapOnly is the error of setting an attribute of a builtin type.
func heapOnly(t *Thread, tp *Type, what string, val Value) *Exc {
	if tp.flags&FlagHeap == 0 {
		return t.TypeErr("cannot set '%s' attribute of immutable type '%s'", what, tp.name)
	}
	if val.p == nil {
		return t.TypeErr("cannot delete '%s' attribute of immutable type '%s'", what, tp.name)
	}
	return nil
}

func typesTuple(ts []*Type) Value {
	items := make([]Value, len(ts))
	for i, b := range ts {
		items[i] = b.Value()
	}
	return newTupleOwned(items).Value()
}

// collected tells whether CPython frees the type's objects through its garbage
// collector: one base class cannot be replaced by another that differs in that.
func (tp *Type) collected() bool {
	for ; tp.flags&FlagHeap != 0 && tp.base != nil; tp = tp.base {
		if tp.flags&FlagHasDict != 0 || tp.memberBase != tp.base.memberBase {
			return true
		}
	}
	switch tp {
	case ObjectType, IntType, BoolType, FloatType, ComplexType, StrType, BytesType, ByteArrayType:
		return false
	}
	return true
}

// setBases is the __bases__ setter.
func setBases(t *Thread, v, val Value) *Exc {
	tp := asType(v)
	if err := heapOnly(t, tp, "__bases__", val); err != nil {
		return err
	}
	tup, ok := ToTuple(val)
	if !ok {
		return t.TypeErr("can only assign tuple to %s.__bases__, not %s", tp.BareName(), val.p.typ.name)
	}
	if len(tup.items) == 0 {
		return t.TypeErr("can only assign non-empty tuple to %s.__bases__, not ()", tp.BareName())
	}
	var bases []*Type
	for _, b := range tup.items {
		bt, ok := ToType(b)
		if !ok {
			return t.TypeErr("%s.__bases__ must be tuple of classes, not '%s'", tp.BareName(), b.p.typ.name)
		}
		if bt.IsSubtype(tp) || bt.extends(tp) {
			return t.TypeErr("a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, bt)
	}
	best, err := t.bestBase(tup.items)
	if err != nil {
		return err
	}
	if best.collected() != tp.base.collected() {
		return t.TypeErr("__bases__ assignment: '%s' deallocator differs from '%s'", best.name, tp.base.name)
	}
	if best.layout != tp.base.layout || best.memberBase != tp.base.memberBase || best.flags&FlagHasDict&^tp.flags != 0 {
		return t.TypeErr("__bases__ assignment: '%s' object layout differs from '%s'", best.name, tp.base.name)
	}
	if best.extends(tp) {
		return t.TypeErr("a __bases__ item causes an inheritance cycle")
	}
	if t.Guard(&TypeType.Header) {
		defer t.Unguard()
	}
	oldBases, oldBase := tp.Bases(), tp.base
	tp.bases.Store(&bases)
	setPointer(&tp.base, best)
	mine := &bases[0]
	// A mro() in Python may assign __bases__ itself: whatever it left is then
	// not touched again.
	var done []mroChange
	if err := t.resetMRO(tp, &done); err != nil {
		for i := len(done) - 1; i >= 0; i-- {
			if c := done[i]; len(c.tp.MRO()) > 0 && &c.tp.MRO()[0] == c.now {
				c.tp.mro.Store(&c.old)
				c.tp.Modified()
			}
		}
		if &tp.Bases()[0] == mine {
			tp.bases.Store(&oldBases)
			setPointer(&tp.base, oldBase)
		}
		return err
	}
	if &tp.Bases()[0] != mine {
		return nil
	}
	for _, b := range oldBases {
		b.removeSubclass(tp)
	}
	for _, b := range tp.Bases() {
		b.addSubclass(tp)
	}
	t.lockTypes()
	tp.updateSlotsDown()
	tp.Modified()
	t.unlockTypes()
	return nil
}

// updateSlotsDown refills the slots of a class and of its subclasses.
func (tp *Type) updateSlotsDown() {
	updateSlots(tp)
	for _, s := range tp.liveSubclasses() {
		s.updateSlotsDown()
	}
}

// mroChange notes a new mro, so that it can be taken back: now is the address
// of its first element.
type mroChange struct {
	tp  *Type
	old []*Type
	now **Type
}

// resetMRO recomputes the mro of a class and of its subclasses.
func (t *Thread) resetMRO(tp *Type, done *[]mroChange) *Exc {
	old := tp.MRO()
	changed, err := t.setMRO(tp)
	if err != nil || !changed {
		return err
	}
	tp.Modified()
	if len(tp.MRO()) > 0 {
		*done = append(*done, mroChange{tp, old, &tp.MRO()[0]})
	}
	for _, s := range tp.liveSubclasses() {
		if err := t.resetMRO(s, done); err != nil {
			return err
		}
	}
	return nil
}

// IsInstanceOf is isinstance(v, cls).
func (t *Thread) IsInstanceOf(v, cls Value) (bool, *Exc) {
	if v.p.typ.Value() == cls {
		return true, nil
	}
	if cls.p.typ == TypeType {
		return t.plainIsInstance(v, cls)
	}
	if cls.p.typ == UnionTypeObj {
		for _, c := range asUnion(cls).args.items {
			if ok, err := t.IsInstanceOf(v, orNoneType(c)); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if tup, ok := ToTuple(cls); ok {
		if err := t.enterNative(" in __instancecheck__"); err != nil {
			return false, err
		}
		defer t.leaveNative()
		for _, c := range tup.items {
			if ok, err := t.IsInstanceOf(v, c); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if f, err := t.lookupSpecial(cls, strInstanceCheck); err != nil {
		return false, err
	} else if f.p != nil {
		if err := t.enterNative(" in __instancecheck__"); err != nil {
			return false, err
		}
		r, err := t.Call(f, v)
		t.leaveNative()
		if err != nil {
			return false, err
		}
		return t.Truth(r)
	}
	return t.plainIsInstance(v, cls)
}

// orNoneType turns None into its type, as unions may hold it.
func orNoneType(v Value) Value {
	if v.IsNone() {
		return NoneTypeObj.Value()
	}
	return v
}

// plainIsInstance is isinstance without __instancecheck__ (type.__instancecheck__).
func (t *Thread) plainIsInstance(v, cls Value) (bool, *Exc) {
	if c, ok := ToType(cls); ok {
		if v.p.typ.IsSubtype(c) {
			return true, nil
		}
		k, err := t.GetAttrOpt(v, strClass)
		if err != nil {
			return false, err
		}
		if kt, ok := ToType(k); ok && kt != v.p.typ {
			return kt.IsSubtype(c), nil
		}
		return false, nil
	}
	if ok, err := t.hasBases(cls); err != nil {
		return false, err
	} else if !ok {
		return false, t.TypeErr("isinstance() arg 2 must be a type, a tuple of types, or a union")
	}
	k, err := t.GetAttrOpt(v, strClass)
	if err != nil || k.p == nil {
		return false, err
	}
	return t.abstractSubclass(k, cls)
}

// hasBases tells whether an object that is no class has a __bases__ tuple.
func (t *Thread) hasBases(v Value) (bool, *Exc) {
	b, err := t.GetAttrOpt(v, strBases)
	if err != nil || b.p == nil {
		return false, err
	}
	_, ok := ToTuple(b)
	return ok, nil
}

func (t *Thread) abstractSubclass(d, cls Value) (bool, *Exc) {
	if err := t.enterNative(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.leaveNative()
	if d == cls {
		return true, nil
	}
	b, err := t.GetAttrOpt(d, strBases)
	if err != nil {
		return false, err
	}
	tup, ok := ToTuple(b)
	if !ok {
		return false, nil
	}
	for _, x := range tup.items {
		if ok, err := t.abstractSubclass(x, cls); err != nil || ok {
			return ok, err
		}
	}
	return false, nil
}

// IsSubclassOf is issubclass(d, cls).
func (t *Thread) IsSubclassOf(d, cls Value) (bool, *Exc) {
	if cls.p.typ == TypeType {
		if d == cls {
			return true, nil
		}
		return t.plainIsSubclass(d, cls)
	}
	if cls.p.typ == UnionTypeObj {
		for _, c := range asUnion(cls).args.items {
			if ok, err := t.IsSubclassOf(d, orNoneType(c)); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if tup, ok := ToTuple(cls); ok {
		if err := t.enterNative(" in __subclasscheck__"); err != nil {
			return false, err
		}
		defer t.leaveNative()
		for _, c := range tup.items {
			if ok, err := t.IsSubclassOf(d, c); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
	if f, err := t.lookupSpecial(cls, strSubclassCheck); err != nil {
		return false, err
	} else if f.p != nil {
		if err := t.enterNative(" in __subclasscheck__"); err != nil {
			return false, err
		}
		r, err := t.Call(f, d)
		t.leaveNative()
		if err != nil {
			return false, err
		}
		return t.Truth(r)
	}
	return t.plainIsSubclass(d, cls)
}

func (t *Thread) plainIsSubclass(d, cls Value) (bool, *Exc) {
	dt, ok1 := ToType(d)
	ct, ok2 := ToType(cls)
	if ok1 && ok2 {
		return dt.IsSubtype(ct), nil
	}
	if !ok1 {
		if ok, err := t.hasBases(d); err != nil {
			return false, err
		} else if !ok {
			return false, t.TypeErr("issubclass() arg 1 must be a class")
		}
	}
	if !ok2 {
		if ok, err := t.hasBases(cls); err != nil {
			return false, err
		} else if !ok {
			return false, t.TypeErr("issubclass() arg 2 must be a class, a tuple of classes, or a union")
		}
	}
	return t.abstractSubclass(d, cls)
}

func init() {
	RegisterType(TypeSpec{
		Type: TypeType, Name: "type", shape: shType, Flags: FlagBaseType | FlagTypeSubclass | FlagHasDict | FlagWeakref, Layout: LayoutOf[Type](),
		Slots: Slots{
			New:  typeNew,
			Init: typeInit,
			Call: typeCall, Repr: typeRepr, GetAttr: typeGetAttr, SetAttr: typeSetAttr,
			Binary: [numBinaryOps]BinaryFunc{OpOr: typeOr},
		},
		Methods: []MethodSpec{
			{Name: "mro", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				mro, err := t.defaultMRO(asType(v))
				if err != nil {
					return Value{}, err
				}
				return NewList(asTuple(typesTuple(mro)).items).Value(), nil
			})},
			{Name: "__subclasses__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				tp := asType(v)
				var items []Value
				for _, s := range builtinTypes() {
					for _, b := range s.Bases {
						if b == tp {
							items = append(items, s.Type.Value())
						}
					}
				}
				for _, s := range tp.liveSubclasses() {
					if s.interp == t.interp {
						items = append(items, s.Value())
					}
				}
				return NewList(items).Value(), nil
			})},
			{Name: "__instancecheck__", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				b, err := t.plainIsInstance(x, v)
				return Bool(b), err
			})},
			{Name: "__subclasscheck__", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				b, err := t.plainIsSubclass(x, v)
				return Bool(b), err
			})},
			{Name: "__prepare__", Class: true, Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) { return NewDict().Value(), nil })},
			{Name: "__dir__", Fn: Fn0(typeDir)},
			{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return Int64(1064), nil })},
		},
		GetSet: []GetSetSpec{
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) { return InternStr(asType(v).BareName()).Value(), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					tp := asType(v)
					if err := heapOnly(t, tp, "__name__", val); err != nil {
						return err
					}
					s, ok := ToStr(val)
					if !ok {
						return t.TypeErr("can only assign string to %s.__name__, not '%s'", tp.name, val.p.typ.name)
					}
					for i := 0; i < len(s.s); i++ {
						if s.s[i] == 0 {
							return t.ValueErr("type name must not contain null characters")
						}
					}
					if _, err := t.Encode(s, "", ""); err != nil {
						return err
					}
					tp.rename(t, s.s)
					return nil
				}},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, *Exc) { return InternStr(asType(v).Qualname()).Value(), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					tp := asType(v)
					if err := heapOnly(t, tp, "__qualname__", val); err != nil {
						return err
					}
					s, ok := ToStr(val)
					if !ok {
						return t.TypeErr("can only assign string to %s.__qualname__, not '%s'", tp.name, val.p.typ.name)
					}
					tp.requalify(t, s.s)
					return nil
				}},
			{Name: "__module__", Get: func(t *Thread, v Value) (Value, *Exc) {
				tp := asType(v)
				if tp.flags&FlagHeap == 0 {
					return InternStr(tp.module).Value(), nil
				}
				if m := tp.ns().lookup(strModule); m.p != nil {
					return m, nil
				}
				return Value{}, t.Raise(AttributeError, "__module__")
			}, Set: func(t *Thread, v, val Value) *Exc {
				tp := asType(v)
				if err := heapOnly(t, tp, "__module__", val); err != nil {
					return err
				}
				tp.ns().put(strModule, val)
				tp.ns().drop(strFirstLineno)
				tp.Modified()
				return nil
			}},
			{Name: "__bases__", Get: func(t *Thread, v Value) (Value, *Exc) { return typesTuple(asType(v).Bases()), nil }, Set: setBases},
			{Name: "__base__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return typeOrNone(asType(v).base), nil }},
			{Name: "__mro__", Get: func(t *Thread, v Value) (Value, *Exc) {
				if asType(v).MRO() == nil {
					return None, nil
				}
				return typesTuple(asType(v).MRO()), nil
			}},
			{Name: "__dict__", Get: func(t *Thread, v Value) (Value, *Exc) { return newMappingProxy(asType(v).ns().Value()), nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, *Exc) {
				tp := asType(v)
				d := tp.ns().lookup(strDoc)
				if d.p == nil {
					return None, nil
				}
				if get := d.p.typ.slots.DescrGet; get != nil {
					return get(t, d, Value{}, v)
				}
				return d, nil
			}, Set: func(t *Thread, v, val Value) *Exc {
				tp := asType(v)
				if err := heapOnly(t, tp, "__doc__", val); err != nil {
					return err
				}
				tp.ns().put(strDoc, val)
				tp.Modified()
				return nil
			}},
			{Name: "__abstractmethods__", Get: func(t *Thread, v Value) (Value, *Exc) {
				if a := asType(v).ns().lookup(strAbstract); a.p != nil && v.p != &TypeType.Header {
					return a, nil
				}
				return Value{}, t.Raise(AttributeError, "__abstractmethods__")
			}, Set: func(t *Thread, v, val Value) *Exc {
				tp := asType(v)
				if val.p == nil {
					if !tp.ns().drop(strAbstract) {
						return t.Raise(AttributeError, "__abstractmethods__")
					}
					tp.setFlags(tp.flags &^ FlagAbstract)
				} else {
					b, err := t.Truth(val)
					if err != nil {
						return err
					}
					tp.ns().put(strAbstract, val)
					f := tp.flags &^ FlagAbstract
					if b {
						f |= FlagAbstract
					}
					tp.setFlags(f)
				}
				tp.Modified()
				return nil
			}},
			{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, *Exc) {
				tp := asType(v)
				if tp.flags&FlagHeap == 0 {
					return Value{}, t.Raise(AttributeError, "type object '%s' has no attribute '__annotations__'", tp.name)
				}
				a := tp.ns().lookup(strAnnotations)
				if a.p == nil {
					a = tp.ns().putNew(strAnnotations, NewDict().Value())
					tp.Modified()
				} else if get := a.p.typ.slots.DescrGet; get != nil {
					return get(t, a, Value{}, v)
				}
				return a, nil
			}, Set: func(t *Thread, v, val Value) *Exc {
				tp := asType(v)
				if tp.flags&FlagHeap == 0 {
					return t.TypeErr("cannot set '__annotations__' attribute of immutable type '%s'", tp.name)
				}
				if val.p == nil {
					if !tp.ns().drop(strAnnotations) {
						return t.Raise(AttributeError, "__annotations__")
					}
				} else {
					tp.ns().put(strAnnotations, val)
				}
				tp.Modified()
				return nil
			}},
			{Name: "__type_params__", Get: func(t *Thread, v Value) (Value, *Exc) {
				if tp := asType(v); tp != TypeType {
					if p := tp.ns().lookup(strTypeParams); p.p != nil {
						return p, nil
					}
				}
				return emptyTuple.Value(), nil
			}, Set: func(t *Thread, v, val Value) *Exc {
				tp := asType(v)
				if err := heapOnly(t, tp, "__type_params__", val); err != nil {
					return err
				}
				tp.ns().put(strTypeParams, val)
				tp.Modified()
				return nil
			}},
			{Name: "__text_signature__", Get: func(t *Thread, v Value) (Value, *Exc) {
				if v.p == &ObjectType.Header {
					return NewStr("()").Value(), nil
				}
				if tp := asType(v); tp.ctorSig != "" {
					return NewStr(tp.ctorSig).Value(), nil
				} else if tp.flags&FlagHeap != 0 {
					return textSignature(tp), nil
				}
				if s := asType(v).spec; s != nil && s.Sig == "()" {
					return NewStr("()").Value(), nil
				} else if s != nil && s.Sig != "" {
					return NewStr("(" + s.Sig + ")").Value(), nil
				}
				return None, nil
			}},
			{Name: "__flags__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return Int64(publicFlags(asType(v))), nil }},
			{Name: "__basicsize__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) {
				if asType(v).IsSubtype(IntType) {
					return Int64(24), nil // what getsizeof() counts from
				}
				return Int64(16), nil
			}},
			{Name: "__itemsize__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return Int64(itemSize(asType(v))), nil }},
			{Name: "__dictoffset__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asType(v).extraOffset(FlagHasDict, 16, -1), nil }},
			{Name: "__weakrefoffset__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asType(v).extraOffset(FlagWeakref, 24, -32), nil }},
		},
	})
}

// publicFlags gives the bits of __flags__ that Python code looks at (Py_TPFLAGS_*).
func publicFlags(tp *Type) int64 {
	var n int64
	for _, f := range [...]struct {
		own TypeFlags
		bit uint
	}{
		{FlagImmutable, 8}, {FlagMethodDescriptor, 17}, {FlagHeap, 9}, {FlagBaseType, 10}, {FlagAbstract, 20}, {FlagSequence, 5}, {FlagMapping, 6}, {FlagNoNew, 7},
		{FlagIntSubclass, 24}, {FlagListSubclass, 25}, {FlagTupleSubclass, 26}, {FlagBytesSubclass, 27}, {FlagStrSubclass, 28},
		{FlagDictSubclass, 29}, {FlagExcSubclass, 30}, {FlagTypeSubclass, 31},
	} {
		if tp.flags&f.own != 0 {
			n |= 1 << f.bit
		}
	}
	if tp == GenericType {
		n |= 1 << 9 // a heap type there; copyreg looks for the nearest class that is none
	}
	if tp.flags&(FlagHeap|FlagHasDict) == FlagHeap|FlagHasDict && tp.layout.flags&FlagHasDict == 0 {
		n |= 1<<4 | 1<<2 // Py_TPFLAGS_MANAGED_DICT, _INLINE_VALUES
	}
	return n
}

func typeInit(t *Thread, self Value, args Args) *Exc {
	n := args.Len()
	if args.NumKw() > 0 && n == 1 {
		return t.TypeErr("type.__init__() takes no keyword arguments")
	}
	if n != 1 && n != 3 {
		return t.TypeErr("type.__init__() takes 1 or 3 arguments")
	}
	return nil
}

// typeDir is type.__dir__: the names of the class and of its bases.
func typeDir(t *Thread, v Value) (Value, *Exc) {
	seen := NewDict()
	for _, m := range asType(v).MRO() {
		for p := 0; ; {
			k, _, next, ok := m.ns().EntryAt(t, p)
			if !ok {
				break
			}
			p = next
			if err := seen.Set(t, k, None); err != nil {
				return Value{}, err
			}
		}
	}
	return t.DictKeys(seen), nil
}

// extraOffset is __dictoffset__ or __weakrefoffset__. What programs learn from
// them is whether instances have the thing (not 0) and whether a builtin type
// brought it (> 0) or a class statement (< 0), as in CPython; there is no
// offset in memory behind them.
func (tp *Type) extraOffset(flag TypeFlags, builtin, class int64) Value {
	if tp.flags&flag == 0 {
		return Int64(0)
	}
	for _, b := range tp.MRO() {
		if b.flags&(FlagHeap|flag) == flag {
			return Int64(builtin)
		}
	}
	return Int64(class)
}

// textSignature finds the signature that a class's docstring begins with when
// it is written like that of a C type: "Name(params)\n--\n\n".
func textSignature(tp *Type) Value {
	doc, ok := ToStr(orNone(tp.Dict().lookup(strDoc)))
	if !ok || !strings.HasPrefix(doc.s, tp.name+"(") {
		return None
	}
	sig, _, ok := strings.Cut(doc.s[len(tp.name):], ")\n--\n\n")
	if !ok || strings.Contains(sig, "\n\n") {
		return None
	}
	return NewStr(sig + ")").Value()
}

// itemSize is __itemsize__: not 0 for types whose objects differ in size, and
// then CPython's number.
func itemSize(tp *Type) int64 {
	switch tp {
	case MemoryViewType:
		return 8
	case CodeType:
		return 2
	}
	switch tp.layout {
	case IntType:
		return 4
	case BytesType:
		return 1
	case TupleType:
		return 8
	case TypeType:
		return 40
	}
	return 0
}
