"""Counter.__delitem__."""
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
on(Counter([1, 2, 2.0, (1,)]), '__delitem__', dict(b=1), 5)
on(Counter(), '__delitem__', 'zz')
on(Counter(a=3, b=-1), '__delitem__', 'ab', 2)
on(Counter('abracadabra'), '__delitem__', 'ab')
on(Counter(a=3, b=-1), '__delitem__')
on(Counter(a=3, b=-1), '__delitem__', 0)
on(Counter(a=3, b=-1), '__delitem__', 'ab', 'zz', Counter('aab'))
on(Counter('abracadabra'), '__delitem__', 'ab', 'zz')
on(Counter([1, 2, 2.0, (1,)]), '__delitem__')
on(Counter(), '__delitem__', dict(b=1))
on(Counter(a=3, b=-1), '__delitem__', [1, 1])
on(Counter(a=3, b=-1), '__delitem__', Counter('aab'))
on(Counter(), '__delitem__', [1, 1])
on(Counter(a=3, b=-1), '__delitem__', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), '__delitem__', 5, Counter('aab'), 'ab')
on(Counter('abracadabra'), '__delitem__', dict(b=1), Counter(b=1), -1)
on(Counter(), '__delitem__', None, Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__delitem__', 5)
on(Counter([1, 2, 2.0, (1,)]), '__delitem__', n=2)
on(Counter('abracadabra'), '__delitem__', {'a': 2})
on(Counter(), '__delitem__', Counter('aab'), 5, 2)
on(Counter([1, 2, 2.0, (1,)]), '__delitem__', Counter('aab'))
on(Counter(), '__delitem__', a=5)
on(Counter(a=3, b=-1), '__delitem__', a=5)
""")
