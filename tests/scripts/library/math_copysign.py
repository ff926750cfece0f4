"""math.copysign with every kind of argument."""
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
math.copysign(20, 100)
math.copysign(10, 1e-5)
math.copysign(1, 3)
math.copysign(1e10, 2**70)
math.copysign(3, -1)
math.copysign(float('nan'), True)
math.copysign(1e-5, 20)
math.copysign(-0.0, 0.5)
math.copysign(100, 100)
math.copysign(3, 7)
math.copysign(7, 2**70)
math.copysign(1e-5, -float('inf'))
math.copysign(1, -float('inf'))
math.copysign(0.5, 0.1)
math.copysign(float('inf'), 0.1)
math.copysign(100, -2.5)
math.copysign(2**70, 0)
math.copysign(2, 2**70)
math.copysign(-2.5, 170)
math.copysign(10, -1)
math.copysign(3, float('nan'), 7)
math.copysign(3)
math.copysign(-1, 1j)
math.copysign((1, 2, 3), 1)
math.copysign(100, None)
math.copysign(-0.0, 10**400)
math.copysign(-1, [3.0, 4.0])
math.copysign(b'1', 7)
math.copysign(0.1, 'a')
math.copysign(nope=1)
""")
