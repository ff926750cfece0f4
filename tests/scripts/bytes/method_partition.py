"""bytes.partition with every kind of argument."""
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
b'hello world'.partition(b',')
b'-42'.partition(b'\xff')
b'\x00\xff\x80'.partition(bytearray(b'aa'))
bytearray(b'').partition(memoryview(b'zz'))
b'  spaced  '.partition(b'l')
b'\x00\xff\x80'.partition(b'\xff')
b'12345'.partition(bytes(256))
b'MiXeD cAsE 9'.partition(b'X')
b'tab\tbed'.partition(bytearray(b'aa'))
b'Hello World'.partition(b'\xff')
b'MiXeD cAsE 9'.partition(b'hello')
b'a,b,,c'.partition(bytes(256))
bytearray(b'mutable').partition(b'X')
b'x'.partition(b'X')
b'aaaa'.partition(bytearray(b'aa'))
b'aXbXc'.partition(bytes(256))
b'aaaa'.partition(b',')
b'hello world'.partition(b'l')
b'line1\nline2\r\nline3'.partition(b'\xff')
b'aXbXc'.partition(b'X')
b'  spaced  '.partition(b' ')
b''.partition(b'\n')
b'-42'.partition(20, b',')
b'line1\nline2\r\nline3'.partition({})
b''.partition()
b'aaaa'.partition('a')
bytearray(b'').partition(b' ', 100)
bytearray(b'').partition(100, 256, 5)
bytearray(b'mutable').partition(b'')
""")
