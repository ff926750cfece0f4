"""cmath.isinf with every kind of argument."""
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
cmath.isinf(1+2j)
cmath.isinf(2.5)
cmath.isinf(-1)
cmath.isinf(complex('inf'))
cmath.isinf(complex('nan+infj'))
cmath.isinf(float('inf'))
cmath.isinf(complex(-0.0, -0.0))
cmath.isinf(-0.0)
cmath.isinf(0)
cmath.isinf(2)
cmath.isinf(1e-10)
cmath.isinf(1j)
cmath.isinf(2, complex(-0.0, -0.0), float('inf'))
cmath.isinf(1j, 2.5)
cmath.isinf('a')
cmath.isinf(nope=1)
cmath.isinf(None)
""")
