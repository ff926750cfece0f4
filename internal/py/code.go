package py

import (
	"math/big"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Code is a code object: the compiler's output with its constants turned into
// values and its instructions ready to be specialised.
//
// Functions of the packed library are read when they first run or are looked
// into: until then lazy is set, and of the fields only the names and the file
// name are. Who has a code object that need not have run calls ready before it
// uses anything else; a call by the fast way does not, as fast is not set yet.
type Code struct {
	Header
	lazy    atomic.Pointer[bytecode.Lazy]
	bc      *bytecode.Code
	instrs  []uint64
	consts  []Value
	names   []*Str
	caches  []atomic.Pointer[attrCache]
	nregs   int     // registers of a frame, with room for a shifted call window
	bytes   uintptr // size of the window in bytes
	nargs   int     // co_argcount
	slots   int     // parameter registers
	clearTo int     // registers [slots, clearTo) start unset
	fast    uint32  // 1: positional parameters only, and no generator: the fast call; atomic
	gen     bool    // calling it makes a generator, coroutine or async generator
	guarded bool    // of a generator: it has try or with statements, so dropping it may run code

	varNames, freeVars, cellVars []*Str
	name, qualname, filename     *Str
	lines                        atomic.Pointer[[]bytecode.PosRun] // see lineRuns
}

// CodeType is code.
var CodeType = new(Type)

func asCode(v Value) *Code { return (*Code)(v.ptr()) }

// Value returns the code object as a value.
func (c *Code) Value() Value { return Value{&c.Header, 0} }

const genFlags = bytecode.FlagGenerator | bytecode.FlagCoroutine | bytecode.FlagAsyncGenerator

// NewCode makes a code object from compiled code.
func NewCode(bc *bytecode.Code) *Code {
	c := &Code{name: InternStr(bc.Name), qualname: internQual(bc), filename: InternStr(bc.Filename)}
	c.typ, c.shape = CodeType, CodeType.root.id
	c.fill(bc)
	return c
}

// newCodeWith is NewCode with values for the constants.
func newCodeWith(bc *bytecode.Code, consts []Value) *Code {
	plain := bc.Consts
	bc.Consts = nil
	c := NewCode(bc)
	bc.Consts, c.consts = plain, consts
	return c
}

func internQual(bc *bytecode.Code) *Str {
	if bc.QualName == bc.Name {
		return InternStr(bc.Name)
	}
	return NewStr(bc.QualName)
}

// fill sets what NewCode and reading later set alike.
func (c *Code) fill(bc *bytecode.Code) {
	c.bc = bc
	// One word more than there are instructions: the pc behind the last one is
	// still a pointer into this allocation, which the garbage collector insists on.
	n := bc.NumWords()
	c.instrs = make([]uint64, n, n+1)
	bc.CopyWords(c.instrs)
	c.consts = make([]Value, len(bc.Consts))
	for i, k := range bc.Consts {
		c.consts[i] = c.constValue(k)
	}
	c.names = internAll(bc.Names)
	ncaches := bc.NumCaches
	if ncaches >= bytecode.NoCache {
		ncaches = bytecode.NoCache + 1 // the cache of the sites without one stays empty
	}
	c.caches = make([]atomic.Pointer[attrCache], ncaches)
	c.nregs = bc.NumRegs + 2
	c.bytes = uintptr(c.nregs) * valueSize
	c.nargs = bc.ArgCount
	c.slots = bc.ArgSlots()
	c.clearTo = c.slots
	for _, regs := range [...][]int{bc.VarRegs, bc.CellRegs} {
		for _, r := range regs {
			c.clearTo = max(c.clearTo, r+1)
		}
	}
	for _, h := range bc.Hidden {
		c.clearTo = max(c.clearTo, h.Reg+1)
	}
	c.gen = bc.Flags&genFlags != 0
	if c.gen {
		// One handler is that of every generator, which turns StopIteration
		// into RuntimeError.
		targets := map[int32]bool{}
		for _, h := range bc.Handlers {
			targets[h.Target] = true
		}
		c.guarded = len(targets) > 1
	}
	c.varNames, c.freeVars, c.cellVars = internAll(bc.VarNames), internAll(bc.FreeVars), internAll(bc.CellVars)
	if !c.gen && bc.KwOnlyCount == 0 && bc.Flags&(bytecode.FlagVarArgs|bytecode.FlagVarKeywords) == 0 && bc.Flags&bytecode.FlagOptimized != 0 {
		// The last store: who sees it sees all of the others.
		atomic.StoreUint32(&c.fast, 1)
	}
}

func newLazyCode(k *bytecode.Lazy, filename *Str) *Code {
	c := &Code{name: InternStr(k.Name), filename: filename}
	c.typ, c.shape = CodeType, CodeType.root.id
	if c.qualname = c.name; k.QualName != k.Name {
		c.qualname = NewStr(k.QualName)
	}
	c.lazy.Store(k)
	return c
}

// ready reads a code object that is not read yet.
func (c *Code) ready() {
	if c.lazy.Load() != nil {
		c.read()
	}
}

func (c *Code) read() {
	l := c.lazy.Load()
	if l == nil {
		return
	}
	l.Lock()
	defer l.Unlock()
	if c.lazy.Load() == nil {
		return // another thread was faster
	}
	bc, err := l.Read()
	if err != nil {
		bc = damagedCode(l)
	}
	c.fill(bc)
	c.lazy.Store(nil)
}

// numStores counts the stores to names in the code of a module or a class: about
// as many entries its namespace will have.
func (c *Code) numStores() int {
	n := 0
	for pc := 0; pc < len(c.instrs); {
		op := bytecode.Op(atomic.LoadUint64(&c.instrs[pc]))
		if op == bytecode.StoreName {
			n++
		}
		pc += 1 + bytecode.NumCacheWords(op)
	}
	return n
}

// damagedCode stands in for code that cannot be read: it takes any arguments
// and raises SystemError.
func damagedCode(l *bytecode.Lazy) *bytecode.Code {
	mod, _, perr := syntax.ParseString("def f(*args, **kwargs): raise SystemError('the packed library is damaged')", syntax.Options{Mode: syntax.Exec})
	if perr != nil {
		panic(perr)
	}
	outer, _, err := compile.Compile(mod, compile.Options{})
	if err != nil {
		panic(err)
	}
	for _, k := range outer.Consts {
		if c, ok := k.(*bytecode.Code); ok {
			c.Name, c.QualName = l.Name, l.QualName
			return c
		}
	}
	panic("no code")
}

func internAll(names []string) []*Str {
	s := make([]*Str, len(names))
	for i, n := range names {
		s[i] = InternStr(n)
	}
	return s
}

// constValue turns a compiler constant of c into a value.
func (c *Code) constValue(k any) Value {
	switch k := k.(type) {
	case bytecode.None:
		return None
	case bytecode.Ellipsis:
		return Ellipsis
	case bool:
		return Bool(k)
	case int64:
		return Int64(k)
	case *big.Int:
		return NewBig(k)
	case float64:
		return Float64(k)
	case complex128:
		return NewComplex(k)
	case string:
		if len(k) <= 2 && knownStr(k) != nil || len(k) <= 64 && isNameText(k) {
			return InternStr(k).Value()
		}
		return NewStr(k).Value()
	case bytecode.Bytes:
		return NewBytes([]byte(k)).Value()
	case bytecode.Tuple:
		items := make([]Value, len(k))
		for i, x := range k {
			items[i] = c.constValue(x)
		}
		return newTupleOwned(items).Value()
	case bytecode.FrozenSet:
		items := make([]Value, len(k))
		for i, x := range k {
			items[i] = c.constValue(x)
		}
		return NewConstFrozenSet(items)
	case *bytecode.Code:
		return NewCode(k).Value()
	case *bytecode.Lazy:
		return newLazyCode(k, c.filename).Value()
	}
	panic("constant of unknown kind")
}

// isNameText tells whether a text looks like a name; such constants are interned.
func isNameText(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// attrCache is an entry of an inline cache; it is immutable once published.
type attrCache struct {
	shape   uint32
	version uint32
	kind    uint8
	n       uint8 // entries from here on
	value   Value
	off     uintptr
	next    *attrCache // what other shapes have shown
}

// find returns the entry for a shape.
func (c *attrCache) find(shape, version uint32) *attrCache {
	for ; c != nil; c = c.next {
		if c.shape == shape && c.version == version {
			return c
		}
	}
	return nil
}

// maxCaches bounds the shapes that one instruction remembers.
const maxCaches = 6

// forget drops the inline caches that hold a value of a class that may have
// changed since.
func (code *Code) forget() {
	for i := range code.caches {
		if c := code.caches[i].Load(); c != nil && (c.value.p != nil || c.next != nil) {
			code.caches[i].Store(nil)
		}
	}
}

// remember makes c the newest entry of cache idx.
func (code *Code) remember(idx int, c *attrCache) {
	if old := code.caches[idx].Load(); old != nil && old.n < maxCaches {
		c.next, c.n = old, old.n
	}
	c.n++
	code.caches[idx].Store(c)
}
