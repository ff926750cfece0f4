"""bytes.rjust with every kind of argument."""
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
bytearray(b'').rjust(17)
b'line1\nline2\r\nline3'.rjust(5)
b'tab\tbed'.rjust(15, b'*')
b'\x00\xff\x80'.rjust(17)
b'hello world'.rjust(16, bytearray(b'+'))
bytearray(b'').rjust(16, bytearray(b'+'))
b'12345'.rjust(5)
b'\x00\xff\x80'.rjust(20)
b'aXbXc'.rjust(17)
bytearray(b'mutable').rjust(12)
b'hello world'.rjust(12)
b'line1\nline2\r\nline3'.rjust(20)
bytearray(b'mutable').rjust(-3)
b'hello world'.rjust(True)
b'  spaced  '.rjust(16, bytearray(b'+'))
bytearray(b'mutable').rjust(16, bytearray(b'+'))
b'aXbXc'.rjust(0)
b'-42'.rjust(5)
b'12345'.rjust(17)
b'line1\nline2\r\nline3'.rjust(-3, 0)
b'aaaa'.rjust(20, 9, b'ab')
b'Hello World'.rjust(13, 5, 14, b'')
b'hello world'.rjust(20, None)
b'12345'.rjust(2.0)
b'Hello World'.rjust(14, b'')
b'12345'.rjust(None, None)
b'  spaced  '.rjust(0, True)
b'x'.rjust()
b'hello world'.rjust(20, 2.0)
bytearray(b'mutable').rjust(20, 'x')
""")
