package expat

import "strings"

// The kinds of a particle, and how often it may come, as expat numbers them.
const (
	modelEmpty = 1 + iota
	modelAny
	modelMixed
	modelName
	modelChoice
	modelSeq
)

const (
	once = iota
	optional
	repeated
	plus
)

// particle is a part of a content model. up is the index of the group that it
// is in, which comes before it; the first one has itself.
type particle struct {
	kind, quant int
	name        string
	up          int
}

// declaration is what is known of a declaration that is being read.
type declaration struct {
	doctype        *string
	system, public *string
	hasSystem      bool // there is an external subset
	entity         *entity
	entities       int // declared so far
	notation       *string
	notationPublic *string
	elem           *elemType
	attr           *attrID
	cdata, id      bool
	typ            string
	parts          []string // of typ, where it is an enumeration
	inElement      bool
	model          []particle
	groups         []int  // indexes in model of the groups that are open
	connectors     []byte // of each level of parentheses, 0: none yet
}

func keepStr(b []byte) *string {
	s := string(b)
	return &s
}

// prolog reads a prolog, or an external subset, with the internal parameter
// entities that it refers to.
func (p *parser) prolog(more bool) code {
	for {
		b, s, main := p.in.buf, p.in.pos, len(p.open) == 0
		if !main {
			src := &p.open[len(p.open)-1]
			b, s = src.text, src.pos
		}
		if p.inIgnore {
			if c := p.ignoreSection(b, s, main, more); c != errNone || p.inIgnore {
				return c
			}
			continue
		}
		tok, next := p.lex.prolog(b, s, more && main)
		if main {
			p.at(s, next)
		}
		if tok <= 0 {
			if more && main && tok != tokInvalid {
				return errNone
			}
			switch tok {
			case tokInvalid:
				return p.wrong(next, main, errInvalid)
			case tokPartial:
				return errUnclosed
			case tokPartialChar:
				return errPartialChar
			}
			if main && p.in.halfUnit {
				return errUnclosed
			}
			if !main && !p.open[len(p.open)-1].between {
				p.closeEntity()
				continue
			}
			if !main || p.inParam {
				// Declarations must not go on beyond the entity.
				if p.take(tokNone, nil) == roleError {
					return errIncompletePE
				}
				if !main {
					p.closeEntity()
					continue
				}
				return errNone
			}
			return errNoElements
		}
		r := p.take(tok, b[s:next])
		if r == roleInstance {
			if c := p.foreignSubset(); c != errNone {
				return c
			}
			p.phase = phContent
			return errNone
		}
		if r != roleXMLDecl && r != roleTextDecl && !p.account(next-s, main) {
			return errAmplification
		}
		p.advance(next)
		quiet, c := p.act(r, tok, b, s, next, main)
		if c != errNone {
			return c
		}
		if !quiet && p.raw {
			p.plain(b[s:next], main)
		}
		if p.stopped {
			return errAborted
		}
	}
}

func (p *parser) ignoreSection(b []byte, s int, main, more bool) code {
	tok, next := p.lex.ignored(b, s)
	if main {
		p.at(s, next)
	}
	switch tok {
	case tokIgnored:
		if !p.account(next-s, main) {
			return errAmplification
		}
		if p.raw {
			p.plain(b[s:next], main)
		}
		p.inIgnore = false
		p.advance(next)
		if p.stopped {
			return errAborted
		}
		return errNone
	case tokInvalid:
		return p.wrong(next, main, errInvalid)
	}
	if more && main {
		return errNone
	}
	if tok == tokPartialChar {
		return errPartialChar
	}
	return errSyntax
}

// externalSubset has the application parse an external subset.
func (p *parser) externalSubset(system, public *string, base *string) code {
	d := p.dtd
	d.paramRead = false
	if !p.out.externalEntity(nil, base, system, public) {
		return errExternal
	}
	if d.paramRead && !d.standalone && p.on[onNotStandalone] && !p.out.notStandalone() {
		return errNotStandalone
	}
	return errNone
}

// foreignSubset has the application give the external subset of a document
// without a document type declaration.
func (p *parser) foreignSubset() code {
	if !p.foreign {
		return errNone
	}
	p.foreign = false
	d := p.dtd
	had := d.hasParamRefs
	d.hasParamRefs = true
	if p.params != paramNever && p.on[onExternalEntity] {
		if c := p.externalSubset(nil, nil, p.base); c != errNone {
			return c
		}
		if !d.paramRead {
			d.hasParamRefs = had
		}
	}
	return errNone
}

// act does what a token of a prolog asks for. quiet tells that the default
// handler does not see it.
func (p *parser) act(r role, tok token, b []byte, s, next int, main bool) (quiet bool, c code) {
	d, decl := p.dtd, &p.decl
	text := b[s:next]
	switch r {
	case roleNone:
		return tok == tokBOM, errNone
	case roleError:
		switch tok {
		case tokParamRef:
			return false, errParamRef
		case tokXMLDecl:
			return false, errMisplaced
		}
		return false, errSyntax
	case roleXMLDecl, roleTextDecl:
		return true, p.xmlDecl(b, s, next, main, r == roleTextDecl)
	case rolePI:
		p.reportPI(text, main)
		return true, errNone
	case roleComment:
		p.reportComment(text, main)
		return true, errNone
	case roleIgnore:
		p.inIgnore = true
		return false, errNone
	case roleParamRef, roleInnerParamRef:
		return p.paramRef(r, text)

	case roleInDoctype:
		return p.on[onStartDoctype], errNone
	case roleInEntity:
		return d.keep && p.on[onEntityDecl], errNone
	case roleInNotation:
		return p.on[onNotation], errNone
	case roleInAttlist:
		return d.keep && p.on[onAttlistDecl], errNone
	case roleInElement:
		return p.on[onElementDecl], errNone

	case roleDoctypeName:
		decl.doctype, decl.system, decl.public = nil, nil, nil
		if p.on[onStartDoctype] {
			decl.doctype = keepStr(text)
			quiet = true
		}
	case roleDoctypePublic:
		p.foreign = false
		if c := p.checkPublic(text, s, main); c != errNone {
			return false, c
		}
		p.subsetEntity()
		if p.on[onStartDoctype] {
			decl.public = publicID(text)
			quiet = true
		}
		d.subset.public = publicID(text)
	case roleDoctypeSystem:
		p.foreign = false
		d.hasParamRefs = true
		decl.hasSystem = true
		if p.on[onStartDoctype] {
			decl.system = keepStr(text[1 : len(text)-1])
			quiet = true
		}
		if !d.standalone && p.params == paramNever && p.on[onNotStandalone] && !p.out.notStandalone() {
			return quiet, errNotStandalone
		}
		p.subsetEntity()
		d.subset.system, d.subset.base = keepStr(text[1:len(text)-1]), p.base
	case roleDoctypeSubset:
		if p.on[onStartDoctype] && decl.doctype != nil {
			p.out.startDoctype(*decl.doctype, decl.system, decl.public, true)
			decl.doctype = nil
			quiet = true
		}
	case roleDoctypeClose:
		return p.closeDoctype(main)

	case roleElementName, roleEmpty, roleAny, rolePCData, roleContentName, roleGroupOpen, roleGroupClose, roleGroupChoice, roleGroupSequence:
		return p.elementDecl(r, tok, text)
	case roleAttlistName, roleAttName, roleAttType, roleEnumValue, roleNotationValue, roleImplied, roleRequired, roleDefault, roleFixed:
		return p.attlistDecl(r, text, b, s, next, main)
	default:
		return p.entityDecl(r, text, b, s, next, main)
	}
	return quiet, errNone
}

func (p *parser) subsetEntity() {
	if p.dtd.subset == nil {
		p.dtd.subset = &entity{name: "#", param: true}
	}
}

func (p *parser) closeDoctype(main bool) (quiet bool, c code) {
	d, decl := p.dtd, &p.decl
	if !main {
		return false, errInvalid
	}
	if decl.doctype != nil && p.on[onStartDoctype] {
		p.out.startDoctype(*decl.doctype, decl.system, decl.public, false)
		quiet = true
	}
	decl.doctype = nil
	if decl.hasSystem || p.foreign {
		had := d.hasParamRefs
		d.hasParamRefs = true
		if p.params != paramNever && p.on[onExternalEntity] {
			p.subsetEntity()
			if p.foreign {
				d.subset.base = p.base
			}
			if c := p.externalSubset(d.subset.system, d.subset.public, d.subset.base); c != errNone {
				return quiet, c
			}
			if !d.paramRead && !decl.hasSystem {
				d.hasParamRefs = had
			}
		}
		p.foreign = false
	}
	if p.on[onEndDoctype] {
		p.out.endDoctype()
		quiet = true
	}
	return quiet, errNone
}

// paramRef handles a reference to a parameter entity.
func (p *parser) paramRef(r role, text []byte) (quiet bool, c code) {
	d := p.dtd
	d.hasParamRefs = true
	if p.params == paramNever {
		d.keep = d.standalone
	} else {
		id := text[1 : len(text)-1]
		e := d.params[string(id)]
		check := !p.external && d.standalone && len(p.open) == 0
		switch {
		case check && e == nil:
			return false, errUndefined
		case check && !e.internal:
			return false, errDeclaredInPE
		case e == nil:
			d.keep = d.standalone
			if r == roleParamRef && p.on[onSkippedEntity] {
				p.out.skippedEntity(string(id), true)
				quiet = true
			}
			return quiet, errNone
		case e.open:
			return false, errRecursive
		case e.text != nil:
			p.openEntity(e, r == roleParamRef)
			return true, errNone
		}
		if !p.on[onExternalEntity] {
			d.keep = d.standalone
			return false, errNone
		}
		d.paramRead = false
		e.open = true
		ok := p.out.externalEntity(nil, e.base, e.system, e.public)
		e.open = false
		if !ok {
			return true, errExternal
		}
		quiet = true
		if !d.paramRead {
			d.keep = d.standalone
			return quiet, errNone
		}
	}
	if !d.standalone && p.on[onNotStandalone] && !p.out.notStandalone() {
		return quiet, errNotStandalone
	}
	return quiet, errNone
}

// checkPublic checks the characters of a public identifier with its quotes.
func (p *parser) checkPublic(text []byte, s int, main bool) code {
	for i := 1; i < len(text)-1; i++ {
		c := text[i]
		if k := class[c]; k == clStart || k == clName || c == ' ' || c == '\n' || c == '\r' || strings.IndexByte("'()+,/:=?;!*#@$%", c) >= 0 {
			continue
		}
		return p.wrong(s+i, main, errPublicID)
	}
	return errNone
}

// publicID is a public identifier without its quotes and with its white space made even.
func publicID(text []byte) *string {
	s := strings.Join(strings.Fields(string(text[1:len(text)-1])), " ")
	return &s
}

func (p *parser) entityDecl(r role, text, b []byte, s, next int, main bool) (quiet bool, c code) {
	d, decl := p.dtd, &p.decl
	tell := p.on[onEntityDecl]
	e := decl.entity
	switch r {
	case roleGeneralName, roleParamName:
		decl.entity = nil
		param := r == roleParamName
		table := d.general
		if param {
			table = d.params
		}
		if !param && predefined(text) != 0 || !d.keep || table[string(text)] != nil {
			return false, errNone
		}
		decl.entities++
		e = &entity{name: string(text), param: param, internal: p.up == nil && len(p.open) == 0, base: p.base, seq: decl.entities}
		table[e.name] = e
		decl.entity = e
		return tell, errNone
	case roleEntityValue:
		if !d.keep {
			return false, errNone
		}
		d.value = nil
		// The handler is told also of what precedes an error.
		c = p.storeValue(b, s+1, next-1, main)
		if e == nil {
			return false, c
		}
		if e.text = d.value; e.text == nil {
			e.text = []byte{}
		}
		d.value = nil
		if tell {
			v := string(e.text)
			p.out.entityDecl(e.name, e.param, &v, p.base, nil, nil, nil)
			quiet = true
		}
		return quiet, c
	case roleEntitySystem:
		if d.keep && e != nil {
			e.system, e.base = keepStr(text[1:len(text)-1]), p.base
			quiet = tell
		}
	case roleEntityPublic:
		if c := p.checkPublic(text, s, main); c != errNone {
			return false, c
		}
		if d.keep && e != nil {
			e.public = publicID(text)
			quiet = tell
		}
	case roleEntityComplete:
		if d.keep && e != nil && tell {
			p.out.entityDecl(e.name, e.param, nil, e.base, e.system, e.public, nil)
			quiet = true
		}
	case roleEntityNotation:
		if !d.keep || e == nil {
			return false, errNone
		}
		e.notation = keepStr(text)
		switch {
		case p.on[onUnparsedEntity]:
			p.out.unparsedEntity(e.name, e.base, e.system, e.public, *e.notation)
			quiet = true
		case tell:
			p.out.entityDecl(e.name, false, nil, e.base, e.system, e.public, e.notation)
			quiet = true
		}
	case roleNotationName:
		decl.notation, decl.notationPublic = nil, nil
		if p.on[onNotation] {
			decl.notation = keepStr(text)
			quiet = true
		}
	case roleNotationPublic:
		if c := p.checkPublic(text, s, main); c != errNone {
			return false, c
		}
		if decl.notation != nil {
			decl.notationPublic = publicID(text)
			quiet = true
		}
	case roleNotationSystem:
		if decl.notation != nil && p.on[onNotation] {
			p.out.notation(*decl.notation, p.base, keepStr(text[1:len(text)-1]), decl.notationPublic)
			quiet = true
		}
	case roleNotationNoSystem:
		if decl.notationPublic != nil && p.on[onNotation] {
			p.out.notation(*decl.notation, p.base, nil, decl.notationPublic)
			quiet = true
		}
	}
	return quiet, errNone
}

func (p *parser) attlistDecl(r role, text, b []byte, s, next int, main bool) (quiet bool, c code) {
	d, decl := p.dtd, &p.decl
	quiet = d.keep && p.on[onAttlistDecl]
	switch r {
	case roleAttlistName:
		decl.elem = p.element(text)
	case roleAttName:
		decl.attr = p.attribute(text)
		decl.cdata, decl.id, decl.typ, decl.parts = false, false, "", nil
	case roleAttType:
		for _, w := range attTypes {
			if w == string(text) {
				decl.typ = w
			}
		}
		decl.cdata, decl.id = decl.typ == "CDATA", decl.typ == "ID"
	case roleEnumValue, roleNotationValue:
		if quiet {
			decl.typ = "("
			if r == roleNotationValue {
				decl.typ = "NOTATION("
			}
			decl.parts = append(decl.parts, string(text))
		}
	default:
		if !d.keep {
			return false, errNone
		}
		var value *string
		if r == roleDefault || r == roleFixed {
			p.pool = p.pool[:0]
			if c := p.appendValue(b, s+1, next-1, decl.cdata, main); c != errNone {
				return false, c
			}
			value = keepStr(p.pool)
			p.pool = p.pool[:0]
		}
		p.define(value)
		if !quiet || decl.typ == "" {
			return false, errNone
		}
		typ := decl.typ
		if len(decl.parts) > 0 {
			typ += strings.Join(decl.parts, "|") + ")"
			decl.parts = nil
		}
		p.out.attlistDecl(decl.elem.raw, decl.attr.raw.text, typ, value, r == roleRequired || r == roleFixed)
	}
	return quiet, errNone
}

// define adds the declared attribute to its element; the first declaration counts.
func (p *parser) define(value *string) {
	decl := &p.decl
	el, id := decl.elem, decl.attr
	if value != nil || decl.id {
		for i := range el.defaults {
			if el.defaults[i].attr == id {
				return
			}
		}
		if decl.id && el.id == nil && !id.xmlns {
			el.id = id
		}
	}
	el.defaults = append(el.defaults, defaultAttr{id, decl.cdata, value})
	if !decl.cdata {
		id.tokens = true
	}
}

func (p *parser) elementDecl(r role, tok token, text []byte) (quiet bool, c code) {
	decl := &p.decl
	tell := p.on[onElementDecl]
	quant := once
	switch tok {
	case tokNameOpt, tokParenCloseOpt:
		quant = optional
	case tokNameRep, tokParenCloseRep:
		quant = repeated
	case tokNamePlus, tokParenClosePlus:
		quant = plus
	}
	up := func() int {
		if n := len(decl.groups); n > 0 {
			return decl.groups[n-1]
		}
		return 0
	}
	switch r {
	case roleElementName:
		decl.connectors = decl.connectors[:0]
		if tell {
			decl.elem = p.element(text)
			decl.inElement, decl.model, decl.groups = true, nil, decl.groups[:0]
		}
		return tell, errNone
	case roleEmpty, roleAny:
		if !decl.inElement {
			return false, errNone
		}
		decl.inElement = false
		if tell {
			kind := modelEmpty
			if r == roleAny {
				kind = modelAny
			}
			p.out.elementDecl(&decl.elem.name, []particle{{kind: kind}})
		}
		return tell, errNone
	case roleGroupOpen:
		decl.connectors = append(decl.connectors, 0)
		if decl.inElement {
			decl.model = append(decl.model, particle{kind: modelSeq, up: up()})
			decl.groups = append(decl.groups, len(decl.model)-1)
			return tell, errNone
		}
	case rolePCData:
		if decl.inElement {
			decl.model[up()].kind = modelMixed
			return tell, errNone
		}
	case roleGroupChoice, roleGroupSequence:
		n := len(decl.connectors) - 1
		want := byte(',')
		if r == roleGroupChoice {
			want = '|'
		}
		if n < 0 || decl.connectors[n] != 0 && decl.connectors[n] != want {
			return false, errSyntax
		}
		quiet = decl.inElement && tell
		if decl.inElement && want == '|' {
			// Of a choice the default handler sees all bars but the first.
			g := &decl.model[up()]
			quiet = quiet && decl.connectors[n] == 0 && g.kind != modelMixed
			if decl.connectors[n] == 0 && g.kind != modelMixed {
				g.kind = modelChoice
			}
		}
		decl.connectors[n] = want
		return quiet, errNone
	case roleContentName:
		if decl.inElement {
			if quant != once {
				text = text[:len(text)-1]
			}
			decl.model = append(decl.model, particle{kind: modelName, quant: quant, name: string(text), up: up()})
			return tell, errNone
		}
	case roleGroupClose:
		if n := len(decl.connectors); n > 0 {
			decl.connectors = decl.connectors[:n-1]
		}
		if !decl.inElement {
			return false, errNone
		}
		decl.model[up()].quant = quant
		decl.groups = decl.groups[:len(decl.groups)-1]
		if len(decl.groups) == 0 {
			decl.inElement = false
			if tell {
				p.out.elementDecl(&decl.elem.name, decl.model)
			}
			decl.model = nil
		}
		return tell, errNone
	}
	return false, errNone
}

// storeValue appends the value of an entity that lies from s to end in b to dtd.value.
func (p *parser) storeValue(b []byte, s, end int, main bool) code {
	d := p.dtd
	stack := []valueSource{{b, s, end, nil}}
	defer func() {
		for _, v := range stack {
			if v.entity != nil {
				v.entity.open = false
			}
		}
	}()
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		outer := main && len(stack) == 1
		at := top.pos
		p.lex.internal = !outer
		tok, next := p.lex.entityValue(top.text[:top.end], at)
		piece := top.text[at:min(max(at, next), top.end)]
		if tok > 0 && top.entity != nil && !p.account(next-at, false) {
			return errAmplification
		}
		top.pos = next
		switch tok {
		case tokNone:
			if top.entity != nil {
				top.entity.open = false
			}
			stack = stack[:len(stack)-1]
		case tokData, tokEntityRef:
			d.value = append(d.value, piece...)
		case tokNewline:
			d.value = append(d.value, '\n')
		case tokCharRef:
			n := charNumber(piece)
			if n < 0 {
				return p.wrong(at, outer, errBadCharRef)
			}
			d.value = appendRune(d.value, n)
		case tokParamRef:
			// In the internal subset itself no reference may stand within a declaration.
			if !p.inParam && len(p.open) == 0 && len(stack) == 1 {
				return p.wrong(at, outer, errParamRef)
			}
			e := d.params[string(piece[1:len(piece)-1])]
			switch {
			case e == nil:
				d.keep = d.standalone
				return errNone
			case e.open:
				return p.wrong(at, outer, errRecursive)
			case e.text != nil:
				e.open = true
				stack = append(stack, valueSource{e.text, 0, len(e.text), e})
			case p.on[onExternalEntity]:
				d.paramRead = false
				e.open, p.inValue = true, true
				ok := p.out.externalEntity(nil, e.base, e.system, e.public)
				e.open, p.inValue = false, false
				if !ok {
					return errExternal
				}
				if !d.paramRead {
					d.keep = d.standalone
				}
			default:
				d.keep = d.standalone
			}
		case tokInvalid:
			return p.wrong(next, outer, errInvalid)
		default:
			return p.wrong(at, outer, errInvalid)
		}
	}
	return errNone
}
