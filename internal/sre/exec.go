package sre

// frame is an entry of the backtracking stack: either an alternative to go on
// with, or a change to take back on the way to one. Changes are only noted
// while the stack is not empty: without an alternative below them nobody will
// see the old value again.
type frame struct {
	kind frameKind
	at   int32 // instruction, mark or register
	a, b int
}

type frameKind uint32

const (
	frameJump   frameKind = iota // go on at instruction at, position a
	frameBranch                  // opBranch at, position a: its candidate number b
	frameRepeat                  // opRepeat at: an end from b-1 down to a
	frameLazy                    // opLazy at: one more at position a, at most up to b
	frameUntil                   // lazy opUntil at, position a: another iteration
	frameMark                    // mark at was a and the last group b
	frameLoop                    // registers at and at+1 were a and b
)

// tick is called when the fuel is used up, with the size of the stack. It
// returns the new fuel, or 0 to stop with m.err.
func (m *Matcher[T]) tick(frames int) int {
	switch {
	case frames > m.MaxFrames:
		m.err = ErrMemory
	case m.Interrupt != nil && m.Interrupt():
		m.err = ErrInterrupted
	default:
		return fuelPerTick
	}
	m.stack, m.fuel = nil, fuelPerTick
	return 0
}

// run attempts a match that starts at pos, and with must is not empty. On
// success it sets the span, the marks and the last group. A false result with
// m.err set is an error.
//
// Every push and every failure uses fuel, so that neither time nor memory can
// run away between two ticks.
func (m *Matcher[T]) run(pos int, must bool) bool {
	for i := range m.marks {
		m.marks[i] = noGroup
	}
	m.begin = pos
	var (
		s     = m.s
		code  = m.prog.code
		marks = m.marks
		regs  = m.regs
		st    = m.stack[:0]
		fuel  = m.fuel
		last  = 0
		pc    = int32(0)
	)
	possessive := uint8(flagPossAll)
	if isByte[T]() {
		possessive = flagPossLow | flagPossAll
	}
	for {
		// "continue" goes on with the instruction at pc; leaving the switch
		// means that this way has failed.
		in := &code[pc]
		switch in.op {
		case opMatch:
			if m.full && pos != len(s) || must && pos == m.begin {
				break
			}
			m.end, m.last = pos, last
			m.stack, m.fuel = st, fuel
			return true

		case opLit:
			if pos < len(s) && uint32(s[pos]) == in.arg {
				pos++
				pc++
				continue
			}
		case opNotLit:
			if pos < len(s) && uint32(s[pos]) != in.arg {
				pos++
				pc++
				continue
			}
		case opAny:
			if pos < len(s) && s[pos] != '\n' {
				pos++
				pc++
				continue
			}
		case opAnyAll:
			if pos < len(s) {
				pos++
				pc++
				continue
			}
		case opSet:
			if pos < len(s) && inSet(in.set, s[pos]) {
				pos++
				pc++
				continue
			}
		case opString:
			if n := stringAt(&m.prog.strings[in.aux], s, pos); n > 0 {
				pos += n
				pc++
				continue
			}
		case opAt:
			if m.at(in.arg, pos) {
				pc++
				continue
			}

		case opMark:
			i := in.arg
			if len(st) != 0 {
				fuel--
				st = append(st, frame{frameMark, int32(i), marks[i], last})
			}
			marks[i] = pos
			if i&1 != 0 {
				last = int(i/2) + 1
			}
			pc++
			continue

		case opJump:
			pc = in.next
			continue

		case opSplit:
			if fuel--; fuel <= 0 {
				if fuel = m.tick(len(st)); fuel == 0 {
					return false
				}
			}
			if admits(in.first, s, pos) {
				if admits(in.other, s, pos) {
					st = append(st, frame{frameJump, in.alt, pos, 0})
				}
				pc = in.next
				continue
			}
			if admits(in.other, s, pos) {
				pc = in.alt
				continue
			}

		case opBranch:
			list := candidates(&m.prog.branches[in.aux], s, pos)
			if len(list) > 1 {
				fuel--
				st = append(st, frame{frameBranch, pc, pos, 1})
			}
			if len(list) > 0 {
				pc = list[0]
				continue
			}

		case opGroupRef:
			begin, end := marks[2*in.arg], marks[2*in.arg+1]
			if begin < 0 || end < begin {
				break
			}
			if n := end - begin; n > 0 {
				if len(s)-pos < n {
					break
				}
				fuel -= n
				if !sameText(in.fold, s[begin:end], s[pos:pos+n]) {
					break
				}
				pos += n
			}
			pc++
			continue
		case opIfGroup:
			if begin, end := marks[2*in.arg], marks[2*in.arg+1]; begin < 0 || end < begin {
				pc = in.next
			} else {
				pc++
			}
			continue

		case opRepeat:
			if int64(len(s)-pos) < int64(in.min) {
				break
			}
			end := runEnd(in, s, pos, runLimit(in, s, pos))
			fuel -= end - pos
			if in.flags&flagLead != 0 {
				m.leadEnd = end
			}
			if uint64(end-pos) < uint64(in.min) {
				break
			}
			if in.flags&flagAtMatch == 0 {
				low := pos + int(in.min)
				if in.flags&possessive != 0 {
					low = end
				}
				for !admits(in.first, s, end) {
					end--
					if end < low {
						break
					}
				}
				if end < low {
					break
				}
				if end > low {
					st = append(st, frame{frameRepeat, pc, low, end})
					fuel--
				}
			}
			pos = end
			pc++
			continue

		case opPossess:
			if int64(len(s)-pos) < int64(in.min) {
				break
			}
			end := runEnd(in, s, pos, runLimit(in, s, pos))
			fuel -= end - pos
			if uint64(end-pos) >= uint64(in.min) {
				pos = end
				pc++
				continue
			}

		case opLazy:
			if int64(len(s)-pos) < int64(in.min) {
				break
			}
			low := pos + int(in.min)
			if runEnd(in, s, pos, low) != low {
				break
			}
			limit := runLimit(in, s, pos)
			end := lazyEnd(in, s, low, limit)
			if end < 0 {
				fuel -= limit - pos
				break
			}
			fuel -= end - pos
			if end < limit {
				fuel--
				st = append(st, frame{frameLazy, pc, end, limit})
			}
			pos = end
			pc++
			continue

		case opLoop:
			if len(st) != 0 {
				fuel--
				st = append(st, frame{frameLoop, in.slot, regs[in.slot], regs[in.slot+1]})
			}
			regs[in.slot], regs[in.slot+1] = -1, -1
			pc = in.next
			continue

		case opUntil:
			if fuel--; fuel <= 0 {
				if fuel = m.tick(len(st)); fuel == 0 {
					return false
				}
			}
			count, before := regs[in.slot]+1, regs[in.slot+1]
			started := before
			if uint64(count) >= uint64(in.min) {
				// An iteration that matched nothing is not repeated.
				more := pos != before && (in.max == unlimited || uint64(count) < uint64(in.max)) &&
					admits(in.first, s, pos)
				if in.flags&flagLazy != 0 {
					if more {
						st = append(st, frame{frameUntil, pc, pos, 0})
					}
					pc++
					continue
				}
				if !more {
					pc++
					continue
				}
				started = pos
			}
			if len(st) != 0 {
				st = append(st, frame{frameLoop, in.slot, count - 1, before})
			}
			if uint64(count) >= uint64(in.min) && admits(in.other, s, pos) {
				fuel--
				st = append(st, frame{frameJump, pc + 1, pos, 0})
			}
			regs[in.slot], regs[in.slot+1] = count, started
			pc = in.next
			continue

		case opPossLoop:
			regs[in.slot], regs[in.slot+1] = 0, -1
			pc++
			continue
		case opPossNext:
			if fuel--; fuel <= 0 {
				if fuel = m.tick(len(st)); fuel == 0 {
					return false
				}
			}
			count := uint64(regs[in.slot])
			regs[in.slot+2] = len(st)
			if count >= uint64(in.min) {
				if in.max != unlimited && count >= uint64(in.max) || pos == regs[in.slot+1] {
					pc = in.next
					continue
				}
				regs[in.slot+1] = pos
				st = append(st, frame{frameJump, in.next, pos, 0})
			}
			pc++
			continue
		case opPossEnd:
			regs[in.slot]++
			st = commit(st, regs[in.slot+2], in.flags)
			pc = in.next
			continue

		case opAtomic:
			regs[in.slot] = len(st)
			pc++
			continue
		case opAtomicEnd:
			st = commit(st, regs[in.slot], in.flags)
			pc++
			continue

		case opAssert:
			if int64(pos) < int64(in.arg) {
				break
			}
			regs[in.slot], regs[in.slot+1] = len(st), pos
			pos -= int(in.arg)
			pc++
			continue
		case opAssertEnd:
			st = commit(st, regs[in.slot], in.flags)
			pos = regs[in.slot+1]
			pc++
			continue
		case opAssertNot:
			if int64(pos) < int64(in.arg) {
				pc = in.next
				continue
			}
			regs[in.slot] = len(st)
			fuel--
			st = append(st, frame{frameJump, in.next, pos, 0})
			pos -= int(in.arg)
			pc++
			continue
		case opAssertNotEnd:
			bottom := regs[in.slot]
			for i := len(st) - 1; i >= bottom; i-- {
				if f := &st[i]; f.kind == frameMark {
					marks[f.at], last = f.a, f.b
				}
			}
			st = st[:bottom]
		}

		if fuel--; fuel <= 0 {
			if fuel = m.tick(len(st)); fuel == 0 {
				return false
			}
		}
	backtrack:
		for {
			n := len(st) - 1
			if n < 0 {
				m.stack, m.fuel = st, fuel
				return false
			}
			f := &st[n]
			switch f.kind {
			case frameMark:
				marks[f.at], last = f.a, f.b
				st = st[:n]
			case frameLoop:
				regs[f.at], regs[f.at+1] = f.a, f.b
				st = st[:n]
			case frameJump:
				pc, pos = f.at, f.a
				st = st[:n]
				break backtrack
			case frameBranch:
				pos = f.a
				list := candidates(&m.prog.branches[code[f.at].aux], s, pos)
				pc = list[f.b]
				if f.b++; f.b == len(list) {
					st = st[:n]
				}
				break backtrack
			case frameRepeat:
				in := &code[f.at]
				end, low := f.b-1, f.a
				for end > low && !admits(in.first, s, end) {
					end--
					fuel--
				}
				pc, pos = f.at+1, end
				if end > low {
					f.b = end
					break backtrack
				}
				st = st[:n]
				if admits(in.first, s, end) {
					break backtrack
				}
			case frameLazy:
				in := &code[f.at]
				at := f.a
				if !accepts(in, s[at]) {
					st = st[:n]
					continue
				}
				end := lazyEnd(in, s, at+1, f.b)
				if end < 0 {
					fuel -= f.b - at
					st = st[:n]
					continue
				}
				fuel -= end - at
				pc, pos = f.at+1, end
				if f.a = end; end == f.b {
					st = st[:n]
				}
				break backtrack
			case frameUntil:
				in := &code[f.at]
				pos = f.a
				st = st[:n]
				count, before := regs[in.slot]+1, regs[in.slot+1]
				if n != 0 {
					st = append(st, frame{frameLoop, in.slot, count - 1, before})
				}
				regs[in.slot], regs[in.slot+1] = count, pos
				pc = in.next
				break backtrack
			}
		}
	}
}

// commit drops the alternatives above bottom but keeps what must be taken
// back when something below them is tried: the marks.
func commit(st []frame, bottom int, flags uint8) []frame {
	if bottom == 0 || flags&flagMarks == 0 {
		return st[:bottom]
	}
	kept := bottom
	for i := bottom; i < len(st); i++ {
		if st[i].kind == frameMark {
			st[kept] = st[i]
			kept++
		}
	}
	return st[:kept]
}
