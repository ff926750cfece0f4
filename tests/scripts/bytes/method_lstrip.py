"""bytes.lstrip with every kind of argument."""
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
b'  spaced  '.lstrip(b',')
bytearray(b'').lstrip()
b'x'.lstrip(None)
b'-42'.lstrip(bytes(256))
b''.lstrip(b'\n')
b'line1\nline2\r\nline3'.lstrip(b'hello')
b'line1\nline2\r\nline3'.lstrip(b'X')
b'hello world'.lstrip()
bytearray(b'mutable').lstrip(b'\n')
b'aaaa'.lstrip(b',')
b'Hello World'.lstrip()
b'12345'.lstrip(memoryview(b'zz'))
b'a,b,,c'.lstrip(b'hello')
b'\x00\xff\x80'.lstrip(b'X')
b'aXbXc'.lstrip(b'\n')
b'MiXeD cAsE 9'.lstrip(b'')
b'tab\tbed'.lstrip(None)
b'  spaced  '.lstrip(None)
b''.lstrip([98], 2)
bytearray(b'mutable').lstrip([98])
b'aXbXc'.lstrip('a', [98], [98])
b''.lstrip(100)
""")
