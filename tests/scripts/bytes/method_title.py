"""bytes.title with every kind of argument."""
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
b'-42'.title()
b''.title()
bytearray(b'mutable').title()
b'12345'.title()
bytearray(b'').title(memoryview(b'zz'))
b''.title(3.5, -1)
b'-42'.title(2)
bytearray(b'').title(100, b'\n', 3.5)
""")
