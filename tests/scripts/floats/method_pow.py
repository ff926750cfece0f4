"""float.__pow__ with every kind of argument."""
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
(0.0).__pow__(2)
float('inf').__pow__(0.5)
(-0.0).__pow__(3)
float('nan').__pow__(float('inf'))
(123456.789).__pow__(2)
(-0.0).__pow__('a')
(0.1).__pow__(3)
(1.5).__pow__(-0.5)
(2.5).__pow__(-1)
(2.5).__pow__(0.5)
(1.5).__pow__(2)
(1.5).__pow__(0)
(123456.789).__pow__(-0.5)
(1.5).__pow__(3)
(0.1).__pow__(2)
(1e300).__pow__(-0.5)
(0.1).__pow__(0.5)
(1e300).__pow__(0.5)
(123456.789).__pow__(3)
(-2.75).__pow__(-1)
(2.5).__pow__(3)
(-2.75).__pow__(0.5)
(1e300).__pow__(-1)
(123456.789).__pow__(0.5)
(5e-324).__pow__(-0.5)
(-2.75).__pow__(-0.5)
(1.5).__pow__(-1)
(-2.75).__pow__(3)
(5e-324).__pow__(-1)
(-0.0).__pow__(-0.5)
""")
