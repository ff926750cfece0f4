package bytecode

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Dump disassembles a code object and those inside it. Each line shows the
// source line where it changes, the word number, the instruction with its
// operands, and the handler register and target where an exception is caught.
// A trailing "back" marks a back edge.
func Dump(c *Code) string {
	var b strings.Builder
	dump(&b, c)
	return b.String()
}

func dump(b *strings.Builder, c *Code) {
	fmt.Fprintf(b, "code %s line %d flags %#x args %d/%d/%d regs %d\n", c.QualName, c.FirstLine, c.Flags, c.ArgCount, c.PosOnlyCount, c.KwOnlyCount, c.NumRegs)
	list := func(what string, names []string, regs []int) {
		if len(names) == 0 {
			return
		}
		b.WriteString("  " + what)
		for i, n := range names {
			if regs != nil {
				fmt.Fprintf(b, " r%d=%s", regs[i], n)
			} else {
				fmt.Fprintf(b, " %d=%s", i, n)
			}
		}
		b.WriteByte('\n')
	}
	list("vars", c.VarNames, c.VarRegs)
	list("cells", c.CellVars, c.CellRegs)
	list("free", c.FreeVars, nil)
	for _, h := range c.Hidden {
		fmt.Fprintf(b, "  hidden r%d=%s cell=%t\n", h.Reg, h.Name, h.Cell)
	}
	target := map[int]bool{}
	for pc := 0; pc < len(c.Instrs); pc += 1 + NumCacheWords(Op(c.Instrs[pc])) {
		if to, ok := JumpTarget(c.Instrs, pc); ok {
			target[to] = true
		}
	}
	for _, h := range c.Handlers {
		target[int(h.Target)] = true
	}
	line := int32(-1)
	lines := c.Lines.Runs()
	for pc := 0; pc < len(c.Instrs); pc += 1 + NumCacheWords(Op(c.Instrs[pc])) {
		p := c.RunAt(lines, pc)
		mark, num := " ", "    "
		if target[pc] {
			mark = ">"
		}
		if p.Line != line {
			line = p.Line
			num = fmt.Sprintf("%4d", line)
			if line == 0 {
				num = "   -"
			}
		}
		fmt.Fprintf(b, "%s %s%4d %s", num, mark, pc, Instr(c, pc))
		if h := c.HandlerAt(pc); h != nil && !CannotRaise(Op(c.Instrs[pc])) {
			fmt.Fprintf(b, "  !r%d->%d", h.Reg, h.Target)
		}
		b.WriteByte('\n')
	}
	for _, k := range c.Consts {
		if in, ok := k.(*Code); ok {
			dump(b, in)
		}
	}
}

// JumpTarget returns the word that the instruction at word pc of instrs may jump
// to.
func JumpTarget(instrs []uint64, pc int) (int, bool) {
	w := instrs[pc]
	next := pc + 1 + NumCacheWords(Op(w))
	switch JumpOperand(Op(w)) {
	case 'C':
		return next + int(int16(w>>48))/8, true
	case 'D':
		return next + int(int32(w>>32))/8, true
	}
	return 0, false
}

// Instr formats the instruction at word pc.
func Instr(c *Code, pc int) string {
	w := c.Instrs[pc]
	op, f := Op(w), uint8(w>>8)
	if op >= NumOps {
		return "op " + strconv.Itoa(int(op))
	}
	info := InfoOf(op)
	var b strings.Builder
	b.WriteString(info.Name)
	a, bb, cc := uint16(w>>16), uint16(w>>32), uint16(w>>48)
	operand := func(k Operand, v uint16) {
		switch k {
		case NoOperand:
		case Imm:
			fmt.Fprintf(&b, " %d", int16(v))
		case Count:
			fmt.Fprintf(&b, " n=%d", v)
		case NameIndex:
			b.WriteString(" ." + at(c.Names, int(v)))
		case FreeIndex:
			b.WriteString(" free:" + at(c.FreeVars, int(v)))
		case ConstIndex:
			b.WriteString(" " + constText(c, int(v)))
		case Target:
			to, _ := JumpTarget(c.Instrs, pc)
			fmt.Fprintf(&b, " ->%d", to)
		default:
			fmt.Fprintf(&b, " r%d", v/16)
		}
	}
	if f != 0 {
		fmt.Fprintf(&b, ":%d", f)
	}
	operand(info.A, a)
	switch info.D {
	case NoOperand:
		operand(info.B, bb)
		operand(info.C, cc)
	case Imm:
		fmt.Fprintf(&b, " %d", int32(w>>32))
	case NameIndex:
		b.WriteString(" ." + at(c.Names, int(w>>32)))
	case ConstIndex:
		b.WriteString(" " + constText(c, int(w>>32)))
	case Target:
		to, _ := JumpTarget(c.Instrs, pc)
		fmt.Fprintf(&b, " ->%d", to)
	}
	return b.String()
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "?" + strconv.Itoa(i)
}

func constText(c *Code, i int) string {
	if i >= len(c.Consts) {
		return "?" + strconv.Itoa(i)
	}
	return ConstString(c.Consts[i])
}

// ConstString formats a constant for the disassembly.
func ConstString(v any) string {
	seq := func(open, end string, items []any) string {
		parts := make([]string, len(items))
		for i, x := range items {
			parts[i] = ConstString(x)
		}
		return open + strings.Join(parts, ", ") + end
	}
	switch v := v.(type) {
	case None:
		return "None"
	case Ellipsis:
		return "..."
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return strconv.Quote(v)
	case Bytes:
		return "b" + strconv.Quote(string(v))
	case *big.Int:
		return v.String()
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case Tuple:
		return seq("(", ")", v)
	case FrozenSet:
		return seq("{", "}", v)
	case *Code:
		return "<code " + v.QualName + ">"
	}
	return fmt.Sprint(v)
}
