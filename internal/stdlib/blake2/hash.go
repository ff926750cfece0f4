// Package blake2 is _blake2: BLAKE2b and BLAKE2s with all their parameters
// (RFC 7693 and the BLAKE2 paper).
package blake2

import (
	"encoding/binary"
	"math/bits"
)

// Params are the parameters of a BLAKE2 hash. The caller has checked their ranges.
type Params struct {
	Size                 int // of the digest, in bytes
	Key, Salt, Person    []byte
	Fanout, Depth        int
	LeafSize             uint32
	NodeOffset           uint64
	NodeDepth, InnerSize int
	LastNode             bool
}

var sigma = [10][16]uint8{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

var ivB = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

var ivS = [8]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}

// Hash is a BLAKE2 computation: BLAKE2b when big, else BLAKE2s.
type Hash struct {
	big      bool
	lastNode bool
	size     int
	b        [8]uint64
	s        [8]uint32
	count    uint64 // bytes compressed
	high     uint64 // the upper word of BLAKE2b's count
	buf      [128]byte
	n        int // bytes in buf
}

// New starts a hash.
func New(big bool, p Params) *Hash {
	h := &Hash{big: big, lastNode: p.LastNode, size: p.Size}
	var block [64]byte
	block[0], block[1], block[2], block[3] = byte(p.Size), byte(len(p.Key)), byte(p.Fanout), byte(p.Depth)
	binary.LittleEndian.PutUint32(block[4:], p.LeafSize)
	binary.LittleEndian.PutUint64(block[8:], p.NodeOffset)
	if big {
		block[16], block[17] = byte(p.NodeDepth), byte(p.InnerSize)
		copy(block[32:48], p.Salt)
		copy(block[48:64], p.Person)
		for i := range h.b {
			h.b[i] = ivB[i] ^ binary.LittleEndian.Uint64(block[8*i:])
		}
	} else {
		block[14], block[15] = byte(p.NodeDepth), byte(p.InnerSize)
		copy(block[16:24], p.Salt)
		copy(block[24:32], p.Person)
		for i := range h.s {
			h.s[i] = ivS[i] ^ binary.LittleEndian.Uint32(block[4*i:])
		}
	}
	if len(p.Key) > 0 {
		copy(h.buf[:], p.Key)
		h.n = h.blockSize()
	}
	return h
}

func (h *Hash) blockSize() int {
	if h.big {
		return 128
	}
	return 64
}

// Clone returns an independent copy.
func (h *Hash) Clone() *Hash {
	c := *h
	return &c
}

// Write adds data. The last full block is kept back: it may be the final one.
func (h *Hash) Write(p []byte) (int, error) {
	n := len(p)
	bs := h.blockSize()
	for len(p) > 0 {
		if h.n == bs {
			h.compress(h.buf[:bs], bs, false)
			h.n = 0
		}
		for h.n == 0 && len(p) > bs {
			h.compress(p[:bs], bs, false)
			p = p[bs:]
		}
		k := copy(h.buf[h.n:bs], p)
		h.n += k
		p = p[k:]
	}
	return n, nil
}

// Sum returns the digest of what was written so far.
func (h *Hash) Sum() []byte {
	c := *h
	bs := c.blockSize()
	clear(c.buf[c.n:])
	c.compress(c.buf[:bs], c.n, true)
	var out [64]byte
	if c.big {
		for i, w := range c.b {
			binary.LittleEndian.PutUint64(out[8*i:], w)
		}
	} else {
		for i, w := range c.s {
			binary.LittleEndian.PutUint32(out[4*i:], w)
		}
	}
	return append([]byte(nil), out[:c.size]...)
}

// compress takes in a block of which n bytes count.
func (h *Hash) compress(block []byte, n int, last bool) {
	h.count += uint64(n)
	if h.count < uint64(n) {
		h.high++
	}
	if h.big {
		h.compressB(block, last)
	} else {
		h.compressS(block, last)
	}
}

func (h *Hash) compressB(block []byte, last bool) {
	var m, v [16]uint64
	for i := range m {
		m[i] = binary.LittleEndian.Uint64(block[8*i:])
	}
	copy(v[:8], h.b[:])
	copy(v[8:], ivB[:])
	v[12] ^= h.count
	v[13] ^= h.high
	if last {
		v[14] = ^v[14]
		if h.lastNode {
			v[15] = ^v[15]
		}
	}
	g := func(a, b, c, d int, x, y uint64) {
		v[a] += v[b] + x
		v[d] = bits.RotateLeft64(v[d]^v[a], -32)
		v[c] += v[d]
		v[b] = bits.RotateLeft64(v[b]^v[c], -24)
		v[a] += v[b] + y
		v[d] = bits.RotateLeft64(v[d]^v[a], -16)
		v[c] += v[d]
		v[b] = bits.RotateLeft64(v[b]^v[c], -63)
	}
	const rounds = 12
	for r := 0; r < rounds; r++ {
		s := &sigma[r%10]
		g(0, 4, 8, 12, m[s[0]], m[s[1]])
		g(1, 5, 9, 13, m[s[2]], m[s[3]])
		g(2, 6, 10, 14, m[s[4]], m[s[5]])
		g(3, 7, 11, 15, m[s[6]], m[s[7]])
		g(0, 5, 10, 15, m[s[8]], m[s[9]])
		g(1, 6, 11, 12, m[s[10]], m[s[11]])
		g(2, 7, 8, 13, m[s[12]], m[s[13]])
		g(3, 4, 9, 14, m[s[14]], m[s[15]])
	}
	for i := range h.b {
		h.b[i] ^= v[i] ^ v[i+8]
	}
}

func (h *Hash) compressS(block []byte, last bool) {
	var m, v [16]uint32
	for i := range m {
		m[i] = binary.LittleEndian.Uint32(block[4*i:])
	}
	copy(v[:8], h.s[:])
	copy(v[8:], ivS[:])
	v[12] ^= uint32(h.count)
	v[13] ^= uint32(h.count >> 32)
	if last {
		v[14] = ^v[14]
		if h.lastNode {
			v[15] = ^v[15]
		}
	}
	g := func(a, b, c, d int, x, y uint32) {
		v[a] += v[b] + x
		v[d] = bits.RotateLeft32(v[d]^v[a], -16)
		v[c] += v[d]
		v[b] = bits.RotateLeft32(v[b]^v[c], -12)
		v[a] += v[b] + y
		v[d] = bits.RotateLeft32(v[d]^v[a], -8)
		v[c] += v[d]
		v[b] = bits.RotateLeft32(v[b]^v[c], -7)
	}
	const rounds = 10
	for r := 0; r < rounds; r++ {
		s := &sigma[r]
		g(0, 4, 8, 12, m[s[0]], m[s[1]])
		g(1, 5, 9, 13, m[s[2]], m[s[3]])
		g(2, 6, 10, 14, m[s[4]], m[s[5]])
		g(3, 7, 11, 15, m[s[6]], m[s[7]])
		g(0, 5, 10, 15, m[s[8]], m[s[9]])
		g(1, 6, 11, 12, m[s[10]], m[s[11]])
		g(2, 7, 8, 13, m[s[12]], m[s[13]])
		g(3, 4, 9, 14, m[s[14]], m[s[15]])
	}
	for i := range h.s {
		h.s[i] ^= v[i] ^ v[i+8]
	}
}
