"""math.gamma with every kind of argument."""
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
math.gamma(1.0000001)
math.gamma(20)
math.gamma(10)
math.gamma(1)
math.gamma(-2.5)
math.gamma(100)
math.gamma(0.5)
math.gamma(7)
math.gamma(-0.75)
math.gamma(float('nan'))
math.gamma(5.5)
math.gamma(0.25)
math.gamma(float('inf'))
math.gamma(0.1)
math.gamma(3)
math.gamma(1e-5)
math.gamma(1e-300)
math.gamma(170)
math.gamma(-0.75, float('nan'), 1j)
math.gamma(-2.5, 0.1)
math.gamma([3.0, 4.0])
math.gamma('a')
math.gamma(-1)
math.gamma(nope=1)
math.gamma((1, 2, 3))
math.gamma(None)
math.gamma(b'1')
math.gamma(2**70)
math.gamma(10**400)
""")
