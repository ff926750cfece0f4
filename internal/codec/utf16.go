package codec

import "github.com/coachwhip/coachwhip/internal/wtf8"

// Order is the byte order of UTF-16 and UTF-32.
type Order int8

const (
	LittleEndian Order = -1
	// DetectOrder decodes in the order the byte order mark tells, little-endian
	// without one, and encodes little-endian behind a byte order mark.
	DetectOrder Order = 0
	BigEndian   Order = 1
)

// utfName returns the name that errors give the encoding.
func (o Order) utfName(base string) string {
	switch o {
	case LittleEndian:
		return base + "-le"
	case BigEndian:
		return base + "-be"
	}
	return base
}

func (o Order) unit16(b []byte) rune {
	if o == BigEndian {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}

func (o Order) append16(b []byte, u rune) []byte {
	if o == BigEndian {
		return append(b, byte(u>>8), byte(u))
	}
	return append(b, byte(u), byte(u>>8))
}

func (o Order) appendUTF16(b []byte, r rune) []byte {
	if r >= 0x10000 {
		r -= 0x10000
		return o.append16(o.append16(b, 0xD800|r>>10), 0xDC00|r&0x3FF)
	}
	return o.append16(b, r)
}

func (o Order) unit32(b []byte) uint32 {
	if o == BigEndian {
		return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	}
	return uint32(b[3])<<24 | uint32(b[2])<<16 | uint32(b[1])<<8 | uint32(b[0])
}

func (o Order) appendUTF32(b []byte, r rune) []byte {
	if o == BigEndian {
		return append(b, byte(r>>24), byte(r>>16), byte(r>>8), byte(r))
	}
	return append(b, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
}

// DecodeUTF16 decodes UTF-16. used is the order the text turned out to have:
// DetectOrder if order was that and there is no byte order mark.
func DecodeUTF16(b []byte, order Order, final bool, h DecodeHandler) (s string, consumed int, used Order, err error) {
	i := 0
	used = order
	if order == DetectOrder && len(b) >= 2 {
		switch {
		case b[0] == 0xFF && b[1] == 0xFE:
			used, i = LittleEndian, 2
		case b[0] == 0xFE && b[1] == 0xFF:
			used, i = BigEndian, 2
		}
	}
	order = used
	if order == DetectOrder {
		order = LittleEndian
	}
	d := decoder{in: b, encoding: order.utfName("utf-16"), handler: h, out: make([]byte, 0, len(b))}
	for i < len(d.in) {
		end, reason, incomplete := 0, "", false
		if rest := d.in[i:]; len(rest) == 1 {
			end, reason, incomplete = len(d.in), reasonTruncated, true
		} else if u := order.unit16(rest); !wtf8.IsSurrogate(u) {
			d.rune(u)
			i += 2
			continue
		} else if u >= 0xDC00 {
			end, reason = i+2, "illegal encoding"
		} else if len(rest) < 4 {
			end, reason, incomplete = len(d.in), reasonEnd, true
		} else if v := order.unit16(rest[2:]); v&0xFC00 == 0xDC00 {
			d.rune(0x10000 + (u&0x3FF)<<10 + v&0x3FF)
			i += 4
			continue
		} else {
			end, reason = i+2, "illegal UTF-16 surrogate"
		}
		if incomplete && !final {
			break
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return "", 0, used, err
		}
	}
	return toString(d.out), i, used, nil
}

// EncodeUTF16 encodes to UTF-16; every surrogate is an error of its own.
func EncodeUTF16(s string, order Order, h EncodeHandler) ([]byte, error) {
	x := encoder{s: s, encoding: order.utfName("utf-16"), handler: h}
	return x.wide(order, 2, order.appendUTF16)
}

// wide encodes to units of the given width.
func (x *encoder) wide(order Order, width int, add func([]byte, rune) []byte) ([]byte, error) {
	n, _ := wtf8.CountRunes(x.s)
	x.count = n
	x.out = make([]byte, 0, (n+1)*width)
	if order == DetectOrder {
		x.out = add(x.out, 0xFEFF)
	}
	for at := (place{}); at.off < len(x.s); {
		r, n := wtf8.DecodeRuneAt(x.s, at.off)
		to := place{at.off + n, at.pos + 1}
		if !wtf8.IsSurrogate(r) {
			x.out = add(x.out, r)
			at = to
			continue
		}
		rep, next, err := x.fail(at, to, reasonSurrogates)
		if err != nil {
			return nil, err
		}
		switch {
		case rep.IsBytes && len(rep.Bytes)%width == 0:
			x.out = append(x.out, rep.Bytes...)
		case !rep.IsBytes && wtf8.IsASCII(rep.Text):
			for _, r := range wtf8.Runes(rep.Text) {
				x.out = add(x.out, r)
			}
		default:
			return nil, x.refuse(at, to, reasonSurrogates)
		}
		at = next
	}
	return x.out, nil
}

// DecodeUTF32 decodes UTF-32, with the conventions of DecodeUTF16.
func DecodeUTF32(b []byte, order Order, final bool, h DecodeHandler) (s string, consumed int, used Order, err error) {
	i := 0
	used = order
	if order == DetectOrder && len(b) >= 4 {
		switch {
		case LittleEndian.unit32(b) == 0xFEFF:
			used, i = LittleEndian, 4
		case BigEndian.unit32(b) == 0xFEFF:
			used, i = BigEndian, 4
		}
	}
	order = used
	if order == DetectOrder {
		order = LittleEndian
	}
	d := decoder{in: b, encoding: order.utfName("utf-32"), handler: h, out: make([]byte, 0, len(b)/2)}
	for i < len(d.in) {
		end, reason := i+4, "code point not in range(0x110000)"
		if rest := d.in[i:]; len(rest) < 4 {
			if !final {
				break
			}
			end, reason = len(d.in), reasonTruncated
		} else if u := order.unit32(rest); u-0xD800 < 0x800 {
			reason = "code point in surrogate code point range(0xd800, 0xe000)"
		} else if u <= wtf8.MaxRune {
			d.rune(rune(u))
			i += 4
			continue
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return "", 0, used, err
		}
	}
	return toString(d.out), i, used, nil
}

// EncodeUTF32 encodes to UTF-32; every surrogate is an error of its own.
func EncodeUTF32(s string, order Order, h EncodeHandler) ([]byte, error) {
	x := encoder{s: s, encoding: order.utfName("utf-32"), handler: h}
	return x.wide(order, 4, order.appendUTF32)
}
