package pickle

import (
	"bytes"
	"testing"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// newThread makes an interpreter without a library.
func newThread(tb testing.TB) *py.Thread {
	tb.Helper()
	in, exc := py.NewInterp(py.Options{Host: host.Real(), Stdout: new(bytes.Buffer)})
	if exc != nil {
		tb.Fatal(exc)
	}
	// This makes the package's types; the import fails, as there is no library.
	in.Main().ImportModule("_pickle")
	return in.Main()
}

// emptyState stands for the modules that a bare interpreter does not have.
func emptyState(t *py.Thread) *state {
	d := py.NewDict
	return &state{dispatchTable: d().Value(), extRegistry: d(), invertedRegistry: d(), extCache: d(), nameMap2to3: d(), importMap2to3: d(), nameMap3to2: d(), importMap3to2: d(), getattr: t.Builtin("getattr")}
}

// harmless are the globals that fuzzed pickles may name.
var harmless = map[string]bool{"list": true, "dict": true, "set": true, "frozenset": true, "tuple": true, "complex": true, "bytearray": true, "object": true, "slice": true, "type": true, "ValueError": true}

func loadHarmless(t *py.Thread, st *state, data []byte) (py.Value, *py.Exc) {
	u := newUnpickler(unpicklerType)
	u.encoding, u.errs, u.fix, u.st, u.in = "ASCII", "strict", true, st, data
	u.finder = func(t *py.Thread, module, name py.Value) (py.Value, *py.Exc) {
		s, ok := py.ToStr(name)
		if !ok || !harmless[s.String()] {
			return py.Value{}, t.Raise(unpicklingError, "not allowed")
		}
		return t.Builtin(s.String()), nil
	}
	return u.load(t)
}

// FuzzLoads looks for input that makes loads panic or use memory out of
// proportion; what loads can be dumped and loaded again.
func FuzzLoads(f *testing.F) {
	for _, s := range []string{
		"", ".", "N.", "(lp0\nI1\naI2\na.", "\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02h\x00e.",
		"\x80\x05\x96\x03\x00\x00\x00\x00\x00\x00\x00abc\x94.", "\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.", "X\xff\xff\xff\xffabc",
		"\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x00\x01.", "Nr\xff\xff\xff\xff.", "cbuiltins\nlist\n)R.", "\x8c\x08builtins\x8c\x04dict\x93)\x81}b.",
		"(S'abc'\nS'd'\nd.", "(K\x01K\x02\x90.", "\x8f(K\x01\x90.", "G?\xf0\x00\x00\x00\x00\x00\x00.", "F1e400\n.", "V\\ud800\\U0010ffff\n.", "((((((0000.", "NN\x86\x94h\x002\x85.",
	} {
		f.Add([]byte(s))
	}
	t := newThread(f)
	st := emptyState(t)
	f.Fuzz(func(tt *testing.T, data []byte) {
		v, err := loadHarmless(t, st, data)
		if err != nil {
			return
		}
		p := newPickler(picklerType)
		if p.init(t, py.IntOf(5), py.Value{}, py.Value{}) != nil {
			tt.Fatal("init failed")
		}
		p.st = st
		if p.dump(t, v) != nil {
			return
		}
		if _, err := loadHarmless(t, st, p.out); err != nil && !err.Is(py.TypeError) && !err.Is(unpicklingError) {
			r, _ := t.Repr(err.Value())
			tt.Fatalf("dumped %q from %q but it does not load: %s", p.out, data, r.String())
		}
	})
}

func TestLoadsDoesNotBelieveLengths(tt *testing.T) {
	t := newThread(tt)
	st := emptyState(t)
	for _, s := range []string{"B\xff\xff\xff\x7f", "\x8e\xff\xff\xff\xff\xff\x00\x00\x00", "\x95\xff\xff\xff\xff\xff\x00\x00\x00", "\x96\xff\xff\xff\xff\xff\x00\x00\x00"} {
		_, err := loadHarmless(t, st, []byte(s))
		if err == nil {
			tt.Errorf("loading %q succeeded", s)
		}
	}
}

func TestMemoTable(tt *testing.T) {
	var m memoTable
	vals := make([]py.Value, 1000)
	for i := range vals {
		vals[i] = py.NewList(nil).Value()
		m.set(vals[i], i)
	}
	for i, v := range vals {
		if m.get(v) != i {
			tt.Fatalf("entry %d: got %d", i, m.get(v))
		}
	}
	if m.get(py.NewList(nil).Value()) != -1 {
		tt.Error("found what is not there")
	}
}
