package bytecode

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"sync"
	"unsafe"
)

// FormatVersion names the encoding and the instruction set together; encoded
// code of another version is refused.
const FormatVersion = 8

// ErrFormat is returned for data that is no encoded code of this version.
var ErrFormat = errors.New("bytecode: not code of this version")

// The encoding is made for reading no more than is needed: a header, a table of
// all strings, and the code with nested code inside. Strings are read as parts
// of the data; instructions stand at multiples of 8 bytes from the start of the
// code, which does too. Nested code has its length in front, so that it can be
// passed over and read when it first runs.
//
//	magic u64, number of strings u32, where each ends in the text u32..., text,
//	padding to 8 bytes, code
type encoder struct {
	b       []byte
	strings []string
	index   map[string]uint64
}

func (e *encoder) uint(n uint64) { e.b = binary.AppendUvarint(e.b, n) }
func (e *encoder) int(n int)     { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) byte(c byte)   { e.b = append(e.b, c) }
func (e *encoder) word(w uint64) { e.b = binary.LittleEndian.AppendUint64(e.b, w) }
func (e *encoder) u32(n int)     { e.b = binary.LittleEndian.AppendUint32(e.b, uint32(n)) }
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
	h.u32(len(e.strings))
	end := 0
	for _, s := range e.strings {
		end += len(s)
		h.u32(end)
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
	if doc, ok := c.doc(); ok {
		e.byte(1)
		e.str(doc)
	} else {
		e.byte(0)
	}
	at := len(e.b)
	e.u32(0)
	e.body(c)
	binary.LittleEndian.PutUint32(e.b[at:], uint32(len(e.b)-at-4))
}

func (e *encoder) body(c *Code) {
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
	words := c.Words()
	e.uint(uint64(len(words)))
	e.align()
	for _, w := range words {
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
	e.b = append(e.b, c.Lines...)
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
	case *Lazy:
		e.byte('c')
		if c, err := k.Read(); err == nil {
			e.code(c)
		} else {
			e.code(&Code{Name: k.Name, QualName: k.QualName}) // no reader takes it
		}
	}
}

// unit is encoded code with its strings, which nested code shares.
type unit struct {
	code []byte // all code
	ends []byte // where the strings end, u32 each
	text string

	filename string // "" for what the data says

	mu sync.Mutex // for Lazy.Lock
}

func (u *unit) numStrings() int { return len(u.ends) / 4 }

// str gives string i; false when the data is damaged.
func (u *unit) str(i uint64) (string, bool) {
	if i >= uint64(u.numStrings()) {
		return "", false
	}
	from, to := uint32(0), binary.LittleEndian.Uint32(u.ends[4*i:])
	if i > 0 {
		from = binary.LittleEndian.Uint32(u.ends[4*i-4:])
	}
	if from > to || uint64(to) > uint64(len(u.text)) {
		return "", false
	}
	return u.text[from:to], true
}

// Lazy is a code object that is not read yet. Among constants it stands for a
// *Code when the code around it was read by DecodeLazy.
type Lazy struct {
	Name, QualName string
	// Doc is the docstring, if HasDoc.
	Doc    string
	HasDoc bool

	u        *unit
	at, size int
}

// Lock keeps all others from reading code of the same unit, for readers that
// are to read it once.
func (l *Lazy) Lock() { l.u.mu.Lock() }

// Unlock ends Lock.
func (l *Lazy) Unlock() { l.u.mu.Unlock() }

// Read reads the code object; what is nested in it stays unread.
func (l *Lazy) Read() (*Code, error) {
	return l.u.read(l, true)
}

func (u *unit) read(l *Lazy, lazy bool) (*Code, error) {
	d := &decoder{unit: u, b: u.code[l.at : l.at+l.size], end: l.at + l.size, lazy: lazy}
	c := d.body(l.Name, l.QualName)
	if d.err != nil {
		return nil, d.err
	}
	return c, nil
}

type decoder struct {
	*unit
	b     []byte // what is still to be read
	end   int    // where it ends in the code
	lazy  bool
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
	s, ok := d.unit.str(d.uint())
	if !ok {
		d.fail()
	}
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

// Decode reads what Encode wrote. The code shares memory with b, which must
// not change any more. Damaged data gives an error or code that Verify refuses;
// code from outside has to be verified before it runs.
func Decode(b []byte) (*Code, error) {
	u, l, err := open(b)
	if err != nil {
		return nil, err
	}
	return u.read(l, false)
}

// DecodeLazy is Decode that leaves nested code unread, as *Lazy among the
// constants, and gives the code and all code in it another file name. It is
// for data that needs no verification.
func DecodeLazy(b []byte, filename string) (*Code, error) {
	u, l, err := open(b)
	if err != nil {
		return nil, err
	}
	u.filename = filename
	return l.Read()
}

// open finds the strings and the outermost code.
func open(b []byte) (*unit, *Lazy, error) {
	if len(b) < 12 || binary.LittleEndian.Uint64(b) != Magic() {
		return nil, nil, ErrFormat
	}
	n, rest := int(binary.LittleEndian.Uint32(b[8:])), b[12:]
	if n > len(rest)/4 {
		return nil, nil, ErrFormat
	}
	u := &unit{ends: rest[:4*n]}
	rest = rest[4*n:]
	if n > 0 {
		size := int(binary.LittleEndian.Uint32(u.ends[4*n-4:]))
		if size > len(rest) {
			return nil, nil, ErrFormat
		}
		u.text = unsafe.String(unsafe.SliceData(rest), size)
		rest = rest[size:]
	}
	at := (len(b) - len(rest) + 7) &^ 7
	if at > len(b) {
		return nil, nil, ErrFormat
	}
	u.code = b[at:]
	d := &decoder{unit: u, b: u.code, end: len(u.code)}
	l := d.head()
	if d.err != nil {
		return nil, nil, d.err
	}
	return u, l, nil
}

// head reads what stands in front of a code object, and passes over it.
func (d *decoder) head() *Lazy {
	l := &Lazy{Name: d.str(), QualName: d.str(), u: d.unit}
	if l.HasDoc = d.byte() != 0; l.HasDoc {
		l.Doc = d.str()
	}
	if len(d.b) < 4 {
		d.fail()
		return l
	}
	l.size = int(binary.LittleEndian.Uint32(d.b))
	d.b = d.b[4:]
	l.at = d.end - len(d.b)
	if l.size > len(d.b) {
		d.fail()
		l.size = 0
		return l
	}
	d.b = d.b[l.size:]
	return l
}

// raw reads n words; they stay as they are until Words wants them.
func (d *decoder) raw(n int) string {
	at := (d.end - len(d.b) + 7) &^ 7
	if d.err != nil || at > d.end || n > (d.end-at)/8 {
		d.fail()
		return ""
	}
	b := d.code[at : at+8*n]
	d.b = d.code[at+8*n : d.end]
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func (d *decoder) body(name, qualname string) *Code {
	c := &Code{Name: name, QualName: qualname}
	c.Filename = d.str()
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
	c.words = d.raw(d.count(8))
	if !d.lazy {
		c.Instrs, c.words = c.Words(), ""
	}
	c.NumCaches = d.int()
	if n := d.count(4); n > 0 {
		c.Handlers = make([]Handler, n)
		for i := range c.Handlers {
			c.Handlers[i] = Handler{d.int32(), d.int32(), d.int32(), d.int32()}
		}
	}
	n := d.count(1)
	c.Lines = LineTable(unsafe.String(unsafe.SliceData(d.b), n))
	d.b = d.b[n:]
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
		l := d.head()
		if d.lazy || d.err != nil {
			return l
		}
		if d.depth++; d.depth > 200 {
			d.fail()
			return None{}
		}
		in := &decoder{unit: d.unit, b: d.code[l.at : l.at+l.size], end: l.at + l.size, depth: d.depth}
		c := in.body(l.Name, l.QualName)
		d.depth--
		if in.err != nil {
			d.fail()
		}
		return c
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
