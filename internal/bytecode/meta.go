package bytecode

// Operand says what an operand field of an instruction means.
type Operand uint8

// The meanings of an operand field.
const (
	NoOperand  Operand = iota
	Def                // register, written
	UseReg             // register, read
	UseDef             // register, read and written
	Window             // first register of a window, read and written; the op says how long it is
	Imm                // signed 16-bit number (D: 32-bit)
	Count              // unsigned number
	NameIndex          // index into Names
	ConstIndex         // index into Consts
	FreeIndex          // index into FreeVars
	Target             // jump distance
)

// Info describes the operands of an opcode. D stands for B and C together.
type Info struct {
	Name    string
	A, B, C Operand
	D       Operand
}

// InfoOf returns the description of an opcode below NumOps.
func InfoOf(op Op) *Info { return &infos[op] }

// String returns the opcode's name.
func (op Op) String() string {
	if op < NumOps {
		return infos[op].Name
	}
	return "Op?"
}

// IsRegister tells whether an operand names a register.
func (o Operand) IsRegister() bool { return o >= Def && o <= Window }

// JumpOperand tells which field of op holds a jump distance: 'C', 'D' or 0.
func JumpOperand(op Op) byte {
	i := &infos[op]
	switch {
	case i.D == Target:
		return 'D'
	case i.C == Target:
		return 'C'
	}
	return 0
}

// EndsBlock tells whether control never goes on to the next instruction.
func EndsBlock(op Op) bool {
	switch op {
	case Jump, Loop, Return, ReturnNone, Raise, Reraise:
		return true
	}
	return false
}

// CannotRaise tells whether op never raises an exception.
func CannotRaise(op Op) bool {
	switch op {
	case Nop, Move, LoadK, LoadInt, LoadNone, LoadBool, Clear, MakeCell, StoreCell, StoreFree, LoadFreeCell,
		Is, Jump, JumpNone, JumpNotNone, JumpIs, Return, ReturnNone, PushExc, PopExc:
		return true
	}
	return false
}

// Registers returns the range of registers, as first and one past the last,
// that an instruction touches beyond those that its operand fields name.
// Operands are unscaled.
func Registers(op Op, f uint8, a, b, c int) (lo, hi int) {
	switch op {
	case Call, CallKw, CallMethod, CallMethodKw:
		return a, a + 1 + b
	case CallEx:
		return a, a + 3
	case LoadMethod, LoadSpecial:
		return a, a + 2
	case WithExit:
		return b, b + 2
	case LoadSuper:
		return b, b + 3
	case Unpack:
		return a, a + c
	case UnpackEx:
		return a, a + int(f) + 1 + c
	case BuildTuple, BuildList, BuildSet, BuildString:
		return b, b + c
	case BuildDict:
		return b, b + 2*c
	case BuildSlice:
		return b, b + 3
	case GetSlice, SetSlice:
		return c, c + 2 + int(f)
	case MakeFunction:
		n := 1
		for i := 0; i < 5; i++ {
			if f>>i&1 != 0 {
				n = i + 2
			}
		}
		return a, a + n
	case ExcGroupMatch:
		return a, a + 2
	case ImportName, MatchClass:
		return b, b + 2
	}
	return 0, 0
}

var infos = [NumOps]Info{
	Nop:          {Name: "Nop"},
	Move:         {Name: "Move", A: Def, B: UseReg},
	LoadK:        {Name: "LoadK", A: Def, D: ConstIndex},
	LoadInt:      {Name: "LoadInt", A: Def, D: Imm},
	LoadNone:     {Name: "LoadNone", A: Def},
	LoadBool:     {Name: "LoadBool", A: Def},
	Clear:        {Name: "Clear", A: Def},
	CheckVar:     {Name: "CheckVar", A: UseReg, C: NameIndex},
	DeleteVar:    {Name: "DeleteVar", A: UseDef, C: NameIndex},
	LoadGlobal:   {Name: "LoadGlobal", A: Def, D: NameIndex},
	StoreGlobal:  {Name: "StoreGlobal", A: UseReg, D: NameIndex},
	DeleteGlobal: {Name: "DeleteGlobal", D: NameIndex},
	LoadName:     {Name: "LoadName", A: Def, D: NameIndex},
	StoreName:    {Name: "StoreName", A: UseReg, D: NameIndex},
	DeleteName:   {Name: "DeleteName", D: NameIndex},

	MakeCell:       {Name: "MakeCell", A: UseDef},
	LoadCell:       {Name: "LoadCell", A: Def, B: UseReg, C: NameIndex},
	StoreCell:      {Name: "StoreCell", A: UseReg, B: UseReg},
	DeleteCell:     {Name: "DeleteCell", A: UseReg, C: NameIndex},
	LoadFree:       {Name: "LoadFree", A: Def, B: FreeIndex},
	StoreFree:      {Name: "StoreFree", A: UseReg, B: FreeIndex},
	DeleteFree:     {Name: "DeleteFree", B: FreeIndex},
	LoadFreeCell:   {Name: "LoadFreeCell", A: Def, B: FreeIndex},
	LoadFromDictOr: {Name: "LoadFromDictOr", A: UseDef, B: UseReg, C: NameIndex},

	Add: bin("Add"), Sub: bin("Sub"), Mul: bin("Mul"), MatMul: bin("MatMul"), Div: bin("Div"),
	FloorDiv: bin("FloorDiv"), Mod: bin("Mod"), Pow: bin("Pow"), LShift: bin("LShift"), RShift: bin("RShift"),
	And: bin("And"), Or: bin("Or"), Xor: bin("Xor"),
	AddI: imm("AddI"), SubI: imm("SubI"), MulI: imm("MulI"), ModI: imm("ModI"), FloorDivI: imm("FloorDivI"),
	AndI: imm("AndI"), RShiftI: imm("RShiftI"), LShiftI: imm("LShiftI"),
	Neg: un("Neg"), Pos_: un("Pos"), Invert: un("Invert"), Not: un("Not"),

	Lt: bin("Lt"), Le: bin("Le"), Eq: bin("Eq"), Ne: bin("Ne"), Gt: bin("Gt"), Ge: bin("Ge"), Is: bin("Is"), In: bin("In"),
	ToBool: un("ToBool"),

	Jump: {Name: "Jump", D: Target}, Loop: {Name: "Loop", D: Target},
	JumpT:    {Name: "JumpT", A: UseReg, C: Target},
	JumpF:    {Name: "JumpF", A: UseReg, C: Target},
	JumpNone: {Name: "JumpNone", A: UseReg, C: Target}, JumpNotNone: {Name: "JumpNotNone", A: UseReg, C: Target},
	JumpLt: cmp("JumpLt"), JumpLe: cmp("JumpLe"), JumpEq: cmp("JumpEq"), JumpNe: cmp("JumpNe"), JumpGt: cmp("JumpGt"), JumpGe: cmp("JumpGe"),
	JumpIs: cmp("JumpIs"), JumpIn: cmp("JumpIn"),
	JumpLtI: cmpImm("JumpLtI"), JumpLeI: cmpImm("JumpLeI"), JumpEqI: cmpImm("JumpEqI"), JumpNeI: cmpImm("JumpNeI"), JumpGtI: cmpImm("JumpGtI"), JumpGeI: cmpImm("JumpGeI"),

	GetIter:  un("GetIter"),
	ForIter:  {Name: "ForIter", A: UseReg, B: Def, C: Target},
	Unpack:   {Name: "Unpack", A: Window, B: UseReg, C: Count},
	UnpackEx: {Name: "UnpackEx", A: Window, B: UseReg, C: Count},

	Call:         {Name: "Call", A: Window, B: Count, C: Def},
	CallMethod:   {Name: "CallMethod", A: Window, B: Count, C: Def},
	CallKw:       {Name: "CallKw", A: Window, B: Count, C: ConstIndex},
	CallMethodKw: {Name: "CallMethodKw", A: Window, B: Count, C: ConstIndex},
	CallEx:       {Name: "CallEx", A: Window},
	Return:       {Name: "Return", A: UseReg},
	ReturnNone:   {Name: "ReturnNone"},

	LoadAttr:    {Name: "LoadAttr", A: Def, B: UseReg, C: NameIndex},
	StoreAttr:   {Name: "StoreAttr", A: UseReg, B: UseReg, C: NameIndex},
	DeleteAttr:  {Name: "DeleteAttr", A: UseReg, C: NameIndex},
	LoadMethod:  {Name: "LoadMethod", A: Window, B: UseReg, C: NameIndex},
	LoadSuper:   {Name: "LoadSuper", A: Window, B: UseReg, C: NameIndex},
	LoadSpecial: {Name: "LoadSpecial", A: Window, B: UseReg},
	GetItem:     bin("GetItem"),
	SetItem:     {Name: "SetItem", A: UseReg, B: UseReg, C: UseReg},
	DelItem:     {Name: "DelItem", A: UseReg, B: UseReg},
	BuildSlice:  un("BuildSlice"),
	GetSlice:    bin("GetSlice"),
	SetSlice:    {Name: "SetSlice", A: UseReg, B: UseReg, C: UseReg},

	BuildTuple: build("BuildTuple"), BuildList: build("BuildList"), BuildSet: build("BuildSet"),
	BuildDict: build("BuildDict"), BuildString: build("BuildString"),
	ListAppend:  {Name: "ListAppend", A: UseReg, B: UseReg},
	ListExtend:  {Name: "ListExtend", A: UseReg, B: UseReg, C: UseReg},
	ListToTuple: un("ListToTuple"),
	SetAdd:      {Name: "SetAdd", A: UseReg, B: UseReg},
	SetUpdate:   {Name: "SetUpdate", A: UseReg, B: UseReg},
	DictSet:     {Name: "DictSet", A: UseReg, B: UseReg, C: UseReg},
	DictUpdate:  {Name: "DictUpdate", A: UseReg, B: UseReg},
	DictMerge:   {Name: "DictMerge", A: UseReg, B: UseReg, C: UseReg},
	Format:      {Name: "Format", A: Def, B: UseReg, C: UseReg},

	MakeFunction:     {Name: "MakeFunction", A: Window, D: ConstIndex},
	LoadBuildClass:   {Name: "LoadBuildClass", A: Def},
	LoadLocals:       {Name: "LoadLocals", A: Def},
	SetupAnnotations: {Name: "SetupAnnotations"},

	Raise:              {Name: "Raise", A: UseReg, B: UseReg},
	Reraise:            {Name: "Reraise", A: UseReg},
	PushExc:            {Name: "PushExc", A: Def, B: UseReg},
	PopExc:             {Name: "PopExc", A: UseReg},
	ExcMatch:           bin("ExcMatch"),
	ExcGroupMatch:      {Name: "ExcGroupMatch", A: Window, B: UseReg, C: UseReg},
	PrepReraiseStar:    bin("PrepReraiseStar"),
	LoadAssertionError: {Name: "LoadAssertionError", A: Def},
	WithExit:           bin("WithExit"),
	EndAsyncFor:        {Name: "EndAsyncFor", A: UseReg},
	CleanupThrow:       {Name: "CleanupThrow", A: UseReg, B: Def},

	Yield:            {Name: "Yield", A: Def, B: UseReg, C: UseReg},
	Send:             {Name: "Send", A: UseReg, B: UseDef, C: Target},
	GetAwaitable:     un("GetAwaitable"),
	GetAIter:         un("GetAIter"),
	GetANext:         un("GetANext"),
	GetYieldFromIter: un("GetYieldFromIter"),
	AsyncGenWrap:     un("AsyncGenWrap"),

	ImportName: {Name: "ImportName", A: Def, B: UseReg, C: NameIndex},
	ImportFrom: {Name: "ImportFrom", A: Def, B: UseReg, C: NameIndex},
	ImportStar: {Name: "ImportStar", A: UseReg},

	MatchSequence: un("MatchSequence"),
	MatchMapping:  un("MatchMapping"),
	MatchKeys:     bin("MatchKeys"),
	MatchClass:    {Name: "MatchClass", A: Def, B: UseReg, C: ConstIndex},
	GetLen:        un("GetLen"),

	Intrinsic1: un("Intrinsic1"),
	Intrinsic2: bin("Intrinsic2"),
}

func bin(name string) Info    { return Info{Name: name, A: Def, B: UseReg, C: UseReg} }
func imm(name string) Info    { return Info{Name: name, A: Def, B: UseReg, C: Imm} }
func un(name string) Info     { return Info{Name: name, A: Def, B: UseReg} }
func cmp(name string) Info    { return Info{Name: name, A: UseReg, B: UseReg, C: Target} }
func cmpImm(name string) Info { return Info{Name: name, A: UseReg, B: Imm, C: Target} }
func build(name string) Info  { return Info{Name: name, A: Def, B: UseReg, C: Count} }
