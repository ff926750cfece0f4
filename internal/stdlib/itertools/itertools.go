// Package itertools is the itertools module.
package itertools

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

// iterSpec declares an iterator class of the module.
type iterSpec struct {
	typ      *py.Type
	name     string
	doc      string
	sig      string // what __text_signature__ shows
	layout   *py.Layout
	noBase   bool // cannot be subclassed
	noNew    bool // cannot be made from Python
	weakref  bool // can be weakly referenced
	new      func(t *py.Thread, cls *py.Type, args py.Args) (value, exc)
	next     func(t *py.Thread, v value) (value, exc)
	reduce   func(t *py.Thread, v value) (value, exc)
	setState func(t *py.Thread, v, state value) exc
	methods  []py.MethodSpec
	repr     py.UnaryFunc
}

var types []*py.Type

func register(s iterSpec) {
	flags := py.FlagBaseType
	if s.noBase || s.noNew {
		flags = 0
	}
	if s.noNew {
		flags |= py.FlagNoNew
	}
	if s.weakref {
		flags |= py.FlagWeakref
	}
	slots := py.Slots{New: s.new, Repr: s.repr}
	if s.next != nil {
		slots.Iter, slots.Next = py.IterSelf, s.next
	}
	methods := s.methods
	if s.reduce != nil {
		reduce := s.reduce
		methods = append(methods, py.MethodSpec{Name: "__reduce__", Doc: "Return state information for pickling.",
			Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) {
				if err := warnPickle(t); err != nil {
					return value{}, err
				}
				return reduce(t, v)
			})})
	}
	if s.setState != nil {
		set := s.setState
		methods = append(methods, py.MethodSpec{Name: "__setstate__", Doc: "Set state information for unpickling.",
			Fn: py.Fn1(func(t *py.Thread, v, state value) (value, exc) {
				if err := warnPickle(t); err != nil {
					return value{}, err
				}
				return py.None, set(t, v, state)
			})})
	}
	py.RegisterType(py.TypeSpec{Type: s.typ, Name: "itertools." + s.name, Guarded: true, Doc: s.doc, Sig: s.sig, Flags: flags, Layout: s.layout, Slots: slots, Methods: methods})
	types = append(types, s.typ)
}

func warnPickle(t *py.Thread) exc {
	return t.Warn(py.DeprecationWarning, 1, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.")
}

// tuple makes a tuple value.
func tuple(items ...value) value { return py.NewTuple(items...).Value() }

// reduced is (class of v, args, state...).
func reduced(v value, args value, state ...value) value {
	return tuple(append([]value{v.Type().Value(), args}, state...)...)
}

// positional checks the arguments of a class that takes no keywords.
func positional(t *py.Thread, cls, tp *py.Type, args py.Args, n int) ([]value, exc) {
	if err := t.NoKeywordsFor(cls, tp, args); err != nil {
		return nil, err
	}
	pos := args.Pos()
	if len(pos) != n {
		s := "s"
		if n == 1 {
			s = ""
		}
		return nil, t.TypeErr("%s expected %d argument%s, got %d", tp.BareName(), n, s, len(pos))
	}
	return pos, nil
}

// stateTuple checks a __setstate__ argument.
func stateTuple(t *py.Thread, state value, min, max int) ([]value, exc) {
	tup, ok := py.ToTuple(state)
	if !ok {
		return nil, t.TypeErr("state is not a tuple")
	}
	items := tup.Items()
	if len(items) < min || len(items) > max {
		return nil, t.TypeErr("invalid state: a tuple of %d items", len(items))
	}
	return items, nil
}

func init() {
	py.RegisterPackage(func() {
		registerCombine()
		registerFilters()
		registerGroup()
		registerInfinite()
		registerItertools()
		registerSelect()
		registerTee()
	}, "itertools")
}

func registerItertools() {
	py.RegisterModule(py.ModuleSpec{
		Name: "itertools",
		Doc:  "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nbatched(p, n) --> [p0, p1, ..., p_n-1], [p_n, p_n+1, ..., p_2n-1], ...\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq where predicate(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n) --> (it1, it2 , ... itn) splits one iterator into n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)",
		Methods: []py.MethodSpec{
			{Name: "tee", Sig: "iterable, n=2, /", Fn: py.FnSig(teeFunc), Doc: "Returns a tuple of n independent iterators."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, tp := range types {
				m.Set(tp.BareName(), tp.Value())
			}
			return nil
		},
	})
}
