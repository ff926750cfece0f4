"""operator.floordiv with every kind of argument."""
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
operator.floordiv(2, 3)
operator.floordiv(-1, 2)
operator.floordiv(-1, 3)
operator.floordiv(2.5, -1)
operator.floordiv(True, -1)
operator.floordiv(2, 2.5)
operator.floordiv(0, True)
operator.floordiv(2, 2)
operator.floordiv(0, -1)
operator.floordiv(-1, -1)
operator.floordiv(3, True)
operator.floordiv(-1, 2.5)
operator.floordiv(2, -1)
operator.floordiv(2.5, 2.5)
operator.floordiv(3, 2)
operator.floordiv(3, -1)
operator.floordiv(2.5, True)
operator.floordiv(2)
operator.floordiv({'a': 1}, {'a': 1}, 3)
operator.floordiv('b', {1, 2})
operator.floordiv((1, 2), -1)
operator.floordiv(True, 0)
operator.floordiv(2.5, 0)
operator.floordiv(nope=1)
""")
