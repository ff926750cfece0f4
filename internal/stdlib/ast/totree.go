package ast

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// reader turns node objects into a syntax tree. The first error sticks: what
// follows it yields nothing and its result is not used.
type reader struct {
	t     *py.Thread
	s     *state
	depth int
	err   *py.Exc
}

// maxDepth bounds the nesting of trees that programs build; what the parser
// makes is far below it.
const maxDepth = 10000

// IsNode implements py.ASTHooks.
func (s *state) IsNode(t *py.Thread, v py.Value) bool { return py.IsInstance(v, astType) }

// ToTree implements py.ASTHooks: it converts and validates.
func (s *state) ToTree(t *py.Thread, v py.Value, mode syntax.Mode) (syntax.Mod, *py.Exc) {
	want := [...]string{syntax.Exec: "Module", syntax.Eval: "Expression", syntax.Single: "Interactive", syntax.FuncType: "FunctionType"}[mode]
	if !py.IsInstance(v, s.kinds[want].tp) {
		return nil, t.TypeErr("expected %s node, got %s", want, v.Type().BareName())
	}
	r := &reader{t: t, s: s}
	var mod syntax.Mod
	switch mode {
	case syntax.Exec:
		m := &syntax.Module{Body: r.stmts(v, want, "body")}
		for _, x := range r.items(v, want, "type_ignores") {
			if x.IsNone() {
				continue
			}
			r.which(x, "type_ignore")
			m.TypeIgnores = append(m.TypeIgnores, syntax.TypeIgnore{Line: r.reqInt(x, "TypeIgnore", "lineno"), Tag: r.reqText(x, "TypeIgnore", "tag")})
		}
		mod = m
	case syntax.Eval:
		mod = &syntax.Expression{Body: r.reqExpr(v, want, "body")}
	case syntax.Single:
		mod = &syntax.Interactive{Body: r.stmts(v, want, "body")}
	default:
		mod = &syntax.FunctionType{ArgTypes: r.exprs(v, want, "argtypes"), Returns: r.reqExpr(v, want, "returns")}
	}
	if r.err != nil {
		return nil, r.err
	}
	if e := compile.Validate(mod); e != nil {
		tp := map[string]*py.Type{"TypeError": py.TypeError, "RecursionError": py.RecursionError}[e.Kind]
		if tp == nil {
			tp = py.ValueError
		}
		return nil, t.Raise(tp, "%s", e.Msg)
	}
	return mod, nil
}

func (r *reader) fail(e *py.Exc) {
	if r.err == nil {
		r.err = e
	}
}

// attr reads an attribute; nil when it is missing.
func (r *reader) attr(v py.Value, field string) py.Value {
	if r.err != nil || v.IsNil() {
		return py.Value{}
	}
	x, err := r.t.GetAttrOpt(v, py.InternStr(field))
	if err != nil {
		r.fail(err)
		return py.Value{}
	}
	return x
}

// field reads an attribute that must be there.
func (r *reader) field(v py.Value, class, field string) py.Value {
	x := r.attr(v, field)
	if x.IsNil() && r.err == nil {
		r.fail(r.t.TypeErr("required field \"%s\" missing from %s", field, class))
	}
	return x
}

// opt reads an attribute that may be missing or None: nil then.
func (r *reader) opt(v py.Value, field string) py.Value {
	x := r.attr(v, field)
	if !x.IsNil() && x.IsNone() {
		return py.Value{}
	}
	return x
}

// need reports a required field that is None.
func (r *reader) need(ok bool, class, field string) {
	if !ok && r.err == nil {
		r.fail(r.t.ValueErr("field '%s' is required for %s", field, class))
	}
}

// enter guards the recursion; each true is paired with leave.
func (r *reader) enter(what string) bool {
	if r.err != nil {
		return false
	}
	if r.depth++; r.depth > maxDepth {
		r.fail(r.t.Raise(py.RecursionError, "maximum recursion depth exceeded while traversing '%s' node", what))
		r.depth--
		return false
	}
	return true
}

func (r *reader) leave() { r.depth-- }

// items reads a list field; a missing one is empty.
func (r *reader) items(v py.Value, class, field string) []py.Value {
	x := r.attr(v, field)
	if x.IsNil() {
		return nil
	}
	l, ok := py.ToList(x)
	if !ok {
		r.fail(r.t.TypeErr("%s field \"%s\" must be a list, not a %s", class, field, x.Type().Name()))
		return nil
	}
	return l.Snapshot(r.t)
}

// sameLength reports a list that conversion of its items has changed.
func (r *reader) sameLength(v py.Value, class, field string, n int) {
	if r.err != nil {
		return
	}
	if l, ok := py.ToList(r.attr(v, field)); ok && l.Len(r.t) != n {
		r.fail(r.t.Raise(py.RuntimeError, "%s field \"%s\" changed size during iteration", class, field))
	}
}

func readList[T any](r *reader, v py.Value, class, field string, f func(py.Value) T) []T {
	items := r.items(v, class, field)
	if len(items) == 0 {
		return nil
	}
	if !r.enter(class) {
		return nil
	}
	defer r.leave()
	res := make([]T, len(items))
	for i, x := range items {
		res[i] = f(x)
		if r.err != nil {
			return nil
		}
	}
	r.sameLength(v, class, field, len(items))
	return res
}

func (r *reader) stmts(v py.Value, class, field string) []syntax.Stmt {
	return readList(r, v, class, field, r.stmt)
}

func (r *reader) exprs(v py.Value, class, field string) []syntax.Expr {
	return readList(r, v, class, field, r.expr)
}

func (r *reader) patterns(v py.Value, class, field string) []syntax.Pattern {
	return readList(r, v, class, field, r.pattern)
}

func (r *reader) reqExpr(v py.Value, class, field string) syntax.Expr {
	x := r.field(v, class, field)
	if r.err != nil {
		return nil
	}
	e := r.expr(x)
	r.need(e != nil, class, field)
	return e
}

func (r *reader) optExpr(v py.Value, field string) syntax.Expr {
	x := r.opt(v, field)
	if x.IsNil() {
		return nil
	}
	return r.expr(x)
}

// which finds the member of a sum that v is an instance of.
func (r *reader) which(v py.Value, sum string) *kind {
	if r.err != nil {
		return nil
	}
	for _, tp := range v.Type().MRO() {
		if k := r.s.byType[tp]; k != nil && k.base == sum {
			return k
		}
	}
	s, err := r.t.Repr(v)
	if err != nil {
		r.fail(err)
		return nil
	}
	r.fail(r.t.TypeErr("expected some sort of %s, but got %s", sum, s.String()))
	return nil
}

// enum reads a field that holds an operator or context.
func (r *reader) enum(v py.Value, class, field, sum string) int {
	x := r.field(v, class, field)
	if r.err != nil {
		return 0
	}
	return r.enumValue(x, sum)
}

func (r *reader) enumValue(x py.Value, sum string) int {
	if k := r.which(x, sum); k != nil {
		return k.index
	}
	return 0
}

func (r *reader) ctx(v py.Value, class string) syntax.ExprContext {
	return syntax.ExprContext(r.enum(v, class, "ctx", "expr_context"))
}

// integer converts an int field's value.
func (r *reader) integer(x py.Value) int32 {
	if r.err != nil {
		return 0
	}
	if !py.IsInt(x) {
		s, err := r.t.Repr(x)
		if err != nil {
			r.fail(err)
			return 0
		}
		r.fail(r.t.ValueErr("invalid integer value: %s", s.String()))
		return 0
	}
	n, err := r.t.AsInt(x)
	if err != nil || n > math.MaxInt32 || n < math.MinInt32 {
		r.fail(r.t.Raise(py.OverflowError, "Python int too large to convert to C int"))
		return 0
	}
	return int32(n)
}

func (r *reader) reqInt(v py.Value, class, field string) int32 {
	x := r.field(v, class, field)
	if r.err != nil {
		return 0
	}
	return r.integer(x)
}

// pos reads the source range; the end is optional.
func (r *reader) pos(v py.Value, class string) (p syntax.Pos) {
	p.Line, p.Col = r.reqInt(v, class, "lineno"), r.reqInt(v, class, "col_offset")
	if class == "pattern" || class == "type_param" {
		p.EndLine, p.EndCol = r.reqInt(v, class, "end_lineno"), r.reqInt(v, class, "end_col_offset")
		return p
	}
	p.EndLine, p.EndCol = p.Line, p.Col
	if x := r.opt(v, "end_lineno"); !x.IsNil() {
		p.EndLine = r.integer(x)
	}
	if x := r.opt(v, "end_col_offset"); !x.IsNil() {
		p.EndCol = r.integer(x)
	}
	return p
}

// ident converts an identifier; None is "".
func (r *reader) ident(x py.Value) string {
	if r.err != nil || x.IsNil() || x.IsNone() {
		return ""
	}
	s, ok := py.ToStr(x)
	if !ok || x.Type() != py.StrType {
		r.fail(r.t.TypeErr("AST identifier must be of type str"))
		return ""
	}
	return s.String()
}

func (r *reader) reqIdent(v py.Value, class, field string) string {
	x := r.field(v, class, field)
	if r.err != nil {
		return ""
	}
	s := r.ident(x)
	r.need(!x.IsNone(), class, field)
	return s
}

func (r *reader) optIdent(v py.Value, field string) string { return r.ident(r.opt(v, field)) }

// identItem converts an item of a list of identifiers.
func (r *reader) identItem(class, field string) func(py.Value) string {
	return func(x py.Value) string {
		r.need(!x.IsNone(), class, field)
		return r.ident(x)
	}
}

// text converts a string field: bytes are let through by CPython, too, and
// mean the same as their text.
func (r *reader) text(x py.Value) string {
	if r.err != nil || x.IsNil() {
		return ""
	}
	if s, ok := py.ToStr(x); ok && x.Type() == py.StrType {
		return s.String()
	}
	if b, ok := py.ToBytes(x); ok && x.Type() == py.BytesType {
		return string(b.Bytes())
	}
	r.fail(r.t.TypeErr("AST string must be of type str"))
	return ""
}

func (r *reader) reqText(v py.Value, class, field string) string {
	x := r.field(v, class, field)
	if r.err != nil {
		return ""
	}
	return r.text(x)
}

func (r *reader) comment(v py.Value) string { return r.text(r.opt(v, "type_comment")) }

func (r *reader) stmt(v py.Value) syntax.Stmt {
	if r.err != nil || v.IsNone() || !r.enter("stmt") {
		return nil
	}
	defer r.leave()
	p := r.pos(v, "stmt")
	k := r.which(v, "stmt")
	if k == nil {
		return nil
	}
	c := k.name
	switch c {
	case "FunctionDef", "AsyncFunctionDef":
		return &syntax.FunctionDef{Pos: p, Async: c != "FunctionDef", Name: r.reqIdent(v, c, "name"), Args: r.arguments(v, c), Body: r.stmts(v, c, "body"),
			Decorators: r.exprs(v, c, "decorator_list"), Returns: r.optExpr(v, "returns"), TypeComment: r.comment(v), TypeParams: r.typeParams(v, c)}
	case "ClassDef":
		return &syntax.ClassDef{Pos: p, Name: r.reqIdent(v, c, "name"), Bases: r.exprs(v, c, "bases"), Keywords: r.keywords(v, c), Body: r.stmts(v, c, "body"),
			Decorators: r.exprs(v, c, "decorator_list"), TypeParams: r.typeParams(v, c)}
	case "Return":
		return &syntax.Return{Pos: p, Value: r.optExpr(v, "value")}
	case "Delete":
		return &syntax.Delete{Pos: p, Targets: r.exprs(v, c, "targets")}
	case "Assign":
		return &syntax.Assign{Pos: p, Targets: r.exprs(v, c, "targets"), Value: r.reqExpr(v, c, "value"), TypeComment: r.comment(v)}
	case "TypeAlias":
		return &syntax.TypeAlias{Pos: p, Name: r.reqExpr(v, c, "name"), TypeParams: r.typeParams(v, c), Value: r.reqExpr(v, c, "value")}
	case "AugAssign":
		return &syntax.AugAssign{Pos: p, Target: r.reqExpr(v, c, "target"), Op: syntax.Operator(r.enum(v, c, "op", "operator")), Value: r.reqExpr(v, c, "value")}
	case "AnnAssign":
		return &syntax.AnnAssign{Pos: p, Target: r.reqExpr(v, c, "target"), Annotation: r.reqExpr(v, c, "annotation"), Value: r.optExpr(v, "value"), Simple: r.reqInt(v, c, "simple") != 0}
	case "For", "AsyncFor":
		return &syntax.For{Pos: p, Async: c != "For", Target: r.reqExpr(v, c, "target"), Iter: r.reqExpr(v, c, "iter"), Body: r.stmts(v, c, "body"), Orelse: r.stmts(v, c, "orelse"), TypeComment: r.comment(v)}
	case "While":
		return &syntax.While{Pos: p, Test: r.reqExpr(v, c, "test"), Body: r.stmts(v, c, "body"), Orelse: r.stmts(v, c, "orelse")}
	case "If":
		return &syntax.If{Pos: p, Test: r.reqExpr(v, c, "test"), Body: r.stmts(v, c, "body"), Orelse: r.stmts(v, c, "orelse")}
	case "With", "AsyncWith":
		return &syntax.With{Pos: p, Async: c != "With", Items: readList(r, v, c, "items", func(x py.Value) *syntax.WithItem {
			return &syntax.WithItem{Context: r.reqExpr(x, "withitem", "context_expr"), Target: r.optExpr(x, "optional_vars")}
		}), Body: r.stmts(v, c, "body"), TypeComment: r.comment(v)}
	case "Match":
		return &syntax.Match{Pos: p, Subject: r.reqExpr(v, c, "subject"), Cases: readList(r, v, c, "cases", func(x py.Value) *syntax.MatchCase {
			return &syntax.MatchCase{Pattern: r.reqPattern(x, "match_case", "pattern"), Guard: r.optExpr(x, "guard"), Body: r.stmts(x, "match_case", "body")}
		})}
	case "Raise":
		return &syntax.Raise{Pos: p, Exc: r.optExpr(v, "exc"), Cause: r.optExpr(v, "cause")}
	case "Try", "TryStar":
		return &syntax.Try{Pos: p, Star: c != "Try", Body: r.stmts(v, c, "body"), Handlers: readList(r, v, c, "handlers", r.handler), Orelse: r.stmts(v, c, "orelse"), Finalbody: r.stmts(v, c, "finalbody")}
	case "Assert":
		return &syntax.Assert{Pos: p, Test: r.reqExpr(v, c, "test"), Msg: r.optExpr(v, "msg")}
	case "Import":
		return &syntax.Import{Pos: p, Names: r.aliases(v, c)}
	case "ImportFrom":
		n := &syntax.ImportFrom{Pos: p, Module: r.optIdent(v, "module"), Names: r.aliases(v, c)}
		if x := r.opt(v, "level"); !x.IsNil() {
			n.Level = int(r.integer(x))
		}
		return n
	case "Global":
		return &syntax.Global{Pos: p, Names: readList(r, v, c, "names", r.identItem(c, "names"))}
	case "Nonlocal":
		return &syntax.Nonlocal{Pos: p, Names: readList(r, v, c, "names", r.identItem(c, "names"))}
	case "Expr":
		return &syntax.ExprStmt{Pos: p, Value: r.reqExpr(v, c, "value")}
	case "Pass":
		return &syntax.Pass{Pos: p}
	case "Break":
		return &syntax.Break{Pos: p}
	}
	return &syntax.Continue{Pos: p}
}

func (r *reader) expr(v py.Value) syntax.Expr {
	if r.err != nil || v.IsNone() || !r.enter("expr") {
		return nil
	}
	defer r.leave()
	p := r.pos(v, "expr")
	k := r.which(v, "expr")
	if k == nil {
		return nil
	}
	c := k.name
	switch c {
	case "BoolOp":
		return &syntax.BoolOp{Pos: p, Op: syntax.BoolOperator(r.enum(v, c, "op", "boolop")), Values: r.exprs(v, c, "values")}
	case "NamedExpr":
		n := &syntax.NamedExpr{Pos: p}
		target := r.reqExpr(v, c, "target")
		n.Value = r.reqExpr(v, c, "value")
		var ok bool
		if n.Target, ok = target.(*syntax.Name); !ok && r.err == nil {
			r.fail(r.t.TypeErr("NamedExpr target must be a Name"))
		}
		return n
	case "BinOp":
		return &syntax.BinOp{Pos: p, Left: r.reqExpr(v, c, "left"), Op: syntax.Operator(r.enum(v, c, "op", "operator")), Right: r.reqExpr(v, c, "right")}
	case "UnaryOp":
		return &syntax.UnaryOp{Pos: p, Op: syntax.UnaryOperator(r.enum(v, c, "op", "unaryop")), Operand: r.reqExpr(v, c, "operand")}
	case "Lambda":
		return &syntax.Lambda{Pos: p, Args: r.arguments(v, c), Body: r.reqExpr(v, c, "body")}
	case "IfExp":
		return &syntax.IfExp{Pos: p, Test: r.reqExpr(v, c, "test"), Body: r.reqExpr(v, c, "body"), Orelse: r.reqExpr(v, c, "orelse")}
	case "Dict":
		return &syntax.Dict{Pos: p, Keys: r.exprs(v, c, "keys"), Values: r.exprs(v, c, "values")}
	case "Set":
		return &syntax.Set{Pos: p, Elts: r.exprs(v, c, "elts")}
	case "ListComp":
		return &syntax.ListComp{Pos: p, Elt: r.reqExpr(v, c, "elt"), Generators: r.generators(v, c)}
	case "SetComp":
		return &syntax.SetComp{Pos: p, Elt: r.reqExpr(v, c, "elt"), Generators: r.generators(v, c)}
	case "DictComp":
		return &syntax.DictComp{Pos: p, Key: r.reqExpr(v, c, "key"), Value: r.reqExpr(v, c, "value"), Generators: r.generators(v, c)}
	case "GeneratorExp":
		return &syntax.GeneratorExp{Pos: p, Elt: r.reqExpr(v, c, "elt"), Generators: r.generators(v, c)}
	case "Await":
		return &syntax.Await{Pos: p, Value: r.reqExpr(v, c, "value")}
	case "Yield":
		return &syntax.Yield{Pos: p, Value: r.optExpr(v, "value")}
	case "YieldFrom":
		return &syntax.YieldFrom{Pos: p, Value: r.reqExpr(v, c, "value")}
	case "Compare":
		return &syntax.Compare{Pos: p, Left: r.reqExpr(v, c, "left"), Ops: readList(r, v, c, "ops", func(x py.Value) syntax.CmpOperator {
			return syntax.CmpOperator(r.enumValue(x, "cmpop"))
		}), Comparators: r.exprs(v, c, "comparators")}
	case "Call":
		return &syntax.Call{Pos: p, Func: r.reqExpr(v, c, "func"), Args: r.exprs(v, c, "args"), Keywords: r.keywords(v, c)}
	case "FormattedValue":
		return &syntax.FormattedValue{Pos: p, Value: r.reqExpr(v, c, "value"), Conversion: r.reqInt(v, c, "conversion"), FormatSpec: r.optExpr(v, "format_spec")}
	case "JoinedStr":
		return &syntax.JoinedStr{Pos: p, Values: r.exprs(v, c, "values")}
	case "Constant":
		return &syntax.Constant{Pos: p, Value: r.constant(r.field(v, c, "value"), 0), Kind: r.text(r.opt(v, "kind"))}
	case "Attribute":
		return &syntax.Attribute{Pos: p, Value: r.reqExpr(v, c, "value"), Attr: r.reqIdent(v, c, "attr"), Ctx: r.ctx(v, c)}
	case "Subscript":
		return &syntax.Subscript{Pos: p, Value: r.reqExpr(v, c, "value"), Slice: r.reqExpr(v, c, "slice"), Ctx: r.ctx(v, c)}
	case "Starred":
		return &syntax.Starred{Pos: p, Value: r.reqExpr(v, c, "value"), Ctx: r.ctx(v, c)}
	case "Name":
		return &syntax.Name{Pos: p, Id: r.reqIdent(v, c, "id"), Ctx: r.ctx(v, c)}
	case "List":
		return &syntax.List{Pos: p, Elts: r.exprs(v, c, "elts"), Ctx: r.ctx(v, c)}
	case "Tuple":
		return &syntax.Tuple{Pos: p, Elts: r.exprs(v, c, "elts"), Ctx: r.ctx(v, c)}
	}
	return &syntax.Slice{Pos: p, Lower: r.optExpr(v, "lower"), Upper: r.optExpr(v, "upper"), Step: r.optExpr(v, "step")}
}

func (r *reader) reqPattern(v py.Value, class, field string) syntax.Pattern {
	x := r.field(v, class, field)
	if r.err != nil {
		return nil
	}
	p := r.pattern(x)
	r.need(p != nil, class, field)
	return p
}

func (r *reader) pattern(v py.Value) syntax.Pattern {
	if r.err != nil || v.IsNil() || v.IsNone() || !r.enter("pattern") {
		return nil
	}
	defer r.leave()
	p := r.pos(v, "pattern")
	k := r.which(v, "pattern")
	if k == nil {
		return nil
	}
	c := k.name
	switch c {
	case "MatchValue":
		return &syntax.MatchValue{Pos: p, Value: r.reqExpr(v, c, "value")}
	case "MatchSingleton":
		return &syntax.MatchSingleton{Pos: p, Value: r.constant(r.field(v, c, "value"), 0)}
	case "MatchSequence":
		return &syntax.MatchSequence{Pos: p, Patterns: r.patterns(v, c, "patterns")}
	case "MatchMapping":
		return &syntax.MatchMapping{Pos: p, Keys: r.exprs(v, c, "keys"), Patterns: r.patterns(v, c, "patterns"), Rest: r.optIdent(v, "rest")}
	case "MatchClass":
		return &syntax.MatchClass{Pos: p, Cls: r.reqExpr(v, c, "cls"), Patterns: r.patterns(v, c, "patterns"),
			KwdAttrs: readList(r, v, c, "kwd_attrs", r.identItem(c, "kwd_attrs")), KwdPatterns: r.patterns(v, c, "kwd_patterns")}
	case "MatchStar":
		return &syntax.MatchStar{Pos: p, Name: r.optIdent(v, "name")}
	case "MatchAs":
		n := &syntax.MatchAs{Pos: p}
		if x := r.opt(v, "pattern"); !x.IsNil() {
			n.Pattern = r.pattern(x)
		}
		n.Name = r.optIdent(v, "name")
		return n
	}
	return &syntax.MatchOr{Pos: p, Patterns: r.patterns(v, c, "patterns")}
}

func (r *reader) handler(v py.Value) *syntax.ExceptHandler {
	if r.err != nil || v.IsNone() {
		return nil
	}
	p := r.pos(v, "excepthandler")
	k := r.which(v, "excepthandler")
	if k == nil {
		return nil
	}
	return &syntax.ExceptHandler{Pos: p, Type: r.optExpr(v, "type"), Name: r.optIdent(v, "name"), Body: r.stmts(v, k.name, "body")}
}

func (r *reader) arguments(v py.Value, class string) *syntax.Arguments {
	x := r.field(v, class, "args")
	if r.err != nil {
		return nil
	}
	// None has no attributes, and so counts as an empty list of parameters.
	const c = "arguments"
	a := &syntax.Arguments{PosOnly: readList(r, x, c, "posonlyargs", r.arg), Args: readList(r, x, c, "args", r.arg)}
	if y := r.opt(x, "vararg"); !y.IsNil() {
		a.Vararg = r.arg(y)
	}
	a.KwOnly, a.KwDefaults = readList(r, x, c, "kwonlyargs", r.arg), r.exprs(x, c, "kw_defaults")
	if y := r.opt(x, "kwarg"); !y.IsNil() {
		a.Kwarg = r.arg(y)
	}
	a.Defaults = r.exprs(x, c, "defaults")
	return a
}

func (r *reader) arg(v py.Value) *syntax.Arg {
	a := &syntax.Arg{Name: r.reqIdent(v, "arg", "arg"), Annotation: r.optExpr(v, "annotation"), TypeComment: r.comment(v)}
	a.Pos = r.pos(v, "arg")
	return a
}

func (r *reader) keywords(v py.Value, class string) []*syntax.Keyword {
	return readList(r, v, class, "keywords", func(x py.Value) *syntax.Keyword {
		k := &syntax.Keyword{Name: r.optIdent(x, "arg"), Value: r.reqExpr(x, "keyword", "value")}
		k.Pos = r.pos(x, "keyword")
		return k
	})
}

func (r *reader) aliases(v py.Value, class string) []*syntax.Alias {
	return readList(r, v, class, "names", func(x py.Value) *syntax.Alias {
		a := &syntax.Alias{Name: r.reqIdent(x, "alias", "name"), AsName: r.optIdent(x, "asname")}
		a.Pos = r.pos(x, "alias")
		return a
	})
}

func (r *reader) generators(v py.Value, class string) []*syntax.Comprehension {
	return readList(r, v, class, "generators", func(x py.Value) *syntax.Comprehension {
		const c = "comprehension"
		return &syntax.Comprehension{Target: r.reqExpr(x, c, "target"), Iter: r.reqExpr(x, c, "iter"), Ifs: r.exprs(x, c, "ifs"), Async: r.reqInt(x, c, "is_async") != 0}
	})
}

func (r *reader) typeParams(v py.Value, class string) []syntax.TypeParam {
	return readList(r, v, class, "type_params", func(x py.Value) (p syntax.TypeParam) {
		p.Pos = r.pos(x, "type_param")
		k := r.which(x, "type_param")
		if k == nil {
			return p
		}
		p.Name = r.reqIdent(x, k.name, "name")
		switch k.name {
		case "TypeVar":
			p.Bound = r.optExpr(x, "bound")
		case "ParamSpec":
			p.Kind = syntax.ParamSpec
		default:
			p.Kind = syntax.TypeVarTuple
		}
		p.Default = r.optExpr(x, "default_value")
		return p
	})
}

// constant converts a constant's value, which must be of exactly one of the
// types that code objects can hold.
func (r *reader) constant(x py.Value, depth int) any {
	if r.err != nil || x.IsNil() || x.IsNone() {
		return syntax.NoneType{}
	}
	if depth > 1000 {
		r.fail(r.t.Raise(py.RecursionError, "maximum recursion depth exceeded during compilation"))
		return nil
	}
	switch x {
	case py.Ellipsis:
		return syntax.EllipsisType{}
	case py.True:
		return true
	case py.False:
		return false
	}
	switch x.Type() {
	case py.IntType:
		if n, err := r.t.AsInt(x); err == nil {
			return int64(n)
		}
		return py.BigOf(x)
	case py.FloatType:
		return py.FloatOf(x)
	case py.ComplexType:
		return py.ComplexOf(x)
	case py.StrType:
		s, _ := py.ToStr(x)
		return s.String()
	case py.BytesType:
		b, _ := py.ToBytes(x)
		return syntax.Bytes(b.Bytes())
	case py.TupleType:
		tup, _ := py.ToTuple(x)
		k := make(bytecode.Tuple, len(tup.Items()))
		for i, y := range tup.Items() {
			k[i] = codeConstant(r.constant(y, depth+1))
		}
		return k
	case py.FrozenSetType:
		set, _ := py.ToAnySet(x)
		keys := set.Keys(r.t)
		k := make(bytecode.FrozenSet, len(keys))
		for i, y := range keys {
			k[i] = codeConstant(r.constant(y, depth+1))
		}
		return k
	}
	r.fail(r.t.TypeErr("got an invalid type in Constant: %s", strings.TrimPrefix(x.Type().Name(), "builtins.")))
	return nil
}

// codeConstant turns an item of a constant into the form that code objects
// hold it in.
func codeConstant(k any) any {
	switch k := k.(type) {
	case syntax.NoneType:
		return bytecode.None{}
	case syntax.EllipsisType:
		return bytecode.Ellipsis{}
	case syntax.Bytes:
		return bytecode.Bytes(k)
	}
	return k
}
