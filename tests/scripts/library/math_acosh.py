"""math.acosh with every kind of argument."""
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
math.acosh(20)
math.acosh(170)
math.acosh(True)
math.acosh(709.5)
math.acosh(2)
math.acosh(float('inf'))
math.acosh(2**70)
math.acosh(1.0000001)
math.acosh(100)
math.acosh(7)
math.acosh(1e10)
math.acosh(float('nan'))
math.acosh(3)
math.acosh(5.5)
math.acosh(10)
math.acosh(709.5, True)
math.acosh(-0.0, 1e-5, 2)
math.acosh(-0.75)
math.acosh(10**400)
math.acosh(b'1')
math.acosh((1, 2, 3))
math.acosh([3.0, 4.0])
math.acosh('a')
math.acosh(1j)
math.acosh(None)
math.acosh(nope=1)
""")
