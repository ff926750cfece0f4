"""bytes.replace with every kind of argument."""
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
b'aXbXc'.replace(bytearray(b'aa'), bytes(256))
b'aaaa'.replace(b' ', b'l')
bytearray(b'').replace(memoryview(b'zz'), b'X')
b'tab\tbed'.replace(b'\n', memoryview(b'zz'))
b'\x00\xff\x80'.replace(b' ', memoryview(b'zz'))
b'hello world'.replace(b'', b'hello')
b'  spaced  '.replace(b' ', b'hello')
b'-42'.replace(memoryview(b'zz'), b' ')
b'Hello World'.replace(b'\n', b'\n', 108)
b''.replace(b'\n', b'\n')
b'-42'.replace(b'', b' ')
b'MiXeD cAsE 9'.replace(bytes(256), bytearray(b'aa'))
b'x'.replace(b'\n', b'\xff')
bytearray(b'mutable').replace(b'X', b'\xff', 2)
b'hello world'.replace(b'l', b'\n')
b'hello world'.replace(b' ', b',')
b'12345'.replace(b' ', memoryview(b'zz'))
b'hello world'.replace(b' ', b'l')
b'a,b,,c'.replace(bytearray(b'aa'), b',')
b'line1\nline2\r\nline3'.replace(b' ', b' ')
b'line1\nline2\r\nline3'.replace(b'', b',')
b'a,b,,c'.replace(5)
b'  spaced  '.replace(256, 100)
b'hello world'.replace(bytes(256), None)
b'Hello World'.replace()
b'hello world'.replace(nope=1)
b'  spaced  '.replace(memoryview(b'zz'), b'X', b'')
bytearray(b'').replace(bytes(256), memoryview(b'zz'), memoryview(b'zz'))
""")
