"""bytes.translate with every kind of argument."""
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
b'a,b,,c'.translate(bytes(range(256)), b'h')
b'hello world'.translate(None, b'l')
b'  spaced  '.translate(bytes(256))
b'12345'.translate(bytes(256), b'hello')
b'aaaa'.translate(None, b'l')
bytearray(b'').translate(bytes(256))
b'\x00\xff\x80'.translate(None)
b'aXbXc'.translate(None)
b''.translate(None, b'l')
b'line1\nline2\r\nline3'.translate(None, delete=b'o')
b'x'.translate(None)
b'MiXeD cAsE 9'.translate(None, b'X')
b'12345'.translate(None, b'l')
b'hello world'.translate(bytes(256), bytes(256))
b'\x00\xff\x80'.translate(bytes(256))
b'aaaa'.translate(bytes(256))
b'tab\tbed'.translate(None, b'hello')
b'-42'.translate(None)
b'tab\tbed'.translate(b'l', bytes(range(256)), b'h')
bytearray(b'').translate(b'hello')
b'Hello World'.translate('a', 20)
b'  spaced  '.translate(2**70)
b'\x00\xff\x80'.translate()
""")
