"""bytes.rstrip with every kind of argument."""
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
b'MiXeD cAsE 9'.rstrip(b'l')
b'aXbXc'.rstrip(bytearray(b'aa'))
b'Hello World'.rstrip(b'X')
b'\x00\xff\x80'.rstrip(bytearray(b'aa'))
b'  spaced  '.rstrip(b'\n')
b'hello world'.rstrip(bytearray(b'aa'))
b''.rstrip(bytearray(b'aa'))
b'line1\nline2\r\nline3'.rstrip(b'\n')
b'12345'.rstrip(b'X')
b'tab\tbed'.rstrip(None)
b'aaaa'.rstrip(b'hello')
bytearray(b'mutable').rstrip(b'hello')
b'a,b,,c'.rstrip(b'\xff')
bytearray(b'mutable').rstrip(memoryview(b'zz'))
b'  spaced  '.rstrip(None)
b'x'.rstrip(b'')
bytearray(b'').rstrip(memoryview(b'zz'))
b'-42'.rstrip(b',')
b'-42'.rstrip(b'l', (b'a', b'h'))
b'Hello World'.rstrip(100, 2**70, bytearray(b'aa'))
b'-42'.rstrip(108)
b'line1\nline2\r\nline3'.rstrip(3.5)
""")
