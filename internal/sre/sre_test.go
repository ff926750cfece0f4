package sre

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// caseFile is what testdata/gen.py records from CPython.
type caseFile struct {
	Chars *struct {
		Alnum, Decimal, Space, Linebreak, Cased []int
		Lower                                   [][2]rune
	}
	Cases []patternCase
}

type patternCase struct {
	Pattern string       `json:"p"`
	Flags   int          `json:"f"`
	Groups  int          `json:"g"`
	Code    []uint32     `json:"c"`
	Bytes   bool         `json:"b"`
	Tests   []methodCase `json:"t"`
}

type methodCase struct {
	subject            []rune
	method, start, end int
	result             json.RawMessage
}

func (m *methodCase) UnmarshalJSON(b []byte) error {
	err := json.Unmarshal(b, &[]any{&m.subject, &m.method, &m.start, &m.end, &m.result})
	if len(m.result) == 0 {
		m.result = json.RawMessage("null") // json leaves it empty
	}
	return err
}

const (
	methodMatch = iota
	methodFullMatch
	methodSearch
	methodFindIter
	methodScan
)

func readCases(t testing.TB, name string) *caseFile {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var cases caseFile
	if err := json.NewDecoder(z).Decode(&cases); err != nil {
		t.Fatal(err)
	}
	return &cases
}

// perform runs one test and gives the result in the form gen.py records.
func perform[T Unit](p *Program, subject []T, c *methodCase) (string, error) {
	m := Acquire(p, subject)
	defer m.Release()
	return performOn(m, c, func() {})
}

func performOn[T Unit](m *Matcher[T], c *methodCase, check func()) (string, error) {
	record := func() []int {
		check()
		out := []int{m.LastIndex()}
		for i := 0; i <= m.prog.Groups(); i++ {
			b, e := m.Span(i)
			out = append(out, b, e)
		}
		return out
	}
	var result any
	var ok bool
	var err error
	switch c.method {
	case methodFindIter, methodScan:
		list := [][]int{}
		m.Scan(c.start, c.end)
		for {
			if c.method == methodScan {
				ok, err = m.NextMatch()
			} else {
				ok, err = m.NextSearch()
			}
			if !ok {
				break
			}
			list = append(list, record())
		}
		result = list
	default:
		switch c.method {
		case methodMatch:
			ok, err = m.Match(c.start, c.end)
		case methodFullMatch:
			ok, err = m.FullMatch(c.start, c.end)
		case methodSearch:
			ok, err = m.Search(c.start, c.end)
		}
		if ok {
			result = record()
		}
	}
	b, _ := json.Marshal(result)
	return string(b), err
}

// narrow gives the subject as bytes if every character is below 256.
func narrow(subject []rune) ([]byte, bool) {
	b := make([]byte, len(subject))
	for i, r := range subject {
		if r >= lowChars {
			return nil, false
		}
		b[i] = byte(r)
	}
	return b, true
}

func checkCases(t *testing.T, cases []patternCase) {
	failures := 0
	for i := range cases {
		pc := &cases[i]
		p, err := Compile(pc.Code, pc.Groups)
		if err != nil {
			t.Errorf("%s flags %d: %v", pc.Pattern, pc.Flags, err)
			continue
		}
		for j := range pc.Tests {
			c := &pc.Tests[j]
			check := func(kind, got string, err error) {
				if err == nil && got == string(c.result) {
					return
				}
				failures++
				t.Errorf("%s flags %d, method %d on %q[%d:%d] as %s: got %s, %v, want %s",
					pc.Pattern, pc.Flags, c.method, string(c.subject), c.start, c.end, kind, got, err, c.result)
			}
			got, err := perform(p, c.subject, c)
			check("runes", got, err)
			if b, ok := narrow(c.subject); ok {
				got, err := perform(p, b, c)
				check("bytes", got, err)
			}
			if failures > 40 {
				t.Fatal("too many failures")
			}
		}
	}
}

// TestAgainstCPython compares with what CPython 3.13 found. SRE_CASES names
// a further file made with gen.py --random.
func TestAgainstCPython(t *testing.T) {
	checkCases(t, readCases(t, "testdata/cases.json.gz").Cases)
	if name := os.Getenv("SRE_CASES"); name != "" {
		checkCases(t, readCases(t, name).Cases)
	}
}

func TestCharacters(t *testing.T) {
	data := readCases(t, "testdata/cases.json.gz").Chars
	compare := func(name string, ranges []int, test func(uint32) bool) {
		var want [maxRune + 1]bool
		for i := 0; i < len(ranges); i += 2 {
			for c := ranges[i]; c <= ranges[i+1]; c++ {
				want[c] = true
			}
		}
		bad := 0
		for c := range want {
			if got := test(uint32(c)); got != want[c] {
				if bad++; bad < 10 {
					t.Errorf("%s(%#x) = %v", name, c, got)
				}
			}
		}
	}
	compare("isAlnumUni", data.Alnum, isAlnumUni)
	compare("isDecimalUni", data.Decimal, isDecimalUni)
	compare("isSpaceUni", data.Space, isSpaceUni)
	compare("isLinebreakUni", data.Linebreak, isLinebreakUni)
	compare("IsCased", data.Cased, func(c uint32) bool { return IsCased(rune(c)) })
	lower := map[rune]rune{}
	for _, p := range data.Lower {
		lower[p[0]] = p[1]
	}
	for c := rune(0); c <= maxRune; c++ {
		want, ok := lower[c]
		if !ok {
			want = c
		}
		if got := ToLower(c); got != want {
			t.Errorf("ToLower(%#x) = %#x, want %#x", c, got, want)
		}
	}
	for c := rune(-5); c < 300; c++ {
		want := c
		if 'A' <= c && c <= 'Z' {
			want += 'a' - 'A'
		}
		if got := ToLowerASCII(c); got != want {
			t.Errorf("ToLowerASCII(%d) = %d", c, got)
		}
		if got, want := IsCasedASCII(c), 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'; got != want {
			t.Errorf("IsCasedASCII(%d) = %v", c, got)
		}
	}
}

func ExampleCompile() {
	// The code of re.compile(r"(\d+)-").
	code := []uint32{14, 4, 0, 2, MaxRepeat, 17, 0, 24, 9, 1, MaxRepeat, 13, 4, 8, 10, 0, 1, 17, 1, 16, 45, 1}
	p, err := Compile(code, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	m := Acquire(p, []byte("tel 12-345-6"))
	defer m.Release()
	m.Scan(0, 12)
	for {
		ok, err := m.NextSearch()
		if !ok || err != nil {
			break
		}
		begin, end := m.Span(1)
		fmt.Println(begin, end, m.LastIndex())
	}
	// Output:
	// 4 6 1
	// 7 10 1
}
