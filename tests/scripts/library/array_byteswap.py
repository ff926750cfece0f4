"""array.byteswap and what it leaves behind."""
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
on(array('d', [0.5]), 'byteswap', -1)
on(array('h'), 'byteswap', 'ab')
on(array('d', [0.5]), 'byteswap', 1, 1)
on(array('i', [1, 2, 3]), 'byteswap', 2**40, [1, 2], 2)
on(array('i', [1, 2, 3]), 'byteswap', array('i', [9]))
on(array('B', b'ab'), 'byteswap', 2)
on(array('B', b'ab'), 'byteswap', array('i', [9]), 1)
on(array('h'), 'byteswap', slice(0, 2), 2.5)
on(array('u', 'xy'), 'byteswap', 1, b'\x01\x00\x00\x00', slice(0, 2))
on(array('h'), 'byteswap', 5, array('i', [9]), 5)
on(array('i', [1, 2, 3]), 'byteswap', 300, 'ab')
on(array('d', [0.5]), 'byteswap', slice(0, 2), -1, 1)
on(array('u', 'xy'), 'byteswap', 5)
on(array('u', 'xy'), 'byteswap', 'ab', 5)
on(array('B', b'ab'), 'byteswap', 'ab', 2**40, 1)
on(array('B', b'ab'), 'byteswap')
on(array('h'), 'byteswap')
on(array('d', [0.5]), 'byteswap')
on(array('i', [1, 2, 3]), 'byteswap')
on(array('i', [1, 2, 3]), 'byteswap', nope=1)
""")
