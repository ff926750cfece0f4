"""operator.is_ with every kind of argument."""
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
operator.is_({1, 2}, 'b')
operator.is_(True, 'b')
operator.is_((1, 2), 2.5)
operator.is_(3, {1, 2})
operator.is_(None, b'x')
operator.is_(b'x', 1)
operator.is_(-1, 2)
operator.is_(1, b'x')
operator.is_('b', 'b')
operator.is_((1, 2), 1)
operator.is_(None, [1, 2, 3])
operator.is_(None, None)
operator.is_(3, 3)
operator.is_(0, 0)
operator.is_(1, 1)
operator.is_(2, 2)
operator.is_(True, True)
operator.is_('abc', 'abc')
operator.is_({'a': 1}, slice(1), 'b')
operator.is_('b')
operator.is_(nope=1)
""")
