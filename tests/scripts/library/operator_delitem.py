"""operator.delitem with every kind of argument."""
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
operator.delitem([1, 2, 3], 2)
operator.delitem([1, 2, 3], 0)
operator.delitem([1, 2, 3], -1)
operator.delitem(0, 3)
operator.delitem({'a': 1}, True)
operator.delitem({1, 2}, -1)
operator.delitem(b'x', 'abc')
operator.delitem([1, 2, 3], 'b', 'b')
operator.delitem([1, 2, 3], (1, 2))
operator.delitem(b'x', 2)
operator.delitem(None)
operator.delitem({'a': 1}, {1, 2})
operator.delitem({'a': 1}, 1)
operator.delitem({'a': 1}, 3)
""")
