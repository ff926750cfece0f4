"""Record what CPython 3.13 says about wrong source, for TestErrors.

    python3.13 errors.py > errors.json

With an argument: read a JSON list of [mode, source] pairs from that file
instead of the cases below.
"""
import ast
import hashlib
import json
import sys
import unicodedata  # noqa: F401  (\N escapes)
import warnings

CASES = r"""
x = (
x = [1,
x = {1:
x = (1]
x = [1)
x = {1)
x = (1,|2]
)
]
}
x = 1)
(((1)
f(1
f(1|x = 2
f(1,|x = 2|y = 3
foo(a b)
foo(a, b c)
foo(a, b c, d)
[a b]
{a b}
{a: b c}
{a: b c: d}
(a b)
(a, b c)
x = (a b
x = [a,|b c|d]
f(a, b for b in c)
f(a for a in b, c)
f(a for a in b, c for c in d)
f(a for a in b, )
f(c, a for a in b)
f(c=1, a for a in b)
f(a for a in b, c=1)
f(**k, *a)
f(**k, a)
f(a=1, b)
f(a=1, b, c=2)
f(a=1, *b, c)
f(a=1, **b, c)
f(**a, b=1, c)
f(a=1 for x in y)
f(a, b=1 for x in y)
f(a=)
f(a, b=)
f(a=, b)
f(a=1, b=, c=2)
f(True=1)
f(None=1)
f(False=1)
f(a, True=1)
f(a.b=1)
f(a[0]=1)
f(a()=1)
f(1=2)
f("x"=2)
f(a+b=2)
f((a)=2)
f(a or b=2)
f(x, a.b=1)
f(*x=1)
f(*x, *y=1)
f(**x=1)
f(lambda x: x=1)
f(a if b=1)
f(a:=1=2)
f(a, a:=1, b)
f(a:=1)(
f(*a for a in b)
f(**a for a in b)
f(print x)
f(x y for z in w)
f(a, *)
f(a, **)
f(*)
f(**)
f(,)
f(a,,b)
class C(a b): pass
class C(x for x in y): pass
class C(a=1, b): pass
class C(: pass
class C
class C()
class C:
class C:|x = 1
class C():|pass
class 1: pass
class C: pass else
class
class C(a)|    pass
if 1:
if 1|    x
if x = 1: pass
if x = 1 == 2: pass
if x == 1|    pass
if x.y = 1: pass
if x() = 1: pass
if x[0] = 1: pass
if (x = 1): pass
if [x] = 1: pass
if 1 = x: pass
if x == 1 = 2: pass
if:
if: pass
if x: pass|elif: pass
if x: pass|elif y
if x: pass|elif y:
if x: pass|elif y:|z
if x: pass|else
if x: pass|else:
if x: pass|else:|z
if x: pass|else y: pass
if x: pass|else if y: pass
else: pass
elif x: pass
while 1
while 1:
while 1:|pass
while x = 1: pass
while: pass
while 1: pass|else
for x in y
for x in y:
for x in y:|pass
for x y: pass
for x in: pass
for x: pass
for x
for
for in y: pass
for f() in y: pass
for 1 in y: pass
for (x, 1) in y: pass
for x, f() in y: pass
for x in y z: pass
for *x in y: pass
for x.y in z
for x+1 in y: pass
for x not in y: pass
for lambda: 1 in y: pass
for (x in y) in z: pass
for x if y in z: pass
for None in y: pass
for x in range(10)|    pass
for x in y: pass|else
async for x in y
async for f() in y: pass
async with x
async def
async x
async
async for x in y:
async with x:
async def f():
with x
with x:
with x:|pass
with x as y
with x as y:
with x as f(): pass
with x as 1: pass
with x as y.z, a as f(): pass
with (x as f()): pass
with (x as y
with (x as y)
with (x as y):
with (x, y)
with (x, y as 1): pass
with (x as y, z as w):|pass
with x as (a, f()): pass
with x as y z: pass
with: pass
with (): pass pass
with x, y
with x as a+b: pass
with open(x) as f, open(y) as g|    pass
try
try:
try:|x
try: pass
try: pass|x = 1
try:|    x|y = 1
try: pass|except
try: pass|except:
try: pass|except:|x
try: pass|except A
try: pass|except A:
try: pass|except A:|x
try: pass|except A as b
try: pass|except A as b:
try: pass|except A, B: pass
try: pass|except A, B as c: pass
try: pass|except A, B, C: pass
try: pass|except A as 1: pass
try: pass|except A as b.c: pass
try: pass|except A as b, C: pass
try: pass|except *A
try: pass|except *A:
try: pass|except *A:|x
try: pass|except *: pass
try: pass|except *
try: pass|except* A, B: pass
try: pass|except A: pass|except *B: pass
try: pass|except *A: pass|except B: pass
try: pass|except *A: pass|except: pass
try: pass|finally
try: pass|finally:
try: pass|finally:|x
try: pass|finally: pass|else: pass
try: pass|else: pass
try: pass|except A: pass|else
try: pass|except A: pass|else:
try: pass|except A: pass|finally: pass|except B: pass
try x: pass
except: pass
finally: pass
def f
def f(
def f()
def f():
def f():|pass
def f() -> : pass
def f() -> x
def f(x
def f(x:
def f(x) pass
def (x): pass
def f(x y): pass
def f(x, x=1, y): pass
def f(x=1, y): pass
def f(x=1, y, z=2): pass
def f(a, b=1, /, c): pass
def f(/): pass
def f(/, x): pass
def f(x, /, y, /): pass
def f(x, /, /): pass
def f(x, *, /): pass
def f(x, *y, /): pass
def f(x, *, y, /): pass
def f(x, / *): pass
def f(x / *y): pass
def f(*): pass
def f(*, ): pass
def f(*, **k): pass
def f(x, *): pass
def f(x, *, ): pass
def f(*, *): pass
def f(*a, *b): pass
def f(*a, *): pass
def f(*, a, *b): pass
def f(*a, b, *c): pass
def f(*a=1): pass
def f(**k=1): pass
def f(**k, a): pass
def f(**k, *a): pass
def f(**k, **j): pass
def f(**k, /): pass
def f(**k, a=1): pass
def f(x=): pass
def f(x=, y): pass
def f(x, y=): pass
def f(*, x=): pass
def f((x)): pass
def f((x, y)): pass
def f(x, (y, z)): pass
def f(x, (y, z)=1): pass
def f(a, (b), c): pass
def f(1): pass
def f(None): pass
def f(x.y): pass
def f("x"): pass
def f(*1): pass
def f(**1): pass
def f(x:=1): pass
def f(lambda): pass
def f(x, *, y=1, z, w=): pass
def f(**): pass
def f(a, **): pass
def f(a,,b): pass
def f(,): pass
def f(a:): pass
def f(a: int b): pass
def f:
def f: pass
def 1(): pass
def None(): pass
def f[T: pass
def f[]() : pass
def f[T=]() : pass
def f[*T: int](): pass
def f[*T: (int, str)](): pass
def f[**T: int](): pass
def f[**T: (int, str)](): pass
def f[1](): pass
class C[*T: int]: pass
type X[**P: int] = int
type X = 
type X
type X[T]
type 1 = 2
type X[T=1, *U=*a, **V] = yield
lambda
lambda x
lambda x: 
lambda x=1, y: 1
lambda /: 1
lambda /, x: 1
lambda x, /, y, /: 1
lambda x, *, /: 1
lambda *: 1
lambda x, *: 1
lambda *, **k: 1
lambda *, : 1
lambda *a, *b: 1
lambda *a=1: 1
lambda **k=1: 1
lambda **k, a: 1
lambda **k, *a: 1
lambda (x): 1
lambda (x, y): 1
lambda x, (y, z): 1
lambda x=: 1
lambda x=, y: 1
lambda 1: 1
lambda x y: 1
lambda x / *y: 1
lambda x: = 1
lambda: (yield) = 1
x = lambda: yield
1 = x
1 + 1 = x
f() = 1
f() = g() = 1
a = f() = 1
a = 1 = b
a, f() = 1
(a, f()) = 1
[a, 1] = 1
*f() = 1
a, *1 = x
None = 1
True = 1
False = 1
... = 1
x = None = 1
"x" = 1
b"x" = 1
f"x" = 1
f"{x}" = 1
{} = 1
{1} = 1
{1: 2} = 3
[x for x in y] = 1
{x for x in y} = 1
{x: 1 for x in y} = 1
(x for x in y) = 1
lambda: 1 = 2
a if b else c = 1
a or b = 1
not a = 1
a < b = 1
-a = 1
a ** b = 1
await x = 1
(a := 1) = 2
(yield) = 1
yield = 1
yield x = 1
x = yield = 1
x = yield y = 1
a := 1
a.b := 1
(a.b := 1)
(a[0] := 1)
(f() := 1)
((a, b) := 1)
(a, b := 1, c := )
(1 := 2)
(lambda: x := 1)
(a := )
(a := yield)
[a = 1]
[a.b = 1]
(a = 1)
(a.b = 1)
(a = b = c)
{a = 1}
{a: b = 1}
x = (a = 1)
print(a = b = c)
print(a.b = 1 == 2)
a += 1 += 2
f() += 1
(a, b) += 1
a, b += 1
[a] += 1
1 += 1
a + b += 1
*a += 1
None += 1
(a := 1) += 1
a +=
a =
a = = 1
a == = 1
a: int: str
a: 
a: int =
(a, b): int
[a, b]: int
[a]: int
(a,): int
((a, b)): int
a, b: int
a, b: int = 1
f(): int
1: int
a + b: int
*a: int
"x": int
(a.b): int = 
lambda: 1: int
print x
print "x"
print 1, 2
print
print "a" % b
print x, y z
print(x) y
print -1
print foo().bar
print if
exec x
exec "x"
exec x in y
exec(x) y
printx y
print x for y in z
del f()
del 1
del a + b
del a, f()
del (a, 1)
del [a, f()]
del *a
del (*a,)
del None
del x y
del
del (x for x in y)
del a if b else c
del {}
del x,,y
del ()
del (x
del a = 1
del lambda: 1
del "x"
assert
assert x,
assert x y
assert (x = 1)
assert x = 1
assert x, y = 1
assert a.b = 1
return x y
return = 1
return yield
raise x y
raise x from
raise from y
raise x, y
raise x from y from z
global
global x y
global x,
global 1
global x.y
global x = 1
nonlocal
nonlocal x,
nonlocal 1
import
import x.
import .x
import x as
import x as y.z
import x as 1
import x as f()
import x,
import x, as
import x y
import *
import x from y
import x, y from z
import a.b from c
import (x)
import x; import
from
from x
from x import
from x import y,
from x import y, z,
from x import (y
from x import ()
from x import (y z)
from x import (y,,)
from x import y z
from x import y as
from x import y as z.w
from x import y as 1
from x import (y as 1)
from x import (*)
from x import *, y
from x import y, *
from . import
from .x
from ... y import z
from x import y.z
from x import 1
from import x
from 1 import x
from x import (a, b)c
pass x
break x
continue 1
pass;; pass
; pass
pass;|; x
x y
x y z
1 2
x 1
"a" b
"a" "b" c
a "b"
f"a" b
x = 1 y
x = y z
x if y
x if y else
x = x if y
(x if y)
[x if y]
f(x if y)
f(x if y, z)
x if y z
x if else y
x if y else z w
x = (1 if 2 else)
[x for x in y if z else w]
[x for x y]
[x for x]
[x for]
[x for in y]
[x for f() in y]
[x for 1 in y]
[x for x in]
[x for x in y z]
[x, y for x in y]
[x, y, for x in y]
[x, for x in y]
[x, y, z for x, y, z in w]
{x, y for x in y}
{x, for x in y}
(x, y for x in y)
[*x for x in y]
(*x for x in y)
{*x for x in y}
{**x for x in y}
{**x: 1}
{x: 1, **y for z in w}
{x: 1 for x in y, z}
{x: y for z}
{x: y, z}
{x: y, z, w: v}
{x: y, z: }
{x: }
{x: , y: 1}
{x: *y}
{x: 1, y: *z}
{x: **y}
{x: 1 y: 2}
{x: 1, y 2}
{x: 1, 2, 3}
{1, 2: 3}
{1: 2, 3}
{1:2, 3:4, 5}
{1, *}
{**}
{*}
{,}
{x:y:z}
{x y: z}
{x: y = z}
{"a": 1, "b" 2}
{"a" "b": 1, "c"}
{a: b, *c}
{*a: 1}
{a, **b}
{a: 1, "b": 2 "c": 3}
{a: lambda: 1: 2}
[
[,]
[1,,2]
[1 2]
[1, 2 3]
[*]
[**x]
(**x)
(*x)
(*x, y
(*x) = 1
x = *y
x = (*y)
x = **y
*x
print(*x y)
f(*(x for x in y) z)
(,)
(1,,2)
()()
(yield x y)
(yield from)
yield from
yield from x, y
yield x y
await
await x y
x.
x.1
x.y.
x..y
x.None
x.if
x[
x[]
x[1
x[1:2:3:4]
x[1, 2 3]
x[a=1]
x[*a]y
x[**a]
x[a:=1:2]
x[lambda: 1:2:3:4]
x[a b]
x[:,]y
x ? y
x $ y
x ! y
!x
x `y`
x <> y
x =! y
x != 
x not y
x not in
not
x is
x is not
x and
x or
and x
1 +
+ 
-
1 + * 2
1 ** 
1 // / 2
x @
@
@x
@x y
@x|y
@x|class
@x|
@x = 1|def f(): pass
@(x = 1)|def f(): pass
1 + not 2
1 < not 2
- not 1
x = not
x++
x--
++x y
x+++
x = y = 
x,, y
, x
x, y z
match x
match x:
match x:|    pass
match x:|case 1: pass
match x:|    case 1
match x:|    case 1:
match x:|    case 1:|    pass
match x:|    case: pass
match x:|    case 1 if: pass
match x:|    case 1 if x
match x:|    case 1 | : pass
match x:|    case 1 as _: pass
match x:|    case 1 as a.b: pass
match x:|    case 1 as 2: pass
match x:|    case 1 as f(): pass
match x:|    case C(a=1, b): pass
match x:|    case C(a=1, b, c=2, d): pass
match x:|    case C(1, a=1, 2, 3): pass
match x:|    case C(: pass
match x:|    case C(a b): pass
match x:|    case {**a, 1: 2}: pass
match x:|    case {1: 2, **_}: pass
match x:|    case {a: 1}: pass
match x:|    case {1}: pass
match x:|    case {1: }: pass
match x:|    case {1: a, **b, **c}: pass
match x:|    case -a: pass
match x:|    case +1: pass
match x:|    case 1 + 2: pass
match x:|    case 1j + 2: pass
match x:|    case 1 + a: pass
match x:|    case 1j + 2j: pass
match x:|    case -1 - 2: pass
match x:|    case a.b + 1: pass
match x:|    case a + 1: pass
match x:|    case *a: pass
match x:|    case (*a): pass
match x:|    case *a, b: pass|    case
match x:|    case [*a: pass
match x:|    case 1 2: pass
match x:|    case a = 1: pass
match x:|    case f"x": pass
match x:|    case lambda: pass
match x:|    case not x: pass
match x:|    case a.b.: pass
match x:|    case *1: pass
match x:|    case *a.b: pass
match x:|    case 1: pass|    foo
match x:|    case 1: pass|  foo
match x y:|    case 1: pass
match *x:|    case 1: pass
match (x:|    case 1: pass
match x|    case 1: pass
match x =
match.x y
match x in y z
match -x: pass
case 1: pass
match a, b:
match a, b|
x = 1|    y = 2
    x = 1
if 1:|    x|  y
if 1:|    x|      y
if 1:|x
if 1:|    if 2:|    x
if 1:|  x|   y
if 1:|    pass|   else: pass
def f():|    x|  y
def f():|\tx|        y
if 1:|        x|\ty
if 1:|\tx|    y
if 1:|    \tx|\t    y
if 1:|    if 2:|\tx
if 1:|\tx|\ty|        z
  x|y
x|  # c|  y
class C:|    def f(self):|    pass
for x in y:|# c|z
if 1:|    x = (|y
def f():|    return|  x
if 1:|    x|   |  y
if 1:| x|  y| z
'abc
"abc
'abc|def'
'abc\
'abc\|def
'abc\'
"abc\"
"abc\" + 1|x
x = 'abc
x = 'abc|y = 1
f('abc
f("abc)
['a', 'b]
'''abc
\"\"\"abc|def
x = '''abc|def|ghi
x = r'abc
x = b'abc
x = u'abc
x = f'abc
x = f'''abc
x = f'''abc|def
x = rb'''abc|x
f'{
f'{x
f'{x'
f'{x|
f'{x!
f'{x!'
f'{x!}'
f'{x!:}'
f'{x!z}'
f'{x!rr}'
f'{x! r}'
f'{x!r y}'
f'{x !r}' f'{x!1}'
f'{x!r:}' y
f'{x:'
f'{x:
f'{x:{'
f'{x:{y'
f'{x:{y}'
f'{x:{y:{z:{w}}}}'
f'{x:{y:{z}}}' f'{'
f'{}'
f'{ }'
f'{!r}'
f'{:x}'
f'{=}'
f'{!}'
f'{=!r}'
f'{,}'
f'{*}'
f'{**a}'
f'{*a}' f'{+}'
f'{x y}'
f'{x, y z}'
f'{x=y}'
f'{x = y}'
f'{x==}'
f'{x=!}'
f'{x=!z}'
f'{x=:}' f'{x=y!r}'
f'{a b c!r}'
f'{lambda x: 1}'
f'{lambda x:{1}}'
f'{lambda: 1}'
f'{lambda}'
f'{(lambda x: 1)}{'
f'{x:=1}' 1
f'{a := 1}' 1
f'{(a := 1}'
f'{(}'
f'{)}'
f'{a)}'
f'{a]}'
f'{(a]}'
f'{[}'
f'{a[}'
f'{a[b)}'
f'{f(}'
f'}'
f'a}b'
f'}}{'
f'{x}}'
f'{{x}'
f'{{}'
f'{x}}}{'
f'{1 2}'
f'{1+}'
f'{x if y}'
f'{yield = 1}'
f'{import x}'
f'{def}'
f'{print x}'
f'{x.}'
f'{x[}'
f'{a = b = c}'
f'{f'{'}'
f'{f'{x}}'
f'{f"{x}'
f'{"a}'
f'{'a}'
f'{'a'}
f"{"a}"
f'{#}'
f'{# x|}'
f'{x # y}'
f'{\}'
f'{\x}'
f'{a\}'
f'{"\x"}'
f'\x'
f'\u12'
f'\N{foo}'
f'\N'
f'\N{'
f'\N{}'
f'{a $ b}'
f'{a ? b}'
f'{a!b!c}'
f'''{
f'''{x
f'''{|x|y}'''
f'''{x
f'''{x:|
f'''{x!z|}'''
f'''a|{x y}|b'''
f'''a|{|}'''
f'a' f'{x y}'
f'{0x}'
f'{1_}'
f'{a:{b!}}'
f'{a:{}}'
f'{a:{b c}}'
f'{a!r=}'
f'{a!s:{b'
rf'{x\}'
rf'{x' y
'a' f'{x' y
f'{x' 'y'
print(f'{x y}', z)
print(f'{x
print(f"{x}" y)
x = f'{a +}' + 1
b'é'
b'a' 'b'
'a' b'b'
f'a' b'b'
'a' b'b' f'c'
br'é'
x = b'abcé' + 1
'\x'
'\x1'
'\xg1'
'\u'
'\u123'
'\U1234567'
'\U00110000'
'\N'
'\N{'
'\N{}'
'\N{foo bar}'
'\N{DASH'
'a\xz'
'aé\xz'
'abc\N{nope}def'
b'\x'
b'\x1'
b'abc\xz1'
x = '\x' y
f('\x', 1)
'''a|b\x'''
'\x' '\x'
0_
0__0
1_
1__0
1_a
0777
00_1
0_7
01
01.0 01
0x
0xg
0x_
0x1_
0x1__2
0x1g
0o
0o8
0o_
0o18
0o1_
0o1a
0b
0b2
0b_
0b12
0b1_
0b1a
1a
1.a
1.0a
1e
1e+
1e-
1ea
1.e+a
1ja
1_000_
1.0_
1._0
1.0e1_
1e1_0_
1.5.5
1..2
1...2
1if 2else 3 4
0xfor x in y z
1or 2 3
1 if 1else
0b1and 3 x
123abc
123é
1é
0x1é
09.5 x
08
0008
1__1.0
12ea
0_b1
é = 1 2
é é
x = 'é' y
x = 'ééé' + y z
f(é b)
'é' = 1
日本 = 語 x
x = “a”
x = a – b
x = a b
x = 1​
a€
€
€ = 1
a = €5
x·
·x
x²
²
²x
x = (1, “a”)
f(a, ‘b’)
¿x
x = 😀
😀 = 1
a😀
\
x = \
x = \ 1
x = \|
x = 1 \ 
x = 1 + \|
x = 1 + \|y z
x = (1 + \|y z)
\|x y
if 1:|    \|x y
x \|= 1 y
x = \#
x\y
\x
x = 1 +
x = (1 +
(1 + 2|3 + 4)
(|a|b|)
(|a,|b c,|d|)
x = {|'a': 1,|'b' 2|}
x = {|'a': 1|'b': 2|}
x = [|1,|2|3|]
foo(|a=1|b=2|)
foo(|a,|b=|)
foo(a, b|c, d)
foo(a,|b|)  x
def f(|a,|b|c|): pass
def f(a,|b=1,|c): pass
if (a and|b: pass
if (a|b): pass
x = (a|=|b)
x = 'a' 'b' c
x = '''a|b''' c
x = '''a|b''' + c d
'''a|b''' = 1
f('''a|b''' c)
f('''a|b'''=1)
f(a|.b=1)
(a|.b) = f() = 1
f(|a|)=1
f(|a|)+=1
del f(|a|)
for f(|a|) in y: pass
x = 1; y z
x = 1; 1 = y
x = 1;|y z
pass; if x: pass
if x: if y: pass
if x: for y in z: pass
if x: pass; else: pass
while x: class C: pass
x = if
x = for
x = import y
x = def f(): pass
x = class
x = pass
x = return
if = 1
for = 1
class = 1
def = 1
None.x = 1 2
True()
async = 1
await = 1
async x = 1
import if
from if import x
from x import if
global if
def if(): pass
class if: pass
lambda if: 1
f(if=1)
f(class=1)
f(x, for=2)
f(lambda=1)
x.if = 1
with if: pass
except x
in x
is x
x in
as x
x as y
import x as y as z
from x import y as z as w
x -> y
x := 1
x : = 1
x :: y
x => y
x =< y
x === y
x <- y
x && y
x || y
x ~ y
x ! = y
x @@ y
x ** ** y
x // // y
...x
x...
x. . y
....
x = 1 if 2 else 3 else 4
x = [1 if 2 else 3 else 4]
x = lambda: 1 else 2
x for x in y
for x in y for z in w: pass
(x for x in y for z)
(x async for x in y z)
(x async y)
[x async for]
[x for x in lambda: y, z]
[x for x in y if lambda: z w]
[x for x in y if]
[x for x in y, z]
[x for *a in y z]
[x for a.b c in y]
[x for (a, 1) in y]
{x: y for 1 in z}
f(x for 1 in y)
f(x for x+1 in y)
(x for x in (yield) y)
[x := 1 for x y]
(x, y) z
[x, y] z
{x, y} z
{x: y} z
(x) y
[x] y
f(x) y
f(x)(y) z
x[y] z
x.y z
-x y
(-x y)
(not x y)
(x and y z)
(x if y else z w)
(lambda: x y)
(lambda x: y, z w)
(x < y z)
(x + y z)
(x.y z)
(x[1] z)
(x() z)
("a" x)
(x "a")
(f"a" x)
(1 x)
(x 1)
(x 1 2)
(x y z)
((x y) z)
(x (y z))
(x, (y z))
([x y])
([x y] z)
(await x y)
(yield y z)
(x for y z)
(x y for z in w)
(print x)
(print x, y)
(exec x)
(match x)
(case x)
(type x)
(_ x)
(x match)
(match x y)
[match x]
f(match x)
(None x)
(True False)
(x None)
(... x)
(x ...)
(x lambda: 1)
(x not y)
(x not in)
(x is y z)
(x if y z)
(x if y, z)
(x if y else, z)
(x := y z)
(x = y z)
(x, y = z)
(x, y == z w)
[x, y = z]
f(x, y = z w)
f(x, y = z = w)
f(x = y z)
f(x = y, z w)
f(x = y z, w)
f(*x y)
f(**x y)
f(x=*y)
f(x=**y)
f(x=y=z)
f(x=(y=z))
f(x:y)
f(x: int = 1)
f(x->y)
f(x;y)
f(x|y|z
f(x.y.z=1)
f(x(y)=1)
f(x[y]=1, z)
f(-x=1)
f(not x=1)
f(x and y=1)
f(x if y else z=1)
f([x]=1)
f({}=1)
f("a" "b"=1)
f(f"a"=1)
f(...=1)
f(1, 2=3)
f(await x=1)
f(x for x in y)=1
f((x for x in y)=1)
f(yield=1)
f(yield)
f(yield x)
f(x, yield)
"""

FILES = [
    ("exec", "x\0y"), ("exec", ""), ("eval", ""), ("single", ""), ("eval", "x = 1"), ("eval", "x y"),
    ("eval", "x;"), ("eval", "x\ny"), ("eval", "x\n\n"), ("eval", "  x"), ("eval", "\nx"), ("eval", "if x: y"),
    ("eval", "(x"), ("eval", "x +"), ("eval", "x, y"), ("eval", "x y\n"), ("eval", "f(x y)"), ("eval", "1 = 2"),
    ("eval", "*x"), ("eval", "yield"), ("eval", "(yield)"), ("eval", "pass"), ("eval", "x := 1"), ("eval", "'abc"),
    ("single", "x\ny"), ("single", "x; y"), ("single", "x\n# c\n"), ("single", "if x: y\n"), ("single", "if x:\n  y"),
    ("single", "if x:\n  y\n"), ("single", "if x:\n  y\nz\n"), ("single", "if x: y\nz"), ("single", "x y"), ("single", "x = "),
    ("single", "def f():"), ("single", "def f():\n"), ("single", "\n"), ("single", "# c"), ("single", "(x"), ("single", "'x"),
    ("single", "if 1:\n    pass\n  x"), ("single", "\n\nx"), ("single", "  x"), ("single", "x\n\n\n"), ("single", "@x"),
    ("single", "class C:\n  x = 1\n\n  y = 2\n"), ("single", "try: pass"), ("single", "match x:\n case 1: pass\n"),
    ("single", "match x:\n case 1: pass"), ("single", "for x in y: pass\nelse: pass\n"), ("single", "x \\"),
    ("single", "x;"), ("single", ";"), ("single", "if x: pass; y"), ("single", "x = 1 # c\ny"), ("single", "x\n   \n  y"),
    ("exec", "(" * 201), ("exec", "[" * 201 + "]" * 201), ("exec", "f(" * 150 + "x y" + ")" * 150), ("exec", "(" * 100),
    ("exec", "".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass\n"),
    ("exec", "".join(" " * i + "if 1:\n" for i in range(99)) + " " * 99 + "pass\n"),
    ("exec", "-" * 7000 + "1"), ("exec", "not " * 7000 + "1"), ("exec", "lambda: " * 4000 + "1"), ("exec", "1" + "**1" * 4000),
    ("exec", "1" + " if 1 else 1" * 7000), ("exec", "if 1: pass\n" + "elif 1: pass\n" * 7000),
    ("exec", "1" * 4301), ("exec", "x = -" + "1_" * 4400 + "1"), ("exec", "x" + "1" * 5000 + " y"), ("exec", "0x" + "f" * 5000 + " y"),
    ("exec", "x = " + "1" * 4301 + " + y z"), ("exec", "f(" + "1" * 4301 + ", y z)"),
    ("exec", "x\ty z\n"), ("exec", "x\x0cy\n"), ("exec", "x\x01y"), ("exec", "x \x7f y"), ("exec", "\ufeffx y"), ("exec", "x\ufeff"),
    ("exec", "x\r\ny z\r\n"), ("exec", "x\ry z\r"), ("exec", "x = (\r\n1 2\r\n)\r\n"), ("exec", "'a\r\nb'"), ("exec", "\r\n\r\n  x\r\n"),
    ("exec", "\u00a0x = 1"), ("exec", "x\u00a0= 1"), ("exec", "x = 1\u2028"), ("exec", "x = '\u00a0' y"), ("exec", "\u200bx"),
    ("exec", "x = \u201ca\u201d\ny z"), ("exec", "x = (1,\n\u201ca\u201d)\n"), ("exec", "f(x y)\n\u201c\n"), ("exec", "x y\n'abc\n"),
    ("exec", "x y\n(\n"), ("exec", "x y\n)\n"), ("exec", "x y\n  z\n"), ("exec", "f(x y)\n)\n"), ("exec", "f(x y)\n(\n"), ("exec", "f(x\ny z)\n"),
    ("exec", "(x\ny z\n"), ("exec", "(\nx y\n"), ("exec", "(\n\nx\n\ny = 1\n"), ("exec", "x = {\n 1: 2,\n 3: 4\ny = 5\n"), ("exec", "x = [\n 1,\n 2\nfor y in z: pass\n"),
    ("exec", "def f(\n  x,\n  y\nprint(1)\n"), ("exec", "foo(\n  a,\n  b\n\ndef g(): pass\n"), ("exec", "foo(a, b\nimport x\n"), ("exec", "if (a and b:\n  pass\n"),
    ("exec", "class C:\n    def f(self):\n        return (1\n\n    def g(self): pass\n"),
    ("exec", "x = 1\n\n\nif x\n    y\n"), ("exec", "# c\n# d\nx y\n"), ("exec", "'''\nabc\n'''\nx y\n"), ("exec", "def f():\n    '''doc'''\n    x y\n"),
    ("exec", "def f():\n    x = 1\n\n\n\n\n\ny z"), ("exec", "def f():\n    if 1:\n        pass\n      x\n"), ("exec", "if 1:\n"), ("exec", "if 1:\n\n\n"), ("exec", "if 1:\n# c\n"),
    ("exec", "if 1:\n    pass\nelse:\n\n\n"), ("exec", "def f():\n    '''x\n"), ("exec", "def f():\n  def g():\n  pass\n"), ("exec", "x = 5\n    \n  y = 3"),
    ("exec", "try:\n    x\nexcept A:\n    y\nexcept* B:\n    z\n"), ("exec", "try:\n    x\nexcept A:\n    y\nz = \n"), ("exec", "try:\n    x\ny\nexcept: pass\n"),
    ("exec", "while 1:\n    x\n   y\n"), ("exec", "\tx\n"), ("exec", "if 1:\n\tx\n        y\n"), ("exec", "  # c\n x\n"), ("exec", "x\n\\\n"), ("exec", "x\n\\\ny z\n"),
    ("exec", "if 1:\n    x\n\\\n  y z\n"), ("exec", "x = 1 \\\n  + 2 \\\n  y"), ("exec", "x = '''a\nb\nc''' \\\n  d"), ("exec", "f('''\na\n''' b)"), ("exec", "x = f'''\n{a b}\n'''"),
    ("exec", "x = f'''\n{a\nb}\n'''"), ("exec", "x = f'''a\nb{c}d\ne''' f"), ("exec", "(f'''a\nb{c}d\ne''' f)"), ("exec", "f'{x:\n}' y"), ("exec", "f'{x:a\n}'"), ("exec", "f'{x\n}' y"),
    ("exec", "f'{\nx y\n}'"), ("exec", "f'{x!r\n:a\n} {'"), ("exec", "x = 'a\\\nb' c"), ("exec", "x = ('a\\\nb' c)"), ("exec", "'\\N{LATIN SMALL LETTER A}' b"),
    ("exec", "\u00e9 = (\u00e9 \u00e9)"), ("exec", "('\u00e9\u00e9' x)"), ("exec", "f'\u00e9{x y}'"), ("exec", "f'\u00e9{x!z}'"), ("exec", "'\u00e9' '\\x'"), ("exec", "x = '\u65e5\u672c' 1"),
    ("exec", "\u00e9\u00e9() = 1"), ("exec", "(\u00e9.b = 1)"), ("exec", "for \u00e9() in x: pass"), ("exec", "\U0001d518 = x y"),
    ("exec", "def f(x): return x\nprint f(1)\n"), ("exec", "x = 1\nprint 'hello %s' % x\n"), ("exec", "print >>sys.stderr, x"), ("exec", "raise E, 'x'"), ("exec", "exec 'x' in d"),
    ("exec", "except E, e: pass"), ("exec", "try: pass\nexcept E, e: pass"), ("exec", "print 'a',"), ("exec", "`x`"), ("exec", "0777L"), ("exec", "10L"), ("exec", "ur'x'"), ("exec", "x <> y"),
    ("exec", "def f(a, (b, c)): pass"), ("exec", "lambda (a, b): a"), ("exec", "import a.b as c.d"), ("exec", "from a import b.c"), ("exec", "from __future__ import barry_as_FLUFL\n1 != 2\n"),
    ("exec", "if x:\npass\nelse:\npass"), ("exec", "switch x:\n  pass"), ("exec", "x = y++\n"), ("exec", "for (i = 0; i < 1; i++) {\n}"), ("exec", "int x = 1;"), ("exec", "if (x) {\n}"), ("exec", "var x = 1"),
    ("exec", "function f() {\n}"), ("exec", "x = a ? b : c"), ("exec", "if x then y"), ("exec", "def f() {\n}"), ("exec", "class A { }"), ("exec", "let x = 1"), ("exec", "x = new Foo()"), ("exec", "// c"), ("exec", "/* c */"),
    ("exec", "#!/bin/sh\necho hi there"), ("exec", "$ ls"), ("exec", ">>> x"), ("exec", "<html>"), ("exec", "SELECT * FROM x"), ("exec", "x = 1,\ny = 2,,\n"), ("exec", "{'a': 1, 'b': 2]"), ("exec", "else if x: pass"),
    ("exec", "elseif x: pass"), ("exec", "foreach x in y: pass"), ("exec", "for x of y: pass"), ("exec", "do x"), ("exec", "until x: pass"), ("exec", "unless x: pass"), ("exec", "import x, y z"), ("exec", "from x import y; z w"),
    ("exec", "a = 1\nb = 2\nc = a b\nd = 3\n"), ("exec", "async def f():\n    await x y\n"), ("exec", "async def f():\n    async for x y: pass\n"), ("exec", "async def f():\n    async with x as f(): pass\n"), ("exec", "async def f():\n    [x async for f() in y]\n"),
    ("exec", "async def f()\n    pass"), ("exec", "async def f(x=1, y): pass"), ("exec", "async\ndef f(): pass"), ("exec", "@x\nasync\n"), ("exec", "@x\nasync for y in z: pass"), ("exec", "@x\n@y\nz"), ("exec", "@\nx"),
    ("exec", "x = yield\ny = yield z w\n"), ("exec", "def f():\n    yield x = 1\n"), ("exec", "def f():\n    x = yield y z\n"), ("exec", "def f():\n    return\n    x y\n"), ("exec", "a\nb\nc d\n  e\n"), ("exec", "a b\n   c\n"), ("exec", "x = (y z\n"), ("exec", "x = (y z\n\n\n"),
    ("exec", "f(a, b\n"), ("exec", "f(a, b\ng(c)\n"), ("exec", "f(a b\ng(c)\n"), ("exec", "f(\na b\n"), ("exec", "f(\na b\n)\n("), ("exec", "{\n'a': 1\n'b': 2\n"), ("exec", "[\n1\n2\n"), ("exec", "(\n'a'\n'b'\nc\n)"),
    ("exec", "from x import (\n  a,\n  b\n  c\n)\n"), ("exec", "from x import (a, b\nc = 1\n"), ("exec", "from x import a,\nb\n"), ("exec", "from x import a, \\\n b,\n"), ("exec", "global x, y z\n"), ("exec", "del x, y z\n"), ("exec", "assert x, y z\n"), ("exec", "assert x, y, z\n"),
    ("exec", "with open(x) as f, open(y) as g\n    pass"), ("exec", "with (open(x) as f, open(y) as g)\n    pass"), ("exec", "with (open(x) as f,\n open(y) as g) as h: pass"), ("exec", "with (x as y) z: pass"), ("exec", "with (x, y) as 1: pass"), ("exec", "with (x for x in y as z): pass"), ("exec", "with (yield) y: pass"), ("exec", "with (x := 1 as y): pass"),
    ("exec", "match x:\n    case a, b c: pass\n"), ("exec", "match x:\n    case (a, b: pass\n"), ("exec", "match x:\n    case [a, b) : pass\n"), ("exec", "match x:\n    case a if b = c: pass\n"), ("exec", "match x:\n    case 'a' 'b' c: pass\n"), ("exec", "match x:\n    case a.b(c=1, 2): pass\n"), ("exec", "match x:\n    case C(a.b=1): pass\n"), ("exec", "match x:\n    case {'a': 1 'b': 2}: pass\n"), ("exec", "match x:\n    case {**a.b}: pass\n"), ("exec", "match x:\n    case {f(): 1}: pass\n"), ("exec", "match x:\n    case (1 as x as y): pass\n"), ("exec", "match x:\n    case 1 | 2 as a | b: pass\n"), ("exec", "match x:\n    case None.a: pass\n"), ("exec", "match x:\n    case 1.a: pass\n"), ("exec", "match x:\n    case f'{x}': pass\n"), ("exec", "match x:\n    case 'a' f'b': pass\n"), ("exec", "match x:\n    case -'a': pass\n"), ("exec", "match x:\n    case 1+1j+1: pass\n"), ("exec", "match x:\n    case --1: pass\n"), ("exec", "match x:\n    case ...: pass\n"), ("exec", "match x:\n    case *_: pass\n"), ("exec", "match x:\n  case 1:\n    pass\n case 2: pass\n"), ("exec", "match x:\n\n    case 1:\n    pass\n"), ("exec", "match x:\n    case 1: pass\n    else: pass\n"), ("exec", "match = 1\nmatch x y\n"), ("exec", "match(x) y\n"), ("exec", "match(x):\n    y z\n"), ("exec", "match[x]: y z\n"), ("exec", "match (x)\n    case 1: pass\n"), ("exec", "type X = y z\n"), ("exec", "type X[T: (a, b)] = y z\n"), ("exec", "type X[T, = y\n"), ("exec", "type = 1\ntype x y\n"), ("exec", "type X: y\n"), ("exec", "type X.Y = z\n"), ("exec", "type X = Y = Z"), ("exec", "type X[T=int, U: str = x y] = z"), ("exec", "class C[T](x y): pass"), ("exec", "class C[T] x: pass"), ("exec", "class C[T:]: pass"), ("exec", "def f[T](x y): pass"), ("exec", "def f[T, T x](): pass"), ("exec", "def f[*]( ): pass"), ("exec", "def f[**]( ): pass"), ("exec", "def f[T = *a]( ): pass"), ("exec", "def f[*T = *a, U = 1 2]( ): pass"),
    ("single", "if x:\n    y\n  z"), ("single", "x = '''"), ("single", "x = '''\n"), ("single", "f'''{"), ("single", "f'{x"), ("single", "x = 'a\\"), ("single", "x = 'a\\\n"), ("single", "x y\n"), ("single", "def f(x):\n    return x y\n"), ("single", "if 1:\n    pass\n\n\n"), ("single", "if 1:\n    pass\n\nelse:\n    pass\n"),
]
INCOMPLETE = ["if x:", "if x:\n    y", "x = (", "x = [1,", "f(a", "'abc", "\"\"\"abc", "x = \\", "def f():", "def f():\n    pass", "@x", "class C",
              "x +", "x y", "for x in y", "try:", "try: pass", "f'{", "f'{x", "f'''{x", "f'abc", "lambda", "return", "1 +", "a b c", "x = 1a",
              "(x]", "if 1:\n  x\n y", "match x:", "match x:\n  case 1:", "import", "from x import (", "from x", "x.", "not", "if x", "while True",
              "else:", "x = '''a\nb", "x(\n1,\n2", "{1: 2", "{1: ", "del", "del x,", "assert", "with x", "with x as", "async", "await",
              "print x", "class C:\n  x = 1\n\n  def f(self):", "x; y;", "", "# c", "   ", "   # c", "raise", "global", "yield x y", "x = yield"]
TYPES = ["x = 1 # type: int", "def f(a, # type: int\n  b): # type: (...) -> int\n  pass", "def f(): # type: () -> int\n  # type: () -> str\n  pass",
         "for x in y: # type: int\n  pass", "with x as y: # type: int\n  pass", "def f(*, # type: int\n  a): pass", "def f(*a, # type: int\n  b=1, # type: str\n  **k # type: x\n  ): pass",
         "x # type: int", "x = 1 # type: ignore", "x = 1 # type: ignore[foo]", "# type: ignore\nx", "x y # type: int", "if x: # type: int\n  y", "f(x, # type: int\n y)",
         "[x, # type: int\n y]", "class C: # type: int\n  x", "def f(a=1, # type: int\n  b): pass", "while x: # type: ignore\n  y", "x = 1 # type:int", "x = 1 #type: int", "x = 1 # type : int",
         "def f(\n  a # type: int\n  ): pass", "def f(a, /, # type: int\n  b): pass", "import x # type: int", "def f():\n  # type: () -> int\n  pass", "x = [] # type: ignored", "x = 1 # type: int # c", "lambda x, # type: int\n y: 1"]
FUNC_TYPES = ["() -> int", "(int) -> int", "(int, str) -> List[int]", "(*int) -> x", "(int, *str) -> x", "(int, *str, **z) -> x", "(**z) -> x", "(*a, **b) -> x", "(**a, *b) -> x", "(*a, b) -> x",
              "(int,) -> x", "int", "(int)", "() ->", "() -> x y", "(a b) -> c", "( -> x", "() -> x\n\n", "() -> x # c", "(a, **b, c) -> d", "(*) -> x", "(a=1) -> x", "()->x,y"]
VERSIONS = ["x: int = 1", "self.x: int", "async def f(): pass", "async with x: pass", "async for x in y: pass", "await x", "[x async for x in y]", "a @ b", "a @= b", "(x := 1)", "def f(a, /): pass",
            "lambda a, /: 1", "with (a as b, c as d): pass", "with (a, b): pass", "match x:\n case 1: pass", "match x: y", "try: pass\nexcept* A: pass", "type X = int", "def f[T](): pass", "class C[T]: pass", "class C[T=int]: pass",
            "1_000", "0x_f", "1.0_0", "f'{x}'", "f'abc'", "x = 1", "async = 1", "print x", "def f(a, b=1, /, c=2): pass", "f'{x:=5}'", "[y := 1]", "x y", "@(x := 1)\ndef f(): pass", "@a.b[1]\ndef f(): pass", "a[b:=1]", "{x := 1}",
            "def f(*args: *Ts): pass", "a[*b]", "for x in *a, b: pass", "return *a, b", "f'{f'{x}'}'", "async def f():\n  return [x async for x in y]", "case = 1\nmatch = 2", "1if x else y"]


def record(mode, src):
    flags, version = 0x400, -1
    if mode == "codeop":  # as module codeop compiles: PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT
        mode, flags = "single", 0x400 | 0x200 | 0x4000
    elif mode == "types":  # type comments
        mode, flags = "exec", 0x400 | 0x1000
    elif mode.startswith("3."):
        mode, version = "exec", int(mode[2:])
    try:
        tree = compile(src, "<test>", mode, flags, dont_inherit=True, _feature_version=version)
    except SyntaxError as e:
        r = {"type": type(e).__name__, "msg": e.msg}
        if len(e.args) > 1:
            r.update(line=e.lineno, col=e.offset, text=e.text, endLine=e.end_lineno, endCol=e.end_offset)
        else:
            r["bare"] = True
        return r
    except (MemoryError, RecursionError, ValueError, OverflowError, SystemError) as e:
        if isinstance(e, RecursionError):
            return {"type": ""}
        return {"type": type(e).__name__, "msg": str(e), "bare": True}
    r = {"type": ""}
    if len(sys.argv) > 1:
        dump = ast.dump(tree, include_attributes=True).encode("utf-8", "surrogatepass")
        r["dump"] = hashlib.sha256(dump).hexdigest()[:16]
    return r


def main():
    if len(sys.argv) > 1:
        with open(sys.argv[1]) as f:
            cases = json.load(f)
    else:
        cases = []
        for line in CASES.split("\n"):
            if line:
                src = line.replace("\\t", "\t").replace('\\"\\"\\"', '"""').replace("|", "\n")
                cases.append(("exec", src))
        cases += FILES
        for mode, src in FILES:
            if mode == "single":
                cases.append(("codeop", src))
        for src in INCOMPLETE:
            cases.append(("codeop", src))
            cases.append(("codeop", src + "\n"))
        for src in TYPES:
            cases.append(("types", src))
        for src in FUNC_TYPES:
            cases.append(("func_type", src))
        for minor in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12):
            for src in VERSIONS:
                cases.append(("3.%d" % minor, src))
    out = []
    for mode, src in cases:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always" if len(sys.argv) > 1 else "ignore")
            r = record(mode, src)
        if caught:
            r["warnings"] = ["%d %s" % (w.lineno, w.message) for w in caught]
        r["mode"] = mode
        r["src"] = src
        out.append(r)
    sys.stdout.write("[\n")
    for i, r in enumerate(out):
        sys.stdout.write(json.dumps(r, sort_keys=True) + (",\n" if i + 1 < len(out) else "\n"))
    sys.stdout.write("]\n")


main()
