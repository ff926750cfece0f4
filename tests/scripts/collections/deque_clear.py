"""deque.clear and what it leaves behind."""
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
on(deque(), 'clear', {9})
on(deque([3, 1, 2, 1]), 'clear', [1], 0)
on(deque([3, 1, 2, 1]), 'clear', 0)
on(deque([1, 2, 3]), 'clear', -1)
on(deque('abc', maxlen=3), 'clear', 'a', None)
on(deque([3, 1, 2, 1]), 'clear', True, [1], 0)
on(deque(), 'clear', 5, {9}, -2)
on(deque('abc', maxlen=3), 'clear', 2.5, [1], 5)
on(deque(), 'clear', 'a', {9})
on(deque([1, 2, 3]), 'clear', 2.5, (1, 2))
on(deque('abc', maxlen=3), 'clear', 1)
on(deque('abc', maxlen=3), 'clear')
on(deque([1, 2, 3]), 'clear', 'abc', {9}, [1])
on(deque(), 'clear')
on(deque([1, 2, 3]), 'clear', nope=1)
""")
