"""array.__mul__ and what it leaves behind."""
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
on(array('h'), '__mul__', b'\x01\x00\x00\x00', 5)
on(array('u', 'xy'), '__mul__', (3,))
on(array('B', b'ab'), '__mul__', 2)
on(array('B', b'ab'), '__mul__', (3,))
on(array('i', [1, 2, 3]), '__mul__', 2.5)
on(array('B', b'ab'), '__mul__', [1, 2], array('i', [9]), None)
on(array('d', [0.5]), '__mul__')
on(array('u', 'xy'), '__mul__', [1, 2], array('i', [9]))
on(array('i', [1, 2, 3]), '__mul__', -1, slice(0, 2))
on(array('h'), '__mul__', 2)
on(array('u', 'xy'), '__mul__', b'\x01\x00\x00\x00', slice(0, 2), b'\x01\x00\x00\x00')
on(array('u', 'xy'), '__mul__', array('i', [9]))
on(array('u', 'xy'), '__mul__', 0)
on(array('i', [1, 2, 3]), '__mul__', 'ab')
on(array('d', [0.5]), '__mul__', [1, 2], (3,))
on(array('i', [1, 2, 3]), '__mul__', 0)
on(array('h'), '__mul__', slice(0, 2))
on(array('d', [0.5]), '__mul__', b'\x01\x00\x00\x00', [1, 2], array('i', [9]))
on(array('B', b'ab'), '__mul__', slice(0, 2))
on(array('d', [0.5]), '__mul__', 5)
on(array('i', [1, 2, 3]), '__mul__', array('i', [9]), 5, 2)
on(array('h'), '__mul__', b'\x01\x00\x00\x00', [1, 2], None)
on(array('B', b'ab'), '__mul__', 'x')
on(array('d', [0.5]), '__mul__', array('i', [9]))
on(array('u', 'xy'), '__mul__', slice(0, 2))
on(array('u', 'xy'), '__mul__', 1)
""")
