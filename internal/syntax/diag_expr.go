package syntax

import "strings"

// exprName says what kind of expression e is, for messages.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Constant:
		switch v := e.Value.(type) {
		case NoneType:
			return "None"
		case bool:
			return pick(v, "True", "False")
		case EllipsisType:
			return "ellipsis"
		}
		return "literal"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}

// Kinds of targets that an expression may be meant as.
const (
	assignTargets = iota
	delTargets
	forTargets
)

// invalidTarget finds the first part of e that cannot be a target.
func invalidTarget(e Expr, kind int) Expr {
	switch e := e.(type) {
	case nil:
		return nil
	case *List:
		return firstInvalid(e.Elts, kind)
	case *Tuple:
		return firstInvalid(e.Elts, kind)
	case *Starred:
		if kind == delTargets {
			return e
		}
		return invalidTarget(e.Value, kind)
	case *Compare:
		// "for x in y": the comparison was meant as the loop's header.
		if kind == forTargets {
			if e.Ops[0] == In {
				return invalidTarget(e.Left, kind)
			}
			return nil
		}
		return e
	case *Name, *Subscript, *Attribute:
		return nil
	}
	return e
}

func firstInvalid(elts []Expr, kind int) Expr {
	for _, x := range elts {
		if bad := invalidTarget(x, kind); bad != nil {
			return bad
		}
	}
	return nil
}

// raiseTarget reports the part of e that cannot be a target, if there is one.
func (g *diag) raiseTarget(e Expr, kind int) bool {
	bad := invalidTarget(e, kind)
	if bad == nil {
		return false
	}
	verb := "assign to "
	if kind == delTargets {
		verb = "delete "
	}
	return g.raisePos(bad.Span(), "cannot "+verb+exprName(bad))
}

// alt tries alternatives that yield an expression.
func (g *diag) alt(f func() Expr) Expr {
	var e Expr
	if g.seq(func() bool { e = f(); return e != nil }) {
		return e
	}
	return nil
}

// tupleOf parses item (',' item)* [','], giving a Tuple if there is a comma.
func (g *diag) tupleOf(item func() Expr) Expr {
	start := g.pos
	e := item()
	if e == nil {
		return nil
	}
	elts := []Expr{e}
	for {
		x := g.alt(func() Expr {
			if !g.tk(COMMA) {
				return nil
			}
			return item()
		})
		if x == nil {
			break
		}
		elts = append(elts, x)
	}
	comma := g.tk(COMMA)
	if g.err != nil {
		return nil
	}
	if len(elts) == 1 && !comma {
		return e
	}
	return &Tuple{g.span(start), elts, Load}
}

func (g *diag) expressions() Expr     { return g.tupleOf(g.expression) }
func (g *diag) starExpressions() Expr { return g.tupleOf(g.starExpression) }

func (g *diag) starExpression() Expr {
	return g.remember(ruleStarExpression, func() Expr {
		if e := g.alt(g.starBitOr); e != nil {
			return e
		}
		return g.expression()
	})
}

// starBitOr parses '*' bitwise_or.
func (g *diag) starBitOr() Expr {
	start := g.pos
	if !g.tk(STAR) {
		return nil
	}
	v := g.bitOr()
	if v == nil {
		return nil
	}
	return &Starred{g.span(start), v, Load}
}

func (g *diag) starNamed() Expr {
	if e := g.alt(g.starBitOr); e != nil {
		return e
	}
	return g.namedExpr()
}

// starNameds parses a list of starNamed with an optional trailing comma.
func (g *diag) starNameds() []Expr {
	var elts []Expr
	if !g.list(func() bool {
		e := g.starNamed()
		if e != nil {
			elts = append(elts, e)
		}
		return e != nil
	}) {
		return nil
	}
	g.tk(COMMA)
	return elts
}

func (g *diag) yieldExpr() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if !g.tk(kwYield) || !g.tk(kwFrom) {
			return nil
		}
		if g.expression() == nil {
			return nil
		}
		return &YieldFrom{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	return g.alt(func() Expr {
		if !g.tk(kwYield) {
			return nil
		}
		g.alt(g.starExpressions)
		return &Yield{Pos: g.span(start)}
	})
}

func (g *diag) assigned() Expr {
	if e := g.yieldExpr(); e != nil {
		return e
	}
	return g.starExpressions()
}

// walrus parses NAME ':=' expression.
func (g *diag) walrus() Expr {
	start := g.pos
	return g.alt(func() Expr {
		if !g.tk(NAME) || !g.tk(COLONEQUAL) || g.expression() == nil || !g.version(8, "Assignment expressions are") {
			return nil
		}
		return &NamedExpr{Pos: g.span(start)}
	})
}

func (g *diag) namedExpr() Expr {
	if e := g.walrus(); e != nil {
		return e
	}
	if g.explain {
		g.mistakenNamed()
	}
	return g.alt(func() Expr {
		e := g.expression()
		if e == nil || !g.isNot(COLONEQUAL) {
			return nil
		}
		return e
	})
}

// mistakenNamed looks for "=" where a condition or element is expected.
func (g *diag) mistakenNamed() {
	g.remember(ruleInvalidNamed, func() Expr {
		g.seq(func() bool {
			a := g.expression()
			return a != nil && g.tk(COLONEQUAL) && g.expression() != nil &&
				g.raisePos(a.Span(), "cannot use assignment expressions with "+exprName(a))
		})
		notAgain := func() bool { return g.isNot(EQUAL) && g.isNot(COLONEQUAL) }
		g.seq(func() bool {
			start := g.pos
			if !g.tk(NAME) || !g.tk(EQUAL) {
				return false
			}
			b := g.bitOr()
			return b != nil && notAgain() &&
				g.raiseRange(tokenPos(&g.toks[start]), b.Span(), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		})
		g.seq(func() bool {
			if !g.not(func() bool {
				return g.listDisplay() != nil || g.tupleDisplay() != nil || g.genexp() != nil ||
					g.tk(kwTrue) || g.tk(kwNone) || g.tk(kwFalse)
			}) {
				return false
			}
			a := g.bitOr()
			return a != nil && g.tk(EQUAL) && g.bitOr() != nil && notAgain() &&
				g.raisePos(a.Span(), "cannot assign to "+exprName(a)+" here. Maybe you meant '==' instead of '='?")
		})
		return nil
	})
}

func (g *diag) expression() Expr {
	return g.remember(ruleExpression, func() Expr {
		if g.explain {
			g.mistakenExpression()
			g.legacyStatement()
		}
		return g.plainExpression()
	})
}

// plainExpression parses a conditional expression or lambda.
func (g *diag) plainExpression() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if g.disjunction() == nil || !g.tk(kwIf) || g.disjunction() == nil || !g.tk(kwElse) || g.expression() == nil {
			return nil
		}
		return &IfExp{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	if e := g.disjunction(); e != nil {
		return e
	}
	return g.lambda()
}

// withoutExplaining parses an expression without looking for mistakes in it.
func (g *diag) withoutExplaining() Expr {
	saved := g.explain
	g.explain = false
	e := g.plainExpression()
	g.explain = saved
	return e
}

// isLegacyStatement: names of Python 2 statements.
func (g *diag) isLegacy(e Expr) bool {
	n, ok := e.(*Name)
	return ok && (n.Id == "print" || n.Id == "exec")
}

func (g *diag) mistakenExpression() {
	g.seq(func() bool {
		if !g.not(func() bool {
			return g.seq(func() bool { return g.tk(NAME) && g.tk(STRING) }) ||
				g.softPrefix()
		}) {
			return false
		}
		a := g.disjunction()
		if a == nil {
			return false
		}
		b := g.withoutExplaining()
		if b == nil || g.isLegacy(a) || g.levels[g.pos-1] == 0 {
			return false
		}
		return g.raiseRange(a.Span(), b.Span(), "invalid syntax. Perhaps you forgot a comma?")
	})
	g.seq(func() bool {
		a := g.disjunction()
		if a == nil || !g.tk(kwIf) {
			return false
		}
		b := g.disjunction()
		return b != nil && g.isNot(kwElse) && g.isNot(COLON) &&
			g.raiseRange(a.Span(), b.Span(), "expected 'else' after 'if' expression")
	})
	g.seq(func() bool {
		if !g.tk(kwLambda) {
			return false
		}
		a := g.prev()
		if !g.opt(func() bool { return g.params(true) }) || !g.tk(COLON) {
			return false
		}
		b := g.prev()
		return g.is(FSTRING_MIDDLE) &&
			g.raiseRange(a, b, "f-string: lambda expressions are not allowed without parentheses")
	})
}

// softPrefix consumes a name that is the beginning of a soft keyword: CPython
// compares no further than the name's length here.
func (g *diag) softPrefix() bool {
	if !g.tk(NAME) {
		return false
	}
	t := &g.toks[g.pos-1]
	name := g.lx.src[t.Start:t.End]
	for _, kw := range [...]string{"_", "case", "match", "type"} {
		if strings.HasPrefix(kw, name) {
			return true
		}
	}
	return false
}

// legacyStatement looks for print and exec as statements.
func (g *diag) legacyStatement() {
	g.seq(func() bool {
		start := g.pos
		if !g.tk(NAME) || !g.isNot(LPAR) {
			return false
		}
		t := &g.toks[start]
		name := g.lx.src[t.Start:t.End]
		b := g.starExpressions()
		if b == nil || name != "print" && name != "exec" {
			return false
		}
		return g.raiseRange(tokenPos(&g.toks[start]), b.Span(),
			"Missing parentheses in call to '"+name+"'. Did you mean "+name+"(...)?")
	})
}

func (g *diag) disjunction() Expr { return g.boolOp(ruleDisjunction, kwOr, g.conjunction) }
func (g *diag) conjunction() Expr { return g.boolOp(ruleConjunction, kwAnd, g.inversion) }

func (g *diag) boolOp(rule int, op Kind, item func() Expr) Expr {
	return g.remember(rule, func() Expr {
		start := g.pos
		e := item()
		if e == nil {
			return nil
		}
		if g.many(func() bool { return g.tk(op) && item() != nil }) > 0 {
			return &BoolOp{Pos: g.span(start)}
		}
		return e
	})
}

func (g *diag) inversion() Expr {
	return g.remember(ruleInversion, func() Expr {
		start := g.pos
		if e := g.alt(func() Expr {
			if !g.tk(kwNot) || g.inversion() == nil {
				return nil
			}
			return &UnaryOp{Pos: g.span(start), Op: Not}
		}); e != nil {
			return e
		}
		return g.comparison()
	})
}

func (g *diag) comparison() Expr {
	start := g.pos
	left := g.bitOr()
	if left == nil {
		return nil
	}
	c := &Compare{Left: left}
	for {
		var op CmpOperator
		ok := g.seq(func() bool {
			o, ok := g.compareOp()
			op = o
			return ok && g.bitOr() != nil
		})
		if !ok {
			break
		}
		c.Ops = append(c.Ops, op)
	}
	if g.err != nil {
		return nil
	}
	if len(c.Ops) == 0 {
		return left
	}
	c.Pos = g.span(start)
	return c
}

func (g *diag) compareOp() (CmpOperator, bool) {
	k := g.at(g.pos)
	switch k {
	case EQEQUAL, LESSEQUAL, LESS, GREATEREQUAL, GREATER, kwIn:
		g.pos++
		if k == kwIn {
			return In, true
		}
		return Eq, true
	case NOTEQUAL:
		t := g.toks[g.pos]
		text := g.lx.src[t.Start:t.End]
		if g.opts.BarryAsFLUFL && text == "!=" {
			g.pos++
			g.raiseLast(SyntaxError, "with Barry as BDFL, use '<>' instead of '!='")
			return 0, false
		}
		if (text == "<>") != g.opts.BarryAsFLUFL {
			return 0, false
		}
		g.pos++
		return NotEq, true
	case kwNot:
		g.pos++
		return NotIn, g.tk(kwIn)
	case kwIs:
		g.pos++
		g.tk(kwNot)
		return Is, true
	}
	return 0, false
}

// leftAssoc parses operand (op operand)*.
func (g *diag) leftAssoc(rule int, ops []Kind, operand func() Expr, before func()) Expr {
	return g.remember(rule, func() Expr {
		start := g.pos
		if before != nil && g.explain {
			before()
		}
		e := operand()
		if e == nil {
			return nil
		}
		for {
			ok := false
			for _, op := range ops {
				if g.seq(func() bool { return g.tk(op) && operand() != nil }) {
					ok = true
					if op == AT && !g.version(5, "The '@' operator is") {
						return nil
					}
					break
				}
			}
			if !ok {
				break
			}
			e = &BinOp{Pos: g.span(start)}
		}
		return e
	})
}

var (
	opsBitOr  = []Kind{VBAR}
	opsBitXor = []Kind{CIRCUMFLEX}
	opsBitAnd = []Kind{AMPER}
	opsShift  = []Kind{LEFTSHIFT, RIGHTSHIFT}
	opsSum    = []Kind{PLUS, MINUS}
	opsTerm   = []Kind{STAR, SLASH, DOUBLESLASH, PERCENT, AT}
)

func (g *diag) bitOr() Expr  { return g.leftAssoc(ruleBitOr, opsBitOr, g.bitXor, nil) }
func (g *diag) bitXor() Expr { return g.leftAssoc(ruleBitXor, opsBitXor, g.bitAnd, nil) }
func (g *diag) bitAnd() Expr { return g.leftAssoc(ruleBitAnd, opsBitAnd, g.shift, nil) }
func (g *diag) shift() Expr  { return g.leftAssoc(ruleShift, opsShift, g.sum, g.notAfterBinary) }
func (g *diag) sum() Expr    { return g.leftAssoc(ruleSum, opsSum, g.term, nil) }
func (g *diag) term() Expr   { return g.leftAssoc(ruleTerm, opsTerm, g.factor, g.notAfterUnary) }

const notAfterOperator = "'not' after an operator must be parenthesized"

// notAfterBinary looks for "a + not b".
func (g *diag) notAfterBinary() {
	g.seq(func() bool {
		if g.sum() == nil {
			return false
		}
		switch g.at(g.pos) {
		case PLUS, MINUS, STAR, SLASH, PERCENT, DOUBLESLASH, AT:
			g.pos++
		default:
			return false
		}
		if !g.tk(kwNot) {
			return false
		}
		a := g.prev()
		b := g.inversion()
		return b != nil && g.raiseRange(a, b.Span(), notAfterOperator)
	})
}

// notAfterUnary looks for "- not b".
func (g *diag) notAfterUnary() {
	g.seq(func() bool {
		if !g.tk(PLUS) && !g.tk(MINUS) && !g.tk(TILDE) || !g.tk(kwNot) {
			return false
		}
		a := g.prev()
		b := g.factor()
		return b != nil && g.raiseRange(a, b.Span(), notAfterOperator)
	})
}

func (g *diag) factor() Expr {
	return g.remember(ruleFactor, func() Expr {
		start := g.pos
		for _, op := range [...]Kind{PLUS, MINUS, TILDE} {
			if g.seq(func() bool { return g.tk(op) && g.factor() != nil }) {
				return &UnaryOp{Pos: g.span(start), Op: USub}
			}
		}
		// power
		if e := g.alt(func() Expr {
			if g.awaitPrimary() == nil || !g.tk(DOUBLESTAR) || g.factor() == nil {
				return nil
			}
			return &BinOp{Pos: g.span(start)}
		}); e != nil {
			return e
		}
		return g.awaitPrimary()
	})
}

func (g *diag) awaitPrimary() Expr {
	return g.remember(ruleAwait, func() Expr {
		start := g.pos
		if e := g.alt(func() Expr {
			if !g.tk(kwAwait) || g.primary() == nil || !g.version(5, "Await expressions are") {
				return nil
			}
			return &Await{Pos: g.span(start)}
		}); e != nil {
			return e
		}
		return g.primary()
	})
}

func (g *diag) primary() Expr {
	return g.remember(rulePrimary, func() Expr {
		start := g.pos
		e := g.atom()
		for e != nil {
			next := g.trailer(start)
			if next == nil {
				break
			}
			e = next
		}
		return e
	})
}

// trailer parses an attribute, call or subscript after the expression that
// began at token start.
func (g *diag) trailer(start int) Expr {
	if g.seq(func() bool { return g.tk(DOT) && g.tk(NAME) }) {
		return &Attribute{Pos: g.span(start)}
	}
	if g.alt(g.genexp) != nil {
		return &Call{Pos: g.span(start)}
	}
	if g.seq(func() bool {
		return g.tk(LPAR) && g.opt(g.arguments) && g.tk(RPAR)
	}) {
		return &Call{Pos: g.span(start)}
	}
	if g.seq(func() bool { return g.tk(LSQB) && g.slices() && g.tk(RSQB) }) {
		return &Subscript{Pos: g.span(start)}
	}
	return nil
}

func (g *diag) slices() bool {
	return g.seq(func() bool { return g.slice() && g.isNot(COMMA) }) ||
		g.seq(func() bool {
			return g.list(func() bool { return g.slice() || g.starredExpr() != nil }) && (g.tk(COMMA) || g.err == nil)
		})
}

func (g *diag) slice() bool {
	optExpr := func() bool { return g.opt(func() bool { return g.expression() != nil }) }
	return g.seq(func() bool {
		return optExpr() && g.tk(COLON) && optExpr() &&
			g.opt(func() bool { return g.tk(COLON) && optExpr() })
	}) || g.seq(func() bool { return g.namedExpr() != nil })
}

func (g *diag) atom() Expr {
	start := g.pos
	switch g.at(g.pos) {
	case NAME:
		g.pos++
		t := &g.toks[start]
		return &Name{Pos: tokenPos(t), Id: g.lx.src[t.Start:t.End]}
	case kwTrue:
		g.pos++
		return &Constant{g.span(start), true, ""}
	case kwFalse:
		g.pos++
		return &Constant{g.span(start), false, ""}
	case kwNone:
		g.pos++
		return &Constant{g.span(start), NoneType{}, ""}
	case ELLIPSIS:
		g.pos++
		return &Constant{g.span(start), EllipsisType{}, ""}
	case STRING, FSTRING_START:
		return g.strings()
	case NUMBER:
		g.pos++
		return g.numberAt(start)
	case LPAR:
		if e := g.tupleDisplay(); e != nil {
			return e
		}
		if e := g.group(); e != nil {
			return e
		}
		return g.genexp()
	case LSQB:
		if e := g.listDisplay(); e != nil {
			return e
		}
		return g.comprehension(LSQB, RSQB, func(p Pos) Expr { return &ListComp{Pos: p} })
	case LBRACE:
		return g.brace()
	}
	return nil
}

// numberAt checks and converts the NUMBER token i.
func (g *diag) numberAt(i int) Expr {
	t := &g.toks[i]
	text := g.lx.src[t.Start:t.End]
	if g.opts.FeatureVersion > 0 && g.opts.FeatureVersion < 6 && hasUnderscore(text) {
		g.raiseLast(SyntaxError, "Underscores in numeric literals are only supported in Python 3.6 and greater")
		return nil
	}
	v, msg := parseNumber(text, g.opts)
	if msg != "" {
		g.raise(SyntaxError, t.Line, 0, t.EndLine, 0, msg)
		return nil
	}
	return &Constant{tokenPos(t), v, ""}
}

func hasUnderscore(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' {
			return true
		}
	}
	return false
}

func (g *diag) lambda() Expr {
	start := g.pos
	return g.alt(func() Expr {
		if !g.tk(kwLambda) || !g.opt(func() bool { return g.params(true) }) || !g.tk(COLON) || g.expression() == nil {
			return nil
		}
		return &Lambda{Pos: g.span(start)}
	})
}
