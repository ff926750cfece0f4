package py

import (
	"hash/maphash"
	"sync"
	"sync/atomic"
)

// interned holds the interned strings of the process. Looking one up takes no
// lock: the table is replaced when it grows, and a slot once filled stays.
var interned struct {
	tab atomic.Pointer[internTable]
	mu  sync.Mutex // of who adds
	n   int
}

// internTable has open addressing; its length is a power of two.
type internTable []atomic.Pointer[Str]

const firstInternTable = 1 << 13

// find returns the interned str with the given text and internHash, or nil and the
// slot where it belongs.
func (tab internTable) find(text string, h uint64) (*Str, *atomic.Pointer[Str]) {
	mask := uint64(len(tab) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := tab[i].Load()
		if s == nil {
			return nil, &tab[i]
		}
		if s.s == text {
			return s, nil
		}
	}
}

func findInterned(text string, h uint64) *Str {
	tab := interned.tab.Load()
	if tab == nil {
		return nil
	}
	s, _ := tab.find(text, h)
	return s
}

// InternStr returns the one interned str with the given text.
func InternStr(text string) *Str {
	if len(text) == 0 {
		return emptyStr
	}
	if s := knownStr(text); s != nil {
		return s
	}
	h := internHash(text)
	if s := findInterned(text, h); s != nil {
		return s
	}
	s := NewStr(text)
	if textHasher.random {
		s.hash = h
	}
	return internNew(s, h)
}

// internHash is the hash that finds an interned str. It is the random one,
// also where str has another: at first nobody knows which it will be.
func internHash(text string) uint64 { return hashWord(maphash.String(textHasher.seed, text)) }

func (s *Str) internHash() uint64 {
	if textHasher.random {
		return s.hashOf()
	}
	return internHash(s.s)
}

// internNew interns s, which is exact and whose internHash is h, unless another
// str of its text is: it returns the one that is.
func internNew(s *Str, h uint64) *Str {
	interned.mu.Lock()
	defer interned.mu.Unlock()
	tab := interned.tab.Load()
	if tab == nil || interned.n >= len(*tab)/2 {
		tab = growInterned(tab)
	}
	old, slot := tab.find(s.s, h)
	if old != nil {
		return old
	}
	atomic.StoreUint32(&s.lock, 1)
	slot.Store(s)
	interned.n++
	return s
}

func growInterned(old *internTable) *internTable {
	n := firstInternTable
	if old != nil {
		n = 2 * len(*old)
	}
	tab := make(internTable, n)
	if old != nil {
		for i := range *old {
			if s := (*old)[i].Load(); s != nil {
				_, slot := tab.find(s.s, internHash(s.s))
				slot.Store(s)
			}
		}
	}
	interned.tab.Store(&tab)
	return &tab
}

// lookupInterned returns the interned str equal to s, or nil: no attribute or
// global of that name exists anywhere.
func lookupInterned(s *Str) *Str {
	if s.shape == shStr && atomic.LoadUint32(&s.lock) != 0 {
		return s
	}
	if len(s.s) <= 1 && s.n == len(s.s) {
		return InternStr(s.s)
	}
	return findInterned(s.s, s.internHash())
}

// internOf returns the interned str equal to s.
func internOf(s *Str) *Str {
	if o := lookupInterned(s); o != nil {
		return o
	}
	if s.shape != shStr {
		return InternStr(s.s)
	}
	return internNew(s, s.internHash())
}

// numInterned is the number of interned strings.
func numInterned() int {
	interned.mu.Lock()
	defer interned.mu.Unlock()
	return interned.n
}
