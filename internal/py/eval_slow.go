package py

import (
	"sync/atomic"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// fromBuiltins as the entry number in the first cache word of a global means
// that the name is in the builtins, at the entry of the second word.
const fromBuiltins = 0xffffffff

func (t *Thread) unboundLocal(name *Str) *Exc {
	return t.Raise(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name.s)
}

func (t *Thread) unboundFree(name *Str) *Exc {
	e := t.Raise(NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name.s)
	e.initField(NameErrName, name.Value())
	return e
}

func (t *Thread) nameError(name *Str) *Exc {
	e := t.Raise(NameError, "name '%s' is not defined", name.s)
	e.initField(NameErrName, name.Value())
	return e
}

// loadGlobal looks a global up and fills the cache words at pc.
func (t *Thread) loadGlobal(f *Function, name *Str, pc unsafe.Pointer) (Value, *Exc) {
	g, b := f.globals, f.builtins
	h := name.hashOf()
	var gv uint32
	if g.shape != shDict {
		// A dict subclass may override __getitem__; as in CPython the exact
		// behaviour is asked for only where globals() is such a subclass.
		v, err := t.GetItem(g.Value(), name.Value())
		if err == nil || !err.Is(KeyError) {
			return v, err
		}
	} else {
		g.Lock(t)
		gv = g.version() // of the keys among which the name is, or is not
		if j := g.findStr(name, h); j >= 0 {
			v := g.entries[j].val
			if gv != 0 {
				atomic.StoreUint64((*uint64)(pc), uint64(gv)<<32|uint64(j))
			}
			g.Unlock(t)
			return v, nil
		}
		g.Unlock(t)
	}
	if b.shape != shDict {
		v, err := t.builtinNamed(b, name)
		if err == nil && v.p == nil {
			err = t.nameError(name)
		}
		return v, err
	}
	b.Lock(t)
	j := b.findStr(name, h)
	if j < 0 {
		b.Unlock(t)
		v, err := t.lateBuiltin(b, name)
		if err == nil && v.p == nil {
			err = t.nameError(name)
		}
		return v, err
	}
	v := b.entries[j].val
	if g.shape == shDict {
		if bv := b.version(); gv != 0 && bv != 0 {
			atomic.StoreUint64((*uint64)(unsafe.Add(pc, 8)), uint64(bv)<<32|uint64(j))
			atomic.StoreUint64((*uint64)(pc), uint64(gv)<<32|fromBuiltins)
		}
	}
	b.Unlock(t)
	return v, nil
}

func (t *Thread) storeGlobal(f *Function, name *Str, v Value) *Exc {
	g := f.globals
	g.Lock(t)
	g.setStr(name, v)
	g.Unlock(t)
	return nil
}

func (t *Thread) deleteGlobal(f *Function, name *Str) *Exc {
	g := f.globals
	g.Lock(t)
	ok := g.delStr(name)
	g.Unlock(t)
	if !ok {
		return t.nameError(name)
	}
	return nil
}

// loadName looks a name up in a namespace mapping, then as a global.
func (t *Thread) loadName(f *Function, ns Value, name *Str, pc unsafe.Pointer) (Value, *Exc) {
	if ns.p == &f.globals.Header {
		return t.loadGlobal(f, name, pc)
	}
	v, err := t.lookupNamespace(ns, name)
	if err != nil || v.p != nil {
		return v, err
	}
	var scratch [2]uint64
	return t.loadGlobal(f, name, unsafe.Pointer(&scratch))
}

// lookupNamespace is ns[name], the zero Value when it is absent.
func (t *Thread) lookupNamespace(ns Value, name *Str) (Value, *Exc) {
	if ns.p.shape == shDict {
		d := asDict(ns)
		d.Lock(t)
		v := d.getStr(name)
		d.Unlock(t)
		return v, nil
	}
	v, err := t.GetItem(ns, name.Value())
	if err != nil && err.Is(KeyError) {
		return Value{}, nil
	}
	return v, err
}

func (t *Thread) storeName(ns Value, name *Str, v Value) *Exc {
	if ns.p.shape == shDict {
		d := asDict(ns)
		d.Lock(t)
		d.setStr(name, v)
		d.Unlock(t)
		return nil
	}
	return t.SetItem(ns, name.Value(), v)
}

func (t *Thread) deleteName(ns Value, name *Str) *Exc {
	if ns.p.shape == shDict {
		d := asDict(ns)
		d.Lock(t)
		ok := d.delStr(name)
		d.Unlock(t)
		if !ok {
			return t.nameError(name)
		}
		return nil
	}
	err := t.SetItem(ns, name.Value(), Value{})
	if err != nil && err.Is(KeyError) {
		return t.nameError(name)
	}
	return err
}

func (t *Thread) loadFromDictOr(fr *frame, a *Value, ns Value, name *Str, f uint8) *Exc {
	v, err := t.lookupNamespace(ns, name)
	if err != nil {
		return err
	}
	switch {
	case v.p != nil:
	case f == 0:
		if v = asCell(*a).load(t); v.p == nil {
			return t.unboundFree(name)
		}
	default:
		var scratch [2]uint64
		if v, err = t.loadGlobal(fr.fn(), name, unsafe.Pointer(&scratch)); err != nil {
			return err
		}
	}
	*a = v
	return nil
}

// floorDiv and floorMod are Python's // and % for b > 0.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 {
	if uint64(a|b)>>32 == 0 {
		return int64(uint32(a) % uint32(b))
	}
	r := a % b
	if r < 0 {
		r += b
	}
	return r
}

// storeTruth stores the truth of x, or with flip 1 its contrary.
func (t *Thread) storeTruth(d *Value, x Value, flip uint64) *Exc {
	b, err := t.Truth(x)
	if err == nil {
		storeBool(d, b2u(b)^flip)
	}
	return err
}

// storeContains stores whether x is in c, or with not 1 the contrary.
func (t *Thread) storeContains(d *Value, c, x Value, not uint8) *Exc {
	b, err := t.Contains(c, x)
	if err == nil {
		storeBool(d, b2u(b)^uint64(not&1))
	}
	return err
}

// cmpJump compares for a conditional jump.
func (t *Thread) cmpJump(x, y Value, op CompareOp) (bool, *Exc) {
	if x.p == &floatTag && y.p == &floatTag {
		return cmpFloat(x.float(), y.float(), op), nil
	}
	if x.p.shape == shStr && y.p.shape == shStr {
		return cmpStr(asStr(x), asStr(y), op), nil
	}
	return t.CompareBool(x, y, op)
}

// chainContext sets the context of an exception that has just been raised.
func (t *Thread) chainContext(e *Exc) {
	setFlag(&e.chained, true)
	if h := t.handled; h != nil {
		setContext(e, h)
	}
}

// setContext makes h the context of e, which was raised while h was handled.
func setContext(e, h *Exc) {
	if h == e {
		return
	}
	// Break the cycle that would arise when e is already in h's context.
	// Other threads may change the chain meanwhile: each link is read once.
	for x, slow, n := h, h, 0; ; n++ {
		next := loadPointer(&x.context)
		if next == nil {
			break
		}
		if next == e {
			setPointer(&x.context, nil)
			break
		}
		x = next
		if n&1 == 1 {
			if slow = loadPointer(&slow.context); slow == x || slow == nil {
				break
			}
		}
	}
	setPointer(&e.context, h)
}

// Attribute caches.

// loadAttrOp is LoadAttr for what is not in the inline slot that the cache word
// at fr.pc names. It stores the attribute and steps over the word, or pushes
// the frame of a property's function.
func (t *Thread) loadAttrOp(fr *frame, d *Value, o Value, name *Str) *Exc {
	tp := o.p.typ
	pc := fr.pc
	var v Value
	var err *Exc
	idx := int(uint16(atomic.LoadUint64((*uint64)(pc))))
	switch {
	case !tp.genericGet:
		v, err = tp.slots.GetAttr(t, o, name)
	case idx == bc.NoCache:
		v, err = genericGetAttr(t, o, name)
	default:
		if c := fr.code.caches[idx].Load().find(o.p.shape, atomic.LoadUint32(&tp.version)); c != nil {
			switch c.kind {
			case cacheInline:
				if t.ft {
					v = t.peekInline(o.p, c.shape, c.off)
				} else if v = *(*Value)(unsafe.Add(unsafe.Pointer(o.p), c.off)); v.p != nil {
					t.cacheWord(c.shape, c.off, pc, idx)
				}
			case cacheModule:
				if m := asModule(o).dict; t.ft {
					v = m.lookup(name)
				} else if j := m.findStr(name, name.hashOf()); j >= 0 {
					v = m.entries[j].val
				}
			case cacheClassValue:
				v = c.value
			case cacheProperty:
				if t.pushSpecial(asProperty(c.value).get, frameAttr, d, 1, o, Value{}, Value{}) {
					return nil
				}
				v, err = c.value.p.typ.slots.DescrGet(t, c.value, o, tp.Value())
			case cacheGet:
				v, err = c.value.p.typ.slots.DescrGet(t, c.value, o, tp.Value())
			case cacheExt:
				o.p.Lock(t)
				if o.p.shape == c.shape {
					if a := slotAddr(o.p, int(c.off), false); a != nil {
						v = *a
					}
				}
				o.p.Unlock(t)
			case cacheDict:
				v = t.instGet(o.p, name)
			}
		} else {
			t.fillAttrCache(fr, o, name, pc, idx)
		}
		if v.p == nil && err == nil {
			v, err = genericGetAttr(t, o, name)
		}
	}
	if err != nil {
		err.attrContext(o, name)
		return err
	}
	*d = v
	fr.pc = unsafe.Add(pc, 8)
	return nil
}

// Kinds of attrCache.
const (
	cacheMethod     = iota // value is a function that takes o as self
	cacheClassValue        // value is found on the class and is no descriptor
	cacheGet               // value is a descriptor whose DescrGet decides
	cacheModule            // the attribute is looked up in the module's namespace
	cacheExt               // the attribute is slot off in the extension
	cacheDict              // the instance keeps a dict and the class has no such name
	cacheInline            // the attribute is in the inline slot at offset off
	cacheProperty          // value is a property
	cacheAdd               // a store adds the attribute at offset off, and gives the object the shape value
)

func (t *Thread) fillAttrCache(fr *frame, o Value, name *Str, pc unsafe.Pointer, idx int) {
	tp := o.p.typ
	shape := atomic.LoadUint32(&o.p.shape)
	version := tp.assignVersion() // before the lookup, which may be outdated when it returns
	d := tp.Lookup(name)
	entry := attrCache{shape: shape, version: version}
	own := -1
	var sh *Shape
	if tp.extOff != 0 && tp.flags&FlagHasDict != 0 {
		sh = shapeByID(shape)
		if !sh.dict {
			own = sh.lookup(name)
			if own < tp.memberBase {
				own = -1
			}
		}
	}
	switch {
	case d.p != nil && d.p.typ.slots.DescrGet != nil && d.p.typ.slots.DescrSet != nil:
		if d.p.typ == MemberDescrType && tp.slotOff != 0 && asGetSet(d).slot < tp.inline && IsInstance(o, asGetSet(d).owner) {
			t.cacheSlot(fr, tp, &entry, asGetSet(d).slot, pc, idx)
			return
		}
		entry.kind, entry.value = cacheGet, d
		if d.p.typ == PropertyType {
			entry.kind = cacheProperty
		}
	case tp.layout == ModuleType:
		if d.p != nil {
			return
		}
		entry.kind = cacheModule
	case tp == FunctionType:
		return
	case own >= 0:
		if d.p != nil && d.p.typ.slots.DescrSet != nil {
			return
		}
		if own < tp.inline {
			t.cacheSlot(fr, tp, &entry, own, pc, idx)
			return
		}
		entry.kind, entry.off = cacheExt, uintptr(own)
	case sh != nil && sh.dict:
		if d.p != nil {
			return
		}
		entry.kind = cacheDict
	case d.p != nil && d.p.typ.slots.DescrGet == nil:
		entry.kind, entry.value = cacheClassValue, d
	case d.p != nil:
		entry.kind, entry.value = cacheGet, d
	default:
		return
	}
	fr.code.remember(idx, &entry)
}

// cacheSlot remembers the place of an inline slot of an object with the class
// tp and the shape of entry: the first shape that an instruction sees in its
// cache word, others in its entries.
func (t *Thread) cacheSlot(fr *frame, tp *Type, entry *attrCache, slot int, pc unsafe.Pointer, idx int) {
	off := tp.slotOff + uintptr(slot)*valueSize
	if atomic.LoadUint64((*uint64)(pc))>>32 != 0 {
		entry.kind, entry.off = cacheInline, off
		fr.code.remember(idx, entry)
		if t.ft {
			return
		}
	}
	t.cacheWord(entry.shape, off, pc, idx)
}

// cacheWord fills a cache word. The shape implies the class, and a class that
// gets a data descriptor later gives its instances new shapes, so the shape is
// all that the fast path checks.
func (t *Thread) cacheWord(shape uint32, off uintptr, pc unsafe.Pointer, idx int) {
	atomic.StoreUint64((*uint64)(pc), uint64(shape)<<32|uint64(off)<<16|uint64(idx))
}

// peekInline reads the inline slot at off of an object that has the shape; the
// zero Value if it has another one by now.
func (t *Thread) peekInline(h *Header, shape uint32, off uintptr) Value {
	a := (*Value)(unsafe.Add(unsafe.Pointer(h), off))
	for range peekTries {
		if w, ok := h.word(); ok && atomic.LoadUint32(&h.shape) == shape {
			if v := loadValue(a); h.same(w) {
				return v
			}
		}
	}
	h.Lock(t)
	defer h.Unlock(t)
	if h.shape == shape {
		return *a
	}
	return Value{}
}

// storeAttrSlow stores an attribute and fills the cache word at pc.
func (t *Thread) storeAttrSlow(fr *frame, o Value, name *Str, v Value, pc unsafe.Pointer) *Exc {
	tp := o.p.typ
	if !tp.genericSet || tp.flags&FlagHeap == 0 || tp.slotOff == 0 {
		return tp.slots.SetAttr(t, o, name, v)
	}
	w := atomic.LoadUint64((*uint64)(pc))
	idx := int(uint16(w))
	if idx == bc.NoCache {
		return genericSetAttr(t, o, name, v)
	}
	before, version := atomic.LoadUint32(&o.p.shape), tp.assignVersion()
	// A store that adds an attribute goes from one shape to the next.
	if c := fr.code.caches[idx].Load().find(before, version); c != nil {
		switch {
		case t.ft && c.kind == cacheInline:
			if t.storeSlot(o.p, before, c.off, v) {
				return nil
			}
		case t.ft:
			if t.addSlot(o.p, before, uint32(c.value.b), c.off, v) {
				return nil
			}
		case c.kind == cacheInline:
			*(*Value)(unsafe.Add(unsafe.Pointer(o.p), c.off)) = v
			t.cacheWord(before, c.off, pc, idx)
			return nil
		default:
			*(*Value)(unsafe.Add(unsafe.Pointer(o.p), c.off)) = v
			o.p.shape = uint32(c.value.b)
			return nil
		}
	}
	d := tp.Lookup(name)
	if err := genericSetAttr(t, o, name, v); err != nil {
		return err
	}
	entry := attrCache{shape: before, version: version}
	if d.p != nil && d.p.typ.slots.DescrSet != nil {
		if d.p.typ == MemberDescrType && asGetSet(d).slot < tp.inline && IsInstance(o, asGetSet(d).owner) {
			t.cacheSlot(fr, tp, &entry, asGetSet(d).slot, pc, idx)
		}
		return nil
	}
	// Without a GIL the object may have got other attributes meanwhile: the
	// cache is filled only with what one store makes of the shape.
	was := shapeByID(before)
	if was.dict {
		return nil
	}
	slot := was.lookup(name)
	if slot >= 0 {
		if slot < tp.inline {
			t.cacheSlot(fr, tp, &entry, slot, pc, idx)
		}
		return nil
	}
	now := shapeByID(atomic.LoadUint32(&o.p.shape))
	if now.parent != was || now.name != name || was.n >= tp.inline {
		return nil
	}
	entry.kind, entry.off, entry.value = cacheAdd, tp.slotOff+uintptr(was.n)*valueSize, Value{&intTag, uint64(now.id)}
	fr.code.remember(idx, &entry)
	return nil
}

// loadMethodSlow looks up a method for a call and fills its cache. It leaves
// the function and o in the window at a, or nothing and a callable.
func (t *Thread) loadMethodSlow(fr *frame, a *Value, o Value, name *Str, idx int) *Exc {
	f, self, err := t.findMethod(fr, o, name, idx)
	if err != nil {
		return err
	}
	if self.p == nil {
		*a, *a.at(1) = Value{}, f
	} else {
		*a, *a.at(1) = f, self
	}
	return nil
}

func (t *Thread) findMethod(fr *frame, o Value, name *Str, idx int) (f, self Value, err *Exc) {
	tp := o.p.typ
	if idx == bc.NoCache || !tp.genericGet {
		return t.LoadMethod(o, name)
	}
	if c := fr.code.caches[idx].Load().find(o.p.shape, atomic.LoadUint32(&tp.version)); c != nil {
		return c.value, o, nil
	}
	shape, version := atomic.LoadUint32(&o.p.shape), tp.assignVersion()
	d := tp.Lookup(name)
	if d.p != nil && d.p.typ.flags&FlagMethodDescriptor != 0 && tp != FunctionType && tp.layout != ModuleType {
		hidden := false
		if tp.flags&FlagHasDict != 0 {
			if tp.extOff == 0 {
				hidden = true
			} else if sh := shapeByID(shape); sh.dict || sh.lookup(name) >= tp.memberBase {
				hidden = true
			}
		}
		if !hidden {
			fr.code.remember(idx, &attrCache{shape: shape, version: version, kind: cacheMethod, value: d})
			return d, o, nil
		}
	}
	return t.LoadMethod(o, name)
}

// loadSuper is super(cls, self).name without making the super object.
func (t *Thread) loadSuper(a *Value, args []Value, name *Str, f uint8) *Exc {
	cls, self, sup := args[0], args[1], args[2]
	if sup != SuperType.Value() {
		var obj Value
		var err *Exc
		if f&2 != 0 {
			obj, err = t.Call(sup, cls, self)
		} else {
			obj, err = t.Call(sup)
		}
		if err != nil {
			return err
		}
		v, err := t.GetAttr(obj, name)
		if err != nil {
			return err
		}
		if f&1 != 0 {
			*a, *a.at(1) = Value{}, v
		} else {
			*a = v
		}
		return nil
	}
	ctype, ok := ToType(cls)
	if !ok {
		return t.TypeErr("super() argument 1 must be a type, not %s", cls.p.typ.name)
	}
	start, err := t.superCheck(ctype, self)
	if err != nil {
		return err
	}
	var d Value
	if name != strClass {
		d = superLookup(ctype, start, name)
	}
	if d.p == nil {
		obj := newSuper(ctype, self, start)
		v, err := t.GetAttr(obj, name)
		if err != nil {
			return err
		}
		if f&1 != 0 {
			*a, *a.at(1) = Value{}, v
		} else {
			*a = v
		}
		return nil
	}
	if f&1 != 0 && d.p.typ.flags&FlagMethodDescriptor != 0 && start != nil && self.p != &start.Header {
		*a, *a.at(1) = d, self
		return nil
	}
	v := d
	if get := d.p.typ.slots.DescrGet; get != nil {
		obj := self
		if self.p == &start.Header {
			obj = Value{}
		}
		if v, err = get(t, d, obj, start.Value()); err != nil {
			return err
		}
	}
	if f&1 != 0 {
		*a, *a.at(1) = Value{}, v
	} else {
		*a = v
	}
	return nil
}

// superLookup finds name behind cls in the mro of start.
func superLookup(cls, start *Type, name *Str) Value {
	mro := start.MRO()
	i := 0
	for i < len(mro) && mro[i] != cls {
		i++
	}
	for i++; i < len(mro); i++ {
		if v := mro[i].ns().lookup(name); v.p != nil {
			return v
		}
	}
	return Value{}
}

// superCheck finds the class whose mro super() follows.
func (t *Thread) superCheck(cls *Type, self Value) (*Type, *Exc) {
	if s, ok := ToType(self); ok && s.IsSubtype(cls) {
		return s, nil
	}
	if self.p.typ.IsSubtype(cls) {
		return self.p.typ, nil
	}
	c, err := t.GetAttrOpt(self, strClass)
	if err != nil {
		return nil, err
	}
	if s, ok := ToType(c); ok && s != self.p.typ && s.IsSubtype(cls) {
		return s, nil
	}
	kind, name := "instance of", self.p.typ.name
	if s, ok := ToType(self); ok {
		kind, name = "type", s.name
	}
	return nil, t.TypeErr("super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", kind, name, cls.name)
}

var specialNamesFor = [...]*Str{strEnter, strExit, strAEnter, strAExit}

// loadSpecial looks up a special method of a with statement and leaves it in a
// and what follows, as loadMethodSlow does.
func (t *Thread) loadSpecial(a *Value, o Value, which int) *Exc {
	d := o.p.typ.Lookup(specialNamesFor[which])
	if d.p != nil && d.p.typ.flags&FlagMethodDescriptor != 0 {
		*a, *a.at(1) = d, o
		return nil
	}
	f, err := t.lookupSpecial(o, specialNamesFor[which])
	if err != nil {
		return err
	}
	if f.p != nil {
		*a, *a.at(1) = Value{}, f
		return nil
	}
	name := o.p.typ.name
	switch which {
	case bc.SpecialEnter:
		return t.TypeErr("'%s' object does not support the context manager protocol", name)
	case bc.SpecialExit:
		return t.TypeErr("'%s' object does not support the context manager protocol (missed __exit__ method)", name)
	case bc.SpecialAEnter:
		return t.TypeErr("'%s' object does not support the asynchronous context manager protocol", name)
	}
	return t.TypeErr("'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", name)
}

// getSlice is v[lo:hi].
func (t *Thread) getSlice(v, lo, hi Value) (Value, *Exc) {
	if (lo.IsNone() || lo.isInt()) && (hi.IsNone() || hi.isInt()) {
		switch v.p.shape {
		case shStr:
			s := asStr(v)
			i, j := sliceBounds(lo, hi, s.n)
			return s.substr(i, j).Value(), nil
		case shList:
			l := asList(v)
			l.Lock(t)
			defer l.Unlock(t)
			i, j := sliceBounds(lo, hi, len(l.items))
			return newListOf(l.items[i:j]).Value(), nil
		case shTuple:
			items := asTuple(v).items
			i, j := sliceBounds(lo, hi, len(items))
			if i == 0 && j == len(items) {
				return v, nil
			}
			return NewTuple(items[i:j]...).Value(), nil
		}
	}
	return t.GetItem(v, NewSlice(lo, hi, None))
}

// getSliceStep is v[lo:hi:step].
func (t *Thread) getSliceStep(v, lo, hi, step Value) (Value, *Exc) {
	if v.p.shape == shList && step.isInt() && step.b != 0 && (lo.IsNone() || lo.isInt()) && (hi.IsNone() || hi.isInt()) {
		s := Slice{start: lo, stop: hi, step: step}
		i, j, k, err := s.Unpack(t)
		if err != nil {
			return Value{}, err
		}
		l := asList(v)
		l.Lock(t)
		part := l.slice(i, j, k)
		l.Unlock(t)
		return part.Value(), nil
	}
	return t.GetItem(v, NewSlice(lo, hi, step))
}

// setSlice is v[lo:hi] = x.
func (t *Thread) setSlice(v, lo, hi, x Value) *Exc {
	if v.p.shape == shList && x.p.shape == shList && v.p != x.p && (lo.IsNone() || lo.isInt()) && (hi.IsNone() || hi.isInt()) {
		l, repl := asList(v), asList(x)
		lockBoth(t, &l.Header, &repl.Header)
		i, j := sliceBounds(lo, hi, len(l.items))
		same := j-i == len(repl.items)
		if same {
			copy(l.items[i:j], repl.items)
		}
		l.Unlock(t)
		repl.Unlock(t)
		if same {
			return nil
		}
	}
	return t.SetItem(v, NewSlice(lo, hi, None), x)
}

// sliceBounds clamps slice bounds (each an int or None, step 1) to a length.
func sliceBounds(lo, hi Value, n int) (int, int) {
	i, j := 0, n
	if lo.isInt() {
		i = clampIndex(int(lo.int()), n)
	}
	if hi.isInt() {
		j = clampIndex(int(hi.int()), n)
	}
	if j < i {
		j = i
	}
	return i, j
}

func clampIndex(i, n int) int {
	if i < 0 {
		if i += n; i < 0 {
			return 0
		}
		return i
	}
	return min(i, n)
}

// unpack spreads an iterable over exactly len(out) registers.
func (t *Thread) unpack(out []Value, x Value) *Exc {
	n := len(out)
	switch x.p.shape {
	case shTuple:
		return t.unpackItems(out, asTuple(x).items)
	case shList:
		return t.unpackItems(out, asList(x).Snapshot(t))
	}
	if x.p.typ.slots.Iter == nil && x.p.typ.slots.GetItem == nil {
		return t.TypeErr("cannot unpack non-iterable %s object", x.p.typ.name)
	}
	it, err := t.Iter(x)
	if err != nil {
		return err
	}
	buf := make([]Value, n)
	for i := range buf {
		v, err := t.Next(it)
		if err != nil {
			return err
		}
		if v.p == nil {
			return t.ValueErr("not enough values to unpack (expected %d, got %d)", n, i)
		}
		buf[i] = v
	}
	v, err := t.Next(it)
	if err != nil {
		return err
	}
	if v.p != nil {
		return t.ValueErr("too many values to unpack (expected %d)", n)
	}
	copy(out, buf)
	return nil
}

func (t *Thread) unpackItems(out, items []Value) *Exc {
	switch {
	case len(items) < len(out):
		return t.ValueErr("not enough values to unpack (expected %d, got %d)", len(out), len(items))
	case len(items) > len(out):
		return t.ValueErr("too many values to unpack (expected %d)", len(out))
	}
	copy(out, items)
	return nil
}

// unpackEx spreads an iterable with a starred target: before registers, the
// list, after registers.
func (t *Thread) unpackEx(a *Value, x Value, before, after int) *Exc {
	if x.p.typ.slots.Iter == nil && x.p.typ.slots.GetItem == nil {
		return t.TypeErr("cannot unpack non-iterable %s object", x.p.typ.name)
	}
	var items []Value
	var err *Exc
	if s := x.p.shape; s != shTuple && s != shList {
		// Only the rest is collected, and asked for its length.
		if x, err = t.Iter(x); err != nil {
			return err
		}
		for len(items) < before {
			v, err := t.Next(x)
			if err != nil {
				return err
			}
			if v.p == nil {
				return t.ValueErr("not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
			}
			items = append(items, v)
		}
	}
	rest, err := t.Items(x)
	if err != nil {
		return err
	}
	if items = append(items, rest...); len(items) < before+after {
		return t.ValueErr("not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	mid := len(items) - after
	for i := 0; i < before; i++ {
		*a.at(i) = items[i]
	}
	*a.at(before) = NewList(append([]Value(nil), items[before:mid]...)).Value()
	for i := 0; i < after; i++ {
		*a.at(before + 1 + i) = items[mid+i]
	}
	return nil
}
