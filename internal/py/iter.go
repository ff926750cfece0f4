package py

import "math"

// rangeIter iterates a range whose bounds fit 64 bits.
type rangeIter struct {
	Header
	next, step int64
	left       int64 // items to come
	own        bool  // only the loop that made it sees it
}

// listIter iterates a list; list is nil when it has ended.
type listIter struct {
	Header
	list *List
	pos  int
	own  bool
}

// tupleIter iterates a tuple; items is nil when it has ended.
type tupleIter struct {
	Header
	items []Value
	pos   int
	own   bool
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

// getIterOp is the GetIter instruction. An iterator that only a loop sees is
// used again by a later loop of the thread, once it has ended.
func (t *Thread) getIterOp(d *Value, x Value, own bool) *Exc {
	v, err := t.Iter(x)
	if err != nil {
		return err
	}
	if own {
		switch {
		case x.p.shape == shRange && v.p.shape == shRangeIter:
			(*rangeIter)(v.ptr()).own = true
		case x.p.shape == shList && v.p.shape == shListIter:
			(*listIter)(v.ptr()).own = true
		case x.p.shape == shTuple && v.p.shape == shTupleIter:
			(*tupleIter)(v.ptr()).own = true
		}
	}
	*d = v
	return nil
}

// listFor makes the empty list of a comprehension that takes every item of it.
func (t *Thread) listFor(it Value) *List {
	n := 0
	switch it.p.shape {
	case shRangeIter:
		if r := (*rangeIter)(it.ptr()); r.own {
			n = int(min(r.left, growCheck))
		}
	case shListIter:
		if l := (*listIter)(it.ptr()); l.own {
			n = l.list.Len(t)
		}
	case shTupleIter:
		if tp := (*tupleIter)(it.ptr()); tp.own {
			n = len(tp.items)
		}
	}
	l := newSizedList(min(n, growCheck))
	l.items = l.items[:0]
	return l
}

func newSeqIter(v Value) Value {
	it := &seqIter{seq: v}
	it.typ, it.shape = SeqIterType, SeqIterType.root.id
	return Value{&it.Header, 0}
}

func iterSelf(t *Thread, v Value) (Value, *Exc) { return v, nil }

// IterSelf is the Iter slot of iterators.
func IterSelf(t *Thread, v Value) (Value, *Exc) { return v, nil }

// NoKeywordsFor refuses keywords in the construction of tp itself and of
// subclasses that keep its constructors.
func (t *Thread) NoKeywordsFor(cls, tp *Type, args Args) *Exc {
	return t.noKeywordsFor(cls, tp, args)
}

// Builtin returns a function of the builtins module, for __reduce__ methods.
func (t *Thread) Builtin(name string) Value { return t.builtin(name) }

func listIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*listIter)(v.ptr())
	if t.ft {
		return it.nextOf(t), nil
	}
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

// where returns the list, nil at the end, and the position in it.
func (it *listIter) where(t *Thread) (*List, int) {
	it.Lock(t)
	defer it.Unlock(t)
	return it.list, it.pos
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
	if it.pos == math.MaxInt {
		return Value{}, t.Raise(OverflowError, "iter index too large")
	}
	x, err := t.seqItemAt(it.seq, it.pos)
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

// listRevIter iterates a list backwards; list is nil when it has ended.
type listRevIter struct {
	Header
	list *List
	pos  int
	own  bool
}

// callIter calls a function until it returns the sentinel.
type callIter struct {
	Header
	fn, sentinel Value // fn is nil when it has ended
}

// reversedObj iterates a sequence backwards by index.
type reversedObj struct {
	Header
	seq Value // nil when it has ended
	pos int
}

// Types of further basic iterators.
var (
	ListRevIterType = new(Type)
	CallIterType    = new(Type)
	ReversedType    = new(Type)
)

func newListRevIter(l *List, pos int) Value {
	it := &listRevIter{list: l, pos: pos}
	it.typ, it.shape = ListRevIterType, ListRevIterType.root.id
	return Value{&it.Header, 0}
}

// NewCallIter is iter(fn, sentinel); fn is callable.
func NewCallIter(fn, sentinel Value) Value {
	it := &callIter{fn: fn, sentinel: sentinel}
	it.typ, it.shape = CallIterType, CallIterType.root.id
	return Value{&it.Header, 0}
}

func listRevIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*listRevIter)(v.ptr())
	if l := it.list; l != nil {
		if i := it.pos; i >= 0 {
			if x := l.Get(t, i); x.p != nil {
				it.pos = i - 1
				return x, nil
			}
		}
		it.pos, it.list = -1, nil
	}
	return Value{}, nil
}

func callIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*callIter)(v.ptr())
	fn, sentinel := it.fn, it.sentinel
	if fn.p == nil || sentinel.p == nil {
		return Value{}, nil
	}
	x, err := t.Call(fn)
	if err == nil && it.sentinel.p == nil {
		return Value{}, nil // the function has exhausted the iterator itself
	}
	if err != nil {
		if err.Is(StopIteration) {
			it.fn, it.sentinel = Value{}, Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	eq, err := t.Equal(x, sentinel)
	if err != nil {
		return Value{}, err
	}
	if eq {
		it.fn, it.sentinel = Value{}, Value{}
		return Value{}, nil
	}
	return x, nil
}

func reversedNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if err := t.noKeywordsFor(cls, ReversedType, args); err != nil {
		return Value{}, err
	}
	pos := args.Pos()
	if err := checkCount(t, "reversed", len(pos), 1, 1); err != nil {
		return Value{}, err
	}
	seq := pos[0]
	if d := seq.p.typ.Lookup(strReversed); d.IsNone() {
		return Value{}, t.TypeErr("'%s' object is not reversible", seq.p.typ.name)
	} else if d.p != nil {
		f, err := t.lookupSpecial(seq, strReversed)
		if err != nil {
			return Value{}, err
		}
		return t.Call(f)
	}
	if !isSequence(seq) {
		return Value{}, t.TypeErr("'%s' object is not reversible", seq.p.typ.name)
	}
	n, err := t.Len(seq)
	if err != nil {
		return Value{}, err
	}
	r := AllocFor[reversedObj](t, cls)
	r.seq, r.pos = seq, n-1
	return Value{&r.Header, 0}, nil
}

// SequenceItem is item i of any sequence (PySequence_GetItem).
func (t *Thread) SequenceItem(seq Value, i int) (Value, *Exc) { return t.seqItemAt(seq, i) }

// seqItemAt is PySequence_GetItem.
func (t *Thread) seqItemAt(seq Value, i int) (Value, *Exc) {
	if f := seq.p.typ.slots.Item; f != nil {
		return f(t, seq, i)
	}
	return t.GetItem(seq, IntOf(i))
}

func reversedNext(t *Thread, v Value) (Value, *Exc) {
	r := (*reversedObj)(v.ptr())
	if seq := r.seq; seq.p != nil && r.pos >= 0 {
		x, err := t.seqItemAt(seq, r.pos)
		if err == nil {
			r.pos--
			return x, nil
		}
		if !err.Is(IndexError) && !err.Is(StopIteration) {
			return Value{}, err
		}
	}
	r.pos, r.seq = -1, Value{}
	return Value{}, nil
}

// noKeywordsFor refuses keywords in the construction of tp itself and of
// subclasses that keep its constructors.
func (t *Thread) noKeywordsFor(cls, tp *Type, args Args) *Exc {
	if args.NumKw() == 0 {
		return nil
	}
	if cls != tp {
		if _, where := cls.lookupWhere(strInit); where != ObjectType && where != tp {
			return nil
		}
	}
	return t.TypeErr("%s() takes no keyword arguments", tp.BareName())
}

// reduceIter is (iter, (seq,), pos), or (iter, (empty,)) at the end.
func (t *Thread) reduceIter(fn string, seq Value, pos int, empty Value) Value {
	f := t.builtin(fn)
	if seq.p == nil {
		return NewTuple(f, NewTuple(empty).Value()).Value()
	}
	return NewTuple(f, NewTuple(seq).Value(), IntOf(pos)).Value()
}

const (
	docLengthHint = "Private method returning an estimate of len(list(it))."
	docReduce     = "Return state information for pickling."
	docSetState   = "Set state information for unpickling."
)

func lengthHintMethod(f func(t *Thread, v Value) (int, *Exc)) MethodSpec {
	return MethodSpec{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		n, err := f(t, v)
		return IntOf(max(n, 0)), err
	}), Doc: docLengthHint}
}

func reduceMethod(f Fn0) MethodSpec {
	return MethodSpec{Name: "__reduce__", Fn: f, Doc: docReduce}
}

// setStateMethod makes the __setstate__ of an iterator whose state is an index.
func setStateMethod(f func(t *Thread, v Value, i int) *Exc) MethodSpec {
	return MethodSpec{Name: "__setstate__", Fn: Fn1(func(t *Thread, v, state Value) (Value, *Exc) {
		i, err := t.AsSsize(state)
		if err != nil {
			return Value{}, err
		}
		return None, f(t, v, i)
	}), Doc: docSetState}
}

func init() {
	RegisterType(TypeSpec{Type: RangeIterType, Name: "range_iterator", Guarded: true, shape: shRangeIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: rangeIterNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) { return int((*rangeIter)(v.ptr()).left), nil }),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*rangeIter)(v.ptr())
				stop := intAdd(Int64(it.next), intMul(Int64(it.step), Int64(it.left)))
				r := newRange(Int64(it.next), stop, Int64(it.step))
				return NewTuple(t.builtin("iter"), NewTuple(r).Value(), None).Value(), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				it := (*rangeIter)(v.ptr())
				i = min(max(i, 0), int(it.left))
				it.next += int64(i) * it.step
				it.left -= int64(i)
				return nil
			}),
		}})
	RegisterType(TypeSpec{Type: ListIterType, Name: "list_iterator", shape: shListIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: listIterNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				if l, pos := (*listIter)(v.ptr()).where(t); l != nil {
					return l.Len(t) - pos, nil
				}
				return 0, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				if l, pos := (*listIter)(v.ptr()).where(t); l != nil {
					return t.reduceIter("iter", l.Value(), pos, Value{}), nil
				}
				return t.reduceIter("iter", Value{}, 0, NewList(nil).Value()), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				it := (*listIter)(v.ptr())
				if l, _ := it.where(t); l != nil {
					pos := min(max(i, 0), l.Len(t))
					it.Lock(t)
					it.pos = pos
					it.Unlock(t)
				}
				return nil
			}),
		}})
	RegisterType(TypeSpec{Type: ListRevIterType, Name: "list_reverseiterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: listRevIterNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				it := (*listRevIter)(v.ptr())
				if l := it.list; l != nil && l.Len(t) > it.pos {
					return it.pos + 1, nil
				}
				return 0, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*listRevIter)(v.ptr())
				if l := it.list; l != nil && it.pos >= 0 {
					return t.reduceIter("reversed", l.Value(), it.pos, Value{}), nil
				}
				return t.reduceIter("reversed", Value{}, 0, NewList(nil).Value()), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				it := (*listRevIter)(v.ptr())
				if l := it.list; l != nil {
					it.pos = min(max(i, -1), l.Len(t)-1)
				}
				return nil
			}),
		}})
	RegisterType(TypeSpec{Type: TupleIterType, Name: "tuple_iterator", Guarded: true, shape: shTupleIter, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: tupleIterNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				it := (*tupleIter)(v.ptr())
				return len(it.items) - it.pos, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*tupleIter)(v.ptr())
				if it.items == nil {
					return t.reduceIter("iter", Value{}, 0, emptyTuple.Value()), nil
				}
				return t.reduceIter("iter", NewTuple(it.items...).Value(), it.pos, Value{}), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				it := (*tupleIter)(v.ptr())
				it.pos = min(max(i, 0), len(it.items))
				return nil
			}),
		}})
	RegisterType(TypeSpec{Type: SeqIterType, Name: "iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: seqIterNext},
		Methods: []MethodSpec{
			{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := (*seqIter)(v.ptr())
				seq := it.seq
				if seq.p == nil {
					return Int64(0), nil
				}
				if seq.p.typ.slots.Len == nil {
					return NotImplemented, nil
				}
				n, err := t.Len(seq)
				return IntOf(max(n-it.pos, 0)), err
			}), Doc: docLengthHint},
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*seqIter)(v.ptr())
				return t.reduceIter("iter", it.seq, it.pos, emptyTuple.Value()), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				it := (*seqIter)(v.ptr())
				if it.seq.p != nil {
					it.pos = max(i, 0)
				}
				return nil
			}),
		}})
	RegisterType(TypeSpec{Type: CallIterType, Name: "callable_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: callIterNext},
		Methods: []MethodSpec{
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*callIter)(v.ptr())
				f := t.builtin("iter")
				if it.fn.p == nil {
					return NewTuple(f, NewTuple(emptyTuple.Value()).Value()).Value(), nil
				}
				return NewTuple(f, NewTuple(it.fn, it.sentinel).Value()).Value(), nil
			}),
		}})
	RegisterType(TypeSpec{Type: ReversedType, Name: "reversed", Guarded: true, Sig: "sequence, /", Flags: FlagBaseType, Layout: LayoutOf[reversedObj](),
		Doc:   "Return a reverse iterator over the values of the given sequence.",
		Slots: Slots{New: reversedNew, Iter: iterSelf, Next: reversedNext},
		Methods: []MethodSpec{
			lengthHintMethod(func(t *Thread, v Value) (int, *Exc) {
				r := (*reversedObj)(v.ptr())
				seq := r.seq
				if seq.p == nil {
					return 0, nil
				}
				n, err := t.Len(seq)
				if err != nil || n < r.pos+1 {
					return 0, err
				}
				return r.pos + 1, nil
			}),
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				r := (*reversedObj)(v.ptr())
				if r.seq.p == nil {
					return NewTuple(v.p.typ.Value(), NewTuple(emptyTuple.Value()).Value()).Value(), nil
				}
				return NewTuple(v.p.typ.Value(), NewTuple(r.seq).Value(), IntOf(r.pos)).Value(), nil
			}),
			setStateMethod(func(t *Thread, v Value, i int) *Exc {
				r := (*reversedObj)(v.ptr())
				if r.seq.p == nil {
					return nil
				}
				n, err := t.Len(r.seq)
				if err != nil {
					return err
				}
				r.pos = min(max(i, -1), n-1)
				return nil
			}),
		}})
}
