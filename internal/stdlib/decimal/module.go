package decimal

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

func setcontext(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	if !isContext(v) {
		return py.Value{}, t.TypeErr("argument must be a context")
	}
	st := stateOf(t)
	if c := asContext(v); c == st.template || c == st.basic || c == st.extended {
		v = newContext(t, st, c).Value()
	}
	st.current.Set(t, v)
	return py.None, nil
}

func localcontext(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	st := stateOf(t)
	var ctx py.Value
	var a [8]py.Value
	if args.Len() > 1 {
		return py.Value{}, t.TypeErr("function takes at most 1 positional argument (%d given)", args.Len())
	}
	if args.Len() == 1 {
		ctx = args.Pos()[0]
	}
next:
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		if k.String() == "ctx" {
			ctx = v
			continue
		}
		for j := range attributes {
			if attributes[j].name == k.String() {
				a[j] = v
				continue next
			}
		}
		known := []string{"ctx"}
		for j := range attributes {
			known = append(known, attributes[j].name)
		}
		return py.Value{}, t.UnexpectedKeyword("this function", k.String(), known...)
	}
	global := st.currentOf(t)
	from := global
	if !ctx.IsNil() && !ctx.IsNone() {
		if !isContext(ctx) {
			return py.Value{}, t.TypeErr("optional argument must be a context")
		}
		from = asContext(ctx)
	}
	local := from.copy(t)
	if err := local.apply(t, a[:]); err != nil {
		return py.Value{}, err
	}
	m := &manager{local: local.Value(), global: global.Value()}
	m.InitHeader(managerType)
	return py.FromHeader(&m.Header), nil
}

// load makes what the module needs of the Python library.
func load(t *py.Thread, m *py.Module) *py.Exc {
	st := stateOf(t)
	attr := func(module, name string) (py.Value, *py.Exc) {
		mod, err := t.ImportModule(module)
		if err != nil {
			return py.Value{}, err
		}
		return t.GetAttrS(mod, name)
	}
	mapping, err := attr("collections.abc", "MutableMapping")
	if err != nil {
		return err
	}
	if st.dictType == nil {
		d, err := t.Call(mapping.Type().Value(), py.NewStr("SignalDict").Value(), py.NewTuple(signalMixinType.Value(), mapping).Value(), py.NewDict().Value())
		if err != nil {
			return err
		}
		tp, ok := py.ToType(d)
		if !ok {
			return t.TypeErr("SignalDict is not a type")
		}
		st.dictType = tp
	}
	if st.rational, err = attr("numbers", "Rational"); err != nil {
		return err
	}
	number, err := attr("numbers", "Number")
	if err != nil {
		return err
	}
	if _, err := t.CallMethodS(number, "register", decimalType.Value()); err != nil {
		return err
	}
	namedtuple, err := attr("collections", "namedtuple")
	if err != nil {
		return err
	}
	if st.tupleType.IsNil() {
		kw := py.NewDict()
		kw.SetStr(t, "module", py.NewStr("decimal").Value())
		if st.tupleType, err = t.CallKw(namedtuple, []py.Value{py.NewStr("DecimalTuple").Value(), py.NewStr("sign digits exponent").Value()}, kw); err != nil {
			return err
		}
	}
	m.Set("DecimalTuple", st.tupleType)
	if st.template == nil {
		st.template = newContext(t, st, nil)
		st.basic = newContext(t, st, nil)
		st.basic.prec, st.basic.round = 9, roundHalfUp
		st.basic.traps = invalid | divisionByZero | overflow | underflow | clamped
		st.extended = newContext(t, st, nil)
		st.extended.prec, st.extended.traps = 9, 0
	}
	m.Set("DefaultContext", st.template.Value())
	m.Set("BasicContext", st.basic.Value())
	m.Set("ExtendedContext", st.extended.Value())
	for _, n := range roundNames {
		m.Set(n, py.InternStr(n).Value())
	}
	m.Set("HAVE_CONTEXTVAR", py.True)
	m.Set("HAVE_THREADS", py.True)
	m.Set("MAX_PREC", py.Int64(maxPrec))
	m.Set("MAX_EMAX", py.Int64(maxEmax))
	m.Set("MIN_EMIN", py.Int64(minEmin))
	m.Set("MIN_ETINY", py.Int64(minTiny))
	m.Set("__version__", py.NewStr("1.70").Value())
	m.Set("__libmpdec_version__", py.NewStr("2.5.1").Value())
	return nil
}

func init() {
	py.RegisterPackage(func() {
		registerContext()
		registerDecimal()
		registerModule()
	}, "_decimal")
}

func registerModule() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_decimal", Doc: "C decimal arithmetic module",
		Types: []*py.Type{decimalType, contextType, decimalException, excClamped, excRounded, excInexact, excSubnormal, excOverflow, excUnderflow,
			excDivisionByZero, excInvalidOperation, excFloatOperation, excConversion, excImpossible, excUndefined, excInvalidContext},
		Methods: []py.MethodSpec{
			{Name: "getcontext", Sig: "", Doc: "Get the current default context.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return stateOf(t).currentOf(t).Value(), nil
			})},
			{Name: "setcontext", Sig: "context, /", Doc: "Set a new default context.", Fn: py.Fn1(setcontext)},
			{Name: "localcontext", Sig: "ctx=None, **kwargs", Doc: "Return a context manager that will set the default context to a copy of ctx\non entry to the with-statement and restore the previous default context when\nexiting the with-statement. If no context is supplied, a copy of the current\ndefault context is used.", Fn: py.FnRaw(localcontext)},
		},
		Init: load,
	})
}
