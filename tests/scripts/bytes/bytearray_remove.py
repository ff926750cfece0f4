"""bytearray.remove and what it leaves behind."""
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
on(bytearray(b'a,b a'), 'remove', [300], None, [300])
on(bytearray(b'abc'), 'remove', {5}, 97, [300])
on(bytearray(), 'remove', bytearray(b'zz'), 2, -1)
on(bytearray(), 'remove', 0)
on(bytearray(b'abc'), 'remove', 2, [1, 2])
on(bytearray(b'a,b a'), 'remove')
on(bytearray(), 'remove', range(3), 2)
on(bytearray(b'a,b a'), 'remove', bytearray(b'zz'), -1)
on(bytearray(), 'remove', 2.5)
on(bytearray(b'a,b a'), 'remove', memoryview(b'q'))
on(bytearray(b'abc'), 'remove', nope=1)
on(bytearray(b'a,b a'), 'remove', iter([65]))
on(bytearray(), 'remove', memoryview(b'q'))
on(bytearray(b'a,b a'), 'remove', slice(None, None, 2))
on(bytearray(b'abc'), 'remove', b'xy')
on(bytearray(b'abc'), 'remove', [1, 2])
on(bytearray(b'a,b a'), 'remove', range(3))
on(bytearray(b'a,b a'), 'remove', b'xy')
on(bytearray(b'abc'), 'remove', None)
on(bytearray(b'abc'), 'remove', 2.5)
on(bytearray(), 'remove', [1, 2])
on(bytearray(b'a,b a'), 'remove', 256)
on(bytearray(), 'remove', -1)
on(bytearray(b'a,b a'), 'remove', 'a')
on(bytearray(b'abc'), 'remove', 256)
on(bytearray(), 'remove', b'xy')
on(bytearray(), 'remove', {5})
on(bytearray(b'abc'), 'remove', range(3))
on(bytearray(), 'remove')
on(bytearray(b'abc'), 'remove', 'a')
""")
