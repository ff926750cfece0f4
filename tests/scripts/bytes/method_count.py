"""bytes.count with every kind of argument."""
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
b'tab\tbed'.count(b',')
b'\x00\xff\x80'.count(b'l', 256)
b'12345'.count(b' ', None)
b'aXbXc'.count(b'X')
b'Hello World'.count(b'')
b'hello world'.count(108, 2, 2**70)
b'hello world'.count(b' ')
b'hello world'.count(b'l')
bytearray(b'mutable').count(108)
bytearray(b'mutable').count(b'l')
b'Hello World'.count(b'l')
b'  spaced  '.count(b' ')
b'MiXeD cAsE 9'.count(b'')
b'hello world'.count(b'')
b'line1\nline2\r\nline3'.count(b'\n')
b'aaaa'.count(b'')
b'line1\nline2\r\nline3'.count(b'\n', 5)
b'12345'.count(b'')
b'  spaced  '.count(b'X', b',')
b'\x00\xff\x80'.count(-1)
b'tab\tbed'.count({})
b''.count('a')
b'hello world'.count(nope=1)
bytearray(b'').count()
""")
