package py

import "github.com/coachwhip/coachwhip/internal/codec"

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

// MemoryViewOf is memoryview(v).
func (t *Thread) MemoryViewOf(v Value) (Value, *Exc) {
	m, err := t.NewMemoryView(v)
	if err != nil {
		return Value{}, err
	}
	return m.Value(), nil
}

// DecodeHandler returns the error handler for decoding of a name; nil is strict.
// What it raises comes out of CodecErr.
func (t *Thread) DecodeHandler(name string) codec.DecodeHandler { return t.decodeHandler(name) }

// EncodeHandler is DecodeHandler for encoding s.
func (t *Thread) EncodeHandler(name string, s *Str) codec.EncodeHandler {
	return t.encodeHandler(name, s)
}

// CodecErr makes an exception of an error of package codec. s is the text that
// was encoded, nil when decoding.
func (t *Thread) CodecErr(err error, s *Str) *Exc { return t.codecErr(err, s) }

// SetContext sets __context__, Context returns it; SetCause is "raise ... from".
func (e *Exc) SetContext(c *Exc) { setPointer(&e.context, c) }

// Context returns __context__, nil if there is none.
func (e *Exc) Context() *Exc { return loadPointer(&e.context) }

// SetCause sets __cause__ and suppresses the context.
func (e *Exc) SetCause(c *Exc) {
	setPointer(&e.cause, c)
	setPointer(&e.context, c)
	setFlag(&e.suppress, true)
}
