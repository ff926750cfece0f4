package unidata

import "github.com/coachwhip/coachwhip/internal/wtf8"

func has(r rune, flag uint32) bool { return props(r).flags&flag != 0 }

// The predicates of one character. They are what the str methods of the same name
// ask of each character, see the string forms below.

func IsAlpha(r rune) bool     { return has(r, flagAlpha) }
func IsDecimal(r rune) bool   { return has(r, flagDecimal) }
func IsDigit(r rune) bool     { return has(r, flagDigit) }
func IsNumeric(r rune) bool   { return has(r, flagNumeric) }
func IsAlnum(r rune) bool     { return has(r, flagsAlnum) }
func IsSpace(r rune) bool     { return has(r, flagSpace) }
func IsPrintable(r rune) bool { return has(r, flagPrintable) }
func IsLower(r rune) bool     { return has(r, flagLower) }
func IsUpper(r rune) bool     { return has(r, flagUpper) }

const flagsAlnum = flagAlpha | flagDecimal | flagDigit | flagNumeric

// IsTitle reports whether r is a titlecase letter such as U+01C5 (not whether it is
// upper case, which str.istitle accepts as well).
func IsTitle(r rune) bool { return has(r, flagTitle) }

// IsCased reports whether r has the Unicode property Cased.
func IsCased(r rune) bool { return has(r, flagCased) }

// IsCaseIgnorable reports whether r has the Unicode property Case_Ignorable.
func IsCaseIgnorable(r rune) bool { return has(r, flagCaseIgnorable) }

// IsXIDStart reports whether an identifier may begin with r; '_' may.
func IsXIDStart(r rune) bool { return has(r, flagXIDStart) }

// IsXIDContinue reports whether an identifier may go on with r.
func IsXIDContinue(r rune) bool { return has(r, flagXIDContinue) }

// IsLineBreak reports whether str.splitlines splits at r.
func IsLineBreak(r rune) bool { return has(r, flagLineBreak) }

// all reports whether s is not empty and all its characters have one of the flags.
func all(s string, flags uint32) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			if props(rune(c)).flags&flags == 0 {
				return false
			}
			i++
			continue
		}
		r, n := wtf8.DecodeRuneAt(s, i)
		if props(r).flags&flags == 0 {
			return false
		}
		i += n
	}
	return s != ""
}

// The str methods of the same name.

func StringIsAlpha(s string) bool     { return all(s, flagAlpha) }
func StringIsDecimal(s string) bool   { return all(s, flagDecimal) }
func StringIsDigit(s string) bool     { return all(s, flagDigit) }
func StringIsNumeric(s string) bool   { return all(s, flagNumeric) }
func StringIsAlnum(s string) bool     { return all(s, flagsAlnum) }
func StringIsSpace(s string) bool     { return all(s, flagSpace) }
func StringIsPrintable(s string) bool { return s == "" || all(s, flagPrintable) }

// StringIsLower is str.islower: a lower-case character, and none that is upper or
// title case.
func StringIsLower(s string) bool { return onlyCase(s, flagLower, flagUpper|flagTitle) }

// StringIsUpper is str.isupper.
func StringIsUpper(s string) bool { return onlyCase(s, flagUpper, flagLower|flagTitle) }

func onlyCase(s string, want, forbidden uint32) bool {
	found := false
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		f := props(r).flags
		if f&forbidden != 0 {
			return false
		}
		found = found || f&want != 0
		i += n
	}
	return found
}

// StringIsTitle is str.istitle: upper and title case only after uncased characters,
// lower case only after cased ones, and at least one of them.
func StringIsTitle(s string) bool {
	cased, afterCased := false, false
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		switch f := props(r).flags; {
		case f&(flagUpper|flagTitle) != 0:
			if afterCased {
				return false
			}
			cased, afterCased = true, true
		case f&flagLower != 0:
			if !afterCased {
				return false
			}
			cased = true
		default:
			afterCased = false
		}
		i += n
	}
	return cased
}

// StringIsIdentifier is str.isidentifier.
func StringIsIdentifier(s string) bool {
	r, n := wtf8.DecodeRune(s)
	if n == 0 || !IsXIDStart(r) {
		return false
	}
	return n == len(s) || all(s[n:], flagXIDContinue)
}
