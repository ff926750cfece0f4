"""math.expm1 with every kind of argument."""
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
math.expm1(0)
math.expm1(-0.75)
math.expm1(1e-300)
math.expm1(1)
math.expm1(10)
math.expm1(1e-5)
math.expm1(1.0000001)
math.expm1(0.1)
math.expm1(3)
math.expm1(0.5)
math.expm1(7)
math.expm1(-1)
math.expm1(-3)
math.expm1(5.5)
math.expm1(-float('inf'))
math.expm1(float('inf'))
math.expm1(-2.5)
math.expm1(-0.0)
math.expm1(170)
math.expm1(0, 0.25, None)
math.expm1(2**70, b'1')
math.expm1(nope=1)
math.expm1([1, 2])
math.expm1((1, 2, 3))
math.expm1(2**70)
math.expm1(1j)
math.expm1('a')
math.expm1(None)
math.expm1(b'1')
math.expm1(10**400)
""")
