package py

import (
	"bytes"
	"math"
	"runtime"
	"sync/atomic"
)

// MemoryView is a memoryview: a window into the memory of another object. All
// views made from one another share the exporter's buffer.
type MemoryView struct {
	Header
	src      *sharedBuffer
	data     []byte
	off      int // of the first item
	shape    []int
	strides  []int
	format   string
	itemSize int
	readOnly bool
	released bool
	exports  int
	hash     int64
	hashed   bool
}

// sharedBuffer is a buffer that several views use; it is released with the last.
type sharedBuffer struct {
	buf     *Buffer
	views   int
	cleanup runtime.Cleanup // counts down in the exporter when no view is left
}

// MemoryViewType is memoryview.
var MemoryViewType = new(Type)

func asMemView(v Value) *MemoryView { return (*MemoryView)(v.ptr()) }

// ToMemoryView returns v as a memoryview if it is one.
func ToMemoryView(v Value) (*MemoryView, bool) {
	if v.p != nil && v.p.typ == MemoryViewType {
		return asMemView(v), true
	}
	return nil, false
}

// Value returns the view as a value.
func (m *MemoryView) Value() Value { return Value{&m.Header, 0} }

// newMemView makes a view of buf, which it releases in the end.
func newMemView(t *Thread, buf *Buffer) *MemoryView {
	sh := &sharedBuffer{buf: buf, views: 1}
	// A view may be dropped without being released; with reference counts that
	// would release it.
	if buf.counter != nil {
		sh.cleanup = runtime.AddCleanup(sh, func(n *atomic.Int32) { n.Add(-1) }, buf.counter)
	} else if buf.release != nil {
		in := t.interp
		runtime.SetFinalizer(sh, func(sh *sharedBuffer) {
			if sh.views <= 0 {
				return
			}
			if b := sh.buf; b.Obj.p != nil && b.Obj.p.typ.flags&FlagHeap != 0 {
				in.AddPending(func(t *Thread) *Exc { b.ReleaseOn(t); return nil })
			} else {
				b.Release()
			}
		})
	}
	shape, strides := buf.dims()
	m := &MemoryView{src: sh, data: buf.Data, off: buf.Offset, shape: shape, strides: strides,
		format: buf.Format, itemSize: buf.ItemSize, readOnly: buf.ReadOnly}
	if m.format == "" {
		m.format = "B"
	}
	m.InitHeader(MemoryViewType)
	return m
}

// sub makes another view of the same memory.
func (m *MemoryView) sub(t *Thread) *MemoryView {
	m.Lock(t)
	m.src.views++
	m.Unlock(t)
	n := &MemoryView{src: m.src, data: m.data, off: m.off, shape: m.shape, strides: m.strides,
		format: m.format, itemSize: m.itemSize, readOnly: m.readOnly}
	n.InitHeader(MemoryViewType)
	return n
}

// NewMemoryView is memoryview(v).
func (t *Thread) NewMemoryView(v Value) (*MemoryView, *Exc) { return t.viewOf(v, BufFullRO) }

func (t *Thread) viewOf(v Value, flags BufferFlags) (*MemoryView, *Exc) {
	if m, ok := ToMemoryView(v); ok {
		if err := m.check(t); err != nil {
			return nil, err
		}
		return m.sub(t), nil
	}
	if !isBytesLike(v) {
		return nil, t.TypeErr("memoryview: a bytes-like object is required, not '%s'", v.p.typ.name)
	}
	buf, err := t.Buffer(v, flags)
	if err != nil {
		return nil, err
	}
	return newMemView(t, buf), nil
}

// NewBytesView makes a view of plain memory that belongs to the runtime; obj is
// what the view keeps alive (nil: nothing).
func (t *Thread) NewBytesView(obj Value, b []byte, readOnly bool) *MemoryView {
	return newMemView(t, NewBuffer(obj, b, readOnly, nil))
}

// ViewOfBuffer makes a view of a buffer, which it releases in the end.
func (t *Thread) ViewOfBuffer(b *Buffer) *MemoryView { return newMemView(t, b) }

// ReleaseView is m.release(), for a native caller that lent memory to Python.
func (t *Thread) ReleaseView(m *MemoryView) *Exc { return m.release(t) }

// check is the ValueError of using a released view.
func (m *MemoryView) check(t *Thread) *Exc {
	if m.released {
		return t.ValueErr("operation forbidden on released memoryview object")
	}
	return nil
}

func (m *MemoryView) release(t *Thread) *Exc {
	m.Lock(t)
	if m.released {
		m.Unlock(t)
		return nil
	}
	if n := m.exports; n > 0 {
		m.Unlock(t)
		return t.Raise(BufferError, "memoryview has %d exported buffer%s", n, plural(n))
	}
	m.released = true
	m.src.views--
	last := m.src.views == 0
	m.Unlock(t)
	if last {
		m.src.cleanup.Stop()
		m.src.buf.ReleaseOn(t)
	}
	return nil
}

// count is the number of items, bytes the number of bytes of all items.
func (m *MemoryView) count() int {
	n := 1
	for _, d := range m.shape {
		n *= d
	}
	return n
}

func (m *MemoryView) nbytes() int { return m.count() * m.itemSize }

func (m *MemoryView) contiguous(fortran bool) bool {
	return isContiguous(m.shape, m.strides, m.itemSize, fortran)
}

// tobytes returns a copy of the items' bytes in C order.
func (m *MemoryView) tobytes() []byte {
	n := m.nbytes()
	if n == 0 {
		return nil
	}
	return appendStrided(make([]byte, 0, n), m.data, m.off, m.shape, m.strides, m.itemSize)
}

// bytesNow returns the items' bytes in C order, without a copy where they lie so.
func (m *MemoryView) bytesNow() []byte {
	if m.contiguous(false) {
		n := m.nbytes()
		if n == 0 {
			return nil
		}
		return m.data[m.off : m.off+n]
	}
	return m.tobytes()
}

// memViewBuffer is the buffer slot of memoryview.
func memViewBuffer(t *Thread, v Value, flags BufferFlags) (*Buffer, *Exc) {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return nil, err
	}
	bad := func(msg string) (*Buffer, *Exc) {
		return nil, t.Raise(BufferError, "memoryview: underlying buffer is not %s", msg)
	}
	has := func(f BufferFlags) bool { return flags&f == f }
	c := m.contiguous(false)
	switch {
	case has(BufWritable) && m.readOnly:
		return bad("writable")
	case has(BufCContiguous) && !c:
		return bad("C-contiguous")
	case has(BufFContiguous) && !m.contiguous(true):
		return bad("Fortran contiguous")
	case has(BufAnyContiguous) && !c && !m.contiguous(true):
		return bad("contiguous")
	case !has(BufStrides) && !c:
		return bad("C-contiguous")
	case !has(BufND) && has(BufFormat):
		return nil, t.Raise(BufferError, "memoryview: cannot cast to unsigned bytes if the format flag is present")
	}
	b := &Buffer{Obj: v, Data: m.data, Offset: m.off, ReadOnly: m.readOnly, Format: m.format, ItemSize: m.itemSize, Shape: m.shape, Strides: m.strides}
	if !has(BufFormat) {
		b.Format = "B"
	}
	if !has(BufStrides) {
		n := m.nbytes()
		b.Data, b.Offset, b.Strides = m.data[m.off:m.off+n:m.off+n], 0, nil
		if n == 0 {
			b.Data = nil
		}
		if !has(BufND) {
			b.Shape, b.ItemSize = nil, 1
		}
	}
	m.Lock(t)
	m.exports++
	m.Unlock(t)
	b.release = func() {
		m.Lock(t)
		m.exports--
		m.Unlock(t)
	}
	return b, nil
}

// dispatchBuffer is the buffer slot of classes with __buffer__ in Python (PEP 688).
func dispatchBuffer(t *Thread, v Value, flags BufferFlags) (*Buffer, *Exc) {
	r, ok, err := t.callSpecial(v, strBuffer, Int64(int64(flags)))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, t.TypeErr("a bytes-like object is required, not '%s'", v.p.typ.name)
	}
	m, ok := ToMemoryView(r)
	if !ok {
		return nil, t.TypeErr("__buffer__ returned non-memoryview object")
	}
	inner, err := memViewBuffer(t, r, flags)
	if err != nil {
		return nil, err
	}
	b := *inner
	b.Obj = v
	b.release = func() {
		inner.Release()
		rt := b.thread
		if rt == nil {
			rt = t
		}
		if d := v.p.typ.Lookup(strReleaseBuffer); d.p != nil && !d.IsNone() && d.p.typ != WrapperDescrType {
			if _, _, err := rt.callSpecial(v, strReleaseBuffer, r); err != nil {
				rt.WriteUnraisable(err, "", v)
			}
		}
		if err := m.release(rt); err != nil {
			rt.WriteUnraisable(err, "", v)
		}
	}
	return &b, nil
}

// dunderBuffer is __buffer__ of builtin types.
func dunderBuffer(t *Thread, v, fv Value) (Value, *Exc) {
	flags, err := t.asCInt(fv)
	if err != nil {
		return Value{}, err
	}
	base := v.p.typ
	for base.flags&FlagHeap != 0 {
		base = base.base
	}
	if m, ok := ToMemoryView(v); ok && m.check(t) != nil {
		return Value{}, m.check(t)
	}
	buf, err := base.slots.Buffer(t, v, BufferFlags(flags))
	if err != nil {
		return Value{}, err
	}
	return newMemView(t, buf).Value(), nil
}

// dunderReleaseBuffer is __release_buffer__ of builtin types.
func dunderReleaseBuffer(t *Thread, v, mv Value) (Value, *Exc) {
	m, ok := ToMemoryView(mv)
	if !ok {
		return Value{}, t.TypeErr("expected a memoryview object")
	}
	if m.released {
		return None, nil
	}
	if m.src.buf.Obj != v {
		return Value{}, t.ValueErr("memoryview's buffer is not this object")
	}
	return None, m.release(t)
}

var memViewNewSig = ParseSignature("object")

func memViewNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [1]Value
	if err := memViewNewSig.Bind(t, "memoryview", args, a[:]); err != nil {
		return Value{}, err
	}
	m, err := t.NewMemoryView(a[0])
	if err != nil {
		return Value{}, err
	}
	return m.Value(), nil
}

// at finds the item of index i in dimension dim; it returns its offset.
func (m *MemoryView) at(t *Thread, i, dim, off int) (int, *Exc) {
	if i < 0 {
		i += m.shape[dim]
	}
	if i < 0 || i >= m.shape[dim] {
		return 0, t.Raise(IndexError, "index out of bounds on dimension %d", dim+1)
	}
	return off + i*m.strides[dim], nil
}

// multi finds the item of a tuple of indexes. isIndex is false when the key is
// no such tuple.
func (m *MemoryView) multi(t *Thread, key Value) (off int, isIndex bool, err *Exc) {
	tp, ok := ToTuple(key)
	if !ok {
		return 0, false, nil
	}
	slices := 0
	for _, x := range tp.items {
		if x.p.shape == shSlice {
			slices++
		} else if x.p.typ.slots.Index == nil {
			return 0, false, nil
		}
	}
	if slices > 0 {
		if slices == len(tp.items) {
			return 0, true, t.Raise(NotImplementedError, "multi-dimensional slicing is not implemented")
		}
		return 0, false, nil
	}
	if len(tp.items) < len(m.shape) {
		return 0, true, t.Raise(NotImplementedError, "sub-views are not implemented")
	}
	if len(tp.items) > len(m.shape) {
		return 0, true, t.TypeErr("cannot index %d-dimension view with %d-element tuple", len(m.shape), len(tp.items))
	}
	off = m.off
	for d, x := range tp.items {
		i, err := t.subscript(x)
		if err != nil {
			return 0, true, err
		}
		if off, err = m.at(t, i, d, off); err != nil {
			return 0, true, err
		}
	}
	return off, true, m.check(t)
}

func memViewGetItem(t *Thread, v, key Value) (Value, *Exc) {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return Value{}, err
	}
	if len(m.shape) == 0 {
		if tp, ok := ToTuple(key); ok && len(tp.items) == 0 {
			return m.item(t, m.off)
		}
		if key == Ellipsis {
			return v, nil
		}
		return Value{}, t.TypeErr("invalid indexing of 0-dim memory")
	}
	if key.p.shape == shSlice {
		// The slice's bounds may be objects whose __index__ releases m: the new
		// view holds the memory before they are asked.
		n := m.sub(t)
		start, stop, step, err := t.unpackSlice(asSlice(key))
		if err != nil {
			n.release(t)
			return Value{}, err
		}
		return m.sliceInto(n, start, stop, step).Value(), nil
	}
	if key.p == &intTag || key.p.typ.slots.Index != nil {
		i, err := t.subscript(key)
		if err != nil {
			return Value{}, err
		}
		return memViewItem(t, v, i)
	}
	off, ok, err := m.multi(t, key)
	if err != nil {
		return Value{}, err
	}
	if ok {
		return m.item(t, off)
	}
	return Value{}, t.TypeErr("memoryview: invalid slice key")
}

// sliceInto makes n, another view of m's memory, the slice.
func (m *MemoryView) sliceInto(n *MemoryView, start, stop, step int) *MemoryView {
	first, count := adjustSlice(start, stop, step, m.shape[0])
	n.shape = append([]int(nil), m.shape...)
	n.strides = append([]int(nil), m.strides...)
	n.shape[0] = count
	if count > 0 {
		n.off = m.off + first*m.strides[0]
	}
	if step > math.MaxInt32 || step < math.MinInt32 {
		step = 1 // one item at most
	}
	n.strides[0] = m.strides[0] * step
	return n
}

func memViewItem(t *Thread, v Value, i int) (Value, *Exc) {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return Value{}, err
	}
	switch len(m.shape) {
	case 0:
		return Value{}, t.TypeErr("invalid indexing of 0-dim memory")
	case 1:
		off, err := m.at(t, i, 0, m.off)
		if err != nil {
			return Value{}, err
		}
		return m.item(t, off)
	}
	return Value{}, t.Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
}

func memViewSetItem(t *Thread, v, key, val Value) *Exc {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return err
	}
	if m.readOnly {
		return t.TypeErr("cannot modify read-only memory")
	}
	if val.p == nil {
		return t.TypeErr("cannot delete memory")
	}
	if len(m.shape) == 0 {
		if tp, ok := ToTuple(key); key == Ellipsis || ok && len(tp.items) == 0 {
			return m.setItem(t, m.off, val)
		}
		return t.TypeErr("invalid indexing of 0-dim memory")
	}
	if key.p.shape == shSlice {
		if len(m.shape) > 1 {
			return t.Raise(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
		}
		return m.setSlice(t, asSlice(key), val)
	}
	if key.p.typ.slots.Index != nil {
		if len(m.shape) > 1 {
			return t.Raise(NotImplementedError, "sub-views are not implemented")
		}
		i, err := t.subscript(key)
		if err != nil {
			return err
		}
		off, err := m.at(t, i, 0, m.off)
		if err != nil {
			return err
		}
		return m.setItem(t, off, val)
	}
	off, ok, err := m.multi(t, key)
	if err != nil {
		if tp, isT := ToTuple(key); isT && len(tp.items) > 0 && tp.items[0].p.shape == shSlice {
			return t.Raise(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
		}
		return err
	}
	if ok {
		return m.setItem(t, off, val)
	}
	return t.TypeErr("memoryview: invalid slice key")
}

func (m *MemoryView) setSlice(t *Thread, s *Slice, val Value) *Exc {
	src, err := t.Buffer(val, BufFullRO)
	if err != nil {
		return err
	}
	defer src.Release()
	start, stop, step, err := t.unpackSlice(s)
	if err != nil {
		return err
	}
	if err := m.check(t); err != nil {
		return err
	}
	first, count := adjustSlice(start, stop, step, m.shape[0])
	shape, _ := src.dims()
	sf := src.Format
	if sf == "" {
		sf = "B"
	}
	if len(shape) != 1 || shape[0] != count || src.ItemSize != m.itemSize || trimNative(sf) != trimNative(m.format) {
		return t.ValueErr("memoryview assignment: lvalue and rvalue have different structures")
	}
	if count == 0 {
		return nil
	}
	if step == 1 && m.strides[0] == m.itemSize && src.Strides == nil {
		copy(m.data[m.off+first*m.itemSize:], src.Data[src.Offset:src.Offset+count*m.itemSize])
		return nil
	}
	b := src.Tobytes()
	for i := 0; i < count; i++ {
		off := m.off + (first+i*step)*m.strides[0]
		copy(m.data[off:off+m.itemSize], b[i*m.itemSize:])
	}
	return nil
}

// trimNative drops the prefix that says nothing.
func trimNative(f string) string {
	if len(f) > 1 && f[0] == '@' {
		return f[1:]
	}
	return f
}

func memViewCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if op != CmpEQ && op != CmpNE || a.p.typ != MemoryViewType {
		return NotImplemented, nil
	}
	m := asMemView(a)
	eq := false
	if m.released {
		eq = a == b
	} else if n, ok := ToMemoryView(b); ok && n.released {
		eq = a == b
	} else {
		if !isBytesLike(b) {
			return NotImplemented, nil
		}
		src, err := t.Buffer(b, BufFullRO)
		if err != nil {
			return NotImplemented, nil
		}
		defer src.Release()
		if eq, err = m.equal(t, src); err != nil {
			return Value{}, err
		}
	}
	return Bool(eq == (op == CmpEQ)), nil
}

// equal compares items by value: the formats may differ.
func (m *MemoryView) equal(t *Thread, src *Buffer) (bool, *Exc) {
	shape, strides := src.dims()
	if len(shape) != len(m.shape) {
		return false, nil
	}
	for i := range shape {
		if shape[i] != m.shape[i] {
			return false, nil
		}
		if shape[i] == 0 {
			break
		}
	}
	format := src.Format
	if format == "" {
		format = "B"
	}
	f, g := trimNative(m.format), trimNative(format)
	x := m.bytesNow()
	y := appendStrided(nil, src.Data, src.Offset, shape, strides, src.ItemSize)
	if f == g && len(f) == 1 && (isByteFormat(f[0]) || bytes.IndexByte([]byte("hHiIlLqQnN?P"), f[0]) >= 0) {
		if f[0] != '?' {
			return bytes.Equal(x, y), nil
		}
	}
	for i, j := 0, 0; i < len(x); i, j = i+m.itemSize, j+src.ItemSize {
		v, ok, err := t.unpackAny(f, x[i:i+m.itemSize])
		if err != nil || !ok {
			return false, err
		}
		w, ok, err := t.unpackAny(g, y[j:j+src.ItemSize])
		if err != nil || !ok {
			return false, err
		}
		eq, err := t.CompareBool(v, w, CmpEQ)
		if err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

func memViewHash(t *Thread, v Value) (int64, *Exc) {
	m := asMemView(v)
	if m.hashed {
		return m.hash, nil
	}
	if err := m.check(t); err != nil {
		return 0, err
	}
	if !m.readOnly {
		return 0, t.ValueErr("cannot hash writable memoryview object")
	}
	if f := trimNative(m.format); len(f) != 1 || !isByteFormat(f[0]) {
		return 0, t.ValueErr("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if obj := m.src.buf.Obj; obj.p != nil {
		if _, err := t.Hash(obj); err != nil {
			return 0, err
		}
	}
	m.hash, m.hashed = int64(hashBytes(asString(m.bytesNow()))), true
	return m.hash, nil
}

// memViewIter iterates a view of one dimension; view is nil when it has ended.
type memViewIter struct {
	Header
	view *MemoryView
	pos  int
}

var memViewIterType = new(Type)

func newMemViewIter(t *Thread, v Value) (Value, *Exc) {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return Value{}, err
	}
	switch len(m.shape) {
	case 0:
		return Value{}, t.TypeErr("invalid indexing of 0-dim memory")
	case 1:
		it := &memViewIter{view: m}
		it.InitHeader(memViewIterType)
		return Value{&it.Header, 0}, nil
	}
	return Value{}, t.Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
}

func memViewIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*memViewIter)(v.ptr())
	m := it.view
	if m == nil {
		return Value{}, nil
	}
	if it.pos >= m.shape[0] {
		it.view = nil
		return Value{}, nil
	}
	if err := m.check(t); err != nil {
		return Value{}, err
	}
	it.pos++
	return m.item(t, m.off+(it.pos-1)*m.strides[0])
}

func memViewLen(t *Thread, v Value) (int, *Exc) {
	m := asMemView(v)
	if err := m.check(t); err != nil {
		return 0, err
	}
	if len(m.shape) == 0 {
		return 0, t.TypeErr("0-dim memory has no length")
	}
	return m.shape[0], nil
}

func init() {
	RegisterType(TypeSpec{
		Type: MemoryViewType, Name: "memoryview", Guarded: true, Sig: "object", Flags: FlagWeakref | FlagSequence,
		Doc: "Create a new memoryview object which references the given object.",
		Slots: Slots{
			New: memViewNew, Hash: memViewHash, Compare: memViewCompare, Len: memViewLen,
			GetItem: memViewGetItem, SetItem: memViewSetItem, Item: memViewItem, Iter: newMemViewIter,
			Buffer: memViewBuffer, ReleaseBuffer: true,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				if asMemView(v).released {
					return newASCII("<released memory at " + addrText(v) + ">").Value(), nil
				}
				return newASCII("<memory at " + addrText(v) + ">").Value(), nil
			},
		},
		Methods: memViewMethods, GetSet: memViewGetSet(),
	})
	RegisterType(TypeSpec{Type: memViewIterType, Name: "memory_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: memViewIterNext}})
}
