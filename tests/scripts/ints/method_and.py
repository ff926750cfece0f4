"""int.__and__ with every kind of argument."""
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
(-129).__and__('a')
(-2**64).__and__(2**64-1)
(255).__and__(2**64-1)
(255).__and__(7)
(1).__and__(7)
(10**25).__and__(7)
(1).__and__(True)
True.__and__(-8)
(-1).__and__(-8)
(-2**64).__and__(-8)
(-1).__and__(2**64-1)
(-129).__and__(-8)
(2**63).__and__(2**64-1)
True.__and__(True)
(10**25).__and__(2**64-1)
(1).__and__(2**64-1)
(-1).__and__(7)
(-129).__and__(7)
(-129).__and__(2**64-1)
(255).__and__(-8)
(10**25).__and__(-8)
""")
