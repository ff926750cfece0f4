"""namedtuple with good and bad arguments."""
from collections import namedtuple

P = namedtuple('P', 'x y')
D = namedtuple('D', ['a', 'b'], defaults=(1, 2))


def NT(*a, **k):
    t = namedtuple(*a, **k)
    return t.__name__, t._fields, t._field_defaults, t.__module__


def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
hash(P(1, 2)) == hash((1, 2))
D()
NT('T', 'a', module='m')
P(y=1, x=2)
P(1, 2).__getnewargs__()
NT('T', ('x', 'y'))
P(1, 2)._make([3, 4])
P(1, 2).x
NT('T', 'a, b', defaults=[1])
P(1, 2)._replace()
P(1, 2).index(2)
NT('T', 'a a', rename=True)
P.__doc__
P(1, 2)[0]
D._field_defaults
P(*'ab')
P(1, 2)._fields
P.__new__.__defaults__
P(1, 2) + (3,)
NT('T', '')
P(1, 2)._replace(x=5)
NT('T', 'a b')
P(1, 2)._field_defaults
P(1, 2) == (1, 2)
NT('T', 'class _x ok', rename=True)
P.x.__doc__
P(1, 2)._asdict()
P(1, 2) < P(1, 3)
D(5)
P(1, 2)[2]
NT('T', 'a-b')
P(1, 2).z
P()
NT('T')
D(1, 2, 3)
P(1, 2)._make([3])
NT('T', '_x')
NT('T', ['a', 'a'])
P(1, 2)._replace(z=5)
NT('def', 'a')
""")
