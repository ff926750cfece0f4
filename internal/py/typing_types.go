package py

// The typing objects that the evaluator makes itself (PEP 695, PEP 696): type
// parameters and type aliases. Their values are lazy: a function that is called
// when somebody asks for the first time. What needs the typing module's own
// rules (unions, substitution, subscription of Generic) is left to its Python
// functions, as typing.py expects.

// typeParam is a TypeVar, ParamSpec or TypeVarTuple; the Python type tells
// which, and fields that a kind does not have stay empty.
type typeParam struct {
	Header
	ext                           Ext
	name                          *Str
	bound, constraints, deflt     lazyValue
	covariant, contravariant, inf bool
}

// lazyValue is a value or the function that computes it.
type lazyValue struct {
	v, eval Value
}

// get returns the value, computing it on first use; nil if there is neither.
// An exception of the computation is not remembered.
func (l *lazyValue) get(t *Thread, h *Header) (Value, *Exc) {
	h.Lock(t)
	v, f := l.v, l.eval
	h.Unlock(t)
	if v.p != nil || f.p == nil {
		return v, nil
	}
	v, err := t.Call(f)
	if err != nil {
		return Value{}, err
	}
	h.Lock(t)
	defer h.Unlock(t)
	if l.v.p == nil {
		l.v = v
	}
	return l.v, nil
}

// paramSpecPart is P.args or P.kwargs of a ParamSpec.
type paramSpecPart struct {
	Header
	origin Value
}

// typeAlias is what a type statement makes.
type typeAlias struct {
	Header
	name       *Str
	typeParams *Tuple // nil: none
	value      lazyValue
	module     Value // nil: the function that computes the value knows
}

// The classes of the _typing module.
var (
	TypeVarType       = new(Type)
	ParamSpecType     = new(Type)
	TypeVarTupleType  = new(Type)
	ParamSpecArgsType = new(Type)
	ParamSpecKwType   = new(Type)
	TypeAliasTypeType = new(Type)
	GenericType       = new(Type)
	noDefaultType     = new(Type)

	noDefaultObj = &Header{}
	// NoDefault is typing.NoDefault.
	NoDefault = Value{noDefaultObj, 0}
)

func asTypeParam(v Value) *typeParam     { return (*typeParam)(v.ptr()) }
func asParamPart(v Value) *paramSpecPart { return (*paramSpecPart)(v.ptr()) }
func asTypeAlias(v Value) *typeAlias     { return (*typeAlias)(v.ptr()) }

// callTyping calls a function of the typing module.
func (t *Thread) callTyping(name string, args Args) (Value, *Exc) {
	m, err := t.ImportModule("typing")
	if err != nil {
		return Value{}, err
	}
	f, err := t.GetAttrS(m, name)
	if err != nil {
		return Value{}, err
	}
	return t.CallArgs(f, args)
}

// callerModule is the __module__ of the running Python function, None if there
// is none.
func (t *Thread) callerModule() Value {
	if t.cur == nil || t.cur.code == nil {
		return None
	}
	if m := t.cur.fn().module; m.p != nil {
		return m
	}
	return None
}

func newParam(tp *Type, name *Str) *typeParam {
	p := &typeParam{name: name}
	p.typ, p.shape = tp, tp.root.id
	return p
}

// newTypeVar makes the TypeVar of a type parameter; bound and constraints are
// functions or nil.
func (t *Thread) newTypeVar(name *Str, bound, constraints Value) (Value, *Exc) {
	p := newParam(TypeVarType, name)
	p.bound.eval, p.constraints.eval, p.inf = bound, constraints, true
	return Value{&p.Header, 0}, nil
}

func (t *Thread) newParamSpec(name *Str) (Value, *Exc) {
	p := newParam(ParamSpecType, name)
	p.inf = true
	return Value{&p.Header, 0}, nil
}

func (t *Thread) newTypeVarTuple(name *Str) (Value, *Exc) {
	return Value{&newParam(TypeVarTupleType, name).Header, 0}, nil
}

// setTypeParamDefault gives a type parameter the function of its default.
func (t *Thread) setTypeParamDefault(p, f Value) (Value, *Exc) {
	switch p.p.typ {
	case TypeVarType, ParamSpecType, TypeVarTupleType:
		asTypeParam(p).deflt.eval = f
		return p, nil
	}
	return Value{}, t.TypeErr("Expected a type param, got %s", p.p.typ.name)
}

// newTypeAlias makes the object of a type statement; params is a tuple or None.
func (t *Thread) newTypeAlias(name *Str, params, value Value) (Value, *Exc) {
	a := &typeAlias{name: name}
	a.typ, a.shape = TypeAliasTypeType, TypeAliasTypeType.root.id
	if tup, ok := ToTuple(params); ok {
		a.typeParams = tup
	}
	a.value.eval = value
	return Value{&a.Header, 0}, nil
}

// subscriptGeneric is Generic[params] for a class with type parameters.
func (t *Thread) subscriptGeneric(params Value) (Value, *Exc) {
	params, err := t.unpackTypeVarTuples(params)
	if err != nil {
		return Value{}, err
	}
	return t.callTyping("_GenericAlias", Pos(GenericType.Value(), params))
}

// unpackTypeVarTuple is Unpack[Ts].
func (t *Thread) unpackTypeVarTuple(v Value) (Value, *Exc) {
	m, err := t.ImportModule("typing")
	if err != nil {
		return Value{}, err
	}
	u, err := t.GetAttrS(m, "Unpack")
	if err != nil {
		return Value{}, err
	}
	return t.GetItem(u, v)
}

// unpackTypeVarTuples replaces each TypeVarTuple of a tuple by Unpack of it.
func (t *Thread) unpackTypeVarTuples(params Value) (Value, *Exc) {
	tup, ok := ToTuple(params)
	if !ok {
		return params, nil
	}
	var items []Value
	for i, p := range tup.items {
		if p.p.typ != TypeVarTupleType {
			continue
		}
		if items == nil {
			items = append([]Value(nil), tup.items...)
		}
		u, err := t.unpackTypeVarTuple(p)
		if err != nil {
			return Value{}, err
		}
		items[i] = u
	}
	if items == nil {
		return params, nil
	}
	return newTupleOwned(items).Value(), nil
}

// typeCheck lets typing decide whether v may stand for a type.
func (t *Thread) typeCheck(v Value, msg string) (Value, *Exc) {
	return t.callTyping("_type_check", Pos(v, NewStr(msg).Value()))
}

// typingUnion is the | of type variables, which accepts strings, unlike that
// of types.
func typingUnion(t *Thread, a, b Value) (Value, *Exc) { return t.callTyping("_make_union", Pos(a, b)) }

// paramName checks the name argument of a constructor.
func (t *Thread) paramName(v Value, fn string) (*Str, *Exc) {
	s, ok := ToStr(v)
	if !ok {
		return nil, t.TypeErr("%s() argument 'name' must be str, not %s", fn, v.p.typ.argName())
	}
	return s, nil
}

// argName is how argument errors call a type: "None" for that of None.
func (tp *Type) argName() string {
	if tp == NoneTypeObj {
		return "None"
	}
	return tp.name
}

// setVariance takes the three variance arguments.
func (p *typeParam) setVariance(t *Thread, co, contra, infer Value) *Exc {
	for _, x := range [...]struct {
		v  Value
		to *bool
	}{{co, &p.covariant}, {contra, &p.contravariant}, {infer, &p.inf}} {
		if x.v.p == nil {
			continue
		}
		b, err := t.Truth(x.v)
		if err != nil {
			return err
		}
		*x.to = b
	}
	if p.covariant && p.contravariant {
		return t.ValueErr("Bivariant types are not supported.")
	}
	if p.inf && (p.covariant || p.contravariant) {
		return t.ValueErr("Variance cannot be specified with infer_variance.")
	}
	return nil
}

// finish records the module that called the constructor.
func (p *typeParam) finish(t *Thread) (Value, *Exc) {
	t.instSet(&p.Header, strModule, t.callerModule())
	return Value{&p.Header, 0}, nil
}

var (
	typeVarSig      = ParseSignature("name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False")
	paramSpecSig    = ParseSignature("name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False")
	typeVarTupleSig = ParseSignature("name, *, default=typing.NoDefault")
	paramPartSig    = ParseSignature("origin")
	typeAliasSig    = ParseSignature("name, value, *, type_params=<unrepresentable>")
)

func typeVarNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [7]Value
	if err := typeVarSig.Bind(t, "typevar", args, a[:]); err != nil {
		return Value{}, err
	}
	name, err := t.paramName(a[0], "typevar")
	if err != nil {
		return Value{}, err
	}
	p := newParam(TypeVarType, name)
	bound, deflt, constraints := a[1], a[2], asTuple(a[6])
	if err := p.setVariance(t, a[3], a[4], a[5]); err != nil {
		return Value{}, err
	}
	if bound.p != nil && !bound.IsNone() {
		if p.bound.v, err = t.typeCheck(bound, "Bound must be a type."); err != nil {
			return Value{}, err
		}
	}
	switch n := len(constraints.items); {
	case n == 1:
		return Value{}, t.TypeErr("A single constraint is not allowed")
	case n > 1 && p.bound.v.p != nil:
		return Value{}, t.TypeErr("Constraints cannot be combined with bound=...")
	case n > 1:
		p.constraints.v = constraints.Value()
	}
	p.deflt.v = deflt
	return p.finish(t)
}

func paramSpecNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [6]Value
	if err := paramSpecSig.Bind(t, "paramspec", args, a[:]); err != nil {
		return Value{}, err
	}
	name, err := t.paramName(a[0], "paramspec")
	if err != nil {
		return Value{}, err
	}
	p := newParam(ParamSpecType, name)
	if err := p.setVariance(t, a[3], a[4], a[5]); err != nil {
		return Value{}, err
	}
	bound := a[1]
	if bound.p == nil {
		bound = None
	}
	// None is checked too, which makes it NoneType.
	if p.bound.v, err = t.typeCheck(bound, "Bound must be a type."); err != nil {
		return Value{}, err
	}
	p.deflt.v = a[2]
	return p.finish(t)
}

func typeVarTupleNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [2]Value
	if err := typeVarTupleSig.Bind(t, "typevartuple", args, a[:]); err != nil {
		return Value{}, err
	}
	name, err := t.paramName(a[0], "typevartuple")
	if err != nil {
		return Value{}, err
	}
	p := newParam(TypeVarTupleType, name)
	p.deflt.v = a[1]
	return p.finish(t)
}

func paramPartNew(fn string) func(t *Thread, cls *Type, args Args) (Value, *Exc) {
	return func(t *Thread, cls *Type, args Args) (Value, *Exc) {
		var a [1]Value
		if err := paramPartSig.Bind(t, fn, args, a[:]); err != nil {
			return Value{}, err
		}
		return newParamPart(cls, a[0]), nil
	}
}

func newParamPart(cls *Type, origin Value) Value {
	p := &paramSpecPart{origin: origin}
	p.typ, p.shape = cls, cls.root.id
	return Value{&p.Header, 0}
}

func typeAliasNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var b [3]Value
	if err := typeAliasSig.Bind(t, "typealias", args, b[:]); err != nil {
		return Value{}, err
	}
	name, err := t.paramName(b[0], "typealias")
	if err != nil {
		return Value{}, err
	}
	a := &typeAlias{name: name}
	a.typ, a.shape = TypeAliasTypeType, TypeAliasTypeType.root.id
	a.value.v = b[1]
	if b[2].p != nil {
		tup, ok := ToTuple(b[2])
		if !ok {
			return Value{}, t.TypeErr("type_params must be a tuple")
		}
		if len(tup.items) > 0 {
			a.typeParams = tup
		}
	}
	a.module = t.callerModule()
	return Value{&a.Header, 0}, nil
}

func typeParamRepr(t *Thread, v Value) (Value, *Exc) {
	p := asTypeParam(v)
	sign := "~"
	switch {
	case p.inf || p.typ == TypeVarTupleType:
		return p.name.Value(), nil
	case p.covariant:
		sign = "+"
	case p.contravariant:
		sign = "-"
	}
	return NewStr(sign + p.name.s).Value(), nil
}

func typeParamName(t *Thread, v Value) (Value, *Exc) { return asTypeParam(v).name.Value(), nil }

func typeParamDefault(t *Thread, v Value) (Value, *Exc) {
	p := asTypeParam(v)
	d, err := p.deflt.get(t, &p.Header)
	if err == nil && d.p == nil {
		d = NoDefault
	}
	return d, err
}

func typeParamHasDefault(t *Thread, v Value) (Value, *Exc) {
	d := &asTypeParam(v).deflt
	return Bool(d.eval.p != nil || d.v.p != nil && d.v != NoDefault), nil
}

// noSubclass is the __mro_entries__ of an object that is no base class.
func noSubclass(what string) MethodSpec {
	return MethodSpec{Name: "__mro_entries__", Sig: "object, /", Fn: Fn1(func(t *Thread, _, _ Value) (Value, *Exc) {
		return Value{}, t.TypeErr("Cannot subclass an instance of %s", what)
	})}
}

// typingSubst is __typing_subst__ done by a function of the typing module.
func typingSubst(fn string) MethodSpec {
	return MethodSpec{Name: "__typing_subst__", Sig: "arg, /", Fn: Fn1(func(t *Thread, v, arg Value) (Value, *Exc) {
		return t.callTyping(fn, Pos(v, arg))
	})}
}

func typingPrepare(fn string) MethodSpec {
	return MethodSpec{Name: "__typing_prepare_subst__", Sig: "alias, args, /", Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
		if err := args.Count(t, "__typing_prepare_subst__", 2, 2); err != nil {
			return Value{}, err
		}
		return t.callTyping(fn, Pos(v, args.vals[0], args.vals[1]))
	})}
}

// typeVarPrepare is TypeVar.__typing_prepare_subst__: it fills in the default
// of the first parameter that has no argument.
func typeVarPrepare(t *Thread, v Value, a Args) (Value, *Exc) {
	if err := a.Count(t, "__typing_prepare_subst__", 2, 2); err != nil {
		return Value{}, err
	}
	alias, args := a.vals[0], a.vals[1]
	params, err := t.GetAttrS(alias, "__parameters__")
	if err != nil {
		return Value{}, err
	}
	list, err := t.Items(params)
	if err != nil {
		return Value{}, err
	}
	index := -1
	for i, p := range list {
		eq, err := t.Equal(p, v)
		if err != nil {
			return Value{}, err
		}
		if eq {
			index = i
			break
		}
	}
	if index < 0 {
		return Value{}, t.ValueErr("sequence.index(x): x not in sequence")
	}
	n, err := t.Len(args)
	if err != nil {
		return Value{}, err
	}
	if index < n {
		return args, nil
	}
	if index == n {
		d, err := typeParamDefault(t, v)
		if err != nil {
			return Value{}, err
		}
		if d != NoDefault {
			return t.Binary(OpAdd, args, NewTuple(d).Value())
		}
	}
	s, err := t.StrOf(alias)
	if err != nil {
		return Value{}, err
	}
	return Value{}, t.TypeErr("Too few arguments for %s; actual %d, expected at least %d", s.s, n, index+1)
}

func boolMember(name string, f func(*typeParam) bool) GetSetSpec {
	return GetSetSpec{Name: name, Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(f(asTypeParam(v))), nil }}
}

// lazyAttr is a computed attribute; none stands for one that was not given.
func lazyAttr(name string, f func(*typeParam) *lazyValue, none Value) GetSetSpec {
	return GetSetSpec{Name: name, Get: func(t *Thread, v Value) (Value, *Exc) {
		p := asTypeParam(v)
		r, err := f(p).get(t, &p.Header)
		if err == nil && r.p == nil {
			r = none
		}
		return r, err
	}}
}

func paramPartCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if op != CmpEQ && op != CmpNE || b.p.typ != a.p.typ {
		return NotImplemented, nil
	}
	return t.Compare(asParamPart(a).origin, asParamPart(b).origin, op)
}

func paramPartRepr(suffix string) UnaryFunc {
	return func(t *Thread, v Value) (Value, *Exc) {
		o := asParamPart(v).origin
		if o.p.typ == ParamSpecType {
			return NewStr(asTypeParam(o).name.s + suffix).Value(), nil
		}
		s, err := t.Repr(o)
		if err != nil {
			return Value{}, err
		}
		return NewStr(s.s + suffix).Value(), nil
	}
}

func (a *typeAlias) parameters() Value {
	if a.typeParams == nil {
		return emptyTuple.Value()
	}
	return a.typeParams.Value()
}

// typingModuleAttr is __module__ as an entry of the namespace, so that
// instances find it too.
func typingModuleAttr() map[string]Value {
	return map[string]Value{"__module__": InternStr("typing").Value()}
}

func init() {
	paramFlags := FlagHasDict | FlagWeakref
	paramLayout := LayoutWithExt(func(p *typeParam) *Ext { return &p.ext })
	nameMember := GetSetSpec{Name: "__name__", Get: typeParamName}
	variance := []GetSetSpec{
		boolMember("__covariant__", func(p *typeParam) bool { return p.covariant }),
		boolMember("__contravariant__", func(p *typeParam) bool { return p.contravariant }),
		boolMember("__infer_variance__", func(p *typeParam) bool { return p.inf }),
	}
	deflt := GetSetSpec{Name: "__default__", Get: typeParamDefault, Doc: "The default value of the parameter."}
	reduce := MethodSpec{Name: "__reduce__", Fn: Fn0(typeParamName)}
	hasDefault := MethodSpec{Name: "has_default", Fn: Fn0(typeParamHasDefault)}
	union := Slots{Repr: typeParamRepr}
	union.Binary[OpOr] = typingUnion

	slots := union
	slots.New = typeVarNew
	RegisterType(TypeSpec{
		Type: TypeVarType, Name: "typing.TypeVar", Guarded: true, Flags: paramFlags, Layout: paramLayout, noDictAttr: true, Slots: slots,
		Doc: "Type variable.\n\nStands for a type that is not known yet: in generic classes, functions and\naliases, class Box[T]: ... or T = TypeVar('T').",
		Methods: []MethodSpec{typingSubst("_typevar_subst"),
			{Name: "__typing_prepare_subst__", Sig: "alias, args, /", Fn: FnRaw(typeVarPrepare)}, reduce, hasDefault, noSubclass("TypeVar")},
		Members: append([]GetSetSpec{nameMember}, variance...),
		GetSet: []GetSetSpec{
			lazyAttr("__bound__", func(p *typeParam) *lazyValue { return &p.bound }, None),
			lazyAttr("__constraints__", func(p *typeParam) *lazyValue { return &p.constraints }, emptyTuple.Value()),
			deflt,
		},
		Attrs: typingModuleAttr,
	})
	slots = union
	slots.New = paramSpecNew
	RegisterType(TypeSpec{
		Type: ParamSpecType, Name: "typing.ParamSpec", Guarded: true, Flags: paramFlags, Layout: paramLayout, noDictAttr: true, Slots: slots,
		Doc:     "Parameter specification variable.\n\nStands for the parameters of a callable: def wrap[**P](f: Callable[P, int]).",
		Methods: []MethodSpec{typingSubst("_paramspec_subst"), typingPrepare("_paramspec_prepare_subst"), hasDefault, reduce, noSubclass("ParamSpec")},
		Members: append([]GetSetSpec{nameMember, lazyAttr("__bound__", func(p *typeParam) *lazyValue { return &p.bound }, None)}, variance...),
		GetSet: []GetSetSpec{
			{Name: "args", Get: func(t *Thread, v Value) (Value, *Exc) { return newParamPart(ParamSpecArgsType, v), nil }, Doc: "Represents positional arguments."},
			{Name: "kwargs", Get: func(t *Thread, v Value) (Value, *Exc) { return newParamPart(ParamSpecKwType, v), nil }, Doc: "Represents keyword arguments."},
			deflt,
		},
		Attrs: typingModuleAttr,
	})
	RegisterType(TypeSpec{
		Type: TypeVarTupleType, Name: "typing.TypeVarTuple", Guarded: true, Flags: paramFlags, Layout: paramLayout, noDictAttr: true,
		Doc: "Type variable tuple.\n\nStands for any number of types: class Array[*Shape]: ...",
		Slots: Slots{New: typeVarTupleNew, Repr: typeParamRepr, Iter: func(t *Thread, v Value) (Value, *Exc) {
			u, err := t.unpackTypeVarTuple(v)
			if err != nil {
				return Value{}, err
			}
			return t.Iter(NewTuple(u).Value())
		}},
		Methods: []MethodSpec{
			{Name: "__typing_subst__", Sig: "arg, /", Fn: Fn1(func(t *Thread, _, _ Value) (Value, *Exc) {
				return Value{}, t.TypeErr("Substitution of bare TypeVarTuple is not supported")
			})},
			typingPrepare("_typevartuple_prepare_subst"), reduce, hasDefault, noSubclass("TypeVarTuple"),
		},
		Members: []GetSetSpec{nameMember},
		GetSet:  []GetSetSpec{deflt},
		Attrs:   typingModuleAttr,
	})
	origin := []GetSetSpec{{Name: "__origin__", Get: func(t *Thread, v Value) (Value, *Exc) { return asParamPart(v).origin, nil }}}
	RegisterType(TypeSpec{
		Type: ParamSpecArgsType, Name: "typing.ParamSpecArgs", Flags: FlagWeakref,
		Doc:     "The *args part of a ParamSpec P: P.args.",
		Slots:   Slots{New: paramPartNew("paramspecargs"), Repr: paramPartRepr(".args"), Compare: paramPartCompare},
		Methods: []MethodSpec{noSubclass("ParamSpecArgs")}, Members: origin, Attrs: typingModuleAttr,
	})
	RegisterType(TypeSpec{
		Type: ParamSpecKwType, Name: "typing.ParamSpecKwargs", Flags: FlagWeakref,
		Doc:     "The **kwargs part of a ParamSpec P: P.kwargs.",
		Slots:   Slots{New: paramPartNew("paramspeckwargs"), Repr: paramPartRepr(".kwargs"), Compare: paramPartCompare},
		Methods: []MethodSpec{noSubclass("ParamSpecKwargs")}, Members: origin, Attrs: typingModuleAttr,
	})
	registerTypeAlias()
	RegisterType(TypeSpec{
		Type: GenericType, Name: "typing.Generic", Flags: FlagBaseType,
		Doc: "Abstract base class for generic types.\n\nA class becomes generic by class Box[T]: ... or by class Box(Generic[T]): ...",
		Methods: []MethodSpec{
			{Name: "__class_getitem__", Class: true, Doc: "Parameterizes a generic class.", Fn: FnRaw(func(t *Thread, cls Value, args Args) (Value, *Exc) {
				return t.callTyping("_generic_class_getitem", args.Prepend(cls))
			})},
			{Name: "__init_subclass__", Class: true, Doc: "Function to initialize subclasses.", Fn: FnRaw(func(t *Thread, cls Value, args Args) (Value, *Exc) {
				return t.callTyping("_generic_init_subclass", args.Prepend(cls))
			})},
		},
		Attrs: typingModuleAttr,
	})
	RegisterType(TypeSpec{
		Type: noDefaultType, Name: "NoDefaultType", Doc: "The type of the NoDefault singleton.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if len(args.vals) > 0 {
					return Value{}, t.TypeErr("NoDefaultType takes no arguments")
				}
				return NoDefault, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) { return InternStr("typing.NoDefault").Value(), nil },
		},
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
			return InternStr("NoDefault").Value(), nil
		})}},
	})
	RegisterModule(ModuleSpec{
		Name: "_typing",
		Doc:  "Primitives and accelerators for the typing module.\n",
		Methods: []MethodSpec{
			{Name: "_idfunc", Sig: "x, /", Fn: Fn1(func(t *Thread, _, x Value) (Value, *Exc) { return x, nil })},
		},
		Types: []*Type{TypeVarType, ParamSpecType, TypeVarTupleType, ParamSpecArgsType, ParamSpecKwType, TypeAliasTypeType, GenericType},
		Init: func(t *Thread, m *Module) *Exc {
			m.Set("NoDefault", NoDefault)
			return nil
		},
	})
}

func registerTypeAlias() {
	slots := Slots{
		New:  typeAliasNew,
		Repr: func(t *Thread, v Value) (Value, *Exc) { return asTypeAlias(v).name.Value(), nil },
		GetItem: func(t *Thread, v, key Value) (Value, *Exc) {
			if asTypeAlias(v).typeParams == nil {
				return Value{}, t.TypeErr("Only generic type aliases are subscriptable")
			}
			return NewGenericAlias(v, key), nil
		},
	}
	slots.Binary[OpOr] = typeOr
	RegisterType(TypeSpec{
		Type: TypeAliasTypeType, Name: "typing.TypeAliasType", Guarded: true, Slots: slots,
		Doc: "Type alias.\n\nMade by the type statement, type Alias = int; its value is computed when\n__value__ is first asked for.",
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
			return asTypeAlias(v).name.Value(), nil
		})}},
		Members: []GetSetSpec{{Name: "__name__", Get: func(t *Thread, v Value) (Value, *Exc) { return asTypeAlias(v).name.Value(), nil }}},
		GetSet: []GetSetSpec{
			{Name: "__parameters__", Get: func(t *Thread, v Value) (Value, *Exc) {
				return t.unpackTypeVarTuples(asTypeAlias(v).parameters())
			}},
			{Name: "__type_params__", Get: func(t *Thread, v Value) (Value, *Exc) { return asTypeAlias(v).parameters(), nil }},
			{Name: "__value__", Get: func(t *Thread, v Value) (Value, *Exc) {
				a := asTypeAlias(v)
				return a.value.get(t, &a.Header)
			}},
			{Name: "__module__", Get: func(t *Thread, v Value) (Value, *Exc) {
				a := asTypeAlias(v)
				if a.module.p != nil {
					return a.module, nil
				}
				if a.value.eval.p != nil && a.value.eval.p.shape == shFunction {
					if m := asFunc(a.value.eval).module; m.p != nil {
						return m, nil
					}
				}
				return None, nil
			}},
		},
	})
}
