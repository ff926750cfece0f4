"""operator.and_ with every kind of argument."""
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
operator.and_(0, 2)
operator.and_(True, 1)
operator.and_(3, 2)
operator.and_(1, 0)
operator.and_(2, 1)
operator.and_(1, True)
operator.and_({1, 2}, {1, 2})
operator.and_(3, 1)
operator.and_(-1, 3)
operator.and_(True, True)
operator.and_(3, 3)
operator.and_(2, 2)
operator.and_(3, -1)
operator.and_(2, 3)
operator.and_(None, {'a': 1})
operator.and_({1, 2}, None, slice(1))
operator.and_(2.5)
operator.and_(1, {'a': 1})
operator.and_(nope=1)
""")
