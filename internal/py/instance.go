package py

import "unsafe"

// Instance is the layout of objects whose class is made in Python and derives
// from object alone: the extension pointer, then the inline slots.
type Instance struct {
	Header
	ext *instExt
}

// instExt holds the attributes of an instance that do not fit into its inline
// slots: either a dict that holds them all, or further slots.
type instExt struct {
	dict  *Dict // not nil: the attributes are here (the shape has dict set)
	slots []Value
}

const (
	instanceExtOff  = unsafe.Offsetof(Instance{}.ext)
	instanceSlotOff = unsafe.Sizeof(Instance{})
	valueSize       = unsafe.Sizeof(Value{})
)

//lint:file-ignore U1000 the slots are reached by their offset
type (
	instance1 struct {
		Instance
		s [1]Value
	}
	instance2 struct {
		Instance
		s [2]Value
	}
	instance3 struct {
		Instance
		s [3]Value
	}
	instance4 struct {
		Instance
		s [4]Value
	}
	instance6 struct {
		Instance
		s [6]Value
	}
	instance8 struct {
		Instance
		s [8]Value
	}
	instance12 struct {
		Instance
		s [12]Value
	}
	instance16 struct {
		Instance
		s [16]Value
	}
	instance24 struct {
		Instance
		s [24]Value
	}
)

// inlineSizes are the numbers of inline slots that an instance can have.
var inlineSizes = []int{0, 1, 2, 3, 4, 6, 8, 12, 16, 24}

// inlineFor rounds a wanted number of slots to a size there is.
func inlineFor(n int) int {
	for _, s := range inlineSizes {
		if s >= n {
			return s
		}
	}
	return 24
}

// newInstance allocates an instance of a class with Instance layout.
func newInstance(cls *Type) *Header {
	var in *Instance
	switch cls.inline {
	case 0:
		in = &Instance{}
	case 1:
		in = &(&instance1{}).Instance
	case 2:
		in = &(&instance2{}).Instance
	case 3:
		in = &(&instance3{}).Instance
	case 4:
		in = &(&instance4{}).Instance
	case 6:
		in = &(&instance6{}).Instance
	case 8:
		in = &(&instance8{}).Instance
	case 12:
		in = &(&instance12{}).Instance
	case 16:
		in = &(&instance16{}).Instance
	default:
		in = &(&instance24{}).Instance
	}
	in.typ, in.shape = cls, cls.root.id
	return &in.Header
}

// NewObject allocates an empty instance of cls (object.__new__ without checks).
// A builtin type with a layout of its own is made by its own constructor.
func (t *Thread) NewObject(cls *Type) Value {
	var h *Header
	switch {
	case cls.slotOff != 0:
		h = newInstance(cls)
	case cls.flags&FlagHeap != 0 && cls.layout.allocSub != nil:
		h = cls.layout.allocSub()
		h.typ, h.shape = cls, cls.root.id
	case cls.alloc != nil:
		h = cls.alloc(t, cls)
	default:
		h = &Header{typ: cls, shape: cls.root.id}
	}
	if cls.flags&FlagHasFinalizer != 0 {
		t.interp.watchFinalizer(h)
	}
	return Value{h, 0}
}

// NewWithAttrs makes an instance of a class whose instances have a __dict__,
// without its constructor, and gives it the attributes names[i] = vals[i]. The
// names are interned.
func (t *Thread) NewWithAttrs(cls *Type, names []*Str, vals []Value) Value {
	v := t.NewObject(cls)
	for i, n := range names {
		t.instSet(v.p, n, vals[i])
	}
	return v
}

// AllocSub allocates the layout of base for class cls: base's own struct T when
// cls is builtin, else T followed by the extension of a Python subclass. It is
// how the New slot of a builtin type makes its object.
func allocFor[T any](cls *Type) *T {
	var t T
	if cls.extOff == 0 || cls.flags&FlagHeap == 0 || cls.extOff < unsafe.Sizeof(t) {
		p := new(T)
		h := (*Header)(unsafe.Pointer(p))
		h.typ, h.shape = cls, cls.root.id
		return p
	}
	p := &subOf[T]{}
	h := (*Header)(unsafe.Pointer(p))
	h.typ, h.shape = cls, cls.root.id
	return &p.base
}

// AllocFor is allocFor for native modules: T's first field is a Header. The
// TypeSpec of the type must have been given LayoutOf[T]().
func AllocFor[T any](t *Thread, cls *Type) *T {
	p := allocFor[T](cls)
	if cls.flags&FlagHasFinalizer != 0 {
		t.interp.watchFinalizer((*Header)(unsafe.Pointer(p)))
	}
	return p
}

type subOf[T any] struct {
	base T
	ext  *instExt
}

// Layout tells how instances of a builtin type and of its subclasses are laid
// out in memory.
type Layout struct {
	extOff   uintptr
	allocSub func() *Header
}

// LayoutOf is the layout of a builtin type whose objects are T.
func LayoutOf[T any]() *Layout {
	var x subOf[T]
	return &Layout{unsafe.Offsetof(x.ext), func() *Header { return (*Header)(unsafe.Pointer(new(subOf[T]))) }}
}

// Ext is a field for the structs of builtin types whose own instances (not only
// those of Python subclasses) have a __dict__.
type Ext struct{ p *instExt }

// LayoutWithExt is the layout of a builtin type whose objects are T and keep
// their attributes in the Ext that ext points at. The type has FlagHasDict.
func LayoutWithExt[T any](ext func(*T) *Ext) *Layout {
	x := new(T)
	off := uintptr(unsafe.Pointer(ext(x))) - uintptr(unsafe.Pointer(x))
	return &Layout{off, func() *Header { return (*Header)(unsafe.Pointer(new(T))) }}
}

// extOf returns the place of v's extension pointer, nil if its class has none.
func extOf(h *Header) **instExt {
	off := h.typ.extOff
	if off == 0 {
		return nil
	}
	return (**instExt)(unsafe.Add(unsafe.Pointer(h), off))
}

// slotAddr returns the address of slot i of an instance, making room for it in
// the extension when grow is set; nil when it is not there.
func slotAddr(h *Header, i int, grow bool) *Value {
	tp := h.typ
	if i < tp.inline {
		return (*Value)(unsafe.Add(unsafe.Pointer(h), tp.slotOff+uintptr(i)*valueSize))
	}
	i -= tp.inline
	ep := extOf(h)
	if ep == nil {
		return nil
	}
	if *ep == nil {
		if !grow {
			return nil
		}
		*ep = &instExt{}
	}
	e := *ep
	if i >= len(e.slots) {
		if !grow {
			return nil
		}
		n := make([]Value, i+1, (i+1)*2)
		copy(n, e.slots)
		e.slots = n
	}
	return &e.slots[i]
}

// instGet returns an instance attribute, the zero Value if absent.
func (t *Thread) instGet(h *Header, name *Str) (v Value) {
	if h.typ.extOff == 0 {
		return v
	}
	h.Lock(t)
	sh := shapeByID(h.shape)
	if sh.dict {
		d := (*extOf(h)).dict
		h.Unlock(t)
		if t.ft {
			return d.lookup(name)
		}
		return d.getStr(name)
	}
	if i := sh.lookup(name); i >= h.typ.memberBase {
		if a := slotAddr(h, i, false); a != nil {
			v = *a
		}
	}
	h.Unlock(t)
	return v
}

// instSet sets an instance attribute; the class allows it (FlagHasDict).
func (t *Thread) instSet(h *Header, name *Str, v Value) {
	h.Lock(t)
	sh := shapeByID(h.shape)
	i := -1
	if !sh.dict {
		if i = sh.lookup(name); i < 0 && sh.n < maxShapeSlots {
			sh = sh.add(name)
			i = sh.n - 1
			*slotAddr(h, i, true) = v
			h.setShape(sh.id)
			h.Unlock(t)
			return
		}
	}
	if i >= 0 {
		*slotAddr(h, i, true) = v
		h.Unlock(t)
		return
	}
	d := t.toDictMode(h)
	h.Unlock(t)
	d.Lock(t)
	d.setStr(name, v)
	d.Unlock(t)
}

// instDel removes an instance attribute and tells whether it was there.
func (t *Thread) instDel(h *Header, name *Str) bool {
	h.Lock(t)
	sh := shapeByID(h.shape)
	if !sh.dict {
		i := sh.lookup(name)
		if i < h.typ.memberBase {
			h.Unlock(t)
			return false
		}
		if less := sh.remove(i); less != nil {
			*slotAddr(h, i, true) = Value{}
			h.setShape(less.id)
			h.Unlock(t)
			return true
		}
	}
	d := t.toDictMode(h)
	h.Unlock(t)
	d.Lock(t)
	defer d.Unlock(t)
	return d.delStr(name)
}

// HasInstAttrs tells whether an instance has attributes of its own, without
// making its __dict__.
func (t *Thread) HasInstAttrs(v Value) bool {
	h := v.p
	if h.typ.extOff == 0 || h.typ.flags&FlagHasDict == 0 {
		return false
	}
	h.Lock(t)
	defer h.Unlock(t)
	sh := shapeByID(h.shape)
	if sh.dict {
		return (*extOf(h)).dict.used > 0 // one word
	}
	return sh.n-sh.holes > h.typ.memberBase
}

// toDictMode moves the attributes of an instance into a dict and returns it.
func (t *Thread) toDictMode(h *Header) *Dict {
	sh := shapeByID(h.shape)
	ep := extOf(h)
	if sh.dict {
		return (*ep).dict
	}
	d := NewDictSize(sh.n - sh.holes - h.typ.memberBase)
	for i := h.typ.memberBase; i < sh.n; i++ {
		if a := slotAddr(h, i, false); a != nil && a.p != nil {
			d.setStr(sh.names[i], *a)
			*a = Value{}
		}
	}
	if *ep == nil {
		*ep = &instExt{}
	}
	(*ep).dict = d
	h.setShape(h.typ.dictRoot.id)
	return d
}

// InstDict returns the __dict__ of an instance, nil if its class gives it none.
func (t *Thread) InstDict(v Value) *Dict {
	if v.p.typ.flags&FlagHasDict == 0 {
		return nil
	}
	switch v.p.shape {
	case shModule:
		return asModule(v).dict
	case shFunction:
		return asFunc(v).attrs()
	}
	if v.p.typ.flags&FlagTypeSubclass != 0 {
		return asType(v).ns()
	}
	if v.p.typ.layout == ModuleType {
		return asModule(v).dict
	}
	if v.p.typ.extOff == 0 {
		return nil
	}
	v.p.Lock(t)
	defer v.p.Unlock(t)
	return t.toDictMode(v.p)
}

// SetInstDict replaces the __dict__ of an instance.
func (t *Thread) SetInstDict(v Value, d *Dict) {
	if v.p.typ.layout == ModuleType {
		asModule(v).dict = d
		return
	}
	if v.p.shape == shFunction {
		setPointer(&asFunc(v).dict, d)
		return
	}
	v.p.Lock(t)
	defer v.p.Unlock(t)
	t.toDictMode(v.p)
	(*extOf(v.p)).dict = d
}
