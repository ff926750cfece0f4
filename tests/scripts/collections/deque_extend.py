"""deque.extend and what it leaves behind."""
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
on(deque('abc', maxlen=3), 'extend', [1], {'a': 1})
on(deque(), 'extend', True, -2, 0)
on(deque([1, 2, 3]), 'extend', range(3))
on(deque([1, 2, 3]), 'extend', 0)
on(deque(), 'extend', (1, 2))
on(deque([1, 2, 3]), 'extend', (1, 2))
on(deque(), 'extend', {9})
on(deque(), 'extend', 5)
on(deque([1, 2, 3]), 'extend', 2.5, {'a': 1})
on(deque([3, 1, 2, 1]), 'extend', 1, -2)
on(deque([1, 2, 3]), 'extend', {'a': 1})
on(deque(), 'extend', 2.5)
on(deque([3, 1, 2, 1]), 'extend', 'abc')
on(deque('abc', maxlen=3), 'extend', True)
on(deque([1, 2, 3]), 'extend', True)
on(deque([1, 2, 3]), 'extend', None)
on(deque([3, 1, 2, 1]), 'extend', {'a': 1})
on(deque([3, 1, 2, 1]), 'extend', None, 3, {9})
on(deque([3, 1, 2, 1]), 'extend', True)
on(deque('abc', maxlen=3), 'extend', 'a', range(3), 5)
on(deque(), 'extend', 3, (1, 2))
on(deque('abc', maxlen=3), 'extend', b'x')
on(deque([1, 2, 3]), 'extend', 'abc')
on(deque('abc', maxlen=3), 'extend', {'a': 1})
on(deque([3, 1, 2, 1]), 'extend', -1)
on(deque(), 'extend', range(3))
""")
