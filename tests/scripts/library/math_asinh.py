"""math.asinh with every kind of argument."""
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
math.asinh(10)
math.asinh(-0.75)
math.asinh(-3)
math.asinh(7)
math.asinh(-2.5)
math.asinh(-0.0)
math.asinh(-float('inf'))
math.asinh(0.5)
math.asinh(2**70)
math.asinh(709.5)
math.asinh(3)
math.asinh(0.1)
math.asinh(5.5)
math.asinh(-1)
math.asinh(100)
math.asinh(170)
math.asinh(1)
math.asinh(1e10)
math.asinh(1e-300)
math.asinh(0)
math.asinh(7, -3, True)
math.asinh(None, -0.0)
math.asinh('a')
math.asinh(1j)
math.asinh(nope=1)
math.asinh([3.0, 4.0])
math.asinh((1, 2, 3))
math.asinh(b'1')
math.asinh(10**400)
math.asinh(None)
""")
