"""array.__add__ and what it leaves behind."""
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
on(array('d', [0.5]), '__add__', 'ab', None)
on(array('d', [0.5]), '__add__', -1)
on(array('B', b'ab'), '__add__', None)
on(array('B', b'ab'), '__add__', slice(0, 2), (3,))
on(array('B', b'ab'), '__add__', 2)
on(array('B', b'ab'), '__add__', 'ab')
on(array('h'), '__add__', 'x', array('i', [9]))
on(array('d', [0.5]), '__add__')
on(array('h'), '__add__', 0)
on(array('B', b'ab'), '__add__', slice(0, 2))
on(array('u', 'xy'), '__add__', 1)
on(array('i', [1, 2, 3]), '__add__', 2, slice(0, 2), [1, 2])
on(array('u', 'xy'), '__add__', array('i', [9]))
on(array('h'), '__add__', None, array('i', [9]), (3,))
on(array('d', [0.5]), '__add__', b'\x01\x00\x00\x00')
on(array('u', 'xy'), '__add__', 2.5)
on(array('i', [1, 2, 3]), '__add__', -1, 0)
on(array('i', [1, 2, 3]), '__add__', 2)
on(array('d', [0.5]), '__add__', 1, array('i', [9]), [1, 2])
on(array('u', 'xy'), '__add__', 'ab')
on(array('u', 'xy'), '__add__', None)
on(array('u', 'xy'), '__add__')
on(array('u', 'xy'), '__add__', 300, 2.5)
on(array('B', b'ab'), '__add__', (3,))
on(array('d', [0.5]), '__add__', 2.5)
on(array('B', b'ab'), '__add__', array('i', [9]))
""")
