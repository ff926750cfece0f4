package py

import (
	"encoding/binary"
	"math"
	"math/big"
)

// nativeItemSize is the size of items of a native format of one character; 0
// when there is no such format.
func nativeItemSize(format string) int {
	format = trimNative(format)
	if len(format) != 1 {
		return 0
	}
	switch format[0] {
	case 'b', 'B', 'c', '?':
		return 1
	case 'h', 'H', 'e':
		return 2
	case 'i', 'I', 'f':
		return 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		return 8
	}
	return 0
}

func isByteFormat(c byte) bool { return c == 'b' || c == 'B' || c == 'c' }

// item returns the item at an offset.
func (m *MemoryView) item(t *Thread, off int) (Value, *Exc) {
	f := trimNative(m.format)
	if len(f) == 1 {
		if v, ok := unpackNative(f[0], m.data[off:off+m.itemSize]); ok {
			return v, nil
		}
	}
	return Value{}, t.Raise(NotImplementedError, "memoryview: format %s not supported", m.format)
}

// unpackNative reads an item of a native format; ok is false for another format.
// Others may write it meanwhile.
//
//go:norace
func unpackNative(c byte, b []byte) (v Value, ok bool) {
	ne := binary.NativeEndian
	switch c {
	case 'B':
		return Int64(int64(b[0])), true
	case 'b':
		return Int64(int64(int8(b[0]))), true
	case 'c':
		return oneByte[b[0]].Value(), true
	case '?':
		return Bool(b[0] != 0), true
	case 'h':
		return Int64(int64(int16(ne.Uint16(b)))), true
	case 'H':
		return Int64(int64(ne.Uint16(b))), true
	case 'i':
		return Int64(int64(int32(ne.Uint32(b)))), true
	case 'I':
		return Int64(int64(ne.Uint32(b))), true
	case 'l', 'q', 'n':
		return Int64(int64(ne.Uint64(b))), true
	case 'L', 'Q', 'N', 'P':
		if u := ne.Uint64(b); u > math.MaxInt64 {
			return NewBig(new(big.Int).SetUint64(u)), true
		} else {
			return Int64(int64(u)), true
		}
	case 'f':
		return Float64(float64(math.Float32frombits(ne.Uint32(b)))), true
	case 'd':
		return Float64(math.Float64frombits(ne.Uint64(b))), true
	case 'e':
		return Float64(HalfToFloat(ne.Uint16(b))), true
	}
	return Value{}, false
}

// unpackAny reads an item of any format, with the struct module where needed.
// ok is false when the format makes no sense.
func (t *Thread) unpackAny(format string, b []byte) (v Value, ok bool, err *Exc) {
	if len(format) == 1 {
		if v, ok = unpackNative(format[0], b); ok {
			return v, true, nil
		}
	}
	m, err := t.ImportModule("struct")
	if err != nil {
		return Value{}, false, err
	}
	r, err := t.CallMethodS(m, "unpack", NewStr(format).Value(), CopyBytes(b).Value())
	if err != nil {
		if !err.Is(Exception) || err.Is(MemoryError) {
			return Value{}, false, err
		}
		return Value{}, false, nil
	}
	if tp, isT := ToTuple(r); isT && len(tp.items) == 1 {
		return tp.items[0], true, nil
	}
	return r, true, nil
}

// setItem stores a value at an offset.
func (m *MemoryView) setItem(t *Thread, off int, v Value) *Exc {
	f := trimNative(m.format)
	if nativeItemSize(f) == 0 {
		return t.Raise(NotImplementedError, "memoryview: format %s not supported", m.format)
	}
	var buf [8]byte
	if err := t.packNative(f[0], m.format, v, buf[:]); err != nil {
		return err
	}
	if err := m.check(t); err != nil {
		return err
	}
	setBytes(m.data[off:off+m.itemSize], buf[:])
	return nil
}

// setBytes writes bytes that others may read and write meanwhile.
//
//go:norace
func setBytes(dst, src []byte) {
	if !raceEnabled { // which tells of every copy
		copy(dst, src)
		return
	}
	for i := range dst {
		dst[i] = src[i]
	}
}

// intFormats gives the range of the integer formats as bits, negative for signed.
var intFormats = map[byte]int{'b': -8, 'B': 8, 'h': -16, 'H': 16, 'i': -32, 'I': 32, 'l': -64, 'L': 64, 'q': -64, 'Q': 64, 'n': -64, 'N': 64, 'P': 64}

func (t *Thread) packNative(c byte, format string, v Value, b []byte) *Exc {
	badType := func() *Exc { return t.TypeErr("memoryview: invalid type for format '%s'", format) }
	badValue := func() *Exc { return t.ValueErr("memoryview: invalid value for format '%s'", format) }
	ne := binary.NativeEndian
	switch c {
	case '?':
		ok, err := t.Truth(v)
		if err != nil {
			return err
		}
		b[0] = 0
		if ok {
			b[0] = 1
		}
		return nil
	case 'c':
		x, ok := ToBytes(v)
		if !ok {
			return badType()
		}
		if len(x.b) != 1 {
			return badValue()
		}
		b[0] = x.b[0]
		return nil
	case 'f', 'd', 'e':
		f, err := t.AsFloat(v)
		if err != nil {
			if err.Is(TypeError) {
				return badType()
			}
			if err.Is(OverflowError) || err.Is(ValueError) {
				return badValue()
			}
			return err
		}
		switch c {
		case 'd':
			ne.PutUint64(b, math.Float64bits(f))
		case 'f':
			s := float32(f)
			if math.IsInf(float64(s), 0) && !math.IsInf(f, 0) {
				return badValue()
			}
			ne.PutUint32(b, math.Float32bits(s))
		default:
			h, ok := FloatToHalf(f)
			if !ok {
				return badValue()
			}
			ne.PutUint16(b, h)
		}
		return nil
	}
	if v.p.typ.slots.Index == nil {
		return badType()
	}
	x, err := t.Index(v)
	if err != nil {
		if err.Is(TypeError) {
			return badType()
		}
		if err.Is(OverflowError) || err.Is(ValueError) {
			return badValue()
		}
		return err
	}
	bits := intFormats[c]
	var u uint64
	switch n, small := smallInt(x); {
	case small && bits < 0:
		if bits > -64 && (n < -(1<<(-bits-1)) || n >= 1<<(-bits-1)) {
			return badValue()
		}
		u = uint64(n)
	case small:
		if n < 0 && c != 'P' || bits < 64 && n >= 1<<bits {
			return badValue()
		}
		u = uint64(n)
	case bits == 64 && bigOf(x).IsUint64():
		u = bigOf(x).Uint64()
	default:
		return badValue()
	}
	switch nativeItemSize(string(c)) {
	case 1:
		b[0] = byte(u)
	case 2:
		ne.PutUint16(b, uint16(u))
	case 4:
		ne.PutUint32(b, uint32(u))
	default:
		ne.PutUint64(b, u)
	}
	return nil
}

// HalfToFloat converts an IEEE 754 half-precision number.
func HalfToFloat(h uint16) float64 {
	sign, exp, frac := h>>15, int(h>>10&31), h&0x3ff
	var f float64
	switch exp {
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.Float64frombits(0x7ff8000000000000 | uint64(frac)<<42)
		}
	case 0:
		f = math.Ldexp(float64(frac), -24)
	default:
		f = math.Ldexp(float64(frac|0x400), exp-25)
	}
	if sign != 0 {
		f = -f
	}
	return f
}

// FloatToHalf converts to half precision, rounding to even; ok is false when
// the number is too large.
func FloatToHalf(f float64) (h uint16, ok bool) {
	bits := math.Float64bits(f)
	sign := uint16(bits >> 63 << 15)
	switch {
	case math.IsNaN(f):
		return sign | 0x7e00 | uint16(bits>>42&0x1ff), true
	case math.IsInf(f, 0):
		return sign | 0x7c00, true
	case f == 0:
		return sign, true
	}
	a := math.Abs(f)
	_, e := math.Frexp(a) // a = m * 2**e, 0.5 <= m < 1
	e--
	if e < -24-1 {
		return sign, true
	}
	if e < -14 {
		n := math.RoundToEven(math.Ldexp(a, 24))
		return sign | uint16(n), true // 1024 becomes the smallest normal number
	}
	n := math.RoundToEven(math.Ldexp(a, 10-e)) // 1024..2048
	if n >= 2048 {
		n /= 2
		e++
	}
	if e > 15 {
		return 0, false
	}
	return sign | uint16(e+15)<<10 | uint16(n)&0x3ff, true
}

// tolist makes nested lists of the items.
func (m *MemoryView) tolist(t *Thread, dim, off int) (Value, *Exc) {
	if dim == len(m.shape) {
		return m.item(t, off)
	}
	items := make([]Value, m.shape[dim])
	for i := range items {
		v, err := m.tolist(t, dim+1, off+i*m.strides[dim])
		if err != nil {
			return Value{}, err
		}
		items[i] = v
	}
	return NewList(items).Value(), nil
}

const maxViewDims = 64

func (m *MemoryView) cast(t *Thread, fv, shapeV Value) (Value, *Exc) {
	f, ok := ToStr(fv)
	if !ok {
		return Value{}, t.TypeErr("cast() argument 'format' must be str, not %s", argTypeName(fv))
	}
	if err := m.check(t); err != nil {
		return Value{}, err
	}
	if !m.contiguous(false) {
		return Value{}, t.TypeErr("memoryview: casts are restricted to C-contiguous views")
	}
	if (shapeV.p != nil || len(m.shape) != 1) && m.count() == 0 {
		return Value{}, t.TypeErr("memoryview: cannot cast view with zeros in shape or strides")
	}
	var dims []Value
	if shapeV.p != nil {
		switch shapeV.p.typ.flags & (FlagListSubclass | FlagTupleSubclass) {
		case FlagListSubclass:
			dims = asList(shapeV).Snapshot(t)
		case FlagTupleSubclass:
			dims = asTuple(shapeV).items
		default:
			return Value{}, t.TypeErr("shape must be a list or a tuple")
		}
		if len(dims) > maxViewDims {
			return Value{}, t.ValueErr("memoryview: number of dimensions must not exceed %d", maxViewDims)
		}
		if len(m.shape) != 1 && len(dims) != 1 {
			return Value{}, t.TypeErr("memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	size := nativeItemSize(f.s)
	if size == 0 {
		return Value{}, t.ValueErr("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	if nativeItemSize(m.format) == 0 {
		return Value{}, t.ValueErr("memoryview: source format must be a native single character format prefixed with an optional '@'")
	}
	if !isByteFormat(trimNative(f.s)[0]) && !isByteFormat(trimNative(m.format)[0]) {
		return Value{}, t.TypeErr("memoryview: cannot cast between two non-byte formats")
	}
	n := m.nbytes()
	if n%size != 0 {
		return Value{}, t.TypeErr("memoryview: length is not a multiple of itemsize")
	}
	shape := []int{n / size}
	if shapeV.p != nil {
		shape = make([]int, len(dims))
		total := size
		for i, d := range dims {
			if !IsInt(d) {
				return Value{}, t.TypeErr("memoryview.cast(): elements of shape must be integers")
			}
			k, ok := smallInt(d)
			if !ok || k <= 0 {
				return Value{}, t.ValueErr("memoryview.cast(): elements of shape must be integers > 0")
			}
			if int(k) > math.MaxInt/total {
				return Value{}, t.ValueErr("memoryview.cast(): product(shape) > SSIZE_MAX")
			}
			shape[i] = int(k)
			total *= int(k)
		}
		if total != n {
			return Value{}, t.TypeErr("memoryview: product(shape) * itemsize != buffer size")
		}
	}
	r := m.sub(t)
	r.format, r.itemSize, r.shape, r.strides = f.s, size, shape, cStrides(shape, size)
	return r.Value(), nil
}

// fortranBytes returns the items' bytes with the first index varying fastest.
func (m *MemoryView) fortranBytes() []byte {
	n := len(m.shape)
	shape, strides := make([]int, n), make([]int, n)
	for i := range shape {
		shape[i], strides[i] = m.shape[n-1-i], m.strides[n-1-i]
	}
	if m.count() == 0 {
		return nil
	}
	return appendStrided(make([]byte, 0, m.nbytes()), m.data, m.off, shape, strides, m.itemSize)
}

// memViewMethod wraps a method that a released view refuses.
func memViewMethod(f func(t *Thread, m *MemoryView, a []Value) (Value, *Exc)) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		m := asMemView(v)
		if err := m.check(t); err != nil {
			return Value{}, err
		}
		return f(t, m, a)
	}
}

var memViewMethods = []MethodSpec{
	{Name: "release", Doc: "Release the underlying buffer exposed by the memoryview object.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return None, asMemView(v).release(t) })},
	{Name: "tobytes", Sig: "order='C'", Doc: "Return the data in the buffer as a byte string, in the order C, F or A\n(Fortran order for data that lies so, else C).", Fn: memViewMethod(func(t *Thread, m *MemoryView, a []Value) (Value, *Exc) {
		order := "C"
		if a[0].p != nil && !a[0].IsNone() {
			s, ok := ToStr(a[0])
			if !ok {
				return Value{}, t.TypeErr("tobytes() argument 'order' must be str or None, not %s", a[0].p.typ.name)
			}
			order = s.s
		}
		switch order {
		case "C":
		case "F":
			return NewBytes(m.fortranBytes()).Value(), nil
		case "A":
			if m.contiguous(true) {
				return NewBytes(m.fortranBytes()).Value(), nil
			}
		default:
			return Value{}, t.ValueErr("order must be 'C', 'F' or 'A'")
		}
		return NewBytes(m.tobytes()).Value(), nil
	})},
	{Name: "hex", Sig: "sep=<unrepresentable>, bytes_per_sep=1", Doc: "Return the data in the buffer as a string of hexadecimal numbers.", Fn: memViewMethod(func(t *Thread, m *MemoryView, a []Value) (Value, *Exc) {
		return t.hexOf(m.bytesNow(), a[0], a[1])
	})},
	{Name: "tolist", Doc: "Return the data in the buffer as a list of elements.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		m := asMemView(v)
		if err := m.check(t); err != nil {
			return Value{}, err
		}
		return m.tolist(t, 0, m.off)
	})},
	{Name: "cast", Sig: "format, shape=<unrepresentable>", Doc: "Cast a memoryview to a new format or shape.", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) { return asMemView(v).cast(t, a[0], a[1]) })},
	{Name: "toreadonly", Doc: "Return a readonly version of the memoryview.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		m := asMemView(v)
		if err := m.check(t); err != nil {
			return Value{}, err
		}
		r := m.sub(t)
		r.readOnly = true
		return r.Value(), nil
	})},
	{Name: "_from_flags", Sig: "object, flags", Class: true, Doc: "Create a new memoryview object which references the given object.", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		flags, err := t.asCInt(a[1])
		if err != nil {
			return Value{}, err
		}
		m, err := t.viewOf(a[0], BufferFlags(flags))
		if err != nil {
			return Value{}, err
		}
		return m.Value(), nil
	})},
	{Name: "__enter__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return v, asMemView(v).check(t) })},
	{Name: "__exit__", Sig: "*exc_info", Fn: FnSig(func(t *Thread, v Value, _ []Value) (Value, *Exc) { return None, asMemView(v).release(t) })},
}

func intTuple(a []int) Value {
	items := make([]Value, len(a))
	for i, n := range a {
		items[i] = IntOf(n)
	}
	return newTupleOwned(items).Value()
}

func memViewGetSet() []GetSetSpec {
	get := func(name, doc string, f func(m *MemoryView) Value) GetSetSpec {
		return GetSetSpec{Name: name, Doc: doc, Get: func(t *Thread, v Value) (Value, *Exc) {
			m := asMemView(v)
			if err := m.check(t); err != nil {
				return Value{}, err
			}
			return f(m), nil
		}}
	}
	return []GetSetSpec{
		get("obj", "The underlying object of the memoryview.", func(m *MemoryView) Value {
			if o := m.src.buf.Obj; o.p != nil {
				return o
			}
			return None
		}),
		get("nbytes", "The amount of space in bytes that the array would use in\n a contiguous representation.", func(m *MemoryView) Value { return IntOf(m.nbytes()) }),
		get("readonly", "A bool indicating whether the memory is read only.", func(m *MemoryView) Value { return Bool(m.readOnly) }),
		get("itemsize", "The size in bytes of each element of the memoryview.", func(m *MemoryView) Value { return IntOf(m.itemSize) }),
		get("format", "A string containing the format (in struct module style)\n for each element in the view.", func(m *MemoryView) Value { return NewStr(m.format).Value() }),
		get("ndim", "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.", func(m *MemoryView) Value { return IntOf(len(m.shape)) }),
		get("shape", "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.", func(m *MemoryView) Value { return intTuple(m.shape) }),
		get("strides", "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.", func(m *MemoryView) Value { return intTuple(m.strides) }),
		get("suboffsets", "A tuple of integers used internally for PIL-style arrays.", func(m *MemoryView) Value { return emptyTuple.Value() }),
		get("c_contiguous", "A bool indicating whether the memory is C contiguous.", func(m *MemoryView) Value { return Bool(m.contiguous(false)) }),
		get("f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", func(m *MemoryView) Value { return Bool(m.contiguous(true)) }),
		get("contiguous", "A bool indicating whether the memory is contiguous.", func(m *MemoryView) Value { return Bool(m.contiguous(false) || m.contiguous(true)) }),
	}
}
