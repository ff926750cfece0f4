package numfmt

import (
	"math/big"
	"strconv"
)

// IntToString is str(v). With limit > 0 a value of more decimal digits gives a
// *LimitError, found without converting a hopelessly long value.
func IntToString(v *big.Int, limit int) (string, error) {
	b, err := appendBigDecimal(nil, v, limit)
	return string(b), err
}

func appendBigDecimal(dst []byte, v *big.Int, limit int) ([]byte, error) {
	// bits*0.30102 is a lower bound of the digit count.
	if limit > 0 && int64(v.BitLen()-1)*30102/100000 >= int64(limit) {
		return nil, &LimitError{Limit: limit}
	}
	start := len(dst)
	dst = v.Append(dst, 10)
	n := len(dst) - start
	if v.Sign() < 0 {
		n--
	}
	if limit > 0 && n > limit {
		return nil, &LimitError{Limit: limit}
	}
	return dst, nil
}

// FormatInt formats an int that fits 64 bits. Float types convert it first.
func (sp *Spec) FormatInt(v int64, typeName string) (string, error) {
	if sp.Type == 'd' && sp.Width < 0 && sp.Sign == 0 && sp.Group == 0 && sp.Precision < 0 && !sp.NoNegZero {
		return strconv.FormatInt(v, 10), nil
	}
	if isFloatType(sp.Type) {
		return sp.FormatFloat(float64(v), typeName)
	}
	base, prefix, err := sp.intBase(typeName)
	if err != nil {
		return "", err
	}
	if base == 0 {
		if v < 0 || v > 0x10FFFF {
			return "", &Error{OverflowError, "%c arg not in range(0x110000)"}
		}
		return sp.formatChar(rune(v))
	}
	var buf [72]byte
	digits := strconv.AppendInt(buf[:0], v, base)
	if v < 0 {
		digits = digits[1:]
	}
	return sp.finishInt(v < 0, prefix, digits)
}

// FormatBigInt formats an int of any size. limit is the decimal digit limit of
// IntToString.
func (sp *Spec) FormatBigInt(v *big.Int, limit int, typeName string) (string, error) {
	if isFloatType(sp.Type) {
		f, err := IntToFloat(v)
		if err != nil {
			return "", err
		}
		return sp.FormatFloat(f, typeName)
	}
	base, prefix, err := sp.intBase(typeName)
	if err != nil {
		return "", err
	}
	if base == 0 {
		if !v.IsInt64() {
			return "", &Error{OverflowError, "Python int too large to convert to C long"}
		}
		return sp.FormatInt(v.Int64(), typeName)
	}
	var digits []byte
	if base == 10 {
		if digits, err = appendBigDecimal(nil, v, limit); err != nil {
			return "", err
		}
	} else {
		digits = v.Append(nil, base)
	}
	if v.Sign() < 0 {
		digits = digits[1:]
	}
	return sp.finishInt(v.Sign() < 0, prefix, digits)
}

// IntToFloat converts as int.__float__ does, to nearest, ties to even.
func IntToFloat(v *big.Int) (float64, error) {
	f, _ := v.Float64()
	if f-f != 0 {
		return 0, &Error{OverflowError, "int too large to convert to float"}
	}
	return f, nil
}

func isFloatType(t rune) bool {
	switch t {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return true
	}
	return false
}

// intBase checks the specifier for an int; base 0 stands for 'c'.
func (sp *Spec) intBase(typeName string) (base int, prefix string, err error) {
	switch sp.Type {
	case 'd', 'n':
		base = 10
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	case 'c':
	default:
		return 0, "", errUnknownType(sp.Type, typeName)
	}
	if sp.Precision >= 0 {
		return 0, "", valueErrorf("Precision not allowed in integer format specifier")
	}
	if sp.NoNegZero {
		return 0, "", valueErrorf("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if base == 0 {
		if sp.Sign != 0 {
			return 0, "", valueErrorf("Sign not allowed with integer format specifier 'c'")
		}
		if sp.Alt {
			return 0, "", valueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
		}
	}
	if !sp.Alt {
		prefix = ""
	}
	return base, prefix, nil
}

func (sp *Spec) formatChar(r rune) (string, error) {
	var tmp [4]byte
	b, err := sp.appendNumber(nil, false, "", nil, appendRune(tmp[:0], r), 1)
	return string(b), err
}

func (sp *Spec) finishInt(negative bool, prefix string, digits []byte) (string, error) {
	if sp.Type == 'X' {
		upper(digits)
	}
	var buf [96]byte
	b, err := sp.appendNumber(buf[:0], negative, prefix, digits, nil, 0)
	return string(b), err
}

func upper(b []byte) {
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 32
		}
	}
}
