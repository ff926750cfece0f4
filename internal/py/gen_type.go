package py

import (
	"unsafe"
)

// The Python side of generators and coroutines (Language reference, "Yield
// expressions"; "Coroutine objects").

// discard ends a generator that has not begun. A frame object keeps the
// arguments.
func (g *Generator) discard(t *Thread) {
	if f := g.frame; f != nil {
		f.vars = append([]Value(nil), f.registers()...)
		f.lasti = -1
		setPointer(&f.gen, nil)
	}
	clear(g.regs)
	g.regs, g.frame = nil, nil
	g.unclaim(t, genDone)
}

// frameObject returns the generator's frame, None when it is done.
func (g *Generator) frameObject() Value {
	if g.state == genDone || g.regs == nil {
		return None
	}
	if g.frame == nil {
		if g.state == genRunning {
			// The activation makes the object, so that both know it.
			return None
		}
		g.newFrame()
	}
	return g.frame.Value()
}

// newFrame makes the frame object of a generator that does not run.
func (g *Generator) newFrame() {
	f := &Frame{fn: asFunc(g.regs[0]), code: g.code, gen: g}
	f.typ, f.shape = FrameType, FrameType.root.id
	if !f.optimized() {
		f.locals = g.regs[1]
	}
	g.frame = f
}

// runningFrame finds the frame object of a running generator.
func (t *Thread) genFrame(g *Generator) Value {
	if g.state == genRunning {
		for fr := t.cur; fr != nil && fr.code != nil; fr = fr.prev {
			if fr.gen == g {
				return fr.object(t).Value()
			}
		}
		if !t.ft && g.frame == nil && g.regs != nil {
			// It passes an exception on to what it delegates to.
			g.state = genSuspended
			defer func() { g.state = genRunning }()
		}
	}
	if t.ft {
		was := g.claim(t)
		if was > genSuspended {
			return None // another thread runs it, or it has ended
		}
		defer g.unclaim(t, was)
		if g.frame == nil {
			g.newFrame()
		}
		return g.frame.Value()
	}
	return g.frameObject()
}

// raiseArgs makes the exception of throw(type, value, traceback).
func (t *Thread) raiseArgs(args Args, fname string) (*Exc, *Exc) {
	if err := args.Count(t, fname, 1, 3); err != nil {
		return nil, err
	}
	a := args.vals
	if len(a) > 1 {
		if err := t.Warn(DeprecationWarning, 1, "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", fname); err != nil {
			return nil, err
		}
	}
	return t.throwArgs(a)
}

// normalizeExc makes the exception of a class and what came with it: nothing
// (None), an instance, a tuple of arguments or one argument.
func (t *Thread) normalizeExc(tp *Type, val Value) (*Exc, *Exc) {
	if x, ok := ToExc(val); ok && x.Is(tp) {
		return x, nil
	}
	var v Value
	var err *Exc
	if tup, ok := ToTuple(val); ok {
		v, err = t.Call(tp.Value(), tup.items...)
	} else if val.IsNone() {
		v, err = t.Call(tp.Value())
	} else {
		v, err = t.Call(tp.Value(), val)
	}
	if err != nil {
		return nil, err
	}
	x, ok := ToExc(v)
	if !ok {
		return nil, t.TypeErr("calling %s should have returned an instance of BaseException, not %s", reprType(tp), v.p.typ.name)
	}
	return x, nil
}

// sent turns the result of a step into what send() gives: a value, or a
// StopIteration when it is the return value.
func sent(v Value, done bool, err *Exc) (Value, *Exc) {
	if err == nil && done {
		return Value{}, StopIterationWith(v)
	}
	return v, err
}

// genMethods are the methods of generators; coroutines have the same.
var genMethods, coroMethods = genMethodsOf("generator", "yielded", "tb"), genMethodsOf("coroutine", "iterated", "traceback")

func genMethodsOf(kind, value, tb string) []MethodSpec {
	return []MethodSpec{
		{Name: "send", Sig: "object, /", Doc: "send(arg) -> send 'arg' into " + kind + ",\nreturn next " + value + " value or raise StopIteration.",
			Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return sent(t.genSend(asGen(v), x)) })},
		{Name: "throw", Doc: "throw(value)\nthrow(type[,value[," + tb + "]])\n\nRaise exception in " + kind + ", return next " + value + " value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
			Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
				e, err := t.raiseArgs(args, "throw")
				if err != nil {
					return Value{}, err
				}
				return sent(t.genThrow(asGen(v), e))
			})},
		{Name: "close", Doc: "close() -> raise GeneratorExit inside " + kind + ".",
			Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return t.genCloseValue(asGen(v)) })},
		{Name: "__sizeof__", Doc: "gen.__sizeof__() -> size of gen in memory, in bytes",
			Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return IntOf(int(unsafe.Sizeof(Generator{})) + len(asGen(v).regs)*int(valueSize)), nil
			})},
		{Name: "__class_getitem__", Class: true, Sig: "object, /", Doc: "See PEP 585",
			Fn: Fn1(func(t *Thread, cls, arg Value) (Value, *Exc) { return NewGenericAlias(cls, arg), nil })},
	}
}

// genGetSet makes the attributes of a kind of generator, whose names begin
// with gi, cr or ag.
func genGetSet(prefix, await, kind string) []GetSetSpec {
	text := func(name string, get func(g *Generator) *Str, at func(m *genMore) **Str, doc string) GetSetSpec {
		return GetSetSpec{Name: name, Doc: doc,
			Get: func(t *Thread, v Value) (Value, *Exc) { return get(asGen(v)).Value(), nil },
			Set: func(t *Thread, v, val Value) *Exc {
				s, ok := ToStr(val)
				if !ok {
					return t.TypeErr("%s must be set to a string object", name)
				}
				*at(asGen(v).extra()) = s
				return nil
			}}
	}
	return []GetSetSpec{
		text("__name__", func(g *Generator) *Str { n, _ := g.names(); return n },
			func(m *genMore) **Str { return &m.name }, "name of the "+kind),
		text("__qualname__", func(g *Generator) *Str { _, n := g.names(); return n },
			func(m *genMore) **Str { return &m.qualname }, "qualified name of the "+kind),
		{Name: await, Doc: "object being delegated to, or None", Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asGen(v).yieldFrom(t)), nil }},
		{Name: prefix + "_frame", Get: func(t *Thread, v Value) (Value, *Exc) { return t.genFrame(asGen(v)), nil }},
		{Name: prefix + "_suspended", Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asGen(v).state == genSuspended), nil }},
		{Name: prefix + "_code", Get: func(t *Thread, v Value) (Value, *Exc) { return asGen(v).code.Value(), nil }},
	}
}

func genRepr(kind string) UnaryFunc {
	return func(t *Thread, v Value) (Value, *Exc) {
		_, name := asGen(v).names()
		return NewStr("<" + kind + " object " + name.s + " at " + addrText(v) + ">").Value(), nil
	}
}

// coroWrapper is what a coroutine's __await__ returns.
type coroWrapper struct {
	Header
	coro *Generator
}

var coroWrapperType = new(Type)

func asCoroWrapper(v Value) *coroWrapper { return (*coroWrapper)(v.ptr()) }

func newCoroWrapper(g *Generator) Value {
	w := &coroWrapper{coro: g}
	w.typ, w.shape = coroWrapperType, coroWrapperType.root.id
	return Value{&w.Header, 0}
}

// iterableCoroutine tells whether v is a generator of a function decorated
// with types.coroutine.
func iterableCoroutine(v Value) bool {
	return v.p.shape == shGenerator && asGen(v).code.bc.Flags&flagIterableCoroutine != 0
}

// awaitableIter is the iterator that "await v" steps through (PEP 492).
func (t *Thread) awaitableIter(v Value) (Value, *Exc) {
	if v.p.shape == shCoroutine || iterableCoroutine(v) {
		return v, nil
	}
	f := v.p.typ.slots.Await
	if f == nil {
		return Value{}, t.TypeErr("object %s can't be used in 'await' expression", v.p.typ.name)
	}
	r, err := f(t, v)
	if err != nil {
		return Value{}, err
	}
	if r.p.shape == shCoroutine || iterableCoroutine(r) {
		return Value{}, t.TypeErr("__await__() returned a coroutine")
	}
	if r.p.typ.slots.Next == nil {
		return Value{}, t.TypeErr("__await__() returned non-iterator of type '%s'", r.p.typ.name)
	}
	return r, nil
}

// getAwaitable is awaitableIter for the await of an expression (where 0) or of
// what __aenter__ (1) or __aexit__ (2) returned.
func (t *Thread) getAwaitable(v Value, where uint8) (Value, *Exc) {
	it, err := t.awaitableIter(v)
	if err != nil {
		if where != 0 && v.p.typ.slots.Await == nil {
			name := [...]string{"", "__aenter__", "__aexit__"}[where]
			err = t.TypeErr("'async with' received an object from %s that does not implement __await__: %s", name, v.p.typ.name)
		}
		return Value{}, err
	}
	if it.p.shape == shCoroutine && asGen(it).yieldFrom(t).p != nil {
		return Value{}, t.Raise(RuntimeError, "coroutine is being awaited already")
	}
	return it, nil
}

// coroutineOrigin is cr_origin of a coroutine made now: the innermost
// activations, as far as sys.set_coroutine_origin_tracking_depth asks for them.
func (t *Thread) coroutineOrigin() Value {
	if t.extra.coroDepth <= 0 {
		return None
	}
	var items []Value
	for fr := t.cur; fr != nil && fr.code != nil && len(items) < t.extra.coroDepth; fr = fr.prev {
		items = append(items, NewTuple(fr.code.filename.Value(), IntOf(fr.line()), fr.code.name.Value()).Value())
	}
	return newTupleOwned(items).Value()
}

func init() {
	cr := append([]GetSetSpec{{Name: "cr_running", Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asGen(v).state == genRunning), nil }}},
		genGetSet("cr", "cr_await", "coroutine")...)
	gi := append([]GetSetSpec{{Name: "gi_running", Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asGen(v).state == genRunning), nil }}},
		genGetSet("gi", "gi_yieldfrom", "generator")...)
	RegisterType(TypeSpec{Type: GeneratorType, Name: "generator", shape: shGenerator, Flags: FlagNoNew | FlagWeakref,
		Slots:   Slots{Iter: iterSelf, Next: genNext, Send: genSendSlot, Repr: genRepr("generator"), Del: genDel},
		Methods: genMethods, GetSet: gi})
	RegisterType(TypeSpec{Type: CoroutineType, Name: "coroutine", shape: shCoroutine, Flags: FlagNoNew | FlagWeakref,
		Slots: Slots{Send: genSendSlot, Repr: genRepr("coroutine"), Del: genDel,
			Await: func(t *Thread, v Value) (Value, *Exc) { return newCoroWrapper(asGen(v)), nil }},
		Methods: coroMethods, GetSet: cr,
		Attrs: func() map[string]Value {
			return map[string]Value{"cr_origin": memberDescr(CoroutineType, GetSetSpec{Name: "cr_origin",
				Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asGen(v).origin()), nil },
				Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }})}
		}})
	RegisterType(TypeSpec{Type: coroWrapperType, Name: "coroutine_wrapper", Guarded: true, Flags: FlagNoNew,
		Doc: "A wrapper object implementing __await__ for coroutines.",
		Slots: Slots{Iter: iterSelf,
			Next: func(t *Thread, v Value) (Value, *Exc) {
				r, done, err := t.genSend(asCoroWrapper(v).coro, None)
				if err == nil && done {
					if !r.IsNone() {
						return Value{}, StopIterationWith(r)
					}
					return Value{}, nil
				}
				return r, err
			},
			Send: func(t *Thread, v, x Value) (Value, bool, *Exc) { return t.genSend(asCoroWrapper(v).coro, x) },
		},
		Methods: []MethodSpec{
			{Name: "send", Sig: "object, /", Doc: "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.",
				Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return sent(t.genSend(asCoroWrapper(v).coro, x)) })},
			{Name: "throw", Doc: "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
				Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
					e, err := t.raiseArgs(args, "throw")
					if err != nil {
						return Value{}, err
					}
					return sent(t.genThrow(asCoroWrapper(v).coro, e))
				})},
			{Name: "close", Doc: "close() -> raise GeneratorExit inside coroutine.",
				Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return t.genCloseValue(asCoroWrapper(v).coro) })},
		}})
}
