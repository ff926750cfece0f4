// Package symtab finds out, for every block of a Python program, which scope
// each of its names belongs to (Python Language Reference, section 4.2, with
// PEP 572, 695, 696 and 709).
package symtab

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Kind is the kind of a block; the values are those of _symtable.TYPE_*.
type Kind uint8

// The kinds of block.
const (
	Function Kind = iota
	Class
	Module
	Annotation
	TypeAlias
	TypeParameters
	TypeVariable
)

// CompKind tells which comprehension a function block stands for.
type CompKind uint8

// The comprehensions.
const (
	NoComp CompKind = iota
	ListComp
	DictComp
	SetComp
	GenExp
)

// Flag is a set of facts about a name in a block, with the values of the
// _symtable constants. The resolved scope sits above them, see ScopeOffset.
type Flag uint32

// How a name occurs in a block.
const (
	DefGlobal    Flag = 1 << 0  // global statement
	DefLocal     Flag = 1 << 1  // assigned
	DefParam     Flag = 1 << 2  // parameter
	DefNonlocal  Flag = 1 << 3  // nonlocal statement
	Use          Flag = 1 << 4  // read
	DefFreeClass Flag = 1 << 6  // bound in a class and free in a method of it
	DefImport    Flag = 1 << 7  // bound by import
	DefAnnot     Flag = 1 << 8  // annotated
	DefCompIter  Flag = 1 << 9  // iteration variable of a comprehension
	DefTypeParam Flag = 1 << 10 // type parameter
	DefCompCell  Flag = 1 << 11 // cell of an inlined comprehension

	DefBound = DefLocal | DefParam | DefImport | DefTypeParam
)

// ScopeOffset and ScopeMask tell where a symbol's resolved Scope sits in the
// number that _symtable shows.
const (
	ScopeOffset = 12
	ScopeMask   = 0xf
)

// Place is the scope that a name was resolved to, as in _symtable.
type Place uint8

// The places.
const (
	Unknown Place = iota
	Local
	GlobalExplicit
	GlobalImplicit
	Free
	Cell
)

// Symbol is one name of a block.
type Symbol struct {
	Name  string // mangled
	Flags Flag
	Place Place
	// Inlined marks a variable of an inlined comprehension that is listed in
	// the block that took it in, but is not a variable of that block.
	Inlined bool
}

// Scope is one block with its names.
type Scope struct {
	Kind   Kind
	Name   string
	Pos    syntax.Pos
	Parent *Scope
	// Children are the blocks inside, those of inlined comprehensions lifted
	// to the block that contains them.
	Children []*Scope
	Symbols  []Symbol // in the order of first occurrence
	VarNames []string // parameters

	Nested                 bool // inside a function
	Generator, Coroutine   bool
	Comp                   CompKind
	CompInlined            bool // the comprehension runs in its parent's frame
	Varargs, Varkeywords   bool
	ReturnsValue           bool
	NeedsClassClosure      bool // class: a method uses __class__
	NeedsClassDict         bool // class: an annotation scope uses __classdict__
	CanSeeClassScope       bool // annotation scope directly inside a class
	HasFree, ChildFree     bool
	HasWalrus              bool // contains a named expression that binds in this frame
	Async                  bool // block of an async def
	FutureAnnotationsBlock bool

	// Private is the class name that mangles private names, "" for none;
	// mangleOnly, if set, lists the only names that are mangled.
	Private    string
	mangleOnly map[string]bool

	index      map[string]int
	directives map[string]syntax.Pos

	compIterTarget bool
	compIterExpr   int
	allChildren    []*Scope
	info           string // what a TypeVariable block belongs to
}

// Lookup returns the symbol of the mangled name, or nil.
func (s *Scope) Lookup(name string) *Symbol {
	if i, ok := s.index[name]; ok {
		return &s.Symbols[i]
	}
	return nil
}

// FunctionLike tells whether the block has fast locals: functions, lambdas,
// comprehensions and the scopes of PEP 695.
func (s *Scope) FunctionLike() bool {
	switch s.Kind {
	case Function, TypeVariable, TypeAlias, TypeParameters:
		return true
	}
	return false
}

// Mangle applies the private name rule of this block.
func (s *Scope) Mangle(name string) string {
	if len(name) < 3 || name[0] != '_' || name[1] != '_' {
		return name
	}
	if s.mangleOnly != nil && !s.mangleOnly[name] {
		return name
	}
	return Mangle(s.Private, name)
}

// Mangle returns name as it is spelled inside class: "__x" becomes
// "_class__x" unless it ends in two underscores or holds a dot.
func Mangle(class, name string) string {
	n := len(name)
	if class == "" || n < 3 || name[0] != '_' || name[1] != '_' || name[n-1] == '_' && name[n-2] == '_' {
		return name
	}
	for i := 0; i < n; i++ {
		if name[i] == '.' {
			return name
		}
	}
	i := 0
	for i < len(class) && class[i] == '_' {
		i++
	}
	if i == len(class) {
		return name
	}
	return "_" + class[i:] + name
}

// Key names a block by the node it was made for. Part tells apart the blocks
// that one node opens.
type Key struct {
	Node any
	Part Part
}

// Part is the role of a block within its node.
type Part uint8

// The roles.
const (
	Body    Part = iota // function, class, lambda, comprehension, alias value, module
	Params              // the type parameter scope
	Bound               // bound or constraints of a *syntax.TypeParam
	Default             // default of a *syntax.TypeParam
)

// Table is the result of an analysis.
type Table struct {
	Top    *Scope
	Future Future
	scopes map[Key]*Scope
}

// Scope returns the block that node opens in the role part, or nil.
func (t *Table) Scope(node any, part Part) *Scope { return t.scopes[Key{node, part}] }

// Error is an error of the compile phases after parsing. Pos.Line 0 means
// that it has no place. NoEnd marks an error without an end position.
type Error struct {
	Kind  string // SyntaxError, RecursionError or OverflowError
	Msg   string
	Pos   syntax.Pos
	NoEnd bool
}

func (e *Error) Error() string {
	if e.Pos.Line == 0 {
		return e.Kind + ": " + e.Msg
	}
	return fmt.Sprintf("%s: %s (line %d, column %d)", e.Kind, e.Msg, e.Pos.Line, e.Pos.Col+1)
}

// Syntaxf makes a SyntaxError at pos.
func Syntaxf(pos syntax.Pos, format string, args ...any) *Error {
	return &Error{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), Pos: pos}
}

// TooDeep is the error for trees nested too deeply to be compiled.
func TooDeep() *Error {
	return &Error{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation"}
}

// MaxDepth is the nesting of nodes that the compile phases accept; it bounds
// the depth of the Go stack.
const MaxDepth = 6000

// Number is the symbol as _symtable shows it: the flags with the place above.
func (s *Symbol) Number() uint32 { return uint32(s.Flags) | uint32(s.Place)<<ScopeOffset }
