"""Classes."""
def show(*a): print(*a)


class P:
    def m(self, k=1): return ("P", k)


def log(x): show("eval", x); return x


w, p, s = 10, 3, "str"
class Meta(type):
    def __new__(m, n, b, ns, **k): c = super().__new__(m, n, b, ns); c.k = k; return c
    def __init__(c, n, b, ns, **k): pass
class M1(P, metaclass=Meta, opt=1): "doc"; x: int = 1; y: str
show(M1.k, M1.__doc__, M1.__annotations__, M1.__qualname__, M1.__module__)
def outer():
    class In:
        def meth(self): return lambda: 1
    return In
show(outer().__qualname__, outer().meth.__qualname__, outer()().meth().__qualname__)
b3 = [P]
class Star(*b3, **{"metaclass": Meta}): pass
show(Star.__mro__[1].__name__, type(Star).__name__)
assert 1, "no"
try: assert 0, log("msg")
except AssertionError as e: show(repr(e))
try: assert not 1
except AssertionError as e: show(repr(e))
del s
try: s
except NameError as e: show(e)
x: int = 5
show(__annotations__)
