"""math.tan with every kind of argument."""
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
math.tan(3)
math.tan(0.5)
math.tan(1e10)
math.tan(-0.0)
math.tan(10)
math.tan(2)
math.tan(1e-5)
math.tan(0.25)
math.tan(-0.75)
math.tan(20)
math.tan(170)
math.tan(0.1)
math.tan(709.5)
math.tan(2**70)
math.tan(100)
math.tan(-1)
math.tan(7)
math.tan(-2.5)
math.tan(1.0000001)
math.tan(709.5, True)
math.tan(2**70, b'1', 2)
math.tan(-float('inf'))
math.tan(10**400)
math.tan((1, 2, 3))
math.tan(None)
math.tan(1j)
math.tan([1, 2])
math.tan(nope=1)
math.tan('a')
math.tan(b'1')
""")
