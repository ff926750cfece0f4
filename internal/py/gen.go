package py

import (
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// genState is the life of a generator.
type genState uint8

const (
	genCreated genState = iota
	genSuspended
	genRunning
	genDone
)

// Generator is a generator, coroutine or async generator: a frame that owns
// its registers and can be resumed.
type Generator struct {
	Header
	state   genState
	goesOn  genState // see genGoOn
	started bool     // async generator: the hooks have been called
	closed  bool     // async generator: aclose() has begun
	busy    bool     // async generator: asend, athrow or aclose is under way
	watched bool     // it has a finalizer
	pc      unsafe.Pointer
	regs    []Value // R[-1] and R[0:], nil when done
	code    *Code
	handled *Exc // exception being handled where it is suspended
	frame   *Frame
	more    *genMore // nil: all of it as it is with most generators
}

// genMore is what few generators have.
type genMore struct {
	name     *Str
	qualname *Str
	origin   Value // cr_origin
	finalize Value // async generator: the loop's finalizer hook
}

// extra returns g's genMore for a change, making it.
func (g *Generator) extra() *genMore {
	if g.more == nil {
		g.more = &genMore{name: g.code.name, qualname: g.code.qualname}
	}
	return g.more
}

// names returns __name__ and __qualname__.
func (g *Generator) names() (name, qualname *Str) {
	if m := g.more; m != nil {
		return m.name, m.qualname
	}
	return g.code.name, g.code.qualname
}

// origin returns cr_origin, finalizer an asynchronous generator's hook for its
// end; the zero Value when there is none.
func (g *Generator) origin() Value {
	if g.more == nil {
		return Value{}
	}
	return g.more.origin
}

func (g *Generator) finalizer() Value {
	if g.more == nil {
		return Value{}
	}
	return g.more.finalize
}

// Types of generators.
var (
	GeneratorType = new(Type)
	CoroutineType = new(Type)
	AsyncGenType  = new(Type)
)

func asGen(v Value) *Generator { return (*Generator)(v.ptr()) }

// Generators with few registers are one allocation.
type (
	gen4 struct {
		Generator
		own [4]Value
	}
	gen8 struct {
		Generator
		own [8]Value
	}
	gen12 struct {
		Generator
		own [12]Value
	}
	gen20 struct {
		Generator
		own [20]Value
	}
)

// allocGen makes a generator with n registers.
func allocGen(n int) *Generator {
	switch {
	case n <= 4:
		g := new(gen4)
		g.regs = g.own[:n]
		return &g.Generator
	case n <= 8:
		g := new(gen8)
		g.regs = g.own[:n]
		return &g.Generator
	case n <= 12:
		g := new(gen12)
		g.regs = g.own[:n]
		return &g.Generator
	case n <= 20:
		g := new(gen20)
		g.regs = g.own[:n]
		return &g.Generator
	}
	return &Generator{regs: make([]Value, n)}
}

func newGenObject(f *Function, code *Code) *Generator {
	g := allocGen(code.nregs + 1)
	g.code = code
	if f.name != code.name || f.qualname != code.qualname {
		g.more = &genMore{name: f.name, qualname: f.qualname}
	}
	switch {
	case code.bc.Flags&bc.FlagCoroutine != 0:
		g.typ, g.shape = CoroutineType, shCoroutine
	case code.bc.Flags&bc.FlagAsyncGenerator != 0:
		g.typ, g.shape = AsyncGenType, AsyncGenType.root.id
	default:
		g.typ, g.shape = GeneratorType, shGenerator
	}
	g.regs[0] = f.Value()
	g.pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
	return g
}

// newGenerator makes the generator of a call.
func (t *Thread) newGenerator(f *Function, code *Code, args Args) (Value, *Exc) {
	g := newGenObject(f, code)
	if err := t.bindArgs(f, g.code, args, g.regs[1:1+g.code.clearTo]); err != nil {
		return Value{}, err
	}
	if g.code.bc.Flags&bc.FlagOptimized == 0 {
		g.regs[1] = f.globals.Value()
	}
	if g.typ == CoroutineType {
		if o := t.coroutineOrigin(); !o.IsNil() {
			g.extra().origin = o
		}
		if !t.awaitsNext() {
			t.interp.watchGenerator(g)
		}
	}
	return Value{&g.Header, 0}, nil
}

// awaitsNext tells whether the running code is about to await the result of the
// call that it makes.
func (t *Thread) awaitsNext() bool {
	fr := t.cur
	return fr.code != nil && bc.Op(*(*uint64)(fr.pc)) == bc.GetAwaitable
}

// newGeneratorLocals makes the generator of unoptimized code (a top-level
// await compiled with PyCF_ALLOW_TOP_LEVEL_AWAIT).
func (t *Thread) newGeneratorLocals(f *Function, locals Value) Value {
	g := newGenObject(f, f.code)
	g.regs[1] = locals
	return Value{&g.Header, 0}
}

// claim marks a generator as running if it is created or suspended, and tells
// what it was.
func (g *Generator) claim(t *Thread) genState {
	g.Lock(t)
	was := g.state
	if was <= genSuspended {
		g.setState(genRunning)
	}
	g.Unlock(t)
	return was
}

// unclaim undoes claim, or ends what came after it.
func (g *Generator) unclaim(t *Thread, s genState) {
	g.Lock(t)
	g.setState(s)
	g.Unlock(t)
}

// resume pushes the frame of a generator that is created or suspended; sent is
// what its yield gives, nothing when it raises. Without an error it returns nil when another thread has
// resumed the generator meanwhile.
func (t *Thread) resume(fr *frame, g *Generator, sent Value, kind frameKind) (*frame, *Exc) {
	if t.depth >= t.limit {
		return nil, t.recursionError("")
	}
	was := g.state
	if t.ft {
		if was = g.claim(t); was > genSuspended {
			if t.claimed != g {
				return nil, nil
			}
			was, t.claimed = g.goesOn, nil
		}
	} else {
		g.state = genRunning
	}
	nf := fr.push()
	nf.code, nf.regs, nf.limit, nf.kind = g.code, unsafe.Pointer(&g.regs[1]), 0, kind
	nf.newSeg, nf.gen, nf.pc = false, g, g.pc
	if nf.obj = g.frame; nf.obj != nil {
		nf.attach(t, g.frame)
	}
	if was == genSuspended && sent.p != nil {
		ins := *(*uint64)(unsafe.Add(g.pc, -8))
		*ra(nf.regs, ins) = sent
	}
	nf.handled, nf.ownExc = t.handled, g.handled != nil
	if nf.ownExc {
		t.handled = g.handled
	}
	t.depth++
	t.cur = nf
	return nf, nil
}

// suspend takes a generator's frame off the stack at a yield and returns the
// frame of who resumed it.
func (t *Thread) suspend(fr *frame, g *Generator) *frame {
	if g.code.guarded && !g.watched {
		t.interp.watchGenerator(g)
	}
	g.handled = nil
	if fr.ownExc {
		g.handled = t.handled
	}
	t.handled = fr.handled
	if g.frame = fr.obj; g.frame != nil {
		fr.release()
	}
	fr.gen, fr.handled = nil, nil
	t.depth--
	t.cur = fr.prev
	t.genEnded = false
	if t.ft {
		g.unclaim(t, genSuspended) // from here on another thread may resume it
	} else {
		g.state = genSuspended
	}
	return fr.prev
}

// finishGen marks a generator that returns as done.
func (t *Thread) finishGen(fr *frame) {
	t.genEnded = true
	if t.ft {
		fr.gen.unclaim(t, genDone)
	} else {
		fr.gen.state = genDone
	}
	if fr.gen.watched {
		t.interp.unwatchGenerator(fr.gen)
	}
	t.handled = fr.handled
	fr.handled = nil
}

// resumeIn makes what resume returned go on with the ForIter or Send
// instruction ins.
func (nf *frame) resumeIn(ins uint64) {
	nf.dst = uintptr(uint16(ins >> 32))
	nf.jump = int32(int64(ins) >> 48)
}

// forGen is the ForIter instruction for a generator.
func (t *Thread) forGen(fr *frame, g *Generator, ins uint64) *Exc {
	if g.state <= genSuspended {
		nf, err := t.resume(fr, g, None, frameForIter)
		if nf != nil {
			nf.resumeIn(ins)
			return nil
		}
		if err != nil {
			return err
		}
	}
	return t.forNext(fr, Value{&g.Header, 0}, ins)
}

// yield hands v to who resumed the generator of fr, whose frame it takes off.
func (t *Thread) yield(fr *frame, v Value) {
	g := fr.gen
	g.pc = fr.pc
	ins := *(*uint64)(unsafe.Add(fr.pc, -8))
	if from := int(uint16(ins >> 32)); from >= fr.code.clearTo*int(valueSize) {
		if uint8(ins>>8)&1 == 0 {
			fr.clearFrom(from)
		} else {
			*rb(fr.regs, ins) = Value{} // above it is little, and a coroutine comes here often
		}
	}
	nf := t.suspend(fr, g)
	switch fr.kind {
	case frameForIter:
		store((*Value)(unsafe.Add(nf.regs, fr.dst)), v)
	case frameSend:
		*(*Value)(unsafe.Add(nf.regs, fr.dst)) = v
	}
}

// clearFrom wipes the registers of a generator from a byte offset on: when a
// temporary is yielded, it and all above it are dead while the frame is
// suspended, and must not keep anything alive.
func (fr *frame) clearFrom(from int) {
	end := min(fr.code.nregs, len(fr.gen.regs)-1) * int(valueSize)
	for ; from < end; from += int(valueSize) {
		if v := (*Value)(unsafe.Add(fr.regs, from)); v.p != nil {
			*v = Value{}
		}
	}
}

// sendOp is the Send instruction: it resumes the generator a with *b, or sends
// to another iterator, whose answer it leaves in *b.
func (t *Thread) sendOp(fr *frame, a, b *Value, ins uint64) *Exc {
	if a.p.shape == shGenerator || a.p.shape == shCoroutine {
		g := asGen(*a)
		if g.state == genSuspended || g.state == genCreated && b.IsNone() {
			nf, err := t.resume(fr, g, *b, frameSend)
			if nf != nil {
				nf.resumeIn(ins)
				return nil
			}
			if err != nil {
				return err
			}
		}
	}
	v, done, err := t.send(*a, *b)
	if err != nil {
		return err
	}
	*b = v
	if done {
		fr.pc = jump(fr.pc, ins)
	}
	return nil
}

// genSend resumes a generator from Go: its value, and whether it returned.
func (t *Thread) genSend(g *Generator, v Value) (Value, bool, *Exc) {
	switch g.state {
	case genRunning:
		return Value{}, false, t.ValueErr("%s already executing", g.kindName())
	case genDone:
		if g.typ == CoroutineType {
			return Value{}, false, t.Raise(RuntimeError, "cannot reuse already awaited coroutine")
		}
		return None, true, nil
	case genCreated:
		if !v.IsNone() {
			return Value{}, false, t.TypeErr("can't send non-None value to a just-started %s", g.kindName())
		}
	}
	return t.genRun(g, v, nil)
}

func (g *Generator) kindName() string {
	switch g.typ {
	case CoroutineType:
		return "coroutine"
	case AsyncGenType:
		return "async generator"
	}
	return "generator"
}

func (t *Thread) genRun(g *Generator, v Value, throw *Exc) (Value, bool, *Exc) {
	return t.genRunAs(g, v, throw, frameEntryGen)
}

// taker is what drain gives the values of a generator to. It leaves those that
// it cannot take without running Python code: take is called in the middle of
// the generator, which nobody is to notice.
type taker interface {
	take(t *Thread, v Value) bool
}

// drain resumes g again and again and hands what it yields to to, until that
// leaves a value: that is the result, the zero Value when the generator has
// ended.
func (t *Thread) drain(g *Generator, to taker) (Value, *Exc) {
	if g.state >= genRunning {
		return genNext(t, Value{&g.Header, 0})
	}
	outer := t.sink
	t.sink = to
	v, done, err := t.genRunAs(g, None, nil, frameDrain)
	t.sink = outer
	if done {
		v = Value{}
	}
	return v, err
}

// drainNext is drain for a generator, and Next for any other iterator.
func (t *Thread) drainNext(it Value, to taker) (Value, *Exc) {
	if it.p.shape == shGenerator {
		return t.drain(asGen(it), to)
	}
	return t.Next(it)
}

// genRunAs resumes a generator in a frame of the given kind.
func (t *Thread) genRunAs(g *Generator, v Value, throw *Exc, kind frameKind) (Value, bool, *Exc) {
	if t.native >= maxNative {
		return Value{}, false, t.recursionError("")
	}
	if throw != nil {
		v = Value{}
	}
	nf, err := t.resume(t.cur, g, v, kind)
	if nf == nil {
		if err == nil {
			err = t.ValueErr("%s already executing", g.kindName())
		}
		return Value{}, false, err
	}
	t.native++
	if throw != nil {
		// A thrown exception takes the generator's own handled exception as
		// its context, not that of the caller.
		setFlag(&throw.chained, true)
		if g.handled != nil {
			setContext(throw, g.handled)
		}
	}
	t.pendingThrow = throw
	r, err := t.run(nf)
	t.native--
	return r, err == nil && t.genEnded, err
}

// genThrow raises e inside a generator.
func (t *Thread) genThrow(g *Generator, e *Exc) (Value, bool, *Exc) {
	return t.genThrowInto(g, e, true)
}

// genThrowInto is genThrow; with closeOnExit a GeneratorExit closes what the
// generator delegates to, else it is thrown into that too.
func (t *Thread) genThrowInto(g *Generator, e *Exc, closeOnExit bool) (Value, bool, *Exc) {
	switch g.state {
	case genRunning:
		return Value{}, false, t.ValueErr("%s already executing", g.kindName())
	case genDone:
		if g.typ == CoroutineType {
			return Value{}, false, t.Raise(RuntimeError, "cannot reuse already awaited coroutine")
		}
		return Value{}, false, e
	case genCreated:
		return t.genRun(g, None, e)
	}
	was := g.claim(t)
	if was == genSuspended {
		if recv := g.delegate(); recv.p != nil {
			v, done, err := t.throwInto(g, recv, e, closeOnExit)
			switch {
			case err != nil:
				return t.genGoOn(g, genSuspended, err)
			case !done:
				g.unclaim(t, genSuspended)
				return v, false, nil
			}
			// The receiver returned: go on behind the Send with its value.
			send := (*uint64)(unsafe.Add(g.pc, -16))
			*rb(unsafe.Pointer(&g.regs[1]), *send) = v
			g.pc = jump(unsafe.Add(g.pc, -8), *send)
			return t.genGoOn(g, genCreated, nil)
		}
	}
	if was <= genSuspended {
		g.unclaim(t, was)
	}
	return t.genRun(g, None, e)
}

// genGoOn is genRun for a generator that the thread has claimed: no other one
// may resume it before. It counts as one that was in the state was.
func (t *Thread) genGoOn(g *Generator, was genState, throw *Exc) (Value, bool, *Exc) {
	if t.ft {
		t.claimed, g.goesOn = g, was
	} else {
		g.state = was
	}
	v, done, err := t.genRun(g, None, throw)
	if t.claimed == g {
		t.claimed = nil
		g.unclaim(t, genSuspended)
	}
	return v, done, err
}

// yieldFrom returns what a suspended generator is delegating to, or nothing.
func (g *Generator) yieldFrom(t *Thread) Value {
	was := g.claim(t)
	if was > genSuspended {
		return Value{}
	}
	defer g.unclaim(t, was)
	if was != genSuspended {
		return Value{}
	}
	return g.delegate()
}

// delegate is yieldFrom for a generator that was suspended and is claimed.
func (g *Generator) delegate() Value {
	ins := *(*uint64)(unsafe.Add(g.pc, -8))
	if bc.Op(ins) == bc.Yield && uint8(ins>>8)&1 != 0 {
		return *rc(unsafe.Pointer(&g.regs[1]), ins)
	}
	return Value{}
}

// throwInto passes an exception on to the iterator that g, which is claimed,
// delegates to.
func (t *Thread) throwInto(g *Generator, recv Value, e *Exc, closeOnExit bool) (v Value, done bool, err *Exc) {
	if t.depth >= t.limit || t.native >= maxNative {
		return Value{}, false, t.recursionError("")
	}
	// The generator's activation stands on the stack meanwhile, as it does
	// when it is resumed.
	nf := t.cur.push()
	nf.code, nf.regs, nf.limit, nf.kind = g.code, unsafe.Pointer(&g.regs[1]), 0, frameEntryGen
	nf.newSeg, nf.gen, nf.pc, nf.ownExc, nf.handled = false, g, g.pc, false, nil
	nf.attach(t, g.frame)
	t.depth++
	t.native++
	t.cur = nf
	defer func() {
		g.frame = nf.release()
		nf.gen = nil
		t.depth--
		t.native--
		t.cur = nf.prev
	}()
	if e.Is(GeneratorExit) && closeOnExit {
		if err := t.closeIter(recv); err != nil {
			return Value{}, false, err
		}
		return Value{}, false, e
	}
	if recv.p.shape == shGenerator || recv.p.shape == shCoroutine {
		return t.genThrowInto(asGen(recv), e, closeOnExit)
	}
	f, err := t.GetAttrOpt(recv, strThrow)
	if err != nil {
		return Value{}, false, err
	}
	if f.p == nil {
		return Value{}, false, e
	}
	v, err = t.Call(f, e.Value())
	if err != nil && err.Is(StopIteration) {
		return stopValue(err), true, nil
	}
	return v, false, err
}

// stopValue is the value that a StopIteration carries.
func stopValue(e *Exc) Value {
	if v := e.Field(StopValue); v.p != nil {
		return v
	}
	return None
}

// closeIter is recv.close() if there is such a method.
func (t *Thread) closeIter(recv Value) *Exc {
	if recv.p.shape == shGenerator || recv.p.shape == shCoroutine {
		return t.genClose(asGen(recv))
	}
	f, err := t.GetAttrOpt(recv, strClose)
	if err != nil || f.p == nil {
		return err
	}
	_, err = t.Call(f)
	return err
}

// genClose is generator.close(); the value a generator returns while it is
// closed is lost here (genCloseValue keeps it).
func (t *Thread) genClose(g *Generator) *Exc {
	_, err := t.genCloseValue(g)
	return err
}

func (t *Thread) genCloseValue(g *Generator) (Value, *Exc) {
	switch g.state {
	case genCreated, genSuspended:
		if was := g.claim(t); was == genCreated || was == genSuspended && g.endsSilently() {
			g.discard(t)
			return None, nil
		} else if was <= genSuspended {
			g.unclaim(t, was)
		}
	case genDone:
		return None, nil
	case genRunning:
		return Value{}, t.ValueErr("%s already executing", g.kindName())
	}
	v, done, err := t.genThrow(g, NewExc(GeneratorExit))
	switch {
	case err == nil && done:
		return v, nil
	case err == nil:
		return Value{}, t.Raise(RuntimeError, "%s ignored GeneratorExit", g.kindName())
	case err.Is(GeneratorExit) || err.Is(StopIteration):
		return None, nil
	}
	return Value{}, err
}

// endsSilently tells of a suspended generator that no code of it would run if an
// exception was raised where it is.
func (g *Generator) endsSilently() bool {
	return g.typ == GeneratorType && !g.code.guarded && !g.watched && *(*uint64)(unsafe.Add(g.pc, -8))>>8&1 == 0
}

// send is one step of yield from or await on any iterator.
func (t *Thread) send(it, v Value) (Value, bool, *Exc) {
	s := &it.p.typ.slots
	if s.Send != nil {
		return s.Send(t, it, v)
	}
	if v.IsNone() && s.Next != nil && it.p.typ.flags&FlagHeap == 0 {
		r, err := s.Next(t, it)
		if err != nil {
			if err.Is(StopIteration) {
				return stopValue(err), true, nil
			}
			return Value{}, false, err
		}
		if r.p == nil {
			return None, true, nil
		}
		return r, false, nil
	}
	var r Value
	var err *Exc
	if v.IsNone() {
		r, err = t.nextMethod(it)
	} else {
		r, err = t.CallMethod(it, strSend, v)
	}
	if err != nil {
		if err.Is(StopIteration) {
			return stopValue(err), true, nil
		}
		return Value{}, false, err
	}
	return r, false, nil
}

var strNextM = InternStr("__next__")

// nextMethod calls __next__ so that a StopIteration keeps its value.
func (t *Thread) nextMethod(it Value) (Value, *Exc) {
	if send := it.p.typ.slots.Send; send != nil && it.p.typ.flags&FlagHeap == 0 {
		r, done, err := send(t, it, None)
		if err == nil && done {
			return Value{}, StopIterationWith(r)
		}
		return r, err
	}
	if it.p.typ.flags&FlagHeap != 0 {
		if d := it.p.typ.Lookup(strNextM); d.p != nil && d.p.typ != WrapperDescrType {
			r, err := t.needSpecial(it, strNextM)
			return r, err
		}
	}
	r, err := t.Next(it)
	if err == nil && r.p == nil {
		return Value{}, NewExc(StopIteration)
	}
	return r, err
}

func genNext(t *Thread, v Value) (Value, *Exc) {
	g := asGen(v)
	if g.state == genDone {
		return Value{}, nil
	}
	r, done, err := t.genSend(g, None)
	if err != nil {
		return Value{}, err
	}
	if done {
		return Value{}, nil
	}
	return r, nil
}

func genSendSlot(t *Thread, v, arg Value) (Value, bool, *Exc) { return t.genSend(asGen(v), arg) }
