"""float.__floordiv__ with every kind of argument."""
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
(0.1).__floordiv__(float('inf'))
(123456.789).__floordiv__(-0.5)
(1.5).__floordiv__(-0.5)
(-0.0).__floordiv__(1.1)
float('nan').__floordiv__(float('inf'))
(1e300).__floordiv__(-0.5)
(2.5).__floordiv__(1.1)
(1e300).__floordiv__(2)
(123456.789).__floordiv__(1.1)
(0.1).__floordiv__(-0.5)
(2.5).__floordiv__(-0.5)
(1e300).__floordiv__(1.1)
(-2.75).__floordiv__(2)
(2.5).__floordiv__(2)
(123456.789).__floordiv__(2)
(-2.75).__floordiv__(-0.5)
(0.0).__floordiv__(0)
""")
