"""deque.reverse and what it leaves behind."""
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
on(deque([1, 2, 3]), 'reverse', None, 5)
on(deque('abc', maxlen=3), 'reverse', range(3))
on(deque([1, 2, 3]), 'reverse', -1, 1, 1)
on(deque([3, 1, 2, 1]), 'reverse', 1, -1)
on(deque(), 'reverse', 'b', True)
on(deque([3, 1, 2, 1]), 'reverse', b'x')
on(deque([1, 2, 3]), 'reverse', 1)
on(deque(), 'reverse', 3, None, [1])
on(deque(), 'reverse', 'a')
on(deque('abc', maxlen=3), 'reverse', [1], None)
on(deque('abc', maxlen=3), 'reverse')
on(deque('abc', maxlen=3), 'reverse', 'b', 'abc', 'a')
on(deque([3, 1, 2, 1]), 'reverse', (1, 2), 'abc', 'abc')
on(deque([3, 1, 2, 1]), 'reverse')
on(deque([1, 2, 3]), 'reverse', nope=1)
on(deque([1, 2, 3]), 'reverse')
on(deque(), 'reverse')
""")
