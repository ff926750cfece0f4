package unidata

import (
	"encoding/binary"
	"sort"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// caseRecord holds what to add to a code point to map it to one other code point;
// full says that fullCase has further mappings.
type caseRecord struct {
	lower, upper, title, fold int32
	full                      bool
}

// caseMapping is the set of full mappings of a code point, in the order of
// caseLower...; "" means that the simple one holds.
type caseMapping struct {
	r    rune
	maps [4]string
}

const (
	caseLower = iota
	caseUpper
	caseTitle
	caseFold
)

func caseOf(r rune) *caseRecord {
	if uint32(r) > wtf8.MaxRune {
		return &caseRecords[0]
	}
	return &caseRecords[case2[int(case1[r>>caseShift])<<caseShift|int(r&(1<<caseShift-1))]]
}

// SimpleLower returns the one-to-one lower-case mapping of r, as regular expressions
// use it.
func SimpleLower(r rune) rune { return r + caseOf(r).lower }

// SimpleUpper returns the one-to-one upper-case mapping of r.
func SimpleUpper(r rune) rune { return r + caseOf(r).upper }

// SimpleTitle returns the one-to-one title-case mapping of r.
func SimpleTitle(r rune) rune { return r + caseOf(r).title }

// AppendLower appends the full lower-case mapping of r (up to three code points).
// It knows no context: a capital sigma gives the ordinary small one.
func AppendLower(b []byte, r rune) []byte { return appendCase(b, r, caseLower) }

// AppendUpper appends the full upper-case mapping of r.
func AppendUpper(b []byte, r rune) []byte { return appendCase(b, r, caseUpper) }

// AppendTitle appends the full title-case mapping of r.
func AppendTitle(b []byte, r rune) []byte { return appendCase(b, r, caseTitle) }

// AppendFold appends the full case folding of r.
func AppendFold(b []byte, r rune) []byte { return appendCase(b, r, caseFold) }

func appendCase(b []byte, r rune, kind int) []byte {
	c := caseOf(r)
	if c.full {
		i := sort.Search(len(fullCase), func(i int) bool { return fullCase[i].r >= r })
		if i < len(fullCase) && fullCase[i].r == r && fullCase[i].maps[kind] != "" {
			return append(b, fullCase[i].maps[kind]...)
		}
	}
	switch kind {
	case caseLower:
		r += c.lower
	case caseUpper:
		r += c.upper
	case caseTitle:
		r += c.title
	default:
		r += c.fold
	}
	return wtf8.AppendRune(b, r)
}

// toString turns b, which nobody else holds, into a string without copying.
func toString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// appendLowerAt appends the lower case of the code point r at byte offset i of s. A
// capital sigma becomes the final one where a word ends.
func appendLowerAt(b []byte, s string, i int, r rune) []byte {
	if r == 'Σ' && finalSigma(s, i) {
		return append(b, "ς"...)
	}
	return appendCase(b, r, caseLower)
}

// finalSigma reports whether the capital sigma at byte offset i of s comes after a
// cased character and not before one, case-ignorable ones not counted.
func finalSigma(s string, i int) bool {
	cased := false
	for j := i; j > 0; {
		r, n := wtf8.DecodeLastRune(s[:j])
		if !IsCaseIgnorable(r) {
			cased = IsCased(r)
			break
		}
		j -= n
	}
	if !cased {
		return false
	}
	for j := i + len("Σ"); j < len(s); {
		r, n := wtf8.DecodeRuneAt(s, j)
		if !IsCaseIgnorable(r) {
			return !IsCased(r)
		}
		j += n
	}
	return true
}

// moved returns the bits to flip in eight ASCII bytes so that those from lo to lo+25
// change case.
func moved(w uint64, lo byte) uint64 {
	const ones = 0x0101010101010101
	from := w + ones*uint64(0x80-lo)
	beyond := w + ones*uint64(0x80-lo-26)
	return from &^ beyond & (0x80 * ones) >> 2
}

// asciiMap returns s with every byte from lo to lo+25 moved by the distance between
// upper and lower case; s itself if there is none. s must be ASCII.
func asciiMap(s string, lo byte) string {
	i := 0
	for ; len(s)-i >= 8; i += 8 {
		if moved(binary.LittleEndian.Uint64([]byte(s[i:i+8])), lo) != 0 {
			break
		}
	}
	for i < len(s) && s[i]-lo >= 26 {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for ; len(b)-i >= 8; i += 8 {
		w := binary.LittleEndian.Uint64(b[i:])
		binary.LittleEndian.PutUint64(b[i:], w^moved(w, lo))
	}
	for ; i < len(b); i++ {
		if b[i]-lo < 26 {
			b[i] ^= 0x20
		}
	}
	return toString(b)
}

// Lower is str.lower.
func Lower(s string) string {
	if wtf8.IsASCII(s) {
		return asciiMap(s, 'A')
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		b = appendLowerAt(b, s, i, r)
		i += n
	}
	return toString(b)
}

// Upper is str.upper.
func Upper(s string) string {
	if wtf8.IsASCII(s) {
		return asciiMap(s, 'a')
	}
	return mapAll(s, caseUpper)
}

// Casefold is str.casefold.
func Casefold(s string) string {
	if wtf8.IsASCII(s) {
		return asciiMap(s, 'A')
	}
	return mapAll(s, caseFold)
}

func mapAll(s string, kind int) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		b = appendCase(b, r, kind)
		i += n
	}
	return toString(b)
}

// Swapcase is str.swapcase.
func Swapcase(s string) string {
	if wtf8.IsASCII(s) {
		b := []byte(s)
		for i, c := range b {
			if (c|0x20)-'a' < 26 {
				b[i] = c ^ 0x20
			}
		}
		return toString(b)
	}
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		switch f := props(r).flags; {
		case f&flagUpper != 0:
			b = appendLowerAt(b, s, i, r)
		case f&flagLower != 0:
			b = appendCase(b, r, caseUpper)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return toString(b)
}

// Capitalize is str.capitalize.
func Capitalize(s string) string {
	if wtf8.IsASCII(s) {
		if s == "" || s[0]-'a' >= 26 && s[0]-'A' >= 26 {
			return asciiMap(s, 'A')
		}
		if rest := s[1:]; s[0] < 'a' && asciiMap(rest, 'A') == rest {
			return s
		}
		b := []byte(asciiMap(s, 'A'))
		b[0] &^= 0x20
		return toString(b)
	}
	r, n := wtf8.DecodeRune(s)
	b := appendCase(make([]byte, 0, len(s)+8), r, caseTitle)
	if n == 0 {
		return ""
	}
	for i := n; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		b = appendLowerAt(b, s, i, r)
		i += n
	}
	return toString(b)
}

// Title is str.title.
func Title(s string) string {
	if wtf8.IsASCII(s) {
		b := []byte(s)
		after := false
		for i, c := range b {
			letter := (c|0x20)-'a' < 26
			if letter && after {
				b[i] = c | 0x20
			} else if letter {
				b[i] = c &^ 0x20
			}
			after = letter
		}
		return toString(b)
	}
	b := make([]byte, 0, len(s)+8)
	afterCased := false
	for i := 0; i < len(s); {
		r, n := wtf8.DecodeRuneAt(s, i)
		if afterCased {
			b = appendLowerAt(b, s, i, r)
		} else {
			b = appendCase(b, r, caseTitle)
		}
		afterCased = IsCased(r)
		i += n
	}
	return toString(b)
}
