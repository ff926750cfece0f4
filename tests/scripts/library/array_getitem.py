"""array.__getitem__ and what it leaves behind."""
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
on(array('u', 'xy'), '__getitem__', slice(0, 2), [1, 2], 'x')
on(array('i', [1, 2, 3]), '__getitem__', 5, -1, b'\x01\x00\x00\x00')
on(array('d', [0.5]), '__getitem__', slice(0, 2), 1)
on(array('h'), '__getitem__', 1)
on(array('d', [0.5]), '__getitem__', (3,))
on(array('i', [1, 2, 3]), '__getitem__', 2**40)
on(array('d', [0.5]), '__getitem__')
on(array('h'), '__getitem__', 'ab')
on(array('i', [1, 2, 3]), '__getitem__', 'ab')
on(array('d', [0.5]), '__getitem__', -1)
on(array('B', b'ab'), '__getitem__', 'ab')
on(array('B', b'ab'), '__getitem__', 2.5, 0, 'ab')
on(array('u', 'xy'), '__getitem__', 2**40)
on(array('B', b'ab'), '__getitem__', 1)
on(array('u', 'xy'), '__getitem__', slice(0, 2))
on(array('h'), '__getitem__', 'ab', (3,), slice(0, 2))
on(array('u', 'xy'), '__getitem__', 0, array('i', [9]))
on(array('i', [1, 2, 3]), '__getitem__', [1, 2], 2.5)
on(array('B', b'ab'), '__getitem__', 'x', 1)
on(array('h'), '__getitem__')
on(array('i', [1, 2, 3]), '__getitem__', 1)
on(array('d', [0.5]), '__getitem__', 2.5, 'x', slice(0, 2))
on(array('h'), '__getitem__', b'\x01\x00\x00\x00', 'x')
on(array('i', [1, 2, 3]), '__getitem__', 0)
on(array('u', 'xy'), '__getitem__', b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), '__getitem__')
""")
