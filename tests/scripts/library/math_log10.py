"""math.log10 with every kind of argument."""
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
math.log10(0.1)
math.log10(float('inf'))
math.log10(2)
math.log10(0.25)
math.log10(10)
math.log10(100)
math.log10(float('nan'))
math.log10(1.0000001)
math.log10(1e-300)
math.log10(5.5)
math.log10(709.5)
math.log10(1)
math.log10(7)
math.log10(3)
math.log10(170)
math.log10(1e-5)
math.log10(1e10)
math.log10(10**400)
math.log10(0.5)
math.log10(20)
math.log10(None, 3)
math.log10(True, -0.75, 2)
math.log10(-1)
math.log10(None)
math.log10((1, 2, 3))
math.log10(nope=1)
math.log10(b'1')
math.log10([1, 2])
math.log10('a')
math.log10(1j)
""")
