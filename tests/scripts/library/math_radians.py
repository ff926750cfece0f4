"""math.radians with every kind of argument."""
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
math.radians(-3)
math.radians(2)
math.radians(0.1)
math.radians(-0.0)
math.radians(0)
math.radians(float('nan'))
math.radians(0.5)
math.radians(-float('inf'))
math.radians(2**70)
math.radians(True)
math.radians(1e-5)
math.radians(-1)
math.radians(100)
math.radians(-2.5)
math.radians(3)
math.radians(10)
math.radians(20)
math.radians(1e10)
math.radians(7)
math.radians(170)
math.radians(True, b'1')
math.radians(0.5, [3.0, 4.0], -0.0)
math.radians(10**400)
math.radians('a')
math.radians([1, 2])
math.radians(nope=1)
math.radians(b'1')
math.radians((1, 2, 3))
math.radians(None)
math.radians(1j)
""")
