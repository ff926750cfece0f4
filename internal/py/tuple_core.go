package py

// Tuple is a tuple. Its items never change once it is shared.
type Tuple struct {
	Header
	items []Value
}

// TupleType is tuple.
var TupleType = new(Type)

var emptyTuple = &Tuple{}

type (
	tuple1 struct {
		Tuple
		a [1]Value
	}
	tuple2 struct {
		Tuple
		a [2]Value
	}
	tuple3 struct {
		Tuple
		a [3]Value
	}
	tuple4 struct {
		Tuple
		a [4]Value
	}
	tuple6 struct {
		Tuple
		a [6]Value
	}
	tuple8 struct {
		Tuple
		a [8]Value
	}
)

func asTuple(v Value) *Tuple { return (*Tuple)(v.ptr()) }

// ToTuple returns v as a tuple if it is one (subclasses included).
func ToTuple(v Value) (*Tuple, bool) {
	if v.p != nil && v.p.typ.flags&FlagTupleSubclass != 0 {
		return asTuple(v), true
	}
	return nil, false
}

// allocTuple makes a tuple of n items for the caller to fill in.
func allocTuple(n int) *Tuple {
	var tp *Tuple
	switch n {
	case 0:
		return emptyTuple
	case 1:
		x := &tuple1{}
		tp = &x.Tuple
		tp.items = x.a[:]
	case 2:
		x := &tuple2{}
		tp = &x.Tuple
		tp.items = x.a[:]
	case 3:
		x := &tuple3{}
		tp = &x.Tuple
		tp.items = x.a[:]
	case 4:
		x := &tuple4{}
		tp = &x.Tuple
		tp.items = x.a[:]
	case 5, 6:
		x := &tuple6{}
		tp = &x.Tuple
		tp.items = x.a[:n:n]
	case 7, 8:
		x := &tuple8{}
		tp = &x.Tuple
		tp.items = x.a[:n:n]
	default:
		tp = &Tuple{items: make([]Value, n)}
	}
	tp.typ, tp.shape = TupleType, shTuple
	return tp
}

// NewTuple makes a tuple of a copy of items.
func NewTuple(items ...Value) *Tuple {
	tp := allocTuple(len(items))
	copy(tp.items, items)
	return tp
}

// newTupleOwned makes a tuple that keeps items.
func newTupleOwned(items []Value) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	tp := &Tuple{items: items}
	tp.typ, tp.shape = TupleType, shTuple
	return tp
}

// Value returns the tuple as a value.
func (tp *Tuple) Value() Value { return Value{&tp.Header, 0} }

// Items returns the items; the caller does not change them.
func (tp *Tuple) Items() []Value { return tp.items }

// NewTupleKeep makes a tuple that keeps items instead of copying them.
func NewTupleKeep(items []Value) *Tuple { return newTupleOwned(items) }

// AllocTuple makes a tuple of n items, for the caller to fill in before anyone
// else sees it.
func AllocTuple(n int) *Tuple { return allocTuple(n) }
