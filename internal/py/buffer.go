package py

// BufferFlags say what a consumer of the buffer protocol asks for.
type BufferFlags uint32

// The requests of the buffer protocol (C API reference, "Buffer request types").
const (
	BufSimple   BufferFlags = 0
	BufWritable BufferFlags = 1
	BufFormat   BufferFlags = 4
	BufND       BufferFlags = 8
	BufStrides  BufferFlags = 0x10 | BufND
	BufIndirect BufferFlags = 0x100 | BufStrides
	BufFull     BufferFlags = BufIndirect | BufWritable | BufFormat
	BufFullRO   BufferFlags = BufIndirect | BufFormat
)

// Buffer is memory exported by an object. Data is the whole memory; for a
// multi-dimensional buffer Shape and Strides (in bytes) say how it is laid
// out from Offset on. Release must be called once when the consumer is done.
type Buffer struct {
	Obj      Value
	Data     []byte
	ReadOnly bool
	Format   string // struct module notation; "" means "B"
	ItemSize int
	Shape    []int // nil: one dimension of len(Data)/ItemSize
	Strides  []int // nil: C-contiguous
	Offset   int
	release  func()
}

// NewBuffer describes plain bytes; release may be nil.
func NewBuffer(obj Value, data []byte, readOnly bool, release func()) *Buffer {
	return &Buffer{Obj: obj, Data: data, ReadOnly: readOnly, Format: "B", ItemSize: 1, release: release}
}

// Release tells the exporter that the consumer is done.
func (b *Buffer) Release() {
	if b.release != nil {
		b.release()
		b.release = nil
	}
}

// Buffer asks v for its memory.
func (t *Thread) Buffer(v Value, flags BufferFlags) (*Buffer, *Exc) {
	f := v.p.typ.slots.Buffer
	if f == nil {
		return nil, t.TypeErr("a bytes-like object is required, not '%s'", v.p.typ.name)
	}
	return f(t, v, flags)
}
