"""math.cosh with every kind of argument."""
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
math.cosh(True)
math.cosh(2)
math.cosh(20)
math.cosh(float('nan'))
math.cosh(-float('inf'))
math.cosh(100)
math.cosh(5.5)
math.cosh(-2.5)
math.cosh(-0.75)
math.cosh(0.1)
math.cosh(-0.0)
math.cosh(1.0000001)
math.cosh(0.5)
math.cosh(0.25)
math.cosh(-3)
math.cosh(170)
math.cosh(1e-5)
math.cosh(0.1, 2, [1, 2])
math.cosh(float('inf'), 170)
math.cosh(1e10)
math.cosh((1, 2, 3))
math.cosh(None)
math.cosh(b'1')
math.cosh(nope=1)
math.cosh([1, 2])
math.cosh(1j)
math.cosh('a')
math.cosh(10**400)
""")
