"""bytearray.insert and what it leaves behind."""
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
on(bytearray(), 'insert', {5})
on(bytearray(), 'insert', {5}, 256)
on(bytearray(b'a,b a'), 'insert', memoryview(b'q'), b'xy', [300])
on(bytearray(b'a,b a'), 'insert', iter([65]), [300])
on(bytearray(b'abc'), 'insert', range(3))
on(bytearray(), 'insert', iter([65]), slice(None, None, 2))
on(bytearray(b'a,b a'), 'insert', [1, 2])
on(bytearray(), 'insert', 2.5, range(3))
on(bytearray(b'abc'), 'insert', 97, -1)
on(bytearray(b'abc'), 'insert', iter([65]), 256)
on(bytearray(), 'insert', 'a', 256)
on(bytearray(b'abc'), 'insert', 0, range(3), range(3))
on(bytearray(b'abc'), 'insert', b'xy', [300])
on(bytearray(b'abc'), 'insert', 2.5, b'xy')
on(bytearray(b'a,b a'), 'insert', -1, [1, 2])
on(bytearray(b'a,b a'), 'insert', 97, None)
on(bytearray(b'a,b a'), 'insert', range(3), memoryview(b'q'))
on(bytearray(b'a,b a'), 'insert', {5}, 2.5)
on(bytearray(b'abc'), 'insert', 0, {5})
on(bytearray(b'abc'), 'insert', 'a', 0)
on(bytearray(b'abc'), 'insert', bytearray(b'zz'), range(3))
on(bytearray(b'abc'), 'insert', 256, slice(None, None, 2))
on(bytearray(), 'insert', -1, [300], iter([65]))
on(bytearray(), 'insert', bytearray(b'zz'), 97)
on(bytearray(), 'insert', 256, 0)
on(bytearray(), 'insert', 0, 2)
on(bytearray(), 'insert', slice(1), 2.5)
on(bytearray(b'a,b a'), 'insert', b'xy', slice(None, None, 2))
on(bytearray(b'a,b a'), 'insert', 97, bytearray(b'zz'))
on(bytearray(), 'insert', [300], 2)
""")
