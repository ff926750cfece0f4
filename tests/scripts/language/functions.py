"""Functions."""
def show(*a): print(*a)


def d1(a, b=2, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
show(d1(1, e=5), d1(1, 2, 3, 4, 5, e=6, z=7), d1.__defaults__, d1.__kwdefaults__)
def d2(x: int, *y: "s", z: float = 1.5, **w: str) -> list: "doc"
show(d2.__annotations__, d2.__doc__)
def deco(n):
    def w(f):
        def inner(*a): return (n, f(*a))
        return inner
    return w
@deco("a")
@deco("b")
def dd(x): return x
show(dd(1))
show((lambda x, *a, k=1, **kw: (x, a, k, kw))(1, 2, k=3, m=4))
def rec(n): return 0 if n == 0 else 1 + rec(n - 1)
show(rec(50))
global_v = 1
def gl():
    global global_v, new_g
    global_v += 1
    new_g = "ng"
    del global_v
gl()
show(new_g)
try: global_v
except NameError as e: show(e)
