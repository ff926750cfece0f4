package expat

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// recorder writes down events. Neighbouring pieces of text become one, since
// their limits depend on how the document is cut up.
type recorder struct {
	p     *parser
	log   *strings.Builder
	last  string
	depth int
	// subset is what every external entity contains.
	subset []byte
	cut    int
}

func (r *recorder) note(what string, args ...any) {
	r.last = what
	fmt.Fprintf(r.log, "\n%d %s", r.depth, what)
	for _, a := range args {
		switch a := a.(type) {
		case *string:
			if a == nil {
				r.log.WriteString(" -")
			} else {
				fmt.Fprintf(r.log, " %q", *a)
			}
		default:
			fmt.Fprintf(r.log, " %q", fmt.Sprint(a))
		}
	}
	if r.log.Len() > 1<<20 {
		r.p.stop()
	}
}

func (r *recorder) piece(what string, b []byte) {
	if !utf8.Valid(b) {
		panic("text that is no UTF-8")
	}
	if r.last != what {
		r.note(what)
	}
	r.log.Write(b)
}

func (r *recorder) startElement(n *name, atts []attr, specified int) {
	r.note("start", n.text, specified)
	for _, a := range atts {
		fmt.Fprintf(r.log, " %q=%q", a.name.text, a.value)
	}
}
func (r *recorder) endElement(n *name)                  { r.note("end", n.text) }
func (r *recorder) pi(target, data []byte)              { r.note("pi", string(target), string(data)) }
func (r *recorder) text(b []byte)                       { r.piece("text", b) }
func (r *recorder) raw(b []byte)                        { r.piece("raw", b) }
func (r *recorder) comment(b []byte)                    { r.note("comment", string(b)) }
func (r *recorder) startCData()                         { r.note("cdata") }
func (r *recorder) endCData()                           { r.note("cdata end") }
func (r *recorder) notStandalone() bool                 { r.note("not standalone"); return true }
func (r *recorder) endDoctype()                         { r.note("doctype end") }
func (r *recorder) endNamespace(n *name)                { r.note("ns end", n.text) }
func (r *recorder) startNamespace(n *name, uri *string) { r.note("ns", n.text, uri) }
func (r *recorder) skippedEntity(n string, param bool)  { r.note("skipped", n, param) }
func (r *recorder) unparsedEntity(n string, base, system, public *string, notation string) {
	r.note("unparsed", n, base, system, public, notation)
}
func (r *recorder) notation(n string, base, system, public *string) {
	r.note("notation", n, base, system, public)
}
func (r *recorder) startDoctype(n string, system, public *string, subset bool) {
	r.note("doctype", n, system, public, subset)
}
func (r *recorder) entityDecl(n string, param bool, value, base, system, public, notation *string) {
	r.note("entity", n, param, value, base, system, public, notation)
}
func (r *recorder) xmlDecl(version, encoding *string, standalone int) {
	r.note("xml", version, encoding, standalone)
}
func (r *recorder) elementDecl(n *name, model []particle) {
	for i, m := range model {
		if m.up > i || i > 0 && m.up == i {
			panic("a part before its group")
		}
	}
	r.note("element", n.text, model)
}
func (r *recorder) attlistDecl(element, attribute, typ string, value *string, required bool) {
	r.note("attlist", element, attribute, typ, value, required)
}
func (r *recorder) externalEntity(context, base, system, public *string) bool {
	r.note("external", context, base, system, public)
	if r.depth >= 3 {
		return true
	}
	sub := &recorder{log: r.log, depth: r.depth + 1, subset: r.subset, cut: r.cut}
	sub.p = r.p.child(sub, context, "")
	return sub.run(r.subset) == errNone
}
func (r *recorder) unknownEncoding(name string) *[256]rune {
	if len(name)%2 == 0 {
		return nil
	}
	t := latinTable
	t[0xA4], t[0xA5] = 0x20AC, -1
	return &t
}

// run parses a document in pieces of r.cut bytes, 0: at once.
func (r *recorder) run(doc []byte) (c code) {
	// The encoding is found out by what comes first.
	for n := max(r.cut, 4); r.cut > 0 && len(doc) > n && c == errNone; n = r.cut {
		c = r.p.feed(bytes.Clone(doc[:n]), false)
		doc = doc[n:]
	}
	if c == errNone {
		c = r.p.feed(doc, true)
	}
	w := r.p.where()
	r.note("done", int(c), w.line, w.col, w.origin)
	r.p.in.origin()
	return c
}

// events parses a document. The bits of how choose handlers and settings.
func events(doc, subset []byte, how uint32, cut int) string {
	r := &recorder{log: new(strings.Builder), subset: subset, cut: cut}
	r.p = newParser(r, how&1 != 0, []byte{' '})
	for i := range r.p.on {
		r.p.on[i] = true
	}
	if how&2 == 0 {
		r.p.raw = true
	}
	if how&4 != 0 {
		r.p.expand = false
	}
	if how&8 != 0 {
		r.p.params = paramAlways
	}
	if how&16 != 0 {
		r.p.foreign = true
	}
	if how&32 != 0 {
		r.p.triplets = true
	}
	if how&64 != 0 {
		r.p.on[onText], r.p.on[onStartElement], r.p.on[onEntityDecl] = false, false, false
	}
	if how&128 != 0 {
		r.p.setEncoding([...]string{"utf-8", "utf-16", "iso-8859-1", "us-ascii", "odd", "even"}[how>>8%6])
	}
	r.p.deferral = how&0x8000 == 0
	r.run(doc)
	return r.log.String()
}

// FuzzExpat parses documents as a whole and in pieces, which must tell the same
// of good ones and fail alike of others.
func FuzzExpat(f *testing.F) {
	for _, doc := range []string{
		"<a b='c'>text<b/>\r\n&lt;&#65;<![CDATA[x]]y]]></a>",
		"<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>",
		"<!DOCTYPE a [<!ENTITY e 'v&f;'><!ENTITY f '<b/>'><!ATTLIST a b NMTOKEN ' x  y '>]><a>&e;</a>",
		"<!DOCTYPE a PUBLIC 'p' 's' [<!ENTITY % p '<!ENTITY e SYSTEM \"u\">'>%p;<!ELEMENT a (b|(c,d)*)+>]><a>&e;</a>",
		"<p:a xmlns:p='u' p:b='1' xmlns='v'><c/></p:a>",
		"<!DOCTYPE a [<!NOTATION n PUBLIC 'p'><!ENTITY e SYSTEM 'u' NDATA n>]><?pi x?><!-- c --><a>]]",
		"\xff\xfe<\x00a\x00/\x00>\x00", "\xef\xbb\xbf<a/>",
	} {
		f.Add([]byte(doc), []byte("<!ENTITY x 'y'><![IGNORE[ ]]>"), uint32(9), uint8(1))
		f.Add([]byte(doc), []byte("<?xml version='1.0' encoding='utf-8'?>t<b/>"), uint32(14), uint8(3))
	}
	f.Fuzz(func(t *testing.T, doc, subset []byte, how uint32, cut uint8) {
		if len(doc) > 1<<16 || len(subset) > 1<<12 {
			return
		}
		whole := events(doc, subset, how, 0)
		parts := events(doc, subset, how, int(cut))
		same := parts == whole
		if last := whole[strings.LastIndexByte(whole, '\n'):]; !strings.HasPrefix(last, "\n0 done \"0\"") {
			// Whether text that runs into an error is told of depends on the pieces.
			same = strings.HasSuffix(parts, last)
		}
		if !same && len(whole) < 1<<20 {
			t.Errorf("%q (%q, %d) in pieces of %d:\n%s\nas a whole:\n%s", doc, subset, how, cut, parts, whole)
		}
	})
}
