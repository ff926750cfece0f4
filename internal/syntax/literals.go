package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// defaultMaxIntDigits is the initial sys.get_int_max_str_digits().
const defaultMaxIntDigits = 4300

// number consumes a NUMBER token.
func (p *parser) number() Expr {
	at := p.here()
	text := p.text()
	v, errMsg := parseNumber(text, p.opts)
	if errMsg != "" || p.opts.FeatureVersion > 0 && p.opts.FeatureVersion < 6 && strings.IndexByte(text, '_') >= 0 {
		p.fail()
		return nil
	}
	p.next()
	return &Constant{p.span(at), v, ""}
}

// parseNumber converts the text of a numeric literal. A non-empty message is
// that of a SyntaxError.
func parseNumber(s string, opts *Options) (any, string) {
	if len(s) < 19 {
		// Plain decimal integers that fit 64 bits.
		n := int64(0)
		i := 0
		for ; i < len(s); i++ {
			c := s[i] - '0'
			if c > 9 {
				break
			}
			n = n*10 + int64(c)
		}
		if i == len(s) {
			return n, ""
		}
	}
	if strings.IndexByte(s, '_') >= 0 {
		s = strings.ReplaceAll(s, "_", "")
	}
	last := s[len(s)-1]
	isHex := len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x'
	if !isHex {
		if last|0x20 == 'j' {
			f, _ := strconv.ParseFloat(s[:len(s)-1], 64)
			return complex(0, f), ""
		}
		if len(s) > 1 && s[0] == '0' && (s[1]|0x20 == 'o' || s[1]|0x20 == 'b') {
			return parseInt(s, 0), ""
		}
		if strings.ContainsAny(s, ".eE") {
			f, _ := strconv.ParseFloat(s, 64) // out of range gives an infinity, as wanted
			return f, ""
		}
		limit := opts.MaxIntDigits
		if limit == 0 {
			limit = defaultMaxIntDigits
		}
		if limit > 0 && len(s) > limit {
			return nil, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
				"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "+
				"to avoid decimal conversion limits.", limit, len(s))
		}
		return parseInt(s, 10), ""
	}
	return parseInt(s, 0), ""
}

func parseInt(s string, base int) any {
	if n, err := strconv.ParseInt(s, base, 64); err == nil {
		return n
	}
	b, ok := new(big.Int).SetString(s, base)
	if !ok {
		return int64(0) // the lexer lets no such text through
	}
	if b.IsInt64() {
		return b.Int64()
	}
	return b
}

// literal is a decoded string literal or part of one.
type literal struct {
	value   string
	bytes   bool
	unicode bool   // u prefix
	err     string // message of a SyntaxError
	// errAtToken: the error is located at the literal, not at the last token read.
	errAtToken bool
	warning    string // message of a SyntaxWarning
}

// decodeLiteral decodes a STRING token with prefix and quotes.
func decodeLiteral(s string, opts *Options) literal {
	var lit literal
	raw := false
	for {
		switch s[0] | 0x20 {
		case 'b':
			lit.bytes = true
		case 'r':
			raw = true
		case 'u':
			lit.unicode = true
		default:
			goto body
		}
		s = s[1:]
	}
body:
	q := 1
	if len(s) >= 6 && s[1] == s[0] && s[2] == s[0] {
		q = 3
	}
	s = s[q : len(s)-q]
	if lit.bytes {
		for i := 0; i < len(s); i++ {
			if s[i] >= 128 {
				lit.err = "bytes can only contain ASCII literal characters"
				lit.errAtToken = true
				return lit
			}
		}
	}
	decodeBody(s, raw, opts, &lit)
	return lit
}

// decodeBody decodes the text of a literal.
func decodeBody(s string, raw bool, opts *Options, lit *literal) {
	if !raw && strings.IndexByte(s, '\\') >= 0 {
		decodeEscapes(s, opts, lit)
		return
	}
	if opts.invalidUTF8 {
		lit.err = utf8Error(s)
	}
	lit.value = strings.Clone(s)
}

// decodeText decodes the text between the fields of an f-string.
func decodeText(s string, raw bool, opts *Options) literal {
	var lit literal
	decodeBody(s, raw, opts, &lit)
	return lit
}

// decodeEscapes replaces the backslash escapes of s.
func decodeEscapes(s string, opts *Options, lit *literal) {
	b := make([]byte, 0, len(s))
	// wide counts how much longer the text is in the form in which the codec
	// sees it, with every non-ASCII character as a ten byte escape: its
	// messages count bytes of that form.
	wide := 0
	warn := func(msg string) {
		if lit.warning == "" {
			lit.warning = msg
		}
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			if c >= 128 && !lit.bytes {
				if opts.invalidUTF8 {
					end := i
					for end < len(s) && s[end] >= 128 {
						end++
					}
					if lit.err = utf8Error(s[i:end]); lit.err != "" {
						return
					}
				}
				_, w := utf8.DecodeRuneInString(s[i:])
				b = append(b, s[i:i+w]...)
				wide += 10 - w
				i += w
				continue
			}
			b = append(b, c)
			i++
			continue
		}
		at := i
		i++
		if i >= len(s) {
			b = append(b, '\\') // only before the brace of a replacement field
			continue
		}
		c = s[i]
		i++
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b = append(b, c)
		case 'a':
			b = append(b, 7)
		case 'b':
			b = append(b, 8)
		case 'f':
			b = append(b, 12)
		case 'n':
			b = append(b, 10)
		case 'r':
			b = append(b, 13)
		case 't':
			b = append(b, 9)
		case 'v':
			b = append(b, 11)
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n := rune(c - '0')
			for k := 0; k < 2 && i < len(s) && s[i]-'0' < 8; k++ {
				n = n*8 + rune(s[i]-'0')
				i++
			}
			if n > 0o377 {
				warn("invalid octal escape sequence '" + s[at:i] + "'")
			}
			if lit.bytes {
				b = append(b, byte(n))
			} else {
				b = utf8.AppendRune(b, n)
			}
		case 'x', 'u', 'U':
			if lit.bytes && c != 'x' {
				b = append(b, '\\', c)
				warn("invalid escape sequence '\\" + string(c) + "'")
				continue
			}
			want := 2
			if c == 'u' {
				want = 4
			} else if c == 'U' {
				want = 8
			}
			n, k := uint32(0), 0
			for k < want && i < len(s) && charClass[s[i]]&clsHex != 0 {
				n = n<<4 | uint32(hexValue(s[i]))
				i++
				k++
			}
			if lit.bytes {
				if k < want {
					lit.err = fmt.Sprintf("(value error) invalid \\x escape at position %d", at)
					return
				}
				b = append(b, byte(n))
				continue
			}
			if k < want {
				lit.err = escapeError(at+wide, i+wide, "truncated "+map[byte]string{'x': `\xXX`, 'u': `\uXXXX`, 'U': `\UXXXXXXXX`}[c]+" escape")
				return
			}
			if n > 0x10ffff {
				lit.err = escapeError(at+wide, i+wide, "illegal Unicode character")
				return
			}
			b = appendWTF8(b, rune(n))
		case 'N':
			if lit.bytes {
				b = append(b, '\\', c)
				warn("invalid escape sequence '\\N'")
				continue
			}
			name := ""
			end := -1
			if i < len(s) && s[i] == '{' {
				end = strings.IndexByte(s[i:], '}')
			}
			if end <= 1 {
				// "\N" alone or up to the end of a broken "\N{...".
				stop := i
				if i < len(s) && s[i] == '{' {
					stop = len(s)
					if end == 1 {
						stop = i + 1
					}
				}
				lit.err = escapeError(at+wide, stop+wide+widening(s[i:stop]), `malformed \N character escape`)
				return
			}
			name = s[i+1 : i+end]
			i += end + 1
			inName := widening(name)
			v, ok := "", false
			if opts.LookupName != nil {
				v, ok = opts.LookupName(name)
			}
			if !ok {
				lit.err = escapeError(at+wide, i+wide+inName, "unknown Unicode character name")
				return
			}
			b = append(b, v...)
		default:
			b = append(b, '\\')
			i--
			if c < 128 || lit.bytes {
				warn("invalid escape sequence '\\" + string(rune(c)) + "'")
			} else {
				wide += len("u005c") // the codec sees an escaped backslash
			}
		}
	}
	lit.value = string(b)
}

// widening tells how much longer s is in the form that the codec sees.
func widening(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if s[i] == '\\' {
			i++
			if i >= len(s) || s[i] >= 128 {
				n += len("u005c")
			} else {
				i++
			}
			continue
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		if w > 1 {
			n += 10 - w
		}
		i += w
	}
	return n
}

// escapeError words the failure of the unicodeescape codec for bytes [from, to).
func escapeError(from, to int, reason string) string {
	if to-from <= 1 {
		return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", from, reason)
	}
	return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, to-1, reason)
}

func hexValue(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return (c | 0x20) - 'a' + 10
}

// appendWTF8 appends r, which may be a surrogate, in generalised UTF-8.
func appendWTF8(b []byte, r rune) []byte {
	if r >= 0xD800 && r <= 0xDFFF {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}
