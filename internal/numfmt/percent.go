package numfmt

import (
	"math"
	"math/big"
	"strconv"
)

// PercentFlags are the flags of a printf-style conversion.
type PercentFlags uint8

// The flags '-', '+', ' ', '#' and '0'.
const (
	PercentLeft PercentFlags = 1 << iota
	PercentSign
	PercentBlank
	PercentAlt
	PercentZero
)

// PercentSegment is a piece of a printf-style format: literal text, or one
// conversion (IsLiteral tells).
//
// CPython finds errors while it goes through the format, so a caller does the
// same, in this order for each conversion: with HasKey, demand a mapping, raise
// KeyErr, look up Key; fetch the arguments of StarWidth and StarPrecision;
// raise Err; fetch the argument; only then an unknown Conv (which '%' is, when
// anything stands between the two signs) is an error, Unsupported.
type PercentSegment struct {
	Literal       string
	Key           string // mapping key, without its parentheses
	HasKey        bool
	StarWidth     bool
	StarPrecision bool
	Flags         PercentFlags
	Width         int  // -1 when not given
	Precision     int  // -1 when not given
	Conv          rune // conversion letter, 0 for literal text
	Index         int  // where Conv stands, in code points (bytes for a bytes format)
	KeyErr        error
	Err           error
	isBytes       bool
}

// IsLiteral says that the segment is plain text.
func (s *PercentSegment) IsLiteral() bool { return s.Conv == 0 && s.Err == nil && s.KeyErr == nil }

// Unsupported is the error for a conversion letter that does not exist.
func (s *PercentSegment) Unsupported() error {
	c := s.Conv
	if s.isBytes && c >= 0x80 {
		// CPython builds the message from a signed char and fails at that.
		return &Error{OverflowError, "character argument not in range(0x110000)"}
	}
	shown := c
	if !s.isBytes && (c < 31 || c >= 127) {
		shown = '?'
	}
	return valueErrorf("unsupported format character '%c' (0x%x) at index %d", shown, c, s.Index)
}

// ParsePercent splits a printf-style format; "%%" is literal text. A malformed
// conversion ends the list and carries its error.
func ParsePercent(format string, isBytes bool) []PercentSegment {
	var segs []PercentSegment
	p := percentParser{s: format, isBytes: isBytes}
	for p.i < len(p.s) {
		start := p.i
		for p.i < len(p.s) && p.s[p.i] != '%' {
			p.i++
		}
		if p.i > start {
			segs = append(segs, PercentSegment{Literal: p.s[start:p.i], Width: -1, Precision: -1})
		}
		if p.i == len(p.s) {
			break
		}
		p.i++
		seg := PercentSegment{Width: -1, Precision: -1, isBytes: isBytes}
		if p.peek() == '%' {
			p.i++
			seg.Literal = "%"
		} else if seg.Err = p.conversion(&seg); seg.KeyErr != nil {
			seg.Err = nil
		}
		segs = append(segs, seg)
		if seg.Err != nil || seg.KeyErr != nil {
			break
		}
	}
	return segs
}

type percentParser struct {
	s       string
	i       int
	isBytes bool
}

func (p *percentParser) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *percentParser) conversion(seg *PercentSegment) error {
	if p.peek() == '(' {
		seg.HasKey = true
		start := p.i + 1
		depth := 0
		for {
			if p.i == len(p.s) {
				seg.KeyErr = valueErrorf("incomplete format key")
				return seg.KeyErr
			}
			c := p.s[p.i]
			p.i++
			if c == '(' {
				depth++
			} else if c == ')' {
				if depth--; depth == 0 {
					break
				}
			}
		}
		seg.Key = p.s[start : p.i-1]
	}
flags:
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case '-':
			seg.Flags |= PercentLeft
		case '+':
			seg.Flags |= PercentSign
		case ' ':
			seg.Flags |= PercentBlank
		case '#':
			seg.Flags |= PercentAlt
		case '0':
			seg.Flags |= PercentZero
		default:
			break flags
		}
		p.i++
	}
	var ok bool
	if seg.StarWidth, seg.Width, ok = p.number(math.MaxInt); !ok {
		return valueErrorf("width too big")
	}
	if p.peek() == '.' {
		p.i++
		if seg.StarPrecision, seg.Precision, ok = p.number(math.MaxInt32); !ok {
			if p.isBytes {
				return valueErrorf("prec too big")
			}
			return valueErrorf("precision too big")
		}
		if !seg.StarPrecision && seg.Precision < 0 {
			seg.Precision = 0
		}
	}
	if c := p.peek(); c == 'h' || c == 'l' || c == 'L' {
		p.i++
	}
	if p.i >= len(p.s) {
		return valueErrorf("incomplete format")
	}
	n := 1
	seg.Conv, seg.Index = rune(p.s[p.i]), p.i
	if !p.isBytes {
		seg.Conv, n = decodeRune(p.s[p.i:])
		seg.Index = runeLen(p.s[:p.i])
	}
	p.i += n
	return nil
}

// number reads '*' or digits; -1 when neither stands there.
func (p *percentParser) number(limit int) (star bool, v int, ok bool) {
	if p.peek() == '*' {
		p.i++
		return true, -1, true
	}
	if !isDigit(p.peek()) {
		return false, -1, true
	}
	for isDigit(p.peek()) {
		d := int(p.s[p.i] - '0')
		if v > (limit-d)/10 {
			return false, 0, false
		}
		v = v*10 + d
		p.i++
	}
	return false, v, true
}

// PercentField is what a conversion needs once stars are resolved. A negative
// width from a star means PercentLeft and its absolute value, a negative
// precision from a star means 0: SetWidth and SetPrecision do that.
type PercentField struct {
	Flags     PercentFlags
	Width     int // -1 when not given
	Precision int // -1 when not given
}

// Field gives the segment's own field.
func (s *PercentSegment) Field() PercentField {
	return PercentField{s.Flags, s.Width, s.Precision}
}

// SetWidth takes a width given by a star.
func (f *PercentField) SetWidth(w int) {
	if w < 0 {
		f.Flags |= PercentLeft
		w = -w
	}
	f.Width = w
}

// SetPrecision takes a precision given by a star.
func (f *PercentField) SetPrecision(p int) { f.Precision = max(p, 0) }

// FormatInt formats for the letters d, i, u, o, x and X.
func (f PercentField) FormatInt(v int64, conv byte) (string, error) {
	if conv == 'd' && f.Flags == 0 && f.Width < 0 && f.Precision < 0 {
		return strconv.FormatInt(v, 10), nil
	}
	var buf [72]byte
	digits := strconv.AppendInt(buf[:0], v, percentBase(conv))
	if v < 0 {
		digits = digits[1:]
	}
	return f.finishInt(v < 0, digits, conv)
}

// FormatBigInt is FormatInt for an int of any size; limit as for IntToString.
func (f PercentField) FormatBigInt(v *big.Int, limit int, conv byte) (string, error) {
	var digits []byte
	var err error
	if base := percentBase(conv); base == 10 {
		if digits, err = appendBigDecimal(nil, v, limit); err != nil {
			return "", err
		}
	} else {
		digits = v.Append(nil, base)
	}
	if v.Sign() < 0 {
		digits = digits[1:]
	}
	return f.finishInt(v.Sign() < 0, digits, conv)
}

func percentBase(conv byte) int {
	switch conv {
	case 'o':
		return 8
	case 'x', 'X':
		return 16
	}
	return 10
}

func (f PercentField) finishInt(negative bool, digits []byte, conv byte) (string, error) {
	if f.Precision > math.MaxInt32-3 {
		return "", &Error{OverflowError, "precision too large"}
	}
	if conv == 'X' {
		upper(digits)
	}
	prefix := ""
	if f.Flags&PercentAlt != 0 && percentBase(conv) != 10 {
		prefix = string([]byte{'0', conv})
	}
	return f.finish(negative, prefix, digits, f.Precision-len(digits))
}

// FormatFloat formats for the letters e, E, f, F, g and G.
func (f PercentField) FormatFloat(v float64, conv byte) (string, error) {
	prec := f.Precision
	if prec < 0 {
		prec = 6
	}
	var flags FloatFlags
	if f.Flags&PercentAlt != 0 {
		flags = FloatAlt
	}
	var buf [96]byte
	text := AppendFloat(buf[:0], v, conv, prec, flags)
	negative := text[0] == '-'
	if negative {
		text = text[1:]
	}
	return f.finish(negative, "", text, 0)
}

func (f PercentField) finish(negative bool, prefix string, digits []byte, zeros int) (string, error) {
	if f.Width > maxText {
		return "", errTooLong()
	}
	zeros = max(zeros, 0)
	sign := byte(0)
	switch {
	case negative:
		sign = '-'
	case f.Flags&PercentSign != 0:
		sign = '+'
	case f.Flags&PercentBlank != 0:
		sign = ' '
	}
	n := len(prefix) + zeros + len(digits)
	if sign != 0 {
		n++
	}
	pad := max(f.Width-n, 0)
	left, right := pad, 0
	if f.Flags&PercentLeft != 0 {
		left, right = 0, pad
	} else if f.Flags&PercentZero != 0 {
		left, zeros = 0, zeros+pad
	}
	dst := appendFill(make([]byte, 0, n+pad), ' ', left)
	if sign != 0 {
		dst = append(dst, sign)
	}
	dst = append(dst, prefix...)
	dst = appendFill(dst, '0', zeros)
	dst = append(dst, digits...)
	return string(appendFill(dst, ' ', right)), nil
}

// PadText pads and truncates for the letters s, r, a, b and c. Lengths are in
// code points, or in bytes for a bytes format. For 'c' set Precision to -1: it
// does not apply.
func (f PercentField) PadText(s string, isBytes bool) (string, error) {
	if f.Width <= 0 && f.Precision < 0 {
		return s, nil
	}
	n := len(s)
	if f.Precision >= 0 && f.Precision < n {
		if isBytes {
			s = s[:f.Precision]
		} else {
			s = cutRunes(s, f.Precision)
		}
		n = len(s)
	}
	if !isBytes {
		n = runeLen(s)
	}
	if f.Width <= n {
		return s, nil
	}
	if f.Width > maxText {
		return "", errTooLong()
	}
	pad := f.Width - n
	dst := make([]byte, 0, len(s)+pad)
	if f.Flags&PercentLeft == 0 {
		dst = appendFill(dst, ' ', pad)
	}
	dst = append(dst, s...)
	if f.Flags&PercentLeft != 0 {
		dst = appendFill(dst, ' ', pad)
	}
	return string(dst), nil
}
