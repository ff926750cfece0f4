"""math.sinh with every kind of argument."""
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
math.sinh(20)
math.sinh(1)
math.sinh(-float('inf'))
math.sinh(-0.0)
math.sinh(-1)
math.sinh(0.25)
math.sinh(5.5)
math.sinh(0.5)
math.sinh(100)
math.sinh(-2.5)
math.sinh(7)
math.sinh(float('inf'))
math.sinh(float('nan'))
math.sinh(1e-5)
math.sinh(-0.75)
math.sinh(170)
math.sinh(10)
math.sinh(1, 1j, 1j)
math.sinh('a', 5.5)
math.sinh(10**400)
math.sinh([1, 2])
math.sinh((1, 2, 3))
math.sinh(1e10)
math.sinh(1j)
math.sinh(None)
math.sinh('a')
math.sinh(nope=1)
math.sinh(b'1')
""")
