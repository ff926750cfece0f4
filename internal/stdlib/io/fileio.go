package io

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// fileIO is a FileIO: a file descriptor.
type fileIO struct {
	ioBase
	fd        int // -1 when closed
	ok        bool
	created   bool
	readable  bool
	writable  bool
	appending bool
	closefd   bool
	regular   bool // a regular file: always ready
	seekable  int8 // -1 not known yet
	blksize   int
	counted   bool // the interpreter knows this writer of the file with these numbers
	dev, ino  uint64
}

// FileIOType is io.FileIO.
var FileIOType = new(py.Type)

func asFile(v py.Value) *fileIO { return (*fileIO)(v.Ptr()) }

func newFile(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	f := py.AllocFor[fileIO](t, cls)
	f.fd, f.seekable, f.closefd = -1, -1, true
	return py.FromHeader(&f.Header), nil
}

var fileSig = py.ParseSignature("file, mode='r', closefd=True, opener=None")

func fileInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [4]py.Value
	if err := fileSig.Bind(t, "FileIO", args, a[:]); err != nil {
		return err
	}
	mode := "r"
	if !a[1].IsNil() {
		s, ok := py.ToStr(a[1])
		if !ok {
			return t.TypeErr("FileIO() argument 'mode' must be str, not %s", a[1].Type().Name())
		}
		mode = s.String()
	}
	closefd, err := truth(t, a[2], true)
	if err != nil {
		return err
	}
	return asFile(self).open(t, a[0], mode, closefd, a[3])
}

const badFileMode = "Must have exactly one of create/read/write/append mode and at most one plus"

// open is FileIO.__init__: file is a path or a descriptor.
func (f *fileIO) open(t *py.Thread, file py.Value, mode string, closefd bool, opener py.Value) *py.Exc {
	self := py.FromHeader(&f.Header)
	if f.ok && f.fd >= 0 {
		if f.closefd {
			if err := f.closeFD(t); err != nil {
				return err
			}
		} else {
			f.fd = -1
		}
	}
	f.ok, f.closed = true, false
	f.fd = -1
	f.seekable = -1
	f.regular = false
	f.created, f.readable, f.writable, f.appending = false, false, false, false
	fd := -1
	path := ""
	if file.Type() == py.BoolType {
		if err := t.Warn(py.RuntimeWarning, 1, "bool is used as a file descriptor"); err != nil {
			return err
		}
	}
	if py.IsInt(file) {
		if n, err := t.AsInt(file); err == nil && n >= math.MinInt32 && n <= math.MaxInt32 {
			if n < 0 {
				return t.ValueErr("negative file descriptor")
			}
			fd = n
		}
	}
	if fd < 0 {
		var err *py.Exc
		if path, err = t.FSEncode(file); err != nil {
			return err
		}
	}
	flags, err := f.parseMode(t, mode)
	if err != nil {
		return err
	}
	f.closefd = closefd
	own := false
	switch {
	case fd >= 0:
		f.fd = fd
	case !closefd:
		return t.ValueErr("Cannot use closefd=False with file name")
	case !opener.IsNil() && !opener.IsNone():
		own = true
		r, err := t.Call(opener, file, py.IntOf(flags|host.O_CLOEXEC))
		if err != nil {
			return err
		}
		if !py.IsInt(r) {
			return t.TypeErr("expected integer from opener")
		}
		n, err := cInt(t, r, 0)
		if err != nil {
			return err
		}
		if n < 0 {
			return t.ValueErr("opener returned %d", n)
		}
		f.fd = n
		// Whether the opener returned a descriptor at all is fstat's to say.
		if err := t.Interp().Host().Files.SetInheritable(n, false); err != nil {
			f.fd = -1
			return t.OSErr(err)
		}
	default:
		own = true
		if err := flushForgotten(t, path); err != nil {
			return err
		}
		n, herr, exc := t.OpenFile(host.AtCwd, path, flags|host.O_CLOEXEC, 0o666)
		if exc != nil {
			return exc
		}
		if herr != nil {
			return t.OSErrno(host.Errno(herr), file)
		}
		f.fd = n
	}
	// fail leaves a descriptor that the caller gave alone.
	fail := func(exc *py.Exc) *py.Exc {
		if own {
			if err := f.closeFD(t); err != nil {
				return chain(err, exc)
			}
		} else {
			f.fd = -1
		}
		return exc
	}
	f.blksize = defaultBufferSize
	var st host.Stat
	var herr error
	opened := f.fd
	t.Blocking(func() { st, herr = t.Interp().Host().Files.Fstat(opened) })
	if herr != nil {
		if host.Errno(herr) == host.EBADF || fd >= 0 {
			num := host.Errno(herr)
			f.fd = -1
			return t.OSErrno(num)
		}
	} else {
		if st.IsDir() {
			return fail(t.OSErrno(host.EISDIR, file))
		}
		f.regular = st.IsRegular()
		if st.Blksize > 1 {
			f.blksize = int(st.Blksize)
		}
		if own && f.writable && f.regular {
			f.counted, f.dev, f.ino = true, st.Dev, st.Ino
			t.Interp().AddWriter(f.dev, f.ino)
		}
	}
	if err := t.SetAttr(self, sName, file); err != nil {
		return fail(err)
	}
	if f.appending {
		// As C's append mode: the position begins at the end.
		if _, err := t.Interp().Host().Files.Seek(f.fd, 0, host.SEEK_END); err != nil && host.Errno(err) != host.ESPIPE {
			return fail(t.OSErr(err))
		}
	}
	return nil
}

// flushForgotten writes out what forgotten writers of the file at path hold: it
// is about to be opened once more.
func flushForgotten(t *py.Thread, path string) *py.Exc {
	if !t.Interp().HasWriters() {
		return nil
	}
	var st host.Stat
	var herr error
	t.Blocking(func() { st, herr = t.Interp().Host().Files.Stat(host.AtCwd, path, true) })
	if herr != nil {
		return nil // opening tells what is wrong with the path
	}
	_, err := t.FlushForgotten(st.Dev, st.Ino)
	return err
}

func (f *fileIO) parseMode(t *py.Thread, mode string) (flags int, err *py.Exc) {
	rwa, plus := false, false
	for i := 0; i < len(mode); i++ {
		c := mode[i]
		switch c {
		case 'x', 'r', 'w', 'a':
			if rwa {
				return 0, t.ValueErr(badFileMode)
			}
			rwa = true
			switch c {
			case 'x':
				f.created, f.writable = true, true
				flags |= host.O_EXCL | host.O_CREAT
			case 'r':
				f.readable = true
			case 'w':
				f.writable = true
				flags |= host.O_CREAT | host.O_TRUNC
			case 'a':
				f.writable, f.appending = true, true
				flags |= host.O_APPEND | host.O_CREAT
			}
		case 'b':
		case '+':
			if plus {
				return 0, t.ValueErr(badFileMode)
			}
			plus = true
			f.readable, f.writable = true, true
		default:
			return 0, t.ValueErr("invalid mode: %s", mode)
		}
	}
	if !rwa {
		return 0, t.ValueErr(badFileMode)
	}
	switch {
	case f.readable && f.writable:
		flags |= host.O_RDWR
	case f.readable:
		flags |= host.O_RDONLY
	default:
		flags |= host.O_WRONLY
	}
	return flags, nil
}

// closeFD closes the descriptor. Its number may be in use again at once, so it
// is forgotten before the call and EINTR is not retried.
func (f *fileIO) closeFD(t *py.Thread) *py.Exc {
	fd := f.fd
	if fd < 0 {
		return nil
	}
	f.fd = -1
	if f.counted {
		f.counted = false
		t.Interp().RemoveWriter(f.dev, f.ino)
	}
	var err error
	t.Blocking(func() { err = t.Interp().Host().Files.Close(fd) })
	if err != nil {
		if host.Errno(err) == host.EINTR {
			return nil
		}
		return t.OSErr(err)
	}
	return nil
}

func (f *fileIO) modeText() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.readable:
		return "ab+"
	case f.appending:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

func (f *fileIO) check(t *py.Thread) *py.Exc {
	if f.fd < 0 {
		return t.ValueErr(closedFile)
	}
	return nil
}

func (f *fileIO) checkRead(t *py.Thread) *py.Exc {
	if f.fd < 0 {
		return t.ValueErr(closedFile)
	}
	if !f.readable {
		return unsupported(t, "File not open for reading")
	}
	return nil
}

func (f *fileIO) checkWrite(t *py.Thread) *py.Exc {
	if f.fd < 0 {
		return t.ValueErr(closedFile)
	}
	if !f.writable {
		return unsupported(t, "File not open for writing")
	}
	return nil
}

// maxTransfer bounds one read or write, as the kernel does.
const maxTransfer = 0x7ffff000

// read reads once into p. wouldBlock tells that a non-blocking descriptor has
// nothing just now.
func (f *fileIO) read(t *py.Thread, p []byte) (n int, wouldBlock bool, exc *py.Exc) {
	if len(p) > maxTransfer {
		p = p[:maxTransfer]
	}
	fd := f.fd
	var err error
	if f.regular {
		err, exc = t.Retry(func() (err error) { n, err = t.Interp().Host().Files.Read(fd, p); return err })
	} else {
		n, err, exc = t.ReadFd(fd, p)
	}
	switch {
	case exc != nil:
		return 0, false, exc
	case err == nil:
		return n, false, nil
	case host.Errno(err) == host.EAGAIN:
		return 0, true, nil
	}
	return 0, false, t.OSErr(err)
}

// write writes once from p.
func (f *fileIO) write(t *py.Thread, p []byte) (n int, wouldBlock bool, exc *py.Exc) {
	if len(p) > maxTransfer {
		p = p[:maxTransfer]
	}
	fd := f.fd
	var err error
	if f.regular {
		err, exc = t.Retry(func() (err error) { n, err = t.Interp().Host().Files.Write(fd, p); return err })
	} else {
		n, err, exc = t.WriteFd(fd, p)
	}
	switch {
	case exc != nil:
		return 0, false, exc
	case err == nil:
		return n, false, nil
	case host.Errno(err) == host.EAGAIN:
		return 0, true, nil
	}
	return 0, false, t.OSErr(err)
}

func (f *fileIO) seek(t *py.Thread, off int64, whence int) (int64, *py.Exc) {
	var pos int64
	var err error
	fd := f.fd
	t.Blocking(func() { pos, err = t.Interp().Host().Files.Seek(fd, off, whence) })
	if err != nil {
		if f.seekable < 0 {
			f.seekable = 0
		}
		return 0, t.OSErr(err)
	}
	if f.seekable < 0 {
		f.seekable = 1
	}
	return pos, nil
}

// readAll reads to the end of the file.
func (f *fileIO) readAll(t *py.Thread) (b []byte, wouldBlock bool, exc *py.Exc) {
	size := defaultBufferSize
	fs := t.Interp().Host().Files
	if pos, err := fs.Seek(f.fd, 0, host.SEEK_CUR); err == nil {
		if st, err := fs.Fstat(f.fd); err == nil && st.Size >= pos && st.Size-pos < maxBuffer {
			// One more byte, so that the end shows in the same read.
			size = int(st.Size-pos) + 1
		}
	}
	buf := make([]byte, size)
	n := 0
	for {
		if n == len(buf) {
			grow := len(buf)
			switch {
			case grow < defaultBufferSize:
				grow = defaultBufferSize
			case grow > 1<<26:
				grow = 1 << 26
			}
			if err := t.RoomFor(2 * (n + grow)); err != nil {
				return nil, false, err
			}
			buf = append(buf, make([]byte, grow)...)
		}
		m, block, err := f.read(t, buf[n:])
		if err != nil {
			return nil, false, err
		}
		if block {
			if n == 0 {
				return nil, true, nil
			}
			break
		}
		if m == 0 {
			break
		}
		n += m
	}
	if n < len(buf)/2 {
		return append([]byte(nil), buf[:n]...), false, nil
	}
	return buf[:n:n], false, nil
}

func (f *fileIO) isatty(t *py.Thread) (bool, *py.Exc) {
	if err := f.check(t); err != nil {
		return false, err
	}
	return t.Interp().Host().Files.IsTerminal(f.fd), nil
}

func (f *fileIO) isSeekable(t *py.Thread) (bool, *py.Exc) {
	if err := f.check(t); err != nil {
		return false, err
	}
	if f.seekable < 0 {
		if _, err := f.seek(t, 0, host.SEEK_CUR); err != nil && !err.Is(py.OSError) {
			return false, err
		}
	}
	return f.seekable == 1, nil
}

func fileRead(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	n, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := f.checkRead(t); err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return fileReadall(t, v)
	}
	p := make([]byte, min(n, maxTransfer))
	m, block, err := f.read(t, p)
	if err != nil {
		return py.Value{}, err
	}
	if block {
		return py.None, nil
	}
	if m < len(p)/2 {
		p = append([]byte(nil), p[:m]...)
	}
	return py.NewBytes(p[:m:m]).Value(), nil
}

func fileReadall(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	if err := f.checkRead(t); err != nil {
		return py.Value{}, err
	}
	b, block, err := f.readAll(t)
	if err != nil {
		return py.Value{}, err
	}
	if block {
		return py.None, nil
	}
	return py.NewBytes(b).Value(), nil
}

func fileReadinto(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	buf, err := writableBuffer(t, "readinto() argument 1", arg)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	if err := f.checkRead(t); err != nil {
		return py.Value{}, err
	}
	n, block, err := f.read(t, buf.Data)
	if err != nil {
		return py.Value{}, err
	}
	if block {
		return py.None, nil
	}
	return py.IntOf(n), nil
}

func fileWrite(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	buf, err := t.Buffer(arg, py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	if err := f.checkWrite(t); err != nil {
		return py.Value{}, err
	}
	n, block, err := f.write(t, buf.Data)
	if err != nil {
		return py.Value{}, err
	}
	if block {
		return py.None, nil
	}
	return py.IntOf(n), nil
}

// offset converts a position argument.
func offset(t *py.Thread, v py.Value) (int64, *py.Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	b := py.BigOf(x)
	if !b.IsInt64() {
		return 0, t.Raise(py.OverflowError, "Python int too large to convert to C long")
	}
	return b.Int64(), nil
}

func fileSeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	whence, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	if err := f.check(t); err != nil {
		return py.Value{}, err
	}
	off, err := offset(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	pos, err := f.seek(t, off, whence)
	if err != nil {
		return py.Value{}, err
	}
	return py.Int64(pos), nil
}

func fileTruncate(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	if err := f.checkWrite(t); err != nil {
		return py.Value{}, err
	}
	arg := a[0]
	if arg.IsNil() || arg.IsNone() {
		pos, err := f.seek(t, 0, host.SEEK_CUR)
		if err != nil {
			return py.Value{}, err
		}
		arg = py.Int64(pos)
	}
	size, err := offset(t, arg)
	if err != nil {
		return py.Value{}, err
	}
	for {
		var herr error
		t.Blocking(func() { herr = t.Interp().Host().Files.Ftruncate(f.fd, size) })
		again, exc := interrupted(t, herr)
		if exc != nil {
			return py.Value{}, exc
		}
		if again {
			continue
		}
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		return arg, nil
	}
}

func fileClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	_, err := baseClose(t, v)
	if !f.closefd {
		f.fd = -1
	} else {
		if f.finalizing {
			fileWarn(t, v, v)
		}
		if err2 := f.closeFD(t); err2 != nil {
			if err != nil {
				err2 = chain(err2, err)
			}
			return py.Value{}, err2
		}
	}
	if err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

// fileWarn warns that source was not closed by the program.
func fileWarn(t *py.Thread, v, source py.Value) {
	f := asFile(v)
	if f.fd < 0 || !f.closefd {
		return
	}
	r, err := t.Repr(source)
	if err != nil {
		t.WriteUnraisable(err, "", v)
		return
	}
	if err := t.Warn(py.ResourceWarning, 1, "unclosed file %s", r.String()); err != nil {
		if err.Is(py.Warning) {
			t.WriteUnraisable(err, "", v)
		}
	}
}

func fileRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	f := asFile(v)
	tname := v.Type().Name()
	if f.fd < 0 {
		return str("<" + tname + " [closed]>"), nil
	}
	mode := "' mode='" + f.modeText() + "' closefd=" + boolText(f.closefd) + ">"
	name, err := t.GetAttrOpt(v, sName)
	if err != nil {
		return py.Value{}, err
	}
	if name.IsNil() {
		n, err := t.Repr(py.IntOf(f.fd))
		if err != nil {
			return py.Value{}, err
		}
		return str("<" + tname + " fd=" + n.String() + mode[1:]), nil
	}
	if t.EnterRepr(v) {
		return py.Value{}, t.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", tname)
	}
	defer t.LeaveRepr(v)
	r, err := t.Repr(name)
	if err != nil {
		return py.Value{}, err
	}
	return str("<" + tname + " name=" + r.String() + mode[1:]), nil
}

func boolText(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// fileFlag is a method that answers a property of an open file.
func fileFlag(get func(f *fileIO) bool) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		f := asFile(v)
		if err := f.check(t); err != nil {
			return py.Value{}, err
		}
		return py.Bool(get(f)), nil
	}
}

func boolMethod(get func(f *fileIO, t *py.Thread) (bool, *py.Exc)) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		b, err := get(asFile(v), t)
		if err != nil {
			return py.Value{}, err
		}
		return py.Bool(b), nil
	}
}

// finalizingMember is the attribute _finalizing, which the streams that warn have.
var finalizingMember = py.GetSetSpec{
	Name: "_finalizing",
	Get:  func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asBase(v).finalizing), nil },
	Set: func(t *py.Thread, v, val py.Value) *py.Exc {
		if val.IsNil() {
			return t.TypeErr("can't delete numeric/char attribute")
		}
		if val.Type() != py.BoolType {
			return t.TypeErr("attribute value type must be bool")
		}
		asBase(v).finalizing = val == py.True
		return nil
	},
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: FileIOType, Name: "_io.FileIO", Guarded: true, Sig: "file, mode='r', closefd=True, opener=None", Base: RawIOBaseType, Flags: ioFlags | py.FlagHasFinalizer,
		Layout: py.LayoutWithExt(func(f *fileIO) *py.Ext { return &f.ext }),
		Doc:    "Open a file as a raw stream of bytes.\n\nThe mode is 'r' (the default), 'w', 'x' or 'a', with '+' for both reading and\nwriting; 'b' changes nothing. opener, if given, is called with (file, flags)\nand returns a descriptor. Descriptors are not inherited by child processes.",
		Slots:  py.Slots{New: newFile, Init: fileInit, Repr: fileRepr},
		Methods: append([]py.MethodSpec{
			{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(fileRead), Doc: "Read at most size bytes with one system call; all if size is negative or None.\n\nIn non-blocking mode, None if there is nothing to read just now; b'' at the end."},
			{Name: "readall", Fn: py.Fn0(fileReadall), Doc: "Read until the end of the file; in non-blocking mode what there is, or None."},
			{Name: "readinto", Sig: "buffer, /", Fn: py.Fn1(fileReadinto), Doc: "Same as RawIOBase.readinto()."},
			{Name: "write", Sig: "b, /", Fn: py.Fn1(fileWrite), Doc: "Write b with one system call and return how many bytes went out.\n\nIn non-blocking mode, None if none did."},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: py.FnSig(fileSeek), Doc: "Move to a position and return it, counted from the start (whence 0), the\nposition (1) or the end (2)."},
			{Name: "tell", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				f := asFile(v)
				if err := f.check(t); err != nil {
					return py.Value{}, err
				}
				pos, err := f.seek(t, 0, host.SEEK_CUR)
				return py.Int64(pos), err
			}), Doc: "Current file position.\n\nCan raise OSError for non seekable files."},
			{Name: "truncate", Sig: "size=None, /", Fn: py.FnSig(fileTruncate), Doc: "Make the file at most size bytes long, the current position by default, and\nreturn the size. The position does not change."},
			{Name: "close", Fn: py.Fn0(fileClose), Doc: "Close the file, and its descriptor unless closefd is false. Closing again does\nnothing."},
			{Name: "seekable", Fn: py.Fn0(boolMethod(func(f *fileIO, t *py.Thread) (bool, *py.Exc) { return f.isSeekable(t) })), Doc: "True if file supports random-access."},
			{Name: "readable", Fn: py.Fn0(fileFlag(func(f *fileIO) bool { return f.readable })), Doc: "True if file was opened in a read mode."},
			{Name: "writable", Fn: py.Fn0(fileFlag(func(f *fileIO) bool { return f.writable })), Doc: "True if file was opened in a write mode."},
			{Name: "fileno", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				f := asFile(v)
				if err := f.check(t); err != nil {
					return py.Value{}, err
				}
				return py.IntOf(f.fd), nil
			}), Doc: "Return the underlying file descriptor (an integer)."},
			{Name: "isatty", Fn: py.Fn0(boolMethod(func(f *fileIO, t *py.Thread) (bool, *py.Exc) { return f.isatty(t) })), Doc: "True if the file is connected to a TTY device."},
			{Name: "_dealloc_warn", Sig: "object, /", Fn: py.Fn1(func(t *py.Thread, v, source py.Value) (py.Value, *py.Exc) {
				fileWarn(t, v, source)
				return py.None, nil
			})},
		}, pickleMethods...),
		GetSet: []py.GetSetSpec{
			{Name: "closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asFile(v).fd < 0), nil }, Doc: "True if the file is closed"},
			{Name: "closefd", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asFile(v).closefd), nil }, Doc: "True if the file descriptor will be closed by close()."},
			{Name: "mode", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return str(asFile(v).modeText()), nil }, Doc: "String giving the file mode"},
			{Name: "_blksize", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(asFile(v).blksize), nil },
				Set: func(t *py.Thread, v, val py.Value) *py.Exc {
					if val.IsNil() {
						return t.TypeErr("can't delete numeric/char attribute")
					}
					n, err := cInt(t, val, 0)
					if err == nil {
						asFile(v).blksize = n
					}
					return err
				}},
			finalizingMember,
		},
	})
}
