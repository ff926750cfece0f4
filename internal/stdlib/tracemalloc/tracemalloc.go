// Package tracemalloc is the native module _tracemalloc. Go's allocator does
// not tell who allocated what: there are no traces, only the size of the heap
// since tracing began.
package tracemalloc

import (
	"runtime"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

type state struct {
	mu      sync.Mutex
	tracing bool
	limit   int
	base    int64 // heap in use when tracing began
	peak    int64
}

func stateOf(t *py.Thread) *state {
	return t.Interp().State("_tracemalloc", func() any { return &state{limit: 1} }).(*state)
}

func heap() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

const maxFrames = 65535

func start(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n := 1
	if !a[0].IsNil() {
		var err *py.Exc
		if n, err = t.CInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if n < 1 || n > maxFrames {
		return py.Value{}, t.ValueErr("the number of frames must be in range [1; %d]", maxFrames)
	}
	s := stateOf(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.tracing {
		s.tracing, s.limit = true, n
		s.base, s.peak = heap(), 0
	}
	return py.None, nil
}

func (s *state) now() int64 {
	n := max(heap()-s.base, 0)
	s.peak = max(s.peak, n)
	return n
}

func init() { py.RegisterPackage(registerTracemalloc, "_tracemalloc") }

func registerTracemalloc() {
	with := func(f func(s *state) py.Value) py.Fn0 {
		return func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
			s := stateOf(t)
			s.mu.Lock()
			defer s.mu.Unlock()
			return f(s), nil
		}
	}
	py.RegisterModule(py.ModuleSpec{
		Name: "_tracemalloc", Doc: "Debug module to trace memory blocks allocated by Python.",
		Methods: []py.MethodSpec{
			{Name: "is_tracing", Sig: "", Fn: with(func(s *state) py.Value { return py.Bool(s.tracing) }), Doc: "Return True if tracing was started."},
			{Name: "start", Sig: "nframe=1, /", Fn: py.FnSig(start), Doc: "Start tracing. The size of the heap is measured from now on; single blocks are not traced."},
			{Name: "stop", Sig: "", Fn: with(func(s *state) py.Value { s.tracing = false; return py.None }), Doc: "Stop tracing."},
			{Name: "clear_traces", Sig: "", Fn: with(func(s *state) py.Value {
				if s.tracing {
					s.base, s.peak = heap(), 0
				}
				return py.None
			}), Doc: "Measure from now on."},
			{Name: "reset_peak", Sig: "", Fn: with(func(s *state) py.Value {
				if s.tracing {
					s.peak = 0
					s.now()
				}
				return py.None
			}), Doc: "Set the peak size to the current size."},
			{Name: "get_traceback_limit", Sig: "", Fn: with(func(s *state) py.Value { return py.IntOf(s.limit) }), Doc: "The number of frames given to start()."},
			{Name: "get_traced_memory", Sig: "", Doc: "Growth of the heap since tracing began, and the largest that was seen: (current: int, peak: int).", Fn: with(func(s *state) py.Value {
				n := int64(0)
				if s.tracing {
					n = s.now()
				} else {
					s.peak = 0
				}
				return py.NewTuple(py.Int64(n), py.Int64(s.peak)).Value()
			})},
			{Name: "get_tracemalloc_memory", Sig: "", Fn: with(func(*state) py.Value { return py.IntOf(0) }), Doc: "The memory that tracing itself takes."},
			{Name: "_get_traces", Sig: "", Fn: with(func(*state) py.Value { return py.NewList(nil).Value() }), Doc: "The traces of memory blocks: none, as blocks are not traced."},
			{Name: "_get_object_traceback", Sig: "obj, /", Doc: "Where an object was allocated: None, as blocks are not traced.", Fn: py.Fn1(func(*py.Thread, py.Value, py.Value) (py.Value, *py.Exc) { return py.None, nil })},
		},
	})
}
