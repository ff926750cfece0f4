"""math.asin with every kind of argument."""
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
math.asin(0.1)
math.asin(0.25)
math.asin(-0.75)
math.asin(1e-5)
math.asin(float('nan'))
math.asin(0.5)
math.asin(1)
math.asin(1e-300)
math.asin(-1)
math.asin(0)
math.asin(-0.0)
math.asin(b'1', float('inf'))
math.asin(1, 10, [1, 2])
math.asin(100)
math.asin((1, 2, 3))
math.asin(None)
math.asin(1j)
math.asin([1, 2])
math.asin(nope=1)
math.asin(10**400)
math.asin('a')
math.asin(b'1')
""")
