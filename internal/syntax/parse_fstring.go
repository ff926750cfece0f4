package syntax

import "strings"

// strings parses adjacent string literals and f-strings as one expression.
func (p *parser) strings() Expr {
	start := p.here()
	if p.k == STRING && p.peekAt(1) != STRING && p.peekAt(1) != FSTRING_START {
		// The usual case: one plain literal.
		t := p.toks[p.pos]
		p.next()
		return p.stringConstant(&t)
	}
	var parts []Expr
	var firstBytes, isF bool
	for first := true; p.k == STRING || p.k == FSTRING_START; first = false {
		b := false
		if p.k == FSTRING_START {
			isF = true
			parts = append(parts, p.fstring()...)
		} else {
			t := p.toks[p.pos]
			p.next()
			c := p.stringConstant(&t)
			_, b = c.Value.(Bytes)
			parts = append(parts, c)
		}
		if first {
			firstBytes = b
		} else if b != firstBytes {
			p.fail() // bytes and text do not mix
			return nil
		}
	}
	if p.failed {
		return nil
	}
	pos := p.span(start)
	if isF {
		return &JoinedStr{pos, foldConstants(parts)}
	}
	first := parts[0].(*Constant)
	var b strings.Builder
	for _, e := range parts {
		switch v := e.(*Constant).Value.(type) {
		case string:
			b.WriteString(v)
		case Bytes:
			b.WriteString(string(v))
		}
	}
	if firstBytes {
		return &Constant{pos, Bytes(b.String()), first.Kind}
	}
	return &Constant{pos, b.String(), first.Kind}
}

// foldConstants merges neighbouring constants of an f-string and drops empty ones.
func foldConstants(parts []Expr) []Expr {
	var out []Expr
	for i := 0; i < len(parts); i++ {
		c, ok := parts[i].(*Constant)
		if !ok {
			out = append(out, parts[i])
			continue
		}
		last := c
		var b strings.Builder
		n := 0
		for j := i; j < len(parts); j++ {
			d, ok := parts[j].(*Constant)
			if !ok {
				break
			}
			s, _ := d.Value.(string)
			b.WriteString(s)
			last = d
			n++
		}
		i += n - 1
		if b.Len() == 0 {
			continue
		}
		if n > 1 {
			c = &Constant{Pos{c.Line, c.Col, last.EndLine, last.EndCol}, b.String(), c.Kind}
		}
		out = append(out, c)
	}
	return out
}

// stringConstant decodes the STRING token t.
func (p *parser) stringConstant(t *token) *Constant {
	if p.failed {
		return &Constant{}
	}
	lit := decodeLiteral(p.lx.src[t.Start:t.End], p.opts)
	if lit.err != "" {
		p.fail()
		return &Constant{}
	}
	if lit.warning != "" {
		p.warnToken(lit.warning, t)
	}
	c := &Constant{Pos: tokenPos(t)}
	if lit.bytes {
		c.Value = Bytes(lit.value)
	} else {
		c.Value = lit.value
		if lit.unicode {
			c.Kind = "u"
		}
	}
	return c
}

// fstring parses from FSTRING_START to FSTRING_END and returns the parts.
func (p *parser) fstring() []Expr {
	raw := strings.ContainsAny(p.text()[:2], "rR")
	p.next()
	p.enter(nest)
	// Text is decoded at the end, so that warnings come in CPython's order.
	type text struct {
		tok token
		c   *Constant
	}
	var parts []Expr
	var texts []text
	for !p.failed {
		switch p.k {
		case FSTRING_MIDDLE:
			t := p.toks[p.pos]
			c := &Constant{Pos: tokenPos(&t)}
			parts = append(parts, c)
			texts = append(texts, text{t, c})
			p.next()
		case LBRACE:
			parts = p.replacementField(parts)
		case FSTRING_END:
			end := p.toks[p.pos]
			p.next()
			p.depth -= nest
			empty := 0
			for i := range texts {
				t := &texts[i]
				t.c.Value = p.fstringText(&t.tok, raw, &end)
				if t.c.Value == "" {
					empty++
				}
			}
			if empty == 0 {
				return parts
			}
			// Text can decode to nothing; then it has no node.
			kept := parts[:0]
			for _, e := range parts {
				if c, ok := e.(*Constant); !ok || c.Value != "" {
					kept = append(kept, e)
				}
			}
			return kept
		default:
			p.fail()
		}
	}
	return nil
}

// fstringText decodes the FSTRING_MIDDLE token t; a warning is located at token at.
func (p *parser) fstringText(t *token, raw bool, at *token) string {
	lit := decodeText(p.lx.src[t.Start:t.End], raw, p.opts)
	if lit.err != "" {
		p.fail()
		return ""
	}
	if lit.warning != "" {
		p.warnToken(lit.warning, at)
	}
	return lit.value
}

// replacementField parses "{expr [=] [!conv] [:spec]}" and appends its nodes.
func (p *parser) replacementField(parts []Expr) []Expr {
	start := p.here()
	open := p.toks[p.pos]
	p.next()
	f := &FormattedValue{Conversion: -1}
	f.Value = p.assigned()
	debug := p.accept(EQUAL)
	end := p.toks[p.pos]
	hasSpec := false
	if p.k == EXCLAMATION {
		bang := p.toks[p.pos]
		p.next()
		if p.k != NAME || bang.End != p.toks[p.pos].Start {
			p.fail()
			return nil
		}
		s := p.text()
		if s != "s" && s != "r" && s != "a" {
			p.fail()
			return nil
		}
		f.Conversion = rune(s[0])
		p.next()
	}
	if p.k == COLON {
		hasSpec = true
		f.FormatSpec = p.formatSpec()
	}
	p.expect(RBRACE)
	f.Pos = p.span(start)
	if debug && !p.failed {
		if f.Conversion < 0 && !hasSpec {
			f.Conversion = 'r'
		}
		text := strings.Clone(stripFieldComments(p.lx.src[open.End:end.Start]))
		parts = append(parts, &Constant{Pos{open.Line, open.Col + 1, end.Line, end.Col}, text, ""})
	}
	return append(parts, f)
}

// formatSpec parses ":" and the text and fields after it. As in CPython 3.13,
// escapes count in it even if the f-string is raw.
func (p *parser) formatSpec() Expr {
	start := p.here()
	p.next()
	p.enter(nest)
	var parts []Expr
	for p.k == FSTRING_MIDDLE || p.k == LBRACE {
		if p.k == LBRACE {
			parts = p.replacementField(parts)
		} else {
			t := p.toks[p.pos]
			parts = append(parts, &Constant{tokenPos(&t), p.fstringText(&t, false, &t), ""})
			p.next()
		}
	}
	p.depth -= nest
	return &JoinedStr{p.span(start), foldConstants(parts)}
}
