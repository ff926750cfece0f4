// Package posix is the native module posix, the base of os.
package posix

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func itoa(n int) string { return strconv.Itoa(n) }

// haveFunctions lists what os looks up to fill os.supports_dir_fd,
// supports_fd and supports_follow_symlinks.
var haveFunctions = []string{
	"HAVE_EVENTFD", "HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT", "HAVE_FEXECVE",
	"HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_FUTIMES", "HAVE_FUTIMESAT",
	"HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MEMFD_CREATE", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT",
	"HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT",
}

func registerAtFork(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	if a[0].IsNil() && a[1].IsNil() && a[2].IsNil() {
		return py.Value{}, t.TypeErr("At least one argument is required.")
	}
	for i, name := range [...]string{"before", "after_in_child", "after_in_parent"} {
		if v := a[i]; !v.IsNil() && v.Type().Slots().Call == nil {
			return py.Value{}, t.TypeErr("'%s' must be callable, not %s", name, v.Type().BareName())
		}
	}
	return py.None, nil
}

func environ(t *py.Thread) *py.Dict {
	d := py.NewDict()
	for _, e := range t.Interp().Host().Env.Environ() {
		i := strings.IndexByte(e, '=')
		if i < 0 {
			continue
		}
		name := py.NewBytes([]byte(e[:i])).Value()
		// The first of several entries counts.
		if old, err := d.Get(t, name); err == nil && old.IsNil() {
			if err := d.Set(t, name, py.NewBytes([]byte(e[i+1:])).Value()); err != nil {
				return d
			}
		}
	}
	return d
}

// confNumber converts the name or number of a configuration value.
func confNumber(t *py.Thread, v py.Value, table []confName) (int, *py.Exc) {
	if s, ok := py.ToStr(v); ok {
		for _, c := range table {
			if c.name == s.String() {
				return c.num, nil
			}
		}
		return 0, t.ValueErr("unrecognized configuration name")
	}
	if v.Type().Slots().Index == nil {
		return 0, t.TypeErr("configuration names must be strings or integers")
	}
	return t.CInt(v)
}

func confDict(t *py.Thread, table []confName) py.Value {
	d := py.NewDict()
	for _, c := range table {
		d.SetStr(t, c.name, py.IntOf(c.num))
	}
	return d.Value()
}

// Numbers of the sysconf() values that depend on the machine.
const (
	scArgMax, scChildMax, scOpenMax        = 0, 1, 4
	scPageSize, scSigQueueMax              = 30, 34
	scNprocsConf, scNprocsOnln             = 83, 84
	rlimitStack, rlimitNproc, rlimitNofile = 3, 6, 7
	rlimitSigpending                       = 11
	csPath, pcNameMax                      = 0, 3
)

func posixSysconf(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := confNumber(t, a[0], sysconfNames)
	if err != nil {
		return py.Value{}, err
	}
	h := t.Interp().Host()
	limit := func(resource int) (py.Value, *py.Exc) {
		soft, _, herr := h.Process.Rlimit(resource)
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		if soft >= 1<<62 {
			return py.IntOf(-1), nil
		}
		return py.Int64(int64(soft)), nil
	}
	switch n {
	case scArgMax:
		v, err := limit(rlimitStack)
		if err != nil || v == py.IntOf(-1) {
			return py.IntOf(4611686018427387903), err
		}
		k, err := t.AsInt(v)
		return py.IntOf(max(k/4, 131072)), err
	case scChildMax:
		return limit(rlimitNproc)
	case scOpenMax:
		return limit(rlimitNofile)
	case scSigQueueMax:
		return limit(rlimitSigpending)
	case scPageSize:
		return py.IntOf(h.Mem.PageSize()), nil
	case scNprocsConf, scNprocsOnln:
		return py.IntOf(h.Process.CPUCount()), nil
	}
	if v, ok := sysconfValues[n]; ok {
		return py.IntOf(v), nil
	}
	if n >= 0 && n < 250 {
		if v, ok, err := memorySysconf(t, n); ok {
			return v, err
		}
	}
	return py.Value{}, t.OSErrno(host.EINVAL)
}

// memorySysconf answers SC_PHYS_PAGES and SC_AVPHYS_PAGES from /proc/meminfo.
func memorySysconf(t *py.Thread, n int) (py.Value, bool, *py.Exc) {
	const physPages, availPages = 85, 86
	if n != physPages && n != availPages {
		return py.Value{}, false, nil
	}
	key := "MemTotal:"
	if n == availPages {
		key = "MemFree:"
	}
	text, err := readFile(t, "/proc/meminfo")
	if err != nil {
		return py.Value{}, true, err
	}
	for line := range strings.SplitSeq(text, "\n") {
		f := strings.Fields(line)
		if len(f) >= 2 && f[0] == key {
			kb, perr := strconv.Atoi(f[1])
			if perr == nil {
				return py.IntOf(kb * 1024 / t.Interp().Host().Mem.PageSize()), true, nil
			}
		}
	}
	return py.Value{}, true, t.OSErrno(host.EINVAL)
}

// readFile reads a small file of the system.
func readFile(t *py.Thread, name string) (string, *py.Exc) {
	fs := t.Interp().Host().Files
	fd, err := fs.Open(host.AtCwd, name, host.O_RDONLY|host.O_CLOEXEC, 0)
	if err != nil {
		return "", t.OSErr(err)
	}
	defer fs.Close(fd)
	var out []byte
	buf := make([]byte, 8192)
	for len(out) < 1<<20 {
		n, err := fs.Read(fd, buf)
		if err != nil {
			return "", t.OSErr(err)
		}
		if n == 0 {
			break
		}
		out = append(out, buf[:n]...)
	}
	return string(out), nil
}

func posixConfstr(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := confNumber(t, a[0], confstrNames)
	if err != nil {
		return py.Value{}, err
	}
	if n == csPath {
		return py.NewStr("/bin:/usr/bin").Value(), nil
	}
	for _, c := range confstrNames {
		if c.num == n {
			// There is no C library here that the other names could describe.
			return py.None, nil
		}
	}
	return py.Value{}, t.OSErrno(host.EINVAL)
}

// posixPathconf is pathconf() and fpathconf().
func posixPathconf(byFd bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var p path
		var err *py.Exc
		if byFd {
			p.isFd = true
			p.fd, err = t.FileDescriptor(a[0])
		} else {
			p, err = toPath(t, a[0], pathKind{fn: "pathconf", allowFd: true})
		}
		if err != nil {
			return py.Value{}, err
		}
		n, err := confNumber(t, a[1], pathconfNames)
		if err != nil {
			return py.Value{}, err
		}
		var s host.Statvfs
		err = do(t, func(fs host.Files) (e error) {
			if p.isFd {
				s, e = fs.Fstatvfs(p.fd)
			} else {
				s, e = fs.Statvfs(p.text)
			}
			return e
		}, p.obj)
		if err != nil {
			return py.Value{}, err
		}
		if n == pcNameMax {
			return uintValue(s.Namemax), nil
		}
		if v, ok := pathconfValues[n]; ok {
			return py.IntOf(v), nil
		}
		return py.Value{}, t.OSErrno(host.EINVAL, p.obj)
	}
}

func posixURandom(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := t.AsInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return py.Value{}, t.ValueErr("negative argument not allowed")
	}
	if n > 1<<40 {
		return py.Value{}, t.MemoryErr()
	}
	b := make([]byte, n)
	var herr error
	t.Blocking(func() { herr = t.Interp().Host().Random.Fill(b) })
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return py.NewBytes(b).Value(), nil
}

func posixGetrandom(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, err := t.AsInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	flags, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	b := make([]byte, min(n, 1<<25-1))
	herr, exc := t.Retry(func() (e error) { n, e = t.Interp().Host().Random.Getrandom(b, flags); return e })
	if exc != nil {
		return py.Value{}, exc
	}
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return trimmed(b, n), nil
}

func posixTerminalSize(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := cInt(t, a[0], 1)
	if err != nil {
		return py.Value{}, err
	}
	cols, lines, herr := t.Interp().Host().Terminal.Size(fd)
	if herr != nil {
		return py.Value{}, t.OSErr(herr)
	}
	return terminalSize.New(py.IntOf(cols), py.IntOf(lines)), nil
}

var miscMethods = []py.MethodSpec{
	{Name: "putenv", Sig: "name, value, /", Doc: "Change or add an environment variable.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		name, err := t.FSEncode(a[0])
		if err != nil {
			return py.Value{}, err
		}
		value, err := t.FSEncode(a[1])
		if err != nil {
			return py.Value{}, err
		}
		if strings.IndexByte(name, '=') >= 0 {
			return py.Value{}, t.ValueErr("illegal environment variable name")
		}
		if err := t.Interp().Host().Env.Set(name, value); err != nil {
			return py.Value{}, t.OSErr(err)
		}
		return py.None, nil
	})},
	{Name: "unsetenv", Sig: "name, /", Doc: "Delete an environment variable.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		name, err := t.FSEncode(a[0])
		if err != nil {
			return py.Value{}, err
		}
		if err := t.Interp().Host().Env.Unset(name); err != nil {
			return py.Value{}, t.OSErr(err)
		}
		return py.None, nil
	})},
	{Name: "strerror", Sig: "code, /", Doc: "Translate an error code to a message string.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		n, err := t.CInt(a[0])
		return py.NewStr(host.Strerror(n)).Value(), err
	})},
	{Name: "urandom", Sig: "size, /", Fn: py.FnSig(posixURandom), Doc: "Return a bytes object containing random bytes suitable for cryptographic use."},
	{Name: "getrandom", Sig: "size, flags=0", Fn: py.FnSig(posixGetrandom), Doc: "Obtain a series of random bytes."},
	{Name: "get_terminal_size", Sig: "fd=<unrepresentable>, /", Fn: py.FnSig(posixTerminalSize), Doc: "Return the size of the terminal window as (columns, lines).\n\nfd is the terminal's descriptor, by default standard output; one that is no\nterminal is an OSError. shutil.get_terminal_size is the friendlier function."},
	{Name: "sysconf", Sig: "name, /", Fn: py.FnSig(posixSysconf), Doc: "Return an integer-valued system configuration variable."},
	{Name: "confstr", Sig: "name, /", Fn: py.FnSig(posixConfstr), Doc: "Return a string-valued system configuration variable."},
	{Name: "pathconf", Sig: "path, name", Fn: posixPathconf(false), Doc: "Return the configuration limit name for the file or directory path or descriptor."},
	{Name: "fpathconf", Sig: "fd, name, /", Fn: posixPathconf(true), Doc: "Return the configuration limit name for the file descriptor fd."},
	{Name: "register_at_fork", Sig: "*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>", Fn: py.FnSig(registerAtFork), Doc: "Register callables to be called when forking a new process.\n\nThere is no fork in this implementation: the callables are only checked."},
	{Name: "device_encoding", Sig: "fd", Doc: "Return the encoding of a terminal's descriptor, None if it is no terminal.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil || !t.Interp().Host().Files.IsTerminal(fd) {
			return py.None, err
		}
		if t.Interp().Options().Flags["utf8_mode"] != 0 {
			return py.InternStr("utf-8").Value(), nil
		}
		return py.InternStr("UTF-8").Value(), nil
	})},
	{Name: "ctermid", Doc: "Return the name of the controlling terminal for this process.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return py.NewStr("/dev/tty").Value(), nil
	})},
	{Name: "ttyname", Sig: "fd, /", Doc: "Return the name of the terminal device connected to 'fd'.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		name, herr := t.Interp().Host().Terminal.Name(fd)
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return py.FSDecode(name).Value(), nil
	})},
	{Name: "openpty", Doc: "Open a pseudo-terminal.\n\nReturn a tuple of (master_fd, slave_fd) containing open file descriptors\nfor both the master and slave ends.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		m, s, herr := t.Interp().Host().Terminal.Openpty()
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return py.NewTuple(py.IntOf(m), py.IntOf(s)).Value(), nil
	})},
	{Name: "tcgetpgrp", Sig: "fd, /", Doc: "Return the process group associated with the terminal specified by fd.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n, herr := t.Interp().Host().Terminal.Pgrp(fd)
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return py.IntOf(n), nil
	})},
	{Name: "tcsetpgrp", Sig: "fd, pgid, /", Doc: "Set the process group associated with the terminal specified by fd.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var fd, pgid int
		if err := ints(t, []*int{&fd, &pgid}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		if herr := t.Interp().Host().Terminal.SetPgrp(fd, pgid); herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return py.None, nil
	})},
	{Name: "major", Sig: "device, /", Doc: "Extracts a device major number from a raw device number.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		u, err := deviceArg(t, a[0])
		return partValue(u>>8&0xfff | u>>32&^0xfff), err
	})},
	{Name: "minor", Sig: "device, /", Doc: "Extracts a device minor number from a raw device number.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		u, err := deviceArg(t, a[0])
		return partValue(u&0xff | u>>12&0xffffff00), err
	})},
	{Name: "makedev", Sig: "major, minor, /", Doc: "Composes a raw device number from the major and minor device numbers.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		x, err := devicePart(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		y, err := devicePart(t, a[1])
		return deviceValue(x&0xfff<<8 | x&^0xfff<<32 | y&0xff | y&^0xff<<12), err
	})},
	{Name: "_inputhook", Doc: "Run the input hook: there is none here.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.IntOf(0), nil })},
	{Name: "_is_inputhook_installed", Doc: "Checks if an input hook is installed: never here.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.False, nil })},
}

func init() {
	var methods []py.MethodSpec
	for _, m := range [][]py.MethodSpec{pathNameMethods, statMethods, fileMethods, dirMethods, processMethods, startMethods, miscMethods, xattrMethods, groupMethods} {
		methods = append(methods, m...)
	}
	methods = append(methods, py.MethodSpec{Name: "scandir", Sig: "path=None", Fn: py.FnSig(posixScandir),
		Doc: "Return an iterator of DirEntry objects for given path.\n\npath is a name or a descriptor, the current directory by default; bytes give\nentries with bytes."})
	py.RegisterModule(py.ModuleSpec{
		Name: "posix", Methods: methods, Types: []*py.Type{dirEntryType},
		Doc: "Access to the functions of the operating system that POSIX standardizes.\n\nImport os instead: it is the portable interface to them.",
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range host.PosixConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			for _, s := range []*py.StructSeqType{statResult, statvfsResult, unameResult, timesResult, waitidResult, terminalSize} {
				m.Set(s.Type.BareName(), s.Type.Value())
			}
			for name, mode := range map[string]int{"P_WAIT": spawnWait, "P_NOWAIT": spawnNoWait, "P_NOWAITO": spawnNoWaitOr} {
				m.Set(name, py.IntOf(mode))
			}
			m.Set("error", py.OSError.Value())
			m.Set("environ", environ(t).Value())
			m.Set("sysconf_names", confDict(t, sysconfNames))
			m.Set("pathconf_names", confDict(t, pathconfNames))
			m.Set("confstr_names", confDict(t, confstrNames))
			have := make([]py.Value, len(haveFunctions))
			for i, n := range haveFunctions {
				have[i] = py.NewStr(n).Value()
			}
			m.Set("_have_functions", py.NewList(have).Value())
			return nil
		},
	})
}

// deviceArg converts a device number.
func deviceArg(t *py.Thread, v py.Value) (uint64, *py.Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	switch b := py.BigOf(x); {
	case b.IsUint64():
		return b.Uint64(), nil
	case b.IsInt64() && b.Int64() == -1:
		return 1<<64 - 1, nil // NODEV
	}
	return 0, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
}

// devicePart converts a major or minor device number.
func devicePart(t *py.Thread, v py.Value) (uint64, *py.Exc) {
	u, err := deviceArg(t, v)
	switch {
	case err != nil:
		return 0, err
	case u == 1<<64-1:
		return 1<<32 - 1, nil // NODEV
	case u > 1<<32-1:
		return 0, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned int")
	}
	return u, nil
}

// partValue is a major or minor device number, -1 for NODEV.
func partValue(u uint64) py.Value {
	if uint32(u) == 1<<32-1 {
		return py.IntOf(-1)
	}
	return uintValue(u)
}

// deviceValue is a device number, -1 for NODEV.
func deviceValue(u uint64) py.Value {
	if u == 1<<64-1 {
		return py.IntOf(-1)
	}
	return uintValue(u)
}
