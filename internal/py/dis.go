package py

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// The native part of the dis module: what reads co_code there knows CPython's
// instructions, and ours are others. Instructions have the form that dis gives
// them, with our opcodes' names in its spelling; the argument's text lists the
// operands in the order of the instruction word, with registers by their
// variable's name or as r and their number.

// disName is how dis spells an opcode's name.
func disName(op bytecode.Op) string {
	if op == bytecode.LoadMethod {
		// In CPython that is a form of LOAD_ATTR, and inspect looks for it.
		return "LOAD_ATTR"
	}
	s := op.String()
	var b strings.Builder
	upper := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }
	for i := range len(s) {
		if i > 0 && upper(i) && (!upper(i-1) || i+1 < len(s) && !upper(i+1)) {
			b.WriteByte('_')
		}
		b.WriteByte(s[i])
	}
	return strings.ToUpper(b.String())
}

// ownOpcodes is where the numbers begin that Instruction.opcode has for
// instructions whose name CPython does not know.
const ownOpcodes = 512

// disOpcode is Instruction.opcode: the number that opcode.opmap has for the name,
// as who looks for an instruction compares with that (cloudpickle does).
func disOpcode(t *Thread, ns *Dict, op bytecode.Op) int {
	if m, ok := ToDict(ns.GetStr(t, "opmap")); ok && op < bytecode.NumOps {
		if v := m.GetStr(t, disName(op)); v.p != nil {
			if n, ok := smallInt(v); ok {
				return int(n)
			}
		}
	}
	return ownOpcodes + int(op)
}

// codeWords takes co_code apart into instruction words.
func codeWords(t *Thread, v Value) ([]uint64, *Exc) {
	buf, err := t.Buffer(v, BufSimple)
	if err != nil {
		return nil, err
	}
	defer buf.Release()
	if len(buf.Data)%8 != 0 {
		return nil, t.ValueErr("bytecode is not a sequence of 8-byte instructions")
	}
	words := make([]uint64, 0, len(buf.Data)/8)
	for p := buf.Data; len(p) > 0; p = p[8:] {
		words = append(words, binary.LittleEndian.Uint64(p))
	}
	return words, nil
}

// jumpDistance gives how many words the instruction jumps from its end.
func jumpDistance(w uint64) (int, bool) {
	switch bytecode.JumpOperand(bytecode.Op(w)) {
	case 'C':
		return int(int16(w>>48)) / 8, true
	case 'D':
		return int(int32(w>>32)) / 8, true
	}
	return 0, false
}

// eachInstr calls f with the place and word of each instruction, leaving out
// the cache words.
func eachInstr(words []uint64, f func(pc int, w uint64) *Exc) *Exc {
	for pc := 0; pc < len(words); {
		w := words[pc]
		if err := f(pc, w); err != nil {
			return err
		}
		pc++
		if op := bytecode.Op(w); op < bytecode.NumOps {
			pc += bytecode.NumCacheWords(op)
		}
	}
	return nil
}

func disFindLabels(t *Thread, _ Value, a []Value) (Value, *Exc) {
	words, err := codeWords(t, a[0])
	if err != nil {
		return Value{}, err
	}
	var at []int
	err = eachInstr(words, func(pc int, w uint64) *Exc {
		if op := bytecode.Op(w); op < bytecode.NumOps {
			if d, ok := jumpDistance(w); ok {
				if to := lastiOf(pc + 1 + bytecode.NumCacheWords(op) + d); !slices.Contains(at, to) {
					at = append(at, to)
				}
			}
		}
		return nil
	})
	out := make([]Value, len(at))
	for i, n := range at {
		out[i] = IntOf(n)
	}
	return NewList(out).Value(), err
}

// disassembler makes the Instruction objects of one code string.
type disassembler struct {
	t       *Thread
	names   []Value
	consts  []Value
	code    *bytecode.Code // nil for a code string without its object
	labels  Value          // dict from offset to label
	argval  Value
	arg     Value
	argText []string
}

func (d *disassembler) register(r int) string {
	if c := d.code; c != nil {
		if i := slices.Index(c.VarRegs, r); i >= 0 {
			return c.VarNames[i]
		}
		if i := slices.Index(c.CellRegs, r); i >= 0 {
			return c.CellVars[i]
		}
	}
	return "r" + strconv.Itoa(r)
}

// main makes n with the value v the argument that dis shows, if it is the first.
func (d *disassembler) main(n int, v Value) {
	if d.arg.p == nil {
		d.arg, d.argval = IntOf(n), v
	}
}

func (d *disassembler) operand(kind bytecode.Operand, raw int, target int) *Exc {
	text := ""
	switch kind {
	case bytecode.NoOperand:
		return nil
	case bytecode.Imm:
		d.main(raw, IntOf(raw))
		text = strconv.Itoa(raw)
	case bytecode.Count:
		text = "n=" + strconv.Itoa(raw)
	case bytecode.NameIndex:
		text = "?" + strconv.Itoa(raw)
		if d.code != nil && raw >= len(d.names) && raw < len(d.code.Names) {
			text = d.code.Names[raw] // a name that only error messages need
			d.main(raw, NewStr(text).Value())
		} else if raw < len(d.names) {
			d.main(raw, d.names[raw])
			if s, ok := ToStr(d.names[raw]); ok {
				text = s.s
			}
		}
	case bytecode.ConstIndex:
		text = "?" + strconv.Itoa(raw)
		if raw < len(d.consts) {
			d.main(raw, d.consts[raw])
			s, err := d.t.Repr(d.consts[raw])
			if err != nil {
				return err
			}
			text = s.s
		}
	case bytecode.FreeIndex:
		text = "free " + strconv.Itoa(raw)
		if d.code != nil && raw < len(d.code.FreeVars) {
			text = d.code.FreeVars[raw]
		}
		d.main(raw, NewStr(text).Value())
	case bytecode.Target:
		d.arg, d.argval = IntOf(raw), IntOf(target)
		text = "to " + strconv.Itoa(target)
		if l, ok := ToDict(d.labels); ok {
			n, err := l.Get(d.t, IntOf(target))
			if err != nil {
				return err
			}
			if n.p != nil {
				s, err := d.t.StrOf(n)
				if err != nil {
					return err
				}
				text = "to L" + s.s
			}
		}
	default:
		text = d.register(raw / 16)
	}
	d.argText = append(d.argText, text)
	return nil
}

// instr fills in the argument of the instruction w at pc.
func (d *disassembler) instr(pc int, w uint64) *Exc {
	d.arg, d.argval, d.argText = Value{}, Value{}, d.argText[:0]
	op := bytecode.Op(w)
	info := bytecode.InfoOf(op)
	dist, _ := jumpDistance(w)
	target := lastiOf(pc + 1 + bytecode.NumCacheWords(op) + dist)
	if f := int(uint8(w >> 8)); f != 0 && op != bytecode.LoadBool {
		d.argText = append(d.argText, "F="+strconv.Itoa(f))
	}
	field := func(kind bytecode.Operand, raw uint16) *Exc {
		switch kind {
		case bytecode.Imm:
			return d.operand(kind, int(int16(raw)), 0)
		case bytecode.Target:
			return d.operand(kind, dist, target)
		}
		return d.operand(kind, int(raw), 0)
	}
	if err := field(info.A, uint16(w>>16)); err != nil {
		return err
	}
	if info.D != bytecode.NoOperand {
		raw := int(uint32(w >> 32))
		switch info.D {
		case bytecode.Imm:
			raw = int(int32(w >> 32))
		case bytecode.Target:
			raw = dist
		}
		if err := d.operand(info.D, raw, target); err != nil {
			return err
		}
	} else {
		if err := field(info.B, uint16(w>>32)); err != nil {
			return err
		}
		if err := field(info.C, uint16(w>>48)); err != nil {
			return err
		}
	}
	switch {
	case op == bytecode.LoadGlobal, op == bytecode.StoreGlobal, op == bytecode.DeleteGlobal:
		// The text is the name alone, as in CPython: dill reads it.
		d.arg = IntOf(int(uint16(w>>16)) / 16)
		d.argText = d.argText[len(d.argText)-1:]
	case op == bytecode.LoadBool:
		d.arg, d.argval = IntOf(int(uint8(w>>8))), Bool(uint8(w>>8) != 0)
		d.argText = append(d.argText, map[bool]string{false: "False", true: "True"}[uint8(w>>8) != 0])
	case d.arg.p == nil && info.A.IsRegister():
		d.arg = IntOf(int(uint16(w>>16)) / 16)
		d.argval = NewStr(d.register(int(uint16(w>>16)) / 16)).Value()
	}
	return nil
}

// disInstructions is _get_instructions_bytes().
func disInstructions(ns *Dict) FnSig {
	return func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		given := func(i int) bool { return a[i].p != nil && !a[i].IsNone() }
		code := a[0]
		if given(4) {
			code = a[4]
		}
		words, err := codeWords(t, code)
		if err != nil {
			return Value{}, err
		}
		d := &disassembler{t: t}
		if given(5) {
			get := func(name string) (v Value) {
				if err == nil {
					v, err = t.GetAttrS(a[5], name)
				}
				return v
			}
			names, consts := get("names"), get("co_consts")
			of := get("varname_from_oparg")
			d.labels = get("labels_map")
			// Variables are told by a method of the code object itself.
			if of.p != nil && of.p.typ == NativeFuncType {
				if self := asNative(of).self; self.p != nil && self.p.typ == CodeType {
					d.code = asCode(self).bc
				}
			}
			if err == nil && !names.IsNone() {
				d.names, err = t.Items(names)
			}
			if err == nil && !consts.IsNone() {
				d.consts, err = t.Items(consts)
			}
			if err != nil {
				return Value{}, err
			}
		}
		var places Value
		if given(3) {
			if places, err = t.Iter(a[3]); err != nil {
				return Value{}, err
			}
		}
		starts, _ := ToDict(a[1])
		offset := 0
		if given(2) {
			if offset, err = t.AsInt(a[2]); err != nil {
				return Value{}, err
			}
		}
		var list []Value
		line, known := None, 0
		err = eachInstr(words, func(pc int, w uint64) *Exc {
			var pos []Value
			for ; places.p != nil && known <= pc+1; known++ {
				p, err := t.Next(places)
				if err != nil {
					return err
				}
				if p.p == nil {
					places, pos = Value{}, nil
					break
				}
				if pos, err = t.Items(p); err != nil {
					return err
				}
			}
			at := IntOf(lastiOf(pc))
			isStart, label := false, None
			if starts != nil {
				n, err := starts.Get(t, at)
				if err != nil {
					return err
				}
				if isStart = n.p != nil; isStart {
					line = n
					if k, err := t.AsInt(n); err == nil {
						line = IntOf(k + offset)
					}
				}
			}
			if l, ok := ToDict(d.labels); ok {
				n, err := l.Get(t, at)
				if err != nil {
					return err
				}
				label = orNone(n)
			}
			op := bytecode.Op(w)
			name := "<" + strconv.Itoa(int(op)) + ">"
			d.arg, d.argval, d.argText = Value{}, Value{}, d.argText[:0]
			if op < bytecode.NumOps {
				name = disName(op)
				if err := d.instr(pc, w); err != nil {
					return err
				}
			}
			position, err := t.Call(ns.GetStr(t, "Positions"), pos...)
			if err != nil {
				return err
			}
			in, err := t.Call(ns.GetStr(t, "Instruction"), NewStr(name).Value(), IntOf(disOpcode(t, ns, op)), orNone(d.arg), orNone(d.argval),
				NewStr(strings.Join(d.argText, ", ")).Value(), at, at, Bool(isStart), line, label, position, None)
			list = append(list, in)
			return err
		})
		if err != nil {
			return Value{}, err
		}
		return t.Iter(NewList(list).Value())
	}
}

// disJumpTarget is _get_jump_target(op, arg, offset).
func disJumpTarget(ns *Dict) FnSig {
	return func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		n, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		for op := bytecode.Op(0); op < bytecode.NumOps; op++ {
			if bytecode.JumpOperand(op) != 0 && disOpcode(t, ns, op) == n {
				return jumpTargetOf(t, op, a)
			}
		}
		return None, nil
	}
}

func jumpTargetOf(t *Thread, op bytecode.Op, a []Value) (Value, *Exc) {
	arg, err := t.AsInt(a[1])
	if err != nil {
		return Value{}, err
	}
	at, err := t.AsInt(a[2])
	if err != nil {
		return Value{}, err
	}
	return IntOf(at + (1+bytecode.NumCacheWords(op)+arg)*codeUnit), nil
}

// disExceptionTable is _parse_exception_table(code). An entry's depth is the
// register that takes the exception.
func disExceptionTable(ns *Dict) FnSig {
	return func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		if a[0].p.typ != CodeType {
			return Value{}, t.TypeErr("expected a code object, not %s", a[0].p.typ.name)
		}
		c := asCode(a[0])
		var list []Value
		for _, h := range c.bc.Handlers {
			e, err := t.Call(ns.GetStr(t, "_ExceptionTableEntry"), IntOf(lastiOf(int(h.Start))), IntOf(lastiOf(int(h.End))),
				IntOf(lastiOf(int(h.Target))), IntOf(int(h.Reg)), Bool(false))
			if err != nil {
				return Value{}, err
			}
			list = append(list, e)
		}
		return NewList(list).Value(), nil
	}
}

// disPrint is print_instructions(instrs, exception_entries, formatter, lasti=-1).
func disPrint(t *Thread, _ Value, a []Value) (Value, *Exc) {
	last := IntOf(-1)
	if a[3].p != nil {
		last = a[3]
	}
	err := t.Each(a[0], func(in Value) *Exc {
		at, err := t.GetAttrS(in, "offset")
		if err != nil {
			return err
		}
		here, err := t.Equal(at, last)
		if err != nil {
			return err
		}
		_, err = t.CallMethodS(a[2], "print_instruction", in, Bool(here))
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return t.CallMethodS(a[2], "print_exception_table", a[1])
}

// disImports is _find_imports(co).
func disImports(t *Thread, _ Value, a []Value) (Value, *Exc) {
	if a[0].p.typ != CodeType {
		return Value{}, t.TypeErr("expected a code object, not %s", a[0].p.typ.name)
	}
	c := asCode(a[0])
	consts, err := t.GetAttrS(a[0], "co_consts")
	if err != nil {
		return Value{}, err
	}
	ks, err := t.Items(consts)
	if err != nil {
		return Value{}, err
	}
	known := map[uint16]Value{} // registers that hold a constant
	var list []Value
	err = eachInstr(c.bc.Words(), func(_ int, w uint64) *Exc {
		switch reg := uint16(w >> 16); bytecode.Op(w) {
		case bytecode.LoadK:
			if k := int(uint32(w >> 32)); k < len(ks) {
				known[reg] = ks[k]
			}
		case bytecode.LoadInt:
			known[reg] = IntOf(int(int32(w >> 32)))
		case bytecode.LoadNone:
			known[reg] = None
		case bytecode.ImportName:
			b := uint16(w >> 32)
			level, from := known[b], known[b+16]
			if n := int(uint16(w >> 48)); level.p != nil && from.p != nil && n < len(c.bc.Names) {
				list = append(list, NewTuple(NewStr(c.bc.Names[n]).Value(), level, from).Value())
			}
		}
		return nil
	})
	if err != nil {
		return Value{}, err
	}
	return t.Iter(NewList(list).Value())
}

// disStores is _find_store_names(co).
func disStores(t *Thread, _ Value, a []Value) (Value, *Exc) {
	if a[0].p.typ != CodeType {
		return Value{}, t.TypeErr("expected a code object, not %s", a[0].p.typ.name)
	}
	c := asCode(a[0])
	var list []Value
	err := eachInstr(c.bc.Words(), func(_ int, w uint64) *Exc {
		if op := bytecode.Op(w); op == bytecode.StoreName || op == bytecode.StoreGlobal {
			if n := int(uint32(w >> 32)); n < len(c.bc.Names) {
				list = append(list, NewStr(c.bc.Names[n]).Value())
			}
		}
		return nil
	})
	if err != nil {
		return Value{}, err
	}
	return t.Iter(NewList(list).Value())
}

func init() {
	RegisterNativePart("dis", func(t *Thread, ns *Dict) *Exc {
		for _, m := range [...]MethodSpec{
			{Name: "findlabels", Sig: "code", Fn: FnSig(disFindLabels), Doc: "Return the offsets that the instructions of a code string jump to."},
			{Name: "_get_instructions_bytes", Sig: "code, linestarts=None, line_offset=0, co_positions=None, original_code=None, arg_resolver=None", Fn: FnSig(disInstructions(ns))},
			{Name: "_get_jump_target", Sig: "op, arg, offset", Fn: FnSig(disJumpTarget(ns))},
			{Name: "_parse_exception_table", Sig: "code", Fn: FnSig(disExceptionTable(ns))},
			{Name: "print_instructions", Sig: "instrs, exception_entries, formatter, lasti=-1", Fn: FnSig(disPrint), Doc: "Print instructions with a formatter."},
			{Name: "_find_imports", Sig: "co", Fn: FnSig(disImports)},
			{Name: "_find_store_names", Sig: "co", Fn: FnSig(disStores)},
		} {
			ns.SetStr(t, m.Name, NewFunction(m, Value{}, "dis"))
		}
		return nil
	})
}
