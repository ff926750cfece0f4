package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// ParseFloat is float(s) for ASCII text (see ASCIINumber): surrounding white
// space, underscores between digits, inf, infinity and nan in any case. It
// reports false for text that is no float. Values out of range give inf or 0.
func ParseFloat(s string) (float64, bool) {
	s = trimSpace(s)
	if strings.IndexByte(s, '_') >= 0 {
		var ok bool
		if s, ok = dropUnderscores(s); !ok {
			return 0, false
		}
	}
	f, n := scanFloat(s)
	return f, n > 0 && n == len(s)
}

// dropUnderscores removes underscores; each must stand between two digits.
func dropUnderscores(s string) (string, bool) {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			out = append(out, s[i])
		} else if i == 0 || i+1 == len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
			return "", false
		}
	}
	return string(out), true
}

// scanFloat reads the longest float at the start of s and gives its length, 0
// when there is none.
func scanFloat(s string) (float64, int) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	sign := i
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	digits := i - sign
	point := i
	if i < len(s) && s[i] == '.' {
		i++
		for i < len(s) && isDigit(s[i]) {
			i++
			digits++
		}
	}
	if digits == 0 {
		return scanWord(s, sign)
	}
	mantissa := i
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if j < len(s) && isDigit(s[j]) {
			for i = j; i < len(s) && isDigit(s[i]); i++ {
			}
		}
	}
	text := s[:i]
	if len(text) > 1000 {
		text = shortenDecimal(s[:sign], s[sign:point], s[point:mantissa], s[mantissa:i])
	}
	// The grammar has been checked, so the only error left is out of range,
	// with the right value (inf) beside it.
	f, _ := strconv.ParseFloat(text, 64)
	return f, i
}

// shortenDecimal rewrites a very long decimal so that the exponent stays in
// the range strconv reads exactly: significant digits beyond what decides the
// rounding become a single sticky digit.
func shortenDecimal(sign, whole, frac, exp string) string {
	if frac != "" {
		frac = frac[1:] // the point
	}
	e := saturatedInt(strings.TrimLeft(exp, "eE")) + int64(len(whole))
	digits := whole + frac
	trimmed := strings.TrimLeft(digits, "0")
	e -= int64(len(digits) - len(trimmed))
	if trimmed == "" {
		return sign + "0"
	}
	if len(trimmed) > maxDigits {
		sticky := strings.TrimRight(trimmed[maxDigits:], "0") != ""
		trimmed = trimmed[:maxDigits]
		if sticky {
			trimmed += "1"
		}
	}
	e = max(-5000, min(5000, e))
	return sign + "0." + trimmed + "e" + strconv.FormatInt(e, 10)
}

// saturatedInt reads an optionally signed decimal, stopping at ±2**60.
func saturatedInt(s string) int64 {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	var v int64
	for i := 0; i < len(s) && v < 1<<60; i++ {
		v = v*10 + int64(s[i]-'0')
	}
	v = min(v, 1<<60)
	if neg {
		return -v
	}
	return v
}

// scanWord reads inf, infinity or nan behind the sign.
func scanWord(s string, at int) (float64, int) {
	neg := at > 0 && s[0] == '-'
	rest := s[at:]
	if hasPrefixFold(rest, "inf") {
		n := 3
		if hasPrefixFold(rest, "infinity") {
			n = 8
		}
		if neg {
			return math.Inf(-1), at + n
		}
		return math.Inf(1), at + n
	}
	if hasPrefixFold(rest, "nan") {
		f := math.NaN()
		if neg {
			f = math.Copysign(f, -1)
		}
		return f, at + 3
	}
	return 0, 0
}

func hasPrefixFold(s, lower string) bool {
	if len(s) < len(lower) {
		return false
	}
	for i := 0; i < len(lower); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// ParseComplex is complex(s) for ASCII text (see ASCIINumber). It reports
// false for a malformed string.
func ParseComplex(s string) (complex128, bool) {
	s = trimSpace(s)
	if strings.IndexByte(s, '_') >= 0 {
		var ok bool
		if s, ok = dropUnderscores(s); !ok {
			return 0, false
		}
	}
	if s != "" && s[0] == '(' {
		if len(s) < 2 || s[len(s)-1] != ')' {
			return 0, false
		}
		s = trimSpace(s[1 : len(s)-1])
	}
	f, n := scanFloat(s)
	rest := s[n:]
	if n > 0 && rest == "" {
		return complex(f, 0), true
	}
	re := 0.0
	im := f
	if n == 0 || rest[0] == '+' || rest[0] == '-' {
		if n > 0 {
			re = f
		}
		im, n = scanFloat(rest)
		if n == 0 {
			im = 1
			if rest != "" && (rest[0] == '+' || rest[0] == '-') {
				if rest[0] == '-' {
					im = -1
				}
				n = 1
			}
		}
		rest = rest[n:]
	}
	if rest != "j" && rest != "J" {
		return 0, false
	}
	return complex(re, im), true
}

// FloatHex is float.hex.
func FloatHex(f float64) string {
	if f != f || math.IsInf(f, 0) {
		return ReprFloat(f)
	}
	var buf [32]byte
	dst := buf[:0]
	bits := math.Float64bits(f)
	if bits>>63 != 0 {
		dst = append(dst, '-')
	}
	exp := int(bits >> 52 & 0x7FF)
	frac := bits & (1<<52 - 1)
	if exp == 0 && frac == 0 {
		return string(append(dst, "0x0.0p+0"...))
	}
	lead := byte('1')
	if exp == 0 {
		lead, exp = '0', 1
	}
	dst = append(dst, '0', 'x', lead, '.')
	for shift := 48; shift >= 0; shift -= 4 {
		dst = append(dst, "0123456789abcdef"[frac>>shift&15])
	}
	dst = append(dst, 'p')
	if exp >= 1023 {
		dst = append(dst, '+')
	}
	return string(strconv.AppendInt(dst, int64(exp-1023), 10))
}

// ParseFloatHex is float.fromhex; errors are ValueError and OverflowError.
func ParseFloatHex(s string) (float64, error) {
	s = trimSpace(s)
	i := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		i = 1
	}
	sign := s[:i]
	if f, n := scanWord(s, i); n > 0 {
		if n != len(s) {
			return 0, errHexSyntax()
		}
		return f, nil
	}
	s = s[i:]
	if len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	whole := hexRun(s)
	frac := ""
	rest := s[len(whole):]
	if rest != "" && rest[0] == '.' {
		frac = hexRun(rest[1:])
		rest = rest[1+len(frac):]
	}
	if len(whole)+len(frac) == 0 {
		return 0, errHexSyntax()
	}
	var exp int64
	if rest != "" && rest[0]|0x20 == 'p' {
		rest = rest[1:]
		n := 0
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			n = 1
		}
		if n == len(rest) || !isDigit(rest[n]) {
			return 0, errHexSyntax()
		}
		for n < len(rest) && isDigit(rest[n]) {
			n++
		}
		exp = saturatedInt(rest[:n])
		rest = rest[n:]
	}
	if rest != "" {
		return 0, errHexSyntax()
	}
	// Keep enough digits to decide the rounding, and one that stands for all
	// that follow.
	digits := whole + frac
	trimmed := strings.TrimLeft(digits, "0")
	if trimmed == "" {
		trimmed = "0"
		exp = 0
	} else {
		exp += 4 * int64(len(whole)-(len(digits)-len(trimmed)))
	}
	if len(trimmed) > 20 {
		sticky := strings.TrimRight(trimmed[20:], "0") != ""
		trimmed = trimmed[:20]
		if sticky {
			trimmed += "1"
		}
	}
	exp = max(-5000, min(5000, exp))
	f, err := strconv.ParseFloat(sign+"0x0."+trimmed+"p"+strconv.FormatInt(exp, 10), 64)
	if err != nil {
		return 0, &Error{OverflowError, "hexadecimal value too large to represent as a float"}
	}
	return f, nil
}

func errHexSyntax() error {
	return valueErrorf("invalid hexadecimal floating-point string")
}

func hexRun(s string) string {
	for i := 0; i < len(s); i++ {
		if digitValues[s[i]] >= 16 {
			return s[:i]
		}
	}
	return s
}
