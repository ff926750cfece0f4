"""array.tounicode and what it leaves behind."""
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
on(array('B', b'ab'), 'tounicode', slice(0, 2))
on(array('B', b'ab'), 'tounicode', 2.5, [1, 2], 300)
on(array('i', [1, 2, 3]), 'tounicode', array('i', [9]), (3,), 0)
on(array('i', [1, 2, 3]), 'tounicode', 2**40)
on(array('d', [0.5]), 'tounicode', 5)
on(array('u', 'xy'), 'tounicode', 2.5)
on(array('i', [1, 2, 3]), 'tounicode', 0, 2)
on(array('d', [0.5]), 'tounicode', 5, 0)
on(array('u', 'xy'), 'tounicode', 2, b'\x01\x00\x00\x00')
on(array('h'), 'tounicode', 2**40)
on(array('h'), 'tounicode', b'\x01\x00\x00\x00', -1)
on(array('d', [0.5]), 'tounicode', array('i', [9]), 5, 2.5)
on(array('h'), 'tounicode', array('i', [9]), -1, None)
on(array('B', b'ab'), 'tounicode')
on(array('B', b'ab'), 'tounicode', [1, 2], -1)
on(array('h'), 'tounicode')
on(array('i', [1, 2, 3]), 'tounicode')
on(array('i', [1, 2, 3]), 'tounicode', nope=1)
on(array('d', [0.5]), 'tounicode')
on(array('u', 'xy'), 'tounicode', 0, 'ab', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'tounicode')
""")
