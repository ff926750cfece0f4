package sre

import (
	"math/bits"
	"sync/atomic"
)

// A charSet decides whether one character belongs to a set. Characters below
// 256 are answered by a table made at compile time, with case folding already
// applied; the items behind it answer for the rest.
type charSet struct {
	tab   [lowChars]bool
	bits  bitmap // the same as tab
	high  bool   // some character from 256 upwards may belong
	fixed bool   // all characters from 256 upwards answer as high says
	fold  foldMode
	items []setItem

	// pages holds the answers for the characters below 65536, 256 a page, as
	// far as they were asked for.
	pages atomic.Pointer[[lowChars]atomic.Pointer[bitmap]]
}

type foldMode uint8

const (
	foldNone foldMode = iota
	foldASCII
	foldLocale
	foldUni
)

type itemKind uint8

const (
	itemRange itemKind = iota
	itemRangeUpper
	itemCategory
	itemBitmap
	itemBigBitmap
	itemSet
	itemNegate
)

type setItem struct {
	kind   itemKind
	cat    uint8
	lo, hi uint32
	set    *charSet // itemSet: whatever that set holds
	words  []uint32 // itemBitmap: 8 words; itemBigBitmap: 64 words of page numbers, then 8 words a page
}

const (
	bitmapWords = lowChars / 32 // words of one 256-bit map
	bigMapWords = lowChars / 4  // words of the page numbers of a big charset
)

// bitmap is a set of characters below 256.
type bitmap [lowChars / 64]uint64

func (b *bitmap) set(c uint32)         { b[c/64] |= 1 << (c % 64) }
func (b *bitmap) has(c uint32) bool    { return b[c/64]>>(c%64)&1 != 0 }
func (b *bitmap) meets(o *bitmap) bool { return b[0]&o[0]|b[1]&o[1]|b[2]&o[2]|b[3]&o[3] != 0 }
func (b *bitmap) full() bool           { return b[0]&b[1]&b[2]&b[3] == 1<<64-1 }
func (b *bitmap) add(o *bitmap)        { b[0] |= o[0]; b[1] |= o[1]; b[2] |= o[2]; b[3] |= o[3] }
func (b *bitmap) invert()              { b[0], b[1], b[2], b[3] = ^b[0], ^b[1], ^b[2], ^b[3] }
func (b *bitmap) table() *[lowChars]bool {
	t := new([lowChars]bool)
	for c := range t {
		t[c] = b.has(uint32(c))
	}
	return t
}

// only returns the one character in the set, or -1.
func (b *bitmap) only() int {
	found := -1
	for i, w := range b {
		if w == 0 {
			continue
		}
		if found >= 0 || w&(w-1) != 0 {
			return -1
		}
		found = i*64 + bits.TrailingZeros64(w)
	}
	return found
}

func bitWord(words []uint32, bit uint32) bool { return words[bit/32]>>(bit%32)&1 != 0 }

// contains evaluates the items for an already folded character: the first
// item that holds c decides, and every NEGATE flips what a hit means.
func (cs *charSet) contains(c uint32) bool {
	in := true
	for i := range cs.items {
		it := &cs.items[i]
		hit := false
		switch it.kind {
		case itemRange:
			hit = it.lo <= c && c <= it.hi
		case itemRangeUpper:
			hit = it.lo <= c && c <= it.hi
			if !hit {
				u := upperUni(c)
				hit = it.lo <= u && u <= it.hi
			}
		case itemCategory:
			hit = inCategory(it.cat, c)
		case itemBitmap:
			hit = c < lowChars && bitWord(it.words, c)
		case itemBigBitmap:
			if c < 1<<16 {
				page := it.words[c>>10] >> (c >> 8 % 4 * 8) & 0xff
				hit = bitWord(it.words[bigMapWords+page*bitmapWords:], c%lowChars)
			}
		case itemSet:
			hit = c < lowChars && it.set.tab[c] || c >= lowChars && it.set.slow(c)
		case itemNegate:
			in = !in
		}
		if hit {
			return in
		}
	}
	return !in
}

func (cs *charSet) evaluate(c uint32) bool {
	switch cs.fold {
	case foldASCII:
		c = lowerASCII(c)
	case foldUni:
		c = lowerUni(c)
	case foldLocale:
		lo, up := lowerASCII(c), upperASCII(c)
		return cs.contains(lo) || up != lo && cs.contains(up)
	}
	return cs.contains(c)
}

// finish fills the tables once the items are complete.
func (cs *charSet) finish() {
	for c := range uint32(lowChars) {
		if cs.evaluate(c) {
			cs.tab[c] = true
			cs.bits.set(c)
		}
	}
	cs.high = true
	if cs.fold == foldUni {
		return
	}
	for i := range cs.items {
		switch it := &cs.items[i]; it.kind {
		case itemRange:
			if it.hi >= lowChars {
				return
			}
		case itemBitmap, itemNegate:
		case itemCategory:
			if it.cat >= catUniDigit {
				return
			}
		default:
			return
		}
	}
	cs.fixed = true
	cs.high = cs.contains(lowChars)
}

// slow answers for characters from 256 upwards.
func (cs *charSet) slow(c uint32) bool {
	if cs.fixed {
		return cs.high
	}
	if c < 1<<16 {
		if pages := cs.pages.Load(); pages != nil {
			if page := pages[c>>8].Load(); page != nil {
				return page.has(c & 0xff)
			}
		}
		return cs.addPage(c >> 8).has(c & 0xff)
	}
	return cs.evaluate(c)
}

// addPage works out one page. Goroutines that do so at the same time store
// equal pages.
func (cs *charSet) addPage(n uint32) *bitmap {
	page := new(bitmap)
	for c := range uint32(lowChars) {
		if cs.evaluate(n<<8 | c) {
			page.set(c)
		}
	}
	if cs.pages.Load() == nil {
		cs.pages.CompareAndSwap(nil, new([lowChars]atomic.Pointer[bitmap]))
	}
	cs.pages.Load()[n].Store(page)
	return page
}

func inSet[T Unit](cs *charSet, c T) bool {
	if uint32(c) < lowChars {
		return cs.tab[uint8(c)]
	}
	return cs.slow(uint32(c))
}

// decodeSet reads the set items code[pos:end]; it reports false for items
// that make no sense.
func decodeSet(code []uint32, pos, end int) ([]setItem, bool) {
	var items []setItem
	for pos < end {
		op := code[pos]
		pos++
		args := code[pos:end]
		switch op {
		case codeNegate:
			items = append(items, setItem{kind: itemNegate})
		case codeLiteral:
			if len(args) < 1 {
				return nil, false
			}
			items = append(items, setItem{kind: itemRange, lo: args[0], hi: args[0]})
			pos++
		case codeRange, codeRangeUniIgnore:
			if len(args) < 2 {
				return nil, false
			}
			kind := itemRange
			if op == codeRangeUniIgnore {
				kind = itemRangeUpper
			}
			items = append(items, setItem{kind: kind, lo: args[0], hi: args[1]})
			pos += 2
		case codeCategory:
			if len(args) < 1 || args[0] >= catCount {
				return nil, false
			}
			items = append(items, setItem{kind: itemCategory, cat: uint8(args[0])})
			pos++
		case codeCharset:
			if len(args) < bitmapWords {
				return nil, false
			}
			items = append(items, setItem{kind: itemBitmap, words: args[:bitmapWords]})
			pos += bitmapWords
		case codeBigCharset:
			if len(args) < 1 || uint64(len(args)) < 1+bigMapWords+uint64(args[0])*bitmapWords {
				return nil, false
			}
			size := bigMapWords + int(args[0])*bitmapWords
			words := args[1 : 1+size]
			for _, w := range words[:bigMapWords] {
				for ; w != 0; w >>= 8 {
					if w&0xff >= args[0] {
						return nil, false
					}
				}
			}
			if args[0] == 0 {
				return nil, false
			}
			items = append(items, setItem{kind: itemBigBitmap, words: words})
			pos += 1 + size
		default:
			return nil, false
		}
	}
	return items, true
}
