"""Counter.copy."""
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
on(Counter(), 'copy', None, 5, 'zz')
on(Counter(), 'copy', {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), 'copy', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), 'copy', Counter('aab'), Counter(b=1))
on(Counter('abracadabra'), 'copy', [1, 1], None, -1)
on(Counter('abracadabra'), 'copy', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), 'copy', 'zz')
on(Counter(a=3, b=-1), 'copy', Counter(b=1))
on(Counter(a=3, b=-1), 'copy', Counter('aab'), 0, Counter('aab'))
on(Counter(), 'copy')
on(Counter([1, 2, 2.0, (1,)]), 'copy', [1, 1], 0, 2)
on(Counter('abracadabra'), 'copy', None, 'zz')
on(Counter(), 'copy', n=2)
on(Counter(a=3, b=-1), 'copy', 'ab', 'zz')
on(Counter(), 'copy', 'ab', 2)
on(Counter('abracadabra'), 'copy', Counter(b=1))
on(Counter('abracadabra'), 'copy')
on(Counter(), 'copy', a=5)
on(Counter(a=3, b=-1), 'copy')
on(Counter('abracadabra'), 'copy', n=2)
on(Counter(), 'copy', 'xy', z=1)
on(Counter(a=3, b=-1), 'copy', n=2)
on(Counter('abracadabra'), 'copy', a=5)
on(Counter([1, 2, 2.0, (1,)]), 'copy')
""")
