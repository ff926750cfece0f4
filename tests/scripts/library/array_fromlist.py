"""array.fromlist and what it leaves behind."""
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
on(array('B', b'ab'), 'fromlist', None, 'ab')
on(array('B', b'ab'), 'fromlist', [1, 2], slice(0, 2), None)
on(array('i', [1, 2, 3]), 'fromlist', 2, 300)
on(array('h'), 'fromlist', 2)
on(array('u', 'xy'), 'fromlist', 1)
on(array('h'), 'fromlist', (3,), 'ab', 2)
on(array('B', b'ab'), 'fromlist', b'\x01\x00\x00\x00')
on(array('h'), 'fromlist', 2.5, None)
on(array('u', 'xy'), 'fromlist', 2.5, (3,), 300)
on(array('i', [1, 2, 3]), 'fromlist', b'\x01\x00\x00\x00')
on(array('u', 'xy'), 'fromlist', 0, 2**40)
on(array('i', [1, 2, 3]), 'fromlist')
on(array('i', [1, 2, 3]), 'fromlist', 'ab', 'ab', None)
on(array('d', [0.5]), 'fromlist')
on(array('i', [1, 2, 3]), 'fromlist', nope=1)
on(array('u', 'xy'), 'fromlist', [1, 2])
on(array('u', 'xy'), 'fromlist')
on(array('d', [0.5]), 'fromlist', 2**40)
on(array('d', [0.5]), 'fromlist', 'x', 2.5)
on(array('h'), 'fromlist', [1, 2])
on(array('d', [0.5]), 'fromlist', 'x', (3,), 0)
on(array('d', [0.5]), 'fromlist', [1, 2])
on(array('h'), 'fromlist')
on(array('B', b'ab'), 'fromlist')
on(array('i', [1, 2, 3]), 'fromlist', [1, 2])
on(array('B', b'ab'), 'fromlist', [1, 2])
""")
