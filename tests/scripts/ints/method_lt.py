"""int.__lt__ with every kind of argument."""
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
(255).__lt__('a')
(-1).__lt__(-1)
(2**63).__lt__(0)
(-129).__lt__(2**70)
(-129).__lt__(0)
True.__lt__(-1)
(1).__lt__(-1)
(-1).__lt__(2**70)
(10**25).__lt__(-1)
(10**25).__lt__(2**70)
(-2**64).__lt__(-1)
(0).__lt__(-1)
(0).__lt__(0)
(1).__lt__(2**70)
(-1).__lt__(0)
(2**63).__lt__(-1)
(10**25).__lt__(0)
(2**63).__lt__(2**70)
True.__lt__(2**70)
(255).__lt__(2**70)
(-129).__lt__(-1)
""")
