package sre

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Pieces of code for the tests below, put together as _compiler.py would.

func words(parts ...[]uint32) []uint32 { return slices.Concat(parts...) }

func lit(c rune) []uint32 { return []uint32{codeLiteral, uint32(c)} }

func group(n uint32, body ...[]uint32) []uint32 {
	return words([]uint32{codeMark, 2 * (n - 1)}, words(body...), []uint32{codeMark, 2*n - 1})
}

func repeat(until, lo, hi uint32, body ...[]uint32) []uint32 {
	b := words(body...)
	return words([]uint32{codeRepeat, uint32(len(b) + 3), lo, hi}, b, []uint32{until})
}

func run(op, lo, hi uint32, unit []uint32) []uint32 {
	return words([]uint32{op, uint32(len(unit) + 4), lo, hi}, unit, []uint32{codeSuccess})
}

func choice(alts ...[]uint32) []uint32 {
	left := 1
	for _, a := range alts {
		left += len(a) + 3
	}
	out := []uint32{codeBranch}
	for _, a := range alts {
		left -= len(a) + 3
		out = words(out, []uint32{uint32(len(a) + 3)}, a, []uint32{codeJump, uint32(left + 1)})
	}
	return append(out, codeFailure)
}

func mustCompile(t testing.TB, groups int, parts ...[]uint32) *Program {
	t.Helper()
	p, err := Compile(append(words(parts...), codeSuccess), groups)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestInterrupt(t *testing.T) {
	// (a*)*b and (?:a|a)*b take exponential time on a run of a.
	for name, p := range map[string]*Program{
		"nested": mustCompile(t, 1, repeat(codeMaxUntil, 0, unlimited,
			group(1, run(codeRepeatOne, 0, unlimited, lit('a')))), lit('b')),
		"branch": mustCompile(t, 0, repeat(codeMinUntil, 0, unlimited, choice(lit('a'), lit('a'))), lit('b')),
		"lazy":   mustCompile(t, 0, repeat(codeMinUntil, 2, unlimited, run(codeMinRepeatOne, 0, unlimited, lit('a'))), lit('b')),
		"empty":  mustCompile(t, 0, []uint32{codePossessiveRepeat, 3, unlimited - 1, unlimited, codeSuccess}),
	} {
		t.Run(name, func(t *testing.T) {
			m := Acquire(p, []byte(strings.Repeat("a", 60)))
			defer m.Release()
			calls := 0
			m.Interrupt = func() bool { calls++; return calls == 3 }
			if ok, err := m.Search(0, 60); ok || err != ErrInterrupted || calls != 3 {
				t.Errorf("got %v, %v after %d calls", ok, err, calls)
			}
			// The Matcher is still good.
			m.Interrupt = func() bool { return true }
			if ok, err := m.Match(60, 60); ok || err != nil && err != ErrInterrupted {
				t.Errorf("afterwards: %v, %v", ok, err)
			}
		})
	}
}

func TestMemoryLimit(t *testing.T) {
	// (?:a|b)*? without filters: "a" could also end the loop.
	p := mustCompile(t, 0, repeat(codeMaxUntil, 0, unlimited, choice(lit('a'), lit('b'))), lit('a'), lit('c'))
	subject := []byte(strings.Repeat("a", 1<<20))
	m := Acquire(p, subject)
	defer m.Release()
	m.MaxFrames = 1 << 16
	if ok, err := m.Match(0, len(subject)); ok || err != ErrMemory {
		t.Errorf("got %v, %v", ok, err)
	}
	m.MaxFrames = DefaultMaxFrames
	if ok, err := m.Match(0, len(subject)); ok || err != nil {
		t.Errorf("with the default limit: %v, %v", ok, err)
	}
	subject[len(subject)-1] = 'c'
	if ok, err := m.Match(0, len(subject)); !ok || err != nil {
		t.Errorf("match: %v, %v", ok, err)
	}
}

func TestLeadingRunIsLinear(t *testing.T) {
	// [a-z]+@ on a long word: quadratic if every start were tried.
	p := mustCompile(t, 0, run(codeRepeatOne, 1, unlimited, []uint32{codeIn, 5, codeRange, 'a', 'z', codeFailure}), lit('@'))
	subject := []byte(strings.Repeat("x", 1<<20))
	m := Acquire(p, subject)
	defer m.Release()
	ticks := 0
	m.Interrupt = func() bool { ticks++; return ticks > 100 }
	if ok, err := m.Search(0, len(subject)); ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
}

func TestDeepNesting(t *testing.T) {
	code := lit('a')
	for range 5000 {
		code = repeat(codeMaxUntil, 1, 2, code)
		if len(code) > 1<<16 {
			break
		}
	}
	p := mustCompile(t, 0, code)
	m := Acquire(p, []byte("a"))
	defer m.Release()
	if ok, err := m.FullMatch(0, 1); !ok || err != nil {
		t.Errorf("got %v, %v", ok, err)
	}
	// Beyond the limit the code is refused, not followed.
	n := maxDepth + 10
	var open, shut []uint32
	for i := range n {
		open = append(open, codeAtomicGroup, uint32(2+3*(n-1-i)))
		shut = append(shut, codeSuccess)
	}
	if _, err := Compile(append(words(open, shut), codeSuccess), 0); err != ErrInvalidCode {
		t.Errorf("too deep: %v", err)
	}
}

func TestInvalidCode(t *testing.T) {
	ok := func(parts ...[]uint32) []uint32 { return append(words(parts...), codeSuccess) }
	for name, code := range map[string][]uint32{
		"empty":               {},
		"no end":              lit('a'),
		"early success":       ok([]uint32{codeSuccess}),
		"unknown":             ok([]uint32{99}),
		"literal without arg": {codeLiteral, codeSuccess},
		"bad position":        ok([]uint32{codeAt, atCount}),
		"bad category":        ok([]uint32{codeCategory, catCount}),
		"bad mark":            ok([]uint32{codeMark, 2}),
		"bad reference":       ok([]uint32{codeGroupRef, 1}),
		"stray jump":          ok([]uint32{codeJump, 1}),
		"stray negate":        ok([]uint32{codeNegate}),
		"stray until":         ok([]uint32{codeMaxUntil}),
		"skip too far":        ok([]uint32{codeIn, 9, codeLiteral, 'a', codeFailure}),
		"skip zero":           ok([]uint32{codeIn, 0, codeLiteral, 'a', codeFailure}),
		"skip huge":           ok([]uint32{codeRepeat, MaxRepeat, 0, 1, codeLiteral, 'a', codeMaxUntil}),
		"set without end":     ok([]uint32{codeIn, 4, codeLiteral, 'a', codeAny}),
		"short charset":       ok([]uint32{codeIn, 4, codeCharset, 1, codeFailure}),
		"short big charset":   ok([]uint32{codeIn, 4, codeBigCharset, MaxRepeat, codeFailure}),
		"min above max":       ok(run(codeRepeatOne, 3, 2, lit('a'))),
		"run of two":          ok(run(codeRepeatOne, 0, 2, words(lit('a'), lit('b')))),
		"run of mark":         ok(run(codeRepeatOne, 0, 2, []uint32{codeMark, 0})),
		"branch to elsewhere": ok([]uint32{codeBranch, 5, codeLiteral, 'a', codeJump, 3, codeFailure, codeAny}),
		"branch of nothing":   ok([]uint32{codeBranch, codeFailure}),
		"long look behind":    ok([]uint32{codeAssert, 3, 1 << 31, codeSuccess}),
		"info in the middle":  ok(lit('a'), []uint32{codeInfo, 4, 0, 0, 0}),
		"info flags":          ok([]uint32{codeInfo, 4, 8, 0, 0}),
		"info overlap":        ok([]uint32{codeInfo, 8, 1, 0, 0, 1, 1, 'a', 1}),
	} {
		if _, err := Compile(code, 1); !errors.Is(err, ErrInvalidCode) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, groups := range []int{-1, MaxGroups + 1} {
		if _, err := Compile([]uint32{codeSuccess}, groups); err != ErrInvalidCode {
			t.Errorf("%d groups: %v", groups, err)
		}
	}
	if p, err := Compile([]uint32{codeSuccess}, MaxGroups); err != nil {
		t.Error(err)
	} else {
		m := Acquire(p, []rune("x"))
		defer m.Release()
		if ok, err := m.Match(0, 1); !ok || err != nil {
			t.Error(ok, err)
		}
		if b, e := m.Span(MaxGroups); b != -1 || e != -1 {
			t.Errorf("Span(MaxGroups) = %d, %d", b, e)
		}
	}
}

func TestProgramIsShared(t *testing.T) {
	p := mustCompile(t, 1, group(1, repeat(codeMaxUntil, 0, unlimited, choice(lit('a'), lit('b')))), lit('c'))
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 500 {
				n := g + i%7
				subject := strings.Repeat("ab", n) + "c"
				var end int
				if g%2 == 0 {
					m := Acquire(p, []byte(subject))
					m.Search(0, len(subject))
					_, end = m.Span(1)
					m.Release()
				} else {
					m := Acquire(p, []rune(subject))
					m.Search(0, len(subject))
					_, end = m.Span(1)
					m.Release()
				}
				if end != 2*n {
					t.Errorf("group 1 ends at %d, want %d", end, 2*n)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestManyAlternatives(t *testing.T) {
	var alts [][]uint32
	for i := range maxFiltered + 10 {
		alts = append(alts, words(lit(rune('a'+i/256)), lit(rune(i%256)), lit('!')))
	}
	p := mustCompile(t, 0, choice(alts...))
	subject := []byte{'-', 'a' + maxFiltered/256, 5, '!'}
	m := Acquire(p, subject)
	defer m.Release()
	if ok, err := m.Search(0, len(subject)); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if b, e := m.Span(0); b != 1 || e != 4 {
		t.Errorf("span %d, %d", b, e)
	}
}
