"""operator.lt with every kind of argument."""
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
operator.lt(0, 3)
operator.lt(2.5, 2)
operator.lt(2, True)
operator.lt(-1, 2.5)
operator.lt('abc', 'abc')
operator.lt(0, 2.5)
operator.lt(1, 1)
operator.lt(-1, -1)
operator.lt(1, 3)
operator.lt(3, 2.5)
operator.lt(2.5, True)
operator.lt({1, 2}, {1, 2})
operator.lt('b', 'abc')
operator.lt(1, True)
operator.lt(0, 1)
operator.lt(2, 3)
operator.lt(1, 2.5)
operator.lt(True, 2.5)
operator.lt(True, 3)
operator.lt(True, -1, b'x')
operator.lt('b', b'x')
operator.lt(2.5, {1, 2})
operator.lt(slice(1))
operator.lt(nope=1)
""")
