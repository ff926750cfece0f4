"""math.remainder with every kind of argument."""
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
math.remainder(1e10, 10)
math.remainder(-0.0, 7)
math.remainder(float('nan'), 2)
math.remainder(-3, 0.1)
math.remainder(0.1, 1)
math.remainder(100, 1e10)
math.remainder(0.5, 100)
math.remainder(20, float('inf'))
math.remainder(-1, 2)
math.remainder(3, 0.1)
math.remainder(7, 170)
math.remainder(3, -float('inf'))
math.remainder(1e-5, 7)
math.remainder(10, -3)
math.remainder(3, 1e-5)
math.remainder(-3, 170)
math.remainder(-2.5, 7)
math.remainder(170, 7)
math.remainder(100, 1e-5)
math.remainder(100, 20, 20)
math.remainder(10**400, 3)
math.remainder(-0.0)
math.remainder(20, (1, 2, 3))
math.remainder(b'1', 1j)
math.remainder(None, float('nan'))
math.remainder(20, -0.0)
math.remainder(1j, 7)
math.remainder('a', -3)
math.remainder([1, 2], 1e-5)
math.remainder(nope=1)
""")
