"""array.append and what it leaves behind."""
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
on(array('h'), 'append', slice(0, 2), 5)
on(array('h'), 'append', 0, None, 0)
on(array('d', [0.5]), 'append', (3,), 2.5, 1)
on(array('u', 'xy'), 'append', 300)
on(array('B', b'ab'), 'append', 'x')
on(array('i', [1, 2, 3]), 'append', [1, 2], 'ab', 'x')
on(array('i', [1, 2, 3]), 'append', 0)
on(array('d', [0.5]), 'append', [1, 2], (3,))
on(array('B', b'ab'), 'append', 5)
on(array('d', [0.5]), 'append', 300)
on(array('i', [1, 2, 3]), 'append', 5)
on(array('i', [1, 2, 3]), 'append', 2, b'\x01\x00\x00\x00')
on(array('d', [0.5]), 'append', 'x')
on(array('B', b'ab'), 'append', 300, (3,), 2)
on(array('B', b'ab'), 'append', None)
on(array('h'), 'append', 1)
on(array('B', b'ab'), 'append', 1, -1)
on(array('B', b'ab'), 'append', b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'append', 2**40)
on(array('h'), 'append', 300)
on(array('i', [1, 2, 3]), 'append', b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), 'append', 2.5)
on(array('h'), 'append', 'ab')
on(array('h'), 'append')
on(array('d', [0.5]), 'append', b'\x01\x00\x00\x00')
on(array('B', b'ab'), 'append', (3,))
""")
