"""math.lgamma with every kind of argument."""
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
math.lgamma(0.1)
math.lgamma(-float('inf'))
math.lgamma(100)
math.lgamma(-0.75)
math.lgamma(0.5)
math.lgamma(-2.5)
math.lgamma(1)
math.lgamma(0.25)
math.lgamma(2**70)
math.lgamma(709.5)
math.lgamma(1e10)
math.lgamma(1.0000001)
math.lgamma(170)
math.lgamma(float('nan'))
math.lgamma(1e-5)
math.lgamma(20)
math.lgamma(3)
math.lgamma(7)
math.lgamma(1e-300)
math.lgamma(0.1, 1e10, 0.25)
math.lgamma()
math.lgamma((1, 2, 3))
math.lgamma(1j)
math.lgamma('a')
math.lgamma(None)
math.lgamma([1, 2])
math.lgamma(10**400)
math.lgamma(b'1')
math.lgamma(nope=1)
math.lgamma(-3)
""")
