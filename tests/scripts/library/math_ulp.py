"""math.ulp with every kind of argument."""
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
math.ulp(-2.5)
math.ulp(0)
math.ulp(10)
math.ulp(170)
math.ulp(float('nan'))
math.ulp(1e-5)
math.ulp(20)
math.ulp(2**70)
math.ulp(7)
math.ulp(100)
math.ulp(1e10)
math.ulp(0.1)
math.ulp(1)
math.ulp(0.5)
math.ulp(float('inf'))
math.ulp(3, 20)
math.ulp(-1, 'a', 10)
math.ulp([3.0, 4.0])
math.ulp(10**400)
math.ulp(1j)
math.ulp(nope=1)
math.ulp((1, 2, 3))
math.ulp(None)
math.ulp(b'1')
math.ulp('a')
""")
