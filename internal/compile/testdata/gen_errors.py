"""Records what CPython's compiler says of bad and dubious programs: errors.json."""
import json
import os
import sys
import warnings

SOURCES = r'''
__debug__ = 1
===
def f(x, x): pass
===
def f(x, *, x): pass
===
def f(*x, **x): pass
===
lambda a, a: 1
===
await x
===
def f(): await x
===
def f(): (await x for x in y)
===
lambda: await x
===
class C: await x
===
return
===
class C: return 1
===
def f():
  class C:
    return
===
yield
===
class C: yield
===
class C: x = yield from y
===
async def f(): yield from x
===
async def f():
  return lambda: (yield from x)
===
def f(): [await x for x in y]
===
[(yield 1) for x in y]
===
{(yield 1) for x in y}
===
{(yield 1): 2 for x in y}
===
((yield 1) for x in y)
===
[x for x in y if (yield from z)]
===
[x for x in (yield)]
===
def f(): return [x for x in (yield)]
===
from __future__ import foo
===
"""doc"""
from __future__ import annotations, nope
===
x = 1
from __future__ import annotations
===
def f():
  from __future__ import annotations
===
from __future__ import braces
===
from __future__ import annotations; import x; from __future__ import division
===
break
===
continue
===
def f():
  def g(): continue
===
while 1:
  class A: break
===
while 1: pass
else: break
===
for x in y:
  def f(): break
===
if x: continue
===
try: pass
except* E: break
===
for x in y:
  try: pass
  except* E: continue
===
for x in y:
  try: pass
  except* E:
    for z in w: break
===
def f():
  try: pass
  except* E: return
===
def f():
  try: pass
  except* E:
    while 1:
      return 2
===
try: pass
except: pass
except E: pass
===
try: pass
except E: pass
except: pass
except F: pass
===
*a, *b = c
===
*a, (*b, *c), d = e
===
[*a, *b] = c
===
for *a, *b in c: pass
===
*a = 1
===
*a
===
x = *a
===
for *x in y: pass
===
x: *a = 1
===
f(a=1, a=2)
===
f(a=1, b=2, **c, a=3)
===
class C(a=1, a=2): pass
===
async def f():
  yield 1
  return 2
===
async def f():
  yield 1
  return
===
def f[T, T](): pass
===
def f[T=int, U](): pass
===
class C[T=int, *U]: pass
===
type X[T=int, **P] = 1
===
def f(x):
  global x
===
def f(x):
  nonlocal x
===
def f():
  x = 1
  global x
===
def f():
  print(x)
  global x
===
def f():
  x: int
  global x
===
def f():
  global x
  x: int
===
def f():
  x = 1
  def g():
    nonlocal x
    x: int
===
def f():
  x = 1
  def g():
    print(x)
    nonlocal x
===
def f():
  x = 1
  def g():
    x = 2
    nonlocal x
===
def f():
  x = 1
  def g():
    x: int
    nonlocal x
===
x: int
global x
===
x = 1
global x
===
def f():
  global x
  nonlocal x
===
def f():
  nonlocal x
===
nonlocal x
===
class C:
  nonlocal x
===
def f():
  def g():
    nonlocal x
    x = 1
===
class C:
  x = 1
  def f(self):
    nonlocal x
===
def f[T](): nonlocal T
===
def f[T]():
  def g():
    nonlocal T
===
def f[T](): global T
===
[x := 1 for x in y]
===
[[x := 1 for z in y] for x in y]
===
[y for y in (z := 1)]
===
[y for y in x for w in (z := 1)]
===
[y for y in [z := 1 for q in r]]
===
class C: [z := 1 for x in y]
===
[(z := 1) for x in y for z in w]
===
[x for x in y if (z := 1) for z in w]
===
[z for z in y if [(z := 1) for q in r]]
===
def f():
  from x import *
===
class C:
  from x import *
===
def f(x: (yield)): pass
===
def f() -> (await x): pass
===
type X = (yield)
===
type X = (await x)
===
type X[T: (yield)] = int
===
type X[T: (yield 1, 2)] = int
===
type X[T = (yield)] = int
===
type X[*T = (yield)] = int
===
type X[**T = (yield)] = int
===
class C[T]((yield)): pass
===
class C[T](x := 1): pass
===
def f[T](x: (yield)): pass
===
def f[T](x: (y := 1)): pass
===
type X[T: (a := 1)] = int
===
type X = (a := 1)
===
type X = [a := 1 for x in y]
===
def f[T: [a := 1 for x in y]](): pass
===
class C[T]([a := 1 for x in y]): pass
===
from __future__ import annotations
x: (yield)
===
from __future__ import annotations
def f(x: (y := 1)): pass
===
from __future__ import annotations
def f() -> (await x): pass
===
del __debug__
===
del (a, __debug__)
===
del x.__debug__
===
f(__debug__=1)
===
x.__debug__ = 1
===
x.__debug__ += 1
===
x.__debug__: int
===
import __debug__
===
import a as __debug__
===
import __debug__.b
===
from a import __debug__
===
from a import b as __debug__
===
def f(__debug__): pass
===
def f(*, __debug__): pass
===
def f(*__debug__): pass
===
def f(**__debug__): pass
===
lambda __debug__: 1
===
def f(a, *, __debug__=1): pass
===
with a as __debug__: pass
===
type __debug__ = 1
===
def f[__debug__](): pass
===
class C[*__debug__]: pass
===
class __debug__: pass
===
def __debug__(): pass
===
async def __debug__(): pass
===
__debug__ += 1
===
(__debug__ := 1)
===
__debug__: int
===
__debug__: int = 1
===
for __debug__ in x: pass
===
[1 for __debug__ in x]
===
try: pass
except A as __debug__: pass
===
try: pass
except* A as __debug__: pass
===
class C(__debug__=1): pass
===
match x:
  case {**__debug__}: pass
===
match x:
  case A(__debug__=1): pass
===
match x:
  case __debug__: pass
===
match x:
  case [*__debug__]: pass
===
match x:
  case 1 as __debug__: pass
===
match x:
  case y: pass
  case z: pass
===
match x:
  case _: pass
  case z: pass
===
match x:
  case (_): pass
  case z: pass
===
match x:
  case y if y: pass
  case z: pass
===
match x:
  case y as z: pass
  case w: pass
===
match x:
  case 1 | y: pass
  case 2: pass
===
match x:
  case y | 1: pass
===
match x:
  case _ | 1: pass
===
match x:
  case 1 | _ | 2: pass
===
match x:
  case (1 | a): pass
===
match x:
  case (a, b) | (a, c): pass
===
match x:
  case (a, b) | (a,): pass
===
match x:
  case (a, b) | (b, a): pass
===
match x:
  case (a, a): pass
===
match x:
  case [a, *a]: pass
===
match x:
  case {1: a, 2: a}: pass
===
match x:
  case {1: a, **a}: pass
===
match x:
  case A(a, b=a): pass
===
match x:
  case (a as a): pass
===
match x:
  case (a, (b | (c, a))): pass
===
match x:
  case [*a, *b]: pass
===
match x:
  case [*_, *_]: pass
===
match x:
  case A(a=1, a=2): pass
===
match x:
  case A(b=1, a=1, c=3, a=2): pass
===
match x:
  case {1: a, 1: b}: pass
===
match x:
  case {1: a, 1.0: b}: pass
===
match x:
  case {'a': 1, 'b': 2, 'a': 3}: pass
===
match x:
  case {-1: a, -1: b}: pass
===
match x:
  case {None: a, None: b}: pass
===
match x:
  case {b'q': a, b'q': b}: pass
===
match x:
  case {1+2j: a, 1+2j: b}: pass
===
match x:
  case {True: a, 1: b}: pass
===
match x:
  case {a.b: 1, a.b: 2}: pass
===
async with a: pass
===
def f():
  async with a: pass
===
async for x in y: pass
===
def f():
  async for x in y: pass
===
lambda: [x async for x in y]
===
def f(): return [x async for x in y]
===
[x async for x in y]
===
class A: [x async for x in y]
===
class A: {x: 1 async for x in y}
===
(x async for x in y)
===
def f(): return (x async for x in y)
===
def f(): return [[x async for x in y] for z in w]
===
def f(): return ([x async for x in y] for z in w)
===
async def f(): return [[x async for x in y] for z in w]
===
async def f():
  def g(): return [x async for x in y]
===
async def f(): return {await x for x in y}
===
x is 1
===
1 is x
===
x is -1
===
x is (1, 2)
===
x is not "a"
===
x is None
===
x is ...
===
1 is 2 is 3
===
x is 1 + 2
===
1()
===
(1, 2)()
===
[1]()
===
{1}()
===
{1: 2}()
===
[x for x in y]()
===
{x for x in y}()
===
{x: 1 for x in y}()
===
(x for x in y)()
===
f"{x}"()
===
"a"()
===
None()
===
(lambda: 1)()
===
{1}[0]
===
{x for x in y}[0]
===
(x for x in y)[0]
===
(lambda: 1)[0]
===
1[0]
===
1.5[0]
===
None[0]
===
True[0]
===
...[0]
===
"a"[1.0]
===
"a"[None]
===
[1]["a"]
===
[1][1, 2]
===
(1,)[1:2]
===
"a"["b"]
===
[x for x in y]["a"]
===
f"a"["b"]
===
"a"[lambda: 1]
===
"a"[-1.0]
===
"a"[[1]]
===
"a"[{1}]
===
"a"[f"{x}"]
===
"a"[(x for x in y)]
===
assert (x, "y")
===
assert (1, 2), 3
===
assert ()
===
def f():
  try:
    pass
  finally:
    1()
===
def f():
  try:
    return 1
  finally:
    x is 1
===
x = [
  (1, 2)
  (3, 4)
]
===
async def f():
  await x
  yield
  async with a as b, c: [d async for d in e]
===
def f(a, b, *, c, **d):
  global e
  nonlocal g
===
class C:
  def f(self):
    global __class__
    super()
===
class C:
  __class__ = 1
  def f(self): return __class__
===
def f():
  class C:
    nonlocal __class__
===
class C:
  def f(self):
    nonlocal __class__
    __class__ = 1
===
f(**a, *b)
===
class C(*a, **b, c=1): pass
===
(a, b): int
===
a.b: int
a[b]: int = 1
===
def f():
  a.b: int = 1
===
try:
  pass
except* (A, B) as e:
  raise
===
with a, b as (c, d), e as f.g, h as i[j]: pass
===
del a, b.c, d[e], (f, [g]), h[i:j]
===
{**a, 'b': 1, **c}
===
print(f'{x!r:{y}}' f'{z}')
===
lambda: (yield)
===
def f(): x = lambda: (yield from y)
===
import a.b as c
from .d import e as f
===
global x
x = 1
===
class A:
  global x
  x = 1
  def x(self): pass
===
x = yield
===
async def f(): [x async for x in (yield)]
===
async def f(): [(yield) async for x in y]
===
async def f(): return
===
def f():
  x: (yield)
===
class C:
  x: (yield)
'''


def error(e):
    return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset] if isinstance(e, SyntaxError) else [type(e).__name__, str(e)]


def nest(n, head, start=""):
    lines = [start] if start else []
    for i in range(n):
        lines.append(" " * (i + bool(start)) + head)
    return "\n".join(lines + [" " * (n + bool(start)) + "pass"])


def tries(n, clause):
    lines = [" " * i + "try:" for i in range(n)] + [" " * n + "pass"]
    for i in reversed(range(n)):
        lines += [" " * i + clause, " " * i + " pass"]
    return "\n".join(lines)


def clauses(n, clause):
    lines = []
    for i in range(n):
        lines += [" " * i + "try: pass", " " * i + clause]
    return "\n".join(lines + [" " * n + "pass"])


NESTED = [f(n) for f, limit in [
    (lambda n: nest(n, "for x in y:"), 22), (lambda n: nest(n, "while x:"), 22), (lambda n: nest(n, "with x:"), 22),
    (lambda n: nest(n, "for x in y:", "async def f():"), 21), (lambda n: nest(n, "async for x in y:", "async def f():"), 21),
    (lambda n: nest(n, "async with x:", "async def f():"), 21), (lambda n: nest(n, "if x:"), 40),
    (lambda n: tries(n, "except E:"), 21), (lambda n: tries(n, "finally:"), 22),
    (lambda n: clauses(n, "except E:"), 11), (lambda n: clauses(n, "except E as e:"), 11), (lambda n: clauses(n, "except* E:"), 11),
    (lambda n: "[x " + "for x in y " * n + "]", 30),
] for n in (limit - 1, limit)]

out = []
for src in SOURCES.strip("\n").split("\n===\n") + NESTED:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        err = None
        try:
            compile(src, "t", "exec", dont_inherit=True)
        except Exception as e:
            err = error(e)
    strict = None
    if caught:
        # Where the first warning is, shows as an error's position.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                compile(src, "t", "exec", dont_inherit=True)
            except SyntaxError as e:
                strict = error(e)
    out.append({
        "src": src, "error": err,
        "warnings": [[str(w.message), w.lineno] for w in caught if w.category is SyntaxWarning],
        "strict": strict,
    })
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "errors.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in out) + "\n]\n")
print(sys.version)
