package py

import (
	"slices"
)

// GenericAlias is list[int] (PEP 585): a class with type arguments.
type GenericAlias struct {
	Header
	origin  Value
	args    *Tuple
	params  *Tuple // the type variables in args; nil until asked for
	starred bool   // *tuple[int]
}

// GenericAliasType is types.GenericAlias.
var (
	GenericAliasType     = new(Type)
	genericAliasIterType = new(Type)
)

var (
	strGenOrigin      = InternStr("__origin__")
	strArgs           = InternStr("__args__")
	strParameters     = InternStr("__parameters__")
	strTypingSubst    = InternStr("__typing_subst__")
	strPrepareSubst   = InternStr("__typing_prepare_subst__")
	strUnpackedArgs   = InternStr("__typing_unpacked_tuple_args__")
	strIsUnpackedTVT  = InternStr("__typing_is_unpacked_typevartuple__")
	strOrigClass      = InternStr("__orig_class__")
	genericAliasAttrs = []string{
		"__class__", "__bases__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
		"__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
	}
)

func asAlias(v Value) *GenericAlias { return (*GenericAlias)(v.ptr()) }

// ToGenericAlias returns v as a generic alias if it is one.
func ToGenericAlias(v Value) (*GenericAlias, bool) {
	if v.p != nil && (v.p.typ == GenericAliasType || v.p.typ.IsSubtype(GenericAliasType)) {
		return asAlias(v), true
	}
	return nil, false
}

// NewGenericAlias is origin[args]: args is a tuple of arguments, or the one argument.
func NewGenericAlias(origin, args Value) Value {
	g := &GenericAlias{}
	g.typ, g.shape = GenericAliasType, GenericAliasType.root.id
	g.set(origin, args)
	return Value{&g.Header, 0}
}

func (g *GenericAlias) set(origin, args Value) {
	g.origin = origin
	if tup, ok := ToTuple(args); ok {
		g.args = tup
	} else {
		g.args = NewTuple(args)
	}
}

// typeReprItem is how an argument shows in the repr of an alias or union.
func (t *Thread) typeReprItem(v Value) (string, *Exc) {
	if v == Ellipsis {
		return "...", nil
	}
	repr := func() (string, *Exc) {
		s, err := t.Repr(v)
		if err != nil {
			return "", err
		}
		return s.s, nil
	}
	o, err := t.GetAttrOpt(v, strGenOrigin)
	if err != nil {
		return "", err
	}
	if o.p != nil {
		a, err := t.GetAttrOpt(v, strArgs)
		if err != nil {
			return "", err
		}
		if a.p != nil {
			return repr()
		}
	}
	q, err := t.GetAttrOpt(v, strQualname)
	if err != nil {
		return "", err
	}
	if q.p == nil {
		return repr()
	}
	m, err := t.GetAttrOpt(v, strModule)
	if err != nil {
		return "", err
	}
	if m.p == nil || m.IsNone() {
		return repr()
	}
	qs, err := t.StrOf(q)
	if err != nil {
		return "", err
	}
	if ms, ok := ToStr(m); ok && ms.s == "builtins" {
		return qs.s, nil
	}
	ms, err := t.StrOf(m)
	if err != nil {
		return "", err
	}
	return ms.s + "." + qs.s, nil
}

func aliasRepr(t *Thread, v Value) (Value, *Exc) {
	g := asAlias(v)
	s, err := t.typeReprItem(g.origin)
	if err != nil {
		return Value{}, err
	}
	if g.starred {
		s = "*" + s
	}
	s += "["
	for i, a := range g.args.items {
		if i > 0 {
			s += ", "
		}
		if l, ok := ToList(a); ok {
			s += "["
			for j := 0; ; j++ {
				x := l.Get(t, j)
				if x.p == nil {
					break
				}
				if j > 0 {
					s += ", "
				}
				r, err := t.typeReprItem(x)
				if err != nil {
					return Value{}, err
				}
				s += r
			}
			s += "]"
			continue
		}
		r, err := t.typeReprItem(a)
		if err != nil {
			return Value{}, err
		}
		s += r
	}
	if len(g.args.items) == 0 {
		s += "()"
	}
	return NewStr(s + "]").Value(), nil
}

// typeParameters collects the type variables in args, each once.
func (t *Thread) typeParameters(args []Value) (*Tuple, *Exc) {
	var params []Value
	if err := t.EnterRecursive(" while getting type parameters"); err != nil {
		return nil, err
	}
	defer t.LeaveRecursive()
	add := func(p Value) {
		for _, q := range params {
			if q == p {
				return
			}
		}
		params = append(params, p)
	}
	for _, a := range args {
		if _, ok := ToType(a); ok {
			continue
		}
		s, err := t.GetAttrOpt(a, strTypingSubst)
		if err != nil {
			return nil, err
		}
		if s.p != nil {
			add(a)
			continue
		}
		sub, err := t.GetAttrOpt(a, strParameters)
		if err != nil {
			return nil, err
		}
		if tup, ok := ToTuple(sub); ok {
			for _, p := range tup.items {
				add(p)
			}
		}
	}
	return newTupleOwned(params), nil
}

func (g *GenericAlias) parameters(t *Thread) (*Tuple, *Exc) {
	if g.params == nil {
		p, err := t.typeParameters(g.args.items)
		if err != nil {
			return nil, err
		}
		g.params = p
	}
	return g.params, nil
}

// unpackTypeArgs spreads *tuple[...] arguments of a subscript.
func (t *Thread) unpackTypeArgs(item Value) ([]Value, *Exc) {
	in := []Value{item}
	if tup, ok := ToTuple(item); ok {
		in = tup.items
	}
	var out []Value
	for _, a := range in {
		if _, ok := ToType(a); ok {
			out = append(out, a)
			continue
		}
		sub, err := t.GetAttrOpt(a, strUnpackedArgs)
		if err != nil {
			return nil, err
		}
		if tup, ok := ToTuple(sub); ok {
			if n := len(tup.items); n == 0 || tup.items[n-1] != Ellipsis {
				out = append(out, tup.items...)
				continue
			}
		}
		out = append(out, a)
	}
	return out, nil
}

// substTypes replaces type variables in args: self[item] for an alias or union.
func (t *Thread) substTypes(self Value, args []Value, params *Tuple, item Value) ([]Value, *Exc) {
	n := len(params.items)
	if n == 0 {
		r, err := t.Repr(self)
		if err != nil {
			return nil, err
		}
		return nil, t.TypeErr("%s is not a generic class", r.s)
	}
	given, err := t.unpackTypeArgs(item)
	if err != nil {
		return nil, err
	}
	for _, p := range params.items {
		prep, err := t.GetAttrOpt(p, strPrepareSubst)
		if err != nil {
			return nil, err
		}
		if prep.p == nil || prep.IsNone() {
			continue
		}
		r, err := t.Call(prep, self, NewTuple(given...).Value())
		if err != nil {
			return nil, err
		}
		if tup, ok := ToTuple(r); ok {
			given = tup.items
		} else {
			given = []Value{r}
		}
	}
	if len(given) != n {
		r, err := t.Repr(self)
		if err != nil {
			return nil, err
		}
		word := "few"
		if len(given) > n {
			word = "many"
		}
		return nil, t.TypeErr("Too %s arguments for %s; actual %d, expected %d", word, r.s, len(given), n)
	}
	var out []Value
	for _, a := range args {
		if _, ok := ToType(a); ok {
			out = append(out, a)
			continue
		}
		unpack := false
		u, err := t.GetAttrOpt(a, strIsUnpackedTVT)
		if err != nil {
			return nil, err
		}
		if u.p != nil {
			if unpack, err = t.Truth(u); err != nil {
				return nil, err
			}
		}
		subst, err := t.GetAttrOpt(a, strTypingSubst)
		if err != nil {
			return nil, err
		}
		var r Value
		if subst.p != nil {
			i := slices.Index(params.items, a)
			if i < 0 {
				return nil, t.TypeErr("type parameter is missing from __parameters__")
			}
			r, err = t.Call(subst, given[i])
		} else {
			r, err = t.substNested(a, params, given)
		}
		if err != nil {
			return nil, err
		}
		if unpack {
			tup, ok := ToTuple(r)
			if !ok {
				return nil, t.TypeErr("expected __typing_subst__ of %s objects to return a tuple, not %s", a.p.typ.name, r.p.typ.name)
			}
			out = append(out, tup.items...)
			continue
		}
		out = append(out, r)
	}
	return out, nil
}

// substNested replaces type variables inside an argument that is generic itself.
func (t *Thread) substNested(a Value, params *Tuple, given []Value) (Value, *Exc) {
	sub, err := t.GetAttrOpt(a, strParameters)
	if err != nil {
		return Value{}, err
	}
	tup, ok := ToTuple(sub)
	if !ok || len(tup.items) == 0 {
		return a, nil
	}
	var args []Value
	for _, p := range tup.items {
		i := slices.Index(params.items, p)
		if i < 0 {
			args = append(args, p)
			continue
		}
		x := given[i]
		if many, ok := ToTuple(x); ok && p.p.typ.slots.Iter != nil {
			args = append(args, many.items...)
		} else {
			args = append(args, x)
		}
	}
	return t.GetItem(a, NewTuple(args...).Value())
}

func aliasGetItem(t *Thread, v, item Value) (Value, *Exc) {
	g := asAlias(v)
	params, err := g.parameters(t)
	if err != nil {
		return Value{}, err
	}
	args, err := t.substTypes(v, g.args.items, params, item)
	if err != nil {
		return Value{}, err
	}
	r := NewGenericAlias(g.origin, newTupleOwned(args).Value())
	asAlias(r).starred = g.starred
	return r, nil
}

func aliasGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	if slices.Contains(genericAliasAttrs, name.s) {
		return genericGetAttr(t, v, name)
	}
	if err := t.EnterRecursive(" while getting an attribute"); err != nil {
		return Value{}, err
	}
	defer t.LeaveRecursive()
	return t.GetAttr(asAlias(v).origin, name)
}

func aliasCall(t *Thread, v Value, args Args) (Value, *Exc) {
	obj, err := t.CallArgs(asAlias(v).origin, args)
	if err != nil {
		return Value{}, err
	}
	if err := t.SetAttr(obj, strOrigClass, v); err != nil && !err.Is(AttributeError) && !err.Is(TypeError) {
		return Value{}, err
	}
	return obj, nil
}

// aliasIter gives *list[int] once.
type aliasIter struct {
	Header
	v Value
}

func init() {
	slots := Slots{
		New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
			if args.NumKw() > 0 {
				return Value{}, t.TypeErr("GenericAlias() takes no keyword arguments")
			}
			if err := checkCount(t, "GenericAlias", len(args.vals), 2, 2); err != nil {
				return Value{}, err
			}
			g := AllocFor[GenericAlias](t, cls)
			g.set(args.vals[0], args.vals[1])
			return Value{&g.Header, 0}, nil
		},
		Repr: aliasRepr,
		Hash: func(t *Thread, v Value) (int64, *Exc) {
			g := asAlias(v)
			h, err := t.Hash(g.origin)
			if err != nil {
				return 0, err
			}
			k, err := t.Hash(g.args.Value())
			if err != nil {
				return 0, err
			}
			return h ^ k, nil
		},
		Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
			x, ok1 := ToGenericAlias(a)
			y, ok2 := ToGenericAlias(b)
			if !ok1 || !ok2 || op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			eq := x.starred == y.starred
			var err *Exc
			if eq {
				if eq, err = t.Equal(x.origin, y.origin); eq && err == nil {
					eq, err = t.Equal(x.args.Value(), y.args.Value())
				}
			}
			return Bool(eq == (op == CmpEQ)), err
		},
		Call:    aliasCall,
		GetAttr: aliasGetAttr,
		GetItem: aliasGetItem,
		Iter: func(t *Thread, v Value) (Value, *Exc) {
			g := asAlias(v)
			s := NewGenericAlias(g.origin, g.args.Value())
			asAlias(s).starred = true
			it := &aliasIter{v: s}
			it.typ, it.shape = genericAliasIterType, genericAliasIterType.root.id
			return Value{&it.Header, 0}, nil
		},
	}
	slots.Binary[OpOr] = typeOr
	refuse := func(fn string) any {
		return Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
			return Value{}, t.TypeErr("%s() argument 2 cannot be a parameterized generic", fn)
		})
	}
	RegisterType(TypeSpec{
		Type: GenericAliasType, Name: "types.GenericAlias", Sig: "origin, args, /", Flags: FlagBaseType | FlagWeakref, Layout: LayoutOf[GenericAlias](),
		Doc:   "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
		Slots: slots,
		Methods: []MethodSpec{
			{Name: "__mro_entries__", Fn: Fn1(func(t *Thread, v, bases Value) (Value, *Exc) {
				return NewTuple(asAlias(v).origin).Value(), nil
			})},
			{Name: "__instancecheck__", Fn: refuse("isinstance")},
			{Name: "__subclasscheck__", Fn: refuse("issubclass")},
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				g := asAlias(v)
				if g.starred {
					it, err := t.Iter(NewGenericAlias(g.origin, g.args.Value()))
					if err != nil {
						return Value{}, err
					}
					return NewTuple(t.builtin("next"), NewTuple(it).Value()).Value(), nil
				}
				return NewTuple(GenericAliasType.Value(), NewTuple(g.origin, g.args.Value()).Value()).Value(), nil
			}),
			{Name: "__dir__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				d, err := t.CallMethod(asAlias(v).origin.p.typ.Value(), strDir, asAlias(v).origin)
				if err != nil {
					return Value{}, err
				}
				names, err := t.Items(d)
				if err != nil {
					return Value{}, err
				}
				l := NewList(names)
				for _, n := range genericAliasAttrs {
					s := InternStr(n).Value()
					has, err := t.Contains(l.Value(), s)
					if err != nil {
						return Value{}, err
					}
					if !has {
						l.Append(t, s)
					}
				}
				return l.Value(), nil
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "__origin__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asAlias(v).origin, nil }},
			{Name: "__args__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asAlias(v).args.Value(), nil }},
			{Name: "__unpacked__", Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asAlias(v).starred), nil }},
			{Name: "__parameters__", Get: func(t *Thread, v Value) (Value, *Exc) {
				p, err := asAlias(v).parameters(t)
				if err != nil {
					return Value{}, err
				}
				return p.Value(), nil
			}, Doc: "Type variables in the GenericAlias."},
			{Name: "__typing_unpacked_tuple_args__", Get: func(t *Thread, v Value) (Value, *Exc) {
				if g := asAlias(v); g.starred && g.origin == TupleType.Value() {
					return g.args.Value(), nil
				}
				return None, nil
			}},
		},
	})
	RegisterType(TypeSpec{
		Type: genericAliasIterType, Name: "generic_alias_iterator", Guarded: true, Flags: FlagNoNew,
		Slots: Slots{Iter: iterSelf, Next: func(t *Thread, v Value) (Value, *Exc) {
			it := (*aliasIter)(v.ptr())
			x := it.v
			it.v = Value{}
			return x, nil
		}},
		Methods: []MethodSpec{reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
			it := (*aliasIter)(v.ptr())
			if it.v.p == nil {
				return NewTuple(t.builtin("iter"), NewTuple(emptyTuple.Value()).Value()).Value(), nil
			}
			// The starred form comes back by iterating the plain one.
			g := asAlias(it.v)
			return NewTuple(t.builtin("iter"), NewTuple(NewGenericAlias(g.origin, g.args.Value())).Value()).Value(), nil
		})},
	})
}
