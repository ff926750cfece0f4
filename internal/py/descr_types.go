package py

// Super is a super object.
type Super struct {
	Header
	cls  *Type // nil before __init__
	obj  Value // nil: unbound
	objT *Type // whose mro is followed
}

// Property is a property object.
type Property struct {
	Header
	get, set, del Value // nil: none
	doc, name     Value
	getterDoc     bool
}

// SuperType is super, PropertyType property.
var (
	SuperType    = new(Type)
	PropertyType = new(Type)
)

func asSuper(v Value) *Super       { return (*Super)(v.ptr()) }
func asProperty(v Value) *Property { return (*Property)(v.ptr()) }

func newSuper(cls *Type, obj Value, start *Type) Value {
	s := &Super{cls: cls, obj: obj, objT: start}
	s.typ, s.shape = SuperType, SuperType.root.id
	return Value{&s.Header, 0}
}

func superGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	s := asSuper(v)
	if s.objT != nil && name != strClass {
		if d := superLookup(s.cls, s.objT, name); d.p != nil {
			if get := d.p.typ.slots.DescrGet; get != nil {
				obj := s.obj
				if obj.p == &s.objT.Header {
					obj = Value{}
				}
				return get(t, d, obj, s.objT.Value())
			}
			return d, nil
		}
	}
	return genericGetAttr(t, v, name)
}

func superInit(t *Thread, self Value, args Args) *Exc {
	if err := args.NoKeywords(t, "super()"); err != nil {
		return err
	}
	if err := checkCount(t, "super()", len(args.vals), 0, 2); err != nil {
		return err
	}
	s := asSuper(self)
	var cls *Type
	var obj Value
	if len(args.vals) == 0 {
		var err *Exc
		if cls, obj, err = t.superDefaults(); err != nil {
			return err
		}
	} else {
		c, ok := ToType(args.vals[0])
		if !ok {
			return t.TypeErr("super() argument 1 must be a type, not %s", args.vals[0].p.typ.name)
		}
		cls = c
		if len(args.vals) == 2 && !args.vals[1].IsNone() {
			obj = args.vals[1]
		}
	}
	s.cls, s.obj = cls, obj
	if obj.p != nil {
		start, err := t.superCheck(cls, obj)
		if err != nil {
			return err
		}
		s.objT = start
	}
	return nil
}

// superDefaults finds the class and the first argument for super() without
// arguments.
func (t *Thread) superDefaults() (*Type, Value, *Exc) {
	fr := t.cur
	if fr == nil || fr.code == nil {
		return nil, Value{}, t.Raise(RuntimeError, "super(): no current frame")
	}
	c := fr.code
	if c.nargs == 0 {
		return nil, Value{}, t.Raise(RuntimeError, "super(): no arguments")
	}
	obj := *(*Value)(fr.regs)
	for i, r := range c.bc.CellRegs {
		if r == 0 && c.bc.CellVars[i] == c.bc.VarNames[0] && obj.p != nil && obj.p.shape == shCell {
			obj = asCell(obj).v
			break
		}
	}
	if obj.p == nil {
		return nil, Value{}, t.Raise(RuntimeError, "super(): arg[0] deleted")
	}
	for i, n := range c.freeVars {
		if n == strClass {
			cv := fr.fn().cell(i).v
			if cv.p == nil {
				return nil, Value{}, t.Raise(RuntimeError, "super(): empty __class__ cell")
			}
			tp, ok := ToType(cv)
			if !ok {
				return nil, Value{}, t.Raise(RuntimeError, "super(): __class__ is not a type (%s)", cv.p.typ.name)
			}
			return tp, obj, nil
		}
	}
	return nil, Value{}, t.Raise(RuntimeError, "super(): __class__ cell not found")
}

func propertyGet(t *Thread, self, obj, owner Value) (Value, *Exc) {
	p := asProperty(self)
	if obj.p == nil || obj.IsNone() && owner.p == nil {
		return self, nil
	}
	if p.get.p == nil {
		return Value{}, t.propertyErr(p, obj, "getter")
	}
	return t.Call(p.get, obj)
}

func propertySet(t *Thread, self, obj, val Value) *Exc {
	p := asProperty(self)
	f, what := p.set, "setter"
	args := []Value{obj, val}
	if val.p == nil {
		f, what, args = p.del, "deleter", args[:1]
	}
	if f.p == nil {
		return t.propertyErr(p, obj, what)
	}
	_, err := t.Call(f, args...)
	return err
}

func (t *Thread) propertyErr(p *Property, obj Value, what string) *Exc {
	if n, err := t.propertyName(p); err == nil && n.p != nil {
		r, err := t.Repr(n)
		if err != nil {
			return err
		}
		return t.Raise(AttributeError, "property %s of '%s' object has no %s", r.s, t.BareQualname(obj.p.typ), what)
	}
	return t.Raise(AttributeError, "property of '%s' object has no %s", t.BareQualname(obj.p.typ), what)
}

// BareQualname is the class's __qualname__.
func (t *Thread) BareQualname(tp *Type) string { return tp.Qualname() }

// propertyName is the name a property was bound to, or its getter's name.
func (t *Thread) propertyName(p *Property) (Value, *Exc) {
	if p.name.p != nil {
		return p.name, nil
	}
	if p.get.p != nil {
		if err := t.EnterRecursive(" while getting an attribute"); err != nil {
			return Value{}, err
		}
		defer t.LeaveRecursive()
		return t.GetAttrOpt(p.get, strName)
	}
	return Value{}, nil
}

func init() {
	RegisterType(TypeSpec{
		Type: SuperType, Name: "super", Flags: FlagBaseType, Layout: LayoutOf[Super](),
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return Value{&allocFor[Super](cls).Header, 0}, nil
			},
			Init: superInit, GetAttr: superGetAttr,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				s := asSuper(v)
				cls := "NULL"
				if s.cls != nil {
					cls = s.cls.BareName()
				}
				if s.objT != nil {
					return NewStr("<super: <class '" + cls + "'>, <" + s.objT.BareName() + " object>>").Value(), nil
				}
				return NewStr("<super: <class '" + cls + "'>, NULL>").Value(), nil
			},
			DescrGet: func(t *Thread, self, obj, owner Value) (Value, *Exc) {
				s := asSuper(self)
				if obj.p == nil || obj.IsNone() || s.obj.p != nil {
					return self, nil
				}
				if s.typ != SuperType {
					return t.Call(s.typ.Value(), s.cls.Value(), obj)
				}
				start, err := t.superCheck(s.cls, obj)
				if err != nil {
					return Value{}, err
				}
				return newSuper(s.cls, obj, start), nil
			},
		},
		GetSet: []GetSetSpec{
			{Name: "__thisclass__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return typeOrNone(asSuper(v).cls), nil }},
			{Name: "__self__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asSuper(v).obj), nil }},
			{Name: "__self_class__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return typeOrNone(asSuper(v).objT), nil }},
		},
	})
}

func typeOrNone(tp *Type) Value {
	if tp == nil {
		return None
	}
	return tp.Value()
}

// orNone turns the zero Value into None.
func orNone(v Value) Value {
	if v.p == nil {
		return None
	}
	return v
}
