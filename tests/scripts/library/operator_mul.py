"""operator.mul with every kind of argument."""
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
operator.mul(2, 'b')
operator.mul(b'x', 3)
operator.mul(2.5, 3)
operator.mul(True, 'b')
operator.mul(b'x', 1)
operator.mul(b'x', -1)
operator.mul(0, 3)
operator.mul(1, 2)
operator.mul('abc', 0)
operator.mul(2, b'x')
operator.mul(2.5, True)
operator.mul(2, 1)
operator.mul(True, 3)
operator.mul(1, [1, 2, 3], True)
operator.mul(-1, {1, 2})
operator.mul({1, 2}, [1, 2, 3])
operator.mul(1, 2, 'abc', [1, 2, 3])
operator.mul(b'x', slice(1))
operator.mul((1, 2), 'abc')
operator.mul('abc', None)
operator.mul([1, 2, 3], [1, 2, 3])
operator.mul(1, {'a': 1})
operator.mul({'a': 1}, 'b')
operator.mul(2.5, b'x')
""")
