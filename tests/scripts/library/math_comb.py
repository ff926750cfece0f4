"""math.comb with every kind of argument."""
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
math.comb(True, 10)
math.comb(2, 2)
math.comb(10, 3)
math.comb(0, 1)
math.comb(7, 2)
math.comb(1, 3)
math.comb(100, 1)
math.comb(2, 1)
math.comb(3, 0)
math.comb(3, 2)
math.comb(170, 7)
math.comb(170, 20)
math.comb(7, None)
math.comb(-2.5, 10)
math.comb(-float('inf'), -float('inf'), -2.5)
math.comb(-0.0)
math.comb(3, -3)
math.comb(-1, -3)
math.comb(nope=1)
""")
