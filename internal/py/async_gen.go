package py

// Asynchronous generators (PEP 525): the objects that asend(), athrow() and
// aclose() return, and the awaitable of anext() with a default.

// asyncGenWrapped marks a value that an async generator yields, to tell it
// from what the awaitables inside it yield to the event loop.
type asyncGenWrapped struct {
	Header
	v Value
}

var asyncGenWrappedType = new(Type)

func newAsyncGenWrapped(v Value) Value {
	w := &asyncGenWrapped{v: v}
	w.typ, w.shape = asyncGenWrappedType, asyncGenWrappedType.root.id
	return Value{&w.Header, 0}
}

// awaitState is the life of an awaitable.
type awaitState uint8

const (
	awaitNew awaitState = iota
	awaitRunning
	awaitClosed
)

// asyncGenStep is the awaitable of one asend, athrow or aclose.
type asyncGenStep struct {
	Header
	gen   *Generator
	state awaitState
	send  Value // asend: the value to send
	args  []Value
	kind  stepKind
}

type stepKind uint8

const (
	stepSend stepKind = iota
	stepThrow
	stepClose
)

var stepNames = [...]string{"asend", "athrow", "aclose"}

var (
	asyncGenSendType  = new(Type)
	asyncGenThrowType = new(Type)
)

func asStep(v Value) *asyncGenStep { return (*asyncGenStep)(v.ptr()) }

// newStep makes a step of g, calling the hooks at the first one.
func (t *Thread) newStep(g *Generator, kind stepKind, send Value, args []Value) (Value, *Exc) {
	if t.Guard(&g.Header) {
		defer t.Unguard()
	}
	if !g.started {
		g.started = true
		if f := t.extra.asyncGenFinal; f.p != nil {
			g.extra().finalize = f
			t.interp.watchGenerator(g)
		}
		if first := t.extra.asyncGenFirst; first.p != nil {
			if _, err := t.Call(first, Value{&g.Header, 0}); err != nil {
				return Value{}, err
			}
		}
	}
	s := &asyncGenStep{gen: g, kind: kind, send: send, args: args}
	s.typ = asyncGenThrowType
	if kind == stepSend {
		s.typ = asyncGenSendType
	}
	s.shape = s.typ.root.id
	return Value{&s.Header, 0}, nil
}

// unwrapStep turns what the generator gave into the result of a step: an
// unmarked value is yielded on, a marked one is the result.
func (s *asyncGenStep) unwrap(t *Thread, v Value, returned bool, err *Exc) (Value, bool, *Exc) {
	g := s.gen
	if err == nil && returned {
		err = NewExc(StopAsyncIteration)
	}
	if err != nil {
		if err.Is(StopAsyncIteration) || err.Is(GeneratorExit) {
			g.closed = true
		}
		g.busy = false
		s.state = awaitClosed
		return Value{}, false, err
	}
	if v.p.typ == asyncGenWrappedType {
		g.busy = false
		s.state = awaitClosed
		return (*asyncGenWrapped)(v.ptr()).v, true, nil
	}
	return v, false, nil
}

// begin checks that the step may start. word is its name in the error.
func (s *asyncGenStep) begin(t *Thread, word string) *Exc {
	if s.gen.busy {
		s.state = awaitClosed
		return t.Raise(RuntimeError, "%s(): asynchronous generator is already running", word)
	}
	return nil
}

func (s *asyncGenStep) reused(t *Thread) *Exc {
	if s.kind == stepSend {
		return t.Raise(RuntimeError, "cannot reuse already awaited __anext__()/asend()")
	}
	return t.Raise(RuntimeError, "cannot reuse already awaited aclose()/athrow()")
}

func (s *asyncGenStep) word() string {
	if s.kind == stepSend {
		return "anext"
	}
	return stepNames[s.kind]
}

// step sends arg into the awaitable.
func (t *Thread) asyncStep(sv, arg Value) (Value, bool, *Exc) {
	s := asStep(sv)
	g := s.gen
	if t.Guard(&g.Header) {
		defer t.Unguard()
	}
	if s.state == awaitClosed {
		return Value{}, false, s.reused(t)
	}
	if s.kind == stepSend {
		if s.state == awaitNew {
			if err := s.begin(t, s.word()); err != nil {
				return Value{}, false, err
			}
			if arg.IsNone() {
				arg = s.send
			}
			s.state = awaitRunning
		}
		g.busy = true
		v, done, err := t.genSend(g, arg)
		return s.unwrap(t, v, done, err)
	}
	if g.state == genDone {
		s.state = awaitClosed
		return None, true, nil
	}
	if s.state == awaitNew {
		if err := s.begin(t, s.word()); err != nil {
			return Value{}, false, err
		}
		if g.closed {
			s.state = awaitClosed
			return Value{}, false, NewExc(StopAsyncIteration)
		}
		if !arg.IsNone() {
			return Value{}, false, t.Raise(RuntimeError, "can't send non-None value to a just-started coroutine")
		}
		s.state = awaitRunning
		g.busy = true
		if s.kind == stepClose {
			g.closed = true
			v, done, err := t.genThrowInto(g, NewExc(GeneratorExit), false)
			return s.closeResult(t, v, done, err)
		}
		e, err := t.throwArgs(s.args)
		if err != nil {
			g.busy = false
			s.state = awaitClosed
			return Value{}, false, err
		}
		v, done, err := t.genThrowInto(g, e, false)
		return s.unwrap(t, v, done, err)
	}
	v, done, err := t.genSend(g, arg)
	if s.kind == stepThrow {
		return s.unwrap(t, v, done, err)
	}
	return s.closeResult(t, v, done, err)
}

// throwArgs makes the exception of one to three arguments of throw().
func (t *Thread) throwArgs(a []Value) (*Exc, *Exc) {
	typ, val, tb := a[0], None, None
	if len(a) > 1 {
		val = a[1]
	}
	if len(a) > 2 {
		tb = a[2]
	}
	if !tb.IsNone() && tb.p.typ != TracebackType {
		return nil, t.TypeErr("throw() third argument must be a traceback object")
	}
	var e *Exc
	if x, ok := ToExc(typ); ok {
		if !val.IsNone() {
			return nil, t.TypeErr("instance exception may not have a separate value")
		}
		e = x
	} else if tp, ok := ToType(typ); ok && tp.flags&FlagExcSubclass != 0 {
		x, err := t.normalizeExc(tp, val)
		if e = x; err != nil {
			e = err // what making the exception raised goes in
		}
	} else {
		return nil, t.TypeErr("exceptions must be classes or instances deriving from BaseException, not %s", typ.p.typ.name)
	}
	if !tb.IsNone() {
		setPointer(&e.tb, asTraceback(tb))
	}
	return e, nil
}

// closeResult is the outcome of a step of aclose().
func (s *asyncGenStep) closeResult(t *Thread, v Value, done bool, err *Exc) (Value, bool, *Exc) {
	g := s.gen
	switch {
	case err == nil && !done && v.p.typ != asyncGenWrappedType:
		return v, false, nil
	case err == nil && !done:
		err = t.Raise(RuntimeError, "async generator ignored GeneratorExit")
	case err == nil || err.Is(StopAsyncIteration) || err.Is(GeneratorExit):
		g.busy = false
		s.state = awaitClosed
		return None, true, nil
	}
	g.busy = false
	s.state = awaitClosed
	return Value{}, false, err
}

// asyncThrow throws e into the awaitable.
func (t *Thread) asyncThrow(sv Value, e *Exc) (Value, bool, *Exc) {
	s := asStep(sv)
	g := s.gen
	if t.Guard(&g.Header) {
		defer t.Unguard()
	}
	if s.state == awaitClosed {
		return Value{}, false, s.reused(t)
	}
	if s.state == awaitNew {
		if err := s.begin(t, s.word()); err != nil {
			return Value{}, false, err
		}
		s.state = awaitRunning
		g.busy = true
	}
	v, done, err := t.genThrow(g, e)
	if s.kind != stepClose {
		return s.unwrap(t, v, done, err)
	}
	return s.closeResult(t, v, done, err)
}

// asyncStepClose is close() of a step.
func asyncStepClose(t *Thread, v Value) (Value, *Exc) {
	if asStep(v).state == awaitClosed {
		return None, nil
	}
	_, done, err := t.asyncThrow(v, NewExc(GeneratorExit))
	switch {
	case err == nil && !done:
		return Value{}, t.Raise(RuntimeError, "coroutine ignored GeneratorExit")
	case err == nil, err.Is(StopIteration), err.Is(StopAsyncIteration), err.Is(GeneratorExit):
		return None, nil
	}
	return Value{}, err
}

var stepMethods = []MethodSpec{
	{Name: "send", Sig: "object, /", Doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
		Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return sent(t.asyncStep(v, x)) })},
	{Name: "throw", Doc: "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
		Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
			e, err := t.raiseArgs(args, "throw")
			if err != nil {
				return Value{}, err
			}
			return sent(t.asyncThrow(v, e))
		})},
	{Name: "close", Doc: "close() -> raise GeneratorExit inside generator.", Fn: Fn0(asyncStepClose)},
}

func stepNext(t *Thread, v Value) (Value, *Exc) {
	r, err := sent(t.asyncStep(v, None))
	return r, err
}

// anextAwaitable is anext(it, default).
type anextAwaitable struct {
	Header
	wrapped, def Value
}

var anextAwaitableType = new(Type)

func newAnextAwaitable(wrapped, def Value) Value {
	a := &anextAwaitable{wrapped: wrapped, def: def}
	a.typ, a.shape = anextAwaitableType, anextAwaitableType.root.id
	return Value{&a.Header, 0}
}

// iterator is the iterator to step through.
func (a *anextAwaitable) iterator(t *Thread) (Value, *Exc) {
	it, err := t.awaitableIter(a.wrapped)
	if err != nil || it.p.typ.slots.Next != nil {
		return it, err
	}
	// A coroutine: its __await__ gives the iterator.
	if it, err = it.p.typ.slots.Await(t, it); err != nil {
		return Value{}, err
	}
	if it.p.typ.slots.Next == nil {
		return Value{}, t.TypeErr("__await__ must return an iterable")
	}
	return it, nil
}

// result maps the end of the asynchronous iteration to the default.
func (a *anextAwaitable) result(v Value, done bool, err *Exc) (Value, bool, *Exc) {
	if err != nil && err.Is(StopAsyncIteration) {
		return a.def, true, nil
	}
	return v, done, err
}

func anextSend(t *Thread, v, x Value) (Value, bool, *Exc) {
	a := (*anextAwaitable)(v.ptr())
	it, err := a.iterator(t)
	if err != nil {
		return Value{}, false, err
	}
	return a.result(t.send(it, x))
}

func anextProxy(name string) func(t *Thread, v Value, args Args) (Value, *Exc) {
	return func(t *Thread, v Value, args Args) (Value, *Exc) {
		a := (*anextAwaitable)(v.ptr())
		it, err := a.iterator(t)
		if err != nil {
			return Value{}, err
		}
		f, err := t.GetAttrS(it, name)
		if err != nil {
			return Value{}, err
		}
		r, err := t.CallArgs(f, args)
		return sent(a.result(r, false, err))
	}
}

// biAnext is builtins.anext.
func biAnext(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "anext", 1, 2); err != nil {
		return Value{}, err
	}
	it := args.vals[0]
	f := it.p.typ.slots.ANext
	if f == nil {
		return Value{}, t.TypeErr("'%s' object is not an async iterator", it.p.typ.name)
	}
	r, err := f(t, it)
	if err != nil || len(args.vals) == 1 {
		return r, err
	}
	return newAnextAwaitable(r, args.vals[1]), nil
}

func init() {
	step := Slots{Iter: iterSelf, Await: iterSelf, Next: stepNext, Send: (*Thread).asyncStepSlot, Del: stepDel}
	RegisterType(TypeSpec{Type: asyncGenWrappedType, Name: "async_generator_wrapped_value", Flags: FlagNoNew})
	RegisterType(TypeSpec{Type: asyncGenSendType, Name: "async_generator_asend", Guarded: true, Flags: FlagNoNew, Slots: step, Methods: stepMethods})
	RegisterType(TypeSpec{Type: asyncGenThrowType, Name: "async_generator_athrow", Guarded: true, Flags: FlagNoNew, Slots: step, Methods: stepMethods})
	RegisterType(TypeSpec{Type: anextAwaitableType, Name: "anext_awaitable", Guarded: true, Flags: FlagNoNew,
		Slots: Slots{Iter: iterSelf, Await: iterSelf, Send: anextSend,
			Next: func(t *Thread, v Value) (Value, *Exc) { return sent(anextSend(t, v, None)) }},
		Methods: []MethodSpec{
			{Name: "send", Sig: "object, /", Doc: "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
				Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return sent(anextSend(t, v, x)) })},
			{Name: "throw", Doc: "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
				Fn: FnRaw(anextProxy("throw"))},
			{Name: "close", Doc: "close() -> raise GeneratorExit inside generator.", Fn: FnRaw(anextProxy("close"))},
		}})
	RegisterType(TypeSpec{Type: AsyncGenType, Name: "async_generator", Flags: FlagNoNew | FlagWeakref,
		Slots: Slots{Repr: genRepr("async_generator"), Del: genDel,
			AIter: iterSelf,
			ANext: func(t *Thread, v Value) (Value, *Exc) { return t.newStep(asGen(v), stepSend, None, nil) },
		},
		Methods: []MethodSpec{
			{Name: "asend", Sig: "object, /", Doc: "asend(v) -> send 'v' in generator.",
				Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { return t.explicitStep(asGen(v), stepSend, x, nil) })},
			{Name: "athrow", Doc: "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
				Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
					if err := args.NoKeywords(t, "async_generator.athrow()"); err != nil {
						return Value{}, err
					}
					if err := args.Count(t, "athrow", 1, 3); err != nil {
						return Value{}, err
					}
					if len(args.vals) > 1 {
						if err := t.Warn(DeprecationWarning, 1, "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead."); err != nil {
							return Value{}, err
						}
					}
					return t.explicitStep(asGen(v), stepThrow, Value{}, append([]Value(nil), args.vals...))
				})},
			{Name: "aclose", Doc: "aclose() -> raise GeneratorExit inside generator.",
				Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return t.explicitStep(asGen(v), stepClose, Value{}, nil) })},
			genMethods[3], genMethods[4],
		},
		GetSet: genGetSet("ag", "ag_await", "async generator"),
		Attrs: func() map[string]Value {
			return map[string]Value{"ag_running": memberDescr(AsyncGenType, GetSetSpec{Name: "ag_running",
				Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asGen(v).busy), nil },
				Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }})}
		}})
}

func (t *Thread) asyncStepSlot(v, x Value) (Value, bool, *Exc) { return t.asyncStep(v, x) }

// explicitStep is newStep for a call of the method by name: the step may be
// forgotten, which is worth a warning.
func (t *Thread) explicitStep(g *Generator, kind stepKind, send Value, args []Value) (Value, *Exc) {
	v, err := t.newStep(g, kind, send, args)
	if err == nil {
		t.interp.watchStep(asStep(v))
	}
	return v, err
}
