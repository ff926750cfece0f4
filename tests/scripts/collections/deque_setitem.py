"""deque.__setitem__ and what it leaves behind."""
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
on(deque(), '__setitem__', 'abc')
on(deque('abc', maxlen=3), '__setitem__', 1, {'a': 1}, 'abc')
on(deque([3, 1, 2, 1]), '__setitem__', 'a', 3, {'a': 1})
on(deque([3, 1, 2, 1]), '__setitem__', -2)
on(deque('abc', maxlen=3), '__setitem__', 5)
on(deque([1, 2, 3]), '__setitem__', 5, 5)
on(deque([3, 1, 2, 1]), '__setitem__', 3, (1, 2))
on(deque([1, 2, 3]), '__setitem__', 1, None)
on(deque([1, 2, 3]), '__setitem__', -2, -1, b'x')
on(deque([3, 1, 2, 1]), '__setitem__', -1, None)
on(deque(), '__setitem__', 'abc', None, -1)
on(deque([1, 2, 3]), '__setitem__')
on(deque([1, 2, 3]), '__setitem__', -2, True)
""")
