// Package abc is the _abc module: the machinery of abstract base classes.
package abc

import (
	"sync"
	"sync/atomic"
	"weak"

	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

// abcData is the _abc_impl of an abstract base class. Its sets hold classes
// weakly; they are guarded by mu, under which no Python code runs.
type abcData struct {
	py.Header
	mu              sync.Mutex
	registry        classSet
	cache, negative classSet
	negVersion      uint64
}

var dataType = new(py.Type)

// moduleState is the invalidation counter of an interpreter: it moves with
// every registration and makes all negative caches stale.
type moduleState struct{ counter atomic.Uint64 }

func stateOf(t *py.Thread) *moduleState {
	return t.Interp().ModuleStateOr("_abc", func() any { return new(moduleState) }).(*moduleState)
}

// classSet is a set of classes held weakly, in the order they came.
type classSet struct {
	order []weak.Pointer[py.Type]
	has   map[weak.Pointer[py.Type]]bool
	sweep int // size at which dead entries are thrown out
}

func (s *classSet) contains(tp *py.Type) bool { return s.has[weak.Make(tp)] }

func (s *classSet) add(tp *py.Type) {
	w := weak.Make(tp)
	if s.has[w] {
		return
	}
	if s.has == nil {
		s.has = map[weak.Pointer[py.Type]]bool{}
		s.sweep = 16
	}
	if len(s.order) >= s.sweep {
		live := s.order[:0]
		for _, p := range s.order {
			if p.Value() != nil {
				live = append(live, p)
			} else {
				delete(s.has, p)
			}
		}
		s.order = live
		s.sweep = 2*len(live) + 16
	}
	s.has[w] = true
	s.order = append(s.order, w)
}

func (s *classSet) clear() { s.order, s.has = nil, nil }

func (s *classSet) live() []*py.Type {
	var out []*py.Type
	for _, p := range s.order {
		if tp := p.Value(); tp != nil {
			out = append(out, tp)
		}
	}
	return out
}

var (
	strImpl         = py.InternStr("_abc_impl")
	strAbstract     = py.InternStr("__abstractmethods__")
	strIsAbstract   = py.InternStr("__isabstractmethod__")
	strBases        = py.InternStr("__bases__")
	strSubclassHook = py.InternStr("__subclasshook__")
	strSubclassChk  = py.InternStr("__subclasscheck__")
	strTPFlags      = py.InternStr("__abc_tpflags__")
	strClass        = py.InternStr("__class__")
)

// dataOf returns the _abc_impl of a class.
func dataOf(t *py.Thread, cls value) (*abcData, exc) {
	v, err := t.GetAttr(cls, strImpl)
	if err != nil {
		return nil, err
	}
	if v.Type() != dataType {
		return nil, t.TypeErr("_abc_impl is set to a wrong type")
	}
	return (*abcData)(v.Ptr()), nil
}

// computeAbstract sets __abstractmethods__ of a new class.
func computeAbstract(t *py.Thread, cls value) exc {
	abstracts := py.NewSet()
	isAbstract := func(v value) (bool, exc) {
		a, err := t.GetAttrOpt(v, strIsAbstract)
		if err != nil || a.IsNil() {
			return false, err
		}
		return t.Truth(a)
	}
	ns, err := t.GetAttrS(cls, "__dict__")
	if err != nil {
		return err
	}
	items, err := t.CallMethodS(ns, "items")
	if err != nil {
		return err
	}
	list, err := t.Items(items)
	if err != nil {
		return err
	}
	for _, it := range list {
		pair, ok := py.ToTuple(it)
		if !ok || len(pair.Items()) != 2 {
			return t.TypeErr("Iteration over __dict__ returned unexpected object")
		}
		abs, err := isAbstract(pair.Items()[1])
		if err != nil {
			return err
		}
		if abs {
			if err := abstracts.Add(t, pair.Items()[0]); err != nil {
				return err
			}
		}
	}
	bases, err := t.GetAttr(cls, strBases)
	if err != nil {
		return err
	}
	tup, ok := py.ToTuple(bases)
	if !ok {
		return t.TypeErr("__bases__ is not tuple")
	}
	for _, b := range tup.Items() {
		names, err := t.GetAttrOpt(b, strAbstract)
		if err != nil {
			return err
		}
		if names.IsNil() {
			continue
		}
		err = t.Each(names, func(n value) exc {
			s, ok := py.ToStr(n)
			if !ok {
				return t.TypeErr("attribute name must be string, not '%s'", n.Type().Name())
			}
			v, err := t.GetAttrOpt(cls, py.InternStr(s.String()))
			if err != nil || v.IsNil() {
				return err
			}
			abs, err := isAbstract(v)
			if err != nil || !abs {
				return err
			}
			return abstracts.Add(t, n)
		})
		if err != nil {
			return err
		}
	}
	frozen, err := t.Call(py.FrozenSetType.Value(), abstracts.Value())
	if err != nil {
		return err
	}
	return t.SetAttr(cls, strAbstract, frozen)
}

// The bits of __abc_tpflags__ (Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING).
const (
	tpSequence = 1 << 5
	tpMapping  = 1 << 6
)

func abcInit(t *py.Thread, _, cls value) (value, exc) {
	if err := computeAbstract(t, cls); err != nil {
		return value{}, err
	}
	d := &abcData{negVersion: stateOf(t).counter.Load()}
	d.InitHeader(dataType)
	if err := t.SetAttr(cls, strImpl, py.FromHeader(&d.Header)); err != nil {
		return value{}, err
	}
	tp, ok := py.ToType(cls)
	if !ok {
		return py.None, nil
	}
	f := tp.Dict().GetStr(t, strTPFlags.String())
	if f.IsNil() || !py.IsInt(f) {
		return py.None, nil
	}
	bits, err := t.AsInt(f)
	if err != nil {
		return value{}, err
	}
	switch bits & (tpSequence | tpMapping) {
	case tpSequence | tpMapping:
		return value{}, t.TypeErr("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
	case tpSequence:
		tp.SetPatternFlags(py.FlagSequence)
	case tpMapping:
		tp.SetPatternFlags(py.FlagMapping)
	}
	return py.None, t.SetAttr(cls, strTPFlags, value{})
}

func abcRegister(t *py.Thread, _ value, a []value) (value, exc) {
	self, sub := a[0], a[1]
	tp, ok := py.ToType(sub)
	if !ok {
		return value{}, t.TypeErr("Can only register classes")
	}
	is, err := t.IsSubclassOf(sub, self)
	if err != nil {
		return value{}, err
	}
	if is {
		return sub, nil
	}
	// A cycle would make issubclass run for ever.
	if is, err = t.IsSubclassOf(self, sub); err != nil {
		return value{}, err
	}
	if is {
		return value{}, t.Raise(py.RuntimeError, "Refusing to create an inheritance cycle")
	}
	d, err := dataOf(t, self)
	if err != nil {
		return value{}, err
	}
	d.mu.Lock()
	d.registry.add(tp)
	d.mu.Unlock()
	stateOf(t).counter.Add(1)
	if base, ok := py.ToType(self); ok {
		tp.SetPatternFlags(base.Flags())
	}
	return sub, nil
}

func abcInstanceCheck(t *py.Thread, _ value, a []value) (value, exc) {
	self, inst := a[0], a[1]
	d, err := dataOf(t, self)
	if err != nil {
		return value{}, err
	}
	sub, err := t.GetAttr(inst, strClass)
	if err != nil {
		return value{}, err
	}
	check := func(c value) (bool, exc) {
		r, err := t.CallMethod(self, strSubclassChk, c)
		if err != nil {
			return false, err
		}
		return t.Truth(r)
	}
	subType, isType := py.ToType(sub)
	if isType {
		d.mu.Lock()
		hit := d.cache.contains(subType)
		d.mu.Unlock()
		if hit {
			return py.True, nil
		}
	}
	tp := inst.Type().Value()
	if sub == tp && isType {
		d.mu.Lock()
		no := d.negVersion == stateOf(t).counter.Load() && d.negative.contains(subType)
		d.mu.Unlock()
		if no {
			return py.False, nil
		}
		ok, err := check(sub)
		return py.Bool(ok), err
	}
	ok, err := check(sub)
	if err == nil && !ok {
		ok, err = check(tp)
	}
	return py.Bool(ok), err
}

func abcSubclassCheck(t *py.Thread, _ value, a []value) (value, exc) {
	ok, err := subclassCheck(t, a[0], a[1])
	return py.Bool(ok), err
}

func subclassCheck(t *py.Thread, self, sub value) (bool, exc) {
	tp, ok := py.ToType(sub)
	if !ok {
		return false, t.TypeErr("issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, self)
	if err != nil {
		return false, err
	}
	counter := stateOf(t).counter.Load()
	d.mu.Lock()
	hit := d.cache.contains(tp)
	no := false
	if !hit {
		if d.negVersion < counter {
			d.negative.clear()
			d.negVersion = counter
		} else {
			no = d.negative.contains(tp)
		}
	}
	d.mu.Unlock()
	if hit || no {
		return hit, nil
	}
	remember := func(is bool) (bool, exc) {
		d.mu.Lock()
		if is {
			d.cache.add(tp)
		} else {
			d.negative.add(tp)
		}
		d.mu.Unlock()
		return is, nil
	}
	r, err := t.CallMethod(self, strSubclassHook, sub)
	if err != nil {
		return false, err
	}
	switch r {
	case py.True:
		return remember(true)
	case py.False:
		return remember(false)
	case py.NotImplemented:
	default:
		return false, t.Raise(py.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if base, ok := py.ToType(self); ok && tp.IsSubtype(base) {
		return remember(true)
	}
	d.mu.Lock()
	registered := d.registry.live()
	d.mu.Unlock()
	for _, c := range registered {
		is, err := t.IsSubclassOf(sub, c.Value())
		if err != nil {
			return false, err
		}
		if is {
			return remember(true)
		}
	}
	subs, err := t.CallMethodS(self, "__subclasses__")
	if err != nil {
		return false, err
	}
	l, ok := py.ToList(subs)
	if !ok {
		return false, t.TypeErr("__subclasses__() must return a list")
	}
	for _, c := range l.Snapshot(t) {
		is, err := t.IsSubclassOf(sub, c)
		if err != nil {
			return false, err
		}
		if is {
			return remember(true)
		}
	}
	return remember(false)
}

// weakSet makes a Python set of weak references to classes.
func weakSet(t *py.Thread, classes []*py.Type) (value, exc) {
	s := py.NewSet()
	m, err := t.ImportModule("_weakref")
	if err != nil {
		return value{}, err
	}
	ref, err := t.GetAttrS(m, "ref")
	if err != nil {
		return value{}, err
	}
	for _, c := range classes {
		w, err := t.Call(ref, c.Value())
		if err != nil {
			return value{}, err
		}
		if err := s.Add(t, w); err != nil {
			return value{}, err
		}
	}
	return s.Value(), nil
}

func getDump(t *py.Thread, _, self value) (value, exc) {
	d, err := dataOf(t, self)
	if err != nil {
		return value{}, err
	}
	d.mu.Lock()
	sets := [3][]*py.Type{d.registry.live(), d.cache.live(), d.negative.live()}
	version := d.negVersion
	d.mu.Unlock()
	out := make([]value, 4)
	for i, s := range sets {
		if out[i], err = weakSet(t, s); err != nil {
			return value{}, err
		}
	}
	out[3] = py.Int64(int64(version))
	return py.NewTupleKeep(out).Value(), nil
}

func reset(f func(d *abcData)) any {
	return py.Fn1(func(t *py.Thread, _, self value) (value, exc) {
		d, err := dataOf(t, self)
		if err != nil {
			return value{}, err
		}
		d.mu.Lock()
		f(d)
		d.mu.Unlock()
		return py.None, nil
	})
}

func init() {
	py.RegisterType(py.TypeSpec{Type: dataType, Name: "_abc._abc_data", Layout: py.LayoutOf[abcData](), Doc: "Internal state held by ABC machinery.",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			d := py.AllocFor[abcData](t, cls)
			d.negVersion = stateOf(t).counter.Load()
			return py.FromHeader(&d.Header), nil
		}}})
	py.RegisterModule(py.ModuleSpec{
		Name: "_abc",
		Doc:  "Module contains faster C implementation of abc.ABCMeta",
		Methods: []py.MethodSpec{
			{Name: "get_cache_token", Fn: py.Fn0(func(t *py.Thread, _ value) (value, exc) {
				return py.Int64(int64(stateOf(t).counter.Load())), nil
			}), Doc: "Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every call to register() on any ABC."},
			{Name: "_abc_init", Sig: "self, /", Fn: py.Fn1(abcInit), Doc: "Internal ABC helper for class set-up. Should be never used outside abc module."},
			{Name: "_abc_register", Sig: "self, subclass, /", Fn: py.FnSig(abcRegister), Doc: "Internal ABC helper for subclasss registration. Should be never used outside abc module."},
			{Name: "_abc_instancecheck", Sig: "self, instance, /", Fn: py.FnSig(abcInstanceCheck), Doc: "Internal ABC helper for instance checks. Should be never used outside abc module."},
			{Name: "_abc_subclasscheck", Sig: "self, subclass, /", Fn: py.FnSig(abcSubclassCheck), Doc: "Internal ABC helper for subclasss checks. Should be never used outside abc module."},
			{Name: "_get_dump", Sig: "self, /", Fn: py.Fn1(getDump), Doc: "Internal ABC helper for cache and registry debugging.\n\nReturn shallow copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead use ABC._dump_registry() for a nice repr."},
			{Name: "_reset_registry", Sig: "self, /", Fn: reset(func(d *abcData) { d.registry.clear() }), Doc: "Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py"},
			{Name: "_reset_caches", Sig: "self, /", Fn: reset(func(d *abcData) { d.cache.clear(); d.negative.clear() }), Doc: "Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py"},
		},
	})
}
