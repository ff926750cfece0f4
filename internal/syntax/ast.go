// Package syntax turns Python 3.13 source text into a syntax tree.
//
// The node types follow the abstract grammar of the ast module (Python
// Library Reference, "ast"): one Go struct per node class, with the same field
// names in Go spelling. The tree holds plain Go values only; Python objects
// are made by the packages above.
package syntax

import "math/big"

// Pos is the source range of a node: lines count from 1, columns are UTF-8
// byte offsets from the start of the line, the end is exclusive (as in
// ast.AST.lineno, col_offset, end_lineno, end_col_offset).
type Pos struct {
	Line, Col, EndLine, EndCol int32
}

// Span returns the node's source range.
func (p *Pos) Span() Pos { return *p }

// SetSpan replaces the node's source range.
func (p *Pos) SetSpan(q Pos) { *p = q }

// Node is any node that carries a source range.
type Node interface {
	Span() Pos
	SetSpan(Pos)
}

// Mod is a whole parsed input: *Module, *Interactive, *Expression or *FunctionType.
type Mod interface{ mod() }

type (
	// Module is the tree of a source file (mode "exec").
	Module struct {
		Body        []Stmt
		TypeIgnores []TypeIgnore
	}
	// Interactive is the tree of one REPL input (mode "single").
	Interactive struct{ Body []Stmt }
	// Expression is the tree of an eval input (mode "eval").
	Expression struct{ Body Expr }
	// FunctionType is the tree of a signature type comment (mode "func_type").
	FunctionType struct {
		ArgTypes []Expr
		Returns  Expr
	}
	// TypeIgnore is one "# type: ignore" comment.
	TypeIgnore struct {
		Line int32
		Tag  string
	}
)

func (*Module) mod()       {}
func (*Interactive) mod()  {}
func (*Expression) mod()   {}
func (*FunctionType) mod() {}

// Stmt is a statement node.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression node.
type Expr interface {
	Node
	expr()
}

// Pattern is a node of a match-case pattern.
type Pattern interface {
	Node
	pattern()
}

// ExprContext tells how a target expression is used.
type ExprContext uint8

// The three contexts of ast.expr_context.
const (
	Load ExprContext = iota
	Store
	Del
)

// BoolOperator is And or Or.
type BoolOperator uint8

// The boolean operators.
const (
	And BoolOperator = iota
	Or
)

// Operator is a binary arithmetic or bitwise operator, in the order of ast.operator.
type Operator uint8

// The binary operators.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod_
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// UnaryOperator is one of ast.unaryop.
type UnaryOperator uint8

// The unary operators.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// CmpOperator is one of ast.cmpop.
type CmpOperator uint8

// The comparison operators.
const (
	Eq CmpOperator = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// Statements.
type (
	FunctionDef struct {
		Pos
		Name        string
		Args        *Arguments
		Body        []Stmt
		Decorators  []Expr
		Returns     Expr // nil: none
		TypeComment string
		TypeParams  []TypeParam
		Async       bool // AsyncFunctionDef
	}
	ClassDef struct {
		Pos
		Name       string
		Bases      []Expr
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
		TypeParams []TypeParam
	}
	Return struct {
		Pos
		Value Expr // nil: none
	}
	Delete struct {
		Pos
		Targets []Expr
	}
	Assign struct {
		Pos
		Targets     []Expr
		Value       Expr
		TypeComment string
	}
	TypeAlias struct {
		Pos
		Name       Expr // *Name
		TypeParams []TypeParam
		Value      Expr
	}
	AugAssign struct {
		Pos
		Target Expr
		Op     Operator
		Value  Expr
	}
	AnnAssign struct {
		Pos
		Target     Expr
		Annotation Expr
		Value      Expr // nil: none
		Simple     bool // a bare name without parentheses
	}
	For struct {
		Pos
		Target      Expr
		Iter        Expr
		Body        []Stmt
		Orelse      []Stmt
		TypeComment string
		Async       bool // AsyncFor
	}
	While struct {
		Pos
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	If struct {
		Pos
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	With struct {
		Pos
		Items       []*WithItem
		Body        []Stmt
		TypeComment string
		Async       bool // AsyncWith
	}
	Match struct {
		Pos
		Subject Expr
		Cases   []*MatchCase
	}
	Raise struct {
		Pos
		Exc   Expr // nil: re-raise
		Cause Expr // nil: none
	}
	Try struct {
		Pos
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
		Star      bool // TryStar: except*
	}
	Assert struct {
		Pos
		Test Expr
		Msg  Expr // nil: none
	}
	Import struct {
		Pos
		Names []*Alias
	}
	ImportFrom struct {
		Pos
		Module string // "" for "from . import x" (ast: None)
		Names  []*Alias
		Level  int // count of leading dots
	}
	Global struct {
		Pos
		Names []string
	}
	Nonlocal struct {
		Pos
		Names []string
	}
	ExprStmt struct {
		Pos
		Value Expr
	}
	Pass     struct{ Pos }
	Break    struct{ Pos }
	Continue struct{ Pos }
)

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*TypeAlias) stmt()   {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

// Expressions.
type (
	BoolOp struct {
		Pos
		Op     BoolOperator
		Values []Expr
	}
	NamedExpr struct {
		Pos
		Target *Name
		Value  Expr
	}
	BinOp struct {
		Pos
		Left  Expr
		Op    Operator
		Right Expr
	}
	UnaryOp struct {
		Pos
		Op      UnaryOperator
		Operand Expr
	}
	Lambda struct {
		Pos
		Args *Arguments
		Body Expr
	}
	IfExp struct {
		Pos
		Test, Body, Orelse Expr
	}
	// Dict: a nil key marks "**value".
	Dict struct {
		Pos
		Keys   []Expr
		Values []Expr
	}
	Set struct {
		Pos
		Elts []Expr
	}
	ListComp struct {
		Pos
		Elt        Expr
		Generators []*Comprehension
	}
	SetComp struct {
		Pos
		Elt        Expr
		Generators []*Comprehension
	}
	DictComp struct {
		Pos
		Key, Value Expr
		Generators []*Comprehension
	}
	GeneratorExp struct {
		Pos
		Elt        Expr
		Generators []*Comprehension
	}
	Await struct {
		Pos
		Value Expr
	}
	Yield struct {
		Pos
		Value Expr // nil: none
	}
	YieldFrom struct {
		Pos
		Value Expr
	}
	Compare struct {
		Pos
		Left        Expr
		Ops         []CmpOperator
		Comparators []Expr
	}
	Call struct {
		Pos
		Func     Expr
		Args     []Expr // may hold *Starred
		Keywords []*Keyword
	}
	// FormattedValue is one replacement field of an f-string. Conversion is
	// -1 or one of 's', 'r', 'a'.
	FormattedValue struct {
		Pos
		Value      Expr
		Conversion rune
		FormatSpec Expr // nil or *JoinedStr
	}
	JoinedStr struct {
		Pos
		Values []Expr
	}
	// Constant holds a literal as a plain Go value: NoneType{}, bool, int64,
	// *big.Int (only beyond int64), float64, complex128, string (WTF-8),
	// Bytes, EllipsisType{}; the compiler adds folded tuples and frozensets of its own.
	// Kind is "u" for a string literal with the u prefix, else "".
	Constant struct {
		Pos
		Value any
		Kind  string
	}
	Attribute struct {
		Pos
		Value Expr
		Attr  string
		Ctx   ExprContext
	}
	Subscript struct {
		Pos
		Value Expr
		Slice Expr
		Ctx   ExprContext
	}
	Starred struct {
		Pos
		Value Expr
		Ctx   ExprContext
	}
	Name struct {
		Pos
		Id  string
		Ctx ExprContext
	}
	List struct {
		Pos
		Elts []Expr
		Ctx  ExprContext
	}
	Tuple struct {
		Pos
		Elts []Expr
		Ctx  ExprContext
	}
	Slice struct {
		Pos
		Lower, Upper, Step Expr // nil: absent
	}
)

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*JoinedStr) expr()      {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}

// Constant values that have no plain Go type of their own. The bytecode
// package shares these meanings for its constants.
type (
	// NoneType is the value of None.
	NoneType struct{}
	// EllipsisType is the value of "...".
	EllipsisType struct{}
	// Bytes is the value of a bytes literal.
	Bytes string
)

// Helper nodes.
type (
	// Comprehension is one "for ... in ... if ..." clause.
	Comprehension struct {
		Target, Iter Expr
		Ifs          []Expr
		Async        bool
	}
	// ExceptHandler is one except clause; Type nil catches all, Name "" binds nothing.
	ExceptHandler struct {
		Pos
		Type Expr
		Name string
		Body []Stmt
	}
	// Arguments is a parameter list. Defaults belong to the last
	// len(Defaults) of PosOnly+Args; KwDefaults has one entry per KwOnly, nil
	// where there is none.
	Arguments struct {
		PosOnly    []*Arg
		Args       []*Arg
		Vararg     *Arg // nil: none
		KwOnly     []*Arg
		KwDefaults []Expr
		Kwarg      *Arg // nil: none
		Defaults   []Expr
	}
	Arg struct {
		Pos
		Name        string
		Annotation  Expr // nil: none
		TypeComment string
	}
	// Keyword is a keyword argument; Name "" is "**value".
	Keyword struct {
		Pos
		Name  string // "" for **value
		Value Expr
	}
	// Alias is one imported name; AsName "" means none.
	Alias struct {
		Pos
		Name, AsName string
	}
	WithItem struct {
		Context Expr
		Target  Expr // nil: none
	}
	MatchCase struct {
		Pattern Pattern
		Guard   Expr // nil: none
		Body    []Stmt
	}
)

// Patterns.
type (
	MatchValue struct {
		Pos
		Value Expr
	}
	// MatchSingleton matches None, True or False by identity.
	MatchSingleton struct {
		Pos
		Value any
	}
	MatchSequence struct {
		Pos
		Patterns []Pattern
	}
	MatchMapping struct {
		Pos
		Keys     []Expr
		Patterns []Pattern
		Rest     string // "" : none
	}
	MatchClass struct {
		Pos
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	// MatchStar is "*name"; Name "" is "*_".
	MatchStar struct {
		Pos
		Name string
	}
	// MatchAs is "pattern as name", a bare capture (Pattern nil) or the
	// wildcard (both empty).
	MatchAs struct {
		Pos
		Pattern Pattern
		Name    string
	}
	MatchOr struct {
		Pos
		Patterns []Pattern
	}
)

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}

// TypeParamKind tells TypeVar, ParamSpec and TypeVarTuple apart.
type TypeParamKind uint8

// The kinds of PEP 695 type parameters.
const (
	TypeVar TypeParamKind = iota
	ParamSpec
	TypeVarTuple
)

// TypeParam is one PEP 695 type parameter; Bound is only for TypeVar (a
// *Tuple means constraints), Default is PEP 696's. Either may be nil.
type TypeParam struct {
	Pos
	Kind    TypeParamKind
	Name    string
	Bound   Expr
	Default Expr
}

// BigInt reports the value of an integer constant as a big integer.
func BigInt(v any) (*big.Int, bool) {
	switch v := v.(type) {
	case int64:
		return big.NewInt(v), true
	case *big.Int:
		return v, true
	}
	return nil, false
}
