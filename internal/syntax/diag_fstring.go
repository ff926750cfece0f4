package syntax

import "strings"

// strings parses adjacent string literals and f-strings.
func (g *diag) strings() Expr {
	return g.remember(ruleStrings, func() Expr {
		start := g.pos
		sawBytes, sawText, sawF := false, false, false
		n := g.many(func() bool {
			if g.is(FSTRING_START) {
				if !g.fstring() {
					return false
				}
				sawF, sawText = true, true
				return true
			}
			if !g.tk(STRING) {
				return false
			}
			t := g.toks[g.pos-1]
			lit := decodeLiteral(g.lx.src[t.Start:t.End], g.opts)
			if lit.err != "" {
				return g.raisePos(tokenPos(&t), lit.err)
			}
			if lit.bytes {
				sawBytes = true
			} else {
				sawText = true
			}
			return true
		})
		if n == 0 || g.err != nil {
			return nil
		}
		if sawBytes && sawText {
			g.raiseLast(SyntaxError, "cannot mix bytes and nonbytes literals")
			return nil
		}
		if sawF {
			return &JoinedStr{Pos: g.span(start)}
		}
		return &Constant{g.span(start), "", ""}
	})
}

// fstring parses from FSTRING_START to FSTRING_END.
func (g *diag) fstring() bool {
	start := g.pos
	if !g.tk(FSTRING_START) {
		return false
	}
	t := g.toks[start]
	raw := strings.ContainsAny(g.lx.src[t.Start:t.End][:2], "rR")
	var texts []token
	g.many(func() bool {
		if g.replacementField() {
			return true
		}
		if !g.tk(FSTRING_MIDDLE) {
			return false
		}
		texts = append(texts, g.toks[g.pos-1])
		return true
	})
	if !g.tk(FSTRING_END) {
		return false
	}
	for _, t := range texts {
		if lit := decodeText(g.lx.src[t.Start:t.End], raw, g.opts); lit.err != "" {
			return g.raisePos(g.prev(), lit.err)
		}
	}
	return true
}

func (g *diag) replacementField() bool {
	if g.seq(func() bool {
		if !g.tk(LBRACE) || g.assigned() == nil {
			return false
		}
		g.tk(EQUAL)
		bang := g.pos
		if !g.opt(g.conversion) {
			return false
		}
		end := g.pos
		return g.opt(g.formatSpec) && g.tk(RBRACE) && (end == bang || g.checkConversion(&g.toks[bang+1]))
	}) {
		return true
	}
	if g.explain {
		g.mistakenField()
	}
	return false
}

func (g *diag) conversion() bool {
	if !g.tk(EXCLAMATION) {
		return false
	}
	bang := g.prev()
	if !g.tk(NAME) {
		return false
	}
	t := g.toks[g.pos-1]
	if bang.EndLine != t.Line || bang.EndCol != t.Col {
		return g.raiseRange(bang, tokenPos(&t), "f-string: conversion type must come right after the exclamanation mark")
	}
	return true
}

func (g *diag) checkConversion(t *token) bool {
	if s := g.lx.src[t.Start:t.End]; s != "s" && s != "r" && s != "a" {
		return g.raisePos(tokenPos(t), "f-string: invalid conversion character "+ReprString(normalizeIdent(s))+": expected 's', 'r', or 'a'")
	}
	return true
}

func (g *diag) formatSpec() bool {
	if !g.tk(COLON) {
		return false
	}
	g.specParts()
	return g.err == nil
}

func (g *diag) specParts() {
	g.many(func() bool {
		if !g.tk(FSTRING_MIDDLE) {
			return g.replacementField()
		}
		t := g.toks[g.pos-1]
		if lit := decodeText(g.lx.src[t.Start:t.End], false, g.opts); lit.err != "" {
			return g.raisePos(tokenPos(&t), lit.err)
		}
		return true
	})
}

func (g *diag) mistakenField() {
	const noExpr = "f-string: valid expression required before '"
	for _, c := range [...]struct {
		k    Kind
		text string
	}{{EQUAL, "="}, {EXCLAMATION, "!"}, {COLON, ":"}, {RBRACE, "}"}} {
		g.seq(func() bool {
			return g.tk(LBRACE) && g.tk(c.k) && g.raisePos(g.prev(), noExpr+c.text+"'")
		})
	}
	g.seq(func() bool {
		return g.tk(LBRACE) && g.not(func() bool { return g.assigned() != nil }) &&
			g.raiseNext("f-string: expecting a valid expression after '{'")
	})
	value := func() bool { return g.tk(LBRACE) && g.assigned() != nil }
	noneOf := func(ks ...Kind) bool {
		for _, k := range ks {
			if !g.isNot(k) {
				return false
			}
		}
		return true
	}
	g.seq(func() bool {
		return value() && noneOf(EQUAL, EXCLAMATION, COLON, RBRACE) &&
			g.raiseNext("f-string: expecting '=', or '!', or ':', or '}'")
	})
	g.seq(func() bool {
		return value() && g.tk(EQUAL) && noneOf(EXCLAMATION, COLON, RBRACE) &&
			g.raiseNext("f-string: expecting '!', or ':', or '}'")
	})
	valueEq := func() bool {
		if !value() {
			return false
		}
		g.tk(EQUAL)
		return g.err == nil
	}
	g.seq(func() bool {
		if !valueEq() {
			return false
		}
		g.seq(func() bool {
			return g.tk(EXCLAMATION) && (g.is(COLON) || g.is(RBRACE)) && g.raiseNext("f-string: missing conversion character")
		})
		g.seq(func() bool {
			return g.tk(EXCLAMATION) && g.isNot(NAME) && g.raiseNext("f-string: invalid conversion character")
		})
		return false
	})
	conv := func() bool {
		return valueEq() && g.opt(func() bool { return g.tk(EXCLAMATION) && g.tk(NAME) })
	}
	g.seq(func() bool {
		return conv() && noneOf(COLON, RBRACE) && g.raiseNext("f-string: expecting ':' or '}'")
	})
	g.seq(func() bool {
		if !conv() || !g.tk(COLON) {
			return false
		}
		g.specParts()
		return g.isNot(RBRACE) && g.raiseNext("f-string: expecting '}', or format specs")
	})
	g.seq(func() bool { return conv() && g.isNot(RBRACE) && g.raiseNext("f-string: expecting '}'") })
}
