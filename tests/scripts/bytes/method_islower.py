"""bytes.islower with every kind of argument."""
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
b'aaaa'.islower()
b'  spaced  '.islower()
b'aXbXc'.islower()
b''.islower()
b'Hello World'.islower()
b'line1\nline2\r\nline3'.islower()
b'tab\tbed'.islower()
b'a,b,,c'.islower()
b'-42'.islower(2**70, b'\xff', b'\xff')
b'-42'.islower(256)
bytearray(b'mutable').islower(b'hello')
bytearray(b'').islower(-1, [98])
""")
