package cli

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/repl"
)

// interactive tells whether the program talks to a person at a terminal.
func (p *program) interactive() bool {
	return p.c.flags["interactive"] != 0 || p.h.Files.IsTerminal(0)
}

// repl runs the prompt until the end of input and returns the exit code. after
// tells that a program ran before, so that there is no banner.
func (p *program) repl(after bool) int {
	m, ok := py.ToModule(p.t.Interp().Modules().GetStr(p.t, "__main__"))
	if !ok {
		return 1
	}
	return repl.Run(p.t, m, repl.Config{
		Quiet:     after || p.c.flags["quiet"] != 0,
		IgnoreEnv: p.c.flags["ignore_environment"] != 0,
		Colour:    p.colour(),
		Report: func(e *py.Exc) (int, bool) {
			if e.Is(py.SystemExit) && p.c.flags["inspect"] == 0 {
				return p.exitCode(e), true
			}
			p.report(e)
			return 0, false
		},
	})
}

// colour tells whether output to the terminal is coloured.
func (p *program) colour() bool {
	m, err := p.t.ImportModule("_colorize")
	if err != nil {
		return false
	}
	v, err := p.t.CallMethodS(m, "can_colorize")
	if err != nil {
		return false
	}
	yes, err := p.t.Truth(v)
	return err == nil && yes
}

// startup runs the file that PYTHONSTARTUP names, and sys.__interactivehook__
// when it is not the library's own, which sets up what the prompt has anyway.
func (p *program) startup(m *py.Module) *py.Exc {
	if p.c.flags["ignore_environment"] == 0 {
		if name, ok := p.h.Env.Get("PYTHONSTARTUP"); ok && name != "" {
			src, err := readFile(p.h, name)
			if err != nil {
				p.warnf("Could not open PYTHONSTARTUP\n")
				p.report(p.t.OSErr(err, py.NewStr(name).Value()))
			} else if exc := p.runSource(m, src, name, true); exc != nil {
				if exc.Is(py.SystemExit) {
					return exc
				}
				p.report(exc)
			}
		}
	}
	if p.c.flags["isolated"] != 0 {
		return nil
	}
	hook := p.t.SysGet("__interactivehook__")
	if hook.IsNil() || p.siteHook(hook) {
		return nil
	}
	if _, exc := p.t.Call(hook); exc != nil {
		if exc.Is(py.SystemExit) {
			return exc
		}
		p.warnf("Failed calling sys.__interactivehook__\n")
		p.report(exc)
	}
	return nil
}

// siteHook tells whether a hook is site.register_readline.
func (p *program) siteHook(hook py.Value) bool {
	m := p.t.Interp().Modules().GetStr(p.t, "site")
	if m.IsNil() {
		return false
	}
	f, err := p.t.GetAttrS(m, "register_readline")
	return err == nil && f == hook
}
