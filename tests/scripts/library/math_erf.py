"""math.erf with every kind of argument."""
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
math.erf(2**70)
math.erf(1.0000001)
math.erf(-0.0)
math.erf(-2.5)
math.erf(1e-5)
math.erf(0.5)
math.erf(float('nan'))
math.erf(-0.75)
math.erf(3)
math.erf(-float('inf'))
math.erf(1)
math.erf(1e-300)
math.erf(2)
math.erf(0.1)
math.erf(-3)
math.erf(5.5)
math.erf(0)
math.erf(-1)
math.erf(0.25)
math.erf(2, -2.5)
math.erf(float('nan'), -0.0, 2)
math.erf('a')
math.erf([3.0, 4.0])
math.erf((1, 2, 3))
math.erf(1j)
math.erf(10**400)
math.erf(b'1')
math.erf(nope=1)
math.erf(None)
""")
