package py

import (
	"strings"
	"sync"
	"weak"
)

// TypeSpec declares a builtin type. Register it from an init function.
type TypeSpec struct {
	Type *Type
	// Name is the type's name, with its module before a dot unless it is
	// builtins: "int", "collections.deque".
	Name string
	Doc  string
	// Sig is the parameter list of the constructor that __text_signature__
	// shows; it binds nothing. "()" is a constructor without parameters.
	Sig string
	// Base is object when nil; Bases is for more than one.
	Base  *Type
	Bases []*Type
	Flags TypeFlags
	// Layout is LayoutOf[T]() where subclasses may be made in Python or where
	// the base has another layout; nil: the base's.
	Layout  *Layout
	Slots   Slots
	Methods []MethodSpec
	GetSet  []GetSetSpec
	// Members are the attributes that CPython reads from the object's struct:
	// they differ from GetSet in the descriptor's type and error texts.
	Members []GetSetSpec
	// Attrs are further entries of the namespace, made at start-up.
	Attrs func() map[string]Value
	// NamedModule lets the library set __module__ to what it is already.
	NamedModule bool
	// Meta is the metaclass; type when nil.
	Meta *Type
	// noDictAttr leaves out the __dict__ attribute that FlagHasDict brings.
	noDictAttr bool
	// newFrom is the class whose New this type shares, when it lists it again
	// as its own; nil: the type itself.
	newFrom *Type
	// Guarded runs the natives of the type, in free-threaded mode, with the
	// object's guard held (see guard.go).
	Guarded bool
	// shape is the fixed shape number of a kind that the evaluator knows.
	shape uint32
	fills []*slotDef // see filled
}

// The roots of the type system.
var (
	ObjectType = new(Type)
	TypeType   = new(Type)
)

var bootOnce sync.Once

// bootTypes makes the builtin types from their specs, once per process. They
// are immutable from then on and shared by all interpreters.
func bootTypes() {
	bootOnce.Do(func() {
		ObjectType.root = newShape(0)
		StrType.root = newShape(shStr)
		emptyStr.typ, emptyStr.shape = StrType, shStr
		for i := range charStrs {
			a := &charStrs[i]
			a.typ, a.shape, a.lock = StrType, shStr, 1
			if a.s, a.n = latinText[i:i+1], 1; i >= 0x80 {
				at := 0x80 + 2*(i-0x80)
				a.s = latinText[at : at+2]
			}
		}
		BytesType.root = newShape(shBytes)
		emptyBytes.typ, emptyBytes.shape = BytesType, shBytes
		for i := range oneByte {
			oneByte[i].typ, oneByte[i].shape = BytesType, shBytes
			oneByte[i].b = allBytes[i : i+1 : i+1]
		}
		DictType.root = newShape(shDict)
		TupleType.root = newShape(shTuple)
		emptyTuple.typ, emptyTuple.shape = TupleType, shTuple
		makeTypes(func(byType map[*Type]*TypeSpec) {
			for _, e := range excTree {
				s := byType[e.tp]
				if s == nil {
					s = &TypeSpec{Type: e.tp}
					byType[e.tp] = s
					registry.types = append(registry.types, s)
				}
				s.Name = e.name
				if s.Base == nil && s.Bases == nil {
					s.Base = e.base
				}
				s.Flags |= FlagBaseType | FlagExcSubclass
			}
		})
		intTag = Header{typ: IntType, shape: shInt}
		floatTag = Header{typ: FloatType, shape: shFloat}
		boolTag = Header{typ: BoolType, shape: shBool}
		noneTag = Header{typ: NoneTypeObj, shape: shNone}
		*ellipsisObj = Header{typ: EllipsisTypeObj, shape: EllipsisTypeObj.root.id}
		*noDefaultObj = Header{typ: noDefaultType, shape: noDefaultType.root.id}
		*notImplementedObj = Header{typ: NotImplementedTypeObj, shape: NotImplementedTypeObj.root.id}
	})
}

// prepareType sets everything of a type but its namespace, bases first.
func prepareType(s *TypeSpec, byType map[*Type]*TypeSpec) {
	tp := s.Type
	if tp.spec != nil {
		return
	}
	tp.spec = s
	if s.Bases == nil && tp != ObjectType {
		if s.Base == nil {
			s.Base = ObjectType
		}
		s.Bases = []*Type{s.Base}
	}
	for _, b := range s.Bases {
		if b.spec != nil {
			continue
		}
		bs := byType[b]
		if bs == nil {
			panic("base of " + s.Name + " is not registered")
		}
		prepareType(bs, byType)
	}
	tp.typ, tp.shape = TypeType, shType
	if s.Meta != nil {
		tp.typ = s.Meta
	}
	tp.name, tp.doc = s.Name, s.Doc
	tp.module = "builtins"
	if i := strings.LastIndexByte(s.Name, '.'); i >= 0 {
		tp.module = s.Name[:i]
	}
	tp.qualname = tp.BareName()
	tp.bases.Store(&s.Bases)
	tp.flags = s.Flags | FlagImmutable
	if len(s.Bases) > 0 {
		tp.base = s.Bases[0]
		for _, b := range s.Bases {
			tp.flags |= b.flags & inheritedFlags
		}
	}
	if tp.root == nil {
		tp.root = newShape(s.shape)
	}
	if s.shape != 0 && tp.root.id != s.shape {
		panic("shape of " + s.Name)
	}
	tp.layout = tp
	if s.Layout != nil {
		tp.extOff, tp.allocSub = s.Layout.extOff, s.Layout.allocSub
	} else if tp.base != nil {
		tp.layout = tp.base.layout
		tp.extOff, tp.allocSub = tp.base.extOff, tp.base.allocSub
		tp.alloc = tp.base.alloc
	}
	if tp.flags&FlagHasDict != 0 && tp.extOff != 0 {
		tp.dictRoot = newShape(0)
		tp.dictRoot.dict = true
	}
	mro, _ := c3(tp)
	tp.mro.Store(&mro)
	tp.slots = s.Slots
	tp.makeNS = (*Type).newNamespace
	tp.assignVersion()
}

// nsLock guards the filling of builtin types' namespaces.
type nsLock struct{ sync.Mutex }

var filling nsLock

// ns returns the namespace of a type, __dict__. That of a builtin type is made
// when it is first asked for: most programs use few of them.
func (tp *Type) ns() *Dict {
	if d := tp.names.Load(); d != nil {
		return d
	}
	filling.Lock()
	defer filling.Unlock()
	if d := tp.names.Load(); d != nil {
		return d
	}
	d := tp.makeNS(tp)
	tp.names.Store(d)
	return d
}

// newNamespace makes the namespace of a builtin type.
func (tp *Type) newNamespace() *Dict {
	s := tp.spec
	d := NewDictSize(len(s.Methods) + len(s.GetSet) + len(s.Members) + 8)
	addSlotWrappers(tp, d)
	for i := range s.Methods {
		m := &s.Methods[i]
		kind := MethodDescrType
		if m.Class {
			kind = ClassMethodDescrType
		}
		f := newNative(kind, m, tp)
		v := Value{&f.Header, 0}
		if m.Static {
			f.typ, f.shape = NativeFuncType, NativeFuncType.root.id
			f.self = tp.Value()
			v = newStaticMethod(v)
		}
		d.setStr(InternStr(m.Name), v)
	}
	for _, g := range s.GetSet {
		d.setStr(InternStr(g.Name), newGetSet(tp, g))
	}
	for _, g := range s.Members {
		d.setStr(InternStr(g.Name), memberDescr(tp, g))
	}
	if s.Attrs != nil {
		for k, v := range s.Attrs() {
			d.setStr(InternStr(k), v)
		}
	}
	if s.Slots.New != nil {
		d.setStr(strNew, newNativeNew(tp))
	}
	if tp.flags&FlagHasDict != 0 && !s.noDictAttr && (tp.base == nil || tp.base.flags&FlagHasDict == 0) && d.getStr(strDict).p == nil {
		d.setStr(strDict, newGetSet(tp, instDictSpec))
	}
	if d.getStr(strDoc).p == nil {
		if tp.doc != "" {
			d.setStr(strDoc, NewStr(tp.doc).Value())
		} else {
			d.setStr(strDoc, None)
		}
	}
	return d
}

// filled returns the rows of the table of slots that the spec fills. It is
// asked of bases only, most of which have many subclasses.
func (s *TypeSpec) filled() []*slotDef {
	if s.fills == nil {
		s.fills = make([]*slotDef, 0, 16)
		for i := range slotDefs {
			if d := &slotDefs[i]; d.isSet(&s.Slots) {
				s.fills = append(s.fills, d)
			}
		}
	}
	return s.fills
}

// finishType lets a type inherit slots.
func finishType(tp *Type) {
	own := tp.slots
	for _, m := range tp.MRO()[1:] {
		src := &m.spec.Slots
		for _, d := range m.spec.filled() {
			if d.names[0] == strHash && (own.Compare != nil || own.Hash != nil) {
				continue
			}
			if !d.isSet(&tp.slots) {
				d.copy(&tp.slots, src)
			}
		}
		inheritBuiltinSeq(&tp.slots, src)
	}
	if tp.slots.New == nil && tp.flags&FlagNoNew == 0 {
		for _, m := range tp.MRO()[1:] {
			if m.spec.Slots.New != nil {
				tp.slots.New = m.spec.Slots.New
				break
			}
		}
	}
	if tp.flags&FlagNoNew != 0 {
		tp.slots.New = nil
	}
	tp.genericGet = tp.spec.Slots.GetAttr == nil && !mroHas(tp, func(s *Slots) bool { return s.GetAttr != nil })
	tp.genericSet = tp.spec.Slots.SetAttr == nil && !mroHas(tp, func(s *Slots) bool { return s.SetAttr != nil })
}

// mroHas tells whether a class between tp and object fills a slot of its own.
func mroHas(tp *Type, f func(*Slots) bool) bool {
	for _, m := range tp.MRO() {
		if m != ObjectType && m.spec != nil && f(&m.spec.Slots) {
			return true
		}
	}
	return false
}

func inheritBuiltinSeq(dst, src *Slots) {
	if dst.Concat == nil {
		dst.Concat = src.Concat
	}
	if dst.InPlaceConcat == nil {
		dst.InPlaceConcat = src.InPlaceConcat
	}
	if dst.Repeat == nil {
		dst.Repeat = src.Repeat
	}
	if dst.InPlaceRepeat == nil {
		dst.InPlaceRepeat = src.InPlaceRepeat
	}
	if dst.Item == nil {
		dst.Item = src.Item
	}
	if dst.Send == nil {
		dst.Send = src.Send
	}
}

// newNativeNew makes the __new__ of a builtin type: a function that takes the
// class to instantiate.
func newNativeNew(owner *Type) Value {
	m := MethodSpec{Name: "__new__", Doc: "Create and return a new object.  See help(type) for accurate signature.", Fn: FnRaw(func(t *Thread, _ Value, args Args) (Value, *Exc) {
		if args.Len() == 0 {
			return Value{}, t.TypeErr("%s.__new__(): not enough arguments", owner.name)
		}
		cls, ok := ToType(args.vals[0])
		if !ok {
			return Value{}, t.TypeErr("%s.__new__(X): X is not a type object (%s)", owner.name, args.vals[0].p.typ.name)
		}
		if !cls.IsSubtype(owner) {
			return Value{}, t.TypeErr("%s.__new__(%s): %s is not a subtype of %s", owner.name, cls.name, cls.name, owner.name)
		}
		base := cls
		for base.flags&FlagHeap != 0 {
			base = base.base
		}
		if base.flags&FlagNoNew != 0 && base != owner {
			return Value{}, t.TypeErr("%s.__new__(%s) is not safe, use %s.__new__()", owner.name, cls.name, base.name)
		}
		if base.spec.Slots.New == nil && base != owner || base.spec.Slots.New != nil && base != owner {
			if f := nativeNewOwner(base); f != nativeNewOwner(owner) {
				return Value{}, t.TypeErr("%s.__new__(%s) is not safe, use %s.__new__()", owner.name, cls.name, base.name)
			}
		}
		return owner.spec.Slots.New(t, cls, args.dropFirst())
	})}
	f := newNative(NativeFuncType, &m, nil)
	f.self = owner.Value()
	f.qual = owner.BareName() + ".__new__"
	return Value{&f.Header, 0}
}

// nativeNewOwner is the builtin class whose __new__ instances of tp are made by.
func nativeNewOwner(tp *Type) *Type {
	for _, m := range tp.MRO() {
		if m.spec != nil && m.spec.Slots.New != nil {
			if m.spec.newFrom != nil {
				return m.spec.newFrom
			}
			return m
		}
	}
	return ObjectType
}

// isNativeNew tells whether v is a __new__ made by newNativeNew.
func isNativeNew(v Value) bool {
	return v.p != nil && v.p.typ == NativeFuncType && asNative(v).name == "__new__" && asNative(v).self.p != nil && asNative(v).self.p.typ.flags&FlagTypeSubclass != 0
}

// dispatchNew is the New slot of classes with a __new__ in Python.
func dispatchNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	f, err := t.GetAttr(cls.Value(), strNew)
	if err != nil {
		return Value{}, err
	}
	return t.CallArgs(f, args.Prepend(cls.Value()))
}

// c3 computes the method resolution order (C3 linearisation). The second
// result is the list of bases that cannot be ordered, nil when all is well.
func c3(tp *Type) ([]*Type, []*Type) {
	lists := make([][]*Type, 0, len(tp.Bases())+1)
	for _, b := range tp.Bases() {
		lists = append(lists, b.MRO())
	}
	lists = append(lists, tp.Bases())
	return c3Merge([]*Type{tp}, lists)
}

func c3Merge(res []*Type, lists [][]*Type) ([]*Type, []*Type) {
	pos := make([]int, len(lists))
	for {
		var pick *Type
		empty := true
	next:
		for i, l := range lists {
			if pos[i] >= len(l) {
				continue
			}
			empty = false
			c := l[pos[i]]
			for j, m := range lists {
				for k := pos[j] + 1; k < len(m); k++ {
					if m[k] == c {
						continue next
					}
				}
			}
			pick = c
			break
		}
		if empty {
			return res, nil
		}
		if pick == nil {
			var left []*Type
			seen := map[*Type]bool{}
			for i, l := range lists {
				if pos[i] < len(l) && !seen[l[pos[i]]] {
					seen[l[pos[i]]] = true
					left = append(left, l[pos[i]])
				}
			}
			return nil, left
		}
		res = append(res, pick)
		for i, l := range lists {
			if pos[i] < len(l) && l[pos[i]] == pick {
				pos[i]++
			}
		}
	}
}

type weakType = weak.Pointer[Type]

// liveSubclasses returns the direct subclasses made in Python that still live.
func (tp *Type) liveSubclasses() []*Type {
	tp.mu.Lock()
	defer tp.mu.Unlock()
	var live []*Type
	kept := tp.subclasses[:0]
	for _, w := range tp.subclasses {
		if s := w.Value(); s != nil {
			live = append(live, s)
			kept = append(kept, w)
		}
	}
	tp.subclasses = kept
	return live
}

func (tp *Type) addSubclass(s *Type) {
	tp.mu.Lock()
	tp.subclasses = append(tp.subclasses, weak.Make(s))
	tp.mu.Unlock()
}

func (tp *Type) removeSubclass(s *Type) {
	tp.mu.Lock()
	defer tp.mu.Unlock()
	kept := tp.subclasses[:0]
	for _, w := range tp.subclasses {
		if x := w.Value(); x != nil && x != s {
			kept = append(kept, w)
		}
	}
	tp.subclasses = kept
}
