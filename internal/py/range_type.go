package py

import (
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// Range is a range object. Its parts are exact ints; n is the length, or -1
// when it or a part does not fit 64 bits: then length tells.
type Range struct {
	Header
	start, stop, step Value
	length            Value
	n                 int64
}

// longRangeIter iterates a range beyond 64 bits.
type longRangeIter struct {
	Header
	start, step, n Value
	pos            Value
}

// RangeType is range; LongRangeIterType its iterator beyond 64 bits.
var (
	RangeType         = new(Type)
	LongRangeIterType = new(Type)
)

func asRange(v Value) *Range { return (*Range)(v.ptr()) }

// newRange makes range(start, stop, step) of exact ints, step not zero.
func newRange(start, stop, step Value) Value {
	r := &Range{start: start, stop: stop, step: step, n: -1}
	r.typ, r.shape = RangeType, shRange
	lo, hi, by := start, stop, step
	if intSign(step) < 0 {
		lo, hi, by = stop, start, intSub(Int64(0), step)
	}
	r.length = Int64(0)
	if intCmp(lo, hi) < 0 {
		q, _ := intFloorDivMod(intSub(intSub(hi, lo), Int64(1)), by)
		r.length = intAdd(q, Int64(1))
	}
	if start.p == &intTag && step.p == &intTag && r.length.p == &intTag {
		// The iterator steps once beyond the last item.
		if end := intAdd(start, intMul(r.length, step)); end.p == &intTag {
			r.n = r.length.int()
		}
	}
	return Value{&r.Header, 0}
}

// smallRangeLen is the length of range(start, stop, step); ok is false when
// something comes near 64 bits or step is 0.
func smallRangeLen(start, stop, step int64) (n int64, ok bool) {
	const far = 1 << 62
	if start >= far || start <= -far || stop >= far || stop <= -far || step >= far || step <= -far || step == 0 {
		return 0, false
	}
	if step > 0 && start < stop {
		n = (stop-start-1)/step + 1
	} else if step < 0 && stop < start {
		n = (start-stop-1)/-step + 1
	}
	return n, true
}

// rangeOp stores range(start, stop, step) in *d for the Call instruction; ok is
// false when it has to be made the long way. When a loop over it comes next it
// is not made, but the loop's iterator.
func (t *Thread) rangeOp(fr *frame, d *Value, start, stop, step int64) (ok bool) {
	n, ok := smallRangeLen(start, stop, step)
	if !ok {
		return false
	}
	next := *(*uint64)(fr.pc)
	if bc.Op(next) == bc.GetIter && uint8(next>>8) != 0 && ra(fr.regs, next) == d && rb(fr.regs, next) == d && t.loop != loopTraced {
		it := t.spareRange
		if t.spareRange = nil; it == nil {
			it = &rangeIter{own: true}
			it.typ, it.shape = RangeIterType, shRangeIter
		}
		it.next, it.step, it.left = start, step, n
		*d = Value{&it.Header, 0}
		fr.pc = unsafe.Add(fr.pc, 8)
		return true
	}
	r := &Range{start: Int64(start), stop: Int64(stop), step: Int64(step), n: n}
	r.length = Int64(n)
	r.typ, r.shape = RangeType, shRange
	*d = Value{&r.Header, 0}
	return true
}

// at returns start + i*step.
func (r *Range) at(i Value) Value {
	if r.n >= 0 && i.p == &intTag {
		return Int64(r.start.int() + i.int()*r.step.int())
	}
	return intAdd(r.start, intMul(i, r.step))
}

func rangeNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if err := args.NoKeywords(t, "range()"); err != nil {
		return Value{}, err
	}
	a := args.vals
	if err := checkCount(t, "range", len(a), 1, 3); err != nil {
		return Value{}, err
	}
	start, step := Int64(0), Int64(1)
	stop, err := t.Index(a[0])
	if err != nil {
		return Value{}, err
	}
	if len(a) > 1 {
		start = stop
		if stop, err = t.Index(a[1]); err != nil {
			return Value{}, err
		}
	}
	if len(a) > 2 {
		if step, err = t.Index(a[2]); err != nil {
			return Value{}, err
		}
		if intSign(step) == 0 {
			return Value{}, t.ValueErr("range() arg 3 must not be zero")
		}
	}
	return newRange(start, stop, step), nil
}

func rangeGetItem(t *Thread, v, key Value) (Value, *Exc) {
	r := asRange(v)
	if s, ok := ToSlice(key); ok {
		start, stop, step, err := t.sliceBig(s, r.length)
		if err != nil {
			return Value{}, err
		}
		return newRange(intAdd(r.start, intMul(start, r.step)), intAdd(r.start, intMul(stop, r.step)), intMul(step, r.step)), nil
	}
	if key.p.typ.slots.Index == nil {
		return Value{}, t.TypeErr("range indices must be integers or slices, not %s", key.p.typ.name)
	}
	i, err := t.Index(key)
	if err != nil {
		return Value{}, err
	}
	if intSign(i) < 0 {
		i = intAdd(i, r.length)
	}
	if intSign(i) < 0 || intCmp(i, r.length) >= 0 {
		return Value{}, t.Raise(IndexError, "range object index out of range")
	}
	return r.at(i), nil
}

// find returns the index of an int in the range; ok is false when it is not there.
func (r *Range) find(x Value) (i Value, ok bool) {
	d := intSub(x, r.start)
	q, m := intFloorDivMod(d, r.step)
	if intSign(m) != 0 || intSign(q) < 0 || intCmp(q, r.length) >= 0 {
		return Value{}, false
	}
	return q, true
}

// plainInt tells whether v is an int whose equality with range items needs no
// Python code.
func plainInt(v Value) bool {
	return v.p == &intTag || v.p == &boolTag || v.p.shape == shBigInt
}

// eachEqual calls f with the index of every item equal to x until it says stop.
func (r *Range) eachEqual(t *Thread, v, x Value, f func(i int) bool) *Exc {
	i := 0
	it, err := t.Iter(v)
	if err != nil {
		return err
	}
	for {
		y, err := t.Next(it)
		if err != nil || y.p == nil {
			return err
		}
		eq, err := t.Equal(y, x)
		if err != nil {
			return err
		}
		if eq && !f(i) {
			return nil
		}
		i++
	}
}

func rangeContains(t *Thread, v, x Value) (bool, *Exc) {
	r := asRange(v)
	if plainInt(x) {
		_, ok := r.find(exactInt(x))
		return ok, nil
	}
	found := false
	err := r.eachEqual(t, v, x, func(int) bool { found = true; return false })
	return found, err
}

func rangeIterOf(t *Thread, v Value) (Value, *Exc) {
	r := asRange(v)
	if r.n >= 0 {
		return newRangeIter(r.start.int(), r.step.int(), r.n), nil
	}
	return newLongRangeIter(r.start, r.step, r.length), nil
}

func newLongRangeIter(start, step, n Value) Value {
	it := &longRangeIter{start: start, step: step, n: n, pos: Int64(0)}
	it.typ, it.shape = LongRangeIterType, LongRangeIterType.root.id
	return Value{&it.Header, 0}
}

func longRangeNext(t *Thread, v Value) (Value, *Exc) {
	it := (*longRangeIter)(v.ptr())
	pos := it.pos
	if intCmp(pos, it.n) >= 0 {
		return Value{}, nil
	}
	it.pos = intAdd(pos, Int64(1))
	return intAdd(it.start, intMul(pos, it.step)), nil
}

func rangeReversed(t *Thread, v Value) (Value, *Exc) {
	r := asRange(v)
	last := intAdd(r.start, intMul(intSub(r.length, Int64(1)), r.step))
	step := intSub(Int64(0), r.step)
	if r.n >= 0 && step.p == &intTag {
		if end := intSub(r.start, r.step); last.p == &intTag && end.p == &intTag {
			return newRangeIter(last.int(), step.int(), r.n), nil
		}
	}
	return newLongRangeIter(last, step, r.length), nil
}

func init() {
	RegisterType(TypeSpec{
		Type: RangeType, Name: "range", shape: shRange, Flags: FlagSequence,
		Doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
		Slots: Slots{
			New: rangeNew,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				r := asRange(v)
				parts := []Value{r.start, r.stop, r.step}
				if r.step == Int64(1) {
					parts = parts[:2]
				}
				text := "range("
				for i, p := range parts {
					s, err := t.Repr(p)
					if err != nil {
						return Value{}, err
					}
					if i > 0 {
						text += ", "
					}
					text += s.s
				}
				return newASCII(text + ")").Value(), nil
			},
			Hash: func(t *Thread, v Value) (int64, *Exc) {
				r := asRange(v)
				parts := [3]Value{r.length, None, None}
				if intSign(r.length) > 0 {
					parts[1] = r.start
					if r.length != Int64(1) {
						parts[2] = r.step
					}
				}
				return t.Hash(NewTuple(parts[:]...).Value())
			},
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if a.p.shape != shRange || b.p.shape != shRange || op != CmpEQ && op != CmpNE {
					return NotImplemented, nil
				}
				x, y := asRange(a), asRange(b)
				eq := intCmp(x.length, y.length) == 0
				if eq && intSign(x.length) > 0 {
					eq = intCmp(x.start, y.start) == 0 && (x.length == Int64(1) || intCmp(x.step, y.step) == 0)
				}
				return Bool(eq == (op == CmpEQ)), nil
			},
			Bool: func(t *Thread, v Value) (bool, *Exc) { return intSign(asRange(v).length) > 0, nil },
			Iter: rangeIterOf,
			Len: func(t *Thread, v Value) (int, *Exc) {
				n := asRange(v).length
				if n.p != &intTag {
					return 0, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
				}
				return int(n.int()), nil
			},
			GetItem: rangeGetItem,
			Item: func(t *Thread, v Value, i int) (Value, *Exc) {
				return rangeGetItem(t, v, IntOf(i))
			},
			Contains: rangeContains,
		},
		Methods: []MethodSpec{
			{Name: "count", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				if plainInt(x) {
					_, ok := asRange(v).find(exactInt(x))
					if ok {
						return Int64(1), nil
					}
					return Int64(0), nil
				}
				n := 0
				err := asRange(v).eachEqual(t, v, x, func(int) bool { n++; return true })
				return IntOf(n), err
			}), Doc: "rangeobject.count(value) -> integer -- return number of occurrences of value"},
			{Name: "index", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				if plainInt(x) {
					if i, ok := asRange(v).find(exactInt(x)); ok {
						return i, nil
					}
					r, err := t.Repr(x)
					if err != nil {
						return Value{}, err
					}
					return Value{}, t.ValueErr("%s is not in range", r.s)
				}
				at := -1
				if err := asRange(v).eachEqual(t, v, x, func(i int) bool { at = i; return false }); err != nil {
					return Value{}, err
				}
				if at < 0 {
					return Value{}, t.ValueErr("sequence.index(x): x not in sequence")
				}
				return IntOf(at), nil
			}), Doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
			{Name: "__reversed__", Fn: Fn0(rangeReversed), Doc: "Return a reverse iterator."},
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				r := asRange(v)
				return NewTuple(RangeType.Value(), NewTuple(r.start, r.stop, r.step).Value()).Value(), nil
			}),
		},
		GetSet: []GetSetSpec{
			{Name: "start", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asRange(v).start, nil }},
			{Name: "stop", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asRange(v).stop, nil }},
			{Name: "step", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asRange(v).step, nil }},
		},
	})
	RegisterType(TypeSpec{
		Type: LongRangeIterType, Name: "longrange_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: longRangeNext},
		Methods: []MethodSpec{
			{Name: "__length_hint__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := (*longRangeIter)(v.ptr())
				return intSub(it.n, it.pos), nil
			}), Doc: docLengthHint},
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				it := (*longRangeIter)(v.ptr())
				stop := intAdd(it.start, intMul(it.n, it.step))
				r := newRange(intAdd(it.start, intMul(it.pos, it.step)), stop, it.step)
				return NewTuple(t.builtin("iter"), NewTuple(r).Value(), None).Value(), nil
			}),
			{Name: "__setstate__", Fn: Fn1(func(t *Thread, v, state Value) (Value, *Exc) {
				if !IsInt(state) {
					return Value{}, t.TypeErr("state must be an int, not %s", state.p.typ.name)
				}
				it := (*longRangeIter)(v.ptr())
				i := exactInt(state)
				if intSign(i) < 0 {
					i = Int64(0)
				} else if intCmp(i, it.n) > 0 {
					i = it.n
				}
				it.pos = i
				return None, nil
			}), Doc: docSetState},
		}})
}
