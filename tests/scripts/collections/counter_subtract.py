"""Counter.subtract."""
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
on(Counter([1, 2, 2.0, (1,)]), 'subtract', 'zz', 0, 'zz')
on(Counter([1, 2, 2.0, (1,)]), 'subtract', [1, 1])
on(Counter(a=3, b=-1), 'subtract', None, Counter('aab'))
on(Counter(a=3, b=-1), 'subtract', {'a': 2})
on(Counter([1, 2, 2.0, (1,)]), 'subtract', 0)
on(Counter(), 'subtract', -1)
on(Counter(a=3, b=-1), 'subtract', 'ab')
on(Counter([1, 2, 2.0, (1,)]), 'subtract', None, 0)
on(Counter(a=3, b=-1), 'subtract')
on(Counter('abracadabra'), 'subtract', 'ab')
on(Counter([1, 2, 2.0, (1,)]), 'subtract')
on(Counter('abracadabra'), 'subtract', -1)
on(Counter(), 'subtract', n=2)
on(Counter(a=3, b=-1), 'subtract', n=2)
on(Counter('abracadabra'), 'subtract', 'zz', 'zz')
on(Counter(), 'subtract', Counter('aab'))
on(Counter(), 'subtract')
on(Counter([1, 2, 2.0, (1,)]), 'subtract', 'zz')
on(Counter(), 'subtract', 0, None, dict(b=1))
on(Counter('abracadabra'), 'subtract', dict(b=1))
on(Counter(), 'subtract', dict(b=1))
on(Counter(a=3, b=-1), 'subtract', 'zz', 'zz', Counter(b=1))
on(Counter(a=3, b=-1), 'subtract', dict(b=1))
on(Counter(), 'subtract', 0, dict(b=1))
""")
