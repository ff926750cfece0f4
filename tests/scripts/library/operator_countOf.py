"""operator.countOf with every kind of argument."""
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
operator.countOf((1, 2), 1)
operator.countOf('abc', 1)
operator.countOf('abc', b'x')
operator.countOf((1, 2), True)
operator.countOf('b', 1)
operator.countOf({1, 2}, 2)
operator.countOf(slice(1), 1, 2)
operator.countOf(0, None)
operator.countOf(None, None)
operator.countOf('b')
operator.countOf(nope=1)
""")
