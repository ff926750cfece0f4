"""bytes.rfind with every kind of argument."""
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
b'\x00\xff\x80'.rfind(b'hello')
b'aaaa'.rfind(b'', None)
b'tab\tbed'.rfind(2)
b'12345'.rfind(b'\xff', -1)
bytearray(b'mutable').rfind(b'', 2)
b'a,b,,c'.rfind(b'')
b'hello world'.rfind(108)
b'hello world'.rfind(100, 5)
b''.rfind(b'', -1)
b'\x00\xff\x80'.rfind(b'\xff')
bytearray(b'').rfind(b'')
b'hello world'.rfind(b' ')
b'Hello World'.rfind(b' ')
b'hello world'.rfind(b'')
b'hello world'.rfind(100)
b'line1\nline2\r\nline3'.rfind(b'l', None)
b'MiXeD cAsE 9'.rfind(b'')
b'Hello World'.rfind(b'')
b'  spaced  '.rfind(100)
b'tab\tbed'.rfind(100)
b'12345'.rfind([98])
bytearray(b'').rfind({})
b'MiXeD cAsE 9'.rfind(-1, 5)
b'aaaa'.rfind()
b'hello world'.rfind(nope=1)
b'hello world'.rfind(b'l', b'X', 108, b'', b' ')
""")
