"""bytes.isalnum with every kind of argument."""
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
b'  spaced  '.isalnum()
b'aXbXc'.isalnum()
b'\x00\xff\x80'.isalnum()
bytearray(b'mutable').isalnum()
b'aaaa'.isalnum()
b'tab\tbed'.isalnum()
b'Hello World'.isalnum()
b''.isalnum()
b'x'.isalnum(2**70, None)
b'x'.isalnum(b'X')
bytearray(b'').isalnum(-1, b'', b'X')
bytearray(b'').isalnum(b',', 20)
b'hello world'.isalnum(nope=1)
""")
