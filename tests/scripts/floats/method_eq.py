"""float.__eq__ with every kind of argument."""
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
(1e300).__eq__(float('nan'))
(123456.789).__eq__(10**300)
float('nan').__eq__(1.5)
(0.1).__eq__('a')
(0.0).__eq__(True)
(5e-324).__eq__(float('nan'))
float('inf').__eq__(1.5)
(2.5).__eq__(1.5)
(-0.0).__eq__(1.5)
float('nan').__eq__(10**300)
(-2.75).__eq__(1.5)
(0.0).__eq__(0)
(1.5).__eq__(1.5)
(-0.0).__eq__(0)
""")
