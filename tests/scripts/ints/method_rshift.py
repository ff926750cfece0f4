"""int.__rshift__ with every kind of argument."""
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
(2**63).__rshift__(63)
True.__rshift__(1)
(0).__rshift__(0)
(-129).__rshift__('a')
(2**63).__rshift__(64)
(-2**64).__rshift__(0)
(10**25).__rshift__(63)
(-2**64).__rshift__(63)
(-1).__rshift__(64)
(2**63).__rshift__(1)
(-129).__rshift__(63)
(1).__rshift__(0)
(-129).__rshift__(1)
(-1).__rshift__(63)
(10**25).__rshift__(1)
(255).__rshift__(0)
(10**25).__rshift__(64)
(-2**64).__rshift__(1)
True.__rshift__(0)
(-129).__rshift__(0)
(2**63).__rshift__(0)
(255).__rshift__(1)
(10**25).__rshift__(0)
(-129).__rshift__(-1)
""")
