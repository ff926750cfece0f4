"""int.__floordiv__ with every kind of argument."""
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
True.__floordiv__(-10**10)
(-1).__floordiv__('a')
(-129).__floordiv__(2**32)
(10**25).__floordiv__(2**32)
(-2**64).__floordiv__(-10**10)
(-1).__floordiv__(-3)
(-129).__floordiv__(3)
(0).__floordiv__(-3)
(10**25).__floordiv__(3)
(2**63).__floordiv__(-3)
(0).__floordiv__(-10**10)
(1).__floordiv__(-10**10)
(2**63).__floordiv__(3)
(255).__floordiv__(3)
(2**63).__floordiv__(2**32)
(2**63).__floordiv__(-10**10)
(10**25).__floordiv__(-3)
(255).__floordiv__(-3)
(-2**64).__floordiv__(-3)
(-2**64).__floordiv__(3)
(-129).__floordiv__(-3)
(10**25).__floordiv__(-10**10)
(-2**64).__floordiv__(2**32)
(0).__floordiv__(0)
""")
