"""bytearray.__imul__ and what it leaves behind."""
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
on(bytearray(), '__imul__', b'xy', range(3))
on(bytearray(), '__imul__', 256, 0, 97)
on(bytearray(b'abc'), '__imul__', b'xy', -1, 2)
on(bytearray(), '__imul__', None)
on(bytearray(b'abc'), '__imul__', 2.5, slice(1))
on(bytearray(b'abc'), '__imul__', memoryview(b'q'))
on(bytearray(b'a,b a'), '__imul__', 0, 0, -1)
on(bytearray(b'a,b a'), '__imul__', 'a')
on(bytearray(b'a,b a'), '__imul__', [300], None)
on(bytearray(b'a,b a'), '__imul__', iter([65]))
on(bytearray(b'abc'), '__imul__', 2.5)
on(bytearray(), '__imul__', memoryview(b'q'))
on(bytearray(b'a,b a'), '__imul__', [1, 2])
on(bytearray(b'a,b a'), '__imul__', range(3))
on(bytearray(), '__imul__', [1, 2])
on(bytearray(b'abc'), '__imul__', 2)
on(bytearray(), '__imul__', bytearray(b'zz'))
on(bytearray(), '__imul__', 'a')
on(bytearray(b'abc'), '__imul__', None)
on(bytearray(), '__imul__', b'xy')
on(bytearray(b'abc'), '__imul__', nope=1)
on(bytearray(b'a,b a'), '__imul__', 2)
on(bytearray(b'abc'), '__imul__', [300])
on(bytearray(b'abc'), '__imul__', -1)
on(bytearray(), '__imul__', slice(None, None, 2))
on(bytearray(b'a,b a'), '__imul__', None)
on(bytearray(b'a,b a'), '__imul__', slice(1))
on(bytearray(b'abc'), '__imul__')
on(bytearray(), '__imul__')
on(bytearray(b'a,b a'), '__imul__', b'xy')
""")
