package numfmt

import (
	"math"
	"strconv"
)

// Options of AppendFloat.
type FloatFlags uint8

const (
	FloatAlt       FloatFlags = 1 << iota // keep the point and, for 'g', trailing zeros
	FloatDotZero                          // a finite result without exponent shows ".0"
	FloatNoNegZero                        // -0 after rounding loses its sign
)

// AppendFloat appends f in C's e, f or g format (an upper-case letter gives
// upper-case text), or with 'r' as the shortest text that reads back the same.
// prec is ignored for 'r'.
func AppendFloat(dst []byte, f float64, code byte, prec int, flags FloatFlags) []byte {
	start := len(dst)
	lower := code | 0x20
	switch {
	case f != f:
		dst = append(dst, "nan"...)
	case math.IsInf(f, 0):
		if f < 0 {
			dst = append(dst, '-')
		}
		dst = append(dst, "inf"...)
	case lower == 'r':
		dst = appendShortest(dst, f, flags)
	case lower == 'e':
		dst = strconv.AppendFloat(dst, f, 'e', prec, 64)
		if prec == 0 && flags&FloatAlt != 0 {
			dst = insertPoint(dst, start)
		}
	case lower == 'f':
		dst = strconv.AppendFloat(dst, f, 'f', prec, 64)
		if prec == 0 && flags&FloatAlt != 0 {
			dst = append(dst, '.')
		}
	default:
		dst = appendGeneral(dst, f, prec, flags)
	}
	if flags&FloatNoNegZero != 0 && dst[start] == '-' && isZeroText(dst[start+1:]) {
		dst = append(dst[:start], dst[start+1:]...)
	}
	if code < 'a' {
		upper(dst[start:])
	}
	return dst
}

// isZeroText says whether the mantissa of formatted text is zero.
func isZeroText(b []byte) bool {
	for _, c := range b {
		if c == 'e' {
			break
		}
		if c != '0' && c != '.' {
			return false
		}
	}
	return true
}

// insertPoint puts a decimal point behind the first digit.
func insertPoint(dst []byte, start int) []byte {
	i := start
	if dst[i] == '-' {
		i++
	}
	dst = append(dst, 0)
	copy(dst[i+2:], dst[i+1:])
	dst[i+1] = '.'
	return dst
}

func appendShortest(dst []byte, f float64, flags FloatFlags) []byte {
	start := len(dst)
	if a := math.Abs(f); a >= 1e16 || a < 1e-4 && a != 0 {
		dst = strconv.AppendFloat(dst, f, 'e', -1, 64)
		if flags&FloatAlt != 0 && !hasPoint(dst[start:]) {
			dst = insertPoint(dst, start)
		}
		return dst
	} else if a < 1<<53 && a == math.Trunc(a) {
		// Below 2**53 neighbouring integers are distinct, so the shortest text
		// is the integer itself.
		if a == 0 && math.Signbit(f) {
			dst = append(dst, '-')
		}
		dst = strconv.AppendInt(dst, int64(f), 10)
	} else {
		dst = strconv.AppendFloat(dst, f, 'f', -1, 64)
		if hasPoint(dst[start:]) {
			return dst
		}
	}
	if flags&FloatDotZero != 0 {
		return append(dst, ".0"...)
	}
	if flags&FloatAlt != 0 {
		dst = append(dst, '.')
	}
	return dst
}

func hasPoint(b []byte) bool {
	for _, c := range b {
		if c == '.' {
			return true
		}
	}
	return false
}

// maxDigits is more than the significant decimal digits any float64 has.
const maxDigits = 800

func appendGeneral(dst []byte, f float64, prec int, flags FloatFlags) []byte {
	if prec <= 0 {
		prec = 1
	}
	var tmp [64]byte
	text := strconv.AppendFloat(tmp[:0], math.Abs(f), 'e', min(prec, maxDigits)-1, 64)
	// text is d[.ddd]e±xx
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	exp := 0
	for _, c := range text[e+2:] {
		exp = exp*10 + int(c-'0')
	}
	if text[e+1] == '-' {
		exp = -exp
	}
	digits := text[:1]
	if e > 1 {
		// The first digit moves onto the point, so that all stand together.
		text[1] = text[0]
		digits = text[1:e]
	}
	alt := flags&FloatAlt != 0
	if !alt {
		for len(digits) > 1 && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
	}
	if math.Signbit(f) {
		dst = append(dst, '-')
	}
	limit := prec
	if flags&FloatDotZero != 0 {
		limit--
	}
	want := len(digits) // significant digits to show
	if alt {
		want = prec
	}
	if exp < -4 || exp >= limit {
		dst = append(dst, digits[0])
		if want > 1 || alt {
			dst = append(dst, '.')
		}
		dst = append(dst, digits[1:]...)
		dst = appendFill(dst, '0', want-len(digits))
		return append(dst, text[e:]...)
	}
	if exp < 0 {
		dst = append(dst, "0."...)
		dst = appendFill(dst, '0', -exp-1)
		dst = append(dst, digits...)
		return appendFill(dst, '0', want-len(digits))
	}
	if len(digits) <= exp+1 {
		dst = append(dst, digits...)
		dst = appendFill(dst, '0', exp+1-len(digits))
		if frac := want - (exp + 1); frac > 0 || alt {
			dst = append(dst, '.')
			dst = appendFill(dst, '0', max(frac, 0))
		} else if flags&FloatDotZero != 0 {
			dst = append(dst, ".0"...)
		}
		if alt && flags&FloatDotZero != 0 && want <= exp+1 {
			dst = append(dst, '0')
		}
		return dst
	}
	dst = append(dst, digits[:exp+1]...)
	dst = append(dst, '.')
	dst = append(dst, digits[exp+1:]...)
	return appendFill(dst, '0', want-len(digits))
}

// ReprFloat is repr(f): the shortest text that reads back the same, with an
// exponent below 1e-4 and from 1e16 on, and with ".0" on integral values.
func ReprFloat(f float64) string {
	var buf [32]byte
	return string(AppendFloat(buf[:0], f, 'r', 0, FloatDotZero))
}

// AppendReprFloat appends repr(f).
func AppendReprFloat(dst []byte, f float64) []byte {
	return AppendFloat(dst, f, 'r', 0, FloatDotZero)
}

// FormatFloat formats a float.
func (sp *Spec) FormatFloat(f float64, typeName string) (string, error) {
	var code byte
	switch sp.Type {
	case 0:
		code = 'r'
	case 'n':
		code = 'g'
	case '%':
		code, f = 'f', f*100
	case 'e', 'E', 'f', 'F', 'g', 'G':
		code = byte(sp.Type)
	default:
		return "", errUnknownType(sp.Type, typeName)
	}
	var flags FloatFlags
	if sp.Type == 0 {
		flags |= FloatDotZero
	}
	code, prec, flags, err := sp.floatCode(code, flags)
	if err != nil {
		return "", err
	}
	var tmp, out [96]byte
	text := AppendFloat(tmp[:0], f, code, prec, flags)
	if sp.Type == '%' {
		text = append(text, '%')
	}
	if sp.Width <= 0 && sp.Sign == 0 && sp.Group == 0 {
		return string(text), nil
	}
	b, err := sp.appendFloatText(out[:0], text)
	return string(b), err
}

// floatCode settles conversion letter, precision and flags from the specifier.
func (sp *Spec) floatCode(code byte, flags FloatFlags) (byte, int, FloatFlags, error) {
	if sp.Alt {
		flags |= FloatAlt
	}
	if sp.NoNegZero {
		flags |= FloatNoNegZero
	}
	prec := sp.Precision
	if prec > math.MaxInt32 {
		return 0, 0, 0, valueErrorf("precision too big")
	}
	if prec < 0 {
		prec = 6
	} else if code == 'r' {
		code = 'g'
	}
	return code, prec, flags, nil
}

// appendFloatText lays out formatted float text in the field.
func (sp *Spec) appendFloatText(dst, text []byte) ([]byte, error) {
	negative := text[0] == '-'
	if negative {
		text = text[1:]
	}
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return sp.appendNumber(dst, negative, "", text[:n], text[n:], len(text)-n)
}

// FormatComplex formats a complex number.
func (sp *Spec) FormatComplex(v complex128, typeName string) (string, error) {
	var code byte
	switch sp.Type {
	case 0:
		code = 'r'
	case 'n':
		code = 'g'
	case 'e', 'E', 'f', 'F', 'g', 'G':
		code = byte(sp.Type)
	default:
		return "", errUnknownType(sp.Type, typeName)
	}
	code, prec, flags, err := sp.floatCode(code, 0)
	if err != nil {
		return "", err
	}
	if sp.Fill == '0' {
		return "", valueErrorf("Zero padding is not allowed in complex format specifier")
	}
	if sp.Align == '=' {
		return "", valueErrorf("'=' alignment flag is not allowed in complex format specifier")
	}
	if sp.Width > maxText {
		return "", errTooLong()
	}
	re, im := real(v), imag(v)
	onlyImag := sp.Type == 0 && re == 0 && !math.Signbit(re)
	part := Spec{Fill: ' ', Align: '<', Width: -1, Sign: sp.Sign, Group: sp.Group, Type: sp.Type}
	var body []byte
	if sp.Type == 0 && !onlyImag {
		body = append(body, '(')
	}
	if !onlyImag {
		if body, err = part.appendFloatText(body, AppendFloat(nil, re, code, prec, flags)); err != nil {
			return "", err
		}
		part.Sign = '+'
	}
	if body, err = part.appendFloatText(body, AppendFloat(nil, im, code, prec, flags)); err != nil {
		return "", err
	}
	body = append(body, 'j')
	if sp.Type == 0 && !onlyImag {
		body = append(body, ')')
	}
	if sp.Width <= len(body) {
		return string(body), nil
	}
	left, right := sp.padding(sp.Width - len(body))
	dst := appendFill(make([]byte, 0, sp.Width), sp.Fill, left)
	dst = append(dst, body...)
	return string(appendFill(dst, sp.Fill, right)), nil
}

// ReprComplex is repr(v).
func ReprComplex(v complex128) string {
	sp := Spec{Fill: ' ', Align: '>', Width: -1, Precision: -1}
	s, err := sp.FormatComplex(v, "complex")
	if err != nil {
		panic(err) // cannot happen: nothing in this specifier can be refused
	}
	return s
}
