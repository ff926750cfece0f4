package py

import (
	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// intrinsic1 executes the Intrinsic1 instruction.
func (t *Thread) intrinsic1(fr *frame, which uint8, v Value) (Value, *Exc) {
	switch which {
	case bc.IntrinsicPrint:
		hook := t.interp.sysDict.lookup(InternStr("displayhook"))
		if hook.p == nil {
			return Value{}, t.Raise(RuntimeError, "lost sys.displayhook")
		}
		return t.Call(hook, v)
	case bc.IntrinsicStopIterationError:
		return v, t.stopIterationError(fr, asExc(v))
	case bc.IntrinsicTypeVar:
		return t.newTypeVar(asStr(v), Value{}, Value{})
	case bc.IntrinsicParamSpec:
		return t.newParamSpec(asStr(v))
	case bc.IntrinsicTypeVarTuple:
		return t.newTypeVarTuple(asStr(v))
	case bc.IntrinsicSubscriptGeneric:
		return t.subscriptGeneric(v)
	case bc.IntrinsicTypeAlias:
		a := asTuple(v).items
		return t.newTypeAlias(asStr(a[0]), a[1], a[2])
	}
	return Value{}, t.Raise(SystemError, "unknown intrinsic function")
}

// intrinsic2 executes the Intrinsic2 instruction.
func (t *Thread) intrinsic2(which uint8, v, w Value) (Value, *Exc) {
	switch which {
	case bc.IntrinsicTypeVarWithBound:
		return t.newTypeVar(asStr(v), w, Value{})
	case bc.IntrinsicTypeVarWithConstraints:
		return t.newTypeVar(asStr(v), Value{}, w)
	case bc.IntrinsicSetFunctionTypeParams:
		asFunc(v).typeParams = asTuple(w)
		return v, nil
	case bc.IntrinsicSetTypeparamDefault:
		return t.setTypeParamDefault(v, w)
	}
	return Value{}, t.Raise(SystemError, "unknown intrinsic function")
}

// stopIterationError is PEP 479: a StopIteration must not leave a generator.
func (t *Thread) stopIterationError(fr *frame, e *Exc) *Exc {
	msg := ""
	flags := fr.code.bc.Flags
	switch {
	case e.Is(StopIteration):
		msg = "generator raised StopIteration"
		if flags&bc.FlagAsyncGenerator != 0 {
			msg = "async generator raised StopIteration"
		} else if flags&bc.FlagCoroutine != 0 {
			msg = "coroutine raised StopIteration"
		}
	case flags&bc.FlagAsyncGenerator != 0 && e.Is(StopAsyncIteration):
		msg = "async generator raised StopAsyncIteration"
	default:
		t.again = e
		return e
	}
	r := t.Raise(RuntimeError, "%s", msg)
	r.cause, r.context, r.suppress, r.chained = e, e, true, true
	t.again = r
	return r
}
