package py

// Bytes is a bytes object; its contents never change.
type Bytes struct {
	Header
	hash uint64 // 0: not computed
	b    []byte
}

// ByteArray is a bytearray. exports counts the buffers that forbid resizing.
type ByteArray struct {
	Header
	b       []byte
	exports int
}

// BytesType and ByteArrayType are bytes and bytearray.
var (
	BytesType     = new(Type)
	ByteArrayType = new(Type)
)

func asBytes(v Value) *Bytes         { return (*Bytes)(v.ptr()) }
func asByteArray(v Value) *ByteArray { return (*ByteArray)(v.ptr()) }

// NewBytes makes a bytes object that keeps b.
func NewBytes(b []byte) *Bytes {
	x := &Bytes{b: b}
	x.typ, x.shape = BytesType, shBytes
	return x
}

// NewByteArray makes a bytearray that keeps b.
func NewByteArray(b []byte) *ByteArray {
	x := &ByteArray{b: b}
	x.typ, x.shape = ByteArrayType, ByteArrayType.root.id
	return x
}

// Value returns the object as a value.
func (b *Bytes) Value() Value { return Value{&b.Header, 0} }

// Bytes returns the contents; the caller does not change them.
func (b *Bytes) Bytes() []byte { return b.b }

// Value returns the object as a value.
func (b *ByteArray) Value() Value { return Value{&b.Header, 0} }

// ToBytes returns v as bytes if it is one (subclasses included).
func ToBytes(v Value) (*Bytes, bool) {
	if v.p != nil && v.p.typ.flags&FlagBytesSubclass != 0 {
		return asBytes(v), true
	}
	return nil, false
}

// snapshot returns a copy of the contents.
func (b *ByteArray) snapshot(t *Thread) []byte {
	b.Lock(t)
	defer b.Unlock(t)
	return append([]byte(nil), b.b...)
}
