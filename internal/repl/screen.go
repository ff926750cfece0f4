package repl

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/unidata"
)

// screen draws a text of several lines with a prompt before each, and knows
// where on the terminal the drawing begins.
type screen struct {
	h      *host.Host
	fd     int
	row    int // of the cursor, below the first drawn row
	drawn  bool
	colour bool
}

const (
	promptColour = "\x1b[1;35m"
	resetColour  = "\x1b[0m"
)

// runeWidth is the number of columns that a character takes.
func runeWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f:
		return 2 // drawn as ^X
	case r < 0x7f:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	if w := unidata.Current.EastAsianWidth(r); w == "W" || w == "F" {
		return 2
	}
	return 1
}

// cells is the width of a prompt, without what readline's \x01...\x02 and
// colour sequences bracket.
func cells(s string) int {
	n, hidden, esc := 0, false, false
	for _, r := range s {
		switch {
		case r == 1:
			hidden = true
		case r == 2:
			hidden = false
		case r == 0x1b:
			esc = true
		case esc:
			esc = r == '[' || r == ';' || r >= '0' && r <= '9'
		case !hidden:
			n += runeWidth(r)
		}
	}
	return n
}

// size returns the terminal's size.
func (s *screen) size() (cols, rows int) {
	cols, rows, err := s.h.Terminal.Size(s.fd)
	if err != nil || cols < 2 {
		cols = 80
	}
	if err != nil || rows < 1 {
		rows = 24
	}
	return cols, rows
}

// layout breaks a text into rows of the terminal and finds the cursor, which
// stands before the character number pos.
func (s *screen) layout(text []rune, pos int, ps1, ps2 string, cols int) (rows []string, curRow, curCol int) {
	var b strings.Builder
	col := 0
	prompt := func(p string) {
		p = strings.NewReplacer("\x01", "", "\x02", "").Replace(p)
		if s.colour && !strings.Contains(p, "\x1b") {
			b.WriteString(promptColour + p + resetColour)
		} else {
			b.WriteString(p)
		}
		col = cells(p)
	}
	flush := func() {
		rows = append(rows, b.String())
		b.Reset()
		col = 0
	}
	prompt(ps1)
	for i := 0; ; i++ {
		w := 0
		if i < len(text) && text[i] != '\n' {
			w = runeWidth(text[i])
		}
		if col+max(w, 1) > cols {
			flush()
		}
		if i == pos {
			curRow, curCol = len(rows), col
		}
		if i >= len(text) {
			break
		}
		switch r := text[i]; {
		case r == '\n':
			flush()
			prompt(ps2)
			continue
		case r < 0x20:
			b.WriteString("^" + string(r+'@'))
		case r == 0x7f:
			b.WriteString("^?")
		default:
			b.WriteRune(r)
		}
		col += w
	}
	flush()
	return rows, curRow, curCol
}

// draw paints the text anew over the last drawing. extra are rows shown below.
func (s *screen) draw(text []rune, pos int, ps1, ps2 string, extra []string) error {
	cols, height := s.size()
	rows, curRow, curCol := s.layout(text, pos, ps1, ps2, cols)
	rows = append(rows, extra...)
	// What does not fit is left out, so that the cursor is always to be seen.
	if len(rows) > height {
		top := max(0, min(curRow-height/2, len(rows)-height))
		rows = rows[top : top+height]
		curRow -= top
	}
	var b strings.Builder
	s.home(&b)
	for i, r := range rows {
		if i > 0 {
			b.WriteString("\r\n")
		}
		b.WriteString(r)
		b.WriteString("\x1b[K")
	}
	b.WriteString("\x1b[J")
	if up := len(rows) - 1 - curRow; up > 0 {
		fmt.Fprintf(&b, "\x1b[%dA", up)
	}
	b.WriteByte('\r')
	if curCol > 0 {
		fmt.Fprintf(&b, "\x1b[%dC", curCol)
	}
	b.WriteString("\x1b[?25h")
	s.row, s.drawn = curRow, true
	return writeAll(s.h, s.fd, b.String())
}

// home moves to where the drawing begins.
func (s *screen) home(b *strings.Builder) {
	b.WriteString("\x1b[?25l\r")
	if s.drawn && s.row > 0 {
		fmt.Fprintf(b, "\x1b[%dA", s.row)
	}
}

// leave draws the text without a cursor in it and goes to the line below.
func (s *screen) leave(text []rune, ps1, ps2 string) error {
	if err := s.draw(text, len(text), ps1, ps2, nil); err != nil {
		return err
	}
	s.row, s.drawn = 0, false
	return writeAll(s.h, s.fd, "\r\n")
}

// clear empties the terminal.
func (s *screen) clear() error {
	s.row, s.drawn = 0, false
	return writeAll(s.h, s.fd, "\x1b[H\x1b[2J")
}
