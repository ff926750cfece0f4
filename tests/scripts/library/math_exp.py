"""math.exp with every kind of argument."""
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
math.exp(float('inf'))
math.exp(0.1)
math.exp(-3)
math.exp(True)
math.exp(1e-5)
math.exp(3)
math.exp(2)
math.exp(-0.75)
math.exp(-float('inf'))
math.exp(-2.5)
math.exp(0.5)
math.exp(5.5)
math.exp(170)
math.exp(1e-300)
math.exp(709.5)
math.exp(-1)
math.exp(float('nan'))
math.exp(1.0000001)
math.exp(100)
math.exp(-1, -2.5)
math.exp([3.0, 4.0], 3, [3.0, 4.0])
math.exp((1, 2, 3))
math.exp([1, 2])
math.exp('a')
math.exp(1e10)
math.exp(10**400)
math.exp(None)
math.exp(b'1')
math.exp(nope=1)
math.exp(1j)
""")
