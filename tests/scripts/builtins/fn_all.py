"""The builtin all() with every kind of argument."""
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
all(())
all([])
all([1])
all('½²')
all('a')
all('x' * 5)
all(['b', 'a'])
all(b'')
all([True, False])
all(bytearray(b'xyz'))
all('ǅ\u0345')
all(range(5))
all(-1, 255)
all([1, 2, 3], [1, 2, 3], -128)
all(1e-7)
all(10)
""")
