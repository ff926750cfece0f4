package compile

import "github.com/coachwhip/coachwhip/internal/bytecode"

// dropChecks removes each CheckVar of a variable that is surely bound there:
// on every way from the start of the block it was assigned, or checked, after
// the last deletion.
func (u *unit) dropChecks() {
	// Number the variables that any check is about.
	bit := map[reg]int{}
	checks := 0
	for i := range u.ins {
		if x := &u.ins[i]; x.op == bytecode.CheckVar {
			checks++
			if _, ok := bit[x.a]; !ok {
				bit[x.a] = len(bit)
			}
		}
	}
	if checks == 0 {
		return
	}
	f := &flow{u: u, bits: make([]int32, u.numVars), words: (len(bit) + 63) / 64}
	for i := range f.bits {
		f.bits[i] = -1
	}
	for r, b := range bit {
		f.bits[r] = int32(b)
	}
	f.run()
	keep := make([]bool, len(u.ins))
	for i := range keep {
		keep[i] = true
	}
	f.remove(keep)
	u.filter(keep)
}

// flow is a forward must-analysis: a set bit means surely bound.
type flow struct {
	u     *unit
	bits  []int32 // bit of each local register, -1: of no interest
	words int
	in    map[label][]uint64 // state at the start of each block
	work  []label
	cur   []uint64
}

func (f *flow) run() {
	u := f.u
	f.in = map[label][]uint64{}
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
			f.in[t] = nil
		}
	}
	for _, h := range u.handlers {
		f.in[h.target] = nil
	}
	f.cur = make([]uint64, f.words)
	f.in[0] = nil
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
		f.in[i] = append([]uint64(nil), s...)
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
			if _, leader := f.in[i]; leader {
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
			if visit != nil {
				b := f.bits[x.a]
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
		f.block(i, func(i label, bound bool) {
			if bound {
				keep[i] = false
			}
		})
	}
}
