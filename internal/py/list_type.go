package py

import (
	"math"
	"slices"
)

// maxItems bounds the items of one container: beyond it a Go allocation would
// end the process instead of failing, so MemoryError is raised first.
const maxItems = 1 << 30

// AsSsize converts an argument through __index__ to a Go int, with the error
// text that arguments of that C type have.
func (t *Thread) AsSsize(v Value) (int, *Exc) {
	if v.p == &intTag {
		return int(v.b), nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(x.b), nil
}

// seqIndex turns a subscript into an index of a sequence that what names.
func (t *Thread) seqIndex(key Value, what string) (int, *Exc) {
	if key.p == &intTag {
		return int(key.b), nil
	}
	if key.p.typ.slots.Index == nil {
		return 0, t.TypeErr("%s indices must be integers or slices, not %s", what, key.p.typ.name)
	}
	x, err := t.Index(key)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(IndexError, "cannot fit '%s' into an index-sized integer", key.p.typ.name)
	}
	return int(x.b), nil
}

func listGetItem(t *Thread, v, key Value) (Value, *Exc) {
	l := asList(v)
	if s, ok := ToSlice(key); ok {
		start, stop, step, err := s.Unpack(t)
		if err != nil {
			return Value{}, err
		}
		l.Lock(t)
		part := l.slice(start, stop, step)
		l.Unlock(t)
		return part.Value(), nil
	}
	i, err := t.seqIndex(key, "list")
	if err != nil {
		return Value{}, err
	}
	return listItem(t, v, i)
}

func listItem(t *Thread, v Value, i int) (Value, *Exc) {
	l := asList(v)
	l.Lock(t)
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) < uint(len(l.items)) {
		v := l.items[i]
		l.Unlock(t)
		return v, nil
	}
	l.Unlock(t)
	return Value{}, t.Raise(IndexError, "list index out of range")
}

// slice makes a list of what a slice (as Unpack returned it) selects. l is locked.
func (l *List) slice(start, stop, step int) *List {
	lo, _, n := AdjustSlice(len(l.items), start, stop, step)
	if step == 1 {
		return newListOf(l.items[lo : lo+n])
	}
	part := newSizedList(n)
	for i := range part.items {
		part.items[i] = l.items[lo]
		lo += step
	}
	return part
}

func listSetItem(t *Thread, v, key, val Value) *Exc {
	l := asList(v)
	if s, ok := ToSlice(key); ok {
		return t.listSetSlice(l, s, val)
	}
	i, err := t.seqIndex(key, "list")
	if err != nil {
		return err
	}
	l.Lock(t)
	defer l.Unlock(t)
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		return t.Raise(IndexError, "list assignment index out of range")
	}
	if val.p == nil {
		l.removeRange(i, i+1)
		return nil
	}
	l.items[i] = val
	return nil
}

// removeRange removes items i to j. The caller holds the lock.
func (l *List) removeRange(i, j int) {
	if i == j {
		return
	}
	l.items = slices.Delete(l.items, i, j)
	l.shrink()
}

// shrink gives memory back when most of it is unused.
func (l *List) shrink() {
	if n := len(l.items); cap(l.items) > 64 && n < cap(l.items)/4 {
		l.items = append(make([]Value, 0, n*2), l.items...)
	}
}

func (t *Thread) listSetSlice(l *List, s *Slice, val Value) *Exc {
	start, stop, step, err := s.Unpack(t)
	if err != nil {
		return err
	}
	var repl []Value
	if val.p != nil {
		if repl, err = t.itemsFor(val, "must assign iterable to extended slice"); err != nil {
			return err
		}
	}
	l.Lock(t)
	defer l.Unlock(t)
	lo, hi, n := AdjustSlice(len(l.items), start, stop, step)
	switch {
	case step == 1:
		if hi < lo {
			hi = lo
		}
		if len(repl) == hi-lo {
			copy(l.items[lo:hi], repl)
			return nil
		}
		if len(l.items)+len(repl) > maxItems || len(l.items)+len(repl) > cap(l.items) && t.roomForItems(len(l.items)+len(repl)) != nil {
			return t.MemoryErr()
		}
		l.items = slices.Replace(l.items, lo, hi, repl...)
		l.shrink()
	case val.p == nil:
		if n == 0 {
			return nil
		}
		if step < 0 {
			lo, step = lo+(n-1)*step, -step
		}
		out := lo
		next, left := lo, n
		for i := lo; i < len(l.items); i++ {
			if left > 0 && i == next {
				next += step
				left--
				continue
			}
			l.items[out] = l.items[i]
			out++
		}
		clear(l.items[out:])
		l.items = l.items[:out]
		l.shrink()
	default:
		if len(repl) != n {
			return t.ValueErr("attempt to assign sequence of size %d to extended slice of size %d", len(repl), n)
		}
		for _, x := range repl {
			l.items[lo] = x
			lo += step
		}
	}
	return nil
}

// itemsFor collects an iterable, with a message of its own when v is none.
func (t *Thread) itemsFor(v Value, msg string) ([]Value, *Exc) {
	if s := &v.p.typ.slots; s.Iter == nil && s.GetItem == nil && s.Item == nil {
		return nil, t.TypeErr("%s", msg)
	}
	return t.Items(v)
}

// Extend is list.extend: what the iterable gave before it failed stays added.
func (l *List) Extend(t *Thread, v Value) *Exc {
	switch v.p.shape {
	case shTuple:
		l.extendItems(t, asTuple(v).items)
		return nil
	case shList, shDict, shSet, shFrozenSet:
		if v.p.shape == shList && !t.ft {
			l.extendItems(t, asList(v).items)
			return nil
		}
		items, err := t.Items(v)
		if err != nil {
			return err
		}
		l.extendItems(t, items)
		return nil
	}
	it, err := t.Iter(v)
	if err != nil {
		return err
	}
	if it.p.shape == shGenerator {
		return l.extendGenerator(t, asGen(it))
	}
	hint, err := t.LengthHint(v, 8)
	if err != nil {
		return err
	}
	l.Lock(t)
	if n := len(l.items); hint > 0 && hint < 1<<20 && n+hint > cap(l.items) && hint > 8 {
		grown := make([]Value, n, max(n+hint, n+n/8))
		copy(grown, l.items)
		l.items = grown
	}
	l.Unlock(t)
	if v.p.typ == RangeType {
		if err := t.roomForItems(hint); err != nil {
			return err
		}
	}
	for n := 1; ; n++ {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return err
		}
		if n%growCheck == 0 {
			if err := t.roomForItems(2 * n); err != nil {
				return err
			}
		}
		l.Append(t, x)
	}
}

// extendGenerator adds what a generator yields.
func (l *List) extendGenerator(t *Thread, g *Generator) *Exc {
	for {
		x, err := t.drain(g, l)
		if err != nil || x.p == nil {
			return err
		}
		if err := t.roomForItems(2 * l.Len(t)); err != nil {
			return err
		}
		l.Append(t, x)
	}
}

// take appends v if that needs little memory.
func (l *List) take(t *Thread, v Value) bool {
	l.Lock(t)
	n := len(l.items)
	room := n < cap(l.items) || n < growCheck
	if room {
		if cap(l.items) == 0 {
			l.items = make([]Value, 0, 4)
		}
		l.items = append(l.items, v)
	}
	l.Unlock(t)
	return room
}

func (l *List) extendItems(t *Thread, items []Value) {
	l.Lock(t)
	if n := len(l.items) + len(items); n < growCheck || n <= cap(l.items) || t.roomOrDue(n*5/4) {
		l.items = append(l.items, items...)
	}
	l.Unlock(t)
}

// Clear removes all items.
func (l *List) Clear(t *Thread) {
	l.Lock(t)
	if l.items != nil {
		// Not nil: a sort under way tells by it that someone changed the list.
		l.items = []Value{}
	}
	l.Unlock(t)
}

// Insert puts v before index i, clamped as list.insert does.
func (l *List) Insert(t *Thread, i int, v Value) {
	l.Lock(t)
	l.items = slices.Insert(l.items, clampIndex(i, len(l.items)), v)
	l.Unlock(t)
}

// Pop removes and returns item i (negative from the end); ok is false when there is none.
func (l *List) Pop(t *Thread, i int) (v Value, ok bool) {
	l.Lock(t)
	defer l.Unlock(t)
	n := len(l.items)
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return Value{}, false
	}
	v = l.items[i]
	if i == n-1 {
		l.items[i] = Value{}
		l.items = l.items[:i]
		l.shrink()
		return v, true
	}
	if i == 0 && cap(l.items) > 16 {
		// Leave the hole in front: a list used as a queue stays linear.
		l.items[0] = Value{}
		l.items = l.items[1:]
		return v, true
	}
	l.removeRange(i, i+1)
	return v, true
}

// Set replaces item i and tells whether there is one.
func (l *List) Set(t *Thread, i int, v Value) bool {
	l.Lock(t)
	ok := uint(i) < uint(len(l.items))
	if ok {
		l.items[i] = v
	}
	l.Unlock(t)
	return ok
}

// SetItems replaces the items; the list keeps the slice.
func (l *List) SetItems(t *Thread, items []Value) {
	l.Lock(t)
	l.items = items
	l.Unlock(t)
}

// indexOf returns the first index in [lo, hi) of an item equal to x, or -1.
func (l *List) indexOf(t *Thread, x Value, lo, hi int) (int, *Exc) {
	for i := lo; i < hi; i++ {
		y := l.Get(t, i)
		if y.p == nil {
			break
		}
		eq, err := t.Equal(y, x)
		if err != nil {
			return -1, err
		}
		if eq {
			return i, nil
		}
	}
	return -1, nil
}

// seqBounds resolves the start and stop arguments of an index method to a
// length that may change meanwhile.
func (t *Thread) seqBounds(start, stop Value, length func() int) (lo, hi int, err *Exc) {
	if lo, err = t.SearchBound(start, 0); err != nil {
		return
	}
	if hi, err = t.SearchBound(stop, math.MaxInt); err != nil {
		return
	}
	n := length()
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	if hi < 0 {
		hi = max(hi+n, 0)
	}
	return lo, hi, nil
}

// remove removes the first item that is equal to x.
func (l *List) remove(t *Thread, x Value) *Exc {
	for i := 0; ; i++ {
		y := l.Get(t, i)
		if y.p == nil {
			return t.ValueErr("list.remove(x): x not in list")
		}
		eq, err := t.Equal(y, x)
		if err != nil {
			return err
		}
		if !eq {
			continue
		}
		l.Lock(t)
		same := !t.ft || i < len(l.items) && l.items[i] == y
		if same && i < len(l.items) {
			l.removeRange(i, i+1)
		}
		l.Unlock(t)
		if same {
			return nil
		}
		i = -1 // another thread has moved it: search again
	}
}

// listCompare compares item by item; either list may change meanwhile.
func listCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	x, ok1 := ToList(a)
	y, ok2 := ToList(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	if (op == CmpEQ || op == CmpNE) && x.Len(t) != y.Len(t) {
		return Bool(op == CmpNE), nil
	}
	for i := 0; ; i++ {
		p, q := x.Get(t, i), y.Get(t, i)
		if p.p == nil || q.p == nil {
			break
		}
		if p == q && p.p != &floatTag {
			continue
		}
		eq, err := t.Equal(p, q)
		if err != nil {
			return Value{}, err
		}
		if eq || i >= x.Len(t) || i >= y.Len(t) {
			continue
		}
		switch op {
		case CmpEQ:
			return False, nil
		case CmpNE:
			return True, nil
		}
		return t.Compare(p, q, op)
	}
	return Bool(cmpInt(int64(x.Len(t)), int64(y.Len(t)), op)), nil
}

// reprSeq is the repr of a sequence that may hold itself: open, the items'
// reprs, end. get returns the zero Value behind the last item.
func (t *Thread) reprSeq(v Value, get func(i int) Value, open, end, recursive string) (Value, *Exc) {
	if t.EnterRepr(v) {
		return NewStr(recursive).Value(), nil
	}
	defer t.LeaveRepr(v)
	buf := append(make([]byte, 0, 64), open...)
	cp := len(open)
	i := 0
	for ; ; i++ {
		x := get(i)
		if x.p == nil {
			break
		}
		if i > 0 {
			buf = append(buf, ", "...)
			cp += 2
		}
		r, err := t.Repr(x)
		if err != nil {
			return Value{}, err
		}
		buf = append(buf, r.s...)
		cp += r.n
	}
	if i == 1 && v.p.typ.flags&FlagTupleSubclass != 0 {
		buf = append(buf, ',')
		cp++
	}
	buf = append(buf, end...)
	return newStrCopy(buf, cp+len(end)).Value(), nil
}

func listConcat(t *Thread, a, b Value) (Value, *Exc) {
	y, ok := ToList(b)
	if !ok {
		return Value{}, t.TypeErr("can only concatenate list (not \"%s\") to list", b.p.typ.name)
	}
	p, q := asList(a).items, y.items
	if t.ft {
		p, q = asList(a).Snapshot(t), y.Snapshot(t)
	}
	if err := t.roomForItems(len(p) + len(q)); err != nil {
		return Value{}, err
	}
	l := newSizedList(len(p) + len(q))
	copy(l.items[copy(l.items, p):], q)
	return l.Value(), nil
}

// repeatItems is items * n.
func (t *Thread) repeatItems(items []Value, n int) ([]Value, *Exc) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > maxItems/len(items) || t.roomForItems(n*len(items)) != nil {
		return nil, t.MemoryErr()
	}
	out := make([]Value, len(items)*n)
	if len(items) == 1 {
		for i := range out {
			out[i] = items[0]
		}
		return out, nil
	}
	for k := copy(out, items); k < len(out); {
		k += copy(out[k:], out[:k])
	}
	return out, nil
}

func listContains(t *Thread, v, x Value) (bool, *Exc) {
	i, err := asList(v).indexOf(t, x, 0, math.MaxInt)
	return i >= 0, err
}

// genericClassGetItem is the __class_getitem__ of the generic builtins.
var genericClassGetItem = MethodSpec{Name: "__class_getitem__", Sig: "object, /", Class: true, Fn: Fn1(func(t *Thread, cls, arg Value) (Value, *Exc) {
	return NewGenericAlias(cls, arg), nil
}), Doc: "See PEP 585"}

// ClassGetItemSpec is the __class_getitem__ method of a generic class.
func ClassGetItemSpec() MethodSpec { return genericClassGetItem }

func listInit(t *Thread, v Value, args Args) *Exc {
	if args.NumKw() > 0 && ownsNew(v.p.typ, ListType) {
		return t.TypeErr("list() takes no keyword arguments")
	}
	pos := args.Pos()
	if err := checkCount(t, "list", len(pos), 0, 1); err != nil {
		return err
	}
	l := asList(v)
	if len(l.items) > 0 {
		l.Clear(t)
	}
	if len(pos) == 0 {
		return nil
	}
	if len(l.items) == 0 {
		switch pos[0].p.shape {
		case shList, shTuple:
			items, err := t.Items(pos[0])
			if err != nil {
				return err
			}
			l.SetItems(t, items)
			return nil
		}
		if items, ok := t.tableItems(pos[0]); ok {
			l.SetItems(t, items)
			return nil
		}
	}
	return l.Extend(t, pos[0])
}

// ownsNew tells whether cls is tp or a subclass that has tp's own __new__: only
// then does tp's __init__ refuse keywords.
func ownsNew(cls, tp *Type) bool {
	if cls == tp {
		return true
	}
	_, where := cls.lookupWhere(strNew)
	return where == tp
}

// ownsInit tells whether cls has no __init__ made in Python: only then does
// the __new__ of a builtin class refuse keywords.
func ownsInit(cls *Type) bool {
	_, where := cls.lookupWhere(strInit)
	return where == nil || where.flags&FlagHeap == 0
}

func init() {
	RegisterType(TypeSpec{
		Type: ListType, Name: "list", Sig: "iterable=(), /", shape: shList, Flags: FlagBaseType | FlagListSubclass | FlagSequence | FlagMatchSelf, Layout: LayoutOf[List](),
		Doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return Value{&AllocFor[List](t, cls).Header, 0}, nil
			},
			Init: listInit,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				l := asList(v)
				return t.reprSeq(v, func(i int) Value { return l.Get(t, i) }, "[", "]", "[...]")
			},
			Compare:  listCompare,
			Iter:     func(t *Thread, v Value) (Value, *Exc) { return newListIter(asList(v)), nil },
			Len:      func(t *Thread, v Value) (int, *Exc) { return asList(v).Len(t), nil },
			GetItem:  listGetItem,
			SetItem:  listSetItem,
			Item:     listItem,
			Contains: listContains,
			Concat:   listConcat,
			Repeat: func(t *Thread, v Value, n int) (Value, *Exc) {
				items, err := t.repeatItems(asList(v).Snapshot(t), n)
				return NewList(items).Value(), err
			},
			InPlaceConcat: func(t *Thread, a, b Value) (Value, *Exc) { return a, asList(a).Extend(t, b) },
			InPlaceRepeat: func(t *Thread, v Value, n int) (Value, *Exc) {
				l := asList(v)
				items, err := t.repeatItems(l.Snapshot(t), n)
				if err != nil {
					return Value{}, err
				}
				l.SetItems(t, items)
				return v, nil
			},
		},
		Methods: listMethods,
		Attrs:   hashNone,
	})
}

// hashNone marks a mutable container as unhashable.
func hashNone() map[string]Value { return map[string]Value{"__hash__": None} }

var listMethods = []MethodSpec{
	{Name: "__getitem__", Sig: "index, /", Fn: Fn1(func(t *Thread, v, k Value) (Value, *Exc) {
		return ListType.slots.GetItem(t, v, k)
	}), Doc: "Return self[index]."},
	genericClassGetItem,
	{Name: "append", Sig: "object, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { asList(v).Append(t, x); return None, nil }),
		Doc: "Append object to the end of the list."},
	{Name: "clear", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { asList(v).Clear(t); return None, nil }),
		Doc: "Remove all items from list."},
	{Name: "copy", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return asList(v).copy(t).Value(), nil }),
		Doc: "Return a shallow copy of the list."},
	{Name: "count", Sig: "value, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		l, n := asList(v), 0
		for i := 0; ; i++ {
			y := l.Get(t, i)
			if y.p == nil {
				return IntOf(n), nil
			}
			eq, err := t.Equal(y, x)
			if err != nil {
				return Value{}, err
			}
			if eq {
				n++
			}
		}
	}), Doc: "Return number of occurrences of value."},
	{Name: "extend", Sig: "iterable, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return None, asList(v).Extend(t, x) }),
		Doc: "Extend list by appending elements from the iterable."},
	{Name: "index", Sig: "value, start=0, stop=sys.maxsize, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		l := asList(v)
		lo, hi, err := t.seqBounds(a[1], a[2], func() int { return l.Len(t) })
		if err != nil {
			return Value{}, err
		}
		i, err := l.indexOf(t, a[0], lo, hi)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			r, err := t.Repr(a[0])
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.ValueErr("%s is not in list", r.s)
		}
		return IntOf(i), nil
	}), Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
	{Name: "insert", Sig: "index, object, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		i, err := t.AsSsize(a[0])
		if err != nil {
			return Value{}, err
		}
		asList(v).Insert(t, i, a[1])
		return None, nil
	}), Doc: "Insert object before index."},
	{Name: "pop", Sig: "index=-1, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		i := -1
		if a[0].p != nil {
			var err *Exc
			if i, err = t.AsSsize(a[0]); err != nil {
				return Value{}, err
			}
		}
		x, ok := asList(v).Pop(t, i)
		if !ok {
			if asList(v).Len(t) == 0 {
				return Value{}, t.Raise(IndexError, "pop from empty list")
			}
			return Value{}, t.Raise(IndexError, "pop index out of range")
		}
		return x, nil
	}), Doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
	{Name: "remove", Sig: "value, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		return None, asList(v).remove(t, x)
	}), Doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
	{Name: "reverse", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		l := asList(v)
		l.Lock(t)
		slices.Reverse(l.items)
		l.Unlock(t)
		return None, nil
	}), Doc: "Reverse *IN PLACE*."},
	{Name: "sort", Sig: "*, key=None, reverse=False", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
		reverse := false
		if a[1].p != nil {
			var err *Exc
			if reverse, err = t.Truth(a[1]); err != nil {
				return Value{}, err
			}
		}
		return None, t.sortList(asList(v), a[0], reverse)
	}), Doc: "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order."},
	{Name: "__reversed__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		l := asList(v)
		return newListRevIter(l, l.Len(t)-1), nil
	}), Doc: "Return a reverse iterator over the list."},
	{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		l := asList(v)
		l.Lock(t)
		n := cap(l.items)
		l.Unlock(t)
		return IntOf(40 + 8*n), nil
	}), Doc: "Return the size of the list in memory, in bytes."},
}
