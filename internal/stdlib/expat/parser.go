package expat

// The events that may be handled, in the order of pyexpat's attributes.
const (
	onStartElement = iota
	onEndElement
	onPI
	onText
	onUnparsedEntity
	onNotation
	onStartNamespace
	onEndNamespace
	onComment
	onStartCData
	onEndCData
	onDefault
	onDefaultExpand
	onNotStandalone
	onExternalEntity
	onStartDoctype
	onEndDoctype
	onEntityDecl
	onXMLDecl
	onElementDecl
	onAttlistDecl
	onSkippedEntity
	numEvents
)

// sink takes the events of a parser. A method is called only when parser.on
// has the event. Byte slices are only good during the call.
type sink interface {
	startElement(n *name, atts []attr, specified int)
	endElement(n *name)
	pi(target, data []byte)
	text(b []byte)
	unparsedEntity(name string, base, system, public *string, notation string)
	notation(name string, base, system, public *string)
	startNamespace(prefix *name, uri *string)
	endNamespace(prefix *name)
	comment(b []byte)
	startCData()
	endCData()
	raw(b []byte)
	notStandalone() bool
	externalEntity(context, base, system, public *string) bool
	startDoctype(name string, system, public *string, subset bool)
	endDoctype()
	entityDecl(name string, param bool, value, base, system, public, notation *string)
	xmlDecl(version, encoding *string, standalone int)
	elementDecl(n *name, model []particle)
	attlistDecl(element, attribute string, typ string, value *string, required bool)
	skippedEntity(name string, param bool)
	// unknownEncoding gives the characters of an encoding that the parser does
	// not know, nil when it cannot be used.
	unknownEncoding(name string) *[256]rune
}

// phase is what the parser reads at present.
type phase uint8

const (
	phProlog phase = iota
	phContent
	phEpilog
	phEntityStart      // at the beginning of an external general entity
	phParamStart       // at the beginning of an external parameter entity
	phEntityValueStart // the same, within a declared value
	phEntityValue
	phError
	phDone
)

// Modes of reading parameter entities.
const (
	paramNever = iota
	paramUnlessStandalone
	paramAlways
)

// source is the text of an internal entity that is being read.
type source struct {
	entity  *entity
	text    []byte
	pos     int
	level   int  // of tags at its beginning
	between bool // a parameter entity that stands between declarations
}

// tag is an element that is open.
type tag struct {
	elem     *elemType
	name     *name
	bindings *binding
}

// parser is an incremental parser of one document or external entity.
type parser struct {
	in    input
	lex   lexer
	out   sink
	on    [numEvents]bool
	raw   bool // the default handler is on
	root  *parser
	up    *parser
	dtd   *dtd
	phase phase
	prologState

	err       code
	started   bool
	stopped   bool
	busy      bool
	expand    bool // internal entities are expanded although there is a default handler
	deferral  bool // see feed
	partial   int  // bytes of a token that was cut off the last time
	triplets  bool
	namespace bool
	sep       []byte
	inParam   bool // it is a parameter entity, or the external subset, that is parsed
	encName   string
	params    int // mode of reading parameter entities
	foreign   bool
	base      *string
	inValue   bool // a parameter entity is referred to in a declared value

	baseLevel int // of tags: 1 in an external general entity
	tags      []tag
	open      []source
	opened    int // open entities below those of an attribute's value or a declaration
	inCData   bool
	inIgnore  bool
	atts      []attr
	specified int
	prefixed  []prefixedAttr
	members   map[[2]string]bool
	values    []valueSource
	inherited *binding // namespaces of the context
	pool      []byte
	names     map[string]*name // by expanded name
	scratch   []byte
	count     uint64 // of start tags, for marks of attributes
	decl      declaration

	direct, indirect int // bytes that the root parser has read, and that came of entities
}

func newParser(out sink, namespaces bool, sep []byte) *parser {
	p := &parser{out: out, namespace: namespaces, sep: sep, dtd: newDTD(), expand: true, deferral: true}
	p.root = p
	p.init()
	if namespaces {
		p.bindXML()
	}
	return p
}

func (p *parser) init() {
	p.in = input{enc: encUnset, content: p.phase == phEntityStart, event: -1}
	p.lex = lexer{ns: p.namespace, names: nameChars()}
	p.grammar = grammar()
	p.names = map[string]*name{}
}

// setEncoding gives the document's encoding; it does nothing once parsing has begun.
func (p *parser) setEncoding(name string) {
	if !p.started {
		p.encName = name
	}
}

// running tells that parsing has begun, so that settings stay, and has not been
// finished.
func (p *parser) running() bool { return p.started && p.phase != phDone }

// stop ends parsing after the present event.
func (p *parser) stop() { p.stopped = true }

// Limits on what entities may blow a document up to.
const (
	maxAmplification  = 100
	amplificationFrom = 8 << 20
	shortestInclude   = 22 // of an external entity, where nothing was read directly
)

// account counts text that was read; false: entities have blown the document
// up beyond all reason.
func (p *parser) account(n int, direct bool) bool {
	r := p.root
	if direct && p == r {
		r.direct += n
	} else {
		r.indirect += n
	}
	if r.direct+r.indirect < amplificationFrom {
		return true
	}
	if r.direct > 0 {
		return float64(r.direct+r.indirect)/float64(r.direct) <= maxAmplification
	}
	return float64(shortestInclude+r.indirect)/shortestInclude <= maxAmplification
}

// feed parses more of the document. A token that is cut off is kept; with
// deferral it is tried again only when twice as much has come, so that time
// does not grow with the square of its length.
func (p *parser) feed(data []byte, final bool) code {
	switch {
	case p.busy:
		return errState
	case p.phase == phDone:
		return errFinished
	case p.phase == phError:
		return p.err
	}
	p.busy = true
	defer func() { p.busy = false }()
	if !p.started {
		p.started = true
		if c := p.begin(); c != errNone {
			return p.fail(c)
		}
	}
	p.in.add(data, final)
	p.in.event = max(p.in.event, 0)
	have := p.in.total - p.in.mark.origin
	if p.in.enc == encUnset {
		switch {
		case !final:
			p.partial = have
			return errNone
		case len(p.in.raw) > 0:
			return p.fail(errUnclosed)
		}
		p.in.enc = encUTF8
	}
	if p.deferral && !final && have < 2*p.partial {
		p.in.settle()
		return errNone
	}
	from := p.in.base + p.in.pos
	if from == 0 {
		p.skipBOM()
	}
	c := p.run(final)
	if c != errNone {
		return p.fail(c)
	}
	if final {
		p.phase = phDone
		return errNone
	}
	if p.partial = 0; p.in.base+p.in.pos == from {
		p.partial = have
	}
	p.in.settle()
	return errNone
}

func (p *parser) fail(c code) code {
	p.phase, p.err = phError, c
	if c == errAborted && p.stopped {
		p.phase = phDone
	}
	return c
}

// begin chooses the encoding.
func (p *parser) begin() code {
	if p.encName != "" && !p.in.setEncoding(p.encName) {
		return p.unknownEncoding(p.encName)
	}
	return errNone
}

func (p *parser) unknownEncoding(name string) code {
	table := p.out.unknownEncoding(name)
	if table == nil || !checked(table) {
		return errUnknownEnc
	}
	p.in.use(table, false)
	return errNone
}

// run parses what there is.
func (p *parser) run(final bool) code {
	for {
		was := p.phase
		var c code
		switch p.phase {
		case phProlog:
			c = p.prolog(!final)
		case phContent:
			c = p.content(!final)
		case phEpilog:
			c = p.epilog(!final)
		case phEntityStart:
			c = p.entityStart(!final)
		case phParamStart:
			c = p.paramStart(!final)
		case phEntityValueStart, phEntityValue:
			c = p.valueText(!final)
		}
		if c != errNone || p.phase == was {
			return c
		}
	}
}

// at tells of the event that lies at s to next in the document.
func (p *parser) at(s, next int) { p.in.event, p.in.end = p.in.base+s, p.in.base+next }

// wrong makes s the place of an error, unless it is in an internal entity.
func (p *parser) wrong(s int, main bool, c code) code {
	if main {
		p.in.event = p.in.base + s
	}
	return c
}

// where is the place of the event.
func (p *parser) where() spotAt { return p.in.placeOf(p.in.event) }

// pieceSize is the most text that is handed on at once of a document that has
// to be converted.
const pieceSize = 1024

// pieceLen is the length of the next piece of such text.
func pieceLen(b []byte) int {
	if len(b) <= pieceSize {
		return len(b)
	}
	n := pieceSize
	for b[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// plain hands text on to the default handler.
func (p *parser) plain(b []byte, main bool) {
	if !p.in.convert || !main {
		p.out.raw(b)
		return
	}
	for at := p.in.event; len(b) > 0; {
		n := pieceLen(b)
		if p.raw {
			p.out.raw(b[:n])
		}
		at += n
		b = b[n:]
		p.in.event = at
	}
}

// chars hands character data on.
func (p *parser) chars(b []byte, main bool) {
	if !p.in.convert || !main {
		p.out.text(b)
		return
	}
	for at := p.in.event; ; {
		n := pieceLen(b)
		if p.on[onText] {
			p.out.text(b[:n])
		}
		if b = b[n:]; len(b) == 0 {
			return
		}
		at += n
		p.in.event = at
	}
}

// normal is text with its line ends as LF.
func normal(b []byte) []byte {
	for i, c := range b {
		if c != '\r' {
			continue
		}
		out := append([]byte(nil), b[:i]...)
		for j := i; j < len(b); j++ {
			if b[j] != '\r' {
				out = append(out, b[j])
				continue
			}
			out = append(out, '\n')
			if j+1 < len(b) && b[j+1] == '\n' {
				j++
			}
		}
		return out
	}
	return b
}

// reportPI tells of a processing instruction.
func (p *parser) reportPI(b []byte, main bool) {
	if !p.on[onPI] {
		if p.raw {
			p.plain(b, main)
		}
		return
	}
	b = b[2 : len(b)-2]
	i, _ := p.lex.name(b, 0)
	p.out.pi(b[:i], normal(b[skipSpace(b, i):]))
}

func (p *parser) reportComment(b []byte, main bool) {
	if !p.on[onComment] {
		if p.raw {
			p.plain(b, main)
		}
		return
	}
	p.out.comment(normal(b[4 : len(b)-3]))
}

// epilog reads what follows the document's element.
func (p *parser) epilog(more bool) code {
	for b := p.in.buf; ; {
		s := p.in.pos
		tok, next := p.lex.prolog(b, s, false)
		p.at(s, next)
		switch tok {
		case tokNone:
			if p.in.halfUnit {
				return errUnclosed
			}
			return errNone
		case tokInvalid:
			return p.wrong(next, true, errInvalid)
		case tokPartial, tokPartialChar:
			switch {
			case more:
				return errNone
			case tok == tokPartialChar:
				return errPartialChar
			}
			return errUnclosed
		case tokSpace:
			if p.raw {
				p.plain(b[s:next], true)
			}
			if next == len(b) && next == s+1 && b[s] == '\r' {
				p.in.pos = next
				return errNone
			}
		case tokPI:
			p.reportPI(b[s:next], true)
		case tokComment:
			p.reportComment(b[s:next], true)
		default:
			return errJunk
		}
		if !p.account(next-s, true) {
			return errAmplification
		}
		p.in.pos = next
		p.in.event = p.in.base + next
		if p.stopped {
			return errAborted
		}
	}
}
