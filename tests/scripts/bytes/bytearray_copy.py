"""bytearray.copy and what it leaves behind."""
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
on(bytearray(b'abc'), 'copy', 'a', slice(None, None, 2))
on(bytearray(b'a,b a'), 'copy', 97)
on(bytearray(), 'copy', slice(None, None, 2))
on(bytearray(b'a,b a'), 'copy', 2, 2)
on(bytearray(b'a,b a'), 'copy', iter([65]), 97, iter([65]))
on(bytearray(), 'copy', slice(None, None, 2), 0)
on(bytearray(), 'copy', None, 2.5, {5})
on(bytearray(b'abc'), 'copy', {5}, [1, 2], {5})
on(bytearray(b'a,b a'), 'copy')
on(bytearray(), 'copy')
on(bytearray(b'abc'), 'copy', slice(None, None, 2))
on(bytearray(b'abc'), 'copy')
on(bytearray(b'abc'), 'copy', nope=1)
""")
