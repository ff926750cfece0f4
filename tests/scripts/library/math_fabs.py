"""math.fabs with every kind of argument."""
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
math.fabs(2)
math.fabs(-float('inf'))
math.fabs(7)
math.fabs(-3)
math.fabs(-0.0)
math.fabs(20)
math.fabs(float('nan'))
math.fabs(0.1)
math.fabs(0.5)
math.fabs(10)
math.fabs(1)
math.fabs(170)
math.fabs(-2.5)
math.fabs(1e-5)
math.fabs(100)
math.fabs(2**70)
math.fabs(1e10)
math.fabs(2, -0.0, 1j)
math.fabs(2, 1e-5)
math.fabs([3.0, 4.0])
math.fabs(nope=1)
math.fabs(10**400)
math.fabs('a')
math.fabs(1j)
math.fabs(b'1')
math.fabs((1, 2, 3))
math.fabs(None)
""")
