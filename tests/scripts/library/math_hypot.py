"""math.hypot with every kind of argument."""
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
math.hypot(-float('inf'), -3)
math.hypot(100, -0.0)
math.hypot(float('nan'))
math.hypot(2**70, 2**70)
math.hypot(0.1, 0.1)
math.hypot(100, 0.5)
math.hypot(True, 1)
math.hypot(True, 10)
math.hypot(-3, 7)
math.hypot(0.5, True)
math.hypot(-1, 170)
math.hypot(1e10, 7)
math.hypot(2, 1)
math.hypot(0, 20)
math.hypot(100, 0, 7)
math.hypot(170)
math.hypot(-2.5)
math.hypot(True, -3, -0.0)
math.hypot(0, 2, 0.5)
math.hypot(20, -1)
math.hypot(1e-5, -3)
math.hypot(-1, 7)
math.hypot(-0.0, (1, 2, 3))
math.hypot(2, [3.0, 4.0])
math.hypot(100, 'a')
math.hypot(float('nan'), b'1', 100)
math.hypot(-1, 1j, -float('inf'))
math.hypot(-1, None)
math.hypot(0, 10**400, 2)
math.hypot(nope=1)
""")
