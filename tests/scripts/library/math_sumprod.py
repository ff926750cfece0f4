"""math.sumprod with every kind of argument."""
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
math.sumprod(b'1', b'1')
math.sumprod([1, 2], [3.0, 4.0])
math.sumprod(-float('inf'), 1e10, b'1')
math.sumprod(2, -float('inf'))
math.sumprod(-float('inf'), True)
math.sumprod(2**70)
math.sumprod(nope=1)
math.sumprod((1, 2, 3), b'1')
""")
