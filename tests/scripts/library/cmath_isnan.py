"""cmath.isnan with every kind of argument."""
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
cmath.isnan(-0.0)
cmath.isnan(2.5)
cmath.isnan(0)
cmath.isnan(2)
cmath.isnan(complex('inf'))
cmath.isnan(1e-10)
cmath.isnan(complex('nan+infj'))
cmath.isnan(-1)
cmath.isnan(complex(-0.0, -0.0))
cmath.isnan(1j)
cmath.isnan(float('inf'))
cmath.isnan(complex('inf'), 2, 0)
cmath.isnan(2.5, 0)
cmath.isnan(None)
cmath.isnan(nope=1)
cmath.isnan('a')
""")
