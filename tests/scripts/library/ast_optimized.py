import ast
for o in 1,2: print(ast.dump(ast.parse('"doc"\ndef f():\n  "x"+"y"\n  "ab"\n', optimize=o)))
print(ast.dump(ast.parse('from __future__ import annotations\nx: 1+1 = 2+2\ndef f(a:1+1, b=3*3)->2*2: pass\nfor x in [a,b]: pass\nfor x in {a}: pass\n[x for x in [1,2]]\nx in [a]\nmatch x:\n case -1+2j: pass\n case {-1:x}: pass\nif not 1: pass\n"%s%-5r" % (a,b)\n-1\nx in [1] in [2]\n[1,2][0]\n(a,1+1)\n(1,2,3)[a]\nf(*[1,2])\n"abc"[1:2]\nNone,True,...,b"x"', optimize=1)))
src = '''
def f(x: 1 + 1 = 2 * 3, *, y=-(4)) -> (1, 2): return not (x in [1]), not x is None, not x < 1
class C[T = 1 + 2](A, k=[1, (2, 3)]): "x" "y"
lambda q=(1, 2)[1]: {1: 2 + 3, **{"a" * 3: __debug__}}
del (a, b)
(a, b) = [c, d] = 1, 2
for i in {1, 2, None}: pass
x = 1 if 2 + 2 else [y for y in [a, 1] if y in {1}]
f"{1 + 1!r:{2 * 3}}"
"%% %s %5s %r!" % (a, 1 + 1, (1,))
"%d" % (a,)
1 / 0, 2 ** 1000, "a" * 5000, 1 << 200
try: pass
except* (A, 1 + 1): pass
with a(1 + 1) as b[-1]: pass
type X[*Ts = (1, 2)] = 1 + 2
match x:
    case {1 + 2j: 1, "a": [-1, *_]} if 1 + 1: pass
'''
for level in 1, 2:
    print(ast.dump(ast.parse(src, optimize=level), include_attributes=level == 2))
print(ast.dump(ast.parse(ast.parse("1+1"), optimize=1)), ast.dump(compile("(1,) + (2,)", "", "eval", ast.PyCF_OPTIMIZED_AST)))
print(ast.dump(ast.parse("1+1")), ast.dump(compile("__debug__", "", "eval", ast.PyCF_OPTIMIZED_AST)))
try: ast.parse("+1" * 30000, optimize=1)
except RecursionError as e: print(type(e))
except MemoryError as e: print("RecursionError")
