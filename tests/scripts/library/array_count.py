"""array.count and what it leaves behind."""
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
on(array('B', b'ab'), 'count', 'x', 2)
on(array('B', b'ab'), 'count', slice(0, 2))
on(array('u', 'xy'), 'count', 'x')
on(array('i', [1, 2, 3]), 'count', 1)
on(array('u', 'xy'), 'count', 300, array('i', [9]), 2**40)
on(array('h'), 'count', 'ab')
on(array('i', [1, 2, 3]), 'count', 5, 2**40, b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'count', [1, 2], -1)
on(array('u', 'xy'), 'count', b'\x01\x00\x00\x00', 'x')
on(array('u', 'xy'), 'count', (3,))
on(array('d', [0.5]), 'count', 2**40, array('i', [9]))
on(array('i', [1, 2, 3]), 'count', [1, 2])
on(array('d', [0.5]), 'count', 'ab')
on(array('h'), 'count', 0, (3,))
on(array('d', [0.5]), 'count', slice(0, 2), slice(0, 2), 1)
on(array('B', b'ab'), 'count', 2**40, (3,), 2.5)
on(array('h'), 'count', array('i', [9]), -1, array('i', [9]))
on(array('i', [1, 2, 3]), 'count', nope=1)
on(array('B', b'ab'), 'count')
on(array('u', 'xy'), 'count')
on(array('i', [1, 2, 3]), 'count')
on(array('d', [0.5]), 'count')
on(array('h'), 'count')
""")
