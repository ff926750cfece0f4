"""bytes.index with every kind of argument."""
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
b'MiXeD cAsE 9'.index(b' ')
b'a,b,,c'.index(b',')
b'hello world'.index(b'')
b'Hello World'.index(b' ')
b'hello world'.index(108)
b'  spaced  '.index(100)
b'line1\nline2\r\nline3'.index(b'l')
b'hello world'.index(b'l')
b'\x00\xff\x80'.index(b'\xff')
b'Hello World'.index(b'l')
bytearray(b'mutable').index(b'')
b'hello world'.index(b' ')
b'tab\tbed'.index(b'', -1)
b'hello world'.index(100)
b'Hello World'.index(100)
b'aXbXc'.index(b'X', b'hello')
b'aXbXc'.index(108)
b'a,b,,c'.index((b'a', b'h'), 5)
b'x'.index([98])
b''.index()
b'MiXeD cAsE 9'.index(256)
""")
