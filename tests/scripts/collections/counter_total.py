"""Counter.total."""
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
on(Counter(), 'total', {'a': 2}, 5)
on(Counter([1, 2, 2.0, (1,)]), 'total', Counter('aab'), 5, [1, 1])
on(Counter(), 'total', -1)
on(Counter(), 'total', 'ab', 5, dict(b=1))
on(Counter('abracadabra'), 'total', n=2)
on(Counter([1, 2, 2.0, (1,)]), 'total', dict(b=1), 2)
on(Counter(a=3, b=-1), 'total', 'zz', [1, 1])
on(Counter(a=3, b=-1), 'total', n=2)
on(Counter('abracadabra'), 'total', a=5)
on(Counter('abracadabra'), 'total', Counter('aab'), {'a': 2}, 'zz')
on(Counter('abracadabra'), 'total', Counter(b=1))
on(Counter(a=3, b=-1), 'total', Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'total', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), 'total', dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'total')
on(Counter('abracadabra'), 'total', dict(b=1), [1, 1])
on(Counter(), 'total', 'xy', z=1)
on(Counter(a=3, b=-1), 'total', {'a': 2}, 'zz', 2)
on(Counter(a=3, b=-1), 'total')
on(Counter('abracadabra'), 'total', 'xy', z=1)
on(Counter(), 'total', a=5)
on(Counter(), 'total', n=2)
on(Counter('abracadabra'), 'total')
on(Counter(a=3, b=-1), 'total', a=5)
""")
