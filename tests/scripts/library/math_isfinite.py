"""math.isfinite with every kind of argument."""
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
math.isfinite(-1)
math.isfinite(7)
math.isfinite(3)
math.isfinite(0)
math.isfinite(2**70)
math.isfinite(-float('inf'))
math.isfinite(10)
math.isfinite(-2.5)
math.isfinite(20)
math.isfinite(0.1)
math.isfinite(2)
math.isfinite(float('inf'))
math.isfinite(float('nan'))
math.isfinite(0, -float('inf'))
math.isfinite(float('nan'), float('nan'), 2)
math.isfinite([3.0, 4.0])
math.isfinite((1, 2, 3))
math.isfinite('a')
math.isfinite(1j)
math.isfinite(10**400)
math.isfinite(b'1')
math.isfinite(None)
math.isfinite(nope=1)
""")
