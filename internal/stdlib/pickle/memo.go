package pickle

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// memoTable maps objects, by identity, to their numbers in the order in which
// they were pickled. It is an open-addressing table over entries; holding the
// objects keeps their addresses from being used again.
type memoTable struct {
	entries []memoEntry
	index   []int32 // position in entries plus 1; a power of two long
}

type memoEntry struct {
	obj py.Value
	n   int
}

func memoHash(v py.Value) uint {
	h := uint64(uintptr(v.Ptr()))
	if n, ok := v.Small(); ok {
		h += uint64(n) << 3
	}
	return uint(h * 0x9E3779B97F4A7C15 >> 20)
}

// get returns the number of v, -1 when it has none.
func (m *memoTable) get(v py.Value) int {
	if len(m.index) == 0 {
		return -1
	}
	mask := uint(len(m.index) - 1)
	for i := memoHash(v) & mask; ; i = (i + 1) & mask {
		j := m.index[i]
		if j == 0 {
			return -1
		}
		if e := &m.entries[j-1]; e.obj == v {
			return e.n
		}
	}
}

// set gives v the number n.
func (m *memoTable) set(v py.Value, n int) {
	if (len(m.entries)+1)*3 > len(m.index)*2 {
		m.grow()
	}
	mask := uint(len(m.index) - 1)
	i := memoHash(v) & mask
	for ; m.index[i] != 0; i = (i + 1) & mask {
		if e := &m.entries[m.index[i]-1]; e.obj == v {
			e.n = n
			return
		}
	}
	m.entries = append(m.entries, memoEntry{v, n})
	m.index[i] = int32(len(m.entries))
}

func (m *memoTable) grow() {
	n := max(16, len(m.index)*4)
	m.index = make([]int32, n)
	mask := uint(n - 1)
	for j := range m.entries {
		i := memoHash(m.entries[j].obj) & mask
		for m.index[i] != 0 {
			i = (i + 1) & mask
		}
		m.index[i] = int32(j + 1)
	}
}

func (m *memoTable) clear() { m.entries, m.index = nil, nil }

func (m *memoTable) clone() memoTable {
	return memoTable{append([]memoEntry(nil), m.entries...), append([]int32(nil), m.index...)}
}

// loadMemo holds the objects that an unpickler has numbered. Numbers come from
// the input, so only those near to what is there already go into the slice.
type loadMemo struct {
	dense  []py.Value
	sparse map[int]py.Value
	n      int
}

func (m *loadMemo) get(i int) py.Value {
	if uint(i) < uint(len(m.dense)) {
		return m.dense[i]
	}
	return m.sparse[i]
}

func (m *loadMemo) put(i int, v py.Value) {
	switch {
	case i < len(m.dense):
		if m.dense[i].IsNil() {
			m.n++
		}
		m.dense[i] = v
	case i == len(m.dense) && len(m.sparse) == 0:
		m.dense = append(m.dense, v)
		m.n++
	case i < 2*len(m.dense)+64 && len(m.sparse) == 0:
		for len(m.dense) < i {
			m.dense = append(m.dense, py.Value{})
		}
		m.dense = append(m.dense, v)
		m.n++
	default:
		if m.sparse == nil {
			m.sparse = map[int]py.Value{}
		}
		if _, ok := m.sparse[i]; !ok {
			m.n++
		}
		m.sparse[i] = v
	}
}

func (m *loadMemo) clear() { *m = loadMemo{} }

// pairs returns the memo as a dict of numbers and objects.
func (m *loadMemo) dict(t *py.Thread) (*py.Dict, *py.Exc) {
	d := py.NewDictSize(m.n)
	for i, v := range m.dense {
		if !v.IsNil() {
			if err := d.Set(t, py.IntOf(i), v); err != nil {
				return nil, err
			}
		}
	}
	for i, v := range m.sparse {
		if err := d.Set(t, py.IntOf(i), v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (m *loadMemo) clone() loadMemo {
	c := loadMemo{dense: append([]py.Value(nil), m.dense...), n: m.n}
	if m.sparse != nil {
		c.sparse = make(map[int]py.Value, len(m.sparse))
		for i, v := range m.sparse {
			c.sparse[i] = v
		}
	}
	return c
}

// memoProxy is what the memo attribute of a pickler or unpickler returns: a
// view of the memo with a few of the methods of a dict.
type memoProxy struct {
	py.Header
	p *pickler
	u *unpickler
}

var (
	picklerMemoType   = new(py.Type)
	unpicklerMemoType = new(py.Type)
)

// guard takes the guard of the pickler or unpickler.
func (m *memoProxy) guard(t *py.Thread) bool {
	if m.u != nil {
		return t.Guard(&m.u.Header)
	}
	return t.Guard(&m.p.Header)
}

func (m *memoProxy) dict(t *py.Thread) (py.Value, *py.Exc) {
	if m.guard(t) {
		defer t.Unguard()
	}
	if m.u != nil {
		if err := m.u.enter(t); err != nil {
			return py.Value{}, err
		}
		defer m.u.leave()
		d, err := m.u.memo.dict(t)
		if err != nil {
			return py.Value{}, err
		}
		return d.Value(), nil
	}
	if err := m.p.enter(t); err != nil {
		return py.Value{}, err
	}
	defer m.p.leave()
	d := py.NewDictSize(len(m.p.memo.entries))
	for _, e := range m.p.memo.entries {
		if err := d.Set(t, py.ID(e.obj), py.NewTuple(py.IntOf(e.n), e.obj).Value()); err != nil {
			return py.Value{}, err
		}
	}
	return d.Value(), nil
}

var memoMethods = []py.MethodSpec{
	{Name: "clear", Sig: "", Doc: "Remove all items from memo.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		m := (*memoProxy)(v.Ptr())
		if m.guard(t) {
			defer t.Unguard()
		}
		if m.u != nil {
			if err := m.u.enter(t); err != nil {
				return py.Value{}, err
			}
			defer m.u.leave()
			m.u.memo.clear()
			return py.None, nil
		}
		if err := m.p.enter(t); err != nil {
			return py.Value{}, err
		}
		defer m.p.leave()
		m.p.memo.clear()
		return py.None, nil
	})},
	{Name: "copy", Sig: "", Doc: "Copy the memo to a new object.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return (*memoProxy)(v.Ptr()).dict(t)
	})},
	{Name: "__reduce__", Sig: "", Doc: "Implement pickle support.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d, err := (*memoProxy)(v.Ptr()).dict(t)
		if err != nil {
			return py.Value{}, err
		}
		return py.NewTuple(py.DictType.Value(), py.NewTuple(d).Value()).Value(), nil
	})},
}

func unhashable(t *py.Thread, v py.Value) (int64, *py.Exc) {
	return 0, t.TypeErr("unhashable type: '%s'", v.Type().Name())
}

func registerMemo() {
	py.RegisterType(py.TypeSpec{Type: picklerMemoType, Name: "_pickle.PicklerMemoProxy", Flags: py.FlagNoNew,
		Slots: py.Slots{Hash: unhashable}, Methods: memoMethods, Layout: py.LayoutOf[memoProxy]()})
	py.RegisterType(py.TypeSpec{Type: unpicklerMemoType, Name: "_pickle.UnpicklerMemoProxy", Flags: py.FlagNoNew,
		Slots: py.Slots{Hash: unhashable}, Methods: memoMethods, Layout: py.LayoutOf[memoProxy]()})
}
