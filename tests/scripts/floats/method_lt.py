"""float.__lt__ with every kind of argument."""
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
(0.0).__lt__(0)
float('inf').__lt__(10**310)
(1.5).__lt__(float('nan'))
(0.1).__lt__('a')
float('nan').__lt__(float('nan'))
(0.1).__lt__(float('nan'))
(2.5).__lt__(0)
float('inf').__lt__(0)
(2.5).__lt__(10**310)
float('nan').__lt__(10**310)
(5e-324).__lt__(0)
(-0.0).__lt__(0)
(-0.0).__lt__(10**310)
(0.1).__lt__(1.5)
(-2.75).__lt__(1.5)
(1.5).__lt__(10**310)
(5e-324).__lt__(10**310)
(0.0).__lt__(1.5)
(0.1).__lt__(10**310)
(5e-324).__lt__(1.5)
(1e300).__lt__(10**310)
""")
