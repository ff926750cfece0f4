package py

import (
	"sync/atomic"
	"unsafe"
)

// Function is a function defined in Python.
type Function struct {
	Header
	code        *Code
	globals     *Dict
	builtins    *Dict
	closure     []Value // cells
	defaults    *Tuple  // nil: none
	kwdefaults  *Dict   // nil: none
	name        *Str
	qualname    *Str
	module      Value  // __module__
	doc         Value  // nil: that of the code; see docstring
	annotations Value  // nil, a dict, or a tuple of name, value pairs not yet made into one
	dict        *Dict  // __dict__, nil until needed
	typeParams  *Tuple // nil: none
}

// Cell holds a variable that closures share.
type Cell struct {
	Header
	v Value // nil: empty
}

// Method is a bound method.
type Method struct {
	Header
	fn, self Value
}

// wrapperObj is a staticmethod or classmethod object.
type wrapperObj struct {
	Header
	fn  Value
	ext Ext
}

// Types of functions and what wraps them.
var (
	FunctionType     = new(Type)
	MethodType       = new(Type)
	CellType         = new(Type)
	StaticMethodType = new(Type)
	ClassMethodType  = new(Type)
)

func asFunc(v Value) *Function      { return (*Function)(v.ptr()) }
func asCell(v Value) *Cell          { return (*Cell)(v.ptr()) }
func asMethod(v Value) *Method      { return (*Method)(v.ptr()) }
func asWrapper(v Value) *wrapperObj { return (*wrapperObj)(v.ptr()) }

// Value returns the function as a value.
func (f *Function) Value() Value { return Value{&f.Header, 0} }

// newFunction makes a function from its code.
func newFunction(t *Thread, code *Code, globals *Dict) *Function {
	f := &Function{code: code, globals: globals, name: code.name, qualname: code.qualname}
	f.typ, f.shape = FunctionType, shFunction
	f.builtins = t.builtinsOf(globals)
	f.module = globals.lookup(strName)
	if f.module.p == nil {
		f.module = None
	}
	return f
}

// cell returns the free variable i.
func (f *Function) cell(i int) *Cell { return asCell(f.closure[i]) }

// docstring returns __doc__. Unless it was set it is the code's, which is read
// only for that.
func (f *Function) docstring(t *Thread) Value {
	if v := t.peekSlot(&f.Header, &f.doc); v.p != nil {
		return v
	}
	code := f.code
	if l := code.lazy.Load(); l != nil {
		doc := None
		if l.HasDoc {
			doc = strVal(l.Doc)
		}
		t.putSlot(&f.Header, &f.doc, doc)
		return doc
	}
	if code.bc.Flags&flagHasDocstring != 0 && len(code.consts) > 0 {
		return code.consts[0]
	}
	return None
}

// attrs returns the function's __dict__, making it.
func (f *Function) attrs() *Dict {
	at := (*unsafe.Pointer)(unsafe.Pointer(&f.dict))
	if d := (*Dict)(atomic.LoadPointer(at)); d != nil {
		return d
	}
	atomic.CompareAndSwapPointer(at, nil, unsafe.Pointer(NewDict()))
	return (*Dict)(atomic.LoadPointer(at))
}

// builtinsOf finds the builtins namespace for code with the given globals.
func (t *Thread) builtinsOf(globals *Dict) *Dict {
	b := globals.lookup(strBuiltins)
	if b.p == nil {
		return t.interp.builtins
	}
	if b.p.shape == shModule {
		return asModule(b).dict
	}
	if d, ok := ToDict(b); ok {
		return d
	}
	return newBuiltinsView(b)
}
func newCell(v Value) *Cell {
	c := &Cell{v: v}
	c.typ, c.shape = CellType, shCell
	return c
}

// NewMethod binds fn to self.
func NewMethod(fn, self Value) Value {
	m := &Method{fn: fn, self: self}
	m.typ, m.shape = MethodType, shMethod
	return Value{&m.Header, 0}
}

func newStaticMethod(fn Value) Value {
	w := &wrapperObj{fn: fn}
	w.typ, w.shape = StaticMethodType, StaticMethodType.root.id
	return Value{&w.Header, 0}
}

func newClassMethod(fn Value) Value {
	w := &wrapperObj{fn: fn}
	w.typ, w.shape = ClassMethodType, ClassMethodType.root.id
	return Value{&w.Header, 0}
}

// functionGet is the descriptor of functions: access through an instance binds.
func functionGet(t *Thread, self, obj, owner Value) (Value, *Exc) {
	if obj.p == nil || obj.IsNone() && owner.p != nil && owner != NoneTypeObj.Value() {
		return self, nil
	}
	return NewMethod(self, obj), nil
}

// nativeGet is the descriptor of native methods and slot wrappers.
func nativeGet(t *Thread, self, obj, owner Value) (Value, *Exc) {
	f := asNative(self)
	if obj.p == nil {
		return self, nil
	}
	if !IsInstance(obj, f.owner) {
		return Value{}, t.TypeErr("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", f.name, f.owner.name, obj.p.typ.name)
	}
	return f.bind(obj), nil
}

// classNativeGet is the descriptor of native class methods.
func classNativeGet(t *Thread, self, obj, owner Value) (Value, *Exc) {
	f := asNative(self)
	if owner.p == nil {
		if obj.p == nil {
			return Value{}, t.TypeErr("descriptor '%s' for type '%s' needs either an object or a type", f.name, f.owner.name)
		}
		owner = obj.p.typ.Value()
	}
	cls, ok := ToType(owner)
	switch {
	case !ok:
		return Value{}, t.TypeErr("descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", f.name, f.owner.name, owner.p.typ.name)
	case !cls.IsSubtype(f.owner):
		return Value{}, t.TypeErr("descriptor '%s' requires a subtype of '%s' but received '%s'", f.name, f.owner.name, cls.name)
	}
	return f.bind(owner), nil
}

// makeCell puts a variable into a cell.
func makeCell(v *Value) { *v = Value{&newCell(*v).Header, 0} }
