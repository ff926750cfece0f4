// Package opcode is _opcode: what CPython 3.13's compiler knows of its
// opcodes, for the opcode and dis modules. The bytecode that this interpreter
// runs is another one.
package opcode

import "github.com/coachwhip/coachwhip/internal/py"

func contains(list []span, op int) bool {
	for _, s := range list {
		if op >= s.first && op <= s.last {
			return true
		}
	}
	return false
}

func predicate(name, doc string, list []span) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "opcode", Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		op, err := t.AsCInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		return py.Bool(contains(list, op)), nil
	})}
}

const buildSlice = 50

// handlers are the pseudo instructions that push only where they jump to.
var handlers = map[int]int{264: 2, 265: 1, 266: 1}

func stackEffect(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	op, err := t.AsCInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	arg := 0
	if !a[1].IsNil() && !a[1].IsNone() {
		if arg, err = t.AsCInt(a[1]); err != nil {
			return py.Value{}, err
		}
	}
	var jump bool
	switch {
	case a[2].IsNil(), a[2].IsNone(), a[2] == py.True:
		jump = true
	case a[2] == py.False:
		jump = false
	default:
		return py.Value{}, t.ValueErr("stack_effect: jump must be False, True or None")
	}
	if op == buildSlice {
		if arg == 3 {
			return py.Int64(-2), nil
		}
		return py.Int64(-1), nil
	}
	for _, e := range effects {
		if e.op == op {
			if n, ok := handlers[op]; ok && jump {
				return py.IntOf(n), nil
			}
			return py.IntOf(e.base + e.slope*arg + e.odd*(arg&1)), nil
		}
	}
	return py.Value{}, t.ValueErr("invalid opcode or oparg")
}

func names(list ...string) py.Fn0 {
	return func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		items := make([]py.Value, len(list))
		for i, s := range list {
			items[i] = py.InternStr(s).Value()
		}
		return py.NewList(items).Value(), nil
	}
}

var binaryOps = []struct{ name, sign string }{
	{"ADD", "+"}, {"AND", "&"}, {"FLOOR_DIVIDE", "//"}, {"LSHIFT", "<<"}, {"MATRIX_MULTIPLY", "@"}, {"MULTIPLY", "*"}, {"REMAINDER", "%"},
	{"OR", "|"}, {"POWER", "**"}, {"RSHIFT", ">>"}, {"SUBTRACT", "-"}, {"TRUE_DIVIDE", "/"}, {"XOR", "^"},
}

func nbOps(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	var items []py.Value
	for _, in := range []struct{ prefix, suffix string }{{"NB_", ""}, {"NB_INPLACE_", "="}} {
		for _, o := range binaryOps {
			items = append(items, py.NewTuple(py.InternStr(in.prefix+o.name).Value(), py.InternStr(o.sign+in.suffix).Value()).Value())
		}
	}
	return py.NewList(items).Value(), nil
}

func init() { py.RegisterPackage(registerOpcode, "_opcode") }

func registerOpcode() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_opcode", Doc: "Opcode support module.",
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("ENABLE_SPECIALIZATION", py.False) // by CPython's instructions
			return nil
		},
		Methods: []py.MethodSpec{
			{Name: "stack_effect", Sig: "opcode, oparg=None, /, *, jump=None", Fn: py.FnSig(stackEffect), Doc: "Compute the stack effect of the opcode."},
			predicate("is_valid", "Return True if opcode is valid, False otherwise.", valid),
			predicate("has_arg", "Return True if the opcode uses its oparg, False otherwise.", withArg),
			predicate("has_const", "Return True if the opcode accesses a constant, False otherwise.", withConst),
			predicate("has_name", "Return True if the opcode accesses an attribute by name, False otherwise.", withName),
			predicate("has_jump", "Return True if the opcode has a jump target, False otherwise.", withJump),
			predicate("has_free", "Return True if the opcode accesses a free variable, False otherwise.\n\nNote that 'free variable' in this context refers to names in the current\nscope that are referenced by inner scopes, or names of outer scopes.", withFree),
			predicate("has_local", "Return True if the opcode accesses a local variable, False otherwise.", withLocal),
			predicate("has_exc", "Return True if the opcode sets an exception handler, False otherwise.", withExc),
			{Name: "get_specialization_stats", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.None, nil }), Doc: "Return the specialization stats"},
			{Name: "get_nb_ops", Fn: py.Fn0(nbOps), Doc: "Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value."},
			{Name: "get_intrinsic1_descs", Fn: names("INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR", "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE", "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"), Doc: "Return a list of names of the unary intrinsics."},
			{Name: "get_intrinsic2_descs", Fn: names("INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND", "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT"), Doc: "Return a list of names of the binary intrinsics."},
			{Name: "get_executor", Sig: "code, offset", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) { return py.None, nil }), Doc: "Return the executor object at offset in code if exists, None otherwise."},
		},
	})
}
