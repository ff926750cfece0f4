"""int.__mod__ with every kind of argument."""
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
(1).__mod__('a')
(2**63).__mod__(-3)
(2**63).__mod__(2**32)
(0).__mod__(10)
True.__mod__(2**32)
(0).__mod__(-3)
(2**63).__mod__(10)
(255).__mod__(2**32)
(-2**64).__mod__(3)
True.__mod__(-3)
(-1).__mod__(2**32)
(1).__mod__(3)
(10**25).__mod__(2**32)
True.__mod__(10)
(-1).__mod__(10)
(-129).__mod__(2**32)
(255).__mod__(10)
(2**63).__mod__(3)
(-2**64).__mod__(10)
(-1).__mod__(-3)
(-1).__mod__(3)
(1).__mod__(-3)
(10**25).__mod__(-3)
(-2**64).__mod__(-3)
(2**63).__mod__(0)
""")
