"""bytes.split with every kind of argument."""
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


show(r"""
b'aXbXc'.split(b'l', 2)
b'\x00\xff\x80'.split(b'\n')
b'tab\tbed'.split(None)
b'-42'.split(sep=b',')
bytearray(b'mutable').split(bytearray(b'aa'))
b'hello world'.split(b'\n')
b'Hello World'.split(b'hello')
b'tab\tbed'.split(b' ')
b'x'.split(b'X', maxsplit=1)
b'aaaa'.split(b' ', 5)
b'  spaced  '.split(b'l')
b'hello world'.split()
bytearray(b'').split(bytes(256), maxsplit=1)
b'a,b,,c'.split(b'X')
b'12345'.split(b'l')
b'line1\nline2\r\nline3'.split(b'\n')
b'  spaced  '.split(maxsplit=1)
b'MiXeD cAsE 9'.split(sep=b',')
b'line1\nline2\r\nline3'.split(None, 20)
b'MiXeD cAsE 9'.split(None)
b'line1\nline2\r\nline3'.split(b'l', -1)
b'Hello World'.split(108, b'X')
b'  spaced  '.split(3.5, 2, b'')
b'hello world'.split(bytes(256), 2**70)
b'line1\nline2\r\nline3'.split(20, sep=b',')
b'\x00\xff\x80'.split(20)
bytearray(b'').split(bytearray(b'aa'), 'a')
bytearray(b'mutable').split([98])
b'  spaced  '.split(b'', 100)
b'hello world'.split(nope=1)
""")
