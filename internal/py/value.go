// Package py is the core of Coachwhip: the object model, the evaluator, the
// threads and the import system. See ARCHITECTURE.md for the map of its files.
//
// # Errors
//
// Every operation that can run Python code or fail returns a *Exc as its last
// result: the Python exception object, nil for success. A Go panic is always
// a bug of ours.
package py

import (
	"math"
	"unsafe"
)

// Header is the first field of every object. p of a Value always points at
// one, so it can be read without asking first what the value is.
type Header struct {
	typ   *Type  // the class; changes only by __class__ assignment
	shape uint32 // layout of the attributes; identifies the exact type too
	lock  uint32 // lock word of the object (see lock.go)
}

// Value is a Python value of 16 bytes. An int of 64 bits, a float, a bool and
// None are held in b, with p at the static header of their kind; everything
// else is the object that p points at. The zero Value is "nothing": an unset
// register or argument, the end of an iteration.
type Value struct {
	p *Header
	b uint64
}

// The static headers of the unboxed kinds. bootTypes fills in typ and shape.
var (
	intTag   Header
	floatTag Header
	boolTag  Header
	noneTag  Header
)

// None is Python's None, True and False its bools.
var (
	None  = Value{&noneTag, 0}
	True  = Value{&boolTag, 1}
	False = Value{&boolTag, 0}
)

// Singletons with an object of their own.
var (
	ellipsisObj       = &Header{}
	notImplementedObj = &Header{}

	Ellipsis       = Value{ellipsisObj, 0}
	NotImplemented = Value{notImplementedObj, 0}
)

// Int64 makes an int.
func Int64(i int64) Value { return Value{&intTag, uint64(i)} }

// Int makes an int.
func IntOf(i int) Value { return Value{&intTag, uint64(i)} }

// Float64 makes a float.
func Float64(f float64) Value { return Value{&floatTag, math.Float64bits(f)} }

// Bool makes True or False.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// IsNil tells whether v is the zero Value: nothing, not even None.
func (v Value) IsNil() bool { return v.p == nil }

// IsNone tells whether v is None.
func (v Value) IsNone() bool { return v.p == &noneTag }

// Type returns the class of v.
func (v Value) Type() *Type { return v.p.typ }

// Is is Python's "is".
func (v Value) Is(w Value) bool { return v == w }

// isInt tells whether v is an unboxed int; isFloat, isBool likewise.
func (v Value) isInt() bool   { return v.p == &intTag }
func (v Value) isFloat() bool { return v.p == &floatTag }
func (v Value) isBool() bool  { return v.p == &boolTag }

func (v Value) int() int64     { return int64(v.b) }
func (v Value) float() float64 { return math.Float64frombits(v.b) }

// ptr returns the object's address for a cast to its struct.
func (v Value) ptr() unsafe.Pointer { return unsafe.Pointer(v.p) }

// FromHeader makes the Value of an object from its header, for native modules
// whose structs embed a Header.
func FromHeader(h *Header) Value { return Value{h, 0} }

// Ptr returns the address of v's object, for a cast to the struct whose first
// field is its Header. The caller has checked the type.
func (v Value) Ptr() unsafe.Pointer { return unsafe.Pointer(v.p) }

// InitHeader sets the header of a new object of class cls.
func (h *Header) InitHeader(cls *Type) {
	h.typ = cls
	h.shape = cls.root.id
}

// id is Python's id(): unique while the value lives, stable, never negative.
// Object addresses are multiples of 8; the unboxed kinds take the odd numbers.
func (v Value) idParts() (hi, lo uint64) {
	switch v.p {
	case &intTag:
		return v.b >> 60, v.b<<4 | 1
	case &floatTag:
		return v.b >> 60, v.b<<4 | 3
	}
	if v.p == &boolTag {
		return 0, uint64(uintptr(unsafe.Pointer(v.p))) + 1 + v.b*2
	}
	return 0, uint64(uintptr(unsafe.Pointer(v.p)))
}

// Small returns the value of an exact int that fits 64 bits; ok is false for
// everything else.
func (v Value) Small() (n int64, ok bool) { return int64(v.b), v.p == &intTag }
