package itertools

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/py"
)

// The combinatoric iterators run no Python code in their Next, so that each
// step is made under the object's lock.

// product is the cartesian product of pools.
type product struct {
	py.Header
	pools   [][]value
	indices []int
	started bool
	stopped bool
}

// selection is combinations, combinations_with_replacement or permutations of
// r items of a pool.
type selection struct {
	py.Header
	pool    []value
	indices []int
	cycles  []int // permutations only
	r       int
	started bool
	stopped bool
}

var (
	productType      = new(py.Type)
	combinationsType = new(py.Type)
	replacementType  = new(py.Type)
	permutationsType = new(py.Type)
	selectionSig     = py.ParseSignature("iterable, r")
	permutationsSig  = py.ParseSignature("iterable, r=None")
)

func asProduct(v value) *product     { return (*product)(v.Ptr()) }
func asSelection(v value) *selection { return (*selection)(v.Ptr()) }

const maxPools = 1 << 24

func productNew(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	repeat := 1
	if n := args.NumKw(); n > 0 {
		k, v := args.Kw(0)
		if n > 1 {
			return value{}, t.TypeErr("product() takes at most 1 keyword argument (%d given)", n)
		}
		if k.String() != "repeat" {
			return value{}, t.UnexpectedKeyword("product()", k.String(), "repeat")
		}
		var err exc
		if repeat, err = t.AsSsize(v); err != nil {
			return value{}, err
		}
		if repeat < 0 {
			return value{}, t.ValueErr("repeat argument cannot be negative")
		}
	}
	pos := args.Pos()
	if len(pos) > 0 && repeat > math.MaxInt/len(pos)/8 {
		return value{}, t.Raise(py.OverflowError, "repeat argument too large")
	}
	if len(pos) > 0 && repeat > maxPools/len(pos) {
		return value{}, t.MemoryErr()
	}
	if repeat == 0 {
		pos = nil
	}
	pools := make([][]value, 0, len(pos)*repeat)
	for _, p := range pos {
		items, err := t.Items(p)
		if err != nil {
			return value{}, err
		}
		pools = append(pools, items)
	}
	for n := len(pools); n > 0 && len(pools) < n*repeat; {
		pools = append(pools, pools[:n]...)
	}
	p := py.AllocFor[product](t, cls)
	p.pools, p.indices = pools, make([]int, len(pools))
	return py.FromHeader(&p.Header), nil
}

// result is the tuple that the indices select.
func (p *product) result() value {
	res := py.AllocTuple(len(p.pools))
	for i, out := 0, res.Items(); i < len(out); i++ {
		out[i] = p.pools[i][p.indices[i]]
	}
	return res.Value()
}

func productNext(t *py.Thread, v value) (value, exc) {
	p := asProduct(v)
	p.Lock(t)
	defer p.Unlock(t)
	if p.stopped {
		return value{}, nil
	}
	if !p.started {
		p.started = true
		for _, pool := range p.pools {
			if len(pool) == 0 {
				p.stopped = true
				return value{}, nil
			}
		}
		return p.result(), nil
	}
	i := len(p.pools) - 1
	for ; i >= 0; i-- {
		if p.indices[i]++; p.indices[i] < len(p.pools[i]) {
			break
		}
		p.indices[i] = 0
	}
	if i < 0 {
		p.stopped = true
		return value{}, nil
	}
	return p.result(), nil
}

func intTuple(a []int) value {
	out := make([]value, len(a))
	for i, n := range a {
		out[i] = py.IntOf(n)
	}
	return py.NewTupleKeep(out).Value()
}

func productReduce(t *py.Thread, v value) (value, exc) {
	p := asProduct(v)
	if p.stopped {
		return reduced(v, tuple(tuple())), nil
	}
	pools := make([]value, len(p.pools))
	for i, pool := range p.pools {
		pools[i] = tuple(pool...)
	}
	if !p.started {
		return reduced(v, tuple(pools...)), nil
	}
	return reduced(v, tuple(pools...), intTuple(p.indices)), nil
}

// indexState reads a tuple of n indices, clamping each to what bounds gives.
func indexState(t *py.Thread, state value, n int, bounds func(i int) (lo, hi int)) ([]int, exc) {
	tup, ok := py.ToTuple(state)
	if !ok || len(tup.Items()) != n {
		return nil, t.ValueErr("invalid arguments")
	}
	out := make([]int, n)
	for i, x := range tup.Items() {
		k, err := t.AsInt(x)
		if err != nil {
			return nil, err
		}
		lo, hi := bounds(i)
		out[i] = min(max(k, lo), hi)
	}
	return out, nil
}

func productSetState(t *py.Thread, v, state value) exc {
	p := asProduct(v)
	for _, pool := range p.pools {
		if len(pool) == 0 {
			p.stopped = true
			return nil
		}
	}
	idx, err := indexState(t, state, len(p.pools), func(i int) (int, int) { return 0, len(p.pools[i]) - 1 })
	if err != nil {
		return err
	}
	p.Lock(t)
	p.indices, p.started = idx, true
	p.Unlock(t)
	return nil
}

// newSelection makes a selection of r items; n and r are small enough to hold.
func newSelection(t *py.Thread, cls *py.Type, pool []value, r, indices int) (*selection, exc) {
	if r > maxPools*16 {
		return nil, t.MemoryErr()
	}
	s := py.AllocFor[selection](t, cls)
	s.pool, s.r = pool, r
	s.indices = make([]int, indices)
	return s, nil
}

func selectionArgs(t *py.Thread, name string, args py.Args) ([]value, int, exc) {
	var a [2]value
	if err := selectionSig.Bind(t, name, args, a[:]); err != nil {
		return nil, 0, err
	}
	r, err := t.AsSsize(a[1])
	if err != nil {
		return nil, 0, err
	}
	pool, err := t.Items(a[0])
	if err != nil {
		return nil, 0, err
	}
	if r < 0 {
		return nil, 0, t.ValueErr("r must be non-negative")
	}
	return pool, r, nil
}

func (s *selection) result() value {
	res := py.AllocTuple(s.r)
	for i, out := 0, res.Items(); i < len(out); i++ {
		out[i] = s.pool[s.indices[i]]
	}
	return res.Value()
}

func combinationsNext(t *py.Thread, v value) (value, exc) {
	s := asSelection(v)
	s.Lock(t)
	defer s.Unlock(t)
	if s.stopped {
		return value{}, nil
	}
	n, r := len(s.pool), s.r
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	i := r - 1
	for i >= 0 && s.indices[i] == i+n-r {
		i--
	}
	if i < 0 {
		s.stopped = true
		return value{}, nil
	}
	s.indices[i]++
	for j := i + 1; j < r; j++ {
		s.indices[j] = s.indices[j-1] + 1
	}
	return s.result(), nil
}

func replacementNext(t *py.Thread, v value) (value, exc) {
	s := asSelection(v)
	s.Lock(t)
	defer s.Unlock(t)
	if s.stopped {
		return value{}, nil
	}
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	n := len(s.pool)
	i := s.r - 1
	for i >= 0 && s.indices[i] == n-1 {
		i--
	}
	if i < 0 {
		s.stopped = true
		return value{}, nil
	}
	k := s.indices[i] + 1
	for ; i < s.r; i++ {
		s.indices[i] = k
	}
	return s.result(), nil
}

func permutationsNext(t *py.Thread, v value) (value, exc) {
	s := asSelection(v)
	s.Lock(t)
	defer s.Unlock(t)
	if s.stopped {
		return value{}, nil
	}
	n := len(s.pool)
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	for i := s.r - 1; i >= 0; i-- {
		if s.cycles[i]--; s.cycles[i] > 0 {
			j := n - s.cycles[i]
			s.indices[i], s.indices[j] = s.indices[j], s.indices[i]
			return s.result(), nil
		}
		// All choices at i are through: turn the rest back.
		first := s.indices[i]
		copy(s.indices[i:], s.indices[i+1:])
		s.indices[n-1] = first
		s.cycles[i] = n - i
	}
	s.stopped = true
	return value{}, nil
}

func selectionReduce(t *py.Thread, v value) (value, exc) {
	s := asSelection(v)
	r := py.IntOf(s.r)
	switch {
	case s.started && s.stopped:
		return reduced(v, tuple(tuple(), r)), nil
	case !s.started:
		return reduced(v, tuple(tuple(s.pool...), r)), nil
	case s.cycles != nil:
		return reduced(v, tuple(tuple(s.pool...), r), tuple(intTuple(s.indices), intTuple(s.cycles))), nil
	}
	return reduced(v, tuple(tuple(s.pool...), r), intTuple(s.indices)), nil
}

func selectionSetState(bounds func(s *selection, i int) (int, int)) func(t *py.Thread, v, state value) exc {
	return func(t *py.Thread, v, state value) exc {
		s := asSelection(v)
		if s.stopped {
			return nil
		}
		idx, err := indexState(t, state, s.r, func(i int) (int, int) { return bounds(s, i) })
		if err != nil {
			return err
		}
		s.Lock(t)
		s.indices, s.started = idx, true
		s.Unlock(t)
		return nil
	}
}

func permutationsSetState(t *py.Thread, v, state value) exc {
	s := asSelection(v)
	tup, ok := py.ToTuple(state)
	if !ok || len(tup.Items()) != 2 {
		return t.ValueErr("invalid arguments")
	}
	n := len(s.pool)
	idx, err := indexState(t, tup.Items()[0], n, func(int) (int, int) { return 0, n - 1 })
	if err != nil {
		return err
	}
	cyc, err := indexState(t, tup.Items()[1], s.r, func(i int) (int, int) { return 1, max(n-i, 1) })
	if err != nil {
		return err
	}
	if s.stopped {
		return nil
	}
	s.Lock(t)
	s.indices, s.cycles, s.started = idx, cyc, true
	s.Unlock(t)
	return nil
}

func sizeOf(f func(v value) int) []py.MethodSpec {
	return []py.MethodSpec{{Name: "__sizeof__", Fn: py.Fn0(func(t *py.Thread, v value) (value, exc) { return py.IntOf(f(v)), nil }),
		Doc: "Returns size in memory, in bytes."}}
}

func registerSelect() {
	register(iterSpec{typ: productType, name: "product", sig: "*iterables, repeat=1", layout: py.LayoutOf[product](), new: productNew, next: productNext, reduce: productReduce, setState: productSetState,
		methods: sizeOf(func(v value) int { return 48 + 8*len(asProduct(v).pools) }),
		doc:     "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ..."})
	layout := py.LayoutOf[selection]()
	size := sizeOf(func(v value) int { s := asSelection(v); return 56 + 8*(len(s.indices)+len(s.cycles)) })
	register(iterSpec{typ: combinationsType, name: "combinations", sig: "iterable, r", layout: layout, next: combinationsNext, reduce: selectionReduce, methods: size,
		doc: "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			pool, r, err := selectionArgs(t, "combinations", args)
			if err != nil {
				return value{}, err
			}
			s, err := newSelection(t, cls, pool, r, min(r, len(pool)))
			if err != nil {
				return value{}, err
			}
			for i := range s.indices {
				s.indices[i] = i
			}
			s.stopped = r > len(pool)
			return py.FromHeader(&s.Header), nil
		},
		setState: selectionSetState(func(s *selection, i int) (int, int) { return 0, i + len(s.pool) - s.r })})
	register(iterSpec{typ: replacementType, name: "combinations_with_replacement", sig: "iterable, r", layout: layout, next: replacementNext, reduce: selectionReduce, methods: size,
		doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			pool, r, err := selectionArgs(t, "combinations_with_replacement", args)
			if err != nil {
				return value{}, err
			}
			s, err := newSelection(t, cls, pool, r, r)
			if err != nil {
				return value{}, err
			}
			s.stopped = len(pool) == 0 && r > 0
			return py.FromHeader(&s.Header), nil
		},
		setState: selectionSetState(func(s *selection, i int) (int, int) { return 0, len(s.pool) - 1 })})
	register(iterSpec{typ: permutationsType, name: "permutations", sig: "iterable, r=None", layout: layout, next: permutationsNext, reduce: selectionReduce, setState: permutationsSetState, methods: size,
		doc: "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			var a [2]value
			if err := permutationsSig.Bind(t, "permutations", args, a[:]); err != nil {
				return value{}, err
			}
			pool, err := t.Items(a[0])
			if err != nil {
				return value{}, err
			}
			r := len(pool)
			if !a[1].IsNil() && !a[1].IsNone() {
				if !py.IsInt(a[1]) {
					return value{}, t.TypeErr("Expected int as r")
				}
				if r, err = t.AsSsize(a[1]); err != nil {
					return value{}, err
				}
			}
			if r < 0 {
				return value{}, t.ValueErr("r must be non-negative")
			}
			s, err := newSelection(t, cls, pool, r, len(pool))
			if err != nil {
				return value{}, err
			}
			for i := range s.indices {
				s.indices[i] = i
			}
			s.cycles = make([]int, r)
			for i := range s.cycles {
				s.cycles[i] = len(pool) - i
			}
			s.stopped = r > len(pool)
			return py.FromHeader(&s.Header), nil
		}})
}
