"""bytes.rpartition with every kind of argument."""
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
b'aXbXc'.rpartition(bytes(256))
b'aaaa'.rpartition(b'hello')
b'  spaced  '.rpartition(b'\xff')
b'12345'.rpartition(b'hello')
b'Hello World'.rpartition(b' ')
b'Hello World'.rpartition(b'\xff')
b''.rpartition(b'l')
b'tab\tbed'.rpartition(b'hello')
b'MiXeD cAsE 9'.rpartition(b'l')
bytearray(b'').rpartition(b',')
b'a,b,,c'.rpartition(b' ')
b'hello world'.rpartition(b'\n')
bytearray(b'mutable').rpartition(bytes(256))
bytearray(b'mutable').rpartition(b'l')
b'-42'.rpartition(bytes(256))
b'x'.rpartition(b'hello')
b'hello world'.rpartition(b' ')
b'line1\nline2\r\nline3'.rpartition(b',')
b'\x00\xff\x80'.rpartition(b'\n')
b'Hello World'.rpartition(b'l')
b'\x00\xff\x80'.rpartition(b'\xff')
b'MiXeD cAsE 9'.rpartition(b' ')
b'MiXeD cAsE 9'.rpartition(3.5, [98])
b''.rpartition(-1)
b'Hello World'.rpartition('a', bytes(256), 2**70)
bytearray(b'').rpartition(2, 100, (b'a', b'h'))
bytearray(b'mutable').rpartition((b'a', b'h'))
bytearray(b'mutable').rpartition({}, 2)
bytearray(b'mutable').rpartition(b'')
""")
