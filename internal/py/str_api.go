package py

// NewStrN makes a str from WTF-8 text of n code points, which it keeps.
func NewStrN(text string, n int) *Str { return newStrN(text, n) }

// NewStrCopy makes a str of n code points from WTF-8 bytes that the caller keeps.
func NewStrCopy(b []byte, n int) *Str {
	if len(b) == 0 {
		return emptyStr
	}
	return newStrCopy(b, n)
}

// Substr returns code points i to j, 0 <= i <= j <= Len.
func (s *Str) Substr(i, j int) *Str { return s.substr(i, j) }

// ByteOffset returns the offset of code point i in String, 0 <= i <= Len.
func (s *Str) ByteOffset(i int) int { return s.byteOffset(i) }

// RuneAt returns code point i, 0 <= i < Len.
func (s *Str) RuneAt(i int) rune { return s.runeAt(i) }
