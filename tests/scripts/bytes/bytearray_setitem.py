"""bytearray.__setitem__ and what it leaves behind."""
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
on(bytearray(), '__setitem__', range(3), slice(1), 97)
on(bytearray(b'a,b a'), '__setitem__', bytearray(b'zz'), 2, b'xy')
on(bytearray(b'abc'), '__setitem__', bytearray(b'zz'), None, [300])
on(bytearray(b'abc'), '__setitem__', memoryview(b'q'), 0)
on(bytearray(b'a,b a'), '__setitem__')
on(bytearray(b'abc'), '__setitem__', range(3), [1, 2])
on(bytearray(b'a,b a'), '__setitem__', slice(1), bytearray(b'zz'))
on(bytearray(b'a,b a'), '__setitem__', -1, 0)
on(bytearray(), '__setitem__', slice(None, None, 2))
on(bytearray(), '__setitem__', bytearray(b'zz'), slice(None, None, 2))
on(bytearray(b'a,b a'), '__setitem__', 97, 0)
on(bytearray(b'a,b a'), '__setitem__', 97, [1, 2])
on(bytearray(), '__setitem__', 2, slice(None, None, 2))
on(bytearray(b'abc'), '__setitem__', 0, 97)
on(bytearray(b'abc'), '__setitem__', -1)
on(bytearray(), '__setitem__', 'a', {5})
on(bytearray(), '__setitem__', -1, 'a')
on(bytearray(), '__setitem__', range(3), None)
on(bytearray(), '__setitem__', 2, [300])
on(bytearray(b'a,b a'), '__setitem__', [300])
on(bytearray(), '__setitem__', [1, 2], None)
on(bytearray(b'a,b a'), '__setitem__', 256, b'xy')
on(bytearray(b'a,b a'), '__setitem__', 0, 256)
on(bytearray(b'abc'), '__setitem__', nope=1)
on(bytearray(b'a,b a'), '__setitem__', range(3), b'xy')
on(bytearray(b'a,b a'), '__setitem__', 0, slice(1))
on(bytearray(), '__setitem__', 256, -1)
on(bytearray(b'a,b a'), '__setitem__', [1, 2], slice(1))
on(bytearray(), '__setitem__', slice(None, None, 2), 2)
on(bytearray(b'abc'), '__setitem__', 0, bytearray(b'zz'))
""")
