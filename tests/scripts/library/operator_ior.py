"""operator.ior with every kind of argument."""
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
operator.ior(3, 3)
operator.ior(3, 1)
operator.ior(True, 0)
operator.ior(-1, -1)
operator.ior(True, True)
operator.ior(0, 1)
operator.ior(2, 2)
operator.ior(True, 3)
operator.ior(-1, 0)
operator.ior(1, 0)
operator.ior(0, 0)
operator.ior(2, 0)
operator.ior(-1, 1)
operator.ior({1, 2}, {1, 2})
operator.ior([1, 2, 3], {1, 2})
operator.ior(True)
operator.ior(b'x', 'b', slice(1))
operator.ior(2.5, (1, 2))
operator.ior({'a': 1}, {1, 2})
operator.ior({'a': 1}, -1)
operator.ior(nope=1)
operator.ior({'a': 1}, True)
operator.ior({'a': 1}, 'b')
""")
