"""math.lcm with every kind of argument."""
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
math.lcm(10, 2)
math.lcm(10, -3)
math.lcm(0, 20)
math.lcm(10)
math.lcm(-1, -1)
math.lcm(0, 0, 1)
math.lcm(-1)
math.lcm(170)
math.lcm(3, 1)
math.lcm(1)
math.lcm(2, 10)
math.lcm(-3, 1)
math.lcm(-3, 7)
math.lcm(0, 1, -1, 2)
math.lcm(-3, 100)
math.lcm(-3, -3)
math.lcm(-1, 20)
math.lcm(True, 100)
math.lcm(2**70, -1)
math.lcm(-3, 7, 10)
math.lcm(2**70, 7)
math.lcm(7, 20)
math.lcm(2, 1)
math.lcm(3, 170)
math.lcm(7)
math.lcm(2**70, -3)
math.lcm(2)
math.lcm(None, True)
math.lcm(1e10, -1)
math.lcm(nope=1)
""")
