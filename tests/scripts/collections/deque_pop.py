"""deque.pop and what it leaves behind."""
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
on(deque('abc', maxlen=3), 'pop', None, 'abc')
on(deque(), 'pop')
on(deque([1, 2, 3]), 'pop', True)
on(deque([3, 1, 2, 1]), 'pop', 3)
on(deque('abc', maxlen=3), 'pop', -2)
on(deque([3, 1, 2, 1]), 'pop', (1, 2), {9})
on(deque(), 'pop', True, 'abc', None)
on(deque([1, 2, 3]), 'pop', 'a', 'b', 3)
on(deque(), 'pop', {9})
on(deque([1, 2, 3]), 'pop', (1, 2), {9})
on(deque('abc', maxlen=3), 'pop', -1, None, (1, 2))
on(deque('abc', maxlen=3), 'pop')
on(deque(), 'pop', 'a', -2)
on(deque([3, 1, 2, 1]), 'pop', [1], range(3), 2.5)
on(deque([3, 1, 2, 1]), 'pop')
on(deque([1, 2, 3]), 'pop')
on(deque([1, 2, 3]), 'pop', nope=1)
""")
