"""math.perm with every kind of argument."""
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
math.perm(2, 0)
math.perm(True)
math.perm(3, 170)
math.perm(100)
math.perm(1, 7)
math.perm(7, None)
math.perm(True, 7)
math.perm(2)
math.perm(170, 3)
math.perm(0)
math.perm(20)
math.perm(3)
math.perm(20, 10)
math.perm(170, 2)
math.perm(10)
math.perm(3, 2)
math.perm(1j, [3.0, 4.0])
math.perm([1, 2], -1)
math.perm(-0.0, b'1', 10)
math.perm(0, 1, -1, 2)
math.perm(20, -3)
math.perm(-3, True)
math.perm()
math.perm(-3)
math.perm(nope=1)
""")
