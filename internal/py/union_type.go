package py

import "slices"

// unionObj is int | str (PEP 604). args holds its members, flat and each once;
// None stands there as its type.
type unionObj struct {
	Header
	args   *Tuple
	params *Tuple // the type variables in args; nil until asked for
}

// UnionTypeObj is types.UnionType.
var UnionTypeObj = new(Type)

func asUnion(v Value) *unionObj { return (*unionObj)(v.ptr()) }

// unionable tells whether v may stand beside | as a type.
func unionable(v Value) bool {
	if v.IsNone() || v.p.typ == UnionTypeObj {
		return true
	}
	if v.p.typ.flags&(FlagTypeSubclass) != 0 {
		return true
	}
	if _, ok := ToGenericAlias(v); ok {
		return true
	}
	return v.p.typ.flags&FlagHeap == 0 && v.p.typ.name == "typing.TypeAliasType"
}

// typeOr is a | b for types, aliases and unions.
func typeOr(t *Thread, a, b Value) (Value, *Exc) {
	if !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	return t.makeUnion([]Value{a, b})
}

// makeUnion is the union of types: the type itself when only one is left.
func (t *Thread) makeUnion(types []Value) (Value, *Exc) {
	var flat []Value
	for _, v := range types {
		if v.p.typ == UnionTypeObj {
			flat = append(flat, asUnion(v).args.items...)
		} else {
			flat = append(flat, orNoneType(v))
		}
	}
	var args []Value
next:
	for _, v := range flat {
		_, alias := ToGenericAlias(v)
		for _, w := range args {
			if v == w {
				continue next
			}
			if _, ok := ToGenericAlias(w); ok && alias {
				eq, err := t.Equal(v, w)
				if err != nil {
					return Value{}, err
				}
				if eq {
					continue next
				}
			}
		}
		args = append(args, v)
	}
	if len(args) == 1 {
		return args[0], nil
	}
	u := &unionObj{args: newTupleOwned(args)}
	u.typ, u.shape = UnionTypeObj, UnionTypeObj.root.id
	return Value{&u.Header, 0}, nil
}

func (u *unionObj) parameters(t *Thread) (*Tuple, *Exc) {
	if u.params == nil {
		p, err := t.typeParameters(u.args.items)
		if err != nil {
			return nil, err
		}
		u.params = p
	}
	return u.params, nil
}

func unionRepr(t *Thread, v Value) (Value, *Exc) {
	s := ""
	for i, a := range asUnion(v).args.items {
		if i > 0 {
			s += " | "
		}
		if a == NoneTypeObj.Value() {
			s += "None"
			continue
		}
		r, err := t.typeReprItem(a)
		if err != nil {
			return Value{}, err
		}
		s += r
	}
	return NewStr(s).Value(), nil
}

func (u *unionObj) set(t *Thread) (Value, *Exc) {
	s := newFrozenSet()
	for _, a := range u.args.items {
		if err := s.Add(t, a); err != nil {
			return Value{}, err
		}
	}
	return s.Value(), nil
}

func unionGetItem(t *Thread, v, item Value) (Value, *Exc) {
	u := asUnion(v)
	params, err := u.parameters(t)
	if err != nil {
		return Value{}, err
	}
	args, err := t.substTypes(v, u.args.items, params, item)
	if err != nil {
		return Value{}, err
	}
	if len(args) == 0 {
		return None, nil
	}
	r := args[0]
	for _, a := range args[1:] {
		if r, err = t.Binary(OpOr, r, a); err != nil {
			return Value{}, err
		}
	}
	return r, nil
}

var unionClassAttrs = []string{"__module__"}

func init() {
	slots := Slots{
		Repr: unionRepr,
		Hash: func(t *Thread, v Value) (int64, *Exc) {
			s, err := asUnion(v).set(t)
			if err != nil {
				return 0, err
			}
			return t.Hash(s)
		},
		Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
			if a.p.typ != UnionTypeObj || b.p.typ != UnionTypeObj || op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			x, err := asUnion(a).set(t)
			if err != nil {
				return Value{}, err
			}
			y, err := asUnion(b).set(t)
			if err != nil {
				return Value{}, err
			}
			return t.Compare(x, y, op)
		},
		GetItem: unionGetItem,
		GetAttr: func(t *Thread, v Value, name *Str) (Value, *Exc) {
			if slices.Contains(unionClassAttrs, name.s) {
				return t.GetAttr(UnionTypeObj.Value(), name)
			}
			return genericGetAttr(t, v, name)
		},
	}
	slots.Binary[OpOr] = typeOr
	RegisterType(TypeSpec{
		Type: UnionTypeObj, Name: "types.UnionType", Flags: FlagNoNew | FlagWeakref,
		Doc:   "Represent a PEP 604 union type\n\nE.g. for int | str",
		Slots: slots,
		Methods: []MethodSpec{
			{Name: "__instancecheck__", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				ok, err := t.IsInstanceOf(x, v)
				return Bool(ok), err
			})},
			{Name: "__subclasscheck__", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				ok, err := t.IsSubclassOf(x, v)
				return Bool(ok), err
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "__args__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asUnion(v).args.Value(), nil }},
			{Name: "__parameters__", Get: func(t *Thread, v Value) (Value, *Exc) {
				p, err := asUnion(v).parameters(t)
				if err != nil {
					return Value{}, err
				}
				return p.Value(), nil
			}, Doc: "Type variables in the types.UnionType."},
		},
	})
}
