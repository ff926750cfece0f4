package repl

import (
	"slices"
	"strings"
	"unicode"

	"github.com/coachwhip/coachwhip/internal/py"
)

// editor edits one input, which may have several lines, at a terminal in raw
// mode, with the keys of emacs.
type editor struct {
	keys *keyReader
	scr  *screen
	hist *history
	// more tells whether an input has to go on; complete gives the completions
	// of the word before the cursor and the length of that word.
	more     func(text string) bool
	complete func(before string) (words []string, length int)

	ps1, ps2 string
	text     []rune
	pos      int
	at       int            // entry of the history that is shown; len(entries): none
	edited   map[int][]rune // entries changed while one went through them
	kill     []rune         // what C-y brings back
	undo     []state        // earlier states
	goal     int            // column to keep when moving up and down, -1: none
	last     string         // the key before
	listed   []string       // completions that are shown
	noIndent bool           // F3: paste mode
}

type state struct {
	text []rune
	pos  int
}

// The ways an edit ends without an input.
type ending int

const (
	accepted ending = iota
	endOfInput
	interrupted
)

// read edits an input until it is accepted.
func (e *editor) read(ps1, ps2 string) (string, ending, *py.Exc) {
	e.ps1, e.ps2 = ps1, ps2
	e.text, e.pos, e.undo, e.listed, e.last, e.goal, e.noIndent = nil, 0, nil, nil, "", -1, false
	e.at, e.edited = len(e.hist.entries), map[int][]rune{}
	e.scr.row, e.scr.drawn = 0, false
	for {
		if !e.keys.pending() || !e.scr.drawn {
			if err := e.draw(); err != nil {
				return "", endOfInput, nil
			}
		}
		k, exc := e.keys.next()
		if exc != nil {
			e.leave()
			return "", interrupted, exc
		}
		if k == (key{}) && e.keys.eof {
			e.leave()
			return "", endOfInput, nil
		}
		done, how, exc := e.press(k)
		if exc != nil {
			e.leave()
			return "", interrupted, exc
		}
		if done {
			e.leave()
			return string(e.text), how, nil
		}
		e.last = k.name
	}
}

func (e *editor) draw() error { return e.scr.draw(e.text, e.pos, e.ps1, e.ps2, e.listed) }

// leave goes below the text; a terminal that is gone cannot be told.
func (e *editor) leave() {
	e.listed = nil
	if err := e.scr.leave(e.text, e.ps1, e.ps2); err != nil {
		e.keys.eof = true
	}
}

// save remembers the text for undo.
func (e *editor) save() {
	if n := len(e.undo); n > 0 && slices.Equal(e.undo[n-1].text, e.text) {
		return
	}
	e.undo = append(e.undo, state{slices.Clone(e.text), e.pos})
	if len(e.undo) > 500 {
		e.undo = e.undo[1:]
	}
}

func (e *editor) insert(s string) {
	r := []rune(s)
	e.text = slices.Insert(e.text, e.pos, r...)
	e.pos += len(r)
}

// cut removes text[from:to], which goes to the kill buffer if asked.
func (e *editor) cut(from, to int, killed bool) {
	if from >= to {
		return
	}
	if killed {
		part := slices.Clone(e.text[from:to])
		if strings.HasPrefix(e.last, "kill") {
			if from < e.pos {
				e.kill = append(part, e.kill...)
			} else {
				e.kill = append(e.kill, part...)
			}
		} else {
			e.kill = part
		}
	}
	e.text = slices.Delete(e.text, from, to)
	e.pos = from
}

func (e *editor) lineStart(pos int) int {
	for pos > 0 && e.text[pos-1] != '\n' {
		pos--
	}
	return pos
}

func (e *editor) lineEnd(pos int) int {
	for pos < len(e.text) && e.text[pos] != '\n' {
		pos++
	}
	return pos
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func (e *editor) wordLeft(pos int) int {
	for pos > 0 && !isWord(e.text[pos-1]) {
		pos--
	}
	for pos > 0 && isWord(e.text[pos-1]) {
		pos--
	}
	return pos
}

func (e *editor) wordRight(pos int) int {
	for pos < len(e.text) && !isWord(e.text[pos]) {
		pos++
	}
	for pos < len(e.text) && isWord(e.text[pos]) {
		pos++
	}
	return pos
}

// press does what a key stands for; done tells that the edit is over.
func (e *editor) press(k key) (done bool, how ending, exc *py.Exc) {
	listed := e.listed
	e.listed = nil
	if k.text != "" {
		e.save()
		e.insert(k.text)
		e.goal = -1
		return false, 0, nil
	}
	vertical := false
	switch k.name {
	case "enter":
		if e.enter() {
			return true, accepted, nil
		}
	case "M-enter":
		e.save()
		e.insert("\n")
	case "C-c":
		return true, interrupted, nil
	case "C-d":
		if len(e.text) == 0 {
			return true, endOfInput, nil
		}
		e.deleteRight()
	case "delete":
		e.deleteRight()
	case "backspace":
		e.backspace()
	case "left", "C-b":
		e.pos = max(e.pos-1, 0)
	case "right", "C-f":
		e.pos = min(e.pos+1, len(e.text))
	case "home", "C-a":
		e.pos = e.lineStart(e.pos)
	case "end", "C-e":
		e.pos = e.lineEnd(e.pos)
	case "M-b":
		e.pos = e.wordLeft(e.pos)
	case "M-f":
		e.pos = e.wordRight(e.pos)
	case "up", "C-p":
		vertical = e.up()
	case "down", "C-n":
		vertical = e.down()
	case "pageup", "M-p":
		e.show(e.at - 1)
	case "pagedown", "M-n":
		e.show(e.at + 1)
	case "M-<":
		e.show(0)
	case "M->":
		e.show(len(e.hist.entries))
	case "tab":
		e.tab(listed)
	case "C-r":
		return e.search()
	case "C-l":
		if err := e.scr.clear(); err != nil {
			e.keys.eof = true
		}
	case "f3":
		e.noIndent = !e.noIndent
	case "C-_":
		if n := len(e.undo); n > 0 {
			e.text, e.pos = e.undo[n-1].text, e.undo[n-1].pos
			e.undo = e.undo[:n-1]
		}
	default:
		e.change(k.name)
	}
	if !vertical {
		e.goal = -1
	}
	return false, 0, nil
}

// change does the keys that kill, bring back and transpose.
func (e *editor) change(name string) {
	e.save()
	switch name {
	case "C-k":
		end := e.lineEnd(e.pos)
		if end == e.pos && end < len(e.text) {
			end++
		}
		e.cut(e.pos, end, true)
	case "C-u":
		e.cut(e.lineStart(e.pos), e.pos, true)
	case "C-w":
		from := e.pos
		for from > 0 && unicode.IsSpace(e.text[from-1]) {
			from--
		}
		for from > 0 && !unicode.IsSpace(e.text[from-1]) {
			from--
		}
		e.cut(from, e.pos, true)
	case "M-d":
		e.cut(e.pos, e.wordRight(e.pos), true)
	case "M-backspace":
		e.cut(e.wordLeft(e.pos), e.pos, true)
	case "C-y":
		e.insert(string(e.kill))
	case "C-t":
		if p := min(e.pos, len(e.text)-1); p > 0 && e.text[p] != '\n' && e.text[p-1] != '\n' {
			e.text[p-1], e.text[p] = e.text[p], e.text[p-1]
			e.pos = p + 1
		}
	case "M-u", "M-l", "M-c":
		e.changeCase(name)
	}
}

func (e *editor) changeCase(name string) {
	to := e.wordRight(e.pos)
	first := true
	for i := e.pos; i < to; i++ {
		r := e.text[i]
		switch {
		case name == "M-u" || name == "M-c" && first && isWord(r):
			e.text[i] = unicode.ToUpper(r)
		case name != "M-u":
			e.text[i] = unicode.ToLower(r)
		}
		first = first && !isWord(r)
	}
	e.pos = to
}

func (e *editor) deleteRight() {
	e.save()
	e.cut(e.pos, min(e.pos+1, len(e.text)), false)
}

// backspace deletes a character, in the indentation of a line down to the next
// multiple of four columns.
func (e *editor) backspace() {
	e.save()
	from := max(e.pos-1, 0)
	start := e.lineStart(e.pos)
	if col := e.pos - start; col > 1 && strings.Trim(string(e.text[start:e.pos]), " ") == "" {
		from = start + (col-1)/4*4
	}
	e.cut(from, e.pos, false)
}

// enter accepts the input or begins a new line, indented as the one before.
func (e *editor) enter() (accept bool) {
	text := string(e.text)
	inside := slices.Contains(e.text[e.pos:], '\n')
	if !inside && !e.more(text) {
		return true
	}
	e.save()
	start := e.lineStart(e.pos)
	line := string(e.text[start:e.pos])
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if strings.TrimSpace(line) == "" && start > 0 && line == "" {
		indent = ""
	}
	if e.opensBlock(start) {
		indent += "    "
	}
	e.insert("\n")
	if !e.noIndent {
		e.insert(indent)
	}
	return false
}

// opensBlock tells whether the text from start to the cursor ends with a colon,
// comments and blanks aside.
func (e *editor) opensBlock(start int) bool {
	line := string(e.text[start:e.pos])
	if i := strings.LastIndex(line, "#"); i >= 0 && !strings.ContainsAny(line[i:], `"'`) {
		line = line[:i]
	}
	return strings.HasSuffix(strings.TrimRight(line, " \t"), ":")
}

// up goes to the line above, and from the first one to the history.
func (e *editor) up() bool {
	start := e.lineStart(e.pos)
	if start == 0 {
		e.show(e.at - 1)
		return false
	}
	if e.goal < 0 {
		e.goal = e.pos - start
	}
	above := e.lineStart(start - 1)
	e.pos = min(above+e.goal, start-1)
	return true
}

func (e *editor) down() bool {
	end := e.lineEnd(e.pos)
	if end == len(e.text) {
		e.show(e.at + 1)
		return false
	}
	if e.goal < 0 {
		e.goal = e.pos - e.lineStart(e.pos)
	}
	e.pos = min(end+1+e.goal, e.lineEnd(end+1))
	return true
}

// show puts an entry of the history into the editor; what was edited there
// before comes back.
func (e *editor) show(n int) {
	if n < 0 || n > len(e.hist.entries) || n == e.at {
		return
	}
	e.edited[e.at] = e.text
	e.at = n
	text, ok := e.edited[n]
	if !ok && n < len(e.hist.entries) {
		text = []rune(e.hist.entries[n])
	}
	e.text, e.pos, e.undo = text, len(text), nil
}

// tab completes the word before the cursor, or indents.
func (e *editor) tab(listed []string) {
	start := e.lineStart(e.pos)
	before := string(e.text[start:e.pos])
	if strings.TrimSpace(before) == "" {
		e.save()
		e.insert(strings.Repeat(" ", 4-(e.pos-start)%4))
		return
	}
	words, n := e.complete(before)
	if len(words) == 0 {
		return
	}
	common := words[0]
	for _, w := range words[1:] {
		for !strings.HasPrefix(w, common) {
			common = common[:len(common)-1]
		}
	}
	word := string([]rune(before)[len([]rune(before))-n:])
	if len(common) > len(word) && strings.HasPrefix(common, word) || len(words) == 1 {
		e.save()
		e.cut(e.pos-n, e.pos, false)
		e.insert(strings.ToValidUTF8(common, ""))
		if len(words) == 1 {
			return
		}
	}
	if e.last == "tab" && listed == nil || len(common) == len(word) {
		e.listed = e.columns(words)
	}
}

// columns lists words in columns, the part behind the last dot of each.
func (e *editor) columns(words []string) []string {
	cols, height := e.scr.size()
	width := 0
	for _, w := range words {
		width = max(width, len([]rune(w))+2)
	}
	per := max(cols/width, 1)
	n := (len(words) + per - 1) / per
	var rows []string
	for i := range n {
		var b strings.Builder
		for j := i; j < len(words); j += n {
			b.WriteString(words[j])
			b.WriteString(strings.Repeat(" ", max(width-len([]rune(words[j])), 0)))
		}
		row := []rune(strings.TrimRight(b.String(), " "))
		rows = append(rows, string(row[:min(len(row), cols-1)]))
	}
	if room := max(height-4, 1); len(rows) > room {
		rows = append(rows[:room], "...")
	}
	return rows
}

// search goes back through the history for what is typed (C-r).
func (e *editor) search() (done bool, how ending, exc *py.Exc) {
	var want string
	saved := state{e.text, e.pos}
	at := e.at
	find := func(from int) {
		for i := from; i >= 0; i-- {
			if i < len(e.hist.entries) && strings.Contains(e.hist.entries[i], want) {
				at = i
				e.text = []rune(e.hist.entries[i])
				e.pos = len([]rune(e.hist.entries[i][:strings.Index(e.hist.entries[i], want)]))
				return
			}
		}
	}
	for {
		if err := e.scr.draw(e.text, e.pos, "(r-search `"+want+"') ", e.ps2, nil); err != nil {
			return true, endOfInput, nil
		}
		k, exc := e.keys.next()
		switch {
		case exc != nil:
			return true, interrupted, exc
		case k == (key{}) && e.keys.eof:
			return true, endOfInput, nil
		case k.text != "":
			want += k.text
			find(at)
		case k.name == "backspace":
			if r := []rune(want); len(r) > 0 {
				want = string(r[:len(r)-1])
			}
		case k.name == "C-r":
			find(at - 1)
		case k.name == "C-g" || k.name == "C-c":
			e.text, e.pos = saved.text, saved.pos
			return false, 0, nil
		default:
			if at != e.at {
				e.edited[e.at] = saved.text
				e.at = at
			}
			e.text = slices.Clone(e.text)
			return e.press(k)
		}
	}
}
