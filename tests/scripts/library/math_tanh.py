"""math.tanh with every kind of argument."""
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
math.tanh(-3)
math.tanh(5.5)
math.tanh(0.1)
math.tanh(float('inf'))
math.tanh(1e-300)
math.tanh(1e-5)
math.tanh(float('nan'))
math.tanh(-float('inf'))
math.tanh(0.25)
math.tanh(-0.75)
math.tanh(-0.0)
math.tanh(-2.5)
math.tanh(True)
math.tanh(-1)
math.tanh(7)
math.tanh(10)
math.tanh(0)
math.tanh(3)
math.tanh(0.5)
math.tanh(2)
math.tanh(-float('inf'), [3.0, 4.0])
math.tanh(0, 2**70, 0)
math.tanh('a')
math.tanh((1, 2, 3))
math.tanh(None)
math.tanh([3.0, 4.0])
math.tanh(nope=1)
math.tanh(1j)
math.tanh(10**400)
math.tanh(b'1')
""")
