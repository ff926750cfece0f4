"""math.factorial with every kind of argument."""
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
math.factorial(1)
math.factorial(100)
math.factorial(20)
math.factorial(True)
math.factorial(2)
math.factorial(7)
math.factorial(3)
math.factorial(10)
math.factorial(0)
math.factorial(0, 'a')
math.factorial(0.5, 1e-5, 1j)
math.factorial(0.1)
math.factorial(None)
math.factorial(nope=1)
math.factorial(-3)
""")
