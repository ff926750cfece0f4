package syntax

func (g *diag) statement() bool { return g.compoundStmt() || g.simpleStmts() }

func (g *diag) statements() bool { return g.many(g.statement) > 0 }

func (g *diag) simpleStmts() bool {
	return g.seq(func() bool { return g.simpleStmt() && g.isNot(SEMI) && g.tk(NEWLINE) }) ||
		g.seq(func() bool {
			if !g.simpleStmt() {
				return false
			}
			g.many(func() bool { return g.tk(SEMI) && g.simpleStmt() })
			g.tk(SEMI)
			return g.tk(NEWLINE)
		})
}

func (g *diag) simpleStmt() bool {
	return g.rememberOK(ruleSimpleStmt, func() bool {
		if g.assignment() || g.seq(g.typeAlias) || g.seq(func() bool { return g.starExpressions() != nil }) {
			return true
		}
		switch g.at(g.pos) {
		case kwReturn:
			return g.tk(kwReturn) && g.opt(func() bool { return g.starExpressions() != nil })
		case kwImport, kwFrom:
			return g.importStmt()
		case kwRaise:
			return g.seq(func() bool {
				return g.tk(kwRaise) && g.expression() != nil &&
					g.opt(func() bool { return g.tk(kwFrom) && g.expression() != nil })
			}) || g.tk(kwRaise)
		case kwPass, kwBreak, kwContinue:
			g.pos++
			return true
		case kwDel:
			return g.delStmt()
		case kwYield:
			return g.yieldExpr() != nil
		case kwAssert:
			return g.tk(kwAssert) && g.expression() != nil &&
				g.opt(func() bool { return g.tk(COMMA) && g.expression() != nil })
		case kwGlobal, kwNonlocal:
			g.pos++
			return g.list(func() bool { return g.tk(NAME) })
		}
		return false
	})
}

func (g *diag) augAssign() bool {
	k := g.at(g.pos)
	if k >= NTokens || augOps[k] == 0 {
		return false
	}
	g.pos++
	return k != ATEQUAL || g.version(5, "The '@' operator is")
}

func (g *diag) assignment() bool {
	annotation := func() bool {
		return g.tk(COLON) && g.expression() != nil &&
			g.opt(func() bool { return g.tk(EQUAL) && g.assigned() != nil })
	}
	if g.seq(func() bool {
		return g.tk(NAME) && annotation() && g.version(6, "Variable annotation syntax is")
	}) {
		return true
	}
	if g.seq(func() bool {
		return (g.parenTarget() != nil || g.lastTrailer() != nil) && annotation() &&
			g.version(6, "Variable annotations syntax is")
	}) {
		return true
	}
	target := func() bool { return g.starTargets() != nil && g.tk(EQUAL) }
	if g.seq(func() bool {
		if g.many(target) == 0 || g.assigned() == nil || !g.isNot(EQUAL) {
			return false
		}
		g.tk(TYPE_COMMENT)
		return true
	}) {
		return true
	}
	committed := false
	if g.seq(func() bool {
		if g.singleTarget() == nil || !g.augAssign() {
			return false
		}
		committed = true
		return g.assigned() != nil
	}) {
		return true
	}
	if !committed && g.explain {
		g.mistakenAssignment(target)
	}
	return false
}

func (g *diag) mistakenAssignment(target func() bool) {
	g.seq(func() bool {
		a := g.annotatedDisplay()
		if a == nil || !g.tk(COLON) || g.expression() == nil {
			return false
		}
		return g.raisePos(a.Span(), "only single target (not "+exprName(a)+") can be annotated")
	})
	g.seq(func() bool {
		a := g.starNamed()
		if a == nil || !g.tk(COMMA) {
			return false
		}
		g.many(func() bool { return g.starNameds() != nil })
		return g.tk(COLON) && g.expression() != nil &&
			g.raisePos(a.Span(), "only single target (not tuple) can be annotated")
	})
	g.seq(func() bool {
		a := g.expression()
		return a != nil && g.tk(COLON) && g.expression() != nil &&
			g.raisePos(a.Span(), "illegal target for annotation")
	})
	g.seq(func() bool {
		g.many(target)
		a := g.starExpressions()
		return a != nil && g.tk(EQUAL) && g.raiseTarget(a, assignTargets)
	})
	g.seq(func() bool {
		g.many(target)
		a := g.yieldExpr()
		return a != nil && g.tk(EQUAL) && g.raisePos(a.Span(), "assignment to yield expression not possible")
	})
	g.seq(func() bool {
		a := g.starExpressions()
		return a != nil && g.augAssign() && g.assigned() != nil &&
			g.raisePos(a.Span(), "'"+exprName(a)+"' is an illegal expression for augmented assignment")
	})
}

// annotatedDisplay parses a list or tuple, possibly in parentheses.
func (g *diag) annotatedDisplay() Expr {
	if e := g.listDisplay(); e != nil {
		return e
	}
	if e := g.tupleDisplay(); e != nil {
		return e
	}
	return g.alt(func() Expr {
		if !g.tk(LPAR) {
			return nil
		}
		e := g.annotatedDisplay()
		if e == nil || !g.tk(RPAR) {
			return nil
		}
		return e
	})
}

func (g *diag) delStmt() bool {
	if g.seq(func() bool {
		return g.tk(kwDel) && g.delTargets() && (g.is(SEMI) || g.is(NEWLINE))
	}) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			if !g.tk(kwDel) {
				return false
			}
			a := g.starExpressions()
			return a != nil && g.raiseTarget(a, delTargets)
		})
	}
	return false
}

func (g *diag) dottedName() bool {
	return g.rememberOK(ruleDottedName, func() bool {
		if !g.tk(NAME) {
			return false
		}
		g.many(func() bool { return g.tk(DOT) && g.tk(NAME) })
		return true
	})
}

func (g *diag) importStmt() bool {
	const noNames = "Expected one or more names after 'import'"
	if g.explain {
		g.seq(func() bool {
			if !g.tk(kwImport) {
				return false
			}
			a := g.prev()
			return g.list(g.dottedName) && g.tk(kwFrom) && g.dottedName() &&
				g.raiseFrom(a, "Did you mean to use 'from ... import ...' instead?")
		})
		g.seq(func() bool {
			return g.tk(kwImport) && g.tk(NEWLINE) && g.raiseFrom(g.prev(), noNames)
		})
	}
	asName := func() bool { return g.opt(func() bool { return g.tk(kwAs) && g.tk(NAME) }) }
	if g.seq(func() bool {
		return g.tk(kwImport) && g.list(func() bool { return g.dottedName() && asName() })
	}) {
		return true
	}
	dot := func() bool { return g.tk(DOT) || g.tk(ELLIPSIS) }
	names := func() bool { return g.list(func() bool { return g.tk(NAME) && asName() }) }
	targets := func() bool {
		if g.seq(func() bool {
			if !g.tk(LPAR) || !names() {
				return false
			}
			g.tk(COMMA)
			return g.tk(RPAR)
		}) || g.seq(func() bool { return names() && g.isNot(COMMA) }) || g.tk(STAR) {
			return true
		}
		if g.explain {
			g.seq(func() bool {
				return names() && g.tk(COMMA) && g.tk(NEWLINE) &&
					g.raiseLast(SyntaxError, "trailing comma not allowed without surrounding parentheses")
			})
			g.seq(func() bool { return g.tk(NEWLINE) && g.raiseFrom(g.prev(), noNames) })
		}
		return false
	}
	return g.seq(func() bool {
		if !g.tk(kwFrom) {
			return false
		}
		g.many(dot)
		return g.dottedName() && g.tk(kwImport) && targets()
	}) || g.seq(func() bool {
		return g.tk(kwFrom) && g.many(dot) > 0 && g.tk(kwImport) && targets()
	})
}

func (g *diag) typeAlias() bool {
	return g.soft("type") && g.tk(NAME) && g.opt(g.typeParams) && g.tk(EQUAL) && g.expression() != nil &&
		g.version(12, "Type statement is")
}

func (g *diag) typeParams() bool {
	if g.explain {
		g.seq(func() bool {
			return g.tk(LSQB) && g.tk(RSQB) && g.raiseFrom(g.prev(), "Type parameter list cannot be empty")
		})
	}
	return g.seq(func() bool {
		if !g.tk(LSQB) || !g.list(g.typeParam) {
			return false
		}
		g.tk(COMMA)
		return g.tk(RSQB) && g.version(12, "Type parameter lists are")
	})
}

func (g *diag) typeParam() bool {
	def := func(value func() Expr) func() bool {
		return func() bool {
			return g.opt(func() bool {
				return g.tk(EQUAL) && value() != nil && g.version(13, "Type parameter defaults are")
			})
		}
	}
	return g.rememberOK(ruleTypeParam, func() bool {
		if g.seq(func() bool {
			return g.tk(NAME) && g.opt(func() bool { return g.tk(COLON) && g.expression() != nil }) && def(g.expression)()
		}) {
			return true
		}
		// In both passes.
		for _, c := range [...]struct {
			op   Kind
			name string
		}{{STAR, "TypeVarTuple"}, {DOUBLESTAR, "ParamSpec"}} {
			g.seq(func() bool {
				if !g.tk(c.op) || !g.tk(NAME) || !g.tk(COLON) {
					return false
				}
				a := g.prev()
				e := g.expression()
				if e == nil {
					return false
				}
				what := "bound"
				if _, ok := e.(*Tuple); ok {
					what = "constraints"
				}
				return g.raiseFrom(a, "cannot use "+what+" with "+c.name)
			})
		}
		return g.seq(func() bool { return g.tk(STAR) && g.tk(NAME) && def(g.starExpression)() }) ||
			g.seq(func() bool { return g.tk(DOUBLESTAR) && g.tk(NAME) && def(g.expression)() })
	})
}

func (g *diag) block() bool {
	return g.rememberOK(ruleBlock, func() bool {
		if g.seq(func() bool { return g.tk(NEWLINE) && g.tk(INDENT) && g.statements() && g.tk(DEDENT) }) ||
			g.simpleStmts() {
			return true
		}
		if g.explain {
			g.seq(func() bool {
				return g.tk(NEWLINE) && g.isNot(INDENT) && g.raiseLast(IndentationError, "expected an indented block")
			})
		}
		return false
	})
}

// noBlock looks for a header without a block: it consumes ":" NEWLINE and
// reports that no INDENT follows.
func (g *diag) noBlock(what string, line int32) bool {
	return g.tk(COLON) && g.tk(NEWLINE) && g.isNot(INDENT) && g.raiseIndent(what, line)
}

// noColon looks for a header that ends without ":".
func (g *diag) noColon() bool {
	return g.tk(NEWLINE) && g.raiseLast(SyntaxError, "expected ':'")
}

func (g *diag) compoundStmt() bool {
	if g.err != nil {
		return false
	}
	ok := false
	k := g.at(g.pos)
	if k == kwDef || k == AT || k == kwAsync {
		ok = g.seq(g.functionDef)
	}
	if !ok && k == kwIf {
		ok = g.seq(g.ifStmt)
	}
	if !ok && (k == kwClass || k == AT) {
		ok = g.seq(g.classDef)
	}
	if !ok && (k == kwWith || k == kwAsync) {
		ok = g.seq(g.withStmt)
	}
	if !ok && (k == kwFor || k == kwAsync) {
		ok = g.seq(g.forStmt)
	}
	if !ok && k == kwTry {
		ok = g.seq(g.tryStmt)
	}
	if !ok && k == kwWhile {
		ok = g.seq(g.whileStmt)
	}
	if !ok && g.err == nil {
		ok = g.seq(g.matchStmt)
	}
	return ok
}

func (g *diag) decorators() bool {
	return g.many(func() bool { return g.tk(AT) && g.namedExpr() != nil && g.tk(NEWLINE) }) > 0
}

func (g *diag) functionDef() bool {
	return g.seq(func() bool { return g.decorators() && g.functionDefRaw() }) || g.functionDefRaw()
}

func (g *diag) functionDefRaw() bool {
	params := func() bool { return g.opt(func() bool { return g.params(false) }) }
	returns := func() bool { return g.opt(func() bool { return g.tk(RARROW) && g.expression() != nil }) }
	if g.explain {
		g.seq(func() bool {
			g.tk(kwAsync)
			if !g.tk(kwDef) {
				return false
			}
			line := g.prev().Line
			return g.tk(NAME) && g.opt(g.typeParams) && g.tk(LPAR) && params() && g.tk(RPAR) && returns() &&
				g.noBlock("function definition", line)
		})
	}
	expect := func(k Kind, text string) bool {
		if g.explain {
			return g.forced(k, text)
		}
		return g.tk(k)
	}
	rest := func() bool {
		if !g.tk(kwDef) || !g.tk(NAME) || !g.opt(g.typeParams) || !expect(LPAR, "(") || !params() || !g.tk(RPAR) ||
			!returns() || !expect(COLON, ":") {
			return false
		}
		return g.opt(g.funcTypeComment) && g.block()
	}
	return g.seq(rest) || g.seq(func() bool { return g.tk(kwAsync) && rest() && g.version(5, "Async functions are") })
}

func (g *diag) funcTypeComment() bool {
	if g.seq(func() bool {
		return g.tk(NEWLINE) && g.tk(TYPE_COMMENT) && g.look(func() bool { return g.tk(NEWLINE) && g.tk(INDENT) })
	}) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			return g.tk(TYPE_COMMENT) && g.tk(NEWLINE) && g.tk(TYPE_COMMENT) && g.tk(NEWLINE) && g.tk(INDENT) &&
				g.raiseLast(SyntaxError, "Cannot have two type comments on def")
		})
	}
	return g.tk(TYPE_COMMENT)
}

func (g *diag) classDef() bool {
	return g.seq(func() bool { return g.decorators() && g.classDefRaw() }) || g.classDefRaw()
}

func (g *diag) classDefRaw() bool {
	var line int32
	header := func() bool {
		if !g.tk(kwClass) {
			return false
		}
		line = g.prev().Line
		return g.tk(NAME) && g.opt(g.typeParams) &&
			g.opt(func() bool { return g.tk(LPAR) && g.opt(g.arguments) && g.tk(RPAR) })
	}
	if g.explain {
		g.seq(func() bool { return header() && g.noColon() })
		g.seq(func() bool { return header() && g.noBlock("class definition", line) })
	}
	return g.seq(func() bool { return header() && g.tk(COLON) && g.block() })
}

// condBlock parses keyword named_expression ':' block, looking for mistakes first.
func (g *diag) mistakenCond(kw Kind, name string) {
	if !g.explain {
		return
	}
	g.seq(func() bool { return g.tk(kw) && g.namedExpr() != nil && g.noColon() })
	g.seq(func() bool {
		if !g.tk(kw) {
			return false
		}
		line := g.prev().Line
		return g.namedExpr() != nil && g.noBlock("'"+name+"' statement", line)
	})
}

func (g *diag) ifStmt() bool {
	g.mistakenCond(kwIf, "if")
	return g.ifRest(kwIf)
}

// ifRest parses an if or elif clause and what follows it.
func (g *diag) ifRest(kw Kind) bool {
	head := func() bool { return g.tk(kw) && g.namedExpr() != nil && g.tk(COLON) && g.block() }
	return g.seq(func() bool { return head() && g.elifStmt() }) ||
		g.seq(func() bool { return head() && g.opt(g.elseBlock) })
}

func (g *diag) elifStmt() bool {
	g.depth++
	defer func() { g.depth-- }()
	if g.depth > maxDepth {
		if g.err == nil {
			g.err = depthError()
		}
		return false
	}
	g.mistakenCond(kwElif, "elif")
	return g.ifRest(kwElif)
}

func (g *diag) elseBlock() bool {
	if g.explain {
		g.seq(func() bool {
			return g.tk(kwElse) && g.noBlock("'else' statement", g.prev().Line)
		})
	}
	return g.tk(kwElse) && g.forced(COLON, ":") && g.block()
}

func (g *diag) whileStmt() bool {
	g.mistakenCond(kwWhile, "while")
	return g.tk(kwWhile) && g.namedExpr() != nil && g.tk(COLON) && g.block() && g.opt(g.elseBlock)
}

func (g *diag) forStmt() bool {
	var line int32
	if g.explain {
		header := func() bool {
			g.tk(kwAsync)
			if !g.tk(kwFor) {
				return false
			}
			line = g.prev().Line
			return g.starTargets() != nil && g.tk(kwIn) && g.starExpressions() != nil
		}
		g.seq(func() bool { return header() && g.noColon() })
		g.seq(func() bool { return header() && g.noBlock("'for' statement", line) })
	}
	committed := false
	rest := func() bool {
		if !g.tk(kwFor) || g.starTargets() == nil || !g.tk(kwIn) {
			return false
		}
		committed = true
		if g.starExpressions() == nil || !g.tk(COLON) {
			return false
		}
		g.tk(TYPE_COMMENT)
		return g.block() && g.opt(g.elseBlock)
	}
	if g.seq(rest) {
		return true
	}
	if !committed && g.seq(func() bool {
		return g.tk(kwAsync) && rest() && g.version(5, "Async for loops are")
	}) {
		return true
	}
	if !committed && g.explain {
		g.mistakenForTarget()
	}
	return false
}

func (g *diag) withStmt() bool {
	// The items as the checks for a missing ":" or block see them.
	items := func(item func() Expr) func() bool {
		return func() bool {
			return g.list(func() bool {
				return item() != nil && g.opt(func() bool { return g.tk(kwAs) && g.starTarget() != nil })
			})
		}
	}
	var line int32
	with := func() bool {
		g.tk(kwAsync)
		if !g.tk(kwWith) {
			return false
		}
		line = g.prev().Line
		return true
	}
	parens := func() bool {
		if !g.tk(LPAR) || !items(g.expressions)() {
			return false
		}
		g.tk(COMMA)
		return g.tk(RPAR)
	}
	if g.explain {
		const what = "'with' statement"
		g.seq(func() bool { return with() && items(g.expression)() && g.noBlock(what, line) })
		g.seq(func() bool { return with() && parens() && g.noBlock(what, line) })
	}
	body := func() bool {
		if !g.tk(COLON) {
			return false
		}
		g.tk(TYPE_COMMENT)
		return g.block()
	}
	for _, async := range [...]bool{false, true} {
		if g.seq(func() bool {
			if async && !g.tk(kwAsync) || !g.tk(kwWith) || !g.tk(LPAR) || !g.list(g.withItem) {
				return false
			}
			g.tk(COMMA)
			return g.tk(RPAR) && body()
		}) || g.seq(func() bool {
			return (!async || g.tk(kwAsync)) && g.tk(kwWith) && g.list(g.withItem) && body() &&
				(!async || g.version(5, "Async with statements are"))
		}) {
			return true
		}
	}
	if g.explain {
		g.seq(func() bool { return with() && items(g.expression)() && g.noColon() })
		g.seq(func() bool { return with() && parens() && g.noColon() })
	}
	return false
}

func (g *diag) withItem() bool {
	ends := func() bool { return g.is(COMMA) || g.is(RPAR) || g.is(COLON) }
	if g.seq(func() bool {
		return g.expression() != nil && g.tk(kwAs) && g.starTarget() != nil && ends()
	}) {
		return true
	}
	if g.explain {
		g.seq(func() bool {
			if g.expression() == nil || !g.tk(kwAs) {
				return false
			}
			a := g.expression()
			return a != nil && ends() && g.raiseTarget(a, assignTargets)
		})
	}
	return g.seq(func() bool { return g.expression() != nil })
}

func (g *diag) tryStmt() bool {
	if g.explain {
		g.mistakenTry()
	}
	try := func() bool { return g.tk(kwTry) && g.forced(COLON, ":") && g.block() }
	tail := func() bool { return g.opt(g.elseBlock) && g.opt(g.finallyBlock) }
	return g.seq(func() bool { return try() && g.finallyBlock() }) ||
		g.seq(func() bool { return try() && g.many(g.exceptBlock) > 0 && tail() }) ||
		g.seq(func() bool {
			return try() && g.many(g.exceptStarBlock) > 0 && tail() && g.version(11, "Exception groups are")
		})
}

func (g *diag) asName() bool { return g.opt(func() bool { return g.tk(kwAs) && g.tk(NAME) }) }

func (g *diag) mistakenTry() {
	const both = "cannot have both 'except' and 'except*' on the same 'try'"
	g.seq(func() bool { return g.tk(kwTry) && g.noBlock("'try' statement", g.prev().Line) })
	g.seq(func() bool {
		return g.tk(kwTry) && g.tk(COLON) && g.block() && g.isNot(kwExcept) && g.isNot(kwFinally) &&
			g.raiseLast(SyntaxError, "expected 'except' or 'finally' block")
	})
	g.seq(func() bool {
		if !g.tk(kwTry) || !g.tk(COLON) || g.many(g.block) < 0 || g.many(g.exceptBlock) == 0 || !g.tk(kwExcept) {
			return false
		}
		a := g.prev()
		if !g.tk(STAR) {
			return false
		}
		b := g.prev()
		return g.expression() != nil && g.asName() && g.tk(COLON) && g.raiseRange(a, b, both)
	})
	g.seq(func() bool {
		if !g.tk(kwTry) || !g.tk(COLON) || g.many(g.block) < 0 || g.many(g.exceptStarBlock) == 0 || !g.tk(kwExcept) {
			return false
		}
		a := g.prev()
		return g.opt(func() bool { return g.expression() != nil && g.asName() }) && g.tk(COLON) && g.raisePos(a, both)
	})
}

func (g *diag) exceptBlock() bool {
	if g.explain {
		const what = "'except' statement"
		g.seq(func() bool {
			if !g.tk(kwExcept) {
				return false
			}
			line := g.prev().Line
			return g.expression() != nil && g.asName() && g.noBlock(what, line)
		})
		g.seq(func() bool { return g.tk(kwExcept) && g.noBlock(what, g.prev().Line) })
	}
	if g.seq(func() bool {
		return g.tk(kwExcept) && g.expression() != nil && g.asName() && g.tk(COLON) && g.block()
	}) || g.seq(func() bool { return g.tk(kwExcept) && g.tk(COLON) && g.block() }) {
		return true
	}
	if g.explain {
		g.mistakenExcept()
	}
	return false
}

func (g *diag) exceptStarBlock() bool {
	if g.explain {
		g.seq(func() bool {
			if !g.tk(kwExcept) || !g.tk(STAR) {
				return false
			}
			line := g.toks[g.pos-2].Line
			return g.expression() != nil && g.asName() && g.noBlock("'except*' statement", line)
		})
	}
	if g.seq(func() bool {
		return g.tk(kwExcept) && g.tk(STAR) && g.expression() != nil && g.asName() && g.tk(COLON) && g.block()
	}) {
		return true
	}
	if g.explain {
		g.mistakenExcept()
	}
	return false
}

func (g *diag) mistakenExcept() {
	g.seq(func() bool {
		if !g.tk(kwExcept) {
			return false
		}
		g.tk(STAR)
		a := g.expression()
		return a != nil && g.tk(COMMA) && g.expressions() != nil && g.asName() && g.tk(COLON) &&
			g.raiseFrom(a.Span(), "multiple exception types must be parenthesized")
	})
	g.seq(func() bool {
		if !g.tk(kwExcept) {
			return false
		}
		g.tk(STAR)
		return g.expression() != nil && g.asName() && g.noColon()
	})
	g.seq(func() bool { return g.tk(kwExcept) && g.noColon() })
	g.seq(func() bool {
		return g.tk(kwExcept) && g.tk(STAR) && (g.tk(NEWLINE) || g.tk(COLON)) &&
			g.raiseLast(SyntaxError, "expected one or more exception types")
	})
}

func (g *diag) finallyBlock() bool {
	if g.explain {
		g.seq(func() bool { return g.tk(kwFinally) && g.noBlock("'finally' statement", g.prev().Line) })
	}
	return g.seq(func() bool { return g.tk(kwFinally) && g.forced(COLON, ":") && g.block() })
}
