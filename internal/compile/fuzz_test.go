package compile

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// FuzzCompile: whatever parses is compiled or refused, without a panic, and
// what is compiled is well formed.
func FuzzCompile(f *testing.F) {
	if data, err := os.ReadFile("testdata/errors.json"); err == nil {
		var cases []struct{ Src string }
		if json.Unmarshal(data, &cases) == nil {
			for _, c := range cases {
				f.Add(c.Src, uint8(0))
			}
		}
	}
	for _, src := range shapes {
		f.Add(src, uint8(1))
	}
	f.Fuzz(func(t *testing.T, src string, how uint8) {
		mode := syntax.Mode(how & 3 % 3)
		mod, _, perr := syntax.ParseString(src, syntax.Options{Filename: "f", Mode: mode, LookupName: anyName})
		if perr != nil {
			return
		}
		code, _, err := Compile(mod, Options{Filename: "f", Optimize: int(how >> 2 & 3 % 3), TopLevelAwait: how&16 != 0})
		if err != nil {
			if err.Kind == "" || err.Msg == "" {
				t.Errorf("empty error for %q", src)
			}
			return
		}
		if err := bytecode.Verify(code); err != nil {
			t.Errorf("%q: %v\n%s", src, err, bytecode.Dump(code))
		}
	})
}

// TestBig compiles programs that strain one limit each.
func TestBig(t *testing.T) {
	rep := strings.Repeat
	many := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := 0; i < n; i++ {
			b.WriteString(f(i))
		}
		return b.String()
	}
	num := func(i int) string { return "v" + string(rune('a'+i%26)) + itoa(i) }
	cases := map[string]string{
		"long sum":         "x = " + rep("a + ", 20000) + "a\n",
		"constant sum":     "x = " + rep("1 + ", 20000) + "1\n",
		"long list":        "x = [" + rep("a, ", 5000) + "]\n",
		"long const list":  "x = [" + rep("1, ", 50000) + "]\n",
		"long tuple":       "x = (" + rep("a, ", 5000) + ")\n",
		"long set":         "x = {" + rep("a, ", 5000) + "}\n",
		"long dict":        "x = {" + rep("a: b, ", 5000) + "}\n",
		"long call":        "f(" + rep("a, ", 5000) + ")\n",
		"keywords":         "f(" + many(2000, func(i int) string { return num(i) + "=1, " }) + ")\n",
		"long f-string":    "x = f'" + rep("{a} ", 3000) + "'\n",
		"long chain":       "x = " + rep("a < ", 3000) + "a\n",
		"long or":          "if " + rep("a or ", 5000) + "a: pass\n",
		"elif":             "if a: pass\n" + rep("elif a: pass\n", 1500),
		"body":             "def f():\n  while a:\n" + rep("    a.b(c)\n", 20000),
		"for body":         "def f():\n  for x in y:\n" + rep("    a.b(c)\n", 20000),
		"names":            many(70000, func(i int) string { return num(i) + "\n" }),
		"attributes":       "def f():\n" + many(60000, func(i int) string { return "  a." + num(i) + "\n" }),
		"locals":           "def f():\n" + many(3000, func(i int) string { return "  " + num(i) + " = 1\n" }),
		"parameters":       "def f(" + many(2000, func(i int) string { return num(i) + ", " }) + "): pass\n",
		"constants":        "def f():\n" + many(70000, func(i int) string { return "  x = " + itoa(i) + ".5\n" }),
		"closure":          "def f():\n" + many(1000, func(i int) string { return "  " + num(i) + " = 1\n" }) + "  def g(): return [" + many(1000, func(i int) string { return num(i) + ", " }) + "]\n",
		"unpack":           many(1000, func(i int) string { return num(i) + ", " }) + "= x\n",
		"star unpack":      many(200, func(i int) string { return num(i) + ", " }) + "*r = x\n",
		"handlers":         "try: pass\n" + rep("except E: pass\n", 3000),
		"imports":          "from a import " + many(3000, func(i int) string { return num(i) + ", " }) + "b\n",
		"pattern":          "match x:\n  case [" + rep("1, ", 1000) + "]: pass\n",
		"alternatives":     "match x:\n  case " + rep("1 | ", 1000) + "2: pass\n",
		"type parameters":  "def f[" + many(500, func(i int) string { return num(i) + ", " }) + "](): pass\n",
		"annotations":      "def f(" + many(500, func(i int) string { return num(i) + ": a, " }) + "): pass\n",
		"attribute chain":  "x = a" + rep(".b", 2000) + "\n",
		"call chain":       "x = a" + rep("()", 2000) + "\n",
		"unary":            "x = " + rep("-", 2000) + "a\n",
		"nots":             "if " + rep("not ", 2000) + "a: pass\n",
		"with items":       "with " + rep("a, ", 18) + "b: pass\n",
		"lambdas":          "x = " + rep("lambda: ", 500) + "1\n",
		"clauses":          "x = [a" + rep(" for b in c", 150) + "]\n",
		"assign chain":     rep("a = ", 3000) + "b\n",
		"mapping pattern":  "match x:\n  case {" + many(300, func(i int) string { return itoa(i) + ": " + num(i) + ", " }) + "}: pass\n",
		"default values":   "def f(" + many(1000, func(i int) string { return num(i) + "=a, " }) + "): pass\n",
		"keyword defaults": "def f(*, " + many(1000, func(i int) string { return num(i) + "=a, " }) + "): pass\n",
		"bases":            "class C(" + rep("a, ", 1000) + "): pass\n",
		"star args":        "f(" + rep("*a, ", 1000) + rep("**b, ", 1000) + ")\n",
		"nested finally":   many(20, func(i int) string { return rep(" ", i) + "try: a\n" + rep(" ", i) + "finally:\n" }) + rep(" ", 20) + "b\n",
		"dict merge":       "x = {" + rep("**a, ", 1000) + "}\n",
	}
	for name, src := range cases {
		code, _, err := compileSource([]byte(src), Options{Filename: name})
		if err != nil {
			if !strings.Contains(err.Error(), "too many") {
				t.Errorf("%s: %v", name, err)
			} else {
				t.Logf("%s: %v", name, err)
			}
			continue
		}
		if err := bytecode.Verify(code); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + string(rune('0'+i%10))
}

// TestDeep gives the compiler trees deeper than any stack: it must refuse
// them with RecursionError.
func TestDeep(t *testing.T) {
	var e syntax.Expr = &syntax.Name{Id: "x"}
	for i := 0; i < 1000000; i++ {
		e = &syntax.UnaryOp{Op: syntax.USub, Operand: e}
	}
	_, _, err := Compile(&syntax.Expression{Body: e}, Options{})
	if err == nil || err.Kind != "RecursionError" || err.Msg != "maximum recursion depth exceeded during compilation" {
		t.Fatal(err)
	}
	var s syntax.Stmt = &syntax.Pass{}
	for i := 0; i < 1000000; i++ {
		s = &syntax.If{Test: &syntax.Name{Id: "x"}, Body: []syntax.Stmt{s}}
	}
	_, _, err = Compile(&syntax.Module{Body: []syntax.Stmt{s}}, Options{})
	if err == nil || err.Kind != "RecursionError" {
		t.Fatal(err)
	}
	e = &syntax.Name{Id: "x"}
	for i := 0; i < 100000; i++ {
		e = &syntax.BinOp{Left: e, Op: syntax.Add, Right: &syntax.Name{Id: "x"}}
	}
	if _, _, err = Compile(&syntax.Expression{Body: e}, Options{}); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkCompile(b *testing.B) {
	src := strings.Repeat(strings.Join(shapes, ""), 20)
	mod, _, perr := syntax.Parse([]byte(src), syntax.Options{})
	if perr != nil {
		b.Fatal(perr)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Compile(mod, Options{Filename: "b"}); err != nil {
			b.Fatal(err)
		}
	}
}
