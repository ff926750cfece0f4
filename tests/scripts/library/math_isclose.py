"""math.isclose with every kind of argument."""
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
math.isclose(True, 2)
math.isclose(1e10, 1e10)
math.isclose(1e10, float('inf'))
math.isclose(True, 1e-5)
math.isclose(float('inf'), 0.1)
math.isclose(float('inf'), 1e-5)
math.isclose(1, -3)
math.isclose(0, 1e10)
math.isclose(1e10, 20)
math.isclose(-2.5, -float('inf'))
math.isclose(-float('inf'), -1)
math.isclose(-1, -1)
math.isclose(0, -0.0)
math.isclose(-0.0, 0)
math.isclose(2**70, 2**70)
math.isclose(float('inf'), 1e-5, 0.1)
math.isclose(100, 'a')
math.isclose(0, (1, 2, 3))
math.isclose(7, abs_tol=3)
math.isclose(-float('inf'), [1, 2])
math.isclose(1j, 7)
math.isclose(b'1', 7)
math.isclose(float('inf'), None)
math.isclose(7, 10**400)
math.isclose(0, 1, -1, 2)
math.isclose(nope=1)
""")
