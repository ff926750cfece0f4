package py

import (
	"sync/atomic"
	"unsafe"
)

// localsProxy is f_locals of a function's frame: a mapping whose items are the
// variables themselves (PEP 667). Names that are no variables go into a dict
// of the frame.
type localsProxy struct {
	Header
	frame *Frame
}

var localsProxyType = new(Type)

func asLocals(v Value) *localsProxy { return (*localsProxy)(v.ptr()) }

func newLocalsProxy(f *Frame) Value {
	p := &localsProxy{frame: f}
	p.typ, p.shape = localsProxyType, localsProxyType.root.id
	return Value{&p.Header, 0}
}

// get returns an item, the zero Value when there is none.
func (p *localsProxy) get(t *Thread, key Value) (Value, *Exc) {
	f := p.frame
	if s, ok := ToStr(key); ok {
		if v, _ := f.variable(t, s.s); v.p != nil {
			return v, nil
		}
	}
	if d, ok := ToDict(f.locals); ok && !f.optimized() {
		return d.Get(t, key)
	}
	extra := peek(&f.extra)
	if extra == nil {
		if _, err := t.Hash(key); err != nil {
			return Value{}, err
		}
		return Value{}, nil
	}
	return extra.Get(t, key)
}

func (p *localsProxy) set(t *Thread, key, val Value) *Exc {
	f := p.frame
	if s, ok := ToStr(key); ok {
		if f.setVariable(t, s.s, val) {
			return nil
		}
	}
	if !f.optimized() && f.locals.p != nil {
		return t.SetItem(f.locals, key, val)
	}
	if peek(&f.extra) == nil {
		atomic.CompareAndSwapPointer(pointerTo(&f.extra), nil, unsafe.Pointer(NewDict()))
	}
	return peek(&f.extra).Set(t, key, val)
}

// dict returns a new dict of the items.
func (p *localsProxy) dict(t *Thread) *Dict {
	d := p.frame.snapshot(t)
	if ns, ok := ToDict(p.frame.locals); ok && !p.frame.optimized() {
		m := ns.CopyOf(t)
		for at := 0; ; {
			e, next, ok := d.nextEntry(at)
			if !ok {
				return m
			}
			at = next
			if s, ok := ToStr(e.key); ok {
				m.setStr(s, e.val)
			}
		}
	}
	return d
}

func (p *localsProxy) pairs(t *Thread) (keys, vals []Value) {
	d := p.dict(t)
	for at := 0; ; {
		e, next, ok := d.nextEntry(at)
		if !ok {
			return keys, vals
		}
		at = next
		keys, vals = append(keys, e.key), append(vals, e.val)
	}
}

// update merges a dict or another proxy into p.
func (p *localsProxy) update(t *Thread, v Value) (bool, *Exc) {
	var src *Dict
	if d, ok := ToDict(v); ok {
		src = d.CopyOf(t)
	} else if v.p.typ == localsProxyType {
		src = asLocals(v).dict(t)
	} else {
		return false, nil
	}
	for at := 0; ; {
		e, next, ok := src.nextEntry(at)
		if !ok {
			return true, nil
		}
		at = next
		if err := p.set(t, e.key, e.val); err != nil {
			return false, err
		}
	}
}

// mergeProxies is a | b, of which at least one is a proxy.
func mergeProxies(t *Thread, a, b Value) (Value, *Exc) {
	res := NewDict()
	for _, v := range [...]Value{a, b} {
		var src *Dict
		if d, ok := ToDict(v); ok {
			src = d
		} else if v.p.typ == localsProxyType {
			src = asLocals(v).dict(t)
		} else {
			return NotImplemented, nil
		}
		if err := t.dictUpdate(res, src.Value()); err != nil {
			return Value{}, err
		}
	}
	return res.Value(), nil
}

func init() {
	slots := Slots{
		New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
			pos := args.Pos()
			if len(pos) != 1 {
				return Value{}, t.TypeErr("FrameLocalsProxy expected 1 argument, got %d", len(pos))
			}
			if pos[0].p.typ != FrameType {
				return Value{}, t.TypeErr("expect frame, not %s", pos[0].p.typ.name)
			}
			if args.NumKw() > 0 {
				return Value{}, t.TypeErr("FrameLocalsProxy takes no keyword arguments")
			}
			return newLocalsProxy(asFrame(pos[0])), nil
		},
		Repr: func(t *Thread, v Value) (Value, *Exc) {
			if t.EnterRepr(v) {
				return NewStr("{...}").Value(), nil
			}
			defer t.LeaveRepr(v)
			s, err := t.Repr(asLocals(v).dict(t).Value())
			if err != nil {
				return Value{}, err
			}
			return s.Value(), nil
		},
		Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
			if op != CmpEQ && op != CmpNE {
				return NotImplemented, nil
			}
			var eq bool
			if b.p.typ == localsProxyType {
				eq = asLocals(a).frame == asLocals(b).frame
			} else if d, ok := ToDict(b); ok {
				var err *Exc
				if eq, err = t.Equal(asLocals(a).dict(t).Value(), d.Value()); err != nil {
					return Value{}, err
				}
			} else {
				return NotImplemented, nil
			}
			return Bool(eq == (op == CmpEQ)), nil
		},
		Iter: func(t *Thread, v Value) (Value, *Exc) {
			keys, _ := asLocals(v).pairs(t)
			return newListIter(NewList(keys)), nil
		},
		Len: func(t *Thread, v Value) (int, *Exc) { return asLocals(v).dict(t).Len(), nil },
		GetItem: func(t *Thread, v, key Value) (Value, *Exc) {
			x, err := asLocals(v).get(t, key)
			if err != nil || x.p != nil {
				return x, err
			}
			r, err := t.Repr(key)
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.Raise(KeyError, "local variable '%s' is not defined", r.s)
		},
		SetItem: func(t *Thread, v, key, val Value) *Exc {
			if val.p == nil {
				return t.TypeErr("cannot remove variables from FrameLocalsProxy")
			}
			return asLocals(v).set(t, key, val)
		},
		Contains: func(t *Thread, v, key Value) (bool, *Exc) {
			x, err := asLocals(v).get(t, key)
			return x.p != nil, err
		},
	}
	slots.Binary[OpOr] = mergeProxies
	slots.InPlace[OpOr] = func(t *Thread, a, b Value) (Value, *Exc) {
		ok, err := asLocals(a).update(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		return a, nil
	}
	RegisterType(TypeSpec{Type: localsProxyType, Name: "FrameLocalsProxy", Flags: FlagMapping, Slots: slots,
		Methods: []MethodSpec{
			{Name: "update", Sig: "object, /", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
				ok, err := asLocals(v).update(t, x)
				if err == nil && !ok {
					err = t.TypeErr("update() argument must be dict or another FrameLocalsProxy")
				}
				return None, err
			})},
			{Name: "__reversed__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				keys, _ := asLocals(v).pairs(t)
				for i, j := 0, len(keys)-1; i < j; i, j = i+1, j-1 {
					keys[i], keys[j] = keys[j], keys[i]
				}
				return NewList(keys).Value(), nil
			})},
			{Name: "copy", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return asLocals(v).dict(t).Value(), nil })},
			{Name: "keys", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				keys, _ := asLocals(v).pairs(t)
				return NewList(keys).Value(), nil
			})},
			{Name: "values", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				_, vals := asLocals(v).pairs(t)
				return NewList(vals).Value(), nil
			})},
			{Name: "items", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				keys, vals := asLocals(v).pairs(t)
				for i := range keys {
					keys[i] = NewTuple(keys[i], vals[i]).Value()
				}
				return NewList(keys).Value(), nil
			})},
			{Name: "get", Fn: FnRaw(proxyGet(false))},
			{Name: "setdefault", Fn: FnRaw(proxyGet(true))},
		}})
}

// proxyGet is get(key, default=None), and setdefault when store is set.
func proxyGet(store bool) func(t *Thread, v Value, args Args) (Value, *Exc) {
	return func(t *Thread, v Value, args Args) (Value, *Exc) {
		name := "get"
		if store {
			name = "setdefault"
		}
		if err := args.NoKeywords(t, "FrameLocalsProxy.", name, "()"); err != nil {
			return Value{}, err
		}
		if n := len(args.vals); n < 1 || n > 2 {
			return Value{}, t.TypeErr("%s expected 1 or 2 arguments", name)
		}
		p := asLocals(v)
		x, err := p.get(t, args.vals[0])
		if err != nil || x.p != nil {
			return x, err
		}
		def := None
		if len(args.vals) == 2 {
			def = args.vals[1]
		}
		if store {
			return def, p.set(t, args.vals[0], def)
		}
		return def, nil
	}
}
