package sre

import (
	"sync"
	"unicode"
)

// This file holds everything the engine asks about characters. "Uni"
// functions answer as str methods do; the ASCII ones serve bytes patterns and
// re.ASCII. The locale is always "C", so re.LOCALE means ASCII as well.

const (
	propAlnum = 1 << iota
	propDecimal
)

const (
	maxRune  = unicode.MaxRune
	pageBits = 8
	pageSize = 1 << pageBits
	pages    = (maxRune + 1) >> pageBits
)

// charTables answers questions about characters from 256 upwards without the
// binary searches of package unicode. A nil page stands for "nothing here".
type charTables struct {
	props [pages]*[pageSize]uint8
	lower [pages]*[pageSize]int32
	upper [pages]*[pageSize]int32
}

// tables builds the character tables when the first character above latin-1
// is examined; programs that see none never pay for them.
var tables = sync.OnceValue(buildTables)

func buildTables() *charTables {
	t := new(charTables)
	for _, rt := range []*unicode.RangeTable{unicode.L, unicode.N, unicodeDelta} {
		t.addProp(rt, propAlnum)
	}
	t.addProp(unicode.Nd, propDecimal)
	for _, cr := range unicode.CaseRanges {
		for c := rune(cr.Lo); c <= rune(cr.Hi); c++ {
			setCase(&t.lower, c, unicode.ToLower(c))
			setCase(&t.upper, c, unicode.ToUpper(c))
		}
	}
	for _, p := range fullUpper {
		setCase(&t.upper, p[0], p[1])
	}
	return t
}

func (t *charTables) addProp(rt *unicode.RangeTable, prop uint8) {
	add := func(lo, hi, stride uint32) {
		for c := lo; c <= hi; c += stride {
			page := t.props[c>>pageBits]
			if page == nil {
				page = new([pageSize]uint8)
				t.props[c>>pageBits] = page
			}
			page[c%pageSize] |= prop
		}
	}
	for _, r := range rt.R16 {
		add(uint32(r.Lo), uint32(r.Hi), uint32(r.Stride))
	}
	for _, r := range rt.R32 {
		add(r.Lo, r.Hi, r.Stride)
	}
}

func setCase(table *[pages]*[pageSize]int32, c, to rune) {
	page := table[c>>pageBits]
	if page == nil {
		if c == to {
			return
		}
		page = new([pageSize]int32)
		table[c>>pageBits] = page
	}
	page[c%pageSize] = to - c
}

// unicodeDelta lists the letters of Unicode 15.1, which Python 3.13 follows,
// that Unicode 15.0 of package unicode does not have.
var unicodeDelta = &unicode.RangeTable{
	R32: []unicode.Range32{{Lo: 0x2ebf0, Hi: 0x2ee5d, Stride: 1}},
}

// fullUpper lists characters whose upper case has several characters, with
// the first of them: Python's character database keeps only that.
var fullUpper = [...][2]rune{
	{0x00df, 0x0053}, {0x0149, 0x02bc}, {0x01f0, 0x004a}, {0x0390, 0x0399}, {0x03b0, 0x03a5}, {0x0587, 0x0535},
	{0x1e96, 0x0048}, {0x1e97, 0x0054}, {0x1e98, 0x0057}, {0x1e99, 0x0059}, {0x1e9a, 0x0041}, {0x1f50, 0x03a5},
	{0x1f52, 0x03a5}, {0x1f54, 0x03a5}, {0x1f56, 0x03a5}, {0x1f80, 0x1f08}, {0x1f81, 0x1f09}, {0x1f82, 0x1f0a},
	{0x1f83, 0x1f0b}, {0x1f84, 0x1f0c}, {0x1f85, 0x1f0d}, {0x1f86, 0x1f0e}, {0x1f87, 0x1f0f}, {0x1f88, 0x1f08},
	{0x1f89, 0x1f09}, {0x1f8a, 0x1f0a}, {0x1f8b, 0x1f0b}, {0x1f8c, 0x1f0c}, {0x1f8d, 0x1f0d}, {0x1f8e, 0x1f0e},
	{0x1f8f, 0x1f0f}, {0x1f90, 0x1f28}, {0x1f91, 0x1f29}, {0x1f92, 0x1f2a}, {0x1f93, 0x1f2b}, {0x1f94, 0x1f2c},
	{0x1f95, 0x1f2d}, {0x1f96, 0x1f2e}, {0x1f97, 0x1f2f}, {0x1f98, 0x1f28}, {0x1f99, 0x1f29}, {0x1f9a, 0x1f2a},
	{0x1f9b, 0x1f2b}, {0x1f9c, 0x1f2c}, {0x1f9d, 0x1f2d}, {0x1f9e, 0x1f2e}, {0x1f9f, 0x1f2f}, {0x1fa0, 0x1f68},
	{0x1fa1, 0x1f69}, {0x1fa2, 0x1f6a}, {0x1fa3, 0x1f6b}, {0x1fa4, 0x1f6c}, {0x1fa5, 0x1f6d}, {0x1fa6, 0x1f6e},
	{0x1fa7, 0x1f6f}, {0x1fa8, 0x1f68}, {0x1fa9, 0x1f69}, {0x1faa, 0x1f6a}, {0x1fab, 0x1f6b}, {0x1fac, 0x1f6c},
	{0x1fad, 0x1f6d}, {0x1fae, 0x1f6e}, {0x1faf, 0x1f6f}, {0x1fb2, 0x1fba}, {0x1fb3, 0x0391}, {0x1fb4, 0x0386},
	{0x1fb6, 0x0391}, {0x1fb7, 0x0391}, {0x1fbc, 0x0391}, {0x1fc2, 0x1fca}, {0x1fc3, 0x0397}, {0x1fc4, 0x0389},
	{0x1fc6, 0x0397}, {0x1fc7, 0x0397}, {0x1fcc, 0x0397}, {0x1fd2, 0x0399}, {0x1fd3, 0x0399}, {0x1fd6, 0x0399},
	{0x1fd7, 0x0399}, {0x1fe2, 0x03a5}, {0x1fe3, 0x03a5}, {0x1fe4, 0x03a1}, {0x1fe6, 0x03a5}, {0x1fe7, 0x03a5},
	{0x1ff2, 0x1ffa}, {0x1ff3, 0x03a9}, {0x1ff4, 0x038f}, {0x1ff6, 0x03a9}, {0x1ff7, 0x03a9}, {0x1ffc, 0x03a9},
	{0xfb00, 0x0046}, {0xfb01, 0x0046}, {0xfb02, 0x0046}, {0xfb03, 0x0046}, {0xfb04, 0x0046}, {0xfb05, 0x0053},
	{0xfb06, 0x0053}, {0xfb13, 0x0544}, {0xfb14, 0x0544}, {0xfb15, 0x0544}, {0xfb16, 0x054e}, {0xfb17, 0x0544},
}

func hasProp(c uint32, prop uint8) bool {
	if c > maxRune {
		return false
	}
	page := tables().props[c>>pageBits]
	return page != nil && page[c%pageSize]&prop != 0
}

func isAlnumUni(c uint32) bool {
	if c < lowChars {
		return latin1Word[c] && c != '_'
	}
	return hasProp(c, propAlnum)
}

func isWordUni(c uint32) bool {
	if c < lowChars {
		return latin1Word[c]
	}
	return hasProp(c, propAlnum)
}

func isDecimalUni(c uint32) bool {
	if c < lowChars {
		return isDigitASCII(c)
	}
	return hasProp(c, propDecimal)
}

func isSpaceUni(c uint32) bool {
	switch {
	case c < 0x80:
		return 9 <= c && c <= 13 || 0x1c <= c && c <= 0x20
	case 0x2000 <= c && c <= 0x200a:
		return true
	}
	switch c {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return false
}

func isLinebreakUni(c uint32) bool {
	return 10 <= c && c <= 13 || 0x1c <= c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029
}

func isDigitASCII(c uint32) bool { return c-'0' < 10 }
func isAlphaASCII(c uint32) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isWordASCII(c uint32) bool  { return isAlphaASCII(c) || isDigitASCII(c) || c == '_' }
func isSpaceASCII(c uint32) bool { return c == ' ' || 9 <= c && c <= 13 }

func lowerASCII(c uint32) uint32 {
	if c-'A' < 26 {
		return c + 32
	}
	return c
}

func upperASCII(c uint32) uint32 {
	if c-'a' < 26 {
		return c - 32
	}
	return c
}

func lowerUni(c uint32) uint32 {
	if c < 0x80 {
		return lowerASCII(c)
	}
	if c > maxRune {
		return c
	}
	if page := tables().lower[c>>pageBits]; page != nil {
		return uint32(int32(c) + page[c%pageSize])
	}
	return c
}

func upperUni(c uint32) uint32 {
	if c < 0x80 {
		return upperASCII(c)
	}
	if c > maxRune {
		return c
	}
	if page := tables().upper[c>>pageBits]; page != nil {
		return uint32(int32(c) + page[c%pageSize])
	}
	return c
}

// latin1Word and asciiWord tell which characters below 256 are \w.
var latin1Word, asciiWord = wordTables()

func wordTables() (latin1, ascii *[lowChars]bool) {
	latin1, ascii = new([lowChars]bool), new([lowChars]bool)
	for c := range latin1 {
		ascii[c] = isWordASCII(uint32(c))
		latin1[c] = c == '_' || unicode.IsLetter(rune(c)) || unicode.IsNumber(rune(c))
	}
	return latin1, ascii
}

// inCategory tells whether c belongs to a category; cat is below catCount.
func inCategory(cat uint8, c uint32) bool {
	var in bool
	switch cat &^ 1 {
	case catDigit:
		in = isDigitASCII(c)
	case catSpace:
		in = isSpaceASCII(c)
	case catWord, catLocWord:
		in = isWordASCII(c)
	case catLinebreak:
		in = c == '\n'
	case catUniDigit:
		in = isDecimalUni(c)
	case catUniSpace:
		in = isSpaceUni(c)
	case catUniWord:
		in = isWordUni(c)
	case catUniLinebreak:
		in = isLinebreakUni(c)
	}
	return in != (cat&1 == 1)
}

// ToLowerASCII is _sre.ascii_tolower.
func ToLowerASCII(c rune) rune { return rune(lowerASCII(uint32(c))) }

// IsCasedASCII is _sre.ascii_iscased: an ASCII letter.
func IsCasedASCII(c rune) bool { return isAlphaASCII(uint32(c)) }

// ToLower is _sre.unicode_tolower: the simple lower case of a character.
func ToLower(c rune) rune { return rune(lowerUni(uint32(c))) }

// IsCased is _sre.unicode_iscased: lower or upper case differs from c.
func IsCased(c rune) bool {
	u := uint32(c)
	return lowerUni(u) != u || upperUni(u) != u
}
