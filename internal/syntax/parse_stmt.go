package syntax

import "strings"

var augOps = [numKinds]int8{PLUSEQUAL: int8(Add) + 1, MINEQUAL: int8(Sub) + 1, STAREQUAL: int8(Mult) + 1,
	SLASHEQUAL: int8(Div) + 1, PERCENTEQUAL: int8(Mod_) + 1, AMPEREQUAL: int8(BitAnd) + 1,
	VBAREQUAL: int8(BitOr) + 1, CIRCUMFLEXEQUAL: int8(BitXor) + 1, LEFTSHIFTEQUAL: int8(LShift) + 1,
	RIGHTSHIFTEQUAL: int8(RShift) + 1, DOUBLESTAREQUAL: int8(Pow) + 1, DOUBLESLASHEQUAL: int8(FloorDiv) + 1,
	ATEQUAL: int8(MatMult) + 1}

// statement parses one compound statement or one line of simple statements
// and appends to list.
func (p *parser) statement(list []Stmt) []Stmt {
	var s Stmt
	switch p.k {
	case kwIf:
		s = p.ifStmt()
	case kwWhile:
		s = p.whileStmt()
	case kwFor:
		s = p.forStmt(p.here(), false)
	case kwTry:
		s = p.tryStmt()
	case kwWith:
		s = p.withStmt(p.here(), false)
	case kwDef:
		s = p.funcDef(p.here(), nil, false)
	case kwClass:
		s = p.classDef(nil)
	case AT:
		s = p.decorated()
	case kwAsync:
		start := p.here()
		p.next()
		switch p.k {
		case kwDef:
			p.version(5)
			s = p.funcDef(start, nil, true)
		case kwFor:
			p.version(5)
			s = p.forStmt(start, true)
		case kwWith:
			p.version(5)
			s = p.withStmt(start, true)
		default:
			p.fail()
		}
	default:
		if p.k == NAME && p.text() == "match" {
			if m := p.matchStmt(); m != nil {
				return append(list, m)
			}
		}
		return p.simpleStmts(list)
	}
	return push(list, s)
}

func (p *parser) simpleStmts(list []Stmt) []Stmt {
	for {
		list = push(list, p.simpleStmt())
		if p.k != SEMI {
			break
		}
		p.next()
		if p.k == NEWLINE {
			break
		}
	}
	p.expect(NEWLINE)
	return list
}

func (p *parser) block() []Stmt {
	if p.k != NEWLINE {
		return p.simpleStmts(nil)
	}
	p.next()
	p.expect(INDENT)
	p.enter(6)
	var list []Stmt
	for p.k != DEDENT && !p.failed {
		list = p.statement(list)
	}
	p.depth -= 6
	p.expect(DEDENT)
	return list
}

func (p *parser) simpleStmt() Stmt {
	start := p.here()
	switch p.k {
	case kwPass:
		p.next()
		return &Pass{p.span(start)}
	case kwBreak:
		p.next()
		return &Break{p.span(start)}
	case kwContinue:
		p.next()
		return &Continue{p.span(start)}
	case kwReturn:
		p.next()
		var v Expr
		if startsExpr[p.k] || p.k == STAR {
			v = p.starExpressions()
		}
		return &Return{p.span(start), v}
	case kwRaise:
		p.next()
		r := &Raise{}
		if startsExpr[p.k] {
			r.Exc = p.expression()
			if p.accept(kwFrom) {
				r.Cause = p.expression()
			}
		}
		r.Pos = p.span(start)
		return r
	case kwGlobal:
		names := p.nameList()
		return &Global{p.span(start), names}
	case kwNonlocal:
		names := p.nameList()
		return &Nonlocal{p.span(start), names}
	case kwDel:
		return p.delStmt()
	case kwAssert:
		p.next()
		a := &Assert{Test: p.expression()}
		if p.accept(COMMA) {
			a.Msg = p.expression()
		}
		a.Pos = p.span(start)
		return a
	case kwImport:
		return p.importStmt()
	case kwFrom:
		return p.importFrom()
	case kwYield:
		e := p.yieldExpr()
		return &ExprStmt{p.span(start), e}
	case NAME:
		if p.peekAt(1) == NAME && p.text() == "type" {
			return p.typeAlias()
		}
	}
	return p.exprStmt()
}

func (p *parser) nameList() []string {
	p.next()
	names := []string{p.name()}
	for p.accept(COMMA) {
		names = append(names, p.name())
	}
	return names
}

// exprStmt parses an expression statement or any form of assignment.
func (p *parser) exprStmt() Stmt {
	start := p.here()
	startKind := p.k
	e := p.starExpressions()
	switch p.k {
	case EQUAL:
		a := &Assign{}
		for p.k == EQUAL {
			p.store(e)
			a.Targets = append(a.Targets, e)
			p.next()
			e = p.assigned()
		}
		a.Value = e
		if p.k == TYPE_COMMENT {
			a.TypeComment = strings.Clone(p.text())
			p.next()
		}
		a.Pos = p.span(start)
		return a
	case COLON:
		p.scalarTarget(e)
		_, simple := e.(*Name)
		p.version(6)
		p.next()
		ann := p.expression()
		var v Expr
		if p.accept(EQUAL) {
			v = p.assigned()
		}
		return &AnnAssign{p.span(start), e, ann, v, simple && startKind == NAME}
	}
	if op := augOps[p.k]; op != 0 {
		p.scalarTarget(e)
		if Operator(op-1) == MatMult {
			p.version(5)
		}
		p.next()
		v := p.assigned()
		return &AugAssign{p.span(start), e, Operator(op - 1), v}
	}
	return &ExprStmt{p.span(start), e}
}

// scalarTarget makes e the target of an annotated or augmented assignment: a
// name, attribute or subscript.
func (p *parser) scalarTarget(e Expr) {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		p.store(e)
	default:
		p.fail()
	}
}

func (p *parser) delStmt() Stmt {
	start := p.here()
	p.next()
	d := &Delete{}
	for startsExpr[p.k] {
		e := p.binary(1)
		p.setContext(e, Del)
		d.Targets = append(d.Targets, e)
		if !p.accept(COMMA) {
			break
		}
	}
	if len(d.Targets) == 0 || p.k != SEMI && p.k != NEWLINE {
		p.fail()
	}
	d.Pos = p.span(start)
	return d
}

func (p *parser) importStmt() Stmt {
	start := p.here()
	p.next()
	s := &Import{}
	for {
		at := p.here()
		name := p.dottedName()
		s.Names = append(s.Names, p.alias(at, name))
		if !p.accept(COMMA) {
			break
		}
	}
	s.Pos = p.span(start)
	return s
}

func (p *parser) alias(at loc, name string) *Alias {
	a := &Alias{Name: name}
	if p.accept(kwAs) {
		a.AsName = p.name()
	}
	a.Pos = p.span(at)
	return a
}

func (p *parser) dottedName() string {
	s := p.name()
	if p.k != DOT {
		return s
	}
	var b strings.Builder
	b.WriteString(s)
	for p.accept(DOT) {
		b.WriteByte('.')
		b.WriteString(p.name())
	}
	return p.intern(b.String())
}

func (p *parser) importFrom() Stmt {
	start := p.here()
	p.next()
	s := &ImportFrom{}
	for {
		if p.k == DOT {
			s.Level++
		} else if p.k == ELLIPSIS {
			s.Level += 3
		} else {
			break
		}
		p.next()
	}
	if s.Level == 0 || p.k != kwImport {
		s.Module = p.dottedName()
	}
	p.expect(kwImport)
	at := p.here()
	switch p.k {
	case STAR:
		p.next()
		s.Names = []*Alias{{Pos: p.span(at), Name: "*"}}
	case LPAR:
		p.next()
		for {
			at := p.here()
			s.Names = append(s.Names, p.alias(at, p.name()))
			if !p.accept(COMMA) || p.k == RPAR {
				break
			}
		}
		p.expect(RPAR)
	default:
		for {
			at := p.here()
			s.Names = append(s.Names, p.alias(at, p.name()))
			if !p.accept(COMMA) {
				break
			}
		}
		if p.k != NEWLINE && p.k != SEMI {
			p.fail()
		}
	}
	s.Pos = p.span(start)
	return s
}

func (p *parser) typeAlias() Stmt {
	start := p.here()
	p.next()
	at := p.here()
	id := p.name()
	s := &TypeAlias{Name: &Name{p.span(at), id, Store}}
	s.TypeParams = p.typeParams()
	p.expect(EQUAL)
	s.Value = p.expression()
	p.version(12)
	s.Pos = p.span(start)
	return s
}

// typeParams parses an optional PEP 695 parameter list.
func (p *parser) typeParams() []TypeParam {
	if p.k != LSQB {
		return nil
	}
	p.next()
	var list []TypeParam
	for {
		start := p.here()
		t := TypeParam{}
		if p.accept(STAR) {
			t.Kind = TypeVarTuple
		} else if p.accept(DOUBLESTAR) {
			t.Kind = ParamSpec
		}
		t.Name = p.name()
		if t.Kind == TypeVar && p.accept(COLON) {
			t.Bound = p.expression()
		}
		if p.accept(EQUAL) {
			p.version(13)
			if t.Kind == TypeVarTuple {
				t.Default = p.starExpression()
			} else {
				t.Default = p.expression()
			}
		}
		t.Pos = p.span(start)
		list = append(list, t)
		if !p.accept(COMMA) || p.k == RSQB {
			break
		}
	}
	p.expect(RSQB)
	p.version(12)
	return list
}

func (p *parser) ifStmt() Stmt {
	start := p.here()
	p.next()
	first := &If{}
	// The branches of an elif chain nest; all of them end where the last one
	// ends.
	chain := []*If{first}
	starts := []loc{start}
	cur := first
	for {
		cur.Test = p.namedExpr()
		p.expect(COLON)
		cur.Body = p.block()
		if p.k != kwElif {
			break
		}
		n := &If{}
		cur.Orelse = []Stmt{n}
		chain = append(chain, n)
		starts = append(starts, p.here())
		cur = n
		p.enter(1)
		p.next()
	}
	cur.Orelse = p.elseBlock()
	for i, s := range chain {
		s.Pos = p.span(starts[i])
	}
	p.depth -= len(chain) - 1
	return first
}

func (p *parser) elseBlock() []Stmt {
	if p.k != kwElse {
		return nil
	}
	p.next()
	p.expect(COLON)
	return p.block()
}

func (p *parser) whileStmt() Stmt {
	start := p.here()
	p.next()
	s := &While{Test: p.namedExpr()}
	p.expect(COLON)
	s.Body = p.block()
	s.Orelse = p.elseBlock()
	s.Pos = p.span(start)
	return s
}

func (p *parser) forStmt(start loc, async bool) Stmt {
	p.next()
	s := &For{Async: async}
	s.Target = p.targets()
	p.expect(kwIn)
	s.Iter = p.starExpressions()
	p.expect(COLON)
	s.TypeComment = p.typeComment()
	s.Body = p.block()
	s.Orelse = p.elseBlock()
	s.Pos = p.span(start)
	return s
}

func (p *parser) typeComment() string {
	if p.k != TYPE_COMMENT {
		return ""
	}
	s := strings.Clone(p.text())
	p.next()
	return s
}

// withStmt parses a with statement. Parentheses after "with" may enclose the
// items or be part of the first one; the former is tried first.
func (p *parser) withStmt(start loc, async bool) Stmt {
	p.next()
	s := &With{Async: async}
	if p.k == LPAR {
		m := p.mark()
		p.next()
		for {
			s.Items = append(s.Items, p.withItem())
			if !p.accept(COMMA) || p.k == RPAR {
				break
			}
		}
		p.expect(RPAR)
		if p.k != COLON {
			s.Items = nil
			p.reset(m)
		} else {
			p.release()
		}
	}
	if s.Items == nil {
		for {
			s.Items = append(s.Items, p.withItem())
			if !p.accept(COMMA) {
				break
			}
		}
	}
	p.expect(COLON)
	s.TypeComment = p.typeComment()
	s.Body = p.block()
	s.Pos = p.span(start)
	return s
}

func (p *parser) withItem() *WithItem {
	w := &WithItem{Context: p.expression()}
	if p.accept(kwAs) {
		if p.k == STAR {
			w.Target = p.starred()
		} else {
			w.Target = p.binary(1)
		}
		p.store(w.Target)
		if p.k != COMMA && p.k != RPAR && p.k != COLON {
			p.fail()
		}
	}
	return w
}

func (p *parser) tryStmt() Stmt {
	start := p.here()
	p.next()
	p.expect(COLON)
	s := &Try{}
	s.Body = p.block()
	for p.k == kwExcept {
		at := p.here()
		p.next()
		h := &ExceptHandler{}
		star := p.accept(STAR)
		if len(s.Handlers) > 0 && star != s.Star {
			p.fail()
		}
		s.Star = star
		if p.k != COLON {
			h.Type = p.expression()
			if p.accept(kwAs) {
				h.Name = p.name()
			}
		} else if star {
			p.fail()
		} else {
			// A bare except is last among the alternatives, but need not be
			// the last clause here: the compiler says so.
			h.Type = nil
		}
		p.expect(COLON)
		h.Body = p.block()
		h.Pos = p.span(at)
		s.Handlers = append(s.Handlers, h)
	}
	if len(s.Handlers) > 0 {
		s.Orelse = p.elseBlock()
		if s.Star {
			p.version(11)
		}
	}
	if p.k == kwFinally {
		p.next()
		p.expect(COLON)
		s.Finalbody = p.block()
	} else if len(s.Handlers) == 0 {
		p.fail()
	}
	s.Pos = p.span(start)
	return s
}

func (p *parser) decorated() Stmt {
	var decs []Expr
	for p.k == AT {
		p.next()
		decs = append(decs, p.namedExpr())
		p.expect(NEWLINE)
	}
	switch p.k {
	case kwDef:
		return p.funcDef(p.here(), decs, false)
	case kwClass:
		return p.classDef(decs)
	case kwAsync:
		start := p.here()
		p.next()
		if p.k == kwDef {
			p.version(5)
			return p.funcDef(start, decs, true)
		}
	}
	p.fail()
	return nil
}

func (p *parser) funcDef(start loc, decs []Expr, async bool) Stmt {
	p.next()
	f := &FunctionDef{Decorators: decs, Async: async}
	f.Name = p.name()
	f.TypeParams = p.typeParams()
	p.expect(LPAR)
	f.Args = p.params(RPAR, true)
	p.expect(RPAR)
	if p.accept(RARROW) {
		f.Returns = p.expression()
	}
	p.expect(COLON)
	f.TypeComment = p.funcTypeComment()
	f.Body = p.block()
	f.Pos = p.span(start)
	return f
}

// funcTypeComment takes the type comment of a function, which may stand on
// the header's line or alone on the first line of the body.
func (p *parser) funcTypeComment() string {
	if !p.opts.TypeComments {
		return ""
	}
	if p.k == NEWLINE && p.peekAt(1) == TYPE_COMMENT && p.peekAt(2) == NEWLINE && p.peekAt(3) == INDENT {
		p.next()
		return p.typeComment()
	}
	return p.typeComment()
}

func (p *parser) classDef(decs []Expr) Stmt {
	start := p.here()
	p.next()
	c := &ClassDef{Decorators: decs}
	c.Name = p.name()
	c.TypeParams = p.typeParams()
	if p.k == LPAR {
		open := p.here()
		p.next()
		p.arguments(open, &c.Bases, &c.Keywords, false)
	}
	p.expect(COLON)
	c.Body = p.block()
	c.Pos = p.span(start)
	return c
}
