package py

import "bytes"

func byteArrayNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	return allocFor[ByteArray](cls).Value(), nil
}

// byteArrayInit is bytearray.__init__: it replaces the contents.
func byteArrayInit(t *Thread, self Value, args Args) *Exc {
	var a [3]Value
	if err := bytesNewSig.Bind(t, "bytearray", args, a[:]); err != nil {
		return err
	}
	x := asByteArray(self)
	if err := x.set(t, nil); err != nil {
		return err
	}
	b, v, done, err := t.newSource("bytearray", a[:])
	if err != nil {
		return err
	}
	if !done {
		ok := false
		if b, ok, err = t.sizeSource(v); err != nil {
			return err
		}
		if !ok && v.p.shape != shList && v.p.shape != shTuple && v.p.typ.slots.Iter != nil && !isBytesLike(v) && v.p.typ.flags&FlagStrSubclass == 0 {
			// The iterable may look at what is there already.
			return t.Each(v, func(item Value) *Exc {
				c, err := t.byteValue(item, byteRange)
				if err != nil {
					return err
				}
				n := len(x.Data(t))
				return x.splice(t, n, n, []byte{c})
			})
		}
		if !ok {
			if b, err = t.bytesFromValue(v, "bytearray", byteRange); err != nil {
				return err
			}
		}
	} else if a[0].p != nil {
		b = append([]byte(nil), b...)
	}
	return x.set(t, b)
}

// set replaces the contents by b, which it keeps.
func (x *ByteArray) set(t *Thread, b []byte) *Exc {
	if len(b) != len(x.Data(t)) {
		if err := x.exports.Check(t); err != nil {
			return err
		}
	}
	x.Lock(t)
	defer x.Unlock(t)
	if x.exports.Any() {
		copy(x.b, b)
		return nil
	}
	x.b = b
	return nil
}

// splice replaces bytes lo to hi by vals, which is no part of x.
func (x *ByteArray) splice(t *Thread, lo, hi int, vals []byte) *Exc {
	if len(vals) != hi-lo {
		if err := x.exports.Check(t); err != nil {
			return err
		}
	}
	x.Lock(t)
	defer x.Unlock(t)
	n := len(x.b)
	lo = min(lo, n)
	hi = max(lo, min(hi, n))
	grow := len(vals) - (hi - lo)
	switch {
	case grow == 0:
		copy(x.b[lo:hi], vals)
		return nil
	case x.exports.Any():
		return t.errExported()
	case n+grow > maxObjectBytes, n+grow > cap(x.b) && t.full(n+grow):
		return t.MemoryErr()
	case lo == 0 && grow < 0:
		x.b = x.b[-grow:]
	case grow < 0:
		x.b = append(x.b[:hi+grow], x.b[hi:]...)
	default:
		if n+grow <= cap(x.b) {
			x.b = x.b[:n+grow]
			copy(x.b[hi+grow:], x.b[hi:n])
		} else {
			b := make([]byte, n+grow, n+grow+(n+grow)/8+8)
			copy(b, x.b[:lo])
			copy(b[hi+grow:], x.b[hi:])
			x.b = b
		}
	}
	copy(x.b[lo:], vals)
	return nil
}

func byteArrayBuffer(t *Thread, v Value, flags BufferFlags) (*Buffer, *Exc) {
	x := asByteArray(v)
	x.Lock(t)
	x.exports.Add()
	b := x.b
	x.Unlock(t)
	return NewCountedBuffer(v, b, false, &x.exports), nil
}

// byteArrayIndex evaluates an index of a bytearray; the bounds are the caller's.
func byteArrayIndex(t *Thread, key Value) (int, *Exc) {
	if key.p == &intTag {
		return int(key.b), nil
	}
	if key.p.typ.slots.Index == nil {
		return 0, t.TypeErr("bytearray indices must be integers or slices, not %s", key.p.typ.name)
	}
	return t.subscript(key)
}

func byteArrayItem(t *Thread, v Value, i int) (Value, *Exc) {
	b := asByteArray(v).Data(t)
	if uint(i) >= uint(len(b)) {
		return Value{}, t.Raise(IndexError, "bytearray index out of range")
	}
	return Int64(int64(b[i])), nil
}

func byteArrayGetItem(t *Thread, v, key Value) (Value, *Exc) {
	if key.p.shape == shSlice {
		start, stop, step, err := t.unpackSlice(asSlice(key))
		if err != nil {
			return Value{}, err
		}
		b := asByteArray(v).Data(t)
		first, count := adjustSlice(start, stop, step, len(b))
		r := make([]byte, count)
		if step == 1 {
			copy(r, b[first:])
		} else {
			for i := range r {
				r[i] = b[first+i*step]
			}
		}
		return NewByteArray(r).Value(), nil
	}
	i, err := byteArrayIndex(t, key)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(asByteArray(v).Data(t))
	}
	return byteArrayItem(t, v, i)
}

func byteArraySetItem(t *Thread, v, key, val Value) *Exc {
	x := asByteArray(v)
	if key.p.shape == shSlice {
		return x.setSlice(t, asSlice(key), val)
	}
	i, err := byteArrayIndex(t, key)
	if err != nil {
		return err
	}
	var c byte
	if val.p != nil {
		if c, err = t.byteValue(val, byteRange); err != nil {
			return err
		}
	}
	x.Lock(t)
	if i < 0 {
		i += len(x.b)
	}
	if uint(i) >= uint(len(x.b)) {
		x.Unlock(t)
		return t.Raise(IndexError, "bytearray index out of range")
	}
	if val.p != nil {
		x.b[i] = c
		x.Unlock(t)
		return nil
	}
	x.Unlock(t)
	return x.splice(t, i, i+1, nil)
}

func (x *ByteArray) setSlice(t *Thread, s *Slice, val Value) *Exc {
	start, stop, step, err := t.unpackSlice(s)
	if err != nil {
		return err
	}
	var vals []byte
	if val.p != nil {
		ts := &val.p.typ.slots
		if val.p.typ.flags&FlagStrSubclass != 0 || !isBytesLike(val) && (ts.Index != nil || ts.ToInt != nil || ts.ToFloat != nil) {
			return t.TypeErr("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		if b, ok := ToBytes(val); ok {
			vals = b.b
		} else if vals, err = t.bytesFromValue(val, "bytearray", byteRange); err != nil {
			return err
		}
	}
	first, count := adjustSlice(start, stop, step, len(x.Data(t)))
	if step == 1 {
		return x.splice(t, first, first+count, vals)
	}
	if len(vals) == 0 {
		// Assigning nothing deletes, as in CPython.
		if count == 0 {
			return nil
		}
		if err := x.exports.Check(t); err != nil {
			return err
		}
		x.Lock(t)
		defer x.Unlock(t)
		if step < 0 {
			first, step = first+(count-1)*step, -step
		}
		kept := x.b[:0:0]
		next := first
		for i, c := range x.b {
			if i == next && count > 0 {
				next += step
				count--
				continue
			}
			kept = append(kept, c)
		}
		x.b = kept
		return nil
	}
	if len(vals) != count {
		return t.ValueErr("attempt to assign bytes of size %d to extended slice of size %d", len(vals), count)
	}
	x.Lock(t)
	defer x.Unlock(t)
	for i, c := range vals {
		if j := first + i*step; uint(j) < uint(len(x.b)) {
			x.b[j] = c
		}
	}
	return nil
}

func byteArrayCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if !isBytesLike(a) || !isBytesLike(b) {
		return NotImplemented, t.compareWarning(a, b, op)
	}
	x, err := t.bytesArg(a)
	if err != nil {
		return NotImplemented, nil
	}
	defer x.release()
	y, err := t.bytesArg(b)
	if err != nil {
		return NotImplemented, nil
	}
	defer y.release()
	return Bool(bytesCompare(x.b, y.b, op)), nil
}

func byteArrayRepr(t *Thread, v Value) (Value, *Exc) {
	b := asByteArray(v).snapshot(t)
	d := append(make([]byte, 0, len(b)+len(b)/4+16), v.p.typ.BareName()...)
	d = append(d, '(')
	d = appendBytesRepr(d, b, reprQuote(asString(b)), true)
	d = append(d, ')')
	return NewStr(asString(d)).Value(), nil
}

func byteArrayIConcat(t *Thread, a, b Value) (Value, *Exc) {
	if !isBytesLike(b) {
		return Value{}, t.TypeErr("can't concat %s to %s", b.p.typ.name, a.p.typ.name)
	}
	x := asByteArray(a)
	if y, ok := ToByteArray(b); ok {
		return a, x.appendBytes(t, y.snapshot(t))
	}
	y, err := t.bytesArg(b)
	if err != nil {
		return Value{}, t.TypeErr("can't concat %s to %s", b.p.typ.name, a.p.typ.name)
	}
	defer y.release()
	return a, x.appendBytes(t, y.b)
}

// appendBytes appends b.
func (x *ByteArray) appendBytes(t *Thread, b []byte) *Exc {
	if len(b) == 0 {
		return nil
	}
	if err := x.exports.Check(t); err != nil {
		return err
	}
	x.Lock(t)
	defer x.Unlock(t)
	if n := len(x.b) + len(b); n > cap(x.b) && t.full(n) {
		return t.MemoryErr()
	}
	x.b = append(x.b, b...)
	return nil
}

func byteArrayIRepeat(t *Thread, v Value, n int) (Value, *Exc) {
	x := asByteArray(v)
	b := x.Data(t)
	size, ok := sizeProduct(len(b), max(n, 0))
	if !ok || t.full(size) {
		return Value{}, t.MemoryErr()
	}
	r := make([]byte, size)
	if size > 0 {
		repeatBytes(r, string(b))
	}
	return v, x.set(t, r)
}

func byteArrayExtend(t *Thread, v, src Value) (Value, *Exc) {
	x := asByteArray(v)
	if y, ok := ToByteArray(src); ok {
		return None, x.appendBytes(t, y.snapshot(t))
	}
	if isBytesLike(src) {
		y, err := t.bytesArg(src)
		if err != nil {
			return Value{}, err
		}
		defer y.release()
		return None, x.appendBytes(t, y.b)
	}
	if text, ok := ToStr(src); ok && text.s != "" {
		return Value{}, t.TypeErr("expected iterable of integers; got: 'str'")
	}
	if s := &src.p.typ.slots; s.Iter == nil && s.GetItem == nil && s.Item == nil {
		return Value{}, t.TypeErr("can't extend bytearray with %s", src.p.typ.name)
	}
	it, err := t.Iter(src)
	if err != nil {
		return Value{}, err
	}
	b, err := t.bytesFromIter(src, it, byteRange)
	if err != nil {
		return Value{}, err
	}
	return None, x.appendBytes(t, b)
}

func byteArrayPop(t *Thread, v Value, a []Value) (Value, *Exc) {
	i := -1
	if a[0].p != nil {
		n, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		i = n
	}
	x := asByteArray(v)
	b := x.Data(t)
	if len(b) == 0 {
		return Value{}, t.Raise(IndexError, "pop from empty bytearray")
	}
	if i < 0 {
		i += len(b)
	}
	if uint(i) >= uint(len(b)) {
		return Value{}, t.Raise(IndexError, "pop index out of range")
	}
	c := b[i]
	if err := x.splice(t, i, i+1, nil); err != nil {
		return Value{}, err
	}
	return Int64(int64(c)), nil
}

// byteArrayReduce is the state for pickling: with old protocols a str in
// Latin-1, else bytes.
func byteArrayReduce(t *Thread, v Value, proto int) (Value, *Exc) {
	b := asByteArray(v).snapshot(t)
	state, err := t.CallMethod(v, strGetState)
	if err != nil {
		return Value{}, err
	}
	var args *Tuple
	switch {
	case len(b) == 0:
		args = NewTuple()
	case proto < 3:
		s, err := t.Decode(b, "latin-1", "")
		if err != nil {
			return Value{}, err
		}
		args = NewTuple(s.Value(), NewStr("latin-1").Value())
	default:
		args = NewTuple(NewBytes(b).Value())
	}
	return NewTuple(v.p.typ.Value(), args.Value(), state).Value(), nil
}

var byteArrayMethods = []MethodSpec{
	{Name: "append", Sig: "item, /", Doc: "Append a single item.", Fn: Fn1(func(t *Thread, v, item Value) (Value, *Exc) {
		c, err := t.byteValue(item, byteRange)
		if err != nil {
			return Value{}, err
		}
		return None, asByteArray(v).appendBytes(t, allBytes[c:int(c)+1])
	})},
	{Name: "insert", Sig: "index, item, /", Doc: "Insert a single item before the given index.", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		i, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		c, err := t.byteValue(a[1], byteRange)
		if err != nil {
			return Value{}, err
		}
		x := asByteArray(v)
		n := len(x.Data(t))
		if i < 0 {
			i = max(i+n, 0)
		}
		i = min(i, n)
		return None, x.splice(t, i, i, []byte{c})
	})},
	{Name: "pop", Sig: "index=-1, /", Doc: "Remove and return the item at index (default last).", Fn: FnSig(byteArrayPop)},
	{Name: "remove", Sig: "value, /", Doc: "Remove the first occurrence of a value.", Fn: Fn1(func(t *Thread, v, item Value) (Value, *Exc) {
		c, err := t.byteValue(item, byteRange)
		if err != nil {
			return Value{}, err
		}
		x := asByteArray(v)
		i := bytes.IndexByte(x.Data(t), c)
		if i < 0 {
			return Value{}, t.ValueErr("value not found in bytearray")
		}
		return None, x.splice(t, i, i+1, nil)
	})},
	{Name: "reverse", Doc: "Reverse the order of the bytes in place.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		x := asByteArray(v)
		x.Lock(t)
		defer x.Unlock(t)
		for i, j := 0, len(x.b)-1; i < j; i, j = i+1, j-1 {
			x.b[i], x.b[j] = x.b[j], x.b[i]
		}
		return None, nil
	})},
	{Name: "clear", Doc: "Remove all items.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return None, asByteArray(v).set(t, nil) })},
	{Name: "copy", Doc: "Return a copy.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		return NewByteArray(asByteArray(v).snapshot(t)).Value(), nil
	})},
	{Name: "extend", Sig: "iterable_of_ints, /", Doc: "Append all the items of an iterable or buffer.", Fn: Fn1(byteArrayExtend)},
	{Name: "__alloc__", Doc: "Return the number of bytes actually allocated.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		n := cap(asByteArray(v).Data(t))
		if n > 0 {
			n++
		}
		return IntOf(n), nil
	})},
	{Name: "__sizeof__", Doc: "Return the size of the object in memory, in bytes.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		n := cap(asByteArray(v).Data(t))
		if n > 0 {
			n++
		}
		return IntOf(56 + n), nil
	})},
	{Name: "__reduce__", Doc: "Return state information for pickling.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return byteArrayReduce(t, v, 2) })},
	{Name: "__reduce_ex__", Sig: "proto=0, /", Doc: "Return state information for pickling.", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		proto := 0
		if a[0].p != nil {
			n, err := t.asCInt(a[0])
			if err != nil {
				return Value{}, err
			}
			proto = n
		}
		return byteArrayReduce(t, v, proto)
	})},
}

func init() {
	RegisterType(TypeSpec{
		Type: ByteArrayType, Name: "bytearray", Guarded: true, Flags: FlagBaseType | FlagByteArraySubclass | FlagMatchSelf, Layout: LayoutOf[ByteArray](),
		Doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nA mutable sequence of bytes, made from any of these.",
		Slots: Slots{
			New: byteArrayNew, Init: byteArrayInit,
			Compare: byteArrayCompare,
			Len:     func(t *Thread, v Value) (int, *Exc) { return len(asByteArray(v).Data(t)), nil },
			Repr:    byteArrayRepr,
			Str:     strOfBytes,
			Iter:    newBytesIter,
			Concat:  bytesConcat, Repeat: bytesRepeat, Contains: bytesContains,
			InPlaceConcat: byteArrayIConcat, InPlaceRepeat: byteArrayIRepeat,
			GetItem: byteArrayGetItem, Item: byteArrayItem, SetItem: byteArraySetItem,
			Binary: [numBinaryOps]BinaryFunc{OpMod: bytesMod},
			Buffer: byteArrayBuffer, ReleaseBuffer: true,
		},
		Methods: append(sharedBytesMethods(ByteArrayType), byteArrayMethods...),
	})
}
