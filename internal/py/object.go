package py

import (
	"math"
	"unsafe"
)

// Hash is hash(v).
func (t *Thread) Hash(v Value) (int64, *Exc) {
	switch v.p.shape {
	case shStr:
		return int64(asStr(v).hashOf()), nil
	case shInt:
		return hashInt64(v.int()), nil
	}
	if h := v.p.typ.slots.Hash; h != nil {
		return h(t, v)
	}
	return 0, t.TypeErr("unhashable type: '%s'", v.p.typ.name)
}

// hashModulus is 2**61 - 1, the prime of numeric hashes.
const hashModulus = 1<<61 - 1

func hashInt64(i int64) int64 {
	if i > -hashModulus && i < hashModulus {
		if i == -1 {
			return -2
		}
		return i
	}
	neg := i < 0
	u := uint64(i)
	if neg {
		u = -u
	}
	h := int64(u % hashModulus)
	if neg {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

// hashPointer is the hash by identity.
func hashPointer(v Value) int64 {
	a := uint64(uintptr(unsafe.Pointer(v.p)))
	return int64(a>>4 | a<<60)
}

// Truth is bool(v).
func (t *Thread) Truth(v Value) (bool, *Exc) {
	switch v.p {
	case &boolTag, &intTag:
		return v.b != 0, nil
	case &noneTag:
		return false, nil
	case &floatTag:
		return v.float() != 0, nil
	}
	s := &v.p.typ.slots
	if s.Bool != nil {
		return s.Bool(t, v)
	}
	if s.Len != nil {
		n, err := s.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Equal is "a is b or a == b", as containers compare.
func (t *Thread) Equal(a, b Value) (bool, *Exc) {
	if a == b && a.p != &floatTag {
		return true, nil
	}
	if a.p.shape == shStr && b.p.shape == shStr {
		return asStr(a).s == asStr(b).s, nil
	}
	if a.p == &intTag && b.p == &intTag {
		return a.b == b.b, nil
	}
	if a.p == &floatTag && a == b {
		return true, nil
	}
	return t.CompareBool(a, b, CmpEQ)
}

// CompareBool is the truth of a op b.
func (t *Thread) CompareBool(a, b Value, op CompareOp) (bool, *Exc) {
	v, err := t.Compare(a, b, op)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

// Compare is a op b (language reference, "Value comparisons").
func (t *Thread) Compare(a, b Value, op CompareOp) (Value, *Exc) {
	if a.p == &intTag && b.p == &intTag {
		return Bool(cmpInt(a.int(), b.int(), op)), nil
	}
	if a.p == &floatTag && b.p == &floatTag {
		return Bool(cmpFloat(a.float(), b.float(), op)), nil
	}
	if a.p.shape == shStr && b.p.shape == shStr {
		return Bool(cmpStr(asStr(a), asStr(b), op)), nil
	}
	return t.compareSlow(a, b, op)
}

func cmpStr(a, b *Str, op CompareOp) bool {
	switch op {
	case CmpEQ:
		return a.s == b.s
	case CmpNE:
		return a.s != b.s
	case CmpLT:
		return a.s < b.s
	case CmpLE:
		return a.s <= b.s
	case CmpGT:
		return a.s > b.s
	}
	return a.s >= b.s
}

func cmpInt(a, b int64, op CompareOp) bool {
	switch op {
	case CmpLT:
		return a < b
	case CmpLE:
		return a <= b
	case CmpEQ:
		return a == b
	case CmpNE:
		return a != b
	case CmpGT:
		return a > b
	}
	return a >= b
}

func cmpFloat(a, b float64, op CompareOp) bool {
	switch op {
	case CmpLT:
		return a < b
	case CmpLE:
		return a <= b
	case CmpEQ:
		return a == b
	case CmpNE:
		return a != b
	case CmpGT:
		return a > b
	}
	return a >= b
}

func (t *Thread) compareSlow(a, b Value, op CompareOp) (Value, *Exc) {
	if err := t.enterNative(" in comparison"); err != nil {
		return Value{}, err
	}
	defer t.leaveNative()
	ta, tb := a.p.typ, b.p.typ
	tried := false
	if ta != tb && tb.slots.Compare != nil && tb.IsSubtype(ta) {
		tried = true
		v, err := tb.slots.Compare(t, b, a, swappedOps[op])
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if c := ta.slots.Compare; c != nil {
		v, err := c(t, a, b, op)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if c := tb.slots.Compare; c != nil && !tried {
		v, err := c(t, b, a, swappedOps[op])
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	switch op {
	case CmpEQ:
		return Bool(a == b), nil
	case CmpNE:
		return Bool(a != b), nil
	}
	return Value{}, t.TypeErr("'%s' not supported between instances of '%s' and '%s'", op, ta.name, tb.name)
}

// Repr is repr(v).
func (t *Thread) Repr(v Value) (*Str, *Exc) {
	if v.p == nil {
		return InternStr("<NULL>"), nil
	}
	if err := t.enterNative(" while getting the repr of an object"); err != nil {
		return nil, err
	}
	r, err := v.p.typ.slots.Repr(t, v)
	t.leaveNative()
	if err != nil {
		return nil, err
	}
	s, ok := ToStr(r)
	if !ok {
		return nil, t.TypeErr("__repr__ returned non-string (type %s)", r.p.typ.name)
	}
	return s, nil
}

// StrOf is str(v).
func (t *Thread) StrOf(v Value) (*Str, *Exc) {
	if v.p.shape == shStr {
		return asStr(v), nil
	}
	if v.p.typ.slots.Str == nil {
		return t.Repr(v)
	}
	if err := t.enterNative(" while getting the str of an object"); err != nil {
		return nil, err
	}
	r, err := v.p.typ.slots.Str(t, v)
	t.leaveNative()
	if err != nil {
		return nil, err
	}
	s, ok := ToStr(r)
	if !ok {
		return nil, t.TypeErr("__str__ returned non-string (type %s)", r.p.typ.name)
	}
	return s, nil
}

// Len is len(v).
func (t *Thread) Len(v Value) (int, *Exc) {
	if l := v.p.typ.slots.Len; l != nil {
		return l(t, v)
	}
	return 0, t.TypeErr("object of type '%s' has no len()", v.p.typ.name)
}

// GetItem is v[key].
func (t *Thread) GetItem(v, key Value) (Value, *Exc) {
	if g := v.p.typ.slots.GetItem; g != nil {
		return g(t, v, key)
	}
	if tp, ok := ToType(v); ok {
		return t.classGetItem(tp, key)
	}
	return Value{}, t.TypeErr("'%s' object is not subscriptable", v.p.typ.name)
}

// classGetItem is C[key] for a class (PEP 560).
func (t *Thread) classGetItem(tp *Type, key Value) (Value, *Exc) {
	if tp == TypeType {
		return NewGenericAlias(tp.Value(), key), nil
	}
	f, err := t.GetAttrOpt(tp.Value(), strClassGetItem)
	if err != nil {
		return Value{}, err
	}
	if f.p == nil {
		return Value{}, t.TypeErr("type '%s' is not subscriptable", tp.name)
	}
	return t.Call(f, key)
}

// SetItem is v[key] = val; with a nil val, del v[key].
func (t *Thread) SetItem(v, key, val Value) *Exc {
	if s := v.p.typ.slots.SetItem; s != nil {
		return s(t, v, key, val)
	}
	if s := &v.p.typ.slots; key.p.typ.slots.Index != nil && (s.Item != nil || s.Contains != nil || v.p.typ.flags&FlagHeap != 0) { // a sequence to CPython
		if _, err := t.seqIndex(key, v.p.typ.name); err != nil {
			return err
		}
		if val.p == nil {
			return t.TypeErr("'%s' object doesn't support item deletion", v.p.typ.name)
		}
	}
	if val.p == nil {
		return t.TypeErr("'%s' object does not support item deletion", v.p.typ.name)
	}
	return t.TypeErr("'%s' object does not support item assignment", v.p.typ.name)
}

// Contains is "item in v".
func (t *Thread) Contains(v, item Value) (bool, *Exc) {
	if c := v.p.typ.slots.Contains; c != nil {
		return c(t, v, item)
	}
	it, err := t.Iter(v)
	if err != nil {
		if err.Is(TypeError) {
			return false, t.TypeErr("argument of type '%s' is not iterable", v.p.typ.name)
		}
		return false, err
	}
	for {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return false, err
		}
		eq, err := t.Equal(x, item)
		if err != nil || eq {
			return eq, err
		}
	}
}

// Iter is iter(v).
func (t *Thread) Iter(v Value) (Value, *Exc) {
	s := &v.p.typ.slots
	if s.Iter != nil {
		it, err := s.Iter(t, v)
		if err != nil {
			return Value{}, err
		}
		if it.p.typ.slots.Next == nil {
			return Value{}, t.TypeErr("iter() returned non-iterator of type '%s'", it.p.typ.name)
		}
		return it, nil
	}
	if s.Item != nil || s.GetItem != nil && v.p.typ.flags&FlagDictSubclass == 0 && v.p.typ != mappingProxyType {
		return newSeqIter(v), nil
	}
	return Value{}, t.TypeErr("'%s' object is not iterable", v.p.typ.name)
}

// Next advances an iterator: the zero Value without error at the end.
func (t *Thread) Next(it Value) (Value, *Exc) {
	n := it.p.typ.slots.Next
	if n == nil {
		return Value{}, t.TypeErr("'%s' object is not iterable", it.p.typ.name)
	}
	if t.nexts++; t.nexts%pollEvery == 0 {
		if err := t.pollNext(); err != nil {
			return Value{}, err
		}
	}
	if t.inNext >= maxNext {
		return Value{}, t.Raise(RecursionError, "maximum recursion depth exceeded while iterating")
	}
	t.inNext++
	x, err := n(t, it)
	t.inNext--
	return x, err
}

// Each calls f with every item of an iterable until it returns an error.
func (t *Thread) Each(v Value, f func(Value) *Exc) *Exc {
	switch v.p.shape {
	case shTuple:
		for _, x := range asTuple(v).items {
			if err := f(x); err != nil {
				return err
			}
		}
		return nil
	case shList:
		for i := 0; ; i++ {
			x := asList(v).Get(t, i)
			if x.p == nil {
				return nil
			}
			if err := f(x); err != nil {
				return err
			}
		}
	}
	it, err := t.Iter(v)
	if err != nil {
		return err
	}
	for {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return err
		}
		if err := f(x); err != nil {
			return err
		}
	}
}

// Items collects an iterable into a new slice.
func (t *Thread) Items(v Value) ([]Value, *Exc) {
	switch v.p.shape {
	case shTuple:
		return append([]Value(nil), asTuple(v).items...), nil
	case shList:
		return asList(v).Snapshot(t), nil
	}
	if items, ok := t.tableItems(v); ok {
		return items, nil
	}
	it, err := t.Iter(v)
	if err != nil {
		return nil, err
	}
	c := collector{}
	if v.p.shape != shGenerator {
		n, err := t.LengthHint(v, 0)
		if err != nil {
			return nil, err
		}
		if v.p.typ == RangeType {
			if err := t.roomForItems(n); err != nil {
				return nil, err
			}
		}
		c.items = make([]Value, 0, min(n, 1<<16))
	}
	for {
		x, err := t.drainNext(it, &c)
		if err != nil || x.p == nil {
			return c.items, err
		}
		if !c.take(t, x) {
			if err := t.roomForItems(2 * len(c.items)); err != nil {
				return nil, err
			}
			c.items = append(c.items, x)
		}
	}
}

// collector takes items until there might be too little memory for more.
type collector struct {
	items []Value
}

func (c *collector) take(t *Thread, v Value) bool {
	switch {
	case len(c.items) < cap(c.items) || len(c.items) < growCheck && c.items != nil:
		c.items = append(c.items, v)
	case c.items == nil:
		c.items = make([]Value, 1, 4)
		c.items[0] = v
	default:
		return false
	}
	return true
}

// tableItems copies what iterating an exact dict, set or view of a dict gives,
// in one step as other threads see it; ok is false for everything else.
func (t *Thread) tableItems(v Value) (items []Value, ok bool) {
	switch v.p.typ {
	case SetType, FrozenSetType:
		items = asSet(v).Keys(t)
	case DictType, DictKeysType:
		var d *Dict
		if v.p.typ == DictType {
			d = asDict(v)
		} else {
			d = asView(v).d
		}
		if d.typ != DictType {
			return nil, false
		}
		for _, e := range d.snapshot(t) {
			items = append(items, e.key)
		}
	case DictValuesType:
		for _, e := range asView(v).d.snapshot(t) {
			items = append(items, e.val)
		}
	case DictItemsType:
		for _, e := range asView(v).d.snapshot(t) {
			items = append(items, NewTuple(e.key, e.val).Value())
		}
	default:
		return nil, false
	}
	return items, true
}

// LengthHint is operator.length_hint(v, def).
func (t *Thread) LengthHint(v Value, def int) (int, *Exc) {
	if l := v.p.typ.slots.Len; l != nil {
		n, err := l(t, v)
		if err == nil || !err.Is(TypeError) {
			return n, err
		}
	}
	f, err := t.lookupSpecial(v, strLengthHint)
	if err != nil || f.p == nil {
		return def, err
	}
	r, err := t.Call(f)
	if err != nil {
		if err.Is(TypeError) {
			return def, nil
		}
		return 0, err
	}
	if r == NotImplemented {
		return def, nil
	}
	if r.p.typ.flags&FlagIntSubclass == 0 {
		return 0, t.TypeErr("__length_hint__ must be an integer, not %s", r.p.typ.name)
	}
	n, err := t.AsInt(r)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, t.ValueErr("__length_hint__() should return >= 0")
	}
	return n, nil
}

// Number protocol helpers.

// Index is operator.index(v) as an exact int.
func (t *Thread) Index(v Value) (Value, *Exc) {
	if v.p == &intTag || v.p.shape == shBigInt {
		return v, nil
	}
	if v.p.typ.flags&FlagIntSubclass != 0 {
		return exactInt(v), nil
	}
	f := v.p.typ.slots.Index
	if f == nil {
		return Value{}, t.TypeErr("'%s' object cannot be interpreted as an integer", v.p.typ.name)
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if r.p.typ.flags&FlagIntSubclass == 0 {
		return Value{}, t.TypeErr("__index__ returned non-int (type %s)", r.p.typ.name)
	}
	if r.p != &intTag && r.p.shape != shBigInt {
		if err := t.Warn(DeprecationWarning, 1, "__index__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.", r.p.typ.name); err != nil {
			return Value{}, err
		}
	}
	return exactInt(r), nil
}

// AsInt converts through __index__ to a Go int; what does not fit is an OverflowError.
func (t *Thread) AsInt(v Value) (int, *Exc) {
	if v.p == &intTag {
		return int(v.b), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "cannot fit '%s' into an index-sized integer", v.p.typ.name)
	}
	return int(x.b), nil
}

// AsIndexClamped converts through __index__, clamping to the range of int.
func (t *Thread) AsIndexClamped(v Value) (int, *Exc) {
	if v.p == &intTag {
		return int(v.b), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		if bigOf(x).Sign() < 0 {
			return math.MinInt, nil
		}
		return math.MaxInt, nil
	}
	return int(x.b), nil
}

// floatBySlot is v.__float__() with its result checked.
func (t *Thread) floatBySlot(v Value) (float64, *Exc) {
	r, err := v.p.typ.slots.ToFloat(t, v)
	if err != nil {
		return 0, err
	}
	if r.p.typ.flags&FlagFloatSubclass == 0 {
		return 0, t.TypeErr("%s.__float__ returned non-float (type %s)", v.p.typ.name, r.p.typ.name)
	}
	if r.p != &floatTag {
		if err := t.Warn(DeprecationWarning, 1, "%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.", v.p.typ.name, r.p.typ.name); err != nil {
			return 0, err
		}
	}
	return floatOf(r), nil
}

// AsFloat converts to a float as float(v) does for numbers (__float__, __index__).
func (t *Thread) AsFloat(v Value) (float64, *Exc) {
	switch {
	case v.p == &floatTag:
		return v.float(), nil
	case v.p == &intTag:
		return float64(v.int()), nil
	case v.p.typ.flags&FlagFloatSubclass != 0:
		return floatOf(v), nil
	}
	s := &v.p.typ.slots
	if s.ToFloat != nil {
		return t.floatBySlot(v)
	}
	if s.Index != nil {
		x, err := t.Index(v)
		if err != nil {
			return 0, err
		}
		return intToFloat(t, x)
	}
	return 0, t.TypeErr("must be real number, not %s", v.p.typ.name)
}
