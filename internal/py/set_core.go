package py

import "unsafe"

// Set is a set or frozenset: an open-addressing table of keys and hashes whose
// probe order and growth are those of CPython, so that sets of ints iterate in
// the same order.
//
// Locking is as for Dict: the lower-case methods expect the caller to hold the
// header's lock and let it go while they compare keys by Python code.
type Set struct {
	Header
	table []setEntry // power of two long, at least setMinSize; nil: empty
	used  int
	fill  int // used slots, removed keys included
	// finger is where pop goes on searching.
	finger    int
	mutations uint32
	hashed    bool
	hash      int64 // of a frozenset, when hashed
}

// setEntry is a slot: free when key is nil, removed when it is setRemoved.
type setEntry struct {
	key  Value
	hash uint64
}

// SetType and FrozenSetType are set and frozenset.
var (
	SetType       = new(Type)
	FrozenSetType = new(Type)
)

var setRemoved = Value{p: &Header{}}

const (
	setMinSize = 8
	setProbes  = 9 // neighbours tried before the next jump
)

func asSet(v Value) *Set { return (*Set)(v.ptr()) }

// ToAnySet returns v as a set or frozenset if it is one (subclasses included).
func ToAnySet(v Value) (*Set, bool) {
	if v.p != nil && v.p.typ.flags&(FlagSetSubclass|FlagFrozenSetSubclass) != 0 {
		return asSet(v), true
	}
	return nil, false
}

// smallSet is a set and its first table in one allocation.
type smallSet struct {
	Set
	first [setMinSize]setEntry
}

func allocSet() *Set {
	s := new(smallSet)
	s.table = s.first[:]
	return &s.Set
}

// NewSet makes an empty set.
func NewSet() *Set {
	s := allocSet()
	s.typ, s.shape = SetType, shSet
	return s
}

// newFrozenSet makes an empty frozenset, to be filled before anyone sees it.
func newFrozenSet() *Set {
	s := allocSet()
	s.typ, s.shape = FrozenSetType, shFrozenSet
	return s
}

// Value returns the set as a value.
func (s *Set) Value() Value { return Value{&s.Header, 0} }

// Len is the number of elements.
func (s *Set) Len() int { return s.used }

// live tells whether a slot holds a key.
func (e *setEntry) live() bool { return e.key.p != nil && e.key.p != setRemoved.p }

// find returns the slot of a key with hash h; when there is none, -1 less the
// free slot that it would take, if the set has a table.
func (s *Set) find(t *Thread, k Value, h uint64) (int, *Exc) {
restart:
	table := s.table
	if table == nil {
		return -1, nil
	}
	mask := uint64(len(table) - 1)
	i, perturb := h&mask, h
	for {
		probes := 0
		if i+setProbes <= mask {
			probes = setProbes
		}
		for j := i; ; j++ {
			e := &table[j]
			if e.key.p == nil {
				return -1 - int(j), nil
			}
			if e.hash == h && e.key.p != setRemoved.p {
				ek := e.key
				if ek == k {
					return int(j), nil
				}
				switch {
				case ek.p == &intTag && k.p == &intTag:
				case ek.p.shape == shStr && k.p.shape == shStr:
					if asStr(ek).s == asStr(k).s {
						return int(j), nil
					}
				default:
					before := s.mutations
					s.Unlock(t)
					eq, err := t.Equal(ek, k)
					s.Lock(t)
					if err != nil {
						return -1, err
					}
					if s.mutations != before {
						goto restart
					}
					if eq {
						return int(j), nil
					}
				}
			}
			if probes == 0 {
				break
			}
			probes--
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// placeKey puts a key known to be absent into the first free slot of table.
func placeKey(table []setEntry, k Value, h uint64) {
	mask := uint64(len(table) - 1)
	i, perturb := h&mask, h
	for {
		probes := 0
		if i+setProbes <= mask {
			probes = setProbes
		}
		for j := i; j <= i+uint64(probes); j++ {
			if table[j].key.p == nil {
				table[j] = setEntry{k, h}
				return
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// resize moves the keys to a table with room for more than n.
func (s *Set) resize(n int) {
	size := setMinSize
	for size <= n {
		size *= 2
	}
	table := make([]setEntry, size)
	for i := range s.table {
		if e := &s.table[i]; e.live() {
			placeKey(table, e.key, e.hash)
		}
	}
	s.table, s.fill = table, s.used
	s.mutations++
}

// mask is one less than the length of the table.
func (s *Set) mask() int { return max(len(s.table), setMinSize) - 1 }

// grown is the size to ask of resize.
func (s *Set) grown() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// add adds a key and tells whether it was absent.
func (s *Set) add(t *Thread, k Value, h uint64) (bool, *Exc) {
	j, err := s.find(t, k, h)
	if err != nil || j >= 0 {
		return false, err
	}
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
		j = -1 - int(h&(setMinSize-1))
	}
	if (s.fill+1)*5 >= s.mask()*3 && s.used >= 1<<18 {
		if err := t.roomFor(uint64(len(s.table)) * 4 * uint64(unsafe.Sizeof(setEntry{}))); err != nil {
			return false, err
		}
	}
	s.table[-1-j] = setEntry{k, h}
	s.used++
	s.fill++
	s.mutations++
	if s.fill*5 >= s.mask()*3 {
		s.resize(s.grown())
	}
	return true, nil
}

// removeAt removes the key in slot j.
func (s *Set) removeAt(j int) {
	s.table[j] = setEntry{setRemoved, ^uint64(0)}
	s.used--
	s.mutations++
}

// remove removes a key and tells whether it was there.
func (s *Set) remove(t *Thread, k Value, h uint64) (bool, *Exc) {
	j, err := s.find(t, k, h)
	if err != nil || j < 0 {
		return false, err
	}
	s.removeAt(j)
	return true, nil
}

// clear removes all keys.
func (s *Set) clear() {
	s.table, s.used, s.fill, s.finger = nil, 0, 0, 0
	s.mutations++
}

// nextKey returns the first key in slot pos or later and the position behind it.
func (s *Set) nextKey(pos int) (e setEntry, next int, ok bool) {
	for ; pos < len(s.table); pos++ {
		if s.table[pos].live() {
			return s.table[pos], pos + 1, true
		}
	}
	return setEntry{}, pos, false
}

// snapshot returns the keys in the order of the table.
func (s *Set) snapshot(t *Thread) []setEntry {
	s.Lock(t)
	defer s.Unlock(t)
	out := make([]setEntry, 0, s.used)
	for i := range s.table {
		if s.table[i].live() {
			out = append(out, s.table[i])
		}
	}
	return out
}

// Keys returns the elements in the order of iteration.
func (s *Set) Keys(t *Thread) []Value {
	s.Lock(t)
	defer s.Unlock(t)
	out := make([]Value, 0, s.used)
	for i := range s.table {
		if s.table[i].live() {
			out = append(out, s.table[i].key)
		}
	}
	return out
}

// addHashed is add under the lock.
func (s *Set) addHashed(t *Thread, k Value, h uint64) *Exc {
	s.Lock(t)
	_, err := s.add(t, k, h)
	s.Unlock(t)
	return err
}

// hasHashed tells whether a key with hash h is an element.
func (s *Set) hasHashed(t *Thread, k Value, h uint64) (bool, *Exc) {
	s.Lock(t)
	j, err := s.find(t, k, h)
	s.Unlock(t)
	return j >= 0, err
}

// discardHashed removes a key and tells whether it was there.
func (s *Set) discardHashed(t *Thread, k Value, h uint64) (bool, *Exc) {
	s.Lock(t)
	ok, err := s.remove(t, k, h)
	s.Unlock(t)
	return ok, err
}

// Add adds an element.
func (s *Set) Add(t *Thread, v Value) *Exc {
	h, err := t.Hash(v)
	if err != nil {
		return err
	}
	return s.addHashed(t, v, uint64(h))
}

// Has tells whether v is an element.
func (s *Set) Has(t *Thread, v Value) (bool, *Exc) {
	h, err := t.Hash(v)
	if err != nil {
		return false, err
	}
	return s.hasHashed(t, v, uint64(h))
}

// Discard removes an element and tells whether it was there.
func (s *Set) Discard(t *Thread, v Value) (bool, *Exc) {
	h, err := t.Hash(v)
	if err != nil {
		return false, err
	}
	return s.discardHashed(t, v, uint64(h))
}

// NewConstFrozenSet makes the frozenset of a constant, whose items are
// hashable without running Python code.
func NewConstFrozenSet(items []Value) Value {
	s := newFrozenSet()
	t := &Thread{limit: defaultLimit}
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			panic("frozenset constant with an unhashable item")
		}
	}
	return s.Value()
}
