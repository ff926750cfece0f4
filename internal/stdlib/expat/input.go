package expat

import (
	"strings"
	"unicode/utf8"
)

// encoding is how the bytes of a document are read.
type encoding uint8

const (
	encUTF8 encoding = iota
	encUTF16BE
	encUTF16LE
	encBytes // one byte is one character, see input.table
	encUnset // not known yet
)

// undecodable is a byte of the decoded text that no UTF-8 has: it stands for
// what is no character in the document's encoding.
const undecodable = 0xFF

// input is the document's text as it comes in. It is kept decoded to UTF-8.
// Offsets are counted from the document's beginning.
type input struct {
	enc      encoding
	content  bool // it is an external general entity
	utf16    bool // UTF-16 was given, in an order that the first bytes tell
	table    *[256]rune
	convert  bool   // text is handed on in pieces of 1024 bytes, as of a document that is not in UTF-8
	raw      []byte // bytes that cannot be decoded before more have come
	halfUnit bool   // the document ends with half a unit of UTF-16, which ends no token
	lost     []byte // what undecodable stands for; none of it is ever passed
	buf      []byte // text that is not done with
	own      []byte // the buffer for text that must be kept
	total    int    // bytes that have come
	base     int    // offset of buf[0]
	pos      int    // index in buf of what comes next
	mark     spotAt // a place from which others are counted
	event    int    // offset of what is being told of; -1: nothing yet
	end      int    // offset behind it
}

// spotAt is a place in the document.
type spotAt struct {
	off       int // in the decoded text
	line, col int // from 0
	origin    int // offset in the document's own bytes
	afterCR   bool
}

// add appends data to the text. It tells whether the text is known to be data
// itself: then data must not change before settle.
func (in *input) add(data []byte, final bool) {
	in.total += len(data)
	if in.enc == encUnset {
		in.raw = append(in.raw, data...)
		if !in.detect() {
			return
		}
		data, in.raw = in.raw, nil
	}
	if in.enc == encUTF8 {
		if in.pos == len(in.buf) {
			in.base += in.pos
			in.buf, in.pos = data, 0
			return
		}
		in.keep()
		in.own = append(in.own, data...)
		in.buf = in.own
		return
	}
	in.keep()
	if len(in.raw) > 0 {
		data = append(in.raw, data...)
		in.raw = nil
	}
	in.own = in.decode(in.own, data, final)
	in.buf = in.own
}

// keep makes own the text that is not done with.
func (in *input) keep() {
	rest := in.buf[in.pos:]
	if len(in.own) > 0 && len(in.buf) > 0 && &in.own[0] == &in.buf[0] {
		if in.pos == 0 {
			return
		}
		in.own = in.own[:copy(in.own, rest)]
	} else {
		in.own = append(in.own[:0], rest...)
	}
	in.base += in.pos
	in.buf, in.pos = in.own, 0
}

// settle moves the mark to what comes next and keeps what is left of the text.
func (in *input) settle() {
	in.moveMark(in.base + in.pos)
	if cap(in.own) > 1<<16 && len(in.buf)-in.pos < cap(in.own)/8 && in.pos > 0 {
		in.base += in.pos
		in.own = append([]byte(nil), in.buf[in.pos:]...)
		in.buf, in.pos = in.own, 0
		return
	}
	in.keep()
}

// detect chooses the encoding by the first bytes; false: more are needed.
func (in *input) detect() bool {
	b := in.raw
	if len(b) == 0 {
		return false
	}
	if len(b) == 1 {
		if in.utf16 {
			return false
		}
		switch b[0] {
		case 0xFE, 0xFF, 0xEF, 0, '<':
			return false
		}
	}
	in.enc = encUTF8
	in.convert = false
	if len(b) >= 2 {
		// Where content is read a given encoding counts more.
		marks := !in.content || in.table == nil
		switch {
		case b[0] == 0xFE && b[1] == 0xFF && marks:
			in.enc = encUTF16BE
		case b[0] == 0xFF && b[1] == 0xFE && marks:
			in.enc = encUTF16LE
		case b[0] == '<' && b[1] == 0 && !(in.content && in.utf16):
			in.enc = encUTF16LE
		case b[0] == 0xEF && b[1] == 0xBB && marks && len(b) == 2:
			in.enc = encUnset
			return false
		case b[0] == 0xEF && b[1] == 0xBB && marks && !(in.content && in.utf16) && b[2] == 0xBF:
		case b[0] == 0:
			in.enc = encUTF16BE
		case b[1] == 0 && !in.content:
			in.enc = encUTF16LE
		case in.utf16:
			in.enc = encUTF16BE
		case in.table != nil:
			in.enc = encBytes
		}
	} else if in.table != nil {
		in.enc = encBytes
	}
	in.convert = in.enc != encUTF8 && !(in.enc == encBytes && in.table == &asciiTable)
	return true
}

// use reads what has come and will come with a table of characters, -1 where
// there is none.
func (in *input) use(table *[256]rune, ascii bool) {
	in.moveMark(in.base + in.pos)
	in.enc, in.table, in.convert = encBytes, table, !ascii
	rest := append([]byte(nil), in.buf[in.pos:]...)
	in.base += in.pos
	in.own = in.decode(nil, rest, false)
	in.buf, in.pos = in.own, 0
}

// decode appends data to dst as UTF-8. What is cut off stays in in.raw, or at
// the document's end becomes a character that is cut off.
func (in *input) decode(dst, data []byte, final bool) []byte {
	if in.enc == encBytes {
		for _, c := range data {
			if r := in.table[c]; r >= 0 {
				dst = utf8.AppendRune(dst, r)
			} else {
				dst = append(dst, undecodable)
				in.lost = append(in.lost, c)
			}
		}
		return dst
	}
	hi := 0
	if in.enc == encUTF16LE {
		hi = 1
	}
	for ; len(data) >= 2; data = data[2:] {
		c := rune(data[hi])<<8 | rune(data[1-hi])
		switch {
		case c >= 0xDC00 && c <= 0xDFFF:
			dst = append(dst, undecodable)
			in.lost = append(in.lost, data[:2]...)
			continue
		case c >= 0xD800 && c <= 0xDBFF:
			if len(data) < 4 {
				goto rest
			}
			// Like expat, do not look whether the second half is one.
			d := rune(data[2+hi])<<8 | rune(data[3-hi])
			c = 0x10000 + (c-0xD800)<<10 + d&0x3FF
			data = data[2:]
		}
		dst = utf8.AppendRune(dst, c)
	}
rest:
	if len(data) > 0 {
		if in.halfUnit = final && len(data) == 1; final && !in.halfUnit {
			dst = append(dst, 0xF0)
		}
		in.raw = append([]byte(nil), data...)
	}
	return dst
}

// moveMark moves the mark on to an offset.
func (in *input) moveMark(to int) {
	in.mark = in.placeOf(to)
}

// placeOf is the place of an offset; it does not go back behind the mark.
func (in *input) placeOf(to int) spotAt {
	m := in.mark
	if to <= m.off {
		return m
	}
	b := in.buf[m.off-in.base : to-in.base]
	m.off = to
	if in.enc == encUTF8 {
		m.origin += len(b)
	} else {
		m.origin += in.originLen(b)
	}
	for _, c := range b {
		switch {
		case c == '\n':
			if !m.afterCR {
				m.line, m.col = m.line+1, 0
			}
			m.afterCR = false
		case c == '\r':
			m.line, m.col, m.afterCR = m.line+1, 0, true
		default:
			m.afterCR = false
			if c&0xC0 != 0x80 {
				m.col++
			}
		}
	}
	return m
}

// originLen is the length of decoded text in the document's encoding.
func (in *input) originLen(b []byte) (n int) {
	for _, c := range b {
		switch {
		case c&0xC0 == 0x80:
		case in.enc == encBytes:
			n++
		case c >= 0xF0 && c != undecodable:
			n += 4
		default:
			n += 2
		}
	}
	return n
}

// origin is the text from the event on, in the document's encoding.
func (in *input) origin() []byte {
	b := in.buf[max(in.event-in.base, 0):]
	if in.enc == encUTF8 {
		return b
	}
	var out []byte
	hi := 0
	if in.enc == encUTF16LE {
		hi = 1
	}
	unit := func(c rune) {
		var two [2]byte
		two[hi], two[1-hi] = byte(c>>8), byte(c)
		out = append(out, two[:]...)
	}
	back := map[rune]byte{}
	if in.enc == encBytes {
		for i := 255; i >= 0; i-- {
			back[in.table[i]] = byte(i)
		}
	}
	lost := in.lost
	for len(b) > 0 {
		width := 2
		if in.enc == encBytes {
			width = 1
		}
		if b[0] == undecodable {
			out, lost = append(out, lost[:width]...), lost[width:]
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			break // the cut off end
		}
		b = b[n:]
		switch {
		case in.enc == encBytes:
			out = append(out, back[r])
		case r >= 0x10000:
			unit(0xD800 + (r-0x10000)>>10)
			unit(0xDC00 + (r-0x10000)&0x3FF)
		default:
			unit(r)
		}
	}
	out = append(out, in.raw...)
	return out
}

// asciiTable and latinTable are the encodings that expat knows besides Unicode's.
var asciiTable, latinTable = func() (a, l [256]rune) {
	for i := range a {
		a[i], l[i] = rune(i), rune(i)
		if i >= 0x80 {
			a[i] = -1
		}
	}
	return a, l
}()

// setEncoding prepares for the encoding that the application gives; false: it
// is not one of those that are known.
func (in *input) setEncoding(name string) bool {
	in.enc, in.utf16, in.table, in.convert = encUnset, false, nil, false
	switch strings.ToUpper(name) {
	case "UTF-8":
	case "UTF-16":
		in.utf16 = true
	case "UTF-16BE":
		in.enc, in.convert = encUTF16BE, true
	case "UTF-16LE":
		in.enc, in.convert = encUTF16LE, true
	case "ISO-8859-1":
		in.table = &latinTable
	case "US-ASCII":
		in.table = &asciiTable
	default:
		return false
	}
	return true
}

// checked turns a table of an encoding into one that can be used; false: the
// encoding does not agree with ASCII where markup needs it.
func checked(table *[256]rune) bool {
	for i, c := range table {
		if i < 0x80 && c != rune(i) {
			if k := class[byte(i)]; k != clOther && k != clBad || isMarkup(byte(i)) {
				return false
			}
		}
		if c > 0xFFFF {
			return false
		}
		if c >= 0 && (c >= 0xD800 && c <= 0xDFFF || c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c&^1 == 0xFFFE) {
			table[i] = -1
		}
	}
	return true
}

// isMarkup tells whether a byte plays a part in the syntax of XML.
func isMarkup(c byte) bool { return strings.IndexByte(`"'<>&;[]()!?%#/=,|*+`, c) >= 0 }
