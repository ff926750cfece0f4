import functools
import time


def trace(f):
    @functools.wraps(f)
    def inner(*a, **k):
        print("->", f.__name__, len(a), k)
        r = f(*a, **k)
        print("<-", f.__name__, r)
        return r
    return inner


def repeat(n):
    def deco(f):
        @functools.wraps(f)
        def inner(*a):
            return [f(*a) for _ in range(n)]
        return inner
    return deco


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = f, 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)

    def __get__(self, obj, cls=None):
        return functools.partial(self, obj) if obj is not None else self


@trace
@repeat(2)
def add(a, b=1):
    "Adds."
    return a + b


print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5))


@CountCalls
def hello(n):
    return f"hello {n}"


print(hello("x"), hello("y"), hello.n, hello.__name__)


class S:
    @CountCalls
    def m(self, x):
        return x

    @trace
    def t(self, v=2):
        return v


s = S()
print(s.m(3), s.m(4), S.m.n, s.t())


def order(n):
    print("evaluated", n)

    def d(f):
        print("applied", n)
        return f
    return d


@order(1)
@order(2)
@order(3)
def z():
    pass


def registry():
    funcs = {}

    def register(name=None):
        def deco(f):
            funcs[name or f.__name__] = f
            return f
        return deco
    register.all = funcs
    return register


reg = registry()


@reg()
def alpha():
    return 1


@reg("beta")
def b():
    return 2


print({k: f() for k, f in reg.all.items()})


def validate(**kinds):
    def deco(f):
        names = f.__code__.co_varnames[:f.__code__.co_argcount]

        @functools.wraps(f)
        def inner(*a, **k):
            for n, v in {**dict(zip(names, a)), **k}.items():
                if n in kinds and not isinstance(v, kinds[n]):
                    raise TypeError(f"{f.__name__}(): {n} must be {kinds[n].__name__}, not {type(v).__name__}")
            return f(*a, **k)
        return inner
    return deco


@validate(a=int, b=str)
def rep(a, b):
    return b * a


print(rep(2, "ab"), rep(b="x", a=3))
for a in ((1, 2), ("a", "b")):
    try:
        rep(*a)
    except TypeError as e:
        print(e)


def class_deco(c):
    c.extra = lambda self: "extra " + type(self).__name__
    return c


@class_deco
@functools.total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(V(1).extra(), V(1) <= V(2), V(3) >= V(4), V(1) > V(0), V(2) != V(2))


@(lambda f: f.__name__)
def anon():
    pass


@[str, repr][1]
def picked():
    pass


print(anon, picked[:18])
try:
    @5
    def bad():
        pass
except TypeError as e:
    print(e)
