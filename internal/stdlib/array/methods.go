package array

import (
	"math"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/py"
)

func arrayInsert(t *py.Thread, v py.Value, args []py.Value) (py.Value, *py.Exc) {
	i, err := t.SizeArg(args[0])
	if err != nil {
		return py.Value{}, err
	}
	a := asArray(v)
	var buf [8]byte
	if err := a.k.put(t, buf[:], args[1]); err != nil {
		return py.Value{}, err
	}
	n := a.len(t)
	if i < 0 {
		i = max(i+n, 0)
	}
	i = min(i, n) * a.k.size
	return py.None, a.splice(t, i, i, buf[:a.k.size])
}

func arrayPop(t *py.Thread, v py.Value, args []py.Value) (py.Value, *py.Exc) {
	i := -1
	if !args[0].IsNil() {
		n, err := t.SizeArg(args[0])
		if err != nil {
			return py.Value{}, err
		}
		i = n
	}
	a := asArray(v)
	n := a.len(t)
	if n == 0 {
		return py.Value{}, t.Raise(py.IndexError, "pop from empty array")
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return py.Value{}, t.Raise(py.IndexError, "pop index out of range")
	}
	x, err := a.item(t, i)
	if err != nil {
		return py.Value{}, err
	}
	return x, a.splice(t, i*a.k.size, (i+1)*a.k.size, nil)
}

func arrayRemove(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	i, err := a.find(t, x, 0, math.MaxInt)
	if err != nil {
		return py.Value{}, err
	}
	if i < 0 {
		return py.Value{}, t.ValueErr("array.remove(x): x not in array")
	}
	return py.None, a.splice(t, i*a.k.size, (i+1)*a.k.size, nil)
}

func arrayIndex(t *py.Thread, v py.Value, args []py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	lo, err := t.SearchBound(args[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	hi, err := t.SearchBound(args[2], math.MaxInt)
	if err != nil {
		return py.Value{}, err
	}
	n := a.len(t)
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	if hi < 0 {
		hi += n
	}
	i, err := a.find(t, args[0], lo, hi)
	if err == nil && i < 0 {
		err = t.ValueErr("array.index(x): x not in array")
	}
	return py.IntOf(i), err
}

func arrayCount(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	n := 0
	for i := 0; ; n++ {
		j, err := a.find(t, x, i, math.MaxInt)
		if err != nil {
			return py.Value{}, err
		}
		if j < 0 {
			return py.IntOf(n), nil
		}
		i = j + 1
	}
}

func arrayFromList(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
	l, ok := py.ToList(x)
	if !ok {
		return py.Value{}, t.TypeErr("arg must be list")
	}
	a := asArray(v)
	n := l.Len(t)
	vals := make([]byte, 0, n*a.k.size)
	for i := 0; i < n; i++ {
		var buf [8]byte
		if err := a.k.put(t, buf[:], l.Get(t, i)); err != nil {
			return py.Value{}, err
		}
		vals = append(vals, buf[:a.k.size]...)
		if l.Len(t) != n {
			return py.Value{}, t.Raise(py.RuntimeError, "list changed size during iteration")
		}
	}
	if len(vals) == 0 {
		return py.None, nil
	}
	end := len(a.data(t))
	return py.None, a.splice(t, end, end, vals)
}

func arrayFromFile(t *py.Thread, v py.Value, args []py.Value) (py.Value, *py.Exc) {
	a := asArray(v)
	n, err := t.SizeArg(args[1])
	if err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return py.Value{}, t.ValueErr("negative count")
	}
	if n > maxBytes/a.k.size || t.RoomFor(n*a.k.size) != nil {
		return py.Value{}, t.MemoryErr()
	}
	r, err := t.CallMethodS(args[0], "read", py.IntOf(n*a.k.size))
	if err != nil {
		return py.Value{}, err
	}
	b, ok := py.ToBytes(r)
	if !ok {
		return py.Value{}, t.TypeErr("read() didn't return bytes")
	}
	if err := a.fromBytes(t, b.Bytes()); err != nil {
		return py.Value{}, err
	}
	if len(b.Bytes()) != n*a.k.size {
		return py.Value{}, t.Raise(py.EOFError, "read() didn't return enough bytes")
	}
	return py.None, nil
}

func arrayToFile(t *py.Thread, v, f py.Value) (py.Value, *py.Exc) {
	const block = 64 * 1024
	a := asArray(v)
	for at := 0; ; at += block {
		b := a.data(t)
		if at >= len(b) {
			return py.None, nil
		}
		if _, err := t.CallMethodS(f, "write", py.CopyBytes(b[at:min(at+block, len(b))]).Value()); err != nil {
			return py.Value{}, err
		}
	}
}

const textOnly = "may only be called on unicode type arrays ('u' or 'w')"

func arrayFromUnicode(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
	s, err := t.StrArg("fromunicode", 0, x)
	if err != nil {
		return py.Value{}, err
	}
	a := asArray(v)
	if !a.k.isText() {
		return py.Value{}, t.ValueErr("fromunicode() %s", textOnly)
	}
	end := len(a.data(t))
	return py.None, a.splice(t, end, end, appendText(nil, s.String()))
}

// arrayReduce is the state for pickling: a list of items with old protocols,
// else the memory and its format.
func arrayReduce(t *py.Thread, v, pv py.Value) (py.Value, *py.Exc) {
	if !py.IsInt(pv) {
		return py.Value{}, t.TypeErr("__reduce_ex__ argument should be an integer")
	}
	proto, err := t.SizeArg(pv)
	if err != nil {
		return py.Value{}, err
	}
	a := asArray(v)
	state := py.None
	if d := t.InstDict(v); d != nil {
		state = d.Value()
	}
	code := py.CharStr(rune(a.k.code)).Value()
	if proto < 3 {
		list, err := a.list(t)
		if err != nil {
			return py.Value{}, err
		}
		return py.NewTuple(v.Type().Value(), py.NewTuple(code, list).Value(), state).Value(), nil
	}
	m, err := t.ImportModule("array")
	if err != nil {
		return py.Value{}, err
	}
	f, err := t.GetAttrS(m, "_array_reconstructor")
	if err != nil {
		return py.Value{}, err
	}
	args := py.NewTuple(v.Type().Value(), code, py.IntOf(a.k.machineCode()), py.CopyBytes(a.data(t)).Value())
	return py.NewTuple(f, args.Value(), state).Value(), nil
}

// machineFormat describes a machine format code of pickled arrays.
type machineFormat struct {
	size          int
	signed, isInt bool
	big           bool
}

func machineFormatOf(code int) machineFormat {
	big := code >= 2 && code%2 == 1
	switch {
	case code < 2:
		return machineFormat{1, code == 1, true, false}
	case code < 6:
		return machineFormat{2, code >= 4, true, big}
	case code < 10:
		return machineFormat{4, code >= 8, true, big}
	case code < 14:
		return machineFormat{8, code >= 12, true, big}
	case code < 16:
		return machineFormat{4, true, false, big}
	case code < 18:
		return machineFormat{8, true, false, big}
	case code < 20:
		return machineFormat{2, false, false, big}
	}
	return machineFormat{4, false, false, big}
}

// reconstruct makes an array from its pickled memory, which may come from a
// machine with other sizes or another byte order.
func reconstruct(t *py.Thread, _ py.Value, args []py.Value) (py.Value, *py.Exc) {
	cls, ok := py.ToType(args[0])
	if !ok {
		return py.Value{}, t.TypeErr("first argument must be a type object, not %s", args[0].Type().Name())
	}
	if !cls.IsSubtype(arrayType) {
		return py.Value{}, t.TypeErr("%s is not a subtype of %s", cls.Name(), arrayType.Name())
	}
	cs, ok := py.ToStr(args[1])
	if !ok || cs.Len() != 1 {
		return py.Value{}, t.TypeErr("_array_reconstructor() argument 2 must be a unicode character, not %s", py.ArgTypeName(args[1]))
	}
	k := kindOf(cs.RuneAt(0))
	if k == nil {
		return py.Value{}, t.ValueErr("second argument must be a valid type code")
	}
	code, err := t.CIntArg(args[2])
	if err != nil {
		return py.Value{}, err
	}
	if code < 0 || code > 21 {
		return py.Value{}, t.ValueErr("third argument must be a valid machine format code.")
	}
	b, ok := py.ToBytes(args[3])
	if !ok {
		return py.Value{}, t.TypeErr("fourth argument should be bytes, not %s", args[3].Type().Name())
	}
	data := append([]byte(nil), b.Bytes()...)
	mf := machineFormatOf(code)
	if code != k.machineCode() {
		if len(data)%mf.size != 0 {
			return py.Value{}, t.ValueErr("bytes length not a multiple of item size")
		}
		if mf.big != bigEndian && mf.size > 1 {
			swapped(data, mf.size)
		}
		switch {
		case mf.isInt:
			for i := range kinds {
				if o := &kinds[i]; o.integer && o.size == mf.size && o.signed == mf.signed {
					k = o
				}
			}
		case code >= 18:
			return reconstructText(t, cls, k, b.Bytes(), code)
		default:
			from := kindOf('f')
			if mf.size == 8 {
				from = kindOf('d')
			}
			out := make([]byte, 0, len(data))
			for i := 0; i < len(data); i += mf.size {
				x, err := from.get(t, data[i:i+mf.size])
				if err != nil {
					return py.Value{}, err
				}
				var buf [8]byte
				if err := k.put(t, buf[:], x); err != nil {
					return py.Value{}, err
				}
				out = append(out, buf[:k.size]...)
			}
			data = out
		}
	}
	return makeArray(t, cls, k, py.NewBytes(data).Value())
}

func reconstructText(t *py.Thread, cls *py.Type, k *kind, b []byte, code int) (py.Value, *py.Exc) {
	s, err := t.Decode(b, [...]string{"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}[code-18], "")
	if err != nil {
		return py.Value{}, err
	}
	return makeArray(t, cls, k, s.Value())
}

func makeArray(t *py.Thread, cls *py.Type, k *kind, init py.Value) (py.Value, *py.Exc) {
	return arrayNew(t, cls, py.Pos(py.CharStr(rune(k.code)).Value(), init))
}

var arrayMethods = []py.MethodSpec{
	{Name: "append", Sig: "v, /", Doc: "Append new value v to the end of the array.", Fn: py.Fn1(func(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
		return py.None, asArray(v).appendItem(t, x)
	})},
	{Name: "buffer_info", Doc: "Return a tuple (address, length) giving the current memory address and the length in items.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		b := a.data(t)
		return py.NewTuple(py.Int64(int64(uintptr(unsafe.Pointer(unsafe.SliceData(b))))), py.IntOf(len(b)/a.k.size)).Value(), nil
	})},
	{Name: "byteswap", Doc: "Byteswap all items of the array.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		swapped(a.data(t), a.k.size)
		return py.None, nil
	})},
	{Name: "clear", Doc: "Remove all items from the array.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		return py.None, a.splice(t, 0, len(a.data(t)), nil)
	})},
	{Name: "count", Sig: "v, /", Doc: "Return number of occurrences of v in the array.", Fn: py.Fn1(arrayCount)},
	{Name: "extend", Sig: "bb, /", Doc: "Append items to the end of the array.", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		if err := args.NoKeywords(t, "array.extend()"); err != nil {
			return py.Value{}, err
		}
		switch n := args.Len(); {
		case n == 0:
			return py.Value{}, t.TypeErr("extend() takes exactly 1 positional argument (0 given)")
		case n > 1:
			return py.Value{}, t.TypeErr("extend() takes at most 1 argument (%d given)", n)
		}
		return py.None, asArray(v).extend(t, args.Pos()[0])
	})},
	{Name: "frombytes", Sig: "buffer, /", Doc: "Appends items from the string, interpreting it as an array of machine values.", Fn: py.Fn1(func(t *py.Thread, v, x py.Value) (py.Value, *py.Exc) {
		if o, ok := toArray(x); ok && o.k.size != 1 {
			return py.Value{}, t.TypeErr("a bytes-like object is required")
		}
		return py.None, t.BytesLike(x, func(b []byte) *py.Exc {
			if x == v {
				b = append([]byte(nil), b...)
			}
			return asArray(v).fromBytes(t, b)
		})
	})},
	{Name: "fromfile", Sig: "f, n, /", Doc: "Read n objects from the file object f and append them to the end of the array.", Fn: py.FnSig(arrayFromFile)},
	{Name: "fromlist", Sig: "list, /", Doc: "Append items to array from list.", Fn: py.Fn1(arrayFromList)},
	{Name: "fromunicode", Sig: "ustr, /", Doc: "Extends this array with data from the unicode string ustr.", Fn: py.Fn1(arrayFromUnicode)},
	{Name: "index", Sig: "v, start=0, stop=sys.maxsize, /", Doc: "Return index of first occurrence of v in the array.", Fn: py.FnSig(arrayIndex)},
	{Name: "insert", Sig: "i, v, /", Doc: "Insert a new item v into the array before position i.", Fn: py.FnSig(arrayInsert)},
	{Name: "pop", Sig: "i=-1, /", Doc: "Return the i-th element and delete it from the array.", Fn: py.FnSig(arrayPop)},
	{Name: "remove", Sig: "v, /", Doc: "Remove the first occurrence of v in the array.", Fn: py.Fn1(arrayRemove)},
	{Name: "reverse", Doc: "Reverse the order of the items in the array.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		a.Lock(t)
		defer a.Unlock(t)
		n := a.k.size
		var tmp [8]byte
		for i, j := 0, len(a.b)-n; i < j; i, j = i+n, j-n {
			copy(tmp[:], a.b[i:i+n])
			copy(a.b[i:i+n], a.b[j:j+n])
			copy(a.b[j:j+n], tmp[:n])
		}
		return py.None, nil
	})},
	{Name: "tobytes", Doc: "Convert the array to an array of machine values and return the bytes representation.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.CopyBytes(asArray(v).data(t)).Value(), nil
	})},
	{Name: "tofile", Sig: "f, /", Doc: "Write all items (as machine values) to the file object f.", Fn: py.Fn1(arrayToFile)},
	{Name: "tolist", Doc: "Convert array to an ordinary list with the same items.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return asArray(v).list(t) })},
	{Name: "tounicode", Doc: "Convert the array to a unicode string.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		if !a.k.isText() {
			return py.Value{}, t.ValueErr("tounicode() %s", textOnly)
		}
		return a.text(t)
	})},
	{Name: "__copy__", Doc: "Return a copy of the array.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		return newArray(a.k, append([]byte(nil), a.data(t)...)).Value(), nil
	})},
	{Name: "__deepcopy__", Sig: "unused, /", Doc: "Return a copy of the array.", Fn: py.Fn1(func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) {
		a := asArray(v)
		return newArray(a.k, append([]byte(nil), a.data(t)...)).Value(), nil
	})},
	{Name: "__reduce_ex__", Sig: "value, /", Doc: "Return state information for pickling.", Fn: py.Fn1(arrayReduce)},
	{Name: "__sizeof__", Doc: "Size of the array in memory, in bytes.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.IntOf(64 + cap(asArray(v).data(t))), nil
	})},
	{Name: "__class_getitem__", Sig: "object, /", Class: true, Doc: "See PEP 585", Fn: py.Fn1(func(t *py.Thread, cls, item py.Value) (py.Value, *py.Exc) {
		return py.NewGenericAlias(cls, item), nil
	})},
}
