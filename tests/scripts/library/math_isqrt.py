"""math.isqrt with every kind of argument."""
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
math.isqrt(3)
math.isqrt(True)
math.isqrt(1)
math.isqrt(20)
math.isqrt(170)
math.isqrt(2**70)
math.isqrt(10)
math.isqrt(0)
math.isqrt(100)
math.isqrt(10**400)
math.isqrt(7)
math.isqrt(2, 10**400)
math.isqrt(b'1', (1, 2, 3), 100)
math.isqrt(-0.0)
math.isqrt(nope=1)
math.isqrt(1j)
math.isqrt(-3)
""")
