package numfmt

import (
	"math"
	"strconv"
)

// RoundFloat is round(f, ndigits): correctly rounded in decimal, ties (of the
// exact binary value) to even. A result out of range gives OverflowError.
func RoundFloat(f float64, ndigits int) (float64, error) {
	switch {
	case f != f || math.IsInf(f, 0) || f == 0 || ndigits > 323:
		return f, nil
	case ndigits < -308:
		return math.Copysign(0, f), nil
	}
	var buf [400]byte
	var text []byte
	if ndigits >= 0 {
		if math.Abs(f) >= 1<<52 {
			return f, nil // integral already
		}
		text = strconv.AppendFloat(buf[:0], f, 'f', ndigits, 64)
	} else {
		text = roundWhole(buf[:0], f, -ndigits)
	}
	r, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return 0, &Error{OverflowError, "rounded value too large to represent"}
	}
	return r, nil
}

// roundWhole appends f rounded to a multiple of 10**places, places > 0.
func roundWhole(dst []byte, f float64, places int) []byte {
	whole, frac := math.Modf(math.Abs(f))
	if math.Signbit(f) {
		dst = append(dst, '-')
	}
	dst = append(dst, '0') // room for a carry
	dst = strconv.AppendFloat(dst, whole, 'f', 0, 64)
	cut := len(dst) - places // first digit to be dropped
	lead := 0
	if dst[0] == '-' {
		lead = 1
	}
	if cut <= lead {
		// The value is below a tenth of the unit: zero, with f's sign.
		return append(dst[:lead], '0')
	}
	up := false
	if c := dst[cut]; c != '5' {
		up = c > '5'
	} else {
		exact := frac == 0
		for _, c := range dst[cut+1:] {
			exact = exact && c == '0'
		}
		up = !exact || (dst[cut-1]-'0')&1 == 1
	}
	for i := cut; i < len(dst); i++ {
		dst[i] = '0'
	}
	if up {
		i := cut - 1
		for ; dst[i] == '9'; i-- {
			dst[i] = '0'
		}
		dst[i]++
	}
	return dst
}
