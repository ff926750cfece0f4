"""Counter.fromkeys."""
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
on(Counter(), 'fromkeys', None)
on(Counter(a=3, b=-1), 'fromkeys', {'a': 2}, 5)
on(Counter([1, 2, 2.0, (1,)]), 'fromkeys')
on(Counter([1, 2, 2.0, (1,)]), 'fromkeys', -1, dict(b=1))
on(Counter([1, 2, 2.0, (1,)]), 'fromkeys', Counter(b=1), Counter(b=1), dict(b=1))
on(Counter('abracadabra'), 'fromkeys', 0, -1)
on(Counter('abracadabra'), 'fromkeys', 'ab', dict(b=1), Counter('aab'))
on(Counter(a=3, b=-1), 'fromkeys', n=2)
on(Counter('abracadabra'), 'fromkeys')
on(Counter([1, 2, 2.0, (1,)]), 'fromkeys', 'xy', z=1)
on(Counter(a=3, b=-1), 'fromkeys', [1, 1], dict(b=1), [1, 1])
on(Counter(), 'fromkeys', -1, Counter(b=1), Counter('aab'))
on(Counter(a=3, b=-1), 'fromkeys')
on(Counter(a=3, b=-1), 'fromkeys', a=5)
on(Counter(), 'fromkeys', n=2)
on(Counter(a=3, b=-1), 'fromkeys', 'xy', z=1)
on(Counter('abracadabra'), 'fromkeys', n=2)
on(Counter('abracadabra'), 'fromkeys', nope=1)
on(Counter('abracadabra'), 'fromkeys', a=5)
on(Counter(), 'fromkeys', a=5)
on(Counter(), 'fromkeys')
on(Counter(), 'fromkeys', 'xy', z=1)
on(Counter([1, 2, 2.0, (1,)]), 'fromkeys', a=5)
on(Counter('abracadabra'), 'fromkeys', 'xy', z=1)
""")
