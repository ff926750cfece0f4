package numfmt

import (
	"errors"
	"math/big"
	"math/bits"
)

// ErrSyntax is returned for text that is no int literal in the given base; the
// caller's message is "invalid literal for int() with base N: REPR".
var ErrSyntax = errors.New("invalid int literal")

// digitValues maps an ASCII character to its value as a digit, 37 for none.
var digitValues = func() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case isDigit(c):
			t[i] = c - '0'
		case 'a' <= c && c <= 'z':
			t[i] = c - 'a' + 10
		case 'A' <= c && c <= 'Z':
			t[i] = c - 'A' + 10
		default:
			t[i] = 37
		}
	}
	return t
}()

// ParseInt is int(s, base) for ASCII text (see ASCIINumber); base is 0 or
// 2..36, which the caller has checked. The value is big when that is not nil,
// else small. Errors are ErrSyntax and, with limit > 0 and a base that is no
// power of two, *LimitError.
func ParseInt(s string, base, limit int) (small int64, bigValue *big.Int, err error) {
	if v, ok := parseShort(s, base); ok {
		return v, nil, nil
	}
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	onlyZero := false
	if base == 0 {
		base = 10
		if len(s) >= 2 && s[0] == '0' {
			switch s[1] | 0x20 {
			case 'x':
				base = 16
			case 'o':
				base = 8
			case 'b':
				base = 2
			default:
				onlyZero = true // 0, 00, 0_0: an octal of old is refused
			}
		}
	}
	if len(s) >= 2 && s[0] == '0' {
		c := s[1] | 0x20
		if base == 16 && c == 'x' || base == 8 && c == 'o' || base == 2 && c == 'b' {
			s = s[2:]
			if s != "" && s[0] == '_' {
				s = s[1:]
			}
		}
	}
	// Collect the digits, without underscores.
	n, gaps := 0, 0
	for n < len(s) {
		if s[n] == '_' {
			if n == 0 || s[n-1] == '_' {
				break
			}
			gaps++
		} else if int(digitValues[s[n]]) >= base {
			break
		}
		n++
	}
	count := n - gaps
	bad := count == 0 || s[n-1] == '_' || n < len(s) && s[n] == '_'
	if bad || trimSpace(s[n:]) != "" {
		return 0, nil, ErrSyntax
	}
	if base&(base-1) != 0 && limit > 0 && count > limit {
		return 0, nil, &LimitError{Limit: limit, Digits: count}
	}
	digits := make([]byte, 0, count)
	for i := 0; i < n; i++ {
		if s[i] == '_' {
			continue
		}
		d := digitValues[s[i]]
		if d == 0 && len(digits) == 0 {
			continue // leading zeros
		}
		digits = append(digits, d)
	}
	if onlyZero && len(digits) > 0 {
		return 0, nil, ErrSyntax
	}
	if v, ok := foldDigits(digits, base); ok && v <= 1<<63 {
		switch {
		case neg:
			return int64(-v), nil, nil
		case v < 1<<63:
			return int64(v), nil, nil
		}
	}
	z := bigDigits(digits, base)
	if neg {
		z.Neg(z)
	}
	return 0, z, nil
}

// parseShort handles the common case: an optional sign and at most 18 decimal
// digits, base 10 (or 0 without a leading zero).
func parseShort(s string, base int) (int64, bool) {
	i := 0
	if s != "" && (s[0] == '-' || s[0] == '+') {
		i = 1
	}
	if base != 10 && base != 0 || i == len(s) || len(s) > 18 || base == 0 && s[i] == '0' {
		return 0, false
	}
	var v int64
	for _, c := range []byte(s[i:]) {
		if !isDigit(c) {
			return 0, false
		}
		v = v*10 + int64(c-'0')
	}
	if s[0] == '-' {
		v = -v
	}
	return v, true
}

// foldDigits computes a value that fits 64 bits.
func foldDigits(digits []byte, base int) (uint64, bool) {
	var v uint64
	for _, d := range digits {
		hi, lo := bits.Mul64(v, uint64(base))
		sum, carry := bits.Add64(lo, uint64(d), 0)
		if hi != 0 || carry != 0 {
			return 0, false
		}
		v = sum
	}
	return v, true
}

// leafDigits is the length under which the quadratic method is the fastest.
const leafDigits = 600

// bigDigits converts digit values by halves, so that the cost is that of
// math/big's multiplication and not quadratic.
func bigDigits(digits []byte, base int) *big.Int {
	if len(digits) <= leafDigits {
		z := new(big.Int)
		chunk, scale := uint64(0), uint64(1)
		var m, a big.Int
		flush := func() {
			z.Mul(z, m.SetUint64(scale))
			z.Add(z, a.SetUint64(chunk))
			chunk, scale = 0, 1
		}
		for _, d := range digits {
			chunk = chunk*uint64(base) + uint64(d)
			scale *= uint64(base)
			if scale > 1<<56 {
				flush()
			}
		}
		flush()
		return z
	}
	// Halves are cut at leafDigits<<k from the right, so that the powers of
	// the base are shared by a whole level: power k is base**(leafDigits<<k).
	levels := bits.Len(uint((len(digits) - 1) / leafDigits))
	powers := make([]*big.Int, levels)
	if base&(base-1) != 0 {
		powers[0] = new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(leafDigits), nil)
		for k := 1; k < levels; k++ {
			powers[k] = new(big.Int).Mul(powers[k-1], powers[k-1])
		}
	}
	return joinDigits(digits, base, levels-1, powers)
}

// joinDigits recurses to a depth of the logarithm of the length.
func joinDigits(digits []byte, base, level int, powers []*big.Int) *big.Int {
	for level >= 0 && len(digits) <= leafDigits<<level {
		level--
	}
	if level < 0 {
		return bigDigits(digits, base)
	}
	size := leafDigits << level
	low := joinDigits(digits[len(digits)-size:], base, level-1, powers)
	high := joinDigits(digits[:len(digits)-size], base, level-1, powers)
	if base&(base-1) == 0 {
		high.Lsh(high, uint(size)*uint(bits.TrailingZeros(uint(base))))
	} else {
		high.Mul(high, powers[level])
	}
	return high.Add(high, low)
}
