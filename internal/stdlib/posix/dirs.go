package posix

import (
	"math/big"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func readDir(t *py.Thread, p *path) ([]host.DirEntry, *py.Exc) {
	var entries []host.DirEntry
	err := do(t, func(fs host.Files) (e error) {
		if p.isFd {
			entries, e = fs.ReadDirFd(p.fd)
		} else {
			entries, e = fs.ReadDir(p.text)
		}
		return e
	}, p.obj)
	return entries, err
}

func posixListdir(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "listdir", allowFd: true, allow: true})
	if err != nil {
		return py.Value{}, err
	}
	entries, err := readDir(t, &p)
	if err != nil {
		return py.Value{}, err
	}
	names := make([]py.Value, len(entries))
	for i := range entries {
		names[i] = p.name(entries[i].Name)
	}
	return py.NewList(names).Value(), nil
}

// onPath is a function of a path and a dir_fd that returns None.
func onPath(fn string, f func(fs host.Files, dir int, name string) error) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: fn})
		if err != nil {
			return py.Value{}, err
		}
		dir, err := dirFd(t, a[1])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return f(fs, dir, p.text) }, p.obj)
	}
}

// onPathMode is onPath with a mode between the path and dir_fd.
func onPathMode(fn string, def int, f func(fs host.Files, dir int, name string, mode int) error) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: fn})
		if err != nil {
			return py.Value{}, err
		}
		mode, err := cInt(t, a[1], def)
		if err != nil {
			return py.Value{}, err
		}
		dir, err := dirFd(t, a[2])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return f(fs, dir, p.text, mode) }, p.obj)
	}
}

// twoPaths converts src, dst, src_dir_fd and dst_dir_fd.
func twoPaths(t *py.Thread, fn string, a []py.Value) (src, dst path, srcDir, dstDir int, err *py.Exc) {
	if src, err = toPath(t, a[0], pathKind{fn: fn, arg: "src"}); err != nil {
		return
	}
	if dst, err = toPath(t, a[1], pathKind{fn: fn, arg: "dst"}); err != nil {
		return
	}
	if srcDir, err = dirFd(t, a[2]); err != nil {
		return
	}
	dstDir, err = dirFd(t, a[3])
	return
}

func posixRename(fn string) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		src, dst, sd, dd, err := twoPaths(t, fn, a)
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Rename(sd, src.text, dd, dst.text) }, src.obj, dst.obj)
	}
}

func posixLink(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	src, dst, sd, dd, err := twoPaths(t, "link", a)
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[4], true)
	if err != nil {
		return py.Value{}, err
	}
	// link() of the system does not follow, only linkat() can.
	if sd == host.AtCwd && dd == host.AtCwd {
		follow = false
	}
	return doNone(t, func(fs host.Files) error { return fs.Link(sd, src.text, dd, dst.text, follow) }, src.obj, dst.obj)
}

func posixSymlink(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	src, err := toPath(t, a[0], pathKind{fn: "symlink", arg: "src"})
	if err != nil {
		return py.Value{}, err
	}
	dst, err := toPath(t, a[1], pathKind{fn: "symlink", arg: "dst"})
	if err != nil {
		return py.Value{}, err
	}
	if _, err := truth(t, a[2], false); err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	return doNone(t, func(fs host.Files) error { return fs.Symlink(src.text, dir, dst.text) }, src.obj, dst.obj)
}

func posixReadlink(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "readlink"})
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	text := ""
	if err := do(t, func(fs host.Files) (e error) { text, e = fs.Readlink(dir, p.text); return e }, p.obj); err != nil {
		return py.Value{}, err
	}
	return p.name(text), nil
}

func posixAccess(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "access"})
	if err != nil {
		return py.Value{}, err
	}
	mode, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	effective, err := truth(t, a[3], false)
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[4], true)
	if err != nil {
		return py.Value{}, err
	}
	var herr error
	t.Blocking(func() { herr = t.Interp().Host().Files.Access(dir, p.text, mode, effective, follow) })
	return py.Bool(herr == nil), nil
}

func posixChmod(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "chmod", allowFd: true})
	if err != nil {
		return py.Value{}, err
	}
	mode, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[3], true)
	if err != nil {
		return py.Value{}, err
	}
	if err := p.needPath(t, "chmod", dir, follow); err != nil {
		return py.Value{}, err
	}
	unable := false
	r, err := doNone(t, func(fs host.Files) error {
		if p.isFd {
			return fs.Fchmod(p.fd, mode)
		}
		err := fs.Chmod(dir, p.text, mode, follow)
		unable = !follow && host.Errno(err) == host.EOPNOTSUPP
		return err
	}, p.obj)
	switch {
	case unable && dir != host.AtCwd:
		return r, t.ValueErr("chmod: cannot use dir_fd and follow_symlinks together")
	case unable:
		return r, t.Raise(py.NotImplementedError, "chmod: follow_symlinks unavailable on this platform")
	}
	return r, err
}

// id converts a user or group id; -1 leaves it as it is.
func id(t *py.Thread, what string, v py.Value) (int, *py.Exc) {
	if v.Type().Slots().Index == nil {
		return 0, t.TypeErr("%s should be integer, not %s", what, v.Type().BareName())
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	n := py.BigOf(x)
	switch {
	case n.Cmp(big.NewInt(-1)) < 0:
		return 0, t.Raise(py.OverflowError, "%s is less than minimum", what)
	case n.Cmp(big.NewInt(1<<32-1)) > 0:
		return 0, t.Raise(py.OverflowError, "%s is greater than maximum", what)
	}
	return int(n.Int64()), nil
}

func posixChown(fn string) py.FnSig {
	link := fn == "lchown"
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: fn, allowFd: !link})
		if err != nil {
			return py.Value{}, err
		}
		uid, err := id(t, "uid", a[1])
		if err != nil {
			return py.Value{}, err
		}
		gid, err := id(t, "gid", a[2])
		if err != nil {
			return py.Value{}, err
		}
		dir, follow := host.AtCwd, !link
		if !link {
			if dir, err = dirFd(t, a[3]); err != nil {
				return py.Value{}, err
			}
			if follow, err = truth(t, a[4], true); err != nil {
				return py.Value{}, err
			}
			if err := p.needPath(t, fn, dir, follow); err != nil {
				return py.Value{}, err
			}
		}
		return doNone(t, func(fs host.Files) error {
			if p.isFd {
				return fs.Fchown(p.fd, uid, gid)
			}
			return fs.Chown(dir, p.text, uid, gid, follow)
		}, p.obj)
	}
}

// twoItems takes a tuple of two apart.
func twoItems(v py.Value) ([]py.Value, bool) {
	tp, ok := py.ToTuple(v)
	if !ok || len(tp.Items()) != 2 {
		return nil, false
	}
	return tp.Items(), true
}

func posixUtime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "utime", allowFd: true})
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	follow, err := truth(t, a[4], true)
	if err != nil {
		return py.Value{}, err
	}
	given := !a[1].IsNil() && !a[1].IsNone()
	if given && !a[2].IsNil() {
		return py.Value{}, t.ValueErr("utime: you may specify either 'times' or 'ns' but not both")
	}
	var times *[2]host.Time
	switch {
	case given:
		items, ok := twoItems(a[1])
		if !ok {
			return py.Value{}, t.TypeErr("utime: 'times' must be either a tuple of two ints or None")
		}
		times = new([2]host.Time)
		for i, x := range items {
			if times[i], err = t.TimeFrom(x, py.RoundFloor); err != nil {
				return py.Value{}, err
			}
		}
	case !a[2].IsNil():
		items, ok := twoItems(a[2])
		if !ok {
			return py.Value{}, t.TypeErr("utime: 'ns' must be a tuple of two ints")
		}
		times = new([2]host.Time)
		for i, x := range items {
			if times[i], err = splitNs(t, x); err != nil {
				return py.Value{}, err
			}
		}
	}
	if p.isFd && dir != host.AtCwd {
		return py.Value{}, t.ValueErr("utime: can't specify dir_fd without matching path")
	}
	if p.isFd && !follow {
		return py.Value{}, t.ValueErr("utime: cannot use fd and follow_symlinks together")
	}
	return doNone(t, func(fs host.Files) error {
		if p.isFd {
			return fs.Futime(p.fd, times)
		}
		return fs.Utime(dir, p.text, times, follow)
	}, p.obj)
}

// splitNs converts a number of nanoseconds.
func splitNs(t *py.Thread, v py.Value) (host.Time, *py.Exc) {
	dm, err := t.Binary(py.OpDivmod, v, py.IntOf(1e9))
	if err != nil {
		return host.Time{}, err
	}
	items, ok := twoItems(dm)
	if !ok {
		return host.Time{}, t.TypeErr("%s.__divmod__() must return a 2-tuple, not %s", v.Type().Name(), dm.Type().Name())
	}
	sec, err := t.CLong(items[0])
	if err != nil {
		return host.Time{}, err
	}
	ns, err := t.CLong(items[1])
	return host.Time{Sec: sec, Nsec: ns}, err
}

func posixGetcwd(t *py.Thread) (string, *py.Exc) {
	cwd := ""
	err := do(t, func(fs host.Files) (e error) { cwd, e = fs.Getcwd(); return e })
	return cwd, err
}

var dirMethods = []py.MethodSpec{
	{Name: "listdir", Sig: "path=None", Fn: py.FnSig(posixListdir), Doc: "Return a list containing the names of the files in the directory.\n\npath is a name or a descriptor, the current directory by default; bytes give\nbytes. '.' and '..' are left out and the order is arbitrary."},
	{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", Fn: onPathMode("mkdir", 0o777, func(fs host.Files, dir int, name string, mode int) error { return fs.Mkdir(dir, name, mode) }), Doc: "Create a directory."},
	{Name: "mkfifo", Sig: "path, mode=438, *, dir_fd=None", Fn: onPathMode("mkfifo", 0o666, func(fs host.Files, dir int, name string, mode int) error { return fs.Mkfifo(dir, name, mode) }), Doc: "Create a \"fifo\" (a POSIX named pipe)."},
	{Name: "mknod", Sig: "path, mode=384, device=0, *, dir_fd=None", Doc: "Create a node in the file system: a file, device or named pipe.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "mknod"})
		if err != nil {
			return py.Value{}, err
		}
		mode, err := cInt(t, a[1], 0o600)
		if err != nil {
			return py.Value{}, err
		}
		var dev int64
		if !a[2].IsNil() {
			if dev, err = t.CLong(a[2]); err != nil {
				return py.Value{}, err
			}
		}
		dir, err := dirFd(t, a[3])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Mknod(dir, p.text, mode, uint64(dev)) }, p.obj)
	})},
	{Name: "rmdir", Sig: "path, *, dir_fd=None", Fn: onPath("rmdir", func(fs host.Files, dir int, name string) error { return fs.Rmdir(dir, name) }), Doc: "Remove a directory."},
	{Name: "unlink", Sig: "path, *, dir_fd=None", Fn: onPath("unlink", func(fs host.Files, dir int, name string) error { return fs.Unlink(dir, name) }), Doc: "Remove a file (same as remove())."},
	{Name: "remove", Sig: "path, *, dir_fd=None", Fn: onPath("remove", func(fs host.Files, dir int, name string) error { return fs.Unlink(dir, name) }), Doc: "Remove a file (same as unlink())."},
	{Name: "rename", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: posixRename("rename"), Doc: "Rename a file or directory."},
	{Name: "replace", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Fn: posixRename("replace"), Doc: "Rename a file or directory, overwriting the destination."},
	{Name: "link", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", Fn: py.FnSig(posixLink), Doc: "Create a hard link to a file."},
	{Name: "symlink", Sig: "src, dst, target_is_directory=False, *, dir_fd=None", Fn: py.FnSig(posixSymlink), Doc: "Create a symbolic link pointing to src named dst."},
	{Name: "readlink", Sig: "path, *, dir_fd=None", Fn: py.FnSig(posixReadlink), Doc: "Return a string representing the path to which the symbolic link points."},
	{Name: "access", Sig: "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", Fn: py.FnSig(posixAccess), Doc: "Tell whether the real user (with effective_ids the effective one) may access a\npath: mode is F_OK or a combination of R_OK, W_OK and X_OK."},
	{Name: "chmod", Sig: "path, mode, *, dir_fd=None, follow_symlinks=(os.name != 'nt')", Fn: py.FnSig(posixChmod), Doc: "Change the access permissions of a file."},
	{Name: "fchmod", Sig: "fd, mode", Doc: "Change the access permissions of the file given by file descriptor fd.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var fd, mode int
		if err := ints(t, []*int{&fd, &mode}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Fchmod(fd, mode) })
	})},
	{Name: "chown", Sig: "path, uid, gid, *, dir_fd=None, follow_symlinks=True", Fn: posixChown("chown"), Doc: "Change the owner and group id of path to the numeric uid and gid."},
	{Name: "lchown", Sig: "path, uid, gid", Fn: posixChown("lchown"), Doc: "Change the owner and group id of path, not following symbolic links."},
	{Name: "fchown", Sig: "fd, uid, gid", Doc: "Change the owner and group id of the file specified by file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		uid, err := id(t, "uid", a[1])
		if err != nil {
			return py.Value{}, err
		}
		gid, err := id(t, "gid", a[2])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Fchown(fd, uid, gid) })
	})},
	{Name: "utime", Sig: "path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True", Fn: py.FnSig(posixUtime), Doc: "Set the access and modified time of path.\n\ntimes is a tuple of two numbers of seconds, ns one of two numbers of\nnanoseconds; without either the times become now."},
	{Name: "getcwd", Doc: "Return a unicode string representing the current working directory.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		cwd, err := posixGetcwd(t)
		return py.FSDecode(cwd).Value(), err
	})},
	{Name: "getcwdb", Doc: "Return a bytes string representing the current working directory.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		cwd, err := posixGetcwd(t)
		return py.NewBytes([]byte(cwd)).Value(), err
	})},
	{Name: "chdir", Sig: "path", Doc: "Change the current working directory to the specified path or descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "chdir", allowFd: true})
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error {
			if p.isFd {
				return fs.Fchdir(p.fd)
			}
			return fs.Chdir(p.text)
		}, p.obj)
	})},
	{Name: "chroot", Sig: "path", Doc: "Change root directory to path.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "chroot"})
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Chroot(p.text) }, p.obj)
	})},
}
