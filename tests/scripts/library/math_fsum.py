"""math.fsum with every kind of argument."""
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
math.fsum([3.0, 4.0])
math.fsum((1, 2, 3))
math.fsum([1, 2])
math.fsum(b'1')
math.fsum(10**400, 1j)
math.fsum(100, 7, 10)
math.fsum(-float('inf'))
math.fsum(None)
math.fsum('a')
math.fsum(nope=1)
""")
