package py

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// unreadModule compiles a program, encodes it and makes code objects of it as
// the packed library's are made: functions unread.
func unreadModule(t *testing.T, src string) *Code {
	t.Helper()
	mod, _, perr := syntax.ParseString(src, syntax.Options{Filename: "lib"})
	if perr != nil {
		t.Fatal(perr)
	}
	c, _, err := compile.Compile(mod, compile.Options{Filename: "lib"})
	if err != nil {
		t.Fatal(err)
	}
	bc, derr := bytecode.DecodeLazy(bytecode.Encode(c), "elsewhere")
	if derr != nil {
		t.Fatal(derr)
	}
	return NewCode(bc)
}

// runUnread runs a module of unread functions and returns its namespace.
func runUnread(t *testing.T, th *Thread, src string) *Dict {
	t.Helper()
	globals := NewDict()
	globals.setStr(strName, strVal("lib"))
	if _, err := th.RunCode(unreadModule(t, src), globals, globals.Value()); err != nil {
		t.Fatal(err)
	}
	return globals
}

const lazyProgram = `
def add(a, b=2):
    "adds"
    def inner(c):
        return a + b + c
    return inner(3)
def gen(n):
    for i in range(n):
        yield i
def kw(*, k): return k
class C:
    def __init__(self, x): self.x = x
    def get(self): return self.x
`

// TestLazyCode: what a function shows before it was called is what it shows
// after, and what it has not been asked for is not read.
func TestLazyCode(t *testing.T) {
	in, exc := NewInterp(Options{})
	if exc != nil {
		t.Fatal(exc)
	}
	th := in.Main()
	g := runUnread(t, th, lazyProgram)
	code := func(name string) *Code { return asFunc(g.getStr(InternStr(name))).code }
	add := g.getStr(InternStr("add"))
	doc, err := th.GetAttr(add, strDoc)
	if s, ok := ToStr(doc); err != nil || !ok || s.String() != "adds" {
		t.Error("docstring", err)
	}
	if again, _ := th.GetAttr(add, strDoc); again != doc {
		t.Error("another docstring")
	}
	for _, n := range []string{"add", "gen", "kw"} {
		if code(n).lazy.Load() == nil {
			t.Errorf("%s was read", n)
		}
	}
	for name, want := range map[string]string{"co_varnames": "('a', 'b', 'inner')", "co_argcount": "2", "co_filename": "'elsewhere'", "co_qualname": "'add'", "co_cellvars": "('a', 'b')"} {
		g := runUnread(t, th, lazyProgram)
		v, err := th.GetAttrS(asFunc(g.getStr(InternStr("add"))).code.Value(), name)
		if err != nil {
			t.Fatal(err)
		}
		if r, _ := th.Repr(v); r.String() != want {
			t.Errorf("%s is %s, want %s", name, r.String(), want)
		}
	}
	other := runUnread(t, th, lazyProgram)
	if same, err := sameCode(th, code("kw"), asFunc(other.getStr(InternStr("kw"))).code); err != nil || !same {
		t.Error("unread code is not equal to itself", err)
	}
	if v, err := th.Call(add, Int64(1)); err != nil || v != Int64(6) {
		t.Errorf("add(1) = %v, %v", v, err)
	}
	if code("add").lazy.Load() != nil {
		t.Error("add was called and is not read")
	}
}

// TestLazyCodeDamaged: code that cannot be read raises when it is called.
func TestLazyCodeDamaged(t *testing.T) {
	in, exc := NewInterp(Options{})
	if exc != nil {
		t.Fatal(exc)
	}
	th := in.Main()
	g := NewDict()
	c := &Code{name: InternStr("f"), qualname: InternStr("f"), filename: InternStr("lib")}
	c.typ, c.shape = CodeType, CodeType.root.id
	c.fill(damagedCode(&bytecode.Lazy{Name: "f", QualName: "f"}))
	_, err := th.Call(newFunction(th, c, g).Value(), Int64(1))
	if err == nil || !err.Is(SystemError) {
		t.Errorf("got %v", err)
	}
}

// TestLazyCodeThreads calls each function for the first time in several threads
// at once, and reads attributes of its code meanwhile. Run it with -race.
func TestLazyCodeThreads(t *testing.T) {
	in, exc := NewInterp(Options{NoGIL: true})
	if exc != nil {
		t.Fatal(exc)
	}
	const threads, rounds = 8, 200
	for range rounds {
		g := runUnread(t, in.Main(), lazyProgram)
		add, gen, kw, cls := g.getStr(InternStr("add")), g.getStr(InternStr("gen")), g.getStr(InternStr("kw")), g.getStr(InternStr("C"))
		var start atomic.Bool
		var wg sync.WaitGroup
		for i := range threads {
			th := in.Main().NewThread()
			wg.Go(func() {
				for !start.Load() {
				}
				check := func(v Value, err *Exc, want Value) {
					if err != nil || v != want {
						t.Errorf("got %v, %v", v, err)
					}
				}
				if i%2 == 1 {
					v, err := th.GetAttrS(asFunc(kw).code.Value(), "co_kwonlyargcount")
					check(v, err, Int64(1))
				}
				v, err := th.Call(add, Int64(4))
				check(v, err, Int64(9))
				v, err = th.CallArgs(kw, MakeArgs([]Value{Int64(5)}, NewTuple(InternStr("k").Value())))
				check(v, err, Int64(5))
				items, err := th.Call(gen, Int64(3))
				if err != nil {
					t.Error(err)
					return
				}
				list, err := th.Items(items)
				if err != nil || len(list) != 3 {
					t.Error("generator", err)
				}
				o, err := th.Call(cls, Int64(7))
				if err != nil {
					t.Error(err)
					return
				}
				v, err = th.CallMethodS(o, "get")
				check(v, err, Int64(7))
			})
		}
		start.Store(true)
		wg.Wait()
	}
}
