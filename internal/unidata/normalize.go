package unidata

import (
	"fmt"
	"slices"
	"strings"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// Form is a Unicode normalisation form.
type Form uint8

const (
	NFC Form = iota
	NFD
	NFKC
	NFKD
)

// ParseForm returns the form of that name.
func ParseForm(name string) (f Form, ok bool) {
	switch name {
	case "NFC":
		return NFC, true
	case "NFD":
		return NFD, true
	case "NFKC":
		return NFKC, true
	case "NFKD":
		return NFKD, true
	}
	return 0, false
}

func (f Form) composes() bool { return f == NFC || f == NFKC }
func (f Form) compat() bool   { return f == NFKC || f == NFKD }

// Hangul syllables are composed and decomposed by arithmetic (Unicode Standard,
// section 3.12).
const (
	hangulS, hangulL, hangulV, hangulT = 0xAC00, 0x1100, 0x1161, 0x11A7
	countL, countV, countT             = 19, 21, 28
	countS                             = countL * countV * countT
)

func isHangul(r rune) bool { return uint32(r)-hangulS < countS }

// decompEntry returns the number of r's decomposition, 0 if it has none.
func decompEntry(r rune) int {
	if uint32(r) > wtf8.MaxRune {
		return 0
	}
	return int(decomp2[int(decomp1[r>>decompShift])<<decompShift|int(r&(1<<decompShift-1))])
}

// Decomposition returns the character's decomposition mapping as unicodedata gives
// it: an optional tag in angle brackets and code points in hexadecimal.
func (db Database) Decomposition(r rune) string {
	e := decompEntry(r)
	if e == 0 || !db.assigned(r) {
		return ""
	}
	var b strings.Builder
	b.WriteString(decompTags[decompTag[e]])
	for _, c := range wtf8.Runes(decompText[decompOffset[e]:decompOffset[e+1]]) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%04X", c)
	}
	return b.String()
}

// appendDecomposed appends the full decomposition of r. The depth of its recursion
// is that of the tables, four at most.
func (db Database) appendDecomposed(out []rune, r rune, compat bool) []rune {
	if r < 0xA0 {
		return append(out, r)
	}
	if isHangul(r) {
		i := r - hangulS
		out = append(out, hangulL+i/(countV*countT), hangulV+i%(countV*countT)/countT)
		if i%countT != 0 {
			out = append(out, hangulT+i%countT)
		}
		return out
	}
	if db == Old {
		for _, fix := range oldNormals {
			if fix[0] == r {
				return append(out, fix[1])
			}
		}
		if !db.assigned(r) {
			return append(out, r)
		}
	}
	e := decompEntry(r)
	if e == 0 || !compat && decompTag[e] != 0 {
		return append(out, r)
	}
	for _, c := range wtf8.Runes(decompText[decompOffset[e]:decompOffset[e+1]]) {
		out = db.appendDecomposed(out, c, compat)
	}
	return out
}

// reorder sorts each run of combining characters by combining class, keeping the
// order within a class.
func reorder(rs []rune) {
	for i := 0; i < len(rs); i++ {
		if props(rs[i]).combining == 0 {
			continue
		}
		start, sorted := i, true
		for i++; i < len(rs); i++ {
			c := props(rs[i]).combining
			if c == 0 {
				break
			}
			sorted = sorted && props(rs[i-1]).combining <= c
		}
		if !sorted {
			slices.SortStableFunc(rs[start:i], func(a, b rune) int {
				return int(props(a).combining) - int(props(b).combining)
			})
		}
	}
}

// composePair returns what a and b compose to.
func composePair(a, b rune) (rune, bool) {
	if uint32(a)-hangulL < countL {
		if uint32(b)-hangulV < countV {
			return hangulS + ((a-hangulL)*countV+(b-hangulV))*countT, true
		}
		return 0, false
	}
	if isHangul(a) {
		if (a-hangulS)%countT == 0 && b > hangulT && b < hangulT+countT {
			return a + b - hangulT, true
		}
		return 0, false
	}
	if props(b).flags&flagNFCMaybe == 0 {
		return 0, false
	}
	i, ok := slices.BinarySearch(composeKeys[:], uint64(a)<<32|uint64(b))
	if !ok {
		return 0, false
	}
	return composeRunes[i], true
}

// compose composes rs, which is decomposed and in order, in place.
func compose(rs []rune) []rune {
	out := rs[:0]
	starter := -1 // where in out the last starter is
	last := -1    // combining class of the last character kept after the starter
	for _, r := range rs {
		class := int(props(r).combining)
		if starter >= 0 && last < class {
			if c, ok := composePair(out[starter], r); ok {
				out[starter] = c
				continue
			}
		}
		if class == 0 {
			starter, last = len(out), -1
		} else {
			last = class
		}
		out = append(out, r)
	}
	return out
}

// quick looks for the first code point that may keep s from being in form f. safe is
// the offset of a boundary before it: what precedes is in form f and does not
// interact with what follows. certain says that s is surely not in the form.
func quick(f Form, s string) (safe int, certain, normal bool) {
	no, maybe := uint32(flagNFDNo), uint32(0)
	switch f {
	case NFC:
		no, maybe = flagNFCNo, flagNFCMaybe
	case NFKD:
		no = flagNFKDNo
	case NFKC:
		no, maybe = flagNFKCNo, flagNFCMaybe
	}
	last := uint8(0)
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			safe, last = i, 0
			i++
			continue
		}
		r, n := wtf8.DecodeRuneAt(s, i)
		p := props(r)
		if p.flags&no != 0 || p.combining != 0 && p.combining < last {
			return safe, true, false
		}
		if p.flags&maybe != 0 {
			return safe, false, false
		}
		if p.combining == 0 {
			safe = i
		}
		last = p.combining
		i += n
	}
	return len(s), false, true
}

// Normalize returns s in form f. It returns s itself if s is in that form already.
func (db Database) Normalize(f Form, s string) string {
	if wtf8.IsASCII(s) {
		return s
	}
	safe := 0
	if db == Current {
		at, _, normal := quick(f, s)
		if normal {
			return s
		}
		safe = at
	}
	rest := s[safe:]
	rs := make([]rune, 0, len(rest))
	for i := 0; i < len(rest); {
		r, n := wtf8.DecodeRuneAt(rest, i)
		rs = db.appendDecomposed(rs, r, f.compat())
		i += n
	}
	reorder(rs)
	if f.composes() {
		rs = compose(rs)
	}
	b := append(make([]byte, 0, len(s)+len(s)/2), s[:safe]...)
	for _, r := range rs {
		b = wtf8.AppendRune(b, r)
	}
	return toString(b)
}

// IsNormalized reports whether s is in form f.
func (db Database) IsNormalized(f Form, s string) bool {
	if db == Current {
		if _, certain, normal := quick(f, s); normal || certain {
			return normal
		}
	}
	return db.Normalize(f, s) == s
}
