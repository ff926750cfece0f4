package py

import (
	"runtime"
	"sync/atomic"
	"time"
)

// BufferFlags say what a consumer of the buffer protocol asks for.
type BufferFlags uint32

// The requests of the buffer protocol (C API reference, "Buffer request types").
const (
	BufSimple        BufferFlags = 0
	BufWritable      BufferFlags = 1
	BufFormat        BufferFlags = 4
	BufND            BufferFlags = 8
	BufStrides       BufferFlags = 0x10 | BufND
	BufCContiguous   BufferFlags = 0x20 | BufStrides
	BufFContiguous   BufferFlags = 0x40 | BufStrides
	BufAnyContiguous BufferFlags = 0x80 | BufStrides
	BufIndirect      BufferFlags = 0x100 | BufStrides
	BufFull          BufferFlags = BufIndirect | BufWritable | BufFormat
	BufFullRO        BufferFlags = BufIndirect | BufFormat
)

// Buffer is memory exported by an object. Data is the whole memory; for a
// multi-dimensional buffer Shape and Strides (in bytes) say how it is laid
// out from Offset on. Release must be called once when the consumer is done.
//
// Who asks with flags below BufStrides gets plain contiguous memory: Data is
// then exactly the contents, and Offset and Strides can be ignored.
type Buffer struct {
	Obj      Value
	Data     []byte
	ReadOnly bool
	Format   string // struct module notation; "" means "B"
	ItemSize int
	Shape    []int // nil: one dimension of len(Data)/ItemSize; empty: a scalar
	Strides  []int // nil: C-contiguous
	Offset   int
	release  func()
	counter  *atomic.Int32 // of the exporter's Exports, when releasing is counting
	thread   *Thread       // who releases, nil: unknown
}

// NewBuffer describes plain bytes; release may be nil.
func NewBuffer(obj Value, data []byte, readOnly bool, release func()) *Buffer {
	return &Buffer{Obj: obj, Data: data, ReadOnly: readOnly, Format: "B", ItemSize: 1, release: release}
}

// NewCountedBuffer is NewBuffer for an object that does no more on release than
// count it in e, where the buffer has been counted.
func NewCountedBuffer(obj Value, data []byte, readOnly bool, e *Exports) *Buffer {
	b := NewBuffer(obj, data, readOnly, e.Drop)
	b.counter = e.counter()
	return b
}

// Release tells the exporter that the consumer is done.
func (b *Buffer) Release() {
	if b.release != nil {
		b.release()
		b.release = nil
	}
}

// ReleaseOn is Release for a caller that knows its thread.
func (b *Buffer) ReleaseOn(t *Thread) {
	b.thread = t
	b.Release()
}

// OnRelease sets what Release does.
func (b *Buffer) OnRelease(f func()) { b.release = f }

// Buffer asks v for its memory.
func (t *Thread) Buffer(v Value, flags BufferFlags) (*Buffer, *Exc) {
	f := v.p.typ.slots.Buffer
	if f == nil {
		return nil, t.TypeErr("a bytes-like object is required, not '%s'", v.p.typ.name)
	}
	return f(t, v, flags)
}

// fillBuffer answers a request for plain bytes.
func (t *Thread) fillBuffer(v Value, data []byte, readOnly bool, flags BufferFlags, release func()) (*Buffer, *Exc) {
	if readOnly && flags&BufWritable != 0 {
		if release != nil {
			release()
		}
		return nil, t.Raise(BufferError, "Object is not writable.")
	}
	return NewBuffer(v, data, readOnly, release), nil
}

// dims returns the shape and strides of the buffer, which may be implicit.
func (b *Buffer) dims() (shape, strides []int) {
	shape = b.Shape
	if shape == nil {
		shape = []int{len(b.Data) / max(b.ItemSize, 1)}
	}
	strides = b.Strides
	if strides == nil {
		strides = cStrides(shape, b.ItemSize)
	}
	return shape, strides
}

// cStrides are the strides of a C-contiguous array.
func cStrides(shape []int, itemSize int) []int {
	s := make([]int, len(shape))
	n := itemSize
	for i := len(shape) - 1; i >= 0; i-- {
		s[i] = n
		n *= shape[i]
	}
	return s
}

// Len is the number of bytes of all items.
func (b *Buffer) Len() int {
	if b.Shape == nil {
		return len(b.Data)
	}
	n := b.ItemSize
	for _, d := range b.Shape {
		n *= d
	}
	return n
}

// Tobytes returns a copy of the items' bytes in C order.
func (b *Buffer) Tobytes() []byte {
	if b.Strides == nil {
		return appendBytes(nil, b.Data[b.Offset:b.Offset+b.Len()])
	}
	dst := make([]byte, 0, b.Len())
	return appendStrided(dst, b.Data, b.Offset, b.Shape, b.Strides, b.ItemSize)
}

// appendBytes appends bytes that others may write meanwhile.
//
//go:norace
func appendBytes(dst, src []byte) []byte {
	if !raceEnabled { // which tells of every copy
		return append(dst, src...)
	}
	//lint:ignore S1011 append with dots would tell the race detector
	for i := range src {
		dst = append(dst, src[i])
	}
	return dst
}

func appendStrided(dst, src []byte, off int, shape, strides []int, itemSize int) []byte {
	if len(shape) == 0 {
		return appendBytes(dst, src[off:off+itemSize])
	}
	if len(shape) == 1 && strides[0] == itemSize {
		return appendBytes(dst, src[off:off+shape[0]*itemSize])
	}
	for i := 0; i < shape[0]; i++ {
		dst = appendStrided(dst, src, off+i*strides[0], shape[1:], strides[1:], itemSize)
	}
	return dst
}

// isContiguous tells whether items with these strides lie without gaps in C
// order, or in Fortran order.
func isContiguous(shape, strides []int, itemSize int, fortran bool) bool {
	for _, d := range shape {
		if d == 0 {
			return true
		}
	}
	n := itemSize
	for k := range shape {
		i := len(shape) - 1 - k
		if fortran {
			i = k
		}
		if shape[i] > 1 && strides[i] != n {
			return false
		}
		n *= shape[i]
	}
	return true
}

// Exports counts the buffers of an object that forbid resizing it.
// The counter is an allocation of its own, so that a memoryview that is garbage
// together with the object can count down without keeping either alive.
type Exports struct{ p atomic.Pointer[atomic.Int32] }

func (e *Exports) counter() *atomic.Int32 {
	if n := e.p.Load(); n != nil {
		return n
	}
	e.p.CompareAndSwap(nil, new(atomic.Int32))
	return e.p.Load()
}

// Add counts one more buffer; Drop one less. Drop may be called from any
// goroutine.
func (e *Exports) Add()  { e.counter().Add(1) }
func (e *Exports) Drop() { e.counter().Add(-1) }

// Any tells whether there are buffers.
func (e *Exports) Any() bool {
	n := e.p.Load()
	return n != nil && n.Load() > 0
}

// Check returns the BufferError for resizing an object that exports buffers.
// A memoryview that nobody holds any more counts until the collector finds it,
// so the collector is asked first.
func (e *Exports) Check(t *Thread) *Exc {
	if e.Held() {
		return t.errExported()
	}
	return nil
}

// Held tells whether there are buffers that are still in use.
func (e *Exports) Held() bool {
	if !e.Any() {
		return false
	}
	for range 2 {
		runtime.GC()
		for range 20 {
			if !e.Any() {
				return false
			}
			time.Sleep(20 * time.Microsecond)
		}
	}
	return true
}

// errExported is the BufferError of resizing memory that is in use.
func (t *Thread) errExported() *Exc {
	return t.Raise(BufferError, "Existing exports of data: object cannot be re-sized")
}

// HasBuffer tells whether v supports the buffer protocol.
func HasBuffer(v Value) bool { return v.p.typ.slots.Buffer != nil }
