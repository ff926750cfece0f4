"""bytearray.__delitem__ and what it leaves behind."""
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
on(bytearray(b'a,b a'), '__delitem__', 256, 2.5)
on(bytearray(), '__delitem__', range(3), [300])
on(bytearray(b'abc'), '__delitem__', iter([65]), [300], None)
on(bytearray(b'abc'), '__delitem__', None, bytearray(b'zz'))
on(bytearray(b'a,b a'), '__delitem__', memoryview(b'q'))
on(bytearray(), '__delitem__', 'a', 256, {5})
on(bytearray(b'a,b a'), '__delitem__', range(3))
on(bytearray(), '__delitem__', [300])
on(bytearray(), '__delitem__', iter([65]))
on(bytearray(), '__delitem__', slice(None, None, 2))
on(bytearray(b'abc'), '__delitem__', b'xy')
on(bytearray(), '__delitem__', 97)
on(bytearray(b'abc'), '__delitem__', 2.5)
on(bytearray(b'a,b a'), '__delitem__', 0)
on(bytearray(b'abc'), '__delitem__', None)
on(bytearray(b'a,b a'), '__delitem__', bytearray(b'zz'), 0, slice(1))
on(bytearray(b'abc'), '__delitem__', [1, 2])
on(bytearray(b'a,b a'), '__delitem__', [300])
on(bytearray(b'a,b a'), '__delitem__', iter([65]))
on(bytearray(b'a,b a'), '__delitem__', slice(None, None, 2))
on(bytearray(b'abc'), '__delitem__')
on(bytearray(b'a,b a'), '__delitem__', 2.5)
on(bytearray(b'a,b a'), '__delitem__', 256)
on(bytearray(), '__delitem__')
on(bytearray(b'abc'), '__delitem__', nope=1)
on(bytearray(b'abc'), '__delitem__', 'a')
on(bytearray(b'abc'), '__delitem__', -1)
on(bytearray(b'a,b a'), '__delitem__', bytearray(b'zz'))
on(bytearray(b'a,b a'), '__delitem__', b'xy')
on(bytearray(b'abc'), '__delitem__', iter([65]))
""")
