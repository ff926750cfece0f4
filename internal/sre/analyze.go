package sre

import (
	"encoding/binary"
	"slices"
)

// How many instructions are looked at to find out what can follow at one
// place, and at the start of the pattern; beyond that the answer is
// "anything". The first bounds the work of Compile, which asks at many places.
const (
	walkBudget  = 64
	startBudget = 1 << 14
)

// maxFiltered is the number of alternatives up to which a branch is indexed
// by first character. The index costs a few hundred bytes an alternative.
const maxFiltered = 1 << 11

// analyze derives what makes matching fast: the filters of runs, loops and
// branches, and the way to find candidates in a search.
func analyze(p *Program, c *compiler) {
	for i := range p.strings {
		p.strings[i].finish()
	}
	a := &analyzer{
		p:       p,
		choices: c.choices,
		singles: map[uint32]*[lowChars]bool{},
		seen:    make([]int32, len(p.code)),
	}
	for i := range p.code {
		in := &p.code[i]
		pc := int32(i)
		switch in.op {
		case opRepeat, opLazy, opPossess:
			in.first = a.firstAt(pc + 1)
			if p.code[pc+1].op == opMatch {
				in.flags |= flagAtMatch
			}
			if in.op == opRepeat && in.first != nil {
				bits, high := a.accepts(in)
				if !bits.meets(&in.first.bits) {
					in.flags |= flagPossLow
					if !high || !in.first.high || in.unit == opSet && apart(in.set, in.first.set) {
						in.flags |= flagPossAll
					}
				}
			}
		case opSplit:
			in.first, in.other = a.firstAt(in.next), a.firstAt(in.alt)
		case opUntil:
			in.first, in.other = a.firstAt(in.next), a.firstAt(pc+1)
		}
	}
	for _, alts := range c.choices {
		p.branches = append(p.branches, a.branch(alts))
	}
	a.search(c.refs)
}

func (l *literal) finish() {
	for _, r := range l.runes {
		if r >= lowChars {
			l.wide, l.bytes = true, nil
			return
		}
		l.bytes = append(l.bytes, byte(r))
	}
}

type analyzer struct {
	p       *Program
	choices [][]int32
	singles map[uint32]*[lowChars]bool // tables of one character
	seen    []int32                    // number of the last walk that came by, for each instruction
	walk    int32
	todo    []int32
}

// accepts gives the characters a one-character match (or the first character
// of a string) accepts.
func (a *analyzer) accepts(in *inst) (bits bitmap, high bool) {
	op := in.op
	switch op {
	case opRepeat, opLazy, opPossess:
		op = in.unit
	}
	arg := in.arg
	switch op {
	case opString:
		arg = uint32(a.p.strings[in.aux].runes[0])
		fallthrough
	case opLit:
		if arg >= lowChars {
			return bits, true
		}
		bits.set(arg)
		return bits, false
	case opNotLit:
		if arg < lowChars {
			bits.set(arg)
		}
		bits.invert()
	case opAny:
		bits.set('\n')
		bits.invert()
	case opAnyAll:
		bits.invert()
	case opSet:
		return in.set.bits, in.set.high
	}
	return bits, true
}

// firstAt tells what the next character must be for a match from pc on to be
// possible.
func (a *analyzer) firstAt(pc int32) *firstSet { return a.first(pc, walkBudget) }

func (a *analyzer) first(pc int32, budget int) *firstSet {
	f := &firstSet{set: &charSet{}}
	a.walk++
	a.todo = append(a.todo[:0], pc)
	for len(a.todo) > 0 {
		pc := a.todo[len(a.todo)-1]
		a.todo = a.todo[:len(a.todo)-1]
		if a.seen[pc] == a.walk {
			continue
		}
		if budget--; budget < 0 {
			return nil
		}
		a.seen[pc] = a.walk
		in := &a.p.code[pc]
		switch in.op {
		case opFail:
		case opLit, opNotLit, opAny, opAnyAll, opSet, opString:
			a.add(f, in)
		case opRepeat, opLazy, opPossess:
			a.add(f, in)
			if in.min == 0 {
				a.todo = append(a.todo, pc+1)
			}
		case opAt, opMark, opAtomic, opPossLoop:
			a.todo = append(a.todo, pc+1)
		case opAtomicEnd, opPossEnd, opAssertEnd:
			// Inside an atomic part or assertion nothing may depend on what
			// comes after it.
			if a.seen[in.alt] != a.walk {
				return nil // the walk began inside
			}
			if in.op == opPossEnd {
				a.todo = append(a.todo, in.next)
			} else {
				a.todo = append(a.todo, pc+1)
			}
		case opAssert:
			if in.arg == 0 {
				pc++ // what is ahead must match, or must be empty
			} else {
				pc = in.next
			}
			a.todo = append(a.todo, pc)
		case opJump, opLoop, opAssertNot:
			a.todo = append(a.todo, in.next)
		case opSplit:
			a.todo = append(a.todo, in.next, in.alt)
		case opUntil, opPossNext, opIfGroup:
			a.todo = append(a.todo, in.next, pc+1)
		case opBranch:
			if len(a.choices[in.aux]) > budget {
				return nil
			}
			a.todo = append(a.todo, a.choices[in.aux]...)
		default: // the end of the pattern or of an assertion, or a back reference
			return nil
		}
	}
	return a.finish(f)
}

// maxSources is the number of sets of high characters that a firstSet tells
// apart from "all".
const maxSources = 4

// add lets f admit what a one-character match accepts.
func (a *analyzer) add(f *firstSet, in *inst) {
	bits, high := a.accepts(in)
	f.bits.add(&bits)
	if !high {
		return
	}
	f.high = true
	if f.set == nil {
		return
	}
	op, arg := in.op, in.arg
	switch op {
	case opRepeat, opLazy, opPossess:
		op = in.unit
	case opString:
		op, arg = opLit, uint32(a.p.strings[in.aux].runes[0])
	}
	switch {
	case len(f.set.items) == maxSources:
		f.set = nil
	case op == opLit:
		f.set.items = append(f.set.items, setItem{kind: itemRange, lo: arg, hi: arg})
	case op == opSet && !in.set.fixed:
		f.set.items = append(f.set.items, setItem{kind: itemSet, set: in.set})
	default:
		f.set = nil
	}
}

// finish makes f ready for use.
func (a *analyzer) finish(f *firstSet) *firstSet {
	switch {
	case f.high && f.set == nil && f.bits.full():
		return nil
	case !f.high || f.set == nil:
		f.set = nil
	case len(f.set.items) == 1 && f.set.items[0].kind == itemSet:
		f.set = f.set.items[0].set
	}
	f.tab = a.table(&f.bits)
	return f
}

// apart tells whether two sets are known to share no character from 256
// upwards. It recognises categories, ranges and unions of them.
func apart(a, b *charSet) bool {
	as, ok := highItems(a, nil)
	bs, ok2 := highItems(b, nil)
	if !ok || !ok2 {
		return false
	}
	for _, x := range as {
		for _, y := range bs {
			if !itemsApart(x, y) {
				return false
			}
		}
	}
	return true
}

// highItems lists the items whose union holds the characters of a set from
// 256 upwards, or reports false if it is not such a union.
func highItems(cs *charSet, items []setItem) (_ []setItem, ok bool) {
	if cs == nil || cs.fold != foldNone {
		return nil, false
	}
	for i, it := range cs.items {
		switch it.kind {
		case itemRange, itemCategory:
			items = append(items, it)
		case itemSet:
			if items, ok = highItems(it.set, items); !ok {
				return nil, false
			}
		case itemBitmap:
		case itemNegate:
			if i == 0 && len(cs.items) == 2 && cs.items[1].kind == itemCategory {
				it = cs.items[1]
				it.cat ^= 1
				return append(items, it), true
			}
			return nil, false
		default:
			return nil, false
		}
	}
	return items, true
}

func itemsApart(x, y setItem) bool {
	if y.kind == itemRange {
		x, y = y, x
	}
	switch {
	case y.kind == itemRange:
		return x.hi < y.lo || y.hi < x.lo
	case x.kind == itemRange:
		if x.hi-x.lo >= lowChars {
			return false
		}
		for c := x.lo; c <= x.hi && c >= x.lo; c++ {
			if inCategory(y.cat, c) {
				return false
			}
		}
		return true
	case x.cat == y.cat^1:
		return true
	}
	if y.cat == catUniSpace {
		x, y = y, x
	}
	switch x.cat {
	case catUniSpace:
		return y.cat == catUniWord || y.cat == catUniDigit
	case catUniNotWord:
		return y.cat == catUniDigit
	case catUniDigit:
		return y.cat == catUniNotWord
	}
	return false
}

// table expands a bitmap; the tables of single characters are shared.
func (a *analyzer) table(bits *bitmap) *[lowChars]bool {
	c := bits.only()
	if c < 0 {
		return bits.table()
	}
	t := a.singles[uint32(c)]
	if t == nil {
		t = bits.table()
		a.singles[uint32(c)] = t
	}
	return t
}

// branch indexes alternatives by the characters they can begin with.
func (a *analyzer) branch(alts []int32) branch {
	var b branch
	if len(alts) > maxFiltered {
		b.lists = [][]int32{alts}
		b.high, b.end = alts, alts
		return b
	}
	firsts := make([]*firstSet, len(alts))
	for i, pc := range alts {
		firsts[i] = a.firstAt(pc)
	}
	pick := func(admits func(*firstSet) bool) []int32 {
		var list []int32
		for i, f := range firsts {
			if f == nil || admits(f) {
				list = append(list, alts[i])
			}
		}
		return list
	}
	b.high = pick(func(f *firstSet) bool { return f.high })
	b.end = pick(func(*firstSet) bool { return false })
	known := map[string]uint16{}
	var key []byte
	var list []int32
	for c := range uint32(lowChars) {
		key, list = key[:0], list[:0]
		for i, f := range firsts {
			if f == nil || f.bits.has(c) {
				list = append(list, alts[i])
				key = binary.LittleEndian.AppendUint32(key, uint32(i))
			}
		}
		class, ok := known[string(key)]
		if !ok {
			class = uint16(len(b.lists))
			known[string(key)] = class
			b.lists = append(b.lists, slices.Clone(list))
		}
		b.class[c] = class
	}
	return b
}

// skip moves over instructions that neither move nor test the position.
func (a *analyzer) skip(pc int32) int32 {
	for a.p.code[pc].op == opMark || a.p.code[pc].op == opAtomic {
		pc++
	}
	return pc
}

// search decides how candidates for a match are found.
func (a *analyzer) search(refs bool) {
	p := a.p
	start := a.skip(0)
	in := &p.code[start]
	if in.op == opRepeat && in.flags&flagPossLow != 0 && in.max == unlimited && !refs {
		in.flags |= flagLead
		p.lead = true
	}
	p.single = -1
	if in.op == opAt {
		switch in.arg {
		case atBeginning, atBeginningString:
			p.strategy = searchStart
			return
		case atBeginningLine:
			p.strategy = searchLine
			return
		}
	}
	if start == 0 && in.flags&flagAtMatch != 0 && in.op != opLazy && in.min > 0 {
		p.run = in
	}
	pc := start
	for ; ; pc = a.skip(pc + 1) {
		if in := &p.code[pc]; in.op == opLit && in.arg <= maxRune {
			p.prefix.runes = append(p.prefix.runes, rune(in.arg))
		} else if in.op == opString {
			p.prefix.runes = append(p.prefix.runes, p.strings[in.aux].runes...)
		} else {
			break
		}
	}
	if len(p.prefix.runes) > 0 {
		p.strategy = searchPrefix
		p.prefix.finish()
		p.overlap = borders(p.prefix.runes)
		p.literal = p.code[pc].op == opMatch && p.marks == 0
		return
	}
	if p.first = a.first(0, startBudget); p.first != nil {
		p.strategy = searchFirst
		if !p.first.high {
			p.single = p.first.bits.only()
		}
	}
}

// borders gives, for each prefix of s, the length of its longest proper
// prefix that is also its suffix.
func borders(s []rune) []int32 {
	b := make([]int32, len(s))
	k := int32(0)
	for i := 1; i < len(s); i++ {
		for k > 0 && s[i] != s[k] {
			k = b[k-1]
		}
		if s[i] == s[k] {
			k++
		}
		b[i] = k
	}
	return b
}
