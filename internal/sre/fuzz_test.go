package sre

import (
	"encoding/binary"
	"testing"
)

// wordsOf makes code words of fuzz data: one byte for small words, which all
// opcodes, skips and most characters are, and an escape for others.
func wordsOf(data []byte) []uint32 {
	var code []uint32
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case b < 250:
			code = append(code, uint32(b))
		case b == 250 && i+4 < len(data):
			code = append(code, binary.LittleEndian.Uint32(data[i+1:]))
			i += 4
		case b == 251:
			code = append(code, unlimited)
		default:
			code = append(code, uint32(b)<<8)
		}
	}
	return code
}

func bytesOf(code []uint32) []byte {
	var data []byte
	for _, w := range code {
		switch {
		case w < 250:
			data = append(data, byte(w))
		case w == unlimited:
			data = append(data, 251)
		default:
			data = binary.LittleEndian.AppendUint32(append(data, 250), w)
		}
	}
	return data
}

// FuzzCompile feeds arbitrary code. Nothing may panic or run on, both kinds
// of subject must agree, and every span must lie in the subject.
func FuzzCompile(f *testing.F) {
	cases := readCases(f, "testdata/cases.json.gz").Cases
	for i := 0; i < len(cases); i += 3 {
		c := &cases[i]
		if len(c.Code) < 200 && len(c.Tests) > 0 {
			f.Add(bytesOf(c.Code), byte(c.Groups), string(c.Tests[0].subject))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, groups byte, subject string) {
		if len(data) > 1000 || len(subject) > 40 {
			return
		}
		p, err := Compile(wordsOf(data), int(groups))
		if err != nil {
			return
		}
		narrow := []byte(subject)
		wide := make([]rune, len(narrow))
		for i, b := range narrow {
			wide[i] = rune(b)
		}
		for method := methodMatch; method <= methodScan; method++ {
			a, errA := drive(t, p, narrow, method)
			b, errB := drive(t, p, wide, method)
			if (errA != nil) != (errB != nil) {
				continue // they may use up their fuel at different places
			}
			if errA == nil && a != b {
				t.Fatalf("method %d: %s as bytes, %s as runes", method, a, b)
			}
		}
		drive(t, p, []rune("a\u0436\U0001f600\n\u212aZ"), methodFindIter)
	})
}

func drive[T Unit](t *testing.T, p *Program, subject []T, method int) (string, error) {
	m := Acquire(p, subject)
	defer m.Release()
	ticks := 0
	m.Interrupt = func() bool { ticks++; return ticks > 4 }
	m.MaxFrames = 1 << 18
	c := &methodCase{method: method, end: len(subject)}
	return performOn(m, c, func() {
		for i := 0; i <= p.Groups(); i++ {
			b, e := m.Span(i)
			if b < -1 || e > len(subject) || b > e || (b < 0) != (e < 0) {
				t.Fatalf("group %d has span %d, %d", i, b, e)
			}
		}
	})
}
