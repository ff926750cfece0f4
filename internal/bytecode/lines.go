package bytecode

import (
	"encoding/binary"
	"sort"
)

// PosRun gives the source range of the instructions from word Start up to the
// next run. Line 0 means none. Columns are UTF-8 byte offsets, -1 for none.
type PosRun struct {
	Start                      int32
	Line, EndLine, Col, EndCol int32
}

// LineTable is a list of PosRuns, packed: most code is never asked for it.
type LineTable string

// PackLines packs runs, which are sorted by Start.
func PackLines(runs []PosRun) LineTable {
	var b []byte
	var p PosRun
	for _, l := range runs {
		for _, n := range [...]int32{l.Start - p.Start, l.Line - p.Line, l.EndLine - l.Line, l.Col, l.EndCol - l.Col} {
			b = binary.AppendVarint(b, int64(n))
		}
		p = l
	}
	return LineTable(b)
}

// next takes the run behind p off the table; false at its end, and where it is damaged.
func (t *LineTable) next(p PosRun) (PosRun, bool) {
	var f [5]int32
	s := string(*t)
	for i := range f {
		var u uint64
		for shift := 0; ; shift += 7 {
			if s == "" || shift > 63 {
				return PosRun{}, false
			}
			c := s[0]
			s = s[1:]
			u |= uint64(c&0x7f) << shift
			if c < 0x80 {
				break
			}
		}
		f[i] = int32(u>>1) ^ -int32(u&1)
	}
	*t = LineTable(s)
	l := PosRun{Start: p.Start + f[0], Line: p.Line + f[1], Col: f[3]}
	l.EndLine, l.EndCol = l.Line+f[2], l.Col+f[4]
	return l, true
}

// Runs unpacks the table.
func (t LineTable) Runs() []PosRun {
	var runs []PosRun
	p, ok := t.next(PosRun{})
	for ; ok; p, ok = t.next(p) {
		runs = append(runs, p)
	}
	return runs
}

// PosAt returns the source range of the instruction at word pc. It reads the
// table from its start; who asks often unpacks it with Runs and uses RunAt.
func (c *Code) PosAt(pc int) PosRun {
	found := PosRun{Line: int32(c.FirstLine), Col: -1, EndCol: -1}
	t := c.Lines
	p, ok := t.next(PosRun{})
	for ; ok && int(p.Start) <= pc; p, ok = t.next(p) {
		found = p
	}
	return found
}

// RunAt is PosAt with the unpacked table of the code.
func (c *Code) RunAt(runs []PosRun, pc int) PosRun {
	i := sort.Search(len(runs), func(i int) bool { return int(runs[i].Start) > pc })
	if i == 0 {
		return PosRun{Line: int32(c.FirstLine), Col: -1, EndCol: -1}
	}
	return runs[i-1]
}
