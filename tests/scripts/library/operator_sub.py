"""operator.sub with every kind of argument."""
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
operator.sub(2, 2)
operator.sub(1, 0)
operator.sub(0, -1)
operator.sub(0, 2.5)
operator.sub(3, 3)
operator.sub(2, 2.5)
operator.sub(1, True)
operator.sub(-1, 0)
operator.sub(2.5, 2)
operator.sub({1, 2}, {1, 2})
operator.sub(0, 2)
operator.sub(2.5, 1)
operator.sub(1, 2)
operator.sub(2, 3)
operator.sub(True, 3)
operator.sub(3, 0)
operator.sub(3, 2)
operator.sub(2.5, 0)
operator.sub(True, 2.5)
operator.sub(slice(1), 3, [1, 2, 3])
operator.sub(b'x', [1, 2, 3])
operator.sub('b', 'abc')
operator.sub(-1)
operator.sub(nope=1)
""")
