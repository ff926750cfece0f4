"""math.log with every kind of argument."""
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
math.log(0.1)
math.log(float('inf'), 1.0000001)
math.log(10, 0.5)
math.log(2, float('nan'))
math.log(709.5)
math.log(0.5, 0.25)
math.log(2**70)
math.log(1, 0.1)
math.log(2)
math.log(7, float('inf'))
math.log(1e-5)
math.log(1e10)
math.log(1e-300)
math.log(170, 100)
math.log(0.25)
math.log(170)
math.log(0.1, 709.5)
math.log(2**70, 1.0000001)
math.log(10, 170)
math.log('a', 10, 0.25)
math.log(2**70, [3.0, 4.0])
math.log(True, -1)
math.log(1j, 0.1)
math.log('a', float('inf'))
math.log(5.5, True)
math.log(5.5, b'1')
math.log(None, 1j)
math.log(709.5, (1, 2, 3))
math.log()
""")
