package py

// buildClass is builtins.__build_class__(func, name, *bases, metaclass=None, **kwds)
// (Data model, "Customizing class creation").
func buildClass(t *Thread, _ Value, args Args) (Value, *Exc) {
	pos := args.Pos()
	if len(pos) < 2 {
		return Value{}, t.TypeErr("__build_class__: not enough arguments")
	}
	if pos[0].p.shape != shFunction {
		return Value{}, t.TypeErr("__build_class__: func must be a function")
	}
	body := asFunc(pos[0])
	name, ok := ToStr(pos[1])
	if !ok {
		return Value{}, t.TypeErr("__build_class__: name is not a string")
	}
	orig := NewTuple(pos[2:]...)
	bases, err := t.resolveBases(orig)
	if err != nil {
		return Value{}, err
	}
	var meta Value
	var kwNames, kwVals []Value
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if k == strMetaclass {
			meta = v
			continue
		}
		kwNames = append(kwNames, k.Value())
		kwVals = append(kwVals, v)
	}
	if meta.p == nil {
		meta = TypeType.Value()
		if len(bases.items) > 0 {
			meta = bases.items[0].p.typ.Value()
		}
	}
	if mt, ok := ToType(meta); ok {
		w, err := t.calcMetaclass(mt, bases.items)
		if err != nil {
			return Value{}, err
		}
		meta = w.Value()
	}
	call := func(f Value, first ...Value) (Value, *Exc) {
		vals := append(append([]Value(nil), first...), kwVals...)
		if len(kwVals) == 0 {
			return t.CallArgs(f, Args{vals: vals})
		}
		return t.CallArgs(f, Args{vals, newTupleOwned(kwNames)})
	}
	ns := Value{}
	if meta == TypeType.Value() {
		ns = NewDict().Value()
	} else if prep, err := t.GetAttrOpt(meta, strPrepare); err != nil {
		return Value{}, err
	} else if prep.p == nil {
		ns = NewDict().Value()
	} else if ns, err = call(prep, name.Value(), bases.Value()); err != nil {
		return Value{}, err
	}
	if ns.p.typ.slots.GetItem == nil {
		mn := "<metaclass>"
		if mt, ok := ToType(meta); ok {
			mn = mt.BareName()
		}
		return Value{}, t.TypeErr("%s.__prepare__() must return a mapping, not %s", mn, ns.p.typ.name)
	}
	cell, err := t.runCodeWith(body.code, body.globals, ns, body.closure)
	if err != nil {
		return Value{}, err
	}
	if bases != orig {
		if err := t.SetItem(ns, strOrigBases.Value(), orig.Value()); err != nil {
			return Value{}, err
		}
	}
	cls, err := call(meta, name.Value(), bases.Value(), ns)
	if err != nil {
		return Value{}, err
	}
	if tp, ok := ToType(cls); ok && cell.p.shape == shCell {
		switch got := asCell(cell).v; {
		case got.p == nil:
			return Value{}, t.Raise(RuntimeError, "__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name.s, reprType(tp))
		case got != cls:
			r, err := t.Repr(got)
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.TypeErr("__class__ set to %s defining '%s' as %s", r.s, name.s, reprType(tp))
		}
	}
	return cls, nil
}

// resolveBases replaces bases that are no classes through __mro_entries__ (PEP 560).
func (t *Thread) resolveBases(orig *Tuple) (*Tuple, *Exc) {
	var out []Value
	for i, b := range orig.items {
		if _, ok := ToType(b); ok {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		f, err := t.GetAttrOpt(b, strMroEntries)
		if err != nil {
			return nil, err
		}
		if f.p == nil {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		r, err := t.Call(f, orig.Value())
		if err != nil {
			return nil, err
		}
		tup, ok := ToTuple(r)
		if !ok {
			return nil, t.TypeErr("__mro_entries__ must return a tuple")
		}
		if out == nil {
			out = append(make([]Value, 0, len(orig.items)), orig.items[:i]...)
		}
		out = append(out, tup.items...)
	}
	if out == nil {
		return orig, nil
	}
	return newTupleOwned(out), nil
}
