package io

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// buffered is a BufferedReader, BufferedWriter or BufferedRandom. Of rbuf and
// wbuf at most one is in use: a read first writes out wbuf, a write first
// takes the raw stream back by what was read ahead.
type buffered struct {
	ioBase
	raw      py.Value
	file     *fileIO // raw, when it is exactly a FileIO
	ok       bool
	detached bool
	readable bool
	writable bool
	size     int

	lock py.Mutex // see enter

	// rawPos is the position of the raw stream, -1 if not known.
	rawPos int64
	// rbuf[:rend] was read last from the raw stream; rbuf[rpos:rend] is still
	// to be handed out.
	rbuf       []byte
	rpos, rend int
	// wbuf is still to be written at the raw stream's position.
	wbuf []byte
}

// The types of buffered streams.
var (
	BufferedReaderType = new(py.Type)
	BufferedWriterType = new(py.Type)
	BufferedRandomType = new(py.Type)
)

func asBuffered(v py.Value) *buffered { return (*buffered)(v.Ptr()) }

func (b *buffered) value() py.Value { return py.FromHeader(&b.Header) }

// enter takes the buffer for this thread until leave. A thread that asks for it
// again (a signal handler, a raw stream written in Python) gets an error.
func (b *buffered) enter(t *py.Thread) *py.Exc {
	if b.lock.TryLock(t) {
		return nil
	}
	if b.lock.Owner() == t {
		r, err := t.Repr(b.value())
		if err != nil {
			return err
		}
		return t.Raise(py.RuntimeError, "reentrant call inside %s", r.String())
	}
	return waitForStream(t, &b.lock, b.value())
}

func (b *buffered) leave() { b.lock.Unlock() }

func (b *buffered) checkInit(t *py.Thread) *py.Exc {
	if b.ok {
		return nil
	}
	if b.detached {
		return t.ValueErr("raw stream has been detached")
	}
	return t.ValueErr("I/O operation on uninitialized object")
}

// checkOpen raises ValueError for a closed stream; what says "read of closed file".
func (b *buffered) checkOpen(t *py.Thread, what string) *py.Exc {
	if err := b.checkInit(t); err != nil {
		return err
	}
	if b.file != nil && b.value().Type().Flags()&py.FlagHeap == 0 {
		if b.file.fd >= 0 {
			return nil
		}
	} else {
		c, err := isClosed(t, b.value())
		if err != nil {
			return err
		}
		if !c {
			return nil
		}
	}
	if b.ahead() > 0 && what == "read of closed file" {
		return nil
	}
	return t.ValueErr("%s", what)
}

// ahead is how much was read ahead.
func (b *buffered) ahead() int { return b.rend - b.rpos }

func (b *buffered) dropAhead() { b.rpos, b.rend = 0, 0 }

func (b *buffered) init(t *py.Thread, raw py.Value, size int) *py.Exc {
	if size <= 0 {
		return t.ValueErr("buffer size must be strictly positive")
	}
	if size > maxBuffer {
		return t.MemoryErr()
	}
	b.raw, b.size = raw, size
	b.detached = false
	b.file = nil
	if raw.Type() == FileIOType {
		b.file = asFile(raw)
	}
	b.rbuf, b.wbuf = nil, nil
	if b.writable {
		noteBuffer(t, b, raw)
	}
	b.dropAhead()
	b.rawPos = -1
	b.ok = true
	// A raw stream that cannot tell its position is fine.
	if _, err := b.rawTell(t); err != nil {
		b.rawPos = -1
		if err.Is(py.KeyboardInterrupt) {
			return err
		}
	}
	return nil
}

func (b *buffered) initReader(t *py.Thread, raw py.Value, size int) *py.Exc {
	b.ok, b.detached = false, false
	if err := checkAble(t, raw, sReadable, "File or stream is not readable."); err != nil {
		return err
	}
	b.readable, b.writable = true, false
	return b.init(t, raw, size)
}

func (b *buffered) initWriter(t *py.Thread, raw py.Value, size int) *py.Exc {
	b.ok, b.detached = false, false
	if err := checkAble(t, raw, sWritable, "File or stream is not writable."); err != nil {
		return err
	}
	b.readable, b.writable = false, true
	return b.init(t, raw, size)
}

func (b *buffered) initRandom(t *py.Thread, raw py.Value, size int) *py.Exc {
	b.ok, b.detached = false, false
	if err := checkAble(t, raw, sSeekable, "File or stream is not seekable."); err != nil {
		return err
	}
	if err := checkAble(t, raw, sReadable, "File or stream is not readable."); err != nil {
		return err
	}
	if err := checkAble(t, raw, sWritable, "File or stream is not writable."); err != nil {
		return err
	}
	b.readable, b.writable = true, true
	return b.init(t, raw, size)
}

var bufferedSig = py.ParseSignature("raw, buffer_size=DEFAULT_BUFFER_SIZE")

func bufferedInit(name string, init func(b *buffered, t *py.Thread, raw py.Value, size int) *py.Exc) func(*py.Thread, py.Value, py.Args) *py.Exc {
	return func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
		var a [2]py.Value
		if err := bufferedSig.Bind(t, name, args, a[:]); err != nil {
			return err
		}
		size := defaultBufferSize
		if !a[1].IsNil() {
			var err *py.Exc
			if size, err = t.AsInt(a[1]); err != nil {
				return err
			}
		}
		return init(asBuffered(self), t, a[0], size)
	}
}

// The raw stream.

// view makes the memoryview through which a raw stream in Python sees p.
func view(t *py.Thread, p []byte) (py.Value, *py.Exc) {
	return t.MemoryViewOf(py.NewByteArray(p).Value())
}

func (b *buffered) rawTell(t *py.Thread) (int64, *py.Exc) {
	if b.file != nil && b.file.fd >= 0 {
		n, err := b.file.seek(t, 0, host.SEEK_CUR)
		if err != nil {
			return -1, err
		}
		b.rawPos = n
		return n, nil
	}
	r, err := t.CallMethod(b.raw, sTell)
	if err != nil {
		return -1, err
	}
	n, err := offset(t, r)
	if err != nil {
		return -1, err
	}
	if n < 0 {
		return -1, t.Raise(py.OSError, "Raw stream returned invalid position %d", n)
	}
	b.rawPos = n
	return n, nil
}

func (b *buffered) rawSeek(t *py.Thread, off int64, whence int) (int64, *py.Exc) {
	if b.file != nil && b.file.fd >= 0 {
		n, err := b.file.seek(t, off, whence)
		if err != nil {
			return -1, err
		}
		b.rawPos = n
		return n, nil
	}
	r, err := t.CallMethod(b.raw, sSeek, py.Int64(off), py.IntOf(whence))
	if err != nil {
		return -1, err
	}
	n, err := offset(t, r)
	if err != nil {
		return -1, err
	}
	if n < 0 {
		return -1, t.Raise(py.OSError, "Raw stream returned invalid position %d", n)
	}
	b.rawPos = n
	return n, nil
}

// rawRead reads once into p.
func (b *buffered) rawRead(t *py.Thread, p []byte) (n int, wouldBlock bool, exc *py.Exc) {
	if b.file != nil {
		if exc = b.file.checkRead(t); exc != nil {
			return 0, false, exc
		}
		n, wouldBlock, exc = b.file.read(t, p)
	} else {
		mv, err := view(t, p)
		if err != nil {
			return 0, false, err
		}
		var r py.Value
		for {
			r, err = t.CallMethod(b.raw, sReadinto, mv)
			if err == nil || !trapInterrupted(t, err) {
				break
			}
			if err := t.RunPending(); err != nil {
				return 0, false, err
			}
		}
		if err != nil {
			return 0, false, err
		}
		if r.IsNone() {
			return 0, true, nil
		}
		n, err = t.AsInt(r)
		if err != nil {
			e := t.Raise(py.OSError, "raw readinto() failed")
			e.SetCause(err)
			return 0, false, e
		}
		if n < 0 || n > len(p) {
			return 0, false, t.Raise(py.OSError, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
		}
	}
	if n > 0 && b.rawPos >= 0 {
		b.rawPos += int64(n)
	}
	return n, wouldBlock, exc
}

// rawWrite writes once from p.
func (b *buffered) rawWrite(t *py.Thread, p []byte) (n int, wouldBlock bool, exc *py.Exc) {
	if b.file != nil {
		if exc = b.file.checkWrite(t); exc != nil {
			return 0, false, exc
		}
		n, wouldBlock, exc = b.file.write(t, p)
	} else {
		mv, err := view(t, p)
		if err != nil {
			return 0, false, err
		}
		var r py.Value
		for {
			r, err = t.CallMethod(b.raw, sWrite, mv)
			if err == nil || !trapInterrupted(t, err) {
				break
			}
			if err := t.RunPending(); err != nil {
				return 0, false, err
			}
		}
		if err != nil {
			return 0, false, err
		}
		if r.IsNone() {
			return 0, true, nil
		}
		n, err = t.AsInt(r)
		if err != nil {
			return 0, false, err
		}
		if n < 0 || n > len(p) {
			return 0, false, t.Raise(py.OSError, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
		}
	}
	if n > 0 && b.rawPos >= 0 {
		b.rawPos += int64(n)
	}
	return n, wouldBlock, exc
}

// trapInterrupted tells whether err is the OSError of EINTR.
func trapInterrupted(t *py.Thread, err *py.Exc) bool {
	return err.Is(py.InterruptedError) && err.Field(py.OSErrno) == py.IntOf(host.EINTR)
}

// flushWrites writes out wbuf. The error of a raw stream that would block is
// a BlockingIOError with what was written of this buffer taken out of it.
func (b *buffered) flushWrites(t *py.Thread) *py.Exc {
	done := 0
	keep := func() {
		n := copy(b.wbuf, b.wbuf[done:])
		b.wbuf = b.wbuf[:n]
	}
	for done < len(b.wbuf) {
		n, block, err := b.rawWrite(t, b.wbuf[done:])
		if err == nil && block {
			err = b.blocked(t, 0)
		}
		if err != nil {
			keep()
			return err
		}
		done += n
		// Partial writes can be the mark of a signal that came.
		if done < len(b.wbuf) {
			if err := t.RunPending(); err != nil {
				keep()
				return err
			}
		}
	}
	b.wbuf = b.wbuf[:0]
	return nil
}

// blocked is the BlockingIOError after n bytes were taken.
func (b *buffered) blocked(t *py.Thread, n int) *py.Exc {
	e := py.NewExc(py.BlockingIOError, py.IntOf(host.EAGAIN), str("write could not complete without blocking"), py.IntOf(n))
	e.SetField(py.OSErrno, py.IntOf(host.EAGAIN))
	e.SetField(py.OSStrerror, str("write could not complete without blocking"))
	e.SetField(py.OSWritten, py.IntOf(n))
	return e
}

// flushAndRewind writes out what is buffered and takes the raw stream back by
// what was read ahead.
func (b *buffered) flushAndRewind(t *py.Thread) *py.Exc {
	if err := b.flushWrites(t); err != nil {
		return err
	}
	if b.readable {
		n := b.ahead()
		if n > 0 {
			if _, err := b.rawSeek(t, int64(-n), 1); err != nil {
				b.dropAhead()
				return err
			}
		}
		b.dropAhead()
	}
	return nil
}

// Methods common to all three types.

func bufferedClosed(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	return t.GetAttr(b.raw, sClosed)
}

func bufferedClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	c, err := isClosed(t, v)
	if err == nil && !c && b.finalizing {
		if _, err := t.CallMethod(b.raw, sDeallocWarn, v); err != nil && !err.Is(py.AttributeError) {
			t.WriteUnraisable(err, "", v)
		}
	}
	b.leave()
	if err != nil {
		return py.Value{}, err
	}
	if c {
		return py.None, nil
	}
	_, flushErr := t.CallMethod(v, sFlush)
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	r, err := t.CallMethod(b.raw, sClose)
	b.rbuf, b.wbuf = nil, nil
	b.dropAhead()
	if flushErr != nil {
		if err != nil {
			return py.Value{}, chain(err, flushErr)
		}
		return py.Value{}, flushErr
	}
	return r, err
}

func bufferedDetach(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	raw := b.raw
	b.raw, b.file = py.Value{}, nil
	b.detached, b.ok = true, false
	return raw, nil
}

// viaRaw is a method that the raw stream answers.
func viaRaw(name *py.Str) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		b := asBuffered(v)
		if err := b.checkInit(t); err != nil {
			return py.Value{}, err
		}
		return t.CallMethod(b.raw, name)
	}
}

func rawAttr(name *py.Str) func(*py.Thread, py.Value) (py.Value, *py.Exc) {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		b := asBuffered(v)
		if err := b.checkInit(t); err != nil {
			return py.Value{}, err
		}
		return t.GetAttr(b.raw, name)
	}
}

func bufferedFlush(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkOpen(t, "flush of closed file"); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	if err := b.flushAndRewind(t); err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

func bufferedTell(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	pos, err := b.rawTell(t)
	if err != nil {
		return py.Value{}, err
	}
	pos += int64(len(b.wbuf) - b.ahead())
	return py.Int64(max(pos, 0)), nil
}

func bufferedSeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	whence, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if whence < 0 || whence > 4 {
		return py.Value{}, t.ValueErr("whence value %d unsupported", whence)
	}
	if err := b.checkOpen(t, "seek of closed file"); err != nil {
		return py.Value{}, err
	}
	if b.file != nil {
		ok, err := b.file.isSeekable(t)
		if err != nil {
			return py.Value{}, err
		}
		if !ok {
			return py.Value{}, unsupported(t, "File or stream is not seekable.")
		}
	} else if err := checkAble(t, b.raw, sSeekable, "File or stream is not seekable."); err != nil {
		return py.Value{}, err
	}
	target, err := offset(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	if (whence == 0 || whence == 1) && b.readable && b.rend > 0 {
		// A target within what was read last needs no system call.
		if b.rawPos < 0 {
			if _, err := b.rawTell(t); err != nil {
				return py.Value{}, err
			}
		}
		start := b.rawPos - int64(b.rend)
		to := target
		if whence == 1 {
			to += start + int64(b.rpos)
		}
		if to >= start && to <= b.rawPos && len(b.wbuf) == 0 {
			b.rpos = int(to - start)
			return py.Int64(max(to, 0)), nil // a device may not count what it gives
		}
	}
	if err := b.flushWrites(t); err != nil {
		return py.Value{}, err
	}
	if whence == 1 {
		target -= int64(b.ahead())
	}
	pos, err := b.rawSeek(t, target, whence)
	if err != nil {
		return py.Value{}, err
	}
	b.dropAhead()
	return py.Int64(pos), nil
}

func bufferedTruncate(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkOpen(t, "truncate of closed file"); err != nil {
		return py.Value{}, err
	}
	if !b.writable {
		return py.Value{}, unsupported(t, "truncate")
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	if err := b.flushAndRewind(t); err != nil {
		return py.Value{}, err
	}
	pos := a[0]
	if pos.IsNil() || pos.IsNone() {
		n, err := b.rawTell(t)
		if err != nil {
			return py.Value{}, err
		}
		pos = py.Int64(n)
	}
	return t.CallMethod(b.raw, sTruncate, pos)
}

func bufferedRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	name, err := t.GetAttrOpt(v, sName)
	if err != nil {
		if !err.Is(py.ValueError) {
			return py.Value{}, err
		}
		name = py.Value{}
	}
	return reprNamed(t, v, name, "")
}

// reprNamed is "<type name='x' more>".
func reprNamed(t *py.Thread, v, name py.Value, more string) (py.Value, *py.Exc) {
	tname := v.Type().Name()
	if name.IsNil() {
		return str("<" + tname + more + ">"), nil
	}
	if t.EnterRepr(v) {
		return py.Value{}, t.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", tname)
	}
	defer t.LeaveRepr(v)
	r, err := t.Repr(name)
	if err != nil {
		return py.Value{}, err
	}
	return str("<" + tname + " name=" + r.String() + more + ">"), nil
}

func bufferedSizeof(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	return py.IntOf(200 + b.size), nil
}

func bufferedDeallocWarn(t *py.Thread, v, source py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if b.ok && !b.raw.IsNil() {
		if _, err := t.CallMethod(b.raw, sDeallocWarn, source); err != nil && !err.Is(py.AttributeError) {
			return py.Value{}, err
		}
	}
	return py.None, nil
}

// bufferedMethods are the methods that all three types have.
func bufferedMethods(more ...py.MethodSpec) []py.MethodSpec {
	return append(append([]py.MethodSpec{
		{Name: "detach", Fn: py.Fn0(bufferedDetach)},
		{Name: "close", Fn: py.Fn0(bufferedClose)},
		{Name: "seekable", Fn: py.Fn0(viaRaw(sSeekable))},
		{Name: "fileno", Fn: py.Fn0(viaRaw(sFileno))},
		{Name: "isatty", Fn: py.Fn0(viaRaw(sIsatty))},
		{Name: "tell", Fn: py.Fn0(bufferedTell)},
		{Name: "seek", Sig: "target, whence=0, /", Fn: py.FnSig(bufferedSeek)},
		{Name: "truncate", Sig: "pos=None, /", Fn: py.FnSig(bufferedTruncate)},
		{Name: "_dealloc_warn", Sig: "source, /", Fn: py.Fn1(bufferedDeallocWarn)},
		{Name: "__sizeof__", Fn: py.Fn0(bufferedSizeof)},
	}, pickleMethods...), more...)
}

var bufferedGetSet = []py.GetSetSpec{
	{Name: "closed", Get: bufferedClosed},
	{Name: "name", Get: rawAttr(sName)},
	{Name: "mode", Get: rawAttr(sMode)},
	{Name: "raw", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		if r := asBuffered(v).raw; !r.IsNil() {
			return r, nil
		}
		return py.None, nil
	}},
	finalizingMember,
}

func bufferedNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	return py.FromHeader(&py.AllocFor[buffered](t, cls).Header), nil
}

func init() {
	layout := py.LayoutWithExt(func(b *buffered) *py.Ext { return &b.ext })
	readMethods := []py.MethodSpec{
		{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(bufferedRead)},
		{Name: "peek", Sig: "size=0, /", Fn: py.FnSig(bufferedPeek)},
		{Name: "read1", Sig: "size=-1, /", Fn: py.FnSig(bufferedRead1)},
		{Name: "readinto", Sig: "buffer, /", Fn: py.Fn1(bufferedReadintoFn("readinto", false))},
		{Name: "readinto1", Sig: "buffer, /", Fn: py.Fn1(bufferedReadintoFn("readinto1", true))},
		{Name: "readline", Sig: "size=-1, /", Fn: py.FnSig(bufferedReadlineFn)},
		{Name: "readable", Fn: py.Fn0(viaRaw(sReadable))},
	}
	writeMethods := []py.MethodSpec{
		{Name: "write", Sig: "buffer, /", Fn: py.Fn1(bufferedWriteFn), Doc: "Write the given bytes-like object and return its length.\n\nIt may stay in the buffer until that is full or flush() is called."},
		{Name: "writable", Fn: py.Fn0(viaRaw(sWritable))},
		{Name: "flush", Fn: py.Fn0(bufferedFlush)},
	}
	slots := func(init func(*py.Thread, py.Value, py.Args) *py.Exc, next py.UnaryFunc) py.Slots {
		return py.Slots{New: bufferedNew, Init: init, Repr: bufferedRepr, Next: next}
	}
	py.RegisterType(py.TypeSpec{
		Type: BufferedReaderType, Name: "_io.BufferedReader", Guarded: true, Sig: "raw, buffer_size=DEFAULT_BUFFER_SIZE", Base: BufferedIOBaseType, Flags: ioFlags | py.FlagHasFinalizer, Layout: layout,
		Doc:     "Create a new buffered reader using the given readable raw IO object.",
		Slots:   slots(bufferedInit("BufferedReader", (*buffered).initReader), bufferedNext),
		Methods: append(bufferedMethods(readMethods...), py.MethodSpec{Name: "flush", Fn: py.Fn0(viaRaw(sFlush))}),
		GetSet:  bufferedGetSet,
	})
	py.RegisterType(py.TypeSpec{
		Type: BufferedWriterType, Name: "_io.BufferedWriter", Guarded: true, Sig: "raw, buffer_size=DEFAULT_BUFFER_SIZE", Base: BufferedIOBaseType, Flags: ioFlags | py.FlagHasFinalizer,
		Layout:  py.LayoutWithExt(func(b *buffered) *py.Ext { return &b.ext }),
		Doc:     "A buffer for a writeable sequential raw stream.",
		Slots:   slots(bufferedInit("BufferedWriter", (*buffered).initWriter), nil),
		Methods: bufferedMethods(writeMethods...),
		GetSet:  bufferedGetSet,
	})
	py.RegisterType(py.TypeSpec{
		Type: BufferedRandomType, Name: "_io.BufferedRandom", Guarded: true, Sig: "raw, buffer_size=DEFAULT_BUFFER_SIZE", Base: BufferedIOBaseType, Flags: ioFlags | py.FlagHasFinalizer,
		Layout:  py.LayoutWithExt(func(b *buffered) *py.Ext { return &b.ext }),
		Doc:     "A buffered interface to random access streams: a reader and a writer in one.",
		Slots:   slots(bufferedInit("BufferedRandom", (*buffered).initRandom), bufferedNext),
		Methods: append(bufferedMethods(readMethods...), writeMethods...),
		GetSet:  bufferedGetSet,
	})
}
