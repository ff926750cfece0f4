"""deque.__getitem__ and what it leaves behind."""
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
on(deque([3, 1, 2, 1]), '__getitem__', {'a': 1}, True, None)
on(deque([3, 1, 2, 1]), '__getitem__', range(3), True)
on(deque([1, 2, 3]), '__getitem__', -1)
on(deque(), '__getitem__', 3, b'x')
on(deque([1, 2, 3]), '__getitem__', (1, 2), 3, 0)
on(deque(), '__getitem__', range(3), 5, 0)
on(deque([1, 2, 3]), '__getitem__', {'a': 1}, b'x')
on(deque('abc', maxlen=3), '__getitem__', 0, -1)
on(deque('abc', maxlen=3), '__getitem__', 'a', [1], 'a')
on(deque('abc', maxlen=3), '__getitem__', 5)
on(deque([3, 1, 2, 1]), '__getitem__', 5)
on(deque(), '__getitem__', 5)
on(deque('abc', maxlen=3), '__getitem__', True)
on(deque([1, 2, 3]), '__getitem__', -2)
on(deque([1, 2, 3]), '__getitem__', nope=1)
on(deque([3, 1, 2, 1]), '__getitem__')
on(deque('abc', maxlen=3), '__getitem__')
""")
