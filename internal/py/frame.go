package py

import (
	"runtime"
	"sync/atomic"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

const flagHasDocstring = bytecode.FlagHasDocstring

// frameKind tells what happens when a frame ends.
type frameKind uint8

const (
	frameCall     frameKind = iota // the result goes to the caller's register dst
	frameInit                      // __init__ of a new instance, which is the result
	frameForIter                   // a generator resumed by ForIter
	frameSend                      // a generator or coroutine resumed by Send
	frameBinary                    // an operator method; jump tells which operator
	frameCompare                   // a comparison method; jump tells which operator
	frameJump                      // a comparison method that a conditional jump asks
	frameAttr                      // what reads an attribute for LoadAttr
	frameNext                      // __next__ for ForIter, with the distance to jump at the end
	frameDiscard                   // a call whose result nobody wants
	frameEntry                     // called from Go
	frameEntryGen                  // a generator resumed from Go
	frameDrain                     // a generator resumed from Go by drain
)

// frame is one activation of Python code. The frames of a thread form a list
// that is reused: next stays allocated when a frame ends.
type frame struct {
	pc      unsafe.Pointer // next instruction; valid while the frame calls out
	regs    unsafe.Pointer // R[0]
	code    *Code
	limit   uintptr // end of the register memory that callee windows may use
	dst     uintptr // byte offset of the caller's result register
	jump    int32   // what the kind says; for ForIter and Send the distance to jump when the generator has ended
	kind    frameKind
	newSeg  bool       // the frame's window begins a segment
	ownExc  bool       // generator: the exception being handled is its own, not the resumer's
	gen     *Generator // the generator whose frame this is
	init    Value      // frameInit: the new instance
	handled *Exc       // generator: the resumer's handled exception
	obj     *Frame     // Python frame object, nil until asked for
	prev    *frame
	next    *frame
}

// fn returns the running function.
func (fr *frame) fn() *Function {
	return (*Function)(unsafe.Pointer((*Value)(unsafe.Add(fr.regs, -int(valueSize))).p))
}

// word is the index of the instruction that the frame is executing.
func (fr *frame) word() int {
	return int(uintptr(fr.pc)-uintptr(unsafe.Pointer(unsafe.SliceData(fr.code.instrs))))/8 - 1
}

// push returns the frame after fr, which must be filled in.
func (fr *frame) push() *frame {
	if n := fr.next; n != nil {
		return n
	}
	return fr.morePush()
}

// morePush makes room for frames after fr: little at first, many a thread needs
// no more.
func (fr *frame) morePush() *frame {
	n := 0
	for at := fr; at.prev != nil && n < 16; at = at.prev {
		n += 4
	}
	block := make([]frame, max(n, 4))
	p := fr
	for i := range block {
		p.next = &block[i]
		block[i].prev = p
		p = &block[i]
	}
	return fr.next
}

// Frame is a frame object. While the activation lives it refers to it;
// afterwards it owns a copy of the variables.
type Frame struct {
	Header
	owner   *Thread // of the activation, nil when there is none; see inspect
	fr      *frame
	fn      *Function
	code    *Code
	back    *Frame
	lasti   int
	vars    []Value // registers, after the activation has ended
	locals  Value   // the namespace of code that is not optimized
	extra   *Dict   // names set through f_locals that are no variables
	gen     *Generator
	trace   Value
	noLines bool
	opcodes bool
}

// FrameType is frame, TracebackType traceback.
var (
	FrameType     = new(Type)
	TracebackType = new(Type)
)

func asFrame(v Value) *Frame { return (*Frame)(v.ptr()) }

// Value returns the frame object as a value.
func (f *Frame) Value() Value { return Value{&f.Header, 0} }

// object returns the frame object of an activation of t, making it.
func (fr *frame) object(t *Thread) *Frame {
	if fr.obj == nil {
		f := &Frame{owner: t, fr: fr, fn: fr.fn(), code: fr.code, gen: fr.gen}
		f.typ, f.shape = FrameType, FrameType.root.id
		if fr.code.bc.Flags&bytecode.FlagOptimized == 0 {
			f.locals = *(*Value)(fr.regs)
		}
		fr.obj = f
	}
	return fr.obj
}

// detach ends the connection of a frame object with its activation: it keeps
// the variables. keepGen is set when a generator is only suspended.
func (fr *frame) detach(t *Thread) {
	f := fr.obj
	fr.obj = nil
	f.lasti = fr.word()
	f.vars = append([]Value(nil), unsafe.Slice((*Value)(fr.regs), fr.code.clearTo)...)
	if p := t.callerOf(fr); p != nil {
		f.back = p.object(t)
	}
	f.fr = nil
	setPointer(&f.gen, nil)
	f.setOwner(nil)
}

// attach gives the frame object of a generator, if there is one, the
// activation that resumes it.
func (fr *frame) attach(t *Thread, f *Frame) {
	if fr.obj = f; f != nil {
		f.fr = fr
		f.setOwner(t)
	}
}

// release ends what attach began: the generator keeps the frame object.
func (fr *frame) release() *Frame {
	f := fr.obj
	if f != nil {
		f.fr = nil
		f.setOwner(nil)
	}
	fr.obj = nil
	return f
}

func (f *Frame) setOwner(t *Thread) {
	if raceEnabled {
		atomic.StorePointer(pointerTo(&f.owner), unsafe.Pointer(t))
		return
	}
	storePointer(&f.owner, t)
}

// inspect runs look, which reads what belongs to the activation of f. That of
// another thread changes all the time without a GIL: look then runs while that
// thread waits, or on it, at its next safe point. Neither Python code nor
// anything that waits may be called. It tells whether look has run: not on a
// thread that runs native code for long.
func (f *Frame) inspect(t *Thread, look func()) bool {
	if !t.ft {
		look()
		return true
	}
	for range 1000 {
		g := peek(&f.gen) // before the owner: see detach
		o := peek(&f.owner)
		switch {
		case o == t:
			look()
			return true
		case o != nil && o.over.Load():
			look()
			return true
		case o != nil:
			done := false
			if !t.interp.runOn(t, o, func() {
				if !done && f.owner == o {
					done = true
					look()
				}
			}) {
				return false
			}
			if done {
				return true
			}
		case g != nil:
			if was := g.claim(t); was <= genSuspended {
				look()
				g.unclaim(t, was)
				return true
			}
			runtime.Gosched() // it is being resumed, or it ends
		default:
			look()
			return true
		}
	}
	return false
}

// callerOf returns the activation that fr was called from, nil for the first.
func (t *Thread) callerOf(fr *frame) *frame {
	if fr.prev == nil || fr.prev.code == nil {
		return nil
	}
	return fr.prev
}

// Traceback is one entry of a traceback, the outermost call first.
type Traceback struct {
	Header
	next  *Traceback
	frame *Frame
	lasti int
	line  int // 0: computed from lasti
}

func asTraceback(v Value) *Traceback { return (*Traceback)(v.ptr()) }

// Value returns the traceback as a value, None for nil.
func (tb *Traceback) Value() Value {
	if tb == nil {
		return None
	}
	return Value{&tb.Header, 0}
}

// addTraceback records that e passed through fr.
func (t *Thread) addTraceback(e *Exc, fr *frame) {
	f := fr.object(t)
	tb := &Traceback{next: loadPointer(&e.tb), frame: f, lasti: fr.word()}
	tb.typ, tb.shape = TracebackType, TracebackType.root.id
	setPointer(&e.tb, tb)
}

// posAt returns the source range of a word of code.
func (c *Code) posAt(word int) bytecode.PosRun { return c.bc.RunAt(c.lineRuns(), word) }

// lineRuns returns the unpacked line table.
func (c *Code) lineRuns() []bytecode.PosRun {
	if l := c.lines.Load(); l != nil {
		return *l
	}
	l := c.bc.Lines.Runs()
	c.lines.Store(&l)
	return l
}

// stayAt moves an activation that ends by raising an exception again to where
// the exception arose in it, unless the instruction has a line of its own:
// f_lineno tells that line afterwards.
func (fr *frame) stayAt(tb *Traceback) {
	if fr.obj == nil || tb == nil || tb.frame != fr.obj || tb.lasti < 0 || tb.lasti >= len(fr.code.instrs)-1 || fr.code.lineAt(fr.word()) != 0 {
		return
	}
	fr.pc = unsafe.Pointer(&fr.code.instrs[tb.lasti+1])
}

// lineAt returns the line of a word of code, -1 being before the first.
func (c *Code) lineAt(word int) int {
	if word < 0 {
		return int(c.firstUnitLine())
	}
	return int(c.posAt(word).Line)
}

// lineno returns the traceback entry's line.
func (tb *Traceback) lineno() int {
	if tb.line != 0 {
		return tb.line
	}
	return tb.frame.code.lineAt(tb.lasti)
}

// segmentSlack is the number of registers at the end of a segment that no frame
// gets, so that a pointer behind a frame's last register stays inside the
// segment's allocation.
const segmentSlack = 8

// window finds room for a new frame above fr and returns the address of its
// R[0] and the limit of its register memory.
func (t *Thread) window(fr, nf *frame, size uintptr) (regs unsafe.Pointer, limit uintptr) {
	base := t.top(fr)
	seg := t.segment
	end := uintptr(unsafe.Pointer(unsafe.SliceData(seg))) + uintptr(len(seg)-segmentSlack)*valueSize
	regs = unsafe.Add(base, valueSize)
	nf.newSeg = false
	if uintptr(regs)+size <= end {
		return regs, end
	}
	n := max(len(seg)*2-1, int(size/valueSize)*2+2*segmentSlack)
	if n > 1<<20 {
		n = max(1<<20, int(size/valueSize)*2+64)
	}
	t.segments = append(t.segments, seg)
	if len(t.spare) >= n {
		seg, t.spare = t.spare, nil
		n = len(seg)
	} else {
		seg = make([]Value, n)
	}
	t.segment = seg
	nf.newSeg = true
	return unsafe.Pointer(&seg[1]), uintptr(unsafe.Pointer(&seg[0])) + uintptr(n-segmentSlack)*valueSize
}

// popSegment gives up the newest segment. A small one is kept, because a loop
// may call across its border over and over.
func (t *Thread) popSegment() {
	if len(t.segment) <= spareLimit {
		clear(t.segment)
		t.spare = t.segment
	}
	n := len(t.segments) - 1
	t.segment = t.segments[n]
	t.segments[n] = nil
	t.segments = t.segments[:n]
}

// top is the end of the register stack in use below a call from fr.
func (t *Thread) top(fr *frame) unsafe.Pointer {
	for fr.gen != nil {
		fr = fr.prev
	}
	if fr.code == nil {
		return unsafe.Pointer(unsafe.SliceData(t.segment))
	}
	return unsafe.Add(fr.regs, fr.code.bytes)
}

// CurrentFrame returns the frame object depth levels below the running
// Python code (0: the running one), nil when there are not that many.
func (t *Thread) CurrentFrame(depth int) *Frame {
	fr := t.cur
	for ; fr != nil && fr.code != nil; fr = fr.prev {
		if depth == 0 {
			return fr.object(t)
		}
		depth--
	}
	return nil
}

// currentGlobals is the namespace of the running Python code, nil if there is none.
func (t *Thread) currentGlobals() *Dict {
	if t.cur == nil || t.cur.code == nil {
		return nil
	}
	return t.cur.fn().globals
}

// safePoint does what the eval breaker asks for.
func (t *Thread) safePoint() *Exc {
	atomic.StoreUint32(&t.breaker, 0)
	if r := t.stackReq.Load(); r != nil {
		t.answer(r)
	}
	t.answerTrace()
	if t.noGIL {
		t.leaveIfFinalizing()
		if t.ft {
			t.alone()
		}
	} else if t.interp.gil.drop.Load() {
		t.interp.gil.yield(t, true)
	}
	if e := t.asyncExc.Swap(nil); e != nil {
		return e
	}
	if e := t.memoryShort(); e != nil {
		return e
	}
	return t.interp.runPending(t)
}

// Poll is called by native code that runs for long: it lets signal handlers
// run and other threads in, and returns what they raise.
func (t *Thread) Poll() *Exc {
	if atomic.LoadUint32(&t.breaker) == 0 {
		return nil
	}
	return t.safePoint()
}
