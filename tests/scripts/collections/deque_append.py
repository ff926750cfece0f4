"""deque.append and what it leaves behind."""
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
on(deque([1, 2, 3]), 'append', None)
on(deque([1, 2, 3]), 'append', -1)
on(deque([1, 2, 3]), 'append', True, 2.5, 'abc')
on(deque([3, 1, 2, 1]), 'append', {9}, [1])
on(deque(), 'append', [1], b'x', {'a': 1})
on(deque([3, 1, 2, 1]), 'append')
on(deque('abc', maxlen=3), 'append', -1, 1)
on(deque([3, 1, 2, 1]), 'append', {'a': 1})
on(deque('abc', maxlen=3), 'append', 1)
on(deque([3, 1, 2, 1]), 'append', 5, 'b', 1)
on(deque([3, 1, 2, 1]), 'append', 2.5)
on(deque(), 'append', b'x', -1)
on(deque('abc', maxlen=3), 'append', b'x', 'a', {'a': 1})
on(deque('abc', maxlen=3), 'append', True)
on(deque(), 'append', (1, 2))
on(deque('abc', maxlen=3), 'append', [1])
on(deque(), 'append', None)
on(deque('abc', maxlen=3), 'append', (1, 2))
on(deque([3, 1, 2, 1]), 'append', [1])
on(deque([3, 1, 2, 1]), 'append', 5)
on(deque(), 'append', 5)
on(deque(), 'append', -2)
on(deque([1, 2, 3]), 'append', range(3))
on(deque('abc', maxlen=3), 'append', 'abc')
on(deque(), 'append', [1])
on(deque('abc', maxlen=3), 'append', 2.5)
""")
