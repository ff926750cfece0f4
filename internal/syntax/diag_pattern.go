package syntax

func (g *diag) subject() bool {
	return g.seq(func() bool {
		if g.starNamed() == nil || !g.tk(COMMA) {
			return false
		}
		g.starNameds()
		return true
	}) || g.seq(func() bool { return g.namedExpr() != nil })
}

func (g *diag) matchStmt() bool {
	if g.seq(func() bool {
		return g.soft("match") && g.subject() && g.tk(COLON) && g.tk(NEWLINE) && g.tk(INDENT) &&
			g.many(g.caseBlock) > 0 && g.tk(DEDENT) && g.version(10, "Pattern matching is")
	}) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			return g.soft("match") && g.subject() && g.noColon()
		})
		g.seq(func() bool {
			if !g.soft("match") {
				return false
			}
			line := g.prev().Line
			return g.subject() && g.noBlock("'match' statement", line)
		})
	}
	return false
}

func (g *diag) guard() bool {
	return g.opt(func() bool { return g.tk(kwIf) && g.namedExpr() != nil })
}

func (g *diag) caseBlock() bool {
	if g.explain {
		g.seq(func() bool { return g.soft("case") && g.patterns() && g.guard() && g.noColon() })
		g.seq(func() bool {
			if !g.soft("case") {
				return false
			}
			line := g.prev().Line
			return g.patterns() && g.guard() && g.noBlock("'case' statement", line)
		})
	}
	return g.seq(func() bool {
		return g.soft("case") && g.patterns() && g.guard() && g.tk(COLON) && g.block()
	})
}

func (g *diag) patterns() bool { return g.openSequence() || g.pattern() }

// openSequence parses a sequence pattern of at least one comma.
func (g *diag) openSequence() bool {
	return g.seq(func() bool {
		if !g.maybeStarPattern() || !g.tk(COMMA) {
			return false
		}
		g.opt(g.maybeSequence)
		return true
	})
}

func (g *diag) maybeSequence() bool {
	if !g.list(g.maybeStarPattern) {
		return false
	}
	g.tk(COMMA)
	return g.err == nil
}

func (g *diag) maybeStarPattern() bool {
	return g.rememberOK(ruleStarPattern, func() bool { return g.tk(STAR) && g.tk(NAME) }) || g.pattern()
}

func (g *diag) pattern() bool {
	if g.seq(func() bool {
		return g.orPattern() && g.tk(kwAs) && !g.isWildcard() && g.tk(NAME) && !g.isTargetTail()
	}) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			return g.orPattern() && g.tk(kwAs) && g.soft("_") && g.raisePos(g.prev(), "cannot use '_' as a target")
		})
		g.seq(func() bool {
			if !g.orPattern() || !g.tk(kwAs) || !g.isNot(NAME) {
				return false
			}
			a := g.expression()
			return a != nil && g.raisePos(a.Span(), "invalid pattern target")
		})
	}
	return g.orPattern()
}

func (g *diag) isWildcard() bool { return g.look(func() bool { return g.soft("_") }) }

// isTargetTail: what follows a name makes it more than a capture.
func (g *diag) isTargetTail() bool { return g.is(DOT) || g.is(LPAR) || g.is(EQUAL) }

func (g *diag) orPattern() bool { return g.barList(g.closedPattern) }

// barList parses item ('|' item)*.
func (g *diag) barList(item func() bool) bool {
	return g.seq(func() bool {
		if !item() {
			return false
		}
		g.many(func() bool { return g.tk(VBAR) && item() })
		return true
	})
}

func (g *diag) closedPattern() bool {
	return g.rememberOK(ruleClosedPattern, func() bool {
		switch {
		case g.literalPattern():
			return true
		case g.seq(func() bool { return !g.isWildcard() && g.tk(NAME) && !g.isTargetTail() }): // capture
			return true
		case g.soft("_"):
			return true
		case g.seq(func() bool { return g.dottedAttr() && !g.isTargetTail() }): // value
			return true
		case g.seq(func() bool { return g.tk(LPAR) && g.pattern() && g.tk(RPAR) }): // group
			return true
		case g.seq(func() bool { return g.tk(LSQB) && g.opt(g.maybeSequence) && g.tk(RSQB) }):
			return true
		case g.seq(func() bool { return g.tk(LPAR) && g.opt(g.openSequence) && g.tk(RPAR) }):
			return true
		case g.seq(g.mappingPattern):
			return true
		}
		return g.classPattern()
	})
}

// dottedAttr parses NAME ('.' NAME)+.
func (g *diag) dottedAttr() bool {
	return g.tk(NAME) && g.many(func() bool { return g.tk(DOT) && g.tk(NAME) }) > 0
}

func (g *diag) literalPattern() bool {
	return g.seq(func() bool { return g.signedNumber() && g.isNot(PLUS) && g.isNot(MINUS) }) ||
		g.seq(g.complexNumber) ||
		g.seq(func() bool { return g.strings() != nil }) ||
		g.tk(kwNone) || g.tk(kwTrue) || g.tk(kwFalse)
}

func (g *diag) signedNumber() bool {
	return g.seq(func() bool { return g.tk(NUMBER) && g.numberAt(g.pos-1) != nil }) ||
		g.seq(func() bool { return g.tk(MINUS) && g.tk(NUMBER) && g.numberAt(g.pos-1) != nil })
}

// complexNumber parses real ('+' | '-') imaginary.
func (g *diag) complexNumber() bool {
	part := func(imaginary bool, msg string) bool {
		if !g.tk(NUMBER) {
			return false
		}
		e := g.numberAt(g.pos - 1)
		if e == nil {
			return false
		}
		if isImaginary(e) != imaginary {
			return g.raisePos(e.Span(), msg)
		}
		return true
	}
	g.tk(MINUS)
	if !part(false, "real number required in complex literal") || !g.tk(PLUS) && !g.tk(MINUS) {
		return false
	}
	return part(true, "imaginary number required in complex literal")
}

func (g *diag) mappingPattern() bool {
	rest := func() bool {
		return g.tk(DOUBLESTAR) && !g.isWildcard() && g.tk(NAME) && !g.isTargetTail()
	}
	item := func() bool {
		return (g.literalPattern() || g.seq(g.dottedAttr)) && g.tk(COLON) && g.pattern()
	}
	comma := func() bool { g.tk(COMMA); return g.err == nil }
	return g.seq(func() bool { return g.tk(LBRACE) && g.tk(RBRACE) }) ||
		g.seq(func() bool { return g.tk(LBRACE) && rest() && comma() && g.tk(RBRACE) }) ||
		g.seq(func() bool {
			return g.tk(LBRACE) && g.list(item) && g.tk(COMMA) && rest() && comma() && g.tk(RBRACE)
		}) ||
		g.seq(func() bool { return g.tk(LBRACE) && g.list(item) && comma() && g.tk(RBRACE) })
}

func (g *diag) nameOrAttr() bool {
	return g.rememberOK(ruleNameOrAttr, func() bool {
		if !g.tk(NAME) {
			return false
		}
		g.many(func() bool { return g.tk(DOT) && g.tk(NAME) })
		return true
	})
}

func (g *diag) classPattern() bool {
	comma := func() bool { g.tk(COMMA); return g.err == nil }
	positional := func() bool { return g.list(g.pattern) }
	keyword := func() bool {
		return g.list(func() bool { return g.tk(NAME) && g.tk(EQUAL) && g.pattern() })
	}
	open := func() bool { return g.nameOrAttr() && g.tk(LPAR) }
	if g.seq(func() bool { return open() && g.tk(RPAR) }) ||
		g.seq(func() bool { return open() && positional() && comma() && g.tk(RPAR) }) ||
		g.seq(func() bool { return open() && keyword() && comma() && g.tk(RPAR) }) ||
		g.seq(func() bool { return open() && positional() && g.tk(COMMA) && keyword() && comma() && g.tk(RPAR) }) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			if !open() || !g.opt(func() bool { return positional() && g.tk(COMMA) }) || !keyword() || !g.tk(COMMA) {
				return false
			}
			start := g.pos
			return positional() && g.raisePos(g.span(start), "positional patterns follow keyword patterns")
		})
	}
	return false
}
