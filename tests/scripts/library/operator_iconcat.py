"""operator.iconcat with every kind of argument."""
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
operator.iconcat('b', 'b')
operator.iconcat(b'x', b'x')
operator.iconcat([1, 2, 3], {'a': 1})
operator.iconcat('abc', 'b')
operator.iconcat([1, 2, 3], (1, 2))
operator.iconcat([1, 2, 3], 'abc')
operator.iconcat('b', 'abc')
operator.iconcat([1, 2, 3], [1, 2, 3])
operator.iconcat(1, 1, 3)
operator.iconcat(3, [1, 2, 3])
operator.iconcat(None, 1)
operator.iconcat('abc', -1)
operator.iconcat(b'x', -1)
operator.iconcat((1, 2), -1)
operator.iconcat('b', 2.5)
operator.iconcat()
operator.iconcat((1, 2), True)
operator.iconcat(b'x', True)
operator.iconcat('b', {'a': 1})
""")
