"""math.gcd with every kind of argument."""
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
math.gcd(7, 1)
math.gcd(0, 20)
math.gcd(True, 7)
math.gcd(170, 100)
math.gcd(10**400, 170, 7)
math.gcd(2, 170)
math.gcd(-3)
math.gcd(10**400, 170)
math.gcd(7)
math.gcd(10)
math.gcd(100)
math.gcd(2)
math.gcd(10**400, 20)
math.gcd(2, 20)
math.gcd(170)
math.gcd(2**70, 20, 20)
math.gcd(2**70)
math.gcd(2**70, 20)
math.gcd()
math.gcd(0)
math.gcd(3)
math.gcd(20)
math.gcd(20, 0, 2**70)
math.gcd(-3, 'a', [3.0, 4.0])
math.gcd(3, -1, -0.0)
math.gcd(nope=1)
""")
