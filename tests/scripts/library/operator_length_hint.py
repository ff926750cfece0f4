"""operator.length_hint with every kind of argument."""
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
operator.length_hint({1, 2}, 0)
operator.length_hint({'a': 1}, 2)
operator.length_hint(-1, 1)
operator.length_hint(1, True)
operator.length_hint(None, 3)
operator.length_hint((1, 2), 1)
operator.length_hint(1, 2)
operator.length_hint('abc', -1)
operator.length_hint('abc', True)
operator.length_hint(None, -1)
operator.length_hint(3, 0)
operator.length_hint(2.5)
operator.length_hint(None)
operator.length_hint(2, -1)
operator.length_hint(True, -1)
operator.length_hint(2, 'b')
operator.length_hint(b'x', 3, 'abc')
operator.length_hint('abc', slice(1))
operator.length_hint()
operator.length_hint(1, 2, 'abc', [1, 2, 3])
""")
