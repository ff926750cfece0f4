"""operator.is_not with every kind of argument."""
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
operator.is_not(3, (1, 2))
operator.is_not(True, 2.5)
operator.is_not('abc', 2)
operator.is_not([1, 2, 3], b'x')
operator.is_not(2, [1, 2, 3])
operator.is_not([1, 2, 3], {1, 2})
operator.is_not(slice(1), True)
operator.is_not(2, {1, 2})
operator.is_not(True, 0)
operator.is_not('abc', 3)
operator.is_not(2, 2)
operator.is_not('b', 'b')
operator.is_not(3, 3)
operator.is_not(b'x', b'x')
operator.is_not(True, True)
operator.is_not(2.5, 2.5)
operator.is_not(None, None)
operator.is_not(1, 1)
operator.is_not(b'x', 1, 2.5)
operator.is_not([1, 2, 3])
operator.is_not(nope=1)
""")
