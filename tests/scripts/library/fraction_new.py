"""Fraction construction."""
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
F(numerator=3, denominator=6)
F(7, 3).__round__()
F('1.25')
F(7, 3).__floor__()
F(7, 3).__format__('.3f')
F(7, 3).__format__('>10')
F(' -3/4 ')
F('3/4')
F(7, 3).__round__(1)
F(7, 3).limit_denominator(2)
F(7, 3).__ceil__()
F('1_000/3')
F(7, 3).__hash__()
F('5.')
F(True)
F(7, 3).as_integer_ratio()
F(7, 3).__format__('.2e')
F(F(1, 2), F(3, 4))
F()
F(7, 3).__trunc__()
F('1e-3')
F(0.1)
F(7, 3).numerator
F(7, 3).is_integer()
F(b'1')
F('1/0')
F(7, 3).limit_denominator(0)
F(float('nan'))
F('1', 2)
F(float('inf'))
F('abc')
F(7, 3).__format__('x')
""")
