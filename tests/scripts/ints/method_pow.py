"""int.__pow__ with every kind of argument."""
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
(-2**64).__pow__('a')
(-1).__pow__(-1, 9)
True.__pow__(3, 7)
True.__pow__(10)
(-2**64).__pow__(-1, 9)
(0).__pow__(0)
(10**25).__pow__(5, -3)
(-1).__pow__(3, 7)
(10**25).__pow__(10)
(1).__pow__(5, -3)
(-2**64).__pow__(2)
(0).__pow__(5, -3)
(-2**64).__pow__(5, -3)
(2**63).__pow__(2)
(255).__pow__(2)
(0).__pow__(10)
(2**63).__pow__(10)
(2**63).__pow__(-1, 9)
True.__pow__(5, -3)
(0).__pow__(3, 7)
(255).__pow__(3, 7)
(255).__pow__(10)
(-2**64).__pow__(3, 7)
(-129).__pow__(10)
(-2**64).__pow__(10)
(-129).__pow__(2)
(10**25).__pow__(2)
(-1).__pow__(5, -3)
(-129).__pow__(2, 0)
(255).__pow__(-1, 9)
""")
