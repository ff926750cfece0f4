package symtab

import "github.com/coachwhip/coachwhip/internal/syntax"

func (b *builder) exprs(list []syntax.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *builder) expr(e syntax.Expr) {
	if e == nil || b.err != nil {
		return
	}
	if !b.deeper() {
		b.depth--
		return
	}
	switch e := e.(type) {
	case *syntax.Name:
		flag := Use
		if e.Ctx != syntax.Load {
			flag = DefLocal
		}
		b.def(e.Id, flag, e.Pos)
		if e.Ctx == syntax.Load && e.Id == "super" && b.cur.FunctionLike() {
			b.def("__class__", Use, e.Pos)
		}
	case *syntax.Constant:
	case *syntax.Attribute:
		b.expr(e.Value)
	case *syntax.Call:
		b.expr(e.Func)
		b.exprs(e.Args)
		for _, k := range e.Keywords {
			b.expr(k.Value)
		}
	case *syntax.BinOp:
		b.binop(e)
	case *syntax.UnaryOp:
		b.expr(e.Operand)
	case *syntax.BoolOp:
		b.exprs(e.Values)
	case *syntax.Compare:
		b.expr(e.Left)
		b.exprs(e.Comparators)
	case *syntax.Subscript:
		b.expr(e.Value)
		b.expr(e.Slice)
	case *syntax.Slice:
		b.expr(e.Lower)
		b.expr(e.Upper)
		b.expr(e.Step)
	case *syntax.Starred:
		b.expr(e.Value)
	case *syntax.List:
		b.exprs(e.Elts)
	case *syntax.Tuple:
		b.exprs(e.Elts)
	case *syntax.Set:
		b.exprs(e.Elts)
	case *syntax.Dict:
		for i := range e.Keys {
			b.expr(e.Keys[i])
		}
		b.exprs(e.Values)
	case *syntax.IfExp:
		b.expr(e.Test)
		b.expr(e.Body)
		b.expr(e.Orelse)
	case *syntax.JoinedStr:
		b.exprs(e.Values)
	case *syntax.FormattedValue:
		b.expr(e.Value)
		b.expr(e.FormatSpec)
	case *syntax.NamedExpr:
		b.namedExpr(e)
	case *syntax.Lambda:
		b.defaults(e.Args)
		b.enter("lambda", Function, e, Body, e.Pos)
		b.params(e.Args)
		b.expr(e.Body)
		b.leave()
	case *syntax.ListComp:
		b.comprehension(e, "listcomp", ListComp, e.Generators, e.Elt, nil)
	case *syntax.SetComp:
		b.comprehension(e, "setcomp", SetComp, e.Generators, e.Elt, nil)
	case *syntax.DictComp:
		b.comprehension(e, "dictcomp", DictComp, e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		b.comprehension(e, "genexpr", GenExp, e.Generators, e.Elt, nil)
	case *syntax.Await:
		if b.annotationForbids("await expression", e) {
			break
		}
		b.expr(e.Value)
		b.cur.Coroutine = true
	case *syntax.Yield:
		if b.annotationForbids("yield expression", e) {
			break
		}
		b.expr(e.Value)
		b.cur.Generator = true
		b.yieldInComprehension(e)
	case *syntax.YieldFrom:
		if b.annotationForbids("yield expression", e) {
			break
		}
		b.expr(e.Value)
		b.cur.Generator = true
		b.yieldInComprehension(e)
	}
	b.depth--
}

// binop walks a chain of left operands without recursion.
func (b *builder) binop(e *syntax.BinOp) {
	var chain []*syntax.BinOp
	var left syntax.Expr = e
	for {
		op, ok := left.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, op)
		left = op.Left
	}
	b.expr(left)
	for i := len(chain) - 1; i >= 0; i-- {
		b.expr(chain[i].Right)
	}
}

// annotationForbids raises the error for an expression that the scopes of
// annotations and type parameters do not allow.
func (b *builder) annotationForbids(what string, e syntax.Expr) bool {
	where := ""
	switch b.cur.Kind {
	case Annotation:
		where = "an annotation"
	case TypeVariable:
		where = b.cur.info
	case TypeAlias:
		where = "a type alias"
	case TypeParameters:
		where = "the definition of a generic"
	default:
		return false
	}
	b.fail(Syntaxf(e.Span(), "%s cannot be used within %s", what, where))
	return true
}

func (b *builder) yieldInComprehension(e syntax.Expr) {
	where := ""
	switch b.cur.Comp {
	case NoComp:
		return
	case ListComp:
		where = "list comprehension"
	case SetComp:
		where = "set comprehension"
	case DictComp:
		where = "dict comprehension"
	case GenExp:
		where = "generator expression"
	}
	b.fail(Syntaxf(e.Span(), "'yield' inside %s", where))
}

func (b *builder) namedExpr(e *syntax.NamedExpr) {
	if b.annotationForbids("named expression", e) {
		return
	}
	if b.cur.compIterExpr > 0 {
		b.fail(Syntaxf(e.Pos, "assignment expression cannot be used in a comprehension iterable expression"))
		return
	}
	if b.cur.Comp != NoComp {
		b.walrusInComprehension(e.Target)
	}
	// The binding happens in the frame that runs this block; marking every
	// block up to there is enough to find it whatever gets inlined.
	for s := b.cur; s != nil; s = s.Parent {
		s.HasWalrus = true
		if s.Comp == NoComp {
			break
		}
	}
	b.expr(e.Value)
	b.expr(e.Target)
}

// walrusInComprehension makes the target a variable of the block around the
// comprehensions (PEP 572).
func (b *builder) walrusInComprehension(target *syntax.Name) {
	name := target.Id
	for s := b.cur; s != nil; s = s.Parent {
		if s.Comp != NoComp {
			if sym := s.Lookup(s.Mangle(name)); sym != nil && sym.Flags&DefCompIter != 0 && sym.Flags&DefLocal != 0 {
				b.fail(Syntaxf(target.Pos, "assignment expression cannot rebind comprehension iteration variable '%s'", name))
				return
			}
			continue
		}
		switch s.Kind {
		case Function:
			flag := DefNonlocal
			if sym := s.Lookup(s.Mangle(name)); sym != nil && sym.Flags&DefGlobal != 0 {
				flag = DefGlobal
			}
			b.def(name, flag, target.Pos)
			b.cur.directive(name, target.Pos)
			b.defIn(s, name, DefLocal, target.Pos)
		case Module:
			b.def(name, DefGlobal, target.Pos)
			b.cur.directive(name, target.Pos)
			b.defIn(s, name, DefGlobal, target.Pos)
		case Class:
			b.fail(Syntaxf(target.Pos, "assignment expression within a comprehension cannot be used in a class body"))
		case TypeParameters:
			b.fail(Syntaxf(target.Pos, "assignment expression within a comprehension cannot be used within the definition of a generic"))
		case TypeAlias:
			b.fail(Syntaxf(target.Pos, "assignment expression within a comprehension cannot be used in a type alias"))
		case TypeVariable:
			b.fail(Syntaxf(target.Pos, "assignment expression within a comprehension cannot be used in a TypeVar bound"))
		default:
			continue
		}
		return
	}
}

func (b *builder) comprehension(e syntax.Expr, name string, kind CompKind, gens []*syntax.Comprehension, elt, value syntax.Expr) {
	if len(gens) == 0 {
		b.fail(&Error{Kind: "ValueError", Msg: "comprehension with no generators"})
		return
	}
	outer := gens[0]
	b.cur.compIterExpr++
	b.expr(outer.Iter)
	b.cur.compIterExpr--
	s := b.enter(name, Function, e, Body, e.Span())
	s.Comp = kind
	s.Coroutine = outer.Async
	b.def(".0", DefParam, e.Span())
	s.compIterTarget = true
	b.expr(outer.Target)
	s.compIterTarget = false
	b.exprs(outer.Ifs)
	for _, g := range gens[1:] {
		s.compIterTarget = true
		b.expr(g.Target)
		s.compIterTarget = false
		s.compIterExpr++
		b.expr(g.Iter)
		s.compIterExpr--
		b.exprs(g.Ifs)
		if g.Async {
			s.Coroutine = true
		}
	}
	b.expr(value)
	b.expr(elt)
	s.Generator = kind == GenExp
	async := s.Coroutine && kind != GenExp
	b.leave()
	if async {
		b.cur.Coroutine = true
	}
}
