"""array.tolist and what it leaves behind."""
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
on(array('d', [0.5]), 'tolist', 5, b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'tolist', -1, 'ab')
on(array('B', b'ab'), 'tolist', (3,))
on(array('B', b'ab'), 'tolist', 300, 'ab', 'x')
on(array('i', [1, 2, 3]), 'tolist', (3,), array('i', [9]))
on(array('i', [1, 2, 3]), 'tolist', [1, 2])
on(array('d', [0.5]), 'tolist', 2**40, None, -1)
on(array('h'), 'tolist', slice(0, 2), [1, 2])
on(array('d', [0.5]), 'tolist', 'x')
on(array('h'), 'tolist', 2**40)
on(array('u', 'xy'), 'tolist', 0)
on(array('u', 'xy'), 'tolist', [1, 2], b'\x01\x00\x00\x00', 1)
on(array('B', b'ab'), 'tolist')
on(array('B', b'ab'), 'tolist', b'\x01\x00\x00\x00', 0)
on(array('i', [1, 2, 3]), 'tolist', 2**40, (3,), b'\x01\x00\x00\x00')
on(array('h'), 'tolist', 1, -1, -1)
on(array('d', [0.5]), 'tolist')
on(array('i', [1, 2, 3]), 'tolist')
on(array('u', 'xy'), 'tolist')
on(array('i', [1, 2, 3]), 'tolist', nope=1)
on(array('h'), 'tolist')
""")
