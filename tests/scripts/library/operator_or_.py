"""operator.or_ with every kind of argument."""
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
operator.or_(1, 1)
operator.or_(-1, 3)
operator.or_(-1, -1)
operator.or_(0, 2)
operator.or_(3, 2)
operator.or_(1, 3)
operator.or_(-1, True)
operator.or_(0, 3)
operator.or_(True, True)
operator.or_(0, 1)
operator.or_(1, True)
operator.or_({1, 2}, {1, 2})
operator.or_(0, 0)
operator.or_({'a': 1}, {'a': 1})
operator.or_(2, 0)
operator.or_(2, 2)
operator.or_(True, 'b', 'abc')
operator.or_(b'x')
operator.or_({'a': 1}, None)
operator.or_(True, b'x')
operator.or_(nope=1)
""")
