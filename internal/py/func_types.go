package py

func methodCall(t *Thread, v Value, args Args) (Value, *Exc) {
	m := asMethod(v)
	return t.CallArgs(m.fn, args.Prepend(m.self))
}

func init() {
	RegisterType(TypeSpec{
		Type: FunctionType, Name: "function", Sig: "code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None", shape: shFunction, Flags: FlagHasDict | FlagWeakref | FlagMethodDescriptor,
		Slots: Slots{
			Call:     func(t *Thread, v Value, args Args) (Value, *Exc) { return t.callFunction(asFunc(v), args) },
			DescrGet: functionGet,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				return NewStr("<function " + asFunc(v).qualname.s + " at " + addrText(v) + ">").Value(), nil
			},
			New: functionNew,
		},
		GetSet: functionGetSet,
	})
	RegisterType(TypeSpec{
		Type: MethodType, Name: "method", Sig: "function, instance, /", shape: shMethod, Flags: FlagWeakref,
		Slots: Slots{
			Call: methodCall,
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if err := args.Count(t, "method", 2, 2); err != nil {
					return Value{}, err
				}
				if args.vals[0].p.typ.slots.Call == nil {
					return Value{}, t.TypeErr("first argument must be callable")
				}
				if args.vals[1].IsNone() {
					return Value{}, t.TypeErr("instance must not be None")
				}
				return NewMethod(args.vals[0], args.vals[1]), nil
			},
			GetAttr: func(t *Thread, v Value, name *Str) (Value, *Exc) {
				if err := t.EnterRecursive(" while getting an attribute"); err != nil {
					return Value{}, err
				}
				defer t.LeaveRecursive()
				if d := MethodType.Lookup(name); d.p != nil {
					if get := d.p.typ.slots.DescrGet; get != nil {
						return get(t, d, v, MethodType.Value())
					}
					return d, nil
				}
				return t.GetAttr(asMethod(v).fn, name)
			},
			DescrGet: func(t *Thread, self, obj, owner Value) (Value, *Exc) { return self, nil },
			Repr:     methodRepr,
			Hash: func(t *Thread, v Value) (int64, *Exc) {
				if err := t.EnterRecursive(" while hashing a method"); err != nil {
					return 0, err
				}
				defer t.LeaveRecursive()
				m := asMethod(v)
				h, err := t.Hash(m.fn)
				return hashPointer(m.self) ^ h, err
			},
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if op != CmpEQ && op != CmpNE || b.p.typ != MethodType {
					return NotImplemented, nil
				}
				if err := t.EnterRecursive(" in comparison"); err != nil {
					return Value{}, err
				}
				defer t.LeaveRecursive()
				x, y := asMethod(a), asMethod(b)
				eq, err := t.Equal(x.fn, y.fn)
				if err != nil {
					return Value{}, err
				}
				eq = eq && x.self == y.self
				return Bool(eq == (op == CmpEQ)), nil
			},
		},
		GetSet: []GetSetSpec{
			{Name: "__func__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asMethod(v).fn, nil }},
			{Name: "__self__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asMethod(v).self, nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, *Exc) { return t.GetAttr(asMethod(v).fn, strDoc) }},
		},
		Methods: []MethodSpec{
			{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				m := asMethod(v)
				name, err := t.GetAttr(m.fn, strName)
				if err != nil {
					return Value{}, err
				}
				return NewTuple(t.interp.builtins.lookup(InternStr("getattr")), NewTuple(m.self, name).Value()).Value(), nil
			})},
		},
	})
	native := Slots{Call: nativeCall, Repr: nativeRepr}
	bound := native
	bound.Hash = func(t *Thread, v Value) (int64, *Exc) {
		f := asNative(v)
		if f.self.p == nil {
			return hashPointer(v), nil
		}
		return hashPointer(f.self) ^ int64(InternStr(f.name).hashOf()>>1), nil
	}
	bound.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
		if op != CmpEQ && op != CmpNE || a.p.typ != b.p.typ {
			return NotImplemented, nil
		}
		f, g := asNative(a), asNative(b)
		eq := a == b || f.name == g.name && f.owner == g.owner && f.self == g.self && f.owner != nil
		return Bool(eq == (op == CmpEQ)), nil
	}
	descr := native
	descr.DescrGet = nativeGet
	classDescr := native
	classDescr.DescrGet = classNativeGet
	RegisterType(TypeSpec{Type: NativeFuncType, Name: "builtin_function_or_method", shape: shNativeFunc, Flags: FlagNoNew | FlagWeakref, Slots: bound, GetSet: nativeGetSet, Methods: nativeMethods})
	RegisterType(TypeSpec{Type: MethodDescrType, Name: "method_descriptor", shape: shMethodDescr, Flags: FlagNoNew | FlagMethodDescriptor, Slots: descr, GetSet: nativeDescrGetSet, Methods: nativeDescrMethods})
	RegisterType(TypeSpec{Type: ClassMethodDescrType, Name: "classmethod_descriptor", Flags: FlagNoNew, Slots: classDescr, GetSet: nativeDescrGetSet, Methods: nativeDescrMethods})
	RegisterType(TypeSpec{Type: WrapperDescrType, Name: "wrapper_descriptor", Flags: FlagNoNew | FlagMethodDescriptor, Slots: descr, GetSet: nativeDescrGetSet, Methods: nativeDescrMethods})
	RegisterType(TypeSpec{Type: MethodWrapperType, Name: "method-wrapper", Flags: FlagNoNew, Slots: bound, GetSet: methodWrapperGetSet, Methods: nativeMethods})
	getset := Slots{DescrGet: getsetGet, DescrSet: getsetSet, Repr: getsetRepr}
	RegisterType(TypeSpec{Type: GetSetDescrType, Name: "getset_descriptor", Flags: FlagNoNew, Slots: getset, GetSet: getsetGetSet, Methods: getsetMethods})
	RegisterType(TypeSpec{Type: MemberDescrType, Name: "member_descriptor", Flags: FlagNoNew, Slots: getset, GetSet: getsetGetSet, Methods: getsetMethods})
	RegisterType(TypeSpec{
		Type: CellType, Name: "cell", shape: shCell,
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if err := args.Count(t, "cell", 0, 1); err != nil {
					return Value{}, err
				}
				c := newCell(Value{})
				if len(args.vals) == 1 {
					c.v = args.vals[0]
				}
				return Value{&c.Header, 0}, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				c := asCell(v)
				if c.v.p == nil {
					return NewStr("<cell at " + addrText(v) + ": empty>").Value(), nil
				}
				return NewStr("<cell at " + addrText(v) + ": " + c.v.p.typ.name + " object at " + addrText(c.v) + ">").Value(), nil
			},
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if b.p.typ != CellType {
					return NotImplemented, nil
				}
				x, y := asCell(a).load(t), asCell(b).load(t)
				if x.p != nil && y.p != nil {
					return t.Compare(x, y, op)
				}
				n := func(v Value) int64 {
					if v.p == nil {
						return 0
					}
					return 1
				}
				return Bool(cmpInt(n(x), n(y), op)), nil
			},
		},
		GetSet: []GetSetSpec{{Name: "cell_contents", Get: func(t *Thread, v Value) (Value, *Exc) {
			if x := asCell(v).load(t); x.p != nil {
				return x, nil
			}
			return Value{}, t.ValueErr("Cell is empty")
		}, Set: func(t *Thread, v, val Value) *Exc {
			asCell(v).set(t, val)
			return nil
		}}},
	})
	wrapperGetSet := []GetSetSpec{
		{Name: "__func__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asWrapper(v).fn, nil }},
		{Name: "__wrapped__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asWrapper(v).fn, nil }},
		{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, *Exc) {
			b, err := t.isAbstract(asWrapper(v).fn)
			return Bool(b), err
		}},
		instDictSpec,
	}
	wrapperNew := func(t *Thread, cls *Type, args Args) (Value, *Exc) {
		w := allocFor[wrapperObj](cls)
		w.fn = None
		return Value{&w.Header, 0}, nil
	}
	wrapperInit := func(t *Thread, self Value, args Args) *Exc {
		name := self.p.typ.name
		if err := args.Count(t, name, 1, 1); err != nil {
			return err
		}
		asWrapper(self).fn = args.vals[0]
		return t.copyWrapped(self, args.vals[0])
	}
	wrapperRepr := func(t *Thread, v Value) (Value, *Exc) {
		r, err := t.Repr(asWrapper(v).fn)
		if err != nil {
			return Value{}, err
		}
		return NewStr("<" + v.p.typ.name + "(" + r.s + ")>").Value(), nil
	}
	RegisterType(TypeSpec{
		Type: StaticMethodType, Name: "staticmethod", Sig: "function, /", Flags: FlagBaseType | FlagHasDict, Layout: LayoutWithExt(func(w *wrapperObj) *Ext { return &w.ext }), GetSet: wrapperGetSet,
		Slots: Slots{
			New: wrapperNew, Init: wrapperInit, Repr: wrapperRepr,
			DescrGet: func(t *Thread, self, obj, owner Value) (Value, *Exc) { return asWrapper(self).fn, nil },
			Call:     func(t *Thread, v Value, args Args) (Value, *Exc) { return t.CallArgs(asWrapper(v).fn, args) },
		},
	})
	RegisterType(TypeSpec{
		Type: ClassMethodType, Name: "classmethod", Sig: "function, /", Flags: FlagBaseType | FlagHasDict, Layout: LayoutWithExt(func(w *wrapperObj) *Ext { return &w.ext }), GetSet: wrapperGetSet,
		Slots: Slots{
			New: wrapperNew, Init: wrapperInit, Repr: wrapperRepr,
			DescrGet: func(t *Thread, self, obj, owner Value) (Value, *Exc) {
				if owner.p == nil {
					owner = obj.p.typ.Value()
				}
				return NewMethod(asWrapper(self).fn, owner), nil
			},
		},
	})
}

// isAbstract is the truth of v.__isabstractmethod__.
func (t *Thread) isAbstract(v Value) (bool, *Exc) {
	if v.p == nil {
		return false, nil
	}
	if err := t.EnterRecursive(" while getting an attribute"); err != nil {
		return false, err
	}
	defer t.LeaveRecursive()
	a, err := t.GetAttrOpt(v, strIsAbstract)
	if err != nil || a.p == nil {
		return false, err
	}
	return t.Truth(a)
}

// copyWrapped copies the naming attributes of a wrapped callable.
func (t *Thread) copyWrapped(self, fn Value) *Exc {
	for _, n := range [...]*Str{strModule, strName, strQualname, strDoc, strAnnotations} {
		v, err := t.GetAttrOpt(fn, n)
		if err != nil {
			return err
		}
		if v.p != nil {
			t.instSet(self.p, n, v)
		}
	}
	return nil
}

func methodRepr(t *Thread, v Value) (Value, *Exc) {
	m := asMethod(v)
	name := "?"
	q, err := t.GetAttrOpt(m.fn, strQualname)
	if err != nil {
		return Value{}, err
	}
	if s, ok := ToStr(q); ok {
		name = s.s
	} else if q, err = t.GetAttrOpt(m.fn, strName); err != nil {
		return Value{}, err
	} else if s, ok := ToStr(q); ok {
		name = s.s
	}
	r, err := t.Repr(m.self)
	if err != nil {
		return Value{}, err
	}
	return NewStr("<bound method " + name + " of " + r.s + ">").Value(), nil
}

func nativeRepr(t *Thread, v Value) (Value, *Exc) {
	f := asNative(v)
	switch f.typ {
	case MethodDescrType, ClassMethodDescrType:
		return NewStr("<method '" + f.name + "' of '" + f.owner.name + "' objects>").Value(), nil
	case WrapperDescrType:
		return NewStr("<slot wrapper '" + f.name + "' of '" + f.owner.name + "' objects>").Value(), nil
	case MethodWrapperType:
		return NewStr("<method-wrapper '" + f.name + "' of " + f.self.p.typ.name + " object at " + addrText(f.self) + ">").Value(), nil
	}
	if f.self.p == nil || f.self.p.shape == shModule {
		return NewStr("<built-in function " + f.name + ">").Value(), nil
	}
	return NewStr("<built-in method " + f.name + " of " + f.self.p.typ.name + " object at " + addrText(f.self) + ">").Value(), nil
}

func (f *NativeFunc) qualName() string {
	switch {
	case f.qual != "":
		return f.qual
	case f.owner != nil:
		return f.owner.Qualname() + "." + f.name
	case f.self.p != nil && f.self.p.shape != shModule:
		if tp, ok := ToType(f.self); ok {
			return tp.Qualname() + "." + f.name
		}
	}
	return f.name
}

var nativeCommon = []GetSetSpec{
	{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) { return InternStr(asNative(v).name).Value(), nil }},
	{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, *Exc) { return NewStr(asNative(v).qualName()).Value(), nil }},
	{Name: "__doc__", Get: func(t *Thread, v Value) (Value, *Exc) {
		f := asNative(v)
		switch {
		case f.doc != "":
			return NewStr(f.doc).Value(), nil
		case v.p.typ == WrapperDescrType || v.p.typ == MethodWrapperType:
			return NewStr("Slot wrapper " + f.name + ".").Value(), nil
		}
		return None, nil
	}},
	{Name: "__text_signature__", Get: func(t *Thread, v Value) (Value, *Exc) {
		f := asNative(v)
		if f.typ == NativeFuncType && isNativeNew(v) {
			return NewStr("($type, *args, **kwargs)").Value(), nil
		}
		if f.sig == nil && f.f0 == nil && f.f1 == nil {
			return None, nil
		}
		var sig *signature
		switch {
		case f.sig != nil:
			sig = f.sig.get()
		case f.f1 != nil:
			sig = &signature{text: "object, /", posOnly: 1}
		default:
			sig = &signature{}
		}
		switch {
		case sig.varPos && (f.typ == WrapperDescrType || f.typ == MethodWrapperType):
			return NewStr("($self, /, " + sig.text + ")").Value(), nil
		case f.typ == ClassMethodDescrType, f.boundClassMethod():
			return sig.boundText("$type"), nil
		case f.typ == MethodDescrType, f.typ == WrapperDescrType, f.typ == MethodWrapperType, f.owner != nil:
			return sig.boundText("$self"), nil
		case f.self.p != nil && f.self.p.shape == shModule:
			return sig.boundText("$module"), nil
		}
		return NewStr("(" + sig.text + ")").Value(), nil
	}},
}

// boundClassMethod tells whether f is a class method, bound to a class.
func (f *NativeFunc) boundClassMethod() bool {
	if f.typ != NativeFuncType || f.owner == nil || f.self.p == nil || f.self.p.typ.flags&FlagTypeSubclass == 0 {
		return false
	}
	d := f.owner.Lookup(InternStr(f.name))
	return d.p != nil && d.p.typ == ClassMethodDescrType
}

var nativeGetSet = append([]GetSetSpec{
	{Name: "__self__", Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asNative(v).self), nil }},
	{Name: "__module__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asNative(v).module), nil }},
}, nativeCommon...)

var methodWrapperGetSet = append([]GetSetSpec{
	{Name: "__self__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asNative(v).self, nil }},
	{Name: "__objclass__", Get: func(t *Thread, v Value) (Value, *Exc) { return asNative(v).owner.Value(), nil }},
}, nativeCommon...)

var nativeDescrGetSet = append([]GetSetSpec{
	{Name: "__objclass__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asNative(v).owner.Value(), nil }},
}, nativeCommon...)

var nativeMethods = []MethodSpec{
	{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		f := asNative(v)
		if f.self.p == nil || f.self.p.shape == shModule {
			return NewStr(f.name).Value(), nil
		}
		return NewTuple(t.interp.builtins.lookup(InternStr("getattr")), NewTuple(f.self, NewStr(f.name).Value()).Value()).Value(), nil
	})},
}

var nativeDescrMethods = []MethodSpec{
	{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		f := asNative(v)
		if f.typ == ClassMethodDescrType {
			return Value{}, t.TypeErr("cannot pickle '%s' object", f.typ.name)
		}
		return NewTuple(t.interp.builtins.lookup(InternStr("getattr")), NewTuple(f.owner.Value(), NewStr(f.name).Value()).Value()).Value(), nil
	})},
}

func getsetRepr(t *Thread, v Value) (Value, *Exc) {
	g := asGetSet(v)
	kind := "attribute"
	if g.typ == MemberDescrType {
		kind = "member"
	}
	return NewStr("<" + kind + " '" + g.spec.Name + "' of '" + g.owner.name + "' objects>").Value(), nil
}

var getsetGetSet = []GetSetSpec{
	{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) { return NewStr(asGetSet(v).spec.Name).Value(), nil }},
	{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, *Exc) {
		g := asGetSet(v)
		return NewStr(g.owner.Qualname() + "." + g.spec.Name).Value(), nil
	}},
	{Name: "__objclass__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asGetSet(v).owner.Value(), nil }},
	{Name: "__doc__", Get: func(t *Thread, v Value) (Value, *Exc) {
		if d := asGetSet(v).spec.Doc; d != "" {
			return NewStr(d).Value(), nil
		}
		return None, nil
	}},
}

var getsetMethods = []MethodSpec{
	{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		g := asGetSet(v)
		return NewTuple(t.interp.builtins.lookup(InternStr("getattr")), NewTuple(g.owner.Value(), NewStr(g.spec.Name).Value()).Value()).Value(), nil
	})},
}

// functionAnnotations returns the __annotations__ dict, making it.
func (f *Function) annotationsDict(t *Thread) (Value, *Exc) {
	v := t.peekSlot(&f.Header, &f.annotations)
	if v.p != nil && v.p.shape != shTuple {
		return v, nil
	}
	d := NewDict()
	if v.p != nil {
		items := asTuple(v).items
		for i := 0; i+1 < len(items); i += 2 {
			if err := d.Set(t, items[i], items[i+1]); err != nil {
				return Value{}, err
			}
		}
	}
	f.Lock(t)
	defer f.Unlock(t)
	if f.annotations == v { // nobody else has made it
		f.annotations = d.Value()
	}
	return f.annotations, nil
}

var functionGetSet = []GetSetSpec{
	{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).name.Value(), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			s, ok := ToStr(val)
			if !ok {
				return t.TypeErr("__name__ must be set to a string object")
			}
			setPointer(&asFunc(v).name, s)
			return nil
		}},
	{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).qualname.Value(), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			s, ok := ToStr(val)
			if !ok {
				return t.TypeErr("__qualname__ must be set to a string object")
			}
			setPointer(&asFunc(v).qualname, s)
			return nil
		}},
	{Name: "__module__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(t.peekSlot(v.p, &asFunc(v).module)), nil },
		Set: func(t *Thread, v, val Value) *Exc { t.putSlot(v.p, &asFunc(v).module, val); return nil }},
	{Name: "__doc__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).docstring(t), nil },
		Set: func(t *Thread, v, val Value) *Exc { t.putSlot(v.p, &asFunc(v).doc, orNone(val)); return nil }},
	{Name: "__dict__", Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).attrs().Value(), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			if val.p == nil {
				return t.TypeErr("cannot delete __dict__")
			}
			d, ok := ToDict(val)
			if !ok {
				return t.TypeErr("__dict__ must be set to a dictionary, not a '%s'", val.p.typ.name)
			}
			setPointer(&asFunc(v).dict, d)
			return nil
		}},
	{Name: "__code__", Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).code.Value(), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			if val.p == nil || val.p.typ != CodeType {
				return t.TypeErr("__code__ must be set to a code object")
			}
			f, c := asFunc(v), asCode(val)
			c.ready()
			if len(c.freeVars) != len(f.closure) {
				return t.ValueErr("%s() requires a code object with %d free vars, not %d", f.name.s, len(f.closure), len(c.freeVars))
			}
			t.putSlot(&f.Header, &f.doc, f.docstring(t))
			setPointer(&f.code, c)
			return nil
		}},
	{Name: "__defaults__", Get: func(t *Thread, v Value) (Value, *Exc) {
		if d := loadPointer(&asFunc(v).defaults); d != nil {
			return d.Value(), nil
		}
		return None, nil
	}, Set: func(t *Thread, v, val Value) *Exc {
		if val.p == nil || val.IsNone() {
			setPointer(&asFunc(v).defaults, nil)
			return nil
		}
		d, ok := ToTuple(val)
		if !ok {
			return t.TypeErr("__defaults__ must be set to a tuple object")
		}
		setPointer(&asFunc(v).defaults, d)
		return nil
	}},
	{Name: "__kwdefaults__", Get: func(t *Thread, v Value) (Value, *Exc) {
		if d := loadPointer(&asFunc(v).kwdefaults); d != nil {
			return d.Value(), nil
		}
		return None, nil
	}, Set: func(t *Thread, v, val Value) *Exc {
		if val.p == nil || val.IsNone() {
			setPointer(&asFunc(v).kwdefaults, nil)
			return nil
		}
		d, ok := ToDict(val)
		if !ok {
			return t.TypeErr("__kwdefaults__ must be set to a dict object")
		}
		setPointer(&asFunc(v).kwdefaults, d)
		return nil
	}},
	{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).annotationsDict(t) },
		Set: func(t *Thread, v, val Value) *Exc {
			if val.p == nil || val.IsNone() {
				t.putSlot(v.p, &asFunc(v).annotations, Value{})
				return nil
			}
			if _, ok := ToDict(val); !ok {
				return t.TypeErr("__annotations__ must be set to a dict object")
			}
			t.putSlot(v.p, &asFunc(v).annotations, val)
			return nil
		}},
	{Name: "__type_params__", Get: func(t *Thread, v Value) (Value, *Exc) {
		if p := asFunc(v).typeParams; p != nil {
			return p.Value(), nil
		}
		return emptyTuple.Value(), nil
	}, Set: func(t *Thread, v, val Value) *Exc {
		p, ok := ToTuple(val)
		if !ok {
			return t.TypeErr("__type_params__ must be set to a tuple")
		}
		setPointer(&asFunc(v).typeParams, p)
		return nil
	}},
	{Name: "__globals__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asFunc(v).globals.Value(), nil }},
	{Name: "__builtins__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return builtinsValue(asFunc(v).builtins), nil }},
	{Name: "__closure__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) {
		f := asFunc(v)
		if len(f.closure) == 0 {
			return None, nil
		}
		return newTupleOwned(f.closure).Value(), nil
	}},
}

var functionSig = ParseSignature("code, globals, name=None, argdefs=None, closure=None, kwdefaults=None")

// functionNew is types.FunctionType(code, globals, ...).
func functionNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [6]Value
	if err := functionSig.Bind(t, "function", args, a[:]); err != nil {
		return Value{}, err
	}
	if a[0].p.typ != CodeType {
		return Value{}, t.TypeErr("function() argument 'code' must be code, not %s", a[0].p.typ.name)
	}
	g, ok := ToDict(a[1])
	if !ok {
		return Value{}, t.TypeErr("function() argument 'globals' must be dict, not %s", a[1].p.typ.name)
	}
	code := asCode(a[0])
	code.ready()
	var cells []Value
	if a[4].p != nil && !a[4].IsNone() || len(code.freeVars) > 0 {
		tup, ok := ToTuple(orNone(a[4]))
		if !ok {
			if len(code.freeVars) == 0 {
				return Value{}, t.TypeErr("arg 5 (closure) must be None or tuple")
			}
			return Value{}, t.TypeErr("arg 5 (closure) must be tuple")
		}
		if len(tup.items) != len(code.freeVars) {
			return Value{}, t.ValueErr("%s requires closure of length %d, not %d", code.name.s, len(code.freeVars), len(tup.items))
		}
		for _, c := range tup.items {
			if c.p.shape != shCell {
				return Value{}, t.TypeErr("arg 5 (closure) expected cell, found %s", c.p.typ.name)
			}
		}
		cells = tup.items
	}
	f := newFunction(t, code, g)
	f.closure = cells
	if a[2].p != nil && !a[2].IsNone() {
		s, ok := ToStr(a[2])
		if !ok {
			return Value{}, t.TypeErr("arg 3 (name) must be None or string")
		}
		f.name = s
	}
	if a[3].p != nil && !a[3].IsNone() {
		d, ok := ToTuple(a[3])
		if !ok {
			return Value{}, t.TypeErr("arg 4 (defaults) must be None or tuple")
		}
		f.defaults = d
	}
	if a[5].p != nil && !a[5].IsNone() {
		d, ok := ToDict(a[5])
		if !ok {
			return Value{}, t.TypeErr("arg 6 (kwdefaults) must be None or dict")
		}
		f.kwdefaults = d
	}
	return f.Value(), nil
}
