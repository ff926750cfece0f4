package py

// The iterator classes among the builtins: enumerate, zip, map, filter.

type enumerateObj struct {
	Header
	it Value
	n  Value // the next number
}

type zipObj struct {
	Header
	its    []Value
	strict bool
}

type mapObj struct {
	Header
	fn  Value
	its []Value
}

type filterObj struct {
	Header
	fn, it Value
}

// EnumerateType, ZipType, MapType and FilterType are the builtins of these names.
var (
	EnumerateType = new(Type)
	ZipType       = new(Type)
	MapType       = new(Type)
	FilterType    = new(Type)
)

func enumerateNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	pos, nkw := args.Pos(), args.NumKw()
	if len(pos)+nkw > 2 {
		return Value{}, t.TypeErr("enumerate() takes at most 2 arguments (%d given)", len(pos)+nkw)
	}
	var iterable, start Value
	if len(pos) > 0 {
		iterable = pos[0]
	}
	if len(pos) > 1 {
		start = pos[1]
	}
	for i := 0; i < nkw; i++ {
		k, v := args.Kw(i)
		switch {
		case k.s == "iterable" && iterable.p == nil:
			iterable = v
		case k.s == "start" && start.p == nil && (iterable.p != nil || nkw == 2):
			start = v
		default:
			return Value{}, t.TypeErr("'%s' is an invalid keyword argument for enumerate()", k.s)
		}
	}
	if iterable.p == nil {
		return Value{}, t.TypeErr("enumerate() missing required argument 'iterable'")
	}
	n := Int64(0)
	var err *Exc
	if start.p != nil {
		if n, err = t.Index(start); err != nil {
			return Value{}, err
		}
	}
	it, err := t.Iter(iterable)
	if err != nil {
		return Value{}, err
	}
	e := AllocFor[enumerateObj](t, cls)
	e.it, e.n = it, n
	return Value{&e.Header, 0}, nil
}

func enumerateNext(t *Thread, v Value) (Value, *Exc) {
	e := (*enumerateObj)(v.ptr())
	x, err := t.Next(e.it)
	if err != nil || x.p == nil {
		return Value{}, err
	}
	tp := allocTuple(2)
	tp.items[0], tp.items[1] = e.n, x
	e.n = intAdd(e.n, Int64(1))
	return tp.Value(), nil
}

func (t *Thread) iterAll(vals []Value) ([]Value, *Exc) {
	its := make([]Value, len(vals))
	for i, v := range vals {
		it, err := t.Iter(v)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

func zipNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	strict := false
	if n := args.NumKw(); n > 1 {
		return Value{}, t.TypeErr("zip() takes at most 1 keyword argument (%d given)", n)
	} else if n == 1 {
		k, v := args.Kw(0)
		if k.s != "strict" {
			return Value{}, t.UnexpectedKeyword("zip()", k.s, "strict")
		}
		var err *Exc
		if strict, err = t.Truth(v); err != nil {
			return Value{}, err
		}
	}
	its, err := t.iterAll(args.Pos())
	if err != nil {
		return Value{}, err
	}
	z := AllocFor[zipObj](t, cls)
	z.its, z.strict = its, strict
	return Value{&z.Header, 0}, nil
}

func zipNext(t *Thread, v Value) (Value, *Exc) {
	z := (*zipObj)(v.ptr())
	if len(z.its) == 0 {
		return Value{}, nil
	}
	tp := allocTuple(len(z.its))
	for i, it := range z.its {
		x, err := t.Next(it)
		if err != nil {
			return Value{}, err
		}
		if x.p == nil {
			if z.strict {
				return Value{}, t.zipUneven(z, i)
			}
			return Value{}, nil
		}
		tp.items[i] = x
	}
	return tp.Value(), nil
}

// zipUneven is the error of a strict zip whose iterator i ended, nil when all end.
func (t *Thread) zipUneven(z *zipObj, i int) *Exc {
	if i > 0 {
		return t.ValueErr("zip() argument %d is shorter than argument%s%d", i+1, zipUpTo(i), i)
	}
	for j, it := range z.its[1:] {
		x, err := t.Next(it)
		if err != nil {
			return err
		}
		if x.p != nil {
			return t.ValueErr("zip() argument %d is longer than argument%s%d", j+2, zipUpTo(j+1), j+1)
		}
	}
	return nil
}

func zipUpTo(n int) string {
	if n == 1 {
		return " "
	}
	return "s 1-"
}

func mapNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if err := t.noKeywordsFor(cls, MapType, args); err != nil {
		return Value{}, err
	}
	pos := args.Pos()
	if len(pos) < 2 {
		return Value{}, t.TypeErr("map() must have at least two arguments.")
	}
	its, err := t.iterAll(pos[1:])
	if err != nil {
		return Value{}, err
	}
	m := AllocFor[mapObj](t, cls)
	m.fn, m.its = pos[0], its
	return Value{&m.Header, 0}, nil
}

func mapNext(t *Thread, v Value) (Value, *Exc) {
	m := (*mapObj)(v.ptr())
	var buf [4]Value
	vals := buf[:0]
	for _, it := range m.its {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return Value{}, err
		}
		vals = append(vals, x)
	}
	return t.CallArgs(m.fn, Args{vals: vals})
}

func filterNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	if err := t.noKeywordsFor(cls, FilterType, args); err != nil {
		return Value{}, err
	}
	pos := args.Pos()
	if err := checkCount(t, "filter", len(pos), 2, 2); err != nil {
		return Value{}, err
	}
	it, err := t.Iter(pos[1])
	if err != nil {
		return Value{}, err
	}
	f := AllocFor[filterObj](t, cls)
	f.fn, f.it = pos[0], it
	return Value{&f.Header, 0}, nil
}

func filterNext(t *Thread, v Value) (Value, *Exc) {
	f := (*filterObj)(v.ptr())
	for {
		x, err := t.Next(f.it)
		if err != nil || x.p == nil {
			return Value{}, err
		}
		r := x
		if !f.fn.IsNone() && f.fn != BoolType.Value() {
			if r, err = t.Call(f.fn, x); err != nil {
				return Value{}, err
			}
		}
		ok, err := t.Truth(r)
		if err != nil {
			return Value{}, err
		}
		if ok {
			return x, nil
		}
	}
}

func init() {
	RegisterType(TypeSpec{Type: EnumerateType, Name: "enumerate", Guarded: true, Sig: "iterable, start=0", Flags: FlagBaseType, Layout: LayoutOf[enumerateObj](),
		Doc:   "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
		Slots: Slots{New: enumerateNew, Iter: iterSelf, Next: enumerateNext},
		Methods: []MethodSpec{
			genericClassGetItem,
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				e := (*enumerateObj)(v.ptr())
				return NewTuple(v.p.typ.Value(), NewTuple(e.it, e.n).Value()).Value(), nil
			}),
		}})
	RegisterType(TypeSpec{Type: ZipType, Name: "zip", Guarded: true, Sig: "*iterables, strict=False", Flags: FlagBaseType, Layout: LayoutOf[zipObj](),
		Doc:   "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
		Slots: Slots{New: zipNew, Iter: iterSelf, Next: zipNext},
		Methods: []MethodSpec{
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				z := (*zipObj)(v.ptr())
				if z.strict {
					return NewTuple(v.p.typ.Value(), NewTuple(z.its...).Value(), True).Value(), nil
				}
				return NewTuple(v.p.typ.Value(), NewTuple(z.its...).Value()).Value(), nil
			}),
			{Name: "__setstate__", Fn: Fn1(func(t *Thread, v, state Value) (Value, *Exc) {
				s, err := t.Truth(state)
				if err != nil {
					return Value{}, err
				}
				(*zipObj)(v.ptr()).strict = s
				return None, nil
			}), Doc: docSetState},
		}})
	RegisterType(TypeSpec{Type: MapType, Name: "map", Guarded: true, Sig: "function, iterable, /, *iterables", Flags: FlagBaseType, Layout: LayoutOf[mapObj](),
		Doc:   "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
		Slots: Slots{New: mapNew, Iter: iterSelf, Next: mapNext},
		Methods: []MethodSpec{
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				m := (*mapObj)(v.ptr())
				return NewTuple(v.p.typ.Value(), NewTuple(append([]Value{m.fn}, m.its...)...).Value()).Value(), nil
			}),
		}})
	RegisterType(TypeSpec{Type: FilterType, Name: "filter", Guarded: true, Sig: "function, iterable, /", Flags: FlagBaseType, Layout: LayoutOf[filterObj](),
		Doc:   "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
		Slots: Slots{New: filterNew, Iter: iterSelf, Next: filterNext},
		Methods: []MethodSpec{
			reduceMethod(func(t *Thread, v Value) (Value, *Exc) {
				f := (*filterObj)(v.ptr())
				return NewTuple(v.p.typ.Value(), NewTuple(f.fn, f.it).Value()).Value(), nil
			}),
		}})
}
