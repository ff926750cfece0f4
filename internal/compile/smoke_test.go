package compile

import (
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// shapes are small programs that together use every construct.
var shapes = []string{
	"x = 1\ny = x + 2 * x\n",
	"def f(a, /, b=1, *c, d=2, **e):\n    global g\n    g = a\n    return lambda: b\n",
	"class C(B, metaclass=M):\n    x: int = 1\n    def m(self): return super().m(self)\n",
	"try:\n    a\nexcept* E as e:\n    b\nelse:\n    c\nfinally:\n    d\n",
	"async def f():\n    async with a as b, c as d:\n        await x\n    return [y async for y in z if await y]\n",
	"def g():\n    x = yield 1\n    yield from x\n    return 2\n",
	"for i, (j, *k) in z:\n    if i: break\n    elif j: continue\nelse:\n    del i, k[0], k.x, k[1:2]\n",
	"a, b = b, a\na.b[c:d] += [*x, *y]\nf(*a, **b, c=1)\nx = y = z\n",
	"match x:\n    case {'a': 1, **r} | [1, *r] if r: pass\n    case C(a=1) as q: pass\n    case _: pass\n",
	"def f[T: int, *Ts = *X, **P = Y](x: T) -> P: pass\nclass D[T]: pass\ntype A[T] = list[T]\n",
	"import a.b.c as d, e.f\nfrom . import g\nfrom h import *\n",
	"f'{a!r:>{w}} {b=}'\nassert x, y\nraise X from Y\nwhile x < 3 and (y := x): pass\n",
}

// TestShapes compiles and verifies the shapes.
func TestShapes(t *testing.T) {
	for _, src := range shapes {
		code, _, err := compileSource([]byte(src), Options{Filename: "t"})
		if err != nil {
			t.Errorf("%q: %v", src, err)
			continue
		}
		if err := bytecode.Verify(code); err != nil {
			t.Errorf("%q: %v\n%s", src, err, bytecode.Dump(code))
		}
	}
}
