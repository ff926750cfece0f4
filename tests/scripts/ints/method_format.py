"""int.__format__ with every kind of argument."""
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
(255).__format__('d')
(10**25).__format__('')
(255).__format__('<5X')
(2**63).__format__('<5X')
(2**63).__format__('+09.2f')
(-129).__format__('d')
(1).__format__('')
(-2**64).__format__('_b')
(2**63).__format__('^12')
(-1).__format__('^12')
(-2**64).__format__('d')
(-1).__format__('<5X')
(255).__format__('c')
(255).__format__('#o')
True.__format__('c')
(-2**64).__format__('%')
(0).__format__('d')
(-2**64).__format__(',d')
True.__format__('^12')
(0).__format__('#o')
(-1).__format__('+09.2f')
(-129).__format__('e')
(255).__format__('^12')
(0).__format__('<5X')
True.__format__('s')
(255).__format__('.3')
True.__format__(5)
(-129).__format__('s')
(-129).__format__('c')
(2**63).__format__('c')
""")
