package py

// CompareOp is a rich comparison operator.
type CompareOp uint8

// The six rich comparisons.
const (
	CmpLT CompareOp = iota
	CmpLE
	CmpEQ
	CmpNE
	CmpGT
	CmpGE
)

var compareSigns = [...]string{"<", "<=", "==", "!=", ">", ">="}

// swapped is the reflected operator: a < b is b > a.
var swappedOps = [...]CompareOp{CmpGT, CmpGE, CmpEQ, CmpNE, CmpLT, CmpLE}

func (op CompareOp) String() string { return compareSigns[op] }

// BinaryOp numbers the binary operators, in the order of the bytecode.
type BinaryOp uint8

// The binary operators. OpDivmod has no instruction.
const (
	OpAdd BinaryOp = iota
	OpSub
	OpMul
	OpMatMul
	OpDiv
	OpFloorDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpDivmod
	numBinaryOps
)

var binarySigns = [...]string{"+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "divmod()"}

// Slot function types. A binary slot is called with the operands in source
// order, whichever of them has the slot, and returns NotImplemented when it
// does not know the pair.
type (
	UnaryFunc   func(t *Thread, v Value) (Value, *Exc)
	BinaryFunc  func(t *Thread, a, b Value) (Value, *Exc)
	TernaryFunc func(t *Thread, a, b, c Value) (Value, *Exc)
)

// Slots is the primary protocol of a type: what the evaluator and the natives
// call. A nil slot is an operation that the type does not have. slotdefs.go
// ties each of them to its special method.
type Slots struct {
	New  func(t *Thread, cls *Type, args Args) (Value, *Exc)
	Init func(t *Thread, self Value, args Args) *Exc
	Call func(t *Thread, self Value, args Args) (Value, *Exc)

	Repr, Str UnaryFunc
	Hash      func(t *Thread, v Value) (int64, *Exc)
	// Compare returns NotImplemented when it does not know the pair.
	Compare func(t *Thread, a, b Value, op CompareOp) (Value, *Exc)

	GetAttr func(t *Thread, v Value, name *Str) (Value, *Exc)
	// SetAttr with a nil val deletes.
	SetAttr func(t *Thread, v Value, name *Str, val Value) *Exc

	// Descriptors. DescrGet's obj is nil for access through the class;
	// DescrSet with a nil val deletes.
	DescrGet func(t *Thread, self, obj Value, owner Value) (Value, *Exc)
	DescrSet func(t *Thread, self, obj, val Value) *Exc

	Iter UnaryFunc
	// Next returns the zero Value and no error at the end.
	Next UnaryFunc

	Binary  [numBinaryOps]BinaryFunc
	InPlace [numBinaryOps]BinaryFunc // OpDivmod unused
	Pow3    TernaryFunc              // pow(a, b, c)
	// pyBinary marks the Binary slots that dispatch to methods in Python.
	pyBinary uint32

	Neg, Pos, Abs, Invert UnaryFunc
	ToInt, ToFloat, Index UnaryFunc
	Bool                  func(t *Thread, v Value) (bool, *Exc)

	Len func(t *Thread, v Value) (int, *Exc)
	// GetItem serves both subscripts of sequences and of mappings; sequences
	// with C-level index access also have Item.
	GetItem BinaryFunc
	// SetItem with a nil val deletes.
	SetItem  func(t *Thread, v, key, val Value) *Exc
	Contains func(t *Thread, v, item Value) (bool, *Exc)
	// Concat and Repeat are the sequence forms of + and *, tried after the
	// numeric slots; InPlaceConcat and InPlaceRepeat those of += and *=.
	Concat        BinaryFunc
	Repeat        func(t *Thread, v Value, n int) (Value, *Exc)
	InPlaceConcat BinaryFunc
	InPlaceRepeat func(t *Thread, v Value, n int) (Value, *Exc)
	// Item is sq_item: the legacy iteration protocol by index.
	Item func(t *Thread, v Value, i int) (Value, *Exc)

	Await, AIter, ANext UnaryFunc
	// Send is the fast path of generators: the result, and whether it was
	// returned (true) rather than yielded.
	Send func(t *Thread, v, arg Value) (res Value, returned bool, err *Exc)

	// Buffer exports the object's memory (the buffer protocol, PEP 688).
	Buffer func(t *Thread, v Value, flags BufferFlags) (*Buffer, *Exc)
	// ReleaseBuffer says that releasing a buffer matters to the object.
	ReleaseBuffer bool

	// Del is __del__ of a class made in Python.
	Del func(t *Thread, v Value) *Exc
}
