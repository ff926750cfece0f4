"""array.index and what it leaves behind."""
from array import array


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
on(array('h'), 'index', 2)
on(array('u', 'xy'), 'index', 1)
on(array('B', b'ab'), 'index', 'x', 1)
on(array('i', [1, 2, 3]), 'index', -1, 1, -1)
on(array('d', [0.5]), 'index', 0)
on(array('i', [1, 2, 3]), 'index', 1)
on(array('h'), 'index')
on(array('i', [1, 2, 3]), 'index', nope=1)
on(array('d', [0.5]), 'index')
on(array('u', 'xy'), 'index', 'x')
on(array('B', b'ab'), 'index')
on(array('u', 'xy'), 'index')
on(array('i', [1, 2, 3]), 'index')
on(array('i', [1, 2, 3]), 'index', 2)
""")
