"""math.log2 with every kind of argument."""
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
math.log2(True)
math.log2(20)
math.log2(2**70)
math.log2(2)
math.log2(100)
math.log2(1.0000001)
math.log2(709.5)
math.log2(1e-300)
math.log2(10)
math.log2(0.5)
math.log2(0.1)
math.log2(1e-5)
math.log2(170)
math.log2(float('inf'))
math.log2(5.5)
math.log2(3)
math.log2(float('nan'))
math.log2(1e10)
math.log2(7)
math.log2(10**400)
math.log2(10, (1, 2, 3), 0.25)
math.log2(-1, 1j)
math.log2((1, 2, 3))
math.log2([3.0, 4.0])
math.log2(-0.0)
math.log2('a')
math.log2(b'1')
math.log2(nope=1)
math.log2(1j)
math.log2(None)
""")
