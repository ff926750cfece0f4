package py

// Minimal registrations that let the core run before the file that owns each
// type exists. Whoever writes the owner's file deletes the entry here; the file
// goes away with its last entry.

import (
	"math/cmplx"
	"strconv"

	"github.com/coachwhip/coachwhip/internal/numfmt"
)

// --- numbers (int_type.go, float_type.go, complex_type.go)

func formatInt(n int64) string { return strconv.FormatInt(n, 10) }

func complexPow(t *Thread, a, b complex128) (Value, *Exc) { return NewComplex(cmplx.Pow(a, b)), nil }

func init() {
	RegisterType(TypeSpec{Type: IntType, Name: "int", shape: shInt, Flags: FlagBaseType | FlagIntSubclass | FlagMatchSelf, Layout: LayoutOf[Int](), Slots: intSlots})
	RegisterType(TypeSpec{Type: BoolType, Name: "bool", shape: shBool, Base: IntType, Slots: Slots{Repr: func(t *Thread, v Value) (Value, *Exc) {
		if v.b != 0 {
			return InternStr("True").Value(), nil
		}
		return InternStr("False").Value(), nil
	}}})
	RegisterType(TypeSpec{Type: FloatType, Name: "float", shape: shFloat, Flags: FlagBaseType | FlagFloatSubclass | FlagMatchSelf, Layout: LayoutOf[Float](), Slots: floatSlots})
	RegisterType(TypeSpec{Type: ComplexType, Name: "complex", Flags: FlagBaseType, Layout: LayoutOf[Complex](), Slots: Slots{Repr: func(t *Thread, v Value) (Value, *Exc) {
		return newASCII(numfmt.ReprComplex(asComplex(v).c)).Value(), nil
	}}})
}

// --- containers: list, tuple, dict, set, range, slice, mappingproxy

var mappingProxyType = new(Type)

func newMappingProxy(v Value) Value { return v }

// SortValues sorts in place (list.sort with an optional key function).
func (t *Thread) SortValues(items []Value, key Value, reverse bool) *Exc { return nil }

func reprItems(t *Thread, items []Value, open, end string) (Value, *Exc) {
	s := open
	for i, x := range items {
		if i > 0 {
			s += ", "
		}
		r, err := t.Repr(x)
		if err != nil {
			return Value{}, err
		}
		s += r.s
	}
	return NewStr(s + end).Value(), nil
}

func init() {
	RegisterType(TypeSpec{Type: ListType, Name: "list", shape: shList, Flags: FlagBaseType | FlagListSubclass | FlagSequence | FlagMatchSelf, Layout: LayoutOf[List](), Slots: Slots{
		Repr: func(t *Thread, v Value) (Value, *Exc) { return reprItems(t, asList(v).items, "[", "]") },
		Iter: func(t *Thread, v Value) (Value, *Exc) { return newListIter(asList(v)), nil },
		Len:  func(t *Thread, v Value) (int, *Exc) { return asList(v).Len(t), nil },
	}, Methods: []MethodSpec{
		{Name: "append", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) { asList(v).Append(t, x); return None, nil })},
	}})
	RegisterType(TypeSpec{Type: TupleType, Name: "tuple", shape: shTuple, Flags: FlagBaseType | FlagTupleSubclass | FlagSequence | FlagMatchSelf, Layout: LayoutOf[Tuple](), Slots: Slots{
		Repr: func(t *Thread, v Value) (Value, *Exc) { return reprItems(t, asTuple(v).items, "(", ")") },
		Iter: func(t *Thread, v Value) (Value, *Exc) { return newTupleIter(asTuple(v)), nil },
	}})
	RegisterType(TypeSpec{Type: DictType, Name: "dict", shape: shDict, Flags: FlagBaseType | FlagDictSubclass | FlagMapping | FlagMatchSelf, Layout: LayoutOf[Dict](), Slots: Slots{
		GetItem: func(t *Thread, v, k Value) (Value, *Exc) {
			r, err := asDict(v).Get(t, k)
			if err == nil && r.p == nil {
				return Value{}, t.KeyErr(k)
			}
			return r, err
		},
		SetItem: func(t *Thread, v, k, x Value) *Exc { return asDict(v).Set(t, k, x) },
		Repr:    func(t *Thread, v Value) (Value, *Exc) { return NewStr("{...}").Value(), nil },
	}})
	RegisterType(TypeSpec{Type: SetType, Name: "set", shape: shSet, Flags: FlagBaseType | FlagSetSubclass | FlagMatchSelf, Layout: LayoutOf[Set]()})
	RegisterType(TypeSpec{Type: FrozenSetType, Name: "frozenset", shape: shFrozenSet, Flags: FlagBaseType | FlagFrozenSetSubclass | FlagMatchSelf, Layout: LayoutOf[Set]()})
	RegisterType(TypeSpec{Type: SliceType, Name: "slice", shape: shSlice})
	RegisterType(TypeSpec{Type: mappingProxyType, Name: "mappingproxy"})
}

// --- property, object methods, generic aliases, unions

var (
	UnionTypeObj = new(Type)
)

type unionObj struct {
	Header
	args *Tuple
}

func asUnion(v Value) *unionObj { return (*unionObj)(v.ptr()) }

func typeOr(t *Thread, a, b Value) (Value, *Exc) { return NotImplemented, nil }

// NewGenericAlias is origin[args].
func NewGenericAlias(origin, args Value) Value { return origin }

func init() {
	RegisterType(TypeSpec{Type: UnionTypeObj, Name: "types.UnionType"})
}

// --- exceptions, warnings, weak references, finalizers

var weakrefSpec = GetSetSpec{Name: "__weakref__", Get: func(t *Thread, v Value) (Value, *Exc) { return None, nil }}

// Warn issues a warning of class tp.
func (t *Thread) Warn(tp *Type, level int, format string, a ...any) *Exc { return nil }

func (in *Interp) watchFinalizer(h *Header) {}

// --- frames, code, generators, async

func (t *Thread) coroutineOrigin() Value { return None }

func (t *Thread) getAwaitable(v Value, where uint8) (Value, *Exc) { return v, nil }

func (t *Thread) awaitableIter(v Value) (Value, *Exc) { return v, nil }

func newAsyncGenWrapped(v Value) Value { return v }

func init() {
	RegisterType(TypeSpec{Type: CodeType, Name: "code"})
	RegisterType(TypeSpec{Type: FrameType, Name: "frame", Flags: FlagNoNew})
	RegisterType(TypeSpec{Type: TracebackType, Name: "traceback"})
	RegisterType(TypeSpec{Type: GeneratorType, Name: "generator", shape: shGenerator, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: genNext, Send: genSendSlot}})
	RegisterType(TypeSpec{Type: CoroutineType, Name: "coroutine", shape: shCoroutine, Flags: FlagNoNew, Slots: Slots{Send: genSendSlot}})
	RegisterType(TypeSpec{Type: AsyncGenType, Name: "async_generator", Flags: FlagNoNew})
}

// --- imports, intrinsics

func (t *Thread) newTypeVar(name *Str, bound, constraints Value) (Value, *Exc) {
	return Value{}, t.Raise(NotImplementedError, "type parameters")
}

func (t *Thread) newParamSpec(name *Str) (Value, *Exc) { return t.newTypeVar(name, None, None) }

func (t *Thread) newTypeVarTuple(name *Str) (Value, *Exc) { return t.newTypeVar(name, None, None) }

func (t *Thread) subscriptGeneric(v Value) (Value, *Exc) { return t.newTypeVar(emptyStr, None, None) }

func (t *Thread) newTypeAlias(name *Str, params, value Value) (Value, *Exc) {
	return t.newTypeVar(name, None, None)
}

func (t *Thread) setTypeParamDefault(p, f Value) (Value, *Exc) {
	return t.newTypeVar(emptyStr, None, None)
}

func bootDone() {}

func newCallIter(f, sentinel Value) Value { return None }

func (t *Thread) syntaxWarning(msg, filename string, line int) *Exc { return nil }
