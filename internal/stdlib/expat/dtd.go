package expat

import (
	"sort"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
)

// name is a name that handlers are given; val is its str, made at first use.
type name struct {
	text string
	val  py.Value
}

// nsPrefix is a prefix of names; the empty one stands for the default namespace.
type nsPrefix struct {
	name    name
	binding *binding // what it is bound to at present
}

// binding binds a prefix to a namespace as long as an element is open.
type binding struct {
	prefix *nsPrefix
	uri    string
	before *binding // what the prefix was bound to before
	next   *binding // of the same element
}

// attrID is an attribute's name.
type attrID struct {
	raw      name
	prefix   *nsPrefix // nil: none
	local    string
	xmlns    bool   // it declares a namespace, for its prefix
	tokens   bool   // it may be of a type other than CDATA
	seen     uint64 // the start tag that it was seen in last
	expanded bool
}

// elemType is an element's name with what has been declared of it.
type elemType struct {
	raw      string
	name     name
	prefix   *nsPrefix
	local    string
	defaults []defaultAttr
	id       *attrID
}

// defaultAttr is a declared attribute; value is nil when it has no default.
type defaultAttr struct {
	attr  *attrID
	cdata bool
	value *string
}

// attr is an attribute of a start tag.
type attr struct {
	name  *name
	value []byte
}

// entity is a declared entity. text is nil when it is external.
type entity struct {
	name           string
	text           []byte
	system, public *string
	base, notation *string
	param          bool
	internal       bool // declared in the internal subset itself
	open           bool
	seq            int
}

// dtd is what declarations have told. A parser of a parameter entity shares it
// with its parent.
type dtd struct {
	general, params map[string]*entity
	elems           map[string]*elemType
	attrs           map[string]*attrID
	prefixes        map[string]*nsPrefix
	order           []*nsPrefix // in the order of their coming up
	keep            bool        // declarations count: all before them has been read
	hasParamRefs    bool
	standalone      bool
	paramRead       bool
	value           []byte // of the entity declaration that is being read
	subset          *entity
}

func newDTD() *dtd {
	return &dtd{general: map[string]*entity{}, params: map[string]*entity{}, elems: map[string]*elemType{}, attrs: map[string]*attrID{},
		prefixes: map[string]*nsPrefix{}, keep: true}
}

// copy is for the parser of an external general entity: it has the
// declarations, but its own bindings and open entities.
func (d *dtd) copy() *dtd {
	c := newDTD()
	c.keep, c.hasParamRefs, c.standalone, c.paramRead = d.keep, d.hasParamRefs, d.standalone, d.paramRead
	for _, p := range d.order {
		c.prefix([]byte(p.name.text))
	}
	for k, e := range d.general {
		e2 := *e
		e2.open = false
		c.general[k] = &e2
	}
	for k, e := range d.params {
		e2 := *e
		e2.open = false
		c.params[k] = &e2
	}
	own := func(p *nsPrefix) *nsPrefix {
		if p != nil {
			p = c.prefixes[p.name.text]
		}
		return p
	}
	for k, a := range d.attrs {
		a2 := *a
		a2.prefix, a2.seen = own(a.prefix), 0
		c.attrs[k] = &a2
	}
	for k, e := range d.elems {
		e2 := *e
		e2.prefix = own(e.prefix)
		e2.defaults = append([]defaultAttr(nil), e.defaults...)
		for i := range e2.defaults {
			e2.defaults[i].attr = c.attrs[e2.defaults[i].attr.raw.text]
		}
		if e.id != nil {
			e2.id = c.attrs[e.id.raw.text]
		}
		c.elems[k] = &e2
	}
	return c
}

func (d *dtd) prefix(id []byte) *nsPrefix {
	p := d.prefixes[string(id)]
	if p == nil {
		p = &nsPrefix{name: name{text: string(id)}}
		d.prefixes[p.name.text] = p
		d.order = append(d.order, p)
	}
	return p
}

// element is the element of a name.
func (p *parser) element(id []byte) *elemType {
	e := p.dtd.elems[string(id)]
	if e == nil {
		e = &elemType{raw: string(id)}
		e.name.text, e.local = e.raw, e.raw
		if p.namespace {
			if pre, local, ok := split(id); ok {
				e.prefix, e.local = p.dtd.prefix(pre), string(local)
			}
		}
		p.dtd.elems[e.raw] = e
	}
	return e
}

// attribute is the attribute of a name.
func (p *parser) attribute(id []byte) *attrID {
	a := p.dtd.attrs[string(id)]
	if a == nil {
		a = &attrID{}
		a.raw.text = string(id)
		a.local = a.raw.text
		if p.namespace {
			pre, local, ok := split(id)
			switch {
			case string(id) == "xmlns":
				a.xmlns, a.prefix = true, p.dtd.prefix(nil)
			case ok && string(pre) == "xmlns":
				a.xmlns, a.prefix = true, p.dtd.prefix(local)
			case ok:
				a.prefix, a.local = p.dtd.prefix(pre), string(local)
			}
		}
		p.dtd.attrs[a.raw.text] = a
	}
	return a
}

const (
	xmlURI   = "http://www.w3.org/XML/1998/namespace"
	xmlnsURI = "http://www.w3.org/2000/xmlns/"
)

// bindXML binds the prefix that needs no declaration.
func (p *parser) bindXML() {
	x := p.dtd.prefix([]byte("xml"))
	x.binding = &binding{prefix: x, uri: xmlURI}
}

// uriByte tells whether a character may be part of a URI.
func uriByte(c byte) bool {
	if k := class[c]; k == clStart || k == clName {
		return true
	}
	switch c {
	case '%', ':', '/', '?', '#', '[', ']', '@', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=', '~':
		return true
	}
	return false
}

// bind declares a namespace for an element. tell is off for what a context brings.
func (p *parser) bind(pre *nsPrefix, uri []byte, to **binding, tell bool) code {
	switch {
	case len(uri) == 0 && pre.name.text != "":
		return errUndeclare
	case pre.name.text == "xmlns":
		return errPrefixXMLNS
	}
	// A separator within a URI would make the names ambiguous.
	if len(p.sep) == 1 && !uriByte(p.sep[0]) {
		for _, c := range uri {
			if c == p.sep[0] {
				return errSyntax
			}
		}
	}
	switch {
	case pre.name.text == "xml" != (string(uri) == xmlURI):
		if pre.name.text == "xml" {
			return errPrefixXML
		}
		return errReservedURI
	case string(uri) == xmlnsURI:
		return errReservedURI
	}
	b := &binding{prefix: pre, uri: string(uri), before: pre.binding, next: *to}
	*to = b
	if pre.binding = b; len(uri) == 0 {
		pre.binding = nil
	}
	if tell && p.on[onStartNamespace] {
		var u *string
		if pre.binding != nil {
			u = &b.uri
		}
		p.out.startNamespace(&pre.name, u)
	}
	return errNone
}

// unbind ends the namespaces that an element has declared.
func (p *parser) unbind(b *binding) {
	for ; b != nil; b = b.next {
		if p.on[onEndNamespace] {
			p.out.endNamespace(&b.prefix.name)
		}
		b.prefix.binding = b.before
	}
}

// expanded is the name of a namespace's member.
func (p *parser) expanded(b *binding, local string) *name {
	s := append(append(append(p.scratch[:0], b.uri...), p.sep...), local...)
	if p.triplets && len(p.sep) > 0 && b.prefix.name.text != "" {
		s = append(append(s, p.sep...), b.prefix.name.text...)
	}
	p.scratch = s
	n := p.names[string(s)]
	if n == nil {
		n = &name{text: string(s)}
		p.names[n.text] = n
	}
	return n
}

func appendRune(b []byte, r rune) []byte { return utf8.AppendRune(b, r) }

// storeAtts collects the attributes of a start tag, with the defaults of those
// that are not given, and finds the element's name.
func (p *parser) storeAtts(b []byte, t *tag, main bool) code {
	p.count++
	p.atts = p.atts[:0]
	prefixed := p.prefixed[:0]
	for i := range p.lex.atts {
		r := &p.lex.atts[i]
		id := p.attribute(b[r.name:r.nameEnd])
		if id.seen == p.count {
			return p.wrong(r.name, main, errDuplicate)
		}
		id.seen = p.count
		v := b[r.value:r.valueEnd]
		cdata := true
		if id.tokens {
			for j := range t.elem.defaults {
				if d := &t.elem.defaults[j]; d.attr == id {
					cdata = d.cdata
					break
				}
			}
		}
		if !r.plain || !cdata {
			first := len(p.pool)
			if c := p.appendValue(b, r.value, r.valueEnd, cdata, main); c != errNone {
				return c
			}
			v = p.pool[first:]
		}
		if id.xmlns {
			if c := p.bind(id.prefix, v, &t.bindings, true); c != errNone {
				return c
			}
			continue
		}
		if id.prefix != nil {
			prefixed = append(prefixed, prefixedAttr{len(p.atts), id})
		}
		p.atts = append(p.atts, attr{&id.raw, v})
	}
	p.specified = len(p.atts)
	for i := range t.elem.defaults {
		d := &t.elem.defaults[i]
		if d.value == nil || d.attr.seen == p.count {
			continue
		}
		d.attr.seen = p.count
		if d.attr.xmlns {
			if c := p.bind(d.attr.prefix, []byte(*d.value), &t.bindings, true); c != errNone {
				return c
			}
			continue
		}
		if d.attr.prefix != nil {
			prefixed = append(prefixed, prefixedAttr{len(p.atts), d.attr})
		}
		p.atts = append(p.atts, attr{&d.attr.raw, []byte(*d.value)})
	}
	p.prefixed = prefixed[:0]
	t.name = &t.elem.name
	if !p.namespace {
		return errNone
	}
	for i, a := range prefixed {
		bound := a.id.prefix.binding
		if bound == nil {
			return errUnbound
		}
		n := p.expanded(bound, a.id.local)
		if len(prefixed) > 1 {
			if p.repeated(prefixed[:i], a.id, bound.uri) {
				return errDuplicate
			}
		}
		p.atts[a.at].name = n
	}
	pre := t.elem.prefix
	if pre == nil {
		if pre = p.dtd.prefixes[""]; pre == nil || pre.binding == nil {
			return errNone
		}
	}
	if pre.binding == nil {
		return errUnbound
	}
	t.name = p.expanded(pre.binding, t.elem.local)
	return errNone
}

// prefixedAttr is an attribute with a prefix, and its index.
type prefixedAttr struct {
	at int
	id *attrID
}

// repeated tells whether an attribute of that name has come up, perhaps with
// another prefix. Many of them are sought by a set.
func (p *parser) repeated(before []prefixedAttr, id *attrID, uri string) bool {
	const few = 8
	if len(before) < few {
		for _, a := range before {
			if a.id.local == id.local && a.id.prefix.binding.uri == uri {
				return true
			}
		}
		return false
	}
	if p.members == nil || len(before) == few {
		p.members = map[[2]string]bool{}
		for _, a := range before {
			p.members[[2]string{a.id.prefix.binding.uri, a.id.local}] = true
		}
	}
	m := [2]string{uri, id.local}
	if p.members[m] {
		return true
	}
	p.members[m] = true
	return false
}

// valueSource is the text of an attribute's value, or of an entity in it.
type valueSource struct {
	text   []byte
	pos    int
	end    int
	entity *entity
}

// appendValue appends the value that lies from s to end in b to the pool.
func (p *parser) appendValue(b []byte, s, end int, cdata, main bool) code {
	first := len(p.pool)
	stack := append(p.values[:0], valueSource{b, s, end, nil})
	defer func() {
		for _, v := range stack {
			if v.entity != nil {
				v.entity.open = false
			}
		}
		clear(stack)
		p.values = stack[:0]
	}()
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		outer := main && len(stack) == 1
		at := top.pos
		p.lex.internal = !outer
		tok, next := p.lex.value(top.text[:top.end], at)
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
		case tokInvalid:
			return p.wrong(next, outer, errInvalid)
		case tokData:
			p.pool = append(p.pool, piece...)
		case tokNewline, tokValueSpace:
			if cdata || len(p.pool) > first && p.pool[len(p.pool)-1] != ' ' {
				p.pool = append(p.pool, ' ')
			}
		case tokCharRef:
			n := charNumber(piece)
			if n < 0 {
				return p.wrong(at, outer, errBadCharRef)
			}
			if n == ' ' && !cdata && (len(p.pool) == first || p.pool[len(p.pool)-1] == ' ') {
				break
			}
			p.pool = appendRune(p.pool, n)
		case tokEntityRef:
			id := piece[1 : len(piece)-1]
			if c := predefined(id); c != 0 {
				if !p.account(1, false) {
					return errAmplification
				}
				p.pool = append(p.pool, c)
				break
			}
			e := p.dtd.general[string(id)]
			check := !p.dtd.hasParamRefs || p.dtd.standalone
			if p.phase == phProlog {
				check = !p.external
				if p.dtd.standalone {
					check = check && len(p.open) == 0
				} else {
					check = check && !p.dtd.hasParamRefs
				}
			}
			switch {
			case e == nil && check:
				return errUndefined
			case e == nil:
			case check && !e.internal:
				return errDeclaredInPE
			case e.open:
				return p.wrong(at, outer, errRecursive)
			case e.notation != nil:
				return p.wrong(at, outer, errBinaryRef)
			case e.text == nil:
				return p.wrong(at, outer, errAttrExternal)
			default:
				e.open = true
				stack = append(stack, valueSource{e.text, 0, len(e.text), e})
			}
		default:
			return p.wrong(at, outer, errInvalid)
		}
	}
	if n := len(p.pool); !cdata && n > first && p.pool[n-1] == ' ' {
		p.pool = p.pool[:n-1]
	}
	return errNone
}

// context tells a parser of an external entity of the namespaces and entities
// that are open where it is referred to.
func (p *parser) context() string {
	var s []byte
	add := func(parts ...string) {
		if len(s) > 0 {
			s = append(s, '\f')
		}
		for _, x := range parts {
			s = append(s, x...)
		}
	}
	if d := p.dtd.prefixes[""]; d != nil && d.binding != nil {
		add("=", d.binding.uri)
	}
	for _, x := range p.dtd.order {
		if x.name.text != "" && x.binding != nil {
			add(x.name.text, "=", x.binding.uri)
		}
	}
	var open []*entity
	for _, e := range p.dtd.general {
		if e.open {
			open = append(open, e)
		}
	}
	sort.Slice(open, func(i, j int) bool { return open[i].seq < open[j].seq })
	for _, e := range open {
		add(e.name)
	}
	return string(s)
}

// setContext is the reverse.
func (p *parser) setContext(context string) {
	for len(context) > 0 {
		item := context
		for i := range len(context) {
			if context[i] == '\f' {
				item = context[:i]
				break
			}
		}
		context = context[min(len(item)+1, len(context)):]
		eq := -1
		for i := range len(item) {
			if item[i] == '=' {
				eq = i
				break
			}
		}
		if eq < 0 {
			if e := p.dtd.general[item]; e != nil {
				e.open = true
			}
			continue
		}
		// What cannot be bound is left unbound.
		p.bind(p.dtd.prefix([]byte(item[:eq])), []byte(item[eq+1:]), &p.inherited, false)
	}
}
