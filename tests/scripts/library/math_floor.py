"""math.floor with every kind of argument."""
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
math.floor(True)
math.floor(0.5)
math.floor(2)
math.floor(1e10)
math.floor(100)
math.floor(-0.0)
math.floor(0.1)
math.floor(3)
math.floor(10)
math.floor(-3)
math.floor(20)
math.floor(170)
math.floor(1)
math.floor(-1)
math.floor(2**70)
math.floor(7)
math.floor(-2.5)
math.floor([3.0, 4.0], 1e10)
math.floor(0.5, 10, -0.0)
math.floor(nope=1)
math.floor((1, 2, 3))
math.floor(-float('inf'))
math.floor([3.0, 4.0])
math.floor(None)
math.floor(1j)
math.floor('a')
math.floor(float('nan'))
math.floor(b'1')
""")
