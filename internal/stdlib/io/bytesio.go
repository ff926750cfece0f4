package io

import (
	"bytes"

	"github.com/coachwhip/coachwhip/internal/py"
)

// bytesIO is a BytesIO. buf[:shared] may also be the memory of a bytes object,
// so it is copied before it changes.
type bytesIO struct {
	ioBase
	buf     []byte
	shared  int
	pos     int
	exports py.Exports
	done    bool // closed
}

// bytesIOBuffer is what memoryviews of getbuffer() hold on to.
type bytesIOBuffer struct {
	py.Header
	source *bytesIO
}

// BytesIOType is io.BytesIO.
var BytesIOType = new(py.Type)

var bytesIOBufferType = new(py.Type)

func asBytesIO(v py.Value) *bytesIO { return (*bytesIO)(v.Ptr()) }

func (b *bytesIO) check(t *py.Thread) *py.Exc {
	if b.done {
		return t.ValueErr(fileClosed)
	}
	return nil
}

func (b *bytesIO) checkExports(t *py.Thread) *py.Exc {
	return b.exports.Check(t)
}

// own makes sure that the memory is not shared with a bytes object.
func (b *bytesIO) own() {
	if b.shared > 0 {
		b.buf = append(make([]byte, 0, len(b.buf)+len(b.buf)/8), b.buf...)
		b.shared = 0
	}
}

// writeAt puts p at the position, which it moves.
func (b *bytesIO) writeAt(t *py.Thread, p []byte) *py.Exc {
	if len(p) == 0 {
		return nil
	}
	if b.pos > maxBuffer-len(p) {
		return t.MemoryErr()
	}
	end := b.pos + len(p)
	if end > cap(b.buf) {
		if err := t.RoomFor(end + end/4); err != nil {
			return err
		}
	}
	if b.pos < b.shared {
		b.own()
	}
	if b.pos == len(b.buf) {
		b.buf = append(b.buf, p...)
	} else {
		if end > len(b.buf) {
			b.resize(end)
		}
		copy(b.buf[b.pos:], p)
	}
	b.pos = end
	return nil
}

// resize changes the length; what is new is zeros.
func (b *bytesIO) resize(n int) {
	if n <= len(b.buf) {
		if b.shared > n || n < cap(b.buf)/4 {
			// What comes behind may still be seen through a bytes object.
			b.buf, b.shared = append([]byte(nil), b.buf[:n]...), 0
		}
		b.buf = b.buf[:n]
		return
	}
	if n <= cap(b.buf) {
		old := len(b.buf)
		b.buf = b.buf[:n]
		clear(b.buf[old:])
		return
	}
	b.buf = append(b.buf, make([]byte, n-len(b.buf))...)
}

// rest is up to n bytes from the position on (all if n is negative).
func (b *bytesIO) rest(n int) []byte {
	if b.pos >= len(b.buf) {
		return nil
	}
	p := b.buf[b.pos:]
	if n >= 0 && n < len(p) {
		p = p[:n]
	}
	return p
}

func (b *bytesIO) line(limit int) []byte {
	p := b.rest(-1)
	if i := bytes.IndexByte(p, '\n'); i >= 0 {
		p = p[:i+1]
	}
	if limit >= 0 && limit < len(p) {
		p = p[:limit]
	}
	b.pos += len(p)
	return p
}

func bytesIONew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	return py.FromHeader(&py.AllocFor[bytesIO](t, cls).Header), nil
}

var bytesIOSig = py.ParseSignature("initial_bytes=b''")

func bytesIOInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [1]py.Value
	if err := bytesIOSig.Bind(t, "BytesIO", args, a[:]); err != nil {
		return err
	}
	b := asBytesIO(self)
	if err := b.checkExports(t); err != nil {
		return err
	}
	var data []byte
	shared := 0
	if v := a[0]; !v.IsNil() && !v.IsNone() {
		if x, ok := py.ToBytes(v); ok && v.Type() == py.BytesType {
			data = x.Bytes()
			data = data[:len(data):len(data)]
			shared = len(data)
		} else {
			buf, err := t.Buffer(v, py.BufSimple)
			if err != nil {
				return err
			}
			data = append([]byte(nil), buf.Data...)
			buf.Release()
		}
	}
	b.Lock(t)
	b.buf, b.shared, b.pos = data, shared, 0
	b.done = false
	b.Unlock(t)
	return nil
}

// bytesOp is a method that runs with the stream checked and locked.
func bytesOp(f func(t *py.Thread, b *bytesIO, n int) (py.Value, *py.Exc)) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		n, err := optSize(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		b := asBytesIO(v)
		b.Lock(t)
		defer b.Unlock(t)
		if err := b.check(t); err != nil {
			return py.Value{}, err
		}
		return f(t, b, n)
	}
}

func bytesIORead(t *py.Thread, b *bytesIO, n int) (py.Value, *py.Exc) {
	p := b.rest(n)
	if len(p) == len(b.buf) && len(p) > 0 && !b.exports.Any() {
		b.pos = len(p)
		return b.value(), nil
	}
	b.pos += len(p)
	return py.NewBytes(append([]byte(nil), p...)).Value(), nil
}

// value returns the contents without copying them.
func (b *bytesIO) value() py.Value {
	if b.exports.Any() {
		return py.NewBytes(append([]byte(nil), b.buf...)).Value()
	}
	if cap(b.buf) > len(b.buf)+len(b.buf)/4+64 {
		// The bytes object would keep much unused memory alive.
		b.buf = append([]byte(nil), b.buf...)
	}
	b.shared = len(b.buf)
	return py.NewBytes(b.buf[:len(b.buf):len(b.buf)]).Value()
}

func bytesIOReadinto(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	buf, err := writableBuffer(t, "readinto() argument", arg)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	b := asBytesIO(v)
	b.Lock(t)
	defer b.Unlock(t)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	n := copy(buf.Data, b.rest(-1))
	b.pos += n
	return py.IntOf(n), nil
}

func bytesIOWrite(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	if err := b.checkExports(t); err != nil {
		return py.Value{}, err
	}
	if x, ok := py.ToBytes(arg); ok {
		b.Lock(t)
		err := b.writeAt(t, x.Bytes())
		b.Unlock(t)
		return py.IntOf(len(x.Bytes())), err
	}
	buf, err := t.Buffer(arg, py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	// Taking the buffer may have run Python code.
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	if err := b.checkExports(t); err != nil {
		return py.Value{}, err
	}
	b.Lock(t)
	err = b.writeAt(t, buf.Data)
	b.Unlock(t)
	if err != nil {
		return py.Value{}, err
	}
	return py.IntOf(len(buf.Data)), nil
}

func bytesIOSeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	pos, err := t.AsInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	whence, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	b := asBytesIO(v)
	b.Lock(t)
	defer b.Unlock(t)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	base := 0
	switch whence {
	case 0:
		if pos < 0 {
			return py.Value{}, t.ValueErr("negative seek value %d", pos)
		}
	case 1:
		base = b.pos
	case 2:
		base = len(b.buf)
	default:
		return py.Value{}, t.ValueErr("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if base > 0 && pos > 0 && pos+base < 0 {
		return py.Value{}, t.Raise(py.OverflowError, "new position too large")
	}
	b.pos = max(pos+base, 0)
	return py.IntOf(b.pos), nil
}

func bytesIOTruncate(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	if err := b.checkExports(t); err != nil {
		return py.Value{}, err
	}
	n := b.pos
	if !a[0].IsNil() && !a[0].IsNone() {
		var err *py.Exc
		if n, err = optSize(t, a[0]); err != nil {
			return py.Value{}, err
		}
		if n < 0 {
			return py.Value{}, t.ValueErr("negative size value %d", n)
		}
	}
	b.Lock(t)
	defer b.Unlock(t)
	if n < len(b.buf) {
		b.resize(n)
	}
	return py.IntOf(n), nil
}

func bytesIOReadlines(t *py.Thread, b *bytesIO, hint int) (py.Value, *py.Exc) {
	var lines []py.Value
	size := 0
	for {
		p := b.line(-1)
		if len(p) == 0 {
			break
		}
		lines = append(lines, py.NewBytes(append([]byte(nil), p...)).Value())
		if size += len(p); hint > 0 && size >= hint {
			break
		}
	}
	return py.NewList(lines).Value(), nil
}

func bytesIONext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	b.Lock(t)
	defer b.Unlock(t)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	p := b.line(-1)
	if len(p) == 0 {
		return py.Value{}, nil
	}
	return py.NewBytes(append([]byte(nil), p...)).Value(), nil
}

func bytesIOGetbuffer(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	x := py.AllocFor[bytesIOBuffer](t, bytesIOBufferType)
	x.source = b
	return t.MemoryViewOf(py.FromHeader(&x.Header))
}

func bytesIOClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	if err := b.checkExports(t); err != nil {
		return py.Value{}, err
	}
	b.Lock(t)
	b.buf, b.shared, b.done = nil, 0, true
	b.Unlock(t)
	return py.None, nil
}

func bytesIOGetstate(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBytesIO(v)
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	d := t.InstDict(v)
	dict := py.None
	if d != nil && d.Len() > 0 {
		dict = d.CopyOf(t).Value()
	}
	return py.NewTuple(b.value(), py.IntOf(b.pos), dict).Value(), nil
}

func bytesIOSetstate(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
	tp, ok := py.ToTuple(state)
	if !ok || len(tp.Items()) < 3 {
		return py.Value{}, t.TypeErr("%s.__setstate__ argument should be 3-tuple, got %s", v.Type().Name(), state.Type().Name())
	}
	items := tp.Items()
	b := asBytesIO(v)
	if b.done {
		return py.Value{}, t.ValueErr("I/O operation on closed file.")
	}
	if err := b.checkExports(t); err != nil {
		return py.Value{}, err
	}
	buf, err := t.Buffer(items[0], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	data := append([]byte(nil), buf.Data...)
	buf.Release()
	if !py.IsInt(items[1]) {
		return py.Value{}, t.TypeErr("second item of state must be an integer, got %s", items[1].Type().Name())
	}
	pos, err := t.AsInt(items[1])
	if err != nil {
		return py.Value{}, err
	}
	if pos < 0 {
		return py.Value{}, t.ValueErr("position value cannot be negative")
	}
	b.buf, b.shared, b.done, b.pos = data, 0, false, pos
	return py.None, restoreDict(t, v, items[2], "third")
}

// restoreDict adds the attributes of a pickled stream.
func restoreDict(t *py.Thread, v, dict py.Value, which string) *py.Exc {
	if dict.IsNone() {
		return nil
	}
	d, ok := py.ToDict(dict)
	if !ok {
		return t.TypeErr("%s item of state should be a dict, got a %s", which, dict.Type().Name())
	}
	own := t.InstDict(v)
	for pos := 0; ; {
		k, x, next, ok := d.EntryAt(t, pos)
		if !ok {
			return nil
		}
		pos = next
		if err := own.Set(t, k, x); err != nil {
			return err
		}
	}
}

func init() {
	always := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		if err := asBytesIO(v).check(t); err != nil {
			return py.Value{}, err
		}
		return py.True, nil
	})
	py.RegisterType(py.TypeSpec{
		Type: BytesIOType, Name: "_io.BytesIO", Guarded: true, Sig: "initial_bytes=b''", Base: BufferedIOBaseType, Flags: ioFlags,
		Layout: py.LayoutWithExt(func(b *bytesIO) *py.Ext { return &b.ext }),
		Doc:    "Buffered I/O implementation using an in-memory bytes buffer.",
		Slots: py.Slots{
			New: bytesIONew, Init: bytesIOInit, Next: bytesIONext,
			Iter: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return v, asBytesIO(v).check(t)
			},
		},
		Methods: []py.MethodSpec{
			{Name: "readable", Fn: always, Doc: "Returns True if the IO object can be read."},
			{Name: "seekable", Fn: always, Doc: "Returns True if the IO object can be seeked."},
			{Name: "writable", Fn: always, Doc: "Returns True if the IO object can be written."},
			{Name: "close", Fn: py.Fn0(bytesIOClose), Doc: "Disable all I/O operations."},
			{Name: "flush", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.None, asBytesIO(v).check(t)
			}), Doc: "Does nothing."},
			{Name: "isatty", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.False, asBytesIO(v).check(t)
			}), Doc: "Always returns False: a BytesIO is no terminal."},
			{Name: "tell", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.IntOf(asBytesIO(v).pos), asBytesIO(v).check(t)
			}), Doc: "Current file position, an integer."},
			{Name: "write", Sig: "b, /", Fn: py.Fn1(bytesIOWrite), Doc: "Write bytes and return how many."},
			{Name: "writelines", Sig: "lines, /", Fn: py.Fn1(func(t *py.Thread, v, lines py.Value) (py.Value, *py.Exc) {
				if err := asBytesIO(v).check(t); err != nil {
					return py.Value{}, err
				}
				err := t.Each(lines, func(x py.Value) *py.Exc {
					_, err := bytesIOWrite(t, v, x)
					return err
				})
				return py.None, err
			}), Doc: "Write each item of an iterable of bytes-like objects."},
			{Name: "read1", Sig: "size=-1, /", Fn: bytesOp(bytesIORead), Doc: "Read at most size bytes, all that are left if size is negative or None."},
			{Name: "read", Sig: "size=-1, /", Fn: bytesOp(bytesIORead), Doc: "Read at most size bytes, all that are left if size is negative or None."},
			{Name: "readline", Sig: "size=-1, /", Fn: bytesOp(func(t *py.Thread, b *bytesIO, n int) (py.Value, *py.Exc) {
				return py.NewBytes(append([]byte(nil), b.line(n)...)).Value(), nil
			}), Doc: "Read a line with its newline, at most size bytes; b'' at the end."},
			{Name: "readlines", Sig: "size=None, /", Fn: bytesOp(bytesIOReadlines), Doc: "Return the lines that are left as a list, about size bytes of them if given."},
			{Name: "readinto", Sig: "buffer, /", Fn: py.Fn1(bytesIOReadinto), Doc: "Fill buffer and return how many bytes went into it."},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: py.FnSig(bytesIOSeek), Doc: "Move to a position counted from the start (whence 0), the position (1) or the\nend (2), and return it."},
			{Name: "truncate", Sig: "size=None, /", Fn: py.FnSig(bytesIOTruncate), Doc: "Cut the contents to size bytes, the current position by default; the position\nstays."},
			{Name: "getbuffer", Fn: py.Fn0(bytesIOGetbuffer), Doc: "Get a read-write view over the contents of the BytesIO object."},
			{Name: "getvalue", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b := asBytesIO(v)
				b.Lock(t)
				defer b.Unlock(t)
				if err := b.check(t); err != nil {
					return py.Value{}, err
				}
				return b.value(), nil
			}), Doc: "Return the whole contents as bytes."},
			{Name: "__getstate__", Fn: py.Fn0(bytesIOGetstate)},
			{Name: "__setstate__", Sig: "object, /", Fn: py.Fn1(bytesIOSetstate)},
			{Name: "__sizeof__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.IntOf(112 + cap(asBytesIO(v).buf)), nil
			})},
		},
		GetSet: []py.GetSetSpec{
			{Name: "closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.Bool(asBytesIO(v).done), nil }, Doc: "True if the file is closed."},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: bytesIOBufferType, Name: "_io._BytesIOBuffer", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Buffer: func(t *py.Thread, v py.Value, flags py.BufferFlags) (*py.Buffer, *py.Exc) {
			b := (*bytesIOBuffer)(v.Ptr()).source
			if t.Guard(&b.Header) {
				defer t.Unguard()
			}
			b.own()
			b.exports.Add()
			return py.NewCountedBuffer(v, b.buf, false, &b.exports), nil
		}},
	})
}
