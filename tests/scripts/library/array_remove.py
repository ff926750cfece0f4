"""array.remove and what it leaves behind."""
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
on(array('d', [0.5]), 'remove', 1)
on(array('B', b'ab'), 'remove', (3,), 2.5)
on(array('B', b'ab'), 'remove', 2)
on(array('d', [0.5]), 'remove', 5, 1)
on(array('d', [0.5]), 'remove', 300, 2**40, 'ab')
on(array('i', [1, 2, 3]), 'remove', 0, None)
on(array('i', [1, 2, 3]), 'remove', slice(0, 2))
on(array('i', [1, 2, 3]), 'remove', 'x', slice(0, 2), [1, 2])
on(array('B', b'ab'), 'remove', 2.5, 2**40, slice(0, 2))
on(array('u', 'xy'), 'remove', 1, 'ab')
on(array('h'), 'remove', array('i', [9]))
on(array('u', 'xy'), 'remove', array('i', [9]))
on(array('u', 'xy'), 'remove', array('i', [9]), 1, 1)
on(array('d', [0.5]), 'remove')
on(array('h'), 'remove', b'\x01\x00\x00\x00', 2.5, -1)
on(array('h'), 'remove', 0, b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'remove', 2)
on(array('i', [1, 2, 3]), 'remove', nope=1)
on(array('u', 'xy'), 'remove')
on(array('h'), 'remove')
on(array('i', [1, 2, 3]), 'remove', 1)
on(array('i', [1, 2, 3]), 'remove')
on(array('u', 'xy'), 'remove', 'x')
on(array('B', b'ab'), 'remove')
""")
