"""math.ldexp with every kind of argument."""
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
math.ldexp(-2.5, 170)
math.ldexp(float('inf'), -1)
math.ldexp(170, 0)
math.ldexp(True, 3)
math.ldexp(float('nan'), 10)
math.ldexp(3, True)
math.ldexp(-float('inf'), 2**70)
math.ldexp(1, True)
math.ldexp(-3, True)
math.ldexp(2**70, 3)
math.ldexp(100, 1)
math.ldexp(0, 3)
math.ldexp(1e10, 2)
math.ldexp(-3, 7)
math.ldexp(20, 20)
math.ldexp(-3, 20)
math.ldexp(20, 100)
math.ldexp(-0.0, -1)
math.ldexp(True, 100)
math.ldexp(-0.0, 2**70, 100)
math.ldexp(2**70)
math.ldexp(nope=1)
math.ldexp([1, 2], 100)
math.ldexp(-3, -float('inf'))
math.ldexp(100, 2**70)
math.ldexp('a', 1j)
math.ldexp(1j, None)
math.ldexp(10**400, [3.0, 4.0])
math.ldexp(b'1', True)
math.ldexp((1, 2, 3), [3.0, 4.0])
""")
