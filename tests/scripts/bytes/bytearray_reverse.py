"""bytearray.reverse and what it leaves behind."""
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
on(bytearray(b'a,b a'), 'reverse', slice(1), 'a', None)
on(bytearray(), 'reverse', [1, 2])
on(bytearray(b'a,b a'), 'reverse', None, 2)
on(bytearray(), 'reverse', 2, slice(None, None, 2), 2)
on(bytearray(b'abc'), 'reverse', range(3), b'xy')
on(bytearray(b'abc'), 'reverse', 97)
on(bytearray(b'a,b a'), 'reverse', 'a')
on(bytearray(b'abc'), 'reverse')
on(bytearray(b'abc'), 'reverse', [300], 97, 2.5)
on(bytearray(), 'reverse', 0, b'xy')
on(bytearray(), 'reverse')
on(bytearray(b'abc'), 'reverse', nope=1)
on(bytearray(b'a,b a'), 'reverse')
""")
