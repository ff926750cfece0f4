"""math.prod with every kind of argument."""
import math


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
math.prod([1, 2], start=2)
math.prod([1, 2])
math.prod((1, 2, 3))
math.prod('a')
math.prod(b'1')
math.prod([3.0, 4.0])
math.prod(7, -float('inf'), 100)
math.prod(-2.5)
math.prod(-1, 1j)
math.prod(0)
math.prod()
math.prod(0, 1, -1, 2)
""")
