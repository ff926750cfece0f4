package compile

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// assemble turns the instruction list into a code object: jumps are
// straightened, dead code and needless checks go, registers get their final
// numbers, instructions their words.
func (u *unit) assemble() *bytecode.Code {
	u.resolveLabels()
	u.threadJumps()
	reach := u.reachable()
	u.settlePositions(reach)
	u.compact(reach)
	u.dropChecks()
	u.dropCode()
	return u.encode()
}

// resolveLabels makes the targets of jumps and handlers indexes into ins.
func (u *unit) resolveLabels() {
	at := func(l label) label {
		i := u.labels[l]
		if i < 0 {
			i = int32(len(u.ins)) // only from code that an error cut short
		}
		return label(i)
	}
	for i := range u.ins {
		if u.ins[i].target >= 0 {
			u.ins[i].target = at(u.ins[i].target)
		}
	}
	for i := range u.handlers {
		u.handlers[i].target = at(u.handlers[i].target)
	}
	// A label may stand behind the last instruction; nothing gets there.
	u.ins = append(u.ins, ins{op: bytecode.ReturnNone, target: -1, handler: -1, pos: noPos})
}

func isCondJump(op bytecode.Op) bool {
	return op >= bytecode.JumpT && op <= bytecode.JumpGeI
}

// backFlag is the flag that makes a conditional jump a back edge, 0 if it has none.
func backFlag(op bytecode.Op) uint8 {
	switch {
	case op == bytecode.JumpT || op == bytecode.JumpF:
		return 1
	case op >= bytecode.JumpLt && op <= bytecode.JumpGeI:
		return 2
	}
	return 0
}

// threadJumps lets jumps to jumps go to where those go. Jumps to an exit or a
// back edge without a position get a copy of their own, so that it takes the
// position from where control comes.
func (u *unit) threadJumps() {
	n := len(u.ins)
	var exits map[int32]label
	for i := 0; i < n; i++ {
		x := &u.ins[i]
		if x.target < 0 {
			continue
		}
		for hops := 0; hops < 100; hops++ {
			t := &u.ins[x.target]
			if t.op == bytecode.Nop && t.pos.Line < 0 {
				x.target++
				continue
			}
			if t.op != bytecode.Jump || int(x.target) == i || t.pos.Line >= 0 && t.pos.Line != x.pos.Line {
				break
			}
			x.target = t.target
		}
		t := u.ins[x.target]
		if t.pos.Line >= 0 && t.pos.Line != x.pos.Line {
			continue
		}
		pos := x.pos
		switch {
		case x.op == bytecode.Jump && (t.op == bytecode.ReturnNone || t.op == bytecode.Loop):
			*x = t
			x.pos = pos
		case isCondJump(x.op) && t.op == bytecode.Loop && int(t.target) <= i && backFlag(x.op) != 0 && x.handler == t.handler:
			x.target = t.target
			x.f |= backFlag(x.op)
		case isCondJump(x.op) && t.pos.Line < 0 && (t.op == bytecode.ReturnNone || t.op == bytecode.Loop && x.f&backFlag(x.op) == 0):
			if t.op == bytecode.ReturnNone {
				if l, ok := exits[pos.Line]; ok {
					x.target = l
					continue
				}
				if exits == nil {
					exits = map[int32]label{}
				}
				exits[pos.Line] = label(len(u.ins))
			}
			t.pos = pos
			x.target = label(len(u.ins))
			u.ins = append(u.ins, t)
			// append may have moved the instructions; x is not used again.
		}
	}
}

// reachable marks the instructions that control can reach.
func (u *unit) reachable() []bool {
	seen := make([]bool, len(u.ins))
	hseen := make([]bool, len(u.handlers))
	work := []label{0}
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		for int(i) < len(u.ins) && !seen[i] {
			seen[i] = true
			x := &u.ins[i]
			if x.target >= 0 && !seen[x.target] {
				work = append(work, x.target)
			}
			if x.handler >= 0 && !hseen[x.handler] && !bytecode.CannotRaise(x.op) {
				hseen[x.handler] = true
				work = append(work, u.handlers[x.handler].target)
			}
			if bytecode.EndsBlock(x.op) {
				break
			}
			i++
		}
	}
	u.caught = hseen
	return seen
}

// settlePositions gives instructions without a position that of the
// instruction before them, or else of a jump to them. What only exceptions
// reach keeps none.
func (u *unit) settlePositions(reach []bool) {
	source := make([]int32, len(u.ins)+1) // a jump to each instruction, plus one
	for i := range u.ins {
		if t := u.ins[i].target; t >= 0 && reach[i] && source[t] == 0 {
			source[t] = int32(i) + 1
		}
	}
	for i, h := range u.handlers {
		if u.caught[i] {
			source[h.target] = -1
		}
	}
	for round := 0; round < 2; round++ {
		open := false
		prev := -1 // the instruction that falls through to the next
		for i := range u.ins {
			if !reach[i] {
				prev = -1
				continue
			}
			x := &u.ins[i]
			if x.pos.Line < 0 {
				switch s := source[i]; {
				case s < 0:
					x.pos = syntax.Pos{Line: 0, Col: -1, EndCol: -1}
				case prev >= 0 && u.ins[prev].pos.Line >= 0:
					x.pos = u.ins[prev].pos
				case s > 0 && u.ins[s-1].pos.Line >= 0:
					x.pos = u.ins[s-1].pos
				default:
					open = true
				}
			}
			prev = i
			if bytecode.EndsBlock(x.op) {
				prev = -1
			}
		}
		if !open {
			break
		}
	}
	for i := range u.ins {
		if u.ins[i].pos.Line < 0 {
			u.ins[i].pos = syntax.Pos{Line: 0, Col: -1, EndCol: -1}
		}
	}
}

// compact removes dead instructions, jumps to the next instruction, and Nops
// that are not the only instruction of their line.
func (u *unit) compact(reach []bool) {
	keep := reach
	targeted := make([]bool, len(u.ins)+1)
	for i := range u.ins {
		if t := u.ins[i].target; t >= 0 && keep[i] {
			targeted[t] = true
		}
	}
	for _, h := range u.handlers {
		targeted[h.target] = true
	}
	next := len(u.ins)
	for i := len(u.ins) - 1; i >= 0; i-- {
		if !keep[i] {
			continue
		}
		x := &u.ins[i]
		switch x.op {
		case bytecode.Jump:
			// Everything between here and the target may be gone.
			j := i + 1
			for j < int(x.target) && !keep[j] {
				j++
			}
			if j == int(x.target) {
				keep[i] = false
			}
		case bytecode.Nop:
			if next < len(u.ins) && u.ins[next].pos.Line == x.pos.Line {
				keep[i] = false
			}
		}
		if keep[i] {
			next = i
		}
	}
	prevLine, fresh := int32(-1), true
	for i := range u.ins {
		if targeted[i] {
			fresh = true
		}
		if !keep[i] {
			continue
		}
		x := &u.ins[i]
		if x.op == bytecode.Nop && !fresh && x.pos.Line == prevLine {
			keep[i] = false
			continue
		}
		prevLine, fresh = x.pos.Line, bytecode.EndsBlock(x.op)
	}
	u.filter(keep)
}

// filter removes the instructions that keep does not mark.
func (u *unit) filter(keep []bool) {
	at := make([]label, len(u.ins)+1)
	n := label(0)
	for i := range u.ins {
		at[i] = n
		if keep[i] {
			n++
		}
	}
	at[len(u.ins)] = n
	out := u.ins[:0]
	for i := range u.ins {
		if !keep[i] {
			continue
		}
		x := u.ins[i]
		if x.target >= 0 {
			x.target = at[x.target]
		}
		out = append(out, x)
	}
	u.ins = out
	for i := range u.handlers {
		u.handlers[i].target = at[u.handlers[i].target]
	}
}

// regOf maps a virtual register to its final number.
func (u *unit) regOf(r reg) int {
	switch {
	case r >= tempBase:
		return u.numVars + u.numCells() + int(r-tempBase)
	case r >= cellBase:
		return u.numVars + int(r-cellBase)
	}
	return int(r)
}

// dropCode removes the code objects of functions and classes that only dead
// code would make. Other constants stay: co_consts may show them.
func (u *unit) dropCode() {
	used := map[int32]bool{}
	dead := false
	for i := range u.ins {
		if u.ins[i].op == bytecode.MakeFunction {
			used[u.ins[i].b] = true
		}
	}
	at := make([]int32, len(u.constList))
	kept := u.constList[:0:0]
	for i, k := range u.constList {
		if _, ok := k.(*bytecode.Code); ok && !used[int32(i)] {
			dead = true
			continue
		}
		at[i] = int32(len(kept))
		kept = append(kept, k)
	}
	if !dead {
		return
	}
	u.constList = kept
	for i := range u.ins {
		x := &u.ins[i]
		switch info := bytecode.InfoOf(x.op); bytecode.ConstIndex {
		case info.D:
			x.b = at[x.b]
		case info.C:
			x.c = at[x.c]
		}
	}
}

func (u *unit) numCells() int {
	n := 0
	for _, r := range u.cellRegs {
		if r >= cellBase {
			n++
		}
	}
	return n
}

func (u *unit) encode() *bytecode.Code {
	cells := u.numCells()
	total := u.numVars + cells + int(u.maxTop-tempBase)
	if total > bytecode.MaxRegs {
		pos := u.scope.Pos
		u.c.fail(symtab.Syntaxf(pos, "too many local variables or nested expressions in '%s'", u.name))
		return nil
	}
	code := &bytecode.Code{
		Name: u.name, QualName: u.qualname, Filename: u.c.opts.Filename, Flags: u.flags,
		ArgCount: u.argCount, PosOnlyCount: u.posOnly, KwOnlyCount: u.kwOnly,
		VarNames: u.varNames, CellVars: u.cellVars, FreeVars: u.freeVars,
		NumRegs: total, Consts: u.constList, FirstLine: u.firstLine,
	}
	if u.kind == kindModule && u.c.opts.TopLevelAwait && u.scope.Coroutine {
		code.Flags |= bytecode.FlagCoroutine
	}
	for _, n := range u.varNames {
		code.VarRegs = append(code.VarRegs, u.regOf(u.varRegs[n]))
	}
	for _, n := range u.cellVars {
		code.CellRegs = append(code.CellRegs, u.regOf(u.cellRegs[n]))
	}
	code.Hidden = u.hidden
	code.Names = u.nameList
	extra := make([]int32, len(u.extraList))
	for i := range extra {
		extra[i] = -1
	}
	w := &writer{u: u, code: code, tempBase: u.numVars + cells, extra: extra}
	w.layout()
	w.write()
	if u.c.err != nil {
		return nil
	}
	code.ExtraNames = len(code.Names) - len(u.nameList)
	return code
}

// writer packs instructions into words.
type writer struct {
	u        *unit
	code     *bytecode.Code
	tempBase int
	extra    []int32 // final index of each extra name, -1 before its first use
	at       []int32 // word of each instruction
	long     []bool  // jumps whose distance needs 32 bits
}

func isLongable(op bytecode.Op) bool { return bytecode.JumpOperand(op) == 'C' }

func (w *writer) size(i int) int32 {
	x := &w.u.ins[i]
	n := int32(1 + bytecode.NumCacheWords(x.op))
	if w.long[i] {
		if x.op == bytecode.ForIter || x.op == bytecode.Send {
			n += 2
		} else {
			n++
		}
	}
	return n
}

// layout finds the word of each instruction, lengthening jumps until all reach.
func (w *writer) layout() {
	ins := w.u.ins
	w.at = make([]int32, len(ins)+1)
	w.long = make([]bool, len(ins))
	for {
		pos := int32(0)
		for i := range ins {
			w.at[i] = pos
			pos += w.size(i)
		}
		w.at[len(ins)] = pos
		if pos < 4000 {
			return
		}
		grown := false
		for i := range ins {
			if ins[i].target < 0 || w.long[i] || !isLongable(ins[i].op) {
				continue
			}
			d := (w.at[ins[i].target] - w.at[i+1]) * 8
			if d > math.MaxInt16-64 || d < math.MinInt16+64 {
				w.long[i] = true
				grown = true
			}
		}
		if !grown {
			return
		}
	}
}

func (w *writer) reg(r reg) uint16 {
	return uint16(w.u.regOf2(r, w.tempBase) * 16)
}

func (u *unit) regOf2(r reg, temps int) int {
	switch {
	case r >= tempBase:
		return temps + int(r-tempBase)
	case r >= cellBase:
		return u.numVars + int(r-cellBase)
	}
	return int(r)
}

func (w *writer) name(i int32) int32 {
	if i < extraBase {
		return i
	}
	i -= extraBase
	if w.extra[i] < 0 {
		name := w.u.extraList[i]
		n, ok := w.u.names[name]
		if !ok {
			n = int32(len(w.code.Names))
			w.code.Names = append(w.code.Names, name)
		}
		w.extra[i] = n
	}
	return w.extra[i]
}

func (w *writer) operand(kind bytecode.Operand, v int32) uint16 {
	switch {
	case kind.IsRegister():
		return w.reg(v)
	case kind == bytecode.NameIndex:
		n := w.name(v)
		if n > max16 {
			w.u.c.fail(symtab.Syntaxf(w.u.scope.Pos, "too many names in '%s'", w.u.name))
		}
		return uint16(n)
	}
	return uint16(v)
}

func (w *writer) write() {
	u, code := w.u, w.code
	code.Instrs = make([]uint64, 0, w.at[len(u.ins)])
	var last syntax.Pos
	lines := make([]bytecode.PosRun, 0, 64)
	for i := range u.ins {
		x := &u.ins[i]
		if x.pos != last || i == 0 {
			lines = append(lines, bytecode.PosRun{Start: w.at[i], Line: x.pos.Line, EndLine: x.pos.EndLine, Col: x.pos.Col, EndCol: x.pos.EndCol})
			last = x.pos
		}
		w.handler(i)
		info := bytecode.InfoOf(x.op)
		a := w.operand(info.A, x.a)
		dist := int32(0)
		if x.target >= 0 {
			dist = (w.at[x.target] - w.at[i+1]) * 8
		}
		switch {
		case info.D == bytecode.Target:
			code.Instrs = append(code.Instrs, bytecode.MakeD(x.op, x.f, a, dist))
		case info.D != bytecode.NoOperand:
			d := x.b
			if info.D == bytecode.NameIndex {
				d = w.name(d)
			}
			code.Instrs = append(code.Instrs, bytecode.MakeD(x.op, x.f, a, d))
		case info.C == bytecode.Target:
			b := w.operand(info.B, x.b)
			if w.long[i] {
				w.longJump(x, a, b, dist)
			} else {
				code.Instrs = append(code.Instrs, bytecode.Make(x.op, x.f, a, b, uint16(dist)))
			}
		default:
			code.Instrs = append(code.Instrs, bytecode.Make(x.op, x.f, a, w.operand(info.B, x.b), w.operand(info.C, x.c)))
		}
		switch n := bytecode.NumCacheWords(x.op); n {
		case 1:
			id := uint64(bytecode.NoCache)
			if code.NumCaches < bytecode.NoCache {
				id = uint64(code.NumCaches)
				code.NumCaches++
			}
			code.Instrs = append(code.Instrs, id)
		case 2:
			code.Instrs = append(code.Instrs, 0, 0)
		}
	}
	code.Lines = bytecode.PackLines(lines)
}

// longJump writes a conditional jump whose target is too far for 16 bits: the
// opposite jump over an unconditional one. Distances end at the last word.
func (w *writer) longJump(x *ins, a, b uint16, dist int32) {
	op, f := x.op, x.f
	far := bytecode.Jump
	if back := backFlag(op); f&back != 0 {
		far = bytecode.Loop
		f &^= back
	}
	out := &w.code.Instrs
	switch op {
	case bytecode.ForIter, bytecode.Send:
		*out = append(*out, bytecode.Make(op, f, a, b, 8), bytecode.MakeD(bytecode.Jump, 0, 0, 8), bytecode.MakeD(far, 0, 0, dist))
		return
	case bytecode.JumpT:
		op = bytecode.JumpF
	case bytecode.JumpF:
		op = bytecode.JumpT
	case bytecode.JumpNone:
		op = bytecode.JumpNotNone
	case bytecode.JumpNotNone:
		op = bytecode.JumpNone
	default:
		f ^= 1
	}
	*out = append(*out, bytecode.Make(op, f, a, b, 8), bytecode.MakeD(far, 0, 0, dist))
}

// handler extends the exception table over instruction i.
func (w *writer) handler(i int) {
	u, code := w.u, w.code
	x := &u.ins[i]
	if x.handler < 0 || !u.caught[x.handler] {
		return
	}
	h := u.handlers[x.handler]
	start, end := w.at[i], w.at[i+1]
	target, r := w.at[h.target], int32(u.regOf2(h.reg, w.tempBase))
	if n := len(code.Handlers); n > 0 {
		p := &code.Handlers[n-1]
		if p.End == start && p.Target == target && p.Reg == r {
			p.End = end
			return
		}
	}
	code.Handlers = append(code.Handlers, bytecode.Handler{Start: start, End: end, Target: target, Reg: r})
}
