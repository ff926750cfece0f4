// Package bisect is the _bisect module.
package bisect

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

// search finds where x belongs in a: a are sequence, x, lo, hi, key. For
// insort, x is the item and its key is what is compared.
func search(t *py.Thread, a []value, right, insort bool) (int, exc) {
	seq, x := a[0], a[1]
	lo := 0
	if !a[2].IsNil() {
		n, err := t.AsSsize(a[2])
		if err != nil {
			return 0, err
		}
		lo = n
	}
	hi := -1
	if !a[3].IsNil() && !a[3].IsNone() {
		if a[3].Type().Slots().Index == nil {
			return 0, t.TypeErr("argument should be integer or None, not '%s'", a[3].Type().Name())
		}
		n, err := t.AsIndexClamped(a[3])
		if err != nil {
			return 0, err
		}
		hi = n
	}
	key := a[4]
	if key.IsNone() {
		key = value{}
	}
	if insort && !key.IsNil() {
		k, err := t.Call(key, x)
		if err != nil {
			return 0, err
		}
		x = k
	}
	if lo < 0 {
		return 0, t.ValueErr("lo must be non-negative")
	}
	if hi == -1 {
		n, err := t.Len(seq)
		if err != nil {
			return 0, err
		}
		hi = n
	}
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		item, err := t.SequenceItem(seq, mid)
		if err != nil {
			return 0, err
		}
		if !key.IsNil() {
			if item, err = t.Call(key, item); err != nil {
				return 0, err
			}
		}
		var less bool
		if right {
			less, err = t.CompareBool(x, item, py.CmpLT)
			less = !less
		} else {
			less, err = t.CompareBool(item, x, py.CmpLT)
		}
		if err != nil {
			return 0, err
		}
		if less {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

const sig = "a, x, lo=0, hi=None, *, key=None"

func bisect(name string, right bool, doc string) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: sig, Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ value, a []value) (value, exc) {
		i, err := search(t, a, right, false)
		return py.IntOf(i), err
	})}
}

func insort(name string, right bool, doc string) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: sig, Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ value, a []value) (value, exc) {
		i, err := search(t, a, right, true)
		if err != nil {
			return value{}, err
		}
		if a[0].Type() == py.ListType {
			l, _ := py.ToList(a[0])
			l.Insert(t, i, a[1])
			return py.None, nil
		}
		_, err = t.CallMethodS(a[0], "insert", py.IntOf(i), a[1])
		return py.None, err
	})}
}

func init() { py.RegisterPackage(registerBisect, "_bisect") }

func registerBisect() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_bisect",
		Doc:  "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.",
		Methods: []py.MethodSpec{
			bisect("bisect_left", false, "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will\ninsert just before the leftmost x already there.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort order."),
			bisect("bisect_right", true, "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will\ninsert just after the rightmost x already there.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort order."),
			insort("insort_left", false, "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort order."),
			insort("insort_right", true, "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort order."),
		},
	})
}
