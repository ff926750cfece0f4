package py

// Complex is a complex.
type Complex struct {
	Header
	c complex128
}

// ComplexType is complex.
var ComplexType = new(Type)

func asComplex(v Value) *Complex { return (*Complex)(v.ptr()) }

// NewComplex makes a complex.
func NewComplex(c complex128) Value {
	x := &Complex{c: c}
	x.typ, x.shape = ComplexType, ComplexType.root.id
	return Value{&x.Header, 0}
}
