package sre

import (
	"errors"
	"sync"
)

// ErrInvalidCode reports code that re._compiler cannot have made; _sre raises
// RuntimeError with this text.
var ErrInvalidCode = errors.New("invalid SRE code")

// opcode is an operation of a Program, the compiled form of the code words.
type opcode uint8

const (
	opMatch        opcode = iota // success of the whole pattern
	opFail                       // never matches
	opLit                        // the character arg
	opNotLit                     // any character but arg
	opAny                        // any character but newline
	opAnyAll                     // any character
	opSet                        // a character of set
	opString                     // the characters strings[aux]
	opAt                         // position test arg
	opMark                       // note the position in mark arg
	opJump                       // go to next
	opSplit                      // try next, then alt
	opBranch                     // try the alternatives branches[aux]
	opGroupRef                   // the text of group arg, compared under fold
	opIfGroup                    // go on when group arg is set, else go to next
	opRepeat                     // greedy run of one-character matches
	opLazy                       // lazy run of one-character matches
	opPossess                    // greedy run that is never given back
	opLoop                       // start of a counted loop: go to its opUntil, next
	opUntil                      // end of an iteration of a counted loop with body next
	opPossLoop                   // start of a possessive loop
	opPossNext                   // decide on another possessive iteration; leave for next
	opPossEnd                    // an iteration succeeded; go to next
	opAtomic                     // start of an atomic group
	opAtomicEnd                  // drop its alternatives
	opAssert                     // start of an assertion looking arg characters back
	opAssertEnd                  // the assertion holds: return to where it began
	opAssertNot                  // start of a negative assertion; the rest is at next
	opAssertNotEnd               // what must not match did
)

// unit says what a one-character match accepts; the values are those of the
// operations that match one character.
type unit = opcode

const (
	flagPossLow = 1 << iota // no character below 256 both continues the run and starts what follows
	flagPossAll             // the same for all characters
	flagMarks               // the body of this atomic part sets marks
	flagLazy                // loop that prefers to stop
	flagLead                // the run every match attempt begins with, see Program.lead
	flagAtMatch             // the pattern ends right after this run
)

// inst is one operation. What follows it is the next one in the program
// unless said otherwise.
type inst struct {
	op       opcode
	unit     unit
	flags    uint8
	fold     foldMode
	arg      uint32
	min, max uint32
	next     int32 // jump target, preferred side of a split, body of a loop
	alt      int32 // other side of a split, start of an atomic part or assertion
	slot     int32 // first register of a loop, atomic part or assertion
	aux      int32 // index of a string or branch
	set      *charSet
	first    *firstSet // runs: what can follow; splits and loops: what can start at next
	other    *firstSet // splits and loops: what can start at the other side
}

// firstSet holds the characters with which a match from some instruction can
// begin. A nil *firstSet admits everything, the end of the subject included.
type firstSet struct {
	tab  *[lowChars]bool
	bits bitmap
	high bool     // characters from 256 upwards are possible
	set  *charSet // which of them; nil is all
}

// branch is a choice between alternatives, prepared so that only those are
// tried that can begin with the current character.
type branch struct {
	class [lowChars]uint16 // index into lists for each low character
	lists [][]int32        // alternatives (instructions) in order of preference
	high  []int32          // for characters from 256 upwards
	end   []int32          // at the end of the subject
}

type literal struct {
	runes []rune
	bytes []byte
	wide  bool // has characters that no byte equals; bytes is then empty
}

type strategy uint8

const (
	searchEvery  strategy = iota // try every position
	searchStart                  // only the start of the subject can match
	searchLine                   // only starts of lines can match
	searchPrefix                 // the match begins with prefix
	searchFirst                  // the match begins with a character of first
)

// Program is a pattern ready to be matched. It is immutable and may be used
// by any number of goroutines at once, each with a Matcher of its own.
type Program struct {
	code     []inst
	strings  []literal
	branches []branch
	groups   int
	marks    int // number of marks the code can set
	regs     int // registers of loops and atomic parts
	minWidth int // shortest possible match

	strategy strategy
	literal  bool // the pattern is prefix and nothing else
	prefix   literal
	overlap  []int32 // border table of prefix for linear search in runes
	first    *firstSet
	single   int // the only character in first, or -1

	// lead: every attempt starts with an unlimited run whose characters cannot
	// start what follows, and no back reference looks at it. When an attempt
	// fails, so does every other one that starts inside the same run.
	lead bool

	// run is the pattern when it is nothing but a greedy run of at least one
	// character.
	run *inst

	bytePool, runePool sync.Pool
}

// Groups returns the number of capture groups.
func (p *Program) Groups() int { return p.groups }
