"""float.__format__ with every kind of argument."""
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
(0.1).__format__('n')
(123456.789).__format__('n')
(5e-324).__format__('e')
(5e-324).__format__('.3')
(-2.75).__format__('08.3e')
(-2.75).__format__('^15')
(1.5).__format__('^15')
(1e300).__format__('08.3e')
(-2.75).__format__('%')
(123456.789).__format__('%')
float('nan').__format__('')
(0.0).__format__('10.2f')
(0.1).__format__('#.0f')
(-2.75).__format__('10.2f')
(-0.0).__format__('')
(0.0).__format__('^15')
float('inf').__format__('G')
(1.5).__format__('08.3e')
(0.1).__format__('08.3e')
(5e-324).__format__('z.1f')
float('inf').__format__('08.3e')
(1.5).__format__('+,.1f')
(0.0).__format__('f')
(123456.789).__format__('')
(-2.75).__format__('f')
(2.5).__format__('f')
(5e-324).__format__('_.2f')
(5e-324).__format__('+,.1f')
(-0.0).__format__('s')
(5e-324).__format__('d')
""")
