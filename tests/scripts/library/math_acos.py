"""math.acos with every kind of argument."""
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
math.acos(float('nan'))
math.acos(0)
math.acos(0.1)
math.acos(0.5)
math.acos(-1)
math.acos(1e-5)
math.acos(-0.75)
math.acos(1)
math.acos(0.25)
math.acos(709.5, 1e-5)
math.acos(-0.75, 0, 1e-300)
math.acos(10**400)
math.acos(nope=1)
math.acos(1e10)
math.acos((1, 2, 3))
math.acos(b'1')
math.acos('a')
math.acos(None)
math.acos([3.0, 4.0])
math.acos(1j)
""")
