"""Counter.__add__."""
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
on(Counter(a=3, b=-1), '__add__', -1, Counter('aab'), [1, 1])
on(Counter([1, 2, 2.0, (1,)]), '__add__', 2)
on(Counter('abracadabra'), '__add__', Counter('aab'), {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), '__add__', 'ab', Counter('aab'), 'zz')
on(Counter(a=3, b=-1), '__add__', 'zz')
on(Counter([1, 2, 2.0, (1,)]), '__add__', 'ab', 2)
on(Counter('abracadabra'), '__add__', [1, 1])
on(Counter(), '__add__', Counter('aab'), 0)
on(Counter(a=3, b=-1), '__add__', 5, 'zz')
on(Counter(), '__add__', 0, 'zz', [1, 1])
on(Counter(), '__add__', {'a': 2})
on(Counter(), '__add__', Counter('aab'))
on(Counter(a=3, b=-1), '__add__', 'xy', z=1)
on(Counter('abracadabra'), '__add__', a=5)
on(Counter('abracadabra'), '__add__', nope=1)
on(Counter([1, 2, 2.0, (1,)]), '__add__', Counter('aab'))
on(Counter('abracadabra'), '__add__', Counter('aab'))
on(Counter(a=3, b=-1), '__add__', n=2)
on(Counter('abracadabra'), '__add__', Counter(b=1), {'a': 2}, None)
on(Counter(a=3, b=-1), '__add__', Counter('aab'))
on(Counter(a=3, b=-1), '__add__')
on(Counter('abracadabra'), '__add__', n=2)
on(Counter(a=3, b=-1), '__add__', a=5)
on(Counter([1, 2, 2.0, (1,)]), '__add__', n=2)
""")
