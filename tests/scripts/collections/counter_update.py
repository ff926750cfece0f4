"""Counter.update."""
from collections import Counter


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


def on(v, name, *args, **kw):
    """Calls a method and gives its result and what became of the object."""
    try:
        return getattr(v, name)(*args, **kw), v
    except Exception as e:
        return type(e).__name__, str(e), v


show(r"""
on(Counter(), 'update', {'a': 2}, 'zz')
on(Counter(a=3, b=-1), 'update', -1, 'zz', 2)
on(Counter(a=3, b=-1), 'update', None)
on(Counter('abracadabra'), 'update', dict(b=1), {'a': 2})
on(Counter('abracadabra'), 'update', 0)
on(Counter([1, 2, 2.0, (1,)]), 'update', 'zz', [1, 1], 'ab')
on(Counter(a=3, b=-1), 'update', Counter('aab'), 'zz')
on(Counter('abracadabra'), 'update', 5, 5, 'ab')
on(Counter([1, 2, 2.0, (1,)]), 'update', None)
on(Counter(), 'update', 'xy', z=1)
on(Counter(a=3, b=-1), 'update', 0)
on(Counter([1, 2, 2.0, (1,)]), 'update', Counter('aab'), 2)
on(Counter(), 'update')
on(Counter(), 'update', 'zz', dict(b=1), {'a': 2})
on(Counter('abracadabra'), 'update', Counter(b=1))
on(Counter('abracadabra'), 'update', Counter('aab'))
on(Counter('abracadabra'), 'update', {'a': 2})
on(Counter(a=3, b=-1), 'update', dict(b=1))
on(Counter('abracadabra'), 'update', a=5)
on(Counter([1, 2, 2.0, (1,)]), 'update', dict(b=1))
on(Counter(), 'update', dict(b=1))
on(Counter('abracadabra'), 'update', [1, 1])
on(Counter('abracadabra'), 'update', n=2)
on(Counter([1, 2, 2.0, (1,)]), 'update', 'ab')
""")
