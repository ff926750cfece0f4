"""operator.neg with every kind of argument."""
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
operator.neg(2.5)
operator.neg(3)
operator.neg(-1)
operator.neg(2)
operator.neg(True)
operator.neg(1)
operator.neg(-1, 3, {1, 2})
operator.neg()
operator.neg('abc')
operator.neg({'a': 1})
operator.neg(nope=1)
""")
