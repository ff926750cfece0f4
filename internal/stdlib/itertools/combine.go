package itertools

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// chain gives the items of the iterables that source gives.
type chain struct {
	py.Header
	source, active value // nil: ended, none
}

// islice gives some items of an iterator by position.
type islice struct {
	py.Header
	it         value // nil once it has ended
	next, stop int   // stop -1: none
	step, cnt  int
}

// zipLongest is zip that fills up the shorter iterables.
type zipLongest struct {
	py.Header
	its    []value // nil: that one has ended
	active int
	fill   value
}

// accumulate gives running totals.
type accumulate struct {
	py.Header
	it, fn  value
	total   value // nil: nothing yet
	initial value // None: none, or given already
}

// pairwise gives overlapping pairs.
type pairwise struct {
	py.Header
	it, old value
}

// batched gives tuples of n items.
type batched struct {
	py.Header
	it     value
	n      int
	strict bool
}

var (
	chainType      = new(py.Type)
	isliceType     = new(py.Type)
	zipLongestType = new(py.Type)
	accumulateType = new(py.Type)
	pairwiseType   = new(py.Type)
	batchedType    = new(py.Type)
	accumulateSig  = py.ParseSignature("iterable, func=None, *, initial=None")
	batchedSig     = py.ParseSignature("iterable, n, *, strict=False")
)

func asChain(v value) *chain           { return (*chain)(v.Ptr()) }
func asIslice(v value) *islice         { return (*islice)(v.Ptr()) }
func asZipLongest(v value) *zipLongest { return (*zipLongest)(v.Ptr()) }
func asAccumulate(v value) *accumulate { return (*accumulate)(v.Ptr()) }

func chainOf(t *py.Thread, cls *py.Type, iterables value) (value, exc) {
	it, err := t.Iter(iterables)
	if err != nil {
		return value{}, err
	}
	c := py.AllocFor[chain](t, cls)
	c.source = it
	return py.FromHeader(&c.Header), nil
}

func chainNext(t *py.Thread, v value) (value, exc) {
	c := asChain(v)
	for {
		source, active := c.source, c.active
		if source.IsNil() {
			return value{}, nil
		}
		if active.IsNil() {
			x, err := t.Next(source)
			if err != nil || x.IsNil() {
				c.source = value{}
				return value{}, err
			}
			if active, err = t.Iter(x); err != nil {
				c.source = value{}
				return value{}, err
			}
			c.active = active
		}
		x, err := t.Next(active)
		if err != nil || !x.IsNil() {
			return x, err
		}
		c.active = value{}
	}
}

func chainReduce(t *py.Thread, v value) (value, exc) {
	c := asChain(v)
	switch {
	case c.source.IsNil():
		return reduced(v, tuple()), nil
	case c.active.IsNil():
		return reduced(v, tuple(), tuple(c.source)), nil
	}
	return reduced(v, tuple(), tuple(c.source, c.active)), nil
}

func chainSetState(t *py.Thread, v, state value) exc {
	s, err := stateTuple(t, state, 1, 2)
	if err != nil {
		return err
	}
	for _, x := range s {
		if x.Type().Slots().Next == nil {
			return t.TypeErr("Arguments must be iterators.")
		}
	}
	c := asChain(v)
	c.source, c.active = s[0], value{}
	if len(s) == 2 {
		c.active = s[1]
	}
	return nil
}

// sliceBound converts an argument of islice; ok is false when it is no int in range.
func sliceBound(t *py.Thread, v value) (n int, ok bool) {
	if v.Type().Slots().Index == nil {
		return 0, false
	}
	n, err := t.AsSsize(v)
	return n, err == nil
}

func isliceNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	if err := t.NoKeywordsFor(cls, isliceType, args); err != nil {
		return value{}, err
	}
	a := args.Pos()
	switch {
	case len(a) < 2:
		return value{}, t.TypeErr("islice expected at least 2 arguments, got %d", len(a))
	case len(a) > 4:
		return value{}, t.TypeErr("islice expected at most 4 arguments, got %d", len(a))
	}
	start, stop, step := 0, -1, 1
	var ok bool
	stopArg := a[1]
	if len(a) > 2 {
		stopArg = a[2]
		if !a[1].IsNone() {
			if start, ok = sliceBound(t, a[1]); !ok {
				start = -1
			}
		}
	}
	if !stopArg.IsNone() {
		if stop, ok = sliceBound(t, stopArg); !ok || stop < 0 {
			return value{}, t.ValueErr("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	}
	if start < 0 {
		return value{}, t.ValueErr("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	}
	if len(a) > 3 && !a[3].IsNone() {
		if step, ok = sliceBound(t, a[3]); !ok || step < 1 {
			return value{}, t.ValueErr("Step for islice() must be a positive integer or None.")
		}
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return value{}, err
	}
	s := py.AllocFor[islice](t, cls)
	s.it, s.next, s.stop, s.step = it, start, stop, step
	return py.FromHeader(&s.Header), nil
}

func isliceNext(t *py.Thread, v value) (value, exc) {
	s := asIslice(v)
	it := s.it
	if it.IsNil() {
		return value{}, nil
	}
	for s.cnt < s.next {
		x, err := t.Next(it)
		if err != nil || x.IsNil() {
			s.it = value{}
			return value{}, err
		}
		s.cnt++
	}
	if s.stop != -1 && s.cnt >= s.stop {
		s.it = value{}
		return value{}, nil
	}
	x, err := t.Next(it)
	if err != nil || x.IsNil() {
		s.it = value{}
		return value{}, err
	}
	s.cnt++
	next := s.next + s.step
	if next < s.next || s.stop != -1 && next > s.stop {
		if next = s.stop; next < 0 {
			next = math.MaxInt
		}
	}
	s.next = next
	return x, nil
}

func isliceReduce(t *py.Thread, v value) (value, exc) {
	s := asIslice(v)
	if s.it.IsNil() {
		it, err := t.Iter(py.NewList(nil).Value())
		if err != nil {
			return value{}, err
		}
		return reduced(v, tuple(it, py.Int64(0)), py.Int64(0)), nil
	}
	stop := py.None
	if s.stop != -1 {
		stop = py.IntOf(s.stop)
	}
	return reduced(v, tuple(s.it, py.IntOf(s.next), stop, py.IntOf(s.step)), py.IntOf(s.cnt)), nil
}

func zipLongestNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	fill := py.None
	if n := args.NumKw(); n > 0 {
		k, v := args.Kw(0)
		if n > 1 || k.String() != "fillvalue" {
			return value{}, t.TypeErr("zip_longest() got an unexpected keyword argument")
		}
		fill = v
	}
	pos := args.Pos()
	its := make([]value, len(pos))
	for i, p := range pos {
		it, err := t.Iter(p)
		if err != nil {
			return value{}, err
		}
		its[i] = it
	}
	z := py.AllocFor[zipLongest](t, cls)
	z.its, z.active, z.fill = its, len(its), fill
	return py.FromHeader(&z.Header), nil
}

func zipLongestNext(t *py.Thread, v value) (value, exc) {
	z := asZipLongest(v)
	if z.active == 0 {
		return value{}, nil
	}
	res := py.AllocTuple(len(z.its))
	out := res.Items()
	for i, it := range z.its {
		if it.IsNil() {
			out[i] = z.fill
			continue
		}
		x, err := t.Next(it)
		if err != nil {
			z.active = 0
			return value{}, err
		}
		if x.IsNil() {
			if z.active--; z.active <= 0 {
				z.active = 0
				return value{}, nil
			}
			x = z.fill
			z.its[i] = value{}
		}
		out[i] = x
	}
	return res.Value(), nil
}

func zipLongestReduce(t *py.Thread, v value) (value, exc) {
	z := asZipLongest(v)
	its := make([]value, len(z.its))
	for i, it := range z.its {
		if its[i] = it; it.IsNil() {
			its[i] = tuple()
		}
	}
	return reduced(v, tuple(its...), z.fill), nil
}

func accumulateNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	var a [3]value
	if err := accumulateSig.Bind(t, "accumulate", args, a[:]); err != nil {
		return value{}, err
	}
	for i := range a {
		if a[i].IsNil() {
			a[i] = py.None
		}
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return value{}, err
	}
	c := py.AllocFor[accumulate](t, cls)
	c.it, c.fn, c.initial = it, a[1], a[2]
	return py.FromHeader(&c.Header), nil
}

func accumulateNext(t *py.Thread, v value) (value, exc) {
	c := asAccumulate(v)
	if x := c.initial; !x.IsNone() {
		c.initial, c.total = py.None, x
		return x, nil
	}
	x, err := t.Next(c.it)
	if err != nil || x.IsNil() {
		return value{}, err
	}
	total := c.total
	switch {
	case total.IsNil():
		total = x
	case c.fn.IsNone():
		total, err = t.Binary(py.OpAdd, total, x)
	default:
		total, err = t.Call(c.fn, total, x)
	}
	if err != nil {
		return value{}, err
	}
	c.total = total
	return total, nil
}

func accumulateReduce(t *py.Thread, v value) (value, exc) {
	c := asAccumulate(v)
	if !c.initial.IsNone() {
		it, err := t.Call(chainType.Value(), tuple(c.initial), c.it)
		if err != nil {
			return value{}, err
		}
		return reduced(v, tuple(it, c.fn), py.None), nil
	}
	if c.total.IsNone() {
		it, err := t.Call(chainType.Value(), tuple(c.total), c.it)
		if err != nil {
			return value{}, err
		}
		if it, err = t.Call(v.Type().Value(), it, c.fn); err != nil {
			return value{}, err
		}
		return tuple(isliceType.Value(), tuple(it, py.Int64(1), py.None)), nil
	}
	total := c.total
	if total.IsNil() {
		total = py.None
	}
	return reduced(v, tuple(c.it, c.fn), total), nil
}

func pairwiseNext(t *py.Thread, v value) (value, exc) {
	p := (*pairwise)(v.Ptr())
	it, old := p.it, p.old
	if it.IsNil() {
		return value{}, nil
	}
	if old.IsNil() {
		x, err := t.Next(it)
		if err != nil {
			return value{}, err
		}
		p.old = x
		if old = x; x.IsNil() {
			p.it = value{}
			return value{}, nil
		}
		// The iterator may have advanced this very object.
		if it = p.it; it.IsNil() {
			p.old = value{}
			return value{}, nil
		}
	}
	x, err := t.Next(it)
	if err != nil || x.IsNil() {
		p.it, p.old = value{}, value{}
		return value{}, err
	}
	p.old = x
	return tuple(old, x), nil
}

func batchedNext(t *py.Thread, v value) (value, exc) {
	b := (*batched)(v.Ptr())
	it := b.it
	if it.IsNil() {
		return value{}, nil
	}
	items := make([]value, 0, min(b.n, 1024))
	for len(items) < b.n {
		x, err := t.Next(it)
		if err != nil {
			b.it = value{}
			return value{}, err
		}
		if x.IsNil() {
			break
		}
		items = append(items, x)
	}
	if len(items) == b.n {
		return py.NewTupleKeep(items).Value(), nil
	}
	b.it = value{}
	if len(items) == 0 {
		return value{}, nil
	}
	if b.strict {
		return value{}, t.ValueErr("batched(): incomplete batch")
	}
	return py.NewTuple(items...).Value(), nil
}

func registerCombine() {
	register(iterSpec{typ: chainType, name: "chain", sig: "*iterables", layout: py.LayoutOf[chain](), next: chainNext, reduce: chainReduce, setState: chainSetState,
		doc: "Return a chain object whose .__next__() method returns elements from the first iterable until it is exhausted, then elements from the next iterable, until all of the iterables are exhausted.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			if err := t.NoKeywordsFor(cls, chainType, args); err != nil {
				return value{}, err
			}
			return chainOf(t, cls, tuple(args.Pos()...))
		},
		methods: []py.MethodSpec{
			{Name: "from_iterable", Class: true, Sig: "iterable, /", Fn: py.Fn1(func(t *py.Thread, cls, it value) (value, exc) {
				tp, _ := py.ToType(cls)
				return chainOf(t, tp, it)
			}), Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily."},
			py.ClassGetItemSpec(),
		}})
	register(iterSpec{typ: isliceType, name: "islice", layout: py.LayoutOf[islice](), new: isliceNew, next: isliceNext, reduce: isliceReduce,
		doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
		setState: func(t *py.Thread, v, state value) exc {
			n, err := t.AsSsize(state)
			if err == nil {
				asIslice(v).cnt = n
			}
			return err
		}})
	register(iterSpec{typ: zipLongestType, name: "zip_longest", sig: "*iterables, fillvalue=None", layout: py.LayoutOf[zipLongest](), new: zipLongestNew, next: zipLongestNext, reduce: zipLongestReduce,
		doc:      "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.",
		setState: func(t *py.Thread, v, state value) exc { asZipLongest(v).fill = state; return nil }})
	register(iterSpec{typ: accumulateType, name: "accumulate", sig: "iterable, func=None, *, initial=None", layout: py.LayoutOf[accumulate](), new: accumulateNew, next: accumulateNext, reduce: accumulateReduce,
		doc:      "Return series of accumulated sums (or other binary function results).",
		setState: func(t *py.Thread, v, state value) exc { asAccumulate(v).total = state; return nil }})
	register(iterSpec{typ: pairwiseType, name: "pairwise", sig: "iterable, /", layout: py.LayoutOf[pairwise](), next: pairwiseNext,
		doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			a, err := positional(t, cls, pairwiseType, args, 1)
			if err != nil {
				return value{}, err
			}
			it, err := t.Iter(a[0])
			if err != nil {
				return value{}, err
			}
			p := py.AllocFor[pairwise](t, cls)
			p.it = it
			return py.FromHeader(&p.Header), nil
		}})
	register(iterSpec{typ: batchedType, name: "batched", sig: "iterable, n, *, strict=False", layout: py.LayoutOf[batched](), next: batchedNext,
		doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			var a [3]value
			if err := batchedSig.Bind(t, "batched", args, a[:]); err != nil {
				return value{}, err
			}
			n, err := t.AsSsize(a[1])
			if err != nil {
				return value{}, err
			}
			strict := false
			if !a[2].IsNil() {
				if strict, err = t.Truth(a[2]); err != nil {
					return value{}, err
				}
			}
			if n < 1 {
				return value{}, t.ValueErr("n must be at least one")
			}
			it, err := t.Iter(a[0])
			if err != nil {
				return value{}, err
			}
			b := py.AllocFor[batched](t, cls)
			b.it, b.n, b.strict = it, n, strict
			return py.FromHeader(&b.Header), nil
		}})
}
