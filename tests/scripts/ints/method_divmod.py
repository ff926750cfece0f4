"""int.__divmod__ with every kind of argument."""
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
(2**63).__divmod__(2.5)
True.__divmod__(10**10)
(2**63).__divmod__(10**10)
(-2**64).__divmod__(10**10)
True.__divmod__(-1)
(0).__divmod__(True)
(-129).__divmod__(-7)
(-2**64).__divmod__(-1)
(255).__divmod__(True)
(1).__divmod__(True)
(10**25).__divmod__(True)
(255).__divmod__(7)
(-2**64).__divmod__(7)
(-129).__divmod__(7)
(10**25).__divmod__(10**10)
(-129).__divmod__(True)
(-129).__divmod__(10**10)
(255).__divmod__(-1)
(10**25).__divmod__(7)
(2**63).__divmod__(-7)
(-1).__divmod__(10**10)
(1).__divmod__(-7)
(-2**64).__divmod__(True)
(2**63).__divmod__(-1)
(255).__divmod__(10**10)
(-1).__divmod__(7)
(2**63).__divmod__(7)
(10**25).__divmod__(-1)
(255).__divmod__(-7)
(-2**64).__divmod__(0)
""")
