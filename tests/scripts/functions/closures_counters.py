def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    def reset():
        nonlocal n
        n = start

    return inc, get, reset


inc, get, reset = counter(10)
print(inc(), inc(5), get())
reset()
print(get())
inc2, get2, _ = counter()
inc2()
print(get(), get2())
fs = [lambda: i for i in range(4)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(4)]
print([f() for f in fs])


def make(n):
    def f(x):
        return x + n
    return f


print([make(k)(10) for k in range(3)])


def deep(a):
    def b():
        def c():
            def d():
                nonlocal a
                a *= 2
                return a
            return d
        return c
    return b


d = deep(3)()()
print(d(), d(), d.__code__.co_freevars)


def late():
    def f():
        return later
    later = "bound later"
    return f()


print(late())


def unbound():
    def f():
        return never
    if False:
        never = 1
    try:
        return f()
    except NameError as e:
        return f"{type(e).__name__}: {e}"


print(unbound())


def cell_loop():
    out = []
    for x in range(3):
        def g():
            return x
        out.append(g)
    x = "final"
    return [g() for g in out]


print(cell_loop())


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(str, lambda v: v + 1, abs)(-41))


def memo(f):
    cache = {}

    def wrapper(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache))
from types import CellType
c = CellType(5)
print(c.cell_contents, CellType(1) == CellType(1), CellType(1) < CellType(2))
try:
    CellType().cell_contents
except ValueError as e:
    print(e)
