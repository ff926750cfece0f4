"""bytearray.append and what it leaves behind."""
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
on(bytearray(b'abc'), 'append', 2.5, slice(None, None, 2), 0)
on(bytearray(b'abc'), 'append')
on(bytearray(), 'append', range(3), 2.5, None)
on(bytearray(b'a,b a'), 'append', [1, 2], 2.5)
on(bytearray(b'a,b a'), 'append', b'xy', {5}, bytearray(b'zz'))
on(bytearray(), 'append', memoryview(b'q'))
on(bytearray(b'a,b a'), 'append')
on(bytearray(b'abc'), 'append', 2.5, 2.5)
on(bytearray(b'abc'), 'append', nope=1)
on(bytearray(b'abc'), 'append', slice(None, None, 2))
on(bytearray(b'a,b a'), 'append', memoryview(b'q'))
on(bytearray(), 'append', bytearray(b'zz'))
on(bytearray(), 'append', 0, slice(None, None, 2))
on(bytearray(b'a,b a'), 'append', range(3))
on(bytearray(b'abc'), 'append', {5})
on(bytearray(), 'append', 2)
on(bytearray(b'a,b a'), 'append', -1)
on(bytearray(), 'append', b'xy')
on(bytearray(), 'append', -1)
on(bytearray(b'a,b a'), 'append', slice(1))
on(bytearray(b'a,b a'), 'append', {5})
on(bytearray(b'a,b a'), 'append', 2.5)
on(bytearray(), 'append', [300])
on(bytearray(b'abc'), 'append', [1, 2])
on(bytearray(), 'append')
on(bytearray(b'abc'), 'append', 2)
on(bytearray(), 'append', slice(1))
on(bytearray(b'a,b a'), 'append', 2)
on(bytearray(b'a,b a'), 'append', [300])
on(bytearray(b'a,b a'), 'append', 0)
""")
