"""bytes.ljust with every kind of argument."""
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
b'MiXeD cAsE 9'.ljust(12)
b'-42'.ljust(16, bytearray(b'+'))
b'  spaced  '.ljust(0)
b'x'.ljust(15, b'*')
b'MiXeD cAsE 9'.ljust(17)
b'12345'.ljust(20)
b'  spaced  '.ljust(17)
b'aXbXc'.ljust(15, b'*')
b'  spaced  '.ljust(12)
b'Hello World'.ljust(16, bytearray(b'+'))
b'x'.ljust(5)
b'12345'.ljust(True)
b'a,b,,c'.ljust(-3)
b'\x00\xff\x80'.ljust(17)
b'a,b,,c'.ljust(15, b'*')
b'aaaa'.ljust(16, bytearray(b'+'))
b'\x00\xff\x80'.ljust(15, b'*')
b'a,b,,c'.ljust(17)
b'\x00\xff\x80'.ljust(16, bytearray(b'+'))
b'aXbXc'.ljust(12, 12, None)
b'a,b,,c'.ljust('x')
b'tab\tbed'.ljust(-3, 12)
b'Hello World'.ljust(None, None)
b'line1\nline2\r\nline3'.ljust(15, b'*', 12, 12, None)
b'12345'.ljust(20, None)
b'Hello World'.ljust()
b'hello world'.ljust(14, b'')
b'-42'.ljust(5, 2.0)
b'12345'.ljust(12, True)
b'aXbXc'.ljust(17, 'x')
""")
