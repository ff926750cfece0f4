package py

import (
	"math/bits"
	"sync/atomic"
	"unsafe"
)

// Dict is a dict: compact and insertion-ordered. The index table maps a hash
// to a position in entries; a deleted entry has a nil key.
//
// Its fields are touched under the header's lock (or the GIL). The lower-case
// methods expect the caller to hold it; those that may compare keys by Python
// code let it go meanwhile, hold it again when they return, and start anew
// when the dict changed. The upper-case ones take the lock themselves, unless
// they have no Thread argument.
type Dict struct {
	Header
	used    int
	fill    int     // slots of index that are not free
	index   []int32 // power of two long; dictFree, dictDeleted or a position
	entries []dictEntry
	// keysVersion names the current set of keys for the caches of globals; 0
	// means that no cache knows it. It changes whenever a key is added or
	// removed, not when a value is replaced.
	keysVersion uint32
	// mutations counts structural changes.
	mutations uint32
	// odd is set once a key went in whose class is made in Python: only such
	// a key can be equal to a str and not be one of its bytes.
	odd bool
	// first is a position before which all entries are holes: taking the
	// oldest entry again and again stays cheap.
	first int
}

type dictEntry struct {
	key, val Value
	hash     uint64
}

// DictType is dict.
var DictType = new(Type)

const (
	dictFree    = -1
	dictDeleted = -2
)

var dictVersions atomic.Uint32

func asDict(v Value) *Dict { return (*Dict)(v.ptr()) }

// ToDict returns v as a dict if it is one (subclasses included).
func ToDict(v Value) (*Dict, bool) {
	if v.p != nil && v.p.typ.flags&FlagDictSubclass != 0 {
		return asDict(v), true
	}
	return nil, false
}

// NewDict makes an empty dict.
func NewDict() *Dict {
	d := &Dict{}
	d.typ, d.shape = DictType, shDict
	return d
}

// NewDictSize makes an empty dict with room for n entries.
func NewDictSize(n int) *Dict {
	d := NewDict()
	if n > 0 {
		d.grow(n)
	}
	return d
}

// reserve makes room for n entries more. The caller holds the lock or the only
// reference.
func (d *Dict) reserve(n int) { d.grow(d.used + n) }

// Value returns the dict as a value.
func (d *Dict) Value() Value { return Value{&d.Header, 0} }

// Len is the number of entries.
func (d *Dict) Len() int {
	if raceEnabled {
		d.lockNow()
		defer d.unlock()
	}
	return d.used
}

func (d *Dict) grow(n int) {
	size := 8
	for size*2/3 < n {
		size *= 2
	}
	if cap(d.entries) < n {
		e := make([]dictEntry, 0, size*2/3+1)
		for i := range d.entries {
			if d.entries[i].key.p != nil {
				e = append(e, d.entries[i])
			}
		}
		if len(e) != len(d.entries) {
			d.mutations++
			d.keysVersion = 0
		}
		d.entries, d.first = e, 0
	} else if d.used != len(d.entries) {
		d.compact()
	}
	d.index = make([]int32, size)
	d.reindex()
}

// compact removes the holes that deletions left. The index must be rebuilt.
func (d *Dict) compact() {
	j := 0
	for i := range d.entries {
		if d.entries[i].key.p != nil {
			d.entries[j] = d.entries[i]
			j++
		}
	}
	clear(d.entries[j:])
	d.entries, d.first = d.entries[:j], 0
	d.mutations++
	d.keysVersion = 0
}

func (d *Dict) reindex() {
	idx := d.index
	for i := range idx {
		idx[i] = dictFree
	}
	d.fill = d.used
	mask := uint64(len(idx) - 1)
	for j := range d.entries {
		if d.entries[j].key.p == nil {
			continue
		}
		i := mixHash(d.entries[j].hash) & mask
		for idx[i] != dictFree {
			i = (i + 1) & mask
		}
		idx[i] = int32(j)
	}
}

// mixHash spreads a hash over the index table: ints hash to themselves, so
// that without it regular key patterns would collide in long runs.
func mixHash(h uint64) uint64 {
	h *= 0x9E3779B97F4A7C15
	return h ^ bits.RotateLeft64(h, 32)
}

// findStr returns the entry of a key that is an exact str, or -1. It runs no
// Python code and sees no key that is equal to the str by its own __eq__ only
// (see odd).
func (d *Dict) findStr(k *Str, h uint64) int {
	if d.used == 0 {
		return -1
	}
	idx := d.index
	mask := uint64(len(idx) - 1)
	for i := mixHash(h) & mask; ; i = (i + 1) & mask {
		j := idx[i&uint64(len(idx)-1)]
		if j < 0 {
			if j == dictFree {
				return -1
			}
			continue
		}
		e := &d.entries[j]
		if e.key.p == &k.Header {
			return int(j)
		}
		if e.hash == h && e.key.p.typ.flags&FlagStrSubclass != 0 && asStr(e.key).s == k.s {
			return int(j)
		}
	}
}

// getStr returns the value of an exact str key, the zero Value if absent.
func (d *Dict) getStr(k *Str) Value {
	if j := d.findStr(k, k.hashOf()); j >= 0 {
		return d.entries[j].val
	}
	return Value{}
}

// setStr sets the value of an exact str key.
func (d *Dict) setStr(k *Str, v Value) {
	h := k.hashOf()
	if j := d.findStr(k, h); j >= 0 {
		d.entries[j].val = v
		return
	}
	d.insert(k.Value(), h, v)
}

// delStr removes a str key and tells whether it was there.
func (d *Dict) delStr(k *Str) bool {
	j := d.findStr(k, k.hashOf())
	if j < 0 {
		return false
	}
	d.removeAt(j)
	return true
}

// GetStr returns the value of a str key, the zero Value if absent.
func (d *Dict) GetStr(t *Thread, k string) Value {
	if t.ft {
		return d.lookup(InternStr(k))
	}
	return d.getStr(InternStr(k))
}

// SetStr sets the value of a str key.
func (d *Dict) SetStr(t *Thread, k string, v Value) {
	d.Lock(t)
	d.setStr(InternStr(k), v)
	d.Unlock(t)
}

// DelStr removes the entry of a name, if it is there.
func (d *Dict) DelStr(t *Thread, k string) {
	d.Lock(t)
	d.delStr(InternStr(k))
	d.Unlock(t)
}

// SetKey sets the value of an exact str key in a dict that no other thread
// sees yet.
func (d *Dict) SetKey(k *Str, v Value) { d.setStr(k, v) }

// roomToGrow is a MemoryError when a large dict would have to grow for another
// entry and cannot.
func (d *Dict) roomToGrow(t *Thread) *Exc {
	if n := len(d.entries); n >= 1<<18 && n == cap(d.entries) {
		return t.roomFor(uint64(n) * 2 * uint64(unsafe.Sizeof(dictEntry{})+4))
	}
	return nil
}

// insert adds an entry known to be absent.
func (d *Dict) insert(k Value, h uint64, v Value) {
	if (d.fill+1)*3 > len(d.index)*2 || len(d.entries) == cap(d.entries) && len(d.entries) > 0 {
		n := d.used + 1
		if n*3 > len(d.index) {
			n = d.used*2 + 1
		}
		d.grow(n)
	}
	mask := uint64(len(d.index) - 1)
	i := mixHash(h) & mask
	for d.index[i] >= 0 {
		i = (i + 1) & mask
	}
	if d.index[i] == dictFree {
		d.fill++
	}
	d.index[i] = int32(len(d.entries))
	d.entries = append(d.entries, dictEntry{k, v, h})
	if k.p.typ.flags&FlagHeap != 0 {
		d.odd = true
	}
	d.used++
	d.mutations++
	d.keysVersion = 0
}

// removeAt removes entry j.
func (d *Dict) removeAt(j int) {
	mask := uint64(len(d.index) - 1)
	i := mixHash(d.entries[j].hash) & mask
	for d.index[i] != int32(j) {
		i = (i + 1) & mask
	}
	d.index[i] = dictDeleted
	d.entries[j] = dictEntry{}
	if j == d.first {
		d.first++
	}
	d.used--
	d.mutations++
	d.keysVersion = 0
}

// version returns the number that names the dict's current keys, giving one
// out if none does. 0 means that no more are to be had.
func (d *Dict) version() uint32 {
	if d.keysVersion == 0 {
		if v := dictVersions.Add(1); v < 1<<31 {
			d.keysVersion = v
		}
	}
	return d.keysVersion
}

// find returns the position of a key with hash h, or -1. Comparing may run
// Python code; when that changes the dict the search starts again.
func (d *Dict) find(t *Thread, k Value, h uint64) (int, *Exc) {
	if k.p.shape == shStr {
		if j := d.findStr(asStr(k), h); j >= 0 || !d.odd {
			return j, nil
		}
	}
restart:
	if d.used == 0 {
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for i := mixHash(h) & mask; ; i = (i + 1) & mask {
		j := d.index[i]
		if j < 0 {
			if j == dictFree {
				return -1, nil
			}
			continue
		}
		e := &d.entries[j]
		if e.hash != h {
			continue
		}
		ek := e.key
		if ek == k {
			return int(j), nil
		}
		if ek.p == &intTag && k.p == &intTag {
			continue
		}
		before := d.mutations
		d.Unlock(t)
		eq, err := t.Equal(ek, k)
		d.Lock(t)
		if err != nil {
			return -1, err
		}
		if d.mutations != before {
			goto restart
		}
		if eq {
			return int(j), nil
		}
	}
}

// Get returns the value of a key, the zero Value if absent.
func (d *Dict) Get(t *Thread, k Value) (Value, *Exc) {
	h, err := t.Hash(k)
	if err != nil {
		return Value{}, err
	}
	return d.getHashed(t, k, uint64(h))
}

func (d *Dict) getHashed(t *Thread, k Value, h uint64) (v Value, err *Exc) {
	if t.ft {
		for range peekTries {
			if v, ok := d.peek(k, h); ok && (v.p != nil || !d.odd) {
				return v, nil
			}
		}
	}
	d.Lock(t)
	j, err := d.find(t, k, h)
	if j >= 0 {
		v = d.entries[j].val
	}
	d.Unlock(t)
	return v, err
}

// Set sets the value of a key.
func (d *Dict) Set(t *Thread, k, v Value) *Exc {
	h, err := t.Hash(k)
	if err != nil {
		return err
	}
	return d.setHashed(t, k, uint64(h), v)
}

func (d *Dict) setHashed(t *Thread, k Value, h uint64, v Value) *Exc {
	d.Lock(t)
	j, err := d.find(t, k, h)
	switch {
	case err != nil:
	case j >= 0:
		d.entries[j].val = v
	default:
		if err = d.roomToGrow(t); err == nil {
			d.insert(k, h, v)
		}
	}
	d.Unlock(t)
	return err
}

// GetHashed, SetHashed and PopHashed are Get, Set and Pop of a key whose hash
// the caller knows.
func (d *Dict) GetHashed(t *Thread, k Value, hash int64) (Value, *Exc) {
	return d.getHashed(t, k, uint64(hash))
}

// SetHashed is described at GetHashed.
func (d *Dict) SetHashed(t *Thread, k Value, hash int64, v Value) *Exc {
	return d.setHashed(t, k, uint64(hash), v)
}

// PopHashed is described at GetHashed.
func (d *Dict) PopHashed(t *Thread, k Value, hash int64) (Value, *Exc) {
	return d.popHashed(t, k, uint64(hash))
}

// SetDefault returns the value of a key, setting it to v if it was absent;
// added tells which.
func (d *Dict) SetDefault(t *Thread, k, v Value) (old Value, added bool, err *Exc) {
	h, err := t.Hash(k)
	if err != nil {
		return Value{}, false, err
	}
	return d.SetDefaultHashed(t, k, h, v)
}

// SetDefaultHashed is SetDefault of a key whose hash the caller knows.
func (d *Dict) SetDefaultHashed(t *Thread, k Value, hash int64, v Value) (old Value, added bool, err *Exc) {
	h := uint64(hash)
	d.Lock(t)
	j, err := d.find(t, k, h)
	switch {
	case err != nil:
	case j >= 0:
		v = d.entries[j].val
	default:
		if err = d.roomToGrow(t); err == nil {
			d.insert(k, h, v)
			added = true
		}
	}
	d.Unlock(t)
	return v, added, err
}

// Pop removes a key and returns its value, the zero Value if absent.
func (d *Dict) Pop(t *Thread, k Value) (v Value, err *Exc) {
	h, err := t.Hash(k)
	if err != nil {
		return Value{}, err
	}
	return d.popHashed(t, k, uint64(h))
}

func (d *Dict) popHashed(t *Thread, k Value, h uint64) (v Value, err *Exc) {
	d.Lock(t)
	j, err := d.find(t, k, h)
	if j >= 0 {
		v = d.entries[j].val
		d.removeAt(j)
	}
	d.Unlock(t)
	return v, err
}

// PopLast removes and returns the entry added last; ok is false when the dict
// is empty.
func (d *Dict) PopLast(t *Thread) (k, v Value, ok bool) {
	d.Lock(t)
	defer d.Unlock(t)
	if d.used == 0 {
		return Value{}, Value{}, false
	}
	j := len(d.entries) - 1
	for d.entries[j].key.p == nil {
		j--
	}
	k, v = d.entries[j].key, d.entries[j].val
	d.removeAt(j)
	d.entries, d.first = d.entries[:j], min(d.first, j)
	return k, v, true
}

// snapshot returns a copy of the entries in order.
func (d *Dict) snapshot(t *Thread) []dictEntry {
	d.Lock(t)
	defer d.Unlock(t)
	s := make([]dictEntry, 0, d.used)
	for i := range d.entries {
		if d.entries[i].key.p != nil {
			s = append(s, d.entries[i])
		}
	}
	return s
}

// ClearAll is Clear under the lock.
func (d *Dict) ClearAll(t *Thread) {
	d.Lock(t)
	d.Clear()
	d.Unlock(t)
}

// CopyOf is Copy under the lock.
func (d *Dict) CopyOf(t *Thread) *Dict {
	d.Lock(t)
	defer d.Unlock(t)
	return d.Copy()
}

// entryAt returns the first entry at or after position pos and the position
// behind it; ok is false at the end.
func (d *Dict) entryAt(t *Thread, pos int) (e dictEntry, next int, ok bool) {
	d.Lock(t)
	e, next, ok = d.nextEntry(pos)
	d.Unlock(t)
	return
}

// nextEntry is entryAt for a caller that holds the lock.
func (d *Dict) nextEntry(pos int) (e dictEntry, next int, ok bool) {
	pos = max(pos, d.first)
	for pos < len(d.entries) {
		e = d.entries[pos]
		pos++
		if e.key.p != nil {
			return e, pos, true
		}
	}
	return dictEntry{}, pos, false
}

// Clear removes all entries. The caller holds the lock or the only reference.
func (d *Dict) Clear() {
	d.used, d.fill, d.index, d.entries, d.odd, d.first = 0, 0, nil, nil, false, 0
	d.mutations++
	d.keysVersion = 0
}

// Copy returns a new exact dict with the same entries. The caller holds the
// lock or the only reference.
func (d *Dict) Copy() *Dict {
	n := NewDict()
	if d.used == 0 {
		return n
	}
	n.used, n.fill, n.odd = d.used, d.fill, d.odd
	n.entries = make([]dictEntry, 0, max(len(d.index)*2/3+1, d.used))
	if d.used == len(d.entries) {
		n.entries = append(n.entries, d.entries...)
		n.index = append([]int32(nil), d.index...)
		return n
	}
	for i := range d.entries {
		if d.entries[i].key.p != nil {
			n.entries = append(n.entries, d.entries[i])
		}
	}
	n.index = make([]int32, len(d.index))
	n.reindex()
	return n
}

// The order of entries, for OrderedDict.

// First returns the oldest entry; ok is false when the dict is empty.
func (d *Dict) First(t *Thread) (k, v Value, ok bool) {
	e, _, ok := d.entryAt(t, 0)
	return e.key, e.val, ok
}

// Last returns the entry added last; ok is false when the dict is empty.
func (d *Dict) Last(t *Thread) (k, v Value, ok bool) {
	d.Lock(t)
	defer d.Unlock(t)
	for j := len(d.entries) - 1; j >= 0; j-- {
		if e := &d.entries[j]; e.key.p != nil {
			return e.key, e.val, true
		}
	}
	return Value{}, Value{}, false
}

// Mutations counts the changes of the set of keys and of their order.
func (d *Dict) Mutations() uint32 {
	if raceEnabled {
		d.lockNow()
		defer d.unlock()
	}
	return d.mutations
}

// MoveToEnd makes an entry the last, or the first, and tells whether there is one.
func (d *Dict) MoveToEnd(t *Thread, k Value, last bool) (bool, *Exc) {
	h, err := t.Hash(k)
	if err != nil {
		return false, err
	}
	d.Lock(t)
	defer d.Unlock(t)
	j, err := d.find(t, k, uint64(h))
	if err != nil || j < 0 {
		return false, err
	}
	e := d.entries[j]
	if last {
		if j < len(d.entries)-1 {
			d.removeAt(j)
			d.insert(e.key, e.hash, e.val)
		}
		return true, nil
	}
	if _, next, _ := d.nextEntry(0); next == j+1 {
		return true, nil
	}
	d.removeAt(j)
	d.insertFront(e)
	return true, nil
}

// insertFront adds an entry known to be absent before all others.
func (d *Dict) insertFront(e dictEntry) {
	if d.first == 0 || (d.fill+1)*3 > len(d.index)*2 {
		// Make room in front, so that the next ones find it there.
		slack := d.used/2 + 8
		size := 8
		for size*2/3 < d.used+slack+1 {
			size *= 2
		}
		entries := make([]dictEntry, slack, max(size*2/3+1, slack+d.used+1))
		for i := range d.entries {
			if d.entries[i].key.p != nil {
				entries = append(entries, d.entries[i])
			}
		}
		d.entries, d.first = entries, slack
		d.index = make([]int32, size)
		d.reindex()
	}
	d.first--
	d.entries[d.first] = e
	mask := uint64(len(d.index) - 1)
	i := mixHash(e.hash) & mask
	for d.index[i] >= 0 {
		i = (i + 1) & mask
	}
	if d.index[i] == dictFree {
		d.fill++
	}
	d.index[i] = int32(d.first)
	d.used++
	d.mutations++
	d.keysVersion = 0
}

// EntryAt returns the first entry at or after position pos and the position
// behind it; ok is false at the end. Start with 0.
func (d *Dict) EntryAt(t *Thread, pos int) (k, v Value, next int, ok bool) {
	e, next, ok := d.entryAt(t, pos)
	return e.key, e.val, next, ok
}

// EntryBefore returns the last entry before position pos and its position; ok
// is false when there is none. Start with math.MaxInt.
func (d *Dict) EntryBefore(t *Thread, pos int) (k, v Value, at int, ok bool) {
	d.Lock(t)
	defer d.Unlock(t)
	for j := min(pos, len(d.entries)) - 1; j >= d.first; j-- {
		if e := &d.entries[j]; e.key.p != nil {
			return e.key, e.val, j, true
		}
	}
	return Value{}, Value{}, 0, false
}
