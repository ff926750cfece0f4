package py

// Slice is a slice object.
type Slice struct {
	Header
	start, stop, step Value
}

// SliceType is slice.
var SliceType = new(Type)

func asSlice(v Value) *Slice { return (*Slice)(v.ptr()) }

// NewSlice makes slice(start, stop, step).
func NewSlice(start, stop, step Value) Value {
	s := &Slice{start: start, stop: stop, step: step}
	s.typ, s.shape = SliceType, shSlice
	return Value{&s.Header, 0}
}
