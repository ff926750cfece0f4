def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


def g(a, b, /, c, *, d):
    return a, b, c, d


def h(*, x):
    return x


def k(a, /, **kw):
    return a, kw


def one(a):
    return a


def none():
    return None


def many(a, b, c, d=1, *, e, f):
    pass


calls = """
f(1, c=3)
f(1, 2, 3, 4, c=5, z=6)
f(c=1, a=0)
f()
f(1)
f(1, 2)
f(1, a=2, c=3)
f(*[1, 2, 3], **{'c': 9, 'q': 8})
g(1, 2, 3, d=4)
g(1, 2, c=3, d=4)
g(a=1, b=2, c=3, d=4)
g(1, b=2, c=3, d=4)
g(1, 2, 3, 4)
g(1, 2)
g(1)
h(1)
h(x=1)
h(y=1)
h()
k(1, a=2)
k(a=2)
one()
one(1, 2)
one(b=1)
one(1, a=1)
one(1, b=1)
one(aa=1)
none(1)
none(x=1)
none(1, 2, x=3)
many()
many(1)
many(1, 2, 3)
many(1, 2, 3, 4, 5)
many(1, 2, 3, 4, 5, e=1)
many(1, 2, 3, e=1)
many(*range(10), e=1, f=2)
one(**{'a': 5})
one(**{1: 5})
one(*5)
one(**5)
one(*[1], **{'a': 2})
f(**{'c': 1}, **{'c': 2})
f(1, *(2, 3), 4, *[5], c=6, **{})
(lambda: 1)(2)
(lambda x, y=1: (x, y))(y=5, x=4)
(lambda *a, **k: (a, k))(1, z=2)
"""
for c in calls.strip().splitlines():
    try:
        print(c, "=", eval(c))
    except TypeError as e:
        print(c, "!", e)
