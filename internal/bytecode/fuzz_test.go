package bytecode_test

import (
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/compile"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

var programs = []string{
	"x = 1\n",
	"def f(a, *b, c=2, **d):\n    try:\n        return [a for a in b if a]\n    finally:\n        print(c, d)\n",
	"class A[T]:\n    x: int = 3\n    async def g(self):\n        async with self as y:\n            yield y\n",
	"match x:\n    case {'k': [1, *r], **o} if r: pass\n    case A(b=2) | None: pass\n",
	"for i in range(10):\n    if i in (1, 2.5, b'x', 'y', 3j, ...): break\nelse:\n    del i\n",
	"lambda a, /, b=1: f'{a!r:>{b}}' + 'x'\n",
	"with a as b, c: raise D from None\n",
	"def g():\n    x = 1\n    def h():\n        nonlocal x\n        x += yield from k()\n    return h\n",
}

// FuzzDecode: any bytes are refused or give code that can be verified, printed
// and encoded again; what verifies survives the round trip.
func FuzzDecode(f *testing.F) {
	for _, src := range programs {
		mod, _, perr := syntax.ParseString(src, syntax.Options{Filename: "f"})
		if perr != nil {
			f.Fatal(perr)
		}
		code, _, err := compile.Compile(mod, compile.Options{Filename: "f"})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(bytecode.Encode(code))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			t.Skip()
		}
		code, err := bytecode.Decode(b)
		if err != nil {
			return
		}
		if bytecode.Verify(code) != nil {
			return
		}
		bytecode.Dump(code)
		for pc := range code.Instrs {
			code.HandlerAt(pc)
			code.PosAt(pc)
		}
		again, err := bytecode.Decode(bytecode.Encode(code))
		if err != nil {
			t.Fatalf("does not decode again: %v", err)
		}
		if err := bytecode.Verify(again); err != nil {
			t.Fatalf("does not verify again: %v", err)
		}
	})
}
