# A function whose code changes while it runs keeps the variables it has.
import sys


def large(a, b, c, d, e, f, g, h, i, j):
    x = 1
    y = 2
    return locals()


def f():
    before = 1
    f.__code__ = large.__code__
    f.__defaults__ = tuple(range(10))
    fr = sys._getframe()
    print(locals() == dict(fr.f_locals), list(locals()), fr.f_code.co_name, fr.f_code is large.__code__)
    return fr


fr = f()
print(fr.f_code.co_name, sorted(fr.f_locals))
print(f())


def g():
    first = 1
    yield first
    second = 2
    yield second


def h(*args, **kwargs):
    inner = args
    return inner, kwargs


k = g()
print(next(k))
g.__code__ = h.__code__
print(dict(k.gi_frame.f_locals), k.gi_code.co_name, next(k), dict(k.gi_frame.f_locals), g(1, z=2))

# __doc__, __annotations__ and __dict__ are made when asked for.


def noted(a: int, b: "str" = 1) -> None:
    "doc"


noted.x = 1
print(noted.__doc__, noted.__annotations__, noted.__dict__)
noted.__doc__ = None
noted.__annotations__ = {}
noted.__dict__ = {"y": 2}
print(noted.__doc__, noted.__annotations__, noted.y)
