package expat

import "bytes"

// predefined is the character of one of the five entities that need no
// declaration, 0 if b names none of them.
func predefined(b []byte) byte {
	switch string(b) {
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "amp":
		return '&'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	return 0
}

// charNumber is the character of a reference, -1 when there is none such.
func charNumber(b []byte) rune {
	b = b[2 : len(b)-1]
	base := rune(10)
	if b[0] == 'x' {
		base, b = 16, b[1:]
	}
	n := rune(0)
	for _, c := range b {
		d := rune(c - '0')
		if c > '9' {
			d = rune(c|0x20-'a') + 10
		}
		if n = n*base + d; n > 0x10FFFF {
			return -1
		}
	}
	if n>>11 == 0x1B || n&^1 == 0xFFFE || n < 0x20 && n != '\t' && n != '\n' && n != '\r' {
		return -1
	}
	return n
}

var newline = []byte{'\n'}

// content reads the content of elements: of the document, and of internal
// entities that it refers to.
func (p *parser) content(more bool) code {
	if p.inCData {
		if c := p.cdata(more); c != errNone || p.inCData {
			return c
		}
	}
	if len(p.open) == 0 {
		p.at(p.in.pos, p.in.pos)
	}
	for {
		b, s, main, level := p.in.buf, p.in.pos, len(p.open) == 0, p.baseLevel
		if !main {
			src := &p.open[len(p.open)-1]
			b, s, level = src.text, src.pos, src.level
		}
		more := more && main
		p.lex.internal = !main
		tok, next := p.lex.content(b, s)
		if main {
			p.in.end = p.in.base + next
		}
		if tok > 0 && !p.account(next-s, main) {
			return errAmplification
		}
		raw := p.raw
		switch tok {
		case tokNone:
			if more {
				return errNone
			}
			if main && p.in.halfUnit {
				return errUnclosed
			}
			if level == 0 && main {
				return errNoElements
			}
			if p.depth() != level {
				return errAsync
			}
			if main {
				return errNone
			}
			p.closeEntity()
			continue
		case tokTrailCR, tokTrailRSQB:
			if more {
				return errNone
			}
			switch {
			case p.on[onText] && tok == tokTrailCR:
				p.out.text(newline)
			case p.on[onText]:
				p.chars(b[s:], main)
			case raw:
				p.plain(b[s:], main)
			}
			next = len(b)
			if main && tok == tokTrailRSQB {
				p.at(next, next)
			}
			if level == 0 && main {
				return errNoElements
			}
			if p.depth() != level {
				return errAsync
			}
		case tokInvalid:
			return p.wrong(next, main, errInvalid)
		case tokPartial:
			if more {
				return errNone
			}
			return errUnclosed
		case tokPartialChar:
			if more {
				return errNone
			}
			return errPartialChar
		case tokData:
			if p.on[onText] {
				p.chars(b[s:next], main)
			} else if raw {
				p.plain(b[s:next], main)
			}
		case tokNewline:
			if p.on[onText] {
				p.out.text(newline)
			} else if raw {
				p.plain(b[s:next], main)
			}
		case tokCharRef:
			n := charNumber(b[s:next])
			if n < 0 {
				return errBadCharRef
			}
			if p.on[onText] {
				p.scratch = appendRune(p.scratch[:0], n)
				p.out.text(p.scratch)
			} else if raw {
				p.plain(b[s:next], main)
			}
		case tokEntityRef:
			// The next token is the first of the entity.
			p.advance(next)
			if c := p.entityRef(b[s:next], main); c != errNone {
				return c
			}
			if p.stopped {
				return errAborted
			}
			if main && len(p.open) == 0 {
				p.in.event = p.in.base + next
			}
			continue
		case tokStart, tokEmpty:
			if c := p.startTag(b, s, next, tok == tokEmpty, main); c != errNone {
				return c
			}
			if tok == tokEmpty && len(p.tags) == 0 && p.baseLevel == 0 {
				return p.endDocument(next, main)
			}
		case tokEnd:
			if p.depth() == level {
				return errAsync
			}
			if c := p.endTag(b, s, next, main); c != errNone {
				return c
			}
			if len(p.tags) == 0 && p.baseLevel == 0 {
				return p.endDocument(next, main)
			}
		case tokCDataOpen:
			if p.on[onStartCData] {
				p.out.startCData()
			} else if raw {
				p.plain(b[s:next], main)
			}
			p.advance(next)
			if p.stopped {
				return errAborted
			}
			p.inCData = true
			if c := p.cdata(more); c != errNone || p.inCData {
				return c
			}
			continue
		case tokPI:
			p.reportPI(b[s:next], main)
		case tokComment:
			p.reportComment(b[s:next], main)
		case tokXMLDecl:
			return errMisplaced
		default:
			if raw {
				p.plain(b[s:next], main)
			}
		}
		p.advance(next)
		if main {
			p.in.event = p.in.base + next
		}
		if p.stopped {
			return errAborted
		}
	}
}

// depth is the number of open tags, as an entity's beginning counts them.
func (p *parser) depth() int { return len(p.tags) + p.baseLevel }

// advance moves on in the text that is being read.
func (p *parser) advance(next int) {
	if n := len(p.open); n > 0 {
		p.open[n-1].pos = next
		return
	}
	p.in.pos = next
}

// closeEntity leaves the text of an internal entity.
func (p *parser) closeEntity() {
	n := len(p.open) - 1
	p.open[n].entity.open = false
	p.open[n] = source{}
	p.open = p.open[:n]
	if n == 0 {
		p.in.event = p.in.base + p.in.pos
	}
}

// openEntity goes on with the text of an internal entity.
func (p *parser) openEntity(e *entity, between bool) {
	e.open = true
	p.open = append(p.open, source{entity: e, text: e.text, level: p.depth(), between: between})
}

// endDocument goes on behind the document's element.
func (p *parser) endDocument(next int, main bool) code {
	p.advance(next)
	if main {
		p.in.event = p.in.base + next
	}
	p.phase = phEpilog
	if p.stopped {
		return errAborted
	}
	return errNone
}

// cdata reads a CDATA section to its end, or to the end of the text.
func (p *parser) cdata(more bool) code {
	main := len(p.open) == 0
	more = more && main
	for {
		b, s := p.in.buf, p.in.pos
		if !main {
			src := &p.open[len(p.open)-1]
			b, s = src.text, src.pos
		}
		p.lex.internal = !main
		tok, next := p.lex.cdata(b, s)
		if main {
			p.at(s, next)
		}
		if tok > 0 && !p.account(next-s, main) {
			return errAmplification
		}
		switch tok {
		case tokCDataClose:
			p.inCData = false
			if p.on[onEndCData] {
				p.out.endCData()
			} else if p.raw {
				p.plain(b[s:next], main)
			}
		case tokNewline:
			if p.on[onText] {
				p.out.text(newline)
			} else if p.raw {
				p.plain(b[s:next], main)
			}
		case tokData:
			if p.on[onText] {
				p.chars(b[s:next], main)
			} else if p.raw {
				p.plain(b[s:next], main)
			}
		case tokInvalid:
			return p.wrong(next, main, errInvalid)
		case tokPartialChar:
			if more {
				return errNone
			}
			return errPartialChar
		default:
			if more {
				return errNone
			}
			return errUnclosedCData
		}
		p.advance(next)
		if main {
			p.in.event = p.in.base + next
		}
		if p.stopped {
			return errAborted
		}
		if !p.inCData {
			return errNone
		}
	}
}

// entityRef handles a reference to a general entity in content.
func (p *parser) entityRef(b []byte, main bool) code {
	id := b[1 : len(b)-1]
	if c := predefined(id); c != 0 {
		if !p.account(1, false) {
			return errAmplification
		}
		if p.on[onText] {
			p.out.text([]byte{c})
		} else if p.raw {
			p.plain(b, main)
		}
		return errNone
	}
	d := p.dtd
	e := d.general[string(id)]
	if !d.hasParamRefs || d.standalone {
		if e == nil {
			return errUndefined
		}
		if !e.internal {
			return errDeclaredInPE
		}
	} else if e == nil {
		if p.on[onSkippedEntity] {
			p.out.skippedEntity(string(id), false)
		} else if p.raw {
			p.plain(b, main)
		}
		return errNone
	}
	switch {
	case e.open:
		return errRecursive
	case e.notation != nil:
		return errBinaryRef
	case e.text != nil:
		if !p.expand {
			if p.on[onSkippedEntity] {
				p.out.skippedEntity(e.name, false)
			} else if p.raw {
				p.plain(b, main)
			}
			return errNone
		}
		p.openEntity(e, false)
	case p.on[onExternalEntity]:
		e.open = true
		context := p.context()
		e.open = false
		if !p.out.externalEntity(&context, e.base, e.system, e.public) {
			return errExternal
		}
	case p.raw:
		p.plain(b, main)
	}
	return errNone
}

// startTag handles a start tag or an empty-element tag.
func (p *parser) startTag(b []byte, s, next int, empty, main bool) code {
	id := b[s+1 : p.lex.nameEnd]
	el := p.element(id)
	p.pool = p.pool[:0]
	t := tag{elem: el}
	c := p.storeAtts(b, &t, main)
	if c != errNone {
		if empty {
			p.unbind(t.bindings)
		}
		return c
	}
	p.tags = append(p.tags, t)
	if p.on[onStartElement] {
		p.out.startElement(t.name, p.atts, p.specified)
	} else if p.raw && !(empty && p.on[onEndElement]) {
		p.plain(b[s:next], main)
	}
	if !empty {
		return errNone
	}
	p.tags = p.tags[:len(p.tags)-1]
	if p.on[onEndElement] {
		if main && p.on[onStartElement] {
			p.in.event = p.in.base + next
		}
		p.out.endElement(t.name)
	}
	p.unbind(t.bindings)
	return errNone
}

func (p *parser) endTag(b []byte, s, next int, main bool) code {
	n := len(p.tags) - 1
	t := p.tags[n]
	if string(b[s+2:p.lex.nameEnd]) != t.elem.raw {
		return p.wrong(s+2, main, errMismatch)
	}
	p.tags[n] = tag{}
	p.tags = p.tags[:n]
	if p.on[onEndElement] {
		p.out.endElement(t.name)
	} else if p.raw {
		p.plain(b[s:next], main)
	}
	p.unbind(t.bindings)
	return errNone
}

// split parts a name at its colon.
func split(id []byte) (prefix, local []byte, found bool) { return bytes.Cut(id, []byte{':'}) }
