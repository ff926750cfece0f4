"""deque.remove and what it leaves behind."""
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
on(deque('abc', maxlen=3), 'remove', (1, 2), -2)
on(deque(), 'remove', {9}, 'a')
on(deque([3, 1, 2, 1]), 'remove', 2.5, {9})
on(deque('abc', maxlen=3), 'remove', 1)
on(deque(), 'remove', 0)
on(deque(), 'remove', 5)
on(deque(), 'remove', 3)
on(deque([1, 2, 3]), 'remove', 1)
on(deque([1, 2, 3]), 'remove', b'x')
on(deque([1, 2, 3]), 'remove', {'a': 1}, {9})
on(deque('abc', maxlen=3), 'remove', None)
on(deque([1, 2, 3]), 'remove', 'abc')
on(deque([1, 2, 3]), 'remove', 'b')
on(deque('abc', maxlen=3), 'remove', 'a')
on(deque('abc', maxlen=3), 'remove', (1, 2))
on(deque('abc', maxlen=3), 'remove')
on(deque(), 'remove', 'b', -1, [1])
on(deque(), 'remove', 'a')
on(deque([3, 1, 2, 1]), 'remove', (1, 2), 5, 'a')
on(deque(), 'remove', {'a': 1})
on(deque([1, 2, 3]), 'remove', 2.5)
on(deque('abc', maxlen=3), 'remove', [1])
on(deque(), 'remove', [1])
on(deque([3, 1, 2, 1]), 'remove', 0)
on(deque(), 'remove', True)
on(deque([3, 1, 2, 1]), 'remove', 'a')
""")
