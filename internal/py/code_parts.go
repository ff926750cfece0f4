package py

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/big"
	"math/bits"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// Code objects made from their parts: code(argcount, ..., cellvars). co_code
// has the instructions; co_exceptiontable has, besides the handlers, the rest
// that they need: which registers the variables have, names for error messages,
// the number of registers. At its end stands a sum of all that the instructions
// depend on, so that parts which do not belong together, or were changed, are
// refused and do not run.

// How deep constants are nested at most, and how many items their tuples and
// sets have in all: one tuple may stand in many others.
const (
	maxConstDepth = 100
	maxConstItems = 1 << 20
)

// noLine stands in co_linetable for the line of an instruction that has none.
const noLine = math.MinInt32

// lineTable is co_linetable: for each run of instructions its first word, its
// line as the distance from the first line of the code, how many lines further
// it ends, and its columns.
func (c *Code) lineTable() []byte {
	var b []byte
	for _, r := range c.lineRuns() {
		line := int64(r.Line) - int64(c.bc.FirstLine)
		if r.Line == 0 {
			line = noLine
		}
		for _, n := range [...]int64{int64(r.Start), line, int64(r.EndLine) - int64(r.Line), int64(r.Col), int64(r.EndCol)} {
			b = binary.AppendVarint(b, n)
		}
	}
	return b
}

// parseLines reads what lineTable gives. A table of another form tells no lines:
// code runs all the same then, as with an empty one.
func parseLines(b []byte, first int, words []uint64) []bytecode.PosRun {
	var runs []bytecode.PosRun
	at, prev := 0, -1
	for p := (partReader{b: b}); len(p.b) > 0; {
		start, line, end, col, endCol := p.int(), p.int(), p.int(), p.int(), p.int()
		if p.bad || start <= prev || start >= len(words) {
			return nil
		}
		prev = start
		for at < start {
			at += 1 + bytecode.NumCacheWords(bytecode.Op(words[at]))
		}
		if at != start {
			return nil
		}
		r := bytecode.PosRun{Start: int32(start), Col: int32(col), EndCol: int32(endCol)}
		if line != noLine {
			r.Line = int32(line + first)
		}
		r.EndLine = r.Line + int32(end)
		runs = append(runs, r)
	}
	return runs
}

// exceptionTable is co_exceptiontable.
func (c *Code) exceptionTable() []byte {
	bc := c.bc
	b := binary.AppendVarint(nil, int64(len(bc.Handlers)))
	for _, h := range bc.Handlers {
		for _, n := range [...]int32{h.Start, h.End, h.Target, h.Reg} {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	ints := func(s []int) {
		b = binary.AppendVarint(b, int64(len(s)))
		for _, n := range s {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	str := func(s string) {
		b = binary.AppendVarint(b, int64(len(s)))
		b = append(b, s...)
	}
	ints(bc.VarRegs)
	ints(bc.CellRegs)
	b = binary.AppendVarint(b, int64(len(bc.Hidden)))
	for _, h := range bc.Hidden {
		str(h.Name)
		cell := int64(0)
		if h.Cell {
			cell = 1
		}
		b = binary.AppendVarint(b, int64(h.Reg))
		b = binary.AppendVarint(b, cell)
	}
	extra := c.names[len(c.names)-bc.ExtraNames:]
	b = binary.AppendVarint(b, int64(len(extra)))
	for _, n := range extra {
		str(n.s)
	}
	ints([]int{bc.NumRegs, bc.NumCaches, int(bc.Flags & hiddenFlags)})
	return binary.LittleEndian.AppendUint64(b, partsSum(bc, b, c.consts))
}

// partReader reads co_exceptiontable and co_linetable.
type partReader struct {
	b   []byte
	bad bool
}

func (p *partReader) fail() { p.b, p.bad = nil, true }

func (p *partReader) int() int {
	n, k := binary.Varint(p.b)
	if k <= 0 || n != int64(int32(n)) {
		p.fail()
		return 0
	}
	p.b = p.b[k:]
	return int(n)
}

// count reads the number of things that follow, of at least a byte each.
func (p *partReader) count() int {
	n := p.int()
	if n < 0 || n > len(p.b) {
		p.fail()
		return 0
	}
	return n
}

func (p *partReader) ints() []int {
	s := make([]int, p.count())
	for i := range s {
		s[i] = p.int()
	}
	return s
}

func (p *partReader) str() string {
	n := p.count()
	s := string(p.b[:n])
	p.b = p.b[n:]
	return s
}

// readTable sets what co_exceptiontable tells about bc, whose other parts are
// set, and returns false when it does not fit them.
func readTable(bc *bytecode.Code, table []byte, consts []Value) bool {
	if len(table) < 8 {
		return false
	}
	body := table[:len(table)-8]
	p := partReader{b: body}
	bc.Handlers = make([]bytecode.Handler, p.count())
	for i := range bc.Handlers {
		bc.Handlers[i] = bytecode.Handler{Start: int32(p.int()), End: int32(p.int()), Target: int32(p.int()), Reg: int32(p.int())}
	}
	bc.VarRegs, bc.CellRegs = p.ints(), p.ints()
	for n := p.count(); n > 0; n-- {
		bc.Hidden = append(bc.Hidden, bytecode.HiddenVar{Name: p.str(), Reg: p.int(), Cell: p.int() != 0})
	}
	bc.ExtraNames = p.count()
	for range bc.ExtraNames {
		bc.Names = append(bc.Names, p.str())
	}
	rest := p.ints()
	if p.bad || len(p.b) > 0 || len(rest) != 3 {
		return false
	}
	bc.NumRegs, bc.NumCaches = rest[0], rest[1]
	bc.Flags = bc.Flags&^hiddenFlags | uint32(rest[2])&hiddenFlags
	return binary.LittleEndian.Uint64(table[len(body):]) == partsSum(bc, body, consts)
}

// partsSum is the sum of all that the instructions depend on.
func partsSum(bc *bytecode.Code, table []byte, consts []Value) uint64 {
	h := fnv.New64a()
	var buf [8]byte
	add := func(n uint64) {
		binary.LittleEndian.PutUint64(buf[:], n)
		h.Write(buf[:])
	}
	add(bytecode.Magic())
	h.Write(table)
	for _, n := range [...]int{bc.ArgSlots(), int(bc.Flags & structuralFlags), bc.NumWords(), len(bc.VarNames), len(bc.CellVars), len(bc.FreeVars), len(bc.Names), len(consts)} {
		add(uint64(n))
	}
	for _, w := range bc.Words() {
		add(w)
	}
	left := maxConstItems
	for _, k := range consts {
		add(constForm(k, 0, &left))
	}
	return h.Sum64()
}

// constForm is a number for what instructions rely on in a constant, see fitsConst.
func constForm(v Value, depth int, left *int) uint64 {
	switch {
	case v.p.typ == CodeType:
		return 3 + 16*uint64(len(readyCode(v).freeVars))
	case v.p.shape == shTuple && depth < maxConstDepth:
		items := asTuple(v).items
		if *left -= len(items); *left < 0 {
			return 1
		}
		sum := 4 + 16*uint64(len(items))
		for _, x := range items {
			n := uint64(1)
			if x.p.shape != shStr {
				n = 2 + constForm(x, depth+1, left)
			}
			sum = bits.RotateLeft64(sum, 7)*0x9e3779b97f4a7c15 + n
		}
		return sum
	}
	return 0
}

// plainConsts gives constants as the compiler makes them; nil stands for an
// object that no compiled code has among them.
func (t *Thread) plainConsts(consts []Value) []any {
	all := make([]any, len(consts))
	left := maxConstItems
	for i, v := range consts {
		all[i] = t.plainConst(v, 0, &left)
	}
	return all
}

func (t *Thread) plainConst(v Value, depth int, left *int) any {
	items := func(s []Value) []any {
		if *left -= len(s); *left < 0 || depth >= maxConstDepth {
			return nil
		}
		all := make([]any, len(s))
		for i, x := range s {
			if all[i] = t.plainConst(x, depth+1, left); all[i] == nil {
				return nil
			}
		}
		return all
	}
	switch v.p.shape {
	case shNone:
		return bytecode.None{}
	case shBool:
		return v == True
	case shInt, shBigInt:
		if n, ok := smallInt(v); ok {
			return n
		}
		return new(big.Int).Set(bigOf(v))
	case shFloat:
		return math.Float64frombits(v.b)
	case shStr:
		return asStr(v).s
	case shBytes:
		return bytecode.Bytes(asBytes(v).b)
	case shTuple:
		if s := items(asTuple(v).items); s != nil {
			return bytecode.Tuple(s)
		}
		return nil
	case shFrozenSet:
		if all, err := t.Items(v); err == nil {
			if s := items(all); s != nil {
				return bytecode.FrozenSet(s)
			}
		}
		return nil
	}
	switch v.p.typ {
	case EllipsisTypeObj:
		return bytecode.Ellipsis{}
	case ComplexType:
		return asComplex(v).c
	case CodeType:
		c := readyCode(v)
		bc := *c.bc
		bc.Filename = c.filename.s
		return &bc
	}
	return nil
}

// allPlain tells whether all constants are such as the compiler makes.
func allPlain(consts []any) bool {
	for _, k := range consts {
		if k == nil {
			return false
		}
		if c, ok := k.(*bytecode.Code); ok && !allPlain(c.Consts) {
			return false
		}
	}
	return true
}

// checkParams makes code that had more parameters begin with the checks whether
// they are bound: its instructions take that for granted.
func checkParams(bc *bytecode.Code, had int) bool {
	bc.Names = append([]string(nil), bc.Names...)
	var words []uint64
	for r := bc.ArgSlots(); r < had; r++ {
		if len(bc.Names) > math.MaxUint16 {
			return false
		}
		words = append(words, bytecode.Make(bytecode.CheckVar, 0, uint16(r*16), 0, uint16(len(bc.Names))))
		bc.Names = append(bc.Names, bc.VarNames[r])
		bc.ExtraNames++
	}
	n := int32(len(words))
	bc.SetWords(append(words, bc.Words()...))
	bc.Handlers = append([]bytecode.Handler(nil), bc.Handlers...)
	for i := range bc.Handlers {
		h := &bc.Handlers[i]
		h.Start, h.End, h.Target = h.Start+n, h.End+n, h.Target+n
	}
	runs := bc.Lines.Runs()
	for i := range runs {
		runs[i].Start += n
	}
	bc.Lines = bytecode.PackLines(runs)
	return true
}

// codeNew is code(...).
func codeNew(t *Thread, _ *Type, args Args) (Value, *Exc) {
	if err := args.NoKeywords(t, "code()"); err != nil {
		return Value{}, err
	}
	if err := args.Count(t, "code", 16, 18); err != nil {
		return Value{}, err
	}
	a := args.Pos()
	bc := new(bytecode.Code)
	var nlocals, stackSize, flags int
	var code, lines, table []byte
	var consts []Value
	var nameTuples [4][]Value
	ints := map[int]*int{0: &bc.ArgCount, 1: &bc.PosOnlyCount, 2: &bc.KwOnlyCount, 3: &nlocals, 4: &stackSize, 5: &flags, 13: &bc.FirstLine}
	bytes := map[int]*[]byte{6: &code, 14: &lines, 15: &table}
	tuples := map[int]*[]Value{7: &consts, 8: &nameTuples[0], 9: &nameTuples[1], 16: &nameTuples[2], 17: &nameTuples[3]}
	texts := map[int]*string{10: &bc.Filename, 11: &bc.Name, 12: &bc.QualName}
	for i, v := range a {
		want := ""
		if d := ints[i]; d != nil {
			n, err := t.cInt(v)
			if err != nil {
				return Value{}, err
			}
			*d = n
		} else if d := bytes[i]; d != nil {
			if b, ok := ToBytes(v); ok {
				*d = b.Bytes()
			} else {
				want = "bytes"
			}
		} else if d := tuples[i]; d != nil {
			if s, ok := ToTuple(v); ok {
				*d = s.items
			} else {
				want = "tuple"
			}
		} else if s, ok := ToStr(v); ok {
			*texts[i] = s.s
		} else {
			want = "str"
		}
		if want != "" {
			return Value{}, t.TypeErr("code() argument %d must be %s, not %s", i+1, want, argTypeName(v))
		}
	}
	for _, n := range [...]struct {
		name string
		n    int
	}{{"argcount", bc.ArgCount}, {"posonlyargcount", bc.PosOnlyCount}, {"kwonlyargcount", bc.KwOnlyCount}, {"nlocals", nlocals}} {
		if n.n < 0 {
			return Value{}, t.ValueErr("code: %s must not be negative", n.name)
		}
	}
	for i, d := range [...]*[]string{&bc.Names, &bc.VarNames, &bc.FreeVars, &bc.CellVars} {
		for _, v := range nameTuples[i] {
			s, ok := ToStr(v)
			if !ok {
				return Value{}, t.TypeErr("name tuples must contain only strings, not '%s'", v.p.typ.name)
			}
			*d = append(*d, s.s)
		}
	}
	bc.Flags = uint32(flags)
	switch {
	case bc.ArgCount < bc.PosOnlyCount || stackSize < 0 || flags < 0:
		return Value{}, t.Raise(SystemError, "bad argument to internal function")
	case len(code)%8 != 0:
		return Value{}, t.ValueErr("code: co_code is malformed")
	case bc.ArgSlots() > len(bc.VarNames):
		return Value{}, t.ValueErr("code: co_varnames is too small")
	case nlocals != len(bc.VarNames):
		return Value{}, t.ValueErr("code: co_nlocals != len(co_varnames)")
	}
	for ; len(code) > 0; code = code[8:] {
		bc.Instrs = append(bc.Instrs, binary.LittleEndian.Uint64(code))
	}
	bc.Consts = t.plainConsts(consts)
	if !readTable(bc, table, consts) {
		return Value{}, t.ValueErr("code: co_code does not belong to co_exceptiontable and the numbers of names, variables and constants")
	}
	bc.Lines = bytecode.PackLines(parseLines(lines, bc.FirstLine, bc.Instrs))
	if err := bytecode.VerifyOne(bc); err != nil {
		return Value{}, t.ValueErr("code: co_code is malformed: %s", err.Error())
	}
	return newCodeWith(bc, consts).Value(), nil
}

// cInt converts an argument to a C int.
func (t *Thread) cInt(v Value) (int, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if n, ok := smallInt(x); ok && n == int64(int32(n)) {
		return int(n), nil
	}
	return 0, t.Raise(OverflowError, "Python int too large to convert to C int")
}

// codeLnotab is co_lnotab: pairs of bytes, by how much the offset and the line
// advance, as CPython's Objects/lnotab_notes.txt describes.
func codeLnotab(t *Thread, v Value) (Value, *Exc) {
	if err := t.Warn(DeprecationWarning, 1, "co_lnotab is deprecated, use co_lines instead."); err != nil {
		return Value{}, err
	}
	c := readyCode(v)
	var b []byte
	at, line := 0, c.bc.FirstLine
	step := func(to, l int) {
		if l == line {
			return
		}
		skip, delta := to-at, l-line
		for ; skip > 255; skip -= 255 {
			b = append(b, 255, 0)
		}
		for delta < -128 || delta > 127 {
			part := min(max(delta, -128), 127)
			b = append(b, byte(skip), byte(int8(part)))
			skip, delta = 0, delta-part
		}
		b = append(b, byte(skip), byte(int8(delta)))
		at, line = to, l
	}
	if n := c.firstUnitLine(); n != 0 {
		step(0, int(n))
	}
	for _, r := range c.lineRuns() {
		if r.Line != 0 {
			step(lastiOf(int(r.Start)), int(r.Line))
		}
	}
	return NewBytes(b).Value(), nil
}
