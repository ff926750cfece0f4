"""array.__lt__ and what it leaves behind."""
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
on(array('u', 'xy'), '__lt__', 1)
on(array('i', [1, 2, 3]), '__lt__', 2**40, -1)
on(array('B', b'ab'), '__lt__', 2**40)
on(array('i', [1, 2, 3]), '__lt__', 1)
on(array('u', 'xy'), '__lt__', 'ab', 2)
on(array('h'), '__lt__', 'ab')
on(array('B', b'ab'), '__lt__', 5, array('i', [9]), 2)
on(array('d', [0.5]), '__lt__', 2**40, -1)
on(array('u', 'xy'), '__lt__', 2, None, b'\x01\x00\x00\x00')
on(array('h'), '__lt__', 2.5, b'\x01\x00\x00\x00', 300)
on(array('i', [1, 2, 3]), '__lt__', 2.5, (3,), 5)
on(array('d', [0.5]), '__lt__', (3,))
on(array('d', [0.5]), '__lt__', 2, 1, slice(0, 2))
on(array('B', b'ab'), '__lt__', slice(0, 2), (3,))
on(array('h'), '__lt__', 5, -1)
on(array('d', [0.5]), '__lt__', array('i', [9]))
on(array('i', [1, 2, 3]), '__lt__', nope=1)
on(array('h'), '__lt__')
on(array('B', b'ab'), '__lt__', array('i', [9]))
on(array('i', [1, 2, 3]), '__lt__', array('i', [9]))
on(array('h'), '__lt__', array('i', [9]))
on(array('u', 'xy'), '__lt__', array('i', [9]))
on(array('d', [0.5]), '__lt__')
on(array('B', b'ab'), '__lt__')
on(array('u', 'xy'), '__lt__')
on(array('i', [1, 2, 3]), '__lt__')
""")
