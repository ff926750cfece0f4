"""array.frombytes and what it leaves behind."""
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
on(array('B', b'ab'), 'frombytes', 1)
on(array('h'), 'frombytes', 1, array('i', [9]))
on(array('i', [1, 2, 3]), 'frombytes', (3,), [1, 2])
on(array('d', [0.5]), 'frombytes', 1)
on(array('i', [1, 2, 3]), 'frombytes', slice(0, 2))
on(array('d', [0.5]), 'frombytes', 2.5, 'ab')
on(array('d', [0.5]), 'frombytes', 'x', 'ab', array('i', [9]))
on(array('u', 'xy'), 'frombytes', (3,), b'\x01\x00\x00\x00', 2.5)
on(array('h'), 'frombytes', 2)
on(array('B', b'ab'), 'frombytes', 0, slice(0, 2))
on(array('i', [1, 2, 3]), 'frombytes', -1)
on(array('i', [1, 2, 3]), 'frombytes', 'x')
on(array('u', 'xy'), 'frombytes')
on(array('u', 'xy'), 'frombytes', 0)
on(array('B', b'ab'), 'frombytes', 300, -1, 2**40)
on(array('i', [1, 2, 3]), 'frombytes', 2, slice(0, 2), slice(0, 2))
on(array('u', 'xy'), 'frombytes', 'ab', (3,))
on(array('h'), 'frombytes', [1, 2])
on(array('h'), 'frombytes', None)
on(array('d', [0.5]), 'frombytes', None)
on(array('h'), 'frombytes', (3,))
on(array('h'), 'frombytes')
on(array('d', [0.5]), 'frombytes', [1, 2])
on(array('i', [1, 2, 3]), 'frombytes', nope=1)
on(array('i', [1, 2, 3]), 'frombytes', 2.5)
""")
