"""math.atan with every kind of argument."""
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
math.atan(5.5)
math.atan(1e10)
math.atan(-2.5)
math.atan(3)
math.atan(2)
math.atan(10)
math.atan(20)
math.atan(709.5)
math.atan(1e-5)
math.atan(0.5)
math.atan(-0.75)
math.atan(1e-300)
math.atan(-float('inf'))
math.atan(7)
math.atan(float('inf'))
math.atan(100)
math.atan(0.25)
math.atan(170)
math.atan(float('nan'))
math.atan(True)
math.atan(None, 1j)
math.atan(float('nan'), b'1', 5.5)
math.atan([3.0, 4.0])
math.atan(nope=1)
math.atan(1j)
math.atan(10**400)
math.atan((1, 2, 3))
math.atan(b'1')
math.atan('a')
math.atan(None)
""")
