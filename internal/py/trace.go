package py

import (
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// Tracing and profiling (sys.settrace, sys.setprofile). A thread that has
// either runs in an evaluator loop of its own, runTraced, so that the others pay
// nothing for it. That loop calls traceStep before every instruction and tells
// of what ends an activation.

// evalLoop says which evaluator loop a thread runs in.
type evalLoop uint8

const (
	loopGIL evalLoop = iota
	loopFT
	loopTraced
)

// chooseLoop is called after a change of what the choice depends on. A running
// loop notices it when the next call out of it comes back.
func (t *Thread) chooseLoop() {
	switch {
	case t.tracer != nil && t.tracer.active():
		t.loop = loopTraced
	case t.ft:
		t.loop = loopFT
	default:
		t.loop = loopGIL
	}
}

// tracer is a thread's trace and profile function and what it knows of the
// activations that it has seen.
type tracer struct {
	trace, profile Value // nothing when there is none
	calling        bool  // one of them is running: it is not traced itself
	stack          []tracedFrame
	code           map[*Code]*tracedCode
}

// tracedFrame is an activation that the tracer has seen and that has not ended.
type tracedFrame struct {
	fr   *frame
	word int // of the last instruction, -1 before the first
}

// tracedCode tells of each word of a code object its line, 0 for none, and
// whether jumping back to it begins the line again.
type tracedCode struct {
	line   []int32
	starts []bool
}

// traceRequest has a thread set its functions; nil leaves one as it is.
type traceRequest struct {
	trace, profile *Value
}

func (tr *tracer) active() bool {
	return !tr.calling && (tr.trace.p != nil || tr.profile.p != nil)
}

// setTraceFn is sys.settrace, setprofile and their kin for all threads.
func setTraceFn(apply func(*Thread, *traceRequest), trace bool) Fn1 {
	return func(t *Thread, _, f Value) (Value, *Exc) {
		if f.IsNone() {
			f = Value{}
		}
		r := &traceRequest{profile: &f}
		if trace {
			r = &traceRequest{trace: &f}
		}
		apply(t, r)
		return None, nil
	}
}

// traceFn is sys.gettrace and getprofile.
func (t *Thread) traceFn(trace bool) Value {
	switch {
	case t.tracer == nil:
		return None
	case trace:
		return orNone(t.tracer.trace)
	}
	return orNone(t.tracer.profile)
}

// setTrace sets the thread's trace function, setProfile its profile function;
// the zero Value takes it away. What is set comes into force at once.
func (t *Thread) setTrace(f Value)   { t.applyTrace(&traceRequest{trace: &f}) }
func (t *Thread) setProfile(f Value) { t.applyTrace(&traceRequest{profile: &f}) }

func (t *Thread) applyTrace(r *traceRequest) {
	tr := t.tracer
	if tr == nil {
		tr = &tracer{}
		t.tracer = tr
	}
	if r.trace != nil {
		tr.trace = *r.trace
	}
	if r.profile != nil {
		tr.profile = *r.profile
	}
	if tr.trace.p == nil && tr.profile.p == nil {
		tr.stack, tr.code = nil, nil
	}
	t.chooseLoop()
}

// traceAll has every thread of the interpreter make the change, the calling one
// at once.
func (t *Thread) traceAll(r *traceRequest) {
	for _, o := range t.interp.Threads() {
		if o == t {
			continue
		}
		for {
			old := o.traceReq.Load()
			merged := *r
			if old != nil {
				if merged.trace == nil {
					merged.trace = old.trace
				}
				if merged.profile == nil {
					merged.profile = old.profile
				}
			}
			if o.traceReq.CompareAndSwap(old, &merged) {
				break
			}
		}
		o.poke()
	}
	t.applyTrace(r)
}

// answerTrace makes the change that another thread asked for.
func (t *Thread) answerTrace() {
	if r := t.traceReq.Swap(nil); r != nil {
		t.applyTrace(r)
	}
}

// linesOf returns the lines of code's words.
func (tr *tracer) linesOf(code *Code) *tracedCode {
	if c := tr.code[code]; c != nil {
		return c
	}
	n := len(code.instrs)
	c := &tracedCode{make([]int32, n), make([]bool, n)}
	for i := range n {
		c.line[i] = int32(code.lineAt(i))
		c.starts[i] = i == 0 || c.line[i] != c.line[i-1]
	}
	// A jump back to its own line, as a loop on one line makes, begins it anew.
	for i := 0; i < n; i += 1 + bc.NumCacheWords(bc.Op(code.instrs[i])) {
		if to, ok := bc.JumpTarget(code.instrs, i); ok && to <= i && to >= 0 {
			c.starts[to] = true
		}
	}
	if tr.code == nil {
		tr.code = map[*Code]*tracedCode{}
	}
	tr.code[code] = c
	return c
}

// top returns what is known of the running activation, nil when it is new.
func (tr *tracer) top(fr *frame) *tracedFrame {
	if n := len(tr.stack); n > 0 && tr.stack[n-1].fr == fr {
		return &tr.stack[n-1]
	}
	return nil
}

// end forgets the running activation, which ends.
func (tr *tracer) end(fr *frame) {
	if tr.top(fr) != nil {
		tr.stack = tr.stack[:len(tr.stack)-1]
	}
}

// traceStep comes before the instruction at pc of the running activation: it
// makes the events call, line and opcode.
func (t *Thread) traceStep(pc unsafe.Pointer) *Exc {
	tr, fr := t.tracer, t.cur
	fr.pc = unsafe.Add(pc, 8) // f_lineno and f_lasti are the instruction's
	word := fr.word()
	s := tr.top(fr)
	if s == nil {
		if tr.enter(fr, pc) {
			fr.pc = pc // a generator is where it yielded
			if err := t.traceCall(fr); err != nil || t.loop != loopTraced {
				return t.traced(fr, pc, err)
			}
			fr.pc = unsafe.Add(pc, 8)
		} else if f := fr.obj; f != nil && f.opcodes && f.trace.p != nil && tr.trace.p != nil {
			// What CPython still does with the result of the call that began the
			// tracing; here the call has done it.
			fr.pc = pc
			if err := t.traceLocal(f, "opcode", None); err != nil || t.loop != loopTraced {
				return t.traced(fr, pc, err)
			}
			fr.pc = unsafe.Add(pc, 8)
		}
		s = tr.top(fr)
	}
	last := s.word
	s.word = word
	if f := fr.obj; f != nil && f.trace.p != nil && tr.trace.p != nil {
		c := tr.linesOf(fr.code)
		line := c.line[word]
		if line > 0 && !f.noLines && (last < 0 || line != c.line[last] || word <= last && c.starts[word]) {
			if err := t.traceLocal(f, "line", None); err != nil || t.loop != loopTraced {
				return t.traced(fr, pc, err)
			}
		} else if line <= 0 && last >= 0 {
			tr.top(fr).word = last // what has no line belongs to the one before
		}
		if f.opcodes {
			if err := t.traceLocal(f, "opcode", None); err != nil {
				return t.traced(fr, pc, err)
			}
		}
	}
	return t.traced(fr, pc, nil)
}

// traced sets fr to go on at pc; with an error it is that instruction's.
func (t *Thread) traced(fr *frame, pc unsafe.Pointer, err *Exc) *Exc {
	if err == nil {
		fr.pc = pc
	}
	return err
}

// enter notes an activation that was not known, which goes on at pc. It tells
// whether it has just begun or been resumed.
func (tr *tracer) enter(fr *frame, pc unsafe.Pointer) bool {
	word := int(uintptr(pc)-uintptr(unsafe.Pointer(unsafe.SliceData(fr.code.instrs))))/8 - 1
	tr.stack = append(tr.stack, tracedFrame{fr, word})
	return word < 0 || fr.gen != nil && bc.Op(fr.code.instrs[word]) == bc.Yield
}

// traceCall makes the event call of an activation.
func (t *Thread) traceCall(fr *frame) *Exc {
	tr := t.tracer
	if tr.trace.p != nil {
		f := fr.object(t)
		v, err := t.callTracer(tr.trace, f, "call", None)
		if err != nil {
			t.setTrace(Value{})
			return err
		}
		if f.trace = v; v.IsNone() {
			f.trace = Value{}
		}
	}
	return t.profileEvent(fr, "call", None)
}

// traceLocal makes an event for the trace function of an activation.
func (t *Thread) traceLocal(f *Frame, event string, arg Value) *Exc {
	v, err := t.callTracer(f.trace, f, event, arg)
	switch {
	case err != nil:
		f.trace = Value{}
		t.setTrace(Value{})
	case !v.IsNone():
		f.trace = v
	}
	return err
}

// profileEvent makes an event for the profile function.
func (t *Thread) profileEvent(fr *frame, event string, arg Value) *Exc {
	if t.tracer.profile.p == nil {
		return nil
	}
	_, err := t.callTracer(t.tracer.profile, fr.object(t), event, arg)
	if err != nil {
		t.setProfile(Value{})
	}
	return err
}

// callTracer calls a trace or profile function, which is not traced meanwhile.
func (t *Thread) callTracer(f Value, fr *Frame, event string, arg Value) (Value, *Exc) {
	tr := t.tracer
	tr.calling = true
	t.chooseLoop()
	v, err := t.Call(f, fr.Value(), strVal(event), arg)
	tr.calling = false
	t.chooseLoop()
	return v, err
}

// traceReturn makes the event return of the running activation, which returns
// or yields v, or None as an exception ends it.
func (t *Thread) traceReturn(fr *frame, v Value) *Exc {
	tr := t.tracer
	if tr.calling {
		return nil
	}
	var err *Exc
	if f := fr.obj; f != nil && f.trace.p != nil && tr.trace.p != nil {
		err = t.traceLocal(f, "return", v)
	}
	if err == nil {
		err = t.profileEvent(fr, "return", v)
	}
	tr.end(fr)
	if err == nil && (fr.kind == frameForIter || fr.kind == frameSend) && !v.IsNone() && bc.Op(*(*uint64)(unsafe.Add(fr.pc, -8))) != bc.Yield {
		// The loop swallows the StopIteration that carries the value.
		if f := fr.prev.obj; f != nil && f.trace.p != nil && tr.trace.p != nil {
			e := StopIterationWith(v)
			return t.traceLocal(f, "exception", NewTuple(e.typ.Value(), e.Value(), None).Value())
		}
	}
	return err
}

// traceRaise makes the event exception, if the activation has a trace function.
func (t *Thread) traceRaise(fr *frame, e *Exc) *Exc {
	tr := t.tracer
	if tr.calling {
		return nil
	}
	if tr.top(fr) == nil && tr.enter(fr, fr.pc) {
		if err := t.traceCall(fr); err != nil { // it was thrown into a generator
			return err
		}
	}
	if f := fr.obj; f != nil && f.trace.p != nil && tr.trace.p != nil {
		return t.traceLocal(f, "exception", NewTuple(e.typ.Value(), e.Value(), loadPointer(&e.tb).Value()).Value())
	}
	return nil
}

// tracedCall is callSlow with the events c_call, c_return and c_exception.
func (t *Thread) tracedCall(fr *frame, a *Value, n int, kw *Tuple, dst *Value) *Exc {
	callee := t.profiled(*a, a.at(1), n)
	if err := t.beginNative(fr, callee); err != nil {
		return err
	}
	return t.endNative(fr, callee, t.callSlow(fr, a, n, kw, dst))
}

// tracedCallEx is callEx with those events.
func (t *Thread) tracedCallEx(fr *frame, a *Value) *Exc {
	var first []Value
	if tp, ok := a.at(1).p, a.at(1).p.shape == shTuple; ok && tp != nil {
		first = asTuple(*a.at(1)).items
	}
	var self *Value
	if len(first) > 0 {
		self = &first[0]
	}
	callee := t.profiled(*a, self, len(first))
	if err := t.beginNative(fr, callee); err != nil {
		return err
	}
	return t.endNative(fr, callee, t.callEx(fr, a))
}

// profiled returns the builtin that a call calls, nothing when it is no builtin
// or there is no profile function.
func (t *Thread) profiled(f Value, self *Value, n int) Value {
	if t.tracer.profile.p == nil || t.tracer.calling {
		return Value{}
	}
	switch f.p.shape {
	case shNativeFunc:
		return f
	case shMethod:
		m := (*Method)(f.ptr())
		return t.profiled(m.fn, &m.self, 1)
	case shMethodDescr:
		if n > 0 {
			return asNative(f).bind(*self)
		}
	}
	return Value{}
}

func (t *Thread) beginNative(fr *frame, callee Value) *Exc {
	if callee.p == nil {
		return nil
	}
	return t.profileEvent(fr, "c_call", callee)
}

func (t *Thread) endNative(fr *frame, callee Value, err *Exc) *Exc {
	if callee.p == nil || t.tracer == nil || t.tracer.calling {
		return err
	}
	event := "c_return"
	if err != nil {
		event = "c_exception"
	}
	if e := t.profileEvent(fr, event, callee); e != nil {
		return e
	}
	return err
}
