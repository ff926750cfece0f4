"""math.log1p with every kind of argument."""
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
math.log1p(100)
math.log1p(10)
math.log1p(-0.0)
math.log1p(2**70)
math.log1p(1e-5)
math.log1p(0.5)
math.log1p(1e10)
math.log1p(float('nan'))
math.log1p(float('inf'))
math.log1p(20)
math.log1p(1e-300)
math.log1p(1)
math.log1p(3)
math.log1p(5.5)
math.log1p(0.25)
math.log1p(0.1)
math.log1p(-0.75)
math.log1p(2)
math.log1p(0)
math.log1p([3.0, 4.0], (1, 2, 3), [1, 2])
math.log1p(0.5, float('nan'))
math.log1p(-float('inf'))
math.log1p([1, 2])
math.log1p(b'1')
math.log1p(nope=1)
math.log1p(1j)
math.log1p((1, 2, 3))
math.log1p(10**400)
math.log1p(None)
math.log1p('a')
""")
