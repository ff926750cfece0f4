package io

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// rwPair is a BufferedRWPair.
type rwPair struct {
	ioBase
	reader, writer *buffered
}

// BufferedRWPairType is io.BufferedRWPair.
var BufferedRWPairType = new(py.Type)

func asPair(v py.Value) *rwPair { return (*rwPair)(v.Ptr()) }

var pairSig = py.ParseSignature("reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /")

func pairInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [3]py.Value
	if err := pairSig.Bind(t, "BufferedRWPair", args, a[:]); err != nil {
		return err
	}
	size := defaultBufferSize
	if !a[2].IsNil() {
		var err *py.Exc
		if size, err = t.AsInt(a[2]); err != nil {
			return err
		}
	}
	if err := checkAble(t, a[0], sReadable, "File or stream is not readable."); err != nil {
		return err
	}
	if err := checkAble(t, a[1], sWritable, "File or stream is not writable."); err != nil {
		return err
	}
	p := asPair(self)
	r := py.AllocFor[buffered](t, BufferedReaderType)
	if err := r.initReader(t, a[0], size); err != nil {
		return err
	}
	w := py.AllocFor[buffered](t, BufferedWriterType)
	if err := w.initWriter(t, a[1], size); err != nil {
		return err
	}
	p.reader, p.writer = r, w
	return nil
}

// forward is a method that one of the two streams answers.
func forward(name *py.Str, toWriter bool) py.FnRaw {
	return func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		p := asPair(v)
		b := p.reader
		if toWriter {
			b = p.writer
		}
		if b == nil {
			return py.Value{}, t.ValueErr("I/O operation on uninitialized object")
		}
		f, err := t.GetAttr(b.value(), name)
		if err != nil {
			return py.Value{}, err
		}
		return t.CallArgs(f, args)
	}
}

func forward0(name *py.Str, toWriter bool) py.Fn0 {
	f := forward(name, toWriter)
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(t, v, py.Args{}) }
}

func pairClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	_, err := forward(sClose, true)(t, v, py.Args{})
	r, err2 := forward(sClose, false)(t, v, py.Args{})
	if err != nil {
		if err2 != nil {
			return py.Value{}, chain(err2, err)
		}
		return py.Value{}, err
	}
	return r, err2
}

func pairIsatty(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	r, err := forward(sIsatty, true)(t, v, py.Args{})
	if err != nil || r != py.False {
		return r, err
	}
	return forward(sIsatty, false)(t, v, py.Args{})
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: BufferedRWPairType, Name: "_io.BufferedRWPair", Guarded: true, Sig: "reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /", Base: BufferedIOBaseType, Flags: ioFlags | py.FlagHasFinalizer,
		Layout: py.LayoutWithExt(func(p *rwPair) *py.Ext { return &p.ext }),
		Doc:    "A buffered reader and a buffered writer as one stream, for sockets and pipes.\n\nreader and writer are raw streams; buffer_size goes for both buffers.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[rwPair](t, cls).Header), nil
			},
			Init: pairInit,
		},
		Methods: []py.MethodSpec{
			{Name: "read", Fn: py.FnRaw(forward(sRead, false))},
			{Name: "peek", Fn: py.FnRaw(forward(sPeek, false))},
			{Name: "read1", Fn: py.FnRaw(forward(sRead1, false))},
			{Name: "readinto", Fn: py.FnRaw(forward(sReadinto, false))},
			{Name: "readinto1", Fn: py.FnRaw(forward(sReadinto1, false))},
			{Name: "write", Fn: py.FnRaw(forward(sWrite, true))},
			{Name: "flush", Fn: py.Fn0(forward0(sFlush, true))},
			{Name: "readable", Fn: py.Fn0(forward0(sReadable, false))},
			{Name: "writable", Fn: py.Fn0(forward0(sWritable, true))},
			{Name: "close", Fn: py.Fn0(pairClose)},
			{Name: "isatty", Fn: py.Fn0(pairIsatty)},
		},
		GetSet: []py.GetSetSpec{
			{Name: "closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				w := asPair(v).writer
				if w == nil {
					return py.Value{}, t.Raise(py.RuntimeError, "the BufferedRWPair object is being garbage-collected")
				}
				return t.GetAttr(w.value(), sClosed)
			}},
		},
	})
}
