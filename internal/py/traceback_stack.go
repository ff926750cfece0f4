package py

import (
	"sort"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// stackEntry is one line of a traceback before it is formatted.
type stackEntry struct {
	file, name    string
	line, endLine int // 0: unknown
	col, endCol   int // byte offsets, -1: unknown
	globals       *Dict
}

// repeatCutoff is how often the same line of a traceback is shown in a row.
const repeatCutoff = 3

// stackFormatter formats tracebacks; it remembers the files it has read.
type stackFormatter struct {
	t     *Thread
	files map[string][]string
	plain bool // source lines without carets, and of files only
}

func (f *stackFormatter) lines(e *stackEntry) []string {
	if l, ok := f.files[e.file]; ok {
		return l
	}
	var l []string
	if !f.plain || !strings.HasPrefix(e.file, "<") || !strings.HasSuffix(e.file, ">") {
		l = f.t.sourceLines(e.file, e.globals)
	}
	if f.files == nil {
		f.files = map[string][]string{}
	}
	f.files[e.file] = l
	return l
}

// tracebackEntries lists the entries of a traceback, outermost first.
func (t *Thread) tracebackEntries(tb *Traceback) []stackEntry {
	var entries []stackEntry
	for ; tb != nil; tb = loadPointer(&tb.next) {
		code := tb.frame.code
		e := stackEntry{file: code.filename.s, name: code.name.s, col: -1, endCol: -1, globals: tb.frame.fn.globals}
		if tb.lasti >= 0 {
			p := code.posAt(tb.lasti)
			e.line, e.endLine, e.col, e.endCol = int(p.Line), int(p.EndLine), int(p.Col), int(p.EndCol)
			if t.interp.opts.NoColumns {
				e.endLine, e.col, e.endCol = e.line, -1, -1
			}
		}
		if e.line == 0 {
			e.line = tb.lineno()
		}
		if e.endLine < e.line {
			e.endLine = e.line
		}
		entries = append(entries, e)
	}
	return entries
}

// limitEntries applies sys.tracebacklimit.
func (t *Thread) limitEntries(entries []stackEntry) []stackEntry {
	v := t.sysValue("tracebacklimit")
	if v.p == nil || v.IsNone() {
		return entries
	}
	n, err := t.AsIndexClamped(v)
	if err != nil {
		return entries
	}
	if n = max(n, 0); n < len(entries) {
		return entries[len(entries)-n:]
	}
	return entries
}

// format writes the entries, folding runs of the same line.
func (f *stackFormatter) format(entries []stackEntry) []string {
	var out []string
	count := 0
	fold := func() {
		if count > repeatCutoff {
			n := count - repeatCutoff
			out = append(out, "  [Previous line repeated "+strconv.Itoa(n)+" more time"+plural(n)+"]\n")
		}
	}
	for i := range entries {
		e := &entries[i]
		if i == 0 || e.file != entries[i-1].file || e.line != entries[i-1].line || e.name != entries[i-1].name || e.line == 0 {
			fold()
			count = 0
		}
		if count++; count <= repeatCutoff {
			out = append(out, f.entry(e))
		}
	}
	fold()
	return out
}

// entry formats one entry: its place, the source and the carets under it.
func (f *stackFormatter) entry(e *stackEntry) string {
	file, line := e.file, "None"
	if strings.HasPrefix(file, "<stdin>-") {
		file = "<stdin>"
	}
	if e.line != 0 {
		line = strconv.Itoa(e.line)
	}
	head := "  File \"" + file + "\", line " + line + ", in " + e.name + "\n"
	if e.line == 0 {
		return head
	}
	all := f.lines(e)
	var src strings.Builder
	for n := e.line; n <= e.endLine; n++ {
		if n >= 1 && n <= len(all) {
			src.WriteString(trimRightSpace(all[n-1]))
		}
		src.WriteByte('\n')
		if n > e.line+maxMarkedLines {
			e.col = -1
			break
		}
	}
	text := src.String()
	dedented := dedentText(text)
	if trimLeftSpace(dedented) == "" {
		return head
	}
	if e.col < 0 || e.endCol < 0 || f.plain {
		first, _, _ := strings.Cut(text, "\n")
		return head + indentText(trimLeftSpace(trimRightSpace(first)), "    ") + "\n"
	}
	return head + markedSource(text, dedented, e)
}

// maxMarkedLines bounds the source range that is looked at for carets.
const maxMarkedLines = 100_000

// displayWidth is the width of the first n characters on a terminal.
func displayWidth(line []rune, n int) int {
	ascii := true
	for _, r := range line {
		if r >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return n
	}
	w := 0
	for _, r := range line[:min(n, len(line))] {
		switch unidata.Current.EastAsianWidth(r) {
		case "W", "F":
			w += 2
		default:
			w++
		}
	}
	return w
}

// leadingSpace counts the white space that a line begins with.
func leadingSpace(line []rune) int {
	n := 0
	for n < len(line) && unidata.IsSpace(line[n]) {
		n++
	}
	return n
}

// markedSource shows the lines of an instruction's source range, without those
// far from anything of interest, and the carets under them.
func markedSource(text, dedented string, e *stackEntry) string {
	orig := splitLines(text, false)
	last := e.endLine - e.line
	shown := splitLines(dedented, false)
	if last >= len(orig) || len(shown) == 0 {
		return indentText(trimLeftSpace(trimRightSpace(orig[0])), "    ") + "\n"
	}
	shown = shown[:min(last+1, len(shown))]
	last = len(shown) - 1
	lines := make([][]rune, len(shown))
	for i, l := range shown {
		lines[i] = wtf8.ToRunes(l)
	}
	cut := len(wtf8.ToRunes(orig[0])) - len(lines[0])
	start := max(0, charOffset(orig[0], e.col)-cut)
	end := max(0, charOffset(orig[e.endLine-e.line], e.endCol)-cut)
	widthStart := displayWidth(lines[0], start)
	widthEnd := displayWidth(lines[last], end)

	var anchors caretAnchors
	has := false
	if whole := wtf8.ToRunes(strings.Join(shown, "\n")); true {
		to := len(whole) - (len(lines[last]) - end)
		to = max(0, min(to, len(whole)))
		from := min(start, to)
		anchors, has = findAnchors(wtf8.FromRunes(whole[from:to]))
	}
	carets := false
	if !spansStatement(shown, start, end) {
		carets = has || trimLeftSpace(wtf8.FromRunes(lines[0][:min(start, len(lines[0]))])) != "" ||
			trimLeftSpace(wtf8.FromRunes(lines[last][min(end, len(lines[last])):])) != ""
	}

	wanted := map[int]bool{0: true, last: true}
	if has {
		if anchors.from.line == 0 {
			anchors.from.col += start
		}
		if anchors.to.line == 0 {
			anchors.to.col += start
		}
		for d := -1; d <= 1; d++ {
			wanted[anchors.from.line+d] = true
			wanted[anchors.to.line+d] = true
		}
		if anchors.from.line <= last {
			anchors.from.col = displayWidth(lines[anchors.from.line], anchors.from.col)
		}
		if anchors.to.line <= last {
			anchors.to.col = displayWidth(lines[anchors.to.line], anchors.to.col)
		}
	}
	var nums []int
	for n := range wanted {
		if n >= 0 && n <= last {
			nums = append(nums, n)
		}
	}
	sort.Ints(nums)

	var out strings.Builder
	put := func(n int) {
		out.WriteString(shown[n])
		out.WriteByte('\n')
		if !carets {
			return
		}
		width := widthEnd
		if n != last {
			width = displayWidth(lines[n], len(lines[n]))
		}
		lead := leadingSpace(lines[n])
		for c := 0; c < width; c++ {
			p := textPos{n, c}
			switch {
			case c < lead || n == 0 && c < widthStart:
				out.WriteByte(' ')
			case !has || !p.before(anchors.from) && p.before(anchors.to):
				out.WriteByte('^')
			default:
				out.WriteByte('~')
			}
		}
		out.WriteByte('\n')
	}
	for i, n := range nums {
		if i > 0 {
			switch skipped := n - nums[i-1] - 1; {
			case skipped == 1:
				put(n - 1)
			case skipped > 1:
				out.WriteString("...<" + strconv.Itoa(skipped) + " lines>...\n")
			}
		}
		put(n)
	}
	return indentText(dedentText(out.String()), "    ")
}
