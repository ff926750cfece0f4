"""operator.not_ with every kind of argument."""
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
operator.not_(-1)
operator.not_(2.5)
operator.not_(None)
operator.not_(b'x')
operator.not_(slice(1))
operator.not_('b')
operator.not_(2)
operator.not_([1, 2, 3])
operator.not_(1)
operator.not_('abc')
operator.not_({1, 2})
operator.not_(0)
operator.not_(True, None)
operator.not_(None, 1, True)
operator.not_(nope=1)
""")
