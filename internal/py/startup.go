package py

import "strings"

// PrependPath puts a directory in front of sys.path.
func (t *Thread) PrependPath(dir string) {
	t.interp.scriptDir = &dir
	path, ok := ToList(t.SysGet("path"))
	if !ok {
		return
	}
	path.Lock(t)
	path.items = append([]Value{FSDecode(dir).Value()}, path.items...)
	path.Unlock(t)
}

// AppendPath adds a directory at the end of sys.path.
func (t *Thread) AppendPath(dir string) {
	if path, ok := ToList(t.SysGet("path")); ok {
		path.Append(t, FSDecode(dir).Value())
	}
}

// ReportException hands an exception that nobody caught to sys.excepthook.
func (t *Thread) ReportException(e *Exc) *Exc {
	t.SysSet("last_exc", e.Value())
	t.SysSet("last_type", e.typ.Value())
	t.SysSet("last_value", e.Value())
	t.SysSet("last_traceback", loadPointer(&e.tb).Value())
	hook := t.SysGet("excepthook")
	if hook.p == nil {
		return t.DisplayException(e)
	}
	_, err := t.Call(hook, e.typ.Value(), e.Value(), loadPointer(&e.tb).Value())
	if err != nil && err.Is(SystemExit) {
		return err
	}
	if err != nil {
		t.writeStderr("Error in sys.excepthook:\n")
		if e2 := t.DisplayException(err); e2 != nil {
			return e2
		}
		t.writeStderr("\nOriginal exception was:\n")
		return t.DisplayException(e)
	}
	return nil
}

// InitStdio makes sys.stdin, sys.stdout and sys.stderr.
func (t *Thread) InitStdio(unbuffered bool) *Exc {
	if m, err := t.ImportModule("_io"); err != nil {
		return err
	} else if open, err := t.GetAttrS(m, "open"); err != nil {
		return err
	} else {
		t.interp.builtins.setStr(InternStr("open"), open)
	}
	if stdioInit != nil {
		return stdioInit(t, unbuffered)
	}
	return nil
}

// stdioInit is set by the _io module's package when it is linked in.
var stdioInit func(t *Thread, unbuffered bool) *Exc

// RegisterStdio names the function that makes the standard streams; the _io
// module calls it from an init function.
func RegisterStdio(f func(t *Thread, unbuffered bool) *Exc) { stdioInit = f }

// Shutdown ends the interpreter: threading's threads are joined and atexit's
// functions run.
func (t *Thread) Shutdown() *Exc {
	if m := t.loadedModule(InternStr("threading")); m.p != nil {
		if _, err := t.CallMethodS(m, "_shutdown"); err != nil {
			t.WriteUnraisable(err, "Exception ignored on threading shutdown", Value{})
		}
	}
	for i := len(t.interp.atExit) - 1; i >= 0; i-- {
		if err := t.interp.atExit[i](t); err != nil {
			return err
		}
	}
	t.endOthers()
	return t.finalizeAll()
}

// AtExit registers a Go function to run at Shutdown, the last one first.
func (in *Interp) AtExit(f func(t *Thread) *Exc) { in.atExit = append(in.atExit, f) }

// displayInColour prints an exception in colour, by the library's traceback
// module, if standard error is a terminal that is to have colours. False: it
// did not, and the plain text has to do.
func (t *Thread) displayInColour(e *Exc) bool {
	h := t.interp.opts.Host
	if h == nil || !h.Files.IsTerminal(2) && !t.colourForced() || t.interp.importlib == nil || e.Is(RecursionError) || e.Is(MemoryError) {
		return false
	}
	m, err := t.ImportModule("_colorize")
	if err != nil {
		return false
	}
	v, err := t.CallMethodS(m, "can_colorize")
	if err != nil {
		return false
	}
	if yes, err := t.Truth(v); err != nil || !yes {
		return false
	}
	if m, err = t.ImportModule("traceback"); err != nil {
		return false
	}
	_, err = t.CallMethodS(m, "_print_exception_bltin", e.Value())
	return err == nil
}

// colourForced tells whether the environment may ask for colours elsewhere than
// on a terminal; _colorize has the last word.
func (t *Thread) colourForced() bool {
	env := t.interp.opts.Host.Env
	if _, ok := env.Get("FORCE_COLOR"); ok {
		return true
	}
	v, ok := env.Get("PYTHON_COLORS")
	return ok && v == "1" && t.interp.opts.Flags["ignore_environment"] == 0
}

// DisplayException prints an exception to sys.stderr as the default
// sys.excepthook does; before sys.stderr exists, to the embedder's writer.
func (t *Thread) DisplayException(e *Exc) *Exc {
	if t.displayInColour(e) {
		return nil
	}
	var b strings.Builder
	PrintException(t, e, &b)
	return t.printStderr(b.String())
}

// printStderr writes to sys.stderr; before that exists, to the embedder's
// writer.
func (t *Thread) printStderr(text string) *Exc {
	f := t.SysGet("stderr")
	if f.p == nil {
		if w := t.interp.opts.Stderr; w != nil {
			w.Write([]byte(text))
		}
		return nil
	}
	if f.IsNone() {
		return nil
	}
	if _, err := t.CallMethod(f, strWrite, strVal(text)); err != nil {
		return err
	}
	_, err := t.CallMethod(f, strFlush)
	return err
}
