// Package wtf8 handles the byte form of Python strings.
//
// A Python str is a sequence of code points U+0000..U+10FFFF, lone surrogates
// included. It is held as generalised UTF-8: every code point is encoded on its
// own, surrogates as three-byte sequences (ED A0..BF xx). Two neighbouring
// surrogate code points therefore stay two sequences of three bytes; they are
// never merged, because in Python "\ud800\udc00" has length 2.
//
// Functions are exact for well-formed input. Malformed input never makes them
// panic: each stray byte counts as one U+FFFD where a code point is asked for.
package wtf8

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

const (
	// MaxRune is the highest code point a str can hold.
	MaxRune = 0x10FFFF
	// RuneError stands for a malformed byte.
	RuneError = utf8.RuneError
	// MaxLen is the greatest number of bytes one code point takes.
	MaxLen = 4

	highBits = 0x8080808080808080
	lowBits  = 0x0101010101010101
)

// bytesOf views s as bytes without copying; the result must not be written to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// IsASCII reports whether every byte of s is below 0x80.
func IsASCII(s string) bool { return ASCIIPrefix(bytesOf(s)) == len(s) }

// IsASCIIBytes is IsASCII for bytes.
func IsASCIIBytes(b []byte) bool { return ASCIIPrefix(b) == len(b) }

// ASCIIPrefix returns the number of leading bytes of b that are below 0x80.
func ASCIIPrefix(b []byte) int {
	i := 0
	for len(b)-i >= 32 {
		c := b[i : i+32 : i+32]
		w := binary.LittleEndian.Uint64(c) | binary.LittleEndian.Uint64(c[8:]) |
			binary.LittleEndian.Uint64(c[16:]) | binary.LittleEndian.Uint64(c[24:])
		if w&highBits != 0 {
			break
		}
		i += 32
	}
	for len(b)-i >= 8 {
		if w := binary.LittleEndian.Uint64(b[i:]) & highBits; w != 0 {
			return i + bits.TrailingZeros64(w)>>3
		}
		i += 8
	}
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	return i
}

// leads counts the bytes of w that are not continuation bytes.
func leads(w uint64) int {
	cont := (w >> 7) & (^w >> 6) & lowBits
	return 8 - bits.OnesCount64(cont)
}

// CountRunes returns the number of code points in s and whether s is pure ASCII.
func CountRunes(s string) (n int, ascii bool) {
	b := bytesOf(s)
	i := ASCIIPrefix(b)
	if i == len(b) {
		return i, true
	}
	n = i
	for len(b)-i >= 8 {
		n += leads(binary.LittleEndian.Uint64(b[i:]))
		i += 8
	}
	for ; i < len(b); i++ {
		if b[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n, false
}

// RuneLen returns the number of bytes r takes. Values outside U+0000..U+10FFFF
// take the three bytes of U+FFFD.
func RuneLen(r rune) int {
	switch {
	case uint32(r) < 0x80:
		return 1
	case uint32(r) < 0x800:
		return 2
	case uint32(r) < 0x10000 || uint32(r) > MaxRune:
		return 3
	}
	return 4
}

// AppendRune appends the encoding of r, which may be a surrogate. Values outside
// U+0000..U+10FFFF become U+FFFD.
func AppendRune(b []byte, r rune) []byte {
	switch u := uint32(r); {
	case u < 0x80:
		return append(b, byte(u))
	case u < 0x800:
		return append(b, 0xC0|byte(u>>6), 0x80|byte(u&0x3F))
	case u < 0x10000:
		return append(b, 0xE0|byte(u>>12), 0x80|byte(u>>6&0x3F), 0x80|byte(u&0x3F))
	case u <= MaxRune:
		return append(b, 0xF0|byte(u>>18), 0x80|byte(u>>12&0x3F), 0x80|byte(u>>6&0x3F), 0x80|byte(u&0x3F))
	}
	return append(b, 0xEF, 0xBF, 0xBD)
}

// EncodeRune returns the string that holds the one code point r.
func EncodeRune(r rune) string {
	var a [MaxLen]byte
	return string(AppendRune(a[:0], r))
}

// IsSurrogate reports whether r is a surrogate, U+D800..U+DFFF.
func IsSurrogate(r rune) bool { return uint32(r)-0xD800 < 0x800 }

// DecodeRune returns the first code point of s and its length in bytes:
// (RuneError, 0) for the empty string, (RuneError, 1) for a malformed start.
func DecodeRune(s string) (r rune, size int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < 0x80 {
		return rune(c), 1
	}
	return decodeMulti(s)
}

// DecodeRuneAt decodes the code point that starts at byte offset i; beyond the
// end it returns (RuneError, 0).
func DecodeRuneAt(s string, i int) (r rune, size int) {
	if uint(i) >= uint(len(s)) {
		return RuneError, 0
	}
	if c := s[i]; c < 0x80 {
		return rune(c), 1
	}
	return decodeMulti(s[i:])
}

func decodeMulti(s string) (rune, int) {
	c := s[0]
	switch {
	case c < 0xC2:
	case c < 0xE0:
		if len(s) >= 2 && s[1]&0xC0 == 0x80 {
			return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
		}
	case c < 0xF0:
		if len(s) >= 3 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
			r := rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F)
			if r >= 0x800 {
				return r, 3
			}
		}
	case c < 0xF5:
		if len(s) >= 4 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 && s[3]&0xC0 == 0x80 {
			r := rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F)
			if r >= 0x10000 && r <= MaxRune {
				return r, 4
			}
		}
	}
	return RuneError, 1
}

// DecodeLastRune returns the last code point of s and its length in bytes, with
// the same conventions as DecodeRune.
func DecodeLastRune(s string) (r rune, size int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	if c := s[n-1]; c < 0x80 {
		return rune(c), 1
	}
	for i := n - 1; i >= 0 && i >= n-MaxLen; i-- {
		if s[i]&0xC0 != 0x80 {
			if r, size = DecodeRune(s[i:]); size == n-i {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// ByteOffset returns the byte offset of code point n of s. An n at or beyond the
// number of code points gives len(s); a negative n gives 0.
func ByteOffset(s string, n int) int {
	if n <= 0 {
		return 0
	}
	b := bytesOf(s)
	i := 0
	for len(b)-i >= 8 {
		k := leads(binary.LittleEndian.Uint64(b[i:]))
		if k > n {
			break
		}
		n -= k
		i += 8
	}
	// n code points are still to be passed; the next lead byte starts the first
	// of them unless n is 0, when it is the answer.
	for ; i < len(b); i++ {
		if b[i]&0xC0 != 0x80 {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return len(b)
}

// RuneOffset returns how many code points start before byte offset off.
func RuneOffset(s string, off int) int {
	if off <= 0 {
		return 0
	}
	if off > len(s) {
		off = len(s)
	}
	n, _ := CountRunes(s[:off])
	return n
}

// Slice returns code points i..j of s (0 <= i <= j; both are clipped).
func Slice(s string, i, j int) string {
	if j <= i {
		return ""
	}
	s = s[ByteOffset(s, i):]
	return s[:ByteOffset(s, j-max(i, 0))]
}

// Valid reports whether s is well formed: shortest-form UTF-8, surrogates
// allowed anywhere.
func Valid(s string) bool {
	i := ASCIIPrefix(bytesOf(s))
	for i < len(s) {
		if s[i] < 0x80 {
			i++
			continue
		}
		_, n := decodeMulti(s[i:])
		if n == 1 {
			return false
		}
		i += n
	}
	return true
}

// IndexSurrogate returns the byte offset of the first surrogate in s at or after
// byte offset from, or -1. A string without surrogates is plain UTF-8.
func IndexSurrogate(s string, from int) int {
	for i := max(from, 0); i < len(s); i++ {
		k := strings.IndexByte(s[i:], 0xED)
		if k < 0 {
			return -1
		}
		i += k
		if i+1 < len(s) && s[i+1] >= 0xA0 {
			return i
		}
	}
	return -1
}

// HasSurrogates reports whether s contains a surrogate code point.
func HasSurrogates(s string) bool { return IndexSurrogate(s, 0) >= 0 }

// MaxCodePoint returns an upper class of the highest code point in s: 0x7F, 0xFF,
// 0xFFFF or 0x10FFFF, the classes CPython chooses its storage width by.
func MaxCodePoint(s string) rune {
	class := rune(0x7F)
	for i := ASCIIPrefix(bytesOf(s)); i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xF0:
			return MaxRune
		case c >= 0xC4:
			class = 0xFFFF
		case c >= 0xC2 && class < 0xFF:
			class = 0xFF
		}
	}
	return class
}

// ToRunes returns the code points of s.
func ToRunes(s string) []rune {
	n, ascii := CountRunes(s)
	out := make([]rune, 0, n)
	if ascii {
		out = out[:n]
		for i := range out {
			out[i] = rune(s[i])
		}
		return out
	}
	for i := 0; i < len(s); {
		r, w := DecodeRuneAt(s, i)
		out = append(out, r)
		i += w
	}
	return out
}

// FromRunes returns the string of the given code points (see AppendRune).
func FromRunes(rs []rune) string {
	n := 0
	for _, r := range rs {
		n += RuneLen(r)
	}
	b := make([]byte, 0, n)
	for _, r := range rs {
		b = AppendRune(b, r)
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Runes iterates over s as pairs of byte offset and code point, for
// "for i, r := range wtf8.Runes(s)".
func Runes(s string) func(yield func(int, rune) bool) {
	return func(yield func(int, rune) bool) {
		for i := 0; i < len(s); {
			r, w := DecodeRuneAt(s, i)
			if !yield(i, r) {
				return
			}
			i += w
		}
	}
}

// Compare orders a and b by code points: -1, 0 or 1. In this encoding that is
// the order of the bytes.
func Compare(a, b string) int {
	switch {
	case a == b:
		return 0
	case a < b:
		return -1
	}
	return 1
}
