"""operator.mod with every kind of argument."""
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
operator.mod(2.5, 2.5)
operator.mod(-1, 1)
operator.mod(True, -1)
operator.mod(b'x', [1, 2, 3])
operator.mod('abc', {'a': 1})
operator.mod(3, -1)
operator.mod(3, 2.5)
operator.mod(-1, 3)
operator.mod(2.5, -1)
operator.mod(True, 2)
operator.mod('b', b'x')
operator.mod(1, 2.5)
operator.mod(1, 2)
operator.mod(1, 3)
operator.mod(-1, 2.5)
operator.mod(2, 3)
operator.mod('abc', {1, 2})
operator.mod((1, 2), 1, 'b')
operator.mod(True, b'x')
operator.mod(2.5, [1, 2, 3])
operator.mod(b'x', 1)
operator.mod(None)
operator.mod(True, 0)
""")
