package py

import (
	"sync/atomic"
	"unsafe"
)

// dictView is dict.keys(), dict.values() or dict.items(); its class tells which.
type dictView struct {
	Header
	d *Dict
}

// dictIter iterates a dict; its class tells what it gives and in which
// direction. d is nil when it has ended.
type dictIter struct {
	Header
	d    *Dict
	pos  int // next position in the entries
	used int // size of the dict at the start; -1 once it was seen to change
	left int // items to come
}

// Types of views and iterators of dicts.
var (
	DictKeysType         = new(Type)
	DictValuesType       = new(Type)
	DictItemsType        = new(Type)
	DictKeyIterType      = new(Type)
	DictValueIterType    = new(Type)
	DictItemIterType     = new(Type)
	DictRevKeyIterType   = new(Type)
	DictRevValueIterType = new(Type)
	DictRevItemIterType  = new(Type)
)

func asView(v Value) *dictView { return (*dictView)(v.ptr()) }

func newDictView(d *Dict, tp *Type) Value {
	w := &dictView{d: d}
	w.typ, w.shape = tp, tp.root.id
	return Value{&w.Header, 0}
}

func newDictIter(t *Thread, d *Dict, tp *Type) Value {
	d.Lock(t)
	it := &dictIter{d: d, used: d.used, left: d.used}
	if tp == DictRevKeyIterType || tp == DictRevValueIterType || tp == DictRevItemIterType {
		it.pos = len(d.entries) - 1
	}
	d.Unlock(t)
	it.typ, it.shape = tp, tp.root.id
	return Value{&it.Header, 0}
}

// next returns the next entry; ok is false at the end. The fields of an
// iterator are guarded by the lock of its dict.
func (it *dictIter) next(t *Thread) (e dictEntry, ok bool, err *Exc) {
	d := it.dict()
	if d == nil {
		return
	}
	d.Lock(t)
	if it.used != d.used {
		it.used = -1
		d.Unlock(t)
		return e, false, t.Raise(RuntimeError, "dictionary changed size during iteration")
	}
	e, pos, ok := d.nextEntry(it.pos)
	if !ok || it.left == 0 {
		it.end()
		d.Unlock(t)
		if ok {
			return dictEntry{}, false, t.Raise(RuntimeError, "dictionary keys changed during iteration")
		}
		return
	}
	it.pos = pos
	it.left--
	d.Unlock(t)
	return
}

// dict returns the dict, nil when the iterator has ended.
func (it *dictIter) dict() *Dict {
	return (*Dict)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(&it.d))))
}

func (it *dictIter) end() {
	atomic.StorePointer((*unsafe.Pointer)(unsafe.Pointer(&it.d)), nil)
}

// prev is next for the reverse iterators.
func (it *dictIter) prev(t *Thread) (e dictEntry, ok bool, err *Exc) {
	d := it.dict()
	if d == nil {
		return
	}
	d.Lock(t)
	defer d.Unlock(t)
	if it.used != d.used {
		it.used = -1
		return e, false, t.Raise(RuntimeError, "dictionary changed size during iteration")
	}
	for i := min(it.pos, len(d.entries)-1); i >= 0; i-- {
		if e = d.entries[i]; e.key.p != nil {
			it.pos = i - 1
			it.left--
			return e, true, nil
		}
	}
	it.end()
	return dictEntry{}, false, nil
}

// copyOf returns an iterator at the same place, that nobody else sees.
func (it *dictIter) copyOf(t *Thread) *dictIter {
	c := &dictIter{}
	c.typ, c.shape = it.typ, it.shape
	if d := it.dict(); d != nil {
		d.Lock(t)
		c.d, c.pos, c.used, c.left = d, it.pos, it.used, it.left
		d.Unlock(t)
	}
	return c
}

func entryKey(e *dictEntry) Value   { return e.key }
func entryValue(e *dictEntry) Value { return e.val }
func entryItem(e *dictEntry) Value  { return NewTuple(e.key, e.val).Value() }

func registerDictIter(tp *Type, name string, shape uint32, reverse bool, pick func(e *dictEntry) Value) {
	next := func(t *Thread, v Value) (Value, *Exc) {
		it := (*dictIter)(v.ptr())
		var e dictEntry
		var ok bool
		var err *Exc
		if reverse {
			e, ok, err = it.prev(t)
		} else {
			e, ok, err = it.next(t)
		}
		if err != nil || !ok {
			return Value{}, err
		}
		return pick(&e), nil
	}
	RegisterType(TypeSpec{Type: tp, Name: name, shape: shape, Flags: FlagNoNew,
		Slots: Slots{Iter: iterSelf, Next: next},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				it := (*dictIter)(v.ptr()).copyOf(t)
				if d := it.d; d == nil || d.size(t) != it.used {
					return 0, nil
				}
				return it.left, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				c := (*dictIter)(v.ptr()).copyOf(t)
				var rest []Value
				for {
					x, err := next(t, Value{&c.Header, 0})
					if err != nil {
						return Value{}, err
					}
					if x.p == nil {
						break
					}
					rest = append(rest, x)
				}
				return NewTuple(t.builtin("iter"), NewTuple(NewList(rest).Value()).Value()).Value(), nil
			}),
		}})
}

// viewContains tells whether x is in the view of keys or items.
func viewContains(t *Thread, v, x Value) (bool, *Exc) {
	d := asView(v).d
	if isKeysView(v) {
		r, err := d.Get(t, x)
		return r.p != nil, err
	}
	pair, ok := ToTuple(x)
	if !ok || len(pair.items) != 2 {
		return false, nil
	}
	r, err := d.Get(t, pair.items[0])
	if err != nil || r.p == nil {
		return false, err
	}
	return t.Equal(r, pair.items[1])
}

// NewDictView makes a view of a class derived from DictKeysType,
// DictValuesType or DictItemsType.
func NewDictView(d *Dict, tp *Type) Value { return newDictView(d, tp) }

// DictOfView returns the dict that a view shows.
func DictOfView(v Value) *Dict { return asView(v).d }

func isKeysView(v Value) bool  { return v.p.typ == DictKeysType || v.p.typ.base == DictKeysType }
func isItemsView(v Value) bool { return v.p.typ == DictItemsType || v.p.typ.base == DictItemsType }
func isSetView(v Value) bool   { return isKeysView(v) || isItemsView(v) }

// allIn tells whether every item of a is in b.
func (t *Thread) allIn(a, b Value) (bool, *Exc) {
	it, err := t.Iter(a)
	if err != nil {
		return false, err
	}
	for {
		x, err := t.Next(it)
		if err != nil {
			return false, err
		}
		if x.p == nil {
			return true, nil
		}
		in, err := t.Contains(b, x)
		if err != nil || !in {
			return false, err
		}
	}
}

func viewCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if _, ok := ToAnySet(b); !ok && !isSetView(b) {
		return NotImplemented, nil
	}
	n, err := t.Len(a)
	if err != nil {
		return Value{}, err
	}
	m, err := t.Len(b)
	if err != nil {
		return Value{}, err
	}
	ok := false
	switch op {
	case CmpEQ, CmpNE:
		if n == m {
			ok, err = t.allIn(a, b)
		}
		ok = ok == (op == CmpEQ)
	case CmpLT:
		if n < m {
			ok, err = t.allIn(a, b)
		}
	case CmpLE:
		if n <= m {
			ok, err = t.allIn(a, b)
		}
	case CmpGT:
		if n > m {
			ok, err = t.allIn(b, a)
		}
	case CmpGE:
		if n >= m {
			ok, err = t.allIn(b, a)
		}
	}
	return Bool(ok), err
}

// viewSetOp makes a set operator of views: the left operand as a set, changed by f.
func viewSetOp(f func(t *Thread, s *Set, other Value) *Exc) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		s := NewSet()
		if err := s.Update(t, a); err != nil {
			return Value{}, err
		}
		return s.Value(), f(t, s, b)
	}
}

func viewAnd(t *Thread, a, b Value) (Value, *Exc) {
	if !isSetView(a) {
		a, b = b, a
	}
	n, err := t.Len(a)
	if err != nil {
		return Value{}, err
	}
	if s, ok := ToAnySet(b); ok && isKeysView(a) && b.p.typ == SetType && n <= s.size(t) {
		r, err := t.setIntersection(s, a)
		return r.Value(), err
	}
	if isSetView(b) {
		if asView(b).d.size(t) > n {
			a, b = b, a
		}
	}
	r := NewSet()
	err = t.Each(b, func(x Value) *Exc {
		in, err := viewContains(t, a, x)
		if err != nil || !in {
			return err
		}
		return r.Add(t, x)
	})
	return r.Value(), err
}

func viewIsDisjoint(t *Thread, v, other Value) (Value, *Exc) {
	n, err := t.Len(v)
	if err != nil {
		return Value{}, err
	}
	if v == other {
		return Bool(n == 0), nil
	}
	if _, ok := ToAnySet(other); ok || isSetView(other) {
		m, err := t.Len(other)
		if err != nil {
			return Value{}, err
		}
		if m > n {
			v, other = other, v
		}
	}
	it, err := t.Iter(other)
	if err != nil {
		return Value{}, err
	}
	for {
		x, err := t.Next(it)
		if err != nil {
			return Value{}, err
		}
		if x.p == nil {
			return True, nil
		}
		in, err := t.Contains(v, x)
		if err != nil || in {
			return False, err
		}
	}
}

func registerDictView(tp *Type, name string, iter, rev *Type) {
	spec := TypeSpec{Type: tp, Name: name, Flags: FlagNoNew,
		Slots: Slots{
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				if t.EnterRepr(v) {
					return newASCII("...").Value(), nil
				}
				defer t.LeaveRepr(v)
				items, err := t.Items(v)
				if err != nil {
					return Value{}, err
				}
				r, err := t.Repr(NewList(items).Value())
				if err != nil {
					return Value{}, err
				}
				return NewStr(v.p.typ.name + "(" + r.s + ")").Value(), nil
			},
			Iter: func(t *Thread, v Value) (Value, *Exc) { return newDictIter(t, asView(v).d, iter), nil },
			Len:  func(t *Thread, v Value) (int, *Exc) { return asView(v).d.size(t), nil },
		},
		Methods: []MethodSpec{
			{Name: "__reversed__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return newDictIter(t, asView(v).d, rev), nil }),
				Doc: "Return a reverse iterator over the dict view."},
		},
		GetSet: []GetSetSpec{
			{Name: "mapping", Get: func(t *Thread, v Value) (Value, *Exc) { return newMappingProxy(asView(v).d.Value()), nil },
				Doc: "dictionary that this view refers to"},
		},
	}
	if tp != DictValuesType {
		s := &spec.Slots
		s.Contains = viewContains
		s.Compare = viewCompare
		s.Binary[OpSub] = viewSetOp((*Thread).setDifferenceUpdate)
		s.Binary[OpXor] = viewSetOp((*Thread).setSymDiffUpdate)
		s.Binary[OpOr] = viewSetOp(func(t *Thread, s *Set, other Value) *Exc { return s.Update(t, other) })
		s.Binary[OpAnd] = viewAnd
		spec.Methods = append(spec.Methods, MethodSpec{Name: "isdisjoint", Fn: Fn1(viewIsDisjoint),
			Doc: "Return True if the view and the given iterable have a null intersection."})
	}
	RegisterType(spec)
}

func init() {
	registerDictIter(DictKeyIterType, "dict_keyiterator", shDictKeyIter, false, entryKey)
	registerDictIter(DictValueIterType, "dict_valueiterator", shDictValueIter, false, entryValue)
	registerDictIter(DictItemIterType, "dict_itemiterator", shDictItemIter, false, entryItem)
	registerDictIter(DictRevKeyIterType, "dict_reversekeyiterator", 0, true, entryKey)
	registerDictIter(DictRevValueIterType, "dict_reversevalueiterator", 0, true, entryValue)
	registerDictIter(DictRevItemIterType, "dict_reverseitemiterator", 0, true, entryItem)
	registerDictView(DictKeysType, "dict_keys", DictKeyIterType, DictRevKeyIterType)
	registerDictView(DictValuesType, "dict_values", DictValueIterType, DictRevValueIterType)
	registerDictView(DictItemsType, "dict_items", DictItemIterType, DictRevItemIterType)
}
