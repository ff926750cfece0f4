package expat

import (
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
)

// eventNames are the attributes that hold the handlers.
var eventNames = [numEvents]string{
	onStartElement: "StartElementHandler", onEndElement: "EndElementHandler", onPI: "ProcessingInstructionHandler",
	onText: "CharacterDataHandler", onUnparsedEntity: "UnparsedEntityDeclHandler", onNotation: "NotationDeclHandler",
	onStartNamespace: "StartNamespaceDeclHandler", onEndNamespace: "EndNamespaceDeclHandler", onComment: "CommentHandler",
	onStartCData: "StartCdataSectionHandler", onEndCData: "EndCdataSectionHandler", onDefault: "DefaultHandler",
	onDefaultExpand: "DefaultHandlerExpand", onNotStandalone: "NotStandaloneHandler", onExternalEntity: "ExternalEntityRefHandler",
	onStartDoctype: "StartDoctypeDeclHandler", onEndDoctype: "EndDoctypeDeclHandler", onEntityDecl: "EntityDeclHandler",
	onXMLDecl: "XmlDeclHandler", onElementDecl: "ElementDeclHandler", onAttlistDecl: "AttlistDeclHandler", onSkippedEntity: "SkippedEntityHandler",
}

const (
	chunkSize       = 1 << 20 // of what is parsed at once
	readSize        = 2048    // of what ParseFile reads
	startBufferSize = 8192
)

// xmlParser is a parser with its handlers.
type xmlParser struct {
	py.Header
	p        *parser
	handlers [numEvents]py.Value
	rawEvent int      // which of the two default handlers was set last
	intern   *py.Dict // nil: names are not interned
	buffered bool     // buffer_text
	size     int      // buffer_size
	buf      []byte   // character data that has not been handed on
	ordered  bool
	onlyOwn  bool // specified_attributes
	calling  bool
	t        *py.Thread // that runs the parser
	err      *py.Exc    // of a handler
}

var parserType = new(py.Type)

func asParser(v py.Value) *xmlParser { return (*xmlParser)(v.Ptr()) }

func (x *xmlParser) value() py.Value { return py.FromHeader(&x.Header) }

// strOf makes a str of text that the parser has checked.
func strOf(b []byte) py.Value { return py.NewStrCopy(b, utf8.RuneCount(b)).Value() }

func optStr(s *string) py.Value {
	if s == nil {
		return py.None
	}
	return py.NewStr(*s).Value()
}

// interned is the str of a name as the dict of interned names has it.
func (x *xmlParser) interned(s string) py.Value {
	v := py.NewStr(s).Value()
	if x.intern == nil {
		return v
	}
	old, added, err := x.intern.SetDefault(x.t, v, v)
	if err != nil {
		x.fail(err)
		return v
	}
	if added {
		return v
	}
	return old
}

func (x *xmlParser) internedOpt(s *string) py.Value {
	if s == nil {
		return py.None
	}
	return x.interned(*s)
}

func (x *xmlParser) nameOf(n *name) py.Value {
	if n.val.IsNil() {
		n.val = x.interned(n.text)
	}
	return n.val
}

// fail notes the error of a handler: no more of them are called.
func (x *xmlParser) fail(err *py.Exc) {
	if x.err == nil {
		x.err = err
	}
	for i := range x.handlers {
		x.handlers[i] = py.Value{}
		x.p.on[i] = false
	}
	x.p.raw = false
	x.p.stop()
}

// call calls a handler, after the character data that was held back.
func (x *xmlParser) call(event int, args ...py.Value) py.Value {
	if x.err != nil || event != onText && !x.flush() {
		return py.Value{}
	}
	h := x.handlers[event]
	if h.IsNil() {
		return py.Value{}
	}
	x.calling = true
	v, err := x.t.Call(h, args...)
	x.calling = false
	if err != nil {
		x.fail(err)
		return py.Value{}
	}
	return v
}

// callInt calls a handler whose result is a number; none is 0.
func (x *xmlParser) callInt(event int, args ...py.Value) bool {
	v := x.call(event, args...)
	if v.IsNil() {
		return false
	}
	n, err := x.t.CLong(v)
	if err != nil {
		x.fail(err)
		return true
	}
	return n != 0
}

// flush hands on the character data that was held back.
func (x *xmlParser) flush() bool {
	if len(x.buf) == 0 {
		return true
	}
	s := strOf(x.buf)
	x.buf = x.buf[:0]
	if x.handlers[onText].IsNil() {
		return x.err == nil
	}
	x.call(onText, s)
	return x.err == nil
}

func (x *xmlParser) text(b []byte) {
	if !x.buffered {
		x.call(onText, strOf(b))
		return
	}
	if len(x.buf)+len(b) > x.size {
		if !x.flush() || x.handlers[onText].IsNil() {
			return
		}
	}
	if len(b) > x.size {
		x.call(onText, strOf(b))
		return
	}
	x.buf = append(x.buf, b...)
}

func (x *xmlParser) startElement(n *name, atts []attr, specified int) {
	if !x.flush() {
		return
	}
	if x.onlyOwn {
		atts = atts[:specified]
	}
	var v py.Value
	if x.ordered {
		items := make([]py.Value, 0, 2*len(atts))
		for i := range atts {
			items = append(items, x.nameOf(atts[i].name), strOf(atts[i].value))
		}
		v = py.NewList(items).Value()
	} else {
		d := py.NewDictSize(len(atts))
		for i := range atts {
			if err := d.Set(x.t, x.nameOf(atts[i].name), strOf(atts[i].value)); err != nil {
				x.fail(err)
				return
			}
		}
		v = d.Value()
	}
	x.call(onStartElement, x.nameOf(n), v)
}

func (x *xmlParser) endElement(n *name) { x.call(onEndElement, x.nameOf(n)) }
func (x *xmlParser) comment(b []byte)   { x.call(onComment, strOf(b)) }
func (x *xmlParser) startCData()        { x.call(onStartCData) }
func (x *xmlParser) endCData()          { x.call(onEndCData) }
func (x *xmlParser) raw(b []byte)       { x.call(x.rawEvent, strOf(b)) }
func (x *xmlParser) notStandalone() bool {
	return x.callInt(onNotStandalone)
}

func (x *xmlParser) pi(target, data []byte) {
	x.call(onPI, x.interned(string(target)), strOf(data))
}

func (x *xmlParser) unparsedEntity(name string, base, system, public *string, notation string) {
	x.call(onUnparsedEntity, x.interned(name), x.internedOpt(base), x.internedOpt(system), x.internedOpt(public), x.interned(notation))
}

func (x *xmlParser) notation(name string, base, system, public *string) {
	x.call(onNotation, x.interned(name), x.internedOpt(base), x.internedOpt(system), x.internedOpt(public))
}

// prefixOf is a namespace's prefix; the default namespace has none.
func (x *xmlParser) prefixOf(n *name) py.Value {
	if n.text == "" {
		return py.None
	}
	return x.nameOf(n)
}

func (x *xmlParser) startNamespace(prefix *name, uri *string) {
	x.call(onStartNamespace, x.prefixOf(prefix), x.internedOpt(uri))
}

func (x *xmlParser) endNamespace(prefix *name) { x.call(onEndNamespace, x.prefixOf(prefix)) }

func (x *xmlParser) externalEntity(context, base, system, public *string) bool {
	return x.callInt(onExternalEntity, optStr(context), x.internedOpt(base), x.internedOpt(system), x.internedOpt(public))
}

func (x *xmlParser) startDoctype(name string, system, public *string, subset bool) {
	has := 0
	if subset {
		has = 1
	}
	x.call(onStartDoctype, x.interned(name), x.internedOpt(system), x.internedOpt(public), py.IntOf(has))
}

func (x *xmlParser) endDoctype() { x.call(onEndDoctype) }

func flag(b bool) py.Value {
	if b {
		return py.IntOf(1)
	}
	return py.IntOf(0)
}

func (x *xmlParser) entityDecl(name string, param bool, value, base, system, public, notation *string) {
	x.call(onEntityDecl, x.interned(name), flag(param), optStr(value), x.internedOpt(base), x.internedOpt(system), x.internedOpt(public), x.internedOpt(notation))
}

func (x *xmlParser) xmlDecl(version, encoding *string, standalone int) {
	x.call(onXMLDecl, optStr(version), optStr(encoding), py.IntOf(standalone))
}

// elementDecl makes nested tuples of a content model. Groups come before their
// parts, so that the last group is made first.
func (x *xmlParser) elementDecl(n *name, model []particle) {
	parts := make([][]py.Value, len(model))
	for i := len(model) - 1; i >= 0; i-- {
		m := &model[i]
		items := parts[i]
		for l, r := 0, len(items)-1; l < r; l, r = l+1, r-1 {
			items[l], items[r] = items[r], items[l]
		}
		label := py.None
		if m.name != "" {
			label = py.NewStr(m.name).Value()
		}
		v := py.NewTuple(py.IntOf(m.kind), py.IntOf(m.quant), label, py.NewTuple(items...).Value()).Value()
		if i == 0 {
			x.call(onElementDecl, x.nameOf(n), v)
			return
		}
		parts[m.up] = append(parts[m.up], v)
		parts[i] = nil
	}
}

func (x *xmlParser) attlistDecl(element, attribute, typ string, value *string, required bool) {
	x.call(onAttlistDecl, x.interned(element), x.interned(attribute), py.NewStr(typ).Value(), optStr(value), flag(required))
}

func (x *xmlParser) skippedEntity(name string, param bool) {
	x.call(onSkippedEntity, x.interned(name), flag(param))
}

func (x *xmlParser) unknownEncoding(name string) *[256]rune {
	if x.err != nil {
		return nil
	}
	var all [256]byte
	for i := range all {
		all[i] = byte(i)
	}
	s, err := x.t.Decode(all[:], name, "replace")
	if err != nil {
		x.fail(err)
		return nil
	}
	if s.Len() != 256 {
		x.fail(x.t.ValueErr("multi-byte encodings are not supported"))
		return nil
	}
	table, i := new([256]rune), 0
	for _, r := range s.String() {
		if table[i] = r; r == utf8.RuneError {
			table[i] = -1
		}
		i++
	}
	return table
}

// setHandler is the setter of the attribute of an event.
func (x *xmlParser) setHandler(t *py.Thread, event int, v py.Value) *py.Exc {
	if v.IsNil() {
		return t.Raise(py.RuntimeError, "Cannot delete attribute")
	}
	if event == onText {
		if x.t == nil {
			x.t = t
			defer func() { x.t = nil }()
		}
		if !x.flush() {
			return x.takeErr()
		}
	}
	if v.IsNone() {
		v = py.Value{}
	}
	x.handlers[event] = v
	x.p.on[event] = !v.IsNil()
	if event == onDefault || event == onDefaultExpand {
		x.rawEvent = event
		x.p.raw = !v.IsNil()
		x.p.expand = event == onDefaultExpand
	}
	return nil
}

// takeErr is the error of a handler; it must not be told twice.
func (x *xmlParser) takeErr() *py.Exc {
	err := x.err
	x.err = nil
	return err
}

// failure is the error that ended parsing.
func (x *xmlParser) failure(t *py.Thread, c code) *py.Exc {
	at := x.p.where()
	err := t.Raise(errorType, "%s: line %d, column %d", c.text(), at.line+1, at.col)
	for _, a := range [...]struct {
		name string
		n    int
	}{{"code", int(c)}, {"offset", at.col}, {"lineno", at.line + 1}} {
		if e := t.SetAttr(err.Value(), py.InternStr(a.name), py.IntOf(a.n)); e != nil {
			return e
		}
	}
	return err
}

// feed parses data, which must not change meanwhile.
func (x *xmlParser) feed(t *py.Thread, data []byte, final bool) (c code, err *py.Exc) {
	if x.p.busy {
		return errState, x.failure(t, errState)
	}
	x.t = t
	defer func() { x.t = nil }()
	for len(data) > chunkSize {
		if c := x.p.feed(data[:chunkSize:chunkSize], false); c != errNone || x.err != nil {
			return x.result(t, c)
		}
		data = data[chunkSize:]
	}
	return x.result(t, x.p.feed(data[:len(data):len(data)], final))
}

func (x *xmlParser) result(t *py.Thread, c code) (code, *py.Exc) {
	if x.err != nil {
		return c, x.takeErr()
	}
	if c != errNone {
		return c, x.failure(t, c)
	}
	if !x.flush() {
		return c, x.takeErr()
	}
	return c, nil
}

func parse(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	final := false
	if !a[1].IsNil() {
		var err *py.Exc
		if final, err = t.Truth(a[1]); err != nil {
			return py.Value{}, err
		}
	}
	var data []byte
	if s, ok := py.ToStr(a[0]); ok {
		b, err := t.Encode(s, "utf-8", "strict")
		if err != nil {
			return py.Value{}, err
		}
		data = b.Bytes()
		x.p.setEncoding("utf-8")
	} else if b, ok := py.ToBytes(a[0]); ok {
		data = b.Bytes()
	} else {
		b, err := t.Buffer(a[0], py.BufSimple)
		if err != nil {
			return py.Value{}, err
		}
		data = b.Tobytes()
		b.ReleaseOn(t)
	}
	if _, err := x.feed(t, data, final); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(1), nil
}

func parseFile(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asParser(self)
	read, err := t.GetAttrOpt(a[0], py.InternStr("read"))
	if err != nil {
		return py.Value{}, err
	}
	if read.IsNil() {
		return py.Value{}, t.TypeErr("argument must have 'read' attribute")
	}
	for {
		v, err := t.Call(read, py.IntOf(readSize))
		if err != nil {
			return py.Value{}, err
		}
		var data []byte
		if b, ok := py.ToBytes(v); ok {
			data = b.Bytes()
		} else if py.IsInstance(v, py.ByteArrayType) {
			b, err := t.Buffer(v, py.BufSimple)
			if err != nil {
				return py.Value{}, err
			}
			data = b.Tobytes()
			b.ReleaseOn(t)
		} else {
			return py.Value{}, t.TypeErr("read() did not return a bytes object (type=%s)", v.Type().Name())
		}
		if len(data) > readSize {
			return py.Value{}, t.ValueErr("read() returned too much data: %d bytes requested, %d returned", readSize, len(data))
		}
		if _, err := x.feed(t, data, len(data) == 0); err != nil {
			return py.Value{}, err
		}
		if len(data) == 0 {
			return py.IntOf(1), nil
		}
	}
}
