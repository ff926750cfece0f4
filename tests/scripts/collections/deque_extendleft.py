"""deque.extendleft and what it leaves behind."""
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
on(deque([3, 1, 2, 1]), 'extendleft', [1])
on(deque([3, 1, 2, 1]), 'extendleft', 5)
on(deque('abc', maxlen=3), 'extendleft', b'x', 'abc')
on(deque(), 'extendleft', 'b', 0)
on(deque('abc', maxlen=3), 'extendleft', {'a': 1})
on(deque([1, 2, 3]), 'extendleft', 3, 0)
on(deque(), 'extendleft', [1])
on(deque([3, 1, 2, 1]), 'extendleft', (1, 2), (1, 2))
on(deque([3, 1, 2, 1]), 'extendleft', {'a': 1}, 0, 1)
on(deque('abc', maxlen=3), 'extendleft', {9})
on(deque([1, 2, 3]), 'extendleft', 1, 1, {'a': 1})
on(deque(), 'extendleft', {9})
on(deque([1, 2, 3]), 'extendleft', 'abc')
on(deque([1, 2, 3]), 'extendleft', (1, 2))
on(deque(), 'extendleft', [1], None, {9})
on(deque('abc', maxlen=3), 'extendleft', 'b', {'a': 1}, 3)
on(deque(), 'extendleft', 'abc')
on(deque([1, 2, 3]), 'extendleft')
on(deque([3, 1, 2, 1]), 'extendleft', range(3))
on(deque([1, 2, 3]), 'extendleft', 3)
on(deque(), 'extendleft', b'x')
on(deque('abc', maxlen=3), 'extendleft', 5)
on(deque(), 'extendleft', 'a')
on(deque(), 'extendleft', 5)
on(deque(), 'extendleft', range(3))
on(deque([1, 2, 3]), 'extendleft', 2.5)
""")
