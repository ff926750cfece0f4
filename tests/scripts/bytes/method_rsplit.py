"""bytes.rsplit with every kind of argument."""
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
b'  spaced  '.rsplit(b'hello')
b'aaaa'.rsplit(b'\n')
b'-42'.rsplit(None)
b'MiXeD cAsE 9'.rsplit(memoryview(b'zz'))
b'aXbXc'.rsplit(b'hello')
b'a,b,,c'.rsplit(memoryview(b'zz'))
b'tab\tbed'.rsplit(b'\xff')
b'line1\nline2\r\nline3'.rsplit(b' ')
b'12345'.rsplit(b'X')
bytearray(b'mutable').rsplit(bytearray(b'aa'))
bytearray(b'').rsplit(bytes(256))
b'x'.rsplit(bytes(256))
b'Hello World'.rsplit(b'l')
b'Hello World'.rsplit(bytes(256))
b'hello world'.rsplit(b'X')
b'\x00\xff\x80'.rsplit(b'l')
b'\x00\xff\x80'.rsplit(b'\xff')
b''.rsplit(b',')
b'hello world'.rsplit(b'hello')
b'line1\nline2\r\nline3'.rsplit(b'l', 2)
b'MiXeD cAsE 9'.rsplit(b'X', 108)
b'a,b,,c'.rsplit(b',', 2)
b'12345'.rsplit(bytearray(b'aa'), {}, b'l')
b'aXbXc'.rsplit(b'X', b',')
b'12345'.rsplit(memoryview(b'zz'), {})
b'tab\tbed'.rsplit(256)
b'\x00\xff\x80'.rsplit(b'l', 2**70)
b'a,b,,c'.rsplit([98], 256)
b'line1\nline2\r\nline3'.rsplit(b'')
b'hello world'.rsplit(nope=1)
""")
