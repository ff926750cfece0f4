"""Counter.__and__."""
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
on(Counter('abracadabra'), '__and__', [1, 1], dict(b=1))
on(Counter(), '__and__', Counter(b=1))
on(Counter('abracadabra'), '__and__')
on(Counter(a=3, b=-1), '__and__', -1)
on(Counter([1, 2, 2.0, (1,)]), '__and__', 0, 5)
on(Counter(), '__and__')
on(Counter('abracadabra'), '__and__', a=5)
on(Counter(), '__and__', 'ab')
on(Counter(a=3, b=-1), '__and__', None, [1, 1])
on(Counter('abracadabra'), '__and__', Counter('aab'))
on(Counter('abracadabra'), '__and__', 'ab')
on(Counter(), '__and__', None, 5)
on(Counter([1, 2, 2.0, (1,)]), '__and__', -1)
on(Counter(), '__and__', 2, 'zz', dict(b=1))
on(Counter(a=3, b=-1), '__and__', 5, [1, 1], 5)
on(Counter('abracadabra'), '__and__', Counter('aab'), -1, None)
on(Counter(), '__and__', a=5)
on(Counter('abracadabra'), '__and__', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), '__and__')
on(Counter([1, 2, 2.0, (1,)]), '__and__', 5, 'zz', Counter('aab'))
on(Counter(a=3, b=-1), '__and__', 'xy', z=1)
on(Counter('abracadabra'), '__and__', n=2)
on(Counter(a=3, b=-1), '__and__', Counter(b=1))
on(Counter(), '__and__', n=2)
""")
