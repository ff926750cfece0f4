"""array.__eq__ and what it leaves behind."""
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
on(array('B', b'ab'), '__eq__', 300)
on(array('h'), '__eq__', 2)
on(array('u', 'xy'), '__eq__', 'ab', None)
on(array('i', [1, 2, 3]), '__eq__')
on(array('B', b'ab'), '__eq__', 2**40, None)
on(array('u', 'xy'), '__eq__', 2)
on(array('d', [0.5]), '__eq__', slice(0, 2), (3,))
on(array('B', b'ab'), '__eq__')
on(array('d', [0.5]), '__eq__', array('i', [9]))
on(array('d', [0.5]), '__eq__')
on(array('u', 'xy'), '__eq__', 300, 1, 300)
on(array('i', [1, 2, 3]), '__eq__', (3,))
on(array('h'), '__eq__')
on(array('i', [1, 2, 3]), '__eq__', 1, 5)
on(array('i', [1, 2, 3]), '__eq__', -1, 'ab', 300)
on(array('B', b'ab'), '__eq__', 'ab', 2.5, None)
on(array('d', [0.5]), '__eq__', 2, array('i', [9]), 2**40)
on(array('h'), '__eq__', array('i', [9]), 300)
on(array('h'), '__eq__', 300, [1, 2], [1, 2])
on(array('d', [0.5]), '__eq__', 300)
on(array('u', 'xy'), '__eq__')
on(array('i', [1, 2, 3]), '__eq__', array('i', [9]))
on(array('B', b'ab'), '__eq__', array('i', [9]))
on(array('h'), '__eq__', array('i', [9]))
on(array('u', 'xy'), '__eq__', array('i', [9]))
on(array('i', [1, 2, 3]), '__eq__', nope=1)
""")
