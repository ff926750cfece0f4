"""operator.contains with every kind of argument."""
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
operator.contains((1, 2), -1)
operator.contains({'a': 1}, 'abc')
operator.contains([1, 2, 3], (1, 2))
operator.contains({'a': 1}, (1, 2))
operator.contains((1, 2), 1)
operator.contains((1, 2), 'abc')
operator.contains({1, 2}, None)
operator.contains([1, 2, 3], 'abc')
operator.contains((1, 2), {1, 2})
operator.contains(b'x', 2)
operator.contains({'a': 1}, 1)
operator.contains([1, 2, 3], True)
operator.contains('abc', 'abc')
operator.contains('abc', 1, 'abc')
operator.contains('abc', None)
operator.contains(True, 1)
operator.contains({1, 2}, {'a': 1})
operator.contains(b'x', {'a': 1})
operator.contains(b'x', [1, 2, 3])
operator.contains('abc', (1, 2))
operator.contains(2.5, -1)
operator.contains('b', 3)
operator.contains('b', {1, 2})
operator.contains(0)
""")
