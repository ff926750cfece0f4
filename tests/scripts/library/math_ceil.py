"""math.ceil with every kind of argument."""
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
math.ceil(100)
math.ceil(True)
math.ceil(1e-5)
math.ceil(0)
math.ceil(-3)
math.ceil(2)
math.ceil(-1)
math.ceil(7)
math.ceil(20)
math.ceil(0.1)
math.ceil(10)
math.ceil(1e10)
math.ceil(2**70)
math.ceil(-2.5)
math.ceil(-0.0)
math.ceil(3)
math.ceil(170)
math.ceil([3.0, 4.0], 0)
math.ceil(True, [1, 2], True)
math.ceil(float('inf'))
math.ceil(None)
math.ceil([3.0, 4.0])
math.ceil(b'1')
math.ceil((1, 2, 3))
math.ceil('a')
math.ceil(1j)
math.ceil(nope=1)
math.ceil(float('nan'))
""")
