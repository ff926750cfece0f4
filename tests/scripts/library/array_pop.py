"""array.pop and what it leaves behind."""
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
on(array('i', [1, 2, 3]), 'pop', None)
on(array('B', b'ab'), 'pop', (3,))
on(array('h'), 'pop', 5, (3,), [1, 2])
on(array('u', 'xy'), 'pop', (3,))
on(array('u', 'xy'), 'pop', 0)
on(array('i', [1, 2, 3]), 'pop', 2**40, 5)
on(array('B', b'ab'), 'pop', 2**40)
on(array('h'), 'pop', b'\x01\x00\x00\x00', 'x')
on(array('B', b'ab'), 'pop', array('i', [9]))
on(array('d', [0.5]), 'pop', 'ab', [1, 2])
on(array('u', 'xy'), 'pop', 2**40, 5)
on(array('B', b'ab'), 'pop', 0)
on(array('d', [0.5]), 'pop', 2)
on(array('d', [0.5]), 'pop', array('i', [9]))
on(array('d', [0.5]), 'pop', -1)
on(array('i', [1, 2, 3]), 'pop', 300, 'ab', -1)
on(array('h'), 'pop', 2**40)
on(array('B', b'ab'), 'pop', 'x', 2.5)
on(array('B', b'ab'), 'pop', 2.5)
on(array('d', [0.5]), 'pop', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'pop', [1, 2])
on(array('u', 'xy'), 'pop')
on(array('u', 'xy'), 'pop', 2.5)
on(array('i', [1, 2, 3]), 'pop', 0)
on(array('d', [0.5]), 'pop', 1, 2**40, (3,))
on(array('i', [1, 2, 3]), 'pop', b'\x01\x00\x00\x00')
""")
