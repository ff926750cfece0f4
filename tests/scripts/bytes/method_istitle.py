"""bytes.istitle with every kind of argument."""
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
b'hello world'.istitle()
b'Hello World'.istitle()
b'12345'.istitle()
bytearray(b'mutable').istitle()
b'aaaa'.istitle()
b'-42'.istitle()
b'line1\nline2\r\nline3'.istitle()
b'a,b,,c'.istitle()
b'12345'.istitle(b'\xff', b'X')
bytearray(b'mutable').istitle(5, 256, (b'a', b'h'))
b'tab\tbed'.istitle(b'l', 108, bytes(256))
bytearray(b'mutable').istitle(b',', b'\xff')
""")
