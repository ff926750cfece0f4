package sre

import (
	"encoding/binary"
	"math"
)

// Compile checks the code words that re._compiler made for a pattern with the
// given number of capture groups and prepares them for matching. Any input is
// safe: code that is not well formed gives ErrInvalidCode.
func Compile(code []uint32, groups int) (*Program, error) {
	if groups < 0 || groups > MaxGroups || len(code) == 0 || len(code) > maxCode ||
		code[len(code)-1] != codeSuccess {
		return nil, ErrInvalidCode
	}
	c := &compiler{
		code:   append([]uint32(nil), code...),
		groups: uint32(groups),
		sets:   map[string]*charSet{},
	}
	end := len(code) - 1
	stop, width := c.sequence(0, end, 0)
	if c.bad || stop != end {
		return nil, ErrInvalidCode
	}
	if c.marks > len(code) {
		return nil, ErrInvalidCode // groups are numbered without gaps
	}
	c.emit(inst{op: opMatch})
	for i := range c.out {
		// A group that no instruction sets never holds anything.
		if in := &c.out[i]; in.op == opGroupRef && 2*int(in.arg) >= c.marks {
			in.op = opFail
		} else if in.op == opIfGroup && 2*int(in.arg) >= c.marks {
			in.op = opJump
		}
	}
	p := &Program{
		code:     c.out,
		strings:  c.strings,
		groups:   groups,
		marks:    c.marks,
		regs:     int(c.regs),
		minWidth: int(min(width, math.MaxInt32)),
	}
	analyze(p, c)
	return p, nil
}

// compiler translates code words to instructions, checking them on the way.
// Every word is visited once. After an error bad is set and all methods
// return quickly with meaningless values.
type compiler struct {
	code    []uint32
	groups  uint32
	out     []inst
	strings []literal
	choices [][]int32 // alternatives of each opBranch
	sets    map[string]*charSet
	marks   int
	setters int // number of opMark so far
	regs    int32
	refs    bool // some instruction asks what a group holds
	bad     bool
	joining bool // the last instruction is a literal the next one may extend
}

func (c *compiler) emit(in inst) int32 {
	c.joining = false
	c.out = append(c.out, in)
	return int32(len(c.out) - 1)
}

func (c *compiler) here() int32 {
	c.joining = false
	return int32(len(c.out))
}

func (c *compiler) fail() (int, uint64) {
	c.bad = true
	return 0, 0
}

func (c *compiler) newRegs(n int32) int32 {
	c.regs += n
	return c.regs - n
}

// target resolves a relative skip at index at, which must lead to a place in
// [from, end].
func (c *compiler) target(at, from, end int) (int, bool) {
	if at >= end || uint64(c.code[at]) > uint64(end-at) {
		return 0, false
	}
	t := at + int(c.code[at])
	return t, t >= from
}

// sequence translates code[pos:end] and returns where it stopped, which is
// end or a JUMP word, and the least number of characters it matches.
func (c *compiler) sequence(pos, end, depth int) (stop int, width uint64) {
	if depth > maxDepth {
		return c.fail()
	}
	for pos < end && !c.bad {
		op := c.code[pos]
		if op == codeJump {
			return pos, width
		}
		next, w := c.operation(op, pos+1, end, depth)
		if next <= pos && !c.bad {
			return c.fail()
		}
		pos = next
		if width += w; width > math.MaxUint32 {
			width = math.MaxUint32
		}
	}
	return pos, width
}

// body translates code[pos:end], which must end exactly there.
func (c *compiler) body(pos, end, depth int) uint64 {
	if pos > end {
		c.bad = true
		return 0
	}
	stop, w := c.sequence(pos, end, depth+1)
	if stop != end {
		c.bad = true
	}
	return w
}

// operation translates one operation whose arguments start at pos. It returns
// the position after it and its least width.
func (c *compiler) operation(op uint32, pos, end, depth int) (int, uint64) {
	if next, in, ok := c.oneChar(op, pos, end); ok {
		c.emitUnit(in)
		return next, 1
	}
	if c.bad {
		return 0, 0
	}
	switch op {
	case codeFailure:
		c.emit(inst{op: opFail})
		return pos, 0
	case codeAt:
		if pos >= end || c.code[pos] >= atCount {
			return c.fail()
		}
		c.emit(inst{op: opAt, arg: c.code[pos]})
		return pos + 1, 0
	case codeMark:
		if pos >= end || c.code[pos]/2 >= c.groups {
			return c.fail()
		}
		c.marks = max(c.marks, int(c.code[pos]|1)+1)
		c.setters++
		c.emit(inst{op: opMark, arg: c.code[pos]})
		return pos + 1, 0
	case codeGroupRef, codeGroupRefIgnore, codeGroupRefLocIgnore, codeGroupRefUniIgnore:
		if pos >= end || c.code[pos] >= c.groups {
			return c.fail()
		}
		c.refs = true
		c.emit(inst{op: opGroupRef, arg: c.code[pos], fold: foldOf(op)})
		return pos + 1, 0
	case codeInfo:
		return c.info(pos, end)
	case codeBranch:
		return c.branch(pos, end, depth)
	case codeGroupRefExists:
		return c.ifGroup(pos, end, depth)
	case codeRepeatOne, codeMinRepeatOne, codePossessiveRepeatOne:
		return c.repeatOne(op, pos, end)
	case codeRepeat:
		return c.repeat(pos, end, depth)
	case codePossessiveRepeat:
		return c.possessive(pos, end, depth)
	case codeAtomicGroup:
		stop, ok := c.target(pos, pos+2, end)
		if !ok || c.code[stop-1] != codeSuccess {
			return c.fail()
		}
		slot := c.newRegs(1)
		at := c.emit(inst{op: opAtomic, slot: slot})
		setters := c.setters
		w := c.body(pos+1, stop-1, depth)
		c.emit(inst{op: opAtomicEnd, slot: slot, alt: at, flags: c.markFlag(setters)})
		return stop, w
	case codeAssert, codeAssertNot:
		return c.assert(op, pos, end, depth)
	}
	return c.fail()
}

func (c *compiler) markFlag(settersBefore int) uint8 {
	if c.setters != settersBefore {
		return flagMarks
	}
	return 0
}

func foldOf(op uint32) foldMode {
	switch op {
	case codeGroupRefIgnore, codeInIgnore, codeLiteralIgnore, codeNotLiteralIgnore:
		return foldASCII
	case codeGroupRefLocIgnore, codeInLocIgnore, codeLiteralLocIgnore, codeNotLiteralLocIgnore:
		return foldLocale
	case codeGroupRefUniIgnore, codeInUniIgnore, codeLiteralUniIgnore, codeNotLiteralUniIgnore:
		return foldUni
	}
	return foldNone
}

// oneChar translates an operation that matches exactly one character. ok is
// false when op is none of those or is malformed (then bad is set as well).
func (c *compiler) oneChar(op uint32, pos, end int) (next int, in inst, ok bool) {
	switch op {
	case codeAny:
		return pos, inst{op: opAny}, true
	case codeAnyAll:
		return pos, inst{op: opAnyAll}, true
	case codeLiteral, codeNotLiteral, codeCategory,
		codeLiteralIgnore, codeNotLiteralIgnore,
		codeLiteralLocIgnore, codeNotLiteralLocIgnore,
		codeLiteralUniIgnore, codeNotLiteralUniIgnore:
		if pos >= end {
			c.bad = true
			return 0, inst{}, false
		}
		arg := c.code[pos]
		item := setItem{kind: itemRange, lo: arg, hi: arg}
		switch op {
		case codeLiteral:
			return pos + 1, inst{op: opLit, arg: arg}, true
		case codeNotLiteral:
			return pos + 1, inst{op: opNotLit, arg: arg}, true
		case codeCategory:
			if arg >= catCount {
				c.bad = true
				return 0, inst{}, false
			}
			item = setItem{kind: itemCategory, cat: uint8(arg)}
		case codeNotLiteralIgnore, codeNotLiteralUniIgnore:
			set := c.set(c.code[pos-1:pos+1], foldOf(op), setItem{kind: itemNegate}, item)
			return pos + 1, inst{op: opSet, set: set}, true
		case codeNotLiteralLocIgnore:
			// Not the complement taken per case form, as IN_LOC_IGNORE would
			// do it, but of the whole comparison.
			set := c.set(c.code[pos-1:pos+1], foldNone, setItem{kind: itemNegate}, item,
				setItem{kind: itemRange, lo: upperASCII(arg), hi: upperASCII(arg)},
				setItem{kind: itemRange, lo: lowerASCII(arg), hi: lowerASCII(arg)})
			return pos + 1, inst{op: opSet, set: set}, true
		}
		return pos + 1, inst{op: opSet, set: c.set(c.code[pos-1:pos+1], foldOf(op), item)}, true
	case codeIn, codeInIgnore, codeInLocIgnore, codeInUniIgnore:
		stop, found := c.target(pos, pos+2, end)
		if !found || c.code[stop-1] != codeFailure {
			c.bad = true
			return 0, inst{}, false
		}
		key := c.setKey(op, c.code[pos+1:stop-1])
		set := c.sets[key]
		if set == nil {
			items, good := decodeSet(c.code, pos+1, stop-1)
			if !good {
				c.bad = true
				return 0, inst{}, false
			}
			set = &charSet{fold: foldOf(op), items: items}
			set.finish()
			c.sets[key] = set
		}
		return stop, inst{op: opSet, set: set}, true
	}
	return 0, inst{}, false
}

func (c *compiler) setKey(op uint32, words []uint32) string {
	key := make([]byte, 0, 4+4*len(words))
	key = binary.LittleEndian.AppendUint32(key, op)
	for _, w := range words {
		key = binary.LittleEndian.AppendUint32(key, w)
	}
	return string(key)
}

// set returns the set with the given items, shared between equal operations.
func (c *compiler) set(words []uint32, fold foldMode, items ...setItem) *charSet {
	key := c.setKey(words[0], words[1:])
	set := c.sets[key]
	if set == nil {
		set = &charSet{fold: fold, items: items}
		set.finish()
		c.sets[key] = set
	}
	return set
}

// emitUnit adds a one-character match, joining neighbouring literals to one
// string comparison.
func (c *compiler) emitUnit(in inst) {
	if in.op != opLit || in.arg > maxRune {
		c.emit(in)
		return
	}
	if !c.joining {
		c.emit(in)
		c.joining = true
		return
	}
	last := &c.out[len(c.out)-1]
	if last.op == opLit {
		c.strings = append(c.strings, literal{runes: []rune{rune(last.arg)}})
		*last = inst{op: opString, aux: int32(len(c.strings) - 1)}
	}
	str := &c.strings[last.aux]
	str.runes = append(str.runes, rune(in.arg))
}

// info checks the INFO block. What it says is not used: analyze finds out the
// same and more from the instructions.
func (c *compiler) info(pos, end int) (int, uint64) {
	stop, ok := c.target(pos, pos+4, end)
	if !ok || pos != 1 {
		return c.fail()
	}
	flags := c.code[pos+1]
	rest := pos + 4
	switch {
	case flags&^(infoPrefix|infoLiteral|infoCharset) != 0,
		flags&infoPrefix != 0 && flags&infoCharset != 0,
		flags&infoLiteral != 0 && flags&infoPrefix == 0:
		return c.fail()
	case flags&infoPrefix != 0:
		if rest+2 > stop {
			return c.fail()
		}
		size, skip := c.code[rest], c.code[rest+1]
		rest += 2
		if skip > size || uint64(stop-rest) != 2*uint64(size) {
			return c.fail()
		}
		for _, o := range c.code[rest+int(size) : stop] {
			if o >= size {
				return c.fail()
			}
		}
	case flags&infoCharset != 0:
		if rest >= stop || c.code[stop-1] != codeFailure {
			return c.fail()
		}
		if _, ok := decodeSet(c.code, rest, stop-1); !ok {
			return c.fail()
		}
	default:
		if rest != stop {
			return c.fail()
		}
	}
	return stop, 0
}

func (c *compiler) branch(pos, end, depth int) (int, uint64) {
	at := c.emit(inst{op: opBranch})
	var alts []int32
	var exits []int32
	exit := -1
	width := uint64(math.MaxUint32)
	for {
		if pos >= end {
			return c.fail()
		}
		if c.code[pos] == codeFailure {
			break
		}
		stop, ok := c.target(pos, pos+3, end)
		if !ok || c.code[stop-2] != codeJump {
			return c.fail()
		}
		to, ok := c.target(stop-1, stop, end)
		if !ok || exit >= 0 && to != exit {
			return c.fail()
		}
		exit = to
		alts = append(alts, c.here())
		width = min(width, c.body(pos+1, stop-2, depth))
		if c.bad {
			return 0, 0
		}
		exits = append(exits, c.emit(inst{op: opJump}))
		pos = stop
	}
	pos++
	if exit != pos {
		return c.fail()
	}
	after := c.here()
	for _, e := range exits {
		c.out[e].next = after
	}
	c.out[at].aux = int32(len(c.choices))
	c.choices = append(c.choices, alts)
	return pos, width
}

func (c *compiler) ifGroup(pos, end, depth int) (int, uint64) {
	if pos >= end || c.code[pos] >= c.groups {
		return c.fail()
	}
	// The skip counts from the group number before it.
	if pos+1 >= end || uint64(c.code[pos+1]) > uint64(end-pos) {
		return c.fail()
	}
	otherwise := pos + int(c.code[pos+1])
	if otherwise < pos+2 {
		return c.fail()
	}
	c.refs = true
	at := c.emit(inst{op: opIfGroup, arg: c.code[pos]})
	stop, width := c.sequence(pos+2, otherwise, depth+1)
	if c.bad {
		return 0, 0
	}
	if stop == otherwise {
		c.out[at].next = c.here()
		return stop, 0
	}
	if stop != otherwise-2 {
		return c.fail()
	}
	after, ok := c.target(stop+1, otherwise, end)
	if !ok {
		return c.fail()
	}
	exit := c.emit(inst{op: opJump})
	c.out[at].next = c.here()
	w := c.body(otherwise, after, depth)
	c.out[exit].next = c.here()
	return after, min(width, w)
}

func (c *compiler) repeatOne(op uint32, pos, end int) (int, uint64) {
	stop, ok := c.target(pos, pos+5, end)
	if !ok || c.code[stop-1] != codeSuccess {
		return c.fail()
	}
	lo, hi := c.code[pos+1], c.code[pos+2]
	next, in, ok := c.oneChar(c.code[pos+3], pos+4, stop-1)
	if !ok || next != stop-1 || lo > hi {
		return c.fail()
	}
	in.unit = in.op
	in.min, in.max = lo, hi
	switch op {
	case codeRepeatOne:
		in.op = opRepeat
	case codeMinRepeatOne:
		in.op = opLazy
	default:
		in.op = opPossess
	}
	c.emit(in)
	return stop, uint64(lo)
}

func (c *compiler) repeat(pos, end, depth int) (int, uint64) {
	stop, ok := c.target(pos, pos+3, end)
	if !ok || stop >= end {
		return c.fail()
	}
	lo, hi := c.code[pos+1], c.code[pos+2]
	until := c.code[stop]
	if lo > hi || until != codeMaxUntil && until != codeMinUntil {
		return c.fail()
	}
	lazy := until == codeMinUntil
	start := c.emit(inst{}) // what it is depends on the width of the body
	body := c.here()
	w := c.body(pos+3, stop, depth)
	if c.bad {
		return 0, 0
	}
	split := func(at, inside, after int32) {
		in := inst{op: opSplit, next: inside, alt: after}
		if lazy {
			in.next, in.alt = after, inside
		}
		c.out[at] = in
	}
	switch {
	case lo == 0 && hi == 1:
		split(start, body, c.here())
	case lo <= 1 && hi == unlimited && w > 0:
		// No iteration can be empty and none needs counting.
		again := c.emit(inst{})
		split(again, body, c.here())
		c.out[start] = inst{op: opJump, next: body}
		if lo == 0 {
			c.out[start].next = again
		}
	default:
		slot := c.newRegs(2)
		in := inst{op: opUntil, slot: slot, min: lo, max: hi, next: body}
		if lazy {
			in.flags = flagLazy
		}
		c.out[start] = inst{op: opLoop, slot: slot, next: c.emit(in)}
		c.here()
	}
	return stop + 1, multiply(w, lo)
}

// multiply gives the width of n repetitions, capped so that sums of such
// widths cannot overflow.
func multiply(width uint64, n uint32) uint64 {
	return min(width*uint64(n), math.MaxUint32) // both factors are below 2^32
}

func (c *compiler) possessive(pos, end, depth int) (int, uint64) {
	stop, ok := c.target(pos, pos+3, end)
	if !ok || stop >= end || c.code[stop] != codeSuccess {
		return c.fail()
	}
	lo, hi := c.code[pos+1], c.code[pos+2]
	if lo > hi {
		return c.fail()
	}
	slot := c.newRegs(3)
	at := c.emit(inst{op: opPossLoop, slot: slot})
	again := c.emit(inst{op: opPossNext, slot: slot, min: lo, max: hi})
	setters := c.setters
	w := c.body(pos+3, stop, depth)
	c.emit(inst{op: opPossEnd, slot: slot, next: again, alt: at, flags: c.markFlag(setters)})
	c.out[again].next = c.here()
	return stop + 1, multiply(w, lo)
}

func (c *compiler) assert(op uint32, pos, end, depth int) (int, uint64) {
	stop, ok := c.target(pos, pos+3, end)
	if !ok || c.code[stop-1] != codeSuccess || c.code[pos+1] > math.MaxInt32 {
		return c.fail()
	}
	slot := c.newRegs(2)
	begin, finish := opAssert, opAssertEnd
	if op == codeAssertNot {
		begin, finish = opAssertNot, opAssertNotEnd
	}
	at := c.emit(inst{op: begin, slot: slot, arg: c.code[pos+1]})
	setters := c.setters
	c.body(pos+2, stop-1, depth)
	c.emit(inst{op: finish, slot: slot, alt: at, flags: c.markFlag(setters)})
	c.out[at].next = c.here()
	return stop, 0
}
