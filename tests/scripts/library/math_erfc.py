"""math.erfc with every kind of argument."""
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
math.erfc(100)
math.erfc(-3)
math.erfc(1e-300)
math.erfc(1e-5)
math.erfc(7)
math.erfc(1)
math.erfc(-1)
math.erfc(10)
math.erfc(2)
math.erfc(0.5)
math.erfc(-2.5)
math.erfc(-0.75)
math.erfc(20)
math.erfc(3)
math.erfc(0.1)
math.erfc(-float('inf'))
math.erfc(5.5)
math.erfc(0.25)
math.erfc(1.0000001)
math.erfc(float('nan'))
math.erfc(None, True, 0)
math.erfc(True, True)
math.erfc('a')
math.erfc([1, 2])
math.erfc(None)
math.erfc(10**400)
math.erfc((1, 2, 3))
math.erfc(1j)
math.erfc(nope=1)
math.erfc(b'1')
""")
