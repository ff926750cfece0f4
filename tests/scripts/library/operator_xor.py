"""operator.xor with every kind of argument."""
import operator


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
operator.xor(3, 0)
operator.xor(3, 2)
operator.xor(3, True)
operator.xor(0, -1)
operator.xor({1, 2}, {1, 2})
operator.xor(-1, 1)
operator.xor(1, -1)
operator.xor(1, 0)
operator.xor(2, 2)
operator.xor(0, 1)
operator.xor(-1, 0)
operator.xor(3, 1)
operator.xor(True, 1)
operator.xor(0, 3)
operator.xor(1, 2)
operator.xor(True, -1)
operator.xor(-1, -1)
operator.xor(-1, 2)
operator.xor(2, 0)
operator.xor(2, 'abc', 3)
operator.xor({'a': 1}, (1, 2))
operator.xor(None, -1)
operator.xor('abc')
operator.xor(nope=1)
""")
