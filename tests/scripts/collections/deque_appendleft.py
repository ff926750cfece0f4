"""deque.appendleft and what it leaves behind."""
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
on(deque([1, 2, 3]), 'appendleft', 1)
on(deque([3, 1, 2, 1]), 'appendleft', 3, -2)
on(deque([1, 2, 3]), 'appendleft', {'a': 1})
on(deque(), 'appendleft', 0, -2)
on(deque([3, 1, 2, 1]), 'appendleft', True)
on(deque([1, 2, 3]), 'appendleft', None, (1, 2), -2)
on(deque('abc', maxlen=3), 'appendleft', (1, 2), 3, {9})
on(deque(), 'appendleft', -1)
on(deque([3, 1, 2, 1]), 'appendleft', 'b')
on(deque('abc', maxlen=3), 'appendleft', [1])
on(deque([1, 2, 3]), 'appendleft', True)
on(deque([3, 1, 2, 1]), 'appendleft', {9}, 1, True)
on(deque([1, 2, 3]), 'appendleft', 3)
on(deque(), 'appendleft', True)
on(deque('abc', maxlen=3), 'appendleft', 'abc', 5)
on(deque(), 'appendleft', 0)
on(deque('abc', maxlen=3), 'appendleft', None)
on(deque(), 'appendleft', [1])
on(deque([1, 2, 3]), 'appendleft', {'a': 1}, -1)
on(deque([1, 2, 3]), 'appendleft', None)
on(deque(), 'appendleft', 5, True, 3)
on(deque([3, 1, 2, 1]), 'appendleft', 1)
on(deque('abc', maxlen=3), 'appendleft', {'a': 1})
on(deque(), 'appendleft', (1, 2))
on(deque('abc', maxlen=3), 'appendleft')
on(deque([3, 1, 2, 1]), 'appendleft', [1])
""")
