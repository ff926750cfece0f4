package sre

import (
	"errors"
	"unsafe"
)

// Unit is what a subject consists of: bytes when every character is one byte
// (bytes objects, ASCII and latin-1 text), else decoded characters.
type Unit interface{ byte | rune }

var (
	// ErrInterrupted is returned when Matcher.Interrupt asked to stop.
	ErrInterrupted = errors.New("matching interrupted")
	// ErrMemory is returned when a match needs more than
	// Matcher.MaxFrames backtracking entries; Python calls it MemoryError.
	ErrMemory = errors.New("regular expression needs too much memory")
)

// DefaultMaxFrames is the limit of the backtracking stack of a new Matcher;
// one entry takes 24 bytes.
const DefaultMaxFrames = 1 << 24

const (
	fuelPerTick = 1 << 16 // steps between two calls of Interrupt
	keepFrames  = 1 << 15 // larger stacks are not kept for the next match
)

// A Matcher runs one Program over one subject and holds the result of the
// last successful match. It serves one goroutine. Get it from Acquire and
// give it back with Release.
type Matcher[T Unit] struct {
	// Interrupt, if set, is called about every 64k steps; when it returns
	// true the running match stops with ErrInterrupted.
	Interrupt func() bool
	// MaxFrames limits the backtracking stack, see ErrMemory.
	MaxFrames int

	prog    *Program
	subject []T // the whole subject
	s       []T // the subject up to endpos
	full    bool

	begin, end int // span of the match
	last       int // group closed last, 0 if none
	marks      []int
	regs       []int
	stack      []frame
	fuel       int
	leadEnd    int // where the leading run of the last attempt ended
	err        error

	scanAt   int
	scanMust bool // the next match must not be empty at scanAt
	scanDone bool
}

// Acquire returns a Matcher for a program and a subject. The subject must not
// change until Release.
func Acquire[T Unit](p *Program, subject []T) *Matcher[T] {
	m, _ := pool[T](p).(*Matcher[T])
	if m == nil {
		m = &Matcher[T]{
			prog:  p,
			marks: make([]int, p.marks),
			regs:  make([]int, p.regs),
		}
	}
	m.MaxFrames = DefaultMaxFrames
	m.fuel = fuelPerTick
	m.subject = subject
	m.scanDone = true
	return m
}

func pool[T Unit](p *Program) any {
	if isByte[T]() {
		return p.bytePool.Get()
	}
	return p.runePool.Get()
}

// Release gives the Matcher back; it must not be used afterwards.
func (m *Matcher[T]) Release() {
	m.subject, m.s, m.Interrupt, m.err = nil, nil, nil, nil
	if cap(m.stack) > keepFrames {
		m.stack = nil
	}
	if isByte[T]() {
		m.prog.bytePool.Put(m)
	} else {
		m.prog.runePool.Put(m)
	}
}

func isByte[T Unit]() bool {
	var c T
	return unsafe.Sizeof(c) == 1
}

// asBytes reinterprets a subject of bytes; only for T = byte.
func asBytes[T Unit](s []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s))
}

// window prepares the subject for pos and endpos, clamped as Pattern methods
// do. The start may lie behind the end; only empty matches are left then.
func (m *Matcher[T]) window(start, end int) int {
	n := len(m.subject)
	end = min(max(end, 0), n)
	m.s = m.subject[:end]
	m.err = nil
	m.full = false
	return min(max(start, 0), n)
}

// Match matches at start, as Pattern.match(subject, start, end) does.
func (m *Matcher[T]) Match(start, end int) (bool, error) {
	start = m.window(start, end)
	return m.run(start, false), m.err
}

// FullMatch matches exactly the characters from start to end.
func (m *Matcher[T]) FullMatch(start, end int) (bool, error) {
	start = m.window(start, end)
	m.full = true
	return m.run(start, false), m.err
}

// Search finds the first match at start or later.
func (m *Matcher[T]) Search(start, end int) (bool, error) {
	start = m.window(start, end)
	return m.search(start, false), m.err
}

// Scan sets the range for the following calls of NextSearch and NextMatch.
func (m *Matcher[T]) Scan(start, end int) {
	m.scanAt = m.window(start, end)
	m.scanMust, m.scanDone = false, false
}

// NextSearch finds the next match of a scan, as findall, finditer, split, sub
// and scanner.search need it: it starts where the last match ended, and an
// empty match is not found twice at one place.
func (m *Matcher[T]) NextSearch() (bool, error) {
	if m.scanDone {
		return false, nil
	}
	return m.scanned(m.search(m.scanAt, m.scanMust))
}

// NextMatch is NextSearch for scanner.match: the match must start where the
// last one ended.
func (m *Matcher[T]) NextMatch() (bool, error) {
	if m.scanDone {
		return false, nil
	}
	return m.scanned(m.run(m.scanAt, m.scanMust))
}

func (m *Matcher[T]) scanned(ok bool) (bool, error) {
	m.scanDone = !ok
	m.scanAt, m.scanMust = m.end, m.begin == m.end
	return ok, m.err
}

// Span returns where group i begins and ends, or -1, -1 if it did not take
// part in the match. Group 0 is the whole match.
func (m *Matcher[T]) Span(i int) (begin, end int) {
	if i == 0 {
		return m.begin, m.end
	}
	if i < 0 || i > len(m.marks)/2 {
		return noGroup, noGroup
	}
	begin, end = m.marks[2*i-2], m.marks[2*i-1]
	if begin < 0 || end < begin {
		return noGroup, noGroup
	}
	return begin, end
}

// LastIndex returns the number of the group that was closed last, 0 if none.
func (m *Matcher[T]) LastIndex() int { return m.last }
