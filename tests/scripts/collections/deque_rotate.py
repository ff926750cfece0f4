"""deque.rotate and what it leaves behind."""
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
on(deque([1, 2, 3]), 'rotate', 'abc')
on(deque([1, 2, 3]), 'rotate', (1, 2), (1, 2))
on(deque('abc', maxlen=3), 'rotate', 'a', 'b', 3)
on(deque(), 'rotate', b'x')
on(deque('abc', maxlen=3), 'rotate', 'a', (1, 2))
on(deque([3, 1, 2, 1]), 'rotate', -1, {9})
on(deque([1, 2, 3]), 'rotate', b'x', None, -1)
on(deque(), 'rotate', True, 'abc')
on(deque([3, 1, 2, 1]), 'rotate', 'b')
on(deque(), 'rotate', [1])
on(deque(), 'rotate', 2.5)
on(deque([1, 2, 3]), 'rotate', range(3))
on(deque([3, 1, 2, 1]), 'rotate', -1)
on(deque([1, 2, 3]), 'rotate', b'x')
on(deque(), 'rotate', 'a')
on(deque(), 'rotate', 5)
on(deque(), 'rotate', (1, 2))
on(deque('abc', maxlen=3), 'rotate', None)
on(deque(), 'rotate', {9}, -2, 0)
on(deque([1, 2, 3]), 'rotate', {9})
on(deque([3, 1, 2, 1]), 'rotate', -2)
on(deque('abc', maxlen=3), 'rotate', 2.5)
on(deque([1, 2, 3]), 'rotate', (1, 2))
on(deque([3, 1, 2, 1]), 'rotate', [1])
on(deque([1, 2, 3]), 'rotate', nope=1)
on(deque([3, 1, 2, 1]), 'rotate', None)
""")
