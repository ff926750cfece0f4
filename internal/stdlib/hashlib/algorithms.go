// Package hashlib is the hash modules: _md5, _sha1, _sha2, _sha3 and _hashlib.
package hashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"hash"
	"strings"

	"golang.org/x/crypto/ripemd160" //lint:ignore SA1019 programs that ask for it have old data

	"github.com/coachwhip/coachwhip/internal/stdlib/blake2"
)

// state is a hash computation under way.
type state interface {
	Write(p []byte) (int, error)
	// clone returns an independent copy.
	clone() state
	// sum returns the digest, of n bytes where the algorithm lets one choose.
	sum(n int) []byte
}

// algorithm describes a hash function.
type algorithm struct {
	name        string // as Python's name attribute shows it
	size, block int    // size is 0 for a function of any output length
	suffix      byte   // of the SHA-3 family: the bits put before the padding
	start       func() state
	std         func() hash.Hash // for HMAC; nil where there is no fixed size
}

func (a *algorithm) xof() bool { return a.size == 0 }

// stdState is a hash of the standard library.
type stdState struct{ h hash.Hash }

func (s stdState) Write(p []byte) (int, error) { return s.h.Write(p) }
func (s stdState) sum(int) []byte              { return s.h.Sum(nil) }
func (s stdState) clone() state {
	if c, ok := s.h.(hash.Cloner); ok {
		if h, err := c.Clone(); err == nil {
			return stdState{h}
		}
	}
	return nil
}

// shakeState is SHAKE128 or SHAKE256.
type shakeState struct {
	s   *sha3.SHAKE
	new func() *sha3.SHAKE
}

func (s shakeState) Write(p []byte) (int, error) { return s.s.Write(p) }

func (s shakeState) copy() shakeState {
	b, err := s.s.MarshalBinary()
	c := s.new()
	if err == nil {
		err = c.UnmarshalBinary(b)
	}
	if err != nil {
		panic(err) // the format is the package's own
	}
	return shakeState{c, s.new}
}

func (s shakeState) clone() state { return s.copy() }

func (s shakeState) sum(n int) []byte {
	out := make([]byte, n)
	s.copy().s.Read(out) // never fails
	return out
}

// replayState keeps what was written, for functions whose state cannot be copied.
type replayState struct {
	data []byte
	new  func() hash.Hash
}

func (s *replayState) Write(p []byte) (int, error) {
	s.data = append(s.data, p...)
	return len(p), nil
}

func (s *replayState) clone() state {
	return &replayState{append([]byte(nil), s.data...), s.new}
}

func (s *replayState) sum(int) []byte {
	h := s.new()
	h.Write(s.data)
	return h.Sum(nil)
}

// pairState is md5-sha1: both digests in a row.
type pairState struct{ a, b stdState }

func (s pairState) Write(p []byte) (int, error) {
	s.a.Write(p)
	return s.b.Write(p)
}
func (s pairState) clone() state   { return pairState{s.a.clone().(stdState), s.b.clone().(stdState)} }
func (s pairState) sum(int) []byte { return append(s.a.sum(0), s.b.sum(0)...) }

// blakeState is BLAKE2 without parameters.
type blakeState struct{ h *blake2.Hash }

func (s blakeState) Write(p []byte) (int, error) { return s.h.Write(p) }
func (s blakeState) clone() state                { return blakeState{s.h.Clone()} }
func (s blakeState) sum(int) []byte              { return s.h.Sum() }

func std(name string, size, block int, f func() hash.Hash) *algorithm {
	return &algorithm{name: name, size: size, block: block, start: func() state { return stdState{f()} }, std: f}
}

func sha3Of(name string, size, block int, f func() *sha3.SHA3) *algorithm {
	a := std(name, size, block, func() hash.Hash { return f() })
	a.suffix = 6
	return a
}

func shake(name string, block int, f func() *sha3.SHAKE) *algorithm {
	return &algorithm{name: name, block: block, suffix: 0x1f, start: func() state { return shakeState{f(), f} }}
}

func blake(name string, size, block int, big bool) *algorithm {
	return &algorithm{name: name, size: size, block: block, start: func() state {
		return blakeState{blake2.New(big, blake2.Params{Size: size, Fanout: 1, Depth: 1})}
	}}
}

var (
	algMD5       = std("md5", md5.Size, md5.BlockSize, md5.New)
	algSHA1      = std("sha1", sha1.Size, sha1.BlockSize, sha1.New)
	algSHA224    = std("sha224", sha256.Size224, sha256.BlockSize, sha256.New224)
	algSHA256    = std("sha256", sha256.Size, sha256.BlockSize, sha256.New)
	algSHA384    = std("sha384", sha512.Size384, sha512.BlockSize, sha512.New384)
	algSHA512    = std("sha512", sha512.Size, sha512.BlockSize, sha512.New)
	algSHA512224 = std("sha512_224", sha512.Size224, sha512.BlockSize, sha512.New512_224)
	algSHA512256 = std("sha512_256", sha512.Size256, sha512.BlockSize, sha512.New512_256)
	algSHA3224   = sha3Of("sha3_224", 28, 144, sha3.New224)
	algSHA3256   = sha3Of("sha3_256", 32, 136, sha3.New256)
	algSHA3384   = sha3Of("sha3_384", 48, 104, sha3.New384)
	algSHA3512   = sha3Of("sha3_512", 64, 72, sha3.New512)
	algShake128  = shake("shake_128", 168, sha3.NewSHAKE128)
	algShake256  = shake("shake_256", 136, sha3.NewSHAKE256)
	algBlake2b   = blake("blake2b", 64, 128, true)
	algBlake2s   = blake("blake2s", 32, 64, false)
	algMD5SHA1   = &algorithm{name: "md5-sha1", size: 36, block: 64, start: func() state {
		return pairState{stdState{md5.New()}, stdState{sha1.New()}}
	}}
	algRIPEMD = &algorithm{name: "ripemd160", size: 20, block: 64, start: func() state { return &replayState{new: ripemd160.New} }, std: ripemd160.New}
)

// algorithms are those that _hashlib knows.
var algorithms = []*algorithm{algMD5, algSHA1, algSHA224, algSHA256, algSHA384, algSHA512, algSHA512224, algSHA512256,
	algSHA3224, algSHA3256, algSHA3384, algSHA3512, algShake128, algShake256, algBlake2b, algBlake2s, algMD5SHA1, algRIPEMD}

// byName finds an algorithm by a name in Python's or OpenSSL's spelling.
func byName(name string) *algorithm {
	n := strings.ReplaceAll(strings.ToLower(name), "-", "_")
	n = strings.ReplaceAll(n, "/", "_")
	switch n {
	case "md5_sha1":
		n = "md5-sha1"
	case "sha_1", "ssl3_sha1":
		n = "sha1"
	case "sha2_224", "sha2_256", "sha2_384", "sha2_512", "sha_224", "sha_256", "sha_384", "sha_512":
		n = "sha" + n[len(n)-3:]
	case "sha2_512_224", "sha2_512_256":
		n = "sha" + n[5:]
	case "shake128", "shake256":
		n = "shake_" + n[5:]
	case "blake2b512":
		n = "blake2b"
	case "blake2s256":
		n = "blake2s"
	case "ripemd", "rmd160", "ripemd_160":
		n = "ripemd160"
	}
	for _, a := range algorithms {
		if a.name == n {
			return a
		}
	}
	return nil
}
