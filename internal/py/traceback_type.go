package py

// The Python side of tracebacks (Data model, "Traceback objects").

var tracebackSig = ParseSignature("tb_next, tb_frame, tb_lasti, tb_lineno")

func newTraceback(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var a [4]Value
	if err := tracebackSig.Bind(t, "traceback", args, a[:]); err != nil {
		return Value{}, err
	}
	if a[1].p.typ != FrameType {
		return Value{}, t.TypeErr("traceback() argument 'tb_frame' must be frame, not %s", argTypeName(a[1]))
	}
	var nums [2]int
	for i, v := range a[2:] {
		n, err := t.AsInt(v)
		if err != nil {
			return Value{}, err
		}
		if n != int(int32(n)) {
			return Value{}, t.Raise(OverflowError, "Python int too large to convert to C int")
		}
		nums[i] = n
	}
	lasti, line := nums[0], nums[1]
	if line == -1 {
		line = 0
	}
	var next *Traceback
	if !a[0].IsNone() {
		if a[0].p.typ != TracebackType {
			return Value{}, t.TypeErr("expected traceback object or None, got '%s'", a[0].p.typ.name)
		}
		next = asTraceback(a[0])
	}
	tb := &Traceback{next: next, frame: asFrame(a[1]), lasti: lasti, line: line}
	if lasti >= 0 {
		tb.lasti = lasti/codeUnit - 1
	}
	tb.typ, tb.shape = TracebackType, TracebackType.root.id
	return tb.Value(), nil
}

func init() {
	RegisterType(TypeSpec{Type: TracebackType, Name: "traceback", Sig: "tb_next, tb_frame, tb_lasti, tb_lineno", Doc: "Create a new traceback object.",
		Slots: Slots{New: newTraceback},
		Methods: []MethodSpec{{Name: "__dir__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
			var names []Value
			for _, n := range [...]string{"tb_frame", "tb_next", "tb_lasti", "tb_lineno"} {
				names = append(names, InternStr(n).Value())
			}
			return NewList(names).Value(), nil
		})}},
		GetSet: []GetSetSpec{
			{Name: "tb_next", Get: func(t *Thread, v Value) (Value, *Exc) { return loadPointer(&asTraceback(v).next).Value(), nil },
				Set: func(t *Thread, v, val Value) *Exc {
					if val.p == nil {
						return t.TypeErr("can't delete tb_next attribute")
					}
					tb := asTraceback(v)
					if val.IsNone() {
						setPointer(&tb.next, nil)
						return nil
					}
					if val.p.typ != TracebackType {
						return t.TypeErr("expected traceback object, got '%s'", val.p.typ.name)
					}
					// Two threads must not close a circle together.
					t.interp.tbNextMu.Lock()
					defer t.interp.tbNextMu.Unlock()
					for x := asTraceback(val); x != nil; x = loadPointer(&x.next) {
						if x == tb {
							return t.ValueErr("traceback loop detected")
						}
					}
					setPointer(&tb.next, asTraceback(val))
					return nil
				}},
			{Name: "tb_lineno", Get: func(t *Thread, v Value) (Value, *Exc) {
				if n := asTraceback(v).lineno(); n != 0 {
					return IntOf(n), nil
				}
				return None, nil
			}},
		},
		Attrs: func() map[string]Value {
			readOnly := func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }
			return map[string]Value{
				"tb_frame": memberDescr(TracebackType, GetSetSpec{Name: "tb_frame", Set: readOnly,
					Get: func(t *Thread, v Value) (Value, *Exc) { return asTraceback(v).frame.Value(), nil }}),
				"tb_lasti": memberDescr(TracebackType, GetSetSpec{Name: "tb_lasti", Set: readOnly,
					Get: func(t *Thread, v Value) (Value, *Exc) { return IntOf(lastiOf(asTraceback(v).lasti)), nil }}),
			}
		}})
}
