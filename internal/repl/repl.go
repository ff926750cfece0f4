// Package repl is the interactive prompt.
package repl

import (
	"fmt"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Config says how the prompt runs.
type Config struct {
	Quiet     bool // no banner
	IgnoreEnv bool // -E
	Colour    bool // what _colorize decided
	// Report prints an exception that nobody caught. The second result tells
	// that it ends the program, with the exit code of the first.
	Report func(e *py.Exc) (int, bool)
}

// repl is one session.
type repl struct {
	t      *py.Thread
	h      *host.Host
	cfg    Config
	ns     *py.Dict
	nsV    py.Value
	flags  uint32 // __future__ features that inputs have switched on
	inputs int
	compl  py.Value // an rlcompleter.Completer
}

// Run reads, runs and prints inputs in the namespace of main until the end of
// input. It returns the program's exit code.
func Run(t *py.Thread, main *py.Module, cfg Config) int {
	r := &repl{t: t, h: t.Interp().Host(), cfg: cfg, ns: main.Dict(), nsV: main.Dict().Value()}
	if !cfg.Quiet {
		r.banner()
	}
	for name, prompt := range map[string]string{"ps1": ">>> ", "ps2": "... "} {
		if t.SysGet(name).IsNil() {
			t.SysSet(name, py.NewStr(prompt).Value())
		}
	}
	if r.canEdit() {
		return r.editLoop()
	}
	return r.plainLoop()
}

func (r *repl) env(name string) string {
	if r.cfg.IgnoreEnv {
		return ""
	}
	v, _ := r.h.Env.Get(name)
	return v
}

func (r *repl) banner() {
	version, platform := "", ""
	if s, ok := py.ToStr(r.t.SysGet("version")); ok {
		version = s.String()
	}
	if s, ok := py.ToStr(r.t.SysGet("platform")); ok {
		platform = s.String()
	}
	text := "Coachwhip: Python " + version + " on " + platform + "\n"
	if m := r.t.Interp().Modules().GetStr(r.t, "site"); !m.IsNil() {
		text += "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n"
	}
	r.print("stderr", text)
}

// print writes to one of Python's streams. A stream that fails has nowhere to
// report it.
func (r *repl) print(stream, text string) {
	f := r.t.SysGet(stream)
	if f.IsNil() || f.IsNone() {
		return
	}
	if _, err := r.t.CallMethodS(f, "write", py.NewStr(text).Value()); err == nil {
		r.flush(stream)
	}
}

func (r *repl) flush(stream string) {
	if f := r.t.SysGet(stream); !f.IsNil() && !f.IsNone() {
		if _, err := r.t.CallMethodS(f, "flush"); err != nil {
			return // reported when the program ends
		}
	}
}

// canEdit tells whether the terminal can be drawn on.
func (r *repl) canEdit() bool {
	if r.env("PYTHON_BASIC_REPL") != "" || !r.h.Files.IsTerminal(0) || !r.h.Files.IsTerminal(1) {
		return false
	}
	term, _ := r.h.Env.Get("TERM")
	return term != "" && term != "dumb"
}

// prompt is str(sys.ps1) or str(sys.ps2), which programs may set to anything.
func (r *repl) prompt(name string) (string, *py.Exc) {
	v := r.t.SysGet(name)
	if v.IsNil() {
		return "", nil
	}
	s, err := r.t.StrOf(v)
	if err != nil {
		return "", err
	}
	return strings.ToValidUTF8(s.String(), "\ufffd"), nil
}

// plainLoop is the prompt without editing: for pipes, and terminals that can
// do nothing.
func (r *repl) plainLoop() int {
	in := &lineReader{t: r.t}
	var lines []string
	for {
		name := "ps1"
		if len(lines) > 0 {
			name = "ps2"
		}
		p, err := r.prompt(name)
		if err == nil {
			r.flush("stdout")
			r.print("stderr", p)
			var line string
			var ok bool
			if line, ok, err = in.line(); err == nil && !ok {
				if len(lines) == 0 {
					r.print("stderr", "\n")
					return 0
				}
				// The end of input ends a block as well.
				code, done := r.run(strings.Join(lines, "\n")+"\n", "<stdin>")
				if !done {
					r.print("stderr", "\n")
				}
				return code
			}
			lines = append(lines, line)
		}
		if err != nil {
			lines = nil
			if code, done := r.failed(err, true); done {
				return code
			}
			continue
		}
		text := strings.Join(lines, "\n")
		if r.incomplete(text) {
			continue
		}
		lines = nil
		if code, done := r.run(text+"\n", "<stdin>"); done {
			return code
		}
	}
}

// failed deals with an exception: KeyboardInterrupt gives a new prompt.
func (r *repl) failed(e *py.Exc, atPrompt bool) (int, bool) {
	if atPrompt && e.Is(py.KeyboardInterrupt) {
		r.print("stderr", "\nKeyboardInterrupt\n")
		return 0, false
	}
	r.flush("stdout")
	return r.cfg.Report(e)
}

// lineReader reads lines from standard input.
type lineReader struct {
	t   *py.Thread
	buf []byte
	eof bool
}

const maxLine = 256 << 20

func (l *lineReader) line() (string, bool, *py.Exc) {
	for {
		if i := strings.IndexByte(string(l.buf), '\n'); i >= 0 {
			s := string(l.buf[:i])
			l.buf = l.buf[i+1:]
			return strings.TrimSuffix(s, "\r"), true, nil
		}
		if l.eof {
			s := string(l.buf)
			l.buf = nil
			return s, s != "", nil
		}
		if len(l.buf) > maxLine {
			return "", false, l.t.Raise(py.MemoryError, "line too long")
		}
		k := keyReader{t: l.t}
		if err := k.fill(); err != nil {
			return "", false, err
		}
		l.buf, l.eof = append(l.buf, k.buf...), k.eof
	}
}

// incomplete tells whether an input needs more lines, as codeop decides it.
func (r *repl) incomplete(text string) bool {
	incomplete, _ := judge(text)
	return incomplete
}

// judge parses an input; it is incomplete if one more line end would make it
// right or would ask for more.
func judge(text string) (incomplete bool, wrong *syntax.Error) {
	if onlyComments(text) {
		return false, nil
	}
	o := syntax.Options{Filename: "<stdin>", Mode: syntax.Single, AllowIncompleteInput: true, DontImplyDedent: true}
	_, _, perr := syntax.ParseString(text, o)
	if perr == nil {
		return false, nil
	}
	_, _, more := syntax.ParseString(text+"\n", o)
	if more == nil || more.Kind == syntax.IncompleteInputError {
		return true, nil
	}
	return false, perr
}

func onlyComments(text string) bool {
	for line := range strings.Lines(text) {
		if l := strings.TrimSpace(line); l != "" && l[0] != '#' {
			return false
		}
	}
	return true
}

// moreLines decides for the editor whether Enter begins a new line.
func (r *repl) moreLines(text string) bool {
	if short := strings.TrimRight(text, " \t"); strings.HasSuffix(short, "\n") {
		text = short
	}
	incomplete, wrong := judge(text)
	if incomplete || wrong == nil {
		return incomplete
	}
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) <= 1 {
		return false
	}
	last := lines[len(lines)-1]
	indented := last[0] == ' ' || last[0] == '\t'
	return (indented || strings.TrimSpace(last) != "") && !strings.HasSuffix(last, "\n")
}

// run runs one input; done tells that the program ends with the code.
func (r *repl) run(text, filename string) (code int, done bool) {
	err := r.t.RegisterSource(filename, text)
	if err == nil {
		err = r.exec(text, filename)
	}
	if err == nil {
		r.flush("stdout")
		r.flush("stderr")
		return 0, false
	}
	return r.failed(err, false)
}

// exec compiles and runs an input. Of several statements the last one prints
// its value, as the only one does.
func (r *repl) exec(text, filename string) *py.Exc {
	opts := py.CompileOptions{Filename: filename, Mode: syntax.Single, Optimize: -1, Flags: r.flags}
	if onlyComments(text) {
		return nil
	}
	mod, _, perr := syntax.ParseString(text, syntax.Options{Filename: filename, Mode: syntax.Exec})
	if m, ok := mod.(*syntax.Module); ok && perr == nil && len(m.Body) > 1 {
		last := len(m.Body) - 1
		for i, tree := range []syntax.Mod{&syntax.Module{Body: m.Body[:last]}, &syntax.Interactive{Body: m.Body[last:]}} {
			opts.Mode = [...]syntax.Mode{syntax.Exec, syntax.Single}[i]
			opts.Flags = r.flags
			c, err := r.t.CompileTree(tree, text, &opts)
			if err == nil {
				err = r.exec1(c)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	// An error at the end of the input stands before its newline.
	c, err := r.t.CompileText(strings.TrimSuffix(text, "\n")+"\n", opts)
	if err != nil {
		return err
	}
	return r.exec1(c)
}

// futures are the flags of __future__ that an input leaves switched on.
const futures = 0x1000000 | 0x400000

func (r *repl) exec1(c *py.Code) *py.Exc {
	if v, err := r.t.GetAttrS(c.Value(), "co_flags"); err == nil {
		if n, err := r.t.AsInt(v); err == nil {
			r.flags |= uint32(n) & futures
		}
	}
	_, err := r.t.RunCode(c, r.ns, r.nsV)
	return err
}

// editLoop is the prompt with the editor.
func (r *repl) editLoop() int {
	hist := &history{}
	file := r.historyFile()
	if file != "" {
		hist.load(r.h, file)
	}
	keys := &keyReader{t: r.t}
	ed := &editor{
		keys: keys, hist: hist, more: r.moreLines, complete: r.completions,
		scr: &screen{h: r.h, fd: 1, colour: r.cfg.Colour},
	}
	code := r.edit(ed)
	if file != "" {
		if err := hist.save(r.h, file); err != nil {
			r.print("stderr", fmt.Sprintf("Warning: unable to write to history file %s: %v\n", file, err))
		}
	}
	return code
}

func (r *repl) historyFile() string {
	if f := r.env("PYTHON_HISTORY"); f != "" {
		return f
	}
	if home, _ := r.h.Env.Get("HOME"); home != "" {
		return strings.TrimSuffix(home, "/") + "/.python_history"
	}
	return ""
}

// input reads one input with the terminal in raw mode.
func (r *repl) input(ed *editor) (text string, how ending, exc *py.Exc) {
	ps1, exc := r.prompt("ps1")
	if exc != nil {
		return "", interrupted, exc
	}
	ps2, exc := r.prompt("ps2")
	if exc != nil {
		return "", interrupted, exc
	}
	restore, err := r.h.Terminal.MakeRaw(0)
	if err != nil {
		return "", endOfInput, nil
	}
	werr := writeAll(r.h, 1, "\x1b[?2004h")
	text, how, exc = ed.read(ps1, ps2)
	if werr == nil {
		werr = writeAll(r.h, 1, "\x1b[?2004l")
	}
	if err := restore(); err != nil || werr != nil {
		return text, endOfInput, exc
	}
	return text, how, exc
}

func (r *repl) edit(ed *editor) int {
	for {
		r.flush("stdout")
		text, how, exc := r.input(ed)
		switch {
		case exc != nil:
			if code, done := r.failed(exc, true); done {
				return code
			}
			continue
		case how == endOfInput:
			return 0
		case how == interrupted:
			r.print("stderr", "KeyboardInterrupt\n")
			continue
		}
		if done, handled := r.command(strings.TrimSpace(text)); done {
			return 0
		} else if handled {
			continue
		}
		ed.hist.add(text)
		if short := strings.TrimRight(text, " \t"); strings.HasSuffix(short, "\n") {
			text = short
		}
		name := fmt.Sprintf("<python-input-%d>", r.inputs)
		r.inputs++
		if code, done := r.run(text, name); done {
			return code
		}
	}
}

// command runs what is a command of the prompt rather than Python, unless the
// program uses the name.
func (r *repl) command(text string) (done, handled bool) {
	switch text {
	case "exit", "quit", "copyright", "credits", "license", "help", "clear":
	default:
		return false, false
	}
	if !r.ns.GetStr(r.t, text).IsNil() {
		return false, false
	}
	switch text {
	case "exit", "quit":
		return true, true
	case "clear":
		if err := writeAll(r.h, 1, "\x1b[H\x1b[2J"); err != nil {
			return true, true
		}
		return false, true
	}
	f := r.t.Interp().Builtins().GetStr(r.t, text)
	if f.IsNil() {
		return false, false
	}
	if _, err := r.t.Call(f); err != nil {
		if _, done := r.failed(err, false); done {
			return true, true
		}
	}
	return false, true
}

// completions asks rlcompleter for the names that begin with the word before
// the cursor. What goes wrong there gives no completions.
func (r *repl) completions(before string) (words []string, length int) {
	runes := []rune(before)
	n := len(runes)
	for n > 0 && !strings.ContainsRune(" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?", runes[n-1]) {
		n--
	}
	word := string(runes[n:])
	if word == "" {
		return nil, 0
	}
	if r.compl.IsNil() {
		m, err := r.t.ImportModule("rlcompleter")
		if err != nil {
			return nil, 0
		}
		if r.compl, err = r.t.CallMethodS(m, "Completer", r.nsV); err != nil {
			return nil, 0
		}
	}
	seen := map[string]bool{}
	for i := 0; i < 2000; i++ {
		v, err := r.t.CallMethodS(r.compl, "complete", py.NewStr(word).Value(), py.IntOf(i))
		if err != nil || v.IsNone() {
			break
		}
		if s, ok := py.ToStr(v); ok && !seen[s.String()] {
			seen[s.String()] = true
			words = append(words, s.String())
		}
	}
	return words, len(runes) - n
}
