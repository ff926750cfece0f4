"""cmath.sqrt with every kind of argument."""
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
cmath.sqrt(complex(-0.0, -0.0))
cmath.sqrt(1e-10)
cmath.sqrt(complex('inf'))
cmath.sqrt(-1)
cmath.sqrt(2)
cmath.sqrt(1+2j)
cmath.sqrt(0)
cmath.sqrt(complex('nan+infj'))
cmath.sqrt(2.5)
cmath.sqrt(1j)
cmath.sqrt(-0.0)
cmath.sqrt(complex(-0.0, -0.0), 'a')
cmath.sqrt(1e-10, -1, complex('inf'))
cmath.sqrt('a')
cmath.sqrt(None)
cmath.sqrt(nope=1)
""")
