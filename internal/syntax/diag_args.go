package syntax

// callArgs is what the messages about calls need to know of an argument list.
type callArgs struct {
	positional []Expr
	unpacked   bool // has a "**mapping"
}

// starredExpr parses '*' expression.
func (g *diag) starredExpr() Expr {
	start := g.pos
	if g.explain {
		g.seq(func() bool {
			if !g.tk(STAR) || g.expression() == nil || !g.tk(EQUAL) {
				return false
			}
			b := g.expression()
			return b != nil && g.raiseRange(tokenPos(&g.toks[start]), b.Span(), "cannot assign to iterable argument unpacking")
		})
	}
	if e := g.alt(func() Expr {
		if !g.tk(STAR) {
			return nil
		}
		v := g.expression()
		if v == nil {
			return nil
		}
		return &Starred{g.span(start), v, Load}
	}); e != nil {
		return e
	}
	// In both passes.
	g.seq(func() bool { return g.tk(STAR) && g.raiseLast(SyntaxError, "Invalid star expression") })
	return nil
}

func (g *diag) arguments() bool {
	return g.rememberOK(ruleArguments, func() bool {
		if g.seq(func() bool {
			if g.args() == nil {
				return false
			}
			g.tk(COMMA)
			return g.is(RPAR)
		}) {
			return true
		}
		if g.explain {
			g.mistakenArguments()
		}
		return false
	})
}

// positional parses one positional argument that no "=" follows.
func (g *diag) positional() Expr {
	return g.alt(func() Expr {
		e := g.starredExpr()
		if e == nil {
			e = g.genexpElement()
		}
		if e == nil || !g.isNot(EQUAL) {
			return nil
		}
		return e
	})
}

// positionals parses a list of positional arguments.
func (g *diag) positionals() []Expr {
	var list []Expr
	if !g.list(func() bool {
		e := g.positional()
		if e != nil {
			list = append(list, e)
		}
		return e != nil
	}) {
		return nil
	}
	return list
}

// args parses positional arguments and the keyword arguments after them.
func (g *diag) args() *callArgs {
	a := &callArgs{}
	if g.seq(func() bool {
		a.positional = g.positionals()
		if a.positional == nil {
			return false
		}
		return g.opt(func() bool { return g.tk(COMMA) && g.kwargs(a) })
	}) {
		return a
	}
	a = &callArgs{}
	if g.seq(func() bool { return g.kwargs(a) }) {
		return a
	}
	return nil
}

func (g *diag) kwargs(a *callArgs) bool {
	var starred []Expr
	orStarred := func() bool {
		e, ok := g.kwargOr(STAR)
		if ok && e != nil {
			starred = append(starred, e)
		}
		return ok
	}
	double := false
	orDouble := func() bool {
		e, ok := g.kwargOr(DOUBLESTAR)
		if ok && e != nil {
			double = true
		}
		return ok
	}
	done := func() bool {
		a.positional = append(a.positional, starred...)
		a.unpacked = a.unpacked || double
		return true
	}
	if g.seq(func() bool { return g.list(orStarred) && g.tk(COMMA) && g.list(orDouble) }) {
		return done()
	}
	starred, double = nil, false
	if g.seq(func() bool { return g.list(orStarred) }) {
		return done()
	}
	starred, double = nil, false
	return g.seq(func() bool { return g.list(orDouble) }) && done()
}

// kwargOr parses "name=value" or an unpacking with the given operator, whose
// operand it returns.
func (g *diag) kwargOr(op Kind) (Expr, bool) {
	if g.explain {
		g.mistakenKeyword()
	}
	if g.seq(func() bool { return g.tk(NAME) && g.tk(EQUAL) && g.expression() != nil }) {
		return nil, true
	}
	if op == STAR {
		e := g.alt(g.starredExpr)
		return e, e != nil
	}
	e := g.alt(func() Expr {
		if !g.tk(DOUBLESTAR) {
			return nil
		}
		return g.expression()
	})
	return e, e != nil
}

const maybeEquals = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"

func (g *diag) mistakenKeyword() {
	g.seq(func() bool {
		if !g.tk(kwTrue) && !g.tk(kwFalse) && !g.tk(kwNone) {
			return false
		}
		t := g.toks[g.pos-1]
		a := g.prev()
		return g.tk(EQUAL) && g.raiseRange(a, g.prev(), "cannot assign to "+g.lx.src[t.Start:t.End])
	})
	g.keywordGenexp()
	g.seq(func() bool {
		if !g.not(func() bool { return g.tk(NAME) && g.tk(EQUAL) }) {
			return false
		}
		a := g.expression()
		return a != nil && g.tk(EQUAL) &&
			g.raiseRange(a.Span(), g.prev(), `expression cannot contain assignment, perhaps you meant "=="?`)
	})
	g.seq(func() bool {
		if !g.tk(DOUBLESTAR) {
			return false
		}
		a := g.prev()
		if g.expression() == nil || !g.tk(EQUAL) {
			return false
		}
		b := g.expression()
		return b != nil && g.raiseRange(a, b.Span(), "cannot assign to keyword argument unpacking")
	})
}

// keywordGenexp looks for "f(a=x for x in y)".
func (g *diag) keywordGenexp() {
	g.seq(func() bool {
		start := g.pos
		if !g.tk(NAME) || !g.tk(EQUAL) {
			return false
		}
		p := g.span(start)
		if g.expression() == nil {
			return false
		}
		_, ok := g.forIfClauses()
		return ok && g.raisePos(p, maybeEquals)
	})
}

func (g *diag) mistakenArguments() {
	const parenthesize = "Generator expression must be parenthesized"
	g.seq(func() bool {
		if !g.seq(func() bool {
			if !g.seq(func() bool {
				return g.positionals() != nil && g.tk(COMMA) && g.kwargs(&callArgs{})
			}) && !g.kwargs(&callArgs{}) {
				return false
			}
			return g.tk(COMMA)
		}) {
			return false
		}
		a := g.prev()
		return g.list(func() bool { return g.starredExpr() != nil && g.isNot(EQUAL) }) &&
			g.raiseFrom(a, "iterable argument unpacking follows keyword argument unpacking")
	})
	g.seq(func() bool {
		a := g.expression()
		if a == nil {
			return false
		}
		last, ok := g.forIfClauses()
		if !ok || !g.tk(COMMA) {
			return false
		}
		g.opt(func() bool {
			if g.args() != nil {
				return true
			}
			if g.expression() == nil {
				return false
			}
			_, ok := g.forIfClauses()
			return ok
		})
		return g.raiseRange(a.Span(), last.Span(), parenthesize)
	})
	g.keywordGenexp()
	g.seq(func() bool {
		g.opt(func() bool { return g.args() != nil && g.tk(COMMA) })
		start := g.pos
		if !g.tk(NAME) || !g.tk(EQUAL) {
			return false
		}
		p := g.span(start)
		return (g.is(COMMA) || g.is(RPAR)) && g.raisePos(p, "expected argument value expression")
	})
	g.seq(func() bool {
		a := g.args()
		if a == nil {
			return false
		}
		last, ok := g.forIfClauses()
		if !ok || len(a.positional) <= 1 {
			return false
		}
		return g.raiseRange(a.positional[len(a.positional)-1].Span(), last.Span(), parenthesize)
	})
	g.seq(func() bool {
		if g.args() == nil || !g.tk(COMMA) {
			return false
		}
		a := g.expression()
		if a == nil {
			return false
		}
		last, ok := g.forIfClauses()
		return ok && g.raiseRange(a.Span(), last.Span(), parenthesize)
	})
	g.seq(func() bool {
		a := g.args()
		if a == nil || !g.tk(COMMA) || g.args() == nil {
			return false
		}
		if a.unpacked {
			return g.raiseLast(SyntaxError, "positional argument follows keyword argument unpacking")
		}
		return g.raiseLast(SyntaxError, "positional argument follows keyword argument")
	})
}

// paramRules parses parameters; lambda's have no annotations and end in ":".
type paramRules struct {
	*diag
	lambda bool
	end    Kind
}

// params parses a parameter list without its delimiters.
func (g *diag) params(lambda bool) bool {
	p := paramRules{g, lambda, RPAR}
	if lambda {
		p.end = COLON
	}
	if g.explain {
		p.mistaken()
	}
	return p.all()
}

func (p paramRules) all() bool {
	const positionalOnly = "Positional-only parameters are"
	return p.seq(func() bool {
		return p.slashNoDefault() && p.many(p.noDefault) >= 0 && p.many(p.withDefault) >= 0 && p.opt(p.starEtc) &&
			p.version(8, positionalOnly)
	}) || p.seq(func() bool {
		return p.slashWithDefault() && p.many(p.withDefault) >= 0 && p.opt(p.starEtc) &&
			p.version(8, positionalOnly)
	}) || p.seq(func() bool {
		return p.many(p.noDefault) > 0 && p.many(p.withDefault) >= 0 && p.opt(p.starEtc)
	}) || p.seq(func() bool {
		return p.many(p.withDefault) > 0 && p.opt(p.starEtc)
	}) || p.seq(p.starEtc)
}

// afterParam parses the comma after a parameter, which may lack before the end.
func (p paramRules) afterParam() bool {
	if p.seq(func() bool {
		if !p.tk(COMMA) {
			return false
		}
		p.typeComment()
		return p.err == nil
	}) {
		return true
	}
	return p.seq(func() bool {
		p.typeComment()
		return p.is(p.end)
	})
}

// typeComment skips a type comment, which only a function's parameters may have.
func (p paramRules) typeComment() {
	if !p.lambda {
		p.tk(TYPE_COMMENT)
	}
}

func (p paramRules) param() bool {
	return p.tk(NAME) && (p.lambda || p.opt(func() bool { return p.tk(COLON) && p.expression() != nil }))
}

func (p paramRules) def() bool {
	if p.seq(func() bool { return p.tk(EQUAL) && p.expression() != nil }) {
		return true
	}
	if p.explain {
		p.seq(func() bool {
			if !p.tk(EQUAL) {
				return false
			}
			a := p.prev()
			return (p.is(RPAR) || p.is(COMMA)) && p.raisePos(a, "expected default value expression")
		})
	}
	return false
}

func (p paramRules) noDefault() bool {
	return p.seq(func() bool { return p.param() && p.afterParam() })
}

func (p paramRules) withDefault() bool {
	return p.seq(func() bool { return p.param() && p.def() && p.afterParam() })
}

func (p paramRules) maybeDefault() bool {
	return p.seq(func() bool { return p.param() && p.opt(p.def) && p.afterParam() })
}

func (p paramRules) slash() bool {
	return p.tk(SLASH) && (p.tk(COMMA) || p.is(p.end))
}

func (p paramRules) slashNoDefault() bool {
	return p.seq(func() bool { return p.many(p.noDefault) > 0 && p.slash() })
}

func (p paramRules) slashWithDefault() bool {
	return p.seq(func() bool { return p.many(p.noDefault) >= 0 && p.many(p.withDefault) > 0 && p.slash() })
}

func (p paramRules) starEtc() bool {
	if p.explain {
		p.mistakenStar()
	}
	if p.seq(func() bool {
		return p.tk(STAR) && p.noDefault() && p.many(p.maybeDefault) >= 0 && p.opt(p.kwds)
	}) {
		return true
	}
	if !p.lambda && p.seq(func() bool {
		return p.tk(STAR) && p.tk(NAME) && p.tk(COLON) && p.starExprOnly() && p.afterParam() &&
			p.many(p.maybeDefault) >= 0 && p.opt(p.kwds)
	}) {
		return true
	}
	return p.seq(func() bool {
		return p.tk(STAR) && p.tk(COMMA) && p.many(p.maybeDefault) > 0 && p.opt(p.kwds)
	}) || p.seq(p.kwds)
}

// starExprOnly parses the annotation of *args, which may be starred.
func (p paramRules) starExprOnly() bool { return p.starExpression() != nil }

func (p paramRules) kwds() bool {
	if p.explain {
		p.mistakenDoubleStar()
	}
	return p.seq(func() bool { return p.tk(DOUBLESTAR) && p.noDefault() })
}

func (p paramRules) mistaken() {
	p.seq(func() bool {
		if !p.tk(SLASH) {
			return false
		}
		a := p.prev()
		return p.tk(COMMA) && p.raisePos(a, "at least one argument must precede /")
	})
	p.seq(func() bool {
		return (p.slashNoDefault() || p.slashWithDefault()) && p.many(p.maybeDefault) >= 0 &&
			p.tk(SLASH) && p.raisePos(p.prev(), "/ may appear only once")
	})
	p.seq(func() bool {
		p.slashNoDefault()
		p.many(p.noDefault)
		if !p.slashWithDefault() && p.many(p.withDefault) == 0 {
			return false
		}
		start := p.pos
		return p.noDefault() && p.raisePos(p.noDefaultPos(start), "parameter without a default follows parameter with a default")
	})
	p.seq(func() bool {
		p.many(p.noDefault)
		if !p.tk(LPAR) {
			return false
		}
		a := p.prev()
		what := "Function"
		if p.lambda {
			what = "Lambda expression"
			if !p.list(func() bool { return p.tk(NAME) }) {
				return false
			}
		} else if p.many(p.noDefault) == 0 {
			return false
		}
		p.tk(COMMA)
		return p.tk(RPAR) && p.raiseRange(a, p.prev(), what+" parameters cannot be parenthesized")
	})
	p.seq(func() bool {
		_ = p.slashNoDefault() || p.slashWithDefault()
		p.many(p.maybeDefault)
		if !p.tk(STAR) || !p.tk(COMMA) && !p.noDefault() {
			return false
		}
		p.many(p.maybeDefault)
		return p.tk(SLASH) && p.raisePos(p.prev(), "/ must be ahead of *")
	})
	p.seq(func() bool {
		return p.many(p.maybeDefault) > 0 && p.tk(SLASH) && p.tk(STAR) &&
			p.raisePos(p.prev(), "expected comma between / and *")
	})
}

// noDefaultPos is the range of the parameter at token start without what follows it.
func (p paramRules) noDefaultPos(start int) Pos {
	m := p.pos
	defer func() { p.pos = m }()
	p.pos = start
	p.param()
	return p.span(start)
}

func (p paramRules) mistakenStar() {
	const bare = "named arguments must follow bare *"
	p.seq(func() bool {
		if !p.tk(STAR) {
			return false
		}
		a := p.prev()
		if !p.tk(p.end) && !(p.tk(COMMA) && (p.tk(p.end) || p.tk(DOUBLESTAR))) {
			return false
		}
		if p.lambda {
			return p.raiseLast(SyntaxError, bare)
		}
		return p.raisePos(a, bare)
	})
	if !p.lambda {
		p.seq(func() bool {
			return p.tk(STAR) && p.tk(COMMA) && p.tk(TYPE_COMMENT) &&
				p.raiseLast(SyntaxError, "bare * has associated type comment")
		})
	}
	p.seq(func() bool {
		return p.tk(STAR) && p.param() && p.tk(EQUAL) &&
			p.raisePos(p.prev(), "var-positional argument cannot have default value")
	})
	p.seq(func() bool {
		if !p.tk(STAR) || !p.noDefault() && !p.tk(COMMA) {
			return false
		}
		p.many(p.maybeDefault)
		if !p.tk(STAR) {
			return false
		}
		a := p.prev()
		return (p.noDefault() || p.tk(COMMA)) && p.raisePos(a, "* argument may appear only once")
	})
}

func (p paramRules) mistakenDoubleStar() {
	const after = "arguments cannot follow var-keyword argument"
	p.seq(func() bool {
		return p.tk(DOUBLESTAR) && p.param() && p.tk(EQUAL) &&
			p.raisePos(p.prev(), "var-keyword argument cannot have default value")
	})
	p.seq(func() bool {
		if !p.tk(DOUBLESTAR) || !p.param() || !p.tk(COMMA) {
			return false
		}
		start := p.pos
		return p.param() && p.raisePos(p.span(start), after)
	})
	p.seq(func() bool {
		if !p.tk(DOUBLESTAR) || !p.param() || !p.tk(COMMA) {
			return false
		}
		return (p.tk(STAR) || p.tk(DOUBLESTAR) || p.tk(SLASH)) && p.raisePos(p.prev(), after)
	})
}

// Targets.

func (g *diag) starTargets() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		e := g.starTarget()
		if e == nil || !g.isNot(COMMA) {
			return nil
		}
		return e
	}); e != nil {
		return e
	}
	return g.alt(func() Expr {
		if !g.list(func() bool { return g.starTarget() != nil }) {
			return nil
		}
		g.tk(COMMA)
		return &Tuple{Pos: g.span(start)}
	})
}

func (g *diag) starTarget() Expr {
	return g.remember(ruleStarTarget, func() Expr {
		start := g.pos
		if e := g.alt(func() Expr {
			if !g.tk(STAR) || !g.isNot(STAR) {
				return nil
			}
			v := g.starTarget()
			if v == nil {
				return nil
			}
			return &Starred{g.span(start), v, Store}
		}); e != nil {
			return e
		}
		return g.targetWithStarAtom()
	})
}

func (g *diag) moreTrailers() bool { return g.is(LPAR) || g.is(LSQB) || g.is(DOT) }

// lastTrailer parses t_primary and the attribute or subscript that ends a target.
func (g *diag) lastTrailer() Expr {
	start := g.pos
	if e := g.alt(func() Expr {
		if g.tPrimary() == nil || !g.tk(DOT) || !g.tk(NAME) || g.moreTrailers() {
			return nil
		}
		return &Attribute{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	return g.alt(func() Expr {
		if g.tPrimary() == nil || !g.tk(LSQB) || !g.slices() || !g.tk(RSQB) || g.moreTrailers() {
			return nil
		}
		return &Subscript{Pos: g.span(start)}
	})
}

func (g *diag) targetWithStarAtom() Expr {
	return g.remember(ruleTargetWithStarAtom, func() Expr {
		if e := g.lastTrailer(); e != nil {
			return e
		}
		return g.starAtom()
	})
}

func (g *diag) starAtom() Expr {
	start := g.pos
	if g.tk(NAME) {
		return &Name{Pos: g.span(start)}
	}
	if e := g.alt(func() Expr {
		if !g.tk(LPAR) {
			return nil
		}
		e := g.targetWithStarAtom()
		if e == nil || !g.tk(RPAR) {
			return nil
		}
		return e
	}); e != nil {
		return e
	}
	item := func() bool { return g.starTarget() != nil }
	if e := g.alt(func() Expr {
		if !g.tk(LPAR) || !g.opt(func() bool {
			if g.seq(func() bool {
				if !item() || g.many(func() bool { return g.tk(COMMA) && item() }) == 0 {
					return false
				}
				g.tk(COMMA)
				return true
			}) {
				return true
			}
			return g.seq(func() bool { return item() && g.tk(COMMA) })
		}) || !g.tk(RPAR) {
			return nil
		}
		return &Tuple{Pos: g.span(start)}
	}); e != nil {
		return e
	}
	return g.alt(func() Expr {
		if !g.tk(LSQB) || !g.opt(func() bool {
			if !g.list(item) {
				return false
			}
			g.tk(COMMA)
			return true
		}) || !g.tk(RSQB) {
			return nil
		}
		return &List{Pos: g.span(start)}
	})
}

// tPrimary parses the longest primary that another trailer follows.
func (g *diag) tPrimary() Expr {
	return g.remember(ruleTPrimary, func() Expr {
		start := g.pos
		e := g.alt(func() Expr {
			e := g.atom()
			if e == nil || !g.moreTrailers() {
				return nil
			}
			return e
		})
		for e != nil {
			next := g.alt(func() Expr {
				if g.seq(func() bool { return g.tk(DOT) && g.tk(NAME) && g.moreTrailers() }) {
					return &Attribute{Pos: g.span(start)}
				}
				if g.seq(func() bool { return g.tk(LSQB) && g.slices() && g.tk(RSQB) && g.moreTrailers() }) {
					return &Subscript{Pos: g.span(start)}
				}
				if g.seq(func() bool { return g.genexp() != nil && g.moreTrailers() }) {
					return &Call{Pos: g.span(start)}
				}
				if g.seq(func() bool {
					return g.tk(LPAR) && g.opt(g.arguments) && g.tk(RPAR) && g.moreTrailers()
				}) {
					return &Call{Pos: g.span(start)}
				}
				return nil
			})
			if next == nil {
				break
			}
			e = next
		}
		return e
	})
}

func (g *diag) singleTarget() Expr {
	if e := g.lastTrailer(); e != nil {
		return e
	}
	start := g.pos
	if g.tk(NAME) {
		return &Name{Pos: g.span(start)}
	}
	return g.parenTarget()
}

// parenTarget parses '(' single_target ')'.
func (g *diag) parenTarget() Expr {
	return g.alt(func() Expr {
		if !g.tk(LPAR) {
			return nil
		}
		e := g.singleTarget()
		if e == nil || !g.tk(RPAR) {
			return nil
		}
		return e
	})
}

func (g *diag) delTargets() bool {
	if !g.list(func() bool { return g.delTarget() != nil }) {
		return false
	}
	g.tk(COMMA)
	return g.err == nil
}

func (g *diag) delTarget() Expr {
	return g.remember(ruleDelTarget, func() Expr {
		if e := g.lastTrailer(); e != nil {
			return e
		}
		start := g.pos
		if g.tk(NAME) {
			return &Name{Pos: g.span(start)}
		}
		if e := g.alt(func() Expr {
			if !g.tk(LPAR) {
				return nil
			}
			e := g.delTarget()
			if e == nil || !g.tk(RPAR) {
				return nil
			}
			return e
		}); e != nil {
			return e
		}
		for _, b := range [...][2]Kind{{LPAR, RPAR}, {LSQB, RSQB}} {
			if g.seq(func() bool { return g.tk(b[0]) && g.opt(g.delTargets) && g.tk(b[1]) }) {
				return &Tuple{Pos: g.span(start)}
			}
		}
		return nil
	})
}
