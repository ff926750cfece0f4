"""operator.rshift with every kind of argument."""
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
operator.rshift(1, 2)
operator.rshift(2, 0)
operator.rshift(-1, 2)
operator.rshift(3, 3)
operator.rshift(1, 0)
operator.rshift(-1, 1)
operator.rshift(-1, 3)
operator.rshift(True, True)
operator.rshift(3, 0)
operator.rshift(2, 1)
operator.rshift(True, 0)
operator.rshift((1, 2), 3)
operator.rshift(None, 2.5)
operator.rshift(None, -1, 3)
operator.rshift(0, -1)
operator.rshift(0)
operator.rshift(nope=1)
""")
