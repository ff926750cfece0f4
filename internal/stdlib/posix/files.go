package posix

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// ints converts arguments to C ints.
func ints(t *py.Thread, out []*int, a ...py.Value) *py.Exc {
	for i, v := range a {
		n, err := t.CInt(v)
		if err != nil {
			return err
		}
		*out[i] = n
	}
	return nil
}

// filesFn is fdFn for functions that also take an object with fileno().
func filesFn(f func(fs host.Files, fd int) error) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.FileDescriptor(a[0])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return f(fs, fd) })
	}
}

// maxRead bounds what a length argument makes us allocate.
const maxRead = 0x7ffff000

func readLen(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.AsInt(v)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, t.OSErrno(host.EINVAL)
	}
	return min(n, maxRead), nil
}

// trimmed makes bytes of the n that were read, without keeping a large buffer.
func trimmed(p []byte, n int) py.Value {
	if n < len(p)/2 {
		return py.NewBytes(append([]byte(nil), p[:n]...)).Value()
	}
	return py.NewBytes(p[:n:n]).Value()
}

func posixOpen(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := toPath(t, a[0], pathKind{fn: "open"})
	if err != nil {
		return py.Value{}, err
	}
	flags, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	mode, err := cInt(t, a[2], 0o777)
	if err != nil {
		return py.Value{}, err
	}
	dir, err := dirFd(t, a[3])
	if err != nil {
		return py.Value{}, err
	}
	if t.Interp().HasWriters() {
		if st, herr := t.Interp().Host().Files.Stat(dir, p.text, true); herr == nil {
			if _, err := t.FlushForgotten(st.Dev, st.Ino); err != nil {
				return py.Value{}, err
			}
		}
	}
	fd, herr, err := t.OpenFile(dir, p.text, flags|host.O_CLOEXEC, mode)
	if err != nil {
		return py.Value{}, err
	}
	if herr != nil {
		return py.Value{}, t.OSErrno(host.Errno(herr), p.obj)
	}
	return py.IntOf(fd), nil
}

func posixRead(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	n, err := readLen(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	if err := t.RoomFor(n); err != nil {
		return py.Value{}, err
	}
	p := py.Room(n)
	n, herr, err := t.ReadFd(fd, p)
	if err == nil && herr != nil {
		err = t.OSErr(herr)
	}
	if err != nil {
		return py.Value{}, err
	}
	return trimmed(p, n), nil
}

func posixWrite(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	b, err := t.Buffer(a[1], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer b.Release()
	p := b.Data[:min(len(b.Data), maxRead)]
	n, herr, err := t.WriteFd(fd, p)
	if err == nil && herr != nil {
		err = t.OSErr(herr)
	}
	if err != nil {
		return py.Value{}, err
	}
	return py.IntOf(n), nil
}

func posixPread(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	n, err := readLen(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	off, err := t.CLong(a[2])
	if err != nil {
		return py.Value{}, err
	}
	if err := t.RoomFor(n); err != nil {
		return py.Value{}, err
	}
	p := make([]byte, n)
	if err := do(t, func(fs host.Files) (e error) { n, e = fs.Pread(fd, p, off); return e }); err != nil {
		return py.Value{}, err
	}
	return trimmed(p, n), nil
}

func posixPwrite(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	fd, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	b, err := t.Buffer(a[1], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer b.Release()
	off, err := t.CLong(a[2])
	if err != nil {
		return py.Value{}, err
	}
	n := 0
	if err := do(t, func(fs host.Files) (e error) { n, e = fs.Pwrite(fd, b.Data, off); return e }); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(n), nil
}

// buffers collects the buffers of a vectored call.
func buffers(t *py.Thread, fn string, seq py.Value, flags py.BufferFlags) ([]*py.Buffer, int, *py.Exc) {
	if seq.Type().Slots().GetItem == nil {
		return nil, 0, t.TypeErr("%s() arg 2 must be a sequence", fn)
	}
	items, err := t.Items(seq)
	if err != nil {
		return nil, 0, err
	}
	var bufs []*py.Buffer
	total := 0
	for _, x := range items {
		b, err := t.Buffer(x, flags)
		if err != nil {
			release(bufs)
			return nil, 0, err
		}
		bufs = append(bufs, b)
		total += len(b.Data)
	}
	return bufs, total, nil
}

func release(bufs []*py.Buffer) {
	for _, b := range bufs {
		b.Release()
	}
}

// scatter is readv() and preadv(): one system call into one piece of memory,
// handed out to the buffers.
func scatter(fn string, positioned bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		off, err := vecOffset(t, fn, a, positioned)
		if err != nil {
			return py.Value{}, err
		}
		bufs, total, err := buffers(t, fn, a[1], py.BufWritable)
		if err != nil {
			return py.Value{}, err
		}
		defer release(bufs)
		p := make([]byte, min(total, maxRead))
		n := 0
		if positioned {
			err = do(t, func(fs host.Files) (e error) { n, e = fs.Pread(fd, p, off); return e })
		} else {
			var herr error
			if n, herr, err = t.ReadFd(fd, p); err == nil && herr != nil {
				err = t.OSErr(herr)
			}
		}
		if err != nil {
			return py.Value{}, err
		}
		rest := p[:n]
		for _, b := range bufs {
			rest = rest[copy(b.Data, rest):]
		}
		return py.IntOf(n), nil
	}
}

// gather is writev() and pwritev().
func gather(fn string, positioned bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		off, err := vecOffset(t, fn, a, positioned)
		if err != nil {
			return py.Value{}, err
		}
		bufs, total, err := buffers(t, fn, a[1], py.BufSimple)
		if err != nil {
			return py.Value{}, err
		}
		defer release(bufs)
		p := make([]byte, 0, total)
		for _, b := range bufs {
			p = append(p, b.Data...)
		}
		p = p[:min(len(p), maxRead)]
		n := 0
		if positioned {
			err = do(t, func(fs host.Files) (e error) { n, e = fs.Pwrite(fd, p, off); return e })
		} else {
			var herr error
			if n, herr, err = t.WriteFd(fd, p); err == nil && herr != nil {
				err = t.OSErr(herr)
			}
		}
		if err != nil {
			return py.Value{}, err
		}
		return py.IntOf(n), nil
	}
}

func vecOffset(t *py.Thread, fn string, a []py.Value, positioned bool) (int64, *py.Exc) {
	if !positioned {
		return 0, nil
	}
	off, err := t.CLong(a[2])
	if err != nil {
		return 0, err
	}
	flags, err := cInt(t, a[3], 0)
	if err != nil {
		return 0, err
	}
	if flags != 0 {
		return 0, t.Raise(py.NotImplementedError, "%s: flags are not supported", fn)
	}
	return off, nil
}

func posixLockf(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	var fd, cmd int
	if err := ints(t, []*int{&fd, &cmd}, a[0], a[1]); err != nil {
		return py.Value{}, err
	}
	n, err := t.CLong(a[2])
	if err != nil {
		return py.Value{}, err
	}
	lk := &host.Lock{Type: host.F_WRLCK, Whence: host.SEEK_CUR, Len: n}
	op := host.F_SETLK
	switch cmd {
	case 0: // F_ULOCK
		lk.Type = host.F_UNLCK
	case 1: // F_LOCK
		op = host.F_SETLKW
	case 2: // F_TLOCK
	case 3: // F_TEST
		op = host.F_GETLK
	default:
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	herr, err := t.RecordLock(fd, op, lk)
	if err == nil && herr != nil {
		err = t.OSErr(herr)
	}
	if err != nil {
		return py.Value{}, err
	}
	if cmd == 3 && lk.Type != host.F_UNLCK && lk.Pid != t.Interp().Host().Process.Pid() {
		return py.Value{}, t.OSErrno(host.EACCES)
	}
	return py.None, nil
}

// posixCopy is copy_file_range() and splice().
func posixCopy(fn string, splice bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var src, dst int
		if err := ints(t, []*int{&src, &dst}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		count, err := t.AsInt(a[2])
		if err != nil {
			return py.Value{}, err
		}
		if count < 0 {
			return py.Value{}, t.ValueErr("negative value for 'count' not allowed")
		}
		var in, out *int64
		for i, p := range [...]**int64{&in, &out} {
			if v := a[3+i]; !v.IsNil() && !v.IsNone() {
				n, err := t.CLong(v)
				if err != nil {
					return py.Value{}, err
				}
				*p = &n
			}
		}
		flags := 0
		if splice {
			if flags, err = cInt(t, a[5], 0); err != nil {
				return py.Value{}, err
			}
		}
		n := 0
		err = do(t, func(fs host.Files) (e error) {
			if splice {
				n, e = fs.Splice(src, in, dst, out, count, flags)
			} else {
				n, e = fs.CopyRange(src, in, dst, out, count)
			}
			return e
		})
		if err != nil {
			return py.Value{}, err
		}
		return py.IntOf(n), nil
	}
}

func posixSendfile(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	var out, in int
	if err := ints(t, []*int{&out, &in}, a[0], a[1]); err != nil {
		return py.Value{}, err
	}
	var off *int64
	if !a[2].IsNone() {
		n, err := t.CLong(a[2])
		if err != nil {
			return py.Value{}, err
		}
		off = &n
	}
	count, err := t.AsInt(a[3])
	if err != nil {
		return py.Value{}, err
	}
	if count < 0 {
		return py.Value{}, t.OSErrno(host.EINVAL)
	}
	n := 0
	if err := do(t, func(fs host.Files) (e error) { n, e = fs.Sendfile(out, in, off, count); return e }); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(n), nil
}

func posixPipe(t *py.Thread, flags int) (py.Value, *py.Exc) {
	var r, w int
	if err := do(t, func(fs host.Files) (e error) { r, w, e = fs.Pipe(flags); return e }); err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(py.IntOf(r), py.IntOf(w)).Value(), nil
}

var fileMethods = []py.MethodSpec{
	{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", Fn: py.FnSig(posixOpen), Doc: "Open a file for low level IO.  Returns a file descriptor (integer)."},
	{Name: "read", Sig: "fd, length, /", Fn: py.FnSig(posixRead), Doc: "Read from a file descriptor.  Returns a bytes object."},
	{Name: "write", Sig: "fd, data, /", Fn: py.FnSig(posixWrite), Doc: "Write a bytes object to a file descriptor."},
	{Name: "pread", Sig: "fd, length, offset, /", Fn: py.FnSig(posixPread), Doc: "Read length bytes at an offset, which is not moved."},
	{Name: "pwrite", Sig: "fd, buffer, offset, /", Fn: py.FnSig(posixPwrite), Doc: "Write bytes at an offset, which is not moved."},
	{Name: "readv", Sig: "fd, buffers, /", Fn: scatter("readv", false), Doc: "Read from a descriptor into a sequence of writable buffers."},
	{Name: "writev", Sig: "fd, buffers, /", Fn: gather("writev", false), Doc: "Write the contents of a sequence of buffers to a descriptor."},
	{Name: "preadv", Sig: "fd, buffers, offset, flags=0, /", Fn: scatter("preadv", true), Doc: "Read at an offset into a sequence of writable buffers."},
	{Name: "pwritev", Sig: "fd, buffers, offset, flags=0, /", Fn: gather("pwritev", true), Doc: "Write the contents of a sequence of buffers at an offset."},
	{Name: "close", Sig: "fd", Doc: "Close a file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		// An interrupted close has closed: it is not tried again.
		var herr error
		t.Blocking(func() { herr = t.Interp().Host().Files.Close(fd) })
		if herr != nil && host.Errno(herr) != host.EINTR {
			return py.Value{}, t.OSErr(herr)
		}
		return py.None, nil
	})},
	{Name: "closerange", Sig: "fd_low, fd_high, /", Doc: "Closes all file descriptors in [fd_low, fd_high), ignoring errors.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var lo, hi int
		if err := ints(t, []*int{&lo, &hi}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		fs := t.Interp().Host().Files
		hi = min(hi, 1<<20)
		t.Blocking(func() {
			for fd := max(lo, 0); fd < hi; fd++ {
				_ = fs.Close(fd) // errors are ignored by definition
			}
		})
		return py.None, nil
	})},
	{Name: "dup", Sig: "fd, /", Doc: "Return a duplicate of a file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		if err := do(t, func(fs host.Files) (e error) { n, e = fs.Dup(fd, false); return e }); err != nil {
			return py.Value{}, err
		}
		return py.IntOf(n), nil
	})},
	{Name: "dup2", Sig: "fd, fd2, inheritable=True", Doc: "Duplicate file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var fd, fd2 int
		if err := ints(t, []*int{&fd, &fd2}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		inherit, err := truth(t, a[2], true)
		if err != nil {
			return py.Value{}, err
		}
		if fd < 0 || fd2 < 0 {
			return py.Value{}, t.OSErrno(host.EBADF)
		}
		if err := do(t, func(fs host.Files) error { return fs.Dup2(fd, fd2, inherit) }); err != nil {
			return py.Value{}, err
		}
		return py.IntOf(fd2), nil
	})},
	{Name: "lseek", Sig: "fd, position, whence, /", Doc: "Set the position of a file descriptor.  Return the new position.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		off, err := t.CLong(a[1])
		if err != nil {
			return py.Value{}, err
		}
		whence, err := t.CInt(a[2])
		if err != nil {
			return py.Value{}, err
		}
		var pos int64
		if err := do(t, func(fs host.Files) (e error) { pos, e = fs.Seek(fd, off, whence); return e }); err != nil {
			return py.Value{}, err
		}
		return py.Int64(pos), nil
	})},
	{Name: "fsync", Sig: "fd", Fn: filesFn(func(fs host.Files, fd int) error { return fs.Fsync(fd) }), Doc: "Force write of fd to disk."},
	{Name: "fdatasync", Sig: "fd", Fn: filesFn(func(fs host.Files, fd int) error { return fs.Fdatasync(fd) }), Doc: "Force write of fd to disk without forcing update of metadata."},
	{Name: "sync", Doc: "Force write of everything to disk.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return doNone(t, func(fs host.Files) error { return fs.Sync() })
	})},
	{Name: "fchdir", Sig: "fd", Fn: filesFn(func(fs host.Files, fd int) error { return fs.Fchdir(fd) }), Doc: "Change to the directory of the given file descriptor."},
	{Name: "isatty", Sig: "fd, /", Doc: "Return True if the fd is connected to a terminal.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		return py.Bool(t.Interp().Host().Files.IsTerminal(fd)), nil
	})},
	{Name: "pipe", Doc: "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return posixPipe(t, host.O_CLOEXEC)
	})},
	{Name: "pipe2", Sig: "flags, /", Doc: "Create a pipe with flags of O_NONBLOCK and O_CLOEXEC.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		flags, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		return posixPipe(t, flags)
	})},
	{Name: "ftruncate", Sig: "fd, length, /", Doc: "Truncate a file, specified by file descriptor, to a specific length.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n, err := t.CLong(a[1])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Ftruncate(fd, n) })
	})},
	{Name: "truncate", Sig: "path, length", Doc: "Truncate a file, specified by path or descriptor, to a specific length.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: "truncate", allowFd: true})
		if err != nil {
			return py.Value{}, err
		}
		n, err := t.CLong(a[1])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error {
			if p.isFd {
				return fs.Ftruncate(p.fd, n)
			}
			return fs.Truncate(p.text, n)
		}, p.obj)
	})},
	{Name: "posix_fallocate", Sig: "fd, offset, length, /", Doc: "Ensure that space is allocated for a part of a file.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		off, err := t.CLong(a[1])
		if err != nil {
			return py.Value{}, err
		}
		n, err := t.CLong(a[2])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Fallocate(fd, off, n) })
	})},
	{Name: "posix_fadvise", Sig: "fd, offset, length, advice, /", Doc: "Announce how a part of a file will be read.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var fd, advice int
		if err := ints(t, []*int{&fd, &advice}, a[0], a[3]); err != nil {
			return py.Value{}, err
		}
		off, err := t.CLong(a[1])
		if err != nil {
			return py.Value{}, err
		}
		n, err := t.CLong(a[2])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.Fadvise(fd, off, n, advice) })
	})},
	{Name: "lockf", Sig: "fd, command, length, /", Fn: py.FnSig(posixLockf), Doc: "Apply, test or remove a POSIX lock on an open file descriptor."},
	{Name: "copy_file_range", Sig: "src, dst, count, offset_src=None, offset_dst=None", Fn: posixCopy("copy_file_range", false), Doc: "Copy count bytes from one descriptor to another within the system."},
	{Name: "splice", Sig: "src, dst, count, offset_src=None, offset_dst=None, flags=0", Fn: posixCopy("splice", true), Doc: "Move count bytes between two descriptors, one of which is a pipe."},
	{Name: "sendfile", Sig: "out_fd, in_fd, offset, count", Fn: py.FnSig(posixSendfile), Doc: "Copy count bytes from file descriptor in_fd to file descriptor out_fd."},
	{Name: "get_inheritable", Sig: "fd, /", Doc: "Get the close-on-exe flag of the specified file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		b := false
		if err := do(t, func(fs host.Files) (e error) { b, e = fs.Inheritable(fd); return e }); err != nil {
			return py.Value{}, err
		}
		return py.Bool(b), nil
	})},
	{Name: "set_inheritable", Sig: "fd, inheritable, /", Doc: "Set the inheritable flag of the specified file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var fd, on int
		if err := ints(t, []*int{&fd, &on}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.SetInheritable(fd, on != 0) })
	})},
	{Name: "get_blocking", Sig: "fd, /", Doc: "Get the blocking mode of the file descriptor.\n\nReturn False if the O_NONBLOCK flag is set, True if the flag is cleared.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		b := false
		if err := do(t, func(fs host.Files) (e error) { b, e = fs.Blocking(fd); return e }); err != nil {
			return py.Value{}, err
		}
		return py.Bool(b), nil
	})},
	{Name: "set_blocking", Sig: "fd, blocking, /", Doc: "Set the blocking mode of the specified file descriptor.\n\nSet the O_NONBLOCK flag if blocking is False,\nclear the O_NONBLOCK flag otherwise.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		on, err := t.Truth(a[1])
		if err != nil {
			return py.Value{}, err
		}
		return doNone(t, func(fs host.Files) error { return fs.SetBlocking(fd, on) })
	})},
	{Name: "memfd_create", Sig: "name, flags=MFD_CLOEXEC", Doc: "Make an anonymous file in memory and return its descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		name, err := t.FSEncode(a[0])
		if err != nil {
			return py.Value{}, err
		}
		flags, err := cInt(t, a[1], 1) // MFD_CLOEXEC
		if err != nil {
			return py.Value{}, err
		}
		fd := -1
		if err := do(t, func(fs host.Files) (e error) { fd, e = fs.MemFile(name, flags); return e }); err != nil {
			return py.Value{}, err
		}
		return py.IntOf(fd), nil
	})},
	{Name: "eventfd", Sig: "initval, flags=EFD_CLOEXEC", Doc: "Creates and returns an event notification file descriptor.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		n, err := t.CLong(a[0])
		if err != nil {
			return py.Value{}, err
		}
		flags, err := cInt(t, a[1], host.O_CLOEXEC)
		if err != nil {
			return py.Value{}, err
		}
		fd := -1
		if err := do(t, func(fs host.Files) (e error) { fd, e = fs.Eventfd(uint(n), flags); return e }); err != nil {
			return py.Value{}, err
		}
		return py.IntOf(fd), nil
	})},
	{Name: "eventfd_read", Sig: "fd", Doc: "Read eventfd value", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.FileDescriptor(a[0])
		if err != nil {
			return py.Value{}, err
		}
		var b [8]byte
		_, herr, err := t.ReadFd(fd, b[:])
		if err == nil && herr != nil {
			err = t.OSErr(herr)
		}
		if err != nil {
			return py.Value{}, err
		}
		return uintValue(nativeUint64(b)), nil
	})},
	{Name: "eventfd_write", Sig: "fd, value", Doc: "Write eventfd value.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		fd, err := t.FileDescriptor(a[0])
		if err != nil {
			return py.Value{}, err
		}
		x, err := t.Index(a[1])
		if err != nil {
			return py.Value{}, err
		}
		n := py.BigOf(x)
		if !n.IsUint64() {
			return py.Value{}, t.Raise(py.OverflowError, "int too big to convert")
		}
		b := nativeBytes(n.Uint64())
		return doNone(t, func(fs host.Files) error { _, e := fs.Write(fd, b[:]); return e })
	})},
}
