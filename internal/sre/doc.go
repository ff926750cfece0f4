// Package sre is the matching engine behind Python's re module: the part that
// CPython writes in C as _sre. It knows nothing of Python objects.
//
// The library's own compiler (Lib/re/_compiler.py) turns a pattern into a list
// of 32-bit code words. Compile checks such a list and translates it into a
// Program; a Matcher runs a Program over a subject. A subject is a slice of
// bytes when every character fits one (bytes objects, ASCII and latin-1 text)
// and of runes otherwise; the engine is generic over the two, and positions
// are indexes into the slice.
//
// # How a match is found
//
// A Program is a flat array of instructions. Single characters and sets of
// characters are answered by tables for characters below 256; case folding is
// part of the table. The run loop (exec.go) is one function without
// recursion: alternatives and the changes to take back on the way to them lie
// on an explicit stack, so depth is limited by memory (Matcher.MaxFrames) and
// never by the Go stack. Group marks and loop counters are changed in place,
// and their old values are pushed only while there is an alternative below
// that could see them. Atomic groups, possessive repeats and assertions
// remember the height of the stack where they began and cut it back to there;
// the old values of marks survive the cut.
//
// Loops whose iterations need not be counted and cannot be empty are plain
// splits. The others keep a count and the start of the last iteration in
// registers, with CPython's rule that an optional iteration is not followed by
// another one at the same place.
//
// # What makes it fast
//
// For each place where the engine must choose, analyze.go computes which
// characters can come next, looking through marks, position tests and jumps.
// Choices that cannot work are then not even tried, and nothing is pushed for
// them: a branch looks only at the alternatives that fit the current
// character, a loop leaves or continues without an alternative when only one
// way fits, and a run of characters (a+, [^"]*) whose characters cannot begin
// what follows is never given back. Inside an atomic part the look-ahead ends
// where the part ends, since it must not depend on what follows.
//
// Search looks for candidates by literal prefix (bytes.Index, or a linear scan
// with a border table in runes), by first character, or by anchor. When every
// attempt begins with a run that is never given back, a failed attempt rules
// out all starts within that run, so that [a-z]+@ takes linear time.
//
// The INFO block of the code is checked but not used; the program itself tells
// the same.
//
// # Limits
//
// Work is counted. About every 64k steps the Matcher calls Interrupt and
// checks the size of the stack; ErrInterrupted and ErrMemory are the only
// errors of a match. The locale of re.LOCALE is always "C".
//
// Where CPython 3.13.0 is known to be wrong (groups in a possessive repeat
// that lies in no other repeat, gh-101955), the later, corrected behaviour is
// followed.
package sre
