"""deque.index and what it leaves behind."""
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
on(deque('abc', maxlen=3), 'index', -1, 'abc')
on(deque([3, 1, 2, 1]), 'index', -1)
on(deque('abc', maxlen=3), 'index', 1)
on(deque('abc', maxlen=3), 'index', -1)
on(deque([3, 1, 2, 1]), 'index', {'a': 1}, {9})
on(deque([1, 2, 3]), 'index', -2, 1)
on(deque([1, 2, 3]), 'index', None, [1])
on(deque(), 'index', {9}, 1)
on(deque([1, 2, 3]), 'index', 5, True)
on(deque([1, 2, 3]), 'index', None)
on(deque(), 'index', 1, 1)
on(deque([3, 1, 2, 1]), 'index', 5)
on(deque('abc', maxlen=3), 'index', (1, 2))
on(deque(), 'index', [1], range(3))
on(deque(), 'index', 'a')
on(deque(), 'index', [1], -2)
on(deque('abc', maxlen=3), 'index', None)
on(deque([1, 2, 3]), 'index', -1, 3)
on(deque([3, 1, 2, 1]), 'index', {9}, 0)
on(deque('abc', maxlen=3), 'index', 'abc')
on(deque([3, 1, 2, 1]), 'index', 'abc')
on(deque('abc', maxlen=3), 'index', 0)
on(deque(), 'index', 5)
on(deque([1, 2, 3]), 'index', 1, 5)
on(deque('abc', maxlen=3), 'index', [1])
on(deque([3, 1, 2, 1]), 'index', b'x')
""")
