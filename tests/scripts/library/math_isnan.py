"""math.isnan with every kind of argument."""
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
math.isnan(-1)
math.isnan(1e-5)
math.isnan(0.5)
math.isnan(float('inf'))
math.isnan(0.1)
math.isnan(170)
math.isnan(-0.0)
math.isnan(-2.5)
math.isnan(10)
math.isnan(100)
math.isnan(float('nan'))
math.isnan(-float('inf'), float('inf'))
math.isnan(170, 1, 0)
math.isnan('a')
math.isnan(1j)
math.isnan(None)
math.isnan((1, 2, 3))
math.isnan(10**400)
math.isnan(nope=1)
math.isnan(b'1')
math.isnan([3.0, 4.0])
""")
