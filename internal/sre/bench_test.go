package sre

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// benchFile is testdata/bench_codes.json, made by bench.py.
type benchFile struct {
	Line, Wide string
	Patterns   map[string]struct {
		Groups int      `json:"g"`
		Wide   bool     `json:"wide"`
		Code   []uint32 `json:"c"`
	}
}

func readBench(b *testing.B) *benchFile {
	text, err := os.ReadFile("testdata/bench_codes.json")
	if err != nil {
		b.Fatal(err)
	}
	f := new(benchFile)
	if err := json.Unmarshal(text, f); err != nil {
		b.Fatal(err)
	}
	return f
}

// BenchmarkFindAll finds all matches in a text; testdata/bench.py times
// CPython on the same.
func BenchmarkFindAll(b *testing.B) {
	f := readBench(b)
	var names []string
	for name := range f.Patterns {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		pattern := f.Patterns[name]
		p, err := Compile(pattern.Code, pattern.Groups)
		if err != nil {
			b.Fatal(name, err)
		}
		line := f.Line
		if pattern.Wide {
			line = f.Wide
		}
		text := []rune(strings.Repeat(line, 400))
		b.Run(name, func(b *testing.B) {
			if ascii, ok := narrow(text); ok {
				findAll(b, p, ascii)
			} else {
				findAll(b, p, text)
			}
		})
	}
}

func findAll[T Unit](b *testing.B, p *Program, text []T) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		m := Acquire(p, text)
		m.Scan(0, len(text))
		n = 0
		for {
			ok, err := m.NextSearch()
			if err != nil {
				b.Fatal(err)
			}
			if !ok {
				break
			}
			n++
		}
		m.Release()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/char")
	b.ReportMetric(float64(n), "matches")
}

// BenchmarkMatchShort is the cost of one re.match on a short string.
func BenchmarkMatchShort(b *testing.B) {
	f := readBench(b)
	pattern := f.Patterns["date"]
	p, err := Compile(pattern.Code, pattern.Groups)
	if err != nil {
		b.Fatal(err)
	}
	text := []byte("1887-10-04")
	b.ReportAllocs()
	for b.Loop() {
		m := Acquire(p, text)
		if ok, _ := m.Match(0, len(text)); !ok {
			b.Fatal("no match")
		}
		m.Release()
	}
}

func BenchmarkCompile(b *testing.B) {
	f := readBench(b)
	for _, name := range []string{"date", "tokens", "wideIgnoreCase"} {
		pattern := f.Patterns[name]
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Compile(pattern.Code, pattern.Groups); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
