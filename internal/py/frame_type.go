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
func (f *Frame) lineno(t *Thread) int { return f.code.lineAt(f.wordOf(t)) }

// wordOf is word for a frame of any thread; -1 when that cannot be asked.
func (f *Frame) wordOf(t *Thread) int {
	w := -1
	f.inspect(t, func() { w = f.word() })
	return w
}

// codeUnit is how far f_lasti and the offsets of co_lines advance with each
// word of our code.
const codeUnit = 2

// lastiOf is a word's number as f_lasti and tb_lasti show it: the
// first unit is that of a call that has just begun.
func lastiOf(word int) int { return (word + 1) * codeUnit }

// caller returns the frame that f was called from, None for the first.
func (f *Frame) caller(t *Thread) Value {
	v := None
	f.inspect(t, func() {
		if f.fr == nil {
			if f.back != nil {
				v = f.back.Value()
			}
		} else if p := t.callerOf(f.fr); p != nil {
			v = p.object(f.owner).Value()
		}
	})
	return v
}

// localsOf is f_locals: the namespace of a module or class body, a proxy that
// reads and writes the variables of a function (PEP 667).
func (f *Frame) localsOf(t *Thread) Value {
	proxy := f.optimized()
	if !proxy {
		f.inspect(t, func() { proxy = f.fr != nil && f.fr.hiddenBound() })
	}
	if proxy {
		return newLocalsProxy(f)
	}
	return orNone(f.locals)
}

// clearFrame is frame.clear().
func clearFrame(t *Thread, v Value) (Value, *Exc) {
	f := asFrame(v)
	what := ""
	var gen *Generator
	ok := f.inspect(t, func() {
		switch {
		case f.fr != nil:
			what = "an executing"
		case f.gen != nil && f.gen.regs != nil:
			if gen = f.gen; int(uintptr(gen.pc)-uintptr(unsafe.Pointer(unsafe.SliceData(gen.code.instrs)))) > 0 {
				what = "a suspended"
			}
		default:
			f.vars = nil
			f.extra = nil
		}
	})
	switch {
	case !ok:
		what = "an executing"
	case what == "" && gen != nil:
		t.finalizeGen(gen)
		f.inspect(t, func() {
			if f.fr == nil {
				f.vars = nil
			}
		})
	}
	if what != "" {
		return Value{}, t.Raise(RuntimeError, "cannot clear %s frame", what)
	}
	return None, nil
}

func init() {
	RegisterType(TypeSpec{Type: FrameType, Name: "frame", Flags: FlagNoNew,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, *Exc) {
			f := asFrame(v)
			r, err := t.Repr(f.code.filename.Value())
			if err != nil {
				return Value{}, err
			}
			return NewStr("<frame at " + addrText(v) + ", file " + r.s + ", line " + strconv.Itoa(f.lineno(t)) + ", code " + f.code.name.s + ">").Value(), nil
		}},
		Methods: []MethodSpec{
			{Name: "clear", Doc: "F.clear(): clear most references held by the frame", Fn: Fn0(clearFrame)},
			{Name: "__sizeof__", Doc: "F.__sizeof__() -> size of F in memory, in bytes", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return IntOf(int(unsafe.Sizeof(Frame{})) + asFrame(v).code.nregs*int(valueSize)), nil
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "f_back", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).caller(t), nil }},
			{Name: "f_locals", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).localsOf(t), nil }},
			{Name: "f_code", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).code.Value(), nil }},
			{Name: "f_globals", Get: func(t *Thread, v Value) (Value, *Exc) { return asFrame(v).fn.globals.Value(), nil }},
			{Name: "f_builtins", Get: func(t *Thread, v Value) (Value, *Exc) {
				return builtinsValue(asFrame(v).fn.builtins), t.completeBuiltins()
			}},
			{Name: "f_lasti", Get: func(t *Thread, v Value) (Value, *Exc) { return IntOf(lastiOf(asFrame(v).wordOf(t))), nil }},
			{Name: "f_lineno", Get: func(t *Thread, v Value) (Value, *Exc) {
				f := asFrame(v)
				if w := f.wordOf(t); w < 0 || f.code.lineAt(w) != 0 {
					return IntOf(f.code.lineAt(w)), nil
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
			{Name: "f_trace", Get: func(t *Thread, v Value) (Value, *Exc) { return orNone(t.peekSlot(v.p, &asFrame(v).trace)), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					if val.IsNone() {
						val = Value{}
					}
					t.putSlot(v.p, &asFrame(v).trace, val)
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
