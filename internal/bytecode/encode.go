package bytecode

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
)

// FormatVersion names the encoding and the instruction set together; encoded
// code of another version is refused.
const FormatVersion = 3

// ErrFormat is returned for data that is no encoded code of this version.
var ErrFormat = errors.New("bytecode: not code of this version")

type encoder struct{ b []byte }

func (e *encoder) uint(n uint64) { e.b = binary.AppendUvarint(e.b, n) }
func (e *encoder) int(n int)     { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) str(s string)  { e.uint(uint64(len(s))); e.b = append(e.b, s...) }
func (e *encoder) byte(c byte)   { e.b = append(e.b, c) }
func (e *encoder) word(w uint64) { e.b = binary.LittleEndian.AppendUint64(e.b, w) }
func (e *encoder) strs(s []string) {
	e.uint(uint64(len(s)))
	for _, x := range s {
		e.str(x)
	}
}
func (e *encoder) ints(s []int) {
	e.uint(uint64(len(s)))
	for _, x := range s {
		e.int(x)
	}
}

// Encode turns code into bytes that Decode reads back.
func Encode(c *Code) []byte {
	e := &encoder{}
	e.uint(FormatVersion)
	e.uint(uint64(NumOps))
	e.code(c)
	return e.b
}

func (e *encoder) code(c *Code) {
	e.str(c.Name)
	e.str(c.QualName)
	e.str(c.Filename)
	e.uint(uint64(c.Flags))
	e.int(c.ArgCount)
	e.int(c.PosOnlyCount)
	e.int(c.KwOnlyCount)
	e.strs(c.VarNames)
	e.strs(c.CellVars)
	e.strs(c.FreeVars)
	e.ints(c.VarRegs)
	e.ints(c.CellRegs)
	e.uint(uint64(len(c.Hidden)))
	for _, h := range c.Hidden {
		e.str(h.Name)
		e.int(h.Reg)
		if h.Cell {
			e.byte(1)
		} else {
			e.byte(0)
		}
	}
	e.int(c.NumRegs)
	e.strs(c.Names)
	e.uint(uint64(len(c.Consts)))
	for _, k := range c.Consts {
		e.constant(k)
	}
	e.uint(uint64(len(c.Instrs)))
	for _, w := range c.Instrs {
		e.word(w)
	}
	e.int(c.NumCaches)
	e.uint(uint64(len(c.Handlers)))
	for _, h := range c.Handlers {
		e.int(int(h.Start))
		e.int(int(h.End))
		e.int(int(h.Target))
		e.int(int(h.Reg))
	}
	e.uint(uint64(len(c.Lines)))
	var p PosRun
	for _, l := range c.Lines {
		e.int(int(l.Start - p.Start))
		e.int(int(l.Line - p.Line))
		e.int(int(l.EndLine - l.Line))
		e.int(int(l.Col))
		e.int(int(l.EndCol - l.Col))
		p = l
	}
	e.int(c.FirstLine)
}

func (e *encoder) constant(k any) {
	switch k := k.(type) {
	case None:
		e.byte('N')
	case Ellipsis:
		e.byte('.')
	case bool:
		if k {
			e.byte('T')
		} else {
			e.byte('F')
		}
	case int64:
		e.byte('i')
		e.b = binary.AppendVarint(e.b, k)
	case *big.Int:
		e.byte('l')
		e.str(k.Text(62))
	case float64:
		e.byte('g')
		e.word(math.Float64bits(k))
	case complex128:
		e.byte('y')
		e.word(math.Float64bits(real(k)))
		e.word(math.Float64bits(imag(k)))
	case string:
		e.byte('u')
		e.str(k)
	case Bytes:
		e.byte('s')
		e.str(string(k))
	case Tuple:
		e.byte('(')
		e.uint(uint64(len(k)))
		for _, x := range k {
			e.constant(x)
		}
	case FrozenSet:
		e.byte('>')
		e.uint(uint64(len(k)))
		for _, x := range k {
			e.constant(x)
		}
	case *Code:
		e.byte('c')
		e.code(k)
	}
}

type decoder struct {
	b     []byte
	err   error
	depth int
}

func (d *decoder) fail() { d.err, d.b = ErrFormat, nil }

func (d *decoder) uint() uint64 {
	n, k := binary.Uvarint(d.b)
	if k <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[k:]
	return n
}

func (d *decoder) int64() int64 {
	n, k := binary.Varint(d.b)
	if k <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[k:]
	return n
}

func (d *decoder) int() int     { return int(d.int64()) }
func (d *decoder) int32() int32 { return int32(d.int64()) }

// count reads a length whose items take at least size bytes each.
func (d *decoder) count(size int) int {
	n := d.uint()
	if n > uint64(len(d.b)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) str() string {
	n := d.count(1)
	if d.err != nil {
		return ""
	}
	s := string(d.b[:n])
	d.b = d.b[n:]
	return s
}

func (d *decoder) byte() byte {
	if len(d.b) == 0 {
		d.fail()
		return 0
	}
	c := d.b[0]
	d.b = d.b[1:]
	return c
}

func (d *decoder) word() uint64 {
	if len(d.b) < 8 {
		d.fail()
		return 0
	}
	w := binary.LittleEndian.Uint64(d.b)
	d.b = d.b[8:]
	return w
}

func (d *decoder) strs() []string {
	n := d.count(1)
	if n == 0 {
		return nil
	}
	s := make([]string, n)
	for i := range s {
		s[i] = d.str()
	}
	return s
}

func (d *decoder) ints() []int {
	n := d.count(1)
	if n == 0 {
		return nil
	}
	s := make([]int, n)
	for i := range s {
		s[i] = d.int()
	}
	return s
}

// Decode reads what Encode wrote. It checks the code with Verify, so that
// damaged data gives an error and not a fault in the evaluator.
func Decode(b []byte) (*Code, error) {
	d := &decoder{b: b}
	if d.uint() != FormatVersion || d.uint() != uint64(NumOps) {
		return nil, ErrFormat
	}
	c := d.code()
	if d.err != nil {
		return nil, d.err
	}
	return c, nil
}

func (d *decoder) code() *Code {
	c := &Code{}
	if d.depth++; d.depth > 200 {
		d.fail()
		return c
	}
	defer func() { d.depth-- }()
	c.Name, c.QualName, c.Filename = d.str(), d.str(), d.str()
	c.Flags = uint32(d.uint())
	c.ArgCount, c.PosOnlyCount, c.KwOnlyCount = d.int(), d.int(), d.int()
	c.VarNames, c.CellVars, c.FreeVars = d.strs(), d.strs(), d.strs()
	c.VarRegs, c.CellRegs = d.ints(), d.ints()
	for n := d.count(3); n > 0; n-- {
		c.Hidden = append(c.Hidden, HiddenVar{d.str(), d.int(), d.byte() != 0})
	}
	c.NumRegs = d.int()
	c.Names = d.strs()
	if n := d.count(1); n > 0 {
		c.Consts = make([]any, n)
		for i := range c.Consts {
			c.Consts[i] = d.constant()
		}
	}
	if n := d.count(8); n > 0 {
		c.Instrs = make([]uint64, n)
		for i := range c.Instrs {
			c.Instrs[i] = d.word()
		}
	}
	c.NumCaches = d.int()
	if n := d.count(4); n > 0 {
		c.Handlers = make([]Handler, n)
		for i := range c.Handlers {
			c.Handlers[i] = Handler{d.int32(), d.int32(), d.int32(), d.int32()}
		}
	}
	if n := d.count(5); n > 0 {
		c.Lines = make([]PosRun, n)
		var p PosRun
		for i := range c.Lines {
			var l PosRun
			l.Start = p.Start + d.int32()
			l.Line = p.Line + d.int32()
			l.EndLine = l.Line + d.int32()
			l.Col = d.int32()
			l.EndCol = l.Col + d.int32()
			c.Lines[i], p = l, l
		}
	}
	c.FirstLine = d.int()
	return c
}

func (d *decoder) constant() any {
	switch d.byte() {
	case 'N':
		return None{}
	case '.':
		return Ellipsis{}
	case 'T':
		return true
	case 'F':
		return false
	case 'i':
		return d.int64()
	case 'l':
		if b, ok := new(big.Int).SetString(d.str(), 62); ok {
			return b
		}
	case 'g':
		return math.Float64frombits(d.word())
	case 'y':
		return complex(math.Float64frombits(d.word()), math.Float64frombits(d.word()))
	case 'u':
		return d.str()
	case 's':
		return Bytes(d.str())
	case '(':
		return Tuple(d.items())
	case '>':
		return FrozenSet(d.items())
	case 'c':
		return d.code()
	}
	d.fail()
	return None{}
}

func (d *decoder) items() []any {
	if d.depth++; d.depth > 200 {
		d.fail()
		return nil
	}
	defer func() { d.depth-- }()
	items := make([]any, d.count(1))
	for i := range items {
		items[i] = d.constant()
	}
	return items
}
