"""math.exp2 with every kind of argument."""
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
math.exp2(170)
math.exp2(3)
math.exp2(10)
math.exp2(5.5)
math.exp2(0.1)
math.exp2(20)
math.exp2(1e-300)
math.exp2(1.0000001)
math.exp2(1e-5)
math.exp2(1)
math.exp2(2)
math.exp2(709.5)
math.exp2(float('nan'))
math.exp2(-1)
math.exp2(-float('inf'))
math.exp2(7)
math.exp2(100)
math.exp2(-2.5)
math.exp2(-0.75)
math.exp2(709.5, -2.5)
math.exp2('a', 2, 10)
math.exp2(10**400)
math.exp2([1, 2])
math.exp2(1j)
math.exp2(b'1')
math.exp2('a')
math.exp2(None)
math.exp2(1e10)
math.exp2((1, 2, 3))
math.exp2(nope=1)
""")
