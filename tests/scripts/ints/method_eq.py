"""int.__eq__ with every kind of argument."""
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
(-1).__eq__(True)
(1).__eq__(None)
(255).__eq__(2**63)
(-129).__eq__(2**63)
(-2**64).__eq__(0)
True.__eq__(0)
(0).__eq__(2**63)
True.__eq__(-1)
(10**25).__eq__(2**63)
(255).__eq__(True)
(-2**64).__eq__(-1)
(-1).__eq__(-1)
True.__eq__(True)
(0).__eq__(0)
(2**63).__eq__(2**63)
(1).__eq__(True)
""")
