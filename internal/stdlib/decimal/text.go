package decimal

import (
	"math/big"
	"strconv"
	"strings"
)

// parse reads a number in the notation of the specification; ok is false when
// s is none. The number is exact.
func parse(s string) (n num, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n.neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return n, false
	}
	if c := s[0]; c != '.' && (c < '0' || c > '9') {
		switch l := strings.ToLower(s); {
		case l == "inf" || l == "infinity":
			n.kind = infinite
			return n, true
		case strings.HasPrefix(l, "nan"):
			n.kind, s = quiet, s[3:]
		case strings.HasPrefix(l, "snan"):
			n.kind, s = signaling, s[4:]
		default:
			return n, false
		}
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return n, false
			}
		}
		n.setDigits(strings.TrimLeft(s, "0"))
		return n, true
	}
	// Coefficient.
	i, point, digits := 0, -1, 0
	for ; i < len(s); i++ {
		if c := s[i]; c == '.' {
			if point >= 0 {
				return n, false
			}
			point = i
		} else if c >= '0' && c <= '9' {
			digits++
		} else {
			break
		}
	}
	if digits == 0 {
		return n, false
	}
	coef, exp := s[:i], int64(0)
	if point >= 0 {
		exp = -int64(i - point - 1)
		if digits <= 19 {
			// Small ones without an intermediate string.
			for j := 0; j < i; j++ {
				if coef[j] != '.' {
					n.lo = n.lo*10 + uint64(coef[j]-'0')
				}
			}
			coef = ""
		} else {
			coef = coef[:point] + coef[point+1:]
		}
	}
	if i < len(s) {
		if s[i] != 'e' && s[i] != 'E' {
			return n, false
		}
		e, ok := parseExp(s[i+1:])
		if !ok {
			return n, false
		}
		exp += e
	}
	n.exp = exp
	if coef != "" {
		n.setDigits(strings.TrimLeft(coef, "0"))
	}
	return n, true
}

// expLimit is where exponents in text are cut off: far outside of any context,
// near enough to add two of them.
const expLimit = 4000000000000000000

func parseExp(s string) (int64, bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	var e int64
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		if e < expLimit/10 {
			e = e*10 + int64(s[i]-'0')
		} else {
			e = expLimit
		}
	}
	if neg {
		return -e, true
	}
	return e, true
}

// setDigits sets the coefficient to a row of digits without leading zeros.
func (n *num) setDigits(s string) {
	if len(s) <= 19 {
		n.lo, _ = strconv.ParseUint("0"+s, 10, 64)
		n.big = nil
		return
	}
	n.setCoef(bigOfDigits(s))
}

// bigOfDigits converts by halves, which makes long rows of digits cheap.
func bigOfDigits(s string) *big.Int {
	if len(s) <= 1000 {
		b, _ := new(big.Int).SetString(s, 10)
		return b
	}
	k := len(s) / 2
	hi := bigOfDigits(s[:len(s)-k])
	hi.Mul(hi, pow10(k))
	return hi.Add(hi, bigOfDigits(s[len(s)-k:]))
}

// coefText is the coefficient in decimal.
func (n *num) coefText() string {
	if n.big == nil {
		return strconv.FormatUint(n.lo, 10)
	}
	return n.big.String()
}

// text is to-scientific-string, or to-engineering-string.
func (n *num) text(eng, capital bool) string {
	b := make([]byte, 0, 32)
	if n.neg {
		b = append(b, '-')
	}
	switch n.kind {
	case infinite:
		return string(append(b, "Infinity"...))
	case quiet, signaling:
		if n.kind == signaling {
			b = append(b, 's')
		}
		b = append(b, "NaN"...)
		if !n.zeroCoef() {
			b = append(b, n.coefText()...)
		}
		return string(b)
	}
	digits := n.coefText()
	left := n.exp + int64(len(digits)) // digits before the point if it were written out
	point := int64(1)
	switch {
	case n.exp <= 0 && left > -6:
		point = left
	case !eng:
	case n.zeroCoef():
		point = mod(left+1, 3) - 1
	default:
		point = mod(left-1, 3) + 1
	}
	switch {
	case point <= 0:
		b = append(b, "0."...)
		for i := point; i < 0; i++ {
			b = append(b, '0')
		}
		b = append(b, digits...)
	case point >= int64(len(digits)):
		b = append(b, digits...)
		for i := int64(len(digits)); i < point; i++ {
			b = append(b, '0')
		}
	default:
		b = append(b, digits[:point]...)
		b = append(b, '.')
		b = append(b, digits[point:]...)
	}
	if left != point {
		if capital {
			b = append(b, 'E')
		} else {
			b = append(b, 'e')
		}
		if left-point >= 0 {
			b = append(b, '+')
		}
		b = strconv.AppendInt(b, left-point, 10)
	}
	return string(b)
}

func mod(a, b int64) int64 { return ((a % b) + b) % b }
