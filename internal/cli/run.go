package cli

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// runMain runs the program in the module __main__.
func (p *program) runMain() *py.Exc {
	t, c := p.t, p.c
	m := py.NewModule("__main__")
	m.Set("__builtins__", t.Interp().Modules().GetStr(t, "builtins"))
	m.Set("__annotations__", py.NewDict().Value())
	t.Interp().Modules().SetStr(t, "__main__", m.Value())
	if err := p.setLoader(m, "BuiltinImporter"); err != nil {
		return err
	}
	front := func(dir string) {
		if c.flags["safe_path"] == 0 {
			t.PrependPath(dir)
		}
	}
	switch {
	case c.hasC:
		front("")
		if !utf8.ValidString(c.command) {
			return p.badCommand()
		}
		if err := t.RegisterSource("<string>", c.command); err != nil {
			return err
		}
		code, err := t.CompileText(c.command, py.CompileOptions{Filename: "<string>", Mode: syntax.Exec, Optimize: -1})
		if err != nil {
			return err
		}
		_, err = t.RunCode(code, m.Dict(), m.Dict().Value())
		return err
	case c.hasM:
		cwd, err := p.h.Files.Getcwd()
		if err != nil {
			cwd = ""
		}
		front(cwd)
		return p.runModule(c.module, true)
	case c.file == "" || c.file == "-":
		front("")
		return p.runStdin(m)
	}
	return p.runFile(m, front)
}

// badCommand reports a -c that is no text.
func (p *program) badCommand() *py.Exc {
	p.warnf("Unable to decode the command from the command line:\n")
	if _, err := p.t.CallMethodS(py.FSDecode(p.c.command).Value(), "encode"); err != nil {
		p.report(err)
	}
	return p.exit(1)
}

// runStdin runs what standard input says, or talks to a person there.
func (p *program) runStdin(m *py.Module) *py.Exc {
	if p.interactive() {
		// -i asked for what happens anyway.
		p.c.flags["inspect"] = 0
		p.ended = true
		if err := p.startup(m); err != nil {
			return err
		}
		if code := p.repl(false); code != 0 {
			return p.exit(code)
		}
		return nil
	}
	src, err := readAll(p.h, 0)
	if err != nil {
		return p.t.OSErr(err)
	}
	defer p.nameFile(m, "<stdin>")()
	return p.runSource(m, p.skipLine(src), "<stdin>", false)
}

// runFile runs a script, or a directory or zip file with a __main__.
func (p *program) runFile(m *py.Module, front func(dir string)) *py.Exc {
	t, file := p.t, p.c.file
	st, err := p.h.Files.Stat(host.AtCwd, file, true)
	if err != nil {
		return p.cannotOpen(err)
	}
	if st.Mode&host.S_IFMT == host.S_IFDIR || isZip(p.h, file) {
		t.PrependPath(absPath(p.h, file))
		return p.runModule("__main__", false)
	}
	src, err := readFile(p.h, file)
	if err != nil {
		return p.cannotOpen(err)
	}
	front(path.Dir(absPath(p.h, followLink(p.h, file))))
	// Python code sees the script by its full name.
	file = absPath(p.h, file)
	defer p.nameFile(m, file)()
	if strings.HasSuffix(file, ".pyc") {
		if err := p.setLoader(m, "SourcelessFileLoader"); err != nil {
			return err
		}
		return p.runCompiled(m, src)
	}
	if err := p.setLoader(m, "SourceFileLoader"); err != nil {
		return err
	}
	return p.runSource(m, p.skipLine(src), file, true)
}

// nameFile gives __main__ the name of its file, and returns what takes it away:
// exit handlers and the prompt after a program do not see it.
func (p *program) nameFile(m *py.Module, file string) func() {
	m.Set("__file__", py.FSDecode(file).Value())
	m.Set("__cached__", py.None)
	return func() {
		for _, name := range [...]string{"__file__", "__cached__"} {
			m.Dict().DelStr(p.t, name)
		}
	}
}

// skipLine leaves out the first line, as -x asks for.
func (p *program) skipLine(src []byte) []byte {
	if p.c.skipLine {
		if i := strings.IndexByte(string(src), '\n'); i >= 0 {
			return src[i:]
		}
	}
	return src
}

// setLoader gives __main__ a loader.
func (p *program) setLoader(m *py.Module, class string) *py.Exc {
	if class == "BuiltinImporter" {
		l, err := p.library("_frozen_importlib", class)
		if err == nil {
			m.Set("__loader__", l)
		}
		return err
	}
	f, err := p.library("_frozen_importlib_external", class)
	if err != nil {
		return err
	}
	l, err := p.t.Call(f, py.NewStr("__main__").Value(), py.FSDecode(absPath(p.h, p.c.file)).Value())
	if err == nil {
		m.Set("__loader__", l)
	}
	return err
}

// library returns an attribute of a module of the library.
func (p *program) library(module, name string) (py.Value, *py.Exc) {
	m, err := p.t.ImportModule(module)
	if err != nil {
		return py.Value{}, err
	}
	return p.t.GetAttrS(m, name)
}

func (p *program) runSource(m *py.Module, src []byte, name string, fromFile bool) *py.Exc {
	code, err := p.t.CompileBytes(src, py.CompileOptions{Filename: name, Mode: syntax.Exec, Optimize: -1, FromFile: fromFile})
	if err != nil {
		return err
	}
	_, err = p.t.RunCode(code, m.Dict(), m.Dict().Value())
	return err
}

// runCompiled runs a .pyc file.
func (p *program) runCompiled(m *py.Module, data []byte) *py.Exc {
	magic, err := p.library("_frozen_importlib_external", "MAGIC_NUMBER")
	if err != nil {
		return err
	}
	if b, ok := py.ToBytes(magic); !ok || len(data) < 16 || string(data[:4]) != string(b.Bytes()) {
		return p.t.Raise(py.RuntimeError, "Bad magic number in .pyc file")
	}
	marshal, err := p.t.ImportModule("marshal")
	if err != nil {
		return err
	}
	v, err := p.t.CallMethodS(marshal, "loads", py.NewBytes(data[16:]).Value())
	if err != nil {
		return err
	}
	exec := p.t.Interp().Builtins().GetStr(p.t, "exec")
	_, err = p.t.Call(exec, v, m.Dict().Value())
	return err
}

// runModule is python -m, through runpy.
func (p *program) runModule(name string, alter bool) *py.Exc {
	f, err := p.library("runpy", "_run_module_as_main")
	if err != nil {
		return err
	}
	_, err = p.t.Call(f, py.FSDecode(name).Value(), py.Bool(alter))
	return err
}

// cannotOpen reports a script that cannot be read.
func (p *program) cannotOpen(err error) *py.Exc {
	msg := err.Error()
	if e := new(host.Error); errors.As(err, &e) {
		msg = fmt.Sprintf("[Errno %d] %s", e.Num, e.Msg)
	}
	p.warnf("%s: can't open file '%s': %s\n", p.args[0], absPath(p.h, p.c.file), msg)
	return p.exit(2)
}
