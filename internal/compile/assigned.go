package compile

import "github.com/coachwhip/coachwhip/internal/bytecode"

// dropChecks removes each CheckVar of a variable that is surely bound there:
// on every way from the start of the block it was assigned, or checked, after
// the last deletion.
func (u *unit) dropChecks() {
	// Parameters that nothing deletes need no analysis.
	bits := make([]int32, u.numVars) // 0: of no interest, else number+1
	safe := make([]bool, u.numVars)
	if u.scope.FunctionLike() {
		for _, n := range u.scope.VarNames {
			safe[u.varRegs[n]] = true
		}
	}
	for i := range u.ins {
		if x := &u.ins[i]; x.a < cellBase && (x.op == bytecode.DeleteVar || x.op == bytecode.Clear || x.op == bytecode.MakeCell) {
			safe[x.a] = false
		}
	}
	keep := make([]bool, len(u.ins))
	checks, needless := int32(0), false
	for i := range u.ins {
		keep[i] = true
		if x := &u.ins[i]; x.op == bytecode.CheckVar {
			if safe[x.a] {
				keep[i] = false
				needless = true
			} else if bits[x.a] == 0 {
				checks++
				bits[x.a] = checks
			}
		}
	}
	if checks > 0 {
		for i := range bits {
			bits[i]--
		}
		f := &flow{u: u, bits: bits, words: (int(checks) + 63) / 64}
		f.run()
		f.remove(keep)
	} else if !needless {
		return
	}
	u.filter(keep)
}

// flow is a forward must-analysis: a set bit means surely bound.
type flow struct {
	u      *unit
	bits   []int32 // bit of each local register, -1: of no interest
	words  int
	leader []bool     // the first instructions of blocks
	in     [][]uint64 // state at the start of each block, by its first instruction
	slab   []uint64
	work   []label
	cur    []uint64
}

func (f *flow) run() {
	u := f.u
	f.leader = make([]bool, len(u.ins)+1)
	f.in = make([][]uint64, len(u.ins)+1)
	start := make([]uint64, f.words)
	if u.scope.FunctionLike() {
		for _, n := range u.scope.VarNames {
			if b := f.bits[u.varRegs[n]]; b >= 0 {
				start[b>>6] |= 1 << (b & 63)
			}
		}
	}
	// Leaders: the targets of jumps and handlers.
	for i := range u.ins {
		if t := u.ins[i].target; t >= 0 {
			f.leader[t] = true
		}
	}
	for i, h := range u.handlers {
		if u.caught[i] {
			f.leader[h.target] = true
		}
	}
	f.cur = make([]uint64, f.words)
	f.leader[0] = true
	f.merge(0, start)
	for len(f.work) > 0 {
		i := f.work[len(f.work)-1]
		f.work = f.work[:len(f.work)-1]
		copy(f.cur, f.in[i])
		f.block(i, nil)
	}
}

// merge joins a state into that of the block at i.
func (f *flow) merge(i label, s []uint64) {
	old := f.in[i]
	if old == nil {
		if len(f.slab) < f.words {
			f.slab = make([]uint64, 64*f.words)
		}
		f.in[i], f.slab = f.slab[:f.words:f.words], f.slab[f.words:]
		copy(f.in[i], s)
		f.work = append(f.work, i)
		return
	}
	changed := false
	for k := range old {
		if n := old[k] & s[k]; n != old[k] {
			old[k] = n
			changed = true
		}
	}
	if changed {
		f.work = append(f.work, i)
	}
}

func (f *flow) set(r reg) {
	if r < cellBase {
		if b := f.bits[r]; b >= 0 {
			f.cur[b>>6] |= 1 << (b & 63)
		}
	}
}

func (f *flow) clear(r reg) {
	if r < cellBase {
		if b := f.bits[r]; b >= 0 {
			f.cur[b>>6] &^= 1 << (b & 63)
		}
	}
}

// block follows the instructions from i to the end of its block. With visit,
// it only shows the state before each CheckVar; without, it spreads the state.
func (f *flow) block(i label, visit func(i label, bound bool)) {
	u := f.u
	noted := int32(-1) // the handler that knows a state at most this one
	for first := i; int(i) < len(u.ins); i++ {
		if i != first {
			if f.leader[i] {
				if visit == nil {
					f.merge(i, f.cur)
				}
				return
			}
		}
		x := &u.ins[i]
		if visit == nil && x.handler >= 0 && x.handler != noted && !bytecode.CannotRaise(x.op) {
			f.merge(u.handlers[x.handler].target, f.cur)
			noted = x.handler
		}
		switch x.op {
		case bytecode.CheckVar:
			if b := f.bits[x.a]; visit != nil && b >= 0 {
				visit(i, f.cur[b>>6]>>(b&63)&1 != 0)
			}
			f.set(x.a)
		case bytecode.DeleteVar, bytecode.Clear, bytecode.MakeCell:
			f.clear(x.a)
			noted = -1
		case bytecode.ForIter:
			if visit == nil {
				f.merge(x.target, f.cur)
			}
			f.set(x.b)
			continue
		case bytecode.Unpack:
			for k := int32(0); k < x.c; k++ {
				f.set(x.a + k)
			}
		default:
			info := bytecode.InfoOf(x.op)
			if info.A == bytecode.Def {
				f.set(x.a)
			}
			if info.C == bytecode.Def {
				f.set(x.c)
			}
		}
		if x.target >= 0 && visit == nil {
			f.merge(x.target, f.cur)
		}
		if bytecode.EndsBlock(x.op) {
			return
		}
	}
}

// remove marks the needless checks.
func (f *flow) remove(keep []bool) {
	for i, s := range f.in {
		if s == nil {
			continue
		}
		copy(f.cur, s)
		f.block(label(i), func(i label, bound bool) {
			if bound {
				keep[i] = false
			}
		})
	}
}
