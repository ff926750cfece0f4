package syntax

import "strings"

// Tables over token kinds.
var (
	// startsExpr: tokens that can begin an expression.
	startsExpr = kindSet(NAME, NUMBER, STRING, FSTRING_START, LPAR, LSQB, LBRACE, MINUS, PLUS, TILDE,
		ELLIPSIS, kwNone, kwTrue, kwFalse, kwNot, kwLambda, kwAwait)
	// binPrec: binding strength of binary operators, 0 for other tokens.
	binPrec = [numKinds]uint8{VBAR: 1, CIRCUMFLEX: 2, AMPER: 3, LEFTSHIFT: 4, RIGHTSHIFT: 4, PLUS: 5, MINUS: 5,
		STAR: 6, SLASH: 6, DOUBLESLASH: 6, PERCENT: 6, AT: 6}
	binOps = [numKinds]Operator{VBAR: BitOr, CIRCUMFLEX: BitXor, AMPER: BitAnd, LEFTSHIFT: LShift,
		RIGHTSHIFT: RShift, PLUS: Add, MINUS: Sub, STAR: Mult, SLASH: Div, DOUBLESLASH: FloorDiv,
		PERCENT: Mod_, AT: MatMult}
)

func kindSet(ks ...Kind) (t [numKinds]bool) {
	for _, k := range ks {
		t[k] = true
	}
	return
}

// push appends to a list that may become very long: it doubles it, where
// append would copy more often.
func push[T any](list []T, x T) []T {
	if n := len(list); n == cap(list) && n >= 256 {
		list = append(make([]T, 0, 2*n), list...)
	}
	return append(list, x)
}

// exprList parses item (',' item)* [','] ; more than one item, or a trailing
// comma, makes a Tuple.
func (p *parser) exprList(item func() Expr) Expr {
	start := p.here()
	e := item()
	if p.k != COMMA {
		return e
	}
	return p.tupleTail(start, e, item)
}

func (p *parser) tupleTail(start loc, first Expr, item func() Expr) Expr {
	elts := []Expr{first}
	for p.k == COMMA {
		p.next()
		if !startsExpr[p.k] && p.k != STAR {
			break
		}
		elts = push(elts, item())
	}
	return &Tuple{p.span(start), elts, Load}
}

// starExpressions parses the right side of a statement: a list of
// expressions, some of them starred.
func (p *parser) starExpressions() Expr {
	start := p.here()
	e := p.starExpression()
	if p.k != COMMA {
		return e
	}
	return p.tupleTail(start, e, p.starExpression)
}

func (p *parser) starExpression() Expr {
	if p.k == STAR {
		return p.starred()
	}
	return p.expression()
}

// starred parses '*' bitwise_or.
func (p *parser) starred() Expr {
	start := p.here()
	p.next()
	v := p.binary(1)
	return &Starred{p.span(start), v, Load}
}

func (p *parser) starNamed() Expr {
	if p.k == STAR {
		return p.starred()
	}
	return p.namedExpr()
}

// namedExpr parses NAME ':=' expression or an expression.
func (p *parser) namedExpr() Expr {
	if p.k == NAME && p.peekAt(1) == COLONEQUAL {
		start := p.here()
		id := p.name()
		target := &Name{p.span(start), id, Store}
		p.next()
		v := p.expression()
		p.version(8)
		return &NamedExpr{p.span(start), target, v}
	}
	e := p.expression()
	if p.k == COLONEQUAL {
		p.fail()
	}
	return e
}

// expression parses a conditional expression or lambda.
func (p *parser) expression() Expr {
	if p.k == kwLambda {
		return p.lambda()
	}
	start := p.here()
	body := p.disjunction()
	if p.k != kwIf {
		return body
	}
	p.next()
	test := p.disjunction()
	p.expect(kwElse)
	p.enter(1)
	orelse := p.expression()
	p.depth--
	return &IfExp{p.span(start), test, body, orelse}
}

func (p *parser) yieldExpr() Expr {
	start := p.here()
	p.next()
	if p.accept(kwFrom) {
		v := p.expression()
		return &YieldFrom{p.span(start), v}
	}
	var v Expr
	if startsExpr[p.k] || p.k == STAR {
		v = p.starExpressions()
	}
	return &Yield{p.span(start), v}
}

// assigned parses what may stand right of "=": a yield or a list of expressions.
func (p *parser) assigned() Expr {
	if p.k == kwYield {
		return p.yieldExpr()
	}
	return p.starExpressions()
}

func (p *parser) disjunction() Expr {
	start := p.here()
	e := p.conjunction()
	if p.k != kwOr {
		return e
	}
	vs := []Expr{e}
	for p.accept(kwOr) {
		vs = append(vs, p.conjunction())
	}
	return &BoolOp{p.span(start), Or, vs}
}

func (p *parser) conjunction() Expr {
	start := p.here()
	e := p.inversion()
	if p.k != kwAnd {
		return e
	}
	vs := []Expr{e}
	for p.accept(kwAnd) {
		vs = append(vs, p.inversion())
	}
	return &BoolOp{p.span(start), And, vs}
}

func (p *parser) inversion() Expr {
	if p.k != kwNot {
		return p.comparison()
	}
	start := p.here()
	p.next()
	p.enter(1)
	v := p.inversion()
	p.depth--
	return &UnaryOp{p.span(start), Not, v}
}

func (p *parser) comparison() Expr {
	start := p.here()
	left := p.binary(1)
	op, ok := p.compareOp()
	if !ok {
		return left
	}
	c := &Compare{Left: left}
	for ok {
		c.Ops = append(c.Ops, op)
		c.Comparators = append(c.Comparators, p.binary(1))
		op, ok = p.compareOp()
	}
	c.Pos = p.span(start)
	return c
}

// compareOp consumes a comparison operator.
func (p *parser) compareOp() (CmpOperator, bool) {
	var op CmpOperator
	switch p.k {
	case EQEQUAL:
		op = Eq
	case NOTEQUAL:
		op = NotEq
		if barry := p.text() == "<>"; barry != p.opts.BarryAsFLUFL {
			p.fail()
			return op, false
		}
	case LESS:
		op = Lt
	case LESSEQUAL:
		op = LtE
	case GREATER:
		op = Gt
	case GREATEREQUAL:
		op = GtE
	case kwIn:
		op = In
	case kwIs:
		p.next()
		if p.k == kwNot {
			p.next()
			return IsNot, true
		}
		return Is, true
	case kwNot:
		if p.peekAt(1) != kwIn {
			return op, false
		}
		p.next()
		op = NotIn
	default:
		return op, false
	}
	p.next()
	return op, true
}

// binary parses operators that bind at least as strongly as prec.
func (p *parser) binary(prec uint8) Expr {
	start := p.here()
	left := p.factor()
	for links := 1; ; links++ {
		n := binPrec[p.k]
		if n < prec || n == 0 {
			return left
		}
		p.link(links)
		op := binOps[p.k]
		if op == MatMult {
			p.version(5)
		}
		p.next()
		right := p.binary(n + 1)
		left = &BinOp{p.span(start), left, op, right}
	}
}

func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.k {
	case MINUS:
		op = USub
	case PLUS:
		op = UAdd
	case TILDE:
		op = Invert
	default:
		start := p.here()
		left := p.awaitPrimary()
		if p.k != DOUBLESTAR {
			return left
		}
		p.next()
		p.enter(2)
		right := p.factor()
		p.depth -= 2
		return &BinOp{p.span(start), left, Pow, right}
	}
	start := p.here()
	p.next()
	p.enter(1)
	v := p.factor()
	p.depth--
	return &UnaryOp{p.span(start), op, v}
}

func (p *parser) awaitPrimary() Expr {
	if p.k != kwAwait {
		return p.primary()
	}
	start := p.here()
	p.next()
	v := p.primary()
	p.version(5)
	return &Await{p.span(start), v}
}

// primary parses an atom and its attributes, subscripts and calls.
func (p *parser) primary() Expr {
	start := p.here()
	e := p.atom()
	for links := 1; ; links++ {
		p.link(links)
		switch p.k {
		case DOT:
			p.next()
			id := p.name()
			e = &Attribute{p.span(start), e, id, Load}
		case LSQB:
			p.next()
			s := p.slices()
			p.expect(RSQB)
			e = &Subscript{p.span(start), e, s, Load}
		case LPAR:
			e = p.call(start, e)
		default:
			return e
		}
	}
}

func (p *parser) call(start loc, fn Expr) Expr {
	open := p.here()
	c := &Call{Func: fn}
	p.next()
	p.arguments(open, &c.Args, &c.Keywords, true)
	c.Pos = p.span(start)
	return c
}

// arguments parses call arguments up to and including the ")". open is the
// "(" token; only a call may have a bare generator expression.
func (p *parser) arguments(open loc, args *[]Expr, kws *[]*Keyword, isCall bool) {
	sawKw, sawDouble := false, false
	for p.k != RPAR && !p.failed {
		start := p.here()
		switch {
		case p.k == STAR:
			if sawDouble {
				p.fail()
				return
			}
			p.next()
			v := p.expression()
			*args = append(*args, &Starred{p.span(start), v, Load})
		case p.k == DOUBLESTAR:
			p.next()
			v := p.expression()
			*kws = append(*kws, &Keyword{p.span(start), "", v})
			sawKw, sawDouble = true, true
		case p.k == NAME && p.peekAt(1) == EQUAL:
			id := p.name()
			p.next()
			v := p.expression()
			*kws = append(*kws, &Keyword{p.span(start), id, v})
			sawKw = true
		default:
			if sawKw {
				p.fail()
				return
			}
			e := p.namedExpr()
			if p.k == kwFor || p.k == kwAsync {
				gens := p.comprehension()
				if !isCall || len(*args) > 0 || p.k != RPAR {
					p.fail()
					return
				}
				p.next()
				*args = append(*args, &GeneratorExp{p.span(open), e, gens})
				return
			}
			*args = append(*args, e)
		}
		if p.k != COMMA {
			break
		}
		p.next()
	}
	p.expect(RPAR)
}

// slices parses the inside of a subscript.
func (p *parser) slices() Expr {
	start := p.here()
	star := p.k == STAR
	e := p.slice()
	if p.k != COMMA && !star {
		return e
	}
	elts := []Expr{e}
	for p.k == COMMA {
		p.next()
		if p.k == RSQB {
			break
		}
		elts = append(elts, p.slice())
	}
	return &Tuple{p.span(start), elts, Load}
}

func (p *parser) slice() Expr {
	start := p.here()
	var lower, upper, step Expr
	switch p.k {
	case STAR:
		p.next()
		v := p.expression()
		return &Starred{p.span(start), v, Load}
	case COLON:
	default:
		named := p.k == NAME && p.peekAt(1) == COLONEQUAL
		lower = p.namedExpr()
		if p.k != COLON || named {
			return lower
		}
	}
	p.expect(COLON)
	if startsExpr[p.k] {
		upper = p.expression()
	}
	if p.accept(COLON) {
		if startsExpr[p.k] {
			step = p.expression()
		}
	}
	return &Slice{p.span(start), lower, upper, step}
}

func (p *parser) atom() Expr {
	start := p.here()
	switch p.k {
	case NAME:
		id := p.name()
		switch p.k {
		case PLUS, MINUS, STAR, LSQB:
			if id == "print" || id == "exec" {
				p.suspect = true
			}
		}
		return &Name{p.span(start), id, Load}
	case NUMBER:
		return p.number()
	case STRING, FSTRING_START:
		return p.strings()
	case LPAR:
		return p.paren()
	case LSQB:
		return p.listDisplay()
	case LBRACE:
		return p.braceDisplay()
	case kwNone:
		p.next()
		return &Constant{p.span(start), NoneType{}, ""}
	case kwTrue:
		p.next()
		return &Constant{p.span(start), true, ""}
	case kwFalse:
		p.next()
		return &Constant{p.span(start), false, ""}
	case ELLIPSIS:
		p.next()
		return &Constant{p.span(start), EllipsisType{}, ""}
	}
	p.fail()
	return nil
}

// nest counts the rules between an expression and an expression inside its
// brackets.
const nest = 22

// paren parses what starts with "(": a tuple, a parenthesised expression or a
// generator expression.
func (p *parser) paren() Expr {
	start := p.here()
	p.next()
	switch p.k {
	case RPAR:
		p.next()
		return &Tuple{p.span(start), nil, Load}
	case kwYield:
		e := p.yieldExpr()
		p.expect(RPAR)
		return e
	}
	p.enter(nest)
	star := p.k == STAR
	e := p.starNamed()
	switch {
	case p.k == COMMA:
		e = p.tupleTail(start, e, p.starNamed)
		p.expect(RPAR)
		if t, ok := e.(*Tuple); ok {
			t.Pos = p.span(start)
		}
	case (p.k == kwFor || p.k == kwAsync) && !star:
		gens := p.comprehension()
		p.expect(RPAR)
		e = &GeneratorExp{p.span(start), e, gens}
	case star:
		p.fail()
	default:
		p.expect(RPAR)
	}
	p.depth -= nest
	return e
}

func (p *parser) listDisplay() Expr {
	start := p.here()
	p.next()
	if p.accept(RSQB) {
		return &List{p.span(start), nil, Load}
	}
	p.enter(nest)
	defer func() { p.depth -= nest }()
	star := p.k == STAR
	e := p.starNamed()
	if (p.k == kwFor || p.k == kwAsync) && !star {
		gens := p.comprehension()
		p.expect(RSQB)
		return &ListComp{p.span(start), e, gens}
	}
	elts := append(make([]Expr, 0, 4), e)
	for p.k == COMMA {
		p.next()
		if p.k == RSQB {
			break
		}
		elts = push(elts, p.starNamed())
	}
	p.expect(RSQB)
	return &List{p.span(start), elts, Load}
}

// braceDisplay parses dict and set displays and comprehensions.
func (p *parser) braceDisplay() Expr {
	start := p.here()
	p.next()
	if p.accept(RBRACE) {
		return &Dict{Pos: p.span(start)}
	}
	p.enter(nest)
	defer func() { p.depth -= nest }()
	if p.k == DOUBLESTAR {
		p.next()
		v := p.binary(1)
		return p.dictTail(start, nil, v)
	}
	star := p.k == STAR
	named := p.k == NAME && p.peekAt(1) == COLONEQUAL
	e := p.starNamed()
	if p.k == COLON && !star && !named {
		p.next()
		v := p.expression()
		if p.k == kwFor || p.k == kwAsync {
			gens := p.comprehension()
			p.expect(RBRACE)
			return &DictComp{p.span(start), e, v, gens}
		}
		return p.dictTail(start, e, v)
	}
	if (p.k == kwFor || p.k == kwAsync) && !star {
		gens := p.comprehension()
		p.expect(RBRACE)
		return &SetComp{p.span(start), e, gens}
	}
	elts := []Expr{e}
	for p.k == COMMA {
		p.next()
		if p.k == RBRACE {
			break
		}
		elts = push(elts, p.starNamed())
	}
	p.expect(RBRACE)
	return &Set{p.span(start), elts}
}

func (p *parser) dictTail(start loc, key, value Expr) Expr {
	d := &Dict{Keys: []Expr{key}, Values: []Expr{value}}
	for p.k == COMMA {
		p.next()
		if p.k == RBRACE {
			break
		}
		if p.accept(DOUBLESTAR) {
			d.Keys = append(d.Keys, nil)
			d.Values = append(d.Values, p.binary(1))
			continue
		}
		d.Keys = push(d.Keys, p.expression())
		p.expect(COLON)
		d.Values = push(d.Values, p.expression())
	}
	p.expect(RBRACE)
	d.Pos = p.span(start)
	return d
}

// comprehension parses one or more "for" clauses.
func (p *parser) comprehension() []*Comprehension {
	var gens []*Comprehension
	for p.k == kwFor || p.k == kwAsync {
		c := &Comprehension{}
		if p.accept(kwAsync) {
			c.Async = true
			p.version(6)
		}
		p.expect(kwFor)
		c.Target = p.targets()
		p.expect(kwIn)
		c.Iter = p.disjunction()
		for p.accept(kwIf) {
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		gens = append(gens, c)
	}
	return gens
}

// targets parses the assignment targets of a for clause.
func (p *parser) targets() Expr {
	start := p.here()
	item := func() Expr {
		if p.k == STAR {
			return p.starred()
		}
		return p.binary(1)
	}
	e := item()
	if p.k == COMMA {
		e = p.tupleTail(start, e, item)
	}
	p.store(e)
	return e
}

// store makes e an assignment target, or fails.
func (p *parser) store(e Expr) { p.setContext(e, Store) }

// setContext gives e, which was parsed as an expression, the context of a
// target. Only targets have one; for any other expression it fails.
func (p *parser) setContext(e Expr, ctx ExprContext) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		if ctx == Del {
			p.fail()
			return
		}
		e.Ctx = ctx
		p.setContext(e.Value, ctx)
	case *Tuple:
		e.Ctx = ctx
		for _, x := range e.Elts {
			p.setContext(x, ctx)
		}
	case *List:
		e.Ctx = ctx
		for _, x := range e.Elts {
			p.setContext(x, ctx)
		}
	default:
		p.fail()
	}
}

func (p *parser) lambda() Expr {
	start := p.here()
	p.next()
	outer := p.inLambda
	p.inLambda = true
	args := p.params(COLON, false)
	p.inLambda = outer
	p.expect(COLON)
	p.enter(2)
	body := p.expression()
	p.depth -= 2
	return &Lambda{p.span(start), args, body}
}

// params parses a parameter list up to the token end, which stays. Only a
// function's parameters have annotations.
func (p *parser) params(end Kind, annotated bool) *Arguments {
	a := &Arguments{}
	star, slash := false, false
	for p.k != end && !p.failed {
		switch p.k {
		case SLASH:
			if slash || star || len(a.Args) == 0 {
				p.fail()
				return a
			}
			slash = true
			p.version(8)
			a.PosOnly, a.Args = a.Args, nil
			p.next()
		case STAR:
			if star {
				p.fail()
				return a
			}
			star = true
			p.next()
			if p.k == NAME {
				a.Vararg = p.param(annotated, true)
			} else if p.k != COMMA || p.peekAt(1) != NAME {
				p.fail()
				return a
			}
		case DOUBLESTAR:
			p.next()
			a.Kwarg = p.param(annotated, false)
			if p.k == EQUAL {
				p.fail()
			}
			p.accept(COMMA)
			p.paramTypeComment(a.Kwarg)
			if p.k != end {
				p.fail()
			}
			return a
		default:
			arg := p.param(annotated, false)
			var def Expr
			if p.accept(EQUAL) {
				def = p.expression()
			}
			if star {
				a.KwOnly = append(a.KwOnly, arg)
				a.KwDefaults = append(a.KwDefaults, def)
			} else {
				a.Args = append(a.Args, arg)
				if def != nil {
					a.Defaults = append(a.Defaults, def)
				} else if len(a.Defaults) > 0 {
					p.fail()
				}
			}
			if p.k == TYPE_COMMENT {
				p.paramTypeComment(arg)
				if p.k != end {
					p.fail()
				}
				return a
			}
			if p.k == COMMA {
				p.next()
				p.paramTypeComment(arg)
				continue
			}
		}
		if p.k == TYPE_COMMENT && a.Vararg != nil && len(a.KwOnly) == 0 {
			p.paramTypeComment(a.Vararg)
			if p.k != end {
				p.fail()
			}
			return a
		}
		if p.k != COMMA {
			break
		}
		p.next()
		if p.k == TYPE_COMMENT && a.Vararg != nil && len(a.KwOnly) == 0 {
			p.paramTypeComment(a.Vararg)
		}
	}
	return a
}

func (p *parser) paramTypeComment(a *Arg) {
	if p.k == TYPE_COMMENT && a != nil && !p.inLambda {
		a.TypeComment = strings.Clone(p.text())
		p.next()
	}
}

// param parses one parameter name with its annotation; that of *args may be starred.
func (p *parser) param(annotated, starAnnotation bool) *Arg {
	start := p.here()
	a := &Arg{Name: p.name()}
	if annotated && p.accept(COLON) {
		if starAnnotation {
			a.Annotation = p.starExpression()
		} else {
			a.Annotation = p.expression()
		}
	}
	a.Pos = p.span(start)
	return a
}
