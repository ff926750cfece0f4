package syntax

// matchStmt parses a match statement. It returns nil, at the same token, when
// "match" turns out to be an ordinary name.
func (p *parser) matchStmt() Stmt {
	start := p.here()
	next := p.peekAt(1)
	if !startsExpr[next] && next != STAR {
		return nil
	}
	m := p.mark()
	p.next()
	subject := p.subject()
	if p.k != COLON || p.peekAt(1) != NEWLINE {
		if p.k == NEWLINE {
			p.suspect = true
		}
		p.reset(m)
		return nil
	}
	p.release()
	p.next()
	p.next()
	p.expect(INDENT)
	s := &Match{Subject: subject}
	p.enter(6)
	for p.isSoft("case") {
		s.Cases = append(s.Cases, p.matchCase())
	}
	p.depth -= 6
	p.expect(DEDENT)
	if len(s.Cases) == 0 {
		p.fail()
	}
	p.version(10)
	s.Pos = p.span(start)
	return s
}

func (p *parser) subject() Expr {
	start := p.here()
	star := p.k == STAR
	e := p.starNamed()
	if p.k == COMMA {
		return p.tupleTail(start, e, p.starNamed)
	}
	if star {
		p.fail()
	}
	return e
}

func (p *parser) matchCase() *MatchCase {
	p.next()
	c := &MatchCase{}
	c.Pattern = p.openPattern()
	if p.accept(kwIf) {
		c.Guard = p.namedExpr()
	}
	p.expect(COLON)
	c.Body = p.block()
	return c
}

// openPattern parses a pattern or an unparenthesised sequence of patterns.
func (p *parser) openPattern() Pattern {
	start := p.here()
	star := p.k == STAR
	first := p.maybeStarPattern()
	if p.k != COMMA {
		if star {
			p.fail()
		}
		return first
	}
	list := p.patternTail(first, COLON)
	return &MatchSequence{p.span(start), list}
}

// patternTail parses the patterns after the first one of a sequence.
func (p *parser) patternTail(first Pattern, end Kind) []Pattern {
	list := []Pattern{first}
	for p.accept(COMMA) {
		if p.k == end || end == COLON && p.k == kwIf {
			break
		}
		list = append(list, p.maybeStarPattern())
	}
	return list
}

func (p *parser) maybeStarPattern() Pattern {
	if p.k != STAR {
		return p.pattern()
	}
	start := p.here()
	p.next()
	n := p.name()
	if n == "_" {
		n = ""
	}
	return &MatchStar{p.span(start), n}
}

func (p *parser) pattern() Pattern {
	start := p.here()
	pat := p.orPattern()
	if !p.accept(kwAs) {
		return pat
	}
	n := p.name()
	if n == "_" {
		p.fail()
	}
	return &MatchAs{p.span(start), pat, n}
}

func (p *parser) orPattern() Pattern {
	start := p.here()
	pat := p.closedPattern()
	if p.k != VBAR {
		return pat
	}
	list := []Pattern{pat}
	for p.accept(VBAR) {
		list = append(list, p.closedPattern())
	}
	return &MatchOr{p.span(start), list}
}

func (p *parser) closedPattern() Pattern {
	start := p.here()
	switch p.k {
	case NUMBER, MINUS, STRING, FSTRING_START:
		e := p.patternLiteral()
		return &MatchValue{p.span(start), e}
	case kwNone:
		p.next()
		return &MatchSingleton{p.span(start), NoneType{}}
	case kwTrue:
		p.next()
		return &MatchSingleton{p.span(start), true}
	case kwFalse:
		p.next()
		return &MatchSingleton{p.span(start), false}
	case NAME:
		return p.namePattern()
	case LPAR, LSQB:
		return p.sequencePattern()
	case LBRACE:
		return p.mappingPattern()
	}
	p.fail()
	return nil
}

// patternLiteral parses a string, a signed number or a complex number.
func (p *parser) patternLiteral() Expr {
	if p.k == STRING || p.k == FSTRING_START {
		return p.strings()
	}
	start := p.here()
	left := p.signedNumber()
	if p.k != PLUS && p.k != MINUS {
		return left
	}
	op := Add
	if p.k == MINUS {
		op = Sub
	}
	p.next()
	if p.k != NUMBER {
		p.fail()
		return nil
	}
	right := p.number()
	if isImaginary(left) || !isImaginary(right) {
		p.fail()
	}
	return &BinOp{p.span(start), left, op, right}
}

// isImaginary reports whether e is an imaginary literal, possibly negated.
func isImaginary(e Expr) bool {
	if u, ok := e.(*UnaryOp); ok {
		e = u.Operand
	}
	c, ok := e.(*Constant)
	if !ok {
		return false
	}
	_, ok = c.Value.(complex128)
	return ok
}

func (p *parser) signedNumber() Expr {
	start := p.here()
	neg := p.accept(MINUS)
	if p.k != NUMBER {
		p.fail()
		return nil
	}
	e := p.number()
	if neg {
		return &UnaryOp{p.span(start), USub, e}
	}
	return e
}

// namePattern parses a capture, the wildcard, a dotted value or a class pattern.
func (p *parser) namePattern() Pattern {
	start := p.here()
	if p.isSoft("_") {
		p.next()
		return &MatchAs{p.span(start), nil, ""}
	}
	e := p.dottedValue()
	if p.k == LPAR {
		return p.classPattern(start, e)
	}
	n, ok := e.(*Name)
	if !ok {
		return &MatchValue{p.span(start), e}
	}
	return &MatchAs{p.span(start), nil, n.Id}
}

func (p *parser) dottedValue() Expr {
	start := p.here()
	id := p.name()
	var e Expr = &Name{p.span(start), id, Load}
	for p.accept(DOT) {
		id := p.name()
		e = &Attribute{p.span(start), e, id, Load}
	}
	return e
}

func (p *parser) classPattern(start loc, cls Expr) Pattern {
	c := &MatchClass{Cls: cls}
	p.next()
	p.enter(nest)
	for p.k != RPAR && !p.failed {
		if p.k == NAME && p.peekAt(1) == EQUAL {
			c.KwdAttrs = append(c.KwdAttrs, p.name())
			p.next()
			c.KwdPatterns = append(c.KwdPatterns, p.pattern())
		} else {
			if len(c.KwdAttrs) > 0 {
				p.fail()
				return nil
			}
			c.Patterns = append(c.Patterns, p.pattern())
		}
		if !p.accept(COMMA) {
			break
		}
	}
	p.depth -= nest
	p.expect(RPAR)
	c.Pos = p.span(start)
	return c
}

// sequencePattern parses a bracketed sequence or a parenthesised pattern.
func (p *parser) sequencePattern() Pattern {
	start := p.here()
	end := RSQB
	if p.k == LPAR {
		end = RPAR
	}
	p.next()
	if p.accept(end) {
		return &MatchSequence{p.span(start), nil}
	}
	p.enter(nest)
	star := p.k == STAR
	first := p.maybeStarPattern()
	p.depth -= nest
	if end == RPAR && p.k == RPAR {
		if star {
			p.fail()
		}
		p.next()
		return first
	}
	p.enter(nest)
	list := p.patternTail(first, end)
	p.depth -= nest
	p.expect(end)
	return &MatchSequence{p.span(start), list}
}

func (p *parser) mappingPattern() Pattern {
	start := p.here()
	m := &MatchMapping{}
	p.next()
	p.enter(nest)
	for p.k != RBRACE && !p.failed {
		if p.accept(DOUBLESTAR) {
			m.Rest = p.name()
			if m.Rest == "_" {
				p.fail()
			}
			p.accept(COMMA)
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.expect(COLON)
		m.Patterns = append(m.Patterns, p.pattern())
		if !p.accept(COMMA) {
			break
		}
	}
	p.depth -= nest
	p.expect(RBRACE)
	m.Pos = p.span(start)
	return m
}

func (p *parser) mappingKey() Expr {
	switch p.k {
	case NUMBER, MINUS, STRING, FSTRING_START:
		return p.patternLiteral()
	case kwNone, kwTrue, kwFalse:
		return p.atom()
	}
	e := p.dottedValue()
	if _, ok := e.(*Attribute); !ok {
		p.fail()
	}
	return e
}
