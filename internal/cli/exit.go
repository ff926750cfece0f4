package cli

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

const sigInt = 2

// exit is the SystemExit with a code.
func (p *program) exit(code int) *py.Exc {
	r, err := p.t.Call(py.SystemExit.Value(), py.IntOf(code))
	if err != nil {
		return err
	}
	e, _ := py.ToExc(r)
	return e
}

// warnf writes a message of the program itself. There is nowhere to tell that
// standard error is gone.
func (p *program) warnf(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if !utf8.ValidString(text) {
		text = escapeBytes(text)
	}
	if _, err := io.WriteString(p.stderr, text); err != nil {
		return
	}
}

// escapeBytes writes what is no UTF-8 as standard error shows it in Python.
func escapeBytes(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&b, "\\udc%02x", text[i])
		} else {
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// report prints an exception that reached the top, through sys.excepthook.
func (p *program) report(e *py.Exc) {
	// What standard output cannot take is told at the end.
	_ = p.flush("stdout")
	if err := p.t.ReportException(e); err != nil {
		p.warnf("Error in sys.excepthook\n")
	}
	_ = p.flush("stderr") // nobody listens if it fails
}

// exitCode turns the end of the program into an exit code, printing what is to
// be printed.
func (p *program) exitCode(e *py.Exc) int {
	switch {
	case e == nil:
		return 0
	case e.Is(py.SystemExit) && p.c.flags["inspect"] == 0:
		return p.systemExit(e)
	}
	p.report(e)
	if e.Is(py.KeyboardInterrupt) {
		p.killed = true
		return 130
	}
	return 1
}

func (p *program) systemExit(e *py.Exc) int {
	v := e.Field(py.ExitCode)
	switch {
	case v.IsNil() || v.IsNone():
		return 0
	case py.IsInt(v):
		n := py.BigOf(v)
		if !n.IsInt64() {
			return 0xff
		}
		return int(n.Int64() & 0xff)
	}
	_ = p.flush("stdout") // finish tells of the error
	s, err := p.t.StrOf(v)
	if err != nil {
		return 1
	}
	if f := p.t.SysGet("stderr"); !f.IsNil() && !f.IsNone() {
		if _, err := p.t.CallMethodS(f, "write", py.NewStr(s.String()+"\n").Value()); err == nil {
			return 1
		}
	}
	p.warnf("%s\n", s.String())
	return 1
}

func (p *program) flush(name string) *py.Exc {
	f := p.t.SysGet(name)
	if f.IsNil() || f.IsNone() {
		return nil
	}
	if closed, err := p.t.GetAttrS(f, "closed"); err == nil {
		if yes, err := p.t.Truth(closed); err == nil && yes {
			return nil
		}
	}
	_, err := p.t.CallMethodS(f, "flush")
	return err
}

// finish runs the exit handlers and flushes the streams.
func (p *program) finish(code int) int {
	if err := p.t.Shutdown(); err != nil {
		p.report(err)
	}
	if err := p.flush("stdout"); err != nil {
		code = 120
		p.t.WriteUnraisable(err, "Exception ignored on flushing sys.stdout", py.Value{})
	}
	if err := p.flush("stderr"); err != nil {
		code = 120
	}
	if p.stats != nil {
		p.warnf("%s", p.stats.summary())
	}
	if p.killed {
		p.dieOf(sigInt)
	}
	return code
}

// dieOf ends the process by a signal, so that who started it sees what it died
// of. It returns where that cannot be done.
func (p *program) dieOf(sig int) {
	if err := p.h.Signals.Set(sig, host.Default, nil); err != nil {
		return
	}
	if err := p.h.Process.Kill(p.h.Process.Pid(), sig); err != nil {
		return
	}
	p.h.Clock.Sleep(time.Second, nil) // the signal comes in no time
}
