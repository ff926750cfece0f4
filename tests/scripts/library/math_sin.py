"""math.sin with every kind of argument."""
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
math.sin(-1)
math.sin(2**70)
math.sin(1e-5)
math.sin(7)
math.sin(20)
math.sin(0.25)
math.sin(0.5)
math.sin(True)
math.sin(2)
math.sin(1.0000001)
math.sin(0)
math.sin(0.1)
math.sin(10)
math.sin(1e10)
math.sin(5.5)
math.sin(-0.75)
math.sin(100)
math.sin(709.5)
math.sin(-2.5)
math.sin(0.1, 0.5, 'a')
math.sin(1j, -3)
math.sin((1, 2, 3))
math.sin([1, 2])
math.sin(1j)
math.sin(-float('inf'))
math.sin(None)
math.sin(10**400)
math.sin(nope=1)
math.sin('a')
math.sin(b'1')
""")
