"""bytes.zfill with every kind of argument."""
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
b'x'.zfill(17)
bytearray(b'mutable').zfill(12)
b'aaaa'.zfill(-3)
b'tab\tbed'.zfill(5)
b'a,b,,c'.zfill(True)
bytearray(b'').zfill(0)
b'\x00\xff\x80'.zfill(0)
b'-42'.zfill(True)
b'a,b,,c'.zfill(17)
b'12345'.zfill(True)
b'MiXeD cAsE 9'.zfill(20)
b'\x00\xff\x80'.zfill(5)
b'12345'.zfill(20)
b'line1\nline2\r\nline3'.zfill(True)
b''.zfill(5)
b'aXbXc'.zfill(0)
b'  spaced  '.zfill(20)
bytearray(b'mutable').zfill(True)
b'x'.zfill(True)
b''.zfill(12)
bytearray(b'').zfill(20)
b'Hello World'.zfill(0)
b'tab\tbed'.zfill(20)
b'line1\nline2\r\nline3'.zfill(20)
b'12345'.zfill(2.0)
bytearray(b'').zfill(12, 20)
b'aXbXc'.zfill(20, True)
b''.zfill(True, 14, b'')
bytearray(b'mutable').zfill(13, 5, 17)
bytearray(b'mutable').zfill('x')
""")
