"""math.sqrt with every kind of argument."""
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
math.sqrt(7)
math.sqrt(float('inf'))
math.sqrt(10)
math.sqrt(-0.0)
math.sqrt(20)
math.sqrt(0.5)
math.sqrt(1e10)
math.sqrt(float('nan'))
math.sqrt(2)
math.sqrt(0)
math.sqrt(1e-5)
math.sqrt(100)
math.sqrt(170)
math.sqrt(True)
math.sqrt(2**70)
math.sqrt(3)
math.sqrt(0.1)
math.sqrt(-3)
math.sqrt(-1, 3, 1j)
math.sqrt('a', -3)
math.sqrt('a')
math.sqrt(None)
math.sqrt(nope=1)
math.sqrt([1, 2])
math.sqrt((1, 2, 3))
math.sqrt(1j)
math.sqrt(b'1')
math.sqrt(10**400)
""")
