"""array.insert and what it leaves behind."""
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
on(array('B', b'ab'), 'insert', 2)
on(array('d', [0.5]), 'insert', array('i', [9]), 1, b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'insert', slice(0, 2))
on(array('d', [0.5]), 'insert', -1)
on(array('u', 'xy'), 'insert', 300, b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'insert', b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'insert', nope=1)
on(array('i', [1, 2, 3]), 'insert', 2.5, 300, None)
on(array('d', [0.5]), 'insert', 5, [1, 2])
on(array('h'), 'insert', array('i', [9]), -1, 2)
on(array('h'), 'insert', -1)
on(array('B', b'ab'), 'insert', 2**40, 300, b'\x01\x00\x00\x00')
on(array('d', [0.5]), 'insert', 2.5, (3,))
on(array('u', 'xy'), 'insert', (3,), slice(0, 2))
on(array('i', [1, 2, 3]), 'insert', array('i', [9]), -1)
on(array('i', [1, 2, 3]), 'insert', 1, 'ab')
on(array('B', b'ab'), 'insert', 1, 5)
on(array('u', 'xy'), 'insert', b'\x01\x00\x00\x00', slice(0, 2), (3,))
on(array('h'), 'insert', 'x', -1)
on(array('i', [1, 2, 3]), 'insert')
on(array('i', [1, 2, 3]), 'insert', (3,), 'x')
on(array('i', [1, 2, 3]), 'insert', 2**40, [1, 2])
on(array('h'), 'insert', [1, 2], 2.5)
on(array('d', [0.5]), 'insert', 1, 1)
on(array('i', [1, 2, 3]), 'insert', b'\x01\x00\x00\x00', b'\x01\x00\x00\x00')
on(array('d', [0.5]), 'insert')
""")
