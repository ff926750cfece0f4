package posix

import (
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func fn0(f func(t *py.Thread) (py.Value, error)) py.Fn0 {
	return func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		v, err := f(t)
		if err != nil {
			return py.Value{}, t.OSErr(err)
		}
		if v.IsNil() {
			v = py.None
		}
		return v, nil
	}
}

// intsCall makes a function of ints.
func intsCall(call func(h *host.Host, a []int) (py.Value, error)) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		iv := make([]int, len(a))
		for i, v := range a {
			n, err := intArg(t, v, 0)
			if err != nil {
				return py.Value{}, err
			}
			iv[i] = n
		}
		var r py.Value
		var cerr error
		t.Blocking(func() { r, cerr = call(t.Interp().Host(), iv) })
		if cerr != nil {
			return py.Value{}, t.OSErr(cerr)
		}
		if r.IsNil() {
			r = py.None
		}
		return r, nil
	}
}

func seconds(d time.Duration) py.Value { return py.Float64(d.Seconds()) }

// haveFunctions is posix._have_functions: what os.supports_* is made from.
var haveFunctions = []string{
	"HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT", "HAVE_FDOPENDIR", "HAVE_FSTATAT",
	"HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_MKDIRAT", "HAVE_MKFIFOAT",
	"HAVE_MKNODAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT",
}

var methods = []py.MethodSpec{
	{Name: "open", Sig: "path, flags, mode=0o777, *, dir_fd=None", Fn: py.FnSig(posixOpen)},
	{Name: "read", Sig: "fd, length, /", Fn: py.FnSig(posixRead)},
	{Name: "write", Sig: "fd, data, /", Fn: py.FnSig(posixWrite)},
	{Name: "close", Sig: "fd", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Close(fd) })},
	{Name: "lseek", Sig: "fd, position, whence, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		n, err := h.Files.Seek(fd, int64(a[0]), a[1])
		return py.Int64(n), err
	})},
	{Name: "dup", Sig: "fd, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		n, err := h.Files.Dup(fd, false)
		return py.IntOf(n), err
	})},
	{Name: "dup2", Sig: "fd, fd2, inheritable=True", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.AsInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		fd2, err := t.AsInt(a[1])
		if err != nil {
			return py.Value{}, err
		}
		inh, err := truth(t, a[2], true)
		if err != nil {
			return py.Value{}, err
		}
		if derr := t.Interp().Host().Files.Dup2(fd, fd2, inh); derr != nil {
			return py.Value{}, t.OSErr(derr)
		}
		return py.IntOf(fd2), nil
	})},
	{Name: "fstat", Sig: "fd", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.AsInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		st, serr := t.Interp().Host().Files.Fstat(fd)
		if serr != nil {
			return py.Value{}, t.OSErr(serr)
		}
		return newStat(st), nil
	})},
	{Name: "fsync", Sig: "fd", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Fsync(fd) })},
	{Name: "fdatasync", Sig: "fd", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Fdatasync(fd) })},
	{Name: "ftruncate", Sig: "fd, length, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		return py.None, h.Files.Ftruncate(fd, int64(a[0]))
	})},
	{Name: "fchdir", Sig: "fd", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Fchdir(fd) })},
	{Name: "fchmod", Sig: "fd, mode", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Fchmod(fd, a[0]) })},
	{Name: "fchown", Sig: "fd, uid, gid", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.None, h.Files.Fchown(fd, a[0], a[1]) })},
	{Name: "isatty", Sig: "fd, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) { return py.Bool(h.Files.IsTerminal(fd)), nil })},
	{Name: "get_inheritable", Sig: "fd, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		b, err := h.Files.Inheritable(fd)
		return py.Bool(b), err
	})},
	{Name: "set_inheritable", Sig: "fd, inheritable, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		return py.None, h.Files.SetInheritable(fd, a[0] != 0)
	})},
	{Name: "get_blocking", Sig: "fd, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		b, err := h.Files.Blocking(fd)
		return py.Bool(b), err
	})},
	{Name: "set_blocking", Sig: "fd, blocking, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		return py.None, h.Files.SetBlocking(fd, a[0] != 0)
	})},
	{Name: "pipe", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		r, w, err := t.Interp().Host().Files.Pipe(host.O_CLOEXEC)
		return py.NewTuple(py.IntOf(r), py.IntOf(w)).Value(), err
	})},
	{Name: "pipe2", Sig: "flags, /", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) {
		r, w, err := h.Files.Pipe(a[0])
		return py.NewTuple(py.IntOf(r), py.IntOf(w)).Value(), err
	})},
	{Name: "pread", Sig: "fd, length, offset, /", Fn: fdCall(func(h *host.Host, fd int, a []int) (py.Value, error) {
		buf := make([]byte, max(0, min(a[0], 1<<30)))
		n, err := h.Files.Pread(fd, buf, int64(a[1]))
		if err != nil {
			return py.Value{}, err
		}
		return py.NewBytes(buf[:n:n]).Value(), nil
	})},
	{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Fn: py.FnSig(posixStat)},
	{Name: "lstat", Sig: "path, *, dir_fd=None", Fn: py.FnSig(posixLstat)},
	{Name: "access", Sig: "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", Fn: py.FnSig(posixAccess)},
	{Name: "listdir", Sig: "path=None", Fn: py.FnSig(posixListdir)},
	{Name: "scandir", Sig: "path=None", Fn: py.FnSig(scandir)},
	{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", Fn: pathCall("mkdir", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Mkdir(a[0], n, a[1]) }, []int{0o777}, nil, 2)},
	{Name: "rmdir", Sig: "path, *, dir_fd=None", Fn: pathCall("rmdir", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Rmdir(a[0], n) }, nil, nil, 1)},
	{Name: "unlink", Sig: "path, *, dir_fd=None", Fn: pathCall("unlink", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Unlink(a[0], n) }, nil, nil, 1)},
	{Name: "remove", Sig: "path, *, dir_fd=None", Fn: pathCall("remove", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Unlink(a[0], n) }, nil, nil, 1)},
	{Name: "chdir", Sig: "path", Fn: pathCall("chdir", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Chdir(n) }, nil, nil, 0)},
	{Name: "chmod", Sig: "path, mode, *, dir_fd=None, follow_symlinks=True", Fn: pathCall("chmod", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Chmod(a[0], n, a[1], b[0]) }, []int{0}, []bool{true}, 2)},
	{Name: "mkfifo", Sig: "path, mode=438, *, dir_fd=None", Fn: pathCall("mkfifo", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Mkfifo(a[0], n, a[1]) }, []int{0o666}, nil, 2)},
	{Name: "chown", Sig: "path, uid, gid, *, dir_fd=None, follow_symlinks=True", Fn: pathCall("chown", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Chown(a[0], n, a[1], a[2], b[0]) }, []int{0, 0}, []bool{true}, 3)},
	{Name: "truncate", Sig: "path, length", Fn: pathCall("truncate", func(h *host.Host, n string, a []int, b []bool) error { return h.Files.Truncate(n, int64(a[1])) }, []int{0}, nil, 0)},
	{Name: "rename", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: posixRename("rename")},
	{Name: "replace", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: posixRename("replace")},
	{Name: "link", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", Fn: posixRename("link")},
	{Name: "symlink", Sig: "src, dst, target_is_directory=False, *, dir_fd=None", Fn: py.FnSig(posixSymlink)},
	{Name: "readlink", Sig: "path, *, dir_fd=None", Fn: py.FnSig(posixReadlink)},
	{Name: "utime", Sig: "path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True", Fn: py.FnSig(posixUtime)},
	{Name: "getcwd", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		s, err := t.Interp().Host().Files.Getcwd()
		return decode(s), err
	})},
	{Name: "getcwdb", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		s, err := t.Interp().Host().Files.Getcwd()
		return py.NewBytes([]byte(s)).Value(), err
	})},
	{Name: "fspath", Sig: "path", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) { return fspathOf(t, a[0]) })},
	{Name: "_path_normpath", Sig: "path", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		if s, ok := py.ToStr(a[0]); ok {
			return py.NewStr(normpath(s.String())).Value(), nil
		}
		if b, ok := py.ToBytes(a[0]); ok {
			return py.NewBytes([]byte(normpath(string(b.Bytes())))).Value(), nil
		}
		p, err := path(t, "_path_normpath", "path", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		return p.value(normpath(p.name)), nil
	})},
	{Name: "_path_splitroot_ex", Sig: "path", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		if s, ok := py.ToStr(a[0]); ok {
			root, tail := splitRoot(s.String())
			return py.NewTuple(py.NewStr("").Value(), py.NewStr(root).Value(), py.NewStr(tail).Value()).Value(), nil
		}
		p, err := path(t, "_path_splitroot_ex", "path", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		root, tail := splitRoot(p.name)
		return py.NewTuple(p.value(""), p.value(root), p.value(tail)).Value(), nil
	})},
	{Name: "_path_exists", Sig: "path", Fn: test(func(host.Stat) bool { return true }, true)},
	{Name: "_path_lexists", Sig: "path", Fn: test(func(host.Stat) bool { return true }, false)},
	{Name: "_path_isdir", Sig: "path", Fn: test(isMode(host.S_IFDIR), true)},
	{Name: "_path_isfile", Sig: "path", Fn: test(isMode(host.S_IFREG), true)},
	{Name: "_path_islink", Sig: "path", Fn: test(isMode(host.S_IFLNK), false)},
	{Name: "getpid", Fn: fn0(func(t *py.Thread) (py.Value, error) { return py.IntOf(t.Interp().Host().Process.Pid()), nil })},
	{Name: "getppid", Fn: fn0(func(t *py.Thread) (py.Value, error) { return py.IntOf(t.Interp().Host().Process.Ppid()), nil })},
	{Name: "getuid", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		u, _ := t.Interp().Host().Process.Ids()
		return py.IntOf(u[0]), nil
	})},
	{Name: "geteuid", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		u, _ := t.Interp().Host().Process.Ids()
		return py.IntOf(u[1]), nil
	})},
	{Name: "getgid", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		_, g := t.Interp().Host().Process.Ids()
		return py.IntOf(g[0]), nil
	})},
	{Name: "getegid", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		_, g := t.Interp().Host().Process.Ids()
		return py.IntOf(g[1]), nil
	})},
	{Name: "kill", Sig: "pid, signal, /", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) { return py.None, h.Process.Kill(a[0], a[1]) })},
	{Name: "umask", Sig: "mask, /", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) {
		n, err := h.Process.Umask(a[0])
		return py.IntOf(n), err
	})},
	{Name: "waitpid", Sig: "pid, options, /", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) {
		pid, st, _, err := h.Process.Wait4(a[0], a[1])
		return py.NewTuple(py.IntOf(pid), py.IntOf(st)).Value(), err
	})},
	{Name: "times", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		x, err := t.Interp().Host().Process.Times()
		return timesResult.New(seconds(x.User), seconds(x.System), seconds(x.ChildUser), seconds(x.ChildSystem), seconds(x.Elapsed)), err
	})},
	{Name: "uname", Fn: fn0(func(t *py.Thread) (py.Value, error) {
		u, err := t.Interp().Host().Process.Uname()
		return unameResult.New(decode(u.Sysname), decode(u.Nodename), decode(u.Release), decode(u.Version), decode(u.Machine)), err
	})},
	{Name: "cpu_count", Fn: fn0(func(t *py.Thread) (py.Value, error) { return py.IntOf(t.Interp().Host().Process.CPUCount()), nil })},
	{Name: "_exit", Sig: "status", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) { h.Process.Exit(a[0]); return py.None, nil })},
	{Name: "strerror", Sig: "code, /", Fn: intsCall(func(h *host.Host, a []int) (py.Value, error) { return py.NewStr(host.Strerror(a[0])).Value(), nil })},
	{Name: "urandom", Sig: "size, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		n, err := t.AsInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		if n < 0 {
			return py.Value{}, t.ValueErr("negative argument not allowed")
		}
		if n > 1<<32 {
			return py.Value{}, t.MemoryErr()
		}
		b := make([]byte, n)
		if rerr := t.Interp().Host().Random.Fill(b); rerr != nil {
			return py.Value{}, t.OSErr(rerr)
		}
		return py.NewBytes(b).Value(), nil
	})},
	{Name: "putenv", Sig: "name, value, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		k, err := path(t, "putenv", "name", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		v, err := path(t, "putenv", "value", a[1], false, false)
		if err != nil {
			return py.Value{}, err
		}
		if perr := t.Interp().Host().Env.Set(k.name, v.name); perr != nil {
			return py.Value{}, t.OSErr(perr)
		}
		return py.None, nil
	})},
	{Name: "unsetenv", Sig: "name, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		k, err := path(t, "unsetenv", "name", a[0], false, false)
		if err != nil {
			return py.Value{}, err
		}
		if perr := t.Interp().Host().Env.Unset(k.name); perr != nil {
			return py.Value{}, t.OSErr(perr)
		}
		return py.None, nil
	})},
	{Name: "get_terminal_size", Sig: "fd=1, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := intArg(t, a[0], 1)
		if err != nil {
			return py.Value{}, err
		}
		c, l, terr := t.Interp().Host().Terminal.Size(fd)
		if terr != nil {
			return py.Value{}, t.OSErr(terr)
		}
		return terminalSize.New(py.IntOf(c), py.IntOf(l)), nil
	})},
	{Name: "register_at_fork", Sig: "*, before=None, after_in_child=None, after_in_parent=None", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		return py.None, nil // nothing ever forks
	})},
}

func init() {
	py.RegisterModule(py.ModuleSpec{
		Name:    "posix",
		Doc:     "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard.",
		Methods: methods,
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range host.PosixConstants() {
				m.Set(c.Name, py.IntOf(c.Value))
			}
			m.Set("environ", environ(t))
			m.Set("error", py.OSError.Value())
			m.Set("stat_result", statResult.Type.Value())
			m.Set("terminal_size", terminalSize.Type.Value())
			m.Set("times_result", timesResult.Type.Value())
			m.Set("uname_result", unameResult.Type.Value())
			m.Set("statvfs_result", statvfsType.Type.Value())
			m.Set("DirEntry", dirEntryType.Value())
			names := make([]py.Value, len(haveFunctions))
			for i, n := range haveFunctions {
				names[i] = py.NewStr(n).Value()
			}
			m.Set("_have_functions", py.NewList(names).Value())
			return nil
		},
	})
}
