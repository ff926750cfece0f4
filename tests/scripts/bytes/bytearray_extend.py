"""bytearray.extend and what it leaves behind."""
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
on(bytearray(b'abc'), 'extend', slice(1), [300])
on(bytearray(b'a,b a'), 'extend', iter([65]), 2, None)
on(bytearray(), 'extend', b'xy')
on(bytearray(), 'extend', 97, [300])
on(bytearray(b'abc'), 'extend', 2)
on(bytearray(b'a,b a'), 'extend', {5}, -1)
on(bytearray(b'a,b a'), 'extend')
on(bytearray(), 'extend', None, range(3), -1)
on(bytearray(b'abc'), 'extend', iter([65]))
on(bytearray(), 'extend', iter([65]))
on(bytearray(b'abc'), 'extend', slice(None, None, 2))
on(bytearray(b'a,b a'), 'extend', 2)
on(bytearray(), 'extend', None)
on(bytearray(), 'extend', slice(1))
on(bytearray(b'abc'), 'extend', nope=1)
on(bytearray(b'abc'), 'extend', [300], 256, {5})
on(bytearray(), 'extend', 'a')
on(bytearray(b'abc'), 'extend', 'a')
on(bytearray(b'abc'), 'extend')
on(bytearray(b'abc'), 'extend', [300])
on(bytearray(), 'extend', 2)
on(bytearray(b'a,b a'), 'extend', b'xy')
on(bytearray(b'abc'), 'extend', b'xy')
on(bytearray(b'a,b a'), 'extend', 2.5)
on(bytearray(b'abc'), 'extend', memoryview(b'q'))
on(bytearray(), 'extend', 2.5)
on(bytearray(b'a,b a'), 'extend', None)
on(bytearray(), 'extend')
on(bytearray(b'a,b a'), 'extend', iter([65]))
on(bytearray(b'abc'), 'extend', bytearray(b'zz'))
""")
