"""deque.__delitem__ and what it leaves behind."""
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
on(deque([3, 1, 2, 1]), '__delitem__', 'b', 2.5)
on(deque('abc', maxlen=3), '__delitem__', 'a', 0)
on(deque([3, 1, 2, 1]), '__delitem__', 3)
on(deque(), '__delitem__', 0, 'a')
on(deque([3, 1, 2, 1]), '__delitem__', 5, 'b', 5)
on(deque([1, 2, 3]), '__delitem__', nope=1)
on(deque(), '__delitem__')
on(deque([1, 2, 3]), '__delitem__', {9}, -1)
on(deque('abc', maxlen=3), '__delitem__', range(3), 1, [1])
on(deque([1, 2, 3]), '__delitem__', 1, 'b', -1)
on(deque(), '__delitem__', None, 0, {9})
on(deque([1, 2, 3]), '__delitem__')
on(deque(), '__delitem__', 1)
on(deque([3, 1, 2, 1]), '__delitem__', 5)
on(deque([1, 2, 3]), '__delitem__', 1)
on(deque([1, 2, 3]), '__delitem__', -1)
on(deque([3, 1, 2, 1]), '__delitem__', 0)
on(deque('abc', maxlen=3), '__delitem__', 1)
""")
