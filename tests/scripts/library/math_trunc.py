"""math.trunc with every kind of argument."""
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
math.trunc(0.5)
math.trunc(2)
math.trunc(2**70)
math.trunc(-3)
math.trunc(1)
math.trunc(170)
math.trunc(0.1)
math.trunc(-1)
math.trunc(-2.5)
math.trunc(20)
math.trunc(3)
math.trunc(True)
math.trunc(0)
math.trunc(1e10)
math.trunc(100)
math.trunc(7)
math.trunc(10)
math.trunc(float('nan'), (1, 2, 3), None)
math.trunc(True, 170)
math.trunc([3.0, 4.0])
math.trunc('a')
math.trunc(nope=1)
math.trunc(None)
math.trunc(float('inf'))
math.trunc(b'1')
math.trunc(1j)
math.trunc((1, 2, 3))
math.trunc(float('nan'))
""")
