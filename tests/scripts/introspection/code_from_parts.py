# Code objects made from their parts, as cloudpickle and dill do.
import random
import types
import warnings

NAMES = ("co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names "
         "co_varnames co_filename co_name co_qualname co_firstlineno co_linetable co_exceptiontable co_freevars co_cellvars").split()


def parts(c):
    return [tuple(again(k) if isinstance(k, types.CodeType) else k for k in c.co_consts) if n == "co_consts" else getattr(c, n)
            for n in NAMES]


def again(c):
    return types.CodeType(*parts(c))


def rebuild(f, name=None):
    return types.FunctionType(again(f.__code__), f.__globals__, name or f.__name__, f.__defaults__, f.__closure__)


def plain(a, /, b=2, *c, d=4, **e):
    "a docstring"
    return [a, b, c, d, e] + [x for x in c if x in {1, 2, "y"} and x not in (5, 6.5)]


f = rebuild(plain)
f.__kwdefaults__ = plain.__kwdefaults__
print(f(1), f(1, 2, 3, 1, d=0, z=9), f.__doc__, f.__code__ == plain.__code__, hash(f.__code__) == hash(plain.__code__))


def outer(n):
    total = 0

    def inner(k):
        nonlocal total
        total += n * k
        try:
            return 10 // k
        except ZeroDivisionError as err:
            return str(err)
        finally:
            total += 100
    return inner, lambda: total


g, total = rebuild(outer)(3)
h = rebuild(g)
print(h(2), h(0), g(5), total(), h.__code__.co_freevars, h.__code__.co_cellvars)


def gen(n):
    for i in range(n):
        got = yield i
        if got:
            print("got", got)
    return "end"


it = rebuild(gen)(3)
print(next(it), it.send("this"), list(it))

cls = compile("class A:\n    x = 1\n    def m(self): return super().__init__(), __class__.x\nprint(A().m())", "f.py", "exec")
exec(again(cls), {"__name__": "m"})


async def co():
    async def it():
        yield 1
        yield 2
    return [x async for x in it()], [x async for x in it() if x > 1]


c = rebuild(co)()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)


def fails(x):
    y = x

    return y.nothing


try:
    rebuild(fails)(1)
except AttributeError as e:
    tb = e.__traceback__.tb_next
    print(e, tb.tb_lineno - fails.__code__.co_firstlineno, tb.tb_frame.f_code.co_qualname)
print([p[0] for p in again(fails.__code__).co_positions()] == [p[0] for p in fails.__code__.co_positions()])
moved = parts(fails.__code__)
moved[13] = 1000
try:
    types.FunctionType(types.CodeType(*moved), {})(1)
except AttributeError as e:
    print(e.__traceback__.tb_next.tb_lineno)


def unbound():
    if not f:
        z = 1
    return z


try:
    rebuild(unbound)()
except UnboundLocalError as e:
    print(e)


def code(*a, **k):
    try:
        print(type(types.CodeType(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


p = parts(plain.__code__)
code()
code(*p[:15])
code(*p, 1)
code(x=1)
code(*p, x=1)
code(*p[:16])
for i, n in enumerate(NAMES):
    for bad in (None, 1.5, 2**40, [1]):
        print(n, end=" ")
        code(*p[:i], bad, *p[i + 1:])
for i in (0, 1, 2, 3):
    code(*p[:i], -1, *p[i + 1:])
code(*p[:3], 3, *p[4:])
code(50, *p[1:])
code(*p[:6], b"1234567", *p[7:])
code(*p[:8], ("a", 1), *p[9:])
code(*p[:9], p[9][:2], *p[10:])
code(*p[:9], p[9] + ("more",), *p[10:])

consts = parts(fails.__code__)
renamed = parts(fails.__code__)
renamed[8] = tuple(n.replace("nothing", "real") for n in renamed[8])
print(types.FunctionType(types.CodeType(*renamed), {})(7))

# Whatever is changed, the code is refused or runs.
rnd = random.Random(5)
seeds = [parts(x.__code__) for x in (plain, g, gen, fails, outer, unbound)]
for _ in range(400):
    p = list(rnd.choice(seeds))
    i = rnd.choice((6, 6, 6, 14, 15, 15))
    b = bytearray(p[i])
    for _ in range(rnd.randrange(1, 4)):
        at = rnd.randrange(len(b) + 1)
        how = rnd.randrange(3)
        if how == 0:
            b.insert(at, rnd.randrange(256))
        elif how == 1:
            del b[at:at + rnd.randrange(1, 9)]
        elif at < len(b):
            b[at] = rnd.randrange(256)
    p[i] = bytes(b)
    if "coachwhip" in __import__("sys").implementation.name:
        try:
            types.CodeType(*p)
        except (ValueError, OverflowError):
            pass

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(type(plain.__code__.co_lnotab).__name__, w[0].category.__name__, w[0].message)
    table = fails.__code__.co_lnotab
lines, line = [], fails.__code__.co_firstlineno
for delta in table[1::2]:
    line += delta - 256 if delta > 127 else delta
    lines.append(line - fails.__code__.co_firstlineno)
print(lines)


# Fewer parameters than the instructions were made for.
def two(a, b, *, c=1):
    return b + c


few = two.__code__.replace(co_posonlyargcount=2, co_kwonlyargcount=0)
print(few != two.__code__, few.co_argcount, few.co_kwonlyargcount)
bare = two.__code__.replace(co_linetable=b"")
print(list(bare.co_lines()), {p[0] for p in bare.co_positions()})
