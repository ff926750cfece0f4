// Package inflate decompresses deflate streams (RFC 1951) in the wrappers of
// zlib (RFC 1950) and gzip (RFC 1952). Unlike the readers of the libraries it is
// given its input in pieces, can stop when enough output is made, tells exactly
// where the stream ended, and can be copied in the middle of a stream.
package inflate

import (
	"errors"
	"hash/crc32"
	"math/bits"
)

// Wrapper is what stands around a deflate stream.
type Wrapper uint8

// The wrappers. Auto takes either of zlib and gzip.
const (
	Raw Wrapper = iota
	Zlib
	Gzip
	Auto
)

// ErrNeedDict says that the stream was made with a dictionary, which SetDict
// must give before the call is made again.
var ErrNeedDict = errors.New("inflate: dictionary needed")

// DataError is a fault in the stream; its text is that of the zlib library.
type DataError string

func (e DataError) Error() string { return string(e) }

const window = 1 << 15

// stage is the place in the stream.
type stage uint8

const (
	wrapper stage = iota
	gzFixed
	gzExtraLen
	gzExtra
	gzName
	gzComment
	gzHeaderCRC
	dictID
	needDict
	blockHead
	storedLen
	stored
	tableSizes
	codeSizes
	lengths
	symbols
	copying
	trailer
	gzLength
	done
)

// Reader is a decompressor. The zero value is not ready: use New.
type Reader struct {
	wrap    Wrapper
	gzip    bool // what the wrapper turned out to be
	maxBits int  // largest window that the zlib header may ask for
	stage   stage
	err     error

	hold  uint64 // bits taken from the input but not used
	nhold uint

	last       bool // in the last block
	left       int  // bytes of a stored block or of a match to come
	dist       int
	flags      byte // of the gzip header
	head       [10]byte
	nhead      int
	headCRC    uint32
	dictAdler  uint32
	sum        uint32 // running check value of the output
	total      uint32
	lit, off   huffman
	litFixed   bool
	nlit, noff int
	nlen, have int
	sizes      [320]byte

	// buf ends with the output of the current call; before that stands what of
	// the output before is within the window.
	buf   []byte
	start int
	limit int // length that buf may reach in this call
}

// New makes a decompressor. maxBits bounds the window that a zlib header may
// announce, 0 for any.
func New(w Wrapper, maxBits int) *Reader {
	r := &Reader{wrap: w, maxBits: maxBits, sum: 1}
	if maxBits == 0 {
		r.maxBits = 15
	}
	if w == Raw {
		r.stage = blockHead
	}
	return r
}

// Clone is an independent copy of r.
func (r *Reader) Clone() *Reader {
	c := *r
	c.buf = append([]byte(nil), r.buf...)
	c.lit.table = append([]uint16(nil), r.lit.table...)
	c.off.table = append([]uint16(nil), r.off.table...)
	return &c
}

// SetDict gives the dictionary: for a raw stream at its beginning, for a zlib
// stream when Decompress asked for it. It tells whether it is the right one.
func (r *Reader) SetDict(dict []byte) bool {
	switch {
	case r.stage == needDict:
		if Adler32(1, dict) != r.dictAdler {
			return false
		}
		r.stage, r.err = blockHead, nil
	case r.wrap != Raw:
		return false
	}
	r.buf = append(r.buf[:0], dict[max(0, len(dict)-window):]...)
	r.start = len(r.buf)
	return true
}

// Done tells whether the end of the stream was reached.
func (r *Reader) Done() bool { return r.stage == done }

// More tells whether there is output to be had without further input.
func (r *Reader) More() bool { return r.stage == copying || r.nhold >= 8 && r.stage != done }

// Decompress takes input and gives output, at most most bytes of it (negative:
// any number), with the input that was not used: because enough output is made,
// or because the stream is over. Without an error and with all input used, the
// stream goes on.
func (r *Reader) Decompress(in []byte, most int) (out, rest []byte, err error) {
	if r.err != nil && r.err != ErrNeedDict {
		return nil, in, r.err
	}
	r.start = len(r.buf)
	r.limit = int(^uint(0) >> 1)
	if most >= 0 {
		r.limit = r.start + most
	}
	s := source{in: in}
	r.err = r.run(&s)
	made := r.buf[r.start:]
	r.account(made)
	if r.err == nil && (r.stage == trailer || r.stage == gzLength || r.stage == done) {
		r.err = r.finish(&s)
	}
	rest = s.in[s.pos:]
	if r.stage == done && r.nhold >= 8 {
		// What was taken ahead is not the stream's.
		var ahead []byte
		for ; r.nhold >= 8; r.nhold -= 8 {
			ahead = append(ahead, byte(r.hold))
			r.hold >>= 8
		}
		if n := len(ahead); s.pos >= n {
			rest = s.in[s.pos-n:]
		} else {
			rest = append(ahead, rest...)
		}
		r.hold, r.nhold = 0, 0
	} else if r.stage != done && most >= 0 && len(r.buf) >= r.limit {
		n := min(int(r.nhold/8), s.pos)
		r.nhold -= uint(8 * n)
		r.hold &= 1<<r.nhold - 1
		rest = s.in[s.pos-n:]
	}
	out = r.take(made)
	return out, rest, r.err
}

// take hands the output over and keeps the window.
func (r *Reader) take(made []byte) []byte {
	const lend = 1 << 16 // from here on the memory itself is handed over
	keep := r.buf[max(0, len(r.buf)-window):]
	if r.stage == done {
		keep = nil
	}
	if len(made) >= lend {
		r.buf = append([]byte(nil), keep...)
		return made
	}
	out := append([]byte(nil), made...)
	r.buf = append(r.buf[:0], keep...)
	return out
}

func (r *Reader) account(made []byte) {
	switch {
	case r.wrap == Raw:
	case r.gzip:
		r.sum = crc32.Update(r.sum, crc32.IEEETable, made)
		r.total += uint32(len(made))
	default:
		r.sum = Adler32(r.sum, made)
	}
}

// source is the input of a call.
type source struct {
	in  []byte
	pos int
}

// fill takes bits ahead until there are 56, or the input is used up.
func (r *Reader) fill(s *source) {
	for r.nhold <= 56 && s.pos < len(s.in) {
		r.hold |= uint64(s.in[s.pos]) << r.nhold
		s.pos++
		r.nhold += 8
	}
}

// want makes sure of n bits, n <= 32.
func (r *Reader) want(s *source, n uint) bool {
	if r.nhold < n {
		r.fill(s)
	}
	return r.nhold >= n
}

func (r *Reader) drop(n uint) uint32 {
	v := uint32(r.hold & (1<<n - 1))
	r.hold >>= n
	r.nhold -= n
	return v
}

// octet takes a byte of a wrapper.
func (r *Reader) octet(s *source) (byte, bool) {
	if r.nhold >= 8 {
		return byte(r.drop(8)), true
	}
	if s.pos < len(s.in) {
		s.pos++
		return s.in[s.pos-1], true
	}
	return 0, false
}

// run goes on until the data is over, the input is used up or enough output is
// made. The wrapper's end is left to finish, which needs the check value.
func (r *Reader) run(s *source) error {
	for {
		var more bool
		var err error
		switch r.stage {
		case wrapper, gzFixed, gzExtraLen, gzExtra, gzName, gzComment, gzHeaderCRC, dictID:
			more, err = r.header(s)
		case needDict:
			return ErrNeedDict
		case blockHead, storedLen, tableSizes, codeSizes, lengths:
			more, err = r.block(s)
		case stored:
			more = r.stored(s)
		case symbols, copying:
			more, err = r.symbols(s)
		default:
			return nil
		}
		if err != nil || !more {
			return err
		}
	}
}

// collect gathers n bytes of a header in head.
func (r *Reader) collect(s *source, n int) bool {
	for r.nhead < n {
		b, ok := r.octet(s)
		if !ok {
			return false
		}
		r.head[r.nhead] = b
		r.nhead++
	}
	r.nhead = 0
	return true
}

// The flags of a gzip header.
const (
	gzHasCRC     = 2
	gzHasExtra   = 4
	gzHasName    = 8
	gzHasComment = 16
)

// skipText reads up to a zero byte.
func (r *Reader) skipText(s *source) bool {
	for {
		b, ok := r.octet(s)
		if !ok {
			return false
		}
		r.headCRC = crc32.Update(r.headCRC, crc32.IEEETable, []byte{b})
		if b == 0 {
			return true
		}
	}
}

func (r *Reader) header(s *source) (more bool, err error) {
	switch r.stage {
	case wrapper:
		if !r.collect(s, 2) {
			return false, nil
		}
		a, b := r.head[0], r.head[1]
		if a == 0x1f && b == 0x8b && r.wrap != Zlib {
			r.gzip, r.stage, r.nhead, r.sum = true, gzFixed, 2, 0
			return true, nil
		}
		switch {
		case r.wrap == Gzip || (uint(a)<<8|uint(b))%31 != 0:
			return false, DataError("incorrect header check")
		case a&15 != 8:
			return false, DataError("unknown compression method")
		case int(a>>4)+8 > r.maxBits:
			return false, DataError("invalid window size")
		}
		r.stage = blockHead
		if b&0x20 != 0 {
			r.stage = dictID
		}
	case dictID:
		if !r.collect(s, 4) {
			return false, nil
		}
		h := r.head
		r.dictAdler = uint32(h[0])<<24 | uint32(h[1])<<16 | uint32(h[2])<<8 | uint32(h[3])
		r.stage = needDict
	case gzFixed:
		if !r.collect(s, 10) {
			return false, nil
		}
		r.flags = r.head[3]
		switch {
		case r.head[2] != 8:
			return false, DataError("unknown compression method")
		case r.flags&0xe0 != 0:
			return false, DataError("unknown header flags set")
		}
		r.headCRC = crc32.ChecksumIEEE(r.head[:])
		r.stage = gzExtraLen
	case gzExtraLen:
		if r.flags&gzHasExtra != 0 {
			if !r.collect(s, 2) {
				return false, nil
			}
			r.headCRC = crc32.Update(r.headCRC, crc32.IEEETable, r.head[:2])
			r.left = int(r.head[0]) | int(r.head[1])<<8
		}
		r.stage = gzExtra
	case gzExtra:
		for ; r.left > 0; r.left-- {
			b, ok := r.octet(s)
			if !ok {
				return false, nil
			}
			r.headCRC = crc32.Update(r.headCRC, crc32.IEEETable, []byte{b})
		}
		r.stage = gzName
	case gzName:
		if r.flags&gzHasName != 0 && !r.skipText(s) {
			return false, nil
		}
		r.stage = gzComment
	case gzComment:
		if r.flags&gzHasComment != 0 && !r.skipText(s) {
			return false, nil
		}
		r.stage = gzHeaderCRC
	case gzHeaderCRC:
		if r.flags&gzHasCRC != 0 {
			if !r.collect(s, 2) {
				return false, nil
			}
			if uint32(r.head[0])|uint32(r.head[1])<<8 != r.headCRC&0xffff {
				return false, DataError("header crc mismatch")
			}
		}
		r.stage = blockHead
	}
	return true, nil
}

// finish checks the wrapper's end, when all output of the call is accounted for.
func (r *Reader) finish(s *source) error {
	for {
		switch {
		case r.stage == done:
			return nil
		case r.wrap == Raw:
			r.stage = done
		case r.stage == trailer:
			if !r.collect(s, 4) {
				return nil
			}
			h := r.head
			got := uint32(h[0])<<24 | uint32(h[1])<<16 | uint32(h[2])<<8 | uint32(h[3])
			if r.gzip {
				got = bits.ReverseBytes32(got)
			}
			if got != r.sum {
				return DataError("incorrect data check")
			}
			r.stage = done
			if r.gzip {
				r.stage = gzLength
			}
		case r.stage == gzLength:
			if !r.collect(s, 4) {
				return nil
			}
			h := r.head
			if uint32(h[0])|uint32(h[1])<<8|uint32(h[2])<<16|uint32(h[3])<<24 != r.total {
				return DataError("incorrect length check")
			}
			r.stage = done
		}
	}
}

// Adler32 continues a check value of RFC 1950 over more bytes.
func Adler32(sum uint32, p []byte) uint32 {
	const mod, run = 65521, 5552 // run: how many bytes fit before b overflows
	a, b := sum&0xffff, sum>>16
	for len(p) > 0 {
		q := p[:min(len(p), run)]
		p = p[len(q):]
		for _, x := range q {
			a += uint32(x)
			b += a
		}
		a %= mod
		b %= mod
	}
	return b<<16 | a
}
