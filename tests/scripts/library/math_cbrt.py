"""math.cbrt with every kind of argument."""
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
math.cbrt(-0.0)
math.cbrt(True)
math.cbrt(float('inf'))
math.cbrt(1e-5)
math.cbrt(-float('inf'))
math.cbrt(709.5)
math.cbrt(-0.75)
math.cbrt(1e-300)
math.cbrt(7)
math.cbrt(20)
math.cbrt(0.5)
math.cbrt(1e10)
math.cbrt(1.0000001)
math.cbrt(2**70)
math.cbrt(100)
math.cbrt(-2.5)
math.cbrt(0)
math.cbrt(5.5)
math.cbrt(0.25)
math.cbrt(10)
math.cbrt(5.5, float('inf'))
math.cbrt(float('inf'), float('inf'), 0)
math.cbrt([3.0, 4.0])
math.cbrt(1j)
math.cbrt(b'1')
math.cbrt(10**400)
math.cbrt('a')
math.cbrt(None)
math.cbrt(nope=1)
math.cbrt((1, 2, 3))
""")
