package codec

import (
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

const (
	reasonStart        = "invalid start byte"
	reasonContinuation = "invalid continuation byte"
	reasonEnd          = "unexpected end of data"
	reasonTruncated    = "truncated data"
	reasonSurrogates   = "surrogates not allowed"
	reasonASCII        = "ordinal not in range(128)"
	reasonLatin1       = "ordinal not in range(256)"
)

// utf8Problem tells what stops decoding at b[i:], which is not a complete valid
// sequence: the offending bytes end at end; incomplete means that more input
// could make the sequence valid.
func utf8Problem(b []byte, i int) (end int, reason string, incomplete bool) {
	c := b[i]
	if c < 0xC2 || c > 0xF4 {
		return i + 1, reasonStart, false
	}
	lo, hi := byte(0x80), byte(0xBF)
	size := 2
	switch {
	case c >= 0xF0:
		size = 4
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	case c >= 0xE0:
		size = 3
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	}
	for k := 1; k < size; k++ {
		if i+k >= len(b) {
			return len(b), reasonEnd, true
		}
		if b[i+k] < lo || b[i+k] > hi {
			return i + k, reasonContinuation, false
		}
		lo, hi = 0x80, 0xBF
	}
	return i + size, reasonContinuation, false
}

// utf8Valid returns the end of the valid stretch that begins at b[i].
func utf8Valid(b []byte, i int) int {
	for i < len(b) {
		if b[i] < 0x80 {
			i += wtf8.ASCIIPrefix(b[i:])
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return i
}

// DecodeUTF8 decodes UTF-8.
func DecodeUTF8(b []byte, final bool, h DecodeHandler) (s string, consumed int, err error) {
	if utf8.Valid(b) {
		return string(b), len(b), nil
	}
	d := decoder{in: b, encoding: "utf-8", handler: h}
	i := 0
	for {
		j := utf8Valid(d.in, i)
		if d.out == nil {
			d.out = make([]byte, 0, len(d.in)+16)
		}
		d.out = append(d.out, d.in[i:j]...)
		i = j
		if i == len(d.in) {
			break
		}
		end, reason, incomplete := utf8Problem(d.in, i)
		// The front of an encoded surrogate is kept back too: "surrogatepass" needs
		// all three bytes of it.
		if rest := d.in[i:]; len(rest) == 2 && rest[0] == 0xED && rest[1]&0xE0 == 0xA0 {
			incomplete = true
		}
		if incomplete && !final {
			break
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return "", 0, err
		}
	}
	return toString(d.out), i, nil
}

// EncodeUTF8 encodes to UTF-8. Only surrogates are errors; a caller that knows
// that s has none (wtf8.HasSurrogates) can use the bytes of s as they are.
func EncodeUTF8(s string, h EncodeHandler) ([]byte, error) {
	k := wtf8.IndexSurrogate(s, 0)
	if k < 0 {
		return []byte(s), nil
	}
	x := encoder{s: s, encoding: "utf-8", handler: h, resumable: true}
	at := place{}
	for k >= 0 {
		x.out = append(x.out, s[at.off:k]...)
		from := place{k, at.pos + wtf8.RuneOffset(s[at.off:], k-at.off)}
		to := from
		for to.off < len(s) {
			r, n := wtf8.DecodeRuneAt(s, to.off)
			if !wtf8.IsSurrogate(r) {
				break
			}
			to.off += n
			to.pos++
		}
		if to == from { // malformed text; take it as it is
			to.off++
			x.out = append(x.out, s[k])
			at, k = to, wtf8.IndexSurrogate(s, to.off)
			continue
		}
		rep, next, err := x.fail(from, to, reasonSurrogates)
		if err != nil {
			return nil, err
		}
		if rep.IsBytes {
			x.out = append(x.out, rep.Bytes...)
		} else if wtf8.IsASCII(rep.Text) {
			x.out = append(x.out, rep.Text...)
		} else {
			return nil, x.refuse(from, to, reasonSurrogates)
		}
		at = next
		k = wtf8.IndexSurrogate(s, at.off)
	}
	return append(x.out, s[at.off:]...), nil
}
