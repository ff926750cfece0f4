package syntax

// Displays and comprehensions, see diagnose.go.

func (g *diag) tupleDisplay() Expr {
	start := g.pos
	return g.alt(func() Expr {
		if !g.tk(LPAR) {
			return nil
		}
		var elts []Expr
		if !g.opt(func() bool {
			first := g.starNamed()
			if first == nil || !g.tk(COMMA) {
				return false
			}
			rest := g.starNameds()
			elts = append([]Expr{first}, rest...)
			return true
		}) || !g.tk(RPAR) {
			return nil
		}
		return &Tuple{g.span(start), elts, Load}
	})
}

func (g *diag) group() Expr {
	if e := g.alt(func() Expr {
		if !g.tk(LPAR) {
			return nil
		}
		e := g.yieldExpr()
		if e == nil {
			e = g.namedExpr()
		}
		if e == nil || !g.tk(RPAR) {
			return nil
		}
		return e
	}); e != nil {
		return e
	}
	if g.explain {
		g.seq(func() bool {
			if !g.tk(LPAR) {
				return false
			}
			a := g.starredExpr()
			return a != nil && g.tk(RPAR) && g.raisePos(a.Span(), "cannot use starred expression here")
		})
		g.seq(func() bool {
			if !g.tk(LPAR) || !g.tk(DOUBLESTAR) {
				return false
			}
			a := g.prev()
			return g.expression() != nil && g.tk(RPAR) && g.raisePos(a, "cannot use double starred expression here")
		})
	}
	return nil
}

func (g *diag) listDisplay() Expr {
	start := g.pos
	return g.alt(func() Expr {
		if !g.tk(LSQB) {
			return nil
		}
		elts := g.starNameds()
		if !g.tk(RSQB) {
			return nil
		}
		return &List{g.span(start), elts, Load}
	})
}

// genexp parses a parenthesised generator expression.
func (g *diag) genexp() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if !g.tk(LPAR) || g.genexpElement() == nil {
			return nil
		}
		if _, ok := g.forIfClauses(); !ok || !g.tk(RPAR) {
			return nil
		}
		return &GeneratorExp{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	if g.explain {
		g.mistakenComprehension()
	}
	return nil
}

// genexpElement parses an assignment expression or an expression that is none.
func (g *diag) genexpElement() Expr {
	if e := g.walrus(); e != nil {
		return e
	}
	return g.alt(func() Expr {
		e := g.expression()
		if e == nil || !g.isNot(COLONEQUAL) {
			return nil
		}
		return e
	})
}

// comprehension parses a list or set comprehension.
func (g *diag) comprehension(open, shut Kind, node func(Pos) Expr) Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if !g.tk(open) || g.namedExpr() == nil {
			return nil
		}
		if _, ok := g.forIfClauses(); !ok || !g.tk(shut) {
			return nil
		}
		return node(g.span(start))
	}); e != nil {
		return e
	}
	if g.explain {
		g.mistakenComprehension()
	}
	return nil
}

// mistakenComprehension looks for unpacking in comprehensions and for targets
// that lack parentheses.
func (g *diag) mistakenComprehension() {
	const forgot = "did you forget parentheses around the comprehension target?"
	clauses := func() bool { _, ok := g.forIfClauses(); return ok }
	g.seq(func() bool {
		if !g.tk(LSQB) && !g.tk(LPAR) && !g.tk(LBRACE) {
			return false
		}
		a := g.starredExpr()
		return a != nil && clauses() && g.raisePos(a.Span(), "iterable unpacking cannot be used in comprehension")
	})
	open := func() bool { return g.tk(LSQB) || g.tk(LBRACE) }
	g.seq(func() bool {
		if !open() {
			return false
		}
		a := g.starNamed()
		if a == nil || !g.tk(COMMA) {
			return false
		}
		b := g.starNameds()
		return b != nil && clauses() && g.raiseRange(a.Span(), b[len(b)-1].Span(), forgot)
	})
	g.seq(func() bool {
		if !open() {
			return false
		}
		a := g.starNamed()
		if a == nil || !g.tk(COMMA) {
			return false
		}
		b := g.prev()
		return clauses() && g.raiseRange(a.Span(), b, forgot)
	})
}

// brace parses what starts with "{".
func (g *diag) brace() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if !g.tk(LBRACE) || !g.opt(g.kvpairs) || !g.tk(RBRACE) {
			return nil
		}
		return &Dict{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	// CPython makes this check in both passes.
	g.seq(func() bool { return g.tk(LBRACE) && g.mistakenPairs() })
	if e := g.alt(func() Expr {
		if !g.tk(LBRACE) || g.starNameds() == nil || !g.tk(RBRACE) {
			return nil
		}
		return &Set{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	if e := g.alt(func() Expr {
		if !g.tk(LBRACE) || !g.kvpair() {
			return nil
		}
		if _, ok := g.forIfClauses(); !ok || !g.tk(RBRACE) {
			return nil
		}
		return &DictComp{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	if g.explain {
		g.seq(func() bool {
			if !g.tk(LBRACE) || !g.tk(DOUBLESTAR) {
				return false
			}
			a := g.prev()
			if g.bitOr() == nil {
				return false
			}
			_, ok := g.forIfClauses()
			return ok && g.tk(RBRACE) && g.raisePos(a, "dict unpacking cannot be used in dict comprehension")
		})
	}
	return g.comprehension(LBRACE, RBRACE, func(p Pos) Expr { return &SetComp{Pos: p} })
}

func (g *diag) kvpair() bool {
	return g.seq(func() bool { return g.expression() != nil && g.tk(COLON) && g.expression() != nil })
}

func (g *diag) starPair() bool {
	return g.seq(func() bool { return g.tk(DOUBLESTAR) && g.bitOr() != nil }) || g.kvpair()
}

func (g *diag) kvpairs() bool {
	return g.list(g.starPair) && (g.tk(COMMA) || g.err == nil)
}

// mistakenPairs looks for broken key-value pairs.
func (g *diag) mistakenPairs() bool {
	const starValue = "cannot use a starred expression in a dictionary value"
	const noValue = "expression expected after dictionary key and ':'"
	starred := func() bool {
		return g.seq(func() bool {
			if g.expression() == nil || !g.tk(COLON) || !g.tk(STAR) {
				return false
			}
			a := g.prev()
			return g.bitOr() != nil && g.raiseFrom(a, starValue)
		})
	}
	missing := func() bool {
		return g.seq(func() bool {
			if g.expression() == nil || !g.tk(COLON) {
				return false
			}
			a := g.prev()
			return (g.is(RBRACE) || g.is(COMMA)) && g.raisePos(a, noValue)
		})
	}
	g.seq(func() bool {
		if !g.list(g.starPair) || !g.tk(COMMA) {
			return false
		}
		g.seq(func() bool {
			a := g.expression()
			if a == nil || !g.isNot(COLON) {
				return false
			}
			p := a.Span()
			g.raise(SyntaxError, p.Line, p.EndCol, p.EndLine, 0, "':' expected after dictionary key")
			return false
		})
		starred()
		missing()
		return false
	})
	starred()
	missing()
	return false
}

// forIfClauses parses the clauses of a comprehension; last is the expression
// that ends them.
func (g *diag) forIfClauses() (last Expr, ok bool) {
	for {
		var l Expr
		if !g.seq(func() bool { l = g.forIfClause(); return l != nil }) {
			return last, last != nil && g.err == nil
		}
		last = l
	}
}

func (g *diag) forIfClause() Expr {
	for _, async := range [...]bool{true, false} {
		committed := false
		e := g.alt(func() Expr {
			if async && !g.tk(kwAsync) || !g.tk(kwFor) || g.starTargets() == nil || !g.tk(kwIn) {
				return nil
			}
			committed = true
			last := g.disjunction()
			if last == nil {
				return nil
			}
			for {
				x := g.alt(func() Expr {
					if !g.tk(kwIf) {
						return nil
					}
					return g.disjunction()
				})
				if x == nil {
					break
				}
				last = x
			}
			if async && !g.version(6, "Async comprehensions are") {
				return nil
			}
			return last
		})
		if e != nil || committed || g.err != nil {
			return e
		}
	}
	// In both passes.
	g.seq(func() bool {
		g.tk(kwAsync)
		if !g.tk(kwFor) || !g.list(func() bool { return g.bitOr() != nil }) {
			return false
		}
		g.tk(COMMA)
		return g.isNot(kwIn) && g.raiseLast(SyntaxError, "'in' expected after for-loop variables")
	})
	if g.explain {
		g.mistakenForTarget()
	}
	return nil
}

// mistakenForTarget looks for something that cannot be a loop variable.
func (g *diag) mistakenForTarget() {
	g.seq(func() bool {
		g.tk(kwAsync)
		if !g.tk(kwFor) {
			return false
		}
		a := g.starExpressions()
		return a != nil && g.raiseTarget(a, forTargets)
	})
}
