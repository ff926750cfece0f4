package syntax

import "strings"

// number reads a numeric literal that starts with a digit.
func (lx *lexer) number() token {
	src, start := lx.src, lx.cur
	if src[start] == '0' {
		switch src[start+1] | 0x20 {
		case 'x':
			return lx.radixNumber("hexadecimal", func(c byte) bool { return charClass[c]&clsHex != 0 })
		case 'o':
			return lx.radixNumber("octal", func(c byte) bool { return c-'0' < 8 })
		case 'b':
			return lx.radixNumber("binary", func(c byte) bool { return c-'0' < 2 })
		}
		return lx.zeroNumber()
	}
	if t, ok := lx.decimalTail(); !ok {
		return t
	}
	switch c := src[lx.cur]; {
	case c == '.':
		lx.cur++
		return lx.fraction()
	case c|0x20 == 'e':
		return lx.exponent()
	case c|0x20 == 'j':
		return lx.imaginary()
	}
	return lx.endNumber("decimal")
}

// radixNumber reads a literal after 0x, 0o or 0b.
func (lx *lexer) radixNumber(name string, digit func(byte) bool) token {
	src := lx.src
	lx.cur += 2
	for {
		if src[lx.cur] == '_' {
			lx.cur++
		}
		if c := src[lx.cur]; !digit(c) {
			if isDigit(c) {
				lx.cur++
				return lx.syntaxError("invalid digit '%c' in %s literal", c, name)
			}
			return lx.syntaxError("invalid %s literal", name)
		}
		for digit(src[lx.cur]) {
			lx.cur++
		}
		if src[lx.cur] != '_' {
			break
		}
	}
	if c := src[lx.cur]; isDigit(c) {
		lx.cur++
		return lx.syntaxError("invalid digit '%c' in %s literal", c, name)
	}
	return lx.endNumber(name)
}

// zeroNumber reads a decimal literal that starts with 0. Only zeros may
// follow, unless it is a float or imaginary literal.
func (lx *lexer) zeroNumber() token {
	src := lx.src
	lx.cur++
	for {
		if src[lx.cur] == '_' {
			lx.cur++
			if !isDigit(src[lx.cur]) {
				return lx.syntaxError("invalid decimal literal")
			}
		}
		if src[lx.cur] != '0' {
			break
		}
		lx.cur++
	}
	zerosEnd := lx.cur
	nonzero := false
	if isDigit(src[lx.cur]) {
		nonzero = true
		if t, ok := lx.decimalTail(); !ok {
			return t
		}
	}
	switch c := src[lx.cur]; {
	case c == '.':
		lx.cur++
		return lx.fraction()
	case c|0x20 == 'e':
		return lx.exponent()
	case c|0x20 == 'j':
		return lx.imaginary()
	}
	if nonzero && !lx.extraTokens {
		return lx.syntaxErrorRange(lx.tokStart+1-lx.lineStart, zerosEnd+1-lx.lineStart,
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	}
	return lx.endNumber("decimal")
}

// decimalTail consumes digits with single underscores between them.
func (lx *lexer) decimalTail() (token, bool) {
	src := lx.src
	for {
		for isDigit(src[lx.cur]) {
			lx.cur++
		}
		if src[lx.cur] != '_' {
			return token{}, true
		}
		lx.cur++
		if !isDigit(src[lx.cur]) {
			return lx.syntaxError("invalid decimal literal"), false
		}
	}
}

// fraction reads what follows the decimal point.
func (lx *lexer) fraction() token {
	src := lx.src
	if isDigit(src[lx.cur]) {
		if t, ok := lx.decimalTail(); !ok {
			return t
		}
	}
	switch src[lx.cur] | 0x20 {
	case 'e':
		return lx.exponent()
	case 'j':
		return lx.imaginary()
	}
	return lx.endNumber("decimal")
}

// exponent reads from the letter e on; when no digits follow, the e belongs to the next token.
func (lx *lexer) exponent() token {
	src, e := lx.src, lx.cur
	i := e + 1
	if src[i] == '+' || src[i] == '-' {
		i++
		if !isDigit(src[i]) {
			lx.cur = i
			return lx.syntaxError("invalid decimal literal")
		}
	} else if !isDigit(src[i]) {
		return lx.endNumber("decimal")
	}
	lx.cur = i
	if t, ok := lx.decimalTail(); !ok {
		return t
	}
	if src[lx.cur]|0x20 == 'j' {
		return lx.imaginary()
	}
	return lx.endNumber("decimal")
}

func (lx *lexer) imaginary() token {
	lx.cur++
	return lx.endNumber("imaginary")
}

// endNumber finishes a literal. A keyword may follow directly (with a
// warning), any other name may not.
func (lx *lexer) endNumber(name string) token {
	src, start := lx.src, lx.tokStart
	c := src[lx.cur]
	if charClass[c]&clsIdent == 0 || c >= 128 || lx.extraTokens {
		return lx.token(NUMBER, start, lx.cur)
	}
	rest := src[lx.cur:]
	for _, kw := range [...]string{"if", "in", "is", "and", "else", "for", "or", "not"} {
		if strings.HasPrefix(rest, kw) && (kw[0] == 'i' || charClass[rest[len(kw)]]&clsIdent == 0) {
			if lx.warn != nil {
				lx.warn("invalid "+name+" literal", lx.line, start, lx.cur)
			}
			return lx.token(NUMBER, start, lx.cur)
		}
	}
	return lx.syntaxError("invalid %s literal", name)
}
