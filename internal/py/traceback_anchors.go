package py

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/syntax"
	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// textPos is a place in a piece of source: line and column from 0, the column
// in code points.
type textPos struct{ line, col int }

func (p textPos) before(q textPos) bool {
	return p.line < q.line || p.line == q.line && p.col < q.col
}

// caretAnchors are the ends of the part of an expression that tracebacks mark
// with ^ while the rest has ~: a binary operator, or the brackets of a
// subscript or call.
type caretAnchors struct{ from, to textPos }

// segmentScan walks over the text of an expression.
type segmentScan struct{ lines [][]rune }

// valid moves a position at or behind the end of its line to the next line
// that has characters; ok is false when there is none.
func (s *segmentScan) valid(p textPos) (textPos, bool) {
	for p.line < len(s.lines) && p.col >= len(s.lines[p.line]) {
		p = textPos{p.line + 1, 0}
	}
	return p, p.line < len(s.lines)
}

// seek goes on from p to the first character that stop accepts, skipping
// comments and line continuations.
func (s *segmentScan) seek(p textPos, stop func(r rune) bool) (textPos, bool) {
	ok := p.line < len(s.lines) && p.col < len(s.lines[p.line])
	for ok {
		switch r := s.lines[p.line][p.col]; {
		case r == '\\' || r == '#':
			p, ok = s.valid(textPos{p.line + 1, 0})
		case stop(r):
			return p, true
		default:
			p, ok = s.valid(textPos{p.line, p.col + 1})
		}
	}
	return p, false
}

// charOffset turns a byte offset into a number of code points; an incomplete
// sequence counts as one.
func charOffset(s string, off int) int {
	if off >= len(s) {
		off = len(s)
	}
	n := 0
	for i := 0; i < off; n++ {
		_, w := wtf8.DecodeRune(s[i:])
		i += w
	}
	return n
}

// findAnchors finds the anchors of an expression; ok is false when it has none.
func findAnchors(segment string) (a caretAnchors, ok bool) {
	// In parentheses an expression may go over several lines.
	mod, _, err := syntax.ParseString("(\n"+segment+"\n)", syntax.Options{LookupName: lookupCharName})
	if err != nil {
		return a, false
	}
	m, isModule := mod.(*syntax.Module)
	if !isModule || len(m.Body) != 1 {
		return a, false
	}
	st, isExpr := m.Body[0].(*syntax.ExprStmt)
	if !isExpr {
		return a, false
	}
	text := splitLines(segment, false)
	s := &segmentScan{}
	for _, l := range text {
		s.lines = append(s.lines, wtf8.ToRunes(l))
	}
	// at converts a position of the tree; the first line is the bracket's.
	at := func(line, col int32) (textPos, bool) {
		n := int(line) - 2
		if n < 0 || n >= len(text) {
			return textPos{}, false
		}
		return textPos{n, charOffset(text[n], int(col))}, true
	}
	behind := func(e syntax.Expr) (textPos, bool) {
		pos := e.Span()
		p, ok := at(pos.EndLine, pos.EndCol)
		if !ok {
			return p, false
		}
		return s.valid(p)
	}
	bracket := func(inner, whole syntax.Expr, open rune) (caretAnchors, bool) {
		p, ok := behind(inner)
		if !ok {
			return a, false
		}
		if p, ok = s.seek(p, func(r rune) bool { return r == open }); !ok {
			return a, false
		}
		end := whole.Span()
		q, ok := at(end.EndLine, end.EndCol)
		return caretAnchors{p, q}, ok
	}
	switch e := st.Value.(type) {
	case *syntax.BinOp:
		p, ok := behind(e.Left)
		if !ok {
			return a, false
		}
		if p, ok = s.seek(p, func(r rune) bool { return !unidata.IsSpace(r) && r != ')' }); !ok {
			return a, false
		}
		// The operator has a second character unless the right operand or a
		// blank comes there.
		end := textPos{p.line, p.col + 1}
		rpos := e.Right.Span()
		right, ok := at(rpos.Line, rpos.Col)
		if !ok {
			return a, false
		}
		if line := s.lines[p.line]; end.col < len(line) && (right.line > p.line || end.col < right.col) {
			if r := line[end.col]; !unidata.IsSpace(r) && r != '\\' && r != '#' {
				end.col++
			}
		}
		return caretAnchors{p, end}, true
	case *syntax.Subscript:
		return bracket(e.Value, e, '[')
	case *syntax.Call:
		return bracket(e.Func, e, '(')
	}
	return a, false
}

// spansStatement tells whether a marked range is the whole call of a statement
// "return f(...)" or "x = f(...)"; marking it would say nothing new.
func spansStatement(lines []string, start, end int) bool {
	mod, _, err := syntax.ParseString(strings.Join(lines, "\n"), syntax.Options{LookupName: lookupCharName})
	if err != nil {
		return false
	}
	m, ok := mod.(*syntax.Module)
	if !ok {
		return false
	}
	if len(m.Body) == 0 {
		return true
	}
	var call *syntax.Call
	switch st := m.Body[0].(type) {
	case *syntax.Return:
		if c, ok := st.Value.(*syntax.Call); ok {
			if _, ok := c.Func.(*syntax.Name); ok {
				call = c
			}
		}
	case *syntax.Assign:
		if c, ok := st.Value.(*syntax.Call); ok && len(st.Targets) == 1 {
			if _, ok := st.Targets[0].(*syntax.Name); ok {
				call = c
			}
		}
	}
	if call == nil {
		return false
	}
	pos := call.Span()
	return pos.Line == 1 && int(pos.EndLine) == len(lines) && int(pos.Col) == start && int(pos.EndCol) == end
}
