"""math.degrees with every kind of argument."""
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
math.degrees(170)
math.degrees(3)
math.degrees(1e10)
math.degrees(-2.5)
math.degrees(10)
math.degrees(-3)
math.degrees(0.1)
math.degrees(float('nan'))
math.degrees(-float('inf'))
math.degrees(2**70)
math.degrees(1)
math.degrees(1e-5)
math.degrees(7)
math.degrees(20)
math.degrees(-0.0)
math.degrees(0.5)
math.degrees(100)
math.degrees(float('inf'))
math.degrees(-1)
math.degrees(0)
math.degrees((1, 2, 3), -2.5, -0.0)
math.degrees(10, -2.5)
math.degrees(10**400)
math.degrees('a')
math.degrees((1, 2, 3))
math.degrees([3.0, 4.0])
math.degrees(nope=1)
math.degrees(1j)
math.degrees(None)
math.degrees(b'1')
""")
