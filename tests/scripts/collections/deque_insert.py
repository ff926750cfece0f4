"""deque.insert and what it leaves behind."""
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
on(deque('abc', maxlen=3), 'insert', None)
on(deque('abc', maxlen=3), 'insert', range(3), -1)
on(deque([3, 1, 2, 1]), 'insert', {9}, 3)
on(deque([1, 2, 3]), 'insert', 'b')
on(deque(), 'insert', range(3), 2.5)
on(deque(), 'insert', 'abc')
on(deque([3, 1, 2, 1]), 'insert', 5, 'abc')
on(deque(), 'insert', {'a': 1}, True)
on(deque('abc', maxlen=3), 'insert', 'abc', True)
on(deque([1, 2, 3]), 'insert', {'a': 1}, 3, {'a': 1})
on(deque('abc', maxlen=3), 'insert', -1, b'x', {'a': 1})
on(deque([3, 1, 2, 1]), 'insert', -2)
on(deque(), 'insert', [1], b'x', 5)
on(deque('abc', maxlen=3), 'insert', 1, range(3))
on(deque(), 'insert', 3, 2.5)
on(deque(), 'insert', {9}, b'x')
on(deque(), 'insert', 1, -1)
on(deque([1, 2, 3]), 'insert', [1], [1])
on(deque([1, 2, 3]), 'insert', 1, [1])
on(deque([1, 2, 3]), 'insert', b'x', 'a')
on(deque([1, 2, 3]), 'insert', 'a', -2)
on(deque([3, 1, 2, 1]), 'insert', 3, -2)
on(deque([1, 2, 3]), 'insert')
on(deque(), 'insert', 'abc', -1)
on(deque([3, 1, 2, 1]), 'insert', {9}, 5, True)
on(deque([3, 1, 2, 1]), 'insert', range(3), 'a')
""")
