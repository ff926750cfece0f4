package ast

import (
	"math/big"
	"sync"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// maker builds the objects of a syntax tree. The depth of a tree is bounded by
// the parser.
type maker struct {
	t *py.Thread
	s *state
}

// FromTree implements py.ASTHooks.
func (s *state) FromTree(t *py.Thread, mod syntax.Mod) (py.Value, *py.Exc) {
	m := &maker{t, s}
	switch n := mod.(type) {
	case *syntax.Module:
		return m.node("Module", nil, m.stmts(n.Body), list(n.TypeIgnores, func(x syntax.TypeIgnore) py.Value {
			return m.node("TypeIgnore", nil, py.IntOf(int(x.Line)), text(x.Tag))
		})), nil
	case *syntax.Interactive:
		return m.node("Interactive", nil, m.stmts(n.Body)), nil
	case *syntax.Expression:
		return m.node("Expression", nil, m.expr(n.Body)), nil
	case *syntax.FunctionType:
		return m.node("FunctionType", nil, m.exprs(n.ArgTypes), m.expr(n.Returns)), nil
	}
	return py.Value{}, t.Raise(py.SystemError, "unknown kind of tree")
}

// node makes an object of a class from its fields in order.
func (m *maker) node(class string, pos syntax.Node, fields ...py.Value) py.Value {
	k := m.s.kinds[class]
	if pos != nil {
		p := pos.Span()
		fields = append(fields, py.IntOf(int(p.Line)), py.IntOf(int(p.Col)), py.IntOf(int(p.EndLine)), py.IntOf(int(p.EndCol)))
	}
	return m.t.NewWithAttrs(k.tp, k.names, fields)
}

// single is the shared object of an operator or context class.
func (m *maker) single(class string) py.Value { return m.s.kinds[class].single }

// member is the shared object of member i of a sum.
func (m *maker) member(sum string, i int) py.Value {
	names := enumMembers()[sum]
	return m.single(names[i])
}

// enumMembers lists the members of the sums that are plain enumerations, in
// the order of the syntax package's constants.
var enumMembers = sync.OnceValue(func() map[string][]string {
	r := map[string][]string{}
	for _, c := range classSpecs() {
		if c.enum {
			r[c.base] = append(r[c.base], c.name)
		}
	}
	return r
})

func list[T any](items []T, f func(T) py.Value) py.Value {
	vals := make([]py.Value, len(items))
	for i, x := range items {
		vals[i] = f(x)
	}
	return py.NewList(vals).Value()
}

func text(s string) py.Value { return py.NewStr(s).Value() }

// optText is None for an empty text.
func optText(s string) py.Value {
	if s == "" {
		return py.None
	}
	return text(s)
}

func name(s string) py.Value { return py.InternStr(s).Value() }

// optName is None for an empty name.
func optName(s string) py.Value {
	if s == "" {
		return py.None
	}
	return name(s)
}

func (m *maker) stmts(l []syntax.Stmt) py.Value { return list(l, m.stmt) }
func (m *maker) exprs(l []syntax.Expr) py.Value { return list(l, m.expr) }

func (m *maker) ctx(c syntax.ExprContext) py.Value { return m.member("expr_context", int(c)) }

// async picks the class of a statement that has an async form.
func async(is bool, class string) string {
	if is {
		return "Async" + class
	}
	return class
}

func flag(b bool) py.Value {
	if b {
		return py.Int64(1)
	}
	return py.Int64(0)
}

func (m *maker) stmt(s syntax.Stmt) py.Value {
	switch n := s.(type) {
	case *syntax.FunctionDef:
		return m.node(async(n.Async, "FunctionDef"), n, name(n.Name), m.arguments(n.Args), m.stmts(n.Body), m.exprs(n.Decorators),
			m.expr(n.Returns), optText(n.TypeComment), m.typeParams(n.TypeParams))
	case *syntax.ClassDef:
		return m.node("ClassDef", n, name(n.Name), m.exprs(n.Bases), m.keywords(n.Keywords), m.stmts(n.Body), m.exprs(n.Decorators), m.typeParams(n.TypeParams))
	case *syntax.Return:
		return m.node("Return", n, m.expr(n.Value))
	case *syntax.Delete:
		return m.node("Delete", n, m.exprs(n.Targets))
	case *syntax.Assign:
		return m.node("Assign", n, m.exprs(n.Targets), m.expr(n.Value), optText(n.TypeComment))
	case *syntax.TypeAlias:
		return m.node("TypeAlias", n, m.expr(n.Name), m.typeParams(n.TypeParams), m.expr(n.Value))
	case *syntax.AugAssign:
		return m.node("AugAssign", n, m.expr(n.Target), m.member("operator", int(n.Op)), m.expr(n.Value))
	case *syntax.AnnAssign:
		return m.node("AnnAssign", n, m.expr(n.Target), m.expr(n.Annotation), m.expr(n.Value), flag(n.Simple))
	case *syntax.For:
		return m.node(async(n.Async, "For"), n, m.expr(n.Target), m.expr(n.Iter), m.stmts(n.Body), m.stmts(n.Orelse), optText(n.TypeComment))
	case *syntax.While:
		return m.node("While", n, m.expr(n.Test), m.stmts(n.Body), m.stmts(n.Orelse))
	case *syntax.If:
		return m.node("If", n, m.expr(n.Test), m.stmts(n.Body), m.stmts(n.Orelse))
	case *syntax.With:
		return m.node(async(n.Async, "With"), n, list(n.Items, func(w *syntax.WithItem) py.Value {
			return m.node("withitem", nil, m.expr(w.Context), m.expr(w.Target))
		}), m.stmts(n.Body), optText(n.TypeComment))
	case *syntax.Match:
		return m.node("Match", n, m.expr(n.Subject), list(n.Cases, func(c *syntax.MatchCase) py.Value {
			return m.node("match_case", nil, m.pattern(c.Pattern), m.expr(c.Guard), m.stmts(c.Body))
		}))
	case *syntax.Raise:
		return m.node("Raise", n, m.expr(n.Exc), m.expr(n.Cause))
	case *syntax.Try:
		class := "Try"
		if n.Star {
			class = "TryStar"
		}
		return m.node(class, n, m.stmts(n.Body), list(n.Handlers, func(h *syntax.ExceptHandler) py.Value {
			return m.node("ExceptHandler", h, m.expr(h.Type), optName(h.Name), m.stmts(h.Body))
		}), m.stmts(n.Orelse), m.stmts(n.Finalbody))
	case *syntax.Assert:
		return m.node("Assert", n, m.expr(n.Test), m.expr(n.Msg))
	case *syntax.Import:
		return m.node("Import", n, m.aliases(n.Names))
	case *syntax.ImportFrom:
		return m.node("ImportFrom", n, optName(n.Module), m.aliases(n.Names), py.IntOf(n.Level))
	case *syntax.Global:
		return m.node("Global", n, list(n.Names, name))
	case *syntax.Nonlocal:
		return m.node("Nonlocal", n, list(n.Names, name))
	case *syntax.ExprStmt:
		return m.node("Expr", n, m.expr(n.Value))
	case *syntax.Pass:
		return m.node("Pass", n)
	case *syntax.Break:
		return m.node("Break", n)
	case *syntax.Continue:
		return m.node("Continue", n)
	}
	return py.None
}

func (m *maker) expr(e syntax.Expr) py.Value {
	switch n := e.(type) {
	case nil:
		return py.None
	case *syntax.BoolOp:
		return m.node("BoolOp", n, m.member("boolop", int(n.Op)), m.exprs(n.Values))
	case *syntax.NamedExpr:
		return m.node("NamedExpr", n, m.expr(n.Target), m.expr(n.Value))
	case *syntax.BinOp:
		return m.node("BinOp", n, m.expr(n.Left), m.member("operator", int(n.Op)), m.expr(n.Right))
	case *syntax.UnaryOp:
		return m.node("UnaryOp", n, m.member("unaryop", int(n.Op)), m.expr(n.Operand))
	case *syntax.Lambda:
		return m.node("Lambda", n, m.arguments(n.Args), m.expr(n.Body))
	case *syntax.IfExp:
		return m.node("IfExp", n, m.expr(n.Test), m.expr(n.Body), m.expr(n.Orelse))
	case *syntax.Dict:
		return m.node("Dict", n, m.exprs(n.Keys), m.exprs(n.Values))
	case *syntax.Set:
		return m.node("Set", n, m.exprs(n.Elts))
	case *syntax.ListComp:
		return m.node("ListComp", n, m.expr(n.Elt), m.generators(n.Generators))
	case *syntax.SetComp:
		return m.node("SetComp", n, m.expr(n.Elt), m.generators(n.Generators))
	case *syntax.DictComp:
		return m.node("DictComp", n, m.expr(n.Key), m.expr(n.Value), m.generators(n.Generators))
	case *syntax.GeneratorExp:
		return m.node("GeneratorExp", n, m.expr(n.Elt), m.generators(n.Generators))
	case *syntax.Await:
		return m.node("Await", n, m.expr(n.Value))
	case *syntax.Yield:
		return m.node("Yield", n, m.expr(n.Value))
	case *syntax.YieldFrom:
		return m.node("YieldFrom", n, m.expr(n.Value))
	case *syntax.Compare:
		return m.node("Compare", n, m.expr(n.Left), list(n.Ops, func(op syntax.CmpOperator) py.Value {
			return m.member("cmpop", int(op))
		}), m.exprs(n.Comparators))
	case *syntax.Call:
		return m.node("Call", n, m.expr(n.Func), m.exprs(n.Args), m.keywords(n.Keywords))
	case *syntax.FormattedValue:
		return m.node("FormattedValue", n, m.expr(n.Value), py.IntOf(int(n.Conversion)), m.expr(n.FormatSpec))
	case *syntax.JoinedStr:
		return m.node("JoinedStr", n, m.exprs(n.Values))
	case *syntax.Constant:
		return m.node("Constant", n, constant(n.Value), optText(n.Kind))
	case *syntax.Attribute:
		return m.node("Attribute", n, m.expr(n.Value), name(n.Attr), m.ctx(n.Ctx))
	case *syntax.Subscript:
		return m.node("Subscript", n, m.expr(n.Value), m.expr(n.Slice), m.ctx(n.Ctx))
	case *syntax.Starred:
		return m.node("Starred", n, m.expr(n.Value), m.ctx(n.Ctx))
	case *syntax.Name:
		return m.node("Name", n, name(n.Id), m.ctx(n.Ctx))
	case *syntax.List:
		return m.node("List", n, m.exprs(n.Elts), m.ctx(n.Ctx))
	case *syntax.Tuple:
		return m.node("Tuple", n, m.exprs(n.Elts), m.ctx(n.Ctx))
	case *syntax.Slice:
		return m.node("Slice", n, m.expr(n.Lower), m.expr(n.Upper), m.expr(n.Step))
	}
	return py.None
}

func (m *maker) pattern(p syntax.Pattern) py.Value {
	switch n := p.(type) {
	case *syntax.MatchValue:
		return m.node("MatchValue", n, m.expr(n.Value))
	case *syntax.MatchSingleton:
		return m.node("MatchSingleton", n, constant(n.Value))
	case *syntax.MatchSequence:
		return m.node("MatchSequence", n, list(n.Patterns, m.pattern))
	case *syntax.MatchMapping:
		return m.node("MatchMapping", n, m.exprs(n.Keys), list(n.Patterns, m.pattern), optName(n.Rest))
	case *syntax.MatchClass:
		return m.node("MatchClass", n, m.expr(n.Cls), list(n.Patterns, m.pattern), list(n.KwdAttrs, name), list(n.KwdPatterns, m.pattern))
	case *syntax.MatchStar:
		return m.node("MatchStar", n, optName(n.Name))
	case *syntax.MatchAs:
		return m.node("MatchAs", n, m.pattern(n.Pattern), optName(n.Name))
	case *syntax.MatchOr:
		return m.node("MatchOr", n, list(n.Patterns, m.pattern))
	}
	return py.None
}

func (m *maker) arguments(a *syntax.Arguments) py.Value {
	return m.node("arguments", nil, list(a.PosOnly, m.arg), list(a.Args, m.arg), m.arg(a.Vararg), list(a.KwOnly, m.arg),
		m.exprs(a.KwDefaults), m.arg(a.Kwarg), m.exprs(a.Defaults))
}

func (m *maker) arg(a *syntax.Arg) py.Value {
	if a == nil {
		return py.None
	}
	return m.node("arg", a, name(a.Name), m.expr(a.Annotation), optText(a.TypeComment))
}

func (m *maker) keywords(l []*syntax.Keyword) py.Value {
	return list(l, func(k *syntax.Keyword) py.Value { return m.node("keyword", k, optName(k.Name), m.expr(k.Value)) })
}

func (m *maker) aliases(l []*syntax.Alias) py.Value {
	return list(l, func(a *syntax.Alias) py.Value { return m.node("alias", a, name(a.Name), optName(a.AsName)) })
}

func (m *maker) generators(l []*syntax.Comprehension) py.Value {
	return list(l, func(c *syntax.Comprehension) py.Value {
		return m.node("comprehension", nil, m.expr(c.Target), m.expr(c.Iter), m.exprs(c.Ifs), flag(c.Async))
	})
}

func (m *maker) typeParams(l []syntax.TypeParam) py.Value {
	vals := make([]py.Value, len(l))
	for i := range l {
		p := &l[i]
		switch p.Kind {
		case syntax.TypeVar:
			vals[i] = m.node("TypeVar", p, name(p.Name), m.expr(p.Bound), m.expr(p.Default))
		case syntax.ParamSpec:
			vals[i] = m.node("ParamSpec", p, name(p.Name), m.expr(p.Default))
		default:
			vals[i] = m.node("TypeVarTuple", p, name(p.Name), m.expr(p.Default))
		}
	}
	return py.NewList(vals).Value()
}

// constant is the object of a literal's value.
func constant(k any) py.Value {
	switch k := k.(type) {
	case bool:
		return py.Bool(k)
	case int64:
		return py.Int64(k)
	case *big.Int:
		return py.NewBig(k)
	case float64:
		return py.Float64(k)
	case complex128:
		return py.NewComplex(k)
	case string:
		return text(k)
	case syntax.Bytes:
		return py.NewBytes([]byte(k)).Value()
	case syntax.EllipsisType, bytecode.Ellipsis:
		return py.Ellipsis
	case bytecode.Bytes:
		return py.NewBytes([]byte(k)).Value()
	case bytecode.Tuple:
		vals := make([]py.Value, len(k))
		for i, x := range k {
			vals[i] = constant(x)
		}
		return py.NewTuple(vals...).Value()
	case bytecode.FrozenSet:
		vals := make([]py.Value, len(k))
		for i, x := range k {
			vals[i] = constant(x)
		}
		return py.NewConstFrozenSet(vals)
	}
	return py.None
}
