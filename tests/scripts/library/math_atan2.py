"""math.atan2 with every kind of argument."""
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
math.atan2(-2.5, -3)
math.atan2(20, 1e10)
math.atan2(-3, 2**70)
math.atan2(1e-5, 10)
math.atan2(-float('inf'), -3)
math.atan2(-3, 2)
math.atan2(3, 1e10)
math.atan2(float('inf'), 0)
math.atan2(20, 0.1)
math.atan2(1e-300, float('inf'))
math.atan2(1e-5, -float('inf'))
math.atan2(0.1, 0.25)
math.atan2(-3, 20)
math.atan2(20, 2**70)
math.atan2(0, float('nan'))
math.atan2(2, 5.5)
math.atan2(1, -1)
math.atan2(0.25, 3)
math.atan2(0.25, 7)
math.atan2(1.0000001, 0.5)
math.atan2(b'1', 1e-5)
math.atan2(None)
math.atan2(nope=1)
math.atan2(-float('inf'), 1e-5, 'a')
math.atan2(None, 1e10)
math.atan2('a', 0.25)
math.atan2((1, 2, 3), -float('inf'))
math.atan2(0, [3.0, 4.0])
math.atan2(1e10, 1j)
math.atan2(1, 10**400)
""")
