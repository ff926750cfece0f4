package wtf8

// indexStep is the distance, in code points, between two entries of an Index.
const indexStep = 64

// Index is a sampled table of byte offsets that makes indexing a non-ASCII string
// cheap: entry k is the byte offset of code point k*64. It belongs to the one
// string it was built for and is immutable, so goroutines may share it. A nil
// Index is valid and means "scan from the start".
type Index []uint32

// BuildIndex builds the table for s. Strings of 4 GiB and more get none; indexing
// them scans.
func BuildIndex(s string) Index {
	if uint64(len(s)) > 1<<32-1 {
		return nil
	}
	n, _ := CountRunes(s)
	return BuildIndexN(s, n)
}

// BuildIndexN is BuildIndex for a caller that knows the number of code points.
func BuildIndexN(s string, n int) Index {
	if uint64(len(s)) > 1<<32-1 || n <= 0 {
		return nil
	}
	ix := make(Index, 0, (n-1)/indexStep+1)
	for off := 0; off < len(s); off += ByteOffset(s[off:], indexStep) {
		ix = append(ix, uint32(off))
	}
	return ix
}

// ByteOffset is wtf8.ByteOffset(s, n) in about constant time.
func (ix Index) ByteOffset(s string, n int) int {
	if n <= 0 {
		return 0
	}
	k := n / indexStep
	if k >= len(ix) {
		if len(ix) == 0 {
			return ByteOffset(s, n)
		}
		k = len(ix) - 1
	}
	off := int(ix[k])
	return off + ByteOffset(s[off:], n-k*indexStep)
}

// RuneOffset is wtf8.RuneOffset(s, off) in logarithmic time.
func (ix Index) RuneOffset(s string, off int) int {
	if off <= 0 {
		return 0
	}
	off = min(off, len(s))
	lo, hi := 0, len(ix)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if int(ix[m]) <= off {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == 0 {
		return RuneOffset(s, off)
	}
	base := int(ix[lo-1])
	return (lo-1)*indexStep + RuneOffset(s[base:], off-base)
}

// RuneAt returns code point n of s, or RuneError when n is out of range.
func (ix Index) RuneAt(s string, n int) rune {
	r, _ := DecodeRuneAt(s, ix.ByteOffset(s, n))
	return r
}

// Slice is wtf8.Slice(s, i, j) in about constant time.
func (ix Index) Slice(s string, i, j int) string {
	if j <= i {
		return ""
	}
	a := ix.ByteOffset(s, i)
	if j-i <= indexStep {
		return s[a : a+ByteOffset(s[a:], j-max(i, 0))]
	}
	return s[a:ix.ByteOffset(s, j)]
}
