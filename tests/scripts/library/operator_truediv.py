"""operator.truediv with every kind of argument."""
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
operator.truediv(3, 2.5)
operator.truediv(1, 2)
operator.truediv(0, 1)
operator.truediv(3, -1)
operator.truediv(-1, 2.5)
operator.truediv(3, 3)
operator.truediv(2, 2.5)
operator.truediv(True, 2.5)
operator.truediv(-1, 1)
operator.truediv(1, 3)
operator.truediv(2.5, 3)
operator.truediv(2.5, -1)
operator.truediv(2, True)
operator.truediv(-1, 2)
operator.truediv(2, -1)
operator.truediv(-1, 3)
operator.truediv(2.5, 2)
operator.truediv(2.5, 1)
operator.truediv(-1, {'a': 1}, 2.5)
operator.truediv(3, (1, 2))
operator.truediv((1, 2), [1, 2, 3])
operator.truediv(None)
operator.truediv(2.5, 0)
operator.truediv(True, 0)
""")
