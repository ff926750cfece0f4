"""operator.concat with every kind of argument."""
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
operator.concat('abc', 'abc')
operator.concat('b', 'b')
operator.concat('abc', 'b')
operator.concat(b'x', b'x')
operator.concat('b', 'abc')
operator.concat((1, 2), (1, 2))
operator.concat(1, 'abc', 2.5)
operator.concat({1, 2}, 1)
operator.concat([1, 2, 3], 0)
operator.concat('abc', True)
operator.concat(2, 'abc')
operator.concat(b'x', (1, 2))
operator.concat({1, 2})
operator.concat((1, 2), slice(1))
operator.concat((1, 2), 'abc')
operator.concat('abc', slice(1))
operator.concat(b'x', True)
""")
