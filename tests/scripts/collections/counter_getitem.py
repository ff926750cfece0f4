"""Counter.__getitem__."""
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
on(Counter(a=3, b=-1), '__getitem__', a=5)
on(Counter(a=3, b=-1), '__getitem__', dict(b=1))
on(Counter(), '__getitem__', 2, dict(b=1), -1)
on(Counter('abracadabra'), '__getitem__', 'zz')
on(Counter(), '__getitem__', a=5)
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', None, 0)
on(Counter('abracadabra'), '__getitem__', [1, 1], 'zz', None)
on(Counter(), '__getitem__', 2, {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', Counter(b=1))
on(Counter(), '__getitem__', 'ab')
on(Counter(), '__getitem__', {'a': 2})
on(Counter(a=3, b=-1), '__getitem__', 'zz', dict(b=1), [1, 1])
on(Counter(a=3, b=-1), '__getitem__', 2)
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', 0)
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', 'zz', 'ab', 'ab')
on(Counter(a=3, b=-1), '__getitem__', Counter('aab'))
on(Counter(), '__getitem__', Counter('aab'))
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', 2)
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', {'a': 2})
on(Counter('abracadabra'), '__getitem__', 2, -1)
on(Counter(a=3, b=-1), '__getitem__', -1, None)
on(Counter([1, 2, 2.0, (1,)]), '__getitem__', [1, 1])
on(Counter('abracadabra'), '__getitem__', n=2)
on(Counter(a=3, b=-1), '__getitem__', [1, 1])
""")
