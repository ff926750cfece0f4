package io

import (
	"bytes"

	"github.com/coachwhip/coachwhip/internal/py"
)

// ioBase is the front part of every stream object.
type ioBase struct {
	py.Header
	ext        py.Ext
	closed     bool // _IOBase.close was called
	finalizing bool
}

// The abstract types.
var (
	IOBaseType         = new(py.Type)
	RawIOBaseType      = new(py.Type)
	BufferedIOBaseType = new(py.Type)
	TextIOBaseType     = new(py.Type)
)

func asBase(v py.Value) *ioBase { return (*ioBase)(v.Ptr()) }

const (
	closedFile = "I/O operation on closed file"
	fileClosed = "I/O operation on closed file."
)

// checkClosed raises ValueError if obj.closed.
func checkClosed(t *py.Thread, obj py.Value) *py.Exc {
	c, err := isClosed(t, obj)
	if err != nil {
		return err
	}
	if c {
		return t.ValueErr(fileClosed)
	}
	return nil
}

// checkAble raises UnsupportedOperation unless obj.NAME() is True.
func checkAble(t *py.Thread, obj py.Value, name *py.Str, msg string) *py.Exc {
	r, err := t.CallMethod(obj, name)
	if err != nil {
		return err
	}
	if r != py.True {
		return unsupported(t, msg)
	}
	return nil
}

func checkMethod(name *py.Str, msg string) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		if err := checkAble(t, v, name, msg); err != nil {
			return py.Value{}, err
		}
		return py.True, nil
	}
}

func baseClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBase(v)
	if b.closed {
		return py.None, nil
	}
	_, err := t.CallMethod(v, sFlush)
	b.closed = true
	if err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

// finalize is __del__: it closes the stream.
func finalize(t *py.Thread, v py.Value) *py.Exc {
	if t.Interp().Finalizing() && inUse(t, v) {
		return nil
	}
	closed, err := isClosed(t, v)
	if err != nil || closed {
		return nil
	}
	asBase(v).finalizing = true
	if _, err := t.CallMethod(v, sClose); err != nil {
		t.WriteUnraisable(err, "", v)
	}
	return nil
}

// baseReadline reads a line through peek(), if there is one, and read().
func baseReadline(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	limit, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	peek, err := t.GetAttrOpt(v, sPeek)
	if err != nil {
		return py.Value{}, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if !peek.IsNil() {
			r, err := t.Call(peek, py.IntOf(1))
			if err != nil {
				if err.Is(py.InterruptedError) {
					continue
				}
				return py.Value{}, err
			}
			b, ok := py.ToBytes(r)
			if !ok {
				return py.Value{}, t.Raise(py.OSError, "peek() should have returned a bytes object, not '%s'", r.Type().Name())
			}
			ahead := b.Bytes()
			if len(ahead) > 0 {
				n = bytes.IndexByte(ahead, '\n') + 1
				if n == 0 {
					n = len(ahead)
				}
				if limit >= 0 {
					n = min(n, limit-len(line))
				}
			}
		}
		r, err := t.CallMethod(v, sRead, py.IntOf(n))
		if err != nil {
			if err.Is(py.InterruptedError) {
				continue
			}
			return py.Value{}, err
		}
		b, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.Raise(py.OSError, "read() should have returned a bytes object, not '%s'", r.Type().Name())
		}
		if len(b.Bytes()) == 0 {
			break
		}
		line = append(line, b.Bytes()...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return py.NewBytes(line).Value(), nil
}

func baseIter(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	if err := checkClosed(t, v); err != nil {
		return py.Value{}, err
	}
	return v, nil
}

func baseNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	line, err := t.CallMethod(v, sReadline)
	if err != nil {
		return py.Value{}, err
	}
	n, err := t.Len(line)
	if err != nil || n == 0 {
		return py.Value{}, err
	}
	return line, nil
}

func baseReadlines(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	hint, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	var lines []py.Value
	it, err := t.Iter(v)
	if err != nil {
		return py.Value{}, err
	}
	size := 0
	for {
		line, err := t.Next(it)
		if err != nil {
			return py.Value{}, err
		}
		if line.IsNil() {
			break
		}
		lines = append(lines, line)
		if hint > 0 {
			n, err := t.Len(line)
			if err != nil {
				return py.Value{}, err
			}
			if size += n; size >= hint {
				break
			}
		}
	}
	return py.NewList(lines).Value(), nil
}

func baseWritelines(t *py.Thread, v, lines py.Value) (py.Value, *py.Exc) {
	if err := checkClosed(t, v); err != nil {
		return py.Value{}, err
	}
	it, err := t.Iter(lines)
	if err != nil {
		return py.Value{}, err
	}
	for {
		line, err := t.Next(it)
		if err != nil {
			return py.Value{}, err
		}
		if line.IsNil() {
			return py.None, nil
		}
		for {
			_, err := t.CallMethod(v, sWrite, line)
			if err == nil {
				break
			}
			if !err.Is(py.InterruptedError) {
				return py.Value{}, err
			}
		}
	}
}

func unsupportedSig(msg string) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		return py.Value{}, unsupported(t, msg)
	}
}

func unsupported0(msg string) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Value{}, unsupported(t, msg) }
}

func unsupported1(msg string) py.Fn1 {
	return func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) { return py.Value{}, unsupported(t, msg) }
}

func constant(v py.Value) py.Fn0 {
	return func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return v, nil }
}

func notImplemented(t *py.Thread, v py.Value, _ py.Args) (py.Value, *py.Exc) {
	return py.Value{}, py.NewExc(py.NotImplementedError)
}

// rawRead is RawIOBase.read, in terms of readinto() or readall().
func rawRead(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	n := -1
	if !a[0].IsNil() {
		var err *py.Exc
		if n, err = t.AsInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if n < 0 {
		return t.CallMethod(v, sReadall)
	}
	b, err := newByteArray(t, n)
	if err != nil {
		return py.Value{}, err
	}
	r, err := t.CallMethod(v, sReadinto, b.Value())
	if err != nil || r.IsNone() {
		return r, err
	}
	got, err := t.AsInt(r)
	if err != nil {
		return py.Value{}, err
	}
	buf, err := t.Buffer(b.Value(), py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	if got < 0 || got > len(buf.Data) {
		return py.Value{}, t.ValueErr("readinto returned %d outside buffer size %d", got, len(buf.Data))
	}
	return py.NewBytes(append([]byte(nil), buf.Data[:got]...)).Value(), nil
}

// maxBuffer bounds what a size argument makes us allocate in one piece.
const maxBuffer = 1 << 40

func newByteArray(t *py.Thread, n int) (*py.ByteArray, *py.Exc) {
	if n > maxBuffer {
		return nil, t.MemoryErr()
	}
	return py.NewByteArray(make([]byte, n)), nil
}

// rawReadall is RawIOBase.readall.
func rawReadall(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	var all []byte
	some := false
	for {
		r, err := t.CallMethod(v, sRead, py.IntOf(defaultBufferSize))
		if err != nil {
			if err.Is(py.InterruptedError) {
				continue
			}
			return py.Value{}, err
		}
		if r.IsNone() {
			if !some {
				return r, nil
			}
			break
		}
		b, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.TypeErr("read() should return bytes")
		}
		if len(b.Bytes()) == 0 {
			break
		}
		some = true
		all = append(all, b.Bytes()...)
	}
	return py.NewBytes(all).Value(), nil
}

// bufferedReadinto is readinto in terms of read or read1.
func bufferedReadinto(method *py.Str) py.Fn1 {
	return func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
		buf, err := writableBuffer(t, method2(method)+"() argument", arg)
		if err != nil {
			return py.Value{}, err
		}
		defer buf.Release()
		r, err := t.CallMethod(v, method, py.IntOf(len(buf.Data)))
		if err != nil {
			return py.Value{}, err
		}
		b, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.TypeErr("read() should return bytes")
		}
		if len(b.Bytes()) > len(buf.Data) {
			return py.Value{}, t.ValueErr("read() returned too much data: %d bytes requested, %d returned", len(buf.Data), len(b.Bytes()))
		}
		return py.IntOf(copy(buf.Data, b.Bytes())), nil
	}
}

func method2(read *py.Str) string {
	if read == sRead1 {
		return "readinto1"
	}
	return "readinto"
}

const ioFlags = py.FlagBaseType | py.FlagHasDict | py.FlagWeakref

func init() {
	py.RegisterType(py.TypeSpec{
		Type: IOBaseType, Name: "_io._IOBase", Flags: ioFlags | py.FlagPlainState,
		Layout: py.LayoutWithExt(func(b *ioBase) *py.Ext { return &b.ext }),
		Doc:    "The base of all streams: closing, lines and the context manager.\n\nWhat a stream cannot do raises UnsupportedOperation; a closed one raises\nValueError.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[ioBase](t, cls).Header), nil
			},
			Iter: baseIter, Next: baseNext, Del: finalize,
		},
		Methods: []py.MethodSpec{
			{Name: "seek", Sig: "offset, whence=os.SEEK_SET, /", Fn: py.FnSig(unsupportedSig("seek")), Doc: "Move to offset, counted from the start (whence 0), the position (1) or the end (2),\nand return the new position."},
			{Name: "tell", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return t.CallMethod(v, sSeek, py.IntOf(0), py.IntOf(1))
			}), Doc: "Return current stream position."},
			{Name: "truncate", Sig: "size=None, /", Fn: py.FnSig(unsupportedSig("truncate")), Doc: "Resize the stream to size bytes, the current position by default, and return\nthe new size. The position does not change."},
			{Name: "flush", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if asBase(v).closed {
					return py.Value{}, t.ValueErr(fileClosed)
				}
				return py.None, nil
			}), Doc: "Write out what is buffered. Does nothing for streams that only read."},
			{Name: "close", Fn: py.Fn0(baseClose), Doc: "Flush and close the stream; closing again does nothing."},
			{Name: "seekable", Fn: py.Fn0(constant(py.False)), Doc: "Return whether the stream can seek(), tell() and truncate()."},
			{Name: "readable", Fn: py.Fn0(constant(py.False)), Doc: "Return whether the stream can read()."},
			{Name: "writable", Fn: py.Fn0(constant(py.False)), Doc: "Return whether the stream can write()."},
			{Name: "_checkClosed", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if err := checkClosed(t, v); err != nil {
					return py.Value{}, err
				}
				return py.None, nil
			})},
			{Name: "_checkSeekable", Fn: py.Fn0(checkMethod(sSeekable, "File or stream is not seekable."))},
			{Name: "_checkReadable", Fn: py.Fn0(checkMethod(sReadable, "File or stream is not readable."))},
			{Name: "_checkWritable", Fn: py.Fn0(checkMethod(sWritable, "File or stream is not writable."))},
			{Name: "fileno", Fn: py.Fn0(unsupported0("fileno")), Doc: "Return the file descriptor; OSError if there is none."},
			{Name: "isatty", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if err := checkClosed(t, v); err != nil {
					return py.Value{}, err
				}
				return py.False, nil
			}), Doc: "Return whether the stream is a terminal."},
			{Name: "__enter__", Fn: py.Fn0(baseIter)},
			{Name: "__exit__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, _ py.Args) (py.Value, *py.Exc) { return t.CallMethod(v, sClose) })},
			{Name: "readline", Sig: "size=-1, /", Fn: py.FnSig(baseReadline), Doc: "Read a line, at most size bytes of it. Lines of binary files end with b'\\n'."},
			{Name: "readlines", Sig: "hint=-1, /", Fn: py.FnSig(baseReadlines), Doc: "Return the lines as a list; with a positive hint, only until they make up hint bytes."},
			{Name: "writelines", Sig: "lines, /", Fn: py.Fn1(baseWritelines), Doc: "Write a list of lines; line separators are not added."},
		},
		GetSet: []py.GetSetSpec{
			{Name: "closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asBase(v).closed), nil }},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: RawIOBaseType, Name: "_io._RawIOBase", Base: IOBaseType, Flags: ioFlags, Doc: "Base class for raw binary I/O.",
		Methods: []py.MethodSpec{
			{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(rawRead)},
			{Name: "readall", Fn: py.Fn0(rawReadall), Doc: "Read until EOF, using multiple read() call."},
			{Name: "readinto", Fn: py.FnRaw(notImplemented)},
			{Name: "write", Fn: py.FnRaw(notImplemented)},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: BufferedIOBaseType, Name: "_io._BufferedIOBase", Base: IOBaseType, Flags: ioFlags,
		Doc: "Base class for buffered streams of bytes.\n\nUnlike those of raw streams, read() may be called without a size and reads and\nwrites are complete, unless the raw stream is in non-blocking mode.",
		Methods: []py.MethodSpec{
			{Name: "detach", Fn: py.Fn0(unsupported0("detach")), Doc: "Separate the raw stream from this one and return it; this one is unusable then."},
			{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(unsupportedSig("read")), Doc: "Read size bytes, everything if it is negative or None.\n\nb'' is returned at the end of the stream, None if a non-blocking raw stream has\nno data just now."},
			{Name: "read1", Sig: "size=-1, /", Fn: py.FnSig(unsupportedSig("read1")), Doc: "Read up to size bytes with at most one read() of the raw stream."},
			{Name: "readinto", Sig: "buffer, /", Fn: py.Fn1(bufferedReadinto(sRead))},
			{Name: "readinto1", Sig: "buffer, /", Fn: py.Fn1(bufferedReadinto(sRead1))},
			{Name: "write", Sig: "b, /", Fn: py.Fn1(unsupported1("write")), Doc: "Write b and return its length in bytes. The memory of b can be reused then."},
		},
	})
	none := func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.None, nil }
	py.RegisterType(py.TypeSpec{
		Type: TextIOBaseType, Name: "_io._TextIOBase", Base: IOBaseType, Flags: ioFlags, Doc: "Base class for streams of text.\n\nThere is no readinto(), because strings cannot be changed.",
		Methods: []py.MethodSpec{
			{Name: "detach", Fn: py.Fn0(unsupported0("detach")), Doc: "Separate the buffer from this stream and return it; the stream is unusable then."},
			{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(unsupportedSig("read")), Doc: "Read at most size characters, everything if it is negative or None."},
			{Name: "readline", Sig: "size=-1, /", Fn: py.FnSig(unsupportedSig("readline")), Doc: "Read until a line end or the end of the stream; '' at the end."},
			{Name: "write", Sig: "s, /", Fn: py.Fn1(func(t *py.Thread, v, s py.Value) (py.Value, *py.Exc) {
				if _, ok := py.ToStr(s); !ok {
					return py.Value{}, t.TypeErr("write() argument 1 must be str, not %s", s.Type().Name())
				}
				return py.Value{}, unsupported(t, "write")
			}), Doc: "Write s and return its length in characters."},
		},
		GetSet: []py.GetSetSpec{
			{Name: "encoding", Get: none, Doc: "Encoding of the text stream.\n\nSubclasses should override."},
			{Name: "newlines", Get: none, Doc: "Line endings translated so far, None if none was seen."},
			{Name: "errors", Get: none, Doc: "The error setting of the decoder or encoder.\n\nSubclasses should override."},
		},
	})
}
