package expat

// child makes a parser for an external entity: a general one when there is
// a context, and else a parameter entity or the external subset.
func (p *parser) child(out sink, context *string, encoding string) *parser {
	c := &parser{out: out, root: p.root, up: p, namespace: p.namespace, sep: p.sep, triplets: p.triplets, expand: p.expand,
		deferral: p.deferral, encName: encoding, params: p.params, on: p.on, raw: p.raw}
	if context != nil {
		c.dtd = p.dtd.copy()
		c.phase, c.baseLevel = phEntityStart, 1
		c.init()
		c.setContext(*context)
		return c
	}
	c.dtd = p.dtd
	c.init()
	c.inParam = true
	c.prologState.external, c.prologState.at = true, plExternalStart
	c.phase = phParamStart
	if p.inValue {
		c.phase = phEntityValueStart
	}
	return c
}

// skipBOM skips a byte order mark at the beginning.
func (p *parser) skipBOM() {
	if in := &p.in; in.base+in.pos == 0 && len(in.buf) >= 3 && string(in.buf[:3]) == "\uFEFF" {
		in.pos = 3
		in.event, in.end = 3, 3
	}
}

// entityStart reads the text declaration of an external general entity.
func (p *parser) entityStart(more bool) code {
	b, s := p.in.buf, p.in.pos
	p.lex.internal = false
	tok, next := p.lex.content(b, s)
	p.at(s, next)
	switch tok {
	case tokPartial, tokPartialChar:
		if more {
			return errNone
		}
	case tokXMLDecl:
		p.phase = phContent
		p.in.pos = next
		if c := p.xmlDecl(b, s, next, true, true); c != errNone {
			return c
		}
		if p.stopped {
			return errAborted
		}
		return errNone
	}
	p.phase = phContent
	return errNone
}

func (p *parser) paramStart(more bool) code {
	p.dtd.paramRead = true
	b, s := p.in.buf, p.in.pos
	tok, next := p.lex.prolog(b, s, more)
	p.at(s, next)
	if tok == tokInvalid {
		return errInvalid
	}
	if tok <= 0 && more {
		return errNone
	}
	p.phase = phProlog
	return errNone
}

// valueText reads an external entity that a declared value refers to. It is
// taken as a whole.
func (p *parser) valueText(more bool) code {
	p.dtd.paramRead = true
	if more {
		return errNone
	}
	b, s := p.in.buf, p.in.pos
	for i, first := s, true; ; {
		// What it contains is checked like declarations, of all things.
		tok, next := p.lex.prolog(b, i, false)
		p.at(i, next)
		switch tok {
		case tokInvalid:
			return errInvalid
		case tokPartial:
			return errUnclosed
		case tokPartialChar:
			return errPartialChar
		case tokXMLDecl:
			if first {
				first = false
				p.in.pos = next
				if c := p.xmlDecl(b, i, next, true, false); c != errNone {
					return c
				}
				b = p.in.buf
				s, i = p.in.pos, p.in.pos
				continue
			}
		case tokInstance:
			if first {
				return errSyntax
			}
			next++
		}
		if tok == tokNone {
			break
		}
		i = next
	}
	if !p.account(len(b)-s, true) {
		return errAmplification
	}
	c := p.storeValue(b, s, len(b), true)
	p.in.pos = len(b)
	return c
}

// pseudo is an attribute of an XML declaration; offsets as in rawAttr.
type pseudo struct{ name, nameEnd, value, valueEnd int }

// pseudoAttr reads one. ok is false when next is the place of an error; there is none
// when its name is empty.
func pseudoAttr(b []byte, i, end int) (a pseudo, next int, ok bool) {
	if i == end {
		return a, i, true
	}
	if !isSpace(b[i]) {
		return a, i, false
	}
	start := i
	for i < end && isSpace(b[i]) {
		i++
	}
	if i == end {
		return a, start, true
	}
	a.name = i
	for i < end && b[i] != '=' && !isSpace(b[i]) {
		if b[i] >= 0x80 {
			return a, i, false
		}
		i++
	}
	a.nameEnd = i
	for i < end && isSpace(b[i]) {
		i++
	}
	if a.name == a.nameEnd || i == end || b[i] != '=' {
		return a, i, false
	}
	for i++; i < end && isSpace(b[i]); {
		i++
	}
	if i == end || b[i] != '"' && b[i] != '\'' {
		return a, i, false
	}
	quote := b[i]
	i++
	a.value = i
	for ; i < end && b[i] != quote; i++ {
		if k := class[b[i]]; k != clStart && k != clName {
			return a, i, false
		}
	}
	if i == end {
		return a, i, false
	}
	a.valueEnd = i
	return a, i + 1, true
}

// xmlDecl handles an XML declaration, or the text declaration of an external
// entity, and goes on in the encoding that it names. The parser stands behind it.
func (p *parser) xmlDecl(b []byte, s, next int, main, entity bool) code {
	bad := errXMLDecl
	if entity {
		bad = errTextDecl
	}
	if !p.account(next-s, main) {
		return errAmplification
	}
	var version, encoding *string
	encodingAt, standalone := 0, -1
	i, end := s+5, next-2
	a, i, ok := pseudoAttr(b, i, end)
	if !ok || a.nameEnd == 0 {
		return p.wrong(i, main, bad)
	}
	done := false
	read := func() bool {
		a, i, ok = pseudoAttr(b, i, end)
		done = a.nameEnd == 0
		return ok
	}
	if string(b[a.name:a.nameEnd]) == "version" {
		version = keepStr(b[a.value:a.valueEnd])
		if !read() {
			return p.wrong(i, main, bad)
		}
		if done && entity {
			// A text declaration must have an encoding.
			return p.wrong(i, main, bad)
		}
	} else if !entity {
		return p.wrong(a.name, main, bad)
	}
	if !done && string(b[a.name:a.nameEnd]) == "encoding" {
		if a.value == a.valueEnd || b[a.value]|0x20 < 'a' || b[a.value]|0x20 > 'z' {
			return p.wrong(a.value, main, bad)
		}
		encoding, encodingAt = keepStr(b[a.value:a.valueEnd]), a.value
		if !read() {
			return p.wrong(i, main, bad)
		}
	}
	if !done {
		if string(b[a.name:a.nameEnd]) != "standalone" || entity {
			return p.wrong(a.name, main, bad)
		}
		switch string(b[a.value:a.valueEnd]) {
		case "yes":
			standalone = 1
		case "no":
			standalone = 0
		default:
			return p.wrong(a.value, main, bad)
		}
		for i < end && isSpace(b[i]) {
			i++
		}
		if i != end {
			return p.wrong(i, main, bad)
		}
	}
	if standalone == 1 {
		p.dtd.standalone = true
		if p.params == paramUnlessStandalone {
			p.params = paramNever
		}
	}
	if p.on[onXMLDecl] {
		p.out.xmlDecl(version, encoding, standalone)
	} else if p.raw {
		p.plain(b[s:next], main)
	}
	if encoding == nil || p.encName != "" {
		return errNone
	}
	return p.switchEncoding(*encoding, encodingAt, main)
}

// switchEncoding goes on in the encoding that a declaration names.
func (p *parser) switchEncoding(name string, at int, main bool) code {
	wide := p.in.enc == encUTF16BE || p.in.enc == encUTF16LE
	var to input
	switch {
	case !to.setEncoding(name):
		table := p.out.unknownEncoding(name)
		if table == nil || wide || !checked(table) {
			return p.wrong(at, main, errUnknownEnc)
		}
		p.in.use(table, false)
	case to.utf16 || to.enc != encUnset:
		if !wide || to.enc != encUnset && to.enc != p.in.enc {
			return p.wrong(at, main, errIncorrectEnc)
		}
	case wide:
		return p.wrong(at, main, errIncorrectEnc)
	case to.table != nil:
		p.in.use(to.table, to.table == &asciiTable)
	}
	return errNone
}
