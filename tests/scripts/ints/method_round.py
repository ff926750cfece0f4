"""int.__round__ with every kind of argument."""
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
(1).__round__(-30)
(255).__round__()
(255).__round__(-30)
True.__round__(-2)
True.__round__(0)
(-2**64).__round__()
(2**63).__round__(0)
(-129).__round__()
True.__round__(3)
True.__round__()
(-2**64).__round__(-1)
(-2**64).__round__(-2)
(10**25).__round__(-1)
(-129).__round__(-2)
(2**63).__round__(-1)
(-129).__round__(-1)
(255).__round__(-2)
(-1).__round__(3)
(-1).__round__()
(2**63).__round__(-2)
(-1).__round__(0)
(255).__round__(-1)
(1).__round__(1.5)
(255).__round__(None)
""")
