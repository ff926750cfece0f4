"""bytes.removesuffix with every kind of argument."""
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
bytearray(b'').removesuffix(bytearray(b'aa'))
b'12345'.removesuffix(b'hello')
b'hello world'.removesuffix(b'hello')
b'MiXeD cAsE 9'.removesuffix(b'\xff')
b'\x00\xff\x80'.removesuffix(bytes(256))
b'  spaced  '.removesuffix(bytearray(b'aa'))
b'a,b,,c'.removesuffix(b'hello')
b'tab\tbed'.removesuffix(b'X')
b'aaaa'.removesuffix(bytearray(b'aa'))
b''.removesuffix(b'l')
b'-42'.removesuffix(b'l')
b'Hello World'.removesuffix(b' ')
b'line1\nline2\r\nline3'.removesuffix(b'hello')
b'aXbXc'.removesuffix(b',')
bytearray(b'mutable').removesuffix(bytes(256))
b'aaaa'.removesuffix(memoryview(b'zz'))
b'x'.removesuffix(b',')
b'line1\nline2\r\nline3'.removesuffix(100, b' ', 256)
b'tab\tbed'.removesuffix([98])
bytearray(b'').removesuffix(-1, b'l')
b'hello world'.removesuffix(108)
b'a,b,,c'.removesuffix(b'\n', memoryview(b'zz'))
bytearray(b'mutable').removesuffix(5, 108, 108)
""")
