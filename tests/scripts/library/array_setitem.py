"""array.__setitem__ and what it leaves behind."""
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
on(array('h'), '__setitem__', b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), '__setitem__', 0)
on(array('d', [0.5]), '__setitem__', None, 'x')
on(array('B', b'ab'), '__setitem__', 0, 5, -1)
on(array('h'), '__setitem__', b'\x01\x00\x00\x00', 5)
on(array('u', 'xy'), '__setitem__', 0, 300)
on(array('B', b'ab'), '__setitem__', 2)
on(array('B', b'ab'), '__setitem__', 2, slice(0, 2))
on(array('u', 'xy'), '__setitem__', 2.5)
on(array('i', [1, 2, 3]), '__setitem__')
on(array('h'), '__setitem__', 300, 'ab', b'\x01\x00\x00\x00')
on(array('d', [0.5]), '__setitem__', 1, 5)
on(array('i', [1, 2, 3]), '__setitem__', 'x', 2.5, array('i', [9]))
on(array('d', [0.5]), '__setitem__', 2, [1, 2], (3,))
on(array('u', 'xy'), '__setitem__', 'ab', 2**40, 2)
on(array('u', 'xy'), '__setitem__', 5, 5)
on(array('d', [0.5]), '__setitem__', 'ab')
on(array('i', [1, 2, 3]), '__setitem__', -1, 2)
on(array('i', [1, 2, 3]), '__setitem__', [1, 2], 5)
on(array('B', b'ab'), '__setitem__', slice(0, 2), 2)
on(array('i', [1, 2, 3]), '__setitem__', slice(0, 2), 300)
on(array('i', [1, 2, 3]), '__setitem__', 2, slice(0, 2))
on(array('h'), '__setitem__')
on(array('d', [0.5]), '__setitem__')
on(array('u', 'xy'), '__setitem__', 'ab', 'ab')
on(array('u', 'xy'), '__setitem__')
""")
