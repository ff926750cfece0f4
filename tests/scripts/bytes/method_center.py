"""bytes.center with every kind of argument."""
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
bytearray(b'mutable').center(True)
bytearray(b'').center(17)
b'Hello World'.center(17)
b'aaaa'.center(16, bytearray(b'+'))
bytearray(b'').center(20)
b'aXbXc'.center(15, b'*')
b'\x00\xff\x80'.center(12)
b'a,b,,c'.center(12)
b'  spaced  '.center(17)
b'hello world'.center(0)
b'aaaa'.center(0)
b'tab\tbed'.center(12)
b'line1\nline2\r\nline3'.center(12)
bytearray(b'').center(12)
b'aXbXc'.center(16, bytearray(b'+'))
b'hello world'.center(15, b'*')
b'tab\tbed'.center(16, bytearray(b'+'))
b'\x00\xff\x80'.center(True)
b'\x00\xff\x80'.center(17)
b'tab\tbed'.center(12, None, 2.0, 16, bytearray(b'+'))
b'tab\tbed'.center(17, 13, 5)
b'x'.center(20, None)
b'tab\tbed'.center(20, 0)
b'-42'.center(None)
b'\x00\xff\x80'.center(9, b'ab')
b'line1\nline2\r\nline3'.center(2.0)
b'MiXeD cAsE 9'.center(17, True)
b'aXbXc'.center(True, 'x')
b'tab\tbed'.center()
b'hello world'.center(17, 2.0)
""")
