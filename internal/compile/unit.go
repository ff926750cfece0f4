package compile

import (
	"math"
	"math/big"
	"sort"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// reg is a virtual register: locals count from 0, cells from cellBase,
// temporaries from tempBase. Assembling packs the three together.
type reg = int32

const (
	cellBase reg = 1 << 18
	tempBase reg = 1 << 20

	// anywhere asks eval for the value in any register, also that of a variable.
	anywhere reg = -1
	// onTop asks eval for the value in the next temporary.
	onTop reg = -2
)

func isTemp(r reg) bool { return r >= tempBase }

// maxChunk bounds the temporaries that one display or call holds at a time.
const maxChunk = 200

type label int32

// ins is an instruction before assembly. A D operand stands in b.
type ins struct {
	op      bytecode.Op
	f       uint8
	a, b, c int32
	target  label // -1: none
	handler int32 // index into unit.handlers, -1: none
	pos     syntax.Pos
}

// handler is a place where exceptions go, and the register that gets them.
type handler struct {
	target label
	reg    reg
}

type unitKind uint8

const (
	kindModule unitKind = iota
	kindClass
	kindFunction
	kindAsyncFunction
	kindLambda
	kindComp
	kindTypeParams
	kindTypeAlias
)

// unit is a block being compiled.
type unit struct {
	c         *compiler
	parent    *unit
	scope     *symtab.Scope
	kind      unitKind
	name      string
	qualname  string
	firstLine int
	flags     uint32

	argCount, posOnly, kwOnly int

	ins      []ins
	labels   []int32
	handlers []handler
	caught   []bool // the handlers that some exception reaches, once known
	handler  int32
	loc      syntax.Pos

	top, maxTop reg

	varRegs  map[string]reg
	varNames []string
	numVars  int // locals with a register, hidden ones included
	cellVars []string
	cellRegs map[string]reg
	freeVars []string
	freeIdx  map[string]int32
	hidden   []bytecode.HiddenVar
	overlays []*overlay

	names     map[string]int32
	nameList  []string
	extra     map[string]int32
	extraList []string
	consts    map[any]int32
	constList []any
	blocks    []block
	weight    int             // of the blocks, see maxBlocks
	statics   map[string]bool // class: attributes that its methods set on self
	listed    map[string]bool // the varNames as a set
}

const extraBase = 1 << 24

func (c *compiler) enter(scope *symtab.Scope, kind unitKind, name string, firstLine int) *unit {
	c.units++
	u := &unit{
		c: c, parent: c.u, scope: scope, kind: kind, name: name, firstLine: firstLine,
		handler: -1, top: tempBase, maxTop: tempBase,
		varRegs: map[string]reg{}, listed: map[string]bool{}, names: map[string]int32{}, consts: map[any]int32{},
	}
	u.qualname = u.makeQualName()
	for i := range scope.Symbols {
		s := &scope.Symbols[i]
		if s.Place == symtab.Cell || s.Flags&symtab.DefCompCell != 0 {
			u.cellVars = append(u.cellVars, s.Name)
		}
		if s.Place == symtab.Free && !s.Inlined || s.Flags&symtab.DefFreeClass != 0 {
			u.freeVars = append(u.freeVars, s.Name)
		}
	}
	sort.Strings(u.cellVars)
	if scope.NeedsClassClosure {
		u.cellVars = append(u.cellVars, "__class__")
	}
	if scope.NeedsClassDict {
		u.cellVars = append(u.cellVars, "__classdict__")
	}
	sort.Strings(u.freeVars)
	if !scope.FunctionLike() {
		u.numVars = 1 // the namespace
	} else {
		for _, n := range scope.VarNames {
			u.addVar(n)
		}
		u.flags |= bytecode.FlagOptimized | bytecode.FlagNewLocals
		if scope.Nested {
			u.flags |= bytecode.FlagNested
		}
		if scope.Varargs {
			u.flags |= bytecode.FlagVarArgs
		}
		if scope.Varkeywords {
			u.flags |= bytecode.FlagVarKeywords
		}
	}
	// Parameters come first, in their order.
	if scope.FunctionLike() && len(u.cellVars) > 1 {
		params := map[string]int{}
		for i, n := range scope.VarNames {
			params[n] = i + 1
		}
		sort.SliceStable(u.cellVars, func(i, j int) bool {
			a, b := params[u.cellVars[i]], params[u.cellVars[j]]
			return a != 0 && (b == 0 || a < b)
		})
	}
	u.cellRegs = make(map[string]reg, len(u.cellVars))
	n := 0
	for _, name := range u.cellVars {
		if r, ok := u.varRegs[name]; ok {
			u.cellRegs[name] = r // a parameter
			continue
		}
		u.cellRegs[name] = cellBase + reg(n)
		n++
	}
	u.freeIdx = make(map[string]int32, len(u.freeVars))
	for i, name := range u.freeVars {
		u.freeIdx[name] = int32(i)
	}
	if scope.FunctionLike() {
		switch {
		case scope.Generator && (scope.Coroutine):
			u.flags |= bytecode.FlagAsyncGenerator
		case scope.Generator:
			u.flags |= bytecode.FlagGenerator
		case scope.Coroutine:
			u.flags |= bytecode.FlagCoroutine
		}
	}
	u.flags |= c.table.Future.Flags
	if n := len(c.spare); n > 0 {
		u.ins, c.spare = c.spare[n-1], c.spare[:n-1]
	}
	c.u = u
	return u
}

// leave finishes the current block.
func (c *compiler) leave() *bytecode.Code {
	u := c.u
	c.u = u.parent
	if c.err != nil {
		return nil
	}
	code := u.assemble()
	c.spare = append(c.spare, u.ins[:0])
	u.ins = nil
	return code
}

func (u *unit) makeQualName() string {
	p := u.parent
	if u.kind == kindModule || p == nil {
		return u.name
	}
	if p.kind == kindTypeParams {
		// The scope of the type parameters does not show in names.
		if p = p.parent; p == nil {
			return u.name
		}
	}
	if p.kind == kindModule {
		return u.name
	}
	if u.kind == kindFunction || u.kind == kindAsyncFunction || u.kind == kindClass {
		if sym := p.scope.Lookup(p.scope.Mangle(u.name)); sym != nil && sym.Place == symtab.GlobalExplicit {
			return u.name
		}
	}
	switch p.kind {
	case kindFunction, kindAsyncFunction, kindLambda, kindTypeAlias:
		return p.qualname + ".<locals>." + u.name
	}
	return p.qualname + "." + u.name
}

// varReg is the register of a local variable.
func (u *unit) varReg(name string) reg {
	r, ok := u.varRegs[name]
	if !ok {
		r = reg(u.numVars)
		u.numVars++
		u.varRegs[name] = r
	}
	return r
}

// noteVar lists a local variable in co_varnames at its first use.
func (u *unit) noteVar(name string) {
	if !u.listed[name] {
		u.listed[name] = true
		u.varNames = append(u.varNames, name)
	}
}

func (u *unit) addVar(name string) reg {
	r := u.varReg(name)
	u.noteVar(name)
	return r
}

// makeCells turns the registers of cell variables into cells.
func (u *unit) makeCells() {
	for _, n := range u.cellVars {
		classCell := u.scope.Kind == symtab.Class && (n == "__class__" && u.scope.NeedsClassClosure || n == "__classdict__" && u.scope.NeedsClassDict)
		if sym := u.scope.Lookup(n); !classCell && sym != nil && (sym.Place != symtab.Cell || sym.Inlined) {
			continue // a comprehension makes it
		}
		u.emit(bytecode.MakeCell, 0, u.cellRegs[n], 0, 0)
	}
}

// Temporaries.

func (u *unit) push() reg {
	r := u.top
	u.top++
	if u.top > u.maxTop {
		u.maxTop = u.top
	}
	return r
}

// need makes sure that the frame has n temporaries above the top.
func (u *unit) need(n int) {
	if t := u.top + reg(n); t > u.maxTop {
		u.maxTop = t
	}
}

// place gives the register for a result that was asked for as want; the
// operands' temporaries must be released before.
func (u *unit) place(want reg) reg {
	if want < 0 {
		return u.push()
	}
	return want
}

// Emission.

func (u *unit) emit(op bytecode.Op, f uint8, a, b, c int32) {
	if c == 0 && f == 0 && op >= bytecode.BuildTuple && op <= bytecode.BuildString {
		b = a // an empty window may lie anywhere
	}
	if op == bytecode.Call || op == bytecode.CallMethod {
		c = a // the result, see result
	}
	u.ins = append(u.ins, ins{op: op, f: f, a: a, b: b, c: c, target: -1, handler: u.handler, pos: u.loc})
}

func (u *unit) emitJump(op bytecode.Op, f uint8, a, b int32, to label) {
	u.ins = append(u.ins, ins{op: op, f: f, a: a, b: b, target: to, handler: u.handler, pos: u.loc})
}

func (u *unit) jump(to label) { u.emitJump(bytecode.Jump, 0, 0, 0, to) }

func (u *unit) newLabel() label {
	u.labels = append(u.labels, -1)
	return label(len(u.labels) - 1)
}

func (u *unit) bind(l label) { u.labels[l] = int32(len(u.ins)) }

func (u *unit) move(dst, src reg) {
	if dst != src {
		u.emit(bytecode.Move, 0, dst, src, 0)
	}
}

func (u *unit) returnNone() {
	u.constant(bytecode.None{})
	u.emit(bytecode.ReturnNone, 0, 0, 0, 0)
}

// protect makes h the handler of what follows and returns the one before.
func (u *unit) protect(target label, r reg) int32 {
	before := u.handler
	u.handlers = append(u.handlers, handler{target, r})
	u.handler = int32(len(u.handlers) - 1)
	return before
}

// Names and constants.

const max16 = 1<<16 - 1

func (u *unit) nameIndex(name string) int32 {
	i, ok := u.names[name]
	if !ok {
		i = int32(len(u.nameList))
		u.names[name] = i
		u.nameList = append(u.nameList, name)
	}
	return i
}

// name16 is nameIndex for the 16-bit operands.
func (u *unit) name16(name string) int32 {
	i := u.nameIndex(name)
	if i > max16 {
		u.c.errorf(u.loc, "too many names in one block")
		return 0
	}
	return i
}

// extraName is the index of a name that only error messages need.
func (u *unit) extraName(name string) int32 {
	i, ok := u.extra[name]
	if !ok {
		if u.extra == nil {
			u.extra = map[string]int32{}
		}
		i = int32(len(u.extraList)) + extraBase
		u.extra[name] = i
		u.extraList = append(u.extraList, name)
	}
	return i
}

type (
	floatKey   uint64
	complexKey [2]uint64
	bigKey     string
	seqKey     string
)

// constKey gives equal keys to constants that may share a place: same type,
// same value, same sign of zero.
func constKey(v any) any {
	switch v := v.(type) {
	case float64:
		return floatKey(math.Float64bits(v))
	case complex128:
		return complexKey{math.Float64bits(real(v)), math.Float64bits(imag(v))}
	case *big.Int:
		return bigKey(v.Text(62))
	case bytecode.Tuple, bytecode.FrozenSet:
		var b strings.Builder
		seqText(&b, v)
		return seqKey(b.String())
	}
	return v
}

func seqText(b *strings.Builder, v any) {
	list := func(open string, items []any) {
		b.WriteString(open)
		for _, x := range items {
			seqText(b, x)
			b.WriteByte(',')
		}
		b.WriteByte(')')
	}
	switch v := v.(type) {
	case bytecode.Tuple:
		list("t(", v)
	case bytecode.FrozenSet:
		list("f(", v)
	case string:
		b.WriteString("s" + strconv.Itoa(len(v)) + ":" + v)
	case bytecode.Bytes:
		b.WriteString("b" + strconv.Itoa(len(v)) + ":" + string(v))
	case int64:
		b.WriteString("i" + strconv.FormatInt(v, 10))
	case *big.Int:
		b.WriteString("i" + v.String())
	case float64:
		b.WriteString("d" + strconv.FormatUint(math.Float64bits(v), 16))
	case complex128:
		b.WriteString("c" + strconv.FormatUint(math.Float64bits(real(v)), 16) + "/" + strconv.FormatUint(math.Float64bits(imag(v)), 16))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case bytecode.None:
		b.WriteByte('N')
	case bytecode.Ellipsis:
		b.WriteByte('.')
	}
}

func (u *unit) constant(v any) int32 {
	k := constKey(v)
	i, ok := u.consts[k]
	if !ok {
		i = int32(len(u.constList))
		u.consts[k] = i
		u.constList = append(u.constList, v)
	}
	return i
}

// const16 is constant for the 16-bit operands.
func (u *unit) const16(v any) int32 {
	i := u.constant(v)
	if i > max16 {
		u.c.errorf(u.loc, "too many constants in one block")
		return 0
	}
	return i
}

func (u *unit) loadConst(dst reg, v any) {
	i := u.constant(v)
	switch v := v.(type) {
	case bytecode.None:
		u.emit(bytecode.LoadNone, 0, dst, 0, 0)
		return
	case bool:
		f := uint8(0)
		if v {
			f = 1
		}
		u.emit(bytecode.LoadBool, f, dst, 0, 0)
		return
	case int64:
		if v == int64(int32(v)) {
			u.emit(bytecode.LoadInt, 0, dst, int32(v), 0)
			return
		}
	}
	u.emit(bytecode.LoadK, 0, dst, i, 0)
}

// constValue turns the value of a literal into a constant of a code object.
func constValue(v any) any {
	switch v := v.(type) {
	case syntax.NoneType:
		return bytecode.None{}
	case syntax.EllipsisType:
		return bytecode.Ellipsis{}
	case syntax.Bytes:
		return bytecode.Bytes(v)
	case *big.Int:
		if v.IsInt64() {
			return v.Int64()
		}
	case int:
		return int64(v)
	}
	return v
}
