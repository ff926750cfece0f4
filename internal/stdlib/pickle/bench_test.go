package pickle

import (
	"testing"

	"github.com/coachwhip/coachwhip/internal/py"
)

// nested makes a structure like those that programs pickle.
func nested(t *py.Thread) py.Value {
	str := func(s string) py.Value { return py.NewStr(s).Value() }
	keys := []py.Value{str("id"), str("name"), str("tags"), str("score"), str("ok"), str("pos")}
	var list []py.Value
	for i := 0; i < 1000; i++ {
		d := py.NewDict()
		for j, v := range []py.Value{py.IntOf(i), str("user" + itoa(i)), py.NewList([]py.Value{str("a"), str("b"), str(itoa(i))}).Value(), py.Float64(float64(i) * 1.5), py.Bool(i%2 == 0), py.NewTuple(py.IntOf(i), py.IntOf(i+1)).Value()} {
			d.Set(t, keys[j], v)
		}
		list = append(list, d.Value())
	}
	return py.NewList(list).Value()
}

func BenchmarkDumps(b *testing.B) {
	t := newThread(b)
	st := emptyState(t)
	v := nested(t)
	b.ReportAllocs()
	for b.Loop() {
		p := newPickler(picklerType)
		if p.init(t, py.IntOf(4), py.Value{}, py.Value{}) != nil {
			b.Fatal("init")
		}
		p.st = st
		if p.dump(t, v) != nil {
			b.Fatal("dump")
		}
	}
}

func BenchmarkLoads(b *testing.B) {
	t := newThread(b)
	st := emptyState(t)
	p := newPickler(picklerType)
	if p.init(t, py.IntOf(4), py.Value{}, py.Value{}) != nil || p.dump(t, nested(t)) != nil {
		b.Fatal("dump")
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadHarmless(t, st, p.out); err != nil {
			b.Fatal("load")
		}
	}
}
