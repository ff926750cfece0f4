"""bytes.splitlines with every kind of argument."""
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
b'  spaced  '.splitlines(108)
b'12345'.splitlines(2**70)
bytearray(b'mutable').splitlines(keepends=True)
b'MiXeD cAsE 9'.splitlines((b'a', b'h'))
b''.splitlines(b'hello')
b'line1\nline2\r\nline3'.splitlines(bytes(256))
b'aXbXc'.splitlines(b'\xff')
b'Hello World'.splitlines(b'')
b'a,b,,c'.splitlines(b'X')
b'\x00\xff\x80'.splitlines(108)
b'aaaa'.splitlines('a')
b'x'.splitlines(b'')
b''.splitlines((b'a', b'h'))
b'tab\tbed'.splitlines(b'\xff')
b'-42'.splitlines(b'X')
b''.splitlines([98])
b'hello world'.splitlines(5)
b'line1\nline2\r\nline3'.splitlines(b' ', b'hello')
b'12345'.splitlines(b'\xff', 108, {})
""")
