"""cmath.isfinite with every kind of argument."""
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
cmath.isfinite(1j)
cmath.isfinite(0)
cmath.isfinite(-0.0)
cmath.isfinite(-1)
cmath.isfinite(complex('nan+infj'))
cmath.isfinite(1+2j)
cmath.isfinite(2.5)
cmath.isfinite(complex(-0.0, -0.0))
cmath.isfinite(1e-10)
cmath.isfinite(2)
cmath.isfinite(float('inf'))
cmath.isfinite(complex('inf'))
cmath.isfinite(1j, float('inf'))
cmath.isfinite('a', complex('nan+infj'), complex('inf'))
cmath.isfinite(None)
cmath.isfinite('a')
cmath.isfinite(nope=1)
""")
