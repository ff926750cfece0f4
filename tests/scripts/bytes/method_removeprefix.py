"""bytes.removeprefix with every kind of argument."""
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
b'aXbXc'.removeprefix(b' ')
b''.removeprefix(b'\xff')
b'\x00\xff\x80'.removeprefix(b'\xff')
b'line1\nline2\r\nline3'.removeprefix(bytes(256))
b'12345'.removeprefix(b'\xff')
b'Hello World'.removeprefix(bytes(256))
b'a,b,,c'.removeprefix(b' ')
b'tab\tbed'.removeprefix(b',')
b'  spaced  '.removeprefix(b' ')
b'hello world'.removeprefix(b' ')
b'-42'.removeprefix(b'l')
bytearray(b'').removeprefix(b'hello')
b'x'.removeprefix(b'\xff')
b'aaaa'.removeprefix(b' ')
b'hello world'.removeprefix(b'hello')
b'MiXeD cAsE 9'.removeprefix(memoryview(b'zz'))
b'aaaa'.removeprefix(bytearray(b'aa'))
bytearray(b'mutable').removeprefix(b'')
b'  spaced  '.removeprefix(bytearray(b'aa'))
b'line1\nline2\r\nline3'.removeprefix(b'l')
b'a,b,,c'.removeprefix(2, b'')
bytearray(b'').removeprefix(-1, 2)
bytearray(b'').removeprefix()
b'12345'.removeprefix(2)
b'  spaced  '.removeprefix()
b'-42'.removeprefix(3.5)
""")
