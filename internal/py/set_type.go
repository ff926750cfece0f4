package py

import (
	"slices"
	"sync/atomic"
	"unsafe"
)

// newSetLike makes an empty set or frozenset, as s is.
func newSetLike(s *Set) *Set {
	if s.typ.flags&FlagFrozenSetSubclass != 0 {
		return newFrozenSet()
	}
	return NewSet()
}

// Update adds the elements of an iterable.
func (s *Set) Update(t *Thread, v Value) *Exc {
	if o, ok := ToAnySet(v); ok {
		return s.merge(t, o)
	}
	if v.p.shape == shDict {
		entries := asDict(v).snapshot(t)
		s.Lock(t)
		if (s.fill+len(entries))*5 >= s.mask()*3 {
			s.resize((s.used + len(entries)) * 2)
		}
		s.Unlock(t)
		for i := range entries {
			if err := s.addHashed(t, entries[i].key, entries[i].hash); err != nil {
				return err
			}
		}
		return nil
	}
	if v.p.shape == shGenerator && s.size(t) == 0 {
		// As long as the set holds plain keys only, adding another one runs no code.
		x, err := t.drain(asGen(v), s)
		if err != nil || x.p == nil {
			return err
		}
		if err := s.Add(t, x); err != nil {
			return err
		}
	}
	return t.Each(v, func(x Value) *Exc { return s.Add(t, x) })
}

// take adds v if it is a plain key, to a set of plain keys.
func (s *Set) take(t *Thread, v Value) bool { return plainKey(v) && s.Add(t, v) == nil }

// plainKey tells whether hashing v and comparing it with others of its sort
// runs no Python code.
func plainKey(v Value) bool {
	switch v.p.shape {
	case shStr, shBytes:
		return true
	case shTuple:
		for _, x := range asTuple(v).items {
			if x.p.shape == shTuple || !plainKey(x) {
				return false
			}
		}
		return true
	}
	return v.isInt() || v.isFloat() || v.IsNone() || v.isBool()
}

// merge adds the elements of another set.
func (s *Set) merge(t *Thread, o *Set) *Exc {
	if s == o || o.size(t) == 0 {
		return nil
	}
	o.Lock(t)
	fill, used := o.fill, o.used
	table := o.table
	if t.ft || s.fill != 0 {
		table = slices.Clone(table) // it may change meanwhile
	}
	o.Unlock(t)
	s.Lock(t)
	if (s.fill+used)*5 >= s.mask()*3 {
		s.resize((s.used + used) * 2)
	}
	if s.fill == 0 {
		if s.table == nil {
			s.table = make([]setEntry, setMinSize)
		}
		if len(s.table) == len(table) && fill == used {
			copy(s.table, table)
		} else {
			for i := range table {
				if table[i].live() {
					placeKey(s.table, table[i].key, table[i].hash)
				}
			}
		}
		s.fill, s.used = used, used
		s.mutations++
		s.Unlock(t)
		return nil
	}
	s.Unlock(t)
	for i := range table {
		if table[i].live() {
			if err := s.addHashed(t, table[i].key, table[i].hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// CopyOf returns a new exact set or frozenset with the same elements.
func (s *Set) CopyOf(t *Thread) *Set {
	c := newSetLike(s)
	c.merge(t, s) // an empty set compares no keys
	return c
}

// swap exchanges the contents of a set with those of a private one.
func (s *Set) swap(t *Thread, o *Set) {
	s.Lock(t)
	s.table, o.table = o.table, s.table
	s.used, o.used = o.used, s.used
	s.fill, o.fill = o.fill, s.fill
	s.mutations++
	s.Unlock(t)
}

// eachHashed calls f with the elements of any iterable and their hashes.
func (t *Thread) eachHashed(v Value, f func(k Value, h uint64) *Exc) *Exc {
	if o, ok := ToAnySet(v); ok {
		for _, e := range o.snapshot(t) {
			if err := f(e.key, e.hash); err != nil {
				return err
			}
		}
		return nil
	}
	if v.p.shape == shDict {
		for _, e := range asDict(v).snapshot(t) {
			if err := f(e.key, e.hash); err != nil {
				return err
			}
		}
		return nil
	}
	return t.Each(v, func(x Value) *Exc {
		h, err := t.Hash(x)
		if err != nil {
			return err
		}
		return f(x, uint64(h))
	})
}

func (t *Thread) setIntersection(s *Set, other Value) (*Set, *Exc) {
	if other == s.Value() {
		return s.CopyOf(t), nil
	}
	r := newSetLike(s)
	in := s
	if o, ok := ToAnySet(other); ok && o.size(t) > s.size(t) {
		in, other = o, s.Value()
	}
	err := t.eachHashed(other, func(k Value, h uint64) *Exc {
		has, err := in.hasHashed(t, k, h)
		if err != nil || !has {
			return err
		}
		return r.addHashed(t, k, h)
	})
	return r, err
}

// setDifferenceUpdate removes the elements of other from s.
func (t *Thread) setDifferenceUpdate(s *Set, other Value) *Exc {
	if other == s.Value() {
		s.Lock(t)
		s.clear()
		s.Unlock(t)
		return nil
	}
	if o, ok := ToAnySet(other); ok && o.size(t)>>3 > s.size(t) {
		// Only the common elements of a much larger set matter.
		small, err := t.setIntersection(s, other)
		if err != nil {
			return err
		}
		other = small.Value()
	}
	if err := t.eachHashed(other, func(k Value, h uint64) *Exc {
		_, err := s.discardHashed(t, k, h)
		return err
	}); err != nil {
		return err
	}
	s.Lock(t)
	if s.fill-s.used > s.mask()/4 {
		s.resize(s.grown())
	}
	s.Unlock(t)
	return nil
}

func (t *Thread) setDifference(s *Set, other Value) (*Set, *Exc) {
	var has func(k Value, h uint64) (bool, *Exc)
	if o, ok := ToAnySet(other); ok && s.size(t)>>2 <= o.size(t) {
		has = func(k Value, h uint64) (bool, *Exc) { return o.hasHashed(t, k, h) }
	} else if other.p.shape == shDict && s.size(t)>>2 <= asDict(other).size(t) {
		has = func(k Value, h uint64) (bool, *Exc) {
			v, err := asDict(other).getHashed(t, k, h)
			return v.p != nil, err
		}
	} else {
		r := s.CopyOf(t)
		return r, t.setDifferenceUpdate(r, other)
	}
	r := newSetLike(s)
	for _, e := range s.snapshot(t) {
		in, err := has(e.key, e.hash)
		if err != nil {
			return r, err
		}
		if !in {
			if err := r.addHashed(t, e.key, e.hash); err != nil {
				return r, err
			}
		}
	}
	return r, nil
}

// setSymDiffUpdate keeps in s what is in s or other but not in both.
func (t *Thread) setSymDiffUpdate(s *Set, other Value) *Exc {
	if other == s.Value() {
		s.Lock(t)
		s.clear()
		s.Unlock(t)
		return nil
	}
	_, isSet := ToAnySet(other)
	if !isSet && other.p.shape != shDict {
		// Doubles in the iterable must not cancel each other out.
		o := newSetLike(s)
		if err := o.Update(t, other); err != nil {
			return err
		}
		other = o.Value()
	}
	return t.eachHashed(other, func(k Value, h uint64) *Exc {
		had, err := s.discardHashed(t, k, h)
		if err != nil || had {
			return err
		}
		return s.addHashed(t, k, h)
	})
}

func (t *Thread) setSymDiff(s *Set, other Value) (*Set, *Exc) {
	r := newSetLike(s)
	if err := r.Update(t, other); err != nil {
		return r, err
	}
	return r, t.setSymDiffUpdate(r, s.Value())
}

// asSetOf returns v as a set, converting another iterable.
func (t *Thread) asSetOf(v Value) (*Set, *Exc) {
	if o, ok := ToAnySet(v); ok {
		return o, nil
	}
	o := NewSet()
	return o, o.Update(t, v)
}

func (t *Thread) setIsSubset(s, o *Set) (bool, *Exc) {
	if s.size(t) > o.size(t) {
		return false, nil
	}
	for _, e := range s.snapshot(t) {
		has, err := o.hasHashed(t, e.key, e.hash)
		if err != nil || !has {
			return false, err
		}
	}
	return true, nil
}

func (t *Thread) setIsDisjoint(s *Set, other Value) (bool, *Exc) {
	if other == s.Value() {
		return s.size(t) == 0, nil
	}
	in := s
	if o, ok := ToAnySet(other); ok {
		if o.size(t) > s.size(t) {
			in, other = o, s.Value()
		}
		for _, e := range asSet(other).snapshot(t) {
			has, err := in.hasHashed(t, e.key, e.hash)
			if err != nil || has {
				return false, err
			}
		}
		return true, nil
	}
	it, err := t.Iter(other)
	if err != nil {
		return false, err
	}
	for {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return true, err
		}
		has, err := s.Has(t, x)
		if err != nil || has {
			return false, err
		}
	}
}

func setCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	x, ok1 := ToAnySet(a)
	y, ok2 := ToAnySet(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	var r bool
	var err *Exc
	switch op {
	case CmpEQ, CmpNE:
		if x.size(t) == y.size(t) && !(x.hashed && y.hashed && x.hash != y.hash) {
			r, err = t.setIsSubset(x, y)
		}
		r = r == (op == CmpEQ)
	case CmpLE:
		r, err = t.setIsSubset(x, y)
	case CmpGE:
		r, err = t.setIsSubset(y, x)
	case CmpLT:
		if x.size(t) < y.size(t) {
			r, err = t.setIsSubset(x, y)
		}
	case CmpGT:
		if x.size(t) > y.size(t) {
			r, err = t.setIsSubset(y, x)
		}
	}
	return Bool(r), err
}

// hashKeys is the hash of a frozenset of these elements: the same in any order.
func (s *Set) hashKeys() int64 {
	var h uint64
	for i := range s.table {
		if e := &s.table[i]; e.live() {
			h ^= ((e.hash ^ 89869747) ^ e.hash<<16) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == ^uint64(0) {
		h = 590923713
	}
	return int64(h)
}

func frozenSetHash(t *Thread, v Value) (int64, *Exc) {
	s := asSet(v)
	s.Lock(t)
	if !s.hashed {
		s.hash, s.hashed = s.hashKeys(), true
	}
	h := s.hash
	s.Unlock(t)
	return h, nil
}

// elementHash hashes an element to look for: a set stands for the frozenset
// with the same elements.
func (t *Thread) elementHash(v Value) (Value, uint64, *Exc) {
	h, err := t.Hash(v)
	if err == nil {
		return v, uint64(h), nil
	}
	if v.p.typ.flags&FlagSetSubclass == 0 || !err.Is(TypeError) {
		return Value{}, 0, err
	}
	f := newFrozenSet()
	if err := f.merge(t, asSet(v)); err != nil {
		return Value{}, 0, err
	}
	x, err := frozenSetHash(t, f.Value())
	return f.Value(), uint64(x), err
}

func setContains(t *Thread, v, x Value) (bool, *Exc) {
	k, h, err := t.elementHash(x)
	if err != nil {
		return false, err
	}
	return asSet(v).hasHashed(t, k, h)
}

func setRepr(t *Thread, v Value) (Value, *Exc) {
	s := asSet(v)
	name := v.p.typ.BareName()
	if s.used == 0 {
		return NewStr(name + "()").Value(), nil
	}
	if t.EnterRepr(v) {
		return NewStr(name + "(...)").Value(), nil
	}
	defer t.LeaveRepr(v)
	open, end := name+"({", "})"
	if v.p.typ == SetType {
		open, end = "{", "}"
	}
	buf := append(make([]byte, 0, 64), open...)
	for i, k := range s.Keys(t) {
		r, err := t.Repr(k)
		if err != nil {
			return Value{}, err
		}
		if i > 0 {
			buf = append(buf, ", "...)
		}
		buf = append(buf, r.s...)
	}
	return NewStr(string(append(buf, end...))).Value(), nil
}

// bothSets makes an operator that knows only sets.
func bothSets(f func(t *Thread, a *Set, b Value) (*Set, *Exc)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		x, ok := ToAnySet(a)
		if _, ok2 := ToAnySet(b); !ok || !ok2 {
			return NotImplemented, nil
		}
		r, err := f(t, x, b)
		return r.Value(), err
	}
}

func inPlaceSets(f func(t *Thread, a *Set, b Value) *Exc) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		if _, ok := ToAnySet(b); !ok {
			return NotImplemented, nil
		}
		return a, f(t, asSet(a), b)
	}
}

func (t *Thread) setUnion(s *Set, other Value) (*Set, *Exc) {
	r := s.CopyOf(t)
	return r, r.Update(t, other)
}

func (t *Thread) setIntersectionUpdate(s *Set, other Value) *Exc {
	r, err := t.setIntersection(s, other)
	if err != nil {
		return err
	}
	s.swap(t, r)
	return nil
}

// setIter iterates a set; s is nil when it has ended.
type setIter struct {
	Header
	s               *Set
	pos, used, left int
}

// SetIterType is set_iterator.
var SetIterType = new(Type)

func newSetIter(t *Thread, v Value) (Value, *Exc) {
	s := asSet(v)
	n := s.size(t)
	it := &setIter{s: s, used: n, left: n}
	it.typ, it.shape = SetIterType, SetIterType.root.id
	return Value{&it.Header, 0}, nil
}

func setIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*setIter)(v.ptr())
	s := it.set()
	if s == nil {
		return Value{}, nil
	}
	s.Lock(t)
	if it.used != s.used {
		it.used = -1
		s.Unlock(t)
		return Value{}, t.Raise(RuntimeError, "Set changed size during iteration")
	}
	e, next, ok := s.nextKey(it.pos)
	if ok {
		it.pos = next
		it.left--
	} else {
		atomic.StorePointer((*unsafe.Pointer)(unsafe.Pointer(&it.s)), nil)
	}
	s.Unlock(t)
	return e.key, nil
}

// set returns the set, nil when the iterator has ended. The other fields of an
// iterator are guarded by the lock of its set.
func (it *setIter) set() *Set {
	return (*Set)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(&it.s))))
}

// copyOf returns an iterator at the same place, that nobody else sees.
func (it *setIter) copyOf(t *Thread) *setIter {
	c := &setIter{}
	c.typ, c.shape = it.typ, it.shape
	if s := it.set(); s != nil {
		s.Lock(t)
		c.s, c.pos, c.used, c.left = s, it.pos, it.used, it.left
		s.Unlock(t)
	}
	return c
}

func setSlots() Slots {
	s := Slots{
		Repr:     setRepr,
		Compare:  setCompare,
		Iter:     newSetIter,
		Len:      func(t *Thread, v Value) (int, *Exc) { return asSet(v).size(t), nil },
		Contains: setContains,
	}
	s.Binary[OpOr] = bothSets((*Thread).setUnion)
	s.Binary[OpAnd] = bothSets((*Thread).setIntersection)
	s.Binary[OpSub] = bothSets((*Thread).setDifference)
	s.Binary[OpXor] = bothSets((*Thread).setSymDiff)
	return s
}

// each makes a method that applies f to every argument in turn.
func setEach(f func(t *Thread, s *Set, other Value) *Exc) any {
	return FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
		for _, o := range args.Pos() {
			if err := f(t, asSet(v), o); err != nil {
				return Value{}, err
			}
		}
		return None, nil
	})
}

// setVariadic refuses keywords for a method of any number of sets.
func setVariadic(name, doc string, f func(t *Thread, s *Set, others []Value) (Value, *Exc)) MethodSpec {
	return MethodSpec{Name: name, Sig: "*others", Doc: doc, Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
		if args.NumKw() > 0 {
			owner := SetType
			if v.p.typ.flags&FlagFrozenSetSubclass != 0 {
				owner = FrozenSetType
			}
			return Value{}, t.TypeErr("%s.%s() takes no keyword arguments", owner.name, name)
		}
		return f(t, asSet(v), args.vals)
	})}
}

func setCopy(t *Thread, v Value) (Value, *Exc) { return asSet(v).CopyOf(t).Value(), nil }

var setCommonMethods = []MethodSpec{
	{Name: "__contains__", Sig: "object, /", Fn: Fn1(func(t *Thread, v, k Value) (Value, *Exc) {
		ok, err := setContains(t, v, k)
		return Bool(ok), err
	}), Doc: "x.__contains__(y) <==> y in x."},
	genericClassGetItem,
	setVariadic("union", "Return a new set with elements from the set and all others.", func(t *Thread, s *Set, others []Value) (Value, *Exc) {
		r := s.CopyOf(t)
		for _, o := range others {
			if err := r.Update(t, o); err != nil {
				return Value{}, err
			}
		}
		return r.Value(), nil
	}),
	setVariadic("intersection", "Return a new set with elements common to the set and all others.", func(t *Thread, s *Set, others []Value) (Value, *Exc) {
		if len(others) == 0 {
			return s.CopyOf(t).Value(), nil
		}
		for _, o := range others {
			r, err := t.setIntersection(s, o)
			if err != nil {
				return Value{}, err
			}
			s = r
		}
		return s.Value(), nil
	}),
	setVariadic("difference", "Return a new set with elements in the set that are not in the others.", func(t *Thread, s *Set, others []Value) (Value, *Exc) {
		if len(others) == 0 {
			return s.CopyOf(t).Value(), nil
		}
		r, err := t.setDifference(s, others[0])
		if err != nil {
			return Value{}, err
		}
		for _, o := range others[1:] {
			if err := t.setDifferenceUpdate(r, o); err != nil {
				return Value{}, err
			}
		}
		return r.Value(), nil
	}),
	{Name: "symmetric_difference", Sig: "other, /", Fn: Fn1(func(t *Thread, v, o Value) (Value, *Exc) {
		r, err := t.setSymDiff(asSet(v), o)
		return r.Value(), err
	}), Doc: "Return a new set with elements in either the set or other but not both."},
	{Name: "isdisjoint", Sig: "other, /", Fn: Fn1(func(t *Thread, v, o Value) (Value, *Exc) {
		r, err := t.setIsDisjoint(asSet(v), o)
		return Bool(r), err
	}), Doc: "Return True if two sets have a null intersection."},
	{Name: "issubset", Sig: "other, /", Fn: Fn1(func(t *Thread, v, o Value) (Value, *Exc) {
		other, err := t.asSetOf(o)
		if err != nil {
			return Value{}, err
		}
		r, err := t.setIsSubset(asSet(v), other)
		return Bool(r), err
	}), Doc: "Report whether another set contains this set."},
	{Name: "issuperset", Sig: "other, /", Fn: Fn1(func(t *Thread, v, o Value) (Value, *Exc) {
		if other, ok := ToAnySet(o); ok {
			r, err := t.setIsSubset(other, asSet(v))
			return Bool(r), err
		}
		r, err := t.allIn(o, v)
		return Bool(r), err
	}), Doc: "Report whether this set contains another set."},
	{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		state, err := t.CallMethod(v, strGetState)
		if err != nil {
			return Value{}, err
		}
		return NewTuple(v.p.typ.Value(), NewTuple(NewList(asSet(v).Keys(t)).Value()).Value(), state).Value(), nil
	}), Doc: docReduce},
	{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		if n := len(asSet(v).table); n > setMinSize {
			return IntOf(200 + 16*n), nil
		}
		return Int64(200), nil
	}), Doc: "S.__sizeof__() -> size of S in memory, in bytes."},
}

var setMethods = []MethodSpec{
	{Name: "add", Sig: "object, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return None, asSet(v).Add(t, x) }),
		Doc: "Add an element to a set.\n\nThis has no effect if the element is already present."},
	{Name: "discard", Sig: "object, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		k, h, err := t.elementHash(x)
		if err != nil {
			return Value{}, err
		}
		_, err = asSet(v).discardHashed(t, k, h)
		return None, err
	}), Doc: "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set."},
	{Name: "remove", Sig: "object, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		k, h, err := t.elementHash(x)
		if err != nil {
			return Value{}, err
		}
		ok, err := asSet(v).discardHashed(t, k, h)
		if err == nil && !ok {
			err = t.KeyErr(x)
		}
		return None, err
	}), Doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
	{Name: "pop", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		s := asSet(v)
		s.Lock(t)
		defer s.Unlock(t)
		if s.used == 0 {
			return Value{}, t.Raise(KeyError, "pop from an empty set")
		}
		i := s.finger & (len(s.table) - 1)
		for !s.table[i].live() {
			if i++; i == len(s.table) {
				i = 0
			}
		}
		k := s.table[i].key
		s.removeAt(i)
		s.finger = i + 1
		return k, nil
	}), Doc: "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."},
	{Name: "clear", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		s := asSet(v)
		s.Lock(t)
		s.clear()
		s.Unlock(t)
		return None, nil
	}), Doc: "Remove all elements from this set."},
	{Name: "copy", Fn: Fn0(setCopy), Doc: "Return a shallow copy of a set."},
	{Name: "update", Sig: "*others", Fn: setEach(func(t *Thread, s *Set, o Value) *Exc { return s.Update(t, o) }),
		Doc: "Update the set, adding elements from all others."},
	setVariadic("intersection_update", "Update the set, keeping only elements found in it and all others.", func(t *Thread, s *Set, others []Value) (Value, *Exc) {
		r := s
		for _, o := range others {
			n, err := t.setIntersection(r, o)
			if err != nil {
				return Value{}, err
			}
			r = n
		}
		if r == s {
			r = s.CopyOf(t)
		}
		s.swap(t, r)
		return None, nil
	}),
	{Name: "difference_update", Sig: "*others", Fn: setEach(func(t *Thread, s *Set, o Value) *Exc { return t.setDifferenceUpdate(s, o) }),
		Doc: "Update the set, removing elements found in others."},
	{Name: "symmetric_difference_update", Sig: "other, /", Fn: Fn1(func(t *Thread, v, o Value) (Value, *Exc) {
		return None, t.setSymDiffUpdate(asSet(v), o)
	}), Doc: "Update the set, keeping only elements found in either set, but not in both."},
}

// setArgs checks the arguments of set() and frozenset().
func setArgs(t *Thread, cls, tp *Type, args Args) ([]Value, *Exc) {
	if args.NumKw() > 0 && (tp == SetType || ownsInit(cls)) {
		return nil, t.TypeErr("%s() takes no keyword arguments", tp.name)
	}
	pos := args.Pos()
	return pos, checkCount(t, tp.name, len(pos), 0, 1)
}

func init() {
	set := setSlots()
	set.New = func(t *Thread, cls *Type, args Args) (Value, *Exc) {
		if cls == SetType {
			return NewSet().Value(), nil
		}
		return AllocFor[Set](t, cls).Value(), nil
	}
	set.Init = func(t *Thread, v Value, args Args) *Exc {
		pos, err := setArgs(t, v.p.typ, SetType, args)
		if err != nil {
			return err
		}
		s := asSet(v)
		if s.fill > 0 {
			s.Lock(t)
			s.clear()
			s.Unlock(t)
		}
		if len(pos) == 0 {
			return nil
		}
		return s.Update(t, pos[0])
	}
	set.InPlace[OpOr] = inPlaceSets(func(t *Thread, s *Set, o Value) *Exc { return s.Update(t, o) })
	set.InPlace[OpAnd] = inPlaceSets((*Thread).setIntersectionUpdate)
	set.InPlace[OpSub] = inPlaceSets((*Thread).setDifferenceUpdate)
	set.InPlace[OpXor] = inPlaceSets((*Thread).setSymDiffUpdate)
	RegisterType(TypeSpec{
		Type: SetType, Name: "set", Guarded: true, Sig: "iterable=(), /", shape: shSet, Flags: FlagBaseType | FlagSetSubclass | FlagMatchSelf | FlagWeakref, Layout: LayoutOf[Set](),
		Doc:     "Build an unordered collection of unique elements.",
		Slots:   set,
		Methods: append(slices.Clone(setCommonMethods), setMethods...),
		Attrs:   hashNone,
	})
	frozen := setSlots()
	frozen.Hash = frozenSetHash
	frozen.New = func(t *Thread, cls *Type, args Args) (Value, *Exc) {
		pos, err := setArgs(t, cls, FrozenSetType, args)
		if err != nil {
			return Value{}, err
		}
		if cls == FrozenSetType && len(pos) == 1 && pos[0].p.shape == shFrozenSet {
			return pos[0], nil
		}
		s := newFrozenSet()
		if cls != FrozenSetType {
			s = AllocFor[Set](t, cls)
		}
		if len(pos) == 1 {
			err = s.Update(t, pos[0])
		}
		return s.Value(), err
	}
	RegisterType(TypeSpec{
		Type: FrozenSetType, Name: "frozenset", Sig: "iterable=(), /", shape: shFrozenSet, Flags: FlagBaseType | FlagFrozenSetSubclass | FlagMatchSelf | FlagWeakref, Layout: LayoutOf[Set](),
		Doc:   "Build an immutable unordered collection of unique elements.",
		Slots: frozen,
		Methods: append(slices.Clone(setCommonMethods),
			MethodSpec{Name: "copy", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				if v.p.shape == shFrozenSet {
					return v, nil
				}
				return setCopy(t, v)
			}), Doc: "Return a shallow copy of a set."}),
	})
	RegisterType(TypeSpec{Type: SetIterType, Name: "set_iterator", Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: setIterNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				it := (*setIter)(v.ptr()).copyOf(t)
				if s := it.s; s == nil || s.size(t) != it.used {
					return 0, nil
				}
				return it.left, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				c := (*setIter)(v.ptr()).copyOf(t)
				var rest []Value
				for {
					x, err := setIterNext(t, Value{&c.Header, 0})
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
