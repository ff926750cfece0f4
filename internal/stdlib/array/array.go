// Package array is the array module: sequences of numbers of one machine type.
package array

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// arrayObj is an array.array: its items as they lie in memory. Without a GIL b
// is read and written under the header's lock.
type arrayObj struct {
	py.Header
	k       *kind
	b       []byte
	exports py.Exports
}

var (
	arrayType = new(py.Type)
	iterType  = new(py.Type)
)

func asArray(v py.Value) *arrayObj { return (*arrayObj)(v.Ptr()) }

func toArray(v py.Value) (*arrayObj, bool) {
	if py.IsInstance(v, arrayType) {
		return asArray(v), true
	}
	return nil, false
}

func newArray(k *kind, b []byte) *arrayObj {
	a := &arrayObj{k: k, b: b}
	a.InitHeader(arrayType)
	return a
}

// Value returns the array as a value.
func (a *arrayObj) Value() py.Value { return py.FromHeader(&a.Header) }

// data returns the current memory.
func (a *arrayObj) data(t *py.Thread) []byte {
	a.Lock(t)
	b := a.b
	a.Unlock(t)
	return b
}

func (a *arrayObj) len(t *py.Thread) int { return len(a.data(t)) / a.k.size }

// item returns item i, which the caller has checked; the zero Value when the
// array became shorter.
func (a *arrayObj) item(t *py.Thread, i int) (py.Value, *py.Exc) {
	a.Lock(t) // get runs no Python code
	var x py.Value
	var err *py.Exc
	if n := a.k.size; i >= 0 && (i+1)*n <= len(a.b) {
		x, err = a.k.get(t, a.b[i*n:(i+1)*n])
	}
	a.Unlock(t)
	return x, err
}

// maxBytes bounds the memory of one array.
const maxBytes = 1 << 36

// canResize is the BufferError of changing the size of exported memory.
func (a *arrayObj) canResize(t *py.Thread) *py.Exc {
	if a.exports.Held() {
		return t.Raise(py.BufferError, "cannot resize an array that is exporting buffers")
	}
	return nil
}

// splice replaces the bytes from lo to hi by vals, which is no part of a.
func (a *arrayObj) splice(t *py.Thread, lo, hi int, vals []byte) *py.Exc {
	if len(vals) != hi-lo {
		if err := a.canResize(t); err != nil {
			return err
		}
	}
	a.Lock(t)
	defer a.Unlock(t)
	n := len(a.b)
	lo = min(lo, n)
	hi = max(lo, min(hi, n))
	if lo == n {
		if n+len(vals) > maxBytes || n+len(vals) > cap(a.b) && t.RoomFor((n+len(vals))*5/4) != nil {
			return t.MemoryErr()
		}
		a.b = append(a.b, vals...)
		return nil
	}
	if len(vals) <= hi-lo {
		copy(a.b[lo:], vals)
		a.b = append(a.b[:lo+len(vals)], a.b[hi:]...)
		return nil
	}
	b := make([]byte, 0, n+len(vals)-(hi-lo)+(n>>3))
	b = append(b, a.b[:lo]...)
	b = append(b, vals...)
	a.b = append(b, a.b[hi:]...)
	return nil
}

func (a *arrayObj) appendItem(t *py.Thread, v py.Value) *py.Exc {
	var buf [8]byte
	if err := a.k.put(t, buf[:], v); err != nil {
		return err
	}
	if err := a.canResize(t); err != nil {
		return err
	}
	a.Lock(t)
	defer a.Unlock(t)
	if n := len(a.b) + a.k.size; n > cap(a.b) {
		if err := t.RoomFor(n + n/4); err != nil {
			return err
		}
	}
	a.b = append(a.b, buf[:a.k.size]...)
	return nil
}

// extend appends the items of an array of the same kind, or of an iterable.
func (a *arrayObj) extend(t *py.Thread, v py.Value) *py.Exc {
	if o, ok := toArray(v); ok {
		if o.k != a.k {
			return t.TypeErr("can only extend with array of same kind")
		}
		n := len(a.data(t))
		return a.splice(t, n, n, append([]byte(nil), o.data(t)...))
	}
	return t.Each(v, func(x py.Value) *py.Exc { return a.appendItem(t, x) })
}

func (a *arrayObj) fromBytes(t *py.Thread, b []byte) *py.Exc {
	if len(b)%a.k.size != 0 {
		return t.ValueErr("bytes length not a multiple of item size")
	}
	n := len(a.data(t))
	return a.splice(t, n, n, append([]byte(nil), b...))
}

const badCode = "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"

func arrayNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	if cls == arrayType {
		if err := args.NoKeywords(t, "array.array()"); err != nil {
			return py.Value{}, err
		}
	}
	pos := args.Pos()
	if len(pos) == 0 {
		return py.Value{}, t.TypeErr("array() takes at least 1 argument (0 given)")
	}
	if len(pos) > 2 {
		return py.Value{}, t.TypeErr("array() takes at most 2 arguments (%d given)", len(pos))
	}
	code, ok := py.ToStr(pos[0])
	if !ok || code.Len() != 1 {
		return py.Value{}, t.TypeErr("array() argument 1 must be a unicode character, not %s", pos[0].Type().Name())
	}
	c := code.RuneAt(0)
	var init py.Value
	if len(pos) == 2 {
		init = pos[1]
	}
	text := c == 'u' || c == 'w'
	if !init.IsNil() && !text {
		if _, ok := py.ToStr(init); ok {
			return py.Value{}, t.TypeErr("cannot use a str to initialize an array with typecode '%c'", c)
		}
		if o, ok := toArray(init); ok && o.k.isText() {
			return py.Value{}, t.TypeErr("cannot use a unicode array to initialize an array with typecode '%c'", c)
		}
	}
	k := kindOf(c)
	if k == nil {
		return py.Value{}, t.ValueErr(badCode)
	}
	if c == 'u' {
		if err := t.Warn(py.DeprecationWarning, 1, "The 'u' type code is deprecated and will be removed in Python 3.16"); err != nil {
			return py.Value{}, err
		}
	}
	a := py.AllocFor[arrayObj](t, cls)
	a.k = k
	if init.IsNil() {
		return a.Value(), nil
	}
	var err *py.Exc
	if b, ok := py.ToBytes(init); ok {
		err = a.fromBytes(t, b.Bytes())
	} else if b, ok := py.ToByteArray(init); ok {
		err = a.fromBytes(t, b.Data(t))
	} else if s, ok := py.ToStr(init); ok {
		a.b = appendText(nil, s.String())
	} else if o, ok := toArray(init); ok && o.k == k {
		a.b = append([]byte(nil), o.data(t)...)
	} else {
		err = t.Each(init, func(x py.Value) *py.Exc { return a.appendItem(t, x) })
	}
	if err != nil {
		return py.Value{}, err
	}
	return a.Value(), nil
}

func arrayItem(t *py.Thread, v py.Value, i int) (py.Value, *py.Exc) {
	r, err := asArray(v).item(t, i)
	if err == nil && r.IsNil() {
		err = t.Raise(py.IndexError, "array index out of range")
	}
	return r, err
}

// index evaluates a subscript that is no slice.
func index(t *py.Thread, key py.Value) (int, *py.Exc) {
	if !py.IsInt(key) && key.Type().Slots().Index == nil {
		return 0, t.TypeErr("array indices must be integers")
	}
	n, err := t.AsInt(key)
	if err != nil && err.Is(py.OverflowError) {
		err = t.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", key.Type().Name())
	}
	return n, err
}

func arrayGetItem(t *py.Thread, v, key py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	if s, ok := py.ToSlice(key); ok {
		start, stop, step, err := s.Unpack(t)
		if err != nil {
			return py.Value{}, err
		}
		b, n := a.data(t), a.k.size
		lo, _, count := py.AdjustSlice(len(b)/n, start, stop, step)
		r := make([]byte, 0, count*n)
		for i := 0; i < count; i++ {
			at := (lo + i*step) * n
			r = append(r, b[at:at+n]...)
		}
		return newArray(a.k, r).Value(), nil
	}
	i, err := index(t, key)
	if err != nil {
		return py.Value{}, err
	}
	if i < 0 {
		i += a.len(t)
	}
	return arrayItem(t, v, i)
}

func arraySetItem(t *py.Thread, v, key, val py.Value) *py.Exc {
	a := asArray(v)
	if s, ok := py.ToSlice(key); ok {
		return a.setSlice(t, s, val)
	}
	i, err := index(t, key)
	if err != nil {
		return err
	}
	n, size := a.len(t), a.k.size
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return t.Raise(py.IndexError, "array assignment index out of range")
	}
	if val.IsNil() {
		return a.splice(t, i*size, (i+1)*size, nil)
	}
	var buf [8]byte
	if err := a.k.put(t, buf[:], val); err != nil {
		return err
	}
	a.Lock(t)
	defer a.Unlock(t)
	if (i+1)*size > len(a.b) {
		return t.Raise(py.IndexError, "array assignment index out of range")
	}
	copy(a.b[i*size:], buf[:size])
	return nil
}

func (a *arrayObj) setSlice(t *py.Thread, s *py.Slice, val py.Value) *py.Exc {
	start, stop, step, err := s.Unpack(t)
	if err != nil {
		return err
	}
	var vals []byte
	if !val.IsNil() {
		o, ok := toArray(val)
		if !ok {
			return t.TypeErr("can only assign array (not \"%s\") to array slice", val.Type().Name())
		}
		if o.k != a.k {
			return t.TypeErr("bad argument type for built-in operation")
		}
		vals = append([]byte(nil), o.data(t)...)
	}
	size := a.k.size
	lo, _, count := py.AdjustSlice(a.len(t), start, stop, step)
	if step == 1 {
		return a.splice(t, lo*size, (lo+count)*size, vals)
	}
	if val.IsNil() {
		if count == 0 {
			return nil
		}
		if step < 0 {
			lo, step = lo+(count-1)*step, -step
		}
		if err := a.canResize(t); err != nil {
			return err
		}
		a.Lock(t)
		defer a.Unlock(t)
		kept := make([]byte, 0, len(a.b))
		for i := 0; (i+1)*size <= len(a.b); i++ {
			if count > 0 && i == lo {
				lo += step
				count--
				continue
			}
			kept = append(kept, a.b[i*size:(i+1)*size]...)
		}
		a.b = kept
		return nil
	}
	if len(vals)/size != count {
		return t.ValueErr("attempt to assign array of size %d to extended slice of size %d", len(vals)/size, count)
	}
	a.Lock(t)
	defer a.Unlock(t)
	for i := 0; i < count; i++ {
		if at := (lo + i*step) * size; at+size <= len(a.b) {
			copy(a.b[at:at+size], vals[i*size:])
		}
	}
	return nil
}

func arrayCompare(t *py.Thread, v, w py.Value, op py.CompareOp) (py.Value, *py.Exc) {
	a, ok := toArray(v)
	if !ok {
		return py.NotImplemented, nil
	}
	b, ok := toArray(w)
	if !ok {
		return py.NotImplemented, nil
	}
	n, m := a.len(t), b.len(t)
	if n != m && (op == py.CmpEQ || op == py.CmpNE) {
		return py.Bool(op == py.CmpNE), nil
	}
	if a.k == b.k && (a.k.integer || a.k.isText()) && (op == py.CmpEQ || op == py.CmpNE) {
		return py.Bool((string(a.data(t)) == string(b.data(t))) == (op == py.CmpEQ)), nil
	}
	for i := 0; i < n && i < m; i++ {
		x, err := a.item(t, i)
		if err != nil {
			return py.Value{}, err
		}
		y, err := b.item(t, i)
		if err != nil {
			return py.Value{}, err
		}
		if x.IsNil() || y.IsNil() {
			break
		}
		eq, err := t.CompareBool(x, y, py.CmpEQ)
		if err != nil {
			return py.Value{}, err
		}
		if !eq {
			switch op {
			case py.CmpEQ:
				return py.False, nil
			case py.CmpNE:
				return py.True, nil
			}
			return t.Compare(x, y, op)
		}
	}
	return t.Compare(py.IntOf(n), py.IntOf(m), op)
}

func arrayRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	head := v.Type().BareName() + "('" + string(rune(a.k.code)) + "'"
	if a.len(t) == 0 {
		return py.NewStr(head + ")").Value(), nil
	}
	var items py.Value
	var err *py.Exc
	if a.k.isText() {
		items, err = a.text(t)
	} else {
		items, err = a.list(t)
	}
	if err != nil {
		return py.Value{}, err
	}
	s, err := t.Repr(items)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewStr(head + ", " + s.String() + ")").Value(), nil
}

func (a *arrayObj) list(t *py.Thread) (py.Value, *py.Exc) {
	b, n := a.data(t), a.k.size
	items := make([]py.Value, len(b)/n)
	for i := range items {
		x, err := a.k.get(t, b[i*n:(i+1)*n])
		if err != nil {
			return py.Value{}, err
		}
		items[i] = x
	}
	return py.NewList(items).Value(), nil
}

// text is the str of an array of characters.
func (a *arrayObj) text(t *py.Thread) (py.Value, *py.Exc) {
	var sb strings.Builder
	b := a.data(t)
	for i := 0; i+4 <= len(b); i += 4 {
		x, err := a.k.get(t, b[i:i+4])
		if err != nil {
			return py.Value{}, err
		}
		s, _ := py.ToStr(x)
		sb.WriteString(s.String())
	}
	return py.NewStr(sb.String()).Value(), nil
}

func arrayConcat(t *py.Thread, v, w py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	b, ok := toArray(w)
	if !ok {
		return py.Value{}, t.TypeErr("can only append array (not \"%s\") to array", w.Type().Name())
	}
	if a.k != b.k {
		return py.Value{}, t.TypeErr("bad argument type for built-in operation")
	}
	x, y := a.data(t), b.data(t)
	if len(x)+len(y) > maxBytes || t.RoomFor(len(x)+len(y)) != nil {
		return py.Value{}, t.MemoryErr()
	}
	r := make([]byte, 0, len(x)+len(y))
	return newArray(a.k, append(append(r, x...), y...)).Value(), nil
}

func repeated(t *py.Thread, b []byte, n int) ([]byte, *py.Exc) {
	n = max(n, 0)
	if len(b) > 0 && n > math.MaxInt/len(b) || len(b)*n > maxBytes || t.RoomFor(len(b)*n) != nil {
		return nil, t.MemoryErr()
	}
	r := make([]byte, 0, len(b)*n)
	for ; n > 0; n-- {
		r = append(r, b...)
	}
	return r, nil
}

func arrayRepeat(t *py.Thread, v py.Value, n int) (py.Value, *py.Exc) {
	a := asArray(v)
	r, err := repeated(t, a.data(t), n)
	if err != nil {
		return py.Value{}, err
	}
	return newArray(a.k, r).Value(), nil
}

func arrayIRepeat(t *py.Thread, v py.Value, n int) (py.Value, *py.Exc) {
	a := asArray(v)
	b := a.data(t)
	r, err := repeated(t, b, n)
	if err != nil {
		return py.Value{}, err
	}
	return v, a.splice(t, 0, len(b), r)
}

func arrayIConcat(t *py.Thread, v, w py.Value) (py.Value, *py.Exc) {
	if _, ok := toArray(w); !ok {
		return py.Value{}, t.TypeErr("can only extend array with array (not \"%s\")", w.Type().Name())
	}
	return v, asArray(v).extend(t, w)
}

// find returns the index of the first item equal to x from lo on, -1 if none.
func (a *arrayObj) find(t *py.Thread, x py.Value, lo, hi int) (int, *py.Exc) {
	for i := lo; i < hi && i < a.len(t); i++ {
		y, err := a.item(t, i)
		if err != nil {
			return 0, err
		}
		if y.IsNil() {
			break
		}
		eq, err := t.CompareBool(y, x, py.CmpEQ)
		if err != nil {
			return 0, err
		}
		if eq {
			return i, nil
		}
	}
	return -1, nil
}

func arrayContains(t *py.Thread, v, x py.Value) (bool, *py.Exc) {
	i, err := asArray(v).find(t, x, 0, math.MaxInt)
	return i >= 0, err
}

func arrayBuffer(t *py.Thread, v py.Value, flags py.BufferFlags) (*py.Buffer, *py.Exc) {
	a := asArray(v)
	a.Lock(t)
	a.exports.Add()
	b := a.b
	a.Unlock(t)
	buf := py.NewCountedBuffer(v, b, false, &a.exports)
	if flags&py.BufND != 0 {
		buf.ItemSize = a.k.size
		buf.Shape = []int{len(b) / a.k.size}
		if flags&py.BufFormat != 0 {
			buf.Format = a.k.format
		}
	}
	return buf, nil
}

// arrayIter iterates an array; arr is nil when it has ended.
type arrayIter struct {
	py.Header
	arr *arrayObj
	pos int
}

func newIter(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := &arrayIter{arr: asArray(v)}
	it.InitHeader(iterType)
	return py.FromHeader(&it.Header), nil
}

func iterNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	it := (*arrayIter)(v.Ptr())
	a := it.arr
	if a == nil {
		return py.Value{}, nil
	}
	x, err := a.item(t, it.pos)
	if err == nil {
		if it.pos++; x.IsNil() {
			it.arr = nil
		}
	}
	return x, err
}

func init() { py.RegisterPackage(registerArray, "array") }

func registerArray() {
	py.RegisterType(py.TypeSpec{
		Type: arrayType, Name: "array.array", Guarded: true, Flags: py.FlagBaseType | py.FlagSequence | py.FlagWeakref, Layout: py.LayoutOf[arrayObj](),
		Doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value, which must be a list,\nstring or iterable over elements of the appropriate type.",
		Slots: py.Slots{
			New: arrayNew, Compare: arrayCompare, Repr: arrayRepr, Iter: newIter,
			Len:     func(t *py.Thread, v py.Value) (int, *py.Exc) { return asArray(v).len(t), nil },
			GetItem: arrayGetItem, SetItem: arraySetItem, Item: arrayItem, Contains: arrayContains,
			Concat: arrayConcat, Repeat: arrayRepeat, InPlaceConcat: arrayIConcat, InPlaceRepeat: arrayIRepeat,
			Buffer: arrayBuffer, ReleaseBuffer: true,
		},
		Methods: arrayMethods,
		GetSet: []py.GetSetSpec{
			{Name: "typecode", Doc: "the typecode character used to create the array", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.CharStr(rune(asArray(v).k.code)).Value(), nil
			}},
			{Name: "itemsize", Doc: "the size, in bytes, of one array item", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.IntOf(asArray(v).k.size), nil
			}},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: iterType, Name: "array.arrayiterator", Guarded: true, Flags: py.FlagNoNew, Slots: py.Slots{Iter: py.IterSelf, Next: iterNext},
		Methods: []py.MethodSpec{
			{Name: "__reduce__", Doc: "Return state information for pickling.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				it := (*arrayIter)(v.Ptr())
				if it.arr == nil {
					return py.NewTuple(t.Builtin("iter"), py.NewTuple(py.NewTuple().Value()).Value()).Value(), nil
				}
				return py.NewTuple(t.Builtin("iter"), py.NewTuple(it.arr.Value()).Value(), py.IntOf(it.pos)).Value(), nil
			})},
			{Name: "__setstate__", Sig: "state, /", Doc: "Set state information for unpickling.", Fn: py.Fn1(func(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
				n, err := t.SizeArg(x)
				if err != nil {
					return py.Value{}, err
				}
				it := (*arrayIter)(v.Ptr())
				if it.arr != nil {
					it.pos = min(max(n, 0), it.arr.len(t))
				}
				return py.None, nil
			})},
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "array", Doc: "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point numbers.",
		Types:   []*py.Type{arrayType},
		Methods: []py.MethodSpec{{Name: "_array_reconstructor", Sig: "arraytype, typecode, mformat_code, items, /", Doc: "Internal. Used for pickling support.", Fn: py.FnSig(reconstruct)}},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("ArrayType", arrayType.Value())
			codes := ""
			for _, k := range kinds {
				codes += string(rune(k.code))
			}
			m.Set("typecodes", py.NewStr(codes).Value())
			abc, err := t.ImportModule("collections.abc")
			if err != nil {
				return err
			}
			ms, err := t.GetAttrS(abc, "MutableSequence")
			if err != nil {
				return err
			}
			_, err = t.CallMethodS(ms, "register", arrayType.Value())
			return err
		},
	})
}
