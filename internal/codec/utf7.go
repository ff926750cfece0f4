package codec

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// base64Value returns the value of a base64 digit, or -1.
func base64Value(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case '0' <= c && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// utf7Direct reports whether the encoder writes c as it is: RFC 2152's sets D and O
// and white space.
func utf7Direct(r rune) bool {
	switch {
	case r >= 0x80:
		return false
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	}
	return !strings.ContainsRune("+\\~\x7f", r)
}

// utf7DirectDecode reports whether the decoder takes c outside a shift sequence: any
// ASCII but the sign that starts one.
func utf7DirectDecode(c byte) bool { return c < 0x80 && c != '+' }

// DecodeUTF7 decodes UTF-7 (RFC 2152). With final false it stops before a shift
// sequence that has not ended.
func DecodeUTF7(b []byte, final bool, h DecodeHandler) (s string, consumed int, err error) {
	d := decoder{in: b, encoding: "utf7", handler: h, out: make([]byte, 0, len(b))}
	var (
		shifted bool   // within a shift sequence
		start   int    // where it began
		mark    int    // what was decoded before it
		bits    uint   // bits pending in buf
		buf     uint32 // they
		high    rune   // a high surrogate that waits for its partner, or 0
	)
	i := 0
	for {
		for i < len(d.in) {
			c := d.in[i]
			end, reason := 0, ""
			switch v := base64Value(c); {
			case shifted && v >= 0:
				i++
				buf, bits = buf<<6|uint32(v), bits+6
				if bits < 16 {
					continue
				}
				bits -= 16
				u := rune(buf >> bits)
				buf &= 1<<bits - 1
				if high != 0 {
					pair := u&0xFC00 == 0xDC00
					if pair {
						u = 0x10000 + (high&0x3FF)<<10 + u&0x3FF
					} else {
						d.rune(high)
					}
					high = 0
					if pair {
						d.rune(u)
						continue
					}
				}
				if u&0xFC00 == 0xD800 {
					high = u
				} else {
					d.rune(u)
				}
				continue
			case shifted:
				// The shift sequence ends here.
				shifted = false
				if bits >= 6 {
					i++
					end, reason = i, "partial character in shift sequence"
					break
				}
				if bits > 0 && buf != 0 {
					i++
					end, reason = i, "non-zero padding bits in shift sequence"
					break
				}
				if high != 0 && utf7DirectDecode(c) {
					d.rune(high)
				}
				high = 0
				if c == '-' {
					i++
				}
				continue
			case c == '+':
				start = i
				i++
				switch {
				case i < len(d.in) && d.in[i] == '-':
					i++
					d.rune('+')
					continue
				case i < len(d.in) && base64Value(d.in[i]) < 0:
					i++
					end, reason = i, "ill-formed sequence"
				default:
					shifted, high, bits, buf, mark = true, 0, 0, 0, len(d.out)
					continue
				}
			case utf7DirectDecode(c):
				i++
				d.out = append(d.out, c)
				continue
			default:
				start = i
				i++
				end, reason = i, "unexpected special character"
			}
			if i, err = d.fail(start, end, reason); err != nil {
				return "", 0, err
			}
		}
		if !shifted || !final {
			break
		}
		if high == 0 && bits < 6 && (bits == 0 || buf == 0) {
			break
		}
		shifted = false
		if i, err = d.fail(start, len(d.in), "unterminated shift sequence"); err != nil {
			return "", 0, err
		}
		if i >= len(d.in) {
			break
		}
	}
	if shifted && !final {
		return string(d.out[:mark]), start, nil
	}
	return toString(d.out), i, nil
}

// EncodeUTF7 encodes to UTF-7, which can hold any str.
func EncodeUTF7(s string) []byte {
	out := make([]byte, 0, len(s)+8)
	shifted := false
	bits, buf := uint(0), uint32(0)
	unit := func(u rune) {
		buf, bits = buf<<16|uint32(u), bits+16
		for bits >= 6 {
			bits -= 6
			out = append(out, base64Digits[buf>>bits&63])
		}
		buf &= 1<<bits - 1
	}
	flush := func() {
		if bits > 0 {
			out = append(out, base64Digits[buf<<(6-bits)&63])
			bits, buf = 0, 0
		}
	}
	for _, r := range wtf8.Runes(s) {
		if utf7Direct(r) {
			if shifted {
				flush()
				shifted = false
				if r == '-' || base64Value(byte(r)) >= 0 {
					out = append(out, '-')
				}
			}
			out = append(out, byte(r))
			continue
		}
		if !shifted {
			if r == '+' {
				out = append(out, '+', '-')
				continue
			}
			out = append(out, '+')
			shifted = true
		}
		if r >= 0x10000 {
			r -= 0x10000
			unit(0xD800 | r>>10)
			r = 0xDC00 | r&0x3FF
		}
		unit(r)
	}
	flush()
	if shifted {
		out = append(out, '-')
	}
	return out
}
