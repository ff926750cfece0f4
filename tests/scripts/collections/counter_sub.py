"""Counter.__sub__."""
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
on(Counter(a=3, b=-1), '__sub__', 5, None)
on(Counter(), '__sub__', 2, 2)
on(Counter(a=3, b=-1), '__sub__', a=5)
on(Counter('abracadabra'), '__sub__', dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__sub__', {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), '__sub__', -1, Counter(b=1))
on(Counter(a=3, b=-1), '__sub__', 2)
on(Counter('abracadabra'), '__sub__', 'zz', Counter(b=1), 0)
on(Counter('abracadabra'), '__sub__', Counter(b=1), 'ab')
on(Counter(), '__sub__', Counter('aab'))
on(Counter(), '__sub__', 'zz')
on(Counter(), '__sub__', n=2)
on(Counter([1, 2, 2.0, (1,)]), '__sub__', a=5)
on(Counter('abracadabra'), '__sub__', nope=1)
on(Counter(a=3, b=-1), '__sub__', 2, [1, 1], {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), '__sub__', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), '__sub__', 'ab', {'a': 2}, 2)
on(Counter(), '__sub__', None, {'a': 2}, 5)
on(Counter(), '__sub__', 'xy', z=1)
on(Counter(a=3, b=-1), '__sub__', Counter('aab'))
on(Counter(a=3, b=-1), '__sub__')
on(Counter(), '__sub__')
on(Counter('abracadabra'), '__sub__', Counter(b=1))
on(Counter([1, 2, 2.0, (1,)]), '__sub__', Counter(b=1))
""")
