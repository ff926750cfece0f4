package unidata

import (
	"fmt"
	"sort"
	"strings"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// Names are stored as sequences of words. A byte below nameShortFirst is a mark
// (below), one from nameShortFirst on a frequent word, one from namePairFirst on the
// first half of a two-byte number of another word. Words are joined by a space, or by
// a hyphen where nameHyphen stands between them.
const (
	nameEnd    = 0
	nameHyphen = 1
	nameHex    = 2 // the code point in hexadecimal, as a word

	cjkPrefix    = "CJK UNIFIED IDEOGRAPH-"
	hangulPrefix = "HANGUL SYLLABLE "
)

// MaxNameLen is longer than any name; unicodedata.lookup refuses longer arguments.
const MaxNameLen = 256

// jamoNames returns the short names of the Hangul letters that syllables are made of.
func jamoNames() (l [countL]string, v [countV]string, t [countT]string) {
	return [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"},
		[...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI",
			"YU", "EU", "YI", "I"},
		[...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B",
			"BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
}

func isCJKUnified(r rune) bool {
	for _, run := range cjkUnified {
		if run[0] <= r && r <= run[1] {
			return true
		}
	}
	return false
}

// Name returns the character's name, "" if it has none.
func (db Database) Name(r rune) string {
	if db == Old && !db.assigned(r) {
		return ""
	}
	if isHangul(r) {
		l, v, t := jamoNames()
		i := r - hangulS
		return hangulPrefix + l[i/(countV*countT)] + v[i%(countV*countT)/countT] + t[i%countT]
	}
	if isCJKUnified(r) {
		return fmt.Sprintf("%s%04X", cjkPrefix, r)
	}
	k := sort.Search(len(nameRuns), func(i int) bool { return nameRuns[i][0] > uint32(r) }) - 1
	if k < 0 || k+1 >= len(nameRuns) {
		return ""
	}
	n := nameRuns[k][1] + uint32(r) - nameRuns[k][0]
	if n >= nameRuns[k+1][1] {
		return ""
	}
	var a [96]byte
	return string(appendName(a[:0], int(n), r))
}

// nameData returns the encoded form of name number n.
func nameData(n int) string {
	b := nameBlocks[n/nameBlock]
	for skip := n % nameBlock; skip > 0; skip-- {
		b = b[nameLen(b)+1:]
	}
	return b[:nameLen(b)]
}

// nameLen returns where the encoded name at the start of b ends.
func nameLen(b string) int {
	i := 0
	for b[i] != nameEnd {
		if b[i] >= namePairFirst {
			i++
		}
		i++
	}
	return i
}

// appendName appends name number n, which is that of r.
func appendName(out []byte, n int, r rune) []byte {
	first := true
	data := nameData(n)
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c == nameHyphen {
			out = append(out, '-')
			first = true
			continue
		}
		if !first {
			out = append(out, ' ')
		}
		first = false
		switch {
		case c == nameHex:
			out = fmt.Appendf(out, "%04X", r)
		case c < namePairFirst:
			out = append(out, nameShortWords[c-nameShortFirst]...)
		default:
			i++
			out = append(out, longWord(int(c-namePairFirst)<<8|int(data[i]))...)
		}
	}
	return out
}

// longWord returns the word with a two-byte number. Words of one length stand
// together.
func longWord(n int) string {
	k := 0
	for int(nameLongFirst[k+1]) <= n {
		k++
	}
	i := (n - int(nameLongFirst[k])) * k
	return nameLongWords[k][i : i+k]
}

// nameRune returns the code point of name number n, if it is a character's name or
// alias.
func nameRune(n int) (rune, bool) {
	if n >= nameChars+nameAliases {
		return 0, false
	}
	if n >= nameChars {
		return aliasRunes[n-nameChars], true
	}
	k := sort.Search(len(nameRuns), func(i int) bool { return nameRuns[i][1] > uint32(n) }) - 1
	return rune(nameRuns[k][0] + uint32(n) - nameRuns[k][1]), true
}

// findName returns the number of a name in upper case, or -1.
func findName(name []byte) int {
	h := uint32(2166136261)
	for _, c := range name {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	var a [MaxNameLen]byte
	for i := h % uint32(len(nameTable)); ; i = (i + 1) % uint32(len(nameTable)) {
		n := int(nameTable[i])
		if n == 65535 {
			return -1
		}
		r, _ := nameRune(n)
		if string(appendName(a[:0], n, r)) == string(name) {
			return n
		}
	}
}

// algorithmic looks up names that follow from the code point. They count in upper
// case only. known says that no other name begins like this.
func algorithmic(name string) (r rune, ok, known bool) {
	if rest, is := strings.CutPrefix(name, hangulPrefix); is {
		ls, vs, ts := jamoNames()
		l, n := longest(ls[:], rest)
		rest = rest[n:]
		v, n := longest(vs[:], rest)
		rest = rest[n:]
		t, n := longest(ts[:], rest)
		if l < 0 || v < 0 || t < 0 || n != len(rest) {
			return 0, false, true
		}
		return rune(hangulS + (l*countV+v)*countT + t), true, true
	}
	if rest, is := strings.CutPrefix(name, cjkPrefix); is {
		if len(rest) != 4 && len(rest) != 5 {
			return 0, false, true
		}
		for i := 0; i < len(rest); i++ {
			c := rest[i]
			switch {
			case '0' <= c && c <= '9':
				c -= '0'
			case 'A' <= c && c <= 'F':
				c -= 'A' - 10
			default:
				return 0, false, true
			}
			r = r<<4 | rune(c)
		}
		return r, isCJKUnified(r), true
	}
	return 0, false, false
}

// longest returns the index and length of the longest name that s begins with.
func longest(names []string, s string) (index, size int) {
	index = -1
	for i, n := range names {
		if strings.HasPrefix(s, n) && (index < 0 || len(n) > size) {
			index, size = i, len(n)
		}
	}
	return index, size
}

// lookup returns the number of a tabulated name.
func lookup(name string) int {
	if name == "" || len(name) > MaxNameLen {
		return -1
	}
	var a [MaxNameLen]byte
	b := a[:len(name)]
	for i := range b {
		c := name[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		} else if c >= 0x80 {
			return -1
		}
		b[i] = c
	}
	return findName(b)
}

// LookupRune returns the character with that name or alias. It is what \N{...} in
// source text means: sequences do not count.
func LookupRune(name string) (rune, bool) {
	if r, ok, known := algorithmic(name); known {
		return r, ok
	}
	n := lookup(name)
	if n < 0 {
		return 0, false
	}
	return nameRune(n)
}

// Lookup returns the character or sequence with that name, as unicodedata.lookup. The
// old database knows no aliases and no sequences.
func (db Database) Lookup(name string) (string, bool) {
	if r, ok, known := algorithmic(name); known {
		if !ok {
			return "", false
		}
		return wtf8.EncodeRune(r), true
	}
	n := lookup(name)
	if n < 0 || db == Old && n >= nameChars {
		return "", false
	}
	if r, ok := nameRune(n); ok {
		return wtf8.EncodeRune(r), true
	}
	return namedSequences[n-nameChars-nameAliases], true
}
