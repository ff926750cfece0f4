"""math.nextafter with every kind of argument."""
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
math.nextafter(-2.5, -float('inf'))
math.nextafter(0, -3)
math.nextafter(-3, 3)
math.nextafter(1e-5, 0)
math.nextafter(-1, 10)
math.nextafter(3, 2)
math.nextafter(float('inf'), -2.5)
math.nextafter(-0.0, float('nan'))
math.nextafter(True, 3)
math.nextafter(True, -1)
math.nextafter(7, 1e10)
math.nextafter(1e-5, 2**70)
math.nextafter(170, True)
math.nextafter(0, 100)
math.nextafter(0.1, 0.5)
math.nextafter(1e10, -float('inf'))
math.nextafter(7, -0.0)
math.nextafter(0.1, -float('inf'))
math.nextafter(3, 7)
math.nextafter(2, 0.1)
math.nextafter(1e-5, [1, 2], 2**70)
math.nextafter([3.0, 4.0], -float('inf'))
math.nextafter('a')
math.nextafter((1, 2, 3), 1e-5)
math.nextafter(10**400, 0.1)
math.nextafter('a', 3)
math.nextafter(1j, -float('inf'))
math.nextafter(b'1', 0.1)
math.nextafter(10, None)
math.nextafter(0, 1, -1, 2)
""")
