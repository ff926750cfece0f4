package py

import (
	"runtime"
	"sync"
	"weak"
)

// Weak references (the _weakref module). The collector clears the references
// to an object in one go; a cleanup of the object then queues the callbacks,
// which run on a Python thread.

// WeakRef is a weak reference or a weak proxy.
type WeakRef struct {
	Header
	target   weak.Pointer[Header]
	callback Value // nil: none, or already called; guarded by the table's lock
	hash     int64
	hashed   bool
}

// Types of weak references.
var (
	WeakRefType       = new(Type)
	weakProxyType     = new(Type)
	weakCallProxyType = new(Type)
)

func asWeakRef(v Value) *WeakRef { return (*WeakRef)(v.ptr()) }

type weakKey = weak.Pointer[Header]

// weakTable lists the weak references to each object: first the plain ones
// without callback, which are shared, then the others, the newest first.
type weakTable struct {
	mu    sync.Mutex
	lists map[weakKey][]weak.Pointer[WeakRef]
}

// dereference returns the object, the zero Value when it is gone.
func (w *WeakRef) dereference() Value {
	if h := w.target.Value(); h != nil {
		return Value{h, 0}
	}
	return Value{}
}

func isWeakProxy(v Value) bool { return v.p.typ == weakProxyType || v.p.typ == weakCallProxyType }

// rank orders the list of an object: shared reference, shared proxy, others.
func (w *WeakRef) rank() int {
	switch {
	case w.callback.p != nil:
		return 2
	case w.typ == WeakRefType:
		return 0
	case w.typ == weakProxyType || w.typ == weakCallProxyType:
		return 1
	}
	return 2
}

// weakDeath is what the cleanup of an object gets.
type weakDeath struct {
	key weakKey
	in  weak.Pointer[Interp]
}

// newWeakRef makes a weak reference of class cls to v, or returns the shared one.
func (t *Thread) newWeakRef(cls *Type, v, callback Value) (Value, *Exc) {
	if v.p.typ.flags&FlagWeakref == 0 || v.p == &intTag || v.p == &floatTag || v.p == &boolTag || v.p == &noneTag {
		return Value{}, t.TypeErr("cannot create weak reference to '%s' object", v.p.typ.name)
	}
	if callback.IsNone() {
		callback = Value{}
	}
	key := weak.Make(v.p)
	var w *WeakRef
	if cls == weakProxyType || cls == weakCallProxyType {
		w = &WeakRef{}
		w.typ, w.shape = cls, cls.root.id
	} else {
		w = allocFor[WeakRef](cls)
	}
	w.target, w.callback = key, callback
	rank := w.rank()
	tab := &t.interp.runtime.weak
	tab.mu.Lock()
	list, known := tab.lists[key]
	kept := list[:0]
	var shared *WeakRef
	at := 0
	for _, p := range list {
		r := p.Value()
		if r == nil {
			continue
		}
		if rank < 2 && r.rank() == rank {
			shared = r
		}
		kept = append(kept, p)
		if r.rank() < rank {
			at = len(kept)
		}
	}
	if shared != nil {
		tab.lists[key] = kept
		tab.mu.Unlock()
		return Value{&shared.Header, 0}, nil
	}
	kept = append(kept, weak.Pointer[WeakRef]{})
	copy(kept[at+1:], kept[at:])
	kept[at] = weak.Make(w)
	if tab.lists == nil {
		tab.lists = map[weakKey][]weak.Pointer[WeakRef]{}
	}
	tab.lists[key] = kept
	tab.mu.Unlock()
	if !known {
		runtime.AddCleanup(v.p, func(d weakDeath) {
			if in := d.in.Value(); in != nil {
				in.runtime.weak.died(in, d.key)
			}
		}, weakDeath{key, weak.Make(t.interp)})
	}
	if cls.flags&FlagHasFinalizer != 0 {
		t.interp.watchFinalizer(&w.Header)
	}
	return Value{&w.Header, 0}, nil
}

// died queues the callbacks of the references to an object that is gone.
func (tab *weakTable) died(in *Interp, key weakKey) {
	tab.mu.Lock()
	list := tab.lists[key]
	delete(tab.lists, key)
	type call struct {
		w  *WeakRef
		cb Value
	}
	var calls []call
	for _, p := range list {
		if w := p.Value(); w != nil && w.callback.p != nil {
			calls = append(calls, call{w, w.callback})
			w.callback = Value{}
		}
	}
	tab.mu.Unlock()
	for _, c := range calls {
		in.addFinalization(func(t *Thread) *Exc {
			if _, err := t.Call(c.cb, Value{&c.w.Header, 0}); err != nil {
				t.WriteUnraisable(err, "", c.cb)
			}
			return nil
		})
	}
}

// sweep handles the objects that are gone but whose cleanup has not run yet.
func (tab *weakTable) sweep(in *Interp) {
	tab.mu.Lock()
	var dead []weakKey
	for k := range tab.lists {
		if k.Value() == nil {
			dead = append(dead, k)
		}
	}
	tab.mu.Unlock()
	for _, k := range dead {
		tab.died(in, k)
	}
}

// refs lists the living weak references to v.
func (tab *weakTable) refs(v Value) []Value {
	if v.p.typ.flags&FlagWeakref == 0 {
		return nil
	}
	key := weak.Make(v.p)
	tab.mu.Lock()
	defer tab.mu.Unlock()
	var refs []Value
	for _, p := range tab.lists[key] {
		if w := p.Value(); w != nil {
			refs = append(refs, Value{&w.Header, 0})
		}
	}
	return refs
}

// NewWeakRef makes a weak reference to v with a callback (None for none).
func (t *Thread) NewWeakRef(v, callback Value) (Value, *Exc) {
	return t.newWeakRef(WeakRefType, v, callback)
}

// weakrefSpec is the __weakref__ attribute of instances.
var weakrefSpec = GetSetSpec{Name: "__weakref__", Doc: "list of weak references to the object",
	Get: func(t *Thread, v Value) (Value, *Exc) {
		if refs := t.interp.runtime.weak.refs(v); len(refs) > 0 {
			return refs[0], nil
		}
		return None, nil
	}}

func weakRefRepr(kind string) UnaryFunc {
	return func(t *Thread, v Value) (Value, *Exc) {
		head := "<" + kind + " at " + addrText(v)
		obj := asWeakRef(v).dereference()
		if obj.p == nil {
			return NewStr(head + "; dead>").Value(), nil
		}
		s := head + "; to '" + obj.p.typ.name + "' at " + addrText(obj)
		if kind == "weakref" {
			n, err := t.lookupSpecial(obj, strName)
			if err != nil && !err.Is(AttributeError) {
				return Value{}, err
			}
			if name, ok := ToStr(n); ok {
				s += " (" + name.s + ")"
			}
		}
		return NewStr(s + ">").Value(), nil
	}
}

func weakRefHash(t *Thread, v Value) (int64, *Exc) {
	w := asWeakRef(v)
	if w.hashed {
		return w.hash, nil
	}
	obj := w.dereference()
	if obj.p == nil {
		return 0, t.TypeErr("weak object has gone away")
	}
	h, err := t.Hash(obj)
	if err != nil {
		return 0, err
	}
	w.hash, w.hashed = h, true
	return h, nil
}

func weakRefCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if op != CmpEQ && op != CmpNE || !IsInstance(a, WeakRefType) || !IsInstance(b, WeakRefType) {
		return NotImplemented, nil
	}
	x, y := asWeakRef(a).dereference(), asWeakRef(b).dereference()
	if x.p == nil || y.p == nil {
		return Bool((a == b) == (op == CmpEQ)), nil
	}
	return t.Compare(x, y, op)
}

// unproxy returns what a proxy refers to, other values as they are.
func (t *Thread) unproxy(v Value) (Value, *Exc) {
	if v.p == nil || !isWeakProxy(v) {
		return v, nil
	}
	if obj := asWeakRef(v).dereference(); obj.p != nil {
		return obj, nil
	}
	return Value{}, t.Raise(ReferenceError, "weakly-referenced object no longer exists")
}

// proxyUnary forwards an operation of one operand.
func proxyUnary(f UnaryFunc) UnaryFunc {
	return func(t *Thread, v Value) (Value, *Exc) {
		obj, err := t.unproxy(v)
		if err != nil {
			return Value{}, err
		}
		return f(t, obj)
	}
}

// proxyBinary forwards an operation of two operands, either a proxy.
func proxyBinary(f BinaryFunc) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, *Exc) {
		x, err := t.unproxy(a)
		if err != nil {
			return Value{}, err
		}
		y, err := t.unproxy(b)
		if err != nil {
			return Value{}, err
		}
		return f(t, x, y)
	}
}

func proxySlots() Slots {
	s := Slots{
		Repr: weakRefRepr("weakproxy"),
		Str: proxyUnary(func(t *Thread, v Value) (Value, *Exc) {
			r, err := t.StrOf(v)
			if err != nil {
				return Value{}, err
			}
			return r.Value(), nil
		}),
		Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
			return proxyBinary(func(t *Thread, a, b Value) (Value, *Exc) { return t.Compare(a, b, op) })(t, a, b)
		},
		GetAttr: func(t *Thread, v Value, name *Str) (Value, *Exc) {
			obj, err := t.unproxy(v)
			if err != nil {
				return Value{}, err
			}
			return t.GetAttr(obj, name)
		},
		SetAttr: func(t *Thread, v Value, name *Str, val Value) *Exc {
			obj, err := t.unproxy(v)
			if err != nil {
				return err
			}
			return t.SetAttr(obj, name, val)
		},
		Iter: proxyUnary((*Thread).iterOf),
		Next: func(t *Thread, v Value) (Value, *Exc) {
			obj, err := t.unproxy(v)
			if err != nil {
				return Value{}, err
			}
			if obj.p.typ.slots.Next == nil {
				return Value{}, t.TypeErr("Weakref proxy referenced a non-iterator '%s' object", obj.p.typ.name)
			}
			return t.Next(obj)
		},
		Neg: proxyUnary((*Thread).negOf), Pos: proxyUnary((*Thread).posOf), Abs: proxyUnary((*Thread).absOf), Invert: proxyUnary((*Thread).invertOf),
		ToInt:   proxyUnary(func(t *Thread, v Value) (Value, *Exc) { return t.Call(IntType.Value(), v) }),
		ToFloat: proxyUnary(func(t *Thread, v Value) (Value, *Exc) { return t.Call(FloatType.Value(), v) }),
		Index:   proxyUnary((*Thread).indexOf),
		Bool: func(t *Thread, v Value) (bool, *Exc) {
			obj, err := t.unproxy(v)
			if err != nil {
				return false, err
			}
			return t.Truth(obj)
		},
		Len: func(t *Thread, v Value) (int, *Exc) {
			obj, err := t.unproxy(v)
			if err != nil {
				return 0, err
			}
			return t.Len(obj)
		},
		GetItem: proxyBinary(func(t *Thread, v, k Value) (Value, *Exc) { return t.GetItem(v, k) }),
		SetItem: func(t *Thread, v, key, val Value) *Exc {
			obj, err := t.unproxy(v)
			if err != nil {
				return err
			}
			return t.SetItem(obj, key, val)
		},
		Contains: func(t *Thread, v, item Value) (bool, *Exc) {
			obj, err := t.unproxy(v)
			if err != nil {
				return false, err
			}
			return t.Contains(obj, item)
		},
		Pow3: func(t *Thread, a, b, c Value) (Value, *Exc) {
			vals := [...]Value{a, b, c}
			for i := range vals {
				x, err := t.unproxy(vals[i])
				if err != nil {
					return Value{}, err
				}
				vals[i] = x
			}
			return t.Pow(vals[0], vals[1], vals[2])
		},
	}
	for op := OpAdd; op < numBinaryOps; op++ {
		s.Binary[op] = proxyBinary(func(t *Thread, a, b Value) (Value, *Exc) { return t.Binary(op, a, b) })
		if op != OpDivmod {
			s.InPlace[op] = proxyBinary(func(t *Thread, a, b Value) (Value, *Exc) { return t.InPlace(op, a, b) })
		}
	}
	return s
}

// The operations of one operand as slot functions.
func (t *Thread) iterOf(v Value) (Value, *Exc)   { return t.Iter(v) }
func (t *Thread) negOf(v Value) (Value, *Exc)    { return t.Neg(v) }
func (t *Thread) posOf(v Value) (Value, *Exc)    { return t.Positive(v) }
func (t *Thread) absOf(v Value) (Value, *Exc)    { return t.Abs(v) }
func (t *Thread) invertOf(v Value) (Value, *Exc) { return t.Invert(v) }
func (t *Thread) indexOf(v Value) (Value, *Exc)  { return t.Index(v) }

func weakProxy(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.NoKeywords(t, "_weakref.proxy()"); err != nil {
		return Value{}, err
	}
	if err := args.Count(t, "proxy", 1, 2); err != nil {
		return Value{}, err
	}
	cb := None
	if len(args.vals) == 2 {
		cb = args.vals[1]
	}
	cls := weakProxyType
	if args.vals[0].p.typ.slots.Call != nil {
		cls = weakCallProxyType
	}
	return t.newWeakRef(cls, args.vals[0], cb)
}

func removeDeadWeakref(t *Thread, _ Value, a []Value) (Value, *Exc) {
	d, ok := ToDict(a[0])
	if !ok {
		return Value{}, t.TypeErr("_remove_dead_weakref() argument 1 must be dict, not %s", argTypeName(a[0]))
	}
	v, err := d.Get(t, a[1])
	if err != nil || v.p == nil {
		return None, err
	}
	if !IsInstance(v, WeakRefType) && !isWeakProxy(v) {
		return Value{}, t.TypeErr("not a weakref")
	}
	if asWeakRef(v).dereference().p == nil {
		if _, err := d.Pop(t, a[1]); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

func init() {
	RegisterType(TypeSpec{Type: WeakRefType, Name: "weakref.ReferenceType", Flags: FlagBaseType, Layout: LayoutOf[WeakRef](),
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				pos := args.Pos()
				if err := checkCount(t, "__new__", len(pos), 1, 2); err != nil {
					return Value{}, err
				}
				cb := None
				if len(pos) == 2 {
					cb = pos[1]
				}
				return t.newWeakRef(cls, pos[0], cb)
			},
			Init: func(t *Thread, self Value, args Args) *Exc {
				if err := args.NoKeywords(t, "ref()"); err != nil {
					return err
				}
				return checkCount(t, "__init__", len(args.vals), 1, 2)
			},
			Call: func(t *Thread, v Value, args Args) (Value, *Exc) {
				if err := args.Count(t, "weakref", 0, 0); err != nil {
					return Value{}, err
				}
				return orNone(asWeakRef(v).dereference()), nil
			},
			Repr: weakRefRepr("weakref"), Hash: weakRefHash, Compare: weakRefCompare,
		},
		Methods: []MethodSpec{{Name: "__class_getitem__", Class: true, Sig: "object, /", Doc: "See PEP 585",
			Fn: Fn1(func(t *Thread, cls, arg Value) (Value, *Exc) { return NewGenericAlias(cls, arg), nil })}},
		Attrs: func() map[string]Value {
			return map[string]Value{"__callback__": memberDescr(WeakRefType, GetSetSpec{Name: "__callback__",
				Get: func(t *Thread, v Value) (Value, *Exc) {
					tab := &t.interp.runtime.weak
					tab.mu.Lock()
					defer tab.mu.Unlock()
					if asWeakRef(v).dereference().p == nil {
						return None, nil
					}
					return orNone(asWeakRef(v).callback), nil
				},
				Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }})}
		}})
	RegisterType(TypeSpec{Type: weakProxyType, Name: "weakref.ProxyType", Flags: FlagNoNew, Slots: proxySlots(),
		Methods: []MethodSpec{
			{Name: "__bytes__", Fn: Fn0(proxyUnary(func(t *Thread, v Value) (Value, *Exc) { return t.CallMethod(v, strBytes) }))},
			{Name: "__reversed__", Fn: Fn0(proxyUnary(func(t *Thread, v Value) (Value, *Exc) { return t.CallMethod(v, strReversed) }))},
		}})
	callable := proxySlots()
	callable.Call = func(t *Thread, v Value, args Args) (Value, *Exc) {
		obj, err := t.unproxy(v)
		if err != nil {
			return Value{}, err
		}
		return t.CallArgs(obj, args)
	}
	RegisterType(TypeSpec{Type: weakCallProxyType, Name: "weakref.CallableProxyType", Flags: FlagNoNew, Slots: callable})
	RegisterModule(ModuleSpec{Name: "_weakref", Doc: "Weak-reference support module.",
		Types: []*Type{WeakRefType, weakProxyType, weakCallProxyType},
		Methods: []MethodSpec{
			{Name: "getweakrefcount", Sig: "object, /", Doc: "Return the number of weak references to 'object'.",
				Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) { return IntOf(len(t.interp.runtime.weak.refs(v))), nil })},
			{Name: "getweakrefs", Sig: "object, /", Doc: "Return a list of all weak reference objects pointing to 'object'.",
				Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) { return NewList(t.interp.runtime.weak.refs(v)).Value(), nil })},
			{Name: "_remove_dead_weakref", Sig: "dct, key, /", Doc: "Atomically remove key from dict if it points to a dead weakref.", Fn: FnSig(removeDeadWeakref)},
			{Name: "proxy", Doc: "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.", Fn: FnRaw(weakProxy)},
		},
		Init: func(t *Thread, m *Module) *Exc {
			m.Set("ref", WeakRefType.Value())
			return nil
		}})
}
