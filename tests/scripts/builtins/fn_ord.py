"""The builtin ord() with every kind of argument."""
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
ord('\ud800')
ord('abc', 'x' * 5)
ord(type)
ord([0.5, 1, 2], ..., (1, 2))
ord([0.5, 1, 2])
ord(bytearray())
ord(range(10, 0, -3))
ord(-128)
ord(b'a,b,c')
ord(nope=1)
ord({'k': [1, 2]})
ord(abs)
""")
