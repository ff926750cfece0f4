"""array.fromunicode and what it leaves behind."""
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
on(array('d', [0.5]), 'fromunicode', 'x', 2)
on(array('i', [1, 2, 3]), 'fromunicode', 2.5, 1)
on(array('d', [0.5]), 'fromunicode', 2)
on(array('h'), 'fromunicode', 2**40)
on(array('d', [0.5]), 'fromunicode', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'fromunicode', 300)
on(array('u', 'xy'), 'fromunicode', b'\x01\x00\x00\x00', None, 'x')
on(array('B', b'ab'), 'fromunicode', array('i', [9]))
on(array('h'), 'fromunicode', 2.5, -1)
on(array('B', b'ab'), 'fromunicode', 300)
on(array('h'), 'fromunicode', 2.5)
on(array('u', 'xy'), 'fromunicode', slice(0, 2))
on(array('B', b'ab'), 'fromunicode', 5, -1)
on(array('h'), 'fromunicode', [1, 2], 300, 2)
on(array('B', b'ab'), 'fromunicode', 300, 'x', -1)
on(array('h'), 'fromunicode', array('i', [9]))
on(array('d', [0.5]), 'fromunicode', 1, 300, array('i', [9]))
on(array('u', 'xy'), 'fromunicode', 2.5)
on(array('i', [1, 2, 3]), 'fromunicode')
on(array('d', [0.5]), 'fromunicode', 'x')
on(array('h'), 'fromunicode')
on(array('u', 'xy'), 'fromunicode')
on(array('i', [1, 2, 3]), 'fromunicode', 0, (3,), b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'fromunicode', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'fromunicode', 2.5, 1)
on(array('h'), 'fromunicode', (3,))
""")
