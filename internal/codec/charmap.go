package codec

import "github.com/coachwhip/coachwhip/internal/wtf8"

const reasonUndefined = "character maps to <undefined>"

// DecodeCharmap decodes with a mapping of single bytes to text; lookup's ok is false
// for bytes that map to nothing. Its error ends decoding.
func DecodeCharmap(b []byte, lookup func(c byte) (s string, ok bool, err error), h DecodeHandler) (string, error) {
	d := decoder{in: b, encoding: "charmap", handler: h, out: make([]byte, 0, len(b))}
	for i := 0; i < len(d.in); {
		s, ok, err := lookup(d.in[i])
		if err == nil && !ok {
			i, err = d.fail(i, i+1, reasonUndefined)
		} else {
			d.out = append(d.out, s...)
			i++
		}
		if err != nil {
			return "", err
		}
	}
	return toString(d.out), nil
}

// DecodeCharmapTable is DecodeCharmap with a table of the code points of all bytes;
// U+FFFE, or a table too short, says that a byte maps to nothing.
func DecodeCharmapTable(b []byte, table []rune, h DecodeHandler) (string, error) {
	d := decoder{in: b, encoding: "charmap", handler: h, out: make([]byte, 0, len(b))}
	for i := 0; i < len(d.in); {
		if c := int(d.in[i]); c < len(table) && table[c] != 0xFFFE {
			d.rune(table[c])
			i++
			continue
		}
		var err error
		if i, err = d.fail(i, i+1, reasonUndefined); err != nil {
			return "", err
		}
	}
	return toString(d.out), nil
}

// EncodingMap is the inverse of a decoding table: what codecs.charmap_build makes.
type EncodingMap struct {
	ascii [0x80]int16
	rest  map[rune]byte
}

// BuildEncodingMap inverts a decoding table of up to 256 code points; U+FFFE stands
// for nothing. Of several bytes for one code point the last counts.
func BuildEncodingMap(table []rune) *EncodingMap {
	m := &EncodingMap{rest: make(map[rune]byte)}
	for i := range m.ascii {
		m.ascii[i] = -1
	}
	for i, r := range table[:min(len(table), 256)] {
		switch {
		case r >= 0 && r < 0x80:
			m.ascii[r] = int16(i)
		case r != 0xFFFE:
			m.rest[r] = byte(i)
		}
	}
	return m
}

// Lookup returns the byte of r.
func (m *EncodingMap) Lookup(r rune) (c byte, ok bool) {
	if uint32(r) < 0x80 {
		v := m.ascii[r]
		return byte(v), v >= 0
	}
	c, ok = m.rest[r]
	return c, ok
}

// EncodeCharmap encodes with a mapping of code points to bytes; lookup's ok is false
// for code points that map to nothing, and a run of those is one error. lookup's
// error ends encoding. The result of lookup is copied.
func EncodeCharmap(s string, lookup func(r rune) (b []byte, ok bool, err error), h EncodeHandler) ([]byte, error) {
	x := encoder{s: s, encoding: "charmap", handler: h, out: make([]byte, 0, len(s))}
	for at := (place{}); at.off < len(s); {
		r, n := wtf8.DecodeRuneAt(s, at.off)
		b, ok, err := lookup(r)
		if err != nil {
			return nil, err
		}
		to := place{at.off + n, at.pos + 1}
		if ok {
			x.out = append(x.out, b...)
			at = to
			continue
		}
		for to.off < len(s) {
			r, n := wtf8.DecodeRuneAt(s, to.off)
			if _, ok, err = lookup(r); err != nil {
				return nil, err
			}
			if ok {
				break
			}
			to.off += n
			to.pos++
		}
		rep, next, err := x.fail(at, to, reasonUndefined)
		if err != nil {
			return nil, err
		}
		x.out = append(x.out, rep.Bytes...)
		for _, r := range wtf8.Runes(rep.Text) {
			b, ok, err := lookup(r)
			if err != nil {
				return nil, err
			}
			if !ok {
				return nil, x.refuse(at, to, reasonUndefined)
			}
			x.out = append(x.out, b...)
		}
		at = next
	}
	return x.out, nil
}

// EncodeCharmapTable is EncodeCharmap with an EncodingMap.
func EncodeCharmapTable(s string, m *EncodingMap, h EncodeHandler) ([]byte, error) {
	var one [1]byte
	return EncodeCharmap(s, func(r rune) ([]byte, bool, error) {
		c, ok := m.Lookup(r)
		one[0] = c
		return one[:], ok, nil
	}, h)
}
