package py

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Shapes of the kinds that the evaluator tells apart by number. bootTypes
// gives each of these types its number; all other types get numbers above.
const (
	shNothing = iota
	shInt
	shFloat
	shBool
	shNone
	shBigInt // exact int beyond 64 bits
	shStr
	shBytes
	shTuple
	shList
	shDict
	shSet
	shFrozenSet
	shFunction
	shMethod
	shNativeFunc
	shMethodDescr
	shType
	shModule
	shGenerator
	shCoroutine
	shRangeIter
	shListIter
	shTupleIter
	shRange
	shSlice
	shCell
	shDictKeyIter
	shDictItemIter
	shDictValueIter
	shFirstFree
)

// Shape is a hidden class: which attribute lives in which slot of the
// instances of one type. Shapes are immutable and process-wide; a type's
// shapes form a tree from its root. A shape does not refer to its type, so the
// table of shapes keeps no class alive.
type Shape struct {
	id     uint32
	parent *Shape // nil for a root, and where an attribute was removed
	name   *Str   // the attribute that this shape adds to its parent
	n      int    // number of slots in use
	holes  int    // how many of them belong to attributes that were removed
	names  []*Str // slot -> name, nil for a hole; the first memberSlots of a type have no name in __dict__
	index  map[*Str]int32
	dict   bool // instances of this shape keep their attributes in a dict

	mu   sync.Mutex
	next map[*Str]*Shape
	less map[int]*Shape
}

// maxShapeSlots bounds the attributes of an instance that are kept in slots;
// one with more keeps a dict.
const maxShapeSlots = 64

// maxHoles bounds the attributes of an instance that were removed and whose
// slots stay empty: other values never move, because somebody may read them.
const maxHoles = 4

// shapeTable finds a shape by number. Reads are lock-free.
var shapeTable struct {
	mu  sync.Mutex
	tab atomic.Pointer[[]*Shape]
}

func newShape(fixed uint32) *Shape {
	s := &Shape{}
	shapeTable.mu.Lock()
	defer shapeTable.mu.Unlock()
	var old []*Shape
	if p := shapeTable.tab.Load(); p != nil {
		old = *p
	}
	id := fixed
	if id == 0 {
		id = uint32(len(old))
		if id < shFirstFree {
			id = shFirstFree
		}
	}
	s.id = id
	tab := old
	if int(id) >= len(tab) {
		if int(id) < cap(tab) {
			tab = tab[:id+1]
		} else {
			tab = make([]*Shape, id+1, int(id)*2+64)
			copy(tab, old)
		}
	}
	tab[id] = s
	shapeTable.tab.Store(&tab)
	return s
}

func shapeByID(id uint32) *Shape { return (*shapeTable.tab.Load())[id] }

// lookup returns the slot of name, or -1. name is interned.
func (s *Shape) lookup(name *Str) int {
	if s.n <= 8 {
		for i, n := range s.names {
			if n == name {
				return i
			}
		}
		return -1
	}
	if i, ok := s.index[name]; ok {
		return int(i)
	}
	return -1
}

// add returns the shape that follows s when name is set. name is interned.
func (s *Shape) add(name *Str) *Shape {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.next[name]; t != nil {
		return t
	}
	t := newShape(0)
	t.parent, t.name, t.n = s, name, s.n+1
	t.holes = s.holes
	t.setNames(append(s.names[:s.n:s.n], name))
	if s.next == nil {
		s.next = map[*Str]*Shape{}
	}
	s.next[name] = t
	return t
}

// remove returns the shape that follows s when the attribute in a slot is
// removed; nil: there are holes enough.
func (s *Shape) remove(slot int) *Shape {
	if slot == s.n-1 && s.parent != nil {
		return s.parent
	}
	if s.holes == maxHoles {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.less[slot]; t != nil {
		return t
	}
	t := newShape(0)
	t.n, t.holes = s.n, s.holes+1
	names := slices.Clone(s.names)
	names[slot] = nil
	t.setNames(names)
	if s.less == nil {
		s.less = map[int]*Shape{}
	}
	s.less[slot] = t
	return t
}

func (s *Shape) setNames(names []*Str) {
	s.names = names
	if s.n > 8 {
		s.index = make(map[*Str]int32, s.n)
		for i, n := range names {
			if n != nil {
				s.index[n] = int32(i)
			}
		}
	}
}
