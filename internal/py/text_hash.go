package py

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"sync"

	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// The hashes of str and bytes. Usually they differ from run to run and are
// maphash's, which is fastest. With a seed (PYTHONHASHSEED) they are SipHash-1-3
// with the keys that CPython derives from it, so that they are stable and
// CPython's own. All of a process's interpreters share one choice, as they
// share interned strings, which know their hash.

// textHasher is how this process hashes text. It is chosen before the first
// text is hashed: by the first interpreter.
var textHasher = struct {
	once   sync.Once
	fixed  bool
	random bool // chosen not to be fixed
	k0, k1 uint64
	seed   maphash.Seed
}{seed: maphash.MakeSeed()}

// chooseTextHash takes a seed for the process's hashes, nil for a random one.
// Only the first call counts.
func chooseTextHash(seed *uint32) {
	textHasher.once.Do(func() {
		if seed == nil {
			textHasher.random = true
			return
		}
		textHasher.fixed = true
		textHasher.k0, textHasher.k1 = hashKeys(*seed)
	})
}

// hashKeys stretches a seed to the keys of SipHash; zero means zero keys.
func hashKeys(seed uint32) (k0, k1 uint64) {
	if seed == 0 {
		return 0, 0
	}
	var b [16]byte
	x := seed
	for i := range b {
		x = x*214013 + 2531011
		b[i] = byte(x >> 16)
	}
	return binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint64(b[8:])
}

// hashBytes is the hash of bytes, which an ASCII str shares; never 0 for a
// non-empty text, never the int64 -1.
func hashBytes(text string) uint64 {
	if text == "" {
		return 0
	}
	if textHasher.fixed {
		return hashWord(sipHash13(textHasher.k0, textHasher.k1, text))
	}
	return hashWord(maphash.String(textHasher.seed, text))
}

// hashWord keeps a hash off the values that mean something else.
func hashWord(h uint64) uint64 {
	switch h {
	case 0:
		return 0x9e3779b97f4a7c15
	case ^uint64(0):
		return ^uint64(1)
	}
	return h
}

// hashText is the hash of a str. A seeded one hashes code points in units as
// wide as the widest needs, as CPython stores them.
func hashText(s *Str) uint64 {
	if !textHasher.fixed || s.ASCII() {
		return hashBytes(s.s)
	}
	units := make([]rune, 0, s.n)
	widest := rune(0)
	for i := 0; i < len(s.s); {
		r, n := wtf8.DecodeRune(s.s[i:])
		units = append(units, r)
		widest = max(widest, r)
		i += n
	}
	var b []byte
	for _, r := range units {
		switch {
		case widest < 0x100:
			b = append(b, byte(r))
		case widest < 0x10000:
			b = binary.LittleEndian.AppendUint16(b, uint16(r))
		default:
			b = binary.LittleEndian.AppendUint32(b, uint32(r))
		}
	}
	return hashBytes(asString(b))
}

// sipHash13 is SipHash with one round for each word and three at the end.
func sipHash13(k0, k1 uint64, text string) uint64 {
	v0, v1 := k0^0x736f6d6570736575, k1^0x646f72616e646f6d
	v2, v3 := k0^0x6c7967656e657261, k1^0x7465646279746573
	round := func() {
		v0 += v1
		v2 += v3
		v1 = bits.RotateLeft64(v1, 13) ^ v0
		v3 = bits.RotateLeft64(v3, 16) ^ v2
		v0 = bits.RotateLeft64(v0, 32)
		v2 += v1
		v0 += v3
		v1 = bits.RotateLeft64(v1, 17) ^ v2
		v3 = bits.RotateLeft64(v3, 21) ^ v0
		v2 = bits.RotateLeft64(v2, 32)
	}
	word := func(m uint64) {
		v3 ^= m
		round()
		v0 ^= m
	}
	last := uint64(len(text)) << 56
	for ; len(text) >= 8; text = text[8:] {
		word(uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
			uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56)
	}
	for i := range len(text) {
		last |= uint64(text[i]) << (8 * i)
	}
	word(last)
	v2 ^= 0xff
	round()
	round()
	round()
	return v0 ^ v1 ^ v2 ^ v3
}
