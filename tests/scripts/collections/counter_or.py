"""Counter.__or__."""
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
on(Counter([1, 2, 2.0, (1,)]), '__or__', n=2)
on(Counter(a=3, b=-1), '__or__', dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__or__', 'zz')
on(Counter('abracadabra'), '__or__', 5, Counter('aab'), None)
on(Counter(), '__or__', 5)
on(Counter([1, 2, 2.0, (1,)]), '__or__', Counter('aab'))
on(Counter(), '__or__', Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__or__', -1, dict(b=1))
on(Counter(a=3, b=-1), '__or__', Counter('aab'), None, 0)
on(Counter('abracadabra'), '__or__', 'xy', z=1)
on(Counter(), '__or__', a=5)
on(Counter([1, 2, 2.0, (1,)]), '__or__', 'ab', 'ab', 'zz')
on(Counter('abracadabra'), '__or__', 0, Counter(b=1))
on(Counter(), '__or__', Counter(b=1), None)
on(Counter('abracadabra'), '__or__', a=5)
on(Counter('abracadabra'), '__or__', 'zz')
on(Counter([1, 2, 2.0, (1,)]), '__or__', Counter(b=1))
on(Counter(), '__or__')
on(Counter(a=3, b=-1), '__or__', n=2)
on(Counter(a=3, b=-1), '__or__', Counter(b=1))
on(Counter(a=3, b=-1), '__or__', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), '__or__')
on(Counter('abracadabra'), '__or__', nope=1)
on(Counter('abracadabra'), '__or__', n=2)
""")
