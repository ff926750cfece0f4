"""bytes.isalpha with every kind of argument."""
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
b'aaaa'.isalpha()
b'x'.isalpha()
b'  spaced  '.isalpha()
b''.isalpha(b' ', bytes(256), b'\xff')
b'12345'.isalpha(2**70)
bytearray(b'mutable').isalpha(2, 20, b' ')
bytearray(b'').isalpha(b'hello', 108)
b'hello world'.isalpha(nope=1)
""")
