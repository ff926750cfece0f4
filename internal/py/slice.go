package py

import (
	"math"
	"math/big"
)

// Slice is a slice object. Its three parts never change.
type Slice struct {
	Header
	start, stop, step Value
}

// SliceType is slice.
var SliceType = new(Type)

func asSlice(v Value) *Slice { return (*Slice)(v.ptr()) }

// ToSlice returns v as a slice if it is one; slice cannot be subclassed.
func ToSlice(v Value) (*Slice, bool) {
	if v.p != nil && v.p.shape == shSlice {
		return asSlice(v), true
	}
	return nil, false
}

// NewSlice makes slice(start, stop, step).
func NewSlice(start, stop, step Value) Value {
	s := &Slice{start: start, stop: stop, step: step}
	s.typ, s.shape = SliceType, shSlice
	return Value{&s.Header, 0}
}

// Parts returns start, stop and step as they were given (None for absent ones).
func (s *Slice) Parts() (start, stop, step Value) { return s.start, s.stop, s.step }

// Unpack evaluates the parts of a slice to Go ints, clamped to their range;
// absent ones get the ends that suit the step's sign. It may run Python code
// (__index__), so take the length of the sequence after it, and give it with
// the results to AdjustSlice.
func (s *Slice) Unpack(t *Thread) (start, stop, step int, err *Exc) {
	if step, err = t.sliceIndex(s.step, 1); err != nil {
		return
	}
	if step == 0 {
		return 0, 0, 0, t.ValueErr("slice step cannot be zero")
	}
	// -step must be representable.
	step = max(step, -math.MaxInt)
	lo, hi := 0, math.MaxInt
	if step < 0 {
		lo, hi = math.MaxInt, math.MinInt
	}
	if start, err = t.sliceIndex(s.start, lo); err != nil {
		return
	}
	stop, err = t.sliceIndex(s.stop, hi)
	return
}

// unpackSlice is Unpack.
func (t *Thread) unpackSlice(s *Slice) (start, stop, step int, err *Exc) { return s.Unpack(t) }

// adjustSlice is AdjustSlice without the end.
func adjustSlice(start, stop, step, n int) (first, count int) {
	first, _, count = AdjustSlice(n, start, stop, step)
	return first, count
}

// AdjustSlice clips the parts of a slice to a sequence of length n. count is
// the number of items that start, start+step, ... visits.
func AdjustSlice(n, start, stop, step int) (lo, hi, count int) {
	low, high := 0, n
	if step < 0 {
		low, high = -1, n-1
	}
	clip := func(i int) int {
		if i < 0 {
			if i += n; i < 0 {
				return low
			}
			return i
		}
		return min(i, high)
	}
	lo, hi = clip(start), clip(stop)
	if step < 0 {
		if hi < lo {
			count = (lo-hi-1)/(-step) + 1
		}
	} else if lo < hi {
		count = (hi-lo-1)/step + 1
	}
	return lo, hi, count
}

// sliceIndex converts one bound of a slice, clamping it; def when it is None or absent.
func (t *Thread) sliceIndex(v Value, def int) (int, *Exc) {
	switch {
	case v.p == nil || v.p == &noneTag:
		return def, nil
	case v.p == &intTag:
		return int(v.b), nil
	case v.p.typ.slots.Index == nil:
		return 0, t.TypeErr("slice indices must be integers or None or have an __index__ method")
	}
	return t.AsIndexClamped(v)
}

// SearchBound converts an optional start or stop argument of methods like
// index(): nil gives def. The result is clamped but may be negative.
func (t *Thread) SearchBound(v Value, def int) (int, *Exc) {
	if v.p == nil {
		return def, nil
	}
	if v.p.typ.slots.Index == nil {
		return 0, t.TypeErr("slice indices must be integers or have an __index__ method")
	}
	return t.AsIndexClamped(v)
}

// sliceBig is slice.indices for a length of any size: exact ints throughout.
func (t *Thread) sliceBig(s *Slice, length Value) (start, stop, step Value, err *Exc) {
	zero, one := Int64(0), Int64(1)
	part := func(v Value) (Value, *Exc) {
		if v.p.typ.slots.Index == nil {
			return Value{}, t.TypeErr("slice indices must be integers or None or have an __index__ method")
		}
		return t.Index(v)
	}
	step = one
	neg := false
	if !s.step.IsNone() {
		if step, err = part(s.step); err != nil {
			return
		}
		switch intSign(step) {
		case 0:
			err = t.ValueErr("slice step cannot be zero")
			return
		case -1:
			neg = true
		}
	}
	lower, upper := zero, length
	if neg {
		lower, upper = Int64(-1), intSub(length, one)
	}
	clip := func(v, absent Value) (Value, *Exc) {
		if v.IsNone() {
			return absent, nil
		}
		x, err := part(v)
		if err != nil {
			return Value{}, err
		}
		if intSign(x) < 0 {
			x = intAdd(x, length)
			if intCmp(x, lower) < 0 {
				x = lower
			}
		} else if intCmp(x, upper) > 0 {
			x = upper
		}
		return x, nil
	}
	first, last := lower, upper
	if neg {
		first, last = upper, lower
	}
	if start, err = clip(s.start, first); err != nil {
		return
	}
	stop, err = clip(s.stop, last)
	return
}

// Exact arithmetic on ints of any size, for slices and ranges.

func intSign(v Value) int {
	if n, ok := smallInt(v); ok {
		switch {
		case n < 0:
			return -1
		case n > 0:
			return 1
		}
		return 0
	}
	return bigOf(v).Sign()
}

func intCmp(a, b Value) int {
	if x, ok := smallInt(a); ok {
		if y, ok := smallInt(b); ok {
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		}
	}
	return bigOf(a).Cmp(bigOf(b))
}

func intAdd(a, b Value) Value {
	if x, ok := smallInt(a); ok {
		if y, ok := smallInt(b); ok {
			if s := x + y; (s > x) == (y > 0) {
				return Int64(s)
			}
		}
	}
	return NewBig(new(big.Int).Add(bigOf(a), bigOf(b)))
}

func intSub(a, b Value) Value {
	if x, ok := smallInt(a); ok {
		if y, ok := smallInt(b); ok {
			if d := x - y; (d < x) == (y > 0) {
				return Int64(d)
			}
		}
	}
	return NewBig(new(big.Int).Sub(bigOf(a), bigOf(b)))
}

func intMul(a, b Value) Value {
	if x, ok := smallInt(a); ok {
		if y, ok := smallInt(b); ok && x > math.MinInt32 && x < math.MaxInt32 && y > math.MinInt32 && y < math.MaxInt32 {
			return Int64(x * y)
		}
	}
	return NewBig(new(big.Int).Mul(bigOf(a), bigOf(b)))
}

// intFloorDivMod is divmod of ints, the divisor not zero.
func intFloorDivMod(a, b Value) (Value, Value) {
	if x, ok := smallInt(a); ok {
		if y, ok := smallInt(b); ok && y != -1 {
			return Int64(floorDiv(x, y)), Int64(floorMod(x, y))
		}
	}
	q, m := floorDivMod(bigOf(a), bigOf(b))
	return NewBig(q), NewBig(m)
}

func (s *Slice) parts() []Value { return []Value{s.start, s.stop, s.step} }

func sliceNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if err := args.NoKeywords(t, "slice()"); err != nil {
		return Value{}, err
	}
	if err := checkCount(t, "slice", len(args.vals), 1, 3); err != nil {
		return Value{}, err
	}
	a := args.vals
	switch len(a) {
	case 1:
		return NewSlice(None, a[0], None), nil
	case 2:
		return NewSlice(a[0], a[1], None), nil
	}
	return NewSlice(a[0], a[1], a[2]), nil
}

func init() {
	RegisterType(TypeSpec{
		Type: SliceType, Name: "slice", shape: shSlice,
		Doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
		Slots: Slots{
			New: sliceNew,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				text := "slice("
				for i, p := range asSlice(v).parts() {
					r, err := t.Repr(p)
					if err != nil {
						return Value{}, err
					}
					if i > 0 {
						text += ", "
					}
					text += r.s
				}
				return NewStr(text + ")").Value(), nil
			},
			Hash: func(t *Thread, v Value) (int64, *Exc) {
				if err := t.EnterRecursive(" while hashing a slice"); err != nil {
					return 0, err
				}
				defer t.LeaveRecursive()
				h := newTupleHash()
				for _, p := range asSlice(v).parts() {
					x, err := t.Hash(p)
					if err != nil {
						return 0, err
					}
					h.add(x)
				}
				if h == ^tupleHash(0) {
					return 1546275796, nil
				}
				return int64(h), nil
			},
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if b.p.shape != shSlice || a.p.shape != shSlice {
					return NotImplemented, nil
				}
				if a == b {
					return Bool(op == CmpEQ || op == CmpLE || op == CmpGE), nil
				}
				x, y := NewTuple(asSlice(a).parts()...), NewTuple(asSlice(b).parts()...)
				return t.Compare(x.Value(), y.Value(), op)
			},
		},
		Methods: []MethodSpec{
			{Name: "indices", Fn: Fn1(func(t *Thread, v, length Value) (Value, *Exc) {
				n, err := t.Index(length)
				if err != nil {
					return Value{}, err
				}
				if intSign(n) < 0 {
					return Value{}, t.ValueErr("length should not be negative")
				}
				start, stop, step, err := t.sliceBig(asSlice(v), n)
				if err != nil {
					return Value{}, err
				}
				return NewTuple(start, stop, step).Value(), nil
			}), Doc: "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop indices, and the stride length of the extended slice described by S."},
			{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return NewTuple(SliceType.Value(), NewTuple(asSlice(v).parts()...).Value()).Value(), nil
			}), Doc: "Return state information for pickling."},
		},
		GetSet: []GetSetSpec{
			{Name: "start", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asSlice(v).start, nil }},
			{Name: "stop", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asSlice(v).stop, nil }},
			{Name: "step", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) { return asSlice(v).step, nil }},
		},
	})
}
