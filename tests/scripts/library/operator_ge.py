"""operator.ge with every kind of argument."""
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
operator.ge(2, 0)
operator.ge('abc', 'b')
operator.ge(slice(1), slice(1))
operator.ge([1, 2, 3], [1, 2, 3])
operator.ge(-1, 0)
operator.ge(True, 2.5)
operator.ge(-1, True)
operator.ge(True, True)
operator.ge(2, True)
operator.ge(True, 3)
operator.ge('b', 'abc')
operator.ge(1, 2.5)
operator.ge(3, 2.5)
operator.ge(-1, -1)
operator.ge(-1, 3)
operator.ge(True, 2)
operator.ge(-1, 2)
operator.ge(0, 2.5)
operator.ge(0, -1)
operator.ge({'a': 1}, None, 3)
operator.ge(slice(1), 1)
operator.ge(1, None)
operator.ge()
operator.ge(nope=1)
""")
