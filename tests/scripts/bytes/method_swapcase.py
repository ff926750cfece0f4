"""bytes.swapcase with every kind of argument."""
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
b'x'.swapcase()
b'-42'.swapcase()
b'a,b,,c'.swapcase()
b''.swapcase()
b'Hello World'.swapcase()
bytearray(b'mutable').swapcase()
b'aaaa'.swapcase()
b'hello world'.swapcase(3.5)
b'hello world'.swapcase(-1, b'\xff')
bytearray(b'').swapcase(b'hello')
bytearray(b'mutable').swapcase({}, 256)
""")
