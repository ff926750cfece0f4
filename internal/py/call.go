package py

// Call calls f with positional arguments.
func (t *Thread) Call(f Value, args ...Value) (Value, *Exc) {
	return t.CallArgs(f, Args{vals: args})
}

// CallArgs calls f.
func (t *Thread) CallArgs(f Value, args Args) (Value, *Exc) {
	switch f.p.shape {
	case shFunction:
		return t.callFunction(asFunc(f), args)
	case shMethod:
		m := asMethod(f)
		if m.fn.p.shape == shMethod { // one of a chain
			if err := t.enterNative(" while calling a Python object"); err != nil {
				return Value{}, err
			}
			defer t.leaveNative()
		}
		full := t.pushArgs(m.self, args.vals)
		var r Value
		var err *Exc
		if m.fn.p.shape == shFunction {
			r, err = t.callFunction(asFunc(m.fn), Args{full, args.kw})
		} else {
			r, err = t.CallArgs(m.fn, Args{full, args.kw})
		}
		t.popArgs(full)
		return r, err
	}
	c := f.p.typ.slots.Call
	if c == nil {
		return Value{}, t.notCallable(f)
	}
	if err := t.enterNative(" while calling a Python object"); err != nil {
		return Value{}, err
	}
	r, err := c(t, f, args)
	t.leaveNative()
	if err == nil && r.p == nil {
		return Value{}, t.returnedNothing(f)
	}
	return r, err
}

func (t *Thread) notCallable(f Value) *Exc {
	return t.TypeErr("'%s' object is not callable", f.p.typ.name)
}

func (t *Thread) returnedNothing(f Value) *Exc {
	return t.Raise(SystemError, "%s returned NULL without setting an exception", f.p.typ.name)
}

// argStackSize is how many arguments of calls from Go a thread's stack holds.
const (
	argStackSize  = 64
	smallArgStack = 8 // of threads other than the main one
)

// pushArgs returns a slice of self and args, the arguments of one call, which
// popArgs takes back. It is on a stack of the thread's while there is room, so
// that calls from Go need not allocate.
func (t *Thread) pushArgs(self Value, args []Value) []Value {
	s := t.argSlice(len(args) + 1)
	s[0] = self
	copy(s[1:], args)
	return s
}

// argSlice returns n unset values as pushArgs does.
func (t *Thread) argSlice(n int) []Value {
	if t.argStack == nil {
		t.argStack = make([]Value, argStackSize)
	}
	if t.argTop+n > len(t.argStack) {
		return make([]Value, n)
	}
	s := t.argStack[t.argTop : t.argTop+n : t.argTop+n]
	t.argTop += n
	return s
}

// popArgs ends the use of what pushArgs or argSlice returned last.
func (t *Thread) popArgs(s []Value) {
	if len(s) == 0 {
		return
	}
	if at := t.argTop - len(s); at >= 0 && &t.argStack[at] == &s[0] {
		t.argTop = at
		clear(s)
	}
}

// CallKw calls f with positional arguments and a keyword dict (nil: none).
func (t *Thread) CallKw(f Value, pos []Value, kw *Dict) (Value, *Exc) {
	if kw == nil || kw.used == 0 {
		return t.CallArgs(f, Args{vals: pos})
	}
	a, err := t.argsWithDict(f, pos, kw)
	if err != nil {
		return Value{}, err
	}
	return t.CallArgs(f, a)
}

func (t *Thread) argsWithDict(f Value, pos []Value, kw *Dict) (Args, *Exc) {
	vals := make([]Value, len(pos), len(pos)+kw.used)
	copy(vals, pos)
	names := make([]Value, 0, kw.used)
	for p := 0; ; {
		k, v, next, ok := kw.EntryAt(t, p)
		if !ok {
			break
		}
		p = next
		s, isStr := ToStr(k)
		if !isStr {
			return Args{}, t.TypeErr("keywords must be strings")
		}
		names = append(names, internOf(s).Value())
		vals = append(vals, v)
	}
	return Args{vals, newTupleOwned(names)}, nil
}

// typeCall is type.__call__: makes an instance.
func typeCall(t *Thread, f Value, args Args) (Value, *Exc) {
	cls := asType(f)
	if cls == TypeType && len(args.vals) == 1 && args.kw == nil {
		return args.vals[0].p.typ.Value(), nil
	}
	if cls.slots.New == nil || cls.flags&FlagNoNew != 0 {
		return Value{}, t.TypeErr("cannot create '%s' instances", cls.name)
	}
	obj, err := cls.slots.New(t, cls, args)
	if err != nil {
		return Value{}, err
	}
	if cls.flags&FlagHasFinalizer != 0 && obj.p.typ == cls && cls.slotOff == 0 {
		t.interp.watchFinalizer(obj.p)
	}
	if !IsInstance(obj, cls) {
		return obj, nil
	}
	if init := obj.p.typ.slots.Init; init != nil {
		if err := init(t, obj, args); err != nil {
			return Value{}, err
		}
	}
	return obj, nil
}

// Binary applies a binary operator.
func (t *Thread) Binary(op BinaryOp, a, b Value) (Value, *Exc) {
	r, err := t.binary(op, a, b)
	if err == nil && r == NotImplemented {
		return Value{}, t.binaryErr(op, a, b, binarySigns[op])
	}
	return r, err
}

func (t *Thread) binaryErr(op BinaryOp, a, b Value, sign string) *Exc {
	if op == OpRShift && a.p.shape == shNativeFunc && asNative(a).name == "print" {
		return t.TypeErr("unsupported operand type(s) for >>: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", a.p.typ.name, b.p.typ.name)
	}
	return t.TypeErr("unsupported operand type(s) for %s: '%s' and '%s'", sign, a.p.typ.name, b.p.typ.name)
}

// binary tries the number slots of both operands, then the sequence slots; it
// returns NotImplemented when none of them knows the pair.
func (t *Thread) binary(op BinaryOp, a, b Value) (Value, *Exc) {
	ta, tb := a.p.typ, b.p.typ
	fa, fb := ta.slots.Binary[op], tb.slots.Binary[op]
	if ta == tb || sameSlot(fa, fb, ta, tb, op) {
		fb = nil
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			r, err := fb(t, a, b)
			if err != nil || r != NotImplemented {
				return r, err
			}
			fb = nil
		}
		r, err := fa(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if fb != nil {
		r, err := fb(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	switch op {
	case OpAdd:
		if f := ta.slots.Concat; f != nil {
			return f(t, a, b)
		}
	case OpMul:
		if f := ta.slots.Repeat; f != nil {
			return t.repeat(f, a, b)
		}
		if f := tb.slots.Repeat; f != nil {
			return t.repeat(f, b, a)
		}
	}
	return NotImplemented, nil
}

func (t *Thread) repeat(f func(*Thread, Value, int) (Value, *Exc), seq, count Value) (Value, *Exc) {
	if count.p.typ.slots.Index == nil {
		return Value{}, t.TypeErr("can't multiply sequence by non-int of type '%s'", count.p.typ.name)
	}
	n, err := t.AsInt(count)
	if err != nil {
		return Value{}, err
	}
	return f(t, seq, n)
}

// InPlace applies an augmented assignment operator.
func (t *Thread) InPlace(op BinaryOp, a, b Value) (Value, *Exc) {
	s := &a.p.typ.slots
	if f := s.InPlace[op]; f != nil {
		r, err := f(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if op == OpAdd && s.InPlaceConcat != nil {
		r, err := t.binaryNumber(op, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
		return s.InPlaceConcat(t, a, b)
	}
	if op == OpMul && s.InPlaceRepeat != nil {
		r, err := t.binaryNumber(op, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
		return t.repeat(s.InPlaceRepeat, a, b)
	}
	r, err := t.binary(op, a, b)
	if err == nil && r == NotImplemented {
		sign := binarySigns[op] + "="
		if op == OpPow {
			sign = "**="
		}
		return Value{}, t.binaryErr(op, a, b, sign)
	}
	return r, err
}

// binaryNumber tries only the number slots.
func (t *Thread) binaryNumber(op BinaryOp, a, b Value) (Value, *Exc) {
	ta, tb := a.p.typ, b.p.typ
	fa, fb := ta.slots.Binary[op], tb.slots.Binary[op]
	if ta == tb {
		fb = nil
	}
	if fa != nil {
		r, err := fa(t, a, b)
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if fb != nil {
		return fb(t, a, b)
	}
	return NotImplemented, nil
}

// Pow is pow(a, b, mod).
func (t *Thread) Pow(a, b, mod Value) (Value, *Exc) {
	if mod.IsNone() {
		return t.Binary(OpPow, a, b)
	}
	for _, v := range [...]Value{a, b, mod} {
		if f := v.p.typ.slots.Pow3; f != nil {
			r, err := f(t, a, b, mod)
			if err != nil || r != NotImplemented {
				return r, err
			}
		}
	}
	return Value{}, t.TypeErr("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a.p.typ.name, b.p.typ.name, mod.p.typ.name)
}

// Unary operators.

// Neg is -v; Positive is +v, Abs is abs(v), Invert is ~v.
func (t *Thread) Neg(v Value) (Value, *Exc) {
	return t.unary(v, v.p.typ.slots.Neg, "bad operand type for unary -: '%s'")
}

// Positive is +v.
func (t *Thread) Positive(v Value) (Value, *Exc) {
	return t.unary(v, v.p.typ.slots.Pos, "bad operand type for unary +: '%s'")
}

// Abs is abs(v).
func (t *Thread) Abs(v Value) (Value, *Exc) {
	return t.unary(v, v.p.typ.slots.Abs, "bad operand type for abs(): '%s'")
}

// Invert is ~v.
func (t *Thread) Invert(v Value) (Value, *Exc) {
	return t.unary(v, v.p.typ.slots.Invert, "bad operand type for unary ~: '%s'")
}

func (t *Thread) unary(v Value, f UnaryFunc, msg string) (Value, *Exc) {
	if f == nil {
		return Value{}, t.TypeErr(msg, v.p.typ.name)
	}
	return f(t, v)
}
