package py

import (
	"strings"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// rareOp executes the instructions that the evaluator loop leaves out. The
// frame's pc is saved.
func (t *Thread) rareOp(fr *frame, regs unsafe.Pointer, ins uint64) *Exc {
	a := ra(regs, ins)
	f := uint8(ins >> 8)
	var v Value
	var err *Exc
	switch bc.Op(ins) {
	case bc.BuildSet:
		s := NewSet()
		for _, x := range regSlice(rb(regs, ins), int(ins>>48)) {
			if err := s.Add(t, x); err != nil {
				return err
			}
		}
		v = s.Value()
	case bc.BuildDict:
		n := int(ins >> 48)
		d := NewDictSize(n)
		b := rb(regs, ins)
		for i := 0; i < n; i++ {
			if err := d.Set(t, *b.at(2 * i), *b.at(2*i + 1)); err != nil {
				return err
			}
		}
		v = d.Value()
	case bc.BuildString:
		s, err := t.joinStrs(regSlice(rb(regs, ins), int(ins>>48)))
		if err != nil {
			return err
		}
		v = s.Value()
	case bc.ListExtend:
		x := *rb(regs, ins)
		if x.p.typ.slots.Iter == nil && x.p.typ.slots.GetItem == nil {
			return t.TypeErr("Value after * must be an iterable, not %s", x.p.typ.name)
		}
		return asList(*a).Extend(t, x)
	case bc.ListToTuple:
		v = newTupleOwned(asList(*rb(regs, ins)).items).Value()
	case bc.SetAdd:
		return asSet(*a).Add(t, *rb(regs, ins))
	case bc.SetUpdate:
		s := asSet(*a)
		return t.Each(*rb(regs, ins), func(x Value) *Exc { return s.Add(t, x) })
	case bc.DictSet:
		return asDict(*a).Set(t, *rb(regs, ins), *rc(regs, ins))
	case bc.DictUpdate:
		x := *rb(regs, ins)
		if err := t.dictUpdate(asDict(*a), x); err != nil {
			if err.Is(AttributeError) {
				return t.TypeErr("'%s' object is not a mapping", x.p.typ.name)
			}
			return err
		}
		return nil
	case bc.DictMerge:
		return t.dictMerge(asDict(*a), *rb(regs, ins), *rc(regs, ins))
	case bc.Format:
		x := *rb(regs, ins)
		switch f & 3 {
		case 1:
			s, e := t.StrOf(x)
			if err = e; e == nil {
				x = s.Value()
			}
		case 2:
			s, e := t.Repr(x)
			if err = e; e == nil {
				x = s.Value()
			}
		case 3:
			s, e := t.Repr(x)
			if err = e; e == nil {
				x = asciiEscape(s).Value()
			}
		}
		if err != nil {
			return err
		}
		spec := emptyStr
		if f&4 != 0 {
			spec = asStr(*rc(regs, ins))
		}
		s, e := t.Format(x, spec)
		if e != nil {
			return e
		}
		v = s.Value()
	case bc.MakeFunction:
		v = t.makeFunction(fr, a, asCode(fr.code.consts[ins>>32]), f).Value()
	case bc.LoadBuildClass:
		var err *Exc
		if v, err = t.builtinNamed(fr.fn().builtins, strBuildClass); err != nil {
			return err
		}
		if v.p == nil {
			return t.Raise(NameError, "__build_class__ not found")
		}
	case bc.LoadLocals:
		if fr.code.bc.Flags&bc.FlagOptimized != 0 {
			v = t.frameLocalsDict(fr).Value()
		} else {
			v = *(*Value)(regs)
		}
	case bc.SetupAnnotations:
		ns := *(*Value)(regs)
		x, err := t.lookupNamespace(ns, strAnnotations)
		if err != nil || x.p != nil {
			return err
		}
		return t.storeName(ns, strAnnotations, NewDict().Value())
	case bc.Raise:
		return t.raise(*a, rb(regs, ins), f)
	case bc.Reraise:
		e := asExc(*a)
		t.again = e
		return e
	case bc.PushExc:
		// A generator does not keep what its resumer handles: another one
		// may resume it.
		*a = None
		if t.handled != nil && (fr.gen == nil || fr.ownExc) {
			*a = t.handled.Value()
		}
		t.handled, fr.ownExc = asExc(*rb(regs, ins)), true
		return nil
	case bc.PopExc:
		if a.IsNone() {
			t.handled, fr.ownExc = nil, false
			if fr.gen != nil {
				t.handled = fr.handled
			}
		} else {
			t.handled = asExc(*a)
		}
		return nil
	case bc.ExcMatch:
		ok, e := t.excMatch(*rb(regs, ins), *rc(regs, ins))
		v, err = Bool(ok), e
	case bc.ExcGroupMatch:
		return t.excGroupMatch(a, *rb(regs, ins), *rc(regs, ins))
	case bc.PrepReraiseStar:
		v, err = t.prepReraiseStar(asExc(*rb(regs, ins)), asList(*rc(regs, ins)).items)
	case bc.LoadAssertionError:
		v = AssertionError.Value()
	case bc.WithExit:
		e := asExc(*rc(regs, ins))
		exit := rb(regs, ins)
		if exit.p == nil {
			v, err = t.Call(*exit.at(1), e.typ.Value(), e.Value(), loadPointer(&e.tb).Value())
		} else {
			v, err = t.Call(*exit, *exit.at(1), e.typ.Value(), e.Value(), loadPointer(&e.tb).Value())
		}
	case bc.EndAsyncFor:
		e := asExc(*a)
		if !e.Is(StopAsyncIteration) {
			t.again = e
			return e
		}
		return nil
	case bc.CleanupThrow:
		e := asExc(*a)
		if !e.Is(StopIteration) {
			t.again = e
			return e
		}
		*rb(regs, ins) = stopValue(e)
		return nil
	case bc.GetAwaitable:
		v, err = t.getAwaitable(*rb(regs, ins), f)
	case bc.GetAIter:
		x := *rb(regs, ins)
		fn := x.p.typ.slots.AIter
		if fn == nil {
			return t.TypeErr("'async for' requires an object with __aiter__ method, got %s", x.p.typ.name)
		}
		if v, err = fn(t, x); err == nil && v.p.typ.slots.ANext == nil {
			return t.TypeErr("'async for' received an object from __aiter__ that does not implement __anext__: %s", v.p.typ.name)
		}
	case bc.GetANext:
		x := *rb(regs, ins)
		fn := x.p.typ.slots.ANext
		if fn == nil {
			return t.TypeErr("'async for' requires an iterator with __anext__ method, got %s", x.p.typ.name)
		}
		if v, err = fn(t, x); err == nil && x.p.typ != AsyncGenType {
			r := v
			if v, err = t.awaitableIter(r); err != nil {
				e := t.TypeErr("'async for' received an invalid object from __anext__: %s", r.p.typ.name)
				e.cause, e.suppress = err, true
				err = e
			}
		}
	case bc.GetYieldFromIter:
		x := *rb(regs, ins)
		switch {
		case x.p.shape == shGenerator:
			v = x
		case x.p.shape == shCoroutine:
			if fr.code.bc.Flags&(bc.FlagCoroutine|bc.FlagIterableCoroutine) == 0 {
				return t.TypeErr("cannot 'yield from' a coroutine object in a non-coroutine generator")
			}
			v = x
		default:
			v, err = t.Iter(x)
		}
	case bc.AsyncGenWrap:
		v = newAsyncGenWrapped(*rb(regs, ins))
	case bc.ImportName:
		b := rb(regs, ins)
		v, err = t.importName(fr, fr.code.names[ins>>48], *b.at(1), *b)
	case bc.ImportFrom:
		v, err = t.importFrom(*rb(regs, ins), fr.code.names[ins>>48])
	case bc.ImportStar:
		return t.importStar(*a, *(*Value)(regs))
	case bc.MatchSequence:
		v = Bool(rb(regs, ins).p.typ.flags&FlagSequence != 0)
	case bc.MatchMapping:
		v = Bool(rb(regs, ins).p.typ.flags&FlagMapping != 0)
	case bc.MatchKeys:
		v, err = t.matchKeys(*rb(regs, ins), asTuple(*rc(regs, ins)).items)
	case bc.MatchClass:
		b := rb(regs, ins)
		v, err = t.matchClass(*b, *b.at(1), int(f), asTuple(fr.code.consts[ins>>48]).items)
	case bc.GetLen:
		n, e := t.Len(*rb(regs, ins))
		v, err = IntOf(n), e
	case bc.Intrinsic1:
		v, err = t.intrinsic1(fr, f, *rb(regs, ins))
	case bc.Intrinsic2:
		v, err = t.intrinsic2(f, *rb(regs, ins), *rc(regs, ins))
	default:
		return t.Raise(SystemError, "unknown opcode")
	}
	if err != nil {
		return err
	}
	*a = v
	return nil
}

// joinStrs concatenates str values.
func (t *Thread) joinStrs(parts []Value) (*Str, *Exc) {
	n, cp := 0, 0
	for _, v := range parts {
		s := asStr(v)
		n += len(s.s)
		cp += s.n
	}
	if t.full(n) {
		return nil, t.MemoryErr()
	}
	s, b := allocStr(n, cp)
	for _, v := range parts {
		b = b[copy(b, asStr(v).s):]
	}
	return s, nil
}

func (t *Thread) makeFunction(fr *frame, a *Value, code *Code, flags uint8) *Function {
	f := newFunction(t, code, fr.fn().globals)
	f.builtins = fr.fn().builtins
	if flags&bc.FuncDefaults != 0 {
		f.defaults = asTuple(*a.at(1))
	}
	if flags&bc.FuncKwDefaults != 0 {
		f.kwdefaults = asDict(*a.at(2))
	}
	if flags&bc.FuncAnnotations != 0 {
		f.annotations = *a.at(3)
	}
	if flags&bc.FuncClosure != 0 {
		f.closure = asTuple(*a.at(4)).items
	}
	if flags&bc.FuncTypeParams != 0 {
		f.typeParams = asTuple(*a.at(5))
	}
	return f
}

// raise is the raise statement (Language reference, "The raise statement").
func (t *Thread) raise(v Value, cause *Value, f uint8) *Exc {
	if f == 2 {
		e := t.handled
		if e == nil {
			return t.Raise(RuntimeError, "No active exception to reraise")
		}
		t.again = e
		return e
	}
	e, err := t.makeExc(v)
	if err != nil {
		return err
	}
	if f == 1 {
		c := *cause
		switch {
		case c.IsNone():
			setPointer(&e.cause, nil)
		default:
			ce, cerr := t.makeExc(c)
			if cerr != nil {
				if cerr.Is(TypeError) {
					return t.TypeErr("exception causes must derive from BaseException")
				}
				return cerr
			}
			setPointer(&e.cause, ce)
		}
		setFlag(&e.suppress, true)
	}
	setFlag(&e.chained, false)
	return e
}

// makeExc turns the operand of raise into an exception object.
func (t *Thread) makeExc(v Value) (*Exc, *Exc) {
	if e, ok := ToExc(v); ok {
		return e, nil
	}
	if tp, ok := ToType(v); ok && tp.flags&FlagExcSubclass != 0 {
		r, err := t.Call(v)
		if err != nil {
			return nil, err
		}
		if e, ok := ToExc(r); ok {
			return e, nil
		}
		return nil, t.TypeErr("calling %s should have returned an instance of BaseException, not %s", reprType(tp), r.p.typ.name)
	}
	return nil, t.TypeErr("exceptions must derive from BaseException")
}

const notExcText = "catching classes that do not inherit from BaseException is not allowed"

// excMatch tells whether an except clause for m catches v.
func (t *Thread) excMatch(v, m Value) (bool, *Exc) {
	if tup, ok := ToTuple(m); ok {
		for _, x := range tup.items {
			if c, ok := ToType(x); !ok || c.flags&FlagExcSubclass == 0 {
				return false, t.TypeErr(notExcText)
			}
		}
		for _, x := range tup.items {
			if v.p.typ.IsSubtype(asType(x)) {
				return true, nil
			}
		}
		return false, nil
	}
	c, ok := ToType(m)
	if !ok || c.flags&FlagExcSubclass == 0 {
		return false, t.TypeErr(notExcText)
	}
	return v.p.typ.IsSubtype(c), nil
}

// dictMerge adds the keywords of **x for a call of f.
func (t *Thread) dictMerge(d *Dict, x, f Value) *Exc {
	src, isDict := ToDict(x)
	if !isDict || x.p.shape != shDict {
		keys, err := t.GetAttrOpt(x, strKeys)
		if err != nil {
			return err
		}
		if keys.p == nil {
			return t.TypeErr("%s argument after ** must be a mapping, not %s", t.funcStr(f), x.p.typ.name)
		}
		src = NewDict()
		if err := t.dictUpdate(src, x); err != nil {
			return err
		}
	}
	for p := 0; ; {
		k, v, next, ok := src.EntryAt(t, p)
		if !ok {
			return nil
		}
		p = next
		// That they are strings is seen when the call is made.
		if got, err := d.Get(t, k); err != nil {
			return err
		} else if got.p != nil {
			s, err := t.StrOf(k)
			if err != nil {
				return err
			}
			return t.TypeErr("%s got multiple values for keyword argument '%s'", t.funcStr(f), s.String())
		}
		if err := d.Set(t, k, v); err != nil {
			return err
		}
	}
}

// matchKeys looks up the keys of a mapping pattern.
func (t *Thread) matchKeys(v Value, keys []Value) (Value, *Exc) {
	get, err := t.GetAttr(v, InternStr("get"))
	if err != nil {
		return Value{}, err
	}
	missing := t.NewObject(ObjectType)
	seen := NewSet()
	vals := make([]Value, 0, len(keys))
	for _, k := range keys {
		dup, err := seen.Has(t, k)
		if err != nil {
			return Value{}, err
		}
		if dup {
			r, err := t.Repr(k)
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.ValueErr("mapping pattern checks duplicate key (%s)", r.s)
		}
		if err := seen.Add(t, k); err != nil {
			return Value{}, err
		}
		x, err := t.Call(get, k, missing)
		if err != nil {
			return Value{}, err
		}
		if x == missing {
			return None, nil
		}
		vals = append(vals, x)
	}
	return newTupleOwned(vals).Value(), nil
}

// matchClass matches a class pattern and extracts its attributes.
func (t *Thread) matchClass(v, cls Value, npos int, kw []Value) (Value, *Exc) {
	c, ok := ToType(cls)
	if !ok {
		return Value{}, t.TypeErr("called match pattern must be a class")
	}
	is, err := t.IsInstanceOf(v, cls)
	if err != nil || !is {
		return None, err
	}
	vals := make([]Value, 0, npos+len(kw))
	var seen []string
	attr := func(name *Str) (bool, *Exc) {
		for _, s := range seen {
			if s == name.s {
				return false, t.TypeErr("%s() got multiple sub-patterns for attribute '%s'", c.BareName(), name.s)
			}
		}
		seen = append(seen, name.s)
		x, err := t.GetAttrOpt(v, name)
		if err != nil || x.p == nil {
			return false, err
		}
		vals = append(vals, x)
		return true, nil
	}
	if npos > 0 {
		ma, err := t.GetAttrOpt(cls, strMatchArgs)
		if err != nil {
			return Value{}, err
		}
		self := false
		var names []Value
		if ma.p != nil {
			tup, ok := ToTuple(ma)
			if !ok || ma.p.shape != shTuple {
				return Value{}, t.TypeErr("%s.__match_args__ must be a tuple (got %s)", c.BareName(), ma.p.typ.name)
			}
			names = tup.items
		} else {
			self = c.flags&FlagMatchSelf != 0
		}
		allowed := len(names)
		if self {
			allowed = 1
		}
		if npos > allowed {
			return Value{}, t.TypeErr("%s() accepts %d positional sub-pattern%s (%d given)", c.BareName(), allowed, plural(allowed), npos)
		}
		if self {
			vals = append(vals, v)
		} else {
			for _, n := range names[:npos] {
				s, ok := ToStr(n)
				if !ok {
					return Value{}, t.TypeErr("__match_args__ elements must be strings (got %s)", n.p.typ.name)
				}
				ok, err := attr(internOf(s))
				if err != nil || !ok {
					return None, err
				}
			}
		}
	}
	for _, n := range kw {
		ok, err := attr(internOf(asStr(n)))
		if err != nil || !ok {
			return None, err
		}
	}
	return newTupleOwned(vals).Value(), nil
}

// reprType is repr of a class without running Python code.
func reprType(tp *Type) string {
	if tp.flags&FlagHeap == 0 {
		return "<class '" + tp.name + "'>"
	}
	m := tp.ns().lookup(strModule)
	if s, ok := ToStr(m); ok && s.s != "builtins" {
		return "<class '" + s.s + "." + tp.Qualname() + "'>"
	}
	return "<class '" + strings.TrimSpace(tp.Qualname()) + "'>"
}

// entersWith tells whether the call that has just returned is that of __enter__
// in a with statement: no exception of a pending call comes before the block is
// protected, or what was entered would never be left.
func (t *Thread) entersWith() bool {
	fr := t.cur
	if fr.code == nil {
		return false
	}
	w := fr.word()
	if w < 0 || w >= len(fr.code.instrs) {
		return false
	}
	ins := fr.code.instrs[w]
	return bc.Op(ins) == bc.CallMethod && uint8(ins>>8) == bc.CallEnters
}
