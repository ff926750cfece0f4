// Package structmod is the _struct module: conversion between Python values and
// bytes laid out as C structs.
package structmod

import (
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

// structObj is a Struct. fmt is nil until __init__ has run.
type structObj struct {
	py.Header
	fmt *format
}

// unpackIter is what iter_unpack returns.
type unpackIter struct {
	py.Header
	fmt *format
	buf *py.Buffer // nil at the end
	pos int
}

var (
	structType = new(py.Type)
	iterType   = new(py.Type)
	errorType  = new(py.Type)
)

// state is the module's data in one interpreter.
type state struct {
	mu      sync.Mutex
	formats map[string]*format
}

func stateOf(t *py.Thread) *state {
	return t.Interp().ModuleStateOr("_struct", func() any { return &state{formats: map[string]*format{}} }).(*state)
}

func asStruct(v py.Value) *structObj { return (*structObj)(v.Ptr()) }

var emptyFormat = &format{size: -1, n: -1}

func (s *structObj) format() *format {
	if s.fmt == nil {
		return emptyFormat
	}
	return s.fmt
}

func pack(t *py.Thread, f *format, vals []py.Value) (py.Value, *py.Exc) {
	if len(vals) != f.n {
		return py.Value{}, t.Raise(errorType, "pack expected %d items for packing (got %d)", f.n, len(vals))
	}
	if f.size > maxSize {
		return py.Value{}, t.MemoryErr()
	}
	b := make([]byte, f.size)
	if err := f.pack(t, b, vals); err != nil {
		return py.Value{}, err
	}
	return py.NewBytes(b).Value(), nil
}

// maxSize bounds the bytes that one call makes.
const maxSize = 1 << 36

func packInto(t *py.Thread, f *format, args []py.Value) (py.Value, *py.Exc) {
	if len(args)-2 != f.n {
		switch len(args) {
		case 0:
			return py.Value{}, t.Raise(errorType, "pack_into expected buffer argument")
		case 1:
			return py.Value{}, t.Raise(errorType, "pack_into expected offset argument")
		}
		return py.Value{}, t.Raise(errorType, "pack_into expected %d items for packing (got %d)", f.n, len(args)-2)
	}
	if !py.IsBytesLike(args[0]) {
		return py.Value{}, t.TypeErr("argument must be read-write bytes-like object, not %s", args[0].Type().Name())
	}
	buf, err := t.Buffer(args[0], py.BufWritable)
	if err != nil {
		if err.Is(py.BufferError) {
			err = t.TypeErr("argument must be read-write bytes-like object, not %s", args[0].Type().Name())
		}
		return py.Value{}, err
	}
	defer buf.ReleaseOn(t)
	off, err := t.AsInt(args[1])
	if err != nil {
		if err.Is(py.OverflowError) {
			err = t.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", args[1].Type().Name())
		}
		return py.Value{}, err
	}
	n := len(buf.Data)
	if off < 0 {
		if off+f.size > 0 {
			return py.Value{}, t.Raise(errorType, "no space to pack %d bytes at offset %d", f.size, off)
		}
		if off+n < 0 {
			return py.Value{}, t.Raise(errorType, "offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < f.size {
		return py.Value{}, t.Raise(errorType, "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", uint64(f.size)+uint64(off), f.size, off, n)
	}
	dst := buf.Data[off : off+f.size]
	clear(dst)
	return py.None, f.pack(t, dst, args[2:])
}

func unpack(t *py.Thread, f *format, v py.Value) (r py.Value, err *py.Exc) {
	err = t.BytesLike(v, func(b []byte) *py.Exc {
		if len(b) != f.size {
			return t.Raise(errorType, "unpack requires a buffer of %d bytes", f.size)
		}
		r = f.unpack(b)
		return nil
	})
	return r, err
}

func unpackFrom(t *py.Thread, f *format, v, offv py.Value) (r py.Value, err *py.Exc) {
	off := 0
	if !offv.IsNil() {
		if off, err = t.SizeArg(offv); err != nil {
			return
		}
	}
	err = t.BytesLike(v, func(b []byte) *py.Exc {
		n := len(b)
		if off < 0 {
			if off+f.size > 0 {
				return t.Raise(errorType, "not enough data to unpack %d bytes at offset %d", f.size, off)
			}
			if off+n < 0 {
				return t.Raise(errorType, "offset %d out of range for %d-byte buffer", off, n)
			}
			off += n
		}
		if n-off < f.size {
			return t.Raise(errorType, "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", uint64(f.size)+uint64(off), f.size, off, n)
		}
		r = f.unpack(b[off : off+f.size])
		return nil
	})
	return
}

func iterUnpack(t *py.Thread, f *format, v py.Value) (py.Value, *py.Exc) {
	if f.size == 0 {
		return py.Value{}, t.Raise(errorType, "cannot iteratively unpack with a struct of length 0")
	}
	buf, err := t.Buffer(v, py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	if len(buf.Data)%f.size != 0 {
		buf.ReleaseOn(t)
		return py.Value{}, t.Raise(errorType, "iterative unpacking requires a buffer of a multiple of %d bytes", f.size)
	}
	it := &unpackIter{fmt: f, buf: buf}
	it.InitHeader(iterType)
	return py.FromHeader(&it.Header), nil
}

func iterNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := (*unpackIter)(v.Ptr())
	buf := it.buf
	if buf == nil {
		return py.Value{}, nil
	}
	at := it.pos
	if at+it.fmt.size > len(buf.Data) {
		it.buf = nil
		buf.ReleaseOn(t)
		return py.Value{}, nil
	}
	it.pos = at + it.fmt.size
	return it.fmt.unpack(buf.Data[at:it.pos]), nil
}

// ready is the error of using a Struct that was not initialised.
func (s *structObj) ready(t *py.Thread) *py.Exc {
	if s.fmt == nil {
		return t.Raise(py.RuntimeError, "Struct object is not initialized")
	}
	return nil
}

// noKeywords passes the positional arguments on.
func noKeywords(name string, f func(t *py.Thread, v py.Value, vals []py.Value) (py.Value, *py.Exc)) py.FnRaw {
	return func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		if err := args.NoKeywords(t, name, "()"); err != nil {
			return py.Value{}, err
		}
		return f(t, v, args.Pos())
	}
}

// withFormat is a module function whose first argument is the format.
func withFormat(name string, f func(t *py.Thread, fm *format, vals []py.Value) (py.Value, *py.Exc)) py.FnRaw {
	return noKeywords("_struct."+name, func(t *py.Thread, _ py.Value, vals []py.Value) (py.Value, *py.Exc) {
		if len(vals) == 0 {
			return py.Value{}, t.TypeErr("missing format argument")
		}
		fm, err := compiled(t, vals[0])
		if err != nil {
			return py.Value{}, err
		}
		return f(t, fm, vals[1:])
	})
}

var structMethods = []py.MethodSpec{
	{Name: "pack", Doc: "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values packed according to S.format.", Fn: noKeywords("Struct.pack", func(t *py.Thread, v py.Value, vals []py.Value) (py.Value, *py.Exc) {
		return pack(t, asStruct(v).format(), vals)
	})},
	{Name: "pack_into", Doc: "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values into the writable buffer, starting at offset.", Fn: noKeywords("Struct.pack_into", func(t *py.Thread, v py.Value, vals []py.Value) (py.Value, *py.Exc) {
		return packInto(t, asStruct(v).format(), vals)
	})},
	{Name: "unpack", Sig: "buffer, /", Doc: "Return a tuple containing the values unpacked from the buffer.", Fn: py.Fn1(func(t *py.Thread, v, b py.Value) (py.Value, *py.Exc) {
		s := asStruct(v)
		if err := s.ready(t); err != nil {
			return py.Value{}, err
		}
		return unpack(t, s.fmt, b)
	})},
	{Name: "unpack_from", Sig: "buffer, offset=0", Doc: "Return a tuple containing the values unpacked from the buffer, starting at offset.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		s := asStruct(v)
		if err := s.ready(t); err != nil {
			return py.Value{}, err
		}
		return unpackFrom(t, s.fmt, a[0], a[1])
	})},
	{Name: "iter_unpack", Sig: "buffer, /", Doc: "Return an iterator yielding tuples unpacked from the buffer piece by piece.", Fn: py.Fn1(func(t *py.Thread, v, b py.Value) (py.Value, *py.Exc) {
		s := asStruct(v)
		if err := s.ready(t); err != nil {
			return py.Value{}, err
		}
		return iterUnpack(t, s.fmt, b)
	})},
	{Name: "__sizeof__", Doc: "S.__sizeof__() -> size of S in memory, in bytes", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.IntOf(56 + 40*(len(asStruct(v).format().items)+1)), nil
	})},
}

var initSig = py.ParseSignature("format")

func init() { py.RegisterPackage(registerStruct, "_struct") }

func registerStruct() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "struct.error", Base: py.Exception, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{
		Type: structType, Name: "_struct.Struct", Guarded: true, Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[structObj](),
		Doc: "Struct(fmt) --> compiled struct object",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[structObj](t, cls).Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				var a [1]py.Value
				if err := initSig.Bind(t, "Struct", args, a[:]); err != nil {
					return err
				}
				text, err := formatText(t, a[0])
				if err != nil {
					return err
				}
				f, err := parse(t, text)
				if err != nil {
					return err
				}
				asStruct(self).fmt = f
				return nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.NewStr(v.Type().BareName() + "(" + py.ReprText(py.NewStr(asStruct(v).format().text)).String() + ")").Value(), nil
			},
		},
		Methods: structMethods,
		GetSet: []py.GetSetSpec{
			{Name: "format", Doc: "struct format string", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.NewStr(asStruct(v).format().text).Value(), nil
			}},
			{Name: "size", Doc: "struct size in bytes", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(asStruct(v).format().size), nil }},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: iterType, Name: "_struct.unpack_iterator", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Iter: py.IterSelf, Next: iterNext},
		Methods: []py.MethodSpec{{Name: "__length_hint__", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			it := (*unpackIter)(v.Ptr())
			if it.buf == nil {
				return py.Int64(0), nil
			}
			return py.IntOf((len(it.buf.Data) - it.pos) / it.fmt.size), nil
		})}},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_struct", Doc: "Functions to convert between Python values and C structs.\nPython bytes objects hold the data representing the C struct, and format strings\ndescribe its layout.",
		Types: []*py.Type{structType},
		Methods: []py.MethodSpec{
			{Name: "_clearcache", Doc: "Clear the internal cache.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				s := stateOf(t)
				s.mu.Lock()
				clear(s.formats)
				s.mu.Unlock()
				return py.None, nil
			})},
			{Name: "calcsize", Sig: "format, /", Doc: "Return size in bytes of the struct described by the format string.", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
				f, err := compiled(t, v)
				if err != nil {
					return py.Value{}, err
				}
				return py.IntOf(f.size), nil
			})},
			{Name: "pack", Doc: "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values packed according to the format.", Fn: withFormat("pack", pack)},
			{Name: "pack_into", Doc: "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values into the writable buffer, starting at offset.", Fn: withFormat("pack_into", packInto)},
			{Name: "unpack", Sig: "format, buffer, /", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				f, err := compiled(t, a[0])
				if err != nil {
					return py.Value{}, err
				}
				return unpack(t, f, a[1])
			})},
			{Name: "unpack_from", Sig: "format, /, buffer, offset=0", Doc: "Return a tuple containing values unpacked according to the format string,\nstarting at offset.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				f, err := compiled(t, a[0])
				if err != nil {
					return py.Value{}, err
				}
				return unpackFrom(t, f, a[1], a[2])
			})},
			{Name: "iter_unpack", Sig: "format, buffer, /", Doc: "Return an iterator yielding tuples unpacked from the buffer piece by piece.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				f, err := compiled(t, a[0])
				if err != nil {
					return py.Value{}, err
				}
				return iterUnpack(t, f, a[1])
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("error", errorType.Value())
			return nil
		},
	})
}
