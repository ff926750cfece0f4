"""bytearray.__iadd__ and what it leaves behind."""
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
on(bytearray(), '__iadd__', 2, b'xy')
on(bytearray(b'abc'), '__iadd__', slice(1), 256)
on(bytearray(b'a,b a'), '__iadd__', 97, slice(None, None, 2))
on(bytearray(), '__iadd__', 256)
on(bytearray(b'a,b a'), '__iadd__', 'a', range(3), slice(1))
on(bytearray(b'abc'), '__iadd__', bytearray(b'zz'))
on(bytearray(), '__iadd__', [300])
on(bytearray(), '__iadd__', slice(1))
on(bytearray(), '__iadd__', slice(None, None, 2), slice(None, None, 2), 0)
on(bytearray(b'a,b a'), '__iadd__', 2.5)
on(bytearray(b'a,b a'), '__iadd__', memoryview(b'q'))
on(bytearray(b'abc'), '__iadd__', range(3))
on(bytearray(b'a,b a'), '__iadd__', None)
on(bytearray(b'a,b a'), '__iadd__')
on(bytearray(b'abc'), '__iadd__', b'xy', iter([65]), -1)
on(bytearray(b'a,b a'), '__iadd__', [1, 2])
on(bytearray(), '__iadd__', b'xy')
on(bytearray(b'a,b a'), '__iadd__', 2)
on(bytearray(b'abc'), '__iadd__', nope=1)
on(bytearray(b'a,b a'), '__iadd__', {5})
on(bytearray(b'a,b a'), '__iadd__', b'xy')
on(bytearray(), '__iadd__', None)
on(bytearray(b'a,b a'), '__iadd__', 'a')
on(bytearray(b'a,b a'), '__iadd__', slice(None, None, 2))
on(bytearray(b'abc'), '__iadd__', slice(None, None, 2))
on(bytearray(), '__iadd__', range(3))
on(bytearray(b'abc'), '__iadd__', 256)
on(bytearray(b'abc'), '__iadd__', None)
on(bytearray(b'abc'), '__iadd__', {5})
on(bytearray(b'a,b a'), '__iadd__', range(3))
""")
