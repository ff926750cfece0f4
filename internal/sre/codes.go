package sre

// Numbers that the _sre module publishes and that Lib/re/_constants.py
// expects of it.
const (
	Magic     = 20230612      // version of the code format
	CodeSize  = 4             // bytes of one code word
	MaxRepeat = 1<<32 - 1     // repeat count that means "no upper limit"
	MaxGroups = 1<<30 - 1     // largest number of capture groups
	noGroup   = -1            // a mark that is not set
	unlimited = MaxRepeat     // shorthand inside the engine
	lowChars  = 256           // characters below this are looked up in tables
	maxDepth  = 1 << 14       // nesting of repeats, branches and assertions
	maxCode   = 1<<31 - 1<<16 // longest code whose positions fit an int32
)

// The operations of the code format, in the order of OPCODES in
// Lib/re/_constants.py.
const (
	codeFailure = iota
	codeSuccess
	codeAny
	codeAnyAll
	codeAssert
	codeAssertNot
	codeAt
	codeBranch
	codeCategory
	codeCharset
	codeBigCharset
	codeGroupRef
	codeGroupRefExists
	codeIn
	codeInfo
	codeJump
	codeLiteral
	codeMark
	codeMaxUntil
	codeMinUntil
	codeNotLiteral
	codeNegate
	codeRange
	codeRepeat
	codeRepeatOne
	codeSubpattern
	codeMinRepeatOne
	codeAtomicGroup
	codePossessiveRepeat
	codePossessiveRepeatOne
	codeGroupRefIgnore
	codeInIgnore
	codeLiteralIgnore
	codeNotLiteralIgnore
	codeGroupRefLocIgnore
	codeInLocIgnore
	codeLiteralLocIgnore
	codeNotLiteralLocIgnore
	codeGroupRefUniIgnore
	codeInUniIgnore
	codeLiteralUniIgnore
	codeNotLiteralUniIgnore
	codeRangeUniIgnore
)

// Positions tested by an AT operation (ATCODES).
const (
	atBeginning = iota
	atBeginningLine
	atBeginningString
	atBoundary
	atNonBoundary
	atEnd
	atEndLine
	atEndString
	atLocBoundary
	atLocNonBoundary
	atUniBoundary
	atUniNonBoundary
	atCount
)

// Character categories (CHCODES). An odd number negates the one before it.
const (
	catDigit = iota
	catNotDigit
	catSpace
	catNotSpace
	catWord
	catNotWord
	catLinebreak
	catNotLinebreak
	catLocWord
	catLocNotWord
	catUniDigit
	catUniNotDigit
	catUniSpace
	catUniNotSpace
	catUniWord
	catUniNotWord
	catUniLinebreak
	catUniNotLinebreak
	catCount
)

// Flags of an INFO block.
const (
	infoPrefix  = 1
	infoLiteral = 2
	infoCharset = 4
)
