"""array.extend and what it leaves behind."""
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
on(array('h'), 'extend', 2.5)
on(array('h'), 'extend', 'ab')
on(array('d', [0.5]), 'extend', -1)
on(array('h'), 'extend', (3,))
on(array('h'), 'extend', 5)
on(array('u', 'xy'), 'extend', 'x')
on(array('B', b'ab'), 'extend', 1)
on(array('d', [0.5]), 'extend', 2.5)
on(array('B', b'ab'), 'extend', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'extend', slice(0, 2))
on(array('d', [0.5]), 'extend', None)
on(array('u', 'xy'), 'extend', 2.5)
on(array('i', [1, 2, 3]), 'extend', 2)
on(array('h'), 'extend', slice(0, 2))
on(array('B', b'ab'), 'extend', 2.5)
on(array('d', [0.5]), 'extend', 'x')
""")
