package ast

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// node is an AST object: all it has are attributes.
type node struct {
	py.Header
	ext py.Ext
}

var astType = new(py.Type)

// kind is a node class of one interpreter.
type kind struct {
	*classSpec
	tp    *py.Type
	index int // place in its sum
	// names are the fields, followed by the positions where the class has them.
	names  []*py.Str
	single py.Value // the shared object of an operator or context class
}

// state is what an interpreter has of this module. It implements py.ASTHooks.
type state struct {
	kinds  map[string]*kind
	byType map[*py.Type]*kind
	list   []*kind
}

var (
	strFields     = py.InternStr("_fields")
	strAttributes = py.InternStr("_attributes")
	strFieldTypes = py.InternStr("_field_types")
	posNames      = []*py.Str{py.InternStr("lineno"), py.InternStr("col_offset"), py.InternStr("end_lineno"), py.InternStr("end_col_offset")}
)

func strTuple(names []*py.Str) py.Value {
	vals := make([]py.Value, len(names))
	for i, n := range names {
		vals[i] = n.Value()
	}
	return py.NewTuple(vals...).Value()
}

// newState makes the classes. They are ordinary classes, so that programs may
// change them, and live as long as the interpreter.
func newState(t *py.Thread) (*state, *py.Exc) {
	s := &state{kinds: map[string]*kind{}, byType: map[*py.Type]*kind{}}
	index := 0
	specs := classSpecs()
	for i := range specs {
		c := &specs[i]
		k := &kind{classSpec: c, index: index}
		index++
		if c.base == "AST" {
			index = 0
		}
		for _, f := range c.fields {
			k.names = append(k.names, py.InternStr(f.name))
		}
		base := astType
		if c.base != "AST" {
			base = s.kinds[c.base].tp
		}
		ns := py.NewDict()
		fields := strTuple(k.names)
		ns.SetStr(t, "_fields", fields)
		ns.SetStr(t, "__match_args__", fields)
		ns.SetStr(t, "__module__", py.InternStr("ast").Value())
		ns.SetStr(t, "__doc__", py.NewStr(c.doc).Value())
		if c.base == "AST" {
			var attrs []*py.Str
			if c.attrs {
				attrs = posNames
			}
			ns.SetStr(t, "_attributes", strTuple(attrs))
		}
		for _, f := range c.fields {
			if f.optional {
				ns.SetStr(t, f.name, py.None)
			}
		}
		if c.attrs && !c.ends {
			ns.SetStr(t, "end_lineno", py.None)
			ns.SetStr(t, "end_col_offset", py.None)
		}
		v, err := t.Call(py.TypeType.Value(), py.InternStr(c.name).Value(), py.NewTuple(base.Value()).Value(), ns.Value())
		if err != nil {
			return nil, err
		}
		k.tp, _ = py.ToType(v)
		if c.attrs || c.base != "AST" && s.kinds[c.base].attrs {
			k.names = append(k.names, posNames...)
		}
		if c.enum {
			k.single = t.NewObject(k.tp)
		}
		// "Mod" and "mod" differ in case only; members share no name.
		s.kinds[c.name] = k
		s.byType[k.tp] = k
		s.list = append(s.list, k)
	}
	for _, k := range s.list {
		if k.sum {
			continue
		}
		if err := s.setFieldTypes(t, k); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// setFieldTypes gives a class its _field_types, which the constructor reads.
func (s *state) setFieldTypes(t *py.Thread, k *kind) *py.Exc {
	d := py.NewDict()
	for _, f := range k.fields {
		var v py.Value
		switch f.typ {
		case "identifier", "string":
			v = py.StrType.Value()
		case "int":
			v = py.IntType.Value()
		case "constant":
			v = py.ObjectType.Value()
		default:
			v = s.kinds[f.typ].tp.Value()
		}
		var err *py.Exc
		switch {
		case f.list:
			v, err = t.GetItem(py.ListType.Value(), v)
		case f.optional:
			v, err = t.Binary(py.OpOr, v, py.None)
		}
		if err != nil {
			return err
		}
		d.SetStr(t, f.name, v)
	}
	if err := t.SetAttr(k.tp.Value(), strFieldTypes, d.Value()); err != nil {
		return err
	}
	return t.SetAttr(k.tp.Value(), py.InternStr("__annotations__"), d.Value())
}

// astInit is AST.__init__: fields by position or name, other attributes by
// name; lists and contexts have defaults, what else is missing is warned about.
func astInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	cls := self.Type()
	fieldsV, err := t.GetAttrOpt(cls.Value(), strFields)
	if err != nil {
		return err
	}
	var fields []py.Value
	if !fieldsV.IsNil() {
		if _, err := t.Len(fieldsV); err != nil {
			return err
		}
		if fields, err = t.Items(fieldsV); err != nil {
			return err
		}
	}
	pos := args.Pos()
	if len(pos) > len(fields) {
		s := "s"
		if len(fields) == 1 {
			s = ""
		}
		return t.TypeErr("%s constructor takes at most %d positional argument%s", cls.BareName(), len(fields), s)
	}
	given := make([]bool, len(fields))
	for i, v := range pos {
		if err := setAttr(t, self, fields[i], v); err != nil {
			return err
		}
		given[i] = true
	}
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		at := -1
		for j, f := range fields {
			eq, err := t.Equal(f, k.Value())
			if err != nil {
				return err
			}
			if eq {
				at = j
				break
			}
		}
		if at >= 0 {
			if given[at] {
				return t.TypeErr("%s got multiple values for argument '%s'", cls.BareName(), k.String())
			}
			given[at] = true
		} else if err := checkAttribute(t, cls, k); err != nil {
			return err
		}
		if err := setAttr(t, self, k.Value(), v); err != nil {
			return err
		}
	}
	return fillDefaults(t, self, fields, given)
}

func setAttr(t *py.Thread, self, name, v py.Value) *py.Exc {
	s, ok := py.ToStr(name)
	if !ok {
		return t.TypeErr("attribute name must be string, not '%s'", name.Type().Name())
	}
	return t.SetAttr(self, py.InternStr(s.String()), v)
}

// checkAttribute warns when a keyword names neither a field nor an attribute.
func checkAttribute(t *py.Thread, cls *py.Type, k *py.Str) *py.Exc {
	attrs, err := t.GetAttr(cls.Value(), strAttributes)
	if err != nil {
		return err
	}
	ok, err := t.Contains(attrs, k.Value())
	if err != nil || ok {
		return err
	}
	return t.Warn(py.DeprecationWarning, 1, "%s.__init__ got an unexpected keyword argument '%s'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.", cls.Name(), k.String())
}

// fillDefaults sets the fields that were not given: an empty list, a Load
// context; an optional field stays with the None of the class.
func fillDefaults(t *py.Thread, self py.Value, fields []py.Value, given []bool) *py.Exc {
	cls := self.Type()
	var types *py.Dict
	for i, f := range fields {
		if given[i] {
			continue
		}
		if types == nil {
			v, err := t.GetAttrOpt(cls.Value(), strFieldTypes)
			if err != nil {
				return err
			}
			d, ok := py.ToDict(v)
			if !ok {
				return nil
			}
			types = d
		}
		typ, err := types.Get(t, f)
		if err != nil {
			return err
		}
		name, _ := py.ToStr(f)
		text := ""
		if name != nil {
			text = name.String()
		}
		if typ.IsNil() {
			if err := t.Warn(py.DeprecationWarning, 1, "Field '%s' is missing from %s._field_types. This will become an error in Python 3.15.", text, cls.Name()); err != nil {
				return err
			}
			continue
		}
		switch typ.Type().Name() {
		case "types.UnionType":
			continue
		case "types.GenericAlias":
			if err := setAttr(t, self, f, py.NewList(nil).Value()); err != nil {
				return err
			}
			continue
		}
		if k := contextKind(t, typ); k != nil {
			if err := setAttr(t, self, f, k.single); err != nil {
				return err
			}
			continue
		}
		if err := t.Warn(py.DeprecationWarning, 1, "%s.__init__ missing 1 required positional argument: '%s'. This will become an error in Python 3.15.", cls.Name(), text); err != nil {
			return err
		}
	}
	return nil
}

// contextKind returns Load when typ is expr_context.
func contextKind(t *py.Thread, typ py.Value) *kind {
	s, _ := t.Interp().LookupModuleState("_ast").(*state)
	if s == nil || typ != s.kinds["expr_context"].tp.Value() {
		return nil
	}
	return s.kinds["Load"]
}

// astReduce is AST.__reduce__. The leading fields are passed as placeholders,
// so that the constructor does not complain before the state is set.
func astReduce(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	dict := t.InstDict(v)
	if dict == nil {
		return py.NewTuple(v.Type().Value(), py.NewTuple().Value()).Value(), nil
	}
	fields, err := t.GetAttrOpt(v.Type().Value(), strFields)
	if err != nil {
		return py.Value{}, err
	}
	n := 0
	if !fields.IsNil() {
		names, err := t.Items(fields)
		if err != nil {
			return py.Value{}, err
		}
		for _, f := range names {
			x, err := dict.Get(t, f)
			if err != nil {
				return py.Value{}, err
			}
			if x.IsNil() {
				break
			}
			n++
		}
	}
	hold := make([]py.Value, n)
	for i := range hold {
		hold[i] = py.None
	}
	return py.NewTuple(v.Type().Value(), py.NewTuple(hold...).Value(), dict.CopyOf(t).Value()).Value(), nil
}

func init() { py.RegisterPackage(registerTypes, "_ast") }

func registerTypes() {
	py.RegisterType(py.TypeSpec{
		Type: astType, Name: "ast.AST", Flags: py.FlagBaseType | py.FlagHasDict,
		Layout: py.LayoutWithExt(func(n *node) *py.Ext { return &n.ext }),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				n := py.AllocFor[node](t, cls)
				return py.FromHeader(&n.Header), nil
			},
			Init: astInit,
		},
		Methods: []py.MethodSpec{{Name: "__reduce__", Fn: py.Fn0(astReduce)}},
		Attrs: func() map[string]py.Value {
			none := py.NewTuple().Value()
			return map[string]py.Value{"_fields": none, "_attributes": none, "__match_args__": none, "__module__": py.InternStr("ast").Value()}
		},
	})
	py.RegisterModule(py.ModuleSpec{Name: "_ast", Init: initModule})
}

const (
	onlyAST            = 0x400
	optimizedAST       = 0x8000 | onlyAST
	allowTopLevelAwait = 0x2000
	typeComments       = 0x1000
)

func initModule(t *py.Thread, m *py.Module) *py.Exc {
	in := t.Interp()
	s, _ := in.LookupModuleState("_ast").(*state)
	if s == nil {
		var err *py.Exc
		if s, err = newState(t); err != nil {
			return err
		}
		in.SetModuleState("_ast", s)
		in.SetASTHooks(s)
	}
	m.Set("AST", astType.Value())
	m.Set("PyCF_ALLOW_TOP_LEVEL_AWAIT", py.Int64(allowTopLevelAwait))
	m.Set("PyCF_ONLY_AST", py.Int64(onlyAST))
	m.Set("PyCF_TYPE_COMMENTS", py.Int64(typeComments))
	m.Set("PyCF_OPTIMIZED_AST", py.Int64(optimizedAST))
	for _, k := range s.list {
		m.Set(k.name, k.tp.Value())
	}
	return nil
}
