"""deque.count and what it leaves behind."""
from collections import deque


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
on(deque(), 'count', 'b')
on(deque(), 'count', -1, b'x')
on(deque([3, 1, 2, 1]), 'count', -2, range(3))
on(deque('abc', maxlen=3), 'count', True, 1, 3)
on(deque('abc', maxlen=3), 'count', (1, 2))
on(deque([3, 1, 2, 1]), 'count', {9})
on(deque([1, 2, 3]), 'count', 2.5, b'x', -2)
on(deque([1, 2, 3]), 'count', 1, range(3))
on(deque(), 'count', None, 'b', 2.5)
on(deque([1, 2, 3]), 'count', True)
on(deque([1, 2, 3]), 'count', [1])
on(deque('abc', maxlen=3), 'count', -1, True)
on(deque([3, 1, 2, 1]), 'count', True)
on(deque(), 'count')
on(deque('abc', maxlen=3), 'count', 'a')
on(deque([3, 1, 2, 1]), 'count', [1], 'a', 'abc')
on(deque('abc', maxlen=3), 'count')
on(deque([1, 2, 3]), 'count', nope=1)
on(deque([3, 1, 2, 1]), 'count')
on(deque([1, 2, 3]), 'count')
on(deque([3, 1, 2, 1]), 'count', 3)
""")
