package sre

import (
	"runtime"
	"sync"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/py"
	engine "github.com/coachwhip/coachwhip/internal/sre"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// matcher is an engine.Matcher of either unit.
type matcher interface {
	Match(start, end int) (bool, error)
	FullMatch(start, end int) (bool, error)
	Search(start, end int) (bool, error)
	Scan(start, end int)
	NextSearch() (bool, error)
	NextMatch() (bool, error)
	Span(i int) (begin, end int)
	LastIndex() int
	Release()
}

// subject is the text that a pattern is applied to, as units of the engine:
// bytes for bytes-like objects and for text up to U+00FF, else code points.
// Positions count characters of the Python object in any case.
type subject struct {
	obj    py.Value
	str    *py.Str // nil for bytes-like objects
	bytes  []byte
	runes  []rune
	wide   bool
	owned  bool // runes outlive the call: do not reuse them
	pooled *[]rune
	n      int
	buf    *py.Buffer
}

// decodedText remembers the units of the text a pattern was last applied to
// from the middle: tokenizers call match(text, pos) for every token.
type decodedText struct {
	str   *py.Str
	bytes []byte
	runes []rune
	wide  bool
}

var runePool = sync.Pool{New: func() any { return new([]rune) }}

// open prepares obj for matching with p. again says that the same text is
// likely to come again.
func (s *subject) open(t *py.Thread, p *pattern, obj py.Value, again bool) *py.Exc {
	s.obj = obj
	if str, ok := py.ToStr(obj); ok {
		if p.kind == kindBytes {
			return t.TypeErr("cannot use a bytes pattern on a string-like object")
		}
		s.str, s.n = str, str.Len()
		text := str.String()
		if str.ASCII() {
			s.bytes = unsafe.Slice(unsafe.StringData(text), len(text))
			return nil
		}
		s.decode(p, text, again)
		return nil
	}
	if b, ok := py.ToBytes(obj); ok {
		s.bytes = b.Bytes()
	} else {
		if !py.IsBytesLike(obj) {
			return t.TypeErr("expected string or bytes-like object, got '%s'", obj.Type().Name())
		}
		buf, err := t.Buffer(obj, py.BufSimple)
		if err != nil {
			return err
		}
		s.buf, s.bytes = buf, buf.Data
	}
	if p.kind == kindStr {
		s.close(t)
		return t.TypeErr("cannot use a string pattern on a bytes-like object")
	}
	s.n = len(s.bytes)
	return nil
}

// decode makes the units of text that is not ASCII.
func (s *subject) decode(p *pattern, text string, again bool) {
	if d := p.text.Load(); d != nil && d.str == s.str {
		s.bytes, s.runes, s.wide = d.bytes, d.runes, d.wide
		return
	}
	if wtf8.MaxCodePoint(text) <= 0xff {
		s.bytes = make([]byte, 0, s.n)
		for i := 0; i < len(text); i++ {
			c := text[i]
			if c >= 0x80 && i+1 < len(text) {
				i++
				c = c<<6 | text[i]&0x3f
			}
			s.bytes = append(s.bytes, c)
		}
	} else {
		s.wide = true
		if again {
			s.runes = make([]rune, 0, s.n)
		} else {
			s.pooled = runePool.Get().(*[]rune)
			s.runes = (*s.pooled)[:0]
			if cap(s.runes) < s.n {
				s.runes = make([]rune, 0, s.n)
			}
		}
		for i := 0; i < len(text); {
			c := rune(text[i])
			w := 1
			if c >= 0x80 {
				c, w = wtf8.DecodeRuneAt(text, i)
			}
			s.runes = append(s.runes, c)
			i += w
		}
	}
	if again {
		p.text.Store(&decodedText{s.str, s.bytes, s.runes, s.wide})
	}
}

// close gives back what open took.
func (s *subject) close(t *py.Thread) {
	if s.buf != nil {
		s.buf.ReleaseOn(t)
		s.buf = nil
	}
	if s.pooled != nil {
		if !s.owned && cap(s.runes) <= 1<<16 {
			*s.pooled = s.runes[:0]
			runePool.Put(s.pooled)
		}
		s.pooled = nil
	}
}

// releaseLater releases the buffer with the object that holds the subject.
func (s *subject) releaseLater(sc *scanner) {
	if s.buf != nil {
		runtime.AddCleanup(sc, func(b *py.Buffer) { b.Release() }, s.buf)
	}
}

func (s *subject) clip(i int) int { return min(max(i, 0), s.n) }

// matcher gets a matcher for the subject.
func (s *subject) matcher(t *py.Thread, p *pattern) matcher {
	if s.wide {
		m := engine.Acquire(p.prog, s.runes)
		m.Interrupt = t.InterruptCheck()
		return m
	}
	m := engine.Acquire(p.prog, s.bytes)
	m.Interrupt = t.InterruptCheck()
	return m
}

// attach makes a matcher answer to the thread that now runs it.
func (s *subject) attach(t *py.Thread, m matcher) {
	switch m := m.(type) {
	case *engine.Matcher[byte]:
		m.Interrupt = t.InterruptCheck()
	case *engine.Matcher[rune]:
		m.Interrupt = t.InterruptCheck()
	}
}

// cursor maps positions in characters to byte offsets in the text of a str
// that is not ASCII. It steps from the last position asked for, so that
// positions in order cost one pass over the text.
type cursor struct {
	text    string
	direct  bool
	cp, off int
}

func (s *subject) cursor() cursor {
	if s.str == nil {
		return cursor{direct: true}
	}
	return cursor{text: s.str.String(), direct: s.str.ASCII()}
}

func (c *cursor) offset(cp int) int {
	if c.direct {
		return cp
	}
	for c.cp < cp && c.off < len(c.text) {
		c.off++
		for c.off < len(c.text) && c.text[c.off]&0xC0 == 0x80 {
			c.off++
		}
		c.cp++
	}
	for c.cp > cp && c.off > 0 {
		c.off--
		for c.off > 0 && c.text[c.off]&0xC0 == 0x80 {
			c.off--
		}
		c.cp--
	}
	return c.off
}

// part returns the characters from i to j as an object; for a group that did
// not take part the empty one.
func (s *subject) part(c *cursor, i, j int) py.Value {
	if i < 0 {
		i, j = 0, 0
	}
	if s.str != nil {
		if i == j {
			return py.NewStr("").Value()
		}
		a := c.offset(i)
		return s.str.SubBytes(a, c.offset(j), j-i).Value()
	}
	return bytesPart(s.obj, s.bytes, i, j)
}

func bytesPart(obj py.Value, b []byte, i, j int) py.Value {
	if i == 0 && j == len(b) && obj.Type() == py.BytesType {
		return obj
	}
	return py.CopyBytes(b[i:j]).Value()
}
