"""operator.indexOf with every kind of argument."""
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
operator.indexOf({1, 2}, 2)
operator.indexOf({1, 2}, 1)
operator.indexOf({1, 2}, True)
operator.indexOf([1, 2, 3], 1)
operator.indexOf('abc', 'b')
operator.indexOf((1, 2), 2)
operator.indexOf([1, 2, 3], 3)
operator.indexOf(b'x', [1, 2, 3], -1)
operator.indexOf('abc', b'x')
operator.indexOf(3, b'x')
operator.indexOf(2.5, {1, 2})
operator.indexOf(1, 2, 'abc', [1, 2, 3])
operator.indexOf(nope=1)
""")
