"""deque.__contains__ and what it leaves behind."""
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
on(deque([3, 1, 2, 1]), '__contains__', [1])
on(deque([1, 2, 3]), '__contains__', 2.5, 'b')
on(deque(), '__contains__', 0, True)
on(deque('abc', maxlen=3), '__contains__', {'a': 1}, b'x', [1])
on(deque('abc', maxlen=3), '__contains__', b'x')
on(deque([1, 2, 3]), '__contains__', True, range(3), {'a': 1})
on(deque([1, 2, 3]), '__contains__', -2)
on(deque(), '__contains__', 'b', 'b', [1])
on(deque('abc', maxlen=3), '__contains__', 3, range(3))
on(deque(), '__contains__')
on(deque(), '__contains__', None)
on(deque([3, 1, 2, 1]), '__contains__', (1, 2), -1)
on(deque([1, 2, 3]), '__contains__', True)
on(deque([3, 1, 2, 1]), '__contains__', {9}, [1], True)
on(deque([3, 1, 2, 1]), '__contains__', 3)
on(deque([1, 2, 3]), '__contains__', nope=1)
on(deque('abc', maxlen=3), '__contains__', 'a')
on(deque('abc', maxlen=3), '__contains__')
on(deque([1, 2, 3]), '__contains__')
on(deque([3, 1, 2, 1]), '__contains__')
""")
