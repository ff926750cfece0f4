package bytecode

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"unsafe"
)

// FormatVersion names the encoding and the instruction set together; encoded
// code of another version is refused.
const FormatVersion = 6

// ErrFormat is returned for data that is no encoded code of this version.
var ErrFormat = errors.New("bytecode: not code of this version")

// The encoding is made for fast reading: a header, a table of all strings, and
// the code with nested code inside. Strings are read as parts of the data;
// instructions stand at multiples of 8 bytes, so that they need no copying.
//
//	magic u64, strings: count, lengths, bytes; code
type encoder struct {
	b       []byte
	strings []string
	index   map[string]uint64
}

func (e *encoder) uint(n uint64) { e.b = binary.AppendUvarint(e.b, n) }
func (e *encoder) int(n int)     { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) byte(c byte)   { e.b = append(e.b, c) }
func (e *encoder) word(w uint64) { e.b = binary.LittleEndian.AppendUint64(e.b, w) }
func (e *encoder) align() {
	for len(e.b)%8 != 0 {
		e.b = append(e.b, 0)
	}
}

func (e *encoder) str(s string) {
	i, ok := e.index[s]
	if !ok {
		i = uint64(len(e.strings))
		e.index[s] = i
		e.strings = append(e.strings, s)
	}
	e.uint(i)
}

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
	e := &encoder{index: map[string]uint64{}}
	e.code(c)
	h := &encoder{}
	h.word(Magic())
	h.uint(uint64(len(e.strings)))
	for _, s := range e.strings {
		h.uint(uint64(len(s)))
	}
	for _, s := range e.strings {
		h.b = append(h.b, s...)
	}
	h.align()
	return append(h.b, e.b...)
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
	e.int(c.ExtraNames)
	e.uint(uint64(len(c.Consts)))
	for _, k := range c.Consts {
		e.constant(k)
	}
	e.uint(uint64(len(c.Instrs)))
	e.align()
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
	e.str(string(c.Lines))
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
	data    []byte // all of it, from the code on
	b       []byte // what is still to be read
	strings []string
	err     error
	depth   int

	filename string // "" for what the data says
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
	i := d.uint()
	if i >= uint64(len(d.strings)) {
		d.fail()
		return ""
	}
	return d.strings[i]
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

// Decode reads what Encode wrote. The code shares memory with b, which must
// not change any more. Damaged data gives an error or code that Verify refuses;
// code from outside has to be verified before it runs.
func Decode(b []byte) (*Code, error) { return decode(&decoder{b: b}) }

// DecodeAs is Decode that gives the code and all code in it another file name.
func DecodeAs(b []byte, filename string) (*Code, error) {
	return decode(&decoder{b: b, filename: filename})
}

func decode(d *decoder) (*Code, error) {
	b := d.b
	if len(b) < 8 || d.word() != Magic() {
		return nil, ErrFormat
	}
	d.table()
	if at := (len(b) - len(d.b) + 7) &^ 7; at > len(b) || d.err != nil {
		return nil, ErrFormat
	} else {
		d.b = b[at:]
	}
	d.data = d.b
	c := d.code()
	if d.err != nil {
		return nil, d.err
	}
	return c, nil
}

// table reads the strings.
func (d *decoder) table() {
	d.strings = make([]string, d.count(1))
	lengths := d.b
	total := uint64(0)
	for range d.strings {
		n := d.uint()
		if n > uint64(len(d.b)) {
			d.fail()
			return
		}
		total += n
	}
	if total > uint64(len(d.b)) {
		d.fail()
		return
	}
	text := unsafe.String(unsafe.SliceData(d.b), total)
	d.b = d.b[total:]
	for i := range d.strings {
		n, k := binary.Uvarint(lengths)
		lengths = lengths[k:]
		d.strings[i], text = text[:n], text[n:]
	}
}

// words reads n aligned words, without a copy where the machine allows it.
func (d *decoder) words(n int) []uint64 {
	at := (len(d.data) - len(d.b) + 7) &^ 7
	if d.err != nil || at > len(d.data) || n > (len(d.data)-at)/8 {
		d.fail()
		return nil
	}
	if n == 0 {
		d.b = d.data[at:]
		return nil
	}
	raw := d.data[at : at+8*n]
	d.b = d.data[at+8*n:]
	if p := unsafe.Pointer(&raw[0]); uintptr(p)%8 == 0 && littleEndian {
		return unsafe.Slice((*uint64)(p), n)
	}
	w := make([]uint64, n)
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(raw[8*i:])
	}
	return w
}

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

func (d *decoder) code() *Code {
	c := &Code{}
	if d.depth++; d.depth > 200 {
		d.fail()
		return c
	}
	defer func() { d.depth-- }()
	c.Name, c.QualName, c.Filename = d.str(), d.str(), d.str()
	if d.filename != "" {
		c.Filename = d.filename
	}
	c.Flags = uint32(d.uint())
	c.ArgCount, c.PosOnlyCount, c.KwOnlyCount = d.int(), d.int(), d.int()
	c.VarNames, c.CellVars, c.FreeVars = d.strs(), d.strs(), d.strs()
	c.VarRegs, c.CellRegs = d.ints(), d.ints()
	for n := d.count(3); n > 0; n-- {
		c.Hidden = append(c.Hidden, HiddenVar{d.str(), d.int(), d.byte() != 0})
	}
	c.NumRegs = d.int()
	c.Names = d.strs()
	c.ExtraNames = d.int()
	if n := d.count(1); n > 0 {
		c.Consts = make([]any, n)
		for i := range c.Consts {
			c.Consts[i] = d.constant()
		}
	}
	c.Instrs = d.words(d.count(8))
	c.NumCaches = d.int()
	if n := d.count(4); n > 0 {
		c.Handlers = make([]Handler, n)
		for i := range c.Handlers {
			c.Handlers[i] = Handler{d.int32(), d.int32(), d.int32(), d.int32()}
		}
	}
	c.Lines = LineTable(d.str())
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
