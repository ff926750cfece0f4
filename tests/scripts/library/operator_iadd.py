"""operator.iadd with every kind of argument."""
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
operator.iadd(3, True)
operator.iadd((1, 2), (1, 2))
operator.iadd([1, 2, 3], {'a': 1})
operator.iadd(3, -1)
operator.iadd(2.5, 3)
operator.iadd(0, -1)
operator.iadd(3, 3)
operator.iadd('b', 'abc')
operator.iadd(0, 2.5)
operator.iadd(-1, 2.5)
operator.iadd(2.5, 2)
operator.iadd(1, 3)
operator.iadd('abc', 'abc')
operator.iadd('abc', 0)
operator.iadd(1, [1, 2, 3])
operator.iadd(b'x', 'abc')
operator.iadd(1, 'abc')
operator.iadd(1, [1, 2, 3], (1, 2))
operator.iadd('b', {'a': 1})
operator.iadd('abc', {1, 2})
operator.iadd(2)
operator.iadd([1, 2, 3], 3)
operator.iadd(b'x', -1)
operator.iadd(b'x', slice(1))
""")
