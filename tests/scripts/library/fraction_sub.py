"""Fraction - other numbers."""
from fractions import Fraction as F


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
F(0) - -3
0 - F(-7, 3)
F(1, 2) - F(1, 2)
F(0) - 1
F(22, 7) - F(10**20, 3)
F(-7, 3) - -3
F(5) - 1
F(10**20, 3) - -3
F(1, 2) - F(5)
F(5) - F(1, 3)
2.5 - F(0)
1 - F(22, 7)
-3 - F(10**20, 3)
-3 - F(-7, 3)
1 - F(1, 2)
F(10**20, 3) - F(-7, 3)
F(5) - -3
1 - F(-7, 3)
F(10**20, 3) - 1
-3 - F(0)
2.5 - F(-7, 3)
F(22, 7) - F(1, 2)
-3 - F(5)
F(10**20, 3) - F(1, 3)
F(-7, 3) - None
None - F(-7, 3)
""")
