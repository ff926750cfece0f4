"""bytes.isdigit with every kind of argument."""
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
bytearray(b'').isdigit()
b'aaaa'.isdigit()
b'12345'.isdigit()
b'\x00\xff\x80'.isdigit()
b''.isdigit()
b'  spaced  '.isdigit()
b'Hello World'.isdigit()
b'MiXeD cAsE 9'.isdigit()
b'aaaa'.isdigit(3.5, b' ')
b'aaaa'.isdigit({}, 2**70, 100)
bytearray(b'mutable').isdigit(5, 20)
bytearray(b'').isdigit(2)
""")
