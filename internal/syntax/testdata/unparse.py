"""Record how CPython 3.13 writes annotations as strings: python3.13 unparse.py > unparse.json

With arguments: Python files whose expressions are used instead of the cases below.
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
CASES = r"""
x
x.y.z
1 .real
1.5.real
(1).x
1j.x
True.x
None
...
-1
- -1
+x
~x
not x
not not x
(not x) + 1
-(x + y)
-x ** y
(-x) ** y
x ** -y
x ** y ** z
(x ** y) ** z
x + y * z
(x + y) * z
x - (y - z)
x - y - z
x / y // z % w @ v
x << y >> z
x & y | z ^ w
(x | y) & z
x < y <= z != w
(x < y) < z
x is not y
x not in y
x is y in z
a and b or c
a and (b or c)
(a or b) or c
a or b or c
not (a and b)
(a, b)
(a,)
()
[a, b]
[]
[(a, b)]
{a, b}
{*a}
{}
{a: b, **c}
{**(a or b)}
{a: (b, c)}
lambda: x
lambda x: y
lambda x, y=1: z
lambda *a: b
lambda *, a: b
lambda *, a=1, b: c
lambda **k: k
lambda a, /, b: c
lambda a, /: c
lambda a, b=1, /, c=2, *d, e, f=3, **g: h
(lambda: x)()
(lambda: x, y)
x if y else z
(x if y else z) if w else v
x if y else (z if w else v)
x if (y if z else w) else v
(x if y else z).w
f(x)
f(x, *y, z=1, **w)
f(*x or y)
f(x for x in y)
f((x for x in y), z)
f(x := 1)
f()(x)[y].z
x[y]
x[y, z]
x[(y, z)]
x[y,]
x[()]
x[y:z]
x[y:z:w]
x[:]
x[::]
x[::z]
x[y:]
x[:z]
x[y:z, w]
x[*y]
x[*y, z]
x[lambda: y]
(x, y)[z]
[x for x in y]
[x for x, y in z if w if v]
[x for x in (y if z else w)]
[x for x in y for z in w]
{x for x in y}
{x: y for x in z}
(x for x in y)
[(x, y) for x in z]
[x async for x in y]
'abc'
"it's"
'"'
b'abc'
u'abc'
'a' 'b'
'\n\t\x00\xe9\u1234\U0001f600'
1e1000
-1e1000
1e1000j
1.0
1e100
1e-10
0x10
123456789012345678901234567890
3.14j
f'abc'
f'{x}'
f'a{x}b{y!r}c{z:>{w}}'
f'{x!s:d}'
f'{{}}'
f'{x}{{y}}'
f'{ {a: b} }'
f'{x=}'
f"{x['a']}"
f'{(lambda: x)}'
f'{x, y}'
f'{x:%Y-%m-%d}'
f''
'a' f'{x}'
f'{"a"}'
Optional[int]
Dict[str, 'List[int]']
Callable[..., int]
Callable[[int, str], Tuple[int, ...]]
int | None
Literal['a', 1]
List["x"]
Annotated[int, 1 < 2]
a.b[c.d](e)
(a + b).c
(-a).b
(a.b) ** c
(a or b).c
(a, b) + c
[a][b]
{a: b}[c]
'a'.b
"a" % b
not a == b
(not a) == b
(a == b) == c
*a, b
"""


def record(src):
    ns = {}
    exec(compile("from __future__ import annotations\nx: " + src, "<test>", "exec"), ns)
    return ns["__annotations__"]["x"]


def main():
    cases = []
    if len(sys.argv) > 1:
        for path in sys.argv[1:]:
            tree = ast.parse(open(path, encoding="utf-8").read())
            for n in ast.walk(tree):
                if isinstance(n, ast.expr) and not isinstance(n, (ast.Starred, ast.Slice)):
                    try:
                        s = ast.unparse(n)
                    except Exception:
                        continue
                    if len(s) < 2000 and "\n" not in s:
                        cases.append(s)
    else:
        cases = [c for c in CASES.split("\n") if c]
    rows = []
    for c in dict.fromkeys(cases):
        try:
            rows.append(json.dumps([c, record(c)]))
        except SyntaxError:
            continue
    sys.stdout.write("[\n" + ",\n".join(rows) + "\n]\n")


main()
