"""math.fma with every kind of argument."""
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
math.fma(1, 1e10, 170)
math.fma(7, -2.5, -1)
math.fma(-0.0, 20, -0.0)
math.fma(-1, float('nan'), 100)
math.fma(3, 3, 1e10)
math.fma(1e-5, 0, float('inf'))
math.fma(2, 2, 1)
math.fma(10, -3, 1)
math.fma(-3, 3, 1e10)
math.fma(-2.5, 1e-5, 2)
math.fma(1e-5, -0.0, 0.1)
math.fma(-3, 170, -2.5)
math.fma(100, 7, 10)
math.fma(True, 2**70, 3)
math.fma(1e-5, 10, 0.5)
math.fma(-3, 2**70, 0)
math.fma(2, 2**70, 2**70)
math.fma(1e-5, -1, 0.5)
math.fma(-3, 20, -0.0)
math.fma(2, 0.5, 1e10)
math.fma(-3, 2, None)
math.fma(1e10, 3)
math.fma(170)
math.fma((1, 2, 3), None, (1, 2, 3))
math.fma([1, 2], 3, float('inf'))
math.fma(-float('inf'), 1j, 2)
math.fma(1e-5, 10**400, [3.0, 4.0])
math.fma(b'1', -1, 3)
math.fma(nope=1)
math.fma('a', 2, 'a')
""")
