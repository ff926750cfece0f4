"""math.frexp with every kind of argument."""
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
math.frexp(100)
math.frexp(2)
math.frexp(7)
math.frexp(1e-5)
math.frexp(float('nan'))
math.frexp(0.5)
math.frexp(1e10)
math.frexp(0)
math.frexp(-1)
math.frexp(2**70)
math.frexp(1)
math.frexp(10)
math.frexp(170)
math.frexp(-3)
math.frexp(-2.5)
math.frexp(20)
math.frexp(3)
math.frexp(float('inf'))
math.frexp(-float('inf'))
math.frexp(0.1)
math.frexp(0, 2**70, [1, 2])
math.frexp((1, 2, 3), 2)
math.frexp('a')
math.frexp((1, 2, 3))
math.frexp(10**400)
math.frexp([3.0, 4.0])
math.frexp(nope=1)
math.frexp(None)
math.frexp(1j)
math.frexp(b'1')
""")
