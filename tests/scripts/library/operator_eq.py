"""operator.eq with every kind of argument."""
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
operator.eq(1, 1)
operator.eq(3, slice(1))
operator.eq(-1, 2)
operator.eq({1, 2}, {'a': 1})
operator.eq(3, 0)
operator.eq(3, 1)
operator.eq(2, 2)
operator.eq(2, slice(1))
operator.eq('b', 1)
operator.eq('abc', 'abc')
operator.eq({'a': 1}, -1)
operator.eq(2, {1, 2})
operator.eq(2.5, -1)
operator.eq('b', 'b')
operator.eq(0, 0)
operator.eq(slice(1), slice(1))
operator.eq((1, 2), (1, 2))
operator.eq([1, 2, 3], [1, 2, 3])
operator.eq(1, True)
operator.eq(-1, -1)
operator.eq({1, 2}, -1, None)
operator.eq(3)
operator.eq(nope=1)
""")
