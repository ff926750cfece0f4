"""operator.pos with every kind of argument."""
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
operator.pos(2.5)
operator.pos(2)
operator.pos(3)
operator.pos(1)
operator.pos(0)
operator.pos(-1)
operator.pos(0, 'abc', [1, 2, 3])
operator.pos((1, 2), 'abc')
operator.pos(None)
operator.pos({1, 2})
""")
