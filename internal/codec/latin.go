package codec

import (
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// DecodeASCII decodes ASCII; every byte from 0x80 on is an error of its own.
func DecodeASCII(b []byte, h DecodeHandler) (string, error) {
	k := wtf8.ASCIIPrefix(b)
	if k == len(b) {
		return string(b), nil
	}
	d := decoder{in: b, encoding: "ascii", handler: h, out: append(make([]byte, 0, len(b)+8), b[:k]...)}
	for i := k; i < len(d.in); {
		var err error
		if i, err = d.fail(i, i+1, reasonASCII); err != nil {
			return "", err
		}
		k := wtf8.ASCIIPrefix(d.in[i:])
		d.out = append(d.out, d.in[i:i+k]...)
		i += k
	}
	return toString(d.out), nil
}

// DecodeLatin1 decodes ISO 8859-1, which cannot fail.
func DecodeLatin1(b []byte) string {
	k := wtf8.ASCIIPrefix(b)
	if k == len(b) {
		return string(b)
	}
	size := len(b)
	for _, c := range b[k:] {
		size += int(c >> 7)
	}
	out := append(make([]byte, 0, size), b[:k]...)
	for _, c := range b[k:] {
		if c < 0x80 {
			out = append(out, c)
		} else {
			out = append(out, 0xC0|c>>6, 0x80|c&0x3F)
		}
	}
	return toString(out)
}

// EncodeASCII encodes to ASCII; a run of unencodable code points is one error.
func EncodeASCII(s string, h EncodeHandler) ([]byte, error) {
	if wtf8.IsASCII(s) {
		return []byte(s), nil
	}
	x := encoder{s: s, encoding: "ascii", handler: h, resumable: true}
	return x.narrow(0x80, reasonASCII)
}

// EncodeLatin1 encodes to ISO 8859-1; a run of unencodable code points is one
// error.
func EncodeLatin1(s string, h EncodeHandler) ([]byte, error) {
	if wtf8.IsASCII(s) {
		return []byte(s), nil
	}
	x := encoder{s: s, encoding: "latin-1", handler: h, resumable: true}
	return x.narrow(0x100, reasonLatin1)
}

// narrow encodes the code points below limit (0x80 or 0x100) as single bytes.
func (x *encoder) narrow(limit rune, reason string) ([]byte, error) {
	s := x.s
	x.out = make([]byte, 0, len(s))
	for at := (place{}); at.off < len(s); {
		c := s[at.off]
		if c < 0x80 {
			x.out = append(x.out, c)
			at.off++
			at.pos++
			continue
		}
		r, n := wtf8.DecodeRuneAt(s, at.off)
		if r < limit {
			x.out = append(x.out, byte(r))
			at.off += n
			at.pos++
			continue
		}
		to := place{at.off + n, at.pos + 1}
		for to.off < len(s) {
			if r, n = wtf8.DecodeRuneAt(s, to.off); r < limit {
				break
			}
			to.off += n
			to.pos++
		}
		rep, next, err := x.fail(at, to, reason)
		if err != nil {
			return nil, err
		}
		if rep.IsBytes {
			x.out = append(x.out, rep.Bytes...)
		} else {
			for _, r := range wtf8.Runes(rep.Text) {
				if r >= limit {
					return nil, x.refuse(at, to, reason)
				}
				x.out = append(x.out, byte(r))
			}
		}
		at = next
	}
	return x.out, nil
}
