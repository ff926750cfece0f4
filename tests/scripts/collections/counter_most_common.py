"""Counter.most_common."""
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
on(Counter(a=3, b=-1), 'most_common', None)
on(Counter(), 'most_common', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), 'most_common', 'xy', z=1)
on(Counter(), 'most_common', dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'most_common', 5, 5)
on(Counter(a=3, b=-1), 'most_common', 0, -1, dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'most_common', None, 2, [1, 1])
on(Counter(), 'most_common', 'zz', [1, 1], Counter(b=1))
on(Counter(), 'most_common', 'ab')
on(Counter(), 'most_common', 'ab', 'zz')
on(Counter('abracadabra'), 'most_common', dict(b=1), -1)
on(Counter([1, 2, 2.0, (1,)]), 'most_common', 0)
on(Counter([1, 2, 2.0, (1,)]), 'most_common', Counter('aab'))
on(Counter('abracadabra'), 'most_common', n=2)
on(Counter(a=3, b=-1), 'most_common', 0, {'a': 2})
on(Counter(), 'most_common', Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'most_common', 2)
on(Counter('abracadabra'), 'most_common', [1, 1])
on(Counter('abracadabra'), 'most_common', None)
on(Counter(), 'most_common', None)
on(Counter('abracadabra'), 'most_common', None, {'a': 2}, Counter('aab'))
on(Counter('abracadabra'), 'most_common', -1)
on(Counter([1, 2, 2.0, (1,)]), 'most_common', None)
on(Counter(), 'most_common', a=5)
""")
