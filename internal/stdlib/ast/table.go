// Package ast is the _ast module: the node classes of Python's abstract
// grammar, and the conversion between their objects and syntax trees.
package ast

import (
	"strings"
	"sync"
)

// grammar is the abstract grammar of Python 3.13 (Python Library Reference,
// "ast"): a line per node class, the classes of a sum under its name. "?"
// marks an optional field, "*" a list. A sum or product with "@" has source
// positions, with "@@" such whose end is not optional. Everything about the classes is derived from it.
const grammar = `
mod
 Module(stmt* body, type_ignore* type_ignores)
 Interactive(stmt* body)
 Expression(expr body)
 FunctionType(expr* argtypes, expr returns)
stmt@
 FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
 Return(expr? value)
 Delete(expr* targets)
 Assign(expr* targets, expr value, string? type_comment)
 TypeAlias(expr name, type_param* type_params, expr value)
 AugAssign(expr target, operator op, expr value)
 AnnAssign(expr target, expr annotation, expr? value, int simple)
 For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 While(expr test, stmt* body, stmt* orelse)
 If(expr test, stmt* body, stmt* orelse)
 With(withitem* items, stmt* body, string? type_comment)
 AsyncWith(withitem* items, stmt* body, string? type_comment)
 Match(expr subject, match_case* cases)
 Raise(expr? exc, expr? cause)
 Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 Assert(expr test, expr? msg)
 Import(alias* names)
 ImportFrom(identifier? module, alias* names, int? level)
 Global(identifier* names)
 Nonlocal(identifier* names)
 Expr(expr value)
 Pass
 Break
 Continue
expr@
 BoolOp(boolop op, expr* values)
 NamedExpr(expr target, expr value)
 BinOp(expr left, operator op, expr right)
 UnaryOp(unaryop op, expr operand)
 Lambda(arguments args, expr body)
 IfExp(expr test, expr body, expr orelse)
 Dict(expr* keys, expr* values)
 Set(expr* elts)
 ListComp(expr elt, comprehension* generators)
 SetComp(expr elt, comprehension* generators)
 DictComp(expr key, expr value, comprehension* generators)
 GeneratorExp(expr elt, comprehension* generators)
 Await(expr value)
 Yield(expr? value)
 YieldFrom(expr value)
 Compare(expr left, cmpop* ops, expr* comparators)
 Call(expr func, expr* args, keyword* keywords)
 FormattedValue(expr value, int conversion, expr? format_spec)
 JoinedStr(expr* values)
 Constant(constant value, string? kind)
 Attribute(expr value, identifier attr, expr_context ctx)
 Subscript(expr value, expr slice, expr_context ctx)
 Starred(expr value, expr_context ctx)
 Name(identifier id, expr_context ctx)
 List(expr* elts, expr_context ctx)
 Tuple(expr* elts, expr_context ctx)
 Slice(expr? lower, expr? upper, expr? step)
expr_context
 Load
 Store
 Del
boolop
 And
 Or
operator
 Add
 Sub
 Mult
 MatMult
 Div
 Mod
 Pow
 LShift
 RShift
 BitOr
 BitXor
 BitAnd
 FloorDiv
unaryop
 Invert
 Not
 UAdd
 USub
cmpop
 Eq
 NotEq
 Lt
 LtE
 Gt
 GtE
 Is
 IsNot
 In
 NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler@
 ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg@(identifier arg, expr? annotation, string? type_comment)
keyword@(identifier? arg, expr value)
alias@(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern@@
 MatchValue(expr value)
 MatchSingleton(constant value)
 MatchSequence(pattern* patterns)
 MatchMapping(expr* keys, pattern* patterns, identifier? rest)
 MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
 MatchStar(identifier? name)
 MatchAs(pattern? pattern, identifier? name)
 MatchOr(pattern* patterns)
type_ignore
 TypeIgnore(int lineno, string tag)
type_param@@
 TypeVar(identifier name, expr? bound, expr? default_value)
 ParamSpec(identifier name, expr? default_value)
 TypeVarTuple(identifier name, expr? default_value)
`

// fieldSpec is one field of a node class.
type fieldSpec struct {
	typ, name      string
	optional, list bool
}

// classSpec is one node class.
type classSpec struct {
	name   string
	base   string // the sum it belongs to; "AST" for sums and products
	fields []fieldSpec
	sum    bool
	enum   bool // member of a sum whose members have no fields
	attrs  bool // has source positions; not set for members of a sum
	ends   bool // the end of the source range is required
	doc    string
}

var classSpecs = sync.OnceValue(parseGrammar)

func parseGrammar() []classSpec {
	var list []classSpec
	sum := -1
	for _, line := range strings.Split(strings.TrimSpace(grammar), "\n") {
		member := strings.HasPrefix(line, " ")
		line = strings.TrimSpace(line)
		c := classSpec{base: "AST", doc: strings.ReplaceAll(line, "@", "")}
		name, rest, hasFields := strings.Cut(line, "(")
		name, c.ends = strings.CutSuffix(name, "@@")
		c.name, c.attrs = strings.CutSuffix(name, "@")
		c.attrs = c.attrs || c.ends
		if hasFields {
			for _, f := range strings.Split(strings.TrimSuffix(rest, ")"), ", ") {
				typ, name, _ := strings.Cut(f, " ")
				spec := fieldSpec{name: name}
				typ, spec.optional = strings.CutSuffix(typ, "?")
				spec.typ, spec.list = strings.CutSuffix(typ, "*")
				c.fields = append(c.fields, spec)
			}
		}
		switch {
		case member:
			s := &list[sum]
			c.base = s.name
			sep := "\n" + strings.Repeat(" ", len(s.name)) + " | "
			switch {
			case s.doc == s.name:
				sep = " = "
			case !hasFields && s.enum:
				sep = " | "
			}
			if s.doc == s.name {
				s.enum = !hasFields
			}
			s.doc += sep + c.doc
			c.enum = s.enum
		case !hasFields:
			c.sum = true
			sum = len(list)
		}
		list = append(list, c)
	}
	for i := range list {
		if list[i].sum {
			list[i].enum = false
		}
	}
	return list
}
