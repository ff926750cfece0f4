"""array.__iadd__ and what it leaves behind."""
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
on(array('B', b'ab'), '__iadd__', 'x')
on(array('u', 'xy'), '__iadd__', array('i', [9]), 2)
on(array('u', 'xy'), '__iadd__', 5)
on(array('d', [0.5]), '__iadd__', 'x')
on(array('h'), '__iadd__', 300)
on(array('u', 'xy'), '__iadd__', b'\x01\x00\x00\x00')
on(array('d', [0.5]), '__iadd__', 2**40, (3,), 'x')
on(array('u', 'xy'), '__iadd__', b'\x01\x00\x00\x00', 'x', 1)
on(array('i', [1, 2, 3]), '__iadd__', array('i', [9]), 2**40)
on(array('i', [1, 2, 3]), '__iadd__', 'x')
on(array('i', [1, 2, 3]), '__iadd__', array('i', [9]), (3,), b'\x01\x00\x00\x00')
on(array('i', [1, 2, 3]), '__iadd__', 2**40)
on(array('u', 'xy'), '__iadd__', 2.5)
on(array('B', b'ab'), '__iadd__', b'\x01\x00\x00\x00', 2**40)
on(array('d', [0.5]), '__iadd__', None, 300)
on(array('h'), '__iadd__', b'\x01\x00\x00\x00', b'\x01\x00\x00\x00', 2**40)
on(array('h'), '__iadd__', b'\x01\x00\x00\x00')
on(array('h'), '__iadd__', array('i', [9]), -1)
on(array('u', 'xy'), '__iadd__', [1, 2])
on(array('B', b'ab'), '__iadd__', 2**40)
on(array('i', [1, 2, 3]), '__iadd__', None)
on(array('d', [0.5]), '__iadd__', 1)
on(array('i', [1, 2, 3]), '__iadd__', slice(0, 2))
on(array('i', [1, 2, 3]), '__iadd__', (3,))
on(array('i', [1, 2, 3]), '__iadd__', 2.5)
on(array('B', b'ab'), '__iadd__', b'\x01\x00\x00\x00')
""")
