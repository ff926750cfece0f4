package py

import (
	"slices"
	"sort"
	"strings"
)

// typeNew is type.__new__: type(x) or type(name, bases, namespace, **kw).
func typeNew(t *Thread, meta *Type, args Args) (Value, *Exc) {
	pos := args.Pos()
	if meta == TypeType && len(pos) == 1 && args.NumKw() == 0 {
		return pos[0].p.typ.Value(), nil
	}
	if len(pos) != 3 {
		if meta == TypeType {
			return Value{}, t.TypeErr("type() takes 1 or 3 arguments")
		}
		return Value{}, t.TypeErr("type.__new__() takes exactly 3 arguments (%d given)", len(pos))
	}
	name, ok := ToStr(pos[0])
	if !ok {
		return Value{}, t.TypeErr("type.__new__() argument 1 must be str, not %s", pos[0].p.typ.name)
	}
	basesT, ok := ToTuple(pos[1])
	if !ok {
		return Value{}, t.TypeErr("type.__new__() argument 2 must be tuple, not %s", pos[1].p.typ.name)
	}
	ns, ok := ToDict(pos[2])
	if !ok {
		return Value{}, t.TypeErr("type.__new__() argument 3 must be dict, not %s", pos[2].p.typ.name)
	}
	for _, b := range basesT.items {
		if _, ok := ToType(b); !ok {
			if f, err := t.GetAttrOpt(b, strMroEntries); err != nil {
				return Value{}, err
			} else if f.p != nil {
				return Value{}, t.TypeErr("type() doesn't support MRO entry resolution; use types.new_class()")
			}
		}
	}
	winner, err := t.calcMetaclass(meta, basesT.items)
	if err != nil {
		return Value{}, err
	}
	if winner != meta {
		if d, _ := winner.lookupWhere(strNew); !isNativeNew(d) || asType(asNative(d).self) != TypeType {
			f, err := t.GetAttr(winner.Value(), strNew)
			if err != nil {
				return Value{}, err
			}
			return t.CallArgs(f, args.Prepend(winner.Value()))
		}
		meta = winner
	}
	tp, err := t.newClass(meta, name, basesT.items, ns, args)
	if err != nil {
		return Value{}, err
	}
	return tp.Value(), nil
}

// calcMetaclass finds the most derived metaclass of the bases.
func (t *Thread) calcMetaclass(meta *Type, bases []Value) (*Type, *Exc) {
	for _, b := range bases {
		m := b.p.typ
		if meta.IsSubtype(m) {
			continue
		}
		if m.IsSubtype(meta) {
			meta = m
			continue
		}
		return nil, t.TypeErr("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
	}
	return meta, nil
}

// solidBase is the class in tp's ancestry whose memory layout tp's instances have.
func solidBase(tp *Type) *Type {
	for tp.base != nil {
		if tp.layout == tp {
			return tp
		}
		if tp.flags&FlagHeap != 0 && tp.memberBase > tp.base.memberBase {
			return tp
		}
		tp = tp.base
	}
	return tp
}

// bestBase chooses the base whose layout the new class extends.
func (t *Thread) bestBase(bases []Value) (*Type, *Exc) {
	var best, winner *Type
	for _, b := range bases {
		tp, ok := ToType(b)
		if !ok {
			return nil, t.TypeErr("bases must be types")
		}
		if tp.flags&FlagBaseType == 0 {
			return nil, t.TypeErr("type '%s' is not an acceptable base type", tp.name)
		}
		s := solidBase(tp)
		if winner == nil {
			winner, best = s, tp
			continue
		}
		if winner.IsSubtype(s) {
			continue
		}
		if s.IsSubtype(winner) {
			winner, best = s, tp
			continue
		}
		return nil, t.TypeErr("multiple bases have instance lay-out conflict")
	}
	return best, nil
}

// newClass makes a class object (type.__new__, "Creating the class object").
func (t *Thread) newClass(meta *Type, name *Str, bases []Value, ns *Dict, args Args) (*Type, *Exc) {
	return t.newClassOf(meta, name, bases, ns, args, nil)
}

// newClassOf is newClass for instances with a layout of their own; nil: the base's.
func (t *Thread) newClassOf(meta *Type, name *Str, bases []Value, ns *Dict, args Args, own *Layout) (*Type, *Exc) {
	if len(bases) == 0 {
		bases = []Value{ObjectType.Value()}
	}
	if strings.IndexByte(name.s, 0) >= 0 {
		return nil, t.ValueErr("type name must not contain null characters")
	}
	if !name.ASCII() {
		if _, err := t.Encode(name, "", ""); err != nil {
			return nil, err
		}
	}
	if doc, ok := ToStr(orNone(ns.lookup(strDoc))); ok && !doc.ASCII() {
		if _, err := t.Encode(doc, "", ""); err != nil {
			return nil, err
		}
	}
	base, err := t.bestBase(bases)
	if err != nil {
		return nil, err
	}
	tp := allocFor[Type](meta)
	tp.name, tp.qualname = name.s, name.s
	tp.flags = FlagHeap | FlagBaseType
	tp.base, tp.interp, tp.own = base, t.interp, own
	tp.names.Store(ns.CopyOf(t))
	types := make([]*Type, 0, len(bases))
	for _, b := range bases {
		bt := asType(b)
		types = append(types, bt)
		tp.flags |= bt.flags & inheritedFlags
	}
	tp.bases.Store(&types)
	tp.flags &^= FlagHasDict | FlagWeakref
	tp.flags |= base.flags & (FlagHasDict | FlagWeakref)
	if q := tp.ns().lookup(strQualname); q.p != nil {
		s, ok := ToStr(q)
		if !ok {
			return nil, t.TypeErr("type __qualname__ must be a str, not %s", q.p.typ.name)
		}
		tp.qualname = s.s
		tp.ns().delStr(strQualname)
	}
	if tp.ns().lookup(strModule).p == nil {
		if g := t.currentGlobals(); g != nil {
			if m := g.lookup(strName); m.p != nil {
				tp.ns().setStr(strModule, m)
			}
		}
	}
	if f := tp.ns().lookup(strNew); f.p != nil && f.p.shape == shFunction {
		tp.ns().setStr(strNew, newStaticMethod(f))
	}
	for _, n := range [...]*Str{strInitSubclass, strClassGetItem} {
		if f := tp.ns().lookup(n); f.p != nil && f.p.shape == shFunction {
			tp.ns().setStr(n, newClassMethod(f))
		}
	}
	if tp.ns().lookup(strHash).p == nil && tp.ns().lookup(strEq).p != nil {
		tp.ns().setStr(strHash, None)
	}
	var cell, dictCell Value
	if cell = tp.ns().lookup(strClassCell); cell.p != nil {
		if cell.p.shape != shCell {
			return nil, t.TypeErr("__classcell__ must be a nonlocal cell, not <class '%s'>", cell.p.typ.name)
		}
		tp.ns().delStr(strClassCell)
	}
	if dictCell = tp.ns().lookup(strClassDictCell); dictCell.p != nil {
		if dictCell.p.shape != shCell {
			return nil, t.TypeErr("__classdictcell__ must be a nonlocal cell, not <class '%s'>", dictCell.p.typ.name)
		}
		tp.ns().delStr(strClassDictCell)
	}
	if err := t.layOut(tp); err != nil {
		return nil, err
	}
	if tp.ns().lookup(strDoc).p == nil {
		tp.ns().setStr(strDoc, None)
	}
	if cell.p != nil {
		asCell(cell).v = tp.Value()
	}
	if _, err := t.setMRO(tp); err != nil {
		return nil, err
	}
	// The nearest class that matches a kind of pattern decides.
	tp.flags &^= FlagSequence | FlagMapping
	for _, b := range tp.MRO() {
		if f := b.flags & (FlagSequence | FlagMapping); f != 0 {
			tp.flags |= f
			break
		}
	}
	if err := t.warnOddNames(tp); err != nil {
		return nil, err
	}
	t.lockTypes()
	newSlots(tp)
	tp.assignVersion()
	for _, b := range tp.Bases() {
		b.addSubclass(tp)
	}
	t.unlockTypes()
	if dictCell.p != nil {
		asCell(dictCell).v = tp.ns().Value()
	}
	if err := t.callSetNames(tp); err != nil {
		return nil, err
	}
	return tp, t.callInitSubclass(tp, args)
}

// callSetNames runs __set_name__ of the namespace's values (PEP 487).
func (t *Thread) callSetNames(tp *Type) *Exc {
	first := 0
	for {
		_, v, next, ok := tp.ns().EntryAt(t, first)
		if !ok {
			return nil
		}
		if wantsName(v) {
			break
		}
		first = next
	}
	snap := tp.ns().CopyOf(t)
	for p := 0; ; {
		k, v, next, ok := snap.EntryAt(t, p)
		if !ok {
			return nil
		}
		p = next
		if !wantsName(v) {
			continue
		}
		if _, err := t.needSpecial(v, strSetName, tp.Value(), k); err != nil {
			r, rerr := t.Repr(k)
			if rerr != nil {
				return rerr
			}
			t.AddNote(err, "Error calling __set_name__ on '"+v.p.typ.name+"' instance "+r.s+" in '"+tp.name+"'")
			return err
		}
	}
}

// wantsName tells whether v has a __set_name__.
func wantsName(v Value) bool {
	return v.p.shape != shFunction && v.p.typ.Lookup(strSetName).p != nil
}

// warnOddNames warns of keys of the namespace that are not str.
func (t *Thread) warnOddNames(tp *Type) *Exc {
	for p := 0; ; {
		k, _, next, ok := tp.ns().EntryAt(t, p)
		if !ok {
			return nil
		}
		p = next
		if k.p.typ.flags&FlagStrSubclass == 0 {
			return t.Warn(RuntimeWarning, 1, "non-string key in the __dict__ of class %s", tp.name)
		}
	}
}

// callInitSubclass runs super(tp, tp).__init_subclass__(**kw).
func (t *Thread) callInitSubclass(tp *Type, args Args) *Exc {
	at := slices.Index(tp.MRO(), tp)
	if at < 0 {
		return t.TypeErr("super(type, obj): obj (type %s) is not an instance or subtype of type (%s).", tp.name, tp.name)
	}
	var d Value
	var in *Type
	for _, in = range tp.MRO()[at+1:] {
		if d = in.ns().lookup(strInitSubclass); d.p != nil {
			break
		}
	}
	if d.p == nil || in == ObjectType && args.NumKw() == 0 { // object's does nothing
		return nil
	}
	f := d
	if get := d.p.typ.slots.DescrGet; get != nil {
		var err *Exc
		// As through super(tp, tp), a function in the class is not bound.
		if f, err = get(t, d, Value{}, tp.Value()); err != nil {
			return err
		}
	}
	_, err := t.CallArgs(f, Args{args.vals[len(args.Pos()):], args.kw})
	return err
}

// layOut decides where instances keep their attributes and makes the member
// descriptors of __slots__.
func (t *Thread) layOut(tp *Type) *Exc {
	base := tp.base
	tp.layout = base.layout
	tp.extOff, tp.slotOff = base.extOff, base.slotOff
	tp.allocSub = base.allocSub
	tp.memberBase = base.memberBase
	plain := tp.layout == ObjectType && tp.own == nil
	if tp.own != nil {
		tp.layout, tp.extOff, tp.allocSub = tp, tp.own.extOff, tp.own.allocSub
	}
	if plain {
		tp.extOff, tp.slotOff = instanceExtOff, instanceSlotOff
	}
	mayDict := base.flags&FlagHasDict == 0 && tp.extOff != 0
	slotsV := tp.ns().lookup(strSlots)
	var members []*Str
	if slotsV.p == nil {
		if tp.extOff != 0 {
			tp.flags |= FlagHasDict
		}
		tp.flags |= FlagWeakref
	} else {
		var names []Value
		if _, ok := ToStr(slotsV); ok {
			names = []Value{slotsV}
		} else {
			var err *Exc
			if names, err = t.Items(slotsV); err != nil {
				return err
			}
		}
		if len(names) > 0 && tp.layout.flags&(FlagIntSubclass|FlagTupleSubclass|FlagBytesSubclass) != 0 && !plain {
			return t.TypeErr("nonempty __slots__ not supported for subtype of '%s'", base.name)
		}
		for _, v := range names {
			s, ok := ToStr(v)
			if !ok {
				return t.TypeErr("__slots__ items must be strings, not '%s'", v.p.typ.name)
			}
			if !isIdentifier(s.s) {
				return t.TypeErr("__slots__ must be identifiers")
			}
			switch s.s {
			case "__dict__":
				if !mayDict || tp.flags&FlagHasDict != 0 {
					return t.TypeErr("__dict__ slot disallowed: we already got one")
				}
				tp.flags |= FlagHasDict
				continue
			case "__weakref__":
				if tp.flags&FlagWeakref != 0 {
					return t.TypeErr("__weakref__ slot disallowed: we already got one")
				}
				tp.flags |= FlagWeakref
				continue
			}
			m := InternStr(mangle(tp.name, s.s))
			if tp.ns().lookup(m).p != nil && m.s != "__qualname__" && m.s != "__classcell__" && m.s != "__classdictcell__" {
				return t.ValueErr("'%s' in __slots__ conflicts with class variable", m.s)
			}
			members = append(members, m)
		}
		for _, b := range tp.Bases() {
			if b == base {
				continue
			}
			if b.flags&FlagHasDict != 0 && tp.extOff != 0 && b.layout == tp.layout {
				tp.flags |= FlagHasDict
			}
			tp.flags |= b.flags & FlagWeakref
		}
		sort.Slice(members, func(i, j int) bool { return members[i].s < members[j].s })
	}
	root := newShape(0)
	if base.root != nil && base.memberBase > 0 {
		root.names = append(root.names, base.root.names[:base.memberBase]...)
		root.n = base.memberBase
	}
	for _, m := range members {
		root.names = append(root.names, m)
		tp.ns().setStr(m, newMember(tp, m.s, root.n))
		root.n++
	}
	tp.memberBase = root.n
	if root.n > 8 {
		root.index = map[*Str]int32{}
		for i, n := range root.names {
			root.index[n] = int32(i)
		}
	}
	tp.root = root
	dr := newShape(0)
	dr.dict, dr.n, dr.names, dr.index = true, root.n, root.names, root.index
	tp.dictRoot = dr
	if plain {
		n := tp.memberBase
		if tp.flags&FlagHasDict != 0 {
			n = max(base.inline, n)
			n += countStatic(tp.ns().lookup(strStaticAttributes), base)
		}
		tp.inline = inlineFor(n)
	}
	if tp.flags&FlagHasDict != 0 && base.flags&FlagHasDict == 0 && tp.ns().lookup(strDict).p == nil {
		tp.ns().setStr(strDict, newGetSet(tp, instDictSpec))
	}
	if tp.flags&FlagWeakref != 0 && base.flags&FlagWeakref == 0 && tp.ns().lookup(strWeakref).p == nil {
		tp.ns().setStr(strWeakref, newGetSet(tp, weakrefSpec))
	}
	return nil
}

// countStatic counts the attributes that the class body assigns through self
// (__static_attributes__): a guess at how many slots an instance needs.
func countStatic(v Value, base *Type) int {
	tup, ok := ToTuple(v)
	if !ok {
		return 1
	}
	return len(tup.items)
}

// setMRO computes the class's mro, through a metaclass's mro() if it overrides
// it. The mro of a new class is nil until then. It tells whether it has set
// the mro: not when that mro() set it itself, by assigning to __bases__.
func (t *Thread) setMRO(tp *Type) (bool, *Exc) {
	meta := tp.typ
	var mro []*Type
	if d := meta.Lookup(strMro); meta != TypeType && d.p != nil && d != TypeType.ns().lookup(strMro) {
		old := tp.MRO()
		f, err := t.lookupSpecial(tp.Value(), strMro)
		if err != nil {
			return false, err
		}
		r, err := t.Call(f)
		if err != nil {
			return false, err
		}
		items, err := t.Items(r)
		if err != nil {
			return false, err
		}
		if len(items) == 0 {
			return false, t.TypeErr("type MRO must not be empty")
		}
		solid := solidBase(tp)
		for _, v := range items {
			c, ok := ToType(v)
			if !ok {
				return false, t.TypeErr("mro() returned a non-class ('%s')", v.p.typ.name)
			}
			if !solid.extends(solidBase(c)) {
				return false, t.TypeErr("mro() returned base with unsuitable layout ('%s')", c.name)
			}
			mro = append(mro, c)
		}
		if len(old) != len(tp.MRO()) || len(old) > 0 && &old[0] != &tp.MRO()[0] {
			return false, nil
		}
	} else {
		var err *Exc
		if mro, err = t.defaultMRO(tp); err != nil {
			return false, err
		}
	}
	tp.mro.Store(&mro)
	return true, nil
}

func (t *Thread) defaultMRO(tp *Type) ([]*Type, *Exc) {
	for i, b := range tp.Bases() {
		if b.MRO() == nil {
			return nil, t.TypeErr("Cannot extend an incomplete type '%s'", b.name)
		}
		for _, c := range tp.Bases()[:i] {
			if b == c {
				return nil, t.TypeErr("duplicate base class %s", b.BareName())
			}
		}
	}
	mro, bad := c3(tp)
	if bad != nil {
		var names []string
		for _, b := range bad {
			names = append(names, b.BareName())
		}
		return nil, t.TypeErr("Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
	}
	return mro, nil
}

// mangle is the private name rule: __x in class C is _C__x.
func mangle(class, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// newMember makes the descriptor of a __slots__ member.
func newMember(owner *Type, name string, slot int) Value {
	g := &GetSet{owner: owner, slot: slot}
	g.typ, g.shape = MemberDescrType, MemberDescrType.root.id
	g.spec = GetSetSpec{
		Name: name,
		Get: func(t *Thread, self Value) (Value, *Exc) {
			self.p.Lock(t)
			a := slotAddr(self.p, slot, false)
			var v Value
			if a != nil {
				v = *a
			}
			self.p.Unlock(t)
			if v.p == nil {
				err := t.Raise(AttributeError, "'%s' object has no attribute '%s'", self.p.typ.fullName(), name)
				err.SetField(AttrErrName, InternStr(name).Value())
				err.SetField(AttrErrObj, self)
				return Value{}, err
			}
			return v, nil
		},
		Set: func(t *Thread, self, val Value) *Exc {
			self.p.Lock(t)
			defer self.p.Unlock(t)
			a := slotAddr(self.p, slot, true)
			if val.p == nil && a.p == nil {
				return t.Raise(AttributeError, "%s", name)
			}
			*a = val
			return nil
		},
	}
	return Value{&g.Header, 0}
}
