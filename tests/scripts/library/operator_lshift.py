"""operator.lshift with every kind of argument."""
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
operator.lshift(2, 2)
operator.lshift(-1, 2)
operator.lshift(0, 0)
operator.lshift(3, 2)
operator.lshift(-1, 1)
operator.lshift(True, True)
operator.lshift(-1, 3)
operator.lshift(3, 3)
operator.lshift(2, 0)
operator.lshift(0, True)
operator.lshift(True, 3)
operator.lshift(2, True)
operator.lshift(True, 2)
operator.lshift(2, 1)
operator.lshift(1, 1)
operator.lshift(3, 0)
operator.lshift(1, 0)
operator.lshift(0, 1)
operator.lshift(None, True)
operator.lshift({1, 2}, True)
operator.lshift('b', 'abc', slice(1))
operator.lshift([1, 2, 3])
operator.lshift(-1, -1)
operator.lshift(nope=1)
""")
