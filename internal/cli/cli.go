package cli

import (
	"fmt"
	"io"
	"path"
	"runtime/debug"
	"runtime/pprof"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/pylib"
	"github.com/coachwhip/coachwhip/internal/stdlib" // the native modules
)

// Main runs the command line and returns the exit code.
func Main(args []string) int {
	manageHeap()
	debug.SetMaxStack(1 << 30)
	h := host.Claim()
	return run(args, h, fdWriter{h, 1}, fdWriter{h, 2})
}

func run(args []string, h *host.Host, stdout, stderr io.Writer) int {
	c, err := parseArgs(args[1:])
	if err != nil {
		fmt.Fprintf(stderr, "%s\nusage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.\n", err, args[0])
		return 2
	}
	switch {
	case c.help != "":
		return show(stdout, helpText(c.help, args[0]))
	case c.version == 1:
		return show(stdout, fmt.Sprintf("Python %d.%d.%d\n", py.PyMajor, py.PyMinor, py.PyMicro))
	case c.version > 1:
		return show(stdout, fmt.Sprintf("Python %d.%d.%d (coachwhip %s)\n", py.PyMajor, py.PyMinor, py.PyMicro, py.Version))
	}
	if err := c.applyEnv(h.Env.Get); err != nil {
		fmt.Fprintf(stderr, "Fatal Python error: %s\nPython runtime state: preinitialized\n\n", err)
		return 1
	}
	p := &program{c: c, h: h, args: args, stdout: stdout, stderr: stderr}
	return p.main()
}

// show prints a text that was asked for.
func show(w io.Writer, text string) int {
	if _, err := io.WriteString(w, text); err != nil {
		return 1
	}
	return 0
}

// program is one run of the command line.
type program struct {
	c      *config
	h      *host.Host
	args   []string
	stdout io.Writer
	stderr io.Writer
	t      *py.Thread
	// ended tells that the prompt was the program, so that none follows;
	// killed that SIGINT ends it.
	ended, killed bool
	stats         *threadStats // -X threadstats
}

// library is the packed library as the core wants it.
type library struct{ *pylib.Library }

func (l library) Packed() bool { return true }

func (p *program) options() (py.Options, error) {
	exe, file := p.executables()
	base := exe
	if p.inVenv(exe) {
		base = file
	}
	o := py.Options{
		Host: p.h, Flags: p.c.flags, XOptions: p.c.xopts, XOrder: p.c.xorder, WarnOptions: p.c.warn, Executable: exe, BaseExecutable: base,
		OrigArgv: p.args, ImportTime: p.c.settings["importtime"] != "" && p.c.settings["importtime"] != "=0" || has(p.c.xopts, "importtime"), Stdout: p.stdout, Stderr: p.stderr, NoGIL: p.c.settings["gil"] == "=0",
		HashSeed: p.c.hashSeed, CPUCount: p.c.cpuCount, OwnsProcess: true,
	}
	o.PycachePrefix = strings.TrimPrefix(p.c.settings["pycache_prefix"], "=")
	o.NoColumns = has(p.c.settings, "no_debug_ranges")
	o.Prefix = path.Dir(path.Dir(file))
	lib, packed := pylib.Open()
	dir, lerr := "", error(nil)
	if named, _ := p.h.Env.Get("COACHWHIP_STDLIB"); p.c.stdlib != "" || named != "" || !packed {
		dir, lerr = pylib.Locate(p.h.Files, p.h.Env, p.c.stdlib)
	}
	switch {
	case lerr != nil:
		return o, lerr
	case dir != "":
		o.StdlibDir = dir
		o.Library = dirLibrary{p.h, dir}
	default:
		o.StdlibDir = file + "/lib/python3.13"
		h := *p.h
		h.Files = lib.Serve(h.Files, file, o.StdlibDir)
		p.h, o.Host = &h, &h
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

// executables returns the name by which the program was called, in full, and
// the file that this leads to. They are one but in virtual environments, where
// a link stands for the interpreter and must be seen as it is.
func (p *program) executables() (exe, base string) {
	base, err := p.h.Process.Executable()
	if err != nil {
		base = p.args[0]
	}
	switch name := p.args[0]; {
	case strings.Contains(name, "/"):
		exe = absPath(p.h, name)
	case name != "":
		dirs, _ := p.h.Env.Get("PATH")
		for _, dir := range strings.Split(dirs, ":") {
			if f := absPath(p.h, path.Join(dir, name)); isFile(p.h, f) && p.h.Files.Access(host.AtCwd, f, host.X_OK, false, true) == nil {
				exe = f
				break
			}
		}
	}
	if exe == "" || !isFile(p.h, exe) {
		exe = base
	}
	return exe, base
}

// inVenv tells whether an executable stands in a virtual environment.
func (p *program) inVenv(exe string) bool {
	dir := path.Dir(exe)
	return isFile(p.h, path.Join(dir, "pyvenv.cfg")) || isFile(p.h, path.Join(path.Dir(dir), "pyvenv.cfg"))
}

func has(m map[string]string, name string) bool {
	_, ok := m[name]
	return ok
}

func (p *program) main() int {
	defer p.profile()()
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
	p.t = in.Main()
	p.observeThreads()
	if exc := p.start(); exc != nil {
		p.report(exc)
		return 1
	}
	p.dumpOnSignal()
	code := p.exitCode(p.runMain())
	if p.inspect() {
		p.c.flags["inspect"] = 0
		code = p.repl(true)
	}
	return p.finish(code)
}

// inspect tells whether a prompt follows the program, which may also ask for it
// by setting PYTHONINSPECT.
func (p *program) inspect() bool {
	if p.ended {
		return false
	}
	if v, ok := p.h.Env.Get("PYTHONINSPECT"); ok && v != "" && p.c.flags["ignore_environment"] == 0 {
		p.c.flags["inspect"] = 1
	}
	return p.c.flags["inspect"] != 0 && p.interactive()
}

// profile begins a CPU profile of the runtime itself (pprof format) in the file
// that -X cpuprofile=FILE names, and returns what ends it.
func (p *program) profile() func() {
	name, ok := strings.CutPrefix(p.c.settings["cpuprofile"], "=")
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
	if err := p.settle(); err != nil {
		return err
	}
	if p.c.faultHandler {
		if err := p.callModule("faulthandler", "enable"); err != nil {
			return err
		}
	}
	if n := p.c.traceFrames; n > 0 {
		if err := p.callModule("tracemalloc", "start", py.IntOf(n)); err != nil {
			return err
		}
	}
	if len(p.c.warn) > 0 {
		// It turns sys.warnoptions into filters.
		if _, err := t.ImportModule("warnings"); err != nil {
			return err
		}
	}
	if p.c.flags["no_site"] == 0 {
		if err := p.importSite(); err != nil {
			return err
		}
	}
	return nil
}

// callModule imports a module and calls one of its functions.
func (p *program) callModule(module, name string, args ...py.Value) *py.Exc {
	m, err := p.t.ImportModule(module)
	if err == nil {
		_, err = p.t.CallMethodS(m, name, args...)
	}
	return err
}

// settle puts settings where the library looks for them.
func (p *program) settle() *py.Exc {
	t := p.t
	if p.c.hashPycs != "" {
		m, err := t.ImportModule("_imp")
		if err != nil {
			return err
		}
		return t.SetAttr(m, py.InternStr("check_hash_based_pycs"), py.NewStr(p.c.hashPycs).Value())
	}
	return nil
}
