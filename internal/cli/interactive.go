package cli

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// interactive tells whether the program talks to a person at a terminal.
func (p *program) interactive() bool {
	if p.c.flags["interactive"] != 0 {
		return true
	}
	return p.h.Files.IsTerminal(0)
}

func (p *program) replExc() *py.Exc {
	if code := p.repl(); code != 0 {
		return p.exit(code)
	}
	return nil
}

// repl runs the library's own console until the end of input.
func (p *program) repl() int {
	m, err := p.t.ImportModule("code")
	if err == nil {
		var ns py.Value
		if main := p.t.Interp().Modules().GetStr(p.t, "__main__"); !main.IsNil() {
			ns, err = p.t.GetAttrS(main, "__dict__")
		}
		if err == nil {
			_, err = p.t.CallMethodS(m, "interact", py.None, py.None, ns)
		}
	}
	return p.exitCode(err)
}
