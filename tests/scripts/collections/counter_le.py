"""Counter.__le__."""
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
on(Counter('abracadabra'), '__le__', [1, 1], [1, 1])
on(Counter('abracadabra'), '__le__', Counter('aab'))
on(Counter([1, 2, 2.0, (1,)]), '__le__', 5, Counter(b=1), dict(b=1))
on(Counter(), '__le__', Counter('aab'), 5)
on(Counter(a=3, b=-1), '__le__', 'zz', 'ab')
on(Counter(a=3, b=-1), '__le__', dict(b=1))
on(Counter(), '__le__', None)
on(Counter('abracadabra'), '__le__', 'ab')
on(Counter([1, 2, 2.0, (1,)]), '__le__', [1, 1], None)
on(Counter([1, 2, 2.0, (1,)]), '__le__', 2)
on(Counter(), '__le__', [1, 1], Counter('aab'), 2)
on(Counter(a=3, b=-1), '__le__', None, 5, 2)
on(Counter('abracadabra'), '__le__')
on(Counter(a=3, b=-1), '__le__', a=5)
on(Counter(), '__le__', 'xy', z=1)
on(Counter(), '__le__')
on(Counter('abracadabra'), '__le__', nope=1)
on(Counter('abracadabra'), '__le__', Counter(b=1), dict(b=1), 'zz')
on(Counter(a=3, b=-1), '__le__', Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__le__', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), '__le__', Counter('aab'))
on(Counter([1, 2, 2.0, (1,)]), '__le__', a=5)
on(Counter('abracadabra'), '__le__', 'xy', z=1)
on(Counter(), '__le__', Counter('aab'))
""")
