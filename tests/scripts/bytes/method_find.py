"""bytes.find with every kind of argument."""
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
b''.find(b'\xff')
bytearray(b'mutable').find(108, 100)
b'aXbXc'.find(108, 5)
b'Hello World'.find(b' ')
b'  spaced  '.find(b'')
b'\x00\xff\x80'.find(b'')
b'hello world'.find(100)
b'a,b,,c'.find(b'')
b'hello world'.find(b'l')
b'  spaced  '.find(100)
bytearray(b'mutable').find(b'', 2)
b'\x00\xff\x80'.find(b'\xff')
b'tab\tbed'.find(100)
bytearray(b'mutable').find(108)
b'tab\tbed'.find({}, 2)
b'-42'.find(3.5)
b'  spaced  '.find(256)
b'Hello World'.find()
b'hello world'.find(b'l', b'X', 108, b'', b' ')
""")
