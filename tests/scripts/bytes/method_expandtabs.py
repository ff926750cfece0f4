"""bytes.expandtabs with every kind of argument."""
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
b'Hello World'.expandtabs(tabsize=4)
b'aXbXc'.expandtabs(-3)
b'aaaa'.expandtabs(20)
b'hello world'.expandtabs(True)
b'line1\nline2\r\nline3'.expandtabs(0)
bytearray(b'mutable').expandtabs(tabsize=4)
b'-42'.expandtabs(tabsize=4)
b'12345'.expandtabs(17)
b'  spaced  '.expandtabs(20)
bytearray(b'').expandtabs(0)
b'\x00\xff\x80'.expandtabs(12)
b'a,b,,c'.expandtabs(True)
b'MiXeD cAsE 9'.expandtabs(17)
b''.expandtabs(0)
b'x'.expandtabs(True)
b'tab\tbed'.expandtabs(20)
b'tab\tbed'.expandtabs(tabsize=4)
b'tab\tbed'.expandtabs(17)
b'line1\nline2\r\nline3'.expandtabs(17, 2.0)
b'Hello World'.expandtabs(13, 5, tabsize=4)
b'Hello World'.expandtabs(2.0)
bytearray(b'mutable').expandtabs('x')
b'hello world'.expandtabs(nope=1)
""")
