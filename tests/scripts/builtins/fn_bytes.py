"""The builtin bytes() with every kind of argument."""
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
bytes([True, False])
bytes((1,))
bytes(range(10, 0, -3))
bytes('a,b,,c', encoding='latin-1')
bytes(b'abc')
bytes(1)
bytes('x' * 5, encoding='latin-1')
bytes(2)
bytes(b'a,b,c')
bytes({1: 'x', 2: 'y'})
bytes(b'a')
bytes(b'Hello World')
bytes('\ud800', '\t\x00\x7f')
bytes(str, 2.5, b'Hello World')
bytes(b'a,b,c', b'a')
bytes(1j, -2, 10)
bytes((1+2j), sorted)
bytes(type, ValueError('v'))
bytes(b'Hello World', -0j)
bytes(sorted, 'ÀÉß', 1e-7)
bytes((3-4j))
bytes([[1], [2, 3]], range(10, 0, -3), 7)
bytes(KeyError('k'), (1, 2), [3, 1, 2])
""")
