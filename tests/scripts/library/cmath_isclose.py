"""cmath.isclose with every kind of argument."""
import cmath


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
cmath.isclose(float('inf'), 1j)
cmath.isclose(float('inf'), 0)
cmath.isclose(complex(-0.0, -0.0), 2.5)
cmath.isclose(0, 0)
cmath.isclose(2, -0.0)
cmath.isclose(-0.0, complex(-0.0, -0.0))
cmath.isclose(-1, 0)
cmath.isclose(1+2j, 2)
cmath.isclose(2.5, complex(-0.0, -0.0))
cmath.isclose(complex('inf'), -0.0)
cmath.isclose(0, 1j)
cmath.isclose(1j, 0)
cmath.isclose(float('inf'), complex('inf'))
cmath.isclose(complex('inf'), float('inf'))
cmath.isclose(-0.0, -0.0)
cmath.isclose(-1, -1)
cmath.isclose(complex('inf'), complex('inf'))
cmath.isclose(float('inf'), float('inf'))
cmath.isclose(complex(-0.0, -0.0), complex(-0.0, -0.0))
cmath.isclose(complex(-0.0, -0.0), 0)
cmath.isclose(complex('inf'), complex('nan+infj'), complex('nan+infj'))
cmath.isclose(1+2j)
cmath.isclose(-1, 'a')
cmath.isclose(None, complex('nan+infj'))
cmath.isclose(nope=1)
cmath.isclose(1j, -1, 0, 1+2j)
""")
