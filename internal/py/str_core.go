package py

import (
	"sync/atomic"
	"unicode/utf8"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// Str is a str: WTF-8 text with its length in code points. It is immutable, so
// the lock word of an exact str serves as a mark: 1 on the interned str of its text.
type Str struct {
	Header
	hash  uint64 // 0: not computed
	s     string
	n     int                      // code points; equal to len(s) exactly when all are ASCII
	extra atomic.Pointer[strExtra] // made on demand
}

// strExtra is what few strings need: the index of a text that is not ASCII,
// and the buffer that the text is the beginning of (see concatStr).
type strExtra struct {
	index wtf8.Index
	tail  *strTail
}

// strTail is a buffer with room behind the text of a str. used is how much of
// it is taken: whoever moves it on owns the bytes in between.
type strTail struct {
	buf  []byte
	used atomic.Int64
}

// StrType is str.
var StrType = new(Type)

func asStr(v Value) *Str { return (*Str)(v.ptr()) }

// ToStr returns v as a str if it is one (subclasses included).
func ToStr(v Value) (*Str, bool) {
	if v.p != nil && v.p.typ.flags&FlagStrSubclass != 0 {
		return asStr(v), true
	}
	return nil, false
}

// Value returns the str as a value.
func (s *Str) Value() Value { return Value{&s.Header, 0} }

// String returns the text (WTF-8).
func (s *Str) String() string { return s.s }

// Len is the length in code points.
func (s *Str) Len() int { return s.n }

// ASCII tells whether all code points are ASCII, so that byte offsets are indexes.
func (s *Str) ASCII() bool { return s.n == len(s.s) }

// Sizes that fill Go's size classes.
type (
	str16 struct {
		Str
		buf [16]byte
	}
	str32 struct {
		Str
		buf [32]byte
	}
	str48 struct {
		Str
		buf [48]byte
	}
	str80 struct {
		Str
		buf [80]byte
	}
	str144 struct {
		Str
		buf [maxInlineStr]byte
	}
)

// maxInlineStr is the longest text that lies in one allocation with its header.
const maxInlineStr = 144

// NewStr makes a str from WTF-8 text, which it keeps.
func NewStr(text string) *Str {
	n, _ := wtf8.CountRunes(text)
	return newStrN(text, n)
}

// newStrN makes a str of n code points from text, which it keeps.
func newStrN(text string, n int) *Str {
	if len(text) <= 1 {
		if len(text) == 0 {
			return emptyStr
		}
		if text[0] < 0x80 {
			return &charStrs[text[0]]
		}
	}
	s := &Str{s: text, n: n}
	s.typ, s.shape = StrType, shStr
	return s
}

// newASCII makes a str from a text known to be ASCII, which it keeps.
func newASCII(text string) *Str { return newStrN(text, len(text)) }

// allocStr makes a str of n bytes and cp code points together with its bytes,
// which the caller fills in before anyone sees it.
func allocStr(n, cp int) (*Str, []byte) {
	var s *Str
	var b []byte
	switch {
	case n == 0:
		return emptyStr, nil
	case n <= 16:
		x := &str16{}
		s, b = &x.Str, x.buf[:n:n]
	case n <= 32:
		x := &str32{}
		s, b = &x.Str, x.buf[:n:n]
	case n <= 48:
		x := &str48{}
		s, b = &x.Str, x.buf[:n:n]
	case n <= 80:
		x := &str80{}
		s, b = &x.Str, x.buf[:n:n]
	case n <= maxInlineStr:
		x := &str144{}
		s, b = &x.Str, x.buf[:n:n]
	default:
		s, b = &Str{}, make([]byte, n)
	}
	s.typ, s.shape = StrType, shStr
	s.s, s.n = unsafe.String(&b[0], n), cp
	return s, b
}

// knownStr returns the only str of a text of one code point below 256, nil for
// any other text.
func knownStr(s string) *Str {
	switch {
	case len(s) == 1 && s[0] < 0x80:
		return &charStrs[s[0]]
	case len(s) == 2 && s[0]&^1 == 0xc2:
		return &charStrs[s[0]<<6|s[1]&0x3f]
	}
	return nil
}

// newStrCopy makes a str from bytes that the caller keeps.
func newStrCopy(b []byte, cp int) *Str {
	if s := knownStr(asString(b)); s != nil {
		return s
	}
	s, dst := allocStr(len(b), cp)
	copy(dst, b)
	return s
}

// concatStr joins two strings.
func concatStr(a, b *Str) *Str {
	if len(a.s) == 0 && b.shape == shStr {
		return b
	}
	if len(b.s) == 0 && a.shape == shStr {
		return a
	}
	if len(a.s) >= growTailFrom && len(b.s) <= len(a.s)/2 {
		return concatTail(a, b)
	}
	s, dst := allocStr(len(a.s)+len(b.s), a.n+b.n)
	copy(dst, a.s)
	copy(dst[len(a.s):], b.s)
	return s
}

// growTailFrom is the length from which concatenation leaves room for more.
const growTailFrom = 512

// concatTail appends a short text to a long one. The result has room behind
// its text, and so the next concatenation to it copies only what is added:
// "s += x" in a loop takes linear time although strings are immutable. Only
// one of several concatenations to the same str gets the room.
func concatTail(a, b *Str) *Str {
	n, m := len(a.s), len(a.s)+len(b.s)
	s := &Str{n: a.n + b.n}
	s.typ, s.shape = StrType, shStr
	if x := a.extra.Load(); x != nil && x.tail != nil && m <= len(x.tail.buf) &&
		x.tail.used.CompareAndSwap(int64(n), int64(m)) {
		copy(x.tail.buf[n:], b.s)
		s.s = unsafe.String(&x.tail.buf[0], m)
		s.extra.Store(&strExtra{tail: x.tail})
		return s
	}
	room := m
	if room > 1<<16 {
		room = m / 4
	}
	tail := &strTail{buf: make([]byte, m+room)}
	tail.used.Store(int64(m))
	copy(tail.buf, a.s)
	copy(tail.buf[n:], b.s)
	s.s = unsafe.String(&tail.buf[0], m)
	s.extra.Store(&strExtra{tail: tail})
	return s
}

var (
	emptyStr  = &Str{Header: Header{lock: 1}}
	charStrs  [256]Str // of one code point
	latinText = func() string {
		b := make([]byte, 0, 384)
		for r := range rune(256) {
			b = utf8.AppendRune(b, r)
		}
		return string(b)
	}()
)

// charStr is the str of one code point.
func charStr(r rune) *Str {
	if r >= 0 && int(r) < len(charStrs) {
		return &charStrs[r]
	}
	return newStrN(string(wtf8.AppendRune(nil, r)), 1)
}

// hashOf returns the hash of the text, computing it once. Two threads may both
// compute it; they store the same word.
func (s *Str) hashOf() uint64 {
	if h := atomic.LoadUint64(&s.hash); h != 0 {
		return h
	}
	h := hashText(s)
	atomic.StoreUint64(&s.hash, h)
	return h
}

// byteOffset returns the byte offset of code point i, 0 <= i <= n.
func (s *Str) byteOffset(i int) int {
	if s.ASCII() {
		return i
	}
	if i >= s.n {
		return len(s.s)
	}
	if i < 64 {
		return wtf8.ByteOffset(s.s, i)
	}
	return s.indexOf().ByteOffset(s.s, i)
}

// indexOf returns the index of a non-ASCII text, building it once.
func (s *Str) indexOf() wtf8.Index {
	old := s.extra.Load()
	if old != nil && old.index != nil {
		return old.index
	}
	x := &strExtra{index: wtf8.BuildIndexN(s.s, s.n)}
	if old != nil {
		x.tail = old.tail
	}
	s.extra.CompareAndSwap(old, x)
	return x.index
}

// runeAt returns code point i, 0 <= i < n.
func (s *Str) runeAt(i int) rune {
	if s.ASCII() {
		return rune(s.s[i])
	}
	r, _ := wtf8.DecodeRune(s.s[s.byteOffset(i):])
	return r
}

// substr returns code points i to j, 0 <= i <= j <= n.
func (s *Str) substr(i, j int) *Str {
	if i == 0 && j == s.n && s.shape == shStr {
		return s
	}
	if j-i == 1 {
		return charStr(s.runeAt(i))
	}
	return s.bytesAt(s.byteOffset(i), s.byteOffset(j), j-i)
}

// bytesAt returns the n code points in the bytes from a to b. A long text
// shares the memory of s unless that would keep much more of it alive.
func (s *Str) bytesAt(a, b, n int) *Str {
	if n <= 1 {
		if n == 0 {
			return emptyStr
		}
		if c := knownStr(s.s[a:b]); c != nil {
			return c
		}
	}
	if b-a == len(s.s) && s.shape == shStr {
		return s
	}
	if b-a <= maxInlineStr || len(s.s) > 1<<16 && (b-a)*4 < len(s.s) {
		r, dst := allocStr(b-a, n)
		copy(dst, s.s[a:b])
		return r
	}
	return newStrN(s.s[a:b], n)
}

// exactStr returns s as an exact str.
func exactStr(s *Str) *Str {
	if s.shape == shStr {
		return s
	}
	return newStrN(s.s, s.n)
}
