// Package bytecode defines the instruction set of the register machine and the
// code object that the compiler hands to the evaluator.
//
// # Instruction word
//
// Every instruction is one 64-bit word, little end first:
//
//	bits  0-7   opcode
//	bits  8-15  F, a small flag or sub-operation
//	bits 16-31  A
//	bits 32-47  B
//	bits 48-63  C
//
// A register operand is stored pre-scaled (register number * 16), so a frame
// has at most MaxRegs registers. "D" names bits 32-63 read as one 32-bit
// number. Jump distances are signed and count bytes from the word after the
// whole instruction (cache words included). Some instructions are followed by
// cache words, which the evaluator owns; NumCacheWords tells how many.
//
// # Frame
//
// R[-1] holds the running function. R[0:ArgSlots] are the parameters in the
// order of co_varnames, then come the other locals, then the cells that are
// not parameters, then temporaries. A captured variable's register holds its
// cell. In code without CO_OPTIMIZED (module, class body, exec) R[0] holds the
// namespace mapping in which names are looked up and stored.
//
// A call's window is R[A] (the callable) and R[A+1:A+1+n] (the arguments); the
// callee's R[0] is the caller's R[A+1]. The compiler allocates temporaries
// like a stack: everything live lies below A.
package bytecode

// Op is an opcode.
type Op uint8

// The instructions the compiler emits. "=>" says where control goes; R[x] is
// a register, K a constant, N a name, "nil" the unset register value.
const (
	Nop Op = iota

	// Moves and constants.
	Move      // R[A] = R[B]
	LoadK     // R[A] = K[D]
	LoadInt   // R[A] = int D (signed)
	LoadNone  // R[A] = None
	LoadBool  // R[A] = F != 0
	Clear     // R[A] = nil
	CheckVar  // R[A] nil => UnboundLocalError for N[C]
	DeleteVar // as CheckVar, then R[A] = nil

	// Names. LoadGlobal and LoadName are followed by 2 cache words.
	LoadGlobal   // R[A] = globals or builtins, N[D]
	StoreGlobal  // globals[N[D]] = R[A]
	DeleteGlobal // del globals[N[D]]
	LoadName     // R[A] = N[D] in the namespace R[0], then globals, builtins
	StoreName    // R[0][N[D]] = R[A]
	DeleteName   // del R[0][N[D]]

	// Closures. A cell register belongs to this frame; a free index counts co_freevars.
	MakeCell       // R[A] = new cell holding what R[A] held (nil: empty)
	LoadCell       // R[A] = contents of cell R[B]; empty => UnboundLocalError for N[C]
	StoreCell      // contents of cell R[A] = R[B]
	DeleteCell     // empty the cell R[A]; already empty => UnboundLocalError for N[C]
	LoadFree       // R[A] = contents of free cell B; empty => NameError for freevars[B]
	StoreFree      // contents of free cell B = R[A]
	DeleteFree     // empty the free cell B; already empty => NameError for freevars[B]
	LoadFreeCell   // R[A] = the free cell B itself (to build a closure)
	LoadFromDictOr // R[A] = R[B][N[C]], absent: F=0 R[A] must already hold a cell whose contents are loaded (empty => NameError), F=1 the global or builtin N[C]

	// Arithmetic: R[A] = R[B] op R[C]; F=1: the in-place form (R[B] op= R[C]).
	Add
	Sub
	Mul
	MatMul
	Div
	FloorDiv
	Mod
	Pow
	LShift
	RShift
	And
	Or
	Xor
	// With a small int: R[A] = R[B] op int16(C); F=1: in-place form.
	AddI
	SubI
	MulI
	ModI
	FloorDivI
	AndI
	RShiftI
	LShiftI
	// Unary: R[A] = op R[B].
	Neg
	Pos_
	Invert
	Not

	// Comparison to a value: R[A] = R[B] op R[C].
	Lt
	Le
	Eq
	Ne
	Gt
	Ge
	Is     // F=1: is not
	In     // R[A] = R[B] in R[C]; F=1: not in
	ToBool // R[A] = bool(R[B])

	// Jumps. Distances: Jump and Loop in D, the others in C.
	Jump        // => always
	Loop        // => always, a back edge: checks the eval breaker
	JumpT       // R[A] true => ; F=1: a back edge
	JumpF       // R[A] false => ; F=1: a back edge
	JumpNone    // R[A] is None =>
	JumpNotNone // R[A] is not None =>
	// Compare and jump: => when (R[A] op R[B]) is false (F&1 = 0) or true
	// (F&1 = 1); F&2: a back edge, which checks the eval breaker when taken.
	// JumpIs and JumpIn have no negated form: the compiler inverts F&1.
	JumpLt
	JumpLe
	JumpEq
	JumpNe
	JumpGt
	JumpGe
	JumpIs
	JumpIn
	// The same with B a signed 16-bit int.
	JumpLtI
	JumpLeI
	JumpEqI
	JumpNeI
	JumpGtI
	JumpGeI

	// Iteration.
	GetIter  // R[A] = iter(R[B]); F 1: only ForIter sees it
	ForIter  // R[B] = next(R[A]); exhausted => C. F=1: the loop variable is dead afterwards
	Unpack   // R[A : A+C] = R[B], exactly C items
	UnpackEx // R[A:...] = R[B] with F items before a list and C after it (F+1+C registers)

	// Calls. The result of Call and CallMethod goes to R[C], of the others to R[A].
	Call         // R[C] = R[A](R[A+1 : A+1+B])
	CallMethod   // R[C] = as LoadMethod left it: R[A] nil: R[A+1](R[A+2 : A+1+B]), else R[A](R[A+1 : A+1+B]); F: see CallEnters
	CallKw       // as Call with B arguments in all, the last of them named by the tuple K[C]
	CallMethodKw // as CallMethod with the names in K[C]
	CallEx       // R[A](*R[A+1], **R[A+2]); R[A+2] nil: no keywords; R[A+1] any iterable
	Return       // return R[A]
	ReturnNone   // return None

	// Attributes and items. LoadAttr, StoreAttr and LoadMethod are followed by 1 cache word.
	LoadAttr    // R[A] = R[B].N[C]
	StoreAttr   // R[A].N[C] = R[B]
	DeleteAttr  // del R[A].N[C]
	LoadMethod  // R[A] = function, R[A+1] = R[B]; or R[A] = nil, R[A+1] = R[B].N[C] when it does not bind
	LoadSuper   // R[A] = super(R[B], R[B+1]).N[C] where R[B+2] is what the name "super" gave; F&1: as LoadMethod into R[A], R[A+1]; F&2: written with both arguments (else super(), which matters when "super" is not the builtin)
	LoadSpecial // R[A], R[A+1] = the special method F of type(R[B]) for R[B], as LoadMethod leaves them (see Special)
	GetItem     // R[A] = R[B][R[C]]
	SetItem     // R[A][R[B]] = R[C]
	DelItem     // del R[A][R[B]]
	BuildSlice  // R[A] = slice(R[B], R[B+1], R[B+2])
	GetSlice    // R[A] = R[B][R[C]:R[C+1]]; F 1: with the step R[C+2]
	SetSlice    // R[A][R[C]:R[C+1]] = R[B]

	// Building.
	BuildTuple  // R[A] = tuple R[B : B+C]
	BuildList   // R[A] = list R[B : B+C]; F=1: empty, with room for what iterator R[B] has left
	BuildSet    // R[A] = set R[B : B+C]
	BuildDict   // R[A] = dict of C pairs in R[B : B+2C]
	BuildString // R[A] = "".join(R[B : B+C]), all str
	ListAppend  // R[A].append(R[B])
	ListExtend  // R[A].extend(R[B]); F=1: error text for a starred call argument of callable R[C]
	ListToTuple // R[A] = tuple(R[B]), a list made by this code
	SetAdd      // R[A].add(R[B])
	SetUpdate   // R[A].update(R[B])
	DictSet     // R[A][R[B]] = R[C], a dict made by this code
	DictUpdate  // R[A].update(R[B]), B a mapping (dict display)
	DictMerge   // R[A].update(R[B]) for the call of R[C]: a repeated key is a TypeError
	Format      // R[A] = format(conversion F&3 of R[B], R[C]); F&4 == 0: no spec. Conversions: 0 none, 1 str, 2 repr, 3 ascii

	// Functions and classes.
	MakeFunction     // R[A] = function from K[D]; F bits: see MakeFunction flags, values in R[A+1:]
	LoadBuildClass   // R[A] = builtins.__build_class__
	LoadLocals       // R[A] = the namespace R[0] (class body), or locals() where code is optimized
	SetupAnnotations // make sure that R[0]["__annotations__"] exists

	// Exceptions. The exception table stores a caught exception in a register and jumps.
	Raise              // raise R[A]; F=1: from R[B]; F=2: bare raise
	Reraise            // go on raising R[A]; its traceback does not grow here
	PushExc            // R[A] = exception being handled before (or None); now handling R[B]
	PopExc             // handling R[A] again
	ExcMatch           // R[A] = R[B] is an instance of R[C] (checks that C is an exception class or tuple)
	ExcGroupMatch      // R[A] = rest or None, R[A+1] = matching group or None, of R[B] by R[C] (except*)
	PrepReraiseStar    // R[A] = what except* must raise: original R[B], list of raised and rest R[C]; None: nothing
	LoadAssertionError // R[A] = AssertionError
	WithExit           // R[A] = what R[B], R[B+1], see LoadSpecial, give for (type(e), e, e.__traceback__), e = R[C]
	EndAsyncFor        // R[A] a StopAsyncIteration: go on; else raise it again
	CleanupThrow       // an exception R[A] reached a yield-from: a StopIteration gives R[B] = its value; else raise it again

	// Generators and coroutines.
	Yield            // suspend with R[B]; on resumption R[A] = the value sent. F=1: inside yield from/await, C is the receiver register; it directly follows its Send
	Send             // R[B] = send R[B] to R[A]; it returned => C with R[B] its value
	GetAwaitable     // R[A] = awaitable iterator of R[B]; F: 1 for __aenter__, 2 for __aexit__ error texts
	GetAIter         // R[A] = R[B].__aiter__()
	GetANext         // R[A] = awaitable of R[B].__anext__()
	GetYieldFromIter // R[A] = iterator of R[B] for yield from
	AsyncGenWrap     // R[A] = R[B] marked as a value that an async generator yields

	// Imports.
	ImportName // R[A] = __import__(N[C], level R[B], fromlist R[B+1])
	ImportFrom // R[A] = from R[B] import N[C]
	ImportStar // from R[A] import * into R[0]

	// Pattern matching.
	MatchSequence // R[A] = R[B] matches a sequence pattern
	MatchMapping  // R[A] = R[B] matches a mapping pattern
	MatchKeys     // R[A] = tuple of values in R[B] for the keys tuple R[C], or None
	MatchClass    // R[A] = tuple of attributes of R[B] for class R[B+1] with F positional patterns and keyword names K[C], or None
	GetLen        // R[A] = len(R[B])

	// Rare ones behind a table.
	Intrinsic1 // R[A] = intrinsic F (R[B])
	Intrinsic2 // R[A] = intrinsic F (R[B], R[C])

	// NumOps is the count of opcodes that the compiler emits. The evaluator
	// uses the numbers from here on for specialised forms.
	NumOps
)

// MaxRegs is the largest number of registers of one frame.
const MaxRegs = 4095

// Flags of MakeFunction: which of the registers above A hold something.
const (
	FuncDefaults    = 1 << iota // R[A+1] tuple
	FuncKwDefaults              // R[A+2] dict
	FuncAnnotations             // R[A+3] dict, or a tuple of name, value pairs
	FuncClosure                 // R[A+4] tuple of cells
	FuncTypeParams              // R[A+5] tuple
)

// CallEnters marks the CallMethod of __enter__ in a with statement: no pending
// call runs between it and the block, or what was entered would never be left.
const CallEnters = 1

// Special selects the method that LoadSpecial looks up (PEP 343, PEP 492).
// A missing method is the TypeError that "with" or "async with" raises.
const (
	SpecialEnter = iota
	SpecialExit
	SpecialAEnter
	SpecialAExit
)

// Intrinsic functions of one argument.
const (
	IntrinsicPrint              = iota // print the value of an expression statement at the prompt (sys.displayhook)
	IntrinsicStopIterationError        // turn a StopIteration or StopAsyncIteration leaving a generator into RuntimeError
	IntrinsicTypeVar                   // typing.TypeVar(name)
	IntrinsicParamSpec                 // typing.ParamSpec(name)
	IntrinsicTypeVarTuple              // typing.TypeVarTuple(name)
	IntrinsicSubscriptGeneric          // typing.Generic[params tuple]
	IntrinsicTypeAlias                 // TypeAliasType(name, type params or None, function giving the value), from a tuple of three
)

// Intrinsic functions of two arguments.
const (
	IntrinsicTypeVarWithBound       = iota // TypeVar(name) whose bound is computed by the function
	IntrinsicTypeVarWithConstraints        // TypeVar(name) whose constraints are computed by the function
	IntrinsicSetFunctionTypeParams         // set __type_params__ of function B to C, result the function
	IntrinsicSetTypeparamDefault           // give type parameter B the default computed by function C, result the parameter
)
