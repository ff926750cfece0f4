"""deque.copy and what it leaves behind."""
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
on(deque([1, 2, 3]), 'copy', 0)
on(deque(), 'copy', [1])
on(deque('abc', maxlen=3), 'copy', -1, 3)
on(deque([3, 1, 2, 1]), 'copy', -2)
on(deque([3, 1, 2, 1]), 'copy', 0, -2)
on(deque(), 'copy', 5, 2.5)
on(deque([1, 2, 3]), 'copy', range(3), {'a': 1})
on(deque('abc', maxlen=3), 'copy', [1])
on(deque('abc', maxlen=3), 'copy', 'a', {'a': 1}, {'a': 1})
on(deque([1, 2, 3]), 'copy', 'b', -1, 0)
on(deque([3, 1, 2, 1]), 'copy', 2.5, 0, -2)
on(deque(), 'copy', -2, {9}, [1])
on(deque([3, 1, 2, 1]), 'copy')
on(deque([1, 2, 3]), 'copy', nope=1)
on(deque(), 'copy')
on(deque('abc', maxlen=3), 'copy')
on(deque([1, 2, 3]), 'copy')
""")
