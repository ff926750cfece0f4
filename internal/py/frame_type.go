package py

import (
	"strconv"
	"unsafe"
)

// The Python side of frame objects (Data model, "Frame objects").

// line is the line that the activation is executing.
func (fr *frame) line() int { return fr.code.lineAt(fr.word()) }

// word is the index of the instruction the frame is at, -1 before the first.
func (f *Frame) word() int {
	switch {
	case f.fr != nil:
		return f.fr.word()
	case f.gen != nil && f.gen.regs != nil:
		c := f.gen.code
		return int(uintptr(f.gen.pc)-uintptr(unsafe.Pointer(unsafe.SliceData(c.instrs))))/8 - 1
	}
	return f.lasti
}

// lineno is f_lineno: the frame's current line, 0 for none.
func (f *Frame) lineno() int {
	return f.fn.code.lineAt(f.word())
}

// codeUnit is how far f_lasti and the offsets of co_lines advance with each
// word of our code.
const codeUnit = 2

// lastiOf is a word's number as f_lasti and tb_lasti show it: the
// first unit is that of a call that has just begun.
func lastiOf(word int) int { return (word + 1) * codeUnit }

// caller returns the frame that f was called from, None for the first.
func (f *Frame) caller(t *Thread) Value {
	if f.fr != nil {
		if p := t.callerOf(f.fr); p != nil {
			return p.object().Value()
		}
		return None
	}
	if f.back != nil {
		return f.back.Value()
	}
	return None
}

// localsOf is f_locals: the namespace of a module or class body, a proxy that
// reads and writes the variables of a function (PEP 667).
func (f *Frame) localsOf() Value {
	if f.optimized() || f.fr != nil && f.fr.hiddenBound() {
		return newLocalsProxy(f)
	}
	return orNone(f.locals)
}

// clearFrame is frame.clear().
func clearFrame(t *Thread, v Value) (Value, *Exc) {
	f := asFrame(v)
	switch {
	case f.gen != nil && f.gen.regs != nil && f.gen.state != genRunning:
		if f.gen.state == genSuspended {
			return Value{}, t.Raise(RuntimeError, "cannot clear a suspended frame")
		}
		t.finalizeGen(f.gen)
		f.vars = nil
	case f.fr != nil:
		return Value{}, t.Raise(RuntimeError, "cannot clear an executing frame")
	default:
		f.vars = nil
		f.extra = nil
	}
	return None, nil
}

func init() {
	RegisterType(TypeSpec{Type: FrameType, Name: "frame", Flags: FlagNoNew,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, *Exc) {
			f := asFrame(v)
			r, err := t.Repr(f.fn.code.filename.Value())
			if err != nil {
				return Value{}, err
			}
			return NewStr("<frame at " + addrText(v) + ", file " + r.s + ", line " + strconv.Itoa(f.lineno()) + ", code " + f.fn.code.name.s + ">").Value(), nil
		}},
		Methods: []MethodSpec{
			{Name: "clear", Doc: "F.clear(): clear most references held by the frame", Fn: Fn0(clearFrame)},
			{Name: "__sizeof__", Doc: "F.__sizeof__() -> size of F in memory, in bytes", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return IntOf(int(unsafe.Sizeof(Frame{})) + asFrame(v).fn.code.nregs*int(valueSize)), nil
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "f_back", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).caller(t), nil }},
			{Name: "f_locals", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).localsOf(), nil }},
			{Name: "f_code", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).fn.code.Value(), nil }},
			{Name: "f_globals", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).fn.globals.Value(), nil }},
			{Name: "f_builtins", Get: func(t *Thread, v Value) (Value, *Exc) { return builtinsValue(asFrame(v).fn.builtins), nil }},
			{Name: "f_lasti", Get: func(t *Thread, v Value) (Value, *Exc) { return IntOf(lastiOf(asFrame(v).word())), nil }},
			{Name: "f_lineno", Get: func(t *Thread, v Value) (Value, *Exc) {
				f := asFrame(v)
				if n := f.lineno(); n != 0 || f.word() < 0 {
					return IntOf(n), nil
				}
				return None, nil
			}, Set: func(t *Thread, v, val Value) *Exc {
				if val.p == nil {
					return t.Raise(AttributeError, "cannot delete attribute")
				}
				if !val.isInt() {
					return t.ValueErr("lineno must be an integer")
				}
				return t.ValueErr("f_lineno can only be set in a trace function")
			}},
			{Name: "f_trace", Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(asFrame(v).trace), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					if val.IsNone() {
						val = Value{}
					}
					asFrame(v).trace = val
					return nil
				}},
			{Name: "f_trace_opcodes", Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asFrame(v).opcodes), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					if val.p == nil || !val.isBool() {
						return t.TypeErr("attribute value type must be bool")
					}
					asFrame(v).opcodes = val.b != 0
					return nil
				}},
		},
		Attrs: func() map[string]Value {
			return map[string]Value{"f_trace_lines": memberDescr(FrameType, GetSetSpec{Name: "f_trace_lines",
				Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(!asFrame(v).noLines), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					if val.p == nil {
						return t.cannotDeleteNumber()
					}
					if !val.isBool() {
						return t.TypeErr("attribute value type must be bool")
					}
					asFrame(v).noLines = val.b == 0
					return nil
				}})}
		}})
}
