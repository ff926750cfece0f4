package inflate

// Blocks and their codes.

const (
	maxCode   = 15 // bits of the longest code
	fastBits  = 10 // bits that the table looks up at once
	endSymbol = 256
)

// huffman is a prefix code. table gives symbol<<4|bits for the next fastBits
// bits of the input, 0 where the code is longer; then count and symbol, the
// canonical description, are walked bit by bit.
type huffman struct {
	table  []uint16
	count  [maxCode + 1]uint16
	symbol [288]uint16
}

// build makes the code with the given sizes. It tells how many codes are
// missing: positive for an incomplete set, negative for one with too many.
func (h *huffman) build(sizes []byte) int {
	h.count = [maxCode + 1]uint16{}
	for _, n := range sizes {
		h.count[n]++
	}
	left := 1
	for n := 1; n <= maxCode; n++ {
		left = left<<1 - int(h.count[n])
		if left < 0 {
			return left
		}
	}
	var next [maxCode + 2]uint16
	for n := 1; n <= maxCode; n++ {
		next[n+1] = next[n] + h.count[n]
	}
	at := next
	for sym, n := range sizes {
		if n != 0 {
			h.symbol[at[n]] = uint16(sym)
			at[n]++
		}
	}
	if h.table == nil {
		h.table = make([]uint16, 1<<fastBits)
	} else {
		clear(h.table)
	}
	code, i := 0, 0
	for n := 1; n <= fastBits; n++ {
		for range h.count[n] {
			// The input has the bits of a code in reverse.
			rev := 0
			for b := range n {
				rev |= code >> b & 1 << (n - 1 - b)
			}
			for k := rev; k < 1<<fastBits; k += 1 << n {
				h.table[k] = h.symbol[i]<<4 | uint16(n)
			}
			code++
			i++
		}
		code <<= 1
	}
	return left
}

// slow decodes a code that is longer than the table's bits; n is 0 when there
// are not enough bits, negative when there is no such code.
func (h *huffman) slow(hold uint64, have uint) (sym int, n int) {
	code, first, index := 0, 0, 0
	for k := 1; k <= maxCode; k++ {
		if uint(k) > have {
			return 0, 0
		}
		code |= int(hold & 1)
		hold >>= 1
		count := int(h.count[k])
		if code-first < count {
			return int(h.symbol[index+code-first]), k
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return 0, -1
}

// decode looks at the next symbol without taking it.
func (h *huffman) decode(hold uint64, have uint) (sym int, n int) {
	if e := h.table[hold&(1<<fastBits-1)]; e != 0 {
		if n := uint(e & 15); n <= have {
			return int(e >> 4), int(n)
		}
		return 0, 0
	}
	return h.slow(hold, have)
}

// Lengths and distances: the smallest value of each symbol and its extra bits.
var (
	lengthBase  = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase    = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distExtra   = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	sizeOrder   = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// endBlock goes to what comes after a block.
func (r *Reader) endBlock() {
	r.stage = blockHead
	if r.last {
		r.stage = trailer
		r.drop(r.nhold & 7)
	}
}

func (r *Reader) block(s *source) (more bool, err error) {
	switch r.stage {
	case blockHead:
		if !r.want(s, 3) {
			return false, nil
		}
		r.last = r.drop(1) == 1
		switch r.drop(2) {
		case 0:
			r.drop(r.nhold & 7)
			r.stage = storedLen
		case 1:
			r.fixed()
			r.stage = symbols
		case 2:
			r.stage = tableSizes
		default:
			return false, DataError("invalid block type")
		}
	case storedLen:
		if !r.want(s, 32) {
			return false, nil
		}
		n := r.drop(16)
		if r.drop(16) != n^0xffff {
			return false, DataError("invalid stored block lengths")
		}
		r.left, r.stage = int(n), stored
	case tableSizes:
		if !r.want(s, 14) {
			return false, nil
		}
		r.nlit, r.noff, r.nlen, r.have = int(r.drop(5))+257, int(r.drop(5))+1, int(r.drop(4))+4, 0
		if r.nlit > 286 || r.noff > 30 {
			return false, DataError("too many length or distance symbols")
		}
		clear(r.sizes[:19])
		r.stage = codeSizes
	case codeSizes:
		for ; r.have < r.nlen; r.have++ {
			if !r.want(s, 3) {
				return false, nil
			}
			r.sizes[sizeOrder[r.have]] = byte(r.drop(3))
		}
		r.litFixed = false
		if left := r.lit.build(r.sizes[:19]); left != 0 {
			return false, DataError("invalid code lengths set")
		}
		r.have, r.stage = 0, lengths
	case lengths:
		return r.lengths(s)
	}
	return true, nil
}

// lengths reads the sizes of the codes of a block, which are coded themselves.
func (r *Reader) lengths(s *source) (more bool, err error) {
	for r.have < r.nlit+r.noff {
		r.fill(s)
		sym, n := r.lit.decode(r.hold, r.nhold)
		switch {
		case n == 0:
			return false, nil
		case n < 0:
			return false, DataError("invalid code lengths set")
		case sym < 16:
			r.drop(uint(n))
			r.sizes[r.have] = byte(sym)
			r.have++
			continue
		}
		extra, base, size := uint(2), 3, byte(0)
		switch sym {
		case 16:
			if r.have > 0 {
				size = r.sizes[r.have-1]
			}
		case 17:
			extra = 3
		default:
			extra, base = 7, 11
		}
		if r.nhold < uint(n)+extra {
			return false, nil
		}
		r.drop(uint(n))
		base += int(r.drop(extra))
		if sym == 16 && r.have == 0 || r.have+base > r.nlit+r.noff {
			return false, DataError("invalid bit length repeat")
		}
		for range base {
			r.sizes[r.have] = size
			r.have++
		}
	}
	switch {
	case r.sizes[endSymbol] == 0:
		return false, DataError("invalid code -- missing end-of-block")
	case !usable(&r.lit, r.sizes[:r.nlit]):
		return false, DataError("invalid literal/lengths set")
	case !usable(&r.off, r.sizes[r.nlit:r.nlit+r.noff]):
		return false, DataError("invalid distances set")
	}
	r.stage = symbols
	return true, nil
}

// usable builds a code. One with a single symbol of one bit may be incomplete,
// and so may one without any.
func usable(h *huffman, sizes []byte) bool {
	left := h.build(sizes)
	used := len(sizes) - int(h.count[0])
	return left == 0 || left > 0 && (used == 0 || used == 1 && h.count[1] == 1)
}

// fixed sets up the codes that need no description.
func (r *Reader) fixed() {
	if r.litFixed {
		return
	}
	var sizes [288]byte
	for i := range sizes {
		switch {
		case i < 144:
			sizes[i] = 8
		case i < 256:
			sizes[i] = 9
		case i < 280:
			sizes[i] = 7
		default:
			sizes[i] = 8
		}
	}
	r.lit.build(sizes[:])
	for i := range 30 {
		sizes[i] = 5
	}
	r.off.build(sizes[:30])
	r.litFixed = true
}

func (r *Reader) stored(s *source) bool {
	for ; r.left > 0 && r.nhold >= 8; r.left-- {
		if len(r.buf) >= r.limit {
			return false
		}
		r.buf = append(r.buf, byte(r.drop(8)))
	}
	n := min(r.left, len(s.in)-s.pos, r.limit-len(r.buf))
	r.buf = append(r.buf, s.in[s.pos:s.pos+n]...)
	s.pos += n
	if r.left -= n; r.left > 0 {
		return false
	}
	r.endBlock()
	return true
}

// symbols decodes literals and matches. A symbol is taken only when all its bits
// are there.
func (r *Reader) symbols(s *source) (more bool, err error) {
	for {
		if r.stage == copying {
			if !r.match() {
				return false, nil
			}
			r.stage = symbols
		}
		if r.nhold < 48 {
			r.fill(s)
		}
		sym, n := r.lit.decode(r.hold, r.nhold)
		switch {
		case n == 0:
			return false, nil
		case n < 0:
			return false, DataError("invalid literal/length code")
		case sym < endSymbol:
			if len(r.buf) >= r.limit {
				return false, nil
			}
			r.hold >>= uint(n)
			r.nhold -= uint(n)
			r.buf = append(r.buf, byte(sym))
			continue
		case sym == endSymbol:
			r.drop(uint(n))
			r.endBlock()
			return true, nil
		case sym > 285:
			return false, DataError("invalid literal/length code")
		}
		if len(r.buf) >= r.limit {
			return false, nil
		}
		extra := uint(lengthExtra[sym-257])
		used := uint(n) + extra
		if used > r.nhold {
			return false, nil
		}
		length := int(lengthBase[sym-257]) + int(r.hold>>uint(n)&(1<<extra-1))
		dsym, dn := r.off.decode(r.hold>>used, r.nhold-used)
		switch {
		case dn == 0:
			return false, nil
		case dn < 0 || dsym > 29:
			return false, DataError("invalid distance code")
		}
		used += uint(dn)
		extra = uint(distExtra[dsym])
		if used+extra > r.nhold {
			return false, nil
		}
		dist := int(distBase[dsym]) + int(r.hold>>used&(1<<extra-1))
		used += extra
		r.hold >>= used
		r.nhold -= used
		if dist > len(r.buf) {
			return false, DataError("invalid distance too far back")
		}
		r.left, r.dist, r.stage = length, dist, copying
	}
}

// match copies what is left of a match, as far as the limit allows.
func (r *Reader) match() bool {
	n := min(r.left, r.limit-len(r.buf))
	r.left -= n
	at := len(r.buf) - r.dist
	if r.dist >= n {
		r.buf = append(r.buf, r.buf[at:at+n]...)
	} else {
		for ; n > 0; n-- {
			r.buf = append(r.buf, r.buf[at])
			at++
		}
	}
	return r.left == 0
}
