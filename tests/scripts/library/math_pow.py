"""math.pow with every kind of argument."""
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
math.pow(7, 0.1)
math.pow(0, 3)
math.pow(float('nan'), -3)
math.pow(-float('inf'), 1)
math.pow(100, float('inf'))
math.pow(-0.0, True)
math.pow(3, 0.25)
math.pow(True, 0)
math.pow(10, 0.5)
math.pow(0.1, 5.5)
math.pow(1.0000001, 1)
math.pow(709.5, 1)
math.pow(5.5, 2)
math.pow(709.5, 100)
math.pow(0.25, 5.5)
math.pow(5.5, 0.25)
math.pow(2**70, True)
math.pow(2, 170)
math.pow(20, 0.25)
math.pow(1.0000001)
math.pow(1j, 0, -2.5)
math.pow([3.0, 4.0], 100)
math.pow(b'1', -float('inf'))
math.pow(None, 1e-300)
math.pow(1, 10**400)
math.pow(1j, 709.5)
math.pow(-3, 5.5)
math.pow(2**70, 170)
math.pow(float('nan'), (1, 2, 3))
math.pow('a', 1.0000001)
""")
