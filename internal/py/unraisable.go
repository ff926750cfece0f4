package py

import (
	"strings"
)

// unraisableType is what sys.unraisablehook receives. It is made by init, as
// the functions that struct sequences need may themselves end here.
var unraisableType *StructSeqType

func init() {
	unraisableType = RegisterStructSeq(StructSeqSpec{Name: "UnraisableHookArgs",
		Fields: seqFields("exc_type", "exc_value", "exc_traceback", "err_msg", "object")})
}

// WriteUnraisable reports an exception that nobody can handle to
// sys.unraisablehook. msg, if not empty, replaces "Exception ignored in"; obj
// is what the exception came from, the zero Value for none.
func (t *Thread) WriteUnraisable(e *Exc, msg string, obj Value) {
	errMsg := None
	if msg != "" {
		errMsg = NewStr(msg).Value()
	}
	if loadPointer(&e.tb) == nil && t.cur != nil && t.cur != &t.base {
		t.addTraceback(e, t.cur) // at least the function that runs
	}
	hook := t.sysValue("unraisablehook")
	args := unraisableType.New(e.typ.Value(), e.Value(), loadPointer(&e.tb).Value(), errMsg, orNone(obj))
	if hook.p == nil || hook.IsNone() {
		t.defaultUnraisable(e.typ.Value(), e.Value(), loadPointer(&e.tb).Value(), errMsg, obj)
		return
	}
	if _, err := t.Call(hook, args); err != nil {
		t.defaultUnraisable(err.typ.Value(), err.Value(), loadPointer(&err.tb).Value(), NewStr("Exception ignored in sys.unraisablehook").Value(), hook)
	}
}

// defaultUnraisable is the original sys.unraisablehook.
func (t *Thread) defaultUnraisable(typ, val, tb, msg, obj Value) {
	var b strings.Builder
	switch {
	case obj.p != nil && !obj.IsNone():
		if msg.IsNone() {
			b.WriteString("Exception ignored in: ")
		} else {
			b.WriteString(t.safeStr(msg, "msg") + ": ")
		}
		s, err := t.Repr(obj)
		if err != nil {
			b.WriteString("<object repr() failed>\n")
		} else {
			b.WriteString(s.s + "\n")
		}
	case !msg.IsNone():
		b.WriteString(t.safeStr(msg, "msg") + ":\n")
	}
	if tb.p != nil && tb.p.typ == TracebackType {
		f := stackFormatter{t: t, plain: true}
		b.WriteString("Traceback (most recent call last):\n")
		for _, s := range f.format(t.limitEntries(t.tracebackEntries(asTraceback(tb)))) {
			b.WriteString(s)
		}
	}
	tp, ok := ToType(typ)
	if !ok {
		t.writeStderr(b.String())
		return
	}
	b.WriteString(t.shownTypeName(tp))
	if val.p != nil && !val.IsNone() {
		if s, err := t.StrOf(val); err != nil {
			b.WriteString(": <exception str() failed>")
		} else {
			b.WriteString(": " + s.s)
		}
	}
	b.WriteString("\n")
	t.writeStderr(b.String())
}

// writeStderr writes text to sys.stderr. A stream that is missing or fails
// loses it, as there is nowhere left to report that.
func (t *Thread) writeStderr(text string) {
	f := t.sysValue("stderr")
	if f.p == nil {
		if w := t.interp.opts.Stderr; w != nil {
			w.Write([]byte(escapeSurrogates(text)))
		}
		return
	}
	if f.IsNone() {
		if f = t.sysValue("__stderr__"); f.p == nil || f.IsNone() {
			return
		}
	}
	if _, err := t.CallMethod(f, strWrite, NewStr(text).Value()); err != nil {
		return
	}
	if fl, err := t.GetAttrOpt(f, strFlush); err == nil && fl.p != nil {
		t.Call(fl)
	}
}

// sysUnraisableHook is sys.unraisablehook(unraisable).
func sysUnraisableHook(t *Thread, _, v Value) (Value, *Exc) {
	if v.p.typ != unraisableType.Type {
		return Value{}, t.TypeErr("sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	a := asTuple(v).items
	t.defaultUnraisable(a[0], a[1], a[2], a[3], a[4])
	return None, nil
}
