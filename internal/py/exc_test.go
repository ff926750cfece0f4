package py

import (
	"bytes"
	"testing"

	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// runScript runs a program in a new interpreter and returns what it prints and
// the exception that ends it.
func runScript(t *testing.T, src string) (string, *Thread, *Exc) {
	t.Helper()
	var out bytes.Buffer
	in, err := NewInterp(Options{Stdout: &out})
	if err != nil {
		t.Fatal("interpreter")
	}
	mod, _, serr := syntax.ParseString(src, syntax.Options{Filename: "<test>"})
	if serr != nil {
		t.Fatal(serr)
	}
	code, _, cerr := compile.Compile(mod, compile.Options{Filename: "<test>"})
	if cerr != nil {
		t.Fatal(cerr)
	}
	th := in.Main()
	globals := NewDict()
	globals.SetStr(th, "__name__", NewStr("__main__").Value())
	for _, e := range excTree {
		globals.SetStr(th, e.tp.BareName(), e.tp.Value())
	}
	globals.SetStr(th, "ExceptionGroup", ExceptionGroup.Value())
	_, exc := th.runCodeWith(NewCode(code), globals, globals.Value(), nil)
	return out.String(), th, exc
}

func TestExceptionsBasics(t *testing.T) {
	out, th, exc := runScript(t, `
def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(e.__class__.__name__, e)
show(lambda: ValueError(1, 2))
show(lambda: ValueError(x=1))
show(lambda: OSError(2, 'a', 'f').__class__.__name__)
class E(OSError):
    pass
show(lambda: E(2, 'a', 'f').filename)
class F(Exception):
    def __init__(self, a, *, b):
        self.b = b
show(lambda: F(3, b=4).b)
show(lambda: F(3, b=4).args)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(repr(e))
except* TypeError as e:
    print(repr(e))
`)
	if exc != nil {
		s, _ := th.StrOf(exc.Value())
		t.Fatal(exc.typ.name, s)
	}
	want := `ValueError(1, 2)
TypeError ValueError() takes no keyword arguments
'FileNotFoundError'
'f'
4
(3,)
ExceptionGroup('g', [ValueError(1)])
ExceptionGroup('g', [TypeError(2)])
`
	if out != want {
		t.Errorf("got:\n%s", out)
	}
}
