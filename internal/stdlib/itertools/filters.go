package itertools

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// funcIter is dropwhile, takewhile, filterfalse or starmap.
type funcIter struct {
	py.Header
	fn, it value
	flag   bool // dropwhile: started; takewhile: stopped
}

// compress gives the items whose selector is true.
type compress struct {
	py.Header
	data, selectors value
}

var (
	dropWhileType   = new(py.Type)
	takeWhileType   = new(py.Type)
	filterFalseType = new(py.Type)
	starMapType     = new(py.Type)
	compressType    = new(py.Type)
	compressSig     = py.ParseSignature("data, selectors")
)

func asFunc(v value) *funcIter { return (*funcIter)(v.Ptr()) }

func funcIterNew(tp *py.Type) func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
	return func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
		a, err := positional(t, cls, tp, args, 2)
		if err != nil {
			return value{}, err
		}
		it, err := t.Iter(a[1])
		if err != nil {
			return value{}, err
		}
		f := py.AllocFor[funcIter](t, cls)
		f.fn, f.it = a[0], it
		return py.FromHeader(&f.Header), nil
	}
}

// test is the truth of fn(x).
func (f *funcIter) test(t *py.Thread, x value) (bool, exc) {
	r, err := t.Call(f.fn, x)
	if err != nil {
		return false, err
	}
	return t.Truth(r)
}

func dropWhileNext(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	for {
		x, err := t.Next(f.it)
		if err != nil || x.IsNil() || f.flag {
			return x, err
		}
		drop, err := f.test(t, x)
		if err != nil {
			return value{}, err
		}
		if !drop {
			f.flag = true
			return x, nil
		}
	}
}

func takeWhileNext(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	if f.flag {
		return value{}, nil
	}
	x, err := t.Next(f.it)
	if err != nil || x.IsNil() {
		return value{}, err
	}
	take, err := f.test(t, x)
	if err != nil {
		return value{}, err
	}
	if !take {
		f.flag = true
		return value{}, nil
	}
	return x, nil
}

func filterFalseNext(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	for {
		x, err := t.Next(f.it)
		if err != nil || x.IsNil() {
			return value{}, err
		}
		var keep bool
		if f.fn.IsNone() || f.fn == py.BoolType.Value() {
			keep, err = t.Truth(x)
		} else {
			keep, err = f.test(t, x)
		}
		if err != nil {
			return value{}, err
		}
		if !keep {
			return x, nil
		}
	}
}

func starMapNext(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	x, err := t.Next(f.it)
	if err != nil || x.IsNil() {
		return value{}, err
	}
	args, err := t.Items(x)
	if err != nil {
		return value{}, err
	}
	return t.Call(f.fn, args...)
}

func funcIterReduce(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	return reduced(v, tuple(f.fn, f.it)), nil
}

func flagReduce(t *py.Thread, v value) (value, exc) {
	f := asFunc(v)
	n := py.Int64(0)
	if f.flag {
		n = py.Int64(1)
	}
	return reduced(v, tuple(f.fn, f.it), n), nil
}

func flagSetState(t *py.Thread, v, state value) exc {
	b, err := t.Truth(state)
	if err == nil {
		asFunc(v).flag = b
	}
	return err
}

func registerFilters() {
	layout := py.LayoutOf[funcIter]()
	register(iterSpec{typ: dropWhileType, name: "dropwhile", sig: "predicate, iterable, /", layout: layout, new: funcIterNew(dropWhileType), next: dropWhileNext, reduce: flagReduce, setState: flagSetState,
		doc: "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted."})
	register(iterSpec{typ: takeWhileType, name: "takewhile", sig: "predicate, iterable, /", layout: layout, new: funcIterNew(takeWhileType), next: takeWhileNext, reduce: flagReduce, setState: flagSetState,
		doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry."})
	register(iterSpec{typ: filterFalseType, name: "filterfalse", sig: "function, iterable, /", layout: layout, new: funcIterNew(filterFalseType), next: filterFalseNext, reduce: funcIterReduce,
		doc: "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false."})
	register(iterSpec{typ: starMapType, name: "starmap", sig: "function, iterable, /", layout: layout, new: funcIterNew(starMapType), next: starMapNext, reduce: funcIterReduce,
		doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence."})
	register(iterSpec{typ: compressType, name: "compress", sig: "data, selectors", layout: py.LayoutOf[compress](),
		doc: "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
		new: func(t *py.Thread, cls *py.Type, args py.Args) (value, exc) {
			var a [2]value
			if err := compressSig.Bind(t, "compress", args, a[:]); err != nil {
				return value{}, err
			}
			data, err := t.Iter(a[0])
			if err != nil {
				return value{}, err
			}
			sel, err := t.Iter(a[1])
			if err != nil {
				return value{}, err
			}
			c := py.AllocFor[compress](t, cls)
			c.data, c.selectors = data, sel
			return py.FromHeader(&c.Header), nil
		},
		next: func(t *py.Thread, v value) (value, exc) {
			c := (*compress)(v.Ptr())
			for {
				x, err := t.Next(c.data)
				if err != nil || x.IsNil() {
					return value{}, err
				}
				s, err := t.Next(c.selectors)
				if err != nil || s.IsNil() {
					return value{}, err
				}
				ok, err := t.Truth(s)
				if err != nil {
					return value{}, err
				}
				if ok {
					return x, nil
				}
			}
		},
		reduce: func(t *py.Thread, v value) (value, exc) {
			c := (*compress)(v.Ptr())
			return reduced(v, tuple(c.data, c.selectors)), nil
		}})
}
