package py

import (
	"fmt"
	"slices"
)

// NoneTypeObj, EllipsisTypeObj and NotImplementedTypeObj are the types of the
// singletons.
var (
	NoneTypeObj           = new(Type)
	EllipsisTypeObj       = new(Type)
	NotImplementedTypeObj = new(Type)
)

// addrText is an object's address as default reprs show it.
func addrText(v Value) string { return fmt.Sprintf("0x%x", uintptr(v.ptr())) }

// qualifiedName is module.qualname of a class, without the module for builtins.
func (t *Thread) qualifiedName(tp *Type) string {
	if tp.flags&FlagHeap == 0 {
		return tp.name
	}
	if m, ok := ToStr(tp.ns().lookup(strModule)); ok && m.s != "builtins" {
		return m.s + "." + tp.Qualname()
	}
	return tp.Qualname()
}

// QualifiedName is module.qualname of a class, without the module for builtins.
func (t *Thread) QualifiedName(tp *Type) string { return t.qualifiedName(tp) }

func objectRepr(t *Thread, v Value) (Value, *Exc) {
	return NewStr("<" + t.qualifiedName(v.p.typ) + " object at " + addrText(v) + ">").Value(), nil
}

// objectNew is object.__new__: excess arguments are an error unless exactly
// one of __new__ and __init__ is overridden.
func objectNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if len(args.vals) > 0 {
		if _, where := cls.lookupWhere(strNew); where != ObjectType {
			return Value{}, t.TypeErr("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if _, where := cls.lookupWhere(strInit); where == ObjectType {
			return Value{}, t.TypeErr("%s() takes no arguments", cls.BareName())
		}
	}
	if cls.flags&FlagAbstract != 0 {
		return Value{}, t.abstractError(cls)
	}
	return t.NewObject(cls), nil
}

func objectInit(t *Thread, v Value, args Args) *Exc {
	if len(args.vals) > 0 {
		tp := v.p.typ
		if _, where := tp.lookupWhere(strInit); where != ObjectType {
			return t.TypeErr("object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if _, where := tp.lookupWhere(strNew); where == ObjectType {
			return t.TypeErr("%s.__init__() takes exactly one argument (the instance to initialize)", tp.BareName())
		}
	}
	return nil
}

func objectCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	switch op {
	case CmpEQ:
		if a == b {
			return True, nil
		}
	case CmpNE:
		c := a.p.typ.slots.Compare
		if c == nil {
			break
		}
		r, err := c(t, a, b, CmpEQ)
		if err != nil || r == NotImplemented {
			return r, err
		}
		x, err := t.Truth(r)
		return Bool(!x), err
	}
	return NotImplemented, nil
}

// abstractError is the TypeError of instantiating an abstract class.
func (t *Thread) abstractError(cls *Type) *Exc {
	names, err := t.GetAttr(cls.Value(), strAbstract)
	if err != nil {
		return err
	}
	items, err := t.Items(names)
	if err != nil {
		return err
	}
	if err := t.SortValues(items, Value{}, false); err != nil {
		return err
	}
	list := ""
	for i, n := range items {
		s, ok := ToStr(n)
		if !ok {
			return t.TypeErr("sequence item %d: expected str instance, %s found", i, n.p.typ.name)
		}
		if i > 0 {
			list += ", "
		}
		list += "'" + s.s + "'"
	}
	return t.TypeErr("Can't instantiate abstract class %s without an implementation for abstract method%s %s", cls.BareName(), plural(len(items)), list)
}

// dictOfBuiltin finds the builtin class among self's bases that has a __dict__
// of its own making: its descriptor answers, not that of another base.
func dictOfBuiltin(self Value) *GetSet {
	tp := self.p.typ
	if tp.flags&(FlagTypeSubclass|FlagExcSubclass) == 0 && tp.layout != ModuleType {
		return nil
	}
	if d := tp.layout.Lookup(strDict); d.p != nil && (d.p.typ == GetSetDescrType || d.p.typ == MemberDescrType) {
		return asGetSet(d)
	}
	return nil
}

var instDictSpec = GetSetSpec{
	Name: "__dict__",
	Get: func(t *Thread, self Value) (Value, *Exc) {
		if g := dictOfBuiltin(self); g != nil {
			return g.spec.Get(t, self)
		}
		return ownDict(t, self)
	},
	Set: func(t *Thread, self, v Value) *Exc {
		if g := dictOfBuiltin(self); g != nil {
			if g.spec.Set == nil {
				return g.readOnly(t)
			}
			return g.spec.Set(t, self, v)
		}
		return setOwnDict(t, self, v)
	},
}

func ownDict(t *Thread, self Value) (Value, *Exc) {
	d := t.InstDict(self)
	if d == nil {
		return Value{}, t.AttrErr(self, strDict)
	}
	return d.Value(), nil
}

func setOwnDict(t *Thread, self, v Value) *Exc {
	if v.p == nil {
		t.SetInstDict(self, NewDict())
		return nil
	}
	d, ok := ToDict(v)
	if !ok {
		return t.TypeErr("__dict__ must be set to a dictionary, not a '%s'", v.p.typ.name)
	}
	t.SetInstDict(self, d)
	return nil
}

func init() {
	RegisterType(TypeSpec{
		Type: ObjectType, Name: "object", Flags: FlagBaseType,
		Doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
		Slots: Slots{
			New: objectNew, Init: objectInit, Repr: objectRepr,
			Str:     func(t *Thread, v Value) (Value, *Exc) { return v.p.typ.slots.Repr(t, v) },
			Hash:    func(t *Thread, v Value) (int64, *Exc) { return hashPointer(v), nil },
			Compare: objectCompare, GetAttr: genericGetAttr, SetAttr: genericSetAttr,
		},
		GetSet: []GetSetSpec{
			{Name: "__class__", Get: func(t *Thread, v Value) (Value, *Exc) { return v.p.typ.Value(), nil }, Set: setClass},
		},
		Methods: objectMethods,
	})
	RegisterType(TypeSpec{
		Type: NoneTypeObj, Name: "NoneType", shape: shNone,
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if len(args.vals) > 0 {
					return Value{}, t.TypeErr("NoneType takes no arguments")
				}
				return None, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) { return InternStr("None").Value(), nil },
			Bool: func(t *Thread, v Value) (bool, *Exc) { return false, nil },
			Hash: func(t *Thread, v Value) (int64, *Exc) { return 0xfca86420, nil },
		},
	})
	RegisterType(TypeSpec{
		Type: EllipsisTypeObj, Name: "ellipsis",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if len(args.vals) > 0 {
					return Value{}, t.TypeErr("EllipsisType takes no arguments")
				}
				return Ellipsis, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) { return InternStr("Ellipsis").Value(), nil },
		},
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return InternStr("Ellipsis").Value(), nil })}},
	})
	RegisterType(TypeSpec{
		Type: NotImplementedTypeObj, Name: "NotImplementedType",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if len(args.vals) > 0 {
					return Value{}, t.TypeErr("NotImplementedType takes no arguments")
				}
				return NotImplemented, nil
			},
			Repr: func(t *Thread, v Value) (Value, *Exc) { return InternStr("NotImplemented").Value(), nil },
			Bool: func(t *Thread, v Value) (bool, *Exc) {
				return true, t.Warn(DeprecationWarning, 1, "NotImplemented should not be used in a boolean context")
			},
		},
		Methods: []MethodSpec{{Name: "__reduce__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return InternStr("NotImplemented").Value(), nil })}},
	})
}

// layoutOrigin is the class at or above tp that last added something to the
// layout of the instances.
func layoutOrigin(tp *Type) *Type {
	for b := tp.base; b != nil && b.layout == tp.layout && b.memberBase == tp.memberBase && b.extOff == tp.extOff &&
		(tp.flags^b.flags)&(FlagHasDict|FlagWeakref) == 0; b = tp.base {
		tp = b
	}
	return tp
}

// sameLayout tells whether an instance of class a may become one of class b.
func sameLayout(a, b *Type) bool {
	if a.extOff != b.extOff || a.slotOff != b.slotOff || a.memberBase != 0 && a.inline != b.inline {
		return false
	}
	a, b = layoutOrigin(a), layoutOrigin(b)
	if a == b {
		return true
	}
	if a.base != b.base || a.layout != b.layout || a.memberBase != b.memberBase || (a.flags^b.flags)&(FlagHasDict|FlagWeakref) != 0 {
		return false
	}
	return slices.Equal(a.root.names[:a.memberBase], b.root.names[:b.memberBase])
}

// setClass is the __class__ setter.
func setClass(t *Thread, v, cv Value) *Exc {
	if cv.p == nil {
		return t.TypeErr("can't delete __class__ attribute")
	}
	nt, ok := ToType(cv)
	if !ok {
		return t.TypeErr("__class__ must be set to a class, not '%s' object", cv.p.typ.name)
	}
	old := v.p.typ
	if old.layout == ModuleType && nt.layout == ModuleType {
		v.p.Lock(t)
		v.p.setType(nt)
		v.p.setShape(nt.root.id)
		v.p.Unlock(t)
		return nil
	}
	if nt.flags&FlagHeap == 0 || old.flags&FlagHeap == 0 {
		return t.TypeErr("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	same := sameLayout(old, nt)
	if !same {
		return t.TypeErr("__class__ assignment: '%s' object layout differs from '%s'", nt.name, old.name)
	}
	if old.flags&FlagTypeSubclass != 0 {
		v.p.setType(nt)
		return nil
	}
	v.p.Lock(t)
	defer v.p.Unlock(t)
	if old.flags&FlagHasDict == 0 {
		v.p.setType(nt)
		v.p.setShape(nt.root.id)
		return nil
	}
	t.toDictMode(v.p)
	v.p.setType(nt)
	v.p.setShape(nt.dictRoot.id)
	return nil
}
