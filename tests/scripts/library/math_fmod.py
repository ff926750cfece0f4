"""math.fmod with every kind of argument."""
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
math.fmod(20, 1)
math.fmod(True, 2)
math.fmod(-0.0, 1)
math.fmod(20, 2**70)
math.fmod(3, 20)
math.fmod(2**70, 1e-5)
math.fmod(-1, 0.1)
math.fmod(float('inf'), float('nan'))
math.fmod(0.1, 2)
math.fmod(1e-5, -3)
math.fmod(-2.5, 2)
math.fmod(0.5, -3)
math.fmod(2, 1e-5)
math.fmod(2, 170)
math.fmod(10, 170)
math.fmod(-2.5, float('inf'))
math.fmod(-2.5, 1e-5)
math.fmod(True, 1e-5)
math.fmod(2**70, 100)
math.fmod(100, b'1')
math.fmod(2, True, 10**400)
math.fmod(1j)
math.fmod(1j, 1e10)
math.fmod('a', 7)
math.fmod(-2.5, 0)
math.fmod(None, (1, 2, 3))
math.fmod([1, 2], -2.5)
math.fmod(2, (1, 2, 3))
math.fmod(10**400, [1, 2])
math.fmod(nope=1)
""")
