package py

// rangeIter iterates a range whose bounds fit 64 bits.
type rangeIter struct {
	Header
	next, step int64
	left       int64 // items to come
}

// listIter iterates a list; list is nil when it has ended.
type listIter struct {
	Header
	list *List
	pos  int
}

// tupleIter iterates a tuple; items is nil when it has ended.
type tupleIter struct {
	Header
	items []Value
	pos   int
}

// seqIter iterates by index through __getitem__ (the legacy protocol).
type seqIter struct {
	Header
	seq Value // nil when it has ended
	pos int
}

// Types of the basic iterators.
var (
	RangeIterType = new(Type)
	ListIterType  = new(Type)
	TupleIterType = new(Type)
	SeqIterType   = new(Type)
)

func newListIter(l *List) Value {
	it := &listIter{list: l}
	it.typ, it.shape = ListIterType, shListIter
	return Value{&it.Header, 0}
}

func newTupleIter(tp *Tuple) Value {
	it := &tupleIter{items: tp.items}
	it.typ, it.shape = TupleIterType, shTupleIter
	return Value{&it.Header, 0}
}

func newRangeIter(start, step, n int64) Value {
	it := &rangeIter{next: start, step: step, left: n}
	it.typ, it.shape = RangeIterType, shRangeIter
	return Value{&it.Header, 0}
}

func newSeqIter(v Value) Value {
	it := &seqIter{seq: v}
	it.typ, it.shape = SeqIterType, SeqIterType.root.id
	return Value{&it.Header, 0}
}

func iterSelf(t *Thread, v Value) (Value, *Exc) { return v, nil }

func listIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*listIter)(v.ptr())
	l := it.list
	if l == nil {
		return Value{}, nil
	}
	if x := l.Get(t, it.pos); x.p != nil {
		it.pos++
		return x, nil
	}
	it.list = nil
	return Value{}, nil
}

func tupleIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*tupleIter)(v.ptr())
	if it.pos < len(it.items) {
		it.pos++
		return it.items[it.pos-1], nil
	}
	it.items = nil
	return Value{}, nil
}

func rangeIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*rangeIter)(v.ptr())
	if it.left <= 0 {
		return Value{}, nil
	}
	it.left--
	x := it.next
	it.next += it.step
	return Int64(x), nil
}

func seqIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*seqIter)(v.ptr())
	if it.seq.p == nil {
		return Value{}, nil
	}
	var x Value
	var err *Exc
	if f := it.seq.p.typ.slots.Item; f != nil {
		x, err = f(t, it.seq, it.pos)
	} else {
		x, err = t.GetItem(it.seq, IntOf(it.pos))
	}
	if err != nil {
		if err.Is(IndexError) || err.Is(StopIteration) {
			it.seq = Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	it.pos++
	return x, nil
}

func init() {
	RegisterType(TypeSpec{Type: RangeIterType, Name: "range_iterator", shape: shRangeIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: rangeIterNext},
		Methods: []MethodSpec{
			{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return Int64((*rangeIter)(v.ptr()).left), nil })},
		}})
	RegisterType(TypeSpec{Type: ListIterType, Name: "list_iterator", shape: shListIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: listIterNext},
		Methods: []MethodSpec{
			{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := (*listIter)(v.ptr())
				if it.list == nil {
					return Int64(0), nil
				}
				return IntOf(max(0, it.list.Len(t)-it.pos)), nil
			})},
		}})
	RegisterType(TypeSpec{Type: TupleIterType, Name: "tuple_iterator", shape: shTupleIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: tupleIterNext},
		Methods: []MethodSpec{
			{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := (*tupleIter)(v.ptr())
				return IntOf(len(it.items) - min(it.pos, len(it.items))), nil
			})},
		}})
	RegisterType(TypeSpec{Type: SeqIterType, Name: "iterator", Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: seqIterNext}})
}
