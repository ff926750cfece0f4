package compile

import (
	"fmt"
	"math/big"
	"reflect"

	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Validate checks a tree that a program has built by hand, as compile() does
// with the objects of the ast module: every list that needs items has them,
// contexts fit, names are no keywords, positions are ranges. A tree that the
// parser made needs no check; Compile must be given no other unchecked.
func Validate(mod syntax.Mod) *symtab.Error {
	v := &validator{}
	switch m := mod.(type) {
	case *syntax.Module:
		v.stmts(m.Body)
	case *syntax.Interactive:
		v.stmts(m.Body)
	case *syntax.Expression:
		v.expr(m.Body, syntax.Load)
	case *syntax.FunctionType:
		v.exprs(m.ArgTypes, syntax.Load, false)
		v.expr(m.Returns, syntax.Load)
	default:
		v.fail("impossible module node")
	}
	return v.err
}

type validator struct {
	depth int
	err   *symtab.Error
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = &symtab.Error{Kind: "ValueError", Msg: fmt.Sprintf(format, args...)}
	}
}

func (v *validator) typeError(msg string) {
	if v.err == nil {
		v.err = &symtab.Error{Kind: "TypeError", Msg: msg}
	}
}

func (v *validator) deeper() bool {
	v.depth++
	if v.depth > symtab.MaxDepth && v.err == nil {
		v.err = symtab.TooDeep()
	}
	return v.err == nil
}

// absent tells whether an interface holds no node.
func absent(n any) bool {
	if n == nil {
		return true
	}
	r := reflect.ValueOf(n)
	return r.Kind() == reflect.Pointer && r.IsNil()
}

func (v *validator) pos(n syntax.Node) {
	p := n.Span()
	switch {
	case p.Line > p.EndLine:
		v.fail("AST node line range (%d, %d) is not valid", p.Line, p.EndLine)
	case p.Line < 0 && p.EndLine != p.Line || p.Col < 0 && p.Col != p.EndCol:
		v.fail("AST node column range (%d, %d) for line range (%d, %d) is not valid", p.Col, p.EndCol, p.Line, p.EndLine)
	case p.Line == p.EndLine && p.Col > p.EndCol:
		v.fail("line %d, column %d-%d is not a valid range", p.Line, p.Col, p.EndCol)
	}
}

func (v *validator) name(id string) {
	switch id {
	case "None", "True", "False":
		v.fail("identifier field can't represent '%s' constant", id)
	}
}

func (v *validator) nonempty(n int, what, owner string) {
	if n == 0 {
		v.fail("empty %s on %s", what, owner)
	}
}

func (v *validator) body(list []syntax.Stmt, owner string) {
	v.nonempty(len(list), "body", owner)
	v.stmts(list)
}

func (v *validator) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if v.err != nil {
			return
		}
		if absent(s) {
			v.fail("None disallowed in statement list")
			return
		}
		v.stmt(s)
	}
}

func (v *validator) targets(list []syntax.Expr, ctx syntax.ExprContext, owner string) {
	v.nonempty(len(list), "targets", owner)
	v.exprs(list, ctx, false)
}

func (v *validator) exprs(list []syntax.Expr, ctx syntax.ExprContext, nullOK bool) {
	for _, e := range list {
		if v.err != nil {
			return
		}
		if absent(e) {
			if !nullOK {
				v.fail("None disallowed in expression list")
			}
			continue
		}
		v.expr(e, ctx)
	}
}

// opt checks an optional expression.
func (v *validator) opt(e syntax.Expr) {
	if !absent(e) {
		v.expr(e, syntax.Load)
	}
}

func (v *validator) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		if k == nil {
			v.fail("None disallowed in keyword list")
			return
		}
		v.expr(k.Value, syntax.Load)
	}
}

func (v *validator) typeParams(list []syntax.TypeParam) {
	for i := range list {
		p := &list[i]
		v.pos(p)
		v.name(p.Name)
		v.opt(p.Bound)
		v.opt(p.Default)
	}
}

func (v *validator) arguments(a *syntax.Arguments) {
	if a == nil {
		v.fail("None disallowed in arguments")
		return
	}
	check := func(list []*syntax.Arg) {
		for _, p := range list {
			if p == nil {
				v.fail("None disallowed in argument list")
				return
			}
			v.pos(p)
			v.opt(p.Annotation)
		}
	}
	check(a.PosOnly)
	check(a.Args)
	if a.Vararg != nil {
		v.opt(a.Vararg.Annotation)
	}
	check(a.KwOnly)
	if a.Kwarg != nil {
		v.opt(a.Kwarg.Annotation)
	}
	if len(a.Defaults) > len(a.PosOnly)+len(a.Args) {
		v.fail("more positional defaults than args on arguments")
	}
	if len(a.KwDefaults) != len(a.KwOnly) {
		v.fail("length of kwonlyargs is not the same as kw_defaults on arguments")
	}
	v.exprs(a.Defaults, syntax.Load, false)
	v.exprs(a.KwDefaults, syntax.Load, true)
}

func asyncName(async bool, name string) string {
	if async {
		return "Async" + name
	}
	return name
}

func (v *validator) stmt(s syntax.Stmt) {
	if !v.deeper() {
		v.depth--
		return
	}
	defer func() { v.depth-- }()
	v.pos(s)
	switch s := s.(type) {
	case *syntax.FunctionDef:
		v.body(s.Body, asyncName(s.Async, "FunctionDef"))
		v.typeParams(s.TypeParams)
		v.arguments(s.Args)
		v.exprs(s.Decorators, syntax.Load, false)
		v.opt(s.Returns)
	case *syntax.ClassDef:
		v.body(s.Body, "ClassDef")
		v.typeParams(s.TypeParams)
		v.exprs(s.Bases, syntax.Load, false)
		v.keywords(s.Keywords)
		v.exprs(s.Decorators, syntax.Load, false)
	case *syntax.Return:
		v.opt(s.Value)
	case *syntax.Delete:
		v.targets(s.Targets, syntax.Del, "Delete")
	case *syntax.Assign:
		v.targets(s.Targets, syntax.Store, "Assign")
		v.expr(s.Value, syntax.Load)
	case *syntax.AugAssign:
		v.expr(s.Target, syntax.Store)
		v.expr(s.Value, syntax.Load)
		switch s.Target.(type) {
		case *syntax.Name, *syntax.Attribute, *syntax.Subscript:
		default:
			if v.err == nil {
				v.err = &symtab.Error{Kind: "SystemError", Msg: fmt.Sprintf("invalid node type (%T) for augmented assignment", s.Target)}
			}
		}
	case *syntax.AnnAssign:
		if _, ok := s.Target.(*syntax.Name); !ok && s.Simple {
			v.typeError("AnnAssign with simple non-Name target")
		}
		v.expr(s.Target, syntax.Store)
		v.opt(s.Value)
		v.expr(s.Annotation, syntax.Load)
	case *syntax.TypeAlias:
		if _, ok := s.Name.(*syntax.Name); !ok {
			v.typeError("TypeAlias with non-Name name")
			return
		}
		v.expr(s.Name, syntax.Store)
		v.typeParams(s.TypeParams)
		v.expr(s.Value, syntax.Load)
	case *syntax.For:
		v.expr(s.Target, syntax.Store)
		v.expr(s.Iter, syntax.Load)
		v.body(s.Body, asyncName(s.Async, "For"))
		v.stmts(s.Orelse)
	case *syntax.While:
		v.expr(s.Test, syntax.Load)
		v.body(s.Body, "While")
		v.stmts(s.Orelse)
	case *syntax.If:
		v.expr(s.Test, syntax.Load)
		v.body(s.Body, "If")
		v.stmts(s.Orelse)
	case *syntax.With:
		owner := asyncName(s.Async, "With")
		v.nonempty(len(s.Items), "items", owner)
		for _, it := range s.Items {
			v.expr(it.Context, syntax.Load)
			if !absent(it.Target) {
				v.expr(it.Target, syntax.Store)
			}
		}
		v.body(s.Body, owner)
	case *syntax.Match:
		v.expr(s.Subject, syntax.Load)
		v.nonempty(len(s.Cases), "cases", "Match")
		for _, k := range s.Cases {
			v.pattern(k.Pattern, false)
			v.opt(k.Guard)
			v.body(k.Body, "match_case")
		}
	case *syntax.Raise:
		if !absent(s.Exc) {
			v.expr(s.Exc, syntax.Load)
			v.opt(s.Cause)
		} else if !absent(s.Cause) {
			v.fail("Raise with cause but no exception")
		}
	case *syntax.Try:
		v.try(s)
	case *syntax.Assert:
		v.expr(s.Test, syntax.Load)
		v.opt(s.Msg)
	case *syntax.Import:
		v.nonempty(len(s.Names), "names", "Import")
	case *syntax.ImportFrom:
		if s.Level < 0 {
			v.fail("Negative ImportFrom level")
		}
		v.nonempty(len(s.Names), "names", "ImportFrom")
	case *syntax.Global:
		v.nonempty(len(s.Names), "names", "Global")
	case *syntax.Nonlocal:
		v.nonempty(len(s.Names), "names", "Nonlocal")
	case *syntax.ExprStmt:
		v.expr(s.Value, syntax.Load)
	case *syntax.Pass, *syntax.Break, *syntax.Continue:
	default:
		v.fail("unexpected statement")
	}
}

func (v *validator) try(s *syntax.Try) {
	owner := "Try"
	if s.Star {
		owner = "TryStar"
	}
	v.body(s.Body, owner)
	if len(s.Handlers) == 0 && len(s.Finalbody) == 0 {
		v.fail("%s has neither except handlers nor finalbody", owner)
	}
	if len(s.Handlers) == 0 && len(s.Orelse) > 0 {
		v.fail("%s has orelse but no except handlers", owner)
	}
	for _, h := range s.Handlers {
		if h == nil {
			v.fail("None disallowed in handler list")
			return
		}
		v.pos(h)
		v.opt(h.Type)
		v.body(h.Body, "ExceptHandler")
	}
	v.stmts(s.Orelse)
	v.stmts(s.Finalbody)
}

var contextNames = [...]string{syntax.Load: "Load", syntax.Store: "Store", syntax.Del: "Del"}

func (v *validator) expr(e syntax.Expr, ctx syntax.ExprContext) {
	if absent(e) {
		v.fail("required field is missing")
		return
	}
	if !v.deeper() {
		v.depth--
		return
	}
	defer func() { v.depth-- }()
	v.pos(e)
	has, assignable := syntax.Load, true
	switch e := e.(type) {
	case *syntax.Attribute:
		has = e.Ctx
	case *syntax.Subscript:
		has = e.Ctx
	case *syntax.Starred:
		has = e.Ctx
	case *syntax.Name:
		v.name(e.Id)
		has = e.Ctx
	case *syntax.List:
		has = e.Ctx
	case *syntax.Tuple:
		has = e.Ctx
	default:
		assignable = false
	}
	if !assignable && ctx != syntax.Load {
		v.fail("expression which can't be assigned to in %s context", contextNames[ctx])
		return
	}
	if has != ctx {
		if int(has) < len(contextNames) {
			v.fail("expression must have %s context but has %s instead", contextNames[ctx], contextNames[has])
		} else {
			v.fail("unexpected expression context")
		}
		return
	}
	v.children(e, ctx)
}

func (v *validator) children(e syntax.Expr, ctx syntax.ExprContext) {
	load := func(list ...syntax.Expr) {
		for _, x := range list {
			v.expr(x, syntax.Load)
		}
	}
	switch e := e.(type) {
	case *syntax.BoolOp:
		if len(e.Values) < 2 {
			v.fail("BoolOp with less than 2 values")
			return
		}
		v.exprs(e.Values, syntax.Load, false)
	case *syntax.BinOp:
		load(e.Left, e.Right)
	case *syntax.UnaryOp:
		load(e.Operand)
	case *syntax.Lambda:
		v.arguments(e.Args)
		load(e.Body)
	case *syntax.IfExp:
		load(e.Test, e.Body, e.Orelse)
	case *syntax.Dict:
		if len(e.Keys) != len(e.Values) {
			v.fail("Dict doesn't have the same number of keys as values")
			return
		}
		v.exprs(e.Keys, syntax.Load, true)
		v.exprs(e.Values, syntax.Load, false)
	case *syntax.Set:
		v.exprs(e.Elts, syntax.Load, false)
	case *syntax.ListComp:
		v.generators(e.Generators)
		load(e.Elt)
	case *syntax.SetComp:
		v.generators(e.Generators)
		load(e.Elt)
	case *syntax.GeneratorExp:
		v.generators(e.Generators)
		load(e.Elt)
	case *syntax.DictComp:
		v.generators(e.Generators)
		load(e.Key, e.Value)
	case *syntax.Yield:
		v.opt(e.Value)
	case *syntax.YieldFrom:
		load(e.Value)
	case *syntax.Await:
		load(e.Value)
	case *syntax.Compare:
		if len(e.Comparators) == 0 {
			v.fail("Compare with no comparators")
			return
		}
		if len(e.Comparators) != len(e.Ops) {
			v.fail("Compare has a different number of comparators and operands")
			return
		}
		v.exprs(e.Comparators, syntax.Load, false)
		load(e.Left)
	case *syntax.Call:
		load(e.Func)
		v.exprs(e.Args, syntax.Load, false)
		v.keywords(e.Keywords)
	case *syntax.JoinedStr:
		v.exprs(e.Values, syntax.Load, false)
	case *syntax.FormattedValue:
		load(e.Value)
		v.opt(e.FormatSpec)
	case *syntax.Attribute:
		load(e.Value)
	case *syntax.Subscript:
		load(e.Slice, e.Value)
	case *syntax.Starred:
		v.expr(e.Value, ctx)
	case *syntax.List:
		v.exprs(e.Elts, ctx, false)
	case *syntax.Tuple:
		v.exprs(e.Elts, ctx, false)
	case *syntax.Slice:
		v.opt(e.Lower)
		v.opt(e.Upper)
		v.opt(e.Step)
	case *syntax.NamedExpr:
		if e.Target == nil {
			v.typeError("NamedExpr target must be a Name")
			return
		}
		load(e.Value)
	case *syntax.Name, *syntax.Constant:
	default:
		v.fail("unexpected expression")
	}
}

func (v *validator) generators(list []*syntax.Comprehension) {
	if len(list) == 0 {
		v.fail("comprehension with no generators")
	}
	for _, g := range list {
		v.expr(g.Target, syntax.Store)
		v.expr(g.Iter, syntax.Load)
		v.exprs(g.Ifs, syntax.Load, false)
	}
}

func (v *validator) patterns(list []syntax.Pattern, star bool) {
	for _, p := range list {
		v.pattern(p, star)
	}
}

func (v *validator) capture(name string) {
	if name == "_" {
		v.fail("can't capture name '_' in patterns")
	}
	v.name(name)
}

func (v *validator) pattern(p syntax.Pattern, star bool) {
	if absent(p) {
		v.fail("None disallowed in pattern list")
		return
	}
	if !v.deeper() {
		v.depth--
		return
	}
	defer func() { v.depth-- }()
	v.pos(p)
	switch p := p.(type) {
	case *syntax.MatchValue:
		v.literal(p.Value)
	case *syntax.MatchSingleton:
		switch p.Value.(type) {
		case bool, syntax.NoneType:
		default:
			v.fail("MatchSingleton can only contain True, False and None")
		}
	case *syntax.MatchSequence:
		v.patterns(p.Patterns, true)
	case *syntax.MatchMapping:
		if len(p.Keys) != len(p.Patterns) {
			v.fail("MatchMapping doesn't have the same number of keys as patterns")
			return
		}
		if p.Rest != "" {
			v.capture(p.Rest)
		}
		for _, k := range p.Keys {
			if c, ok := k.(*syntax.Constant); ok && c != nil {
				switch c.Value.(type) {
				case bool, syntax.NoneType:
					continue
				}
			}
			v.literal(k)
		}
		v.patterns(p.Patterns, false)
	case *syntax.MatchClass:
		if len(p.KwdAttrs) != len(p.KwdPatterns) {
			v.fail("MatchClass doesn't have the same number of keyword attributes as patterns")
			return
		}
		v.expr(p.Cls, syntax.Load)
		for x := p.Cls; v.err == nil; {
			if a, ok := x.(*syntax.Attribute); ok {
				x = a.Value
				continue
			}
			if _, ok := x.(*syntax.Name); !ok {
				v.fail("MatchClass cls field can only contain Name or Attribute nodes.")
			}
			break
		}
		for _, n := range p.KwdAttrs {
			v.name(n)
		}
		v.patterns(p.Patterns, false)
		v.patterns(p.KwdPatterns, false)
	case *syntax.MatchStar:
		if !star {
			v.fail("can't use MatchStar here")
		}
		if p.Name != "" {
			v.capture(p.Name)
		}
	case *syntax.MatchAs:
		if p.Name != "" {
			v.capture(p.Name)
		}
		if !absent(p.Pattern) {
			if p.Name == "" {
				v.fail("MatchAs must specify a target name if a pattern is given")
			}
			v.pattern(p.Pattern, false)
		}
	case *syntax.MatchOr:
		if len(p.Patterns) < 2 {
			v.fail("MatchOr requires at least 2 patterns")
		}
		v.patterns(p.Patterns, false)
	default:
		v.fail("unexpected pattern")
	}
}

// literal checks the value of a literal pattern.
func (v *validator) literal(e syntax.Expr) {
	v.expr(e, syntax.Load)
	if v.err != nil {
		return
	}
	number := func(e syntax.Expr, real, imag bool) bool {
		k, ok := e.(*syntax.Constant)
		if !ok {
			return false
		}
		switch k.Value.(type) {
		case int64, *big.Int, float64:
			return real
		case complex128:
			return imag
		}
		return false
	}
	signed := func(e syntax.Expr, real, imag bool) bool {
		u, ok := e.(*syntax.UnaryOp)
		return ok && u.Op == syntax.USub && number(u.Operand, real, imag)
	}
	switch e := e.(type) {
	case *syntax.Constant:
		switch e.Value.(type) {
		case string, syntax.Bytes:
			return
		}
		if !number(e, true, true) {
			v.fail("unexpected constant inside of a literal pattern")
		}
		return
	case *syntax.Attribute, *syntax.JoinedStr:
		return
	case *syntax.UnaryOp:
		if signed(e, true, true) {
			return
		}
	case *syntax.BinOp:
		if (e.Op == syntax.Add || e.Op == syntax.Sub) && (number(e.Left, true, false) || signed(e.Left, true, false)) && number(e.Right, false, true) {
			return
		}
	}
	v.fail("patterns may only match literals and attribute lookups")
}
