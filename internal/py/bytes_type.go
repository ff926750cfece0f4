package py

import (
	"bytes"
	"math"
)

var bytesNewSig = ParseSignature("source=b'', encoding='utf-8', errors='strict'")

// bytesNew is bytes.__new__.
func bytesNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [3]Value
	if err := bytesNewSig.Bind(t, "bytes", args, a[:]); err != nil {
		return Value{}, err
	}
	if cls == BytesType && a[0].p != nil && a[1].p == nil && a[2].p == nil && a[0].p.shape == shBytes {
		return a[0], nil
	}
	if cls == BytesType && a[0].p != nil && a[1].p == nil && a[2].p == nil {
		// What __bytes__ returns may be of a subclass and stays it.
		if r, ok, err := t.dunderBytes(a[0]); err != nil {
			return Value{}, err
		} else if ok {
			return r.Value(), nil
		}
	}
	b, err := t.bytesSource(a[:])
	if err != nil {
		return Value{}, err
	}
	if cls == BytesType {
		return NewBytes(b).Value(), nil
	}
	x := allocFor[Bytes](cls)
	x.b = b
	return x.Value(), nil
}

func (t *Thread) bytesSource(a []Value) ([]byte, *Exc) {
	if a[0].p != nil && a[1].p == nil && a[2].p == nil {
		if r, ok, err := t.dunderBytes(a[0]); ok || err != nil {
			if err != nil {
				return nil, err
			}
			return r.b, nil
		}
	}
	b, v, done, err := t.newSource("bytes", a)
	if done || err != nil {
		return b, err
	}
	return t.bytesFromObject(v)
}

// bytesFromObject converts an object without __bytes__ to bytes.
func (t *Thread) bytesFromObject(v Value) ([]byte, *Exc) {
	if b, ok, err := t.sizeSource(v); ok || err != nil {
		return b, err
	}
	return t.bytesFromValue(v, "bytes", bytesRange)
}

// dunderBytes calls __bytes__; ok is false when the object has none.
func (t *Thread) dunderBytes(v Value) (b *Bytes, ok bool, err *Exc) {
	if v.p.shape == shBytes {
		return asBytes(v), true, nil
	}
	r, ok, err := t.callSpecial(v, strBytes)
	if !ok || err != nil {
		return nil, ok, err
	}
	if b, ok = ToBytes(r); !ok {
		return nil, true, t.TypeErr("__bytes__ returned non-bytes (type %s)", r.p.typ.name)
	}
	return b, true, nil
}

// ToBytesObject is bytes(v) for an object: its __bytes__, buffer or items.
func (t *Thread) ToBytesObject(v Value) (*Bytes, *Exc) {
	if b, ok, err := t.dunderBytes(v); ok || err != nil {
		return b, err
	}
	if v.p.typ.flags&FlagStrSubclass != 0 {
		return nil, t.TypeErr("cannot convert '%s' object to bytes", v.p.typ.name)
	}
	b, err := t.bytesFromValue(v, "bytes", bytesRange)
	if err != nil {
		return nil, err
	}
	return NewBytes(b), nil
}

// compareWarning is the BytesWarning of comparing bytes with something that
// they never equal (-b).
func (t *Thread) compareWarning(a, b Value, op CompareOp) *Exc {
	level := t.interp.opts.Flags["bytes_warning"]
	if level == 0 || op != CmpEQ && op != CmpNE {
		return nil
	}
	name := "bytes"
	if a.p.typ.flags&FlagByteArraySubclass != 0 {
		name = "bytearray"
	}
	switch {
	case b.p.typ.flags&FlagStrSubclass != 0:
		return t.Warn(BytesWarning, 1, "Comparison between %s and string", name)
	case name == "bytes" && IsInt(b):
		return t.Warn(BytesWarning, 1, "Comparison between bytes and int")
	}
	return nil
}

func bytesRichCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	x, ok := ToBytes(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := ToBytes(b)
	if !ok {
		return NotImplemented, t.compareWarning(a, b, op)
	}
	return Bool(bytesCompare(x.b, y.b, op)), nil
}

// strOfBytes is str() of bytes and bytearray: their repr, with a warning on demand.
func strOfBytes(t *Thread, v Value) (Value, *Exc) {
	if t.interp.opts.Flags["bytes_warning"] > 0 {
		name := "bytes"
		if v.p.typ.flags&FlagByteArraySubclass != 0 {
			name = "bytearray"
		}
		if err := t.Warn(BytesWarning, 1, "str() on a %s instance", name); err != nil {
			return Value{}, err
		}
	}
	s, err := t.Repr(v)
	return s.Value(), err
}

// bytesConcat is + of bytes and bytearray.
func bytesConcat(t *Thread, a, b Value) (Value, *Exc) {
	if !isBytesLike(b) {
		return Value{}, t.TypeErr("can't concat %s to %s", b.p.typ.name, a.p.typ.name)
	}
	y, err := t.bytesArg(b)
	if err != nil {
		if err.Is(TypeError) || err.Is(BufferError) {
			return Value{}, t.TypeErr("can't concat %s to %s", b.p.typ.name, a.p.typ.name)
		}
		return Value{}, err
	}
	defer y.release()
	x := t.selfBytes(a)
	if t.full(len(x) + len(y.b)) {
		return Value{}, t.MemoryErr()
	}
	if a.p.typ.flags&FlagBytesSubclass != 0 {
		if len(y.b) == 0 && a.p.shape == shBytes {
			return a, nil
		}
		if len(x) == 0 && b.p.shape == shBytes {
			return b, nil
		}
		r := allocBytes(len(x) + len(y.b))
		copy(r.b[copy(r.b, x):], y.b)
		return canonBytes(r).Value(), nil
	}
	r := make([]byte, len(x)+len(y.b))
	copy(r[copy(r, x):], y.b)
	return NewByteArray(r).Value(), nil
}

// canonBytes returns the shared object of one-byte bytes.
func canonBytes(b *Bytes) *Bytes {
	if len(b.b) == 1 {
		return &oneByte[b.b[0]]
	}
	return b
}

func bytesRepeat(t *Thread, v Value, n int) (Value, *Exc) {
	b := t.selfBytes(v)
	isBytes := v.p.typ.flags&FlagBytesSubclass != 0
	if n <= 0 || len(b) == 0 {
		return likeSelf(v, nil), nil
	}
	if n == 1 {
		return wholeOf(t, v), nil
	}
	if isBytes && n > math.MaxInt/len(b) {
		return Value{}, t.Raise(OverflowError, "repeated bytes are too long")
	}
	size, ok := sizeProduct(len(b), n)
	if !ok || t.full(size) {
		return Value{}, t.MemoryErr()
	}
	if isBytes {
		r := allocBytes(size)
		repeatBytes(r.b, asString(b))
		return r.Value(), nil
	}
	r := make([]byte, size)
	repeatBytes(r, string(b))
	return NewByteArray(r).Value(), nil
}

// bytesContains is "in" of bytes and bytearray.
func bytesContains(t *Thread, v, item Value) (bool, *Exc) {
	if item.p.typ.slots.Index != nil {
		x, err := t.Index(item)
		if err != nil {
			return false, err
		}
		if x.p != &intTag || x.b > 255 {
			return false, t.ValueErr(byteRange)
		}
		return bytes.IndexByte(t.selfBytes(v), byte(x.b)) >= 0, nil
	}
	x, err := t.bytesArg(item)
	if err != nil {
		return false, err
	}
	defer x.release()
	return bytes.Contains(t.selfBytes(v), x.b), nil
}

func bytesItem(t *Thread, v Value, i int) (Value, *Exc) {
	b := asBytes(v).b
	if uint(i) >= uint(len(b)) {
		return Value{}, t.Raise(IndexError, "index out of range")
	}
	return Int64(int64(b[i])), nil
}

func bytesGetItem(t *Thread, v, key Value) (Value, *Exc) {
	b := asBytes(v).b
	if key.p.shape == shSlice {
		start, stop, step, err := t.unpackSlice(asSlice(key))
		if err != nil {
			return Value{}, err
		}
		first, count := adjustSlice(start, stop, step, len(b))
		if count == len(b) && step == 1 && v.p.shape == shBytes {
			return v, nil
		}
		if step == 1 {
			return partOf(v, b[first:first+count]), nil
		}
		r := allocBytes(count)
		for i := range r.b {
			r.b[i] = b[first+i*step]
		}
		return canonBytes(r).Value(), nil
	}
	i := 0
	if key.p == &intTag {
		i = int(key.b)
	} else {
		if key.p.typ.slots.Index == nil {
			return Value{}, t.TypeErr("byte indices must be integers or slices, not %s", key.p.typ.name)
		}
		n, err := t.subscript(key)
		if err != nil {
			return Value{}, err
		}
		i = n
	}
	if i < 0 {
		i += len(b)
	}
	return bytesItem(t, v, i)
}

// bytesIter iterates bytes or a bytearray; obj is nil when it has ended.
type bytesIter struct {
	Header
	obj Value
	pos int
}

// Types of the iterators of bytes and bytearray.
var (
	BytesIterType     = new(Type)
	ByteArrayIterType = new(Type)
)

func newBytesIter(t *Thread, v Value) (Value, *Exc) {
	it := &bytesIter{obj: v}
	it.InitHeader(BytesIterType)
	if v.p.typ.flags&FlagBytesSubclass == 0 {
		it.InitHeader(ByteArrayIterType)
	}
	return Value{&it.Header, 0}, nil
}

// byteAt returns byte i of a bytes or bytearray object; ok is false when it has
// none.
func (t *Thread) byteAt(v Value, i int) (x byte, ok bool) {
	if v.p.typ.flags&FlagBytesSubclass != 0 {
		if b := asBytes(v).b; i < len(b) {
			return b[i], true
		}
		return 0, false
	}
	a := asByteArray(v)
	a.Lock(t)
	if ok = i < len(a.b); ok {
		x = a.b[i]
	}
	a.Unlock(t)
	return x, ok
}

func bytesIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*bytesIter)(v.ptr())
	obj := it.obj
	if obj.p == nil {
		return Value{}, nil
	}
	if x, ok := t.byteAt(obj, it.pos); ok {
		it.pos++
		return Int64(int64(x)), nil
	}
	it.obj = Value{}
	return Value{}, nil
}

var bytesIterMethods = []MethodSpec{
	{Name: "__length_hint__", Doc: "Private method returning an estimate of len(list(it)).", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		it := (*bytesIter)(v.ptr())
		if obj := it.obj; obj.p != nil {
			return IntOf(max(len(t.selfBytes(obj))-it.pos, 0)), nil
		}
		return Int64(0), nil
	})},
	{Name: "__reduce__", Doc: "Return state information for pickling.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		it := (*bytesIter)(v.ptr())
		if obj := it.obj; obj.p != nil {
			return NewTuple(t.builtin("iter"), NewTuple(obj).Value(), IntOf(it.pos)).Value(), nil
		}
		return NewTuple(t.builtin("iter"), NewTuple(emptyTuple.Value()).Value()).Value(), nil
	})},
	{Name: "__setstate__", Doc: "Set state information for unpickling.", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		i, err := t.AsInt(x)
		if err != nil {
			return Value{}, err
		}
		it := (*bytesIter)(v.ptr())
		if obj := it.obj; obj.p != nil {
			it.pos = min(max(i, 0), len(t.selfBytes(obj)))
		}
		return None, nil
	})},
}

// classFromHex is the class method fromhex: a subclass is called with the bytes.
func classFromHex(base *Type) Fn1 {
	return func(t *Thread, cls, v Value) (Value, *Exc) {
		b, err := t.fromHex(v)
		if err != nil {
			return Value{}, err
		}
		if base == BytesType {
			r := NewBytes(b).Value()
			if asType(cls) == base {
				return r, nil
			}
			return t.Call(cls, r)
		}
		if asType(cls) == base {
			return NewByteArray(b).Value(), nil
		}
		return t.Call(cls, NewBytes(b).Value())
	}
}

func init() {
	RegisterType(TypeSpec{
		Type: BytesType, Name: "bytes", shape: shBytes, Flags: FlagBaseType | FlagBytesSubclass | FlagMatchSelf, Layout: LayoutOf[Bytes](),
		Doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nAn immutable sequence of bytes, made from any of these.",
		Slots: Slots{
			New:     bytesNew,
			Hash:    func(t *Thread, v Value) (int64, *Exc) { return asBytes(v).hashOf(), nil },
			Compare: bytesRichCompare,
			Len:     func(t *Thread, v Value) (int, *Exc) { return len(asBytes(v).b), nil },
			Repr:    func(t *Thread, v Value) (Value, *Exc) { return reprBytes(asBytes(v).b).Value(), nil },
			Str:     strOfBytes,
			Iter:    newBytesIter,
			Concat:  bytesConcat, Repeat: bytesRepeat, Contains: bytesContains,
			GetItem: bytesGetItem, Item: bytesItem,
			Binary: [numBinaryOps]BinaryFunc{OpMod: bytesMod},
			Buffer: func(t *Thread, v Value, flags BufferFlags) (*Buffer, *Exc) {
				return t.fillBuffer(v, asBytes(v).b, true, flags, nil)
			},
		},
		Methods: append(sharedBytesMethods(BytesType),
			MethodSpec{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return NewTuple(NewBytes(asBytes(v).b).Value()).Value(), nil
			})},
			MethodSpec{Name: "__bytes__", Doc: "Convert this value to exact type bytes.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return wholeOf(t, v), nil })},
			MethodSpec{Name: "__sizeof__", Doc: "Return the size of the object in memory, in bytes.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return IntOf(33 + len(asBytes(v).b)), nil })},
		),
	})
	RegisterType(TypeSpec{Type: BytesIterType, Name: "bytes_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: bytesIterNext}, Methods: bytesIterMethods})
	RegisterType(TypeSpec{Type: ByteArrayIterType, Name: "bytearray_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: bytesIterNext}, Methods: bytesIterMethods})
}
