"""operator.truth with every kind of argument."""
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
operator.truth(2)
operator.truth('b')
operator.truth(-1)
operator.truth({'a': 1})
operator.truth(1)
operator.truth(0)
operator.truth(2.5)
operator.truth({1, 2})
operator.truth(slice(1))
operator.truth((1, 2))
operator.truth([1, 2, 3])
operator.truth(None)
operator.truth(-1, {1, 2})
operator.truth('abc', 2, (1, 2))
operator.truth(nope=1)
""")
