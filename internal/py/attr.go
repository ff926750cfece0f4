package py

// GetAttr is getattr(v, name). name is interned.
func (t *Thread) GetAttr(v Value, name *Str) (Value, *Exc) {
	r, err := v.p.typ.slots.GetAttr(t, v, name)
	if err != nil {
		err.attrContext(v, name)
	}
	return r, err
}

// attrContext tells an AttributeError that does not know it yet which attribute
// of what was wanted.
func (e *Exc) attrContext(v Value, name *Str) {
	if e.Is(AttributeError) && e.Field(AttrErrName).p == nil && e.Field(AttrErrObj).p == nil {
		e.SetField(AttrErrName, name.Value())
		e.SetField(AttrErrObj, v)
	}
}

// GetAttrS is getattr(v, name) for a Go string.
func (t *Thread) GetAttrS(v Value, name string) (Value, *Exc) {
	return v.p.typ.slots.GetAttr(t, v, InternStr(name))
}

// GetAttrOpt is getattr(v, name, <nothing>): the zero Value when there is none.
func (t *Thread) GetAttrOpt(v Value, name *Str) (Value, *Exc) {
	get := v.p.typ.slots.GetAttr
	if v.p.typ.genericGet || v.p.shape == shModule {
		// No exception is made for what is not there.
		get = (*Thread).findAttr
	}
	r, err := get(t, v, name)
	if v.p.shape == shModule && err == nil && r.p == nil {
		r, err = t.moduleRest(asModule(v), name)
	}
	if err != nil && err.Is(AttributeError) {
		return Value{}, nil
	}
	return r, err
}

// SetAttr is setattr(v, name, val); with a nil val, delattr(v, name).
func (t *Thread) SetAttr(v Value, name *Str, val Value) *Exc {
	return v.p.typ.slots.SetAttr(t, v, name, val)
}

// genericGetAttr is object.__getattribute__ (Data model, "Invoking descriptors").
func genericGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	r, err := t.findAttr(v, name)
	if err != nil {
		return Value{}, err
	}
	if r.p == nil {
		return Value{}, t.AttrErr(v, name)
	}
	return r, nil
}

// findAttr is genericGetAttr that returns the zero Value for a missing attribute.
func (t *Thread) findAttr(v Value, name *Str) (Value, *Exc) {
	tp := v.p.typ
	d := tp.Lookup(name)
	var get func(*Thread, Value, Value, Value) (Value, *Exc)
	if d.p != nil {
		get = d.p.typ.slots.DescrGet
		if get != nil && d.p.typ.slots.DescrSet != nil {
			return get(t, d, v, tp.Value())
		}
	}
	if tp.flags&FlagHasDict != 0 {
		if r := t.ownAttr(v, name); r.p != nil {
			return r, nil
		}
		if o := oddDict(v); o != nil {
			if r, err := o.Get(t, name.Value()); err != nil || r.p != nil {
				return r, err
			}
		}
	}
	if get != nil {
		return get(t, d, v, tp.Value())
	}
	return d, nil
}

// oddDict returns the __dict__ of an instance if it holds keys whose class is
// made in Python, which only their own __eq__ can find; else nil.
func oddDict(v Value) *Dict {
	if v.p.typ.extOff == 0 || !shapeByID(v.p.shape).dict {
		return nil
	}
	if e := *extOf(v.p); e != nil && e.dict != nil && e.dict.odd {
		return e.dict
	}
	return nil
}

// ownAttr returns an attribute from v's __dict__ without making one.
func (t *Thread) ownAttr(v Value, name *Str) Value {
	tp := v.p.typ
	if tp.layout == ModuleType {
		return asModule(v).dict.lookup(name)
	}
	if tp == FunctionType {
		if d := asFunc(v).dict; d != nil {
			return d.lookup(name)
		}
		return Value{}
	}
	return t.instGet(v.p, name)
}

// plainSetAttr tells that a class has the __setattr__ and __delattr__ of object.
func plainSetAttr(tp *Type) bool {
	return tp.Lookup(strSetattr) == ObjectType.Lookup(strSetattr) && tp.Lookup(strDelattr) == ObjectType.Lookup(strDelattr)
}

// genericSetAttr is object.__setattr__ and __delattr__.
func genericSetAttr(t *Thread, v Value, name *Str, val Value) *Exc {
	tp := v.p.typ
	d := tp.Lookup(name)
	if d.p != nil {
		if set := d.p.typ.slots.DescrSet; set != nil {
			return set(t, d, v, val)
		}
	}
	if tp.flags&FlagHasDict == 0 {
		if d.p != nil {
			e := t.Raise(AttributeError, "'%s' object attribute '%s' is read-only", tp.name, name.s)
			e.SetField(AttrErrName, name.Value())
			e.SetField(AttrErrObj, v)
			return e
		}
		e := t.AttrErr(v, name)
		if (val.p != nil || tp.slots.SetAttr != nil) && plainSetAttr(tp) {
			e = t.Raise(AttributeError, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", tp.name, name.s)
			e.SetField(AttrErrName, name.Value())
			e.SetField(AttrErrObj, v)
		}
		return e
	}
	if tp.layout == ModuleType || tp == FunctionType {
		dict := t.InstDict(v)
		dict.Lock(t)
		defer dict.Unlock(t)
		if val.p != nil {
			dict.setStr(name, val)
			return nil
		}
		if dict.delStr(name) {
			return nil
		}
		return t.AttrErr(v, name)
	}
	if val.p != nil {
		t.instSet(v.p, name, val)
		return nil
	}
	if !t.instDel(v.p, name) {
		return t.AttrErr(v, name)
	}
	return nil
}

// typeGetAttr is type.__getattribute__.
func typeGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	tp, meta := asType(v), v.p.typ
	md := meta.Lookup(name)
	var get func(*Thread, Value, Value, Value) (Value, *Exc)
	if md.p != nil {
		get = md.p.typ.slots.DescrGet
		if get != nil && md.p.typ.slots.DescrSet != nil {
			return get(t, md, v, meta.Value())
		}
	}
	if d := tp.Lookup(name); d.p != nil {
		if g := d.p.typ.slots.DescrGet; g != nil {
			return g(t, d, Value{}, v)
		}
		return d, nil
	}
	if get != nil {
		return get(t, md, v, meta.Value())
	}
	if md.p != nil {
		return md, nil
	}
	return Value{}, t.AttrErr(v, name)
}

// typeSetAttr is type.__setattr__.
func typeSetAttr(t *Thread, v Value, name *Str, val Value) *Exc {
	tp := asType(v)
	if tp.flags&FlagHeap == 0 {
		if s, ok := ToStr(orNone(val)); ok && name == strModule && tp.spec.NamedModule && s.s == tp.module {
			return nil
		}
		return t.TypeErr("cannot set '%s' attribute of immutable type '%s'", name.s, tp.name)
	}
	md := v.p.typ.Lookup(name)
	if md.p != nil {
		if set := md.p.typ.slots.DescrSet; set != nil {
			return set(t, md, v, val)
		}
	}
	t.lockTypes()
	defer t.unlockTypes()
	if val.p == nil {
		if !tp.ns().drop(name) {
			return t.AttrErr(v, name)
		}
	} else {
		tp.ns().put(name, val)
	}
	tp.attrChanged(name)
	return nil
}

// lookupSpecial finds a special method on v's type, bound to v; the zero Value
// when there is none (Data model, "Special method lookup").
func (t *Thread) lookupSpecial(v Value, name *Str) (Value, *Exc) {
	d := v.p.typ.Lookup(name)
	if d.p == nil {
		return d, nil
	}
	if get := d.p.typ.slots.DescrGet; get != nil {
		return get(t, d, v, v.p.typ.Value())
	}
	return d, nil
}

// callSpecial calls a special method of v's type; found is false when there is none.
func (t *Thread) callSpecial(v Value, name *Str, args ...Value) (r Value, found bool, err *Exc) {
	d := v.p.typ.Lookup(name)
	if d.p == nil {
		return Value{}, false, nil
	}
	if d.p.typ.flags&FlagMethodDescriptor != 0 {
		full := t.pushArgs(v, args)
		r, err = t.CallArgs(d, Args{vals: full})
		t.popArgs(full)
		return r, true, err
	}
	if get := d.p.typ.slots.DescrGet; get != nil {
		if d, err = get(t, d, v, v.p.typ.Value()); err != nil {
			return Value{}, true, err
		}
	}
	r, err = t.CallArgs(d, Args{vals: args})
	return r, true, err
}

// CallMethod is v.name(*args).
func (t *Thread) CallMethod(v Value, name *Str, args ...Value) (Value, *Exc) {
	f, self, err := t.LoadMethod(v, name)
	if err != nil {
		return Value{}, err
	}
	if self.p == nil {
		return t.CallArgs(f, Args{vals: args})
	}
	full := t.pushArgs(self, args)
	r, err := t.CallArgs(f, Args{vals: full})
	t.popArgs(full)
	return r, err
}

// CallMethodS is CallMethod for a Go string.
func (t *Thread) CallMethodS(v Value, name string, args ...Value) (Value, *Exc) {
	return t.CallMethod(v, InternStr(name), args...)
}

// LoadMethod looks up v.name for a call: either an unbound function and v as
// its self, or a callable and the zero Value.
func (t *Thread) LoadMethod(v Value, name *Str) (f, self Value, err *Exc) {
	tp := v.p.typ
	if !tp.genericGet {
		f, err = tp.slots.GetAttr(t, v, name)
		return f, Value{}, err
	}
	d := tp.Lookup(name)
	if d.p != nil && d.p.typ.flags&FlagMethodDescriptor != 0 {
		if tp.flags&FlagHasDict != 0 {
			if r := t.ownAttr(v, name); r.p != nil {
				return r, Value{}, nil
			}
		}
		return d, v, nil
	}
	f, err = genericGetAttr(t, v, name)
	return f, Value{}, err
}

// CallSpecial calls a special method of v's type, as operators do; found is
// false when the type has none.
func (t *Thread) CallSpecial(v Value, name string, args ...Value) (r Value, found bool, err *Exc) {
	return t.callSpecial(v, InternStr(name), args...)
}

// HasSpecial tells whether v's type has a special method.
func (t *Thread) HasSpecial(v Value, name string) bool {
	return v.p.typ.Lookup(InternStr(name)).p != nil
}

// needSpecial is callSpecial for a slot that the method has filled; another
// thread may have deleted it since.
func (t *Thread) needSpecial(v Value, name *Str, args ...Value) (Value, *Exc) {
	r, found, err := t.callSpecial(v, name, args...)
	if !found && err == nil {
		err = t.AttrErr(v, name)
	}
	return r, err
}
