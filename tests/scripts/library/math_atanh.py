"""math.atanh with every kind of argument."""
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
math.atanh(0)
math.atanh(-0.75)
math.atanh(1e-300)
math.atanh(0.1)
math.atanh(0.5)
math.atanh(-0.0)
math.atanh(float('nan'))
math.atanh(0.25)
math.atanh(1e-5)
math.atanh(1.0000001, 170)
math.atanh(100, -2.5, -float('inf'))
math.atanh(b'1')
math.atanh(-3)
math.atanh([1, 2])
math.atanh(None)
math.atanh(1j)
math.atanh((1, 2, 3))
math.atanh(nope=1)
math.atanh('a')
math.atanh(10**400)
""")
