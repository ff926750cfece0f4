"""math.modf with every kind of argument."""
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
math.modf(-float('inf'))
math.modf(0)
math.modf(-2.5)
math.modf(1)
math.modf(float('inf'))
math.modf(-1)
math.modf(float('nan'))
math.modf(2)
math.modf(0.1)
math.modf(0.5)
math.modf(170)
math.modf(7)
math.modf(3)
math.modf(100)
math.modf(20)
math.modf(2**70)
math.modf(1e10)
math.modf(-0.0)
math.modf(1e-5)
math.modf(-3)
math.modf([1, 2])
math.modf(1j, 3)
math.modf(3, [1, 2], True)
math.modf(nope=1)
math.modf(None)
math.modf(1j)
math.modf('a')
math.modf(b'1')
math.modf((1, 2, 3))
math.modf(10**400)
""")
