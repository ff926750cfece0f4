package cli

import (
	"errors"
	"fmt"
	"io"
	"path"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/pylib"
	"github.com/coachwhip/coachwhip/internal/stdlib" // the native modules
	"github.com/coachwhip/coachwhip/internal/syntax"
)

const usage = `usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options (and corresponding environment variables):
-B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program passed in as string (terminates option list)
-E     : ignore PYTHON* environment variables (such as PYTHONPATH)
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script; also PYTHONINSPECT=x
-I     : isolate Python from the user's environment (implies -E and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements; also PYTHONOPTIMIZE=x
-OO    : do -O changes and also discard docstrings
-P     : don't prepend a potentially unsafe path to sys.path; also PYTHONSAFEPATH
-q     : don't print version and copyright messages on interactive startup
-s     : don't add user site directory to sys.path; also PYTHONNOUSERSITE=x
-S     : don't imply 'import site' on initialization
-u     : force the stdout and stderr streams to be unbuffered
-V     : print the Python version number and exit (also --version)
-W arg : warning control
-X opt : set implementation-specific option (gil=0 runs without a GIL)
file   : program read from script file
-      : program read from stdin
--stdlib DIR : take the Python library from DIR
`

// heapFloor is the number of bytes by which the heap may grow before the first
// garbage collection, and at least between later ones.
const heapFloor = 64 << 20

// raiseFloor keeps small heaps from being collected far too often. Until the
// first collection a high percentage does that, for which the runtime takes no
// less than 4 MB as its base; from then on a block that is never touched, and
// so costs no memory, makes the collector wait for as much.
func raiseFloor() (keep *[]byte) {
	debug.SetGCPercent(100 * heapFloor / (4 << 20))
	keep = new([]byte)
	runtime.AddCleanup(new(*byte), func(keep *[]byte) {
		*keep = make([]byte, heapFloor)
		debug.SetGCPercent(100)
	}, keep)
	return keep
}

// Main runs the command line and returns the exit code.
func Main(args []string) int {
	defer runtime.KeepAlive(raiseFloor())
	debug.SetMaxStack(1 << 30)
	h := host.Real()
	return run(args, h, fdWriter{h, 1}, fdWriter{h, 2})
}

func run(args []string, h *host.Host, stdout, stderr io.Writer) int {
	c, err := parseArgs(args[1:])
	if err != nil {
		fmt.Fprintf(stderr, "%s\nusage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `%s -h' for more information.\n", err, args[0], args[0])
		return 2
	}
	switch {
	case c.help:
		fmt.Fprintf(stdout, usage, args[0])
		return 0
	case c.version == 1:
		fmt.Fprintf(stdout, "Python %d.%d.%d\n", py.PyMajor, py.PyMinor, py.PyMicro)
		return 0
	case c.version > 1:
		fmt.Fprintf(stdout, "Python %d.%d.%d (coachwhip %s)\n", py.PyMajor, py.PyMinor, py.PyMicro, py.Version)
		return 0
	}
	c.applyEnv(h.Env.Get)
	p := &program{c: c, h: h, args: args, stdout: stdout, stderr: stderr}
	return p.main()
}

// program is one run of the command line.
type program struct {
	c      *config
	h      *host.Host
	args   []string
	stdout io.Writer
	stderr io.Writer
	t      *py.Thread
}

// library is the packed library as the core wants it.
type library struct{ *pylib.Library }

func (l library) Packed() bool { return true }

func (l library) TopLevel() []string {
	var names []string
	for _, e := range l.List("") {
		n := strings.TrimSuffix(e.Name, ".py")
		if n != "LICENSE" && n != "NOTICE" {
			names = append(names, n)
		}
	}
	return names
}

func (p *program) options() (py.Options, error) {
	exe, err := p.h.Process.Executable()
	if err != nil {
		exe = p.args[0]
	}
	o := py.Options{
		Host: p.h, Flags: p.c.flags, XOptions: p.c.xopts, WarnOptions: p.c.warn, Executable: exe,
		OrigArgv: p.args, Stdout: p.stdout, Stderr: p.stderr, NoGIL: p.c.xopts["gil"] == "=0",
		PycachePrefix: p.c.pycachePrefix, NoColumns: p.c.noColumns,
	}
	o.Prefix = path.Dir(path.Dir(exe))
	lib, packed := pylib.Open()
	dir, lerr := "", error(nil)
	if p.c.stdlib != "" || !packed {
		dir, lerr = pylib.Locate(p.h.Files, p.h.Env, p.c.stdlib)
	}
	switch {
	case lerr != nil:
		return o, lerr
	case dir != "":
		o.StdlibDir = dir
		o.Library = dirLibrary{p.h, dir}
	default:
		o.StdlibDir = exe + "/lib/python3.13"
		o.Library = library{lib}
		o.Compiler = lib.Compiler()
	}
	if v, ok := p.h.Env.Get("PYTHONPATH"); ok && v != "" && p.c.flags["ignore_environment"] == 0 {
		o.Path = append(o.Path, strings.Split(v, ":")...)
	}
	o.Path = append(o.Path, o.StdlibDir)
	switch {
	case p.c.hasC:
		o.Argv = append([]string{"-c"}, p.c.argv...)
	case p.c.hasM:
		o.Argv = append([]string{"-m"}, p.c.argv...)
	default:
		o.Argv = append([]string{p.c.file}, p.c.argv...)
	}
	return o, nil
}

func (p *program) main() int {
	o, err := p.options()
	if err != nil {
		fmt.Fprintf(p.stderr, "%s: %v\n", p.args[0], err)
		return 1
	}
	in, exc := py.NewInterp(o)
	if exc != nil {
		fmt.Fprintf(p.stderr, "%s: the interpreter does not start: %v\n", p.args[0], exc)
		return 1
	}
	t := in.Main()
	p.t = t
	if exc := p.start(); exc != nil {
		p.report(exc)
		return 1
	}
	stop := p.profile()
	end := p.runMain()
	code := p.exitCode(end)
	stop()
	if p.c.flags["inspect"] != 0 && p.interactive() {
		code = p.repl()
	}
	code = p.finish(code)
	if end != nil && end.Is(py.KeyboardInterrupt) {
		p.dieOfInterrupt()
	}
	return code
}

// dieOfInterrupt ends the process as SIGINT does, so that a shell sees what
// happened. It returns where signals cannot be sent.
func (p *program) dieOfInterrupt() {
	const sigint = 2
	if p.h.Signals.Set(sigint, host.Default, nil) == nil && p.h.Process.Kill(p.h.Process.Pid(), sigint) == nil {
		p.h.Clock.Sleep(time.Second, nil) // the signal is on its way
	}
}

// profile begins a CPU profile of the runtime itself (pprof format) in the file
// that -X cpuprofile=FILE names, and returns what ends it.
func (p *program) profile() func() {
	name, ok := strings.CutPrefix(p.c.xopts["cpuprofile"], "=")
	if !ok {
		return func() {}
	}
	fd, err := p.h.Files.Open(host.AtCwd, name, host.O_WRONLY|host.O_CREAT|host.O_TRUNC, 0o666)
	if err == nil {
		err = pprof.StartCPUProfile(fdWriter{p.h, fd})
	}
	if err != nil {
		fmt.Fprintf(p.stderr, "%s: no profile: %v\n", p.args[0], err)
		return func() {}
	}
	return func() {
		pprof.StopCPUProfile()
		p.h.Files.Close(fd)
	}
}

// start makes the standard streams, importlib and site ready.
func (p *program) start() *py.Exc {
	t := p.t
	if err := t.InstallImportlib(); err != nil {
		return err
	}
	if err := t.InitStdio(p.c.unbuf); err != nil {
		return err
	}
	if err := stdlib.Install(t); err != nil {
		return err
	}
	if p.c.flags["no_site"] == 0 {
		if _, err := t.ImportModule("site"); err != nil {
			return err
		}
	}
	return nil
}

// runMain runs the program in the module __main__.
func (p *program) runMain() *py.Exc {
	t, c := p.t, p.c
	m := py.NewModule("__main__")
	m.Set("__builtins__", t.Interp().Modules().GetStr(t, "builtins"))
	m.Set("__annotations__", py.NewDict().Value())
	t.Interp().Modules().SetStr(t, "__main__", m.Value())
	front := func(dir string) {
		if c.flags["safe_path"] == 0 {
			t.PrependPath(dir)
		}
	}
	switch {
	case c.hasC:
		front("")
		t.Interp().RegisterSource("<string>", c.command)
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
		if c.file == "" && p.interactive() {
			return p.replExc()
		}
		src, err := readAll(p.h, 0)
		if err != nil {
			return t.Raise(py.OSError, "%s", err.Error())
		}
		return p.runSource(m, src, "<stdin>", false)
	}
	st, err := p.h.Files.Stat(host.AtCwd, c.file, true)
	if err != nil {
		return p.cannotOpen(err)
	}
	if st.Mode&host.S_IFMT == host.S_IFDIR || isZip(p.h, c.file) {
		t.PrependPath(c.file)
		return p.runModule("__main__", false)
	}
	src, err := readFile(p.h, c.file)
	if err != nil {
		return p.cannotOpen(err)
	}
	dir := path.Dir(absPath(p.h, followLink(p.h, c.file)))
	front(dir)
	file := absPath(p.h, c.file)
	m.Set("__file__", py.NewStr(file).Value())
	m.Set("__cached__", py.None)
	if err := p.setMainLoader(m, file); err != nil {
		return err
	}
	if c.skipLine {
		if i := strings.IndexByte(string(src), '\n'); i >= 0 {
			src = src[i:]
		}
	}
	return p.runSource(m, src, file, true)
}

// setMainLoader gives __main__ the loader of a script.
func (p *program) setMainLoader(m *py.Module, file string) *py.Exc {
	ext, err := p.t.ImportModule("_frozen_importlib_external")
	if err != nil {
		return err
	}
	l, err := p.t.CallMethodS(ext, "SourceFileLoader", py.NewStr("__main__").Value(), py.NewStr(file).Value())
	if err != nil {
		return err
	}
	m.Set("__loader__", l)
	return nil
}

func (p *program) runSource(m *py.Module, src []byte, name string, fromFile bool) *py.Exc {
	code, err := p.t.CompileBytes(src, py.CompileOptions{Filename: name, Mode: syntax.Exec, Optimize: -1, FromFile: fromFile})
	if err != nil {
		return err
	}
	_, err = p.t.RunCode(code, m.Dict(), m.Dict().Value())
	return err
}

// runModule is python -m, through runpy.
func (p *program) runModule(name string, alter bool) *py.Exc {
	runpy, err := p.t.ImportModule("runpy")
	if err != nil {
		return err
	}
	_, err = p.t.CallMethodS(runpy, "_run_module_as_main", py.NewStr(name).Value(), py.Bool(alter))
	return err
}

// cannotOpen reports a script that cannot be read.
func (p *program) cannotOpen(err error) *py.Exc {
	msg := err.Error()
	if e := new(host.Error); errors.As(err, &e) {
		msg = fmt.Sprintf("[Errno %d] %s", e.Num, e.Msg)
	}
	fmt.Fprintf(p.stderr, "%s: can't open file '%s': %s\n", p.args[0], absPath(p.h, p.c.file), msg)
	return p.exit(2)
}

// exit is the SystemExit with a code.
func (p *program) exit(code int) *py.Exc {
	r, err := p.t.Call(py.SystemExit.Value(), py.IntOf(code))
	if err != nil {
		return err
	}
	e, _ := py.ToExc(r)
	return e
}

// report prints an exception that reached the top, through sys.excepthook.
func (p *program) report(e *py.Exc) {
	p.flush("stdout")
	if err := p.t.ReportException(e); err != nil {
		fmt.Fprintln(p.stderr, "Error in sys.excepthook")
	}
	p.flush("stderr")
}

// exitCode turns the end of the program into an exit code, printing what is to
// be printed.
func (p *program) exitCode(e *py.Exc) int {
	if e == nil {
		return 0
	}
	if e.Is(py.SystemExit) {
		v := e.Field(py.ExitCode)
		switch {
		case v.IsNil() || v.IsNone():
			return 0
		case py.IsInt(v):
			return int(py.BigOf(v).Int64()) & 0xff
		}
		p.flush("stdout")
		s, err := p.t.StrOf(v)
		if err == nil {
			fmt.Fprintln(p.stderr, s.String())
		}
		return 1
	}
	p.report(e)
	if e.Is(py.KeyboardInterrupt) {
		return 130
	}
	return 1
}

func (p *program) flush(name string) *py.Exc {
	f := p.t.SysGet(name)
	if f.IsNil() || f.IsNone() {
		return nil
	}
	// A stream that the program closed needs no flushing.
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
		if code == 0 {
			code = 120
		}
		p.report(err)
	}
	p.flush("stderr")
	return code
}
