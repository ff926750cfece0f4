package py

import (
	"runtime"
)

// The gc module. Go's collector finds garbage by itself, cycles included, so
// there is nothing to switch off; enable, disable and the thresholds are kept
// for programs that read them back.

// gcSettings are the settings of the gc module.
type gcSettings struct {
	disabled  bool
	threshold [3]int
	debug     int
	runs      [3]int // collections asked for, by generation
	found     [3]int
}

func gcCollect(t *Thread, m Value, a []Value) (Value, *Exc) {
	gen := 2
	if a[0].p != nil {
		n, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		gen = n
	}
	if gen < 0 || gen > 2 {
		return Value{}, t.ValueErr("invalid generation")
	}
	if err := t.gcCallbacks(m, "start", gen, 0); err != nil {
		return Value{}, err
	}
	rounds := 60 // a chain of finalizable objects takes a round a link
	if gen < 2 {
		rounds = 1
	}
	n, err := t.collect(rounds)
	if err != nil {
		return Value{}, err
	}
	s := &t.interp.runtime.gc
	s.runs[gen]++
	s.found[gen] += n
	return IntOf(n), t.gcCallbacks(m, "stop", gen, n)
}

// gcCallbacks calls what is in gc.callbacks.
func (t *Thread) gcCallbacks(m Value, phase string, gen, n int) *Exc {
	mod, ok := ToModule(m)
	if !ok {
		return nil
	}
	list, ok := ToList(mod.dict.GetStr(t, "callbacks"))
	if !ok || list.Len(t) == 0 {
		return nil
	}
	for _, cb := range list.Snapshot(t) {
		info := NewDict()
		info.SetStr(t, "generation", IntOf(gen))
		info.SetStr(t, "collected", IntOf(n))
		info.SetStr(t, "uncollectable", IntOf(0))
		if _, err := t.Call(cb, InternStr(phase).Value(), info.Value()); err != nil {
			t.WriteUnraisable(err, "", cb)
		}
	}
	return nil
}

// gcTracked tells whether an object can be part of a reference cycle.
func (t *Thread) gcTracked(v Value) bool {
	tp := v.p.typ
	switch {
	case tp.flags&FlagHeap != 0:
		return true
	case tp.flags&(FlagIntSubclass|FlagFloatSubclass|FlagStrSubclass|FlagBytesSubclass|FlagByteArraySubclass) != 0:
		return false
	case tp == NoneTypeObj, tp == EllipsisTypeObj, tp == NotImplementedTypeObj, tp == ComplexType, tp == SliceType, tp == CodeType:
		return false
	case tp == DictType:
		for p := 0; ; {
			k, x, next, ok := asDict(v).EntryAt(t, p)
			if !ok {
				return false
			}
			p = next
			if t.gcTracked(k) || t.gcTracked(x) {
				return true
			}
		}
	case tp == TupleType:
		for _, x := range asTuple(v).items {
			if t.gcTracked(x) {
				return true
			}
		}
		return false
	}
	if c, ok := ToType(v); ok {
		return c.flags&FlagHeap != 0
	}
	return true
}

// gcReferents lists what the builtin containers and instances refer to.
func gcReferents(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.NoKeywords(t, "gc.get_referents()"); err != nil {
		return Value{}, err
	}
	var out []Value
	pairs := func(d *Dict) {
		for p := 0; ; {
			k, x, next, ok := d.EntryAt(t, p)
			if !ok {
				return
			}
			p = next
			out = append(out, k)
			if x.p != nil {
				out = append(out, x)
			}
		}
	}
	for _, v := range args.vals {
		tp := v.p.typ
		switch {
		case tp.flags&FlagListSubclass != 0:
			out = append(out, asList(v).Snapshot(t)...)
		case tp.flags&FlagTupleSubclass != 0:
			out = append(out, asTuple(v).items...)
		case tp.flags&FlagDictSubclass != 0:
			pairs(asDict(v))
		case tp.flags&(FlagSetSubclass|FlagFrozenSetSubclass) != 0:
			items, err := t.Items(v)
			if err != nil {
				return Value{}, err
			}
			out = append(out, items...)
		case !t.gcTracked(v):
			continue
		case tp.flags&FlagHeap != 0 && tp.slotOff != 0:
			if tp.flags&FlagHasDict != 0 {
				if d := t.InstDict(v); d != nil {
					out = append(out, d.Value())
				}
			}
		default:
			return Value{}, t.Raise(NotImplementedError, "gc.get_referents() cannot look into '%s' objects", tp.name)
		}
		if tp.flags&FlagHeap != 0 {
			out = append(out, tp.Value())
		}
	}
	return NewList(out).Value(), nil
}

// gcNotHere is a function that needs a list of all objects, which Go's
// collector cannot give.
func gcNotHere(name string) any {
	return FnRaw(func(t *Thread, _ Value, args Args) (Value, *Exc) {
		return Value{}, t.Raise(NotImplementedError, "gc.%s() is not available: the collector keeps no list of objects", name)
	})
}

func init() {
	state := func(t *Thread) *gcSettings { return &t.interp.runtime.gc }
	RegisterModule(ModuleSpec{Name: "gc", Guarded: true, Doc: "This module provides access to the garbage collector for reference cycles.",
		Methods: []MethodSpec{
			{Name: "enable", Doc: "Enable automatic garbage collection.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				state(t).disabled = false
				return None, nil
			})},
			{Name: "disable", Doc: "Disable automatic garbage collection.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				state(t).disabled = true
				return None, nil
			})},
			{Name: "isenabled", Doc: "Returns true if automatic garbage collection is enabled.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return Bool(!state(t).disabled), nil })},
			{Name: "collect", Sig: "generation=2", Doc: "Run the garbage collector, then the finalizers and callbacks of what it found; return their number.", Fn: FnSig(gcCollect)},
			{Name: "get_threshold", Doc: "Return the current collection thresholds.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				th := state(t).threshold
				if th == [3]int{} {
					th = [3]int{2000, 10, 10}
				}
				return NewTuple(IntOf(th[0]), IntOf(th[1]), IntOf(th[2])).Value(), nil
			})},
			{Name: "set_threshold", Doc: "set_threshold(threshold0, [threshold1, [threshold2]])", Fn: FnRaw(func(t *Thread, _ Value, args Args) (Value, *Exc) {
				if n := len(args.vals); n < 1 || n > 3 || args.kw != nil {
					return Value{}, t.TypeErr("gc.set_threshold requires 1 to 3 arguments")
				}
				th := [3]int{2000, 10, 10}
				for i, v := range args.vals {
					n, err := t.AsInt(v)
					if err != nil {
						return Value{}, err
					}
					th[i] = n
				}
				state(t).threshold = th
				return None, nil
			})},
			{Name: "get_count", Doc: "Return a three-tuple of the current collection counts.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				return NewTuple(IntOf(int((m.Mallocs-m.Frees)%1_000_000)), IntOf(0), IntOf(0)).Value(), nil
			})},
			{Name: "get_stats", Doc: "Return a list of dictionaries containing per-generation statistics.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				var l []Value
				s := state(t)
				for i := range s.runs {
					d := NewDict()
					d.SetStr(t, "collections", IntOf(s.runs[i]))
					d.SetStr(t, "collected", IntOf(s.found[i]))
					d.SetStr(t, "uncollectable", IntOf(0))
					l = append(l, d.Value())
				}
				return NewList(l).Value(), nil
			})},
			{Name: "get_debug", Doc: "Get the garbage collection debugging flags.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return IntOf(state(t).debug), nil })},
			{Name: "set_debug", Sig: "flags, /", Doc: "Set the garbage collection debugging flags.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := t.AsInt(v)
				if err == nil {
					state(t).debug = n
				}
				return None, err
			})},
			{Name: "freeze", Doc: "Freeze all current tracked objects and ignore them for future collections.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return None, nil })},
			{Name: "unfreeze", Doc: "Unfreeze all objects in the permanent generation.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return None, nil })},
			{Name: "get_freeze_count", Doc: "Return the number of objects in the permanent generation.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return Int64(0), nil })},
			{Name: "is_tracked", Sig: "obj, /", Doc: "Returns true if the object is tracked by the garbage collector.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) { return Bool(t.gcTracked(v)), nil })},
			{Name: "is_finalized", Sig: "obj, /", Doc: "Returns true if the object has been already finalized by the GC.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				if v.p.typ.flags&FlagHasFinalizer == 0 {
					return False, nil
				}
				return Bool(t.interp.runtime.finalizers.finalized(v)), nil
			})},
			{Name: "get_referents", Sig: "*objs", Doc: "Return the list of objects that are directly referred to by 'objs'.", Fn: FnRaw(gcReferents)},
			{Name: "get_referrers", Sig: "*objs", Doc: "Not available: raises NotImplementedError.", Fn: gcNotHere("get_referrers")},
			{Name: "get_objects", Sig: "generation=None", Doc: "Not available: raises NotImplementedError.", Fn: gcNotHere("get_objects")},
		},
		Init: func(t *Thread, m *Module) *Exc {
			m.Set("callbacks", NewList(nil).Value())
			m.Set("garbage", NewList(nil).Value())
			for i, n := range []string{"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE"} {
				m.Set(n, IntOf(1<<i))
			}
			m.Set("DEBUG_SAVEALL", IntOf(32))
			m.Set("DEBUG_LEAK", IntOf(38))
			return nil
		}})
}
