"""bytearray.pop and what it leaves behind."""
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
on(bytearray(b'abc'), 'pop', iter([65]), 256)
on(bytearray(b'a,b a'), 'pop', None, 0)
on(bytearray(), 'pop', [1, 2])
on(bytearray(b'abc'), 'pop', slice(1), slice(None, None, 2), slice(None, None, 2))
on(bytearray(b'a,b a'), 'pop', 0)
on(bytearray(), 'pop', None)
on(bytearray(), 'pop', -1, 0, 0)
on(bytearray(), 'pop', -1)
on(bytearray(b'a,b a'), 'pop', 256)
on(bytearray(b'abc'), 'pop', -1)
on(bytearray(b'abc'), 'pop', range(3))
on(bytearray(b'a,b a'), 'pop', -1)
on(bytearray(b'a,b a'), 'pop', range(3), bytearray(b'zz'), 256)
on(bytearray(b'abc'), 'pop', iter([65]))
on(bytearray(b'abc'), 'pop', 256)
on(bytearray(b'a,b a'), 'pop', [1, 2])
on(bytearray(), 'pop', b'xy')
on(bytearray(), 'pop', 2.5)
on(bytearray(), 'pop', 'a', 2.5)
on(bytearray(b'a,b a'), 'pop', iter([65]))
on(bytearray(b'abc'), 'pop', None)
on(bytearray(), 'pop', bytearray(b'zz'))
on(bytearray(b'abc'), 'pop', nope=1)
on(bytearray(b'abc'), 'pop', 0)
on(bytearray(b'a,b a'), 'pop', {5})
on(bytearray(b'abc'), 'pop', slice(None, None, 2))
on(bytearray(b'abc'), 'pop', [300])
on(bytearray(b'abc'), 'pop', 'a')
on(bytearray(b'abc'), 'pop', b'xy')
on(bytearray(b'a,b a'), 'pop', 2.5)
""")
