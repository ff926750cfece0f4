"""math.isinf with every kind of argument."""
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
math.isinf(1e10)
math.isinf(-1)
math.isinf(1)
math.isinf(1e-5)
math.isinf(0)
math.isinf(3)
math.isinf(2)
math.isinf(float('inf'))
math.isinf(10)
math.isinf(2**70)
math.isinf(20)
math.isinf(-float('inf'))
math.isinf(1, 10, 1e10)
math.isinf(b'1', [1, 2])
math.isinf('a')
math.isinf(None)
math.isinf([3.0, 4.0])
math.isinf(b'1')
math.isinf(10**400)
math.isinf((1, 2, 3))
math.isinf(nope=1)
math.isinf(1j)
""")
