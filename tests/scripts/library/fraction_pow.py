"""Fraction ** other numbers."""
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
F(5) ** 0
F(1, 2) ** 1j
F(1, 3) ** F(-7, 3)
0 ** F(5)
1 ** F(5)
F(1, 2) ** F(-7, 3)
F(-7, 3) ** F(1, 3)
F(1, 2) ** F(1, 2)
F(-7, 3) ** -3
1j ** F(-7, 3)
F(1, 2) ** -3
1j ** F(5)
F(0) ** F(1, 3)
F(5) ** F(1, 3)
F(1, 3) ** F(1, 2)
2.5 ** F(1, 2)
F(0) ** 1
1 ** F(0)
-3 ** F(-7, 3)
F(5) ** 1j
F(-7, 3) ** 'a'
F(0) ** 1j
0 ** F(-7, 3)
'a' ** F(1, 2)
F(0) ** -3
""")
