"""operator.ne with every kind of argument."""
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
operator.ne(True, 2)
operator.ne(None, b'x')
operator.ne(slice(1), (1, 2))
operator.ne({1, 2}, 3)
operator.ne(2, (1, 2))
operator.ne(3, None)
operator.ne('b', (1, 2))
operator.ne([1, 2, 3], -1)
operator.ne({'a': 1}, 3)
operator.ne({1, 2}, True)
operator.ne(None, None)
operator.ne(-1, -1)
operator.ne(True, 1)
operator.ne([1, 2, 3], [1, 2, 3])
operator.ne(0, 0)
operator.ne({1, 2}, {1, 2})
operator.ne(slice(1), slice(1))
operator.ne(2.5, 2.5)
operator.ne('abc', 'abc')
operator.ne('b', 'b')
operator.ne(0, [1, 2, 3], 1)
operator.ne({1, 2})
operator.ne(nope=1)
""")
