"""bytes.strip with every kind of argument."""
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
b'-42'.strip(b'\n')
b'MiXeD cAsE 9'.strip(bytearray(b'aa'))
b'a,b,,c'.strip(None)
b'\x00\xff\x80'.strip(b' ')
b'  spaced  '.strip(b'')
b''.strip(b',')
b'x'.strip(b'X')
b'tab\tbed'.strip(bytes(256))
b'aXbXc'.strip(memoryview(b'zz'))
b'12345'.strip(b'')
b'line1\nline2\r\nline3'.strip(bytes(256))
b'hello world'.strip(b',')
bytearray(b'mutable').strip(b'X')
b'Hello World'.strip()
b'aaaa'.strip(None)
bytearray(b'').strip(b'X')
b'a,b,,c'.strip(bytearray(b'aa'))
b'  spaced  '.strip()
b'  spaced  '.strip(b'hello', b'hello')
b'\x00\xff\x80'.strip(256, memoryview(b'zz'), b' ')
b'\x00\xff\x80'.strip('a')
bytearray(b'').strip({})
b'hello world'.strip(nope=1)
""")
