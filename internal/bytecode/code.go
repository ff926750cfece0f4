package bytecode

import (
	"encoding/binary"
	"sort"
	"unsafe"
)

// Constant values that are no plain Go type. A constant is one of: None{},
// bool, int64, *big.Int (beyond int64), float64, complex128, string (WTF-8),
// Bytes, Ellipsis{}, Tuple, FrozenSet, *Code (or *Lazy in its place).
type (
	None      struct{}
	Ellipsis  struct{}
	Bytes     string
	Tuple     []any
	FrozenSet []any
)

// Code flags, with the values of the inspect module (CO_*).
const (
	FlagOptimized         = 0x1
	FlagNewLocals         = 0x2
	FlagVarArgs           = 0x4
	FlagVarKeywords       = 0x8
	FlagNested            = 0x10
	FlagGenerator         = 0x20
	FlagCoroutine         = 0x80
	FlagIterableCoroutine = 0x100
	FlagAsyncGenerator    = 0x200
	FlagFutureBarry       = 0x400000
	FlagFutureAnnotations = 0x1000000
	FlagHasDocstring      = 0x4000000 // Consts[0] is the docstring; co_flags does not show it
)

// Code is a compiled block: a module, class body, function, lambda or
// comprehension. It is immutable once the compiler has returned it; the
// evaluator copies Instrs before it specialises them.
type Code struct {
	Name, QualName, Filename string
	Flags                    uint32
	// ArgCount counts positional parameters, PosOnlyCount those of them that
	// are positional-only, KwOnlyCount the keyword-only ones. The parameter
	// registers are, in order: ArgCount, KwOnlyCount, then *args, then **kwargs.
	ArgCount, PosOnlyCount, KwOnlyCount int
	// VarNames are co_varnames: parameters, then the other locals.
	VarNames, CellVars, FreeVars []string
	// VarRegs and CellRegs give the register of each of VarNames and CellVars.
	// A parameter that is a cell has the same register in both.
	// The register of a cell variable that only an inlined comprehension has
	// is nil while that comprehension does not run.
	VarRegs, CellRegs []int
	// Hidden are the variables of inlined comprehensions (PEP 709) that have a
	// register of their own because the block has another variable of that
	// name, or is no function; outer comprehensions come first. They are bound
	// only while the comprehension runs, and then they win over VarNames.
	Hidden  []HiddenVar
	NumRegs int // registers of a frame, temporaries included
	Names   []string
	// ExtraNames counts the names at the end of Names that only error
	// messages need (local variables); co_names does not show them.
	ExtraNames int
	Consts     []any
	// Instrs are the instructions; nil in code that DecodeLazy has read, where
	// Words gives them.
	Instrs []uint64
	words  string
	// NumCaches is the number of attribute caches; the cache word of each
	// LoadAttr, StoreAttr and LoadMethod holds its number in the low 16 bits
	// (NoCache when there are more than fit).
	NumCaches int
	Handlers  []Handler
	Lines     LineTable
	FirstLine int
}

// HiddenVar is a variable of an inlined comprehension. Its register holds nil
// or the value, with Cell set nil or the cell.
type HiddenVar struct {
	Name string
	Reg  int
	Cell bool
}

// NoCache is the cache number of a site that has none.
const NoCache = 0xffff

// Handler is one entry of the exception table: an exception raised by an
// instruction in [Start, End) is stored in register Reg, and control goes to
// Target. Entries do not overlap and are sorted by Start. Units: words.
type Handler struct {
	Start, End, Target int32
	Reg                int32
}

// doc is the docstring of a function.
func (c *Code) doc() (string, bool) {
	if c.Flags&FlagHasDocstring == 0 || len(c.Consts) == 0 {
		return "", false
	}
	s, ok := c.Consts[0].(string)
	return s, ok
}

// NumWords is the number of words of the instructions.
func (c *Code) NumWords() int { return max(len(c.Instrs), len(c.words)/8) }

// Words returns the instructions. They are not to be changed.
func (c *Code) Words() []uint64 {
	if c.words == "" {
		return c.Instrs
	}
	w := make([]uint64, len(c.words)/8)
	c.CopyWords(w)
	return w
}

// SetWords gives the code other instructions.
func (c *Code) SetWords(w []uint64) { c.Instrs, c.words = w, "" }

// CopyWords copies the instructions to dst, which has room for NumWords.
func (c *Code) CopyWords(dst []uint64) {
	if c.words == "" {
		copy(dst, c.Instrs)
		return
	}
	b := unsafe.Slice(unsafe.StringData(c.words), len(c.words))
	for i := range dst[:len(b)/8] {
		dst[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
}

// HandlerAt returns the handler for an exception raised at the instruction
// whose first word is pc, or nil.
func (c *Code) HandlerAt(pc int) *Handler {
	h := c.Handlers
	i := sort.Search(len(h), func(i int) bool { return int(h[i].End) > pc })
	if i < len(h) && int(h[i].Start) <= pc {
		return &h[i]
	}
	return nil
}

// ArgSlots is the number of parameter registers.
func (c *Code) ArgSlots() int {
	n := c.ArgCount + c.KwOnlyCount
	if c.Flags&FlagVarArgs != 0 {
		n++
	}
	if c.Flags&FlagVarKeywords != 0 {
		n++
	}
	return n
}

// NumCacheWords tells how many cache words follow the instruction.
func NumCacheWords(op Op) int {
	switch op {
	case LoadGlobal, LoadName:
		return 2
	case LoadAttr, StoreAttr, LoadMethod:
		return 1
	}
	return 0
}

// Make packs an instruction from raw operand fields.
func Make(op Op, f uint8, a, b, c uint16) uint64 {
	return uint64(op) | uint64(f)<<8 | uint64(a)<<16 | uint64(b)<<32 | uint64(c)<<48
}

// MakeD packs an instruction with a 32-bit operand D.
func MakeD(op Op, f uint8, a uint16, d int32) uint64 {
	return uint64(op) | uint64(f)<<8 | uint64(a)<<16 | uint64(uint32(d))<<32
}
