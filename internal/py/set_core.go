package py

// Set is a set or frozenset: a dict without values.
type Set struct {
	Header
	d    Dict  // keys only; its header is unused
	hash int64 // of a frozenset, 0: not computed
}

// SetType and FrozenSetType are set and frozenset.
var (
	SetType       = new(Type)
	FrozenSetType = new(Type)
)

func asSet(v Value) *Set { return (*Set)(v.ptr()) }

// ToAnySet returns v as a set or frozenset if it is one (subclasses included).
func ToAnySet(v Value) (*Set, bool) {
	if v.p != nil && v.p.typ.flags&(FlagSetSubclass|FlagFrozenSetSubclass) != 0 {
		return asSet(v), true
	}
	return nil, false
}

// NewSet makes an empty set.
func NewSet() *Set {
	s := &Set{}
	s.typ, s.shape = SetType, shSet
	return s
}

// Value returns the set as a value.
func (s *Set) Value() Value { return Value{&s.Header, 0} }

// Len is the number of elements.
func (s *Set) Len() int { return s.d.used }

// Add adds an element.
func (s *Set) Add(t *Thread, v Value) *Exc { return s.d.Set(t, v, None) }

// Has tells whether v is an element.
func (s *Set) Has(t *Thread, v Value) (bool, *Exc) {
	r, err := s.d.Get(t, v)
	return r.p != nil, err
}

// newConstFrozenSet makes the frozenset of a constant, whose items are
// hashable without running Python code.
func newConstFrozenSet(items []Value) Value {
	s := &Set{}
	s.typ, s.shape = FrozenSetType, shFrozenSet
	t := &Thread{limit: defaultLimit}
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			panic("frozenset constant with an unhashable item")
		}
	}
	return s.Value()
}
