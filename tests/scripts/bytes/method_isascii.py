"""bytes.isascii with every kind of argument."""
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
b'hello world'.isascii()
b'Hello World'.isascii()
b'line1\nline2\r\nline3'.isascii()
bytearray(b'').isascii()
b'MiXeD cAsE 9'.isascii()
b'\x00\xff\x80'.isascii()
b'-42'.isascii()
b'line1\nline2\r\nline3'.isascii(b',', [98], memoryview(b'zz'))
b'hello world'.isascii(3.5, 100)
bytearray(b'mutable').isascii(bytearray(b'aa'))
bytearray(b'').isascii(2**70, None)
b'hello world'.isascii(nope=1)
""")
