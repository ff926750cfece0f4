package compile

import (
	"testing"

	"github.com/coachwhip/coachwhip/internal/syntax"
)

func TestValidate(t *testing.T) {
	load := func() *syntax.Name { return &syntax.Name{Id: "x"} }
	store := func() *syntax.Name { return &syntax.Name{Id: "x", Ctx: syntax.Store} }
	pass := []syntax.Stmt{&syntax.Pass{}}
	expr := func(e syntax.Expr) syntax.Stmt { return &syntax.ExprStmt{Value: e} }
	one := &syntax.Constant{Value: int64(1)}
	match := func(p syntax.Pattern) syntax.Stmt {
		return &syntax.Match{Subject: load(), Cases: []*syntax.MatchCase{{Pattern: p, Body: pass}}}
	}
	for _, k := range []struct {
		stmt syntax.Stmt
		want string
	}{
		{expr(load()), ""},
		{expr(store()), "expression must have Load context but has Store instead"},
		{expr(nil), "required field is missing"},
		{&syntax.Assign{Value: one}, "empty targets on Assign"},
		{&syntax.Assign{Targets: []syntax.Expr{nil}, Value: one}, "None disallowed in expression list"},
		{&syntax.Assign{Targets: []syntax.Expr{one}, Value: one}, "expression which can't be assigned to in Store context"},
		{&syntax.FunctionDef{Name: "f", Args: &syntax.Arguments{}}, "empty body on FunctionDef"},
		{&syntax.FunctionDef{Name: "f", Async: true, Args: &syntax.Arguments{}}, "empty body on AsyncFunctionDef"},
		{&syntax.FunctionDef{Name: "f", Args: &syntax.Arguments{Defaults: []syntax.Expr{one}}, Body: pass}, "more positional defaults than args on arguments"},
		{&syntax.FunctionDef{Name: "f", Args: &syntax.Arguments{KwDefaults: []syntax.Expr{one}}, Body: pass}, "length of kwonlyargs is not the same as kw_defaults on arguments"},
		{&syntax.Try{Body: pass}, "Try has neither except handlers nor finalbody"},
		{&syntax.Try{Body: pass, Orelse: pass, Finalbody: pass, Star: true}, "TryStar has orelse but no except handlers"},
		{&syntax.Raise{Cause: one}, "Raise with cause but no exception"},
		{expr(&syntax.BoolOp{Values: []syntax.Expr{one}}), "BoolOp with less than 2 values"},
		{expr(&syntax.Dict{Values: []syntax.Expr{one}}), "Dict doesn't have the same number of keys as values"},
		{expr(&syntax.Compare{Left: one, Ops: []syntax.CmpOperator{syntax.In}}), "Compare with no comparators"},
		{expr(&syntax.ListComp{Elt: one}), "comprehension with no generators"},
		{expr(&syntax.Name{Id: "None"}), "identifier field can't represent 'None' constant"},
		{expr(&syntax.Name{Id: "x", Pos: syntax.Pos{Line: 2, EndLine: 1}}), "AST node line range (2, 1) is not valid"},
		{expr(&syntax.Name{Id: "x", Pos: syntax.Pos{Line: 1, EndLine: 1, Col: 3, EndCol: 1}}), "line 1, column 3-1 is not a valid range"},
		{&syntax.ImportFrom{Level: -1, Names: []*syntax.Alias{{Name: "x"}}}, "Negative ImportFrom level"},
		{match(&syntax.MatchOr{}), "MatchOr requires at least 2 patterns"},
		{match(&syntax.MatchAs{Name: "_"}), "can't capture name '_' in patterns"},
		{match(&syntax.MatchStar{}), "can't use MatchStar here"},
		{match(&syntax.MatchValue{Value: &syntax.Constant{Value: true}}), "unexpected constant inside of a literal pattern"},
		{match(&syntax.MatchValue{Value: load()}), "patterns may only match literals and attribute lookups"},
		{match(&syntax.MatchAs{Name: "a"}), ""},
	} {
		err := Validate(&syntax.Module{Body: []syntax.Stmt{k.stmt}})
		got := ""
		if err != nil {
			got = err.Msg
		}
		if got != k.want {
			t.Errorf("got %q, want %q", got, k.want)
		}
	}
}
