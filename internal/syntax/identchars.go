package syntax

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Identifier characters follow XID_Start and XID_Continue (Unicode Standard
// Annex 31): the general categories below, corrected by Other_ID_* and the
// characters whose NFKC form is no identifier.

// notXIDStart lists letters that are no XID_Start, notXIDContinue those that
// are no XID_Continue either.
var notXIDContinue = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x37a, 0x37a, 1}, {0x2e2f, 0x2e2f, 1}, {0xfc5e, 0xfc63, 1}, {0xfdfa, 0xfdfb, 1},
		{0xfe70, 0xfe7e, 2},
	},
}

var notXIDStart = &unicode.RangeTable{
	R16: []unicode.Range16{{0xe33, 0xe33, 1}, {0xeb3, 0xeb3, 1}, {0xff9e, 0xff9f, 1}},
}

var otherIDStart = &unicode.RangeTable{
	R16: []unicode.Range16{{0x1885, 0x1886, 1}, {0x2118, 0x2118, 1}, {0x212e, 0x212e, 1}},
}

var otherIDContinue = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0xb7, 0xb7, 1}, {0x387, 0x387, 1}, {0x1369, 0x1371, 1}, {0x19da, 0x19da, 1},
		{0x200c, 0x200d, 1}, {0x30fb, 0x30fb, 1}, {0xff65, 0xff65, 1},
	},
	LatinOffset: 1,
}

// ideograph151 tells what Unicode 15.1 added to 15.0 (CJK extension I and five
// description characters apart), as Go's tables may be older than Python's.
func ideograph151(r rune) bool { return r >= 0x2ebf0 && r <= 0x2ee5d }

func isIdentStart(r rune) bool {
	if r < 128 {
		return charClass[r]&clsIdentStart != 0
	}
	if unicode.Is(unicode.L, r) || unicode.Is(unicode.Nl, r) {
		return !unicode.Is(notXIDStart, r) && !unicode.Is(notXIDContinue, r)
	}
	return unicode.Is(otherIDStart, r) || ideograph151(r)
}

func isIdentContinue(r rune) bool {
	if r < 128 {
		return charClass[r]&clsIdent != 0
	}
	if unicode.In(r, unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc) {
		return !unicode.Is(notXIDContinue, r)
	}
	return unicode.Is(otherIDStart, r) || unicode.Is(otherIDContinue, r) || ideograph151(r)
}

// isPrintable follows str.isprintable.
func isPrintable(r rune) bool {
	return unicode.IsPrint(r) || ideograph151(r) || r >= 0x2ffc && r <= 0x2fff || r == 0x31ef
}

// normalizeIdent gives a name its NFKC form, which is the one that counts.
func normalizeIdent(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 128 {
			return norm.NFKC.String(s)
		}
	}
	return s
}
