package py

// List is a list. Without a GIL its fields are read and written under the
// header's lock (see lock.go); with one, by whoever holds the GIL.
type List struct {
	Header
	items []Value
}

// ListType is list.
var ListType = new(Type)

func asList(v Value) *List { return (*List)(v.ptr()) }

// ToList returns v as a list if it is one (subclasses included).
func ToList(v Value) (*List, bool) {
	if v.p != nil && v.p.typ.flags&FlagListSubclass != 0 {
		return asList(v), true
	}
	return nil, false
}

// NewList makes a list that keeps items.
func NewList(items []Value) *List {
	l := &List{items: items}
	l.typ, l.shape = ListType, shList
	return l
}

// A short list made with its items is one allocation, as long as it does not
// grow.
type (
	list4 struct {
		List
		first [4]Value
	}
	list8 struct {
		List
		first [8]Value
	}
)

// newSizedList makes a list of n unset items, to be set before anyone sees it.
func newSizedList(n int) *List {
	var l *List
	switch {
	case n == 0:
		l = new(List)
	case n <= 4:
		m := new(list4)
		m.items = m.first[:n]
		l = &m.List
	case n <= 8:
		m := new(list8)
		m.items = m.first[:n]
		l = &m.List
	default:
		l = &List{items: make([]Value, n)}
	}
	l.typ, l.shape = ListType, shList
	return l
}

// newListOf makes a list of a copy of items.
func newListOf(items []Value) *List {
	l := newSizedList(len(items))
	copy(l.items, items)
	return l
}

// Value returns the list as a value.
func (l *List) Value() Value { return Value{&l.Header, 0} }

// Append adds v at the end.
func (l *List) Append(t *Thread, v Value) {
	l.Lock(t)
	if cap(l.items) == 0 {
		l.items = make([]Value, 1, 4)
		l.items[0] = v
	} else if len(l.items) < growCheck || len(l.items) < cap(l.items) || t.roomOrDue(len(l.items)*5/4) {
		l.items = append(l.items, v)
	}
	l.Unlock(t)
}

// Len is the number of items.
func (l *List) Len(t *Thread) int {
	l.Lock(t)
	n := len(l.items)
	l.Unlock(t)
	return n
}

// Get returns item i, the zero Value when there is none.
func (l *List) Get(t *Thread, i int) Value {
	l.Lock(t)
	var v Value
	if uint(i) < uint(len(l.items)) {
		v = l.items[i]
	}
	l.Unlock(t)
	return v
}

// copy returns a list with the same items.
func (l *List) copy(t *Thread) *List {
	l.Lock(t)
	c := newListOf(l.items)
	l.Unlock(t)
	return c
}

// Snapshot returns a copy of the items.
func (l *List) Snapshot(t *Thread) []Value {
	l.Lock(t)
	s := make([]Value, len(l.items))
	copy(s, l.items)
	l.Unlock(t)
	return s
}
