package py

import (
	"io"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// How an uncaught exception is shown (the traceback module's format).

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"

	maxGroupWidth = 15
	maxGroupDepth = 10
)

// FormatException returns what sys.excepthook prints for an exception: the
// traceback, the chain of causes and contexts, groups and notes. It runs str()
// and repr() of Python objects; what they raise is shown as text.
func (t *Thread) FormatException(e *Exc) string {
	f := &excFormatter{t: t}
	f.stack.t = t
	f.write(f.capture(e))
	return f.out.String()
}

// PrintException writes FormatException's text; lone surrogates are written as
// backslash escapes, as sys.stderr does.
func PrintException(t *Thread, e *Exc, w io.Writer) error {
	_, err := io.WriteString(w, escapeSurrogates(t.FormatException(e)))
	return err
}

// escapeSurrogates replaces lone surrogates by \udcxx escapes.
func escapeSurrogates(s string) string {
	if !wtf8.HasSurrogates(s) {
		return s
	}
	var b strings.Builder
	for _, r := range wtf8.Runes(s) {
		if wtf8.IsSurrogate(r) {
			b.WriteString("\\u" + strconv.FormatInt(int64(r), 16))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shownExc is an exception ready to be shown.
type shownExc struct {
	exc            *Exc
	stack          []string
	message        []string // the lines about the exception itself
	cause, context *shownExc
	group          bool
	parts          []*shownExc
}

// excFormatter formats one exception with all that hangs on it.
type excFormatter struct {
	t     *Thread
	stack stackFormatter
	seen  map[*Exc]bool
	out   strings.Builder
	depth int // nesting of exception groups
	// needClose: the frame around a group's last exception is still open.
	needClose bool
}

// capture collects everything that is to be shown. Exceptions that were seen
// are left out, so that it ends for cyclic chains.
func (f *excFormatter) capture(e *Exc) *shownExc {
	f.seen = map[*Exc]bool{}
	top := f.one(e)
	todo := []*shownExc{top}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		x := s.exc
		if c := loadPointer(&x.cause); c != nil && !f.seen[c] {
			s.cause = f.one(c)
		}
		if c := loadPointer(&x.context); c != nil && s.cause == nil && !x.suppress && !f.seen[c] {
			s.context = f.one(c)
		}
		if x.IsGroup() {
			s.group = true
			for _, v := range x.groupItems() {
				s.parts = append(s.parts, f.one(asExc(v)))
			}
		}
		if s.cause != nil {
			todo = append(todo, s.cause)
		}
		if s.context != nil {
			todo = append(todo, s.context)
		}
		todo = append(todo, s.parts...)
	}
	return top
}

// one captures an exception without its chain.
func (f *excFormatter) one(e *Exc) *shownExc {
	f.seen[e] = true
	t := f.t
	s := &shownExc{exc: e}
	s.stack = f.stack.format(t.limitEntries(t.tracebackEntries(loadPointer(&e.tb))))
	name := t.shownTypeName(e.typ)
	text := t.safeStr(e.Value(), "exception")
	notes, hasNotes := t.shownNotes(e)
	if e.Is(SyntaxError) {
		s.message = t.syntaxErrorLines(e, name)
	} else {
		text += t.suggestionText(e)
		if text == "" {
			s.message = []string{name + "\n"}
		} else {
			s.message = []string{name + ": " + text + "\n"}
		}
	}
	if hasNotes {
		s.message = append(s.message, notes...)
	}
	return s
}

// safeStr is str(v), or a text in place of it when that fails.
func (t *Thread) safeStr(v Value, what string) string {
	s, err := t.StrOf(v)
	if err != nil {
		return "<" + what + " str() failed>"
	}
	return s.s
}

// safeRepr is repr(v), or a text in place of it when that fails.
func (t *Thread) safeRepr(v Value, what string) string {
	s, err := t.Repr(v)
	if err != nil {
		return "<" + what + " repr() failed>"
	}
	return s.s
}

// shownTypeName is the class's qualified name, with the module unless that is
// __main__ or builtins.
func (t *Thread) shownTypeName(tp *Type) string {
	mod := "<unknown>"
	if tp.flags&FlagHeap == 0 {
		mod = tp.module
	} else if m, ok := ToStr(tp.ns().lookup(strModule)); ok {
		mod = m.s
	}
	if mod == "__main__" || mod == "builtins" {
		return tp.Qualname()
	}
	return mod + "." + tp.Qualname()
}

// suggestionText is what follows the message of a NameError, AttributeError or
// ImportError when a similar name exists.
func (t *Thread) suggestionText(e *Exc) string {
	field := AttrErrName
	switch {
	case e.Is(ImportError):
		field = ImportErrNameFrom
	case !e.Is(NameError) && !e.Is(AttributeError):
		return ""
	}
	wrong, ok := ToStr(e.Field(field))
	if !ok {
		return ""
	}
	text := ""
	if s := t.suggestFor(e, wrong.s); s != "" {
		text = ". Did you mean: '" + s + "'?"
	}
	if e.Is(NameError) {
		if names := t.sysValue("stdlib_module_names"); names.p != nil {
			if is, err := t.Contains(names, wrong.Value()); err == nil && is {
				if text == "" {
					text = ". Did you forget to import '" + wrong.s + "'?"
				} else {
					text += " Or did you forget to import '" + wrong.s + "'?"
				}
			}
		}
	}
	return text
}

// shownNotes returns the lines of an exception's notes.
func (t *Thread) shownNotes(e *Exc) ([]string, bool) {
	v, err := t.GetAttrOpt(e.Value(), strNotes)
	if err != nil {
		return []string{"Ignored error getting __notes__: " + t.safeRepr(err.Value(), "__notes__") + "\n"}, true
	}
	if v.p == nil || v.IsNone() {
		return nil, false
	}
	if v.p.typ.flags&(FlagStrSubclass|FlagBytesSubclass) != 0 || !t.isSequenceABC(v) {
		return []string{t.safeRepr(v, "__notes__") + "\n"}, true
	}
	items, err := t.Items(v)
	if err != nil {
		return nil, false
	}
	var lines []string
	for _, n := range items {
		for _, l := range strings.Split(t.safeStr(n, "note"), "\n") {
			lines = append(lines, l+"\n")
		}
	}
	return lines, true
}

// isSequenceABC is isinstance(v, collections.abc.Sequence); before that class
// exists only the builtin sequences are instances of it.
func (t *Thread) isSequenceABC(v Value) bool {
	if v.p.typ.flags&FlagSequence != 0 {
		return true
	}
	m, ok := ToModule(t.loadedModule(InternStr("collections.abc")))
	if !ok {
		return false
	}
	abc := m.dict.lookup(InternStr("Sequence"))
	if abc.p == nil {
		return false
	}
	is, err := t.IsInstanceOf(v, abc)
	return err == nil && is
}

// attrOr is an attribute for showing, None when it cannot be had.
func (t *Thread) attrOr(v Value, name string) Value {
	x, err := t.GetAttrOpt(v, InternStr(name))
	if err != nil || x.p == nil {
		return None
	}
	return x
}

// syntaxErrorLines shows a SyntaxError: the place, the line and carets, and
// the message.
func (t *Thread) syntaxErrorLines(e *Exc, name string) []string {
	v := e.Value()
	var lines []string
	filename, lineno := t.attrOr(v, "filename"), t.attrOr(v, "lineno")
	suffix := ""
	switch {
	case !lineno.IsNone():
		file := "<string>"
		if truthy, err := t.Truth(filename); err == nil && truthy {
			file = t.safeStr(filename, "filename")
		}
		lines = append(lines, "  File \""+file+"\", line "+t.safeStr(lineno, "lineno")+"\n")
	case !filename.IsNone():
		suffix = " (" + t.safeStr(filename, "filename") + ")"
	}
	if text, ok := ToStr(t.attrOr(v, "text")); ok {
		lines = append(lines, t.markedSyntax(v, text.s)...)
	}
	msg := "<no detail available>"
	if m := t.attrOr(v, "msg"); !m.IsNone() {
		if s := t.safeStr(m, "msg"); s != "" {
			msg = s
		}
	}
	return append(lines, name+": "+msg+suffix+"\n")
}

// markedSyntax shows the text of a SyntaxError and carets under the range it
// is about.
func (t *Thread) markedSyntax(v Value, text string) []string {
	rtext := strings.TrimRight(text, "\n")
	ltext := strings.TrimLeft(rtext, " \n\f")
	line := []rune(wtf8.ToRunes(ltext))
	shown := "    " + ltext + "\n"
	width, full := len(wtf8.ToRunes(rtext)), len(wtf8.ToRunes(text))
	spaces := width - len(line)
	number := func(name string) (int, bool) {
		x := t.attrOr(v, name)
		if x.IsNone() {
			return 0, false
		}
		n, err := t.AsInt(x)
		return n, err == nil
	}
	offset, ok := number("offset")
	if !ok {
		return []string{shown}
	}
	lineno, hasLine := number("lineno")
	endLine, hasEnd := number("end_lineno")
	end := width + 1
	if hasLine == hasEnd && lineno == endLine {
		if end, ok = number("end_offset"); !ok || end == 0 {
			end = offset
		}
	}
	if full > 0 && offset > full {
		offset = width + 1
	}
	if full > 0 && end > full {
		end = width + 1
	}
	if offset >= end || end < 0 {
		end = offset + 1
	}
	from, to := offset-1-spaces, end-1-spaces
	if from < 0 {
		return []string{shown}
	}
	carets := strings.Builder{}
	carets.WriteString("    ")
	for _, r := range line[:min(from, len(line))] {
		if unidata.IsSpace(r) {
			carets.WriteRune(r)
		} else {
			carets.WriteByte(' ')
		}
	}
	carets.WriteString(strings.Repeat("^", min(to-from, width+full+1)))
	carets.WriteByte('\n')
	return []string{shown, carets.String()}
}

// emit writes lines inside the frames of the groups around them.
func (f *excFormatter) emit(margin string, lines ...string) {
	prefix := ""
	if f.depth > 0 {
		prefix = f.indent() + margin + " "
	}
	for _, l := range lines {
		f.out.WriteString(indentText(l, prefix))
	}
}

func (f *excFormatter) indent() string { return strings.Repeat(" ", 2*f.depth) }

// write shows an exception behind what it was caused by.
func (f *excFormatter) write(s *shownExc) {
	type link struct {
		before string // text between this exception and the one shown before it
		s      *shownExc
	}
	var chain []link
	for s != nil {
		l := link{s: s}
		switch {
		case s.cause != nil:
			l.before, s = causeText, s.cause
		case s.context != nil:
			l.before, s = contextText, s.context
		default:
			s = nil
		}
		chain = append(chain, l)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		l := chain[i]
		if l.before != "" {
			f.emit("|", l.before)
		}
		switch {
		case !l.s.group:
			if len(l.s.stack) > 0 {
				f.emit("|", "Traceback (most recent call last):\n")
				f.emit("|", l.s.stack...)
			}
			f.emit("|", l.s.message...)
		case f.depth > maxGroupDepth:
			f.emit("|", "... (max_group_depth is "+strconv.Itoa(maxGroupDepth)+")\n")
		default:
			f.writeGroup(l.s)
		}
	}
}

func (f *excFormatter) writeGroup(s *shownExc) {
	top := f.depth == 0
	margin := "|"
	if top {
		f.depth++
		margin = "+"
	}
	if len(s.stack) > 0 {
		f.emit(margin, "Exception Group Traceback (most recent call last):\n")
		f.emit("|", s.stack...)
	}
	f.emit("|", s.message...)
	n := min(len(s.parts), maxGroupWidth+1)
	f.needClose = false
	for i := 0; i < n; i++ {
		last := i == n-1
		if last {
			f.needClose = true
		}
		title, lead := strconv.Itoa(i+1), "  "
		if i >= maxGroupWidth {
			title = "..."
		}
		if i == 0 {
			lead = "+-"
		}
		f.out.WriteString(f.indent() + lead + "+---------------- " + title + " ----------------\n")
		f.depth++
		if i < maxGroupWidth {
			f.write(s.parts[i])
		} else {
			left := len(s.parts) - maxGroupWidth
			f.emit("|", "and "+strconv.Itoa(left)+" more exception"+plural(left)+"\n")
		}
		if last && f.needClose {
			f.out.WriteString(f.indent() + "+------------------------------------\n")
			f.needClose = false
		}
		f.depth--
	}
	if top {
		f.depth = 0
	}
}
