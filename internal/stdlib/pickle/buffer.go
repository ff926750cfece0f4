package pickle

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// pickleBuffer is a PickleBuffer: it keeps a buffer of another object, for
// protocol 5 to pass on without copying. buf is nil once released.
type pickleBuffer struct {
	py.Header
	buf *py.Buffer
}

var bufferType = new(py.Type)

func asPickleBuffer(v py.Value) *pickleBuffer { return (*pickleBuffer)(v.Ptr()) }

// held returns the buffer, or the error of a released PickleBuffer.
func (b *pickleBuffer) held(t *py.Thread) (*py.Buffer, *py.Exc) {
	b.Lock(t)
	buf := b.buf
	b.Unlock(t)
	if buf == nil {
		return nil, t.ValueErr("operation forbidden on released PickleBuffer object")
	}
	return buf, nil
}

// contiguous tells whether the items of buf lie without gaps in C order (or,
// with fortran, in Fortran order).
func contiguous(buf *py.Buffer, fortran bool) bool {
	if buf.Strides == nil {
		return !fortran || len(buf.Shape) <= 1
	}
	for _, d := range buf.Shape {
		if d == 0 {
			return true
		}
	}
	n := buf.ItemSize
	for k := range buf.Shape {
		i := len(buf.Shape) - 1 - k
		if fortran {
			i = k
		}
		if buf.Shape[i] > 1 && buf.Strides[i] != n {
			return false
		}
		n *= buf.Shape[i]
	}
	return true
}

// bytesOf returns the memory of a contiguous buffer.
func bytesOf(buf *py.Buffer) []byte { return buf.Data[buf.Offset : buf.Offset+buf.Len()] }

func registerBuffer() {
	py.RegisterType(py.TypeSpec{
		Type: bufferType, Name: "pickle.PickleBuffer", Guarded: true, Flags: py.FlagWeakref | py.FlagBaseType, Layout: py.LayoutOf[pickleBuffer](),
		Doc: "Wrapper for potentially out-of-band buffers",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				if err := args.NoKeywords(t, "PickleBuffer()"); err != nil {
					return py.Value{}, err
				}
				if n := args.Len(); n != 1 {
					return py.Value{}, t.TypeErr("PickleBuffer() takes exactly 1 positional argument (%d given)", n)
				}
				buf, err := t.Buffer(args.Pos()[0], py.BufFullRO)
				if err != nil {
					return py.Value{}, err
				}
				b := py.AllocFor[pickleBuffer](t, cls)
				b.buf = buf
				return py.FromHeader(&b.Header), nil
			},
			Buffer: func(t *py.Thread, v py.Value, flags py.BufferFlags) (*py.Buffer, *py.Exc) {
				b, err := asPickleBuffer(v).held(t)
				if err != nil {
					return nil, err
				}
				return t.Buffer(b.Obj, flags)
			},
			ReleaseBuffer: true,
		},
		Methods: []py.MethodSpec{
			{Name: "raw", Sig: "", Doc: "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				buf, err := asPickleBuffer(v).held(t)
				if err != nil {
					return py.Value{}, err
				}
				if !contiguous(buf, false) && !contiguous(buf, true) {
					return py.Value{}, t.Raise(py.BufferError, "cannot extract raw buffer from non-contiguous buffer")
				}
				// A buffer of its own: it holds the memory as long as the view lives.
				own, err := t.Buffer(buf.Obj, py.BufFullRO)
				if err != nil {
					return py.Value{}, err
				}
				own.Data, own.Offset, own.Format, own.ItemSize, own.Shape, own.Strides = bytesOf(own), 0, "B", 1, nil, nil
				return t.ViewOfBuffer(own).Value(), nil
			})},
			{Name: "release", Sig: "", Doc: "Release the underlying buffer held by the PickleBuffer object.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				b := asPickleBuffer(v)
				b.Lock(t)
				buf := b.buf
				b.buf = nil
				b.Unlock(t)
				if buf != nil {
					buf.ReleaseOn(t)
				}
				return py.None, nil
			})},
		},
	})
}
