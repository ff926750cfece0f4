package py

import "strings"

// slotDef ties one slot to the special methods that stand for it.
type slotDef struct {
	names []*Str
	// isSet tells whether a builtin type fills the slot; its wrappers are then
	// put into the type's namespace.
	isSet func(s *Slots) bool
	// wrap makes the Go function of the wrapper for names[i].
	wrap func(s *Slots, i int) any
	// copy takes the slot over from another type.
	copy func(dst, src *Slots)
	// dispatch sets the slot of a Python class to one that calls the methods.
	dispatch func(tp *Type, dst *Slots)
	// unset empties the slot.
	unset func(dst *Slots)
}

// simpleSlot is a slotDef for a slot that is one function field.
func simpleSlot[F any](field func(*Slots) *F, nonNil func(F) bool, wrap func(f F, i int) any, dispatch F, names ...string) slotDef {
	d := slotDef{
		isSet:    func(s *Slots) bool { return nonNil(*field(s)) },
		wrap:     func(s *Slots, i int) any { return wrap(*field(s), i) },
		copy:     func(dst, src *Slots) { *field(dst) = *field(src) },
		dispatch: func(_ *Type, dst *Slots) { *field(dst) = dispatch },
		unset:    func(dst *Slots) { var zero F; *field(dst) = zero },
	}
	for _, n := range names {
		d.names = append(d.names, InternStr(n))
	}
	return d
}

func unarySlot(name string, field func(*Slots) *UnaryFunc) slotDef {
	n := InternStr(name)
	return simpleSlot(field, func(f UnaryFunc) bool { return f != nil },
		func(f UnaryFunc, _ int) any { return Fn0(f) },
		func(t *Thread, v Value) (Value, *Exc) {
			r, ok, err := t.callSpecial(v, n)
			if !ok {
				return Value{}, t.AttrErr(v, n)
			}
			return r, err
		}, name)
}

func binarySlot(op BinaryOp, name string) slotDef {
	fwd, rev := operatorNames[op], reflectedNames[op]
	return slotDef{
		names: []*Str{fwd, rev},
		isSet: func(s *Slots) bool { return s.Binary[op] != nil },
		wrap: func(s *Slots, i int) any {
			f := s.Binary[op]
			if op == OpPow {
				f3 := s.Pow3
				return Fn1Opt(func(t *Thread, self, a, b Value) (Value, *Exc) {
					if b.p != nil && !b.IsNone() && f3 != nil {
						if i == 1 {
							return f3(t, a, self, b)
						}
						return f3(t, self, a, b)
					}
					if i == 1 {
						return f(t, a, self)
					}
					return f(t, self, a)
				})
			}
			if i == 1 {
				return Fn1(func(t *Thread, self, a Value) (Value, *Exc) { return f(t, a, self) })
			}
			return Fn1(f)
		},
		copy: func(dst, src *Slots) {
			dst.Binary[op] = src.Binary[op]
			dst.pyBinary = dst.pyBinary&^(1<<op) | src.pyBinary&(1<<op)
			if op == OpPow {
				dst.Pow3 = src.Pow3
			}
		},
		dispatch: func(_ *Type, dst *Slots) {
			dst.pyBinary |= 1 << op
			dst.Binary[op] = func(t *Thread, a, b Value) (Value, *Exc) { return t.dispatchBinary(op, a, b, fwd, rev) }
			if op == OpPow {
				dst.Pow3 = func(t *Thread, a, b, c Value) (Value, *Exc) {
					r, ok, err := t.callSpecial(a, fwd, b, c)
					if !ok {
						return NotImplemented, nil
					}
					return r, err
				}
			}
		},
		unset: func(dst *Slots) { dst.Binary[op] = nil; dst.pyBinary &^= 1 << op },
	}
}

// Fn1Opt wraps a function of one argument and an optional second one.
func Fn1Opt(f TernaryOptFunc) any {
	return FnRaw(func(t *Thread, self Value, args Args) (Value, *Exc) {
		if err := args.Count(t, "", 1, 2); err != nil {
			return Value{}, err
		}
		var b Value
		if len(args.vals) == 2 {
			b = args.vals[1]
		}
		return f(t, self, args.vals[0], b)
	})
}

// TernaryOptFunc is a method of one argument and an optional second one.
type TernaryOptFunc = func(t *Thread, self, a, b Value) (Value, *Exc)

// dispatchBinary is the binary slot of classes with operator methods in Python
// (Data model, "Emulating numeric types": reflected operands).
func (t *Thread) dispatchBinary(op BinaryOp, a, b Value, fwd, rev *Str) (Value, *Exc) {
	ta, tb := a.p.typ, b.p.typ
	other := ta != tb && tb.slots.pyBinary&(1<<op) != 0
	if ta.slots.pyBinary&(1<<op) != 0 {
		if other && tb.IsSubtype(ta) && tb.Lookup(rev) != ta.Lookup(rev) {
			r, ok, err := t.callSpecial(b, rev, a)
			if ok && (err != nil || r != NotImplemented) {
				return r, err
			}
			other = false
		}
		r, ok, err := t.callSpecial(a, fwd, b)
		if ok && (err != nil || r != NotImplemented || ta == tb) {
			return r, err
		}
	}
	if other {
		r, ok, err := t.callSpecial(b, rev, a)
		if ok {
			return r, err
		}
	}
	return NotImplemented, nil
}

// sameSlot tells whether both operands dispatch the operator to Python methods,
// so that one call of the slot considers both.
func sameSlot(fa, fb BinaryFunc, ta, tb *Type, op BinaryOp) bool {
	return fa != nil && fb != nil && ta.slots.pyBinary&tb.slots.pyBinary&(1<<op) != 0
}

func inplaceSlot(op BinaryOp, name string) slotDef {
	n := InternStr("__i" + name + "__")
	return simpleSlot(func(s *Slots) *BinaryFunc { return &s.InPlace[op] }, func(f BinaryFunc) bool { return f != nil },
		func(f BinaryFunc, _ int) any { return Fn1(f) },
		func(t *Thread, a, b Value) (Value, *Exc) {
			r, ok, err := t.callSpecial(a, n, b)
			if !ok {
				return NotImplemented, nil
			}
			return r, err
		}, "__i"+name+"__")
}

var compareNames = [...]*Str{InternStr("__lt__"), InternStr("__le__"), InternStr("__eq__"), InternStr("__ne__"), InternStr("__gt__"), InternStr("__ge__")}

// operatorStems are the names of the binary operators' methods without __.
var operatorStems = [...]string{OpAdd: "add", OpSub: "sub", OpMul: "mul", OpMatMul: "matmul", OpDiv: "truediv", OpFloorDiv: "floordiv", OpMod: "mod",
	OpPow: "pow", OpLShift: "lshift", OpRShift: "rshift", OpAnd: "and", OpOr: "or", OpXor: "xor", OpDivmod: "divmod"}

// operatorNames and reflectedNames are the methods of the binary operators.
var operatorNames, reflectedNames = func() (fwd, rev [len(operatorStems)]*Str) {
	for op, name := range operatorStems {
		fwd[op], rev[op] = InternStr("__"+name+"__"), InternStr("__r"+name+"__")
	}
	return fwd, rev
}()

// slotDefs is the one table of slots and special methods. The order decides
// nothing; a name stands in one row, except for the sequence forms of
// operators, which are dispatched through the number rows.
var slotDefs []slotDef

func init() {
	add := func(d slotDef) {
		slotDefs = append(slotDefs, d)
		for _, n := range d.names {
			specialNames[n] = append(specialNames[n], len(slotDefs)-1)
		}
	}
	for op, name := range operatorStems {
		add(binarySlot(BinaryOp(op), name))
		if BinaryOp(op) != OpDivmod {
			add(inplaceSlot(BinaryOp(op), name))
		}
	}
	add(unarySlot("__neg__", func(s *Slots) *UnaryFunc { return &s.Neg }))
	add(unarySlot("__pos__", func(s *Slots) *UnaryFunc { return &s.Pos }))
	add(unarySlot("__abs__", func(s *Slots) *UnaryFunc { return &s.Abs }))
	add(unarySlot("__invert__", func(s *Slots) *UnaryFunc { return &s.Invert }))
	add(unarySlot("__int__", func(s *Slots) *UnaryFunc { return &s.ToInt }))
	add(unarySlot("__float__", func(s *Slots) *UnaryFunc { return &s.ToFloat }))
	add(unarySlot("__index__", func(s *Slots) *UnaryFunc { return &s.Index }))
	add(unarySlot("__repr__", func(s *Slots) *UnaryFunc { return &s.Repr }))
	add(unarySlot("__str__", func(s *Slots) *UnaryFunc { return &s.Str }))
	add(unarySlot("__await__", func(s *Slots) *UnaryFunc { return &s.Await }))
	add(unarySlot("__aiter__", func(s *Slots) *UnaryFunc { return &s.AIter }))
	add(unarySlot("__anext__", func(s *Slots) *UnaryFunc { return &s.ANext }))

	iterName := InternStr("__iter__")
	add(simpleSlot(func(s *Slots) *UnaryFunc { return &s.Iter }, func(f UnaryFunc) bool { return f != nil },
		func(f UnaryFunc, _ int) any { return Fn0(f) },
		func(t *Thread, v Value) (Value, *Exc) {
			if v.p.typ.Lookup(iterName).IsNone() {
				return Value{}, t.TypeErr("'%s' object is not iterable", v.p.typ.name)
			}
			r, err := t.needSpecial(v, iterName)
			return r, err
		}, "__iter__"))
	nextName := InternStr("__next__")
	add(simpleSlot(func(s *Slots) *UnaryFunc { return &s.Next }, func(f UnaryFunc) bool { return f != nil },
		func(f UnaryFunc, _ int) any {
			return Fn0(func(t *Thread, self Value) (Value, *Exc) {
				if self.p.typ.slots.Send != nil {
					return t.nextMethod(self)
				}
				r, err := f(t, self)
				if err == nil && r.p == nil {
					return Value{}, NewExc(StopIteration)
				}
				return r, err
			})
		},
		func(t *Thread, v Value) (Value, *Exc) {
			r, err := t.needSpecial(v, nextName)
			if err != nil && err.Is(StopIteration) {
				return Value{}, nil
			}
			return r, err
		}, "__next__"))
	boolName := InternStr("__bool__")
	add(simpleSlot(func(s *Slots) *func(*Thread, Value) (bool, *Exc) { return &s.Bool },
		func(f func(*Thread, Value) (bool, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value) (bool, *Exc), _ int) any {
			return Fn0(func(t *Thread, self Value) (Value, *Exc) {
				b, err := f(t, self)
				return Bool(b), err
			})
		},
		func(t *Thread, v Value) (bool, *Exc) {
			r, err := t.needSpecial(v, boolName)
			if err != nil {
				return false, err
			}
			if r.p != &boolTag {
				return false, t.TypeErr("__bool__ should return bool, returned %s", r.p.typ.name)
			}
			return r.b != 0, nil
		}, "__bool__"))
	lenName := InternStr("__len__")
	add(simpleSlot(func(s *Slots) *func(*Thread, Value) (int, *Exc) { return &s.Len },
		func(f func(*Thread, Value) (int, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value) (int, *Exc), _ int) any {
			return Fn0(func(t *Thread, self Value) (Value, *Exc) {
				n, err := f(t, self)
				return IntOf(n), err
			})
		},
		func(t *Thread, v Value) (int, *Exc) {
			r, err := t.needSpecial(v, lenName)
			if err != nil {
				return 0, err
			}
			if r.p == &intTag && r.int() >= 0 {
				return int(r.int()), nil
			}
			x, err := t.Index(r)
			if err != nil {
				return 0, err
			}
			if x.p == &intTag && x.int() < 0 || x.p != &intTag && bigOf(x).Sign() < 0 {
				return 0, t.ValueErr("__len__() should return >= 0")
			}
			return t.AsInt(x)
		}, "__len__"))
	add(simpleSlot(func(s *Slots) *func(*Thread, Value) (int64, *Exc) { return &s.Hash },
		func(f func(*Thread, Value) (int64, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value) (int64, *Exc), _ int) any {
			return Fn0(func(t *Thread, self Value) (Value, *Exc) {
				h, err := f(t, self)
				return Int64(h), err
			})
		},
		func(t *Thread, v Value) (int64, *Exc) {
			d := v.p.typ.Lookup(strHash)
			if d.p == nil || d.IsNone() {
				return 0, t.TypeErr("unhashable type: '%s'", v.p.typ.name)
			}
			r, err := t.needSpecial(v, strHash)
			if err != nil {
				return 0, err
			}
			if r.p.typ.flags&FlagIntSubclass == 0 {
				return 0, t.TypeErr("__hash__ method should return an integer")
			}
			x := exactInt(r)
			if x.p == &intTag {
				if x.int() == -1 {
					return -2, nil
				}
				return x.int(), nil
			}
			return t.Hash(x)
		}, "__hash__"))
	add(slotDef{
		names: compareNames[:],
		isSet: func(s *Slots) bool { return s.Compare != nil },
		wrap: func(s *Slots, i int) any {
			f := s.Compare
			return Fn1(func(t *Thread, self, a Value) (Value, *Exc) { return f(t, self, a, CompareOp(i)) })
		},
		copy: func(dst, src *Slots) { dst.Compare = src.Compare },
		dispatch: func(tp *Type, dst *Slots) {
			dst.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				d := a.p.typ.Lookup(compareNames[op])
				if d.p != nil && d.p.typ.flags&FlagMethodDescriptor == 0 {
					if get := d.p.typ.slots.DescrGet; get != nil {
						// A descriptor that fails counts as no method at all.
						f, err := get(t, d, a, a.p.typ.Value())
						if err != nil {
							return NotImplemented, nil
						}
						return t.Call(f, b)
					}
				}
				r, ok, err := t.callSpecial(a, compareNames[op], b)
				if !ok {
					return NotImplemented, nil
				}
				return r, err
			}
		},
		unset: func(dst *Slots) { dst.Compare = nil },
	})
	add(simpleSlot(func(s *Slots) *BinaryFunc { return &s.GetItem }, func(f BinaryFunc) bool { return f != nil },
		func(f BinaryFunc, _ int) any { return Fn1(f) },
		func(t *Thread, v, k Value) (Value, *Exc) {
			r, err := t.needSpecial(v, strGetItem, k)
			return r, err
		}, "__getitem__"))
	setName, delName := InternStr("__setitem__"), InternStr("__delitem__")
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Value, Value) *Exc { return &s.SetItem },
		func(f func(*Thread, Value, Value, Value) *Exc) bool { return f != nil },
		func(f func(*Thread, Value, Value, Value) *Exc, i int) any {
			if i == 1 {
				return Fn1(func(t *Thread, self, k Value) (Value, *Exc) { return None, f(t, self, k, Value{}) })
			}
			return fn2("__setitem__", func(t *Thread, self, k, v Value) (Value, *Exc) { return None, f(t, self, k, v) })
		},
		func(t *Thread, v, k, val Value) *Exc {
			if val.p == nil {
				_, ok, err := t.callSpecial(v, delName, k)
				if !ok {
					return t.TypeErr("'%s' object doesn't support item deletion", v.p.typ.name)
				}
				return err
			}
			_, ok, err := t.callSpecial(v, setName, k, val)
			if !ok {
				return t.TypeErr("'%s' object does not support item assignment", v.p.typ.name)
			}
			return err
		}, "__setitem__", "__delitem__"))
	containsName := InternStr("__contains__")
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Value) (bool, *Exc) { return &s.Contains },
		func(f func(*Thread, Value, Value) (bool, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value, Value) (bool, *Exc), _ int) any {
			return Fn1(func(t *Thread, self, x Value) (Value, *Exc) {
				b, err := f(t, self, x)
				return Bool(b), err
			})
		},
		func(t *Thread, v, item Value) (bool, *Exc) {
			if v.p.typ.Lookup(containsName).IsNone() {
				return false, t.TypeErr("'%s' object is not a container", v.p.typ.name)
			}
			r, err := t.needSpecial(v, containsName, item)
			if err != nil {
				return false, err
			}
			return t.Truth(r)
		}, "__contains__"))
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Args) (Value, *Exc) { return &s.Call },
		func(f func(*Thread, Value, Args) (Value, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value, Args) (Value, *Exc), _ int) any { return FnRaw(f) },
		func(t *Thread, v Value, args Args) (Value, *Exc) {
			d := v.p.typ.Lookup(strCall)
			if d.p.typ.flags&FlagMethodDescriptor != 0 {
				return t.CallArgs(d, args.Prepend(v))
			}
			f, err := t.lookupSpecial(v, strCall)
			if err != nil {
				return Value{}, err
			}
			return t.CallArgs(f, args)
		}, "__call__"))
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Args) *Exc { return &s.Init },
		func(f func(*Thread, Value, Args) *Exc) bool { return f != nil },
		func(f func(*Thread, Value, Args) *Exc, _ int) any {
			return FnRaw(func(t *Thread, self Value, args Args) (Value, *Exc) { return None, f(t, self, args) })
		},
		func(t *Thread, v Value, args Args) *Exc {
			d := v.p.typ.Lookup(strInit)
			var r Value
			var err *Exc
			if d.p.typ.flags&FlagMethodDescriptor != 0 {
				r, err = t.CallArgs(d, args.Prepend(v))
			} else if d, err = t.lookupSpecial(v, strInit); err == nil {
				r, err = t.CallArgs(d, args)
			}
			if err != nil {
				return err
			}
			if !r.IsNone() {
				return t.TypeErr("__init__() should return None, not '%s'", r.p.typ.name)
			}
			return nil
		}, "__init__"))
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Value, Value) (Value, *Exc) { return &s.DescrGet },
		func(f func(*Thread, Value, Value, Value) (Value, *Exc)) bool { return f != nil },
		func(f func(*Thread, Value, Value, Value) (Value, *Exc), _ int) any {
			return Fn1Opt(func(t *Thread, self, obj, owner Value) (Value, *Exc) {
				if obj.IsNone() {
					obj = Value{}
				}
				if owner.p == nil || owner.IsNone() {
					if obj.p == nil {
						return Value{}, t.TypeErr("__get__(None, None) is invalid")
					}
					owner = obj.p.typ.Value()
				}
				return f(t, self, obj, owner)
			})
		},
		func(t *Thread, self, obj, owner Value) (Value, *Exc) {
			if obj.p == nil {
				obj = None
			}
			r, err := t.needSpecial(self, strGet, obj, owner)
			return r, err
		}, "__get__"))
	add(simpleSlot(func(s *Slots) *func(*Thread, Value, Value, Value) *Exc { return &s.DescrSet },
		func(f func(*Thread, Value, Value, Value) *Exc) bool { return f != nil },
		func(f func(*Thread, Value, Value, Value) *Exc, i int) any {
			if i == 1 {
				return Fn1(func(t *Thread, self, obj Value) (Value, *Exc) { return None, f(t, self, obj, Value{}) })
			}
			return fn2("__set__", func(t *Thread, self, obj, v Value) (Value, *Exc) { return None, f(t, self, obj, v) })
		},
		func(t *Thread, self, obj, val Value) *Exc {
			name := strSet
			args := []Value{obj, val}
			if val.p == nil {
				name, args = strDelete, args[:1]
			}
			_, ok, err := t.callSpecial(self, name, args...)
			if !ok {
				return t.Raise(AttributeError, "%s", name.s)
			}
			return err
		}, "__set__", "__delete__"))
	add(slotDef{
		names: []*Str{strGetattribute, strGetattr},
		isSet: func(s *Slots) bool { return s.GetAttr != nil },
		wrap: func(s *Slots, i int) any {
			if i == 1 {
				return nil
			}
			f := s.GetAttr
			return Fn1(func(t *Thread, self, name Value) (Value, *Exc) {
				n, err := t.attrName(name)
				if err != nil {
					return Value{}, err
				}
				return f(t, self, n)
			})
		},
		copy:     func(dst, src *Slots) { dst.GetAttr = src.GetAttr },
		dispatch: func(tp *Type, dst *Slots) { dst.GetAttr = dispatchGetAttr },
		unset:    func(dst *Slots) { dst.GetAttr = nil },
	})
	add(slotDef{
		names: []*Str{strSetattr, strDelattr},
		isSet: func(s *Slots) bool { return s.SetAttr != nil },
		wrap: func(s *Slots, i int) any {
			f := s.SetAttr
			if i == 1 {
				return Fn1(func(t *Thread, self, name Value) (Value, *Exc) {
					n, err := t.attrName(name)
					if err == nil {
						err = t.checkSetAttrOwner(self, s, strDelattr)
					}
					if err != nil {
						return Value{}, err
					}
					return None, f(t, self, n, Value{})
				})
			}
			return fn2("__setattr__", func(t *Thread, self, name, v Value) (Value, *Exc) {
				n, err := t.attrName(name)
				if err == nil {
					err = t.checkSetAttrOwner(self, s, strSetattr)
				}
				if err != nil {
					return Value{}, err
				}
				return None, f(t, self, n, v)
			})
		},
		copy: func(dst, src *Slots) { dst.SetAttr = src.SetAttr },
		dispatch: func(tp *Type, dst *Slots) {
			dst.SetAttr = func(t *Thread, v Value, name *Str, val Value) *Exc {
				if val.p == nil {
					_, err := t.needSpecial(v, strDelattr, name.Value())
					return err
				}
				_, err := t.needSpecial(v, strSetattr, name.Value(), val)
				return err
			}
		},
		unset: func(dst *Slots) { dst.SetAttr = nil },
	})
	add(slotDef{
		names: []*Str{strDel},
		isSet: func(s *Slots) bool { return s.Del != nil },
		wrap: func(s *Slots, i int) any {
			f := s.Del
			return Fn0(func(t *Thread, self Value) (Value, *Exc) { return None, f(t, self) })
		},
		copy: func(dst, src *Slots) { dst.Del = src.Del },
		dispatch: func(tp *Type, dst *Slots) {
			dst.Del = func(t *Thread, v Value) *Exc {
				_, err := t.needSpecial(v, strDel)
				return err
			}
		},
		unset: func(dst *Slots) { dst.Del = nil },
	})
	add(slotDef{
		names: []*Str{strBuffer, strReleaseBuffer},
		isSet: func(s *Slots) bool { return s.Buffer != nil },
		wrap: func(s *Slots, i int) any {
			if i == 0 {
				return Fn1(dunderBuffer)
			}
			if !s.ReleaseBuffer {
				return nil
			}
			return Fn1(dunderReleaseBuffer)
		},
		copy:     func(dst, src *Slots) { dst.Buffer = src.Buffer },
		dispatch: func(_ *Type, dst *Slots) { dst.Buffer = dispatchBuffer },
		unset:    func(dst *Slots) { dst.Buffer = nil },
	})
}

// checkSetAttrOwner refuses a __setattr__ that would go past the one of a
// builtin class nearer to self (the Carlo Verre hack). s holds the slots of
// the class whose __setattr__ is called.
func (t *Thread) checkSetAttrOwner(self Value, s *Slots, name *Str) *Exc {
	for tp := self.p.typ; tp != nil; tp = tp.base {
		if tp.flags&FlagHeap == 0 && tp.ns().lookup(strSetattr).p != nil {
			if &tp.slots == s {
				return nil
			}
			break
		}
	}
	return t.TypeErr("can't apply this %s to %s object", name.s, self.p.typ.name)
}

// fn2 wraps a function of exactly two arguments.
func fn2(name string, f func(t *Thread, self, a, b Value) (Value, *Exc)) any {
	return FnRaw(func(t *Thread, self Value, args Args) (Value, *Exc) {
		if err := args.NoKeywords(t, name, "()"); err != nil {
			return Value{}, err
		}
		if err := checkCount(t, "", len(args.vals), 2, 2); err != nil {
			return Value{}, err
		}
		return f(t, self, args.vals[0], args.vals[1])
	})
}

// attrName checks an attribute name given as a value and interns it.
func (t *Thread) attrName(v Value) (*Str, *Exc) {
	s, ok := ToStr(v)
	if !ok {
		return nil, t.TypeErr("attribute name must be string, not '%s'", v.p.typ.name)
	}
	return internOf(s), nil
}

// dispatchGetAttr is the slot of classes with __getattribute__ or __getattr__
// in Python.
func dispatchGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	tp := v.p.typ
	var r Value
	var err *Exc
	d := tp.Lookup(strGetattribute)
	if d.p.shape == shMethodDescr || d.p.typ == WrapperDescrType {
		r, err = asNative(d).owner.slots.GetAttr(t, v, name)
	} else {
		r, err = t.needSpecial(v, strGetattribute, name.Value())
	}
	if err == nil || !err.Is(AttributeError) {
		return r, err
	}
	if tp.Lookup(strGetattr).p == nil {
		return Value{}, err
	}
	r, err = t.needSpecial(v, strGetattr, name.Value())
	return r, err
}

// specialNames gives the rows of slotDefs that a name stands in.
var specialNames = map[*Str][]int{}

// addSlotWrappers puts a wrapper into the namespace of a builtin type for
// every slot that its spec fills.
func addSlotWrappers(tp *Type, ns *Dict) {
	own := &tp.spec.Slots
	for i := range slotDefs {
		d := &slotDefs[i]
		if !d.isSet(own) {
			continue
		}
		for j, n := range d.names {
			fn := d.wrap(&tp.slots, j)
			if fn == nil || ns.getStr(n).p != nil {
				continue
			}
			w := newNative(WrapperDescrType, wrapperSpec(n.s, fn), tp)
			ns.setStr(n, Value{&w.Header, 0})
		}
	}
	for _, s := range seqWrappers {
		if fn := s.wrap(own); fn != nil && ns.getStr(s.name).p == nil {
			w := newNative(WrapperDescrType, wrapperSpec(s.name.s, fn), tp)
			ns.setStr(s.name, Value{&w.Header, 0})
		}
	}
	if own.Hash == nil && own.Compare != nil && ns.getStr(strHash).p == nil {
		ns.setStr(strHash, None)
	}
}

// seqWrappers are the wrappers of the sequence slots, whose names belong to
// number rows.
var seqWrappers = []struct {
	name *Str
	wrap func(s *Slots) any
}{
	{InternStr("__add__"), func(s *Slots) any { return orNil1(s.Concat) }},
	{InternStr("__iadd__"), func(s *Slots) any { return orNil1(s.InPlaceConcat) }},
	{InternStr("__mul__"), func(s *Slots) any { return repeatWrap(s.Repeat) }},
	{InternStr("__rmul__"), func(s *Slots) any { return repeatWrap(s.Repeat) }},
	{InternStr("__imul__"), func(s *Slots) any { return repeatWrap(s.InPlaceRepeat) }},
}

func orNil1(f BinaryFunc) any {
	if f == nil {
		return nil
	}
	return Fn1(f)
}

func repeatWrap(f func(*Thread, Value, int) (Value, *Exc)) any {
	if f == nil {
		return nil
	}
	return FnRaw(func(t *Thread, self Value, args Args) (Value, *Exc) {
		if err := checkCount(t, "", len(args.vals), 1, 1); err != nil {
			return Value{}, err
		}
		k, err := t.AsInt(args.vals[0])
		if err != nil {
			return Value{}, err
		}
		return f(t, self, k)
	})
}

// updateSlots fills the slots of a class made in Python from what its special
// methods resolve to: a native wrapper brings its slot along, anything else is
// dispatched to.
func updateSlots(tp *Type) {
	// Other threads use the slots meanwhile: they see the old or the new ones.
	s := tp.slots
	for i := range slotDefs {
		updateSlot(tp, &s, &slotDefs[i])
	}
	finishSlots(tp, &s)
}

// emptySubclass is a class, never shown to a program, that derives from the
// builtin type tp and defines nothing.
func (tp *Type) emptySubclass() *Type {
	if sub := tp.emptySub.Load(); sub != nil {
		return sub
	}
	sub := &Type{flags: FlagHeap, base: tp}
	sub.bases.Store(&[]*Type{tp})
	mro := append([]*Type{sub}, tp.MRO()...)
	sub.mro.Store(&mro)
	sub.names.Store(NewDict())
	updateSlots(sub)
	tp.emptySub.Store(sub)
	return sub
}

// newSlots is updateSlots for a new class. With a single base its slots are the
// base's, but for what the class itself defines.
func newSlots(tp *Type) {
	if len(tp.Bases()) != 1 {
		updateSlots(tp)
		return
	}
	base := tp.base
	if base.flags&FlagHeap == 0 {
		base = base.emptySubclass()
	}
	s := base.slots
	special := false
	for e, pos, ok := tp.ns().nextEntry(0); ok; e, pos, ok = tp.ns().nextEntry(pos) {
		k := e.key
		name, isStr := ToStr(k)
		if !isStr || !strings.HasPrefix(name.s, "__") {
			continue
		}
		name = internOf(name)
		rows := specialNames[name]
		for _, i := range rows {
			updateSlot(tp, &s, &slotDefs[i])
		}
		special = special || rows != nil || name == strNew
	}
	if special {
		finishSlots(tp, &s)
		return
	}
	tp.setSlots(&s, tp.flags&^(FlagHasFinalizer|FlagHasGetattr)|base.flags&(FlagHasFinalizer|FlagHasGetattr), base.genericGet, base.genericSet)
}

// finishSlots gives a class its slots s and sets what depends on them.
func finishSlots(tp *Type, s *Slots) {
	inheritSeq(tp, s)
	s.New = dispatchNew
	if d, where := tp.lookupWhere(strNew); where != nil && where.flags&FlagHeap == 0 && isNativeNew(d) {
		s.New = where.slots.New
	}
	flags := tp.flags &^ (FlagHasFinalizer | FlagHasGetattr)
	if s.Del != nil {
		flags |= FlagHasFinalizer
	}
	d := tp.Lookup(strGetattribute)
	get := d.p != nil && d.p.typ == WrapperDescrType && asNative(d).owner == ObjectType && tp.Lookup(strGetattr).p == nil
	set := s.isGenericSet(tp)
	tp.setSlots(s, flags, get, set)
}

func (s *Slots) isGenericSet(tp *Type) bool {
	for _, n := range [...]*Str{strSetattr, strDelattr} {
		d := tp.Lookup(n)
		if d.p == nil || d.p.typ != WrapperDescrType || asNative(d).owner != ObjectType {
			return false
		}
	}
	return true
}

func updateSlot(tp *Type, s *Slots, d *slotDef) {
	var native *Type
	python := false
	for _, n := range d.names {
		v := tp.Lookup(n)
		if v.p == nil {
			continue
		}
		if v.p.typ == WrapperDescrType && asNative(v).name == n.s && tp.IsSubtype(asNative(v).owner) {
			if o := asNative(v).owner; native == nil || o.IsSubtype(native) {
				native = o
			}
			continue
		}
		python = true
	}
	switch {
	case python:
		if d.names[0] == strHash && tp.Lookup(strHash).IsNone() {
			s.Hash = nil
			return
		}
		d.dispatch(tp, s)
	case native != nil && d.isSet(&native.slots):
		d.copy(s, &native.slots)
	default:
		d.unset(s)
	}
}

// inheritSeq takes over the sequence and other slots that no special method of
// their own stands for, as long as the class does not override the operator.
func inheritSeq(tp *Type, s *Slots) {
	owner := func(name *Str) *Slots {
		v := tp.Lookup(name)
		if v.p != nil && v.p.typ == WrapperDescrType {
			return &asNative(v).owner.slots
		}
		return nil
	}
	s.Concat, s.InPlaceConcat, s.Repeat, s.InPlaceRepeat, s.Item = nil, nil, nil, nil, nil
	if o := owner(seqWrappers[0].name); o != nil {
		s.Concat = o.Concat
	}
	if o := owner(seqWrappers[1].name); o != nil {
		s.InPlaceConcat = o.InPlaceConcat
	}
	if o := owner(seqWrappers[2].name); o != nil {
		s.Repeat = o.Repeat
	}
	if o := owner(seqWrappers[4].name); o != nil {
		s.InPlaceRepeat = o.InPlaceRepeat
	}
	if o := owner(strGetItem); o != nil {
		s.Item = o.Item
	}
	s.Send = nil
	for _, m := range tp.MRO() {
		if m.flags&FlagHeap == 0 {
			if s.Send == nil {
				s.Send = m.slots.Send
			}
		}
	}
}

// lockTypes keeps other threads from changing classes; no Python code runs until
// unlockTypes.
func (t *Thread) lockTypes() {
	if t.noGIL {
		t.interp.typeMu.Lock()
	}
}

func (t *Thread) unlockTypes() {
	if t.noGIL {
		t.interp.typeMu.Unlock()
	}
}

// attrChanged brings the slots of a class and of its subclasses up to date
// after one of its attributes was set or deleted.
func (tp *Type) attrChanged(name *Str) {
	tp.Modified()
	if specialNames[name] != nil || name == strNew {
		tp.updateSlotsDown()
	}
}
