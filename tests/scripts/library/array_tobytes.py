"""array.tobytes and what it leaves behind."""
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
on(array('h'), 'tobytes', 0, 2**40)
on(array('i', [1, 2, 3]), 'tobytes', b'\x01\x00\x00\x00')
on(array('d', [0.5]), 'tobytes', 'ab', 2.5, 300)
on(array('u', 'xy'), 'tobytes', (3,), [1, 2])
on(array('d', [0.5]), 'tobytes', 1)
on(array('B', b'ab'), 'tobytes', 300)
on(array('u', 'xy'), 'tobytes', [1, 2])
on(array('h'), 'tobytes', 0)
on(array('i', [1, 2, 3]), 'tobytes', -1, b'\x01\x00\x00\x00')
on(array('B', b'ab'), 'tobytes', slice(0, 2), -1, 2**40)
on(array('h'), 'tobytes')
on(array('B', b'ab'), 'tobytes', -1, array('i', [9]))
on(array('d', [0.5]), 'tobytes', array('i', [9]), array('i', [9]))
on(array('d', [0.5]), 'tobytes')
on(array('u', 'xy'), 'tobytes', 2.5, None, None)
on(array('h'), 'tobytes', 'ab', b'\x01\x00\x00\x00', (3,))
on(array('i', [1, 2, 3]), 'tobytes', nope=1)
on(array('i', [1, 2, 3]), 'tobytes', 'ab', 2, 1)
on(array('i', [1, 2, 3]), 'tobytes')
on(array('u', 'xy'), 'tobytes')
on(array('B', b'ab'), 'tobytes')
""")
