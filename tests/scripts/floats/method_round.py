"""float.__round__ with every kind of argument."""
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
(2.5).__round__(1)
(1.5).__round__(0)
(-0.0).__round__(1)
float('inf').__round__(0)
(5e-324).__round__(None)
(1e300).__round__(-2)
(1.5).__round__(-400)
(123456.789).__round__(1)
(-2.75).__round__(2)
(1.5).__round__(2)
(-0.0).__round__(None)
float('nan').__round__(1)
(-0.0).__round__()
(-2.75).__round__(1)
(-2.75).__round__(None)
(123456.789).__round__()
(123456.789).__round__(5)
(-2.75).__round__(0)
(0.1).__round__(5)
(1.5).__round__(None)
(123456.789).__round__(-2)
(5e-324).__round__(400)
(123456.789).__round__(0)
(2.5).__round__(None)
(2.5).__round__()
(-2.75).__round__()
(1.5).__round__(1.0)
float('inf').__round__()
float('nan').__round__(None)
(123456.789).__round__('a')
""")
