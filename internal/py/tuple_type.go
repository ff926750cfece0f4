package py

import (
	"math/bits"
)

// tupleHash computes the hash of a sequence of hashes (xxHash-like, as CPython
// does it for tuples and slices).
type tupleHash uint64

const (
	tupleHashP1 = 11400714785074694791
	tupleHashP2 = 14029467366897019727
	tupleHashP5 = 2870177450012600261
)

func newTupleHash() tupleHash { return tupleHashP5 }

func (h *tupleHash) add(item int64) {
	x := uint64(*h) + uint64(item)*tupleHashP2
	*h = tupleHash(bits.RotateLeft64(x, 31) * tupleHashP1)
}

// sum finishes the hash of a tuple of n items.
func (h tupleHash) sum(n int) int64 {
	h += tupleHash(uint64(n) ^ (tupleHashP5 ^ 3527539))
	if h == ^tupleHash(0) {
		return 1546275796
	}
	return int64(h)
}

func hashTuple(t *Thread, v Value) (int64, *Exc) {
	items := asTuple(v).items
	if err := t.EnterRecursive(" while hashing a tuple"); err != nil {
		return 0, err
	}
	defer t.LeaveRecursive()
	h := newTupleHash()
	for _, x := range items {
		y, err := t.Hash(x)
		if err != nil {
			return 0, err
		}
		h.add(y)
	}
	return h.sum(len(items)), nil
}

func tupleGetItem(t *Thread, v, key Value) (Value, *Exc) {
	items := asTuple(v).items
	if s, ok := ToSlice(key); ok {
		start, stop, step, err := s.Unpack(t)
		if err != nil {
			return Value{}, err
		}
		lo, _, n := AdjustSlice(len(items), start, stop, step)
		if lo == 0 && step == 1 && n == len(items) && v.p.shape == shTuple {
			return v, nil
		}
		out := allocTuple(n)
		for i := range out.items {
			out.items[i] = items[lo]
			lo += step
		}
		return out.Value(), nil
	}
	i, err := t.seqIndex(key, "tuple")
	if err != nil {
		return Value{}, err
	}
	return tupleItem(t, v, i)
}

func tupleItem(t *Thread, v Value, i int) (Value, *Exc) {
	items := asTuple(v).items
	if i < 0 {
		i += len(items)
	}
	if uint(i) < uint(len(items)) {
		return items[i], nil
	}
	return Value{}, t.Raise(IndexError, "tuple index out of range")
}

func tupleCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	x, ok1 := ToTuple(a)
	y, ok2 := ToTuple(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	n := min(len(x.items), len(y.items))
	for i := 0; i < n; i++ {
		p, q := x.items[i], y.items[i]
		eq, err := t.Equal(p, q)
		if err != nil {
			return Value{}, err
		}
		if eq {
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
	return Bool(cmpInt(int64(len(x.items)), int64(len(y.items)), op)), nil
}

// newTupleOf makes a tuple of class cls that holds items.
func (t *Thread) newTupleOf(cls *Type, items []Value) Value {
	if cls == TupleType {
		return newTupleOwned(items).Value()
	}
	tp := AllocFor[Tuple](t, cls)
	tp.items = items
	return tp.Value()
}

func tupleNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if args.NumKw() > 0 && ownsInit(cls) {
		return Value{}, t.TypeErr("tuple() takes no keyword arguments")
	}
	pos := args.Pos()
	if err := checkCount(t, "tuple", len(pos), 0, 1); err != nil {
		return Value{}, err
	}
	if len(pos) == 0 {
		return t.newTupleOf(cls, nil), nil
	}
	if cls == TupleType && pos[0].p.shape == shTuple {
		return pos[0], nil
	}
	if cls == TupleType && pos[0].p.shape == shList {
		l := asList(pos[0])
		l.Lock(t)
		tp := NewTuple(l.items...)
		l.Unlock(t)
		return tp.Value(), nil
	}
	items, err := t.Items(pos[0])
	if err != nil {
		return Value{}, err
	}
	return t.newTupleOf(cls, items), nil
}

func init() {
	RegisterType(TypeSpec{
		Type: TupleType, Name: "tuple", Sig: "iterable=(), /", shape: shTuple, Flags: FlagBaseType | FlagTupleSubclass | FlagSequence | FlagMatchSelf, Layout: LayoutOf[Tuple](),
		Doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
		Slots: Slots{
			New: tupleNew,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				items := asTuple(v).items
				if len(items) == 0 {
					return NewStr("()").Value(), nil
				}
				return t.reprSeq(v, func(i int) Value {
					if i < len(items) {
						return items[i]
					}
					return Value{}
				}, "(", ")", "(...)")
			},
			Hash:    hashTuple,
			Compare: tupleCompare,
			Iter:    func(t *Thread, v Value) (Value, *Exc) { return newTupleIter(asTuple(v)), nil },
			Len:     func(t *Thread, v Value) (int, *Exc) { return len(asTuple(v).items), nil },
			GetItem: tupleGetItem,
			Item:    tupleItem,
			Contains: func(t *Thread, v, x Value) (bool, *Exc) {
				for _, y := range asTuple(v).items {
					eq, err := t.Equal(y, x)
					if err != nil || eq {
						return eq, err
					}
				}
				return false, nil
			},
			Concat: func(t *Thread, a, b Value) (Value, *Exc) {
				x := asTuple(a)
				y, ok := ToTuple(b)
				if !ok {
					return Value{}, t.TypeErr("can only concatenate tuple (not \"%s\") to tuple", b.p.typ.name)
				}
				switch {
				case len(x.items) == 0 && b.p.shape == shTuple:
					return b, nil
				case len(y.items) == 0 && a.p.shape == shTuple:
					return a, nil
				}
				if err := t.roomForItems(len(x.items) + len(y.items)); err != nil {
					return Value{}, err
				}
				out := allocTuple(len(x.items) + len(y.items))
				copy(out.items[copy(out.items, x.items):], y.items)
				return out.Value(), nil
			},
			Repeat: func(t *Thread, v Value, n int) (Value, *Exc) {
				if v.p.shape == shTuple && (n == 1 || len(asTuple(v).items) == 0) {
					return v, nil
				}
				items, err := t.repeatItems(asTuple(v).items, n)
				return newTupleOwned(items).Value(), err
			},
		},
		Methods: []MethodSpec{
			genericClassGetItem,
			{Name: "count", Sig: "value, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				n := 0
				for _, y := range asTuple(v).items {
					eq, err := t.Equal(y, x)
					if err != nil {
						return Value{}, err
					}
					if eq {
						n++
					}
				}
				return IntOf(n), nil
			}), Doc: "Return number of occurrences of value."},
			{Name: "index", Sig: "value, start=0, stop=sys.maxsize, /", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
				items := asTuple(v).items
				lo, hi, err := t.seqBounds(a[1], a[2], func() int { return len(items) })
				if err != nil {
					return Value{}, err
				}
				for i := lo; i < min(hi, len(items)); i++ {
					eq, err := t.Equal(items[i], a[0])
					if err != nil {
						return Value{}, err
					}
					if eq {
						return IntOf(i), nil
					}
				}
				return Value{}, t.ValueErr("tuple.index(x): x not in tuple")
			}), Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return NewTuple(NewTuple(asTuple(v).items...).Value()).Value(), nil
			})},
		},
	})
}
