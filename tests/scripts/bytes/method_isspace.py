"""bytes.isspace with every kind of argument."""
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
bytearray(b'mutable').isspace()
b'hello world'.isspace()
b'aXbXc'.isspace()
b'tab\tbed'.isspace()
b'-42'.isspace()
b''.isspace()
b'\x00\xff\x80'.isspace()
b'  spaced  '.isspace()
b'x'.isspace()
b'  spaced  '.isspace(b'\n', 'a')
b'12345'.isspace(20)
bytearray(b'mutable').isspace(b',', 5)
bytearray(b'').isspace(20)
b'hello world'.isspace(nope=1)
""")
