"""math.cos with every kind of argument."""
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
math.cos(2**70)
math.cos(1e10)
math.cos(-0.0)
math.cos(709.5)
math.cos(100)
math.cos(-0.75)
math.cos(2)
math.cos(0.1)
math.cos(-3)
math.cos(0.5)
math.cos(1)
math.cos(-2.5)
math.cos(10)
math.cos(1.0000001)
math.cos(1e-5)
math.cos(170)
math.cos(20)
math.cos(7)
math.cos(0.25)
math.cos(1, 0, 0)
math.cos(-3, [3.0, 4.0])
math.cos('a')
math.cos(1j)
math.cos(None)
math.cos([3.0, 4.0])
math.cos(10**400)
math.cos(nope=1)
math.cos(b'1')
math.cos(float('inf'))
math.cos((1, 2, 3))
""")
