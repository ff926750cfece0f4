"""float.__divmod__ with every kind of argument."""
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
(-2.75).__divmod__(-0.5)
(1.5).__divmod__('a')
(1e300).__divmod__(-0.5)
(1.5).__divmod__(-0.5)
(1.5).__divmod__(2)
(2.5).__divmod__(float('inf'))
float('inf').__divmod__(3.25)
(-0.0).__divmod__(-7)
(0.1).__divmod__(3.25)
(-0.0).__divmod__(float('inf'))
(-2.75).__divmod__(float('inf'))
(1e300).__divmod__(float('inf'))
(1.5).__divmod__(-7)
(0.1).__divmod__(-0.5)
(0.1).__divmod__(-7)
(5e-324).__divmod__(float('inf'))
(0.0).__divmod__(-7)
(123456.789).__divmod__(-7)
(1e300).__divmod__(-7)
(2.5).__divmod__(2)
(1e300).__divmod__(3.25)
(0.0).__divmod__(2)
(1e300).__divmod__(2)
(5e-324).__divmod__(-7)
(2.5).__divmod__(-0.5)
(5e-324).__divmod__(-0.5)
(-2.75).__divmod__(3.25)
(123456.789).__divmod__(float('inf'))
(123456.789).__divmod__(3.25)
(0.1).__divmod__(0)
""")
