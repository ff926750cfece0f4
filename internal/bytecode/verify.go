package bytecode

import "fmt"

// Verify checks that a code object and those inside it are well formed: every
// register, constant, name, free variable and jump target exists, cache words
// stand where they must, the exception table is sorted. It is for tests and
// fuzzing, and for code that comes from a file.
func Verify(c *Code) error {
	if err := VerifyOne(c); err != nil {
		return err
	}
	for _, k := range c.Consts {
		if in, ok := k.(*Code); ok {
			if err := Verify(in); err != nil {
				return err
			}
		}
	}
	return nil
}

// VerifyOne is Verify without the code objects inside.
func VerifyOne(c *Code) error {
	if err := verify(c); err != nil {
		return fmt.Errorf("%s (line %d): %w", c.QualName, c.FirstLine, err)
	}
	return nil
}

func verify(c *Code) error {
	if uint(c.ArgCount) > MaxRegs || uint(c.KwOnlyCount) > MaxRegs || uint(c.PosOnlyCount) > uint(c.ArgCount) {
		return fmt.Errorf("parameters %d, %d, %d", c.PosOnlyCount, c.ArgCount, c.KwOnlyCount)
	}
	if c.NumRegs > MaxRegs || c.NumRegs < c.ArgSlots() {
		return fmt.Errorf("%d registers for %d parameters", c.NumRegs, c.ArgSlots())
	}
	if len(c.VarNames) != len(c.VarRegs) || len(c.CellVars) != len(c.CellRegs) {
		return fmt.Errorf("variables without registers")
	}
	regs := append(append([]int{}, c.VarRegs...), c.CellRegs...)
	for _, h := range c.Hidden {
		regs = append(regs, h.Reg)
	}
	for _, r := range regs {
		if r < 0 || r >= c.NumRegs {
			return fmt.Errorf("variable in register %d of %d", r, c.NumRegs)
		}
	}
	if c.Flags&FlagOptimized != 0 && c.ArgSlots() > len(c.VarRegs) {
		return fmt.Errorf("%d parameters but %d variables", c.ArgSlots(), len(c.VarRegs))
	}
	if c.Flags&FlagOptimized != 0 {
		for i, r := range c.VarRegs[:c.ArgSlots()] {
			if r != i {
				return fmt.Errorf("parameter %d in register %d", i, r)
			}
		}
	}
	if c.NumCaches < 0 || c.ExtraNames < 0 || c.ExtraNames > len(c.Names) {
		return fmt.Errorf("%d caches, %d of %d names hidden", c.NumCaches, c.ExtraNames, len(c.Names))
	}
	start := make([]bool, len(c.Instrs)+1)
	caches := map[uint64]bool{}
	last := -1
	for pc := 0; pc < len(c.Instrs); {
		start[pc] = true
		last = pc
		op := Op(c.Instrs[pc])
		if op >= NumOps {
			return fmt.Errorf("word %d: opcode %d", pc, op)
		}
		n := NumCacheWords(op)
		if pc+n >= len(c.Instrs)+0 && n > 0 && pc+n > len(c.Instrs)-1 {
			return fmt.Errorf("word %d: cache words missing", pc)
		}
		if n == 1 {
			id := c.Instrs[pc+1] & 0xffff
			if id != NoCache {
				if caches[id] || int(id) >= c.NumCaches {
					return fmt.Errorf("word %d: cache number %d", pc, id)
				}
				caches[id] = true
			} else if c.NumCaches < NoCache {
				return fmt.Errorf("word %d: no cache, but only %d of them", pc, c.NumCaches)
			}
		}
		pc += 1 + n
	}
	if last < 0 || !EndsBlock(Op(c.Instrs[last])) {
		return fmt.Errorf("control runs off the end")
	}
	for pc := range c.Instrs {
		if start[pc] {
			if err := verifyInstr(c, pc, start); err != nil {
				return fmt.Errorf("word %d, %s: %w", pc, Op(c.Instrs[pc]), err)
			}
		}
	}
	end := int32(0)
	for i, h := range c.Handlers {
		if h.Start < end || h.End <= h.Start || int(h.End) > len(c.Instrs) || !start[h.Start] || !start[h.End] && int(h.End) != len(c.Instrs) {
			return fmt.Errorf("handler %d: range %d-%d", i, h.Start, h.End)
		}
		if h.Target < 0 || int(h.Target) >= len(c.Instrs) || !start[h.Target] {
			return fmt.Errorf("handler %d: target %d", i, h.Target)
		}
		if h.Reg < 0 || int(h.Reg) >= c.NumRegs {
			return fmt.Errorf("handler %d: register %d", i, h.Reg)
		}
		end = h.End
	}
	prev := int32(-1)
	for i, l := range c.Lines.Runs() {
		if l.Start <= prev || int(l.Start) >= len(c.Instrs) || !start[l.Start] {
			return fmt.Errorf("line run %d starts at word %d", i, l.Start)
		}
		prev = l.Start
	}
	return nil
}

func verifyInstr(c *Code, pc int, start []bool) error {
	w := c.Instrs[pc]
	op, f := Op(w), uint8(w>>8)
	info := InfoOf(op)
	fields := [3]uint16{uint16(w >> 16), uint16(w >> 32), uint16(w >> 48)}
	kinds := [3]Operand{info.A, info.B, info.C}
	if info.D != NoOperand {
		kinds[1], kinds[2] = NoOperand, NoOperand
		d := int32(w >> 32)
		if err := verifyIndex(c, info.D, int(d)); err != nil {
			return err
		}
		if info.D == ConstIndex && op == MakeFunction {
			if _, ok := c.Consts[d].(*Code); !ok {
				return fmt.Errorf("constant %d is no code object", d)
			}
		}
	}
	var vals [3]int
	for i, k := range kinds {
		v := int(fields[i])
		if k.IsRegister() {
			if v%16 != 0 {
				return fmt.Errorf("operand %d is no register: %d", i, v)
			}
			v /= 16
			if v >= c.NumRegs {
				return fmt.Errorf("register %d of %d", v, c.NumRegs)
			}
		} else if err := verifyIndex(c, k, v); err != nil {
			return err
		}
		vals[i] = v
	}
	if lo, hi := Registers(op, f, vals[0], vals[1], vals[2]); hi > lo && hi > c.NumRegs {
		return fmt.Errorf("registers %d to %d of %d", lo, hi-1, c.NumRegs)
	}
	switch op {
	case CallKw, CallMethodKw:
		names, ok := c.Consts[vals[2]].(Tuple)
		if !ok || len(names) > vals[1] || !allStrings(names) {
			return fmt.Errorf("bad keyword names")
		}
	case MatchClass:
		if names, ok := c.Consts[vals[2]].(Tuple); !ok || !allStrings(names) {
			return fmt.Errorf("bad attribute names")
		}
	}
	if at := JumpOperand(op); at != 0 {
		d := int(int16(fields[2]))
		if at == 'D' {
			d = int(int32(w >> 32))
		}
		to := pc + 1 + NumCacheWords(op) + d/8
		if d%8 != 0 || to < 0 || to >= len(c.Instrs) || !start[to] {
			return fmt.Errorf("jump to word %d", to)
		}
	}
	if op == Yield && f&1 != 0 && (pc == 0 || Op(c.Instrs[pc-1]) != Send && Op(c.Instrs[pc-1]) != Jump) {
		return fmt.Errorf("does not follow its Send")
	}
	return nil
}

func allStrings(t Tuple) bool {
	for _, x := range t {
		if _, ok := x.(string); !ok {
			return false
		}
	}
	return true
}

func verifyIndex(c *Code, k Operand, v int) error {
	limit := -1
	switch k {
	case NameIndex:
		limit = len(c.Names)
	case ConstIndex:
		limit = len(c.Consts)
	case FreeIndex:
		limit = len(c.FreeVars)
	default:
		return nil
	}
	if v < 0 || v >= limit {
		return fmt.Errorf("index %d of %d", v, limit)
	}
	return nil
}
