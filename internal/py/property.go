package py

var propertySig = ParseSignature("fget=None, fset=None, fdel=None, doc=None")

func propertyInit(t *Thread, self Value, args Args) *Exc {
	var a [4]Value
	if err := propertySig.Bind(t, "property", args, a[:]); err != nil {
		return err
	}
	for i := range a[:3] {
		if a[i].IsNone() {
			a[i] = Value{}
		}
	}
	p := asProperty(self)
	p.get, p.set, p.del = a[0], a[1], a[2]
	p.doc, p.getterDoc, p.name = Value{}, false, Value{}
	doc := a[3]
	if doc.IsNone() {
		doc = Value{}
	}
	if doc.p == nil && p.get.p != nil {
		d, err := t.GetAttrOpt(p.get, strDoc)
		if err != nil {
			return err
		}
		if d.p != nil && !d.IsNone() {
			doc, p.getterDoc = d, true
		}
	}
	if self.p.typ == PropertyType {
		p.doc = doc
		return nil
	}
	// A subclass keeps the docstring in its own attribute. Without room for it
	// one that was passed is dropped, one of the getter is an error.
	if doc.p == nil {
		doc = None
	}
	if err := t.SetAttr(self, strDoc, doc); err != nil && (p.getterDoc || !err.Is(AttributeError)) {
		return err
	}
	return nil
}

// propertyWith copies a property with some of its functions replaced.
func (t *Thread) propertyWith(v, get, set, del Value) (Value, *Exc) {
	p := asProperty(v)
	if get.p == nil || get.IsNone() {
		get = p.get
	}
	if set.p == nil || set.IsNone() {
		set = p.set
	}
	if del.p == nil || del.IsNone() {
		del = p.del
	}
	doc := orNone(p.doc)
	if p.getterDoc && get.p != nil {
		doc = None
	}
	r, err := t.Call(v.p.typ.Value(), orNone(get), orNone(set), orNone(del), doc)
	if err != nil {
		return Value{}, err
	}
	if IsInstance(r, PropertyType) {
		asProperty(r).name = p.name
	}
	return r, nil
}

func init() {
	RegisterType(TypeSpec{
		Type: PropertyType, Name: "property", Guarded: true, Sig: "fget=None, fset=None, fdel=None, doc=None", Flags: FlagBaseType, Layout: LayoutOf[Property](),
		Doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return Value{&allocFor[Property](cls).Header, 0}, nil
			},
			Init: propertyInit, DescrGet: propertyGet, DescrSet: propertySet,
		},
		Methods: []MethodSpec{
			{Name: "getter", Fn: Fn1(func(t *Thread, v, f Value) (Value, *Exc) { return t.propertyWith(v, f, Value{}, Value{}) }), Doc: "Descriptor to obtain a copy of the property with a different getter."},
			{Name: "setter", Fn: Fn1(func(t *Thread, v, f Value) (Value, *Exc) { return t.propertyWith(v, Value{}, f, Value{}) }), Doc: "Descriptor to obtain a copy of the property with a different setter."},
			{Name: "deleter", Fn: Fn1(func(t *Thread, v, f Value) (Value, *Exc) { return t.propertyWith(v, Value{}, Value{}, f) }), Doc: "Descriptor to obtain a copy of the property with a different deleter."},
			{Name: "__set_name__", Sig: "owner, name, /", Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
				if len(args.vals) != 2 {
					return Value{}, t.TypeErr("__set_name__() takes 2 positional arguments but %d were given", len(args.vals))
				}
				asProperty(v).name = args.vals[1]
				return None, nil
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "fget", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asProperty(v).get), nil }},
			{Name: "fset", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asProperty(v).set), nil }},
			{Name: "fdel", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asProperty(v).del), nil }},
			{Name: "__doc__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asProperty(v).doc), nil },
				Set: func(t *Thread, v, d Value) *Exc { asProperty(v).doc = d; return nil }},
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) {
				n, err := t.propertyName(asProperty(v))
				if err == nil && n.p == nil {
					e := t.Raise(AttributeError, "'%s' object has no attribute '__name__'", v.p.typ.name)
					e.SetField(AttrErrName, strName.Value())
					e.SetField(AttrErrObj, v)
					return Value{}, e
				}
				return n, err
			}, Set: func(t *Thread, v, n Value) *Exc { asProperty(v).name = n; return nil }},
			{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, *Exc) {
				p := asProperty(v)
				for _, f := range [...]Value{p.get, p.set, p.del} {
					if b, err := t.isAbstract(f); err != nil || b {
						return Bool(b), err
					}
				}
				return False, nil
			}},
		},
	})
}
