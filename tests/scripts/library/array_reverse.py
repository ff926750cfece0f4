"""array.reverse and what it leaves behind."""
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
on(array('B', b'ab'), 'reverse', 'ab', 300)
on(array('i', [1, 2, 3]), 'reverse', 0)
on(array('i', [1, 2, 3]), 'reverse', -1, slice(0, 2))
on(array('h'), 'reverse', 'ab')
on(array('h'), 'reverse', 5, b'\x01\x00\x00\x00', (3,))
on(array('u', 'xy'), 'reverse', 'ab')
on(array('B', b'ab'), 'reverse', -1)
on(array('u', 'xy'), 'reverse', slice(0, 2), -1, slice(0, 2))
on(array('d', [0.5]), 'reverse', array('i', [9]))
on(array('d', [0.5]), 'reverse', slice(0, 2), 2**40)
on(array('h'), 'reverse', 2.5, 2**40)
on(array('d', [0.5]), 'reverse', None, 'ab', [1, 2])
on(array('i', [1, 2, 3]), 'reverse')
on(array('u', 'xy'), 'reverse', array('i', [9]), [1, 2])
on(array('i', [1, 2, 3]), 'reverse', array('i', [9]), 'x', 2.5)
on(array('B', b'ab'), 'reverse')
on(array('h'), 'reverse')
on(array('B', b'ab'), 'reverse', 0, 2.5, 5)
on(array('d', [0.5]), 'reverse')
on(array('u', 'xy'), 'reverse')
on(array('i', [1, 2, 3]), 'reverse', nope=1)
""")
